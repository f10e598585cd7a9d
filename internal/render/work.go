package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// works is the register of every project the source names: late, finished but not handed over, not
// settled and in debt are different things and are counted apart.
func (s *site) works() *page {
	p := s.page(worksPath, "works", s.Locale.T("works.title"))
	p.current = worksPath
	p.crumbs = p.trail(link{s.Locale.T("nav.works"), ""})
	if s.round == nil {
		return p
	}
	p.round = s.Result.Registers.Works
	late, debt := worksInState(p.round.Works, model.Late), worksInState(p.round.Works, model.InDebt)
	lateUnits := s.Result.UnitsWithWork(model.Late)
	p.lead = rich(s.Locale.T("works.lead", "late", len(late), "units", len(lateUnits), "debt", len(debt)))
	p.facts = []fact{
		{Label: s.Locale.T("works.late"), Num: s.Locale.Int(len(late)), Note: markup.Escape(s.Locale.T("works.fact.late", "n", len(lateUnits)))},
		{Label: s.Locale.T("works.debt"), Num: s.Locale.Int(len(debt)), Note: p.debtNote(debt)},
	}
	p.tell(s.narrativeOf("works"))
	p.add(section{ID: "danh-sach", Heading: s.Locale.T("works.register"), Note: p.note("works.open") + p.swipe(), Wide: true, Body: p.worksTable()})
	p.add(section{ID: "khong-neu-ten", Heading: s.Locale.T("works.unnamed"), Note: p.note("works.unnamed-note"), Body: p.unnamedWorks()})
	p.add(section{ID: "nguyen-van", Heading: s.Locale.T("works.verbatim"), Note: p.note("works.verbatim-note", "n", len(late)), Body: p.passages()})
	p.narrate(s.narrativeOf("works"))
	p.add(p.download())
	return p
}

func (p *page) debtNote(debt []*model.Work) string {
	var b markup.B
	for _, w := range debt {
		if w.Figure != nil && w.Figure.Value != nil {
			b.Text(p.Locale.T("works.fact.debt", "amount", p.amount(w.Figure), "unit", p.unitName(w.Figure.Unit))).Raw(" ")
			p.src(&b, w.Round, w.At)
			break
		}
	}
	return b.String()
}

// worksTableID is the list that a number of works leads to.
const worksTableID = "bang-cong-trinh"

func (p *page) worksTable() string {
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="`, worksTableID, `"><thead><tr>`)
	for _, k := range []string{"name", "unit", "state", "detail"} {
		filter := ""
		if k == "unit" || k == "state" {
			filter = " data-filter"
		}
		b.Raw(`<th scope="col"`, filter, `>`).Text(p.Locale.T("works.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, w := range p.round.Works {
		b.Raw(`<tr`).Attr("id", workAnchor(w)).Raw(`><th scope="row">`).Text(w.Name).Raw(`</th><td>`)
		if w.Unit != nil {
			b.Raw(`<a href="`).Text(p.href(unitPath(w.Unit))).Raw(`">`).Text(capital(p.unitName(w.Unit))).Raw(`</a>`)
		} else {
			b.Text(p.Locale.T("mention.none"))
		}
		b.Raw(`</td><td>`)
		for _, st := range w.States {
			p.state(&b, st)
		}
		p.replies(&b, w.Replies)
		b.Raw(`</td><td class="say">`)
		p.workDetail(&b, w)
		b.Raw(`</td></tr>`)
	}
	return b.Raw(`</tbody></table></div>`).String()
}

// unnamedWorks is what the source says of works without naming them.
func (p *page) unnamedWorks() string {
	var b markup.B
	for _, m := range p.round.Mentions {
		if m.State != "" {
			p.mentionOfWorks(&b, m)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return `<ul class="works">` + b.String() + `</ul>`
}

// passages are the printed bullets the works were split from, to the letter.
func (p *page) passages() string {
	if len(p.round.Passages) == 0 {
		return ""
	}
	var b markup.B
	b.Raw(`<ol class="verbatim">`)
	for _, ps := range p.round.Passages {
		b.Raw(`<li><q>`).Text(ps.Text).Raw(`</q> `)
		p.src(&b, p.round, ps.At)
		b.Raw(`</li>`)
	}
	return b.Raw(`</ol>`).String()
}
