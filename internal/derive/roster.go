package derive

import (
	"cmp"
	"slices"

	"minhbach/internal/model"
)

// roster knows the units in both orders in which they are shown, and which of them are counted: a unit
// that other units belong to is never counted beside them, so nothing is added up twice.
type roster struct {
	alphabetical []*model.Unit
	rank         map[*model.Unit]int // place in alphabetical
	kindRank     map[*model.Kind]int
	parents      map[*model.Unit]bool
}

func newRoster(p *model.Portal, compare func(a, b string) int) roster {
	ro := roster{
		alphabetical: slices.Clone(p.Units),
		rank:         make(map[*model.Unit]int, len(p.Units)),
		kindRank:     map[*model.Kind]int{},
		parents:      map[*model.Unit]bool{},
	}
	slices.SortFunc(ro.alphabetical, func(a, b *model.Unit) int {
		return cmp.Or(compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	for i, u := range ro.alphabetical {
		ro.rank[u] = i
		if u.Parent != nil {
			ro.parents[u.Parent] = true
		}
	}
	for i, k := range p.Kinds {
		ro.kindRank[k] = i
	}
	return ro
}

// byName orders units alphabetically.
func (ro roster) byName(a, b *model.Unit) int { return cmp.Compare(ro.rank[a], ro.rank[b]) }

// byKind orders units by kind, then alphabetically.
func (ro roster) byKind(a, b *model.Unit) int {
	return cmp.Or(cmp.Compare(ro.kindRank[a.Kind], ro.kindRank[b.Kind]), ro.byName(a, b))
}

// existed reports whether u was a unit on that day.
func existed(u *model.Unit, day model.Date) bool {
	return (u.ValidFrom.IsZero() || !day.Before(u.ValidFrom)) && (u.ValidTo.IsZero() || !u.ValidTo.Before(day))
}

// counts reports whether u is counted in the round: it was a unit then and is not made up of others.
func (ro roster) counts(u *model.Unit, round *model.Round) bool {
	return !ro.parents[u] && existed(u, round.AsOf)
}

// counted returns the units counted in the round, alphabetical.
func (ro roster) counted(round *model.Round) []*model.Unit {
	return keep(ro.alphabetical, func(u *model.Unit) bool { return ro.counts(u, round) })
}

// of returns the units that t could tell of, alphabetical: those counted in its round, and any other it
// does tell of, so that no printed row is ever left out.
func (ro roster) of(t *model.Table) []*model.Unit {
	units := ro.counted(t.Round)
	known := len(units)
	for _, f := range t.Units {
		if !ro.parents[f.Unit] && !existed(f.Unit, t.Round.AsOf) {
			units = append(units, f.Unit)
		}
	}
	if len(units) > known {
		slices.SortFunc(units, ro.byName)
	}
	return units
}

// keep returns the items that fit, in their order.
func keep[T any](items []T, fits func(T) bool) []T {
	var out []T
	for _, x := range items {
		if fits(x) {
			out = append(out, x)
		}
	}
	return out
}

// kinds returns the units of the newest round, kind by kind; a kind without units is left out.
func (r *Result) kinds() []KindUnits {
	if r.Round == nil {
		return nil
	}
	var out []KindUnits
	for _, k := range r.Portal.Kinds {
		units := keep(r.people.alphabetical, func(u *model.Unit) bool { return u.Kind == k && existed(u, r.Round.AsOf) })
		if len(units) > 0 {
			out = append(out, KindUnits{Kind: k, Units: units})
		}
	}
	return out
}

// KindsIn returns the units that tables of one round could tell of, kind by kind, alphabetical: those there were
// when its report was made, and any other that a table tells of.
func (r *Result) KindsIn(tables ...*model.Table) []KindUnits {
	told := map[*model.Unit]bool{}
	for _, t := range tables {
		for _, f := range t.Units {
			told[f.Unit] = true
		}
	}
	var out []KindUnits
	for _, k := range r.Portal.Kinds {
		units := keep(r.people.alphabetical, func(u *model.Unit) bool {
			return u.Kind == k && (told[u] || existed(u, tables[0].Round.AsOf))
		})
		if len(units) > 0 {
			out = append(out, KindUnits{Kind: k, Units: units})
		}
	}
	return out
}

// Counted returns how many units are counted in the round.
func (r *Result) Counted(round *model.Round) int {
	if round == nil {
		return 0
	}
	return len(r.people.counted(round))
}

// Counts reports whether u is counted in the round: it was a unit then and is not made up of others.
func (r *Result) Counts(u *model.Unit, round *model.Round) bool { return r.people.counts(u, round) }
