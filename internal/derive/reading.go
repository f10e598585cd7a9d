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

// comparePlaces orders two places of the round's source as they are read, a total line after its rows.
func comparePlaces(round *model.Round, a, b model.Place) int {
	return cmp.Or(
		cmp.Compare(sectionRank(round, a.Section), sectionRank(round, b.Section)),
		strings.Compare(a.Section, b.Section),
		cmp.Compare(rowRank(a), rowRank(b)),
		cmp.Compare(a.Para, b.Para),
		cmp.Compare(a.Bullet, b.Bullet),
	)
}

func rowRank(p model.Place) int {
	if p.Total {
		return math.MaxInt
	}
	return p.Row
}

// chaptersOf returns the chapters of the round in the order of the report.
func chaptersOf(round *model.Round) []*model.Chapter {
	if round == nil {
		return nil
	}
	out := slices.Clone(round.Chapters)
	slices.SortStableFunc(out, func(a, b *model.Chapter) int { return comparePlaces(round, a.At, b.At) })
	return out
}
