package render

import (
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// checkPlaces are the printed places of a reconciliation, never more than a line of them: the terms of
// a sum share their table, so its own place stands for them.
func checkPlaces(c *derive.Reconciliation) []model.Place {
	if c.Rule == derive.Period { // of every figure of its table
		return []model.Place{c.Table.At}
	}
	places := c.Places()
	if len(places) == 0 && c.Chapter != nil {
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
	case derive.Dates:
		return p.dateSide(c.Documents[0]), p.dateSide(c.Documents[1])
	}
	l, r := p.Locale.T("check."+string(c.Rule)+".left", p.checkArgs(c)...), p.Locale.T("check."+string(c.Rule)+".right", p.checkArgs(c)...)
	if c.Rule == derive.Form || c.Rule == derive.Spelling {
		return side{l, markup.Escape(c.PrintedAs)}, side{r, markup.Escape(c.ReadAs)}
	}
	return side{l, markup.Escape(p.checkNumber(c, c.Published))}, side{r, markup.Escape(p.checkNumber(c, computed(c)))}
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
	if c.Table != nil && c.Rule != derive.Groups {
		return p.number(c.Table.Indicator, *d)
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
	if c.Rule == derive.Period && c.Table.PlannedElsewhere() {
		key += "-plan"
	}
	switch {
	case c.Rule != derive.Groups:
	case c.Verdict == derive.Agrees && len(c.Figures) == 1:
		key += "-one"
	case c.Verdict == derive.Differs && moreThanAll(c):
		key += "-all"
	}
	say := p.Locale.T(key, p.checkArgs(c)...)
	switch {
	case c.Rule == derive.Covering:
		return p.coverWords(c.Covers[0]) + " " + p.coverWords(c.Covers[1]) + " " + say
	case len(c.Explained) == 1:
		say += " " + p.Locale.T("check.explained", "sets", p.sets(c.Explained, "")) + " " + p.Locale.T("check.unexplained")
	case len(c.Explained) > 1:
		say += " " + p.Locale.T("check.explained-many", "sets", p.sets(c.Explained, "; ")) + " " + p.Locale.T("check.unexplained")
	}
	return capital(say)
}

// moreThanAll reports whether groups differ because they count more units than there are.
func moreThanAll(c *derive.Reconciliation) bool {
	return c.Published != nil && c.Published.Cmp(decimal.FromInt(int64(c.Of))) > 0
}

// groupsWords sets the printed number of each group beside its names.
func (p *page) groupsWords(c *derive.Reconciliation) string {
	if c.Rule != derive.Groups {
		return ""
	}
	var out []string
	for _, f := range c.Figures {
		out = append(out, p.Locale.T("check.groups.say.group", "state", capital(p.stateWord(f.Counted)), "published", *f.Value, "computed", p.namedIn(f)))
	}
	return strings.Join(out, "; ")
}

// namedIn counts the units that a table names in the state of a count.
func (p *page) namedIn(f *model.Figure) int {
	for _, st := range p.Result.Coverage(f.Table).States {
		if st.State == f.Counted {
			return len(st.Units)
		}
	}
	return 0
}

// coverWords says with which rows a total agrees.
func (p *page) coverWords(c derive.Cover) string {
	t := c.Total.Table
	args := []any{"table", t.Indicator.Name, "total", *c.Total.Value}
	if len(c.Without[0]) > 0 {
		return p.Locale.T("check.coverage.without", append(args, "sets", p.sets(c.Without, " "+p.Locale.T("or")+" "))...)
	}
	if sum, _, ok := p.Result.SumUnits(t); ok && !sum.Equal(*c.Total.Value) {
		return p.Locale.T("check.coverage.rounded", append(args, "sum", sum)...)
	}
	return p.Locale.T("check.coverage.whole", args...)
}

// sets names every set of figures that would do; none is chosen.
func (p *page) sets(all [][]*model.Figure, between string) string {
	out := make([]string, len(all))
	for i, set := range all {
		terms := make([]string, len(set))
		for j, f := range set {
			terms[j] = p.Locale.T("check.explained-term", "value", *f.Value, "place", p.placeText(f.Table.Round, f.At, false), "unit", p.unitName(f.Unit))
		}
		out[i] = strings.Join(terms, " + ")
	}
	return strings.Join(out, between)
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
	case c.Rule == derive.Ratio && c.Exact != nil:
		shown := *computed(c)
		return p.quotient(*c.Figures[0].Value, *c.Figures[0].Plan, p.Locale.Percent(shown), c.Exact.Cmp(shown.Rat()) == 0)
	case c.Rule == derive.Range:
		return p.quotient(*c.Figures[0].Value, *c.Figures[1].Value, p.Locale.Number(*c.Computed), c.Exact.Cmp(c.Computed.Rat()) == 0)
	}
	return ""
}

// quotient writes a division; what was rounded is about equal.
func (p *page) quotient(a, b decimal.Decimal, result string, exact bool) string {
	sign := " ≈ "
	if exact {
		sign = " = "
	}
	return p.Locale.Number(a) + " ÷ " + p.Locale.Number(b) + sign + result
}

// linkedSteps is the arithmetic with every number that is published leading to its permanent address.
func (p *page) linkedSteps(c *derive.Reconciliation, steps string) string {
	inputs := c.Terms
	if len(inputs) == 0 {
		inputs = c.Figures[:min(1, len(c.Figures))]
	}
	switch c.Rule {
	case derive.Rest:
		inputs = append(c.Figures[:1:1], inputs...)
	case derive.Range:
		inputs = c.Figures[:2]
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
		"low", p.plainNumber(c.Low), "high", p.plainNumber(c.High)}
	if len(c.Terms) <= mostInputs {
		args = append(args, "steps", p.arithmetic(c))
	}
	diff := ""
	if c.Diff != nil {
		diff = p.difference(c)
	}
	if c.Implied != nil {
		args = append(args, "least", c.Implied.Low, "most", c.Implied.High)
	}
	var names []string
	if c.Rule != derive.Period { // which has every unit of its table, and names none
		for _, u := range c.Units {
			names = append(names, p.unitName(u))
		}
	}
	who := ""
	if len(c.Figures) == 1 && c.Figures[0].Scope != model.OfTotal {
		who = ", " + p.scopeWord(c.Figures[0])
	}
	args = append(args, "diff", diff, "units", strings.Join(names, ", "), "who", who)
	args = append(args, "groups", p.groupsWords(c))
	args = append(args, p.tableArgs(c)...)
	args = append(args, p.documentArgs(c)...)
	topic := ""
	if c.Chapter != nil {
		topic = c.Chapter.Topic
	}
	return append(args, "topic", topic)
}

func (p *page) difference(c *derive.Reconciliation) string {
	d := c.Diff.Abs()
	return p.checkNumber(c, &d)
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
		return []any{"table", "", "measure", "", "period", "", "of-period", "", "value", "", "plan", ""}
	}
	value, plan := "", ""
	if f := c.Figures[0]; len(c.Figures) == 1 {
		value, plan = p.plainNumber(f.Value), p.plainNumber(f.Plan)
	}
	planOf := ""
	if c.Table.PlanOf != nil {
		planOf = c.Table.PlanOf.Name
	}
	return []any{"of-period", planOf, "table", c.Table.Indicator.Name, "measure", unitOfMeasure(c.Table.Indicator), "period", c.Table.Period.Name, "value", value, "plan", plan}
}

func (p *page) documentArgs(c *derive.Reconciliation) []any {
	if len(c.Documents) < 2 {
		return nil
	}
	first, second := c.Documents[0], c.Documents[1]
	return []any{"first", p.documentName(first), "second", p.documentName(second), "date", p.date(first.Issued), "of-date", p.date(second.Issued)}
}
