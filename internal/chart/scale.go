package chart

import (
	"math/big"

	"minhbach/internal/decimal"
)

// scale is the one measure of all bars of a figure: from the lowest value, or 0, to the highest.
type scale struct{ low, span *big.Rat }

func newScale(f *Figure) scale {
	low, high := new(big.Rat), new(big.Rat)
	for v := range f.values {
		if r := v.Rat(); r.Cmp(high) > 0 {
			high = r
		} else if r.Cmp(low) < 0 {
			low = r
		}
	}
	return scale{low, high.Sub(high, low)}
}

// percent returns where the value lies between the ends of the scale, as "24.44%".
func (s scale) percent(v *big.Rat) string { return s.length(new(big.Rat).Sub(v, s.low)) }

// length returns how much of the scale a distance takes.
func (s scale) length(d *big.Rat) string {
	if s.span.Sign() == 0 {
		return "0%"
	}
	p := new(big.Rat).Quo(d, s.span)
	return decimal.Round(p.Mul(p, big.NewRat(100, 1)), 2).String() + "%"
}

// values yields everything the scale must hold: the cells, the rest and the reference line.
func (f *Figure) values(yield func(decimal.Decimal) bool) {
	for _, g := range f.Groups {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if c.Value != nil && !yield(*c.Value) {
					return
				}
			}
		}
	}
	if f.Rest != nil && f.Rest.Value != nil && !yield(*f.Rest.Value) {
		return
	}
	if f.Line != nil {
		yield(f.Line.Value)
	}
}
