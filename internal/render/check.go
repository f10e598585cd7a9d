package render

import (
	"math/big"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// checks is the page of every reconciliation: what does not agree first, then what does.
func (s *site) checks() *page {
	p := s.page(checksPath, "checks", s.Locale.T("checks.title"))
	p.current = checksPath
	p.crumbs = p.trail(link{p.title, ""})
	var attention, agree []*derive.Reconciliation
	byVerdict := map[derive.Verdict]int{}
	for _, c := range s.Result.Reconciliations {
		p.checksHere[c.ID] = true
		byVerdict[c.Verdict]++
		if c.Verdict.Attention() {
			attention = append(attention, c)
		} else {
			agree = append(agree, c)
		}
	}
	p.lead = rich(s.Locale.T("checks.lead", "n", len(s.Result.Reconciliations), "differs", byVerdict[derive.Differs], "other", len(attention)-byVerdict[derive.Differs], "agree", len(agree)))
	p.description = s.Locale.T("checks.description")
	p.facts = []fact{
		{Label: s.Locale.T("checks.fact.differs"), Num: s.Locale.Int(byVerdict[derive.Differs]), Note: markup.Escape(s.Locale.T("checks.fact.differs-note"))},
		{Label: s.Locale.T("checks.fact.other"), Num: s.Locale.Int(len(attention) - byVerdict[derive.Differs]), Note: markup.Escape(s.Locale.T("checks.fact.other-note"))},
		{Label: s.Locale.T("checks.fact.agree"), Num: s.Locale.Int(len(agree)), Note: markup.Escape(s.Locale.T("checks.fact.agree-note"))},
	}
	p.add(section{ID: "can-doc-them", Heading: s.Locale.T("checks.attention"), Note: p.note("checks.attention-note"), Body: p.checkCards(byWeight(attention))})
	p.add(section{ID: "khop", Heading: s.Locale.T("checks.agree"), Body: p.agreeList(agree)})
	p.add(section{ID: "cach-tinh", Heading: s.Locale.T("checks.how"), Body: p.ruleList()})
	p.add(p.download())
	return p
}

// ruleList says how each rule is computed; a verdict whose rule is not on the page is not given.
func (p *page) ruleList() string {
	var b markup.B
	b.Raw(`<dl class="terms">`)
	for _, r := range []derive.Rule{derive.Sum, derive.Rest, derive.Parts, derive.Ratio, derive.Identical, derive.Groups, derive.Listed, derive.Range, derive.Form, derive.Spelling} {
		b.Raw(`<div><dt>`).Text(capital(p.Locale.T("rule." + string(r)))).Raw(`</dt><dd>`).Text(p.Locale.T("rule-how." + string(r))).Raw(`</dd></div>`)
	}
	return b.Raw(`</dl>`).String()
}

// note is a paragraph beside a heading.
func (p *page) note(key string, args ...any) string {
	return "<p>" + markup.Escape(p.Locale.T(key, args...)) + "</p>"
}

// checkCards writes reconciliations side by side.
func (p *page) checkCards(cs []*derive.Reconciliation) string {
	if len(cs) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<div class="checks">`)
	for _, c := range cs {
		p.checkCard(&b, c)
	}
	return b.Raw(`</div>`).String()
}

// showChecks writes the checks of a page, those that need reading as cards and the others as a list,
// and makes the page's marks lead to them. It must run before anything that writes marks.
func (p *page) showChecks(cs []*derive.Reconciliation) {
	for _, c := range cs {
		p.checksHere[c.ID] = true
	}
}

func (p *page) checkSection(cs []*derive.Reconciliation) section {
	var attention, agree []*derive.Reconciliation
	for _, c := range cs {
		if c.Verdict.Attention() {
			attention = append(attention, c)
		} else {
			agree = append(agree, c)
		}
	}
	body := p.checkCards(byWeight(attention))
	if len(agree) > 0 {
		body += `<div><h3>` + markup.Escape(p.Locale.T("checks.agree")) + `</h3>` + p.agreeList(agree) + `</div>`
	}
	return section{ID: "doi-chieu", Heading: p.Locale.T("checks.heading"), Short: p.Locale.T("nav.checks"), Note: p.note("checks.note"), Body: body}
}

// checkCard writes one reconciliation: two figures beside each other, the sentence, the arithmetic.
func (p *page) checkCard(b *markup.B, c *derive.Reconciliation) {
	b.Raw(`<article class="check"`).Attr("id", c.ID).Raw(`><h3>`).Text(p.checkTitle(c)).Raw(`</h3>`)
	left, right := p.checkSides(c)
	b.Raw(`<dl class="pair"><div><dt>`).Text(left.label).Raw(`</dt><dd>`, left.value, `</dd></div><div><dt>`).
		Text(right.label).Raw(`</dt><dd>`).Glyph(verdictGlyphs[c.Verdict]).Raw(right.value, `</dd></div></dl><p>`).
		Text(p.checkSay(c)).Raw(" ")
	p.srcs(b, c.Round, checkPlaces(c))
	b.Raw(`</p>`)
	if steps := p.arithmetic(c); steps != "" {
		b.Raw(`<details><summary>`).Text(p.Locale.T("checks.arithmetic")).Raw(`</summary><p class="small">`, p.linkedSteps(c, steps), `</p></details>`)
	}
	b.Raw(`</article>`)
}

// agreeList writes reconciliations that agree, one line each.
func (p *page) agreeList(cs []*derive.Reconciliation) string {
	if len(cs) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="agree">`)
	for _, c := range cs {
		b.Raw(`<li`).Attr("id", c.ID).Raw(`>`).Glyph("eq").Raw(`<span>`).Text(p.checkSay(c)).Raw(" ")
		p.srcs(&b, c.Round, checkPlaces(c))
		b.Raw(`</span></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// checkPlaces are the printed places of a reconciliation, never more than a line of them: the terms of
// a sum share their table, so its own place stands for them.
func checkPlaces(c *derive.Reconciliation) []model.Place {
	var out []model.Place
	for _, f := range c.Figures {
		if c.Rule == derive.Sum && f.Scope == model.OfUnit {
			continue
		}
		out = append(out, f.At)
	}
	if c.Mechanism != nil {
		out = append(out, c.Mechanism.At)
	}
	if len(out) == 0 && c.Chapter != nil {
		out = append(out, c.Chapter.At)
	}
	if len(out) > 4 {
		out = out[:4]
	}
	return out
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

// checkSides gives what is published on the left and what is computed on the right.
func (p *page) checkSides(c *derive.Reconciliation) (left, right side) {
	l, r := p.Locale.T("check."+string(c.Rule)+".left", p.checkArgs(c)...), p.Locale.T("check."+string(c.Rule)+".right", p.checkArgs(c)...)
	switch c.Rule {
	case derive.Identical:
		return p.identicalSides(c)
	case derive.Form, derive.Spelling:
		return side{l, markup.Escape(c.PrintedAs)}, side{r, markup.Escape(c.ReadAs)}
	}
	return side{l, markup.Escape(p.checkNumber(c, c.Published))}, side{r, markup.Escape(p.checkNumber(c, c.Computed))}
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

// checkNumber words a side: a percentage where the rule compares percentages.
func (p *page) checkNumber(c *derive.Reconciliation, d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	if c.Rule == derive.Ratio {
		return p.Locale.Percent(*d)
	}
	return p.Locale.Number(*d)
}

// checkSay is the sentence: both figures, the arithmetic, no cause.
func (p *page) checkSay(c *derive.Reconciliation) string {
	say := p.Locale.T("check."+string(c.Rule)+".say."+verdictGroup(c), p.checkArgs(c)...)
	if len(c.Explained) > 0 {
		sets := make([]string, len(c.Explained))
		for i, set := range c.Explained {
			terms := make([]string, len(set))
			for j, f := range set {
				terms[j] = p.Locale.T("check.explained-term", "value", *f.Value, "place", p.placeText(c.Round, f.At, false), "unit", p.unitName(f.Unit))
			}
			sets[i] = strings.Join(terms, " + ")
		}
		say += " " + p.Locale.T("check.explained", "n", len(sets), "sets", strings.Join(sets, " "+p.Locale.T("or")+" ")) + " " + p.Locale.T("check.unexplained")
	}
	return capital(say)
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
func exactPercent(r *big.Rat) decimal.Decimal {
	return decimal.Round(r, 3)
}

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
	args := []any{"n", c.N, "of", c.Of, "printed", c.PrintedAs, "read", c.ReadAs}
	text := func(name string, d *decimal.Decimal) {
		if d != nil {
			args = append(args, name, p.checkNumber(c, d))
		} else {
			args = append(args, name, "")
		}
	}
	text("published", c.Published)
	text("computed", c.Computed)
	text("low", c.Low)
	text("high", c.High)
	diff := ""
	if c.Diff != nil {
		diff = p.Locale.Number(c.Diff.Abs())
	}
	names := make([]string, len(c.Units))
	for i, u := range c.Units {
		names[i] = p.unitName(u)
	}
	args = append(args, "diff", diff, "units", strings.Join(names, ", "))
	who := ""
	if len(c.Units) == 1 {
		who = ", " + p.unitName(c.Units[0])
	}
	table, unit := "", ""
	if c.Table != nil {
		table, unit = c.Table.Indicator.Name, unitOfMeasure(c.Table.Indicator)
	}
	args = append(args, "table", table, "measure", unit, "steps", p.arithmetic(c), "who", who)
	topic := ""
	if c.Chapter != nil {
		topic = c.Chapter.Topic
	}
	args = append(args, "topic", topic)
	where := ""
	if len(c.Figures) > 0 {
		where = p.placeText(c.Round, c.Figures[0].At, false)
	} else if c.Chapter != nil {
		where = p.placeText(c.Round, c.Chapter.At, false)
	}
	return append(args, "place", where)
}

// markWord is what stands beside a figure: short, and the arithmetic is one step away.
func (p *page) markWord(c *derive.Reconciliation, f *model.Figure) string {
	if c.Rule == derive.Identical {
		for _, u := range c.Units {
			if u != f.Unit {
				return p.Locale.T("mark.identical", "unit", p.unitName(u))
			}
		}
	}
	return p.Locale.T("mark."+string(c.Rule), p.checkArgs(c)...)
}
