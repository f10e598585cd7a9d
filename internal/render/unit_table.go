package render

import (
	"strconv"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// unitGrid is figures tables side by side, a row per unit.
type unitGrid struct {
	tables             []*model.Table
	id, label, caption string
	anchors            bool // the rows have addresses: one grid of a page may have them
}

// unitTable sets the chapter's tables side by side.
func (p *page) unitTable(c *model.Chapter) string {
	g := unitGrid{id: "bang-" + c.ID, label: p.Locale.T("chapter.table-label", "topic", c.Topic), anchors: true}
	for _, t := range c.Tables {
		if len(t.Units) > 0 {
			g.tables = append(g.tables, t)
		}
	}
	if len(g.tables) == 0 {
		return ""
	}
	rows, _ := p.tableRows(g.tables)
	g.caption = p.Locale.T("chapter.table-caption", "topic", c.Topic, "n", len(rows))
	return p.grid(g)
}

// grid writes a row per unit, in the order of the source where the source prints rows, and keeps the
// printed cells in the last column.
func (p *page) grid(g unitGrid) string {
	rows, printed := p.tableRows(g.tables)
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(g.label).Raw(`"><table class="data data-units" data-sort id="`, g.id, `"><caption class="vh">`).
		Text(g.caption).Raw(`</caption><thead><tr><th scope="col" class="c-name">`).Text(p.Locale.T("unit.word")).Raw(`</th>`)
	for _, t := range g.tables {
		p.gridHead(&b, t, g.tables)
	}
	b.Raw(`<th scope="col" class="raw-cell" data-nosort>`).Text(p.Locale.T("table.raw")).Raw(`</th></tr></thead><tbody>`)
	var kind *model.Kind
	for _, u := range rows {
		if !printed && u.Kind != kind {
			kind = u.Kind
			p.groupRow(&b, kind, len(g.tables)+2)
		}
		p.unitRow(&b, u, g, printed)
	}
	b.Raw(`</tbody>`)
	p.totalRow(&b, g)
	return b.Raw(`</table></div>`).String()
}

// gridHead names a column: what is measured, in what, and of what time where the tables differ in it.
func (p *page) gridHead(b *markup.B, t *model.Table, tables []*model.Table) {
	class := "n"
	if t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage {
		class = "works-cell"
	}
	b.Raw(`<th scope="col" class="`, class, `">`).Text(t.Indicator.Name)
	if u := unitOfMeasure(t.Indicator); u != "" {
		b.Raw(`<span class="small quiet">`).Text(u).Raw(`</span>`)
	}
	if !samePeriod(tables) {
		b.Raw(`<span class="small quiet">`).Text(t.Period.Name).Raw(`</span>`)
	}
	p.tableMarks(b, t)
	b.Raw(`</th>`)
}

// tableRows orders the units: as printed where a table has rows for all of them, else by kind and
// alphabet. No unit that a table tells of is left out.
func (p *page) tableRows(tables []*model.Table) (rows []*model.Unit, printed bool) {
	var told []*model.Unit
	seen := map[*model.Unit]bool{}
	for _, t := range tables {
		for _, f := range t.Units {
			if !seen[f.Unit] {
				seen[f.Unit] = true
				told = append(told, f.Unit)
			}
		}
	}
	for _, t := range tables {
		if len(t.Units) == len(told) && t.Units[0].At.Row > 0 {
			for _, f := range t.Units {
				rows = append(rows, f.Unit)
			}
			return rows, true
		}
	}
	for _, k := range p.Result.KindsIn(tables...) {
		rows = append(rows, k.Units...)
	}
	return rows, false
}

// groupRow opens the rows of one kind; sorting stays below it, so that no kind is ranked with another.
func (p *page) groupRow(b *markup.B, k *model.Kind, columns int) {
	b.Raw(`<tr class="group"><th scope="rowgroup" colspan="`, strconv.Itoa(columns), `">`).Text(p.kindCount(k, p.kindSize(k))).Raw(`</th></tr>`)
}

func (p *page) unitRow(b *markup.B, u *model.Unit, g unitGrid, printed bool) {
	tables := g.tables
	b.Raw(`<tr`)
	if g.anchors {
		b.Attr("id", "hang-"+u.ID)
	}
	b.Raw(` data-group="`, u.Kind.ID, `"><th scope="row"><a href="`).Text(p.href(unitPath(u))).Raw(`">`)
	if f := tables[0].Of(u); printed && f != nil && f.At.Row > 0 {
		b.Raw(`<span class="tt">`).Text(p.Locale.Int(f.At.Row)).Raw(`</span>`)
	}
	b.Raw(`<span>`).Text(capital(p.unitName(u))).Raw(`</span></a></th>`)
	for _, t := range tables {
		p.unitCell(b, t, u)
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
func (p *page) unitCell(b *markup.B, t *model.Table, u *model.Unit) {
	f := t.Of(u)
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
		p.silentIn(b, t)
		p.replyMark(b, t.Reply(u))
	case words:
		p.wordsCell(b, f)
		p.replyMark(b, f.Reply())
	default:
		p.value(b, f)
		p.percentAndPlan(b, t, f)
		p.cellMarks(b, f)
	}
	b.Raw(`</td>`)
}

func (p *page) percentAndPlan(b *markup.B, t *model.Table, f *model.Figure) {
	switch {
	case f.Value == nil:
	case f.Percent != nil:
		b.Raw(`<span class="small">`).Text(p.printedPercent(f)).Raw(`</span>`)
	case p.percents[t] > 0 && f.Scope == model.OfUnit:
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
		if f.Published == "" && f.State != model.Blank {
			continue // read from a sentence: there is no cell to quote
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
func (p *page) totalRow(b *markup.B, g unitGrid) {
	any, tables := false, g.tables
	for _, t := range tables {
		any = any || t.Total != nil
	}
	if !any {
		return
	}
	b.Raw(`<tfoot><tr`)
	if g.anchors {
		b.Attr("id", "hang-tong")
	}
	b.Raw(`><th scope="row">`).Text(p.Locale.T("table.total")).Raw(`</th>`)
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
