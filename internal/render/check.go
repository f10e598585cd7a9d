package render

import (
	"slices"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/markup"
)

// maxListed is how many reconciliations about single units one group of the checks page lists. A country
// has thousands: the others stand on the pages of their units, and all of them in the CSV.
const maxListed = 100

// sorted are reconciliations by what a reader does with them.
type sorted struct {
	attention []*derive.Reconciliation // what needs reading, the most first
	agree     []*derive.Reconciliation
	noted     []*derive.Reconciliation // facts to know when reading a figure
}

func sortChecks(cs []*derive.Reconciliation) sorted {
	var out sorted
	for _, c := range cs {
		switch {
		case c.Verdict.Attention():
			out.attention = append(out.attention, c)
		case c.Verdict == derive.Noted:
			out.noted = append(out.noted, c)
		default:
			out.agree = append(out.agree, c)
		}
	}
	byWeight(out.attention)
	return out
}

// byWeight puts what does not agree first, sums before the rest, and what is only printed otherwise
// last; within one weight the order of the source stays.
func byWeight(cs []*derive.Reconciliation) {
	weight := map[derive.Verdict]int{derive.Differs: 1, derive.Same: 3, derive.Remainder: 4, derive.AsPrinted: 5}
	of := func(c *derive.Reconciliation) int {
		if c.Verdict == derive.Differs && c.Rule == derive.Sum {
			return 0
		}
		return weight[c.Verdict]
	}
	slices.SortStableFunc(cs, func(a, b *derive.Reconciliation) int { return of(a) - of(b) })
}

// listedOf are those that the checks page lists.
func listedOf(cs []*derive.Reconciliation) sorted {
	all := sortChecks(cs)
	return sorted{short(all.attention), short(all.agree), short(all.noted)}
}

// short leaves out what stands on a unit's page too, beyond the first maxListed of a rule.
func short(cs []*derive.Reconciliation) []*derive.Reconciliation {
	n := map[derive.Rule]int{}
	var out []*derive.Reconciliation
	for _, c := range cs {
		if len(c.Units) > 0 {
			n[c.Rule]++
		}
		if n[c.Rule] <= maxListed || len(c.Units) == 0 {
			out = append(out, c)
		}
	}
	return out
}

// checks is the page of every reconciliation: what does not agree first, then what does, then what one
// must know when reading a figure.
func (s *site) checks() *page {
	p := s.page(checksPath, "checks", s.Locale.T("checks.title"))
	p.current = checksPath
	p.crumbs = p.trail(link{p.title, ""})
	all, listed := sortChecks(s.Result.Reconciliations), listedOf(s.Result.Reconciliations)
	p.showChecks(listed.attention, listed.agree, listed.noted)
	differs, answered := 0, 0
	for _, c := range s.Result.Reconciliations {
		if c.Verdict == derive.Differs {
			differs++
		}
		if c.Status != nil {
			answered++
		}
	}
	other := len(all.attention) - differs
	p.lead = rich(s.Locale.T("checks.lead", "n", len(all.attention)+len(all.agree), "differs", differs, "other", other, "agree", len(all.agree)))
	if answered > 0 {
		p.lead += " " + rich(s.Locale.T("checks.answered", "n", answered))
	}
	p.description = s.Locale.T("checks.description")
	for _, f := range []struct {
		key string
		n   int
	}{{"differs", differs}, {"other", other}, {"agree", len(all.agree)}, {"noted", len(all.noted)}} {
		p.facts = append(p.facts, fact{Label: s.Locale.T("checks.fact." + f.key), Num: s.Locale.Int(f.n), Note: markup.Escape(s.Locale.T("checks.fact." + f.key + "-note"))})
	}
	p.add(section{ID: "can-doc-them", Heading: s.Locale.T("checks.attention"), Note: p.note("checks.attention-note") + p.whoAnswers(all.attention),
		Body: p.checkCards(listed.attention) + p.elsewhere(len(all.attention)-len(listed.attention))})
	p.add(section{ID: "khop", Heading: s.Locale.T("checks.agree"), Body: p.checkList(listed.agree) + p.elsewhere(len(all.agree)-len(listed.agree))})
	p.add(section{ID: "can-biet", Heading: s.Locale.T("checks.noted"), Note: p.note("checks.noted-note"),
		Body: p.notedByRule(listed.noted) + p.elsewhere(len(all.noted)-len(listed.noted))})
	p.add(section{ID: "cach-tinh", Heading: s.Locale.T("checks.how"), Note: p.note("checks.how-note"), Body: p.ruleList()})
	p.add(p.download())
	return p
}

