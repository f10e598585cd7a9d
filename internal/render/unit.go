package render

import (
	"slices"
	"strings"

	"minhbach/internal/bulletin"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// unit is the scorecard: what this unit did, resolution by resolution, with its state, its peers of
// the same kind and the source; works and why; what is asked of it; how complete its data is.
func (s *site) unit(u *model.Unit) *page {
	p := s.page(unitPath(u), "unit", "")
	p.title = capital(s.unitName(u))
	p.h1 = p.title
	p.current = unitsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), p.href(unitsPath)}, link{u.Name, ""})
	p.kicker = markup.Escape(s.Locale.T("unit.kicker", "n", len(s.peersOf(u)), "kind", s.kindName(u.Kind), "place", s.placeOf(u)))
	p.kicker += p.alsoWritten(u) + p.ended(u)
	v := s.Result.Unit(u)
	if v == nil || s.round == nil {
		p.add(section{ID: "chua-co", Heading: s.Locale.T("unit.none"), Body: p.note("unit.none-note")})
		return p
	}
	p.showChecks(v.Checks)
	p.lead = p.unitLead(v) + p.contested(u)
	p.description = s.Locale.T("unit.description", "unit", p.title, "kind", s.round.Document.Kind, "number", s.round.Document.Number)
	p.facts = p.unitFacts(v)
	if u.Narrative != nil {
		p.tellOf(u.Narrative)
		p.narrate(u.Narrative)
	}
	p.add(section{ID: "tung-nghi-quyet", Heading: s.Locale.T("unit.ledger"), Note: p.ledgerNote(v), Body: p.ledger(v)})
	p.add(section{ID: "cung-loai", Heading: s.Locale.T("unit.peers", "kind", s.kindName(u.Kind)), Note: p.note("unit.peers-note", "kind", s.kindName(u.Kind)), Body: p.peers(v)})
	p.add(p.replySection(u))
	p.add(p.checkSection(v.Checks))
	p.add(section{ID: "cong-trinh", Heading: s.Locale.T("works.heading"), Body: p.unitWorks(v)})
	p.add(section{ID: "neu", Heading: s.Locale.T("unit.mentions"), Body: p.unitMentions(v)})
	if len(v.Asks) > 0 {
		p.add(section{ID: "de-nghi", Heading: s.Locale.T("unit.asks", "kind", s.kindName(u.Kind)),
			Note: p.note("unit.asks-note", "n", bullets(v.Asks)) + p.paragraph(p.answersTo(v.Asks, s.Result.Registers.Asks)), Body: p.askList(v.Asks, true)})
	}
	p.add(section{ID: "so-lieu", Heading: s.Locale.T("unit.figures"), Short: s.Locale.T("nav.data"), Note: p.note("unit.figures-note"), Body: p.unitFigures(v)})
	p.add(p.board(unitSheetPath(u), bulletin.Unit(s.Result, s.Locale, u)))
	p.add(p.recent(history.Subject{Unit: u}))
	p.add(p.download())
	return p
}

// ledgerNote says of how many chapters the report knows something of this unit alone.
func (p *page) ledgerNote(v *derive.UnitView) string {
	kind := p.kindName(v.Unit.Kind)
	if v.Known == v.Of {
		return p.note("unit.ledger-note-all", "of", v.Of, "kind", kind)
	}
	return p.note("unit.ledger-note", "known", v.Known, "of", v.Of, "silent", v.Of-v.Known, "kind", kind)
}

// placeOf is what a unit belongs to, in a sentence.
func (s *site) placeOf(u *model.Unit) string {
	if u.Parent != nil {
		return s.unitName(u.Parent)
	}
	return s.portal.PlaceLong
}

// alsoWritten gives the other spellings of a unit, by which a reader may know it.
func (p *page) alsoWritten(u *model.Unit) string {
	names := u.OtherNames()
	if len(names) == 0 {
		return ""
	}
	return " " + markup.Escape(p.Locale.T("unit.also", "names", strings.Join(names, ", ")))
}

// ended says until when a unit existed and what it became; its page and its figures stay.
func (p *page) ended(u *model.Unit) string {
	var b markup.B
	if !u.ValidTo.IsZero() {
		b.Raw(" ").Text(p.Locale.T("unit.until", "date", p.date(u.ValidTo)))
	}
	for i, next := range u.Successors {
		if i == 0 {
			b.Raw(" ").Text(p.Locale.T("unit.became"))
		}
		b.Raw(" ")
		p.unitLink(&b, next)
	}
	return b.String()
}

func worksInState(ws []*model.Work, st model.State) []*model.Work {
	var out []*model.Work
	for _, w := range ws {
		if hasState(w, st) {
			out = append(out, w)
		}
	}
	return out
}

