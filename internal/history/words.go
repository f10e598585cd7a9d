package history

import (
	"fmt"
	"strings"
	"time"

	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// Words tells entries in the language of a portal, by the names that the portal has today; what it no longer
// has keeps its id. Page, table and feed say the same because they ask here.
type Words struct {
	portal     *model.Portal
	loc        *locale.Locale
	units      map[string]*model.Unit
	indicators map[string]*model.Indicator
	rounds     map[string]*model.Round
	works      map[Key]*model.Work
	mechanisms map[Key]*model.Mechanism
}

// NewWords prepares the names of a portal.
func NewWords(p *model.Portal, loc *locale.Locale) *Words {
	w := &Words{portal: p, loc: loc, units: map[string]*model.Unit{}, indicators: map[string]*model.Indicator{},
		rounds: map[string]*model.Round{}, works: map[Key]*model.Work{}, mechanisms: map[Key]*model.Mechanism{}}
	for _, u := range p.Units {
		w.units[u.ID] = u
	}
	for _, i := range p.Indicators {
		w.indicators[i.ID] = i
	}
	for _, r := range p.Rounds {
		w.rounds[r.ID] = r
		for _, x := range r.Works {
			w.works[Key{Work, r.ID, "", x.ID}] = x
		}
		for _, x := range r.Mechanism {
			w.mechanisms[Key{Mechanism, r.ID, "", x.ID}] = x
		}
	}
	return w
}

// either is what a change is of, as it stands now or last stood.
func (c Change) either() *Fact {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

// What names the indicator of a figure, or the record: "Cây xanh đã trồng".
func (w *Words) What(c Change) string {
	switch c.Kind {
	case Work, Mechanism:
		if name := c.either().Name; name != "" {
			return name
		}
		return c.Address
	case Check:
		rule, _, _ := strings.Cut(c.Address, ".")
		if name := "rule." + rule; w.loc.Has(name) {
			return w.loc.T("changes.check", "rule", w.loc.T(name))
		}
		return w.loc.T("changes.check", "rule", c.Address)
	case Reply:
		_, of, _ := strings.Cut(c.Address, ".")
		return w.loc.T("changes.reply", "of", w.repliedTo(c.Round, of))
	}
	return w.indicator(c.either().Indicator)
}

// repliedTo names what a unit replied to: an indicator, a work, else its key.
func (w *Words) repliedTo(round, of string) string {
	if id, isWork := strings.CutPrefix(of, "work:"); isWork {
		if x := w.works[Key{Work, round, "", id}]; x != nil {
			return x.Name
		}
		return id
	}
	if id, is := strings.CutPrefix(of, "mechanism:"); is {
		if x := w.mechanisms[Key{Mechanism, round, "", id}]; x != nil {
			return x.Name
		}
		return id
	}
	if r := w.rounds[round]; r != nil {
		if t := r.Table(of); t != nil {
			return t.Indicator.Name
		}
	}
	if kind, _, named := strings.Cut(of, ":"); named && w.loc.Has("reply.on."+kind) {
		return w.loc.T("reply.on." + kind)
	}
	return of
}

func (w *Words) documentName(id string) string {
	for _, d := range w.portal.Documents {
		if d.ID == id {
			return d.Kind + " " + d.Number
		}
	}
	return id
}

func (w *Words) indicator(id string) string {
	if i := w.indicators[id]; i != nil {
		return i.Name
	}
	return id
}

// Of names whose figure or work it is: "Phường An Bình", "Số chung, như công bố"; "" where nobody's.
func (w *Words) Of(c Change) string {
	switch c.Kind {
	case Figure:
		return w.scope(c)
	case Work, Reply:
		if id := c.either().Unit; id != "" {
			return w.Unit(id)
		}
	}
	return ""
}

// Unit names a unit with its kind word, as it stands in a sentence.
func (w *Words) Unit(id string) string {
	u := w.units[id]
	switch {
	case u == nil:
		return id
	case w.loc.Tag() == "en":
		return u.Name + " " + u.Kind.EN
	}
	return u.Kind.Name + " " + u.Name
}

// scope words the address of a figure.
func (w *Words) scope(c Change) string {
	scope, rest, divided := strings.Cut(c.Address, ".")
	switch model.Scope(scope) {
	case model.OfTotal, model.OfCity:
		return lowerFirst(w.loc.T("scope." + scope))
	case model.OfPart:
		if i := w.indicators[c.either().Indicator]; i != nil {
			for _, category := range i.Categories {
				if category.ID == rest {
					return category.Name
				}
			}
		}
		return rest
	case model.OfCount:
		if model.State(rest) == model.Told {
			return lowerFirst(w.loc.T("scope.count-told"))
		}
		return lowerFirst(w.loc.T("scope.count", "state", lowerFirst(w.state(Figure, model.State(rest)))))
	}
	if divided {
		return c.Address
	}
	return w.Unit(c.Address)
}

// lowerFirst lowers the first letter: no word of the catalog used here begins with a name.
func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// Name is the whole name in one line: "Cây xanh đã trồng, phường An Bình, năm 2023".
func (w *Words) Name(c Change) string {
	parts := []string{w.What(c)}
	if of := w.Of(c); of != "" {
		parts = append(parts, of)
	}
	if period := w.Period(c); period != "" {
		parts = append(parts, period)
	}
	return strings.Join(parts, ", ")
}

// Period names what time a figure is of.
func (w *Words) Period(c Change) string {
	if c.Kind != Figure {
		return ""
	}
	return w.period(c.Round, c.either().Period)
}

func (w *Words) period(round, id string) string {
	if r := w.rounds[round]; r != nil {
		for _, p := range r.Periods {
			if p.ID == id {
				return p.Name
			}
		}
	}
	return id
}

// Group names the table of news, or their kind.
func (w *Words) Group(c Change) string {
	if c.Kind != Figure {
		return w.loc.T("changes.kind." + string(c.Kind))
	}
	return w.What(c) + ", " + w.Period(c)
}

// Report names a round by its document.
func (w *Words) Report(round string) string {
	number := round
	if r := w.rounds[round]; r != nil {
		number = r.Document.Number
	}
	return w.loc.T("changes.report", "number", number)
}

// state words what a state or status is; one that this version of the tool does not know keeps its id.
func (w *Words) state(kind Kind, s model.State) string {
	switch word := string(s); {
	case kind == Check && w.loc.Has("check-status."+word):
		return w.loc.T("check-status." + word)
	case kind == Reply && w.loc.Has("reply.status."+word):
		return w.loc.T("reply.status." + word)
	case kind != Check && kind != Reply && w.loc.Has("state."+word):
		return w.loc.T("state." + word)
	}
	return string(s)
}

// Texts gives the old and the new fact as a reader sees them; "" for none.
func (w *Words) Texts(c Change) (before, after string) {
	before, after = wording{
		tag: w.loc.Tag(), state: w.state, sign: w.sign(c),
		field: func(f Field) string { return w.loc.T("changes.field." + string(f)) },
		name: func(f Field, id string) string {
			switch f {
			case FieldPeriod:
				return w.period(c.Round, id)
			case FieldDocument:
				return w.documentName(id)
			}
			return w.indicator(id)
		},
	}.texts(c)
	if c.Old != nil && before == "" {
		before = w.loc.T("changes.no-state")
	}
	if c.New != nil && after == "" {
		after = w.loc.T("changes.no-state")
	}
	if c.OldRound != "" {
		before = w.loc.T("changes.in-round", "text", before, "report", w.Report(c.OldRound))
	}
	return before, after
}

// sign is "%" where the values of a figure are percentages; a count of units is none.
func (w *Words) sign(c Change) string {
	i := w.indicators[c.either().Indicator]
	if c.Kind == Figure && i != nil && i.Measure == model.Percent && !strings.HasPrefix(c.Address, string(model.OfCount)+".") {
		return "%"
	}
	return ""
}

// Class words a class: "sửa".
func (w *Words) Class(c Class) string { return w.loc.T("changes.class." + string(c)) }

// Became says what became of a fact, in one word: that only our own words changed is no correction of a figure.
func (w *Words) Became(c Change) string {
	if w.Reworded(c) {
		return w.loc.T("changes.class.reworded")
	}
	return w.Class(c.Class)
}

// Reworded reports whether a correction changed only what is told in our own words, and nothing that is
// printed: the text beside a printed cell, or one read from a sentence.
func (w *Words) Reworded(c Change) bool {
	if c.Class != Corrected || c.Kind != Figure {
		return false
	}
	for _, f := range c.Changed {
		if f != FieldText && f != FieldPublished {
			return false
		}
	}
	printed := c.New.Published
	if printed != "" && printed != c.New.Text {
		return c.Old.Published == printed || c.Old.Published == "" && c.Old.Text == printed
	}
	i := w.indicators[c.New.Indicator]
	return printed == "" && c.Old.Published == "" && i != nil && i.Measure != model.Words
}

// Line tells an entry in one line.
func (w *Words) Line(c Change) string {
	before, after := w.Texts(c)
	switch {
	case c.Old == nil:
		return fmt.Sprintf("%s: %s (%s)", w.Name(c), after, w.Became(c))
	case c.New == nil:
		return fmt.Sprintf("%s: %s (%s)", w.Name(c), before, w.Became(c))
	}
	return fmt.Sprintf("%s: %s → %s (%s)", w.Name(c), before, after, w.Became(c))
}

// Why says why a commit changed something: the reason, or that none is given, and what the commit says.
func (w *Words) Why(c Commit, unexplained bool) string {
	switch {
	case c.ReasonGiven && c.ReasonDate != "":
		return w.loc.T("changes.reason-later", "reason", c.Reason, "date", w.Day(c.ReasonDate))
	case c.ReasonGiven:
		return w.loc.T("changes.reason", "reason", c.Reason)
	case unexplained:
		return w.loc.T("changes.no-reason", "subject", c.Subject)
	}
	return w.loc.T("changes.subject", "subject", c.Subject)
}

// Day writes a day of the log in the form of the language.
func (w *Words) Day(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return w.loc.Date(t.Date())
}

// Figure returns the figure that an entry tells of, where the portal still has it: under its key, else under
// another id of its table.
func (w *Words) Figure(c Change) *model.Figure {
	r := w.rounds[c.Round]
	if r == nil || c.Kind != Figure {
		return nil
	}
	if f := w.figure(r.Table(c.Table), c.Address); f != nil {
		return f
	}
	fact := c.either()
	for _, t := range r.Tables {
		if t.Indicator.ID != fact.Indicator || t.Period.ID != fact.Period {
			continue
		}
		if f := w.figure(t, c.Address); f != nil {
			return f
		}
	}
	return nil
}

func (w *Words) figure(t *model.Table, address string) *model.Figure {
	if t == nil {
		return nil
	}
	if u := w.units[address]; u != nil {
		return t.Of(u)
	}
	for _, f := range t.All() {
		if f.Address() == address {
			return f
		}
	}
	return nil
}
