package check

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// What a binding may ask for: fields of a cell, formats of a figure, formats of a table.
var (
	boundFields   = []string{"percent", "plan", "published"}
	figureFormats = []string{"ratio", "share", "sum", "rest", "words"}
	tableFormats  = []string{string(model.Reported), "units in in-progress"}
)

// binding checks that what a binding prints is there. own is the round of the text, nil without any.
func (c *checker) binding(ref narrative.Ref, own *round) {
	if ref.Table == reservedTable && ref.Address == "" {
		c.workCount(ref)
		return
	}
	t, rd := c.boundTable(ref, own)
	switch {
	case t == nil:
		return
	case ref.Address == "":
		c.unitCount(ref)
		return
	case rd.unsure[t]: // what is wrong there was told
		return
	}
	f, ok := c.boundFigure(ref, t)
	if !ok || !c.knownFormat(ref) || !c.knownField(ref, ref.Field) {
		return
	}
	reason := lacking(f, ref, rd)
	if ref.Less != nil {
		var known bool
		if reason, known = c.difference(f, ref, own); !known {
			return
		}
	}
	if reason != nil {
		c.find(spot(ref), ruleCannotPrint, ref.Raw, *reason)
	}
}

func spot(ref narrative.Ref) place { return place{ref.Pos, ref.Width} }

// difference checks the figure that is taken from f; known is false where it is not there, which was told.
func (c *checker) difference(f *model.Figure, ref narrative.Ref, own *round) (reason *diag.Text, known bool) {
	less := *ref.Less
	t, rd := c.boundTable(less, own)
	if t == nil || rd.unsure[t] {
		return nil, false
	}
	g, ok := c.boundFigure(less, t)
	if !ok || !c.knownField(ref, less.Field) {
		return nil, false
	}
	return apart(f, ref.Field, g, less.Field), true
}

// boundTable returns the table that a binding names, and the round it is of.
func (c *checker) boundTable(ref narrative.Ref, rd *round) (*model.Table, *round) {
	if ref.Round != "" {
		named, ok := c.rounds.byID[ref.Round]
		if !ok {
			c.unbound(ref, nounRound, ref.Round, c.rounds.ids)
			return nil, nil
		}
		rd = named
	}
	if rd == nil {
		c.unbound(ref, nounTable, ref.Table, nil)
		return nil, nil
	}
	t, ok := rd.tables.byID[ref.Table]
	if !ok {
		c.noTable(ref, rd)
	}
	return t, rd
}

// noTable tells of a table that the round has not. Another round may have it, or its name may be that of
// an indicator, whose tables have names of their own.
func (c *checker) noTable(ref narrative.Ref, rd *round) {
	var elsewhere, written, named []string
	for _, id := range c.rounds.ids {
		if c.rounds.byID[id].tables.byID[ref.Table] != nil {
			elsewhere, written = append(elsewhere, id), append(written, figureForm(ref, id))
		}
	}
	for _, id := range rd.tables.ids {
		if i := rd.tables.byID[id].Indicator; i != nil && i.ID == ref.Table {
			named = append(named, id)
		}
	}
	switch {
	case len(elsewhere) > 0:
		c.advise(spot(ref), ruleOtherRound, []any{strings.Join(written, ", ")}, ref.Raw, ref.Table, rd.ID, strings.Join(elsewhere, ", "))
	case len(named) > 0:
		c.means(ref, nounTable, ref.Table, named)
	case c.mistypedHead(ref.Table, rd): // told where it stands
	default:
		c.unbound(ref, nounTable, ref.Table, rd.tables.ids)
	}
}

// mistypedHead reports whether the round has the table under a head with a slip in it: an id that comes near
// and is no indicator's.
func (c *checker) mistypedHead(id string, rd *round) bool {
	near := c.nearest(id, rd.tables.ids)
	return near != "" && rd.tables.byID[near].Indicator == nil && c.indicators.byID[id] != nil
}

// figureForm is one figure of a binding as it is written for another round.
func figureForm(ref narrative.Ref, round string) string {
	s := ref.Table
	if ref.Address != "" {
		s += "/" + ref.Address
	}
	if ref.Field != "" {
		s += "." + ref.Field
	}
	return s + "@" + round
}

