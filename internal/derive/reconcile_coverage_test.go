package derive

import (
	"strings"
	"testing"

	"minhbach/internal/model"
)

func covers(c *Reconciliation) string {
	if c == nil {
		return "none"
	}
	var out []string
	for _, cover := range c.Covers {
		var without []string
		for _, set := range cover.Without {
			without = append(without, "["+sets([][]*model.Figure{set})+"]")
		}
		out = append(out, cover.Total.Table.ID+" without "+strings.Join(without, " or "))
	}
	return strings.Join(out, "; ")
}

func TestTotalsOfOneTableAreToldWhichRowsTheyCover(t *testing.T) {
	c := find(budget(t).derive(), "coverage.revenue.spending")
	if got := covers(c); got != "revenue without [thach-hung] or [thach-quy]; spending without []" {
		t.Errorf("got %s", got)
	}
	if len(c.Units) > 0 || c.Published != nil || c.Table != nil {
		t.Errorf("one of several candidates is pointed at: %+v", c)
	}
}

func TestTotalsAreComparedOnlyWhereTheyCanCoverDifferentRows(t *testing.T) {
	for _, c := range []struct {
		name, want string
		x, y       []string
	}{
		{"the same row left out of both", "none", []string{"a: 5", "b: 7", "c: 9", "total: 12"}, []string{"a: 1", "b: 2", "c: 3.5", "total: 3"}},
		{"both hold every row", "none", []string{"a: 5", "b: 7", "c: 9", "total: 21"}, []string{"a: 1", "b: 2", "c: 3", "total: 6"}},
		{"a total above its rows", "none", []string{"a: 5", "b: 7", "c: 9", "total: 26"}, []string{"a: 1", "b: 2", "c: 3", "total: 6"}},
		{"no rows explain it", "none", []string{"a: 5", "b: 7", "c: 9", "total: 20"}, []string{"a: 1", "b: 2", "c: 3", "total: 6"}},
		{"a row without a number in the other column", "none", []string{"a: 5", "b: 7", "c: 9", "total: 12"}, []string{"a: 1", "b: 2", "c: blank", "total: 3"}},
		{"a silent unit, and a total that agrees only rounded", "none", []string{"a: 5.3", "b: 6.4", "total: 12"}, []string{"a: 1", "b: 2", "c: 3", "total: 5"}},
		{"one row in common", "none", []string{"a: 5", "total: 5"}, []string{"a: 1", "b: 2", "c: 3", "total: 5"}},
		{"different rows", "x without [c]; y without [a]", []string{"a: 5", "b: 7", "c: 9", "total: 12"}, []string{"a: 1", "b: 2.5", "c: 3.5", "total: 6"}},
		{"left out, and rounded", "x without [a]; y without []", []string{"a: 5.3", "b: 7.1", "c: 9", "total: 16"}, []string{"a: 1", "b: 2", "c: 3", "total: 6"}},
		{"left out, and cut off", "x without [a]; y without []", []string{"a: 5.3", "b: 7.7", "c: 9", "total: 16"}, []string{"a: 1", "b: 2", "c: 3", "total: 6"}},
	} {
		w := newWorld(t, "a", "b", "c")
		w.table("x", c.x...)
		w.table("y", c.y...)
		if got := covers(find(w.derive(), "coverage.x.y")); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// unnumber takes the row numbers from tables.
func unnumber(tables ...*model.Table) {
	for _, t := range tables {
		for _, f := range t.Units {
			f.At.Row = 0
		}
	}
}

func TestColumnsOfDifferentPrintedTablesAreNotCompared(t *testing.T) {
	for name, change := range map[string]func(*world, *model.Table){
		"another section": func(w *world, y *model.Table) { y.Total.At.Section = "III.6" },
		"another row":     func(w *world, y *model.Table) { y.Units[0].At.Row = 9 },
		"no rows":         func(w *world, y *model.Table) { unnumber(w.round.Tables[0], y) },
		"another chapter": func(w *world, y *model.Table) { y.Chapter = w.chapter("104-28", "III.6") },
	} {
		w := newWorld(t, "a", "b", "c")
		w.table("x", "a: 5", "b: 7", "c: 9", "total: 12")
		y := w.table("y", "a: 1", "b: 2", "c: 3", "total: 6")
		if got := covers(find(w.derive(), "coverage.x.y")); got == "none" {
			t.Fatal("the two columns cover different rows before the change")
		}
		change(w, y)
		if got := covers(find(w.derive(), "coverage.x.y")); got != "none" {
			t.Errorf("%s: %s", name, got)
		}
	}
}
