package derive

import "minhbach/internal/model"

// spellings finds units that a mechanism prints otherwise than they are called.
func spellings(_ *Result, round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, m := range round.Mechanism {
		for _, item := range m.Items {
			if item.Unit == nil || item.As == "" || item.As == item.Unit.Name {
				continue
			}
			out = append(out, &Reconciliation{
				ID:   string(Spelling) + "." + m.ID + "." + item.Unit.ID,
				Rule: Spelling, Verdict: AsPrinted, Chapter: m.Chapter, Mechanism: m,
				PrintedAs: item.As, ReadAs: item.Unit.Name, Units: []*model.Unit{item.Unit},
			})
		}
	}
	return out
}
