package derive

import (
	"cmp"
	"maps"
	"slices"

	"minhbach/internal/model"
)

// knowledge is the states from the most that can be known to nothing at all.
var knowledge = []model.State{
	model.Reported, model.InProgress, model.Preparing, model.Identified, model.Told, model.PublicisedOnly,
	model.NotYetDue, model.Withheld, model.Unreadable, model.NotApplicable, model.Blank, model.NotStated,
}

// byKnowledge orders states, the most known first; words that are no state of a figure come last.
func byKnowledge(a, b model.State) int {
	return cmp.Or(cmp.Compare(knowledgeRank(a), knowledgeRank(b)), cmp.Compare(a, b))
}

func knowledgeRank(s model.State) int {
	if i := slices.Index(knowledge, s); i >= 0 {
		return i
	}
	return len(knowledge)
}

// stateOf returns the state of f: NotStated where there is no figure, and Told for a cell of words
// alone, because Reported always means a number.
func stateOf(f *model.Figure) model.State {
	switch {
	case f == nil:
		return model.NotStated
	case f.State == model.Reported && f.Value == nil && f.Percent == nil:
		return model.Told
	}
	return f.State
}

// byState groups the units by their state, the most known first; within a state they keep their order.
func byState(units []*model.Unit, state func(*model.Unit) model.State) []StateUnits {
	groups := map[model.State][]*model.Unit{}
	for _, u := range units {
		s := state(u)
		groups[s] = append(groups[s], u)
	}
	var out []StateUnits
	for _, s := range slices.SortedFunc(maps.Keys(groups), byKnowledge) {
		out = append(out, StateUnits{State: s, Units: groups[s]})
	}
	return out
}

// in returns the units in the state.
func (c Coverage) in(s model.State) []*model.Unit {
	for _, g := range c.States {
		if g.State == s {
			return g.Units
		}
	}
	return nil
}

// Coverage returns how much of t is known.
func (r *Result) Coverage(t *model.Table) Coverage { return r.facts(t).coverage }

func (r *Result) cover(t *model.Table) Coverage {
	units := r.people.of(t)
	c := Coverage{States: byState(units, func(u *model.Unit) model.State { return stateOf(t.Of(u)) })}
	c.N = len(c.in(model.Reported))
	c.Of = len(units) - len(c.in(model.NotApplicable))
	return c
}
