package derive

import (
	"slices"

	"minhbach/internal/model"
)

// views builds the views of the newest round: of every unit of the portal, whose address lives on even
// when the unit does not, and of every chapter; of a resolution that only an older round tells of, its
// newest chapter. What the source says of units is handed to each of them
// in one pass, so that the cost does not grow with units × statements.
func (r *Result) views() (map[*model.Unit]*UnitView, map[*model.Chapter]*ChapterView) {
	units := make(map[*model.Unit]*UnitView, len(r.Portal.Units))
	for _, u := range r.Portal.Units {
		units[u] = &UnitView{Unit: u, Checks: r.checks.unit[u]}
	}
	chapters := map[*model.Chapter]*ChapterView{}
	if r.Round == nil {
		return units, chapters
	}
	r.handOut(units)
	s := newShared(r.Round)
	for _, v := range units {
		v.tell(s)
	}
	for i, ch := range s.chapters {
		chapters[ch] = r.chapterView(ch, func(u *model.Unit) model.State { return units[u].Chapters[i].State })
	}
	r.olderChapters(chapters)
	return units, chapters
}

// olderChapters adds the chapters of resolutions of which the newest round does not tell.
func (r *Result) olderChapters(chapters map[*model.Chapter]*ChapterView) {
	of := map[*model.Round]shared{}
	for _, res := range r.Portal.Resolutions {
		ch := r.ChapterOf(res)
		if ch == nil || chapters[ch] != nil {
			continue
		}
		if _, ok := of[ch.Round]; !ok {
			of[ch.Round] = newShared(ch.Round)
		}
		chapters[ch] = r.chapterView(ch, func(u *model.Unit) model.State {
			return (&UnitView{Unit: u}).chapter(ch, of[ch.Round]).State
		})
	}
}

// handOut gives each unit the works, mentions and statements that concern it, in source order.
func (r *Result) handOut(units map[*model.Unit]*UnitView) {
	everyone := r.people.counted(r.Round)
	for _, w := range r.Registers.Works.Works {
		if w.Unit != nil {
			units[w.Unit].Works = append(units[w.Unit].Works, w)
		}
	}
	for _, m := range r.Round.Mentions {
		to := m.Units
		if m.AllUnits {
			to = everyone
		}
		for _, u := range to {
			units[u].Mentions = append(units[u].Mentions, m)
		}
	}
	for _, st := range r.Registers.Shortcomings.Shortcomings {
		for _, u := range st.Units {
			units[u].Shortcomings = append(units[u].Shortcomings, st)
		}
	}
	for _, st := range r.Registers.Asks.Recommendations {
		for _, u := range askedOf(st, everyone) {
			units[u].Asks = append(units[u].Asks, st)
		}
	}
}

// askedOf returns the units a request is made of: those it names, and everyone where it is addressed to a
// body that every unit has, unless it names the units it is meant for in a complete list.
func askedOf(st *model.Statement, everyone []*model.Unit) []*model.Unit {
	every := slices.ContainsFunc(st.Addressees, func(b *model.Body) bool { return b.Units })
	if every && (len(st.Units) == 0 || st.Open) {
		return everyone
	}
	return st.Units
}

// shared is what the views of all units look up, gathered once.
type shared struct {
	chapters   []*model.Chapter // in report order
	loose      []*model.Table   // outside the chapters
	city       map[*model.Chapter][]*model.Figure
	mechanisms map[*model.Unit][]*model.Mechanism
}

func newShared(round *model.Round) shared {
	s := shared{
		chapters:   chaptersOf(round),
		loose:      keep(round.Tables, func(t *model.Table) bool { return t.Chapter == nil }),
		city:       map[*model.Chapter][]*model.Figure{},
		mechanisms: map[*model.Unit][]*model.Mechanism{},
	}
	for _, ch := range s.chapters {
		for _, t := range ch.Tables {
			s.city[ch] = append(s.city[ch], keep([]*model.Figure{t.Total, t.City}, isThere)...)
		}
	}
	for _, m := range round.Mechanism {
		for _, u := range named(m) {
			s.mechanisms[u] = append(s.mechanisms[u], m)
		}
	}
	return s
}

func isThere(f *model.Figure) bool { return f != nil }

// named returns the units a mechanism names, each once.
func named(m *model.Mechanism) []*model.Unit {
	units := slices.Clone(m.Units)
	for _, item := range m.Items {
		if item.Unit != nil {
			units = append(units, item.Unit)
		}
	}
	return once(units)
}

// tell fills in the chapters of the unit and what follows from them.
func (v *UnitView) tell(s shared) {
	v.Of = len(s.chapters)
	for _, ch := range s.chapters {
		c := v.chapter(ch, s)
		v.Chapters = append(v.Chapters, c)
		if c.State != model.NotStated && c.State != model.Blank {
			v.Known++
		}
	}
	v.Others = figuresOf(v.Unit, s.loose)
	v.Headlines = headlines(v)
}

// chapter tells of the unit in one chapter. Its state is the most its figures say; a unit that only a
// mechanism names is in that mechanism's state.
func (v *UnitView) chapter(ch *model.Chapter, s shared) *UnitChapter {
	c := &UnitChapter{Chapter: ch, State: model.NotStated, Figures: figuresOf(v.Unit, ch.Tables)}
	c.Mechanisms = keep(s.mechanisms[v.Unit], func(m *model.Mechanism) bool { return m.Chapter == ch })
	c.Late = keep(v.Works, func(w *model.Work) bool { return w.Chapter == ch && isLate(w) })
	for _, f := range c.Figures {
		c.know(stateOf(f))
	}
	if c.State == model.NotStated {
		for _, m := range c.Mechanisms {
			c.know(mechanismState(m))
		}
	}
	if c.State == model.NotStated {
		c.City = s.city[ch]
	}
	return c
}

// know raises the state to s where s is more.
func (c *UnitChapter) know(s model.State) {
	if byKnowledge(s, c.State) < 0 {
		c.State = s
	}
}

func mechanismState(m *model.Mechanism) model.State {
	if m.State == "" {
		return model.Told
	}
	return m.State
}

// figuresOf returns the figures of u, in the order of the tables.
func figuresOf(u *model.Unit, tables []*model.Table) []*model.Figure {
	var out []*model.Figure
	for _, t := range tables {
		if f := t.Of(u); f != nil {
			out = append(out, f)
		}
	}
	return out
}

// headlines returns the unit's figures of headline indicators, those with a number first.
func headlines(v *UnitView) []*model.Figure {
	var out []*model.Figure
	for _, c := range v.Chapters {
		out = append(out, c.Figures...)
	}
	out = keep(append(out, v.Others...), func(f *model.Figure) bool { return f.Table.Indicator.Headline })
	slices.SortStableFunc(out, func(a, b *model.Figure) int { return hasNoNumber(a) - hasNoNumber(b) })
	return out
}

func hasNoNumber(f *model.Figure) int {
	if stateOf(f) == model.Reported {
		return 0
	}
	return 1
}
