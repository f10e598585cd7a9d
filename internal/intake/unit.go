package intake

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
)

// names finds the unit that a person means.
type names struct {
	units []*model.Unit
	kinds []*model.Kind
}

// spelt is a name in letters and digits alone, without marks.
func spelt(s string) string {
	return strings.Join(strings.FieldsFunc(folded(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }), " ")
}

// short are the ways in which a kind word is abbreviated: its initials, and p for phường.
func short(k *model.Kind) []string {
	words := strings.Fields(spelt(k.Name))
	initials := ""
	for _, w := range words {
		initials += w[:1]
	}
	return []string{strings.Join(words, " "), initials}
}

// split takes the kind word off a name; nil where it has none.
func (n names) split(name string) (rest string, kind *model.Kind) {
	for _, k := range n.kinds {
		for _, word := range short(k) {
			if cut, has := strings.CutPrefix(name, word+" "); has && word != "" {
				return cut, k
			}
		}
	}
	return name, nil
}

// find returns the units that a name may mean: those spelt so with their marks, else those without; of one kind
// where it says which.
func (n names) find(name string) []*model.Unit {
	whole := spelt(name)
	rest, kind := n.split(whole)
	var out []*model.Unit
	for _, u := range n.units {
		for _, known := range append([]string{u.Name, u.ID, called(u)}, u.Aliases...) {
			if s := spelt(known); s == whole || s == rest && kind == u.Kind && kind != nil {
				out = append(out, u)
				break
			}
		}
	}
	if len(out) > 1 {
		if exact := n.exact(out, name); len(exact) > 0 {
			return exact
		}
	}
	return out
}

// exact keeps the units whose name, with its marks, stands in the text.
func (n names) exact(units []*model.Unit, name string) []*model.Unit {
	text := strings.ToLower(clean(name))
	return slices.DeleteFunc(slices.Clone(units), func(u *model.Unit) bool { return !strings.HasSuffix(text, strings.ToLower(u.Name)) })
}

// nearest is the name that a misspelt one is likely to mean, "" without.
func (n names) nearest(name string) string {
	rest, _ := n.split(spelt(name))
	var known []string
	byName := map[string]*model.Unit{}
	for _, u := range n.units {
		s := spelt(u.Name)
		known, byName[s] = append(known, s), u
	}
	if near := diag.Nearest(rest, known); near != "" {
		return called(byName[near])
	}
	return ""
}

// totals are what a row of sums is called.
var totals = []string{"tong", "tong cong", "tong so", "cong", "toan thanh pho", "toan tinh", "total", "sum"}

func isTotal(name string) bool { return slices.Contains(totals, spelt(name)) }
