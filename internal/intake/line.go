package intake

import (
	"cmp"
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
)

// line is one row of a filled form.
type line struct {
	*filled
	row int
}

// cell returns the cell of a column; has is false where the sheet has no such column.
func (l line) cell(c column) (cell sheet.Cell, has bool) {
	col, has := l.cols[c]
	if !has {
		return sheet.Cell{}, false
	}
	cell = l.s.At(l.row, col)
	if cell.Kind == sheet.Text && clean(cell.Text) == "" {
		cell.Kind = sheet.Empty
	}
	return cell, true
}

func (l line) hasColumn(c column) bool {
	_, has := l.cols[c]
	return has
}

// words are the text of a column, "" without one; lines and composed letters stay.
func (l line) words(c column) string {
	cell, _ := l.cell(c)
	if cell.Kind == sheet.Empty {
		return ""
	}
	return strings.TrimSpace(spaces.Replace(string(locale.NFC([]byte(cell.Text)))))
}

// told is the text of a column that says something of a unit. What the program keeps as a date, a percentage or an
// error is not what was typed.
func (l line) told(c column, u *model.Unit) string {
	cell, _ := l.cell(c)
	text := l.words(c)
	number := cell.Kind == sheet.Number && strings.Trim(text, "0123456789") != ""
	if number || cell.Kind == sheet.Date || cell.Kind == sheet.Fault || cell.Kind == sheet.Bool {
		l.find(l.at(c), ruleNotWords, []any{}, looks[c].head, called(u), cell.Text)
	}
	return text
}

// at names the cell of a column, that of the unit where there is no such column.
func (l line) at(c column) diag.Cell {
	if col, has := l.cols[c]; has {
		return l.s.In(l.row, col)
	}
	return l.s.In(l.row, l.named())
}

// named is the column that names the unit.
func (l line) named() int {
	if col, has := l.cols[colUnit]; has && l.words(colUnit) != "" {
		return col
	}
	if col, has := l.cols[colID]; has {
		return col
	}
	return l.cols[colUnit]
}

// empty reports whether nothing is said of the row's unit.
func (l line) empty() bool {
	for c := colValue; c < columns; c++ {
		if cell, _ := l.cell(c); cell.Kind != sheet.Empty {
			return false
		}
	}
	return true
}

// unit returns the unit of the row; nil where it has none, or nobody knows which.
func (l line) unit() *model.Unit {
	id, name := l.words(colID), l.words(colUnit)
	said := cmp.Or(name, id)
	at := l.s.In(l.row, l.named())
	switch {
	case said == "" && l.empty():
		return nil
	case said == "":
		l.find(at, ruleNoUnit, []any{})
		return nil
	case isTotal(said):
		if !l.empty() {
			l.find(at, ruleTotal, []any{l.t.Pos.File, l.t.ID}, said)
		}
		return nil
	}
	u := l.lookup(id, name, at)
	if u == nil {
		return nil
	}
	if first, twice := l.units[u]; twice {
		l.find(at, ruleTwice, []any{}, called(u), first)
		return nil
	}
	return u
}

// lookup finds the unit by its id and its name, which must agree.
func (l line) lookup(id, name string, at diag.Cell) *model.Unit {
	var byID *model.Unit
	for _, u := range l.names.units {
		if u.ID == strings.ToLower(id) {
			byID = u
		}
	}
	found := l.names.find(cmp.Or(name, id))
	switch {
	case byID != nil && name != "" && !slices.Contains(found, byID):
		l.find(at, ruleDisagree, []any{}, id, called(byID), name)
		return nil
	case byID != nil:
		return byID
	case len(found) == 1 && (id == "" || name == "" || slices.Contains(l.names.find(id), found[0])):
		return found[0]
	case len(found) > 1:
		var ids []string
		for _, u := range found {
			ids = append(ids, u.ID)
		}
		l.find(at, ruleUnitOf, []any{strings.Join(ids, ", ")}, cmp.Or(name, id))
		return nil
	}
	unknown := cmp.Or(name, id)
	if len(found) == 1 {
		unknown = id
	}
	near := l.names.nearest(unknown)
	switch {
	case near != "":
		l.find(at, ruleUnit, []any{near}, unknown)
	case l.empty():
		l.find(at, ruleSkipped, []any{}, unknown)
	default:
		l.find(at, ruleUnit, nil, unknown)
	}
	return nil
}

// read reads what the row says of its unit, and plans what is to be written.
func (l line) read(u *model.Unit) {
	old := saidOf(l.t.Of(u), printedIn(l.Portal))
	if l.empty() {
		if old == nil {
			return
		}
		if c := l.firstOf(*old); l.hasColumn(c) {
			l.cleared(c, u, old.short(l))
		}
		return
	}
	before := l.findings.Count(diag.Error)
	now := Said{}
	if old != nil {
		now = *old
	}
	l.core(u, old, &now)
	l.rest(u, old, &now)
	switch {
	case l.findings.Count(diag.Error) > before:
	case old != nil && now.equal(*old):
		l.plan.Same++
	default:
		l.plan.Changes = append(l.plan.Changes, Change{Table: l.t, Unit: u, Old: old, New: now, At: l.at(l.firstOf(now))})
	}
}

// firstOf is the column in which a figure says what it says.
func (l line) firstOf(s Said) column {
	switch {
	case s.Value != nil:
		return colValue
	case s.Percent != nil:
		return colPercent
	case s.State != "":
		return colState
	}
	return colText
}

