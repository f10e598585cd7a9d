package render

import (
	"slices"
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// report tells a monitoring round in the order of its report: every section, and at every printed
// place the records that were read from it. Each place is an anchor, so that a source link anywhere on
// the site ends where the figure is printed.
func (s *site) report(r *model.Round) *page {
	d := r.Document
	p := s.page(reportPath(r), "report", s.Locale.T("report.title", "kind", d.Kind, "number", d.Number))
	p.round = r
	p.crumbs = p.trail(link{p.title, ""})
	p.kicker = markup.Escape(s.Locale.T("report.kicker", "issuer", p.issuer(d), "date", p.date(d.Issued)))
	p.tell(r.Narrative)
	p.narrate(r.Narrative)
	records := p.recordsByPlace(r)
	for i, sec := range r.Sections {
		if strings.Contains(sec.At, ".") {
			continue
		}
		var b markup.B
		p.reportSection(&b, sec, records[sec.At])
		for _, sub := range r.Sections[i+1:] {
			if !strings.HasPrefix(sub.At, sec.At+".") {
				break
			}
			b.Raw(`<section class="sub"`).Attr("id", sub.At).Raw(`><h3>`).Text(sub.At + ". " + sub.Title).Raw(`</h3>`)
			p.reportSection(&b, sub, records[sub.At])
			b.Raw(`</section>`)
		}
		p.add(section{ID: sec.At, Heading: sec.At + ". " + sec.Title, Body: b.String()})
	}
	p.add(p.reportReplies(r))
	p.add(p.sourceSection(d))
	p.add(p.download())
	return p
}

// reportSection writes what one printed section says, in our words and in its records.
func (p *page) reportSection(b *markup.B, sec *model.Section, places []*placed) {
	if sec.Note != "" {
		b.Raw(`<p>`).Text(sec.Note).Raw(`</p>`)
	}
	p.sectionRecords(b, places, sec.At)
}

// placed is what stands at one printed place.
type placed struct {
	at      model.Place
	figures []*model.Figure
	lines   []string // markup
}

// recordsByPlace gathers every record under its section and place, in the order of the sources.
func (p *page) recordsByPlace(r *model.Round) map[string][]*placed {
	out := map[string][]*placed{}
	index := map[string]*placed{}
	at := func(pl model.Place) *placed {
		pl.Column = ""
		key := pl.String()
		if index[key] == nil {
			index[key] = &placed{at: pl}
			out[pl.Section] = append(out[pl.Section], index[key])
		}
		return index[key]
	}
	for _, d := range p.portal.Documents {
		if d.Round == r.ID && d.CitedAt.Section != "" {
			pl := at(d.CitedAt)
			pl.lines = append(pl.lines, p.documentLine(d))
		}
	}
	for _, t := range r.Tables {
		at(t.At)
		for _, f := range t.All() {
			pl := at(f.At)
			pl.figures = append(pl.figures, f)
		}
	}
	for _, c := range r.Chapters {
		if c.Announced != nil {
			pl := at(c.Announced.At)
			pl.lines = append(pl.lines, markup.Escape(p.Locale.T("mechanism.announced", "n", c.Announced.N, "described", len(c.Mechanisms))))
		}
	}
	for _, m := range r.Mechanism {
		pl := at(m.At)
		var b markup.B
		b.Raw(`<b>`).Text(m.Name).Raw(`</b> `).Text(m.Published).Raw(` `)
		p.mechanismDetail(&b, m)
		pl.lines = append(pl.lines, strings.TrimSpace(b.String()))
	}
	for _, ps := range r.Passages {
		pl := at(ps.At)
		pl.lines = append(pl.lines, `<q>`+markup.Escape(ps.Text)+`</q>`)
	}
	for _, w := range r.Works {
		pl := at(w.At)
		pl.lines = append(pl.lines, p.workLine(w))
		for _, also := range w.AlsoAt {
			at(also)
		}
	}
	for _, m := range r.Mentions {
		pl := at(m.At)
		var b markup.B
		b.Raw(`<b>`).Text(p.mentionWho(m)).Raw(`</b> `).Text(m.Text)
		pl.lines = append(pl.lines, b.String())
	}
	for _, list := range [][]*model.Statement{r.Shortcomings, r.Recommendations} {
		for _, st := range list {
			pl := at(st.At)
			pl.lines = append(pl.lines, markup.Escape(st.Text))
		}
	}
	return out
}

func (p *page) documentLine(d *model.Document) string {
	var b markup.B
	b.Raw(`<a href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(d.Kind + " " + d.Number).Raw(`</a>`)
	if d.Title != "" {
		b.Raw(` <q>`).Text(d.Title).Raw(`</q>`)
	} else if d.Short != "" {
		b.Text(", " + lower(d.Short))
	}
	return b.String()
}

func (p *page) workLine(w *model.Work) string {
	var b markup.B
	if w.Round == p.Result.Registers.Works {
		b.Raw(`<a href="`).Text(p.href(worksPath + "#ct-" + w.ID)).Raw(`">`).Text(w.Name).Raw(`</a> `)
	} else {
		b.Text(w.Name).Raw(" ")
	}
	for _, st := range w.States {
		p.state(&b, st)
	}
	for _, y := range w.Replies {
		p.replySign(&b, y)
	}
	return b.String()
}

// sectionRecords writes the places of a section: first what stands at the section as a whole.
func (p *page) sectionRecords(b *markup.B, places []*placed, section string) {
	if len(places) == 0 {
		return
	}
	slices.SortStableFunc(places, func(a, b *placed) int { return order(a.at) - order(b.at) })
	b.Raw(`<ul class="places">`)
	for _, pl := range places {
		if len(pl.figures)+len(pl.lines) == 0 && placeAnchor(pl.at) == section {
			continue
		}
		b.Raw(`<li`)
		if id := placeAnchor(pl.at); id != section {
			b.Attr("id", id)
			b.Raw(`><p class="place">`).Text(capital(strings.TrimPrefix(p.placeText(p.round, pl.at, false), section+",\u00a0"))).Raw(`</p>`)
		} else {
			b.Raw(`>`)
		}
		p.placedFigures(b, pl.figures)
		for _, line := range pl.lines {
			b.Raw(`<p>`, line, `</p>`)
		}
		b.Raw(`</li>`)
	}
	b.Raw(`</ul>`)
}

// order is the reading order within a section: the section itself, paragraphs, bullets, rows, the total.
func order(p model.Place) int {
	switch {
	case p.Total:
		return 4000
	case p.Row > 0:
		return 3000 + p.Row
	case p.Bullet > 0:
		return 2000 + p.Bullet
	}
	return p.Para
}

// placedFigures prints figures as the source does: of whom, what, and the cell to the letter.
func (p *page) placedFigures(b *markup.B, figs []*model.Figure) {
	if len(figs) == 0 {
		return
	}
	b.Raw(`<ul class="cells">`)
	for _, f := range figs {
		b.Raw(`<li><span><a href="`).Text(p.href(figurePath(f))).Raw(`">`).Text(f.Table.Indicator.Name + ", " + p.scopeWord(f)).Raw(`</a></span> `)
		if f.Published == "" {
			p.value(b, f)
		} else {
			b.Raw(`<q>`).Text(f.Published).Raw(`</q>`)
		}
		p.cellMarks(b, f)
		b.Raw(`</li>`)
	}
	b.Raw(`</ul>`)
}
