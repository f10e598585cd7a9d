package derive

import (
	"math/big"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// impliedPlans infers between which bounds the plan lies where the source prints value and percentage
// alone. Whether the percentage was rounded or cut off is not known, so the bounds are the widest of both:
// 6% stands for 5.5 and more, and for less than 7. The value is taken as printed.
func (r *Result) impliedPlans(round *model.Round) []*Reconciliation {
	return eachFigure(round, func(f *model.Figure) *Reconciliation {
		value := number(f)
		if value == nil || f.Percent == nil || f.Plan != nil || value.Sign() <= 0 {
			return nil
		}
		implied := impliedBy(*value, *f.Percent, marksOf(r.Portal.SourceLocale).printedDigits(f.Published, *f.Percent))
		if implied == nil {
			return nil
		}
		c := ofFigure(ImpliedPlan, f)
		c.Published, c.Implied = f.Percent, implied
		return c
	})
}

// impliedBy returns the bounds of a plan, one digit finer than the value and widened to it; nil where the
// percentage is so small that there is no upper one.
func impliedBy(value, percent decimal.Decimal, digits int) *Interval {
	unit := decimal.New(1, digits).Rat()
	least := new(big.Rat).Sub(percent.Rat(), new(big.Rat).Mul(unit, big.NewRat(1, 2)))
	most := new(big.Rat).Add(percent.Rat(), unit)
	if least.Sign() <= 0 {
		return nil
	}
	whole := new(big.Rat).Mul(value.Rat(), hundred)
	scale := value.Scale() + 1
	low, lowFits := outward(new(big.Rat).Quo(whole, most), scale, -1)
	high, highFits := outward(new(big.Rat).Quo(whole, least), scale, 1)
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
