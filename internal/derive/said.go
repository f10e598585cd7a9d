package derive

import (
	"slices"

	"minhbach/internal/model"
)

// Said is all that one round says of one unit, each kind in the order of the source.
type Said struct {
	Figures      []*model.Figure
	Silent       []*model.Table // of units, and without this one
	Mechanisms   []*model.Mechanism
	Works        []*model.Work
	Mentions     []*model.Mention
	Shortcomings []*model.Statement
	Asks         []*model.Statement
}

// Said returns what a round, which need not be the newest, says of u.
func (r *Result) Said(u *model.Unit, round *model.Round) Said {
	s := Said{Figures: figuresOf(u, round.Tables)}
	everyone := r.people.counted(round)
	counted := slices.Contains(everyone, u)
	s.Silent = keep(round.Tables, func(t *model.Table) bool { return counted && t.OfUnits() && t.Of(u) == nil })
	s.Mechanisms = keep(round.Mechanism, func(m *model.Mechanism) bool { return m.Names(u) })
	s.Works = keep(round.Works, func(w *model.Work) bool { return w.Unit == u })
	s.Mentions = keep(round.Mentions, func(m *model.Mention) bool { return m.AllUnits && counted || slices.Contains(m.Units, u) })
	s.Shortcomings = keep(round.Shortcomings, func(st *model.Statement) bool { return slices.Contains(st.Units, u) })
	s.Asks = keep(round.Recommendations, func(st *model.Statement) bool { return slices.Contains(askedOf(st, everyone), u) })
	return s
}
