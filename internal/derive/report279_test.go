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
		"sum.budget-revenue-2023":                            "differs 22556 22729 173 11/15",
		"sum.budget-spending-2023":                           "rounded 11040 11040.3 0.3 11/15",
		"rest.trees-planted":                                 "remainder 32670 16807 - 4/15",
		"parts.teachers-inclusive":                           "agrees 77 77 - 0/0",
		"parts.pupils-boarding":                              "agrees 122 122 - 0/0",
		"ratio.enlistment.total":                             "agrees 100 100 - 0/0",
		"ratio.budget-revenue-2023.dai-nai":                  "differs 7.4 7.8 0.4 0/0",
		"ratio.budget-spending-2023.dai-nai":                 "truncated 17.6 17.7 0.1 0/0",
		"range.enlistment-gift-per-head":                     "agrees - 10.5 - 3/15",
		"groups.urban-agriculture":                           "agrees 15 15 - 15/15",
		"groups.trees-socialised":                            "agrees 2 2 - 2/15",
		"listed.54-2022":                                     "remainder 5 4 -1 0/0",
		"spelling.digital.dong-mon":                          "as-printed - - - 0/0 Đông Môn Đồng Môn",
		"form.budget-spending-2023.thach-quy":                "as-printed - - - 0/0 13.7% 13,7%",
		"identical.56-2022.thach-hung.thach-quy":             "same - - - 0/0",
		"coverage.budget-revenue-2023.budget-spending-2023":  "noted - - - 0/0",
		"guidance.2702-hd.36-2022":                           "noted - - - 0/0 122 days",
		"guidance.2419-hd.38-2022":                           "noted - - - 0/0 91 days",
		"period.budget-revenue-2023":                         "noted - - - 7/15",
		"period.budget-spending-2023":                        "noted - - - 7/15",
		"implied-plan.budget-revenue-2023.thach-hung":        "noted 6 - - 0/0 2464 to 3164",
		"implied-plan.budget-spending-2023.thach-hung":       "noted 13.7 - - 0/0 6706 to 6792",
		"implied-plan.budget-revenue-2023.bac-ha":            "noted 20 - - 0/0 21426 to 23083",
		"implied-plan.budget-spending-2023.bac-ha":           "noted 17 - - 0/0 5541 to 6055",
		"implied-plan.budget-revenue-2023.nguyen-du":         "noted 11.8 - - 0/0 2936 to 2988",
		"implied-plan.budget-spending-2023.nguyen-du":        "noted 20.5 - - 0/0 4463 to 4504",
		"implied-plan.budget-revenue-2023.tan-giang":         "noted 20 - - 0/0 12245 to 13195",
		"implied-plan.budget-spending-2023.tan-giang":        "noted 17 - - 0/0 5025 to 5491",
		"implied-plan.budget-revenue-2023.dong-mon":          "noted 5.5 - - 0/0 28991 to 29817",
		"implied-plan.budget-spending-2023.dong-mon":         "noted 17 - - 0/0 7675 to 8382",
		"implied-plan.budget-revenue-2023.thach-quy":         "noted 6 - - 0/0 2464 to 3164",
		"implied-plan.budget-spending-2023.thach-quy":        "noted 13.7 - - 0/0 6706 to 6792",
		"over-plan.revenue-attainment-2021-2022.thach-ha":    "noted 232 - - 0/0",
		"over-plan.revenue-attainment-2021-2022.thach-trung": "noted 221.6 - - 0/0",
		"over-plan.revenue-attainment-2021-2022.nam-ha":      "noted 166 - - 0/0",
		"over-plan.revenue-attainment-2021-2022.thach-quy":   "noted 160.3 - - 0/0",
		"over-plan.revenue-attainment-2021-2022.tran-phu":    "noted 135.6 - - 0/0",
	}
	holdExactly(t, r.Reconciliations, want)
}

// holdExactly compares what was found with what is wanted, by id; nothing may be missing or be there beside.
func holdExactly(t *testing.T, all []*derive.Reconciliation, want map[string]string) {
	t.Helper()
	for _, c := range all {
		if got := summary(c); got != want[c.ID] {
			t.Errorf("%s: got %q, want %q", c.ID, got, want[c.ID])
		}
		delete(want, c.ID)
		if len(c.Places()) == 0 || c.Ask == nil || c.Ask.ID != "thuong-truc-hdnd" || c.Status != nil {
			t.Errorf("%s: at %v, ask %v, status %v", c.ID, c.Places(), c.Ask, c.Status)
		}
	}
	for id := range want {
		t.Errorf("missing: %s", id)
	}
}

func covers279(t *testing.T) []derive.Cover {
	for _, c := range report279(t).Reconciliations {
		if c.Rule == derive.Covering {
			return c.Covers
		}
	}
	return nil
}

// TestTotalsOfTableIII5CoverDifferentRows holds that every candidate is named and none is chosen.
func TestTotalsOfTableIII5CoverDifferentRows(t *testing.T) {
	var got []string
	for _, cover := range covers279(t) {
		for _, set := range cover.Without {
			row := cover.Total.At.Column + " without"
			for _, f := range set {
				row += " " + f.At.String()
			}
			got = append(got, row)
		}
	}
	if s, want := strings.Join(got, "; "), "thu without III.5/r2/thu; thu without III.5/r12/thu; chi without"; s != want {
		t.Errorf("got %s, want %s", s, want)
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
	out += fmt.Sprintf(" %d/%d", c.N, c.Of)
	if c.PrintedAs != "" {
		out += " " + c.PrintedAs + " " + c.ReadAs
	}
	if c.Days > 0 {
		out += fmt.Sprintf(" %d days", c.Days)
	}
	if c.Implied != nil {
		out += fmt.Sprintf(" %s to %s", c.Implied.Low, c.Implied.High)
	}
	return out
}

func report279(t *testing.T) *derive.Result {
	tree, found := source.Load(os.DirFS("../.."))
	p, more := check.Portal(tree)
	if p == nil {
		t.Fatalf("the repository's portal is not accepted: %v", append(found, more...))
	}
	return derive.All(p, p.Newest().AsOf, strings.Compare)
}
