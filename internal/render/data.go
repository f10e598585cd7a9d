package render

import (
	"slices"
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// data lists every dataset, its dictionary, its formats and how to quote it.
func (s *site) data() *page {
	p := s.page(dataPath, "data", s.Locale.T("data.title"))
	p.current = dataPath
	p.crumbs = p.trail(link{s.Locale.T("nav.data"), ""})
	p.lead = rich(s.Locale.T("data.lead", "n", len(s.portal.Indicators)))
	p.tell(s.narrativeOf("data"))
	var registers []link
	for _, r := range s.portal.Rounds {
		registers = append(registers, link{s.Locale.T("download.all") + " (CSV)", csvPath(reportPath(r))})
	}
	for _, l := range []link{{"units", unitsPath}, {"resolutions", resolutionsPath}, {"documents", documentsPath}, {"works", worksPath},
		{"recommendations", recommendationsPath}, {"shortcomings", shortcomingsPath}, {"checks", checksPath}, {"changes", changesPath}} {
		registers = append(registers, link{s.Locale.T("nav."+l.Label) + " (CSV)", csvPath(l.Href)})
	}
	registers = append(registers, link{s.Locale.T("download.mentions"), "neu-ten.csv"}, link{s.Locale.T("download.replies"), "tra-loi.csv"}, link{s.Locale.T("download.matrix"), matrixCSV},
		link{s.Locale.T("data.schema"), "schema/dataset-1.json"})
	p.add(section{ID: "bo-so-lieu", Heading: s.Locale.T("data.registers"), Note: p.note("data.formats"), Body: p.files(registers...)})
	p.add(section{ID: "chi-so", Heading: s.Locale.T("data.indicators"), Note: p.note("data.indicators-note") + p.swipe(), Wide: true, Body: p.indicatorTable()})
	p.add(section{ID: "cot", Heading: s.Locale.T("data.columns"), Body: p.columns()})
	p.narrate(s.narrativeOf("data"))
	p.add(p.download(registers[0]))
	return p
}

// indicators are in the order of the report: by chapter, then those outside one.
func (s *site) indicators() []*model.Indicator {
	var out []*model.Indicator
	add := func(i *model.Indicator) {
		if !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	for _, r := range s.resolutions() {
		for _, i := range s.portal.Indicators {
			if slices.Contains(i.Resolutions, r) {
				add(i)
			}
		}
	}
	for _, i := range s.portal.Indicators {
		add(i)
	}
	return out
}

func (p *page) indicatorTable() string {
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-chi-so"><thead><tr>`)
	for _, k := range []string{"name", "measure", "resolutions", "coverage", "file"} {
		b.Raw(`<th scope="col">`).Text(p.Locale.T("data.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, i := range p.indicators() {
		b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(indicatorPath(i))).Raw(`">`).Text(i.Name).Raw(`</a></th><td>`).Text(p.measureWord(i)).Raw(`</td><td>`)
		for n, r := range i.Resolutions {
			if n > 0 {
				b.Raw(`, `)
			}
			b.Raw(`<a href="`).Text(p.href(resolutionPath(r))).Raw(`">`).Text(shortNumber(r)).Raw(`</a>`)
		}
		b.Raw(`</td><td>`)
		for n, t := range p.tablesOf(i) {
			if n > 0 {
				b.Raw(`; `)
			}
			p.coverage(&b, t)
		}
		b.Raw(`</td><td><a href="`).Text(p.href(csvPath(indicatorPath(i)))).Raw(`">CSV<span class="vh"> `).Text(i.Name).Raw(`</span></a> · `)
		p.jsonLink(&b, strings.TrimSuffix(indicatorPath(i), ".html"), i.Name)
		b.Raw(`</td></tr>`)
	}
	return b.Raw(`</tbody></table></div>`).String()
}

// jsonLink leads to a table as JSON; the name of the table is for the ear.
func (p *page) jsonLink(b *markup.B, table, name string) {
	b.Raw(`<a href="`).Text(p.href(table + ".json")).Raw(`">JSON<span class="vh"> `).Text(name).Raw(`</span></a>`)
}

// coverage says how many units a table has a number for, or what it holds instead.
func (p *page) coverage(b *markup.B, t *model.Table) {
	if len(t.Units) == 0 {
		b.Text(p.Locale.T("data.city-only"))
		return
	}
	cov := p.Result.Coverage(t)
	if t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage {
		b.Text(p.Locale.T("data.stated", "n", len(t.Units), "of", p.Result.Counted(t.Round)))
		return
	}
	b.Text(p.Locale.T("chart.coverage", "n", cov.N, "of", cov.Of))
}

func (p *page) measureWord(i *model.Indicator) string {
	if i.UnitMeasure != "" {
		return i.UnitMeasure
	}
	return p.Locale.T("measure." + string(i.Measure))
}

// tablesOf are the tables of an indicator, those of the newest report first.
func (s *site) tablesOf(i *model.Indicator) []*model.Table {
	var out []*model.Table
	for _, r := range slices.Backward(s.portal.Rounds) {
		for _, t := range r.Tables {
			if t.Indicator == i {
				out = append(out, t)
			}
		}
	}
	return out
}

// columns is the dictionary of the CSV columns.
func (p *page) columns() string {
	var b markup.B
	b.Raw(`<dl class="terms">`)
	for _, k := range []string{"id", "value", "state", "plan", "percent", "published", "origin", "place", "row", "column", "checks", "reply"} {
		b.Raw(`<div><dt><code>`, k, `</code></dt><dd>`).Text(p.Locale.T("data.column." + k)).Raw(`</dd></div>`)
	}
	return b.Raw(`</dl>`).String()
}

// figures is the page of one indicator: its chart, and every figure under its permanent address.
func (s *site) figures(i *model.Indicator) *page {
	p := s.page(indicatorPath(i), "figure", i.Name)
	p.current = dataPath
	p.crumbs = p.trail(link{s.Locale.T("nav.data"), p.href(dataPath)}, link{i.Name, ""})
	p.lead = rich(s.Locale.T("figure.lead", "measure", p.measureWord(i)))
	if i.Measure == model.Words || i.Measure == model.Stage {
		p.lead = rich(s.Locale.T("figure.lead-words"))
	}
	if i.Note != "" {
		p.lead += " " + markup.Escape(i.Note)
	}
	for _, t := range s.tablesOf(i) {
		checks := short(s.Result.ChecksOfTable(t))
		p.showChecks(checks)
		if t.Chapter != nil {
			p.kicker = markup.Escape(p.chapterName(t.Chapter) + ".")
		}
		var b markup.B
		if kind := defaultKind(t); kind != "" {
			p.draw(&b, p.chartOf(kind, []*model.Table{t}, i.Name, t.Note))
		}
		b.Raw(p.figureTable(t.All(), t.ID, true))
		p.silentUnits(&b, t)
		heading := capital(t.Period.Name)
		if len(s.portal.Rounds) > 1 {
			heading += ", " + p.documentName(t.Round.Document)
		}
		p.add(section{ID: tableAnchor(t), Heading: heading, Note: p.note("figure.as-published"), Body: b.String()})
		p.add(section{ID: "tinh-" + t.Period.ID, Heading: s.Locale.T("workings.heading"), Short: s.Locale.T("workings.short"), Note: p.note("workings.note"), Body: p.workings(t)})
		sec := p.checkSection(checks)
		sec.ID += "-" + t.Period.ID
		sec.Body += p.elsewhere(len(s.Result.ChecksOfTable(t)) - len(checks))
		p.add(sec)
	}
	p.add(p.download())
	return p
}

// defaultKind is the chart a table calls for, "" where a picture says nothing.
func defaultKind(t *model.Table) string {
	numbers := 0
	for _, f := range t.Units {
		if f.Value != nil {
			numbers++
		}
	}
	switch {
	case t.Indicator.Measure == model.Stage && len(t.Counts) > 1:
		return "stages"
	case numbers > 1:
		return "bars"
	case len(t.Parts) > 1:
		return "parts"
	}
	return ""
}

// silentUnits names the units a table says nothing of: not stated, and not 0.
func (p *page) silentUnits(b *markup.B, t *model.Table) {
	if len(t.Units) == 0 {
		return
	}
	first := true
	for _, k := range p.Result.KindsIn(t) {
		for _, u := range k.Units {
			if t.Of(u) != nil {
				continue
			}
			if first {
				b.Raw(`<p class="quiet">`).Text(p.Locale.T("figure.silent")).Raw(" ")
			} else {
				b.Raw(", ")
			}
			first = false
			p.unitLink(b, u)
			if y := t.Reply(u); y != nil {
				b.Raw(` (`)
				p.replyMark(b, y)
				b.Raw(`)`)
			}
		}
	}
	if !first {
		b.Raw(`.</p>`)
	}
}

// documents lists every document the sources cite.
func (s *site) documents() *page {
	p := s.page(documentsPath, "documents", s.Locale.T("documents.title"))
	p.crumbs = p.trail(link{s.Locale.T("nav.documents"), ""})
	p.lead = rich(s.Locale.T("documents.lead", "n", len(s.portal.Documents)))
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-van-ban"><thead><tr>`)
	for _, k := range []string{"number", "kind", "date", "title"} {
		b.Raw(`<th scope="col">`).Text(s.Locale.T("documents.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, d := range s.portal.Documents {
		b.Raw(`<tr`).Attr("id", d.ID).Raw(`><th scope="row">`)
		if path := s.documentPath(d); path != documentsPath+"#"+d.ID {
			b.Raw(`<a href="`).Text(p.href(path)).Raw(`">`).Text(d.Number).Raw(`</a>`)
		} else {
			b.Text(d.Number)
		}
		b.Raw(`</th><td>`).Text(d.Kind).Raw(`</td><td data-v="`, d.Issued.String(), `">`).Text(p.date(d.Issued)).Raw(`</td><td class="say">`)
		if d.Title != "" {
			b.Raw(`<q>`).Text(d.Title).Raw(`</q> `)
		} else {
			b.Text(d.Short).Raw(" ")
		}
		p.citedAt(&b, d)
		p.sourceFile(&b, d)
		b.Raw(`</td></tr>`)
	}
	b.Raw(`</tbody></table></div>`)
	p.add(section{ID: "danh-sach", Heading: s.Locale.T("documents.heading"), Note: p.swipe(), Wide: true, Body: b.String()})
	p.add(p.download())
	return p
}

func (p *page) citedAt(b *markup.B, d *model.Document) {
	if r := p.portal.Round(d.Round); r != nil && d.CitedAt.Section != "" {
		p.src(b, r, d.CitedAt)
	}
}
