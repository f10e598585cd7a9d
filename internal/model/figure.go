package model

import (
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
)

// State says what is known. A figure is Reported only with a value (0 is a value); every other state
// is the reason why there is none, and is never counted as 0.
type State string

// The states of a figure.
const (
	Reported       State = "reported"
	InProgress     State = "in-progress"
	Told           State = "told" // the source tells of it in words only
	PublicisedOnly State = "publicised-only"
	Identified     State = "identified"
	Preparing      State = "preparing"
	NotStated      State = "not-stated"
	Blank          State = "blank"
	NotApplicable  State = "not-applicable"
	NotYetDue      State = "not-yet-due"
	Withheld       State = "withheld"
	Unreadable     State = "unreadable"
)

// The states of a work.
const (
	Late          State = "late"
	NotHandedOver State = "not-handed-over"
	NotSettled    State = "not-settled"
	InDebt        State = "in-debt"
)

// FigureStates are the words an editor may write for a figure, in the order of growing knowledge.
var FigureStates = []State{NotStated, Blank, NotApplicable, NotYetDue, Withheld, Unreadable, PublicisedOnly, Told, Identified, Preparing, InProgress}

// WorkStates are the words an editor may write for a work.
var WorkStates = []State{Late, NotHandedOver, NotSettled, InDebt}

// Scope says what a figure is of.
type Scope string

// The scopes of a figure.
const (
	OfUnit  Scope = "unit"  // one unit
	OfTotal Scope = "total" // the units together, as published
	OfCity  Scope = "city"  // the city itself; not a sum of units
	OfPart  Scope = "part"  // one category of the breakdown, of the total
	OfCount Scope = "count" // how many units are in a state, as published
)

// Figure is one published figure, or the published reason why there is none.
type Figure struct {
	Table    *Table
	Scope    Scope
	Unit     *Unit    // OfUnit
	Category Category // OfPart
	Counted  State    // OfCount

	State   State
	Value   *decimal.Decimal // nil unless Reported
	Plan    *decimal.Decimal // nil: the source prints none
	Percent *decimal.Decimal // nil: the source prints none
	Text    string           // words of a cell, or what is told in words
	SameAs  *Figure          // the cell says "as above"

	Published string // the cell exactly as printed; "" for a blank one
	At        Place
	Note      string
	Pos       diag.Pos
}

// Address is the permanent name of the figure within its table: "thach-ha", "total", "city",
// "part.primary", "count.identified".
func (f *Figure) Address() string {
	switch f.Scope {
	case OfUnit:
		return f.Unit.ID
	case OfPart:
		return "part." + f.Category.ID
	case OfCount:
		return "count." + string(f.Counted)
	}
	return string(f.Scope)
}

// Number returns the number of a figure's field, percent or plan, of "" its value; nil where it has none, and
// for a figure that is not there.
func (f *Figure) Number(field string) *decimal.Decimal {
	switch {
	case f == nil:
		return nil
	case field == "":
		return f.Value
	case field == "plan":
		return f.Plan
	case field == "percent":
		return f.Percent
	}
	return nil
}

// AsPrinted is how the source prints a figure where the editor does not say: the number in the form of the source's
// language, the words of a text cell; "" for a state.
func (f *Figure) AsPrinted(number func(decimal.Decimal) string) string {
	var measure Measure
	if f.Table.Indicator != nil {
		measure = f.Table.Indicator.Measure
	}
	switch {
	case f.Value != nil && measure == Percent && f.Scope != OfCount:
		return number(*f.Value) + "%"
	case f.Value != nil:
		return number(*f.Value)
	case f.Percent != nil:
		return number(*f.Percent) + "%"
	case measure == Words:
		return f.Text
	}
	return ""
}

// Table is the figures of one indicator for one period in one round.
type Table struct {
	ID        string
	Indicator *Indicator
	Round     *Round
	Chapter   *Chapter
	Period    *Period
	PlanOf    *Period // of the plans beside the figures; nil: of Period
	Source    *Document
	At        Place
	Open      bool // the source lists units with "như" or "…": others may belong to it too
	Note      string
	Total     *Figure // nil: none printed
	City      *Figure
	Units     []*Figure // in the order of the source; a unit left out is not stated
	Parts     []*Figure
	Counts    []*Figure
	Earlier   []*Table // of older rounds, for the same indicator and period, the oldest first
	Later     []*Table // of newer rounds, the newest last
	Replies   []*Reply // of units, to their figures
	Pos       diag.Pos

	byUnit map[*Unit]*Figure
}

// Index prepares Of; check calls it once the table is complete.
func (t *Table) Index() {
	t.byUnit = make(map[*Unit]*Figure, len(t.Units))
	for _, f := range t.Units {
		t.byUnit[f.Unit] = f
	}
}

// Of returns the figure of u, or nil where the source is silent on it.
func (t *Table) Of(u *Unit) *Figure { return t.byUnit[u] }

// OfUnits reports whether the table is of the units: it has figures of them, or their total.
func (t *Table) OfUnits() bool { return len(t.Units) > 0 || t.Total != nil }

// StateOf returns the state of u, NotStated where the source is silent.
func (t *Table) StateOf(u *Unit) State {
	if f := t.byUnit[u]; f != nil {
		return f.State
	}
	return NotStated
}

// All returns every figure of the table: total, city, parts, counts, units.
func (t *Table) All() []*Figure {
	var out []*Figure
	for _, f := range []*Figure{t.Total, t.City} {
		if f != nil {
			out = append(out, f)
		}
	}
	out = append(out, t.Parts...)
	out = append(out, t.Counts...)
	return append(out, t.Units...)
}

// counterpart returns what the table has at the address of f; nil where it has nothing there.
func (t *Table) counterpart(f *Figure) *Figure {
	if f.Scope == OfUnit {
		return t.Of(f.Unit)
	}
	for _, other := range t.All() {
		if other.Scope == f.Scope && other.Address() == f.Address() {
			return other
		}
	}
	return nil
}

// Earlier returns what older reports say of the same thing, the newest of them first.
func (f *Figure) Earlier() []*Figure {
	var out []*Figure
	for _, t := range slices.Backward(f.Table.Earlier) {
		if earlier := t.counterpart(f); earlier != nil {
			out = append(out, earlier)
		}
	}
	return out
}

// Later returns what the newest report says of the same thing: the same indicator, period and address; nil
// where f itself is the newest. It does not stand in the place of f.
func (f *Figure) Later() *Figure {
	for _, t := range slices.Backward(f.Table.Later) {
		if later := t.counterpart(f); later != nil {
			return later
		}
	}
	return nil
}

// PlannedElsewhere reports whether the plans are of another period than the figures.
func (t *Table) PlannedElsewhere() bool { return t.PlanOf != nil && t.PlanOf != t.Period }

// Key is the permanent fragment of the table's figures: "trees-planted.survey-2023".
func (t *Table) Key() string { return t.Indicator.ID + "." + t.Period.ID }
