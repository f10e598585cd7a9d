package check

import (
	"minhbach/internal/model"
)

// mention reads what the source says of units in words.
func (r *round) mention(rec row, ch *model.Chapter) {
	m := &model.Mention{ID: rec.id, Round: r.Round, Kind: model.MentionKind(rec.text("kind")), Open: rec.bool("open"),
		State: model.State(rec.text("state")), Chapter: ch, Text: rec.text("text"), Published: rec.text("published"),
		At: r.placeOf(rec), Note: rec.text("note"), Pos: rec.at.pos}
	m.Units, m.AllUnits = r.unitsOf(rec, "units")
	if v := rec.table.Get("resolution"); v != nil {
		m.Chapter = r.chapterOf(v)
	}
	if r.first("mention", rec) {
		r.Mentions = append(r.Mentions, m)
	}
}
