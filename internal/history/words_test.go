package history

import (
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// The log names a percentage as the figure's page does; a count of units stays a count.
func TestAPercentageKeepsItsSign(t *testing.T) {
	loc, err := locale.New("vi", []byte(`{}`))
	if err != nil {
		t.Fatal(err)
	}
	w := NewWords(&model.Portal{Indicators: []*model.Indicator{{ID: "rate", Measure: model.Percent}, {ID: "trees", Measure: model.Count}}}, loc)
	fact := func(indicator string, n int64) *Fact {
		d := decimal.New(n, 1)
		return &Fact{Indicator: indicator, Value: &d}
	}
	for _, c := range []struct{ indicator, address, want string }{
		{"rate", "an", "121,5% → 122,5%"},
		{"rate", "count.late", "121,5 → 122,5"},
		{"trees", "an", "121,5 → 122,5"},
	} {
		before, after := w.Texts(Change{Key: Key{Figure, "r1", "t", c.address}, Class: Corrected, Changed: []Field{FieldValue},
			Old: fact(c.indicator, 1215), New: fact(c.indicator, 1225)})
		if got := before + " → " + after; got != c.want {
			t.Errorf("%s/%s: %s, want %s", c.indicator, c.address, got, c.want)
		}
	}
}

// What a unit answered is told whole, and keeps its name whatever id the editor gives the record.
func TestAReplyIsToldWholeAndByWhatItIsOn(t *testing.T) {
	loc, err := locale.New("vi", []byte(`{"changes": {"reply": "Phản hồi về {of}", "class": {"corrected": "sửa"}},
		"reply": {"status": {"contests": "Đơn vị có ý kiến khác", "confirms": "Đơn vị xác nhận"}, "on": {"mention": "điều báo cáo nêu"}}}`))
	if err != nil {
		t.Fatal(err)
	}
	round := &model.Round{ID: "r1"}
	round.Tables = []*model.Table{{ID: "trees", Indicator: &model.Indicator{Name: "Cây đã trồng"}, Round: round}}
	round.Works = []*model.Work{{ID: "cau", Name: "Cầu An Bình"}}
	unit := &model.Unit{ID: "an", Name: "An Bình", Kind: &model.Kind{Name: "phường"}}
	w := NewWords(&model.Portal{Rounds: []*model.Round{round}, Units: []*model.Unit{unit}}, loc)
	n := decimal.New(11400, 0)
	contests := &Fact{State: "contests", Value: &n, Text: "Còn cây của trường", Unit: "an"}
	confirms := &Fact{State: "confirms", Unit: "an"}
	for of, want := range map[string]string{
		"trees":      "Phản hồi về Cây đã trồng, phường An Bình: Đơn vị có ý kiến khác: 11.400, Còn cây của trường → Đơn vị xác nhận (sửa)",
		"work:cau":   "Phản hồi về Cầu An Bình, phường An Bình: Đơn vị có ý kiến khác: 11.400, Còn cây của trường → Đơn vị xác nhận (sửa)",
		"mention:m":  "Phản hồi về điều báo cáo nêu, phường An Bình: Đơn vị có ý kiến khác: 11.400, Còn cây của trường → Đơn vị xác nhận (sửa)",
		"gone-table": "Phản hồi về gone-table, phường An Bình: Đơn vị có ý kiến khác: 11.400, Còn cây của trường → Đơn vị xác nhận (sửa)",
	} {
		c := Change{Key: Key{Reply, "r1", "", "an." + of}, Class: Corrected, Old: contests, New: confirms, Changed: changed(contests, confirms, "vi")}
		if got := w.Line(c); got != want {
			t.Errorf("%s:\n got %s\nwant %s", of, got, want)
		}
		if s := w.Subjects(c); len(s) != 1 || s[0].Unit != unit {
			t.Errorf("%s is told on the page of %v", of, s)
		}
	}
	if len(changed(contests, contests, "vi")) > 0 || len(changed(contests, confirms, "vi")) != 3 {
		t.Errorf("changed: %v", changed(contests, confirms, "vi"))
	}
}
