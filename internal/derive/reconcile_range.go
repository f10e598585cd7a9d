package derive

import (
	"math/big"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// ranges compares an average, one published total ÷ another, with the lowest and the highest figure the
// source states. Which totals belong together is data: Indicator.AverageOf.
func (r *Result) ranges(round *model.Round) []*Reconciliation {
	return eachTable(round, r.inRange)
}

func (r *Result) inRange(t *model.Table) *Reconciliation {
	if t.Chapter == nil || len(t.Indicator.AverageOf) != 2 {
		return nil
	}
	dividend, divisor := totalBeside(t, t.Indicator.AverageOf[0]), totalBeside(t, t.Indicator.AverageOf[1])
	low, high := extremes(t)
	if dividend == nil || divisor == nil || divisor.Value.IsZero() || len(low) == 0 || len(high) == 0 {
		return nil
	}
	average := new(big.Rat).Quo(dividend.Value.Rat(), divisor.Value.Rat())
	digits := max(low[0].Value.Scale(), high[0].Value.Scale()) + 1 // one more, to place it between them
	rounded, err := decimal.Parse(average.FloatString(digits))
	if err != nil { // too long to print
		return nil
	}
	c := ofTable(Range, t, append(append([]*model.Figure{dividend, divisor}, low...), high...)...)
	c.Exact, c.Computed = average, &rounded
	c.Low, c.High = low[0].Value, high[0].Value
	c.N, c.Of = r.Coverage(t).N, r.Coverage(t).Of
	c.Verdict = Agrees
	if average.Cmp(c.Low.Rat()) < 0 || average.Cmp(c.High.Rat()) > 0 {
		c.Verdict = Differs
	}
	return c
}

// totalBeside returns the published total of the indicator in the chapter of t, that of the same period
// where there are several; nil without one.
func totalBeside(t *model.Table, of *model.Indicator) *model.Figure {
	var found *model.Figure
	for _, other := range t.Chapter.Tables {
		if other.Indicator != of || number(other.Total) == nil {
			continue
		}
		if other.Period == t.Period {
			return other.Total
		}
		if found == nil {
			found = other.Total
		}
	}
	return found
}

// extremes returns the units' lowest and highest figures, in source order; none where all are one number.
func extremes(t *model.Table) (low, high []*model.Figure) {
	for _, f := range t.Units {
		v := number(f)
		if v == nil {
			continue
		}
		low = extreme(low, f, v.Cmp)
		high = extreme(high, f, func(e decimal.Decimal) int { return e.Cmp(*v) })
	}
	if len(low) > 0 && low[0].Value.Equal(*high[0].Value) {
		return nil, nil
	}
	return low, high
}

// extreme adds f to the extremes found so far, or begins anew; before says how f stands to them.
func extreme(found []*model.Figure, f *model.Figure, before func(decimal.Decimal) int) []*model.Figure {
	if len(found) == 0 {
		return []*model.Figure{f}
	}
	switch before(*found[0].Value) {
	case -1:
		return []*model.Figure{f}
	case 0:
		return append(found, f)
	}
	return found
}
