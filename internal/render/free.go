package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// free is a page of content/pages: about, method, accessibility, and whatever a portal adds.
func (s *site) free(pg *model.Page) *page {
	p := s.page(pagePath(pg.ID), "page", pg.ID)
	p.round = p.roundTold(pg.Doc) // a page of its own is of the report it speaks of
	p.tell(pg.Doc)
	p.crumbs = p.trail(link{p.title, ""})
	p.narrate(pg.Doc)
	return p
}

// states explains every glyph and word of the site: what each means, and what it is not.
func (s *site) states() *page {
	p := s.page(statesPath, "states", s.Locale.T("states.heading"))
	p.tell(s.narrativeOf("states"))
	p.crumbs = p.trail(link{p.title, ""})
	p.narrate(s.narrativeOf("states"))
	var figures, works, checks, replies markup.B
	figures.Raw(`<dl class="terms">`)
	works.Raw(`<dl class="terms">`)
	checks.Raw(`<dl class="terms">`)
	replies.Raw(`<dl class="terms">`)
	p.term(&figures, "zero", s.Locale.T("state.zero"), s.Locale.T("state-means.zero"))
	for _, st := range legendOrder {
		b := &figures
		if st == model.Late || st == model.NotHandedOver || st == model.NotSettled || st == model.InDebt {
			b = &works
		}
		p.term(b, glyphs[st], s.stateWord(st), s.Locale.T("state-means."+string(st)))
	}
	for _, c := range []struct{ glyph, verdict string }{{"neq", "differs"}, {"eq", "agrees"}, {"rest", "remainder"}, {"same", "same"}, {"sic", "as-printed"}, {"note", "noted"}} {
		p.term(&checks, c.glyph, s.Locale.T("verdict."+c.verdict), s.Locale.T("verdict-means."+c.verdict))
	}
	for _, status := range model.ReplyStatuses {
		p.term(&replies, replyGlyphs[status], s.Locale.T("reply.status."+string(status)), s.Locale.T("reply.means."+string(status)))
	}
	p.add(section{ID: "so-lieu", Heading: s.Locale.T("states.figures"), Note: p.note("states.figures-note"), Body: figures.String() + `</dl>`})
	p.add(section{ID: "cong-trinh", Heading: s.Locale.T("states.works"), Body: works.String() + `</dl>`})
	p.add(section{ID: "doi-chieu", Heading: s.Locale.T("states.checks"), Body: checks.String() + `</dl>`})
	p.add(section{ID: "tra-loi", Heading: s.Locale.T("reply.report-heading"), Note: p.note("reply.note"), Body: replies.String() + `</dl>`})
	return p
}

func (p *page) term(b *markup.B, glyph, word, means string) {
	b.Raw(`<div><dt>`).State(glyph, word).Raw(`</dt><dd>`).Text(means).Raw(`</dd></div>`)
}

// notFound is served by the web server at any depth.
func (s *site) notFound() *page {
	p := s.page(NotFoundPath, "not-found", s.Locale.T("notfound.title"))
	p.lead = rich(s.Locale.T("notfound.lead"))
	p.acts = []link{{s.Locale.T("home.find"), p.href(unitsPath)}, {s.Locale.T("nav.home"), p.href(homePath)}}
	return p
}
