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
	Value, Plan, Percent *decimal.Decimal `json:",omitempty"` // a mechanism's Value: how many, as published

	State     model.State   `json:",omitempty"` // Reported with a number; of a check, the word of its status
	Published string        `json:",omitempty"` // as written; "" where the printed form of the value is meant
	Text      string        `json:",omitempty"`
	Indicator string        `json:",omitempty"` // of a figure
	Period    string        `json:",omitempty"` // of a figure
	States    []model.State `json:",omitempty"` // of a work, by word
	Unit      string        `json:",omitempty"` // of a work; which unit it is does not count as what it says
	Note      string        `json:",omitempty"` // of a check
	Document  string        `json:",omitempty"` // of a check: in which it was corrected
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

// Cell is the fact in one line, numbers in the form of the language tag: what is published, else the
// number, else the words, else the state.
func (f *Fact) Cell(tag string) string {
	switch {
	case f.Published != "":
		return f.Published
	case f.Value != nil:
		s := locale.FormatNumber(tag, *f.Value)
		if f.Plan != nil {
			s += "/" + locale.FormatNumber(tag, *f.Plan)
		}
		if f.Percent != nil {
			s += " (" + locale.FormatNumber(tag, *f.Percent) + "%)"
		}
		return s
	case f.Percent != nil:
		return locale.FormatNumber(tag, *f.Percent) + "%"
	case len(f.States) > 0:
		return join(f.States)
	}
	return strings.Join(slices.DeleteFunc([]string{string(f.State), f.Text, f.Document, f.Note}, func(s string) bool { return s == "" }), ": ")
}

func join(states []model.State) string {
	var words []string
	for _, s := range states {
		words = append(words, string(s))
	}
	return strings.Join(words, ", ")
}

// Texts gives the old and the new fact in one line each, "" for none: the cells, and where one does not
// show a field that changed, that field by name.
func (c Change) Texts(tag string) (before, after string) {
	if c.Old != nil {
		before = c.Old.Cell(tag)
	}
	if c.New != nil {
		after = c.New.Cell(tag)
	}
	if c.Old == nil || c.New == nil {
		return before, after
	}
	printed := slices.Contains(c.Changed, FieldPublished) // then the cells differ where the numbers do
	for _, field := range c.Changed {
		if field == FieldPublished || printed && field != FieldPeriod && field != FieldIndicator {
			continue
		}
		if !c.Old.shows(field) {
			before += "; " + string(field) + " = " + c.Old.field(field, tag)
		}
		if !c.New.shows(field) {
			after += "; " + string(field) + " = " + c.New.field(field, tag)
		}
	}
	return before, after
}

// shows reports whether Cell shows a field.
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

// field gives one field, "–" where there is none.
func (f *Fact) field(field Field, tag string) string {
	number := func(d *decimal.Decimal) string {
		if d == nil {
			return ""
		}
		return locale.FormatNumber(tag, *d)
	}
	text := map[Field]string{FieldValue: number(f.Value), FieldPlan: number(f.Plan), FieldPercent: number(f.Percent), FieldState: string(f.State),
		FieldText: f.Text, FieldPeriod: f.Period, FieldIndicator: f.Indicator}[field]
	if text == "" {
		return "–"
	}
	return text
}
