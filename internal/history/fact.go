package history

import (
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// Field is a part of a fact that can change.
type Field string

// The fields of a fact. The last four are of a figure's table and of an answer to a reconciliation.
const (
	FieldValue     Field = "value"
	FieldPlan      Field = "plan"
	FieldPercent   Field = "percent"
	FieldPublished Field = "published"
	FieldState     Field = "state"
	FieldText      Field = "text"
	FieldStates    Field = "states"
	FieldPeriod    Field = "period"
	FieldIndicator Field = "indicator"
	FieldNote      Field = "note"
	FieldDocument  Field = "document"
)

// Fact is what the data says under a key.
type Fact struct {
	Value, Plan, Percent *decimal.Decimal `json:",omitempty"` // a mechanism's Value: how many, as published; a reply's: what the unit says

	State     model.State   `json:",omitempty"` // Reported with a number; of a check or reply, the word of its status
	Published string        `json:",omitempty"` // as written; "" where the printed form of the value is meant
	Text      string        `json:",omitempty"`
	Indicator string        `json:",omitempty"` // of a figure
	Period    string        `json:",omitempty"` // of a figure
	States    []model.State `json:",omitempty"` // of a work, by word
	Unit      string        `json:",omitempty"` // of a work or reply; which unit it is does not count as what it says
	Name      string        `json:",omitempty"` // of a work or mechanism; does not count either: it is told as printed
	Note      string        `json:",omitempty"` // of a check
	Document  string        `json:",omitempty"` // of a check: in which it was corrected; of a reply
}

// changed returns the fields in which two facts differ, as printed in the language tag.
func changed(a, b *Fact, tag string) []Field {
	var out []Field
	for _, f := range []struct {
		name Field
		same bool
	}{
		{FieldValue, equal(a.Value, b.Value)},
		{FieldPlan, equal(a.Plan, b.Plan)},
		{FieldPercent, equal(a.Percent, b.Percent)},
		{FieldPublished, a.Published == b.Published || a.written(tag) == b.written(tag)},
		{FieldState, a.State == b.State},
		{FieldText, a.Text == b.Text},
		{FieldStates, slices.Equal(a.States, b.States)},
		{FieldPeriod, a.Period == b.Period},
		{FieldIndicator, a.Indicator == b.Indicator},
		{FieldNote, a.Note == b.Note},
		{FieldDocument, a.Document == b.Document},
	} {
		if !f.same {
			out = append(out, f.name)
		}
	}
	return out
}

func equal(a, b *decimal.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Equal(*b)
}

// written is Published, or "" where it says no more than what is printed without it.
func (f *Fact) written(tag string) string {
	for _, d := range []*decimal.Decimal{f.Value, f.Percent} {
		if d == nil {
			continue
		}
		if n := locale.FormatNumber(tag, *d); f.Published == n || f.Published == n+"%" {
			return ""
		}
		break
	}
	if f.Value == nil && f.Percent == nil && f.Published == f.Text {
		return ""
	}
	return f.Published
}

// wording is how ids are told: as they are to an editor, in words to a reader.
type wording struct {
	tag   string
	state func(Kind, model.State) string
	field func(Field) string
	name  func(Field, string) string // the period or indicator of an id
	sign  string                     // behind a value and a plan: "%" where an indicator is a percentage
}

// byID tells ids as they are.
func byID(tag string) wording {
	return wording{tag: tag,
		state: func(_ Kind, s model.State) string { return string(s) },
		field: func(f Field) string { return string(f) },
		name:  func(_ Field, id string) string { return id }}
}

func (w wording) number(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return locale.FormatNumber(w.tag, *d)
}

// amount is a value or a plan, in what its indicator measures.
func (w wording) amount(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return w.number(d) + w.sign
}

// cell is the fact in one line: what is published, else the number, else the words, else the state.
func (w wording) cell(kind Kind, f *Fact) string {
	switch {
	case kind == Reply:
		return joined(": ", w.state(kind, f.State), joined(", ", w.number(f.Value), f.Text, w.document(f.Document)))
	case f.Published != "":
		return f.Published
	case f.Value != nil:
		s := w.amount(f.Value)
		if f.Plan != nil {
			s += "/" + w.amount(f.Plan)
		}
		if f.Percent != nil {
			s += " (" + w.number(f.Percent) + "%)"
		}
		return s
	case f.Percent != nil:
		return w.number(f.Percent) + "%"
	case len(f.States) > 0:
		words := make([]string, len(f.States))
		for i, s := range f.States {
			words[i] = w.state(kind, s)
		}
		return strings.Join(words, ", ")
	}
	state := ""
	if f.State != "" && (f.State != model.Told || f.Text == "") {
		state = w.state(kind, f.State)
	}
	return joined(": ", state, f.Text, w.document(f.Document), f.Note)
}

// joined leaves out what is empty.
func joined(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}

// document names the document of a note on a reconciliation.
func (w wording) document(id string) string {
	if id == "" {
		return ""
	}
	return w.name(FieldDocument, id)
}

// Texts gives the old and the new fact in one line each, "" for none: the cells, numbers in the form of the
// language tag, and where one does not show a field that changed, that field by name.
func (c Change) Texts(tag string) (before, after string) { return byID(tag).texts(c) }

func (w wording) texts(c Change) (before, after string) {
	if c.Old != nil {
		before = w.cell(c.Kind, c.Old)
	}
	if c.New != nil {
		after = w.cell(c.Kind, c.New)
	}
	if c.Old == nil || c.New == nil || c.Kind == Reply { // the cell of a reply shows all of it
		return before, after
	}
	printed := slices.Contains(c.Changed, FieldPublished) // then the cells differ where the numbers do
	for _, field := range c.Changed {
		if field == FieldPublished || printed && field != FieldPeriod && field != FieldIndicator {
			continue
		}
		if !c.Old.shows(field) {
			before += "; " + w.field(field) + ": " + w.part(c.Kind, c.Old, field)
		}
		if !c.New.shows(field) {
			after += "; " + w.field(field) + ": " + w.part(c.Kind, c.New, field)
		}
	}
	if before == after {
		return w.parts(c) // one printed cell, read otherwise
	}
	return before, after
}

// parts gives the fields that changed, by name.
func (w wording) parts(c Change) (before, after string) {
	for _, field := range c.Changed {
		if field == FieldPublished {
			continue // it says what was printed before
		}
		if before != "" {
			before, after = before+"; ", after+"; "
		}
		before += w.field(field) + ": " + w.part(c.Kind, c.Old, field)
		after += w.field(field) + ": " + w.part(c.Kind, c.New, field)
	}
	return before, after
}

// shows reports whether a cell shows a field.
func (f *Fact) shows(field Field) bool {
	number := f.Value != nil || f.Percent != nil
	switch field {
	case FieldValue, FieldPlan, FieldPercent:
		return f.Published == ""
	case FieldState:
		return number || f.Published == ""
	case FieldText:
		return !number && f.Published == ""
	case FieldPeriod, FieldIndicator:
		return false
	}
	return true
}

// part gives one field, "–" where there is none.
func (w wording) part(kind Kind, f *Fact, field Field) string {
	text := map[Field]string{FieldValue: w.amount(f.Value), FieldPlan: w.amount(f.Plan), FieldPercent: w.number(f.Percent), FieldText: f.Text}[field]
	switch {
	case field == FieldState && f.State != "":
		text = w.state(kind, f.State)
	case field == FieldPeriod && f.Period != "":
		text = w.name(field, f.Period)
	case field == FieldIndicator && f.Indicator != "":
		text = w.name(field, f.Indicator)
	}
	if text == "" {
		return "–"
	}
	return text
}
