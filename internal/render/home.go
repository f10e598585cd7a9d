package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/bulletin"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// home answers how far each resolution is, in one sentence and one picture; then which unit, what is
// late, and which figures do not agree.
func (s *site) home() *page {
	p := s.page(homePath, "home", s.portal.Name)
	if s.round != nil {
		d := s.round.Document
		p.kicker = rich(s.Locale.T("home.kicker", "kind", d.Kind, "number", d.Number, "date", p.date(d.Issued), "issuer", p.issuer(d)))
	}
	p.tell(s.narrativeOf("home"))
	if s.round == nil {
		return p
	}
	p.acts = []link{{s.Locale.T("home.find"), "#tim"}, {s.Locale.T("home.late"), "#cham"}}
	checks := sortChecks(s.checksOfRound())
	attention := checks.attention[:min(len(checks.attention), mostCards)]
	p.showChecks(attention)
	p.add(section{ID: "cau", Heading: s.Locale.T("home.heads"), Note: p.note("home.heads-note"), Body: p.heads()})
	p.add(section{ID: "tim", Heading: s.Locale.T("home.find"), Note: p.note("home.find-note"), Body: p.finder()})
	p.add(section{ID: "bang", Heading: s.Locale.T("home.matrix"), Note: p.note("home.matrix-note"), Wide: true, Body: p.matrix()})
	p.add(section{ID: "cham", Heading: s.Locale.T("home.late-heading"), Note: p.note("home.late-note", "n", s.Result.Counted(s.Result.Registers.Works)-len(s.Result.UnitsWithWork(model.Late))), Body: p.lateWorks(s.Result.Registers.Works.Works)})
	p.add(section{ID: "doi-chieu", Heading: s.Locale.T("home.checks"), Short: s.Locale.T("nav.checks"), Note: p.note("checks.note"), Body: p.checkCards(attention) + p.more(checksPath, "home.checks-more", "n", len(checks.attention)+len(checks.agree), "noted", len(checks.noted))})
	p.narrate(s.narrativeOf("home"))
	p.add(p.board("", bulletin.City(s.Result, s.Locale)))
	p.add(p.download(link{s.Locale.T("download.matrix"), matrixCSV}, link{s.Locale.T("download.all"), csvPath(reportPath(s.round))}))
	return p
}

// mostCards is how many checks the home page shows; it leads to all of them.
const mostCards = 12

// checksOfRound are the reconciliations of the newest round.
func (s *site) checksOfRound() []*derive.Reconciliation {
	var out []*derive.Reconciliation
	for _, c := range s.Result.Reconciliations {
		if c.Round == s.round {
			out = append(out, c)
		}
	}
	return out
}

func (s *site) narrativeOf(id string) *narrative.Doc {
	for _, pg := range s.portal.Pages {
		if pg.ID == id {
			return pg.Doc
		}
	}
	return nil
}

// more is a line that leads on.
func (p *page) more(path, key string, args ...any) string {
	var b markup.B
	return b.Raw(`<p><a href="`).Text(p.href(path)).Raw(`">`).Text(p.Locale.T(key, args...)).Raw(`</a></p>`).String()
}

// heads writes one figure, one sentence and one picture per chapter.
func (p *page) heads() string {
	var b markup.B
	b.Raw(`<ol class="heads">`)
	for _, c := range p.Result.Matrix.Chapters {
		b.Raw(`<li>`)
		p.tile(&b, c)
		var front narrative.Front
		d := c.Resolutions[0].Narrative
		if d != nil {
			front = d.Front
		}
		b.Raw(`<p class="num">`, p.bigNum(front.Headline), `</p><p class="say">`, p.html(front.Sentence), ` `)
		p.headSource(&b, d, c)
		b.Raw(`</p><div class="pic">`)
		p.picture(&b, c)
		b.Raw(`</div></li>`)
	}
	return b.Raw(`</ol>`).String()
}

