package derive

import (
	"math/big"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// tableFacts is what is computed of a table once, because every page of a unit asks for it.
type tableFacts struct {
	coverage Coverage
	sum      decimal.Decimal
	terms    []*model.Figure
	summed   bool
}

func (r *Result) newTableFacts(t *model.Table) *tableFacts {
	f := &tableFacts{coverage: r.cover(t)}
	f.sum, f.terms, f.summed = r.addUnits(t)
	return f
}

func (r *Result) facts(t *model.Table) *tableFacts {
	if f := r.tables[t]; f != nil {
		return f
	}
	return r.newTableFacts(t)
}

// number returns the value of f, or nil where f is a state or not there at all.
func number(f *model.Figure) *decimal.Decimal {
	if f == nil || f.State != model.Reported {
		return nil
	}
	return f.Value
}

// SumUnits adds up the units of t that have a number, in source order; ok is false when there is none, or
// the indicator may not be added up.
func (r *Result) SumUnits(t *model.Table) (sum decimal.Decimal, terms []*model.Figure, ok bool) {
	f := r.facts(t)
	return f.sum, f.terms, f.summed
}

func (r *Result) addUnits(t *model.Table) (decimal.Decimal, []*model.Figure, bool) {
	if !t.Indicator.Summable {
		return decimal.Decimal{}, nil, false
	}
	var terms []*model.Figure
	for _, f := range t.Units {
		if number(f) != nil && !r.people.parents[f.Unit] {
			terms = append(terms, f)
		}
	}
	sum, ok := add(terms, t.Total)
	return sum, terms, ok
}

// add adds up the values of the terms. ok is false without terms, and where the numbers, or their
// difference from published, would not fit a decimal exactly.
func add(terms []*model.Figure, published *model.Figure) (sum decimal.Decimal, ok bool) {
	if len(terms) == 0 {
		return sum, false
	}
	numbers := make([]decimal.Decimal, 0, len(terms)+1)
	if p := number(published); p != nil {
		numbers = append(numbers, *p)
	}
	for _, f := range terms {
		numbers = append(numbers, *f.Value)
	}
	if !decimal.CanAdd(numbers) {
		return sum, false
	}
	for _, f := range terms {
		sum = sum.Add(*f.Value)
	}
	return sum, true
}

// silent reports whether the source says nothing of some unit, so that its total holds more than the
// units it prints.
func (c Coverage) silent() bool { return len(c.in(model.NotStated)) > 0 }

// Rest returns the published total less the units published; ok is false where the source is silent on
// no unit, or there is no total or nothing to take from it.
func (r *Result) Rest(t *model.Table) (rest decimal.Decimal, ok bool) {
	facts, total := r.facts(t), number(t.Total)
	if total == nil || !facts.summed || !facts.coverage.silent() {
		return decimal.Decimal{}, false
	}
	return total.Sub(facts.sum), true
}

// ValueOfPlan returns value ÷ plan of f as a fraction, not as a percentage; nil where one is not
// published or the plan is 0.
func ValueOfPlan(f *model.Figure) *big.Rat {
	value := number(f)
	if value == nil || f.Plan == nil || f.Plan.IsZero() {
		return nil
	}
	return new(big.Rat).Quo(value.Rat(), f.Plan.Rat())
}
