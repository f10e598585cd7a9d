package check

import (
	"strings"
	"testing"
)

// earlierReport is the valid portal with an older report of one table, for a period with that id and name.
func earlierReport(t *testing.T, id, name string) map[string]string {
	t.Helper()
	return map[string]string{
		"data/reports/0-bc/report.toml": "as-of = 2022-04-21\n[period." + id + "]\nname = \"" + name + "\"\ncomplete = true\n",
		"data/reports/0-bc/all.toml":    "[figures.trees]\nperiod = \"" + id + "\"\nat = \"I\"\ntotal = 7\n",
		"content/units/nam-ha.md":       ofFirst + valid["content/units/nam-ha.md"],
		fAbout:                          strings.Replace(valid[fAbout], "+++\n", "+++\nround = \"1-bc\"\n", 1),
		"data/documents.toml":           "[document.0-bc]\nnumber = \"0/BC\"\nkind = \"Báo cáo\"\n" + valid["data/documents.toml"],
	}
}

func TestOnePeriodIDIsOnePeriodInEveryReport(t *testing.T) {
	over := change{fReport, `name = "năm 2023"`, "name = \"năm 2023\"\ncomplete = true"}
	open := change{fReport, `name = "năm 2023"`, `name = "năm 2023"`}
	for _, c := range []struct {
		change
		id, name, want string
	}{
		{open, "y2023", "năm 2023", `kỳ "y2023" cũng có ở data/reports/0-bc/report.toml:2:9 và chưa kết thúc khi lấy số`},
		{over, "y2023", "nửa đầu năm 2023", `kỳ "y2023" là "nửa đầu năm 2023" ở data/reports/0-bc/report.toml:2:9, ở đây là "năm 2023"`},
		{over, "survey", "đến lúc khảo sát", `kỳ "survey" cũng có ở data/reports/0-bc/report.toml:2:9; tên "đến lúc khảo sát" không cho biết`},
		{over, "y2023", "năm 2023", ""},
		{over, "survey-2022", "đến lúc khảo sát", ""},
	} {
		files := broken(t, c.change)
		for name, body := range filesOf(earlierReport(t, c.id, c.name)) {
			files[name] = body
		}
		_, findings := load(files)
		switch {
		case c.want == "" && len(findings) > 0:
			t.Errorf("%s %q: %v", c.id, c.name, told(findings))
		case c.want != "" && (len(findings) != 1 || findings[0].Rule.ID != "period-twice" || findings[0].Pos.File != fReport || !strings.Contains(findings[0].Message("vi"), c.want)):
			t.Errorf("%s %q: %v, want %s", c.id, c.name, told(findings), c.want)
		}
	}
}

func TestANewerReportOnTheSamePeriodIsFoundFromTheOlder(t *testing.T) {
	files := broken(t, change{fReport, `name = "đến lúc khảo sát"`, `name = "đến lúc khảo sát 2023"`})
	for name, body := range filesOf(earlierReport(t, "survey", "đến lúc khảo sát 2023")) {
		files[name] = body
	}
	p, findings := load(files)
	if p == nil {
		t.Fatal(told(findings))
	}
	older, newer := p.Rounds[0].Table("trees").Total, p.Rounds[1].Table("trees").Total
	same(t, "later and earlier", []any{older.Later() == newer, newer.Later() == nil, len(older.Earlier()), newer.Earlier()[0] == older}, "[true true 0 true]")
}
