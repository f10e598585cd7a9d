package check

import (
	"slices"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// slips finds the tables that have no head of their own because it was mistyped: what they lack stands under
// another head, of which it is told that nobody knows it.
func (c *checker) slips(t *source.Table, part Part) {
	tables := t.Get(part.Name).Table
	var heads []string
	for _, e := range tables.Fields {
		if e.Kind == source.TableKind && !e.Table.Implied {
			heads = append(heads, e.Key)
		}
	}
	for _, v := range t.Fields {
		if v.Kind == source.TableKind && v != t.Get(part.Name) && diag.Nearest(v.Key, []string{part.Name}) != "" {
			for _, e := range v.Table.Fields {
				heads = append(heads, e.Key)
			}
		}
	}
	for _, e := range tables.Fields {
		if e.Kind == source.TableKind && e.Table.Implied && (slices.Contains(heads, e.Key) || diag.Nearest(e.Key, heads) != "") {
			c.slipped[e.Table] = true
			c.parted[diag.Nearest(e.Key, heads)] = true
		}
	}
}

// misplace notes what stands under a head that nobody knows for a slip: [unit.a] written as [Unit.a] is told there, and
// not again wherever a is named.
func (c *checker) misplace(v *source.Value) {
	if v.Kind == source.TableKind {
		for _, e := range v.Table.Fields {
			c.misplaced[e.Key] = true
		}
	}
}
