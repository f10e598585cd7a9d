package render

import (
	"slices"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// unitLead is the answer in words: works called late, the large figures, and where they do not stand
// alone, all of it as the report says.
func (p *page) unitLead(v *derive.UnitView) string {
	var say []string
	late, told := worksInState(v.Works, model.Late), leadFigures(v)
	if len(late) > 0 {
		say = append(say, p.Locale.T("unit.lead.late", "count", capital(p.Locale.Words(len(late))), "n", len(late)))
	}
	if len(told) > 0 {
		say = append(say, p.Locale.T("unit.lead.figures", "figures", p.figuresInLead(told)))
	}
	for _, c := range v.Checks {
		if c.Verdict == derive.Same && c.Round == p.round {
			say = append(say, p.Locale.T("unit.lead.same", "what", p.indicatorNames(c), "units", p.otherUnits(c, v.Unit)))
		}
	}
	for _, c := range v.Chapters {
		if len(say) < 3 && c.State != model.Reported && c.State != model.NotStated && c.State != model.Blank {
			say = append(say, p.Locale.T("unit.lead.state", "topic", c.Chapter.Topic, "state", p.chapterWord(c)))
		}
	}
	switch {
	case len(say) > 0:
	case v.Known > 0:
		say = append(say, p.Locale.T("unit.lead.known", "known", v.Known, "of", v.Of))
	default:
		say = append(say, p.Locale.T("unit.lead.silent"))
	}
	return p.linkedLead(rich(strings.Join(say, " ")), len(late) > 0, told)
}

// linkedLead makes what stands in bold in a lead lead on: the works to their list, each figure to its row.
func (p *page) linkedLead(lead string, late bool, told []*model.Figure) string {
	var targets []string
	if late {
		targets = append(targets, p.path+"#cong-trinh")
	}
	for _, f := range told {
		targets = append(targets, figurePath(f))
	}
	var b markup.B
	for _, target := range targets {
		before, bold, found := strings.Cut(lead, "<strong>")
		text, after, closed := strings.Cut(bold, "</strong>")
		if !found || !closed { // a portal's own words may have fewer
			break
		}
		b.Raw(before, `<a class="v" href="`).Text(p.href(target)).Raw(`"><strong>`, text, `</strong></a>`)
		lead = after
	}
	return b.Raw(lead).String()
}

// leadFigures are the first two large figures of a unit.
func leadFigures(v *derive.UnitView) []*model.Figure {
	var told []*model.Figure
	for _, f := range v.Headlines {
		if (f.Value != nil || f.Percent != nil) && len(told) < 2 {
			told = append(told, f)
		}
	}
	return told
}

// figuresInLead words figures, each with its percentage or plan as printed, and with the time they are of,
// said once where it is the same.
func (p *page) figuresInLead(told []*model.Figure) string {
	var b strings.Builder
	for i, f := range told {
		b.WriteString(p.Locale.T("unit.lead.figure", "name", lower(f.Table.Indicator.Name), "amount", p.amount(f)))
		switch {
		case f.Value != nil && f.Percent != nil:
			b.WriteString(" (" + p.printedPercent(f) + ")")
		case f.Plan != nil:
			b.WriteString(", " + p.Locale.T("plan.of", "plan", *f.Plan))
		}
		last := i == len(told)-1
		if !last && told[i+1].Table.Period == f.Table.Period {
			b.WriteString(", ")
			continue
		}
		b.WriteString(", " + f.Table.Period.Name)
		if !last {
			b.WriteString("; ")
		}
	}
	return b.String()
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
func (p *page) indicatorNames(c *derive.Reconciliation) string {
	var names []string
	for _, f := range c.Figures {
		name := lower(f.Table.Indicator.Name)
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return capital(strings.Join(names, " "+p.Locale.T("and")+" "))
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
		var note markup.B
		p.workNames(&note, late)
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
	switch {
	case f.Value != nil:
		num.Text(p.number(i, *f.Value))
	case f.Percent != nil:
		num.Text(p.printedPercent(f))
	default:
		num.Raw(`<span class="num-state">`)
		p.state(&num, f.State)
		num.Raw(`</span>`)
	}
	words := []string{}
	if u := unitOfMeasure(i); u != "" && f.Value != nil {
		words = append(words, u)
	}
	if f.Percent != nil && f.Value != nil {
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
