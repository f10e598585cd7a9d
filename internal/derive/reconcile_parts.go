package derive

import "minhbach/internal/model"

// parts compares a published total with its breakdown, where every category has a number. Percentages
// are left out: their parts are of different wholes.
func parts(r *Result, round *model.Round) []*Reconciliation {
	return eachTable(round, func(t *model.Table) *Reconciliation {
		terms := keep(t.Parts, func(f *model.Figure) bool { return number(f) != nil })
		whole := len(terms) > 0 && len(terms) == len(t.Parts) && len(terms) >= len(t.Indicator.Categories)
		if number(t.Total) == nil || !whole || t.Indicator.Measure == model.Percent {
			return nil
		}
		figures := append([]*model.Figure{t.Total}, terms...)
		return ofTable(Parts, t, figures...).compareSum(marksOf(r.Portal.SourceLocale), t.Total, terms)
	})
}
