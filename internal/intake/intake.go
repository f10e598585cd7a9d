// Package intake is the way of figures through a spreadsheet: the form that is sent round, and what came back.
//
//	model.Round ─Template→ sheet.Book        a sheet for each table of figures, a row for each unit
//	sheet.Book, model.Portal ─Read→ Plan     what is new, what changes, what is as it was; and findings
//
// # The form
//
// Above each table stand the report's and the table's id; then a row of heads, then the units that existed on the
// report's day, kind by kind, with what the data says of them already. Tables are told by their id, columns by
// their heads, units by their id or name, so that sorted, moved and left-out rows and columns do no harm.
//
// # What a cell says
//
// A row without figures says nothing of its unit: what the data has stays, and a cell emptied by hand is a
// finding, because nobody can tell an intended withdrawal from a slip of the finger. What replaces what a line
// says (a number, a state, words) replaces all of it; a column that is not there changes nothing.
//
// A number is taken where it has one reading: a cell that holds a number as it is, in at most 15 digits, and shows that
// number; text in the form of the portal's source language only (1.100 is 1100 in Vietnamese, 1,100 is refused, and so
// is 1.100 in a .csv that a program with the other sign for decimals saved). A percentage
// that the program shows as 7,4% and holds as 0.074 is read as 7.4 in a column of percentages and nowhere else. A
// date is what such a program makes of 4.500 or 5/12: it is refused. Words for nothing (–, không, x) are refused
// in favour of a state, because they could mean 0, not stated, or not applicable.
//
// A name of a unit is taken with or without marks, kind words and aliases where only one unit has it; marks that are
// written must be right.
//
// Words are what was typed: a cell of words that holds a date, a percentage or a failed formula is refused.
//
// A figure whose printed text (published) is told apart cannot change while that text stays: the site would
// quote the old print beside the new number.
package intake

import (
	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/model"
)

// Said is what a line of the data says of one unit. Published and At are "" where they are the usual ones.
type Said struct {
	Value, Plan, Percent *decimal.Decimal
	State                model.State // "" with a number
	Text                 string
	Published            string
	At                   string
	Note                 string
}

// Change is a line that is to be written.
type Change struct {
	Table *model.Table
	Unit  *model.Unit
	Old   *Said // nil: the data is silent on the unit
	New   Said
	At    diag.Cell // where the sheet says it
}

// Plan is what a spreadsheet asks for.
type Plan struct {
	Changes []Change // in the order of the spreadsheet
	Same    int      // figures that are as they were
}

// Field is one field of a line, a number in plain form or a text.
type Field struct {
	Key, Text string
	Number    bool
}

// Fields are the fields of the line in the order of the format.
func (c Change) Fields() []Field {
	s := c.New
	var out []Field
	for _, n := range []struct {
		key string
		d   *decimal.Decimal
	}{{"value", s.Value}, {"plan", s.Plan}, {"percent", s.Percent}} {
		if n.d != nil {
			out = append(out, Field{n.key, n.d.String(), true})
		}
	}
	state := string(s.State)
	if s.State == model.Told && c.Table.Indicator.Measure == model.Words {
		state = "" // of a text cell the text alone is written
	}
	for _, f := range []Field{{"state", state, false}, {"text", s.Text, false}, {"published", s.Published, false}, {"at", s.At, false}, {"note", s.Note, false}} {
		if f.Text != "" {
			out = append(out, f)
		}
	}
	return out
}

// saidOf is what the data says; nil for a figure that is not there.
func saidOf(f *model.Figure, printed func(decimal.Decimal) string) *Said {
	if f == nil {
		return nil
	}
	s := &Said{Value: f.Value, Plan: f.Plan, Percent: f.Percent, Text: f.Text, Note: f.Note}
	if f.State != model.Reported {
		s.State = f.State
	}
	if f.Published != f.AsPrinted(printed) {
		s.Published = f.Published
	}
	if f.At != f.Table.At {
		s.At = f.At.String()
	}
	return s
}

// usual is how the new figure would be printed where nothing else is said.
func (s *Said) usual(t *model.Table, printed func(decimal.Decimal) string) string {
	f := model.Figure{Table: t, Scope: model.OfUnit, Value: s.Value, Percent: s.Percent, Text: s.Text}
	return f.AsPrinted(printed)
}

func (s *Said) hasNumber() bool { return s.Value != nil || s.Percent != nil }

// core is what replaces each other: the number, the state, the words.
func (s *Said) core() bool { return s.hasNumber() || s.State != "" || s.Text != "" }

func same(a, b *decimal.Decimal) bool {
	return a == nil && b == nil || a != nil && b != nil && a.Equal(*b)
}

// sameCore reports whether both say the same, apart from how and where it is printed.
func (s Said) sameCore(o Said) bool {
	return same(s.Value, o.Value) && same(s.Plan, o.Plan) && same(s.Percent, o.Percent) && s.State == o.State && s.Text == o.Text
}

func (s Said) equal(o Said) bool {
	return s.sameCore(o) && s.Published == o.Published && s.At == o.At && s.Note == o.Note
}
