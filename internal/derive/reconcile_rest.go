package derive

import "minhbach/internal/model"

// rests says how much of a published total no unit accounts for, where the source is silent on some.
func (r *Result) rests(round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		if !r.leavesRest(t) {
			return nil
		}
		rest, _ := r.Rest(t)
		facts := r.facts(t)
		c := ofTable(Rest, t, t.Total)
		c.Verdict, c.N, c.Of = Remainder, facts.coverage.N, facts.coverage.Of
		c.Published, c.Computed, c.Terms = t.Total.Value, &rest, facts.terms
		return c
	})
}
