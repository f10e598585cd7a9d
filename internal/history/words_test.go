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
