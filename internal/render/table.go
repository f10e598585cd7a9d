package render

import (
	"strings"

	"minhbach/internal/history"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// figureTable lists figures one below the other: what, of whom, the value or state, the printed cell
// and where it stands. With anchors, every row carries the figure's permanent address.
func (p *page) figureTable(figs []*model.Figure, id string, anchors bool) string {
	if len(figs) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.Locale.T("figures.label")).Raw(`"><table class="data figs" id="`, p.unique("bang-"+id), `"><caption class="vh">`).
		Text(p.Locale.T("figures.label")).Raw(`</caption><thead><tr>`)
	columns := []string{"what", "value", "printed", "period"}
	if p.kind == "figure" {
		columns = columns[:3] // the heading says the period
	}
	for _, k := range columns {
		class := ""
		if k == "value" {
			class = ` class="n"`
		}
		b.Raw(`<th scope="col"`, class, `>`).Text(p.Locale.T("figures.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, f := range figs {
		p.figureRow(&b, f, anchors)
	}
	return b.Raw(`</tbody></table></div>`).String()
}

func (p *page) figureRow(b *markup.B, f *model.Figure, anchors bool) {
	file, anchor, _ := strings.Cut(figurePath(f), "#")
	permanent := anchors && file == p.path
	b.Raw(`<tr`)
	switch {
	case permanent:
		b.Attr("id", anchor)
	case anchors:
		b.Attr("id", indicatorAnchor(f))
	}
	b.Raw(`><th scope="row">`)
	p.figureName(b, f)
	b.Raw(`</th><td class="n">`)
	if words := f.Table.Indicator.Measure == model.Words; words && f.Text != "" {
		p.wordsCell(b, f)
	} else {
		p.value(b, f)
	}
	if f.Value != nil || f.Plan != nil {
		if u := unitOfMeasure(f.Table.Indicator); u != "" && f.Value != nil && f.Scope != model.OfCount && p.kind != "figure" {
			b.Raw(` <span class="small">`).Text(u).Raw(`</span>`)
		}
		p.percentAndPlan(b, f.Table, f)
	}
	if !permanent {
		p.cellMarks(b, f)
	}
	var past []history.Entry
	if permanent {
		past = p.pastOf(f)
		p.amended(b, past)
	}
	b.Raw(`</td><td class="raw-cell">`)
	p.printed(b, f)
	p.src(b, f.Table.Round, f.At)
	if f.Note != "" {
		b.Raw(`<span class="small quiet">`).Text(f.Note).Raw(`</span>`)
	}
	if anchors {
		p.otherReports(b, f)
	}
	if permanent {
		p.allMarks(b, f)
		p.origin(b, f)
		p.citation(b, f)
	}
	p.entries(b, f, past)
	if p.kind != "figure" {
		b.Raw(`</td><td>`).Text(f.Table.Period.Name)
	}
	b.Raw(`</td></tr>`)
}

// otherReports says what older and newer reports print for the same thing: none replaces another.
func (p *page) otherReports(b *markup.B, f *model.Figure) {
	if later := f.Later(); later != nil {
		p.otherReport(b, later, p.Locale.T("figure.later", "report", p.documentName(later.Table.Round.Document), "value", p.figureWords(later)))
	}
	for _, earlier := range f.Earlier() {
		p.otherReport(b, earlier, p.Locale.T("figure.earlier", "report", p.documentName(earlier.Table.Round.Document), "value", p.figureWords(earlier)))
	}
}

func (p *page) otherReport(b *markup.B, f *model.Figure, says string) {
	b.Raw(`<span class="small"><a href="`).Text(p.href(figurePath(f))).Raw(`">`).Text(says).Raw(`</a></span>`)
}

// printed quotes what the source prints: an empty cell is said to be empty, and a state that we read
// from a sentence has no cell of its own to quote.
func (p *page) printed(b *markup.B, f *model.Figure) {
	switch {
	case f.Published != "":
		b.Raw(`<q>`).Text(f.Published).Raw(`</q> `)
	case f.State == model.Blank:
		p.state(b, f.State)
		b.Raw(" ")
	}
}

// figureName says what a figure is of, linking to its indicator; on the indicator's own page only the
// scope is left to say.
func (p *page) figureName(b *markup.B, f *model.Figure) {
	i := f.Table.Indicator
	if p.kind != "figure" {
		b.Raw(`<a href="`).Text(p.href(indicatorPath(i))).Raw(`">`).Text(i.Name).Raw(`</a>`)
		if f.Scope == model.OfUnit || f.Scope == model.OfTotal && p.kind != "report" {
			return
		}
		b.Raw(`<span class="small quiet">`).Text(p.scopeName(f)).Raw(`</span>`)
		return
	}
	if f.Scope == model.OfUnit {
		b.Raw(`<a href="`).Text(p.href(figurePath(f))).Raw(`">`).Text(capital(p.unitName(f.Unit))).Raw(`</a>`)
		return
	}
	b.Text(p.scopeName(f))
}

// scopeWord is scopeName within a sentence; a name keeps its capital.
func (p *page) scopeWord(f *model.Figure) string {
	if f.Scope == model.OfUnit {
		return p.unitName(f.Unit)
	}
	return lower(p.scopeName(f))
}

// scopeName words what a figure is of.
func (p *page) scopeName(f *model.Figure) string {
	switch f.Scope {
	case model.OfUnit:
		return capital(p.unitName(f.Unit))
	case model.OfPart:
		return f.Category.Name
	case model.OfCount:
		if f.Counted == model.Told {
			return p.Locale.T("scope.count-told")
		}
		return p.Locale.T("scope.count", "state", lower(p.stateWord(f.Counted)))
	}
	return p.Locale.T("scope." + string(f.Scope))
}