// boundFigure returns the figure that a binding names. A unit that the table does not name is not stated,
// which can be printed too: the figure is nil.
func (c *checker) boundFigure(ref narrative.Ref, t *model.Table) (f *model.Figure, ok bool) {
	for _, f := range t.All() {
		if f.Scope != model.OfUnit && f.Address() == ref.Address {
			return f, true
		}
	}
	known := addresses(t)
	var parts []string
	for _, full := range []string{"part." + ref.Address, "count." + ref.Address} {
		if slices.Contains(known, full) {
			parts = append(parts, full)
		}
	}
	u := c.units.byID[ref.Address]
	switch {
	case u != nil && t.Of(u) == nil && len(parts) > 0:
		c.advise(spot(ref), ruleUnitOrPart, []any{strings.Join(parts, ", ")}, ref.Raw, ref.Address, strings.Join(parts, ", "))
		return nil, false
	case u != nil:
		return t.Of(u), true
	}
	if meant := append(parts, c.unitNames[ref.Address]...); len(meant) > 0 {
		c.means(ref, nounFigure, ref.Address, meant)
	} else if near := c.nearest(ref.Address, append(slices.Clone(known), c.units.ids...)); near != "" {
		c.unbound(ref, nounFigure, ref.Address, []string{near})
	} else {
		c.unbound(ref, nounFigure, ref.Address, known)
	}
	return nil, false
}

// addresses are the figures that a table has.
func addresses(t *model.Table) []string {
	var out []string
	for _, f := range t.All() {
		out = append(out, f.Address())
	}
	return out
}

// unbound tells of a name in a binding that nobody has, with the nearest there is, or the few there are.
func (c *checker) unbound(ref narrative.Ref, noun diag.Text, id string, known []string) {
	switch near := c.nearest(id, known); {
	case near != "":
		c.advise(spot(ref), ruleBinding, []any{near}, ref.Raw, noun, id)
	case len(known) > 0 && len(known) <= fewIDs:
		c.advise(spot(ref), ruleBindingOf, []any{strings.Join(known, ", ")}, ref.Raw, noun, id)
	default:
		c.advise(spot(ref), ruleBinding, nil, ref.Raw, noun, id)
	}
}

// means tells of a name that is another word for something: of one thing it is offered, of several
// nobody can say which is meant.
func (c *checker) means(ref narrative.Ref, noun diag.Text, id string, meant []string) {
	if len(meant) == 1 {
		c.advise(spot(ref), ruleBinding, []any{meant[0]}, ref.Raw, noun, id)
		return
	}
	written := make([]string, len(meant))
	for i, m := range meant {
		written[i] = "{{ " + strings.Replace(ref.Raw, id, m, 1) + " }}"
		if noun != nounTable {
			written[i] = "{{ " + strings.Replace(ref.Raw, "/"+id, "/"+m, 1) + " }}"
		}
	}
	c.advise(spot(ref), ruleAmbiguous, []any{strings.Join(written, ", ")}, ref.Raw, id, strings.Join(meant, ", "))
}

// workCount checks {{ work as STATE }} and {{ work units as STATE }}.
func (c *checker) workCount(ref narrative.Ref) {
	if ref.Round != "" && c.rounds.byID[ref.Round] == nil {
		c.unbound(ref, nounRound, ref.Round, c.rounds.ids)
		return
	}
	if state := strings.TrimPrefix(ref.Format, "units as "); !slices.Contains(workStates, state) {
		c.unbound(ref, nounState, state, workStates)
	}
}

// unitCount checks {{ TABLE as reported }} and {{ TABLE as units in STATE }}.
func (c *checker) unitCount(ref narrative.Ref) {
	state, isState := strings.CutPrefix(ref.Format, "units in ")
	known := append([]string{string(model.Reported)}, figureStates...)
	switch {
	case isState && !slices.Contains(known, state):
		c.unbound(ref, nounState, state, known)
	case isState || ref.Format == string(model.Reported):
	case slices.Contains(figureFormats, ref.Format):
		c.advise(spot(ref), ruleOfFigure, []any{ref.Table, ref.Format}, ref.Raw, ref.Format)
	default:
		c.unbound(ref, nounFormat, ref.Format, tableFormats)
	}
}

// knownFormat reports whether a figure can be printed in the format at all.
func (c *checker) knownFormat(ref narrative.Ref) bool {
	switch {
	case ref.Format == "" || slices.Contains(figureFormats, ref.Format):
		return true
	case ref.Format == string(model.Reported) || strings.HasPrefix(ref.Format, "units in "):
		c.advise(spot(ref), ruleOfTable, []any{ref.Table, ref.Format}, ref.Raw, ref.Format)
	default:
		c.unbound(ref, nounFormat, ref.Format, figureFormats)
	}
	return false
}

func (c *checker) knownField(ref narrative.Ref, field string) bool {
	if field == "" || slices.Contains(boundFields, field) {
		return true
	}
	c.unbound(ref, nounField, field, boundFields)
	return false
}

var (
	nounState  = diag.Text{VI: "tình trạng", EN: "state"}
	nounFormat = diag.Text{VI: "dạng in", EN: "format"}
	nounField  = diag.Text{VI: "phần của ô", EN: "part of a cell"}
)
