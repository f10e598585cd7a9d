package derive

import (
	"slices"

	"minhbach/internal/model"
)

// periods notes the tables that set figures beside a plan or a percentage although their period was not over
// when the figures were taken, or the plan is of another period: once a table, with the figures concerned.
func (r *Result) periods(round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		if t.Period.Complete && !t.PlannedElsewhere() {
			return nil
		}
		judged := keep(t.All(), func(f *model.Figure) bool {
			return f.State == model.Reported && (f.Plan != nil || f.Percent != nil)
		})
		if len(judged) == 0 {
			return nil
		}
		c := ofTable(Period, t, judged...)
		c.Verdict, c.Of = Noted, r.Coverage(t).Of
		for _, f := range judged {
			c.Units = append(c.Units, unitsOf(f)...)
		}
		c.N = len(c.Units)
		slices.SortFunc(c.Units, r.people.byName)
		return c
	})
}
