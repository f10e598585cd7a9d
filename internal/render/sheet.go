package render

import (
	"slices"
	"strings"

	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/qr"
)

// A sheet is one A4 page to be pinned up: what matters of a unit or a resolution in large type, with bars, states in
// words, the date of its figures, who compiled it from what, and the way to the whole of it as an address and a QR code.
//
// It is one page whatever the data: in print its middle has a fixed height, its blocks stand below each other in
// order, and a block that finds no room is left out whole (sheet.css). So the order is what matters most, and the
// foot always says that the page of the site has everything. Texts that know no end are bounded in lines.
//
// What is always left out would only be weight, so a list has at most so many rows, and a chart so many bars.
const (
	mostSheetRows   = 24
	mostSheetBars   = 16
	mostSheetCharts = 3
)

// sheet is what one sheet is made of, each of it markup.
type sheet struct {
	kicker, heading, lead string
	blocks                []string // the most important first
	whole                 string   // path of the page that has everything
	name                  string   // what that page is called
}

// toldUnits and toldResolutions are what has a sheet: what a report tells of.
func (s *site) toldUnits() []*model.Unit {
	if s.round == nil {
		return nil
	}
	return s.portal.Units
}

func (s *site) toldResolutions() []*model.Resolution {
	return slices.DeleteFunc(slices.Clone(s.portal.Resolutions), func(r *model.Resolution) bool { return s.Result.ChapterOf(r) == nil })
}

// unitSheet is the sheet of a unit.
func (s *site) unitSheet(u *model.Unit) *page {
	name := capital(s.unitName(u))
	p := s.sheetPage(unitSheetPath(u), name)
	p.canonical = unitPath(u)
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), p.href(unitsPath)}, link{u.Name, p.href(unitPath(u))}, link{s.Locale.T("sheet.short"), ""})
	p.current = unitsPath
	v := s.Result.Unit(u)
	sh := sheet{kicker: s.portal.PlaceLong, heading: name, whole: unitPath(u), name: name}
	sh.lead = s.Locale.T("sheet.lead", "report", p.documentName(s.round.Document), "what", s.unitName(u))
	sh.blocks = append([]string{p.sheetFacts(p.largeFigures(v)), p.sheetLate(v.Works), p.sheetHeading(s.Locale.T("unit.ledger"))}, p.sheetChapters(v)...)
	sh.blocks = append(sh.blocks, p.sheetPeers(v)...)
	p.sheet = p.sheetMarkup(sh)
	return p
}

// sheetPage begins a sheet.
func (s *site) sheetPage(path, what string) *page {
	p := s.page(path, "sheet", s.Locale.T("sheet.title", "what", what))
	p.description = s.Locale.T("sheet.description", "what", what)
	return p
}

// sheetMarkup composes a sheet.
func (p *page) sheetMarkup(sh sheet) string {
	var b markup.B
	b.Raw(`<article class="sheet"><header class="sheet-head"><p class="sheet-kicker">`).Text(sh.kicker).Raw(`</p><h1>`).Text(sh.heading).Raw(`</h1>`)
	b.Raw(`<p class="sheet-lead">`).Text(sh.lead).Raw(` <b class="asof">`).Text(p.Locale.T("sheet.asof", "date", p.date(p.round.AsOf))).
		Raw(`</b></p></header><div class="sheet-body">`)
	for _, block := range sh.blocks {
		b.Raw(block)
	}
	b.Raw(`</div>`)
	p.sheetFoot(&b, sh)
	return b.Raw(`</article>`).String()
}

// sheetFoot says where everything stands, who compiled the sheet from what, and that it grows old.
func (p *page) sheetFoot(b *markup.B, sh sheet) {
	b.Raw(`<footer class="sheet-foot">`)
	address := p.siteAddress(sh.whole)
	if address != "" {
		if code, err := qr.Draw(address); err == nil { // too long an address for a code is still there in words
			p.code(b, code, address)
		}
	}
	b.Raw(`<div class="sheet-notes"><p class="sheet-way">`)
	if address != "" {
		b.Text(p.Locale.T("sheet.scan")).Raw(` <a href="`).Text(p.href(sh.whole)).Raw(`">`).Text(address).Raw(`</a>`)
	} else {
		b.Text(p.Locale.T("sheet.no-address", "portal", p.portal.Name)).Raw(` <a href="`).Text(p.href(sh.whole)).Raw(`">`).Text(sh.name).Raw(`</a>`)
	}
	b.Raw(`</p><p class="sheet-old">`).Text(p.Locale.T("sheet.superseded")).Raw(`</p><p class="sheet-who">`)
	if p.portal.Official {
		b.Text(p.Locale.T("foot.official", "publisher", p.portal.Publisher))
	} else {
		b.Text(p.Locale.T("foot.compiled", "publisher", p.portal.Publisher, "council", p.portal.Council))
	}
	d := p.round.Document
	b.Raw(" ").Text(p.Locale.T("foot.source", "kind", d.Kind, "number", d.Number, "date", p.date(d.Issued), "issuer", p.issuer(d))).
		Raw(`</p></div></footer>`)
}

// code draws a QR code; it is black on white on every screen and paper, for readers of codes.
func (p *page) code(b *markup.B, c qr.Code, address string) {
	size := p.Locale.Int(c.Size)
	b.Raw(`<svg class="qr" viewBox="0 0 `, size, " ", size, `" width="160" height="160" shape-rendering="crispEdges" role="img"`).
		Attr("aria-label", p.Locale.T("sheet.code", "address", address)).Raw(`><rect width="`, size, `" height="`, size, `" fill="#fff"/><path fill="#000" d="`, c.Path, `"/></svg>`)
}

