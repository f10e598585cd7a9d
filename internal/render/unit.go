package render

import (
	"slices"
	"strings"

	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// unit is the scorecard: what this unit did, resolution by resolution, with its state, its peers of
// the same kind and the source; works and why; what is asked of it; how complete its data is.
func (s *site) unit(u *model.Unit) *page {
	p := s.page(unitPath(u), "unit", "")
	p.title = capital(s.unitName(u))
	p.h1 = p.title
	p.current = unitsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), p.href(unitsPath)}, link{u.Name, ""})
	p.kicker = markup.Escape(s.Locale.T("unit.kicker", "n", p.kindSize(u.Kind), "kind", s.kindName(u.Kind), "place", s.portal.PlaceLong))
	p.kicker += p.ended(u)
	v := s.Result.Unit(u)
	if v == nil || s.round == nil {
		p.add(section{ID: "chua-co", Heading: s.Locale.T("unit.none"), Body: p.note("unit.none-note")})
		return p
	}
	p.showChecks(attentionOf(v.Checks))
	p.lead = p.unitLead(v)
	p.description = s.Locale.T("unit.description", "unit", p.title, "kind", s.round.Document.Kind, "number", s.round.Document.Number)
	p.facts = p.unitFacts(v)
	if u.Narrative != nil {
		p.narrate(u.Narrative)
	}
	p.add(section{ID: "tung-nghi-quyet", Heading: s.Locale.T("unit.ledger"), Note: p.note("unit.ledger-note", "known", v.Known, "of", v.Of, "silent", v.Of-v.Known, "kind", s.kindName(u.Kind)), Body: p.ledger(v)})
	p.add(section{ID: "cung-loai", Heading: s.Locale.T("unit.peers", "kind", s.kindName(u.Kind)), Note: p.note("unit.peers-note", "kind", s.kindName(u.Kind)), Body: p.peers(v)})
	p.add(section{ID: "doi-chieu", Heading: s.Locale.T("checks.heading"), Short: s.Locale.T("nav.checks"), Note: p.note("checks.note"), Body: p.checkCards(attentionOf(v.Checks))})
	p.add(section{ID: "cong-trinh", Heading: s.Locale.T("works.heading"), Note: p.note("works.no-reason"), Body: p.unitWorks(v)})
	p.add(section{ID: "neu", Heading: s.Locale.T("unit.mentions"), Body: p.unitMentions(v)})
	p.add(section{ID: "de-nghi", Heading: s.Locale.T("unit.asks", "kind", s.kindName(u.Kind)),
		Note: p.note("unit.asks-note", "n", bullets(v.Asks)) + p.note("asks.source-ends", "date", p.date(s.round.AsOf)), Body: p.askList(v.Asks, true)})
	p.add(section{ID: "so-lieu", Heading: s.Locale.T("unit.figures"), Short: s.Locale.T("nav.data"), Note: p.note("unit.figures-note"), Body: p.unitFigures(v)})
	p.add(p.download())
	return p
}

// ended says until when a unit existed and what it became; its page and its figures stay.
func (p *page) ended(u *model.Unit) string {
	var b markup.B
	if !u.ValidTo.IsZero() {
		b.Raw(" ").Text(p.Locale.T("unit.until", "date", p.date(u.ValidTo)))
	}
	for i, next := range u.Successors {
		if i == 0 {
			b.Raw(" ").Text(p.Locale.T("unit.became"))
		}
		b.Raw(" ")
		p.unitLink(&b, next)
	}
	return b.String()
}

func attentionOf(cs []*derive.Reconciliation) []*derive.Reconciliation {
	var out []*derive.Reconciliation
	for _, c := range cs {
		if c.Verdict.Attention() {
			out = append(out, c)
		}
	}
	return out
}

