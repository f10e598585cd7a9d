package render

import (
	"slices"
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// askList writes requests, one number per printed bullet: several requests of one bullet stand
// together, so that counting them gives what the report prints.
func (p *page) askList(asks []*model.Statement, who bool) string {
	var b markup.B
	b.Raw(`<ol class="asks">`)
	for i := 0; i < len(asks); {
		j := i
		for j < len(asks) && asks[j].At == asks[i].At {
			j++
		}
		b.Raw(`<li><div>`)
		if who {
			b.Raw(`<p class="to">`).Text(p.addressees(asks[i])).Raw(`</p>`)
		}
		for _, a := range asks[i:j] {
			p.ask(&b, a)
		}
		b.Raw(`<p class="meta">`)
		p.src(&b, asks[i].Round, asks[i].At)
		b.Raw(`</p></div></li>`)
		i = j
	}
	return b.Raw(`</ol>`).String()
}

// ask is one request: its text, deadline, the resolutions the report ties it to.
func (p *page) ask(b *markup.B, a *model.Statement) {
	b.Raw(`<p`).Attr("id", "dn-"+a.ID).Raw(`>`).Text(a.Text)
	for _, r := range a.Resolutions {
		b.Raw(` <a class="tag" href="`).Text(p.href(resolutionPath(r))).Raw(`">`).Text(p.Locale.T("resolution.word") + " " + shortNumber(r)).Raw(`</a>`)
	}
	for _, d := range a.Documents {
		b.Raw(` <a class="tag" href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(d.Number).Raw(`</a>`)
	}
	b.Raw(`</p>`)
	if a.Deadline != "" {
		b.Raw(`<p class="meta"><span>`).Text(p.Locale.T("asks.deadline", "deadline", a.Deadline)).Raw(`</span> `)
		if !a.Due.IsZero() && p.Result.AsOf.Before(a.Due) {
			b.State(glyphs[model.NotYetDue], p.Locale.T("asks.not-yet-due", "date", p.date(p.Result.AsOf)))
		}
		b.Raw(`</p>`)
	}
	if a.Note != "" {
		b.Raw(`<p class="meta quiet">`).Text(a.Note).Raw(`</p>`)
	}
	if len(a.Replies) > 0 {
		b.Raw(`<p class="meta">`)
		p.replies(b, a.Replies)
		b.Raw(`</p>`)
	}
}

func (p *page) addressees(a *model.Statement) string {
	names := make([]string, len(a.Addressees))
	for i, body := range a.Addressees {
		names[i] = body.Name
	}
	return strings.Join(names, ", ")
}

// recommendations is the register of requests: by addressee, then by resolution, then by unit.
func (s *site) recommendations() *page {
	p := s.page(recommendationsPath, "recommendations", s.Locale.T("asks.title"))
	p.current = recommendationsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.recommendations"), ""})
	if s.round == nil {
		return p
	}
	p.round = s.Result.Registers.Asks
	all := p.round.Recommendations
	p.lead = rich(s.Locale.T("asks.lead", "n", bullets(all))) + " " + rich(p.answersTo(all, p.round))
	deadlines := 0
	for _, a := range all {
		if a.Deadline != "" {
			deadlines++
		}
	}
	p.facts = []fact{
		{Label: s.Locale.T("asks.fact.bullets"), Num: s.Locale.Int(bullets(all)), Note: markup.Escape(s.Locale.T("asks.fact.bullets-note", "n", len(all)))},
		{Label: s.Locale.T("asks.fact.deadline"), Num: s.Locale.Int(deadlines), Note: markup.Escape(s.Locale.T("asks.fact.deadline-note"))},
	}
	for _, body := range s.portal.Bodies {
		var to []*model.Statement
		for _, a := range all {
			if addressed(a, body) {
				to = append(to, a)
			}
		}
		if len(to) == 0 {
			continue
		}
		note := ""
		if body.Units {
			note = p.note("asks.every-unit", "n", s.Result.Counted(p.round))
		}
		p.add(section{ID: "gui-" + body.ID, Heading: body.Name, Note: note, Body: p.askList(to, false)})
	}
	p.add(section{ID: "theo-nghi-quyet", Heading: s.Locale.T("asks.by-resolution"), Note: p.note("asks.by-resolution-note"), Body: p.asksByResolution(all)})
	p.add(p.download())
	return p
}

// answersTo says how far the source goes, and to how many of its requests an answer is recorded since: on the page of
// a unit, its own.
func (p *page) answersTo(asks []*model.Statement, r *model.Round) string {
	n := 0
	for _, a := range asks {
		if slices.ContainsFunc(a.Replies, func(y *model.Reply) bool { return p.kind != "unit" || unitPath(y.Unit) == p.path }) {
			n++
		}
	}
	if n == 0 {
		return p.Locale.T("asks.source-ends", "date", p.date(r.AsOf))
	}
	return p.Locale.T("asks.answered", "date", p.date(r.AsOf), "n", n, "rest", len(asks)-n)
}

func addressed(a *model.Statement, b *model.Body) bool {
	for _, to := range a.Addressees {
		if to == b {
			return true
		}
	}
	return false
}

// asksByResolution lists, per resolution, the requests the report ties to it, and says where there are
// none.
func (p *page) asksByResolution(all []*model.Statement) string {
	var b markup.B
	b.Raw(`<ul class="ledger">`)
	for _, c := range p.Result.Matrix.Chapters {
		b.Raw(`<li>`)
		p.tile(&b, c)
		b.Raw(`<span class="topic">`).Text(c.Topic).Raw(`</span><span class="val">`)
		n := 0
		for _, a := range all {
			if tied(a, c) {
				if n > 0 {
					b.Raw(`<br>`)
				}
				n++
				b.Raw(`<a href="#dn-`, a.ID, `">`).Text(a.Text).Raw(`</a> `)
				p.src(&b, a.Round, a.At)
			}
		}
		if n == 0 {
			b.Raw(`<span class="quiet">`).Text(p.Locale.T("asks.none-tied")).Raw(`</span>`)
		}
		b.Raw(`</span></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func tied(a *model.Statement, c *model.Chapter) bool {
	for _, r := range a.Resolutions {
		for _, own := range c.Resolutions {
			if r == own {
				return true
			}
		}
	}
	return false
}

// shortcomings is the register of what the report faults, in its order.
func (s *site) shortcomings() *page {
	p := s.page(shortcomingsPath, "shortcomings", s.Locale.T("shortcomings.title"))
	p.crumbs = p.trail(link{s.Locale.T("nav.shortcomings"), ""})
	if s.round == nil {
		return p
	}
	p.round = s.Result.Registers.Shortcomings
	all := p.round.Shortcomings
	p.lead = rich(s.Locale.T("shortcomings.lead", "n", bullets(all)))
	p.add(section{ID: "danh-sach", Heading: s.Locale.T("shortcomings.heading"), Note: p.note("shortcomings.note"), Body: p.askList(all, false)})
	var weak, well []*model.Mention
	for _, m := range p.round.Mentions {
		switch {
		case len(m.Units) == 0 && !m.AllUnits: // of works without a name, which have their own page
		case m.Kind == model.Weak:
			weak = append(weak, m)
		case m.Kind == model.Well:
			well = append(well, m)
		}
	}
	p.add(section{ID: "neu-ten-han-che", Heading: s.Locale.T("mentions.weak"), Note: p.note("mentions.note"), Body: p.mentionList(weak)})
	p.add(section{ID: "neu-ten-lam-tot", Heading: s.Locale.T("mentions.well"), Note: p.note("mentions.note"), Body: p.mentionList(well)})
	p.add(p.download(link{s.Locale.T("download.shortcomings"), csvPath(shortcomingsPath)}, link{s.Locale.T("download.mentions"), "neu-ten.csv"}))
	return p
}

// mentionList writes what the source says of units in words. What it says of works without naming a
// unit stands with the works.
func (p *page) mentionList(all []*model.Mention) string {
	var ms []*model.Mention
	for _, m := range all {
		if m.AllUnits || len(m.Units) > 0 || m.State == "" {
			ms = append(ms, m)
		}
	}
	if len(ms) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="works">`)
	for _, m := range ms {
		b.Raw(`<li><p class="who">`)
		if len(m.Units) > 0 && !m.AllUnits {
			b.Raw(`<span>`) // one item of the line, so that the commas stay with the names
			for i, u := range m.Units {
				if i > 0 {
					b.Raw(`, `)
				}
				b.Raw(`<a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(u.Name).Raw(`</a>`)
			}
			if m.Open {
				b.Raw(`…`)
			}
			b.Raw(`</span>`)
		} else {
			b.Text(p.mentionWho(m))
		}
		b.Raw(`</p><p class="what">`)
		p.mentionText(&b, m)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func (p *page) mentionText(b *markup.B, m *model.Mention) {
	if m.State != "" {
		p.state(b, m.State)
		b.Raw(" ")
	}
	b.Text(m.Text).Raw(" ")
	if m.Open {
		b.Raw(`<span class="quiet">`).Text(p.Locale.T("mention.open")).Raw(`</span> `)
	}
	if m.Note != "" {
		b.Raw(`<span class="quiet">`).Text(m.Note).Raw(`</span> `)
	}
	p.src(b, m.Round, m.At)
	b.Raw(" ")
	p.replies(b, m.Replies)
}
