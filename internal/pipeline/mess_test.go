package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/sheet"
)

// realPortal is a copy of this repository's portal.
func realPortal(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, top := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, top), os.DirFS(filepath.Join("../..", top))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// filled is one cell of a form: the figure's table and unit, the head of the column, and what was put there.
type filled struct {
	table, unit, head string
	cell              sheet.Cell
}

func wrote(words string) sheet.Cell { return sheet.T(sheet.Plain, words) }

func counted(digits string) sheet.Cell { return sheet.N(sheet.Plain, digits) }

// plain is what people write that has one reading.
var plain = []filled{
	{"trees-planted", "dai-nai", "Số liệu", wrote("1.234")},                         // as in print
	{"trees-planted", "bac-ha", "Số liệu", wrote(" 56 cây ")},                       // with what is counted
	{"trees-planted", "nam-ha", "Số liệu", wrote("7\u00a0890")},                     // a no-break space between the groups
	{"trees-planted", "tan-giang", "Đơn vị", wrote("P. TÂN GIANG")},                 // capitals, a short kind word
	{"trees-planted", "tan-giang", "Số liệu", counted("0")},                         // a printed 0
	{"trees-planted", "van-yen", "Đơn vị", wrote("phuong van yen")},                 // no marks
	{"trees-planted", "van-yen", "Tình trạng", wrote(" đang  TRIỂN khai")},          // a state in other capitals
	{"trees-planted", "dong-mon", "Đơn vị", wrote("xã Đo\u0302\u0300ng Mo\u0302n")}, // letters in parts
	{"trees-planted", "dong-mon", "Số liệu", counted("1.5E+2")},                     // as a spreadsheet keeps it
	{"trees-planted", "thach-ha", "Ghi chú", wrote("Dòng “một”\nvà dòng hai")},      // a note on two lines
	{"budget-spending-2023", "thach-linh", "Số liệu", wrote("886,5")},               // a decimal as in print
}

