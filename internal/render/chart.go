package render

import (
	"slices"
	"strings"

	"minhbach/internal/chart"
	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// newChartText are the few words a chart needs beside its own.
func (s *site) newChartText() chart.Text {
	t := s.Locale.T
	return chart.Text{
		Open: t("chart.open"), Close: t("chart.close"), Source: t("src.label"), Locale: s.Locale.Tag(),
		Interactive: t("chart.interactive"), ReferenceLine: t("chart.line"),
	}
}

func (p *page) draw(b *markup.B, f *chart.Figure) {
	chart.Static(b, f, p.chartText, p.Assets.ECharts != "")
}

// chartOf builds the chart of a kind over the units of its tables, by kind of unit, alphabetical.
func (p *page) chartOf(kind string, tables []*model.Table, title, note string) *chart.Figure {
	t := tables[0]
	f := &chart.Figure{
		ID: "hinh-" + kind + "-" + t.ID, Kind: chart.Bars, Title: title, Unit: unitOfMeasure(t.Indicator),
		Source: chart.Source{Label: p.placeText(t.Round, t.At, false), Href: p.href(placePath(t.Round, t.At))},
	}
	switch kind {
	case "stages":
		p.stages(f, t)
	case "parts":
		p.parts(f, t)
	case "plan":
		f.Kind = chart.Pairs
		f.Series = []string{p.Locale.T("chart.value"), p.Locale.T("chart.plan")}
		p.groups(f, tables, func(_ *model.Table, fig *model.Figure) []chart.Cell {
			return []chart.Cell{p.cell(t, fig, false), p.planCell(t, fig)}
		})
	case "percents":
		f.ID, f.Unit = "hinh-ty-le-"+t.ID, "%"
		p.seriesOf(f, tables)
		p.groups(f, tables, func(t *model.Table, fig *model.Figure) []chart.Cell {
			return []chart.Cell{p.percentCell(t, fig)}
		})
	default:
		p.seriesOf(f, tables)
		p.groups(f, tables, func(t *model.Table, fig *model.Figure) []chart.Cell {
			return []chart.Cell{p.cell(t, fig, kind == "bars")}
		})
		p.rest(f, t)
		if t.Indicator.Measure == model.Percent {
			f.Line = &chart.Line{Value: decimal.FromInt(100), Label: p.Locale.T("chart.hundred")}
		}
	}
	f.ID = p.unique(f.ID)
	f.Notes = append(p.coverageNotes(kind, tables, note), f.Notes...)
	return f
}

// seriesOf makes two tables a pair.
func (p *page) seriesOf(f *chart.Figure, tables []*model.Table) {
	if len(tables) < 2 {
		return
	}
	f.Kind = chart.Pairs
	for _, t := range tables {
		f.Series = append(f.Series, shortName(t.Indicator))
	}
}

func shortName(i *model.Indicator) string {
	if i.Short != "" {
		return i.Short
	}
	return i.Name
}

// groups adds a row per unit. Units the source is silent on, and that say nothing to it, are gathered in one row where the table is
// an open list: nine bars of nothing would say less than the sentence.
func (p *page) groups(f *chart.Figure, tables []*model.Table, cells func(*model.Table, *model.Figure) []chart.Cell) {
	for _, k := range p.Result.KindsIn(tables...) {
		g := chart.Group{Title: p.kindCount(k.Kind, len(k.Units))}
		silent := 0
		for _, u := range k.Units {
			row := chart.Row{Label: u.Name, Href: p.href(unitPath(u))}
			known := false
			for _, t := range tables {
				fig := t.Of(u)
				at := len(row.Cells)
				row.Cells = append(row.Cells, cells(t, fig)...)
				if y := t.Reply(u); fig == nil && y != nil && at < len(row.Cells) {
					p.chartReply(&row.Cells[at], y)
					known = true
				}
				known = known || fig != nil
			}
			if !known {
				silent++
				continue
			}
			g.Rows = append(g.Rows, row)
		}
		if silent > 0 {
			row := chart.Row{Label: p.Locale.T("chart.others", "n", silent, "kind", p.kindName(k.Kind))}
			if silent == len(k.Units) { // no others: the row is the whole kind and needs no heading of its own
				row.Label, g.Title = g.Title, ""
			}
			for range max(1, len(f.Series)) {
				row.Cells = append(row.Cells, chart.Cell{StateKey: "none", StateWord: p.silentWord(tables[0])})
			}
			g.Rows = append(g.Rows, row)
		}
		f.Groups = append(f.Groups, g)
	}
}

// cell is one unit's figure; side adds the printed percentage beside the number.
func (p *page) cell(t *model.Table, f *model.Figure, side bool) chart.Cell {
	if f == nil {
		return chart.Cell{StateKey: "none", StateWord: p.silentWord(t)}
	}
	c := chart.Cell{Value: f.Value}
	if f.Value == nil {
		c.StateKey, c.StateWord = glyphs[f.State], p.stateWord(f.State)
		if f.Text != "" {
			c.StateWord = f.Text
		}
		p.chartReply(&c, f.Reply())
		return c
	}
	c.Text = p.number(t.Indicator, *f.Value)
	p.chartMark(&c, f, derive.Identical, derive.Form)
	if side && p.percents[t] > 0 {
		if f.Percent != nil {
			c.Side = p.printedPercent(f)
		} else {
			c.SideWord = p.Locale.T("percent.none")
		}
	}
	return c
}

func (p *page) planCell(t *model.Table, f *model.Figure) chart.Cell {
	if f == nil || f.Plan == nil {
		return chart.Cell{StateKey: "none", StateWord: p.Locale.T("plan.none")}
	}
	return chart.Cell{Value: f.Plan, Text: p.number(t.Indicator, *f.Plan)}
}

// percentCell is a printed percentage, or the reason why there is none.
func (p *page) percentCell(t *model.Table, f *model.Figure) chart.Cell {
	switch {
	case f == nil || f.Value == nil:
		return p.cell(t, f, false)
	case f.Percent == nil:
		return chart.Cell{StateKey: "none", StateWord: p.Locale.T("percent.none")}
	}
	c := chart.Cell{Value: f.Percent, Text: p.printedPercent(f)}
	p.chartMark(&c, f, derive.Ratio, derive.Form, derive.Identical)
	return c
}

// rest adds the bar of what the total holds but no unit accounts for.
func (p *page) rest(f *chart.Figure, t *model.Table) {
	if rest, ok := p.Result.Rest(t); ok && rest.Sign() > 0 {
		f.Rest = &chart.Cell{Value: &rest, Text: p.number(t.Indicator, rest)}
		f.RestLabel = p.Locale.T("chart.rest", "unit", t.Indicator.UnitMeasure)
	}
}

// parts draws a breakdown: a bar per category.
func (p *page) parts(f *chart.Figure, t *model.Table) {
	g := chart.Group{}
	for _, part := range t.Parts {
		g.Rows = append(g.Rows, chart.Row{Label: part.Category.Name, Cells: []chart.Cell{p.cell(t, part, false)}})
	}
	f.Groups = []chart.Group{g}
	if t.Total != nil && t.Total.Value != nil {
		f.Notes = append(f.Notes, p.Locale.T("chart.total", "total", p.amount(t.Total)))
	}
}

// stages draws how many units are in each state, with their names.
func (p *page) stages(f *chart.Figure, t *model.Table) {
	f.Kind = chart.Stages
	g := chart.Group{}
	for _, st := range p.Result.Coverage(t).States {
		n := decimal.FromInt(int64(len(st.Units)))
		row := chart.Row{Label: p.stateWord(st.State), Cells: []chart.Cell{{Value: &n, Text: p.Locale.Number(n), StateKey: glyphs[st.State]}}}
		for _, u := range st.Units {
			row.Names = append(row.Names, chart.Name{Label: u.Name, Href: p.href(unitPath(u))})
		}
		g.Rows = append(g.Rows, row)
	}
	f.Groups = []chart.Group{g}
}

// coverageNotes say over how many units a chart speaks, of which period, and what one must know.
func (p *page) coverageNotes(kind string, tables []*model.Table, note string) []string {
	t := tables[0]
	var out []string
	switch kind {
	case "parts", "stages":
	case "percents":
		for _, t := range tables {
			out = append(out, p.named(t, tables, p.Locale.T("chart.coverage-percent", "n", p.percents[t], "of", p.Result.Coverage(t).Of)))
		}
	default:
		for _, t := range tables {
			if t.Indicator.Measure == model.Words || t.Indicator.Measure == model.Stage {
				continue // its figures are words
			}
			cov := p.Result.Coverage(t)
			text := p.named(t, tables, p.Locale.T("chart.coverage", "n", cov.N, "of", cov.Of))
			if n := p.percents[t]; n > 0 && kind == "bars" {
				text += "; " + p.Locale.T("chart.coverage-percent", "n", n, "of", cov.Of)
			}
			out = append(out, text)
		}
	}
	out = append(out, p.periods(tables)...)
	known := indicatorNotes(tables)
	switch {
	case note != "":
		out = append(out, note)
	case len(known) > 0:
		out = append(out, known...)
	case t.Open:
		out = append(out, p.Locale.T("chart.open-list"))
	}
	if kind != "percents" {
		out = append(out, p.totalNotes(tables)...)
	}
	return []string{sentences(out...)}
}

// indicatorNotes is what one must know to read the tables, each thing once.
func indicatorNotes(tables []*model.Table) []string {
	var out []string
	for _, t := range tables {
		if n := t.Indicator.Note; n != "" && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// periods says of what time the figures are, and of which tables where that differs.
func (p *page) periods(tables []*model.Table) []string {
	if samePeriod(tables) {
		return []string{p.period(tables[0])}
	}
	var out []string
	for i, t := range tables {
		if slices.ContainsFunc(tables[:i], func(o *model.Table) bool { return o.Period == t.Period }) {
			continue
		}
		var names []string
		for _, o := range tables {
			if o.Period == t.Period {
				names = append(names, shortName(o.Indicator))
			}
		}
		out = append(out, p.periodOf(t, " ("+strings.Join(names, "; ")+")"))
	}
	return out
}

func samePeriod(tables []*model.Table) bool {
	return !slices.ContainsFunc(tables, func(t *model.Table) bool { return t.Period != tables[0].Period })
}

// named puts the table's name before a note where the chart has several.
func (p *page) named(t *model.Table, tables []*model.Table, text string) string {
	if len(tables) < 2 {
		return text
	}
	return shortName(t.Indicator) + ": " + text
}

// period says of what time the figures are, and that it was not over where it was not.
func (p *page) period(t *model.Table) string { return p.periodOf(t, "") }

// periodOf is period with the names of the tables it is the time of.
func (p *page) periodOf(t *model.Table, of string) string {
	return sentences(p.Locale.T("chart.period", "period", t.Period.Name+of), t.Period.Note)
}

// sentences joins sentences, each with its full stop.
func sentences(parts ...string) string {
	var out []string
	for _, s := range parts {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, strings.TrimSuffix(s, ".")+".")
		}
	}
	return strings.Join(out, " ")
}

func (p *page) kindCount(k *model.Kind, n int) string {
	return p.Locale.T("kind.count", "n", n, "kind", p.kindName(k))
}