// siteAddress is the absolute address of a page, "" where the portal's is not known.
func (p *page) siteAddress(path string) string {
	if p.portal.BaseURL == "" {
		return ""
	}
	return strings.TrimSuffix(p.portal.BaseURL, "/") + "/" + path
}

func (p *page) sheetHeading(text string) string {
	return `<h2>` + markup.Escape(text) + `</h2>`
}

// largeFigures are the figures of a unit to be read from afar: its headlines, numbers before states. What must be read
// beside them stands in the rows.
func (p *page) largeFigures(v *derive.UnitView) []fact {
	var out []fact
	for _, f := range v.Headlines[:min(len(v.Headlines), 4)] {
		large := p.figureFact(f)
		large.Check = ""
		out = append(out, large)
	}
	return out
}

// sheetFacts are the large figures.
func (p *page) sheetFacts(facts []fact) string {
	if len(facts) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<dl class="sheet-facts">`)
	for _, f := range facts {
		b.Raw(`<div><dt>`).Text(f.Label).Raw(`</dt><dd class="num">`, f.Num, `</dd><dd>`, f.Note)
		if f.Check != "" {
			b.Raw(" ", f.Check)
		}
		b.Raw(`</dd></div>`)
	}
	return b.Raw(`</dl>`).String()
}

// sheetLate names the works that are called late.
func (p *page) sheetLate(works []*model.Work) string {
	late := worksInState(works, model.Late)
	if len(late) == 0 {
		return ""
	}
	names := make([]string, len(late))
	for i, w := range late {
		names[i] = w.Name
	}
	var b markup.B
	b.Raw(`<p class="sheet-late">`).State(glyphs[model.Late], p.Locale.T("sheet.late", "n", len(late))).Raw(" ").Text(strings.Join(names, "; "))
	return b.Raw(`</p>`).String()
}

// sheetChapters is a row per chapter: what is known of the unit, in numbers and words.
func (p *page) sheetChapters(v *derive.UnitView) []string {
	var rows []string
	for _, c := range v.Chapters {
		var b markup.B
		n := 0
		for _, f := range c.Figures {
			if n > 0 {
				b.Raw(`; `)
			}
			n++
			p.sheetFigure(&b, f, len(c.Figures) == 1)
		}
		switch {
		case n > 0:
		case c.State == model.NotStated:
			p.silent(&b)
		default:
			p.state(&b, c.State)
		}
		rows = append(rows, p.sheetRow(c.Chapter, c.Chapter.Topic, b.String()))
	}
	rows = rows[:min(len(rows), mostSheetRows)]
	if v.Known < v.Of {
		rows = append(rows, `<p class="sheet-note">`+markup.Escape(p.Locale.T("sheet.silent"))+`</p>`)
	}
	return rows
}

func hasNumber(f *model.Figure) bool { return f.Value != nil || f.Percent != nil }

// sheetRow is one row: the number of the resolution, what it is about, what is known.
func (p *page) sheetRow(c *model.Chapter, name, value string) string {
	var b markup.B
	b.Raw(`<div class="sheet-row">`)
	if c != nil {
		p.tile(&b, c)
	}
	return b.Raw(`<p class="topic">`).Text(name).Raw(`</p><p class="val">`, value, `</p></div>`).String()
}

// sheetFigure is a figure within a row, named unless it is the only one.
func (p *page) sheetFigure(b *markup.B, f *model.Figure, only bool) {
	if !only {
		b.Raw(`<span class="lab">`).Text(shortName(f.Table.Indicator))
		if !hasNumber(f) {
			b.Raw(`:`)
		}
		b.Raw(`</span> `)
	}
	p.sheetNumber(b, f)
}

// sheetNumber is a figure with its plan and percentage, and what must be read beside it in words: a sign alone says
// nothing on paper.
func (p *page) sheetNumber(b *markup.B, f *model.Figure) {
	if f.SameAs != nil && !hasNumber(f) { // "as above" says nothing where nothing stands above
		p.value(b, f.SameAs)
	} else {
		p.value(b, f)
	}
	if u := unitOfMeasure(f.Table.Indicator); u != "" && f.Value != nil {
		b.Raw(` `).Text(u)
	}
	if f.Plan != nil {
		b.Raw(`, `).Text(p.Locale.T("plan.of", "plan", *f.Plan))
	}
	if f.Percent != nil && f.Value != nil {
		b.Raw(` (`).Text(p.printedPercent(f)).Raw(`)`)
	}
	var marks markup.B
	if p.marks(&marks, f); marks.Len() > 0 {
		b.Raw(" ", strings.ReplaceAll(marks.String(), `</a><a`, `</a> <a`))
	}
}

// sheetPeers draws the large figures of the unit beside those of its peers, where that is fair: as many as find room.
func (p *page) sheetPeers(v *derive.UnitView) []string {
	var out []string
	if len(p.peersOf(v.Unit)) > mostSheetBars {
		return out
	}
	heading := p.Locale.T("unit.peers", "kind", p.kindName(v.Unit.Kind))
	for _, f := range v.Headlines {
		if !f.Table.Indicator.Numeric() || len(out) == mostSheetCharts {
			continue
		}
		if fig, n, of := p.peerFigure(f.Table, v.Unit); n >= p.portal.Thresholds.Peers && 2*n >= of {
			out = append(out, p.sheetChart(heading, fig))
			heading = ""
		}
	}
	return out
}

// sheetChart is a chart in one block with its heading, "" where it goes on below that of another.
func (p *page) sheetChart(heading string, f *chart.Figure) string {
	var b markup.B
	b.Raw(`<div class="sheet-chart">`)
	if heading != "" {
		b.Raw(p.sheetHeading(heading))
	}
	chart.Static(&b, f, p.chartText, false)
	return b.Raw(`</div>`).String()
}
