package derive_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"minhbach/internal/check"
	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/source"
)

// TestReconciliationsOfReport279 holds what the checks page says of the repository's own report: the
// published number, ours, and the verdict.
func TestReconciliationsOfReport279(t *testing.T) {
	r := report279(t)
	want := map[string]string{
		"sum.budget-revenue-2023":                "differs 22556 22729 173 11/15",
		"sum.budget-spending-2023":               "rounded 11040 11040.3 0.3 11/15",
		"rest.trees-planted":                     "remainder 32670 16807 - 4/15",
		"parts.teachers-inclusive":               "agrees 77 77 - 0/0",
		"parts.pupils-boarding":                  "agrees 122 122 - 0/0",
		"ratio.enlistment.total":                 "agrees 100 100 - 0/0",
		"ratio.budget-revenue-2023.dai-nai":      "differs 7.4 7.8 0.4 0/0",
		"ratio.budget-spending-2023.dai-nai":     "truncated 17.6 17.7 0.1 0/0",
		"range.enlistment-gift-per-head":         "agrees - 10.5 - 3/15",
		"groups.urban-agriculture":               "agrees 15 15 - 15/15",
		"groups.trees-socialised":                "agrees 2 2 - 2/15",
		"listed.54-2022":                         "remainder 5 4 -1 0/0",
		"spelling.digital.dong-mon":              "as-printed - - - 0/0 Đông Môn Đồng Môn",
		"form.budget-spending-2023.thach-quy":    "as-printed - - - 0/0 13.7% 13,7%",
		"identical.56-2022.thach-hung.thach-quy": "same - - - 0/0",
	}
	for _, c := range r.Reconciliations {
		if got := summary(c); got != want[c.ID] {
			t.Errorf("%s: got %q, want %q", c.ID, got, want[c.ID])
		}
		delete(want, c.ID)
	}
	for id := range want {
		t.Errorf("missing: %s", id)
	}
}

func TestRevenueOfReport279IsExplainedByRow2OrRow12(t *testing.T) {
	r := report279(t)
	for _, c := range r.Reconciliations {
		if c.ID != "sum.budget-revenue-2023" {
			continue
		}
		var rows []int
		for _, set := range c.Explained {
			if len(set) != 1 {
				t.Fatalf("a set of %d rows", len(set))
			}
			rows = append(rows, set[0].At.Row)
		}
		if len(rows) != 2 || rows[0] != 2 || rows[1] != 12 {
			t.Errorf("rows %v", rows)
		}
	}
}

// TestUnitsOfReport279 holds how much the report says of a unit by itself, resolution by resolution.
func TestUnitsOfReport279(t *testing.T) {
	r := report279(t)
	want := map[string]string{
		"thach-quy": "3/6 not-stated not-stated not-stated publicised-only reported reported, 2 late",
		"dai-nai":   "3/6 told not-stated not-stated identified reported not-stated, 0 late",
		"thach-ha":  "5/6 reported not-stated told identified in-progress reported, 0 late",
	}
	for _, row := range r.Matrix.Rows {
		v := r.Unit(row.Unit)
		got := fmt.Sprintf("%d/%d", v.Known, v.Of)
		for _, c := range row.Cells {
			got += " " + string(c.State)
		}
		if got += fmt.Sprintf(", %d late", len(row.Late)); want[row.Unit.ID] != "" && got != want[row.Unit.ID] {
			t.Errorf("%s: got %s, want %s", row.Unit.ID, got, want[row.Unit.ID])
		}
	}
	if got := len(r.Matrix.Rows); got != 15 {
		t.Errorf("%d units, the report surveyed 15", got)
	}
}

func summary(c *derive.Reconciliation) string {
	out := string(c.Verdict)
	for _, d := range []*decimal.Decimal{c.Published, c.Computed, c.Diff} {
		if d == nil {
			out += " -"
		} else {
			out += " " + d.String()
		}
	}
	return strings.TrimSpace(out + " " + decimal.FromInt(int64(c.N)).String() + "/" + decimal.FromInt(int64(c.Of)).String() + " " + c.PrintedAs + " " + c.ReadAs)
}

func report279(t *testing.T) *derive.Result {
	tree, found := source.Load(os.DirFS("../.."))
	p, more := check.Portal(tree)
	if p == nil {
		t.Fatalf("the repository's portal is not accepted: %v", append(found, more...))
	}
	return derive.All(p, p.Newest().AsOf, strings.Compare)
}
