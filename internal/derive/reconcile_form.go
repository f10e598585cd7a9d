package derive

import (
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// forms finds numbers printed with the other language's decimal mark: 13.7% in a Vietnamese source, read
// as 13,7%. A number that fits the portal's language is never one of them: 1.100 is eleven hundred.
func (r *Result) forms(round *model.Round) []*Reconciliation {
	m := marksOf(r.Portal.SourceLocale)
	var out []*Reconciliation
	for _, t := range round.Tables {
		for _, f := range t.All() {
			for _, printed := range numbersIn(f.Published) {
				if m.foreign(printed, f) {
					out = append(out, formOf(f, printed))
				}
			}
		}
	}
	return out
}

// foreign reports whether the text is a number of f only when it is read with the marks swapped.
func (m marks) foreign(printed string, f *model.Figure) bool {
	text := strings.TrimSuffix(printed, "%")
	if !strings.ContainsAny(text, ".,") {
		return false
	}
	if _, _, fits := m.read(text); fits {
		return false
	}
	d, _, ok := m.swapped().read(text)
	return ok && isOf(f, d)
}

// isOf reports whether d is the value, the plan or the percentage of f.
func isOf(f *model.Figure, d decimal.Decimal) bool {
	for _, n := range []*decimal.Decimal{f.Value, f.Plan, f.Percent} {
		if n != nil && n.Equal(d) {
			return true
		}
	}
	return false
}

var swapMarks = strings.NewReplacer(".", ",", ",", ".")

func formOf(f *model.Figure, printed string) *Reconciliation {
	c := ofTable(Form, f.Table, f)
	c.ID += "." + f.Address()
	c.Verdict, c.Units = AsPrinted, unitsOf(f)
	c.PrintedAs, c.ReadAs = printed, swapMarks.Replace(printed)
	return c
}
