package derive

import (
	"slices"

	"minhbach/internal/model"
)

// chapterView tells of one chapter; state is what it says of each unit.
func (r *Result) chapterView(ch *model.Chapter, state func(*model.Unit) model.State) *ChapterView {
	v := &ChapterView{
		Chapter:   ch,
		Strip:     byState(r.people.counted(ch.Round), state),
		Works:     keep(ch.Round.Works, func(w *model.Work) bool { return w.Chapter == ch }),
		Mentions:  keep(ch.Round.Mentions, func(m *model.Mention) bool { return m.Chapter == ch }),
		Documents: r.documents(ch),
		Checks:    keep(r.Reconciliations, func(c *Reconciliation) bool { return c.Chapter == ch }),
	}
	tied := func(st *model.Statement) bool {
		return slices.ContainsFunc(st.Resolutions, func(res *model.Resolution) bool { return slices.Contains(ch.Resolutions, res) })
	}
	v.Asks = keep(ch.Round.Recommendations, tied)
	v.Shortcomings = keep(ch.Round.Shortcomings, tied)
	v.LateUnits = r.unitsOfWorks(keep(v.Works, isLate))
	return v
}

// documents returns the chapter's documents in the order in which they were issued: its resolutions,
// what guides them, what the report was made under, the report. Those without a date come last.
func (r *Result) documents(ch *model.Chapter) []*model.Document {
	var out []*model.Document
	for _, res := range ch.Resolutions {
		out = append(out, res.Doc)
	}
	resolutions := slices.Clone(out)
	for _, d := range r.Portal.Documents {
		if slices.ContainsFunc(d.Guides, func(g *model.Document) bool { return slices.Contains(resolutions, g) }) {
			out = append(out, d)
		}
	}
	if report := ch.Round.Document; report != nil {
		out = append(append(out, report.Based...), report)
	}
	slices.SortStableFunc(out, byDate)
	return once(out)
}

func byDate(a, b *model.Document) int {
	if a.Issued.IsZero() != b.Issued.IsZero() {
		return -a.Issued.Time().Compare(b.Issued.Time()) // the zero date is the earliest of all
	}
	return a.Issued.Time().Compare(b.Issued.Time())
}

// once keeps the first of equal items.
func once[T comparable](items []T) []T {
	seen := map[T]bool{}
	return keep(items, func(x T) bool {
		first := !seen[x]
		seen[x] = true
		return first
	})
}

// isLate reports whether the source calls the work late.
func isLate(w *model.Work) bool { return slices.Contains(w.States, model.Late) }

// unitsOfWorks returns the units of the works, each once, by kind, alphabetical.
func (r *Result) unitsOfWorks(works []*model.Work) []*model.Unit {
	var out []*model.Unit
	for _, w := range works {
		if w.Unit != nil {
			out = append(out, w.Unit)
		}
	}
	out = once(out)
	slices.SortFunc(out, r.people.byKind)
	return out
}

// UnitsWithWork returns the units with a work in the state, by kind, alphabetical.
func (r *Result) UnitsWithWork(s model.State) []*model.Unit {
	if r.Round == nil {
		return nil
	}
	return r.unitsOfWorks(keep(r.Registers.Works.Works, func(w *model.Work) bool { return slices.Contains(w.States, s) }))
}

// ChapterOf returns the newest chapter that tells of res, be it of an older round; nil where none does.
func (r *Result) ChapterOf(res *model.Resolution) *model.Chapter {
	for _, round := range slices.Backward(r.Portal.Rounds) {
		for _, ch := range chaptersOf(round) {
			if slices.Contains(ch.Resolutions, res) {
				return ch
			}
		}
	}
	return nil
}
