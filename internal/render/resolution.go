package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/derive"
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
	p.showChecks(v.Checks)
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
	p.add(p.checkSection(v.Checks))
	p.add(p.asks(v))
	p.add(section{ID: "van-ban", Heading: s.Locale.T("chapter.documents"), Body: p.timeline(v.Documents)})
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
	p.src(&b, c.Round, r.Doc.CitedAt)
	b.Raw(`</p>`)
	if c.Note != "" {
		b.Raw(`<p class="quiet">`).Text(c.Note).Raw(`</p>`)
	}
	b.Raw(`</div>`)
	if len(r.Provisions) > 0 {
		b.Raw(`<dl class="terms">`)
		for _, pr := range r.Provisions {
			b.Raw(`<div><dt>`).Text(capital(cmp.Or(pr.Place, p.Locale.T("resolution.provision")))).Raw(`</dt><dd>`).Text(pr.Name).Raw(`</dd></div>`)
		}
		b.Raw(`</dl>`)
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

// unitTable sets the chapter's tables side by side, a row per unit, in the order of the source where
// the source prints rows, and keeps the printed cells in the last column.
func (p *page) unitTable(c *model.Chapter) string {
	var tables []*model.Table
	for _, t := range c.Tables {
		if len(t.Units) > 0 {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return ""
	}
	rows, printed := p.tableRows(tables)
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.Locale.T("chapter.table-label", "topic", c.Topic)).Raw(`"><table class="data data-units" data-sort id="bang-`, c.ID, `"><caption class="vh">`).
		Text(p.Locale.T("chapter.table-caption", "topic", c.Topic, "n", len(rows))).Raw(`</caption><thead><tr><th scope="col" class="c-name">`).Text(p.Locale.T("unit.word")).Raw(`</th>`)
	for _, t := range tables {
		class := "n"
		if t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage {
			class = "works-cell"
		}
		b.Raw(`<th scope="col" class="`, class, `">`).Text(t.Indicator.Name)
		if u := unitOfMeasure(t.Indicator); u != "" {
			b.Raw(`<span class="small quiet">`).Text(u).Raw(`</span>`)
		}
		b.Raw(`</th>`)
	}
	b.Raw(`<th scope="col" class="raw-cell" data-nosort>`).Text(p.Locale.T("table.raw")).Raw(`</th></tr></thead><tbody>`)
	var kind *model.Kind
	for _, u := range rows {
		if !printed && u.Kind != kind {
			kind = u.Kind
			p.groupRow(&b, kind, len(tables)+2)
		}
		p.unitRow(&b, u, tables, printed)
	}
	b.Raw(`</tbody>`)
	p.totalRow(&b, tables)
	return b.Raw(`</table></div>`).String()
}

// tableRows orders the units: as printed where the first table has rows, else by kind and alphabet.
func (p *page) tableRows(tables []*model.Table) (rows []*model.Unit, printed bool) {
	for _, t := range tables {
		if len(t.Units) > 0 && t.Units[0].At.Row > 0 {
			for _, f := range t.Units {
				rows = append(rows, f.Unit)
			}
			return rows, true
		}
	}
	for _, k := range p.Result.Kinds {
		rows = append(rows, k.Units...)
	}
	return rows, false
}

// groupRow opens the rows of one kind; sorting stays below it, so that no kind is ranked with another.
func (p *page) groupRow(b *markup.B, k *model.Kind, columns int) {
	b.Raw(`<tr class="group"><th scope="rowgroup" colspan="`, strconv.Itoa(columns), `">`).Text(p.kindCount(k, p.kindSize(k))).Raw(`</th></tr>`)
}

func (p *page) unitRow(b *markup.B, u *model.Unit, tables []*model.Table, printed bool) {
	b.Raw(`<tr id="hang-`, u.ID, `" data-group="`, u.Kind.ID, `"><th scope="row"><a href="`).Text(p.href(unitPath(u))).Raw(`">`)
	if f := tables[0].Of(u); printed && f != nil && f.At.Row > 0 {
		b.Raw(`<span class="tt">`).Text(p.Locale.Int(f.At.Row)).Raw(`</span>`)
	}
	b.Raw(`<span>`).Text(capital(p.unitName(u))).Raw(`</span></a></th>`)
	for _, t := range tables {
		p.unitCell(b, t, t.Of(u))
	}
	b.Raw(`<td class="raw-cell">`)
	figs := make([]*model.Figure, len(tables))
	for i, t := range tables {
		figs[i] = t.Of(u)
	}
	p.rawCells(b, figs)
	b.Raw(`</td></tr>`)
}

// unitCell is one figure of the table with its percentage, plan and marks.
func (p *page) unitCell(b *markup.B, t *model.Table, f *model.Figure) {
	words := t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage
	if words {
		b.Raw(`<td class="works-cell">`)
	} else {
		b.Raw(`<td class="n"`)
		if f != nil && f.Value != nil {
			b.Attr("data-v", f.Value.String())
		}
		b.Raw(`>`)
	}
	switch {
	case f == nil:
		p.silent(b)
	case words:
		p.wordsCell(b, f)
	default:
		p.value(b, f)
		p.percentAndPlan(b, t, f)
		p.marks(b, f)
	}
	b.Raw(`</td>`)
}

func (p *page) percentAndPlan(b *markup.B, t *model.Table, f *model.Figure) {
	if f.Value == nil {
		return
	}
	if f.Percent != nil {
		b.Raw(`<span class="small">`).Text(p.printedPercent(f)).Raw(`</span>`)
	} else if percents(t) > 0 && f.Scope == model.OfUnit {
		b.Raw(`<span class="small quiet">`).Text(p.Locale.T("percent.none")).Raw(`</span>`)
	}
	if f.Plan != nil {
		b.Raw(`<span class="small plan">`).Text(p.Locale.T("plan.of", "plan", *f.Plan)).Raw(`</span>`)
	}
}

// wordsCell prints a text cell; "as above" is kept and followed by what stands above.
func (p *page) wordsCell(b *markup.B, f *model.Figure) {
	switch {
	case f.SameAs != nil:
		b.Text(f.Text).Raw(` <span class="small quiet">(`).Text(p.placeText(f.Table.Round, f.SameAs.At, false) + ": " + f.SameAs.Text).Raw(`)</span>`)
	default:
		p.value(b, f)
	}
}

// rawCells keeps the cells of a row to the letter, and says once where the row is printed.
func (p *page) rawCells(b *markup.B, figs []*model.Figure) {
	var places []model.Place
	var round *model.Round
	for _, f := range figs {
		if f == nil {
			continue
		}
		places, round = append(places, f.At), f.Table.Round
		if f.Table.Indicator.Measure == model.Words {
			continue // the cell before has the words themselves
		}
		b.Raw(`<span class="raw"><span class="vh">`).Text(shortName(f.Table.Indicator) + ": ").Raw(`</span>`)
		if f.Published == "" {
			p.state(b, f.State)
		} else {
			b.Text(f.Published)
		}
		b.Raw(`</span>`)
	}
	if round != nil {
		p.srcs(b, round, places)
	}
}

// totalRow is the published total, with what was added up beside it.
func (p *page) totalRow(b *markup.B, tables []*model.Table) {
	any := false
	for _, t := range tables {
		any = any || t.Total != nil
	}
	if !any {
		return
	}
	b.Raw(`<tfoot><tr id="hang-tong"><th scope="row">`).Text(p.Locale.T("table.total")).Raw(`</th>`)
	for _, t := range tables {
		if t.Total == nil {
			b.Raw(`<td class="works-cell"></td>`)
			continue
		}
		b.Raw(`<td class="n">`)
		p.value(b, t.Total)
		p.marks(b, t.Total)
		b.Raw(`</td>`)
	}
	b.Raw(`<td class="raw-cell">`)
	figs := make([]*model.Figure, len(tables))
	for i, t := range tables {
		figs[i] = t.Total
	}
	p.rawCells(b, figs)
	b.Raw(`</td></tr></tfoot>`)
}

// mechanisms lists what the report says of each mechanism, beside how many it announces.
func (p *page) mechanisms(c *model.Chapter) string {
	if len(c.Mechanisms) == 0 {
		return ""
	}
	var b markup.B
	if c.Announced != nil {
		b.Raw(`<p>`).Text(p.Locale.T("mechanism.announced", "n", c.Announced.N, "described", len(c.Mechanisms))).Raw(" ")
		p.src(&b, c.Round, c.Announced.At)
		b.Raw(`</p>`)
	}
	b.Raw(`<ul class="works">`)
	for _, m := range c.Mechanisms {
		b.Raw(`<li><p class="who">`).Text(m.Name)
		if m.Published != "" {
			b.Raw(` <span class="count">`).Text(m.Published).Raw(`</span>`)
		}
		b.Raw(" ")
		if m.State != "" {
			p.state(&b, m.State)
		}
		b.Raw(`</p><p class="what">`)
		p.mechanismDetail(&b, m)
		p.src(&b, c.Round, m.At)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func (p *page) mechanismDetail(b *markup.B, m *model.Mechanism) {
	named := map[*model.Unit]bool{}
	for _, it := range m.Items {
		b.Text(it.Name)
		if it.Unit != nil {
			named[it.Unit] = true
			b.Raw(` (`)
			p.unitLink(b, it.Unit)
			if it.As != "" && it.As != it.Unit.Name {
				b.Raw(` `).Text(p.Locale.T("mechanism.as", "as", it.As))
			}
			b.Raw(`)`)
		}
		b.Raw(`; `)
	}
	for _, u := range m.Units {
		if !named[u] {
			p.unitLink(b, u)
			b.Raw(`; `)
		}
	}
	if m.Note != "" {
		b.Raw(`<span class="quiet">`).Text(m.Note).Raw(`</span> `)
	}
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
	body := ""
	if len(v.Asks) > 0 {
		body = p.askList(v.Asks, true)
	} else {
		body = `<p class="quiet">` + markup.Escape(p.Locale.T("asks.none-tied")) + `</p>`
	}
	body += p.more(recommendationsPath, "asks.more", "n", bullets(p.round.Recommendations))
	return section{ID: "de-nghi", Heading: p.Locale.T("asks.heading"), Note: p.note("asks.source-ends", "date", p.date(p.round.AsOf)), Body: body}
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

// resolutions are in the order of the report, then those no report has spoken of.
func (s *site) resolutions() []*model.Resolution {
	var out []*model.Resolution
	if s.round != nil {
		for _, c := range s.Result.Matrix.Chapters {
			out = append(out, c.Resolutions...)
		}
	}
	for _, r := range s.portal.Resolutions {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// resolutionList is the table of all resolutions.
func (s *site) resolutionList() *page {
	p := s.page(resolutionsPath, "resolutions", s.Locale.T("resolutions.title"))
	p.current = resolutionsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.resolutions"), ""})
	p.lead = rich(s.Locale.T("resolutions.lead", "n", len(s.portal.Resolutions)))
	if s.round == nil {
		return p
	}
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-nghi-quyet"><thead><tr>`)
	for _, k := range []string{"number", "topic", "date", "answer", "units"} {
		b.Raw(`<th scope="col">`).Text(s.Locale.T("resolutions.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, r := range s.resolutions() {
		p.resolutionRow(&b, r)
	}
	b.Raw(`</tbody></table></div>`)
	p.add(section{ID: "danh-sach", Heading: s.Locale.T("resolutions.heading"), Note: p.swipe(), Wide: true, Body: b.String()})
	p.add(p.download())
	return p
}

func (p *page) resolutionRow(b *markup.B, r *model.Resolution) {
	n, of := 0, 0
	if c := p.Result.ChapterOf(r); c != nil {
		for _, st := range p.Result.Chapter(c).Strip {
			of += len(st.Units)
			if st.State != model.NotStated && st.State != model.Blank {
				n += len(st.Units)
			}
		}
	}
	b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(resolutionPath(r))).Raw(`">`).Text(r.Doc.Number).Raw(`</a></th><td>`).Text(r.Topic).
		Raw(`</td><td data-v="`, r.Doc.Issued.String(), `">`).Text(p.date(r.Doc.Issued)).Raw(`</td><td>`)
	if r.Narrative != nil {
		b.Raw(`<b>`).Text(p.plain(r.Narrative.Front.Headline)).Raw(`</b> `).Raw(p.html(r.Narrative.Front.Sentence))
	}
	b.Raw(`</td><td class="n" data-v="`).Text(p.Locale.Int(n)).Raw(`">`).Text(p.Locale.T("units.of", "n", n, "of", of)).Raw(`</td></tr>`)
}
