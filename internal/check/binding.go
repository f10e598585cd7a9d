package check

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// binding checks that what a binding prints is there. rd is the round of the text, nil without any.
func (c *checker) binding(ref narrative.Ref, rd *round) {
	at := place{ref.Pos, ref.Width}
	if ref.Round != "" {
		named, ok := c.rounds.byID[ref.Round]
		if !ok {
			c.unbound(ref, nounRound, ref.Round, c.rounds.ids)
			return
		}
		rd = named
	}
	if ref.Table == reservedTable && ref.Address == "" {
		state := strings.TrimPrefix(ref.Format, "units as ")
		if !slices.Contains(workStates, state) {
			c.unbound(ref, nounState, state, workStates)
		}
		return
	}
	if rd == nil {
		c.unbound(ref, nounTable, ref.Table, nil)
		return
	}
	t, ok := rd.tables.byID[ref.Table]
	if !ok {
		c.unbound(ref, nounTable, ref.Table, rd.tables.ids)
		return
	}
	if ref.Address == "" {
		c.unitCount(ref)
		return
	}
	if rd.unsure[t] {
		return // what is wrong there was told
	}
	f, ok := c.figureAt(t, ref.Address)
	if !ok {
		c.unbound(ref, nounFigure, ref.Address, append(addresses(t), c.units.ids...))
		return
	}
	if reason := lacking(f, t, ref); reason != nil {
		c.find(at, ruleCannotPrint, ref.Raw, *reason)
	}
}

// unbound tells of a name in a binding that nobody has.
func (c *checker) unbound(ref narrative.Ref, noun diag.Text, id string, known []string) {
	hint := []any{c.nearest(id, known)}
	if hint[0] == "" && noun == nounFigure {
		hint[0] = c.unitNames[id]
	}
	if hint[0] == "" {
		hint = nil
	}
	c.advise(place{ref.Pos, ref.Width}, ruleBinding, hint, ref.Raw, noun, id)
}

// unitCount checks {{ TABLE as reported }} and {{ TABLE as units in STATE }}.
func (c *checker) unitCount(ref narrative.Ref) {
	state, isState := strings.CutPrefix(ref.Format, "units in ")
	known := append([]string{string(model.Reported)}, figureStates...)
	switch {
	case isState && !slices.Contains(known, state):
		c.unbound(ref, nounState, state, known)
	case !isState && ref.Format != string(model.Reported):
		c.unbound(ref, nounFormat, ref.Format, []string{"reported", "units in in-progress"})
	}
}

// addresses are the figures that a table has.
func addresses(t *model.Table) []string {
	var out []string
	for _, f := range t.All() {
		out = append(out, f.Address())
	}
	return out
}

// figureAt returns the figure with the address. A unit that the table does not name is not stated, which
// can be printed too: the figure is nil.
func (c *checker) figureAt(t *model.Table, address string) (f *model.Figure, ok bool) {
	for _, f := range t.All() {
		if f.Scope != model.OfUnit && f.Address() == address {
			return f, true
		}
	}
	u := c.units.byID[address]
	return t.Of(u), u != nil
}

// lacking says why a figure cannot be printed as asked; nil if it can.
func lacking(f *model.Figure, t *model.Table, ref narrative.Ref) *diag.Text {
	hasValue := f != nil && f.Value != nil
	switch {
	case ref.Field != "" && !has(f, ref.Field):
		return &diag.Text{VI: "ô này không có " + ref.Field, EN: "the cell has no " + ref.Field}
	case ref.Format == "" || ref.Format == "words" && (hasValue || ref.Field == "plan" || ref.Field == "percent"):
		return nil
	case ref.Format == "words":
		return &diag.Text{VI: "ô này không có số để viết thành chữ", EN: "the cell has no number to put in words"}
	case ref.Field != "":
		return &diag.Text{VI: ref.Format + " là của cả ô, không phải của ." + ref.Field, EN: ref.Format + " is of the cell and not of ." + ref.Field}
	case ref.Format == "ratio" && (!hasValue || f.Plan == nil || f.Plan.IsZero()):
		return &diag.Text{VI: "ô này không in cả số thực hiện và kế hoạch", EN: "the cell does not print both a value and a plan"}
	case (ref.Format == "sum" || ref.Format == "rest") && (f == nil || f.Scope != model.OfTotal || f.Value == nil):
		return &diag.Text{VI: ref.Format + " chỉ dùng với /total có số", EN: ref.Format + " is for a /total with a number"}
	case (ref.Format == "sum" || ref.Format == "rest") && !addsUp(t):
		return &diag.Text{VI: "các đơn vị không được cộng lại (summable), hoặc không đơn vị nào có số", EN: "units may not be added up (summable), or none has a number"}
	case !slices.Contains([]string{"ratio", "sum", "rest"}, ref.Format):
		return &diag.Text{VI: "không có dạng in " + ref.Format, EN: "there is no format " + ref.Format}
	}
	return nil
}

// has reports whether a field of a cell is printed.
func has(f *model.Figure, field string) bool {
	switch {
	case f == nil:
		return false
	case field == "percent":
		return f.Percent != nil
	case field == "plan":
		return f.Plan != nil
	case field == "published":
		return f.Published != ""
	}
	return false
}

// addsUp reports whether a table's units can be added.
func addsUp(t *model.Table) bool {
	return t.Indicator.Summable && slices.ContainsFunc(t.Units, func(f *model.Figure) bool { return f.Value != nil })
}

var (
	nounState  = diag.Text{VI: "trạng thái", EN: "state"}
	nounFormat = diag.Text{VI: "dạng in", EN: "format"}
)
