package derive

import (
	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// groups compares how many units the source says are in each state with the units it lists there. A
// state of which it names no unit cannot be compared, but all counts together are never more than there
// are units, and a unit is listed once.
func (r *Result) groups(round *model.Round) []*Reconciliation {
	return eachTable(round, r.group)
}

func (r *Result) group(t *model.Table) *Reconciliation {
	coverage := r.Coverage(t)
	counts := keep(t.Counts, func(f *model.Figure) bool { return number(f) != nil })
	published, ok := add(counts, nil)
	if !ok {
		return nil
	}
	all := len(r.people.of(t))
	if everyone := decimal.FromInt(int64(all)); published.Cmp(everyone) > 0 {
		c := ofTable(Groups, t, counts...)
		c.Verdict, c.Of = Differs, all
		c.setPair(published, everyone)
		return c
	}
	named := keep(counts, func(f *model.Figure) bool { return len(coverage.in(f.Counted)) > 0 })
	if published, ok = add(named, nil); !ok {
		return nil
	}
	c := ofTable(Groups, t, named...)
	c.Verdict, c.Of = Agrees, all
	for _, f := range named {
		n := len(coverage.in(f.Counted))
		c.N += n
		if !f.Value.Equal(decimal.FromInt(int64(n))) || listedTwice(t) {
			c.Verdict = Differs
		}
	}
	c.setPair(published, decimal.FromInt(int64(c.N)))
	return c
}

// listedTwice reports whether a unit has two entries in t.
func listedTwice(t *model.Table) bool {
	seen := map[*model.Unit]bool{}
	for _, f := range t.Units {
		if seen[f.Unit] {
			return true
		}
		seen[f.Unit] = true
	}
	return false
}