// picture is fifteen glyphs sorted by state and the caption that counts them. A chapter that names few
// units shows what it says of the whole city instead: a strip of silence would look like a fault.
func (p *page) picture(b *markup.B, c *model.Chapter) {
	v := p.Result.Chapter(c)
	if len(v.LateUnits) > 0 {
		rest := p.Result.Counted(c.Round) - len(v.LateUnits)
		p.strip(b, []glyphRun{{"late", len(v.LateUnits)}, {"none", rest}})
		b.Raw(`<p>`).Text(p.Locale.T("home.strip-late", "n", len(v.LateUnits), "rest", rest)).Raw(`</p>`)
		return
	}
	var runs []glyphRun
	var words []string
	known := 0
	for _, st := range v.Strip {
		runs = append(runs, glyphRun{glyphs[st.State], len(st.Units)})
		word := p.stateWord(st.State)
		if st.State == model.NotStated {
			word = p.Locale.T("state.not-stated-own")
		}
		words = append(words, p.Locale.T("home.strip", "n", len(st.Units), "state", lower(word)))
		if st.State != model.NotStated && st.State != model.Blank {
			known += len(st.Units)
		}
	}
	if known*3 < p.Result.Counted(c.Round) {
		b.Raw(`<p>`)
		p.cityWord(b, c)
		b.Raw(`</p>`)
		return
	}
	p.strip(b, runs)
	b.Raw(`<p>`).Text(strings.Join(words, ", ")).Raw(`</p>`)
}

// cityWord says what a chapter knows of the whole city: a true zero, or figures.
func (p *page) cityWord(b *markup.B, c *model.Chapter) {
	key, text := "rep", "home.city-reported"
	for _, t := range c.Tables {
		for _, f := range []*model.Figure{t.Total, t.City} {
			if f != nil && f.Value != nil && f.Value.IsZero() {
				key, text = "zero", "home.city-zero"
			}
		}
	}
	b.State(key, p.Locale.T(text))
}

// glyphRun is n equal glyphs in a row.
type glyphRun struct {
	key string
	n   int
}

// strip draws runs of glyphs with a gap between them. A country's units would not fit: beyond forty a
// run is drawn in proportion.
func (p *page) strip(b *markup.B, runs []glyphRun) {
	total := 0
	for _, r := range runs {
		total += r.n
	}
	const most = 40
	if total > most {
		for i := range runs {
			runs[i].n = max(1, runs[i].n*most/total)
		}
	}
	width, x := 0, 0
	for i, r := range runs {
		width += 20 * r.n
		if i > 0 && r.n > 0 {
			width += 8
		}
	}
	w := strconv.Itoa(max(width, 320))
	b.Raw(`<svg class="strip" viewBox="0 0 `, w, ` 16" width="`, w, `" height="16" aria-hidden="true">`)
	for i, r := range runs {
		if i > 0 && x > 0 && r.n > 0 {
			x += 8
		}
		for range r.n {
			b.Raw(`<use href="#g-`, r.key, `" class="k-`, r.key, `" x="`, strconv.Itoa(x), `" width="16" height="16"/>`)
			x += 20
		}
	}
	b.Raw(`</svg>`)
}