// elsewhere says where those are that the page does not list.
func (p *page) elsewhere(n int) string {
	if n == 0 {
		return ""
	}
	return p.note("checks.elsewhere", "n", n)
}

// whoAnswers names who could resolve what does not agree, where that is known.
func (p *page) whoAnswers(cs []*derive.Reconciliation) string {
	var names []string
	for _, c := range cs {
		if c.Ask != nil && !slices.Contains(names, c.Ask.Name) {
			names = append(names, c.Ask.Name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return p.note("checks.ask", "who", strings.Join(names, "; "))
}

// notedByRule lists facts to know, those of one rule below its title.
func (p *page) notedByRule(cs []*derive.Reconciliation) string {
	var b markup.B
	for _, rule := range derive.Rules {
		of := slices.DeleteFunc(slices.Clone(cs), func(c *derive.Reconciliation) bool { return c.Rule != rule.ID })
		if len(of) > 0 {
			b.Raw(`<div><h3>`).Text(capital(p.Locale.T("rule."+string(rule.ID)))).Raw(`</h3>`, p.checkList(of), `</div>`)
		}
	}
	return b.String()
}

// ruleList says of each rule why it is there, how it is computed and what it found; a verdict whose rule is
// not on the page is not given.
func (p *page) ruleList() string {
	found := map[derive.Rule]map[derive.Verdict]int{}
	for _, c := range p.Result.Reconciliations {
		if found[c.Rule] == nil {
			found[c.Rule] = map[derive.Verdict]int{}
		}
		found[c.Rule][c.Verdict]++
	}
	var b markup.B
	b.Raw(`<dl class="terms">`)
	for _, r := range derive.Rules {
		id := string(r.ID)
		b.Raw(`<div><dt>`).Text(capital(p.Locale.T("rule." + id))).Raw(`</dt><dd>`).Text(p.Locale.T("rule-how." + id)).Raw(" ").Text(p.Locale.T("rule-why." + id))
		var counts []string
		for _, v := range derive.Verdicts {
			if n := found[r.ID][v]; n > 0 {
				counts = append(counts, p.Locale.T("checks.count", "n", n, "verdict", lower(p.Locale.T("verdict."+string(v)))))
			}
		}
		if len(counts) == 0 {
			counts = []string{p.Locale.T("checks.count-none")}
		}
		b.Raw(`<p class="small">`).Text(capital(strings.Join(counts, ", "))).Raw(`.</p></dd></div>`)
	}
	return b.Raw(`</dl>`).String()
}

// note is a paragraph beside a heading.
func (p *page) note(key string, args ...any) string { return p.paragraph(p.Locale.T(key, args...)) }

func (p *page) paragraph(text string) string { return "<p>" + markup.Escape(text) + "</p>" }

// showChecks makes the page's marks lead to the checks that it prints. It must run before anything that
// writes marks.
func (p *page) showChecks(lists ...[]*derive.Reconciliation) {
	for _, cs := range lists {
		for _, c := range cs {
			p.checksHere[c.Key()] = true
		}
	}
}

// checkSection writes the checks of a page, those that need reading as cards and the others as lists.
func (p *page) checkSection(cs []*derive.Reconciliation) section {
	all := sortChecks(cs)
	body := p.checkCards(all.attention)
	for _, part := range []struct {
		heading string
		list    []*derive.Reconciliation
	}{{"checks.agree", all.agree}, {"checks.noted", all.noted}} {
		if len(part.list) > 0 {
			body += `<div><h3>` + markup.Escape(p.Locale.T(part.heading)) + `</h3>` + p.checkList(part.list) + `</div>`
		}
	}
	note := p.note("checks.note") + p.whoAnswers(all.attention)
	if len(all.attention)+len(all.agree) == 0 {
		note = p.note("checks.note-noted")
	}
	return section{ID: "doi-chieu", Heading: p.Locale.T("checks.heading"), Short: p.Locale.T("nav.checks"), Note: note, Body: body}
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

// fewTerms is how many numbers an arithmetic may have that stands open on its card.
const fewTerms = 5

// checkCard writes one reconciliation: two figures beside each other, the sentence, the arithmetic, and what
// became of it.
func (p *page) checkCard(b *markup.B, c *derive.Reconciliation) {
	b.Raw(`<article class="check"`).Attr("id", c.Key()).Raw(`><h3>`).Text(p.checkTitle(c)).Raw(`</h3>`)
	left, right := p.checkSides(c)
	b.Raw(`<dl class="pair"><div><dt>`).Text(left.label).Raw(`</dt><dd>`, left.value, `</dd></div><div><dt>`).
		Text(right.label).Raw(`</dt><dd>`).Glyph(verdictGlyphs[c.Verdict]).Raw(right.value, `</dd></div></dl><p>`).
		Text(p.checkSay(c)).Raw(" ")
	p.srcs(b, c.Round, checkPlaces(c))
	b.Raw(`</p>`)
	if len(c.Figures) == 1 && c.Figures[0].Note != "" { // how we read the cell belongs to what follows from it
		b.Raw(`<p class="small quiet">`).Text(c.Figures[0].Note).Raw(`</p>`)
	}
	p.answer(b, c)
	switch steps := p.arithmetic(c); {
	case steps == "":
	case len(c.Terms) > mostInputs: // the table is a better list than a formula
		b.Raw(`<p class="small"><a href="`).Text(p.href(indicatorPath(c.Table.Indicator) + "#" + tableAnchor(c.Table))).Raw(`">`).
			Text(p.Locale.T("workings.many", "n", len(c.Terms))).Raw(`</a></p>`)
	case len(c.Terms) > fewTerms:
		b.Raw(`<details><summary>`).Text(p.Locale.T("checks.arithmetic")).Raw(`</summary><p class="small">`, p.linkedSteps(c, steps), `</p></details>`)
	default:
		b.Raw(`<p class="small">`, p.linkedSteps(c, steps), `</p>`)
	}
	b.Raw(`</article>`)
}

// checkList writes reconciliations one line each, under the sign of their verdict.
func (p *page) checkList(cs []*derive.Reconciliation) string {
	if len(cs) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="agree">`)
	for _, c := range cs {
		b.Raw(`<li`).Attr("id", c.Key()).Raw(`>`).Glyph(verdictGlyphs[c.Verdict]).Raw(`<div><p>`).Text(p.checkSay(c)).Raw(" ")
		p.srcs(&b, c.Round, checkPlaces(c))
		b.Raw(`</p>`)
		p.answer(&b, c)
		b.Raw(`</div></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// answer says what an editor learnt of a reconciliation. Both figures stay as they are.
func (p *page) answer(b *markup.B, c *derive.Reconciliation) {
	if c.Status == nil {
		return
	}
	b.Raw(`<p class="answer"><b>`).Text(capital(p.Locale.T("check-status." + string(c.Status.Status)))).Raw(`.</b> `).Text(c.Status.Note)
	if d := c.Status.Document; d != nil {
		b.Raw(` <a href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(p.documentName(d)).Raw(`</a>`)
	}
	b.Raw(`</p>`)
}
