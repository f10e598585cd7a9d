package derive

import "minhbach/internal/model"

// setStatus puts editors' notes to the reconciliations they are on. Verdicts and figures stay as they are.
func setStatus(all []*Reconciliation, notes []*model.CheckNote) {
	if len(notes) == 0 {
		return
	}
	of := make(map[string]*model.CheckNote, len(notes))
	for _, n := range notes {
		of[n.Of] = n
	}
	for _, c := range all {
		c.Status = of[c.ID]
	}
}

// unknownChecks finds the notes on reconciliations that their round does not have. A round older than the
// newest is reconciled for that alone, and only where it has notes.
func (r *Result) unknownChecks() []UnknownCheck {
	var out []UnknownCheck
	for _, round := range r.Portal.Rounds {
		if len(round.Checks) == 0 {
			continue
		}
		all := append(append(append([]*Reconciliation{}, r.Reconciliations...), r.Pending...), r.Noted...)
		if round != r.Round {
			all = r.reconcile(round)
		}
		ids := make([]string, len(all))
		known := make(map[string]bool, len(all))
		for i, c := range all {
			ids[i], known[c.ID] = c.ID, true
		}
		for _, n := range round.Checks {
			if !known[n.Of] {
				out = append(out, UnknownCheck{Note: n, IDs: ids})
			}
		}
	}
	return out
}