// unitLead is the answer in words: works called late, the large figures, and where they do not stand
// alone, all of it as the report says.
func (p *page) unitLead(v *derive.UnitView) string {
	var say []string
	kind := p.kindName(v.Unit.Kind)
	if late := worksInState(v.Works, model.Late); len(late) > 0 {
		say = append(say, p.Locale.T("unit.lead.late", "count", capital(p.Locale.Words(len(late))), "n", len(late)))
	}
	var figures []string
	for _, f := range v.Headlines {
		if f.Value == nil || len(figures) == 2 {
			continue
		}
		text := p.Locale.T("unit.lead.figure", "name", lower(f.Table.Indicator.Name), "amount", p.amount(f))
		if f.Percent != nil {
			text += " (" + p.printedPercent(f) + ")"
		}
		figures = append(figures, text)
	}
	if len(figures) > 0 {
		say = append(say, p.Locale.T("unit.lead.figures", "kind", kind, "figures", strings.Join(figures, ", ")))
	}
	for _, c := range v.Checks {
		if c.Verdict == derive.Same {
			say = append(say, p.Locale.T("unit.lead.same", "what", indicatorNames(c), "units", p.otherUnits(c, v.Unit)))
		}
	}
	for _, c := range v.Chapters {
		if len(say) < 3 && c.State != model.Reported && c.State != model.NotStated && c.State != model.Blank {
			say = append(say, p.Locale.T("unit.lead.state", "topic", c.Chapter.Topic, "state", p.chapterWord(c)))
		}
	}
	if len(say) == 0 {
		say = append(say, p.Locale.T("unit.lead.silent"))
	}
	return rich(strings.Join(say, " "))
}

// chapterWord is what a chapter says of a unit without a number: told words, or its state.
func (p *page) chapterWord(c *derive.UnitChapter) string {
	if c.State == model.Told {
		for _, f := range c.Figures {
			if f.State == model.Told && f.Text != "" {
				return lower(f.Text)
			}
		}
	}
	return lower(p.stateWord(c.State))
}

