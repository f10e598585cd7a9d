package history

import (
	"cmp"
	"maps"
	"slices"
)

// delta is what two states have between them.
type delta struct {
	Changes []Change
	Renamed map[string]string `json:",omitempty"` // what a group is called now → before, as Key.String
}

// between returns the delta of two states, its changes by key.
func between(a, b *state) *delta {
	out := &delta{}
	names := map[string]bool{}
	for name := range a.rounds {
		names[name] = true
	}
	for name := range b.rounds {
		names[name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		out.Changes = append(out.Changes, changes(a.rounds[name], b.rounds[name], b.locale)...)
	}
	out.rename(a, b)
	b.restate(out.Changes)
	slices.SortFunc(out.Changes, func(x, y Change) int { return x.compare(y.Key) })
	return out
}

// changes compares one round; nil is one that is not there.
func changes(a, b *round, tag string) []Change {
	none := &round{}
	a, b = cmp.Or(a, none), cmp.Or(b, none)
	first := a.empty()
	if a.hash == b.hash && a.hash != "" {
		return nil
	}
	before, after := a.besides(b), b.besides(a)
	var out []Change
	for k, old := range before {
		now := after[k]
		if now == nil {
			now = b.get(k)
		}
		if now == nil {
			out = append(out, Change{Key: k, Class: Withdrawn, Old: old})
		} else if fields := changed(old, now, tag); len(fields) > 0 {
			out = append(out, Change{Key: k, Class: Corrected, Old: old, New: now, Changed: fields})
		}
	}
	for k, now := range after {
		if before[k] == nil && a.get(k) == nil {
			out = append(out, Change{Key: k, Class: New, First: first, New: now})
		}
	}
	return out
}

// besides returns the facts of the files that the other round does not have as they are.
func (d *round) besides(other *round) map[Key]*Fact {
	out := map[Key]*Fact{}
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(d.files))) {
		f := d.files[name]
		if o := other.files[name]; o == nil || o.hash != f.hash || f.hash == "" {
			maps.Copy(out, f.byKey)
		}
	}
	return out
}

// restate finds the new figures that an older round gives otherwise.
func (s *state) restate(all []Change) {
	older := s.oldest()
	for i := range all {
		c := &all[i]
		if c.Class != New || c.Kind != Figure {
			continue
		}
		at := slices.Index(older, c.Round)
		for _, name := range slices.Backward(older[:max(at, 0)]) {
			old := s.rounds[name].same(c.Key, c.New)
			if old == nil {
				continue
			}
			if fields := changed(old, c.New, s.locale); len(fields) > 0 {
				c.Class, c.Old, c.OldRound, c.Changed = Restated, old, name, fields
			}
			break
		}
	}
}

// oldest returns the names of the rounds, oldest first.
func (s *state) oldest() []string {
	return slices.SortedFunc(maps.Keys(s.rounds), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.rounds[a].asOf, s.rounds[b].asOf), cmp.Compare(a, b))
	})
}

// same returns the figure of the round that has the indicator, the period and the address of another.
func (d *round) same(k Key, f *Fact) *Fact {
	return d.figures()[figure{f.Indicator, f.Period, k.Address}]
}

// figure is what a figure is of, whatever round gives it.
type figure struct{ indicator, period, address string }

// figures returns the figures by what they are of; of two tables the first by id counts.
func (d *round) figures() map[figure]*Fact {
	if d.byFigure != nil {
		return d.byFigure
	}
	d.byFigure = map[figure]*Fact{}
	all := d.all()
	for _, k := range slices.SortedFunc(maps.Keys(all), func(a, b Key) int { return b.compare(a) }) {
		if f := all[k]; k.Kind == Figure {
			d.byFigure[figure{f.Indicator, f.Period, k.Address}] = f
		}
	}
	return d.byFigure
}

// group is the key of all facts of a table, or of a kind in a round.
func (k Key) group() Key { k.Address = ""; return k }

// rename takes out of the changes the groups that went as a whole while another came with the same facts:
// these have got another id. A group that could have come from two is left as it is.
func (d *delta) rename(a, b *state) {
	came, went := d.groups(New), d.groups(Withdrawn)
	if len(came) == 0 || len(went) == 0 {
		return
	}
	maps.DeleteFunc(came, func(k Key, _ map[string]*Fact) bool { return a.has(k) })
	maps.DeleteFunc(went, func(k Key, _ map[string]*Fact) bool { return b.has(k) })
	gone := map[Key]bool{}
	d.Renamed = map[string]string{}
	for now, facts := range came {
		before := formerOf(now, facts, went, b)
		if len(before) == 1 && len(formerOf(before[0], facts, came, a)) == 1 {
			d.Renamed[now.String()] = before[0].String()
			gone[now], gone[before[0]] = true, true
		}
	}
	d.Changes = slices.DeleteFunc(d.Changes, func(c Change) bool { return gone[c.group()] })
}

// has reports whether a state has a fact of a group.
func (s *state) has(group Key) bool {
	d := s.rounds[group.Round]
	if d == nil {
		return false
	}
	for k := range d.all() {
		if k.group() == group {
			return true
		}
	}
	return false
}

// formerOf returns the groups with the same facts: of another table in the same round, or the same table
// in a round that is not in s.
func formerOf(now Key, facts map[string]*Fact, groups map[Key]map[string]*Fact, s *state) []Key {
	var out []Key
	for k, other := range groups {
		here := k.Round == now.Round || k.Table == now.Table && s.rounds[k.Round] == nil
		if here && k.Kind == now.Kind && len(other) == len(facts) && alike(facts, other) {
			out = append(out, k)
		}
	}
	return out
}

// groups returns the facts of a class by group and address.
func (d *delta) groups(class Class) map[Key]map[string]*Fact {
	out := map[Key]map[string]*Fact{}
	for _, c := range d.Changes {
		if c.Class == class {
			if out[c.group()] == nil {
				out[c.group()] = map[string]*Fact{}
			}
			out[c.group()][c.Address] = cmp.Or(c.New, c.Old)
		}
	}
	return out
}

// alike reports whether two groups say the same.
func alike(a, b map[string]*Fact) bool {
	for address, f := range a {
		if g := b[address]; g == nil || len(changed(f, g, "")) > 0 {
			return false
		}
	}
	return true
}