// unitWorks are the works of the unit with their states, and every place that names them.
func (p *page) unitWorks(v *derive.UnitView) string {
	if len(v.Works) == 0 {
		return `<p class="quiet">` + markup.Escape(p.Locale.T("works.not-named", "kind", p.kindName(v.Unit.Kind))) + `</p>`
	}
	var b markup.B
	b.Raw(`<p class="quiet">`).Text(p.Locale.T("works.no-reason")).Raw(`</p><ul class="works">`)
	for _, w := range v.Works {
		b.Raw(`<li><p class="who">`).Text(w.Name).Raw(" ")
		for _, st := range w.States {
			p.state(&b, st)
		}
		b.Raw(" ")
		p.replies(&b, w.Replies)
		b.Raw(`</p><p class="what">`)
		p.workDetail(&b, w)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func (p *page) workDetail(b *markup.B, w *model.Work) {
	if w.Figure != nil && w.Figure.Value != nil {
		b.Text(p.Locale.T("works.money", "amount", p.amount(w.Figure), "n", sharing(w))).Raw(" ")
	}
	if w.Reason != "" {
		b.Text(p.Locale.T("works.reason", "reason", w.Reason)).Raw(" ")
	}
	if w.Note != "" {
		b.Raw(`<span class="quiet">`).Text(w.Note).Raw(`</span> `)
	}
	p.srcs(b, w.Round, append([]model.Place{w.At}, w.AlsoAt...))
}

// sharing counts the works whose money is the same printed figure.
func sharing(w *model.Work) int {
	n := 0
	for _, other := range w.Round.Works {
		if other.Figure == w.Figure {
			n++
		}
	}
	return n
}

// unitMentions is what the report says of the unit in words, its shortcomings, and its figures outside
// the chapters.
func (p *page) unitMentions(v *derive.UnitView) string {
	if len(v.Mentions)+len(v.Shortcomings) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="works">`)
	for _, kind := range []model.MentionKind{model.Well, model.Weak, model.Note} {
		for _, m := range v.Mentions {
			if m.Kind != kind {
				continue
			}
			b.Raw(`<li><p class="who">`).Text(p.Locale.T("mention." + string(kind)))
			if m.AllUnits {
				b.Raw(` <span class="small quiet">`).Text(p.Locale.T("mention.all")).Raw(`</span>`)
			} else if len(m.Units) > 1 {
				b.Raw(` <span class="small quiet">`).Text(p.Locale.T("mention.with", "n", len(m.Units)-1)).Raw(`</span>`)
			}
			b.Raw(`</p><p class="what">`)
			p.mentionText(&b, m)
			b.Raw(`</p></li>`)
		}
	}
	for _, st := range v.Shortcomings {
		if mentionedAt(v.Mentions, st.At) {
			continue // the sentence is told above; once is enough
		}
		b.Raw(`<li><p class="who">`).Text(p.Locale.T("mention.weak")).Raw(`</p><p class="what">`).Text(st.Text).Raw(" ")
		p.src(&b, st.Round, st.At)
		b.Raw(" ")
		p.replies(&b, st.Replies)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func mentionedAt(ms []*model.Mention, at model.Place) bool {
	for _, m := range ms {
		if m.At == at {
			return true
		}
	}
	return false
}

// olderFigures are the unit's figures of older reports: none of them gives way to a newer one.
func (p *page) olderFigures(b *markup.B, u *model.Unit) {
	for _, r := range slices.Backward(p.portal.Rounds) {
		if r == p.Result.Round {
			continue
		}
		var figs []*model.Figure
		for _, t := range r.Tables {
			if f := t.Of(u); f != nil {
				figs = append(figs, f)
			}
		}
		if len(figs) > 0 {
			b.Raw(`<div><h3>`).Text(p.Locale.T("unit.older", "report", p.documentName(r.Document), "date", p.date(r.Document.Issued))).Raw(`</h3>`,
				p.figureTable(figs, "so-lieu-"+r.ID, true), `</div>`)
		}
	}
}

// unitFigures is every figure of the unit under its permanent address, and what is not known.
func (p *page) unitFigures(v *derive.UnitView) string {
	var figs []*model.Figure
	for _, c := range v.Chapters {
		figs = append(figs, c.Figures...)
	}
	figs = append(figs, v.Others...)
	var b markup.B
	b.Raw(p.figureTable(figs, "so-lieu", true))
	p.olderFigures(&b, v.Unit)
	var silent []string
	for _, t := range p.round.Tables {
		if t.Of(v.Unit) == nil && len(t.Units) > 0 {
			silent = append(silent, lower(t.Indicator.Name))
		}
	}
	if len(silent) > 0 {
		b.Raw(`<p class="quiet">`).Text(p.Locale.T("unit.silent", "list", strings.Join(silent, "; "))).Raw(`</p>`)
	}
	return b.String()
}