// TestAMessWithOneReadingBecomesExactlyTheseLines fills the form of the real report as wards do.
func TestAMessWithOneReadingBecomesExactlyTheseLines(t *testing.T) {
	root := realPortal(t)
	before := texts(t, root)
	file, b := formed(t, root)
	for _, f := range plain {
		fillIn(t, b, f.table, f.unit, f.head, f.cell)
	}
	save(t, file, b)
	for again := range 2 {
		m := readForm(t, root, file)
		if len(m.Findings) > 0 {
			t.Fatal(spoken(m))
		}
		if err := m.Write(); err != nil {
			t.Fatal(err)
		}
		got := lineDiff(before, texts(t, root))
		want := []string{
			`36-2022.toml: -thach-ha   = { value = 11383, note = "Báo cáo nêu là đơn vị trồng nhiều ở khối xã." }`,
			`36-2022.toml: +thach-ha   = { value = 11383, note = "Dòng “một”\nvà dòng hai" }`,
			`36-2022.toml: +bac-ha     = 56`,
			`36-2022.toml: +dai-nai    = 1234`,
			`36-2022.toml: +nam-ha     = 7890`,
			`36-2022.toml: +tan-giang  = 0`,
			`36-2022.toml: +van-yen    = "in-progress"`,
			`36-2022.toml: +dong-mon   = 150`,
			`56-2022.toml: -thach-linh  = { value = 886.3, at = "III.5/r3/chi" }`,
			`56-2022.toml: +thach-linh  = { value = 886.5, at = "III.5/r3/chi" }`,
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("the %d. time the lines are\n%s\nwant\n%s", again+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if changes := len(m.Plan.Changes); again == 1 && changes > 0 {
			t.Errorf("the second time %d figures change", changes)
		}
	}
}

// TestAMessWithoutOneReadingIsRefusedCellByCell holds that nothing is guessed and nothing is written.
func TestAMessWithoutOneReadingIsRefusedCellByCell(t *testing.T) {
	root := realPortal(t)
	before := texts(t, root)
	file, b := formed(t, root)
	for _, f := range []filled{
		{"trees-planted", "dai-nai", "Số liệu", wrote("1,234")},
		{"trees-planted", "bac-ha", "Số liệu", wrote("khoảng 50")},
		{"trees-planted", "nam-ha", "Số liệu", counted("5227.12345678901234")},
		{"trees-planted", "tan-giang", "Số liệu", sheet.Cell{Kind: sheet.Date, Text: "45292"}},
		{"trees-planted", "van-yen", "Tình trạng", wrote("xong")},
		{"trees-planted", "thach-ha", "Số liệu", sheet.Cell{}},
		{"trees-planted", "tran-phu", "Tình trạng", wrote("Đang triển khai")},
		{"trees-planted", "ha-huy-tap", "Đơn vị", wrote("Hà Huy Tập Hai")},
		{"trees-planted", "ha-huy-tap", "Số liệu", counted("5")},
		{"trees-planted", "dong-mon", "Số liệu", wrote("-")},
		{"budget-revenue-2023", "dai-nai", "Số liệu", counted("1200")},
		{"budget-revenue-2023", "bac-ha", "Tỷ lệ (%)", wrote("20%, 21%")},
	} {
		fillIn(t, b, f.table, f.unit, f.head, f.cell)
	}
	save(t, file, b)
	var first []string
	for again := range 2 {
		m := readForm(t, root, file)
		got := spoken(m)
		if again == 0 {
			first = got
		} else if !slices.Equal(first, got) {
			t.Errorf("the second time it says %q", got)
		}
		if len(m.Plan.Changes) > 0 || len(m.Files) > 0 {
			t.Errorf("%d figures would be written", len(m.Plan.Changes))
		}
	}
	if diff := lineDiff(before, texts(t, root)); len(diff) > 0 {
		t.Errorf("written: %q", diff)
	}
	want := []string{
		`"trees-planted", ô C7 sheet-number: "khoảng 50" không phải`,
		`"trees-planted", ô C8 sheet-number: "1,234" có thể đọc thành hai số`,
		`"trees-planted", ô B9 sheet-unit: mã "ha-huy-tap" là của phường Hà Huy Tập`,
		`"trees-planted", ô C10 sheet-number: 5227.12345678901234 có quá 15 chữ số`,
		`"trees-planted", ô C12 sheet-number: ô này là ngày tháng`,
		`"trees-planted", ô F15 sheet-both: phường Trần Phú vừa có số vừa có`,
		`"trees-planted", ô F16 sheet-state: không có tình trạng "xong"`,
		`"trees-planted", ô C17 sheet-number: "-" có thể là`,
		`"trees-planted", ô C19 sheet-cleared: ô trống, nhưng trong dữ liệu xã Thạch Hạ đang có: 11.383`,
		`"budget-revenue-2023", ô E7 sheet-number: "20%, 21%" có hai con số`,
		`"budget-revenue-2023", ô H8 sheet-published: số của phường Đại Nài đổi, nhưng nguyên văn vẫn là "1.100/14.170=7,4%"`,
	}
	for i, says := range want {
		if i >= len(first) || !strings.Contains(first[i], says) {
			t.Fatalf("found\n%s\nwant\n%s", strings.Join(first, "\n"), strings.Join(want, "\n"))
		}
	}
	if len(first) != len(want) {
		t.Errorf("%d findings too many: %q", len(first)-len(want), first[len(want):])
	}
}

func spoken(m *Import) []string {
	var out []string
	for _, f := range m.Findings {
		out = append(out, fmt.Sprintf("%s %s: %s", f.Place("vi"), f.Rule.ID, f.Message("vi")))
	}
	return out
}

// texts are the files of the report, line by line.
func texts(t *testing.T, root string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	files, err := filepath.Glob(filepath.Join(root, "data/reports/279-bc-hdnd/*.toml"))
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(name)] = strings.Split(string(text), "\n")
	}
	return out
}

// lineDiff are the lines that came and went, in no order; lines that only moved are none of them.
func lineDiff(before, after map[string][]string) []string {
	var out []string
	for name := range after {
		count := map[string]int{}
		for _, line := range after[name] {
			count[line]++
		}
		for _, line := range before[name] {
			count[line]--
		}
		for line, n := range count {
			for ; n > 0; n-- {
				out = append(out, name+": +"+line)
			}
			for ; n < 0; n++ {
				out = append(out, name+": -"+line)
			}
		}
	}
	return out
}
