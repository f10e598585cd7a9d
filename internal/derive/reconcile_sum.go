package derive

import (
	"slices"

	"minhbach/internal/model"
)

// sums compares a published total with the sum of the units, where that sum is all there is: the source
// prints an entry for every unit, a number or the reason why there is none, or the units it does print
// already come to the total or to more.
func (r *Result) sums(round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		facts := r.facts(t)
		if number(t.Total) == nil || !facts.summed || r.leavesRest(t) {
			return nil
		}
		c := ofTable(Sum, t, t.Total)
		c.N, c.Of = facts.coverage.N, facts.coverage.Of
		c.compareSum(marksOf(r.Portal.SourceLocale), t.Total, facts.terms)
		if c.Verdict == Differs {
			c.Explained = explain(facts.terms, c.Diff.Abs())
		}
		return c
	})
}

// leavesRest reports whether part of the total of t must belong to units on which the source is silent.
// Where figures can be below 0, so can that part.
func (r *Result) leavesRest(t *model.Table) bool {
	rest, ok := r.Rest(t)
	below0 := slices.ContainsFunc(r.facts(t).terms, func(f *model.Figure) bool { return f.Value.Sign() < 0 })
	return ok && (rest.Sign() > 0 || rest.Sign() < 0 && below0)
}
