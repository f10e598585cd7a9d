package check

import (
	"strings"

	"minhbach/internal/model"
	"minhbach/internal/source"
)

// work reads one work.
func (r *round) work(rec row, ch *model.Chapter) {
	w := &model.Work{ID: rec.id, Round: r.Round, Chapter: ch, Name: rec.text("name"), At: r.placeOf(rec), Reason: rec.text("reason"),
		Deadline: rec.text("deadline"), Note: rec.text("note"), Pos: rec.at.pos}
	if v := rec.get("unit", source.String); v != nil {
		w.Unit = r.unit(v.Text, valueOf(v))
	}
	for _, s := range rec.texts("states") {
		w.States = append(w.States, model.State(s))
	}
	if v := rec.get("states", source.ListKind); v != nil && len(v.List) == 0 {
		r.find(valueOf(v), ruleEmptyList, "states")
	}
	for _, v := range rec.list("also-at") {
		w.AlsoAt = append(w.AlsoAt, r.place(v))
	}
	w.Passage, _ = r.passages.find(r.checker, rec.table.Get("passage"))
	w.Figure = r.figureNamed(rec.get("figure", source.String))
	if r.first("work", rec) {
		r.Works = append(r.Works, w)
	}
}

// figureNamed returns the figure that TABLE/UNIT names.
func (r *round) figureNamed(v *source.Value) *model.Figure {
	if v == nil {
		return nil
	}
	table, unit, ok := strings.Cut(v.Text, "/")
	if !ok {
		r.find(valueOf(v), ruleFigureForm, v.Text)
		return nil
	}
	t, ok := r.tables.named(r.checker, table, valueOf(v))
	if !ok {
		return nil
	}
	u := r.unit(unit, valueOf(v))
	if u == nil {
		return nil
	}
	f := t.Of(u)
	if f == nil && !r.unsure[t] {
		r.advise(valueOf(v), ruleUnknownID, nil, nounFigure, v.Text, t.Pos.File)
	}
	return f
}

// workNamed tells of a work that the round does not name.
func (c *checker) workNamed(id string, at place, rd *round) {
	if rd == nil {
		c.unknownID(at, id, nounWork, reportsPath, nil)
		return
	}
	works := rd.others["work"]
	switch {
	case works == nil:
		c.unknownID(at, id, nounWork, rd.dir, nil)
	case !works.byID[id]:
		c.unknownID(at, id, nounWork, rd.dir, works.ids)
	}
}
