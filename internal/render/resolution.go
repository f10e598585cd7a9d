package render

import (
	"cmp"
	"strings"

	"minhbach/internal/bulletin"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// trail is the breadcrumb of a page below the home page.
func (p *page) trail(rest ...link) []link {
	out := []link{{p.Locale.T("nav.home"), p.href(homePath)}}
	return append(out, rest...)
}

// resolution answers what was decided, how far it is, unit by unit, what the council asks for next.
func (s *site) resolution(r *model.Resolution) *page {
	p := s.page(resolutionPath(r), "resolution", r.Topic)
	p.current = resolutionsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.resolutions"), p.href(resolutionsPath)}, link{r.Doc.Number, ""})
	p.kicker = markup.Escape(s.Locale.T("resolution.kicker", "kind", r.Doc.Kind, "number", r.Doc.Number, "date", p.date(r.Doc.Issued)))
	c := s.Result.ChapterOf(r)
	if c == nil {
		p.tell(r.Narrative)
		p.add(section{ID: "chua-co", Heading: s.Locale.T("resolution.none"), Body: p.note("resolution.none-note")})
		p.narrate(r.Narrative)
		return p
	}
	v := s.Result.Chapter(c)
	p.round = c.Round
	checks := short(v.Checks)
	p.showChecks(checks)
	p.tell(r.Narrative)
	if len(c.Resolutions) > 1 {
		p.kicker += " " + p.together(c, r)
	}
	p.narrate(r.Narrative)
	p.quoteTitle(r, c)
	p.add(section{ID: "so-lieu-chung", Heading: s.Locale.T("chapter.city"), Note: p.note("chapter.city-note"), Body: p.cityTable(c)})
	p.add(section{ID: "bang", Heading: s.Locale.T("chapter.table"), Note: p.note("chapter.table-note") + p.swipe(), Wide: true, Body: p.unitTable(c)})
	p.add(section{ID: "co-che", Heading: s.Locale.T("chapter.mechanisms"), Body: p.mechanisms(c)})
	p.add(section{ID: "cong-trinh", Heading: s.Locale.T("works.heading"), Note: p.note("works.no-reason"), Body: p.chapterWorks(v)})
	p.add(section{ID: "neu", Heading: s.Locale.T("chapter.mentions"), Body: p.mentionList(v.Mentions)})
	sec := p.checkSection(checks)
	sec.Body += p.elsewhere(len(v.Checks) - len(checks))
	p.add(sec)
	p.add(p.asks(v))
	p.add(section{ID: "van-ban", Heading: s.Locale.T("chapter.documents"), Short: s.Locale.T("nav.documents"), Body: p.timeline(v.Documents)})
	p.add(p.board(resolutionSheetPath(r), bulletin.Bulletin{}))
	p.add(p.recent(history.Subject{Resolution: r}))
	p.add(p.download())
	return p
}

// together says that the report tells of several resolutions at once.
func (p *page) together(c *model.Chapter, self *model.Resolution) string {
	var b markup.B
	for _, r := range c.Resolutions {
		if r != self {
			b.Text(p.Locale.T("resolution.together")).Raw(` <a href="`).Text(p.href(resolutionPath(r))).Raw(`">`).Text(p.Locale.T("resolution.word") + " " + r.Doc.Number).Raw(`</a>.`)
		}
	}
	return b.String()
}

// quoteTitle quotes the full title exactly, with its place, and names the provisions that are followed,
// at the end of what the narrative says the resolution decides.
func (p *page) quoteTitle(r *model.Resolution, c *model.Chapter) {
	var b markup.B
	b.Raw(`<div class="prose"><p>`).Text(p.Locale.T("resolution.full-title")).Raw(` <q>`).Text(r.Doc.Title).Raw(`</q>. `)
	p.citedAt(&b, r.Doc)
	b.Raw(`</p>`)
	if c.Note != "" {
		b.Raw(`<p class="quiet">`).Text(c.Note).Raw(`</p>`)
	}
	b.Raw(`</div>`)
	if len(r.Provisions) > 0 {
		b.Raw(`<dl class="terms">`)
		term := ""
		for _, pr := range r.Provisions {
			if t := capital(cmp.Or(pr.Place, p.Locale.T("resolution.provision"))); t != term { // one term heads all it names
				if term != "" {
					b.Raw(`</div>`)
				}
				b.Raw(`<div><dt>`).Text(t).Raw(`</dt>`)
				term = t
			}
			b.Raw(`<dd>`).Text(pr.Name).Raw(`</dd>`)
		}
		b.Raw(`</div></dl>`)
	}
	if len(p.sections) == 0 {
		p.sections = append(p.sections, section{ID: "ten", Heading: p.Locale.T("resolution.title-heading")})
	}
	p.sections[0].Body += b.String()
}

func (p *page) swipe() string {
	return `<p class="swipe">` + markup.Escape(p.Locale.T("table.swipe")) + `</p>`
}

// cityTable lists the chapter's figures of the whole city: totals, breakdowns, published counts.
func (p *page) cityTable(c *model.Chapter) string {
	var figs []*model.Figure
	for _, t := range c.Tables {
		for _, f := range t.All() {
			if f.Scope != model.OfUnit {
				figs = append(figs, f)
			}
		}
	}
	return p.figureTable(figs, "city-"+c.ID, false)
}

func (p *page) unitLink(b *markup.B, u *model.Unit) {
	b.Raw(`<a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(p.unitName(u)).Raw(`</a>`)
}

// chapterWorks lists the works of a chapter by unit and the others that are not late.
func (p *page) chapterWorks(v *derive.ChapterView) string {
	if len(v.Works) == 0 {
		return ""
	}
	return p.lateWorks(v.Works)
}

// asks are the requests the report ties to one of the chapter's resolutions.
func (p *page) asks(v *derive.ChapterView) section {
	body, note := `<p class="quiet">`+markup.Escape(p.Locale.T("asks.none-tied"))+`</p>`, ""
	if len(v.Asks) > 0 {
		body, note = p.askList(v.Asks, true), p.paragraph(p.answersTo(v.Asks, p.round))
	}
	body += p.more(recommendationsPath, "asks.more", "n", bullets(p.round.Recommendations))
	return section{ID: "de-nghi", Heading: p.Locale.T("asks.heading"), Short: p.Locale.T("nav.recommendations"), Note: note, Body: body}
}

// bullets counts printed bullets: several requests of one bullet share its place.
func bullets(ss []*model.Statement) int {
	seen := map[string]bool{}
	for _, s := range ss {
		seen[s.At.String()] = true
	}
	return len(seen)
}

// timeline lists documents by date, the undated last.
func (p *page) timeline(docs []*model.Document) string {
	if len(docs) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ol class="time">`)
	for _, d := range docs {
		b.Raw(`<li>`)
		if d.Issued.IsZero() {
			b.Raw(`<span class="when">`).Text(p.Locale.T("date.unknown")).Raw(`</span>`)
		} else {
			b.Raw(`<time datetime="`, d.Issued.String(), `">`).Text(p.date(d.Issued)).Raw(`</time>`)
		}
		b.Raw(`<a href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(d.Kind + " " + p.Locale.T("document.number", "number", d.Number)).Raw(`</a>`)
		if about := strings.TrimSpace(d.Short); about != "" {
			b.Text(", " + lower(about))
		}
		b.Raw(`</li>`)
	}
	return b.Raw(`</ol>`).String()
}
