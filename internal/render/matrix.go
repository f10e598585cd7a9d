package render

import (
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// matrix is units × chapters with its legend, and the interactive one.
func (p *page) matrix() string {
	m := p.Result.Matrix
	var b markup.B
	b.Raw(`<div id="bang-ky-hieu"><h3 class="vh">`).Text(p.Locale.T("states.heading")).Raw(`</h3>`)
	p.legend(&b, m)
	b.Raw(`</div>`)
	p.writeMatrix(&b, m, p.Locale.T("matrix.caption", "n", len(m.Rows)))
	if p.Assets.ECharts != "" {
		chart.InteractiveMatrix(&b, p.matrixChart(m), p.chartText)
	}
	return b.String()
}

// writeMatrix writes a matrix, one glyph a cell; the words come with width and stay for the ear. Only the heads
// of rows and columns are links, so that a keyboard is not led through a hundred stops.
func (p *page) writeMatrix(b *markup.B, m *derive.Matrix, caption string) {
	whole, columns := m == p.Result.Matrix, len(m.Chapters)
	class := "matrix matrix-tables"
	if whole {
		class, columns = "matrix", columns+1
	}
	b.Raw(`<table class="`, class, `"><caption class="vh">`).Text(caption).
		Raw(`</caption><colgroup><col class="c-name"><col span="`, strconv.Itoa(columns), `"></colgroup><thead><tr><th scope="col"><span class="vh">`).
		Text(p.Locale.T("unit.word")).Raw(`</span></th>`)
	for _, c := range m.Chapters {
		p.matrixHead(b, c, whole)
	}
	if whole {
		b.Raw(`<th scope="col">`).Glyph("late").Raw(`<span class="vh">`).Text(p.Locale.T("works.late")).
			Raw(`</span><span class="topic" aria-hidden="true">`).Text(p.Locale.T("works.late")).Raw(`</span></th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	var kind *model.Kind
	for _, row := range m.Rows {
		if row.Unit.Kind != kind {
			kind = row.Unit.Kind
			p.groupRow(b, kind, columns+1)
		}
		b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(unitPath(row.Unit))).Raw(`">`).Text(row.Unit.Name).Raw(`</a></th>`)
		for _, cell := range row.Cells {
			p.matrixCell(b, row.Unit, cell)
		}
		if whole {
			p.lateCell(b, row)
		}
		b.Raw(`</tr>`)
	}
	b.Raw(`</tbody></table>`)
}

// matrixHead names a column: the resolutions of a chapter, or what a table measures.
func (p *page) matrixHead(b *markup.B, c *model.Chapter, whole bool) {
	if !whole {
		t := c.Tables[0]
		b.Raw(`<th scope="col"><a href="`).Text(p.href(indicatorPath(t.Indicator))).Raw(`">`).Text(c.Topic).Raw(`</a>`)
		if t.Chapter != nil && commonMeasure(t.Chapter) != "" { // the cells leave it to the head
			b.Raw(`<span class="small quiet">`).Text(unitOfMeasure(t.Indicator)).Raw(`</span>`)
		}
		b.Raw(`</th>`)
		return
	}
	b.Raw(`<th scope="col">`)
	p.tile(b, c)
	b.Raw(`<span class="topic">`).Text(c.Topic)
	if m := commonMeasure(c); m != "" {
		b.Text(", " + m)
	}
	b.Raw(`</span></th>`)
}

// tablesMatrix is units × tables: a column of its own for each, told as a chapter of one table.
func (p *page) tablesMatrix(tables []*model.Table) *derive.Matrix {
	m := &derive.Matrix{}
	for _, t := range tables {
		topic := shortName(t.Indicator)
		if slices.ContainsFunc(tables, func(o *model.Table) bool { return o != t && o.Indicator == t.Indicator }) {
			topic += ", " + t.Period.Name
		}
		m.Chapters = append(m.Chapters, &model.Chapter{Round: t.Round, At: t.At, Topic: topic, Tables: []*model.Table{t}})
	}
	var rows []*model.Unit
	for _, k := range p.Result.KindsIn(tables...) { // whatever the order in which a source prints them
		rows = append(rows, k.Units...)
	}
	for _, u := range rows {
		row := derive.MatrixRow{Unit: u}
		for i, t := range tables {
			cell := &derive.UnitChapter{Chapter: m.Chapters[i], State: t.StateOf(u)}
			if f := t.Of(u); f != nil {
				cell.Figures = []*model.Figure{f}
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Rows = append(m.Rows, row)
	}
	return m
}

// matrixChart is the matrix in words, for the interactive chart.
func (p *page) matrixChart(m *derive.Matrix) *chart.Matrix {
	out := &chart.Matrix{Title: p.Locale.T("matrix.caption", "n", len(m.Rows))}
	for _, c := range m.Chapters {
		numbers := make([]string, len(c.Resolutions))
		for i, r := range c.Resolutions {
			numbers[i] = shortNumber(r)
		}
		out.Columns = append(out.Columns, strings.Join(numbers, ", ")+": "+c.Topic)
	}
	out.Columns = append(out.Columns, p.Locale.T("works.late"))
	var kind *model.Kind
	for _, row := range m.Rows {
		if row.Unit.Kind != kind {
			kind = row.Unit.Kind
			out.Rows = append(out.Rows, chart.MatrixRow{Label: p.kindCount(kind, p.kindSize(kind)), Head: true})
		}
		r := chart.MatrixRow{Label: row.Unit.Name}
		for _, c := range row.Cells {
			var b markup.B
			p.matrixCell(&b, row.Unit, c)
			r.Cells = append(r.Cells, chart.MatrixCell{StateKey: glyphs[c.State], Words: words(b.String())})
		}
		var b markup.B
		p.lateCell(&b, row)
		late := glyphs[model.NotStated]
		if len(worksInState(row.Late, model.Late)) > 0 {
			late = glyphs[model.Late]
		}
		r.Cells = append(r.Cells, chart.MatrixCell{StateKey: late, Words: words(b.String())})
		out.Rows = append(out.Rows, r)
	}
	return out
}

// words is the text of a cell, its lines parted by semicolons.
func words(cell string) string {
	return narrative.Plain(strings.ReplaceAll(cell, "<br>", "; "))
}

func (p *page) kindSize(k *model.Kind) int {
	for _, ku := range p.Result.Kinds {
		if ku.Kind == k {
			return len(ku.Units)
		}
	}
	return 0
}

func (p *page) lateCell(b *markup.B, row derive.MatrixRow) {
	late := 0
	for _, w := range row.Late {
		if hasState(w, model.Late) {
			late++
		}
	}
	if late == 0 {
		b.Raw(`<td class="k-gap"><span class="st st-none">`).Glyph("none").Raw(`<span class="w">`).Text(p.stateWord(model.NotStated)).Raw(`</span></span></td>`)
		return
	}
	b.Raw(`<td><span class="st st-late">`).Glyph("late").Raw(`<span class="w">`).Text(p.Locale.T("works.late-count", "n", late)).Raw(`</span></span></td>`)
}

// matrixCell is one glyph and, for those who have room or listen, the figures of the cell.
func (p *page) matrixCell(b *markup.B, u *model.Unit, c *derive.UnitChapter) {
	key := glyphs[c.State]
	open := `<td>`
	if gap(c.State) {
		open = `<td class="k-gap">`
	}
	b.Raw(open, `<span class="st st-`, key, `">`).Glyph(key).Raw(`<span class="w">`)
	words := 0
	for _, f := range c.Figures {
		if p.cellWorthy(c, f) {
			if words > 0 {
				b.Raw(`<br>`)
			}
			words++
			p.cellWords(b, f)
		}
	}
	if words == 0 {
		switch {
		case c.State == model.NotStated && c.Chapter.ID == "": // one table: see tablesMatrix
			b.Text(p.silentWord(c.Chapter.Tables[0]))
		case c.State == model.NotStated:
			b.Text(p.Locale.T("state.not-stated-own"))
		case len(c.Mechanisms) > 0:
			b.Text(p.Locale.T("matrix.mechanisms", "state", p.stateWord(c.State), "n", len(c.Mechanisms)))
		default:
			b.Text(p.stateWord(c.State))
		}
	}
	for _, chk := range p.flags(c) {
		b.Raw(` <span class="flag">`).Glyph(verdictGlyphs[chk.Verdict]).Raw(`<span class="vh">`).Text(p.Locale.T("verdict." + string(chk.Verdict))).Raw(`</span></span>`)
	}
	for _, status := range repliesIn(u, c) {
		b.Raw(` <span class="flag">`).Glyph(replyGlyphs[status]).Raw(`<span class="vh">`).Text(lower(p.Locale.T("reply.status." + string(status)))).Raw(`</span></span>`)
	}
	b.Raw(`</span></span></td>`)
}

// repliesIn is how the unit replied to the figures of a cell, or to silence; the whole is on the unit's page.
func repliesIn(u *model.Unit, c *derive.UnitChapter) []model.ReplyStatus {
	var out []model.ReplyStatus
	for _, t := range c.Chapter.Tables {
		if y := t.Reply(u); y != nil && !slices.Contains(out, y.Status) {
			out = append(out, y.Status)
		}
	}
	return out
}

// gap reports whether a state says that nothing is known.
func gap(s model.State) bool {
	return s == model.NotStated || s == model.Blank || s == model.NotApplicable
}

// cellWorthy picks what a narrow cell prints: numbers where there are any, else what is told in words.
func (p *page) cellWorthy(c *derive.UnitChapter, f *model.Figure) bool {
	if c.State == model.Reported {
		return f.Value != nil || f.Percent != nil
	}
	return c.State == model.Told && f.State == model.Told
}

func (p *page) cellWords(b *markup.B, f *model.Figure) {
	i := f.Table.Indicator
	if f.Value == nil && f.Percent != nil {
		b.Text(p.printedPercent(f))
		return
	}
	if f.Value == nil {
		b.Text(f.Text)
		return
	}
	if i.Short != "" {
		b.Text(i.Short).Raw(" ")
	}
	b.Text(p.number(i, *f.Value))
	if f.Plan != nil && f.Percent == nil {
		b.Raw("/").Text(p.number(i, *f.Plan))
	}
	if f.Table.Chapter == nil || commonMeasure(f.Table.Chapter) == "" {
		b.Raw(" ").Text(unitOfMeasure(i))
	}
}

// commonMeasure is the unit of measure that all units' figures of a chapter share, which its column
// head then says once; "" where they differ or there is one figure to a cell.
func commonMeasure(c *model.Chapter) string {
	common, n := "", 0
	for _, t := range c.Tables {
		if len(t.Units) == 0 || t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage {
			continue
		}
		n++
		if m := t.Indicator.UnitMeasure; common == "" {
			common = m
		} else if m != common {
			return ""
		}
	}
	if n < 2 {
		return ""
	}
	return common
}

// flags are the reconciliations of a cell that a row of figures cannot hide: identical rows.
func (p *page) flags(c *derive.UnitChapter) []*derive.Reconciliation {
	var out []*derive.Reconciliation
	for _, f := range c.Figures {
		for _, chk := range p.Result.ChecksOf(f) {
			if chk.Verdict == derive.Same && !slices.Contains(out, chk) {
				out = append(out, chk)
			}
		}
	}
	return out
}

// legend shows the glyphs the matrix uses, in the order of knowledge.
func (p *page) legend(b *markup.B, m *derive.Matrix) {
	used := map[model.State]bool{}
	replied := map[model.ReplyStatus]bool{}
	same := false
	for _, row := range m.Rows {
		for _, c := range row.Cells {
			used[c.State] = true
			same = same || len(p.flags(c)) > 0
			for _, status := range repliesIn(row.Unit, c) {
				replied[status] = true
			}
		}
		used[model.Late] = used[model.Late] || len(row.Late) > 0
	}
	b.Raw(`<ul class="legend">`)
	for _, st := range legendOrder {
		if used[st] {
			b.Raw(`<li>`)
			p.state(b, st)
			b.Raw(`</li>`)
		}
	}
	if same {
		b.Raw(`<li>`).State("same", p.Locale.T("verdict.same")).Raw(`</li>`)
	}
	for _, status := range model.ReplyStatuses {
		if replied[status] {
			b.Raw(`<li>`).State(replyGlyphs[status], p.Locale.T("reply.status."+string(status))).Raw(`</li>`)
		}
	}
	b.Raw(`</ul>`)
}

// legendOrder is every state, from the most known to the least, then the states of works.
var legendOrder = []model.State{
	model.Reported, model.InProgress, model.Preparing, model.Identified, model.Told, model.PublicisedOnly,
	model.NotYetDue, model.Withheld, model.Unreadable, model.NotApplicable, model.Blank, model.NotStated,
	model.Late, model.NotHandedOver, model.NotSettled, model.InDebt,
}
