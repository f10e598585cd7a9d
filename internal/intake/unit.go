package intake

import (
	"slices"
	"strings"
	"unicode"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
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

// find returns the units that a name may mean; of one kind where it says which. A word without marks may be any
// with them, a word with marks is itself: Thạch Hà is not Thạch Hạ.
func (n names) find(name string) []*model.Unit {
	whole := spelt(name)
	rest, kind := n.split(whole)
	var out []*model.Unit
	for _, u := range n.units {
		for _, known := range append([]string{u.Name, u.ID, called(u)}, u.Aliases...) {
			if s := spelt(known); (s == whole || s == rest && kind == u.Kind && kind != nil) && agrees(name, known) {
				out = append(out, u)
				break
			}
		}
	}
	return out
}

// agrees reports whether the marks of two names that are spelt alike are the same, word by word from the last, in
// every word of the first that has any.
func agrees(name, known string) bool {
	a, b := wordsOf(name), wordsOf(known)
	for len(a) > 0 && len(b) > 0 {
		word, other := a[len(a)-1], b[len(b)-1]
		if marks := locale.Marks(word); marks != "" && marks != locale.Marks(other) {
			return false
		}
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return true
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(clean(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
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
