package derive

import (
	"sort"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

const (
	// maxTriples is how many terms are still searched for sets of three, whose number grows with the cube.
	maxTriples = 60
	// maxSets is how many sets of one size are listed. Where more would do, the coincidence says nothing,
	// and picking some would be choosing: none of that size is listed.
	maxSets = 200
)

// explainer looks for terms that make up one of the targets. Terms that are 0 take part in no set.
type explainer struct {
	targets []decimal.Decimal // each once
	terms   []*model.Figure
	values  []decimal.Decimal
	at      map[decimal.Decimal][]int // value → positions, ascending
}

// explain returns every set of one, two or three terms whose sum is one of the targets: sets of one first,
// each size in source order. Sets of three are looked for among at most maxTriples terms, and a size of
// which more than maxSets sets would do is left out whole.
func explain(terms []*model.Figure, targets ...decimal.Decimal) [][]*model.Figure {
	e := explainer{targets: targets, at: map[decimal.Decimal][]int{}}
	for _, f := range terms {
		if v := plain(*f.Value); !v.IsZero() {
			e.at[v] = append(e.at[v], len(e.values))
			e.terms, e.values = append(e.terms, f), append(e.values, v)
		}
	}
	sizes := 2
	if len(e.terms) <= maxTriples {
		sizes = 3
	}
	var out [][]*model.Figure
	for size := 1; size <= sizes; size++ {
		var sets [][]*model.Figure
		if e.search(size, -1, nil, decimal.Decimal{}, &sets) {
			out = append(out, sets...)
		}
	}
	return out
}

// search adds the sets of size terms behind position after that make up a target together with sum, each
// with the picked ones before it, of which sum is the sum; false once there are too many.
func (e *explainer) search(size, after int, picked []*model.Figure, sum decimal.Decimal, sets *[][]*model.Figure) bool {
	if size == 1 {
		for _, i := range e.last(after, sum) {
			if len(*sets) == maxSets {
				return false
			}
			*sets = append(*sets, append(append([]*model.Figure{}, picked...), e.terms[i]))
		}
		return true
	}
	for i := after + 1; i < len(e.terms); i++ {
		if !e.search(size-1, i, append(picked, e.terms[i]), sum.Add(e.values[i]), sets) {
			return false
		}
	}
	return true
}

// last returns the positions behind after of the terms that lead from sum to a target, ascending.
func (e *explainer) last(after int, sum decimal.Decimal) []int {
	var out []int
	for _, target := range e.targets {
		positions := e.at[plain(target.Sub(sum))]
		out = append(out, positions[sort.SearchInts(positions, after+1):]...)
	}
	if len(e.targets) > 1 {
		sort.Ints(out)
	}
	return out
}

// plain returns d in the one form in which equal numbers are equal keys.
func plain(d decimal.Decimal) decimal.Decimal { return d.Add(decimal.Decimal{}) }
