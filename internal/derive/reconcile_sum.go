package derive

import "minhbach/internal/model"

// sums compares a published total with the sum of the units, where the source prints an entry for every
// unit: a number, or the reason why there is none.
func (r *Result) sums(round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		facts := r.facts(t)
		if number(t.Total) == nil || !facts.summed || facts.coverage.silent() {
			return nil
		}
		c := ofTable(Sum, t, t.Total)
		c.N, c.Of = facts.coverage.N, facts.coverage.Of
		return c.compareSum(marksOf(r.Portal.Locale), t.Total, facts.terms)
	})
}
