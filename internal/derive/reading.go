package derive

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"minhbach/internal/model"
)

// sectionRank returns where a section stands among the printed headings of the round; a section that is
// not listed stands at its nearest listed parent, or after all of them.
func sectionRank(round *model.Round, section string) int {
	rank, length := len(round.Sections), 0
	for i, s := range round.Sections {
		if len(s.At) > length && (model.Place{Section: section}).Within(s.At) {
			rank, length = i, len(s.At)
		}
	}
	return rank
}

// place is a place of the round's source, ready to be ordered as it is read.
type place struct {
	rank int // of its section
	model.Place
}

// compare orders two places as they are read, a total line after its rows.
func (p place) compare(q place) int {
	return cmp.Or(
		cmp.Compare(p.rank, q.rank),
		strings.Compare(p.Section, q.Section),
		cmp.Compare(p.row(), q.row()),
		cmp.Compare(p.Para, q.Para),
		cmp.Compare(p.Bullet, q.Bullet),
	)
}

func (p place) row() int {
	if p.Total {
		return math.MaxInt
	}
	return p.Row
}

// inReadingOrder returns the items as their places are read in the round's source; at one place they
// keep their order.
func inReadingOrder[T any](round *model.Round, items []T, at func(T) model.Place) []T {
	type placed struct {
		place
		item T
	}
	ranks := map[string]int{}
	all := make([]placed, len(items))
	for i, x := range items {
		p := at(x)
		rank, known := ranks[p.Section]
		if !known {
			rank = sectionRank(round, p.Section)
			ranks[p.Section] = rank
		}
		all[i] = placed{place{rank, p}, x}
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.compare(b.place) })
	out := make([]T, len(all))
	for i, x := range all {
		out[i] = x.item
	}
	return out
}

// chaptersOf returns the chapters of the round in the order of the report.
func chaptersOf(round *model.Round) []*model.Chapter {
	if round == nil {
		return nil
	}
	return inReadingOrder(round, round.Chapters, func(ch *model.Chapter) model.Place { return ch.At })
}
