package check

import (
	"strings"
	"testing"
)

// A unit has figures in its time, and of its time also in a report that came later.
func TestAFigureIsOfAUnitOfItsTime(t *testing.T) {
	for _, c := range []struct {
		dates, period string // the dates of nam-ha; the name of the period of budget and trees
		want          bool
	}{
		{"valid-from = 2023-04-21", "", false},
		{"valid-from = 2023-04-22", "", true},
		{"valid-to = 2023-01-01", "", false},                    // merged in the year of the report
		{"valid-to = 2022-12-31", "", true},                     // gone before that year
		{"valid-to = 2022-12-31", "từ năm 2022 đến nay", false}, // the period goes back to its time
		{"valid-to = 2021-12-31", "từ năm 2022 đến nay", true},
	} {
		changes := []change{{fUnits, "valid-from = 2000-01-01", c.dates}}
		if c.period != "" {
			changes = append(changes, change{fReport, `"đến lúc khảo sát"`, `"` + c.period + `"`})
		}
		_, findings := load(broken(t, changes...))
		got := false
		for _, f := range told(findings) {
			got = got || strings.Contains(f, "36-2022.toml:12:1 unit-not-then")
		}
		if got != c.want {
			t.Errorf("%s, %q: got %v of %q", c.dates, c.period, got, told(findings))
		}
	}
}
