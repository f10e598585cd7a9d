package derive

import (
	"math/big"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

var hundred = big.NewRat(100, 1)

// overPlans notes the percentages, and the values set beside a plan, that are above 100. What the
// percentage is of is for the source to say; above 100 is no fault.
func overPlans(_ *Result, round *model.Round) []*Reconciliation {
	return eachFigure(round, func(f *model.Figure) *Reconciliation {
		percent, of := publishedPercent(f), ValueOfPlan(f)
		if percent != nil && percent.Rat().Cmp(hundred) <= 0 {
			percent = nil
		}
		var computed *decimal.Decimal
		if of != nil && f.Plan.Sign() > 0 {
			of.Mul(of, hundred)
			if d, err := decimal.Parse(of.FloatString(1)); err == nil && of.Cmp(hundred) > 0 {
				computed = &d
			}
		}
		if percent == nil && computed == nil {
			return nil // nearly every figure of a country
		}
		c := ofFigure(OverPlan, f)
		c.Published = percent
		if computed != nil {
			c.Computed, c.Exact = computed, of
		}
		return c
	})
}

// publishedPercent returns the percentage that f prints, be it beside a value or as the value itself.
func publishedPercent(f *model.Figure) *decimal.Decimal {
	switch {
	case f.State != model.Reported || f.Scope == model.OfCount:
		return nil
	case f.Percent == nil && f.Table.Indicator.Measure == model.Percent:
		return f.Value
	}
	return f.Percent
}

// eachFigure collects what one rule says of each figure of the round.
func eachFigure(round *model.Round, rule func(*model.Figure) *Reconciliation) []*Reconciliation {
	var out []*Reconciliation
	for _, t := range round.Tables {
		for _, f := range t.All() {
			if c := rule(f); c != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

// ofFigure begins a note about one figure.
func ofFigure(rule Rule, f *model.Figure) *Reconciliation {
	c := ofTable(rule, f.Table, f)
	c.ID += "." + f.Address()
	c.Verdict, c.Units = Noted, unitsOf(f)
	return c
}
