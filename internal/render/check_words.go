package render

import (
	"math/big"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// checkPlaces are the printed places of a reconciliation, never more than a line of them: the terms of
// a sum share their table, so its own place stands for them.
func checkPlaces(c *derive.Reconciliation) []model.Place {
	places := c.Places()
	switch {
	case c.Rule == derive.Period:
		places = []model.Place{c.Table.At}
	case len(places) == 0 && c.Chapter != nil:
		places = []model.Place{c.Chapter.At}
	}
	return places[:min(len(places), 4)]
}

type side struct{ label, value string } // value is markup

func (p *page) checkTitle(c *derive.Reconciliation) string {
	return capital(p.Locale.T("check."+string(c.Rule)+".title."+verdictGroup(c), p.checkArgs(c)...))
}

// verdictGroup picks the wording: most rules have one sentence for "agrees" and one for the rest.
func verdictGroup(c *derive.Reconciliation) string {
	if c.Verdict.Attention() {
		return "differs"
	}
	return string(c.Verdict)
}

// checkSides gives what is published on the left and what is computed on the right; two published figures
// where the rule is about both.
func (p *page) checkSides(c *derive.Reconciliation) (left, right side) {
	switch c.Rule {
	case derive.Identical:
		return p.identicalSides(c)
	case derive.Covering:
		return p.coverSide(c.Covers[0]), p.coverSide(c.Covers[1])
	case derive.Dates:
		return p.dateSide(c.Documents[0]), p.dateSide(c.Documents[1])
	}
	l, r := p.Locale.T("check."+string(c.Rule)+".left", p.checkArgs(c)...), p.Locale.T("check."+string(c.Rule)+".right", p.checkArgs(c)...)
	if c.Rule == derive.Form || c.Rule == derive.Spelling {
		return side{l, markup.Escape(c.PrintedAs)}, side{r, markup.Escape(c.ReadAs)}
	}
	return side{l, markup.Escape(p.checkNumber(c, c.Published))}, side{r, markup.Escape(p.checkNumber(c, computed(c)))}
}

// coverSide says with how many of the rows that have a number a total agrees: of several sets that would do,
// from the fewest to the most.
func (p *page) coverSide(c derive.Cover) side {
	t := c.Total.Table
	_, terms, _ := p.Result.SumUnits(t)
	rows := p.Locale.Int(len(terms) - len(c.Without[0]))
	if last := len(c.Without[len(c.Without)-1]); last != len(c.Without[0]) {
		rows = p.Locale.Int(len(terms)-last) + "–" + rows
	}
	return side{p.Locale.T("check.coverage.side", "table", t.Indicator.Name, "total", *c.Total.Value), markup.Escape(p.Locale.T("check.coverage.rows", "rows", rows, "of", len(terms)))}
}

func (p *page) dateSide(d *model.Document) side {
	return side{capital(p.documentName(d)), markup.Escape(p.date(d.Issued))}
}

// documentName is a document as one calls it: "Hướng dẫn số 2702".
func (p *page) documentName(d *model.Document) string {
	return d.Kind + " " + p.Locale.T("document.number", "number", d.Number)
}

// identicalSides prints the cells of the two units as they stand in the source.
func (p *page) identicalSides(c *derive.Reconciliation) (left, right side) {
	cells := map[*model.Unit][]string{}
	var order []*model.Unit
	row := map[*model.Unit]model.Place{}
	for _, f := range c.Figures {
		if cells[f.Unit] == nil {
			order = append(order, f.Unit)
			row[f.Unit] = f.At
		}
		cells[f.Unit] = append(cells[f.Unit], markup.Escape(f.Published))
	}
	of := func(u *model.Unit) side {
		label := p.unitName(u)
		if at := row[u]; at.Row > 0 {
			label = p.Locale.T("place.row", "n", at.Row) + ", " + label
		}
		return side{capital(label), strings.Join(cells[u], "<br>")}
	}
	if len(order) < 2 {
		return side{}, side{}
	}
	return of(order[0]), of(order[1])
}

// computed is the right side of a reconciliation. A ratio is shown with one digit more than is printed, so
// that the reader sees which way it was rounded.
func computed(c *derive.Reconciliation) *decimal.Decimal {
	if c.Rule != derive.Ratio || c.Exact == nil {
		return c.Computed
	}
	d := decimal.Round(c.Exact, c.Computed.Scale()+1)
	return &d
}

// checkNumber words a side: a percentage where the rule compares percentages.
func (p *page) checkNumber(c *derive.Reconciliation, d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	switch c.Rule {
	case derive.Ratio, derive.OverPlan, derive.ImpliedPlan:
		return p.Locale.Percent(*d)
	}
	return p.Locale.Number(*d)
}

// checkSay is the sentence: both figures, the arithmetic, no cause.
func (p *page) checkSay(c *derive.Reconciliation) string {
	key := "check." + string(c.Rule) + ".say." + verdictGroup(c)
	if c.Rule == derive.OverPlan && c.Published == nil {
		key += "-computed"
	}
	if c.Rule == derive.Form {
		key += "-" + p.portal.SourceLocale
	}
	say := p.Locale.T(key, p.checkArgs(c)...)
	switch {
	case c.Rule == derive.Covering:
		return p.coverWords(c.Covers[0]) + " " + p.coverWords(c.Covers[1]) + " " + say
	case len(c.Explained) > 0:
		say += " " + p.Locale.T("check.explained", "n", len(c.Explained), "sets", p.sets(c.Round, c.Explained)) + " " + p.Locale.T("check.unexplained")
	}
	return capital(say)
}

// coverWords says with which rows a total agrees.
func (p *page) coverWords(c derive.Cover) string {
	t := c.Total.Table
	args := []any{"table", t.Indicator.Name, "total", *c.Total.Value}
	if len(c.Without[0]) > 0 {
		return p.Locale.T("check.coverage.without", append(args, "n", len(c.Without), "sets", p.sets(t.Round, c.Without))...)
	}
	if sum, _, ok := p.Result.SumUnits(t); ok && !sum.Equal(*c.Total.Value) {
		return p.Locale.T("check.coverage.rounded", append(args, "sum", sum)...)
	}
	return p.Locale.T("check.coverage.whole", args...)
}

// sets names every set of figures that would do; none is chosen.
func (p *page) sets(r *model.Round, all [][]*model.Figure) string {
	out := make([]string, len(all))
	for i, set := range all {
		terms := make([]string, len(set))
		for j, f := range set {
			terms[j] = p.Locale.T("check.explained-term", "value", *f.Value, "place", p.placeText(r, f.At, false), "unit", p.unitName(f.Unit))
		}
		out[i] = strings.Join(terms, " + ")
	}
	return strings.Join(out, " "+p.Locale.T("or")+" ")
}

// arithmetic is the sum, or the division, with its numbers in it.
func (p *page) arithmetic(c *derive.Reconciliation) string {
	switch {
	case len(c.Terms) > 1:
		terms := make([]string, len(c.Terms))
		for i, f := range c.Terms {
			terms[i] = p.Locale.Number(*f.Value)
		}
		sum := strings.Join(terms, " + ")
		if c.Rule == derive.Rest {
			return p.Locale.Number(*c.Published) + " − (" + sum + ") = " + p.Locale.Number(*c.Computed)
		}
		return sum + " = " + p.Locale.Number(*c.Computed)
	case c.Rule == derive.Ratio && c.Exact != nil && len(c.Figures) > 0:
		f := c.Figures[0]
		return p.Locale.Number(*f.Value) + " ÷ " + p.Locale.Number(*f.Plan) + " = " + p.Locale.Percent(exactPercent(c.Exact))
	}
	return ""
}

// exactPercent shows a computed ratio with three digits behind the point, enough to see where a
// printed one was rounded or cut off.
func exactPercent(r *big.Rat) decimal.Decimal { return decimal.Round(r, 3) }

// linkedSteps is the arithmetic with every number that is published leading to its permanent address.
func (p *page) linkedSteps(c *derive.Reconciliation, steps string) string {
	inputs := c.Terms
	if len(inputs) == 0 {
		inputs = c.Figures[:min(1, len(c.Figures))]
	}
	if c.Rule == derive.Rest {
		inputs = append(c.Figures[:1:1], inputs...)
	}
	var b markup.B
	for _, f := range inputs {
		number := p.Locale.Number(*f.Value)
		before, after, found := strings.Cut(steps, number)
		if !found {
			break
		}
		b.Text(before).Raw(`<a class="v" href="`).Text(p.href(figurePath(f))).Raw(`">`).Text(number).Raw(`</a>`)
		steps = after
	}
	return b.Text(steps).String()
}

// checkArgs are the words every sentence of a reconciliation may use.
func (p *page) checkArgs(c *derive.Reconciliation) []any {
	args := []any{"n", c.N, "of", c.Of, "printed", c.PrintedAs, "read", c.ReadAs, "days", c.Days, "figures", len(c.Figures),
		"published", p.checkNumber(c, c.Published), "computed", p.checkNumber(c, computed(c)),
		"low", p.plainNumber(c.Low), "high", p.plainNumber(c.High), "steps", p.arithmetic(c)}
	diff := ""
	if c.Diff != nil {
		diff = p.Locale.Number(c.Diff.Abs())
	}
	if c.Implied != nil {
		args = append(args, "least", c.Implied.Low, "most", c.Implied.High)
	}
	names := make([]string, len(c.Units))
	for i, u := range c.Units {
		names[i] = p.unitName(u)
	}
	who := ""
	if len(c.Figures) == 1 && c.Figures[0].Scope != model.OfTotal {
		who = ", " + p.scopeWord(c.Figures[0])
	}
	args = append(args, "diff", diff, "units", strings.Join(names, ", "), "who", who)
	args = append(args, p.tableArgs(c)...)
	args = append(args, p.documentArgs(c)...)
	topic := ""
	if c.Chapter != nil {
		topic = c.Chapter.Topic
	}
	return append(args, "topic", topic)
}

func (p *page) plainNumber(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return p.Locale.Number(*d)
}

// tableArgs name the figures table of a reconciliation, and the value and plan of its one figure.
func (p *page) tableArgs(c *derive.Reconciliation) []any {
	if c.Table == nil {
		return []any{"table", "", "measure", "", "period", "", "value", "", "plan", ""}
	}
	value, plan := "", ""
	if f := c.Figures[0]; len(c.Figures) == 1 {
		value, plan = p.plainNumber(f.Value), p.plainNumber(f.Plan)
	}
	return []any{"table", c.Table.Indicator.Name, "measure", unitOfMeasure(c.Table.Indicator), "period", c.Table.Period.Name, "value", value, "plan", plan}
}

func (p *page) documentArgs(c *derive.Reconciliation) []any {
	if len(c.Documents) < 2 {
		return nil
	}
	first, second := c.Documents[0], c.Documents[1]
	return []any{"first", p.documentName(first), "second", p.documentName(second), "date", p.date(first.Issued), "of-date", p.date(second.Issued)}
}
