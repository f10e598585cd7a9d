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

// unknownChecks finds the notes of a round on reconciliations that it does not have.
func unknownChecks(round *model.Round, all []*Reconciliation) []UnknownCheck {
	ids := make([]string, len(all))
	known := make(map[string]bool, len(all))
	for i, c := range all {
		ids[i], known[c.ID] = c.ID, true
	}
	var out []UnknownCheck
	for _, n := range round.Checks {
		if !known[n.Of] {
			out = append(out, UnknownCheck{Note: n, IDs: ids})
		}
	}
	return out
}