// finder lists every unit by kind, alphabetical, each row a full target.
func (p *page) finder() string {
	var b markup.B
	b.Raw(`<div class="find">`)
	for _, k := range p.Result.Kinds {
		b.Raw(`<div><h3>`).Text(p.kindCount(k.Kind, len(k.Units))).Raw(`</h3><ul>`)
		for _, u := range k.Units {
			b.Raw(`<li><a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(u.Name).Raw(`</a></li>`)
		}
		b.Raw(`</ul></div>`)
	}
	return b.Raw(`</div>`).String()
}

// lateWorks lists the works the report calls late, by unit, and beside them the states that are not
// lateness: debt, finished but not handed over, not settled.
func (p *page) lateWorks(works []*model.Work) string {
	var b markup.B
	b.Raw(`<ul class="works works-2">`)
	for _, u := range p.Result.UnitsWithWork(model.Late) {
		late := worksOf(u, worksInState(works, model.Late))
		if len(late) == 0 {
			continue
		}
		b.Raw(`<li><p class="who"><a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(capital(p.unitName(u))).
			Raw(`</a></p><p class="what">`)
		p.workNames(&b, late)
		b.Raw(`</p></li>`)
	}
	b.Raw(`</ul>`)
	if other := p.otherWorks(works); other != "" {
		b.Raw(`<div><h3>`).Text(p.Locale.T("works.other")).Raw(`</h3>`, other, `</div>`)
	}
	return b.Raw(p.more(worksPath, "home.works-more")).String()
}

func worksOf(u *model.Unit, works []*model.Work) []*model.Work {
	return slices.DeleteFunc(slices.Clone(works), func(w *model.Work) bool { return w.Unit != u })
}

// workNames names works of one unit, each with what the unit replied, and says where they are printed.
func (p *page) workNames(b *markup.B, works []*model.Work) {
	places := make([]model.Place, len(works))
	for i, w := range works {
		if i > 0 {
			b.Raw("; ")
		}
		b.Text(w.Name)
		for _, y := range w.Replies {
			p.replySign(b, y)
		}
		places[i] = w.At
	}
	p.srcs(b.Raw(" "), works[0].Round, places)
}

// roundOfWorks is the report that names works; all of them are of one.
func (p *page) roundOfWorks(works []*model.Work) *model.Round {
	if len(works) == 0 {
		return p.round
	}
	return works[0].Round
}

// otherWorks are the works that are something else than late, and what the report says of works it
// does not name.
func (p *page) otherWorks(works []*model.Work) string {
	var b markup.B
	for _, st := range []model.State{model.InDebt, model.NotHandedOver, model.NotSettled} {
		p.unitsInState(&b, st, works)
	}
	for _, m := range p.roundOfWorks(works).Mentions {
		if m.State != "" {
			p.mentionOfWorks(&b, m)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<ul class="works">` + b.String() + `</ul>`
}

// unitsInState writes one line per unit with works in the state, with the money where the source
// gives it.
func (p *page) unitsInState(b *markup.B, st model.State, works []*model.Work) {
	for _, u := range p.Result.UnitsWithWork(st) {
		of := worksOf(u, worksInState(works, st))
		if len(of) == 0 {
			continue
		}
		var money *model.Figure
		for _, w := range of {
			money = cmp.Or(w.Figure, money)
		}
		b.Raw(`<li><p class="who"><a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(capital(p.unitName(u))).Raw(`</a> `)
		p.state(b, st)
		b.Raw(`</p><p class="what">`)
		if money != nil && money.Value != nil {
			b.Raw(`<strong>`).Text(p.amount(money)).Raw(`</strong>`)
			p.replySign(b, money.Reply())
			b.Raw(`: `)
		}
		p.workNames(b, of)
		b.Raw(`</p></li>`)
	}
}

func (p *page) mentionOfWorks(b *markup.B, m *model.Mention) {
	b.Raw(`<li><p class="who"><span>`).Text(p.mentionWho(m)).Raw(`</span> `)
	p.state(b, m.State)
	b.Raw(`</p><p class="what">`).Text(m.Text).Raw(" ")
	if m.Note != "" {
		b.Raw(`<span class="quiet">`).Text(m.Note).Raw(`</span> `)
	}
	p.replies(b, m.Replies)
	p.src(b, m.Round, m.At)
	b.Raw(`</p></li>`)
}

// mentionWho names the units of a mention, or says that none is named.
func (p *page) mentionWho(m *model.Mention) string {
	if m.AllUnits {
		return capital(p.Locale.T("mention.all"))
	}
	if len(m.Units) == 0 {
		return p.Locale.T("mention.none")
	}
	names := make([]string, len(m.Units))
	for i, u := range m.Units {
		names[i] = p.unitName(u)
	}
	who := capital(strings.Join(names, ", "))
	if m.Open {
		who += "…"
	}
	return who
}
