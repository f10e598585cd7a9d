package history

import (
	"slices"
	"strings"

	"minhbach/internal/model"
)

// Subject is whose page tells of an entry: one of the two is set.
type Subject struct {
	Unit       *model.Unit
	Resolution *model.Resolution
}

// Subjects returns the unit and the resolutions that an entry tells of.
func (w *Words) Subjects(c Change) []Subject {
	var out []Subject
	fact := c.either()
	unit := fact.Unit
	if c.Kind == Figure {
		unit = c.Address
	}
	if u := w.units[unit]; u != nil {
		out = append(out, Subject{Unit: u})
	}
	for _, r := range w.resolutions(c) {
		out = append(out, Subject{Resolution: r})
	}
	return out
}

func (w *Words) resolutions(c Change) []*model.Resolution {
	switch c.Kind {
	case Work:
		if x := w.works[c.Key]; x != nil && x.Chapter != nil {
			return x.Chapter.Resolutions
		}
	case Reply:
		_, of, _ := strings.Cut(c.Address, ".")
		if r := w.rounds[c.Round]; r != nil {
			if t := r.Table(of); t != nil {
				return t.Indicator.Resolutions
			}
		}
	case Mechanism:
		if x := w.mechanisms[c.Key]; x != nil && x.Chapter != nil {
			return x.Chapter.Resolutions
		}
	case Figure:
		if i := w.indicators[c.either().Indicator]; i != nil {
			return i.Resolutions
		}
	}
	return nil
}

// Trails returns the places in Entries of what is told of each unit and resolution, newest first.
func (w *Words) Trails(l *Log) map[Subject][]int {
	out := map[Subject][]int{}
	for i, e := range l.Entries {
		for _, s := range w.Subjects(e.Change) {
			out[s] = append(out[s], i)
		}
	}
	return out
}

// Recent returns the newest n of the entries at the places that tell of more than the first publication of
// their report, and the first and the last day of those publications, "" where the log has none.
func (l *Log) Recent(places []int, n int) (recent []Entry, from, to string) {
	for _, i := range places {
		e := l.Entries[i]
		switch {
		case e.Class != New || !e.First:
			if len(recent) < n {
				recent = append(recent, e)
			}
		case from == "":
			from, to = e.Date, e.Date
		default:
			from, to = min(from, e.Date), max(to, e.Date)
		}
	}
	return slices.Clip(recent), from, to
}
