package derive

import (
	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// listed compares how many mechanisms a chapter announces with how many it describes.
func listed(_ *Result, round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, ch := range round.Chapters {
		if ch.Announced == nil {
			continue
		}
		c := &Reconciliation{ID: string(Listed) + "." + ch.ID, Rule: Listed, Verdict: Agrees, Chapter: ch}
		c.setPair(decimal.FromInt(int64(ch.Announced.N)), decimal.FromInt(int64(len(ch.Mechanisms))))
		switch {
		case c.Diff == nil:
		case c.Diff.Sign() < 0: // describing fewer is no contradiction: the rest may not have been its subject
			c.Verdict = Remainder
		default:
			c.Verdict = Differs
		}
		out = append(out, c)
	}
	return out
}
