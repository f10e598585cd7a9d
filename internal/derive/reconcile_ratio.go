package derive

import (
	"math/big"

	"minhbach/internal/model"
)

// ratios compares every published percentage with value ÷ plan, at the digits that are printed.
func (r *Result) ratios(round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, t := range round.Tables {
		for _, f := range t.All() {
			if c := r.ratio(f); c != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

// maxPercent is the largest percentage compared; beyond it the digits behind the point would not fit a decimal.
var maxPercent = big.NewRat(1_000_000_000, 1)

// ratio returns nil where the source does not print all three numbers.
func (r *Result) ratio(f *model.Figure) *Reconciliation {
	of := ValueOfPlan(f)
	if of == nil || f.Percent == nil {
		return nil
	}
	percent := of.Mul(of, big.NewRat(100, 1))
	digits := marksOf(r.Portal.SourceLocale).printedDigits(f.Published, *f.Percent)
	verdict, rounded, ok := verdictOf(*f.Percent, digits, percent)
	if !ok || new(big.Rat).Abs(percent).Cmp(maxPercent) > 0 {
		return nil
	}
	c := ofTable(Ratio, f.Table, f)
	c.ID += "." + f.Address()
	c.Verdict, c.Exact, c.Units = verdict, percent, unitsOf(f)
	c.setPair(*f.Percent, rounded)
	return c
}
