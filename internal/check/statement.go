package check

import (
	"minhbach/internal/model"
	"minhbach/internal/source"
)

func (r *round) shortcoming(rec row, _ *model.Chapter) {
	if s := r.statement(rec); r.first("shortcoming", rec) {
		r.Shortcomings = append(r.Shortcomings, s)
	}
}

func (r *round) recommendation(rec row, _ *model.Chapter) {
	if s := r.statement(rec); r.first("recommendation", rec) {
		r.Recommendations = append(r.Recommendations, s)
	}
}

// statement reads a shortcoming or a recommendation.
func (r *round) statement(rec row) *model.Statement {
	s := &model.Statement{ID: rec.id, Round: r.Round, At: r.placeOf(rec), Text: rec.text("text"), Units: r.unitsHere(rec),
		Addressees: r.bodies.all(r.checker, rec.list("to")), Open: rec.bool("open"),
		Resolutions: r.resolutions.all(r.checker, rec.list("resolutions")), Documents: r.documents.all(r.checker, rec.list("documents")),
		Deadline: rec.text("deadline"), Due: rec.date("due"), Note: rec.text("note"), Pos: rec.at.pos}
	if v := rec.get("due", source.Date, source.String); v != nil && !s.Due.IsZero() && s.Due.Before(r.AsOf) {
		r.find(valueOf(v), ruleDueBefore, s.Due, r.AsOf)
	}
	return s
}
