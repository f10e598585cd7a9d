package derive

import "minhbach/internal/model"

// rests says how much of a published total no unit accounts for, where the source is silent on some. A
// rest below 0 cannot be: the units published come to more than their total.
func (r *Result) rests(round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		rest, ok := r.Rest(t)
		if !ok {
			return nil
		}
		facts := r.facts(t)
		c := ofTable(Rest, t, t.Total)
		c.N, c.Of = facts.coverage.N, facts.coverage.Of
		c.Terms = facts.terms
		c.Published, c.Computed = t.Total.Value, &rest
		c.Verdict = []Verdict{Differs, Agrees, Remainder}[rest.Sign()+1]
		return c
	})
}