// short is a figure in a few words, for a finding.
func (s *Said) short(l line) string {
	number := printedIn(l.Portal)
	switch {
	case s.Published != "":
		return s.Published
	case s.Value != nil:
		return number(*s.Value)
	case s.Percent != nil:
		return number(*s.Percent) + "%"
	case s.Text != "":
		return s.Text
	}
	return l.Words.State(s.State)
}

func (l line) cleared(c column, u *model.Unit, had string) {
	l.find(l.at(c), ruleCleared, []any{l.t.Pos.File, l.t.ID}, called(u), had)
}

// core reads the number, the state and the words, which replace each other.
func (l line) core(u *model.Unit, old *Said, now *Said) {
	got := Said{Value: l.number(colValue), Plan: l.number(colPlan), Percent: l.number(colPercent), State: l.state(), Text: l.told(colText, u)}
	if !got.core() {
		l.nothing(u, old)
		if got.Plan != nil {
			now.Plan = got.Plan
		}
		return
	}
	if got.hasNumber() && got.State != "" {
		l.find(l.at(colState), ruleBoth, []any{}, called(u), l.Words.State(got.State))
		return
	}
	if old != nil {
		l.keepCore(u, *old, &got)
		l.keepPlan(u, *old, &got)
		l.keepText(u, *old, &got)
	}
	if got.State == "" && !got.hasNumber() {
		got.State = model.Told
	}
	now.Value, now.Plan, now.Percent, now.State, now.Text = got.Value, got.Plan, got.Percent, got.State, got.Text
}

// nothing is a row that says something, but not what the figure is.
func (l line) nothing(u *model.Unit, old *Said) {
	for _, c := range []column{colValue, colPercent, colState, colText} {
		if cell, has := l.cell(c); has && cell.Kind != sheet.Empty {
			return // it was told why it cannot be read
		}
	}
	switch {
	case old == nil:
		l.find(l.at(colValue), ruleNothing, []any{}, called(u))
	case l.hasColumn(l.firstOf(*old)): // without the column nothing was emptied
		l.cleared(l.firstOf(*old), u, old.short(l))
	}
}

// rest reads how and where it is printed, and the note.
func (l line) rest(u *model.Unit, old *Said, now *Said) {
	for _, n := range []struct {
		c   column
		now *string
	}{{colAt, &now.At}, {colNote, &now.Note}} {
		switch text := l.told(n.c, u); {
		case text != "":
			*n.now = text
		case *n.now != "":
			if l.hasColumn(n.c) {
				l.cleared(n.c, u, *n.now)
			}
		}
	}
	if p, ok := model.ParsePlace(now.At); now.At != "" && (!ok || strings.ContainsAny(now.At, " \n") || p.String() != now.At) {
		l.find(l.at(colAt), rulePlace, []any{"III.5/r12/thu"}, now.At)
	} else if now.At == l.t.At.String() {
		now.At = ""
	}
	if cell, has := l.cell(colPublished); has {
		now.Published = l.words(colPublished)
		if cell.Kind != sheet.Empty && cell.Kind != sheet.Text {
			l.find(l.at(colPublished), ruleNotText, []any{}, called(u), cell.Text)
		}
	}
	if now.Published != "" && now.Published == now.usual(l.t, printedIn(l.Portal)) {
		now.Published = ""
	}
	if f := l.t.Of(u); f != nil && f.SameAs != nil && !now.sameCore(*old) {
		l.find(l.at(l.firstOf(*now)), ruleSameAs, []any{l.t.Pos.File, l.t.ID}, called(u), called(f.SameAs.Unit))
	}
	if old != nil && old.Published != "" && now.Published == old.Published && !now.sameCore(*old) {
		l.find(l.at(colPublished), rulePublished, []any{}, called(u), old.Published)
	}
}

// state reads the state of the row, "" without one.
func (l line) state() model.State {
	text := l.words(colState)
	if text == "" {
		return ""
	}
	var known []string
	for _, s := range model.FigureStates {
		word := l.Words.State(s)
		if f := folded(text); f == folded(word) || f == string(s) {
			return s
		}
		known = append(known, word)
	}
	l.find(l.at(colState), ruleState, []any{strings.Join(known, ", ")}, text)
	return ""
}

// number reads the number of a column, nil without one.
func (l line) number(c column) *decimal.Decimal {
	cell, has := l.cell(c)
	if !has || cell.Kind == sheet.Empty {
		return nil
	}
	measure := l.t.Indicator.Measure
	percent := c == colPercent || measure == model.Percent
	d, rule := numbers{l.Portal.SourceLocale, l.s.Decimal}.read(cell, l.t.Indicator.UnitMeasure, percent)
	switch {
	case rule == nil && (measure == model.Stage || measure == model.Words):
		rule = ruleNoNumber
	case rule == nil && measure == model.Count && c != colPercent && (d.Scale() > 0 || d.Sign() < 0):
		rule = ruleWhole
	}
	if rule != nil {
		l.find(l.at(c), rule, []any{printedIn(l.Portal)(l.example(c))}, cell.Text)
		return nil
	}
	if cell.Formula != "" {
		l.find(l.at(c), ruleFormula, []any{}, cell.Formula, cell.Text)
	}
	return &d
}

// example is a number as the column takes it.
func (l line) example(c column) decimal.Decimal {
	switch {
	case c == colPercent || l.t.Indicator.Measure == model.Percent:
		return decimal.New(74, 1)
	case l.t.Indicator.Measure == model.Money:
		return decimal.New(11005, 1)
	}
	return decimal.FromInt(1100)
}
