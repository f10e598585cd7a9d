package render

import (
	"math/big"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// workings is one computed number: what it is, the result, and how it came about.
type workings struct {
	anchor    string
	what      string
	result    string
	published string // the same as the source prints it, "" where it does not
	inputs    []input
	between   string // the sign between the inputs
	open      int    // from this input on they stand in parentheses, 0 for none
	end       string // what follows the last input: "= 22.729"
	n, of     int    // units that have a number, of how many; 0 where it is not of the units
}

// input is a number of the source, with the figure it is of.
type input struct {
	text string
	of   *model.Figure
}

const (
	fewInputs  = 20  // stand as they are; more are folded
	mostInputs = 500 // beyond, the table above is a better list than a formula
)

// workingsOf are the computed numbers of a table.
func (p *page) workingsOf(t *model.Table) []workings {
	var out []workings
	if w, ok := p.sumWorkings(t); ok {
		out = append(out, w)
	}
	if w, ok := p.restWorkings(t); ok {
		out = append(out, w)
	}
	for _, ref := range p.computing[t] {
		f := figureAt(t, ref.Address)
		var w workings
		var ok bool
		switch {
		case f == nil:
		case ref.Less != nil:
			w, ok = p.lessWorkings(f, ref)
		case ref.Format == "share":
			w, ok = p.percentage(f, p.input(f, ""), p.input(t.Total, ""), "share")
		default:
			w, ok = p.percentage(f, p.input(f, ""), p.input(f, "plan"), "ratio")
			if ok && f.Percent != nil {
				w.published = p.printedPercent(f)
			}
		}
		if ok {
			w.anchor = computedAnchor(ref, t)
			out = append(out, w)
		}
	}
	return out
}

// sumWorkings adds up the units.
func (p *page) sumWorkings(t *model.Table) (workings, bool) {
	sum, terms, ok := p.Result.SumUnits(t)
	if !ok {
		return workings{}, false
	}
	w := workings{anchor: computedAnchor(narrative.Ref{Format: "sum"}, t), what: p.Locale.T("workings.sum"), result: p.number(t.Indicator, sum), between: " + "}
	for _, f := range terms {
		w.inputs = append(w.inputs, p.input(f, ""))
	}
	w.end = " = " + w.result
	cov := p.Result.Coverage(t)
	w.n, w.of = len(terms), cov.Of
	if _, partial := p.Result.Rest(t); !partial && t.Total != nil && t.Total.Value != nil { // else the total is of more than these
		w.published = p.number(t.Indicator, *t.Total.Value)
	}
	return w, true
}

// restWorkings takes the units from the published total.
func (p *page) restWorkings(t *model.Table) (workings, bool) {
	rest, ok := p.Result.Rest(t)
	if !ok {
		return workings{}, false
	}
	w, _ := p.sumWorkings(t)
	w.anchor, w.what, w.published = computedAnchor(narrative.Ref{Format: "rest"}, t), p.Locale.T("workings.rest"), ""
	w.result = p.number(t.Indicator, rest)
	w.inputs = append([]input{p.input(t.Total, "")}, w.inputs...)
	w.open, w.end = 1, " = "+w.result
	return w, true
}

// lessWorkings takes one figure from another.
func (p *page) lessWorkings(f *model.Figure, ref narrative.Ref) (workings, bool) {
	t := p.tableOf(*ref.Less)
	if t == nil {
		return workings{}, false
	}
	g := figureAt(t, ref.Less.Address)
	a, b := f.Number(ref.Field), g.Number(ref.Less.Field)
	if a == nil || b == nil {
		return workings{}, false
	}
	d := a.Sub(*b)
	result := p.number(f.Table.Indicator, d)
	if inPoints(f, ref) {
		result = p.points(d)
	}
	return workings{what: p.Locale.T("workings.less", "what", lower(p.figureTitle(f)), "less", lower(p.figureTitle(g))), result: result,
		inputs: []input{p.input(f, ref.Field), p.input(g, ref.Less.Field)}, between: " − ", end: " = " + result}, true
}

// percentage divides two numbers.
func (p *page) percentage(f *model.Figure, of, by input, what string) (workings, bool) {
	a, b := f.Number(""), f.Number("plan")
	digits := ratioDigits(f)
	if what == "share" {
		b, digits = by.of.Number(""), shareDigits
	}
	if a == nil || b == nil || b.IsZero() {
		return workings{}, false
	}
	q := new(big.Rat).Mul(new(big.Rat).Quo(a.Rat(), b.Rat()), big.NewRat(100, 1))
	shown := decimal.Round(q, digits)
	sign := " ≈ "
	if q.Cmp(shown.Rat()) == 0 {
		sign = " = "
	}
	if what == "ratio" && !f.Table.Period.Complete {
		what = "ratio-part"
	}
	w := workings{what: p.Locale.T("workings."+what, "what", p.scopeWord(f)), result: p.Locale.Percent(shown),
		inputs: []input{of, by}, between: " ÷ ", end: sign + p.Locale.Percent(shown)}
	return w, true
}

// input words a number of a cell.
func (p *page) input(f *model.Figure, field string) input {
	d := f.Number(field)
	switch {
	case d == nil:
		return input{of: f}
	case field == "percent":
		return input{p.printedPercent(f), f}
	}
	return input{p.number(f.Table.Indicator, *d), f}
}

// workings lists the computed numbers of a table, each under its permanent address.
func (p *page) workings(t *model.Table) string {
	all := p.workingsOf(t)
	if len(all) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="works workings">`)
	for _, w := range all {
		b.Raw(`<li`).Attr("id", w.anchor).Raw(`><p class="who"><span>`).Text(w.what).Raw(` <b>`).Text(w.result).Raw(`</b>`)
		if u := unitOfMeasure(t.Indicator); u != "" && !strings.HasSuffix(w.result, "%") {
			b.Raw(` <span class="small">`).Text(u).Raw(`</span>`)
		}
		b.Raw(`</span></p><p class="what small">`)
		if w.published != "" {
			b.Text(p.Locale.T("workings.again", "published", w.published))
		} else {
			b.Text(p.Locale.T("workings.only"))
		}
		if w.of > 0 {
			b.Text(" " + sentences(capital(p.Locale.T("chart.coverage", "n", w.n, "of", w.of))))
		}
		b.Raw(" ")
		p.src(&b, t.Round, w.inputs[0].of.Table.At)
		b.Raw(`</p>`)
		p.formula(&b, t, w)
		b.Raw(`</li>`)
	}
	return b.Raw(`</ul>`).String()
}

// formula writes the arithmetic, every input linked to its permanent address.
func (p *page) formula(b *markup.B, t *model.Table, w workings) {
	n := len(w.inputs)
	if n > mostInputs {
		b.Raw(`<p class="formula small"><a href="#`, tableAnchor(t), `">`).Text(p.Locale.T("workings.many", "n", n)).Raw(`</a></p>`)
		return
	}
	if n > fewInputs {
		b.Raw(`<details><summary>`).Text(p.Locale.T("workings.formula", "n", n)).Raw(`</summary>`)
	}
	b.Raw(`<p class="formula small">`)
	for i, in := range w.inputs {
		switch {
		case i == 0:
		case i == w.open:
			b.Raw(` − (`)
		default:
			b.Text(w.between)
		}
		b.Raw(`<a class="v" href="`).Text(p.href(figurePath(in.of))).Raw(`" title="`).Text(p.scopeName(in.of)).Raw(`">`).Text(in.text).Raw(`</a>`)
	}
	if w.open > 0 {
		b.Raw(`)`)
	}
	b.Text(w.end).Raw(`</p>`)
	if n > fewInputs {
		b.Raw(`</details>`)
	}
}
