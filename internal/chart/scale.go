package chart

import (
	"strconv"
	"strings"

	"minhbach/internal/decimal"
)

// scale is the one measure of all bars of a figure: from the lowest value, or 0, to the highest. A bar is
// drawn to a hundredth of a per cent, so plain floating point is enough.
type scale struct{ low, span float64 }

func newScale(f *Figure) scale {
	low, high := 0.0, 0.0
	for v := range f.values {
		low, high = min(low, v.Float()), max(high, v.Float())
	}
	return scale{low, high - low}
}

// percent returns where the value lies between the ends of the scale, as "24.44%".
func (s scale) percent(v float64) string { return s.length(v - s.low) }

// length returns how much of the scale a distance takes.
func (s scale) length(d float64) string {
	if s.span == 0 {
		return "0%"
	}
	text := strconv.FormatFloat(d/s.span*100, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".") + "%"
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
