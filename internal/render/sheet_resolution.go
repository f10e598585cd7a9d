package render

import (
	"strings"

	"minhbach/internal/chart"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// resolutionSheet is the sheet of a resolution: the large figures of its text, what is late, unit by
// unit as bars or by state, and the figures of the whole place.
func (s *site) resolutionSheet(r *model.Resolution) *page {
	name := r.Doc.Kind + " " + r.Doc.Number
	p := s.sheetPage(resolutionSheetPath(r), name)
	p.canonical = resolutionPath(r)
	p.crumbs = p.trail(link{s.Locale.T("nav.resolutions"), p.href(resolutionsPath)}, link{r.Doc.Number, p.href(resolutionPath(r))}, link{s.Locale.T("sheet.short"), ""})
	p.current = resolutionsPath
	sh := sheet{kicker: name + ", " + p.date(r.Doc.Issued), heading: r.Topic, whole: resolutionPath(r), name: name}
	c := s.Result.ChapterOf(r)
	p.round = c.Round
	p.tellSheet(r)
	sh.lead = s.Locale.T("sheet.lead", "report", p.documentName(c.Round.Document), "what", lower(name))
	sh.blocks = append(sh.blocks, p.sheetFacts(p.facts))
	if p.lead != "" {
		sh.blocks = append(sh.blocks, `<p class="sheet-say">`+p.lead+`</p>`)
	}
	sh.blocks = append(sh.blocks, p.sheetLate(s.Result.Chapter(c).Works))
	sh.blocks = append(sh.blocks, p.sheetUnits(c))
	if rows := p.sheetCity(c); len(rows) > 0 {
		sh.blocks = append(append(sh.blocks, p.sheetHeading(s.Locale.T("chapter.city"))), rows...)
	}
	p.sheet = p.sheetMarkup(sh)
	return p
}

// tellSheet takes the lead and the large figures of the resolution's text, where it is of the round on the sheet.
func (p *page) tellSheet(r *model.Resolution) {
	title, description := p.title, p.description
	p.tell(r.Narrative)
	if p.told != p.round { // another report's: its date would not be that of the sheet
		p.lead, p.facts = "", nil
	}
	p.title, p.description, p.kicker = title, description, ""
	p.lead = strings.TrimSpace(p.lead)
}

// sheetCity is a row per figure of the whole place.
func (p *page) sheetCity(c *model.Chapter) []string {
	var rows []string
	for _, t := range c.Tables {
		for _, f := range []*model.Figure{t.Total, t.City} {
			if f != nil {
				rows = append(rows, p.sheetRow(nil, p.figureTitle(f), p.sheetAmount(f)))
			}
		}
	}
	return rows[:min(len(rows), mostSheetRows)]
}

// sheetAmount is a figure under its own name.
func (p *page) sheetAmount(f *model.Figure) string {
	var b markup.B
	p.sheetNumber(&b, f)
	return b.String()
}

// sheetUnits draws the chapter unit by unit: bars where enough units have a number, else how many are in which state,
// else the parts of the whole place.
func (p *page) sheetUnits(c *model.Chapter) string {
	draw := func(kind string, t *model.Table) string {
		f := p.chartOf(kind, []*model.Table{t}, t.Indicator.Name, "")
		if bars(f) > mostSheetBars {
			return ""
		}
		return p.sheetChart(p.Locale.T("chapter.table"), f)
	}
	for _, t := range c.Tables {
		if n := p.Result.Coverage(t).N; t.Indicator.Numeric() && n >= max(2, p.portal.Thresholds.Peers) {
			return draw("bars", t)
		}
	}
	for _, t := range c.Tables {
		if t.Indicator.Measure == model.Stage && len(t.Units) > 0 {
			return draw("stages", t)
		}
	}
	for _, t := range c.Tables {
		if len(t.Parts) > 0 {
			f := p.chartOf("parts", []*model.Table{t}, t.Indicator.Name, "")
			return p.sheetChart(p.Locale.T("sheet.parts"), f)
		}
	}
	return ""
}

func bars(f *chart.Figure) int {
	n := 0
	for _, g := range f.Groups {
		n += len(g.Rows)
	}
	return n
}
