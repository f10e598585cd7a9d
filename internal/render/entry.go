package render

import (
	"cmp"
	"slices"
	"strings"

	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// Entry is one thing of the portal under its name: a line of the index, and what the search finds.
type Entry struct {
	Kind  EntryKind
	Name  string // by which it stands in the alphabet: "Thạch Hạ"
	Title string // "Xã Thạch Hạ"
	Terms string // what else it is looked for by: other spellings, the full title, the number of the resolution
	Path  string // from the root of the site, may carry a fragment
	Part  string // of its kind: the id of the unit above, so that many can be divided
	Deep  bool   // for the search alone: the index has what it is a part of

	line func() string
}

// Line is the value or the state of the thing in words; "" where it has neither. It is worded when asked for.
func (e Entry) Line() string {
	if e.line == nil {
		return ""
	}
	return e.line()
}

// EntryKind is what an entry is.
type EntryKind string

// The kinds of an entry.
const (
	UnitEntry           EntryKind = "unit"
	ResolutionEntry     EntryKind = "resolution"
	FigureEntry         EntryKind = "figure"
	WorkEntry           EntryKind = "work"
	RecommendationEntry EntryKind = "recommendation"
	ShortcomingEntry    EntryKind = "shortcoming"
	DocumentEntry       EntryKind = "document"
	PageEntry           EntryKind = "page"
)

// EntryKinds are all kinds, in the order of the index.
var EntryKinds = []EntryKind{UnitEntry, ResolutionEntry, FigureEntry, WorkEntry, RecommendationEntry, ShortcomingEntry, DocumentEntry, PageEntry}

// mostUnitFigures is up to how many figures of single units the search finds each by itself. A country has a
// hundred thousand, which no phone can hold; there it finds the unit and the indicator.
const mostUnitFigures = 3000

// Entries are all things of the portal, by kind and in the order of the data.
func (s *Site) Entries() []Entry { return s.entries() }

func (s *site) entries() []Entry {
	p := s.page(indexPath, "index", "") // the words of a narrative are worded on a page
	return slices.Concat(p.unitEntries(), p.resolutionEntries(), p.indicatorEntries(), p.figureEntries(), p.workEntries(),
		p.statementEntries(RecommendationEntry), p.statementEntries(ShortcomingEntry), p.documentEntries(), p.pageEntries())
}

func (p *page) unitEntries() []Entry {
	var out []Entry
	for _, k := range p.Result.Kinds {
		for _, u := range k.Units {
			e := Entry{Kind: UnitEntry, Name: u.Name, Title: capital(p.unitName(u)), Terms: strings.Join(u.Aliases, ", "), Path: unitPath(u), Part: u.ID,
				line: func() string { return p.unitLine(u) }}
			if u.Parent != nil {
				e.Terms, e.Part = joined(e.Terms, u.Parent.Name), u.Parent.ID
			}
			out = append(out, e)
		}
	}
	return out
}

// unitLine is where a unit lies and what is said of it first.
func (p *page) unitLine(u *model.Unit) string {
	var say []string
	if u.Parent != nil {
		say = append(say, capital(p.unitName(u.Parent)))
	}
	v, known := p.Result.Unit(u), false
	for _, f := range leadFigures(v) {
		when := ""
		if !f.Table.Period.Complete {
			when = " (" + f.Table.Period.Name + ")"
		}
		say, known = append(say, f.Table.Indicator.Name+": "+p.amount(f)+when), true
	}
	if late := worksInState(v.Works, model.Late); len(late) > 0 {
		say, known = append(say, p.Locale.T("works.late")+": "+p.Locale.Int(len(late))), true
	}
	if !known && p.round != nil {
		say = append(say, p.Locale.T("search.known", "known", v.Known, "of", v.Of))
	}
	return strings.Join(say, " · ")
}

func (p *page) resolutionEntries() []Entry {
	var out []Entry
	for _, r := range p.resolutions() {
		terms := []string{r.ID, r.Doc.Title, r.Doc.Short}
		for _, pr := range r.Provisions {
			terms = append(terms, pr.Name)
		}
		number := r.Doc.Kind + " " + r.Doc.Number
		out = append(out, Entry{Kind: ResolutionEntry, Name: number, Title: number + ": " + r.Topic, Terms: joined(terms...), Path: resolutionPath(r),
			line: func() string { return p.resolutionLine(r) }})
	}
	return out
}

// resolutionLine is how far a resolution is, as its page says first.
func (p *page) resolutionLine(r *model.Resolution) string {
	if r.Narrative == nil {
		return p.date(r.Doc.Issued)
	}
	own := p.page(resolutionPath(r), "resolution", "")
	if c := p.Result.ChapterOf(r); c != nil {
		own.round = c.Round
	}
	own.tellOf(r.Narrative)
	said := own.html(r.Narrative.Front.Headline) + " " + own.html(r.Narrative.Front.Sentence) // with the marks of what is computed
	return narrative.Plain(said)
}

func (p *page) indicatorEntries() []Entry {
	var out []Entry
	for _, i := range p.indicators() {
		terms := []string{i.UnitMeasure}
		for _, r := range i.Resolutions {
			terms = append(terms, r.Doc.Number, r.Topic)
		}
		out = append(out, Entry{Kind: FigureEntry, Name: i.Name, Title: i.Name, Terms: joined(terms...), Path: indicatorPath(i), line: func() string { return p.indicatorLine(i) }})
	}
	return out
}

// indicatorLine is the published figure for all units together, or how many units have one.
func (p *page) indicatorLine(i *model.Indicator) string {
	for _, t := range p.tablesOf(i) {
		if f := cmp.Or(t.Total, t.City); f != nil {
			return p.figureLine(f)
		}
		if n := len(t.Units); n > 0 && i.Numeric() {
			cov := p.Result.Coverage(t)
			return p.Locale.T("chart.coverage", "n", cov.N, "of", cov.Of)
		} else if n > 0 {
			return p.Locale.T("data.stated", "n", n, "of", p.Result.Counted(t.Round))
		}
	}
	return ""
}

// figureLine is a figure or its state, and the time it is of.
func (p *page) figureLine(f *model.Figure) string {
	said := p.stateWord(f.State)
	switch {
	case f.Value != nil || f.Percent != nil:
		said = p.amount(f)
	case f.Text != "":
		said = f.Text
	}
	return joined(said, f.Table.Period.Name)
}

// figureEntries are the figures of single units, as long as they are not too many.
func (p *page) figureEntries() []Entry {
	n := 0
	for _, r := range p.portal.Rounds {
		for _, t := range r.Tables {
			n += len(t.Units)
		}
	}
	if n > mostUnitFigures {
		return nil
	}
	var out []Entry
	for _, i := range p.indicators() {
		for _, t := range p.tablesOf(i) {
			for _, f := range t.Units {
				name := capital(p.unitName(f.Unit)) + ": " + i.Name
				out = append(out, Entry{Kind: FigureEntry, Name: name, Title: name, Terms: strings.Join(f.Unit.Aliases, ", "), Path: figurePath(f), Part: f.Unit.ID, Deep: true,
					line: func() string { return p.figureLine(f) }})
			}
		}
	}
	return out
}

func (p *page) workEntries() []Entry {
	if p.round == nil {
		return nil
	}
	var out []Entry
	for _, w := range p.Result.Registers.Works.Works {
		where, topic := "", ""
		if w.Unit != nil {
			where = capital(p.unitName(w.Unit))
		}
		if w.Chapter != nil {
			topic = w.Chapter.Topic
		}
		out = append(out, Entry{Kind: WorkEntry, Name: w.Name, Title: w.Name, Terms: joined(where, topic), Path: p.workPath(w), line: func() string {
			say := make([]string, len(w.States))
			for i, st := range w.States {
				say[i] = p.stateWord(st)
			}
			return joined(append(say, where)...)
		}})
	}
	return out
}

// statementEntries are the requests of the register, or what it faults.
func (p *page) statementEntries(kind EntryKind) []Entry {
	if p.round == nil {
		return nil
	}
	list, path := p.Result.Registers.Asks.Recommendations, recommendationsPath
	if kind == ShortcomingEntry {
		list, path = p.Result.Registers.Shortcomings.Shortcomings, shortcomingsPath
	}
	var out []Entry
	for _, a := range list {
		var terms []string
		for _, u := range a.Units {
			terms = append(terms, p.unitName(u))
		}
		for _, r := range a.Resolutions {
			terms = append(terms, r.Doc.Number)
		}
		out = append(out, Entry{Kind: kind, Name: a.Text, Title: a.Text, Terms: joined(append(terms, p.addressees(a))...), Path: path + "#dn-" + a.ID,
			line: func() string { return p.statementLine(kind, a) }})
	}
	return out
}

// statementLine is whom a request is made to, until when, and whether an answer is recorded.
func (p *page) statementLine(kind EntryKind, a *model.Statement) string {
	if kind == ShortcomingEntry {
		return ""
	}
	say := []string{p.addressees(a)}
	if a.Deadline != "" {
		say = append(say, p.Locale.T("asks.deadline", "deadline", a.Deadline))
	}
	if len(a.Replies) > 0 {
		return joined(append(say, p.Locale.T("search.answered"))...)
	}
	return joined(append(say, p.Locale.T("search.unanswered"))...)
}

// documentEntries are the documents without those that have a page as a resolution.
func (p *page) documentEntries() []Entry {
	var out []Entry
	for _, d := range p.portal.Documents {
		path := p.documentPath(d)
		if slices.ContainsFunc(p.portal.Resolutions, func(r *model.Resolution) bool { return r.Doc == d }) {
			continue
		}
		title := d.Kind + " " + d.Number
		if about := cmp.Or(d.Short, d.Title); about != "" {
			title += ": " + about
		}
		out = append(out, Entry{Kind: DocumentEntry, Name: title, Title: title, Terms: joined(d.Title, d.ID), Path: path,
			line: func() string { return joined(p.date(d.Issued), p.issuer(d)) }})
	}
	return out
}

// pageEntries are the pages of the site that are of nothing else.
func (p *page) pageEntries() []Entry {
	var out []Entry
	add := func(title, path string) {
		out = append(out, Entry{Kind: PageEntry, Name: title, Title: title, Path: path})
	}
	add(p.Locale.T("nav.home"), homePath)
	for _, path := range mainNav {
		add(p.Locale.T("nav."+navKey[path]), path)
	}
	for _, l := range []link{{"shortcomings", shortcomingsPath}, {"documents", documentsPath}, {"changes", changesPath}, {"states", statesPath}} {
		add(p.Locale.T("nav."+l.Label), l.Href)
	}
	for _, pg := range p.freePages() {
		add(pg.Doc.Front.Title, pagePath(pg.ID))
	}
	return out
}

// joined puts what is said into one line.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
