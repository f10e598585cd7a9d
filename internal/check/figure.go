package check

import (
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// reservedTable is the first word of a binding that is no table.
const reservedTable = "work"

// figures reads one table of figures.
func (r *round) figures(rec row, ch *model.Chapter) {
	t := &model.Table{ID: rec.id, Round: r.Round, Chapter: ch, Source: r.Document, At: r.placeOf(rec), Open: rec.bool("open"),
		Note: rec.text("note"), Pos: rec.at.pos}
	if rec.id == reservedTable {
		r.find(rec.at, ruleReserved, rec.id)
	}
	before := len(r.findings)
	t.Period, _ = r.periods.find(r.checker, rec.table.Get("period"))
	t.PlanOf, _ = r.periods.find(r.checker, rec.table.Get("plan-period"))
	if v := rec.table.Get("source"); v != nil {
		t.Source, _ = r.documents.find(r.checker, v)
	}
	t.Indicator = r.indicatorOf(rec)
	r.entries(t, rec)
	t.Index()
	slipped := r.misplaced[rec.id] || r.parted[rec.id] || len(t.Units) < len(rec.fields("units"))
	r.unsure[t] = rec.bad || slipped || len(r.findings) > before || t.Indicator == nil || r.unsureOf[t.Indicator]
	if !r.tables.add(r.checker, rec.id, rec.at, t) || t.Indicator == nil || t.Period == nil {
		return
	}
	if other := r.keys[t.Key()]; other != nil {
		r.find(rec.at, ruleSameAddress, t.Key(), other.Pos)
	}
	r.keys[t.Key()] = t
	r.Tables = append(r.Tables, t)
	if ch != nil {
		ch.Tables = append(ch.Tables, t)
	}
}

// indicatorOf returns the indicator of a table; one that is not named has the table's id.
func (r *round) indicatorOf(rec row) *model.Indicator {
	var i *model.Indicator
	if v := rec.table.Get("indicator"); v != nil {
		i, _ = r.indicators.find(r.checker, v)
		return i
	}
	i, _ = r.indicators.named(r.checker, rec.id, rec.at)
	return i
}

// entries reads the figures of a table.
func (r *round) entries(t *model.Table, rec row) {
	t.Total = r.figure(t, model.OfTotal, rec.table.Get("total"))
	t.City = r.figure(t, model.OfCity, rec.table.Get("city"))
	for _, v := range rec.fields("units") {
		u := r.unit(v.Key, keyOf(v))
		if f := r.figure(t, model.OfUnit, v); f != nil && u != nil {
			r.existed(u, t.Period, keyOf(v))
			f.Unit, f.SameAs = u, r.sameAs(t, v)
			t.Units = append(t.Units, f)
		}
	}
	for _, v := range rec.fields("by") {
		r.parts(t, v)
	}
	for _, v := range rec.fields("counts") {
		if !r.known(v, figureStates) {
			continue
		}
		if f := r.figure(t, model.OfCount, v); f != nil {
			f.Counted = model.State(v.Key)
			t.Counts = append(t.Counts, f)
		}
	}
}

// known holds the key of an entry to a list of words.
func (r *round) known(v *source.Value, words []string) bool {
	before := len(r.findings)
	r.word(&source.Value{Text: v.Key, Pos: v.KeyPos, Width: v.KeyWidth}, words)
	return len(r.findings) == before
}

// parts reads the breakdown of a table: [figures.ID.by.BREAKDOWN].
func (r *round) parts(t *model.Table, by *source.Value) {
	if by.Kind != source.TableKind {
		r.wrongType(by, Sub)
		return
	}
	if t.Indicator == nil {
		return
	}
	if by.Key != t.Indicator.Breakdown {
		var known []string
		if t.Indicator.Breakdown != "" {
			known = []string{t.Indicator.Breakdown}
		}
		r.unknownID(keyOf(by), by.Key, nounBreakdown, t.Indicator.Pos.String(), known)
		return
	}
	var ids []string
	byID := map[string]model.Category{}
	for _, cat := range t.Indicator.Categories {
		ids, byID[cat.ID] = append(ids, cat.ID), cat
	}
	for _, v := range by.Table.Fields {
		cat, ok := byID[v.Key]
		if !ok {
			r.unknownID(keyOf(v), v.Key, nounCategory, t.Indicator.Pos.String(), ids)
		}
		if f := r.figure(t, model.OfPart, v); f != nil && ok {
			f.Category = cat
			t.Parts = append(t.Parts, f)
		}
	}
}

// figure reads an entry: a number, a state word, or a table; nil where there is none or it says nothing.
func (r *round) figure(t *model.Table, scope model.Scope, v *source.Value) *model.Figure {
	if v == nil {
		return nil
	}
	f, misspelt := &model.Figure{Table: t, Scope: scope, At: t.At, Pos: keyOf(v).pos}, false
	switch v.Kind {
	case source.Number:
		r.holdNumber(v)
		f.Value = r.amount(f, v)
	case source.String:
		if r.plainNumber(v.Text) != "" {
			r.wrongType(v, Number)
			return nil
		}
		r.word(v, figureStates)
		f.State = model.State(v.Text)
	case source.TableKind:
		before := len(r.findings)
		r.hold(v.Table, entryRecord)
		misspelt = slices.ContainsFunc(r.findings[before:], func(f diag.Finding) bool { return f.Rule.ID == ruleUnknownKey.ID })
		r.cell(f, row{id: v.Key, at: keyOf(v), table: v.Table})
	default:
		r.wrongType(v, Entry)
		return nil
	}
	r.settle(f, v, misspelt || r.says(v))
	return f
}

// cell reads an entry that is a table.
func (r *round) cell(f *model.Figure, rec row) {
	f.Value = r.amount(f, rec.table.Get("value"))
	f.Plan = r.amount(f, rec.table.Get("plan"))
	f.Percent = rec.decimal("percent")
	r.fraction(f, rec.table.Get("percent"))
	f.Published, f.State = rec.text("published"), model.State(rec.text("state"))
	f.Text, f.Note = rec.text("text"), rec.text("note")
	if v := rec.get("at", source.String); v != nil {
		f.At = r.place(v)
	}
}

// settle gives a figure its state and what is printed, and tells of an entry that says two things or
// nothing; says is false for one that has none of the keys that say something, nor one that was meant for one.
func (r *round) settle(f *model.Figure, v *source.Value, says bool) {
	hasNumber := f.Value != nil || f.Percent != nil
	switch {
	case hasNumber && f.State != "":
		r.find(valueOf(v), ruleBoth, string(f.State))
	case hasNumber:
		f.State = model.Reported
	case f.State == "" && f.Text != "":
		f.State = model.Told
	case f.State == "" && !says:
		r.find(valueOf(v), ruleSaysNothing)
	}
	if f.Published == "" {
		f.Published = f.AsPrinted(func(d decimal.Decimal) string { return locale.FormatNumber(r.portal.SourceLocale, d) })
	}
}

// says reports whether an entry has a value, a state or a text, be it a wrong one, which was told. That it
// is the same as another says nothing by itself.
func (r *round) says(v *source.Value) bool {
	if v.Kind != source.TableKind || v.Table.Broken {
		return true
	}
	for _, key := range []string{"value", "percent", "state", "text"} {
		if v.Table.Get(key) != nil {
			return true
		}
	}
	return false
}

// measureOf is the measure of a figure; "" where its indicator is not known.
func measureOf(f *model.Figure) model.Measure {
	if f.Table.Indicator == nil {
		return ""
	}
	return f.Table.Indicator.Measure
}

// amount reads a value or plan and holds it to its measure: a count is a whole number, a stage and a
// text are none.
func (r *round) amount(f *model.Figure, v *source.Value) *decimal.Decimal {
	d := parseNumber(v)
	if d == nil {
		return nil
	}
	measure := measureOf(f)
	if f.Scope == model.OfCount {
		measure = model.Count
	}
	if measure == model.Stage || measure == model.Words {
		r.find(valueOf(v), ruleNoNumber, f.Table.Indicator.ID, string(measure))
	} else {
		r.holdMeasured(measure, v, *d)
	}
	return d
}

// holdMeasured holds a number to its measure, and tells of one whose point may have grouped its digits. It reports
// whether the number is as it should be.
func (r *round) holdMeasured(measure model.Measure, v *source.Value, d decimal.Decimal) bool {
	switch {
	case !measurable(measure, d):
		r.notWhole(v)
	case threeDigits.MatchString(v.Raw) && r.portal.SourceLocale != "en":
		plain := source.PlainNumber(v.Raw)
		r.advise(valueOf(v), ruleGrouped, []any{plain, v.Raw + "0"}, v.Raw, locale.FormatNumber(r.portal.SourceLocale, d))
	default:
		return true
	}
	return false
}

// measurable reports whether a number can be one of a measure: a count is whole and not below 0.
func measurable(measure model.Measure, d decimal.Decimal) bool {
	return measure != model.Count || d.Scale() == 0 && d.Sign() >= 0
}

// sameAs returns the figure of a row above that an entry points to.
func (r *round) sameAs(t *model.Table, v *source.Value) *model.Figure {
	if v.Kind != source.TableKind {
		return nil
	}
	to := row{table: v.Table}.get("same-as", source.String)
	if to == nil {
		return nil
	}
	u := r.unit(to.Text, valueOf(to))
	for _, f := range t.Units {
		if f.Unit == u && u != nil {
			return f
		}
	}
	if u != nil {
		r.find(valueOf(to), ruleNotAbove, to.Text)
	}
	return nil
}
