package check

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// withOlder is the valid portal with an older round of its own tables, two units of one name, two periods
// of one indicator, and a part that is called like a unit.
func withOlder(t *testing.T) fstest.MapFS {
	files := broken(t,
		change{fUnits, `aliases = ["Thạch Hà", "xa-thach-ha"]`, `aliases = ["Thạch Hà", "xa-thach-ha", "Hà Nam"]`},
		change{fUnits, `name = "Nam Hà"`, "name = \"Nam Hà\"\naliases = [\"Hà Nam\"]"},
		change{fCh56, "[figures.attained]", "[figures.revenue-2022]\nindicator = \"revenue\"\nperiod = \"survey\"\nat = \"III.5\"\ntotal = 900\n[figures.attained]"},
		change{fCh56, "[figures.attained]", "[figures.whole]\nindicator = \"whole\"\nperiod = \"survey\"\nat = \"III.5\"\ntotal = 9\n[figures.whole.units]\nthanh-pho = 9\n" +
			"[figures.long]\nindicator = \"long\"\nperiod = \"survey\"\nat = \"III.5\"\ntotal = 0.00000001\n[figures.long.units]\nnam-ha = { value = 999999999999999, plan = 0.01 }\n[figures.attained]"},
		change{fBudget, "[indicator.revenue]", "[indicator.whole]\nname = \"Cả\"\nmeasure = \"money\"\nunit-of-measure = \"đồng\"\nsummable = true\n[indicator.long]\nname = \"Dài\"\nmeasure = \"money\"\nunit-of-measure = \"đồng\"\nsummable = true\n[indicator.revenue]"},
		change{fTrees, `primary = "Tiểu học"`, `primary = "Tiểu học", van-yen = "Văn Yên"`},
		change{fCh36, "primary = 63", "primary = 63\nvan-yen = 3"})
	for name, text := range map[string]string{
		"data/reports/2-kh/report.toml": "as-of = 2023-02-13\n[period.survey-2022]\nname = \"x\"\n[section.i]\nat = \"I\"\ntitle = \"x\"\n",
		"data/reports/2-kh/x.toml":      "[figures.old]\nindicator = \"trees\"\nperiod = \"survey-2022\"\nat = \"I\"\ntotal = 5\n[figures.old.units]\nnam-ha = 2\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	files["content/units/nam-ha.md"] = &fstest.MapFile{Data: []byte(ofFirst + valid["content/units/nam-ha.md"])}
	files[fAbout] = &fstest.MapFile{Data: []byte(strings.Replace(valid[fAbout], "+++\n", "+++\nround = \"1-bc\"\n", 1))}
	return files
}

// ofFirst is the front matter of a text that speaks of the valid portal's own round.
const ofFirst = "+++\nround = \"1-bc\"\n+++\n"

func TestABindingThatCannotBePrintedIsToldAtItsPlace(t *testing.T) {
	for ref, want := range map[string]string{
		// what is printed
		"trees/thach-ha as share": "", "pupils/part.primary as share": "", "pupils/part.primary as share as words": "",
		"trees/total less trees/thach-ha": "", "revenue-2023/total less revenue-2023/city as words": "", "old/total@2-kh": "", "revenue-2023/thach-ha.plan less revenue-2023/thach-ha": "",
		"trees/total less old/total@2-kh": "", "old/nam-ha@2-kh less trees/nam-ha": "", "attained/nam-ha.percent less attained/thach-ha": "",
		"old/nam-ha@2-kh as share": "", "work@2-kh as late": "", "trees/van-yen": "", "trees/khu-pho": "", "trees/nam-ha": "", "stage/thach-ha": "",

		// names that nobody has
		"treez/total":                       `không có bảng số liệu "treez" | có phải "trees"?`,
		"qqqqqq/total":                      `không có bảng số liệu "qqqqqq" | `,
		"old/total":                         `bảng "old" không có ở báo cáo 1-bc, chỉ có ở báo cáo 2-kh | nếu muốn nói về báo cáo đó, viết old/total@2-kh`,
		"trees/total less old/nam-ha.plan":  `bảng "old" không có ở báo cáo 1-bc, chỉ có ở báo cáo 2-kh | nếu muốn nói về báo cáo đó, viết old/nam-ha.plan@2-kh`,
		"trees/total@2-kh":                  `bảng "trees" không có ở báo cáo 2-kh, chỉ có ở báo cáo 1-bc | nếu muốn nói về báo cáo đó, viết trees/total@1-bc`,
		"old as reported":                   `bảng "old" không có ở báo cáo 1-bc, chỉ có ở báo cáo 2-kh | nếu muốn nói về báo cáo đó, viết old@2-kh`,
		"revenue/total":                     `"revenue" có thể hiểu là một trong: revenue-2023, revenue-2022 | viết rõ cái muốn nói: {{ `,
		"trees/thach-haa":                   `không có số liệu "thach-haa" | có phải "thach-ha"?`,
		"trees/xa-thach-ha":                 `không có số liệu "xa-thach-ha" | có phải "thach-ha"?`,
		"trees/phuong-cu":                   `không có số liệu "phuong-cu" | có phải "cu"?`,
		"trees/ha-nam":                      `"ha-nam" có thể hiểu là một trong: thach-ha, nam-ha | viết rõ cái muốn nói: {{ `,
		"pupils/primary":                    `không có số liệu "primary" | có phải "part.primary"?`,
		"pupils/van-yen":                    `bảng không có số của đơn vị "van-yen", mà có part.van-yen | viết part.van-yen`,
		"stage/identified":                  `không có số liệu "identified" | có phải "count.identified"?`,
		"stage/total":                       `không có số liệu "total" | dùng một trong: count.identified, thach-ha, nam-ha`,
		"trees/total.pecent":                `không có phần của ô "pecent" | có phải "percent"?`,
		"trees/total.state":                 `không có phần của ô "state" | dùng một trong: percent, plan, published`,
		"trees/total less trees/total.plna": `không có phần của ô "plna" | có phải "plan"?`,
		"trees/total as shaer":              `không có dạng in "shaer" | có phải "share"?`,
		"trees/total as tens":               `không có dạng in "tens" | dùng một trong: ratio, share, sum, rest, words`,
		"trees/total as reported":           `reported là của cả bảng, không phải của một ô | viết {{ trees as reported }}`,
		"trees as share":                    `share là của một ô, không phải của cả bảng | viết {{ trees/total as share }}, hoặc mã đơn vị thay cho total`,
		"trees/total@3-bc":                  `không có báo cáo "3-bc" | có phải "1-bc"?`,
		"trees/total less old/total@2-hk":   `không có báo cáo "2-hk" | có phải "2-kh"?`,
		"work@2-hk as late":                 `không có báo cáo "2-hk" | có phải "2-kh"?`,
		"work as laet":                      `không có tình trạng "laet" | có phải "late"?`,
		"trees as units in blnk":            `không có tình trạng "blnk" | có phải "blank"?`,

		// states and gaps are not computed with
		"trees/van-yen as share":                 `ô này ghi tình trạng in-progress, không có số để tính`,
		"trees/khu-pho as share":                 `báo cáo không nêu số của đơn vị này, nên không có gì để tính`,
		"revenue-2023/van-yen as ratio":          `ô này ghi tình trạng blank, không có số để tính`,
		"trees/total less trees/van-yen":         `ô này ghi tình trạng in-progress, không có số để tính`,
		"trees/khu-pho less trees/total":         `báo cáo không nêu số của đơn vị này, nên không có gì để tính`,
		"trees/van-yen as words":                 `ô này không có số để viết thành chữ`,
		"attained/nam-ha":                        `ô này chỉ có tỷ lệ phần trăm: viết .percent`,
		"stage/thach-ha less stage/nam-ha":       `ô này ghi tình trạng told, không có số để tính`,
		"trees/total less trees/total.plan":      `ô này không có plan`,
		"trees/total less trees/total.published": `published là chữ trong ô, không trừ được`,

		// what may not be computed
		"trees/total as share":                           `share chỉ dùng với một đơn vị hoặc một phần part.…`,
		"revenue-2023/city as share":                     `share chỉ dùng với một đơn vị`,
		"stage/count.identified as share":                `share chỉ dùng với một đơn vị`,
		"attained/thach-ha as share":                     `không cộng lại được (summable), nên không có tỷ trọng`,
		"revenue-2023/thach-ha.plan as share":            `share là của cả ô, không phải của .plan`,
		"trees/total less revenue-2023/total":            `hai số khác đơn vị tính (cây và triệu đồng), không trừ được`,
		"revenue-2023/thach-ha.percent less trees/total": `hai số khác đơn vị tính (% và cây)`,
		"trees/total less stage/count.identified":        `hai số khác đơn vị tính (cây và đơn vị)`,
		"trees/total as ratio":                           `ô này không in đủ hai số: thực hiện và kế hoạch`,
		"revenue-2022/total as rest":                     `(summable), hoặc không đơn vị nào có số`,
		"whole/total as sum":                             `(summable), hoặc không đơn vị nào có số`,
		"whole/total as rest":                            `(summable), hoặc không đơn vị nào có số`,
		"long/total as sum":                              `không cộng đúng từng chữ số được`,
		"long/nam-ha as ratio":                           `tỷ lệ lớn quá`,
		"long/nam-ha as share":                           `tỷ lệ lớn quá`,
	} {
		files := withOlder(t)
		text := ofFirst + "ở {{ " + ref + " }}"
		files["content/pages/home.md"] = &fstest.MapFile{Data: []byte(text)}
		p, findings := load(files)
		got := strings.Join(told(findings), "\n")
		if want == "" {
			if p == nil || got != "" {
				t.Errorf("%s: %s", ref, got)
			}
			continue
		}
		place := fmt.Sprintf("content/pages/home.md:4:3 binding-unknown {{ %s }}: ", ref)
		if p != nil || len(findings) != 1 || !strings.HasPrefix(got, place) || !strings.Contains(got, want) {
			t.Errorf("%s: got %s\nwant %s", ref, got, want)
		}
		if len(findings) == 1 && findings[0].Width != len("{{ "+ref+" }}") {
			t.Errorf("%s: %d characters are underlined", ref, findings[0].Width)
		}
	}
}

func TestNothingIsLeftOfATotalWhoseUnitsAreAllNamed(t *testing.T) {
	files := broken(t, change{fCh36, `van-yen = "in-progress"`, "van-yen = \"in-progress\"\nkhu-pho = 7"})
	_, findings := load(files)
	if got := told(findings); len(got) != 1 || !strings.Contains(got[0], "content/resolutions/36-2022.md:14:36 binding-unknown {{ trees/total as rest }}: đơn vị nào cũng có tên trong bảng") {
		t.Errorf("got %q", got)
	}
}

func TestADifferenceThatCannotBeKeptIsRefused(t *testing.T) {
	files := broken(t, change{fCh56, "city = 30", "city = 0.00000000000001"}, change{fCh56, "value = 1273.5", "value = 123456789012345"},
		change{fAbout, "revenue-2023/total as sum", "revenue-2023/total less revenue-2023/city"})
	if p, findings := load(files); p != nil || !strings.Contains(strings.Join(told(findings), "\n"), "hiệu của hai số dài quá") {
		t.Errorf("got %q", told(findings))
	}
}

func TestANameOfTwoUnitsIsNotGuessed(t *testing.T) {
	files := withOlder(t)
	files["content/units/ha-nam.md"] = &fstest.MapFile{Data: []byte("x")}
	if _, findings := load(files); len(findings) != 1 || findings[0].Hint("vi") != "tên này là của: thach-ha, nam-ha" {
		t.Errorf("got %q", told(findings))
	}
}

func TestAMatrixWithoutTablesIsOfTheNewestRound(t *testing.T) {
	block := "+++\nround = \"%s\"\n+++\n```figure\nkind = \"matrix\"\ntitle = \"x\"\n```\n"
	for round, want := range map[string]string{"1-bc": "", "2-kh": "content/pages/home.md:4:1 figure-tables ma trận không ghi bảng nào thì lấy báo cáo mới nhất, còn bài này nói về báo cáo khác | ghi các bảng: tables = [\"…\"]"} {
		files := withOlder(t)
		files["content/pages/home.md"] = &fstest.MapFile{Data: fmt.Appendf(nil, block, round)}
		if _, findings := load(files); strings.Join(told(findings), "\n") != want {
			t.Errorf("%s: got %q", round, told(findings))
		}
	}
}
