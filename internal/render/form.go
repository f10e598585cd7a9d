package render

import (
	"slices"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// Form is everything that the portal says of one unit for one report, line by line, for its officers to confirm or
// contest. Texts are in the language of the portal.
type Form struct {
	Title   string
	Intro   []string // what it is, and what is asked
	Columns []string // heads of the columns: FormColumns of the portal's, then AnswerColumns to be filled
	Answers []string // the words offered in the first column to be filled
	Prompt  string   // says what they mean
	Refusal string   // shown where another word was typed
	Groups  []FormGroup
	Line    string // head of the lines' numbers, on paper
	Sign    string
}

// The columns of a form.
const (
	FormColumns   = 6 // key, what, what is said, printed, where, findings
	AnswerColumns = 3 // the answer, the unit's number, what the unit says
)

// FormGroup is the lines of one kind.
type FormGroup struct {
	Heading string
	Lines   []FormLine
}

// FormLine is one thing that is said.
type FormLine struct {
	Key      string // as a reply names it under "of"; "" where it is no record of its own
	What     string // "Thu ngân sách 2023 (năm 2023, đến lúc khảo sát)"
	Says     string // as the site prints it, with its note
	Printed  string // the cell to the letter; "" without
	Place    string
	Findings []string // what reconciliations say of it
	Answered string   // the reply that is recorded already, "" without
}

// ReplyForm gathers what the site says of u for the round r.
func ReplyForm(in Input, u *model.Unit, r *model.Round) (Form, error) {
	s, err := newSite(in)
	if err != nil {
		return Form{}, err
	}
	p := s.page(unitPath(u), "unit", "")
	p.round, p.told = r, r
	said := s.Result.Said(u, r)
	f := Form{
		Title: s.Locale.T("form.title", "unit", p.unitName(u)),
		Intro: []string{
			s.Locale.T("form.intro", "unit", p.unitName(u), "report", p.documentName(r.Document), "date", p.date(r.Document.Issued), "portal", s.portal.Name),
			s.Locale.T("form.ask"), s.Locale.T("form.promise"),
		},
		Prompt: s.Locale.T("form.prompt"), Refusal: s.Locale.T("form.refusal"), Line: s.Locale.T("form.line"), Sign: s.Locale.T("form.sign", "unit", p.unitName(u)),
	}
	for _, key := range []string{"key", "what", "says", "printed", "place", "findings", "answer", "number", "text"} {
		f.Columns = append(f.Columns, s.Locale.T("form.column."+key))
	}
	for _, status := range model.ReplyStatuses {
		f.Answers = append(f.Answers, s.Locale.T("form.answer."+string(status)))
	}
	for _, g := range []struct {
		key   string
		lines []FormLine
	}{
		{"figures", p.figureLines(said.Figures)}, {"silent", p.silentLines(u, said.Silent)}, {"records", p.recordLines(u, r, said)},
		{"checks", p.checkLines(u, r, said.Figures)}, {"prose", p.proseLines(u, r)},
	} {
		if len(g.lines) > 0 {
			f.Groups = append(f.Groups, FormGroup{s.Locale.T("form.group." + g.key), g.lines})
		}
	}
	return f, nil
}

func (p *page) figureLines(figs []*model.Figure) []FormLine {
	var out []FormLine
	for _, f := range figs {
		t := f.Table
		line := FormLine{Key: t.ID, What: tableTitle(t), Says: p.figureWords(f), Printed: f.Published,
			Place: p.placeText(t.Round, f.At, false), Answered: p.answered(f.Reply())}
		if f.Plan != nil {
			line.Says += ", " + p.Locale.T("plan.of", "plan", *f.Plan)
		}
		if f.Value != nil && f.Percent != nil {
			line.Says += ", " + p.printedPercent(f)
		}
		line.Says = sentence(line.Says, f.Note)
		for _, c := range p.Result.ChecksOf(f) {
			if p.concerns(c, f) {
				line.Findings = append(line.Findings, p.checkSay(c))
			}
		}
		out = append(out, line)
	}
	return out
}

func tableTitle(t *model.Table) string { return t.Indicator.Name + " (" + t.Period.Name + ")" }

// sentence adds a note behind what is said.
func sentence(says, note string) string {
	if note == "" {
		return says
	}
	return strings.TrimSuffix(says, ".") + ". " + note
}

func (p *page) silentLines(u *model.Unit, tables []*model.Table) []FormLine {
	var out []FormLine
	for _, t := range tables {
		out = append(out, FormLine{Key: t.ID, What: tableTitle(t), Says: p.silentWord(t),
			Place: p.placeText(t.Round, t.At, false), Answered: p.answered(t.Reply(u))})
	}
	return out
}

// recordLines are the mechanisms, works, mentions, shortcomings and requests.
func (p *page) recordLines(u *model.Unit, r *model.Round, said derive.Said) []FormLine {
	var out []FormLine
	add := func(key, what, says string, at model.Place, replies []*model.Reply) {
		line := FormLine{Key: key, What: what, Says: says, Place: p.placeText(r, at, false)}
		for _, y := range replies {
			if y.Unit == u {
				line.Answered = p.answered(y)
			}
		}
		out = append(out, line)
	}
	for _, m := range said.Mechanisms {
		says := m.Name
		if m.State != "" {
			says += ": " + lower(p.stateWord(m.State))
		}
		add("mechanism:"+m.ID, p.Locale.T("form.what.mechanism"), sentence(says, m.Note), m.At, m.Replies)
	}
	for _, w := range said.Works {
		var states []string
		for _, st := range w.States {
			states = append(states, lower(p.stateWord(st)))
		}
		says := w.Name + ": " + strings.Join(states, ", ")
		if w.Reason != "" {
			says = sentence(says, p.Locale.T("works.reason", "reason", w.Reason))
		}
		add("work:"+w.ID, p.Locale.T("form.what.work"), sentence(says, w.Note), w.At, w.Replies)
	}
	for _, m := range said.Mentions {
		add("mention:"+m.ID, p.Locale.T("mention."+string(m.Kind)), sentence(m.Text, m.Note), m.At, m.Replies)
	}
	for _, st := range said.Shortcomings {
		add("shortcoming:"+st.ID, p.Locale.T("mention.weak"), sentence(st.Text, st.Note), st.At, st.Replies)
	}
	for _, st := range said.Asks {
		add("recommendation:"+st.ID, p.Locale.T("form.what.recommendation"), sentence(st.Text, st.Note), st.At, st.Replies)
	}
	return out
}

// checkLines are the reconciliations about the unit that stand beside none of its figures.
func (p *page) checkLines(u *model.Unit, r *model.Round, figs []*model.Figure) []FormLine {
	var out []FormLine
	for _, c := range p.Result.Reconciliations {
		if c.Round != r || !slices.Contains(c.Units, u) || slices.ContainsFunc(figs, func(f *model.Figure) bool {
			return slices.Contains(p.Result.ChecksOf(f), c) && p.concerns(c, f)
		}) {
			continue
		}
		var places []string
		for _, at := range checkPlaces(c) {
			places = append(places, p.placeText(r, at, false))
		}
		out = append(out, FormLine{What: p.checkTitle(c), Says: p.checkSay(c), Place: strings.Join(places, "; ")})
	}
	return out
}

// proseLines are the opening of the unit's page, its own narrative, and every paragraph of another narrative about
// the report that names it.
func (p *page) proseLines(u *model.Unit, r *model.Round) []FormLine {
	var out []FormLine
	if v := p.Result.Unit(u); v != nil && r == p.site.round {
		out = append(out, FormLine{What: p.Locale.T("form.what.lead"), Says: narrative.Plain(p.unitLead(v))})
	}
	for _, d := range p.narratives() {
		own := d.doc == u.Narrative
		for _, text := range p.piecesOf(d) {
			if own || namesUnit(text, u) {
				out = append(out, FormLine{What: p.Locale.T("form.what.prose", "page", d.title), Says: text})
			}
		}
	}
	return out
}

// told is a narrative, with the title of its page.
type toldOn struct {
	doc   *narrative.Doc
	title string
}

// narratives are those of the portal that speak of the page's round.
func (p *page) narratives() []toldOn {
	var all, out []toldOn
	for _, u := range p.portal.Units {
		all = append(all, toldOn{u.Narrative, capital(p.unitName(u))})
	}
	for _, pg := range p.portal.Pages {
		all = append(all, toldOn{pg.Doc, pg.ID})
	}
	for _, res := range p.portal.Resolutions {
		all = append(all, toldOn{res.Narrative, p.Locale.T("resolution.word") + " " + res.Doc.Number})
	}
	for _, r := range p.portal.Rounds {
		if r == p.round {
			all = append(all, toldOn{r.Narrative, p.documentName(r.Document)})
		}
	}
	for _, d := range all {
		if d.doc == nil || d.doc.Front.Round != "" && d.doc.Front.Round != p.round.ID || d.doc.Front.Round == "" && p.round != p.site.round {
			continue
		}
		if d.doc.Front.Title != "" {
			d.title = d.doc.Front.Title
		}
		out = append(out, d)
	}
	return out
}

func (p *page) piecesOf(d toldOn) []string {
	r := resolver{p, true}
	var out []string
	for _, in := range []*narrative.Inline{d.doc.Front.Lead, d.doc.Front.Sentence} {
		if text := p.plain(in); text != "" {
			out = append(out, text)
		}
	}
	for _, sec := range d.doc.Sections {
		if text := p.plain(sec.Note); text != "" {
			out = append(out, text)
		}
		for _, blk := range sec.Blocks {
			if blk.Figure == nil {
				out = append(out, blk.Prose.Pieces(r)...)
			}
		}
	}
	return out
}

// namesUnit reports whether a text names the unit, by its name or another spelling; that another name begins with it
// shows a line too many, and none too few.
func namesUnit(text string, u *model.Unit) bool {
	return slices.ContainsFunc(append([]string{u.Name}, u.Aliases...), func(name string) bool { return strings.Contains(text, name) })
}

// answered is a recorded reply in words.
func (p *page) answered(y *model.Reply) string {
	if y == nil {
		return ""
	}
	return p.Locale.T("form.answered", "reply", p.replyWord(y), "date", p.date(y.Received))
}
