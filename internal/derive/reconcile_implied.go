package derive

import (
	"math/big"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// impliedPlans infers between which bounds the plan lies where the source prints value and percentage
// alone. Whether a number was rounded or cut off is not known, so the bounds are the widest of both: 6% stands
// for 5.5 and more, and for less than 7, and 173 of money likewise; a count is what it is.
func (r *Result) impliedPlans(round *model.Round) []*Reconciliation {
	return eachFigure(round, func(f *model.Figure) *Reconciliation {
		value := number(f)
		if value == nil || f.Percent == nil || f.Plan != nil || value.Sign() <= 0 {
			return nil
		}
		m := marksOf(r.Portal.SourceLocale)
		percent := asPrinted(*f.Percent, m.printedDigits(f.Published, *f.Percent))
		amount := exactly(*value)
		if f.Table.Indicator.Measure != model.Count {
			amount = asPrinted(*value, m.printedDigits(f.Published, *value))
		}
		implied := impliedBy(amount, percent, value.Scale())
		if implied == nil {
			return nil
		}
		c := ofFigure(ImpliedPlan, f)
		c.Published, c.Implied = f.Percent, implied
		return c
	})
}

// bounds are what a printed number may have been: low and more, and less than high.
type bounds struct{ low, high *big.Rat }

func exactly(d decimal.Decimal) bounds { return bounds{d.Rat(), d.Rat()} }

// asPrinted are the bounds of a number printed with so many digits, be it rounded or cut off.
func asPrinted(d decimal.Decimal, digits int) bounds {
	unit := decimal.New(1, digits).Rat()
	return bounds{
		new(big.Rat).Sub(d.Rat(), new(big.Rat).Mul(unit, big.NewRat(1, 2))),
		new(big.Rat).Add(d.Rat(), unit),
	}
}

// impliedBy returns the bounds of a plan, widened to the digits of the value; nil where the percentage is so
// small that there is no upper one.
func impliedBy(value, percent bounds, scale int) *Interval {
	if percent.low.Sign() <= 0 {
		return nil
	}
	of := func(value, percent *big.Rat, side int) (decimal.Decimal, bool) {
		whole := new(big.Rat).Mul(value, hundred)
		return outward(whole.Quo(whole, percent), scale, side)
	}
	low, lowFits := of(value.low, percent.high, -1)
	high, highFits := of(value.high, percent.low, 1)
	if !lowFits || !highFits {
		return nil
	}
	return &Interval{Low: low, High: high}
}

// outward rounds x to scale digits, up for side 1 and down for side -1; ok is false for a number too long
// to print.
func outward(x *big.Rat, scale, side int) (d decimal.Decimal, ok bool) {
	d, err := decimal.Parse(x.FloatString(scale))
	if err == nil && x.Cmp(d.Rat()) == side {
		d = d.Add(decimal.New(int64(side), scale))
	}
	return d, err == nil
}