// indicatorNames are the names of what a reconciliation is about, each once.
func indicatorNames(c *derive.Reconciliation) string {
	var names []string
	for _, f := range c.Figures {
		name := lower(f.Table.Indicator.Name)
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return capital(strings.Join(names, ", "))
}

func (p *page) otherUnits(c *derive.Reconciliation, self *model.Unit) string {
	var names []string
	for _, u := range c.Units {
		if u != self {
			names = append(names, p.unitName(u))
		}
	}
	return strings.Join(names, ", ")
}

func worksInState(ws []*model.Work, st model.State) []*model.Work {
	var out []*model.Work
	for _, w := range ws {
		if hasState(w, st) {
			out = append(out, w)
		}
	}
	return out
}

// unitFacts are up to four large figures: reported headline figures and late works first, then the
// states of the other headline figures.
func (p *page) unitFacts(v *derive.UnitView) []fact {
	var facts, later []fact
	for _, f := range v.Headlines {
		fa := p.figureFact(f)
		if f.Value != nil {
			facts = append(facts, fa)
		} else {
			later = append(later, fa)
		}
	}
	if late := worksInState(v.Works, model.Late); len(late) > 0 {
		names := make([]string, len(late))
		places := make([]model.Place, len(late))
		for i, w := range late {
			names[i], places[i] = w.Name, w.At
		}
		var note markup.B
		note.Text(strings.Join(names, "; ")).Raw(" ")
		p.srcs(&note, p.round, places)
		at := min(2, len(facts))
		facts = append(facts[:at:at], append([]fact{{Label: p.Locale.T("works.late"), Num: p.Locale.Int(len(late)), Note: note.String()}}, facts[at:]...)...)
	}
	facts = append(facts, later...)
	if len(facts) > 4 {
		facts = facts[:4]
	}
	return facts
}

func (p *page) figureFact(f *model.Figure) fact {
	i := f.Table.Indicator
	var num, note, check markup.B
	if f.Value != nil {
		num.Text(p.number(i, *f.Value))
	} else {
		num.Raw(`<span class="num-state">`)
		p.state(&num, f.State)
		num.Raw(`</span>`)
	}
	words := []string{}
	if u := unitOfMeasure(i); u != "" && f.Value != nil {
		words = append(words, u)
	}
	if f.Percent != nil {
		words = append(words, p.Locale.T("fact.percent", "percent", p.printedPercent(f)))
	}
	if f.Plan != nil {
		words = append(words, p.Locale.T("plan.of", "plan", *f.Plan))
	}
	words = append(words, f.Table.Period.Name)
	note.Text(strings.Join(words, "; ")).Raw(" ")
	p.src(&note, f.Table.Round, f.At)
	p.marks(&check, f)
	label := i.Name
	return fact{Label: label, Num: num.String(), Note: note.String(), Check: check.String()}
}

// ledger is one line per chapter: the figure or the state, what is said of the city where the unit is
// not named, and the source.
func (p *page) ledger(v *derive.UnitView) string {
	var b markup.B
	b.Raw(`<ul class="ledger">`)
	for _, c := range v.Chapters {
		b.Raw(`<li>`)
		p.tile(&b, c.Chapter)
		b.Raw(`<span class="topic">`).Text(c.Chapter.Topic).Raw(`</span><span class="val">`)
		at := c.Chapter.At
		if p.ledgerFigures(&b, c) == 0 {
			p.ledgerState(&b, c)
		} else if len(c.Figures) > 0 {
			at = c.Figures[0].At
		}
		for i, m := range c.Mechanisms {
			sep := `; `
			if i == 0 {
				sep = ` `
			}
			b.Raw(`<span class="small">`, sep).Text(lower(m.Name)).Raw(`</span>`)
		}
		b.Raw(" ")
		p.src(&b, c.Chapter.Round, at)
		b.Raw(`</span></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// ledgerFigures prints the numbers and told words of a chapter, and how many there are.
func (p *page) ledgerFigures(b *markup.B, c *derive.UnitChapter) int {
	n := 0
	for _, f := range c.Figures {
		if f.Value == nil && f.State != model.Told {
			continue
		}
		if n > 0 {
			b.Raw(`; `)
		}
		n++
		if f.Value == nil {
			b.State("told", f.Text)
			if f.Note != "" {
				b.Raw(` <span class="small quiet">`).Text(f.Note).Raw(`</span>`)
			}
			continue
		}
		i := f.Table.Indicator
		if i.Short != "" {
			b.Raw(`<span class="lab">`).Text(i.Short).Raw(`</span> `)
		}
		b.Raw(`<b>`).Text(p.number(i, *f.Value)).Raw(`</b>`)
		if f.Plan != nil && f.Percent == nil {
			b.Raw(`/`).Text(p.number(i, *f.Plan))
		}
		if u := unitOfMeasure(i); u != "" {
			b.Raw(` <span class="small quiet">`).Text(u).Raw(`</span>`)
		}
	}
	return n
}

// ledgerState prints the state of a chapter without a number, and beside silence what the report says
// of the whole city, because not named is not the same as not done.
func (p *page) ledgerState(b *markup.B, c *derive.UnitChapter) {
	if c.State != model.NotStated {
		p.state(b, c.State)
		return
	}
	p.silent(b)
	for _, f := range c.City {
		if f.Value == nil || f.Table.Indicator.Summable && len(f.Table.Units) > 0 {
			continue
		}
		b.Raw(` <span class="small quiet">`).Text(p.Locale.T("unit.city", "name", lower(f.Table.Indicator.Name), "amount", p.amount(f))).Raw(`</span>`)
		return
	}
}

// peers draws the unit among the units of its kind, where enough of them have a number: at least the
// portal's threshold, and at least half of the kind. Elsewhere it says how few there are.
func (p *page) peers(v *derive.UnitView) string {
	var b markup.B
	var few []string
	figures := 0
	for _, c := range v.Chapters {
		for _, f := range c.Figures {
			if f.Table.Indicator.Measure == model.Words || f.Table.Indicator.Measure == model.Stage || f.Value == nil {
				continue
			}
			fig, n, of := p.peerFigure(f.Table, v.Unit)
			if n < p.portal.Thresholds.Peers || 2*n < of {
				few = append(few, p.Locale.T("unit.few", "name", f.Table.Indicator.Name, "n", n, "of", of, "kind", p.kindName(v.Unit.Kind)))
				continue
			}
			if figures == 0 {
				b.Raw(`<div class="two">`)
			}
			figures++
			p.draw(&b, fig)
		}
	}
	if figures > 0 {
		b.Raw(`</div>`)
	}
	if len(few) > 0 {
		b.Raw(`<ul class="dots">`)
		for _, f := range few {
			b.Raw(`<li>`).Text(f).Raw(`</li>`)
		}
		b.Raw(`</ul>`)
	}
	return b.String()
}

// peerFigure is one measure over the units of one kind, the page's own in bold.
func (p *page) peerFigure(t *model.Table, own *model.Unit) (fig *chart.Figure, n, of int) {
	fig = &chart.Figure{
		ID: "cung-loai-" + t.ID, Kind: chart.Bars, Title: t.Indicator.Name, Unit: unitOfMeasure(t.Indicator),
		Source: chart.Source{Label: p.placeText(t.Round, t.At, false), Href: p.href(placePath(t.Round, t.At))},
	}
	g := chart.Group{}
	for _, k := range p.Result.Kinds {
		if k.Kind != own.Kind {
			continue
		}
		for _, u := range k.Units {
			f := t.Of(u)
			if f != nil && f.Value != nil {
				n++
			}
			if f == nil || f.State != model.NotApplicable {
				of++
			}
			row := chart.Row{Label: u.Name, Own: u == own, Cells: []chart.Cell{p.cell(t, f, true)}}
			if u != own {
				row.Href = p.href(unitPath(u))
			}
			g.Rows = append(g.Rows, row)
		}
	}
	fig.Groups = []chart.Group{g}
	fig.Notes = []string{sentences(p.Locale.T("unit.coverage", "n", n, "of", of, "kind", p.kindName(own.Kind)), p.period(t))}
	return fig, n, of
}

// unitWorks are the works of the unit with their states, and every place that names them.
func (p *page) unitWorks(v *derive.UnitView) string {
	if len(v.Works) == 0 {
		return `<p class="quiet">` + markup.Escape(p.Locale.T("works.not-named", "kind", p.kindName(v.Unit.Kind))) + `</p>`
	}
	var b markup.B
	b.Raw(`<ul class="works">`)
	for _, w := range v.Works {
		b.Raw(`<li><p class="who">`).Text(w.Name).Raw(" ")
		for _, st := range w.States {
			p.state(&b, st)
		}
		b.Raw(`</p><p class="what">`)
		p.workDetail(&b, w)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func (p *page) workDetail(b *markup.B, w *model.Work) {
	if w.Figure != nil && w.Figure.Value != nil {
		b.Text(p.Locale.T("works.money", "amount", p.amount(w.Figure), "n", sharing(w))).Raw(" ")
	}
	if w.Reason != "" {
		b.Text(p.Locale.T("works.reason", "reason", w.Reason)).Raw(" ")
	}
	if w.Note != "" {
		b.Raw(`<span class="quiet">`).Text(w.Note).Raw(`</span> `)
	}
	p.srcs(b, w.Round, append([]model.Place{w.At}, w.AlsoAt...))
}

// sharing counts the works whose money is the same printed figure.
func sharing(w *model.Work) int {
	n := 0
	for _, other := range w.Round.Works {
		if other.Figure == w.Figure {
			n++
		}
	}
	return n
}

// unitMentions is what the report says of the unit in words, its shortcomings, and its figures outside
// the chapters.
func (p *page) unitMentions(v *derive.UnitView) string {
	if len(v.Mentions)+len(v.Shortcomings) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ul class="works">`)
	for _, kind := range []model.MentionKind{model.Well, model.Weak, model.Note} {
		for _, m := range v.Mentions {
			if m.Kind != kind {
				continue
			}
			b.Raw(`<li><p class="who">`).Text(p.Locale.T("mention." + string(kind)))
			if m.AllUnits {
				b.Raw(` <span class="small quiet">`).Text(p.Locale.T("mention.all")).Raw(`</span>`)
			} else if len(m.Units) > 1 {
				b.Raw(` <span class="small quiet">`).Text(p.Locale.T("mention.with", "n", len(m.Units)-1)).Raw(`</span>`)
			}
			b.Raw(`</p><p class="what">`)
			p.mentionText(&b, m)
			b.Raw(`</p></li>`)
		}
	}
	for _, st := range v.Shortcomings {
		if mentionedAt(v.Mentions, st.At) {
			continue // the sentence is told above; once is enough
		}
		b.Raw(`<li><p class="who">`).Text(p.Locale.T("mention.weak")).Raw(`</p><p class="what">`).Text(st.Text).Raw(" ")
		p.src(&b, st.Round, st.At)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

func mentionedAt(ms []*model.Mention, at model.Place) bool {
	for _, m := range ms {
		if m.At == at {
			return true
		}
	}
	return false
}

// unitFigures is every figure of the unit under its permanent address, and what is not known.
func (p *page) unitFigures(v *derive.UnitView) string {
	var figs []*model.Figure
	for _, c := range v.Chapters {
		figs = append(figs, c.Figures...)
	}
	figs = append(figs, v.Others...)
	var b markup.B
	b.Raw(p.figureTable(figs, "so-lieu", true))
	var silent []string
	for _, t := range p.round.Tables {
		if t.Of(v.Unit) == nil && len(t.Units) > 0 {
			silent = append(silent, lower(t.Indicator.Name))
		}
	}
	if len(silent) > 0 {
		b.Raw(`<p class="quiet">`).Text(p.Locale.T("unit.silent", "list", strings.Join(silent, "; "))).Raw(`</p>`)
	}
	return b.String()
}

// unitList is the table of all units.
func (s *site) unitList() *page {
	p := s.page(unitsPath, "units", s.Locale.T("units.title", "place", s.portal.PlaceLong))
	p.current = unitsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), ""})
	p.lead = rich(s.Locale.T("units.lead", "n", len(s.portal.Units)))
	p.add(section{ID: "tim", Heading: s.Locale.T("home.find"), Note: p.note("home.find-note"), Body: p.finder()})
	if s.round != nil {
		p.add(section{ID: "bang", Heading: s.Locale.T("units.heading"), Note: p.note("units.note") + p.swipe(), Wide: true, Body: p.unitsTable()})
		p.add(p.download())
	}
	return p
}

// unitsTable has a column per headline indicator, one for late works, and how much is known.
func (p *page) unitsTable() string {
	var tables []*model.Table
	for _, c := range p.Result.Matrix.Chapters {
		for _, t := range c.Tables {
			if t.Indicator.Headline && len(t.Units) > 0 {
				tables = append(tables, t)
			}
		}
	}
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-don-vi"><thead><tr><th scope="col" class="c-name">`).
		Text(p.Locale.T("unit.word")).Raw(`</th><th scope="col" data-filter>`).Text(p.Locale.T("units.col.kind")).Raw(`</th><th scope="col" class="n">`).Text(p.Locale.T("units.col.known")).Raw(`</th>`)
	for _, t := range tables {
		b.Raw(`<th scope="col" class="n">`).Text(t.Indicator.Name)
		if u := unitOfMeasure(t.Indicator); u != "" {
			b.Raw(`<span class="small quiet">`).Text(u).Raw(`</span>`)
		}
		b.Raw(`</th>`)
	}
	b.Raw(`<th scope="col" class="n">`).Text(p.Locale.T("works.late")).Raw(`</th></tr></thead><tbody>`)
	for _, k := range p.Result.Kinds {
		p.groupRow(&b, k.Kind, len(tables)+4)
		for _, u := range k.Units {
			p.unitsRow(&b, u, tables)
		}
	}
	return b.Raw(`</tbody></table></div>`).String()
}

func (p *page) unitsRow(b *markup.B, u *model.Unit, tables []*model.Table) {
	v := p.Result.Unit(u)
	b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(u.Name).Raw(`</a></th><td>`).Text(capital(p.kindName(u.Kind))).
		Raw(`</td><td class="n" data-v="`).Text(p.Locale.Int(v.Known)).Raw(`">`).Text(p.Locale.T("units.of", "n", v.Known, "of", v.Of)).Raw(`</td>`)
	for _, t := range tables {
		f := t.Of(u)
		b.Raw(`<td class="n"`)
		if f != nil && f.Value != nil {
			b.Attr("data-v", f.Value.String())
		}
		b.Raw(`>`)
		if f == nil {
			p.silent(b)
		} else {
			p.value(b, f)
			p.src(b.Raw(" "), t.Round, f.At)
			p.marks(b, f)
		}
		b.Raw(`</td>`)
	}
	late := worksInState(v.Works, model.Late)
	b.Raw(`<td class="n"`)
	if len(late) > 0 {
		b.Attr("data-v", p.Locale.Int(len(late))).Raw(`>`).State("late", p.Locale.Int(len(late)))
	} else {
		b.Raw(`>`)
		p.state(b, model.NotStated)
	}
	b.Raw(`</td></tr>`)
}
