package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/diag"
)

// warned reads the valid portal with one more page and gives what is warned of in it: column+width and the
// text under the caret.
func warned(t *testing.T, text string, changes ...change) []string {
	t.Helper()
	files := broken(t, changes...)
	files["content/pages/home.md"] = filesOf(map[string]string{"x": text})["x"]
	_, findings := load(files)
	var out []string
	for _, f := range findings {
		if f.Rule.ID != ruleUnbound.ID || f.Rule.Severity != diag.Warning {
			t.Errorf("%q: %s", text, told(diag.List{f}))
			continue
		}
		out = append(out, fmt.Sprintf("%d:%d+%d %s", f.Pos.Line, f.Pos.Col, f.Width, f.Args[0]))
	}
	return out
}

func TestANumberTypedIntoProseIsWarnedOf(t *testing.T) {
	for text, want := range map[string]string{
		"Đã trồng 32.670 cây.":              "1:10+6 32.670",
		"Ở phường ấy, đạt 7,4%.":            "1:18+4 7,4%",
		"Đạt 7,4 %.":                        "1:5+5 7,4 %",
		"Tổng thu 22 556 triệu đồng.":       "1:10+6 22 556",
		"Tổng thu 22\u00a0556 triệu.":       "1:10+6 22\u00a0556",
		"Trồng\u202f１２ cây":                 "1:7+2 １２",
		"Có ٣ đơn vị":                       "1:4+1 ٣",
		"Thu 1.100/14.170.":                 "1:5+5 1.100, 1:11+6 14.170",
		"Có 04 đơn vị.":                     "1:4+2 04",
		"**15**/15 đơn vị":                  "1:3+2 15, 1:8+2 15",
		"Dài 10km, rộng 5 m2":               "1:5+2 10, 1:16+1 5",
		"Trồng5 cây":                        "1:6+1 5",
		"dòng một\nđược 844 cây":            "2:6+3 844",
		"- ý\n  - còn 60 cây":               "2:9+2 60",
		"| a | b |\n|--|--|\n| x | đủ 69 |": "3:10+2 69",
		"> ghi chú 12 cây":                  "1:11+2 12",
		"[có 8 đơn vị](units)":              "1:5+1 8",
		"## Đủ 15 đơn vị":                   "1:7+2 15",
		"con số 36 cây, tổng số 36":         "1:8+2 36, 1:24+2 36",
		"kế hoạch 15.000 triệu":             "1:10+6 15.000",
		"Trong năm có 2022 cây":             "1:14+4 2022",
		"từ 2016 đến nay":                   "1:4+4 2016",
		"mỗi tháng 3 lần, mỗi lớp 35 em":    "1:11+1 3, 1:26+2 35",
		"đạt điểm 8,5":                      "1:10+3 8,5",
		"giai đoạn 3%":                      "1:11+2 3%",
		"theo Điều 7, 15 người được hưởng":  "1:14+2 15",
		"theo Điều 7 và 15 người":           "1:16+2 15",
		"tập 5 người, cấp 100 cây":          "1:5+1 5, 1:18+3 100",
		"danh mục 15 công trình":            "1:10+2 15",
		"tiêu biểu 3 đơn vị, mô hình 5 hộ":  "1:11+1 3, 1:29+1 5",
		"mỗi giai đoạn 3 năm, một ngày 4":   "1:15+1 3, 1:31+1 4",
		"cấp 15 cây trong vòng 5 ngày":      "1:5+2 15, 1:23+1 5",
		"khoản 5 triệu, Điều 7 tỷ đồng":     "1:7+1 5, 1:21+1 7",
		"{{ trees/total }} cây, 5 nơi":      "1:24+1 5",
		"Nghị quyết 36 có 38 cây":           "1:18+2 38",
		"ngày 12/7/2022 trồng 12 cây":       "1:22+2 12",
	} {
		if got := strings.Join(warned(t, text), ", "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// leftAlone are texts whose digits are no figures.
var leftAlone = []string{
	"ngày 21/4/2023", "ngày 12/7/2022 và 1-2-2023", "Ngày 5, ngày 11/10", "2023-04-21", "tháng 4 năm 2023", "tháng 4/2023",
	"tháng 10 hoặc tháng 11", "tháng 10 đến 12", "năm 2021, 2022", "năm 2021; 2022", "của năm 2021 hay 2022", "đầu năm 2016",
	"giai đoạn 2022-2025", "2022–2025", "nhiệm kỳ 2021 - 2026", "quý II/2023", "quý 2 năm 2023", "thế kỷ 21",
	"Báo cáo 1/BC-HĐND", "279/BC-HĐND", "45/2019/QH14", "15/2021/NĐ-CP", "Nghị quyết 36", "nghị quyết 36, 56", "Nghị quyết số 36/NQ-HĐND",
	"Nghị quyết 36 và 56 nói", "văn bản số 36", "Kế hoạch 2", "nghị định 15", "Quyết định số 99", "Điều 7", "Điều 7, 8 của Nghị quyết 38",
	"Điều 7, Điều 8", "khoản 1 điều 4", "mục III.5", "mục 1.2", "III.5 và V.3", "kỳ họp thứ 5", "từ kỳ họp thứ 5 đến thứ 10", "khóa 21", "khoá XXI",
	"thu giá dịch vụ giai đoạn 3 theo", "tổ dân phố 4", "thôn 3", "quốc lộ 1", "giấy A4", "COVID-19", "rộng năm m2", "lúc 14:30, 8h15",
	"{{! 36 }} và `5`", "[x](https://a.vn/8)", "<https://a.vn/8>", "xem https://a.vn/2022?x=8", "thư a1@b2.vn", "a&#160;b", "ĐT 0239 385 5555",
	"1. một\n2. hai", "3) ba", "## 1. Mở đầu", "## 1.2 Mở đầu", "## 2\\. Thu", "```figure\nkind = \"bars\"\ntables = [\"trees\"]\ntitle = \"Năm 2023\"\n```",
	"    mã 12", "ba mươi đơn vị", "{{ trees/total }} cây", "Đội quang 2 và đội quang 2",
}

func TestDigitsThatAreNoFigureAreLeftAlone(t *testing.T) {
	for _, text := range leftAlone {
		got := warned(t, text, change{fCh56, `name = "Đường A"`, `name = "Đội quang 2"`})
		if len(got) > 0 {
			t.Errorf("%q: warned of %q", text, got)
		}
	}
}

func TestColumnsAreThoseOfComposedLetters(t *testing.T) {
	composed := "Ở phường Thạch Quý đã trồng 844 cây"
	decomposed := "O\u0309 phu\u031bo\u031b\u0300ng Tha\u0323ch Quy\u0301 đa\u0303 tro\u0302\u0300ng 844 cây"
	want := "1:29+3 844"
	for _, text := range []string{composed, decomposed} {
		if got := strings.Join(warned(t, text), ", "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	if got := strings.Join(warned(t, "nga\u0300y 5/4/2023, Đie\u0302\u0300u 7"), ", "); got != "" {
		t.Errorf("decomposed words are not known: %q", got)
	}
}

func TestTheFrontMatterIsProseToo(t *testing.T) {
	text := "+++\ntitle = \"Năm 2023: 5 việc\"\nlead = \"Ở đó 844 cây, **ngày 5/4/2023**\"\n[fact.a]\nlabel = \"Đợt 2, 7 việc\"\nvalue = \"12\"\nnote = \"cây, {{ trees/total }}\"\n+++\n"
	want := "2:20+1 5, 3:14+3 844, 5:17+1 7, 6:10+2 12"
	if got := strings.Join(warned(t, text), ", "); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheBindingsThatPrintTheNumberAreOffered(t *testing.T) {
	for text, want := range map[string]string{
		"có 32670 cây":                  "nếu là số liệu, viết {{ trees/total }};",
		"có 32.670 cây":                 "{{ trees/total }};",
		"có 1.273,5 triệu":              "{{ revenue-2023/total }};",
		"có 1,273.5 triệu":              "{{ revenue-2023/total }};",
		"có 30 triệu":                   "{{ revenue-2023/city }};",
		"có 063 em":                     "{{ pupils/part.primary }};",
		"có 01 đơn vị":                  "{{ stage/count.identified }};",
		"có 14 170 triệu":               "{{ revenue-2023/thach-ha.plan }};",
		"đạt 7,4%":                      "{{ revenue-2023/thach-ha.percent }};",
		"đạt 232%":                      "{{ attained/thach-ha }};",
		"đạt 7,4 triệu":                 "không có số liệu nào bằng số ấy",
		"có 232 cây":                    "không có số liệu nào bằng số ấy",
		"có 9.999 cây":                  "viết {{! 9.999 }}",
		"có １２２ em":                     "{{ pupils/total }};",
		"có 1234567890123456789012 cây": "không có số liệu nào",
	} {
		files := broken(t)
		files["content/pages/home.md"] = filesOf(map[string]string{"x": text})["x"]
		_, findings := load(files)
		if len(findings) != 1 || !strings.Contains(findings[0].Hint("vi"), want) {
			t.Errorf("%q: got %q, want %q", text, told(findings), want)
		}
	}
	same := []change{{fCh36, "nam-ha = { value = 844, note = \"ít\" }", "nam-ha = 32670\nkhu-pho = 32670"}, {fCh36, "total = 122", "total = 32670"}}
	files := broken(t, same...)
	files["content/pages/home.md"] = filesOf(map[string]string{"x": "có 32.670"})["x"]
	_, findings := load(files)
	if got := findings[0].Hint("vi"); !strings.Contains(got, "viết {{ trees/total }}, {{ pupils/total }}, {{ trees/nam-ha }};") {
		t.Errorf("totals first, three at most: %q", got)
	}
}

// englishProse is text and what is warned of in it.
var englishProse = map[string]string{
	"On 21 April 2023 and July 12, 2022, in 2023, April 2023, Q2 2023":    "",
	"Article 7, section III.5, the 5th session, resolution 36, phase 3":   "",
	"from 2021 to 2022, the years 2022-2025, clause 1, Resolution No. 36": "",
	"Planted 32,670 trees; 7.4% of 14,170":                                "1:9+6 32,670, 1:23+4 7.4%, 1:31+6 14,170",
	"ngày 5, Điều 7":                                                      "1:6+1 5, 1:14+1 7",
	"Of 15 wards, 4 reported in the 3 days":                               "1:4+2 15, 1:14+1 4, 1:32+1 3",
}

func TestEnglishProseHasItsOwnForms(t *testing.T) {
	english := change{fPortal, `locale = "vi"`, `locale = "en"`}
	for text, want := range englishProse {
		if got := strings.Join(warned(t, text, english), ", "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	files := broken(t, english)
	files["content/pages/home.md"] = filesOf(map[string]string{"x": "Planted 32,670 trees"})["x"]
	if _, findings := load(files); len(findings) != 1 || !strings.Contains(findings[0].Hint("en"), "write {{ trees/total }};") {
		t.Errorf("got %q", told(findings))
	}
}

// A pattern without a reason cannot be judged, and one that no text of the tests meets may be wrong.
func TestEveryPatternHasAReasonAndMeetsAText(t *testing.T) {
	texts := slices.Concat(leftAlone, slices.Collect(maps.Keys(englishProse)))
	for _, n := range nofigures {
		c := compile(n)
		if n.why == "" || !slices.ContainsFunc(texts, func(s string) bool { return len(c.in(s)) > 0 }) {
			t.Errorf("%+v", n)
		}
	}
}

// Where a line could not be read, nobody can say that no figure is the number.
func TestANumberIsNotCalledUnknownWhereAFigureCouldNotBeRead(t *testing.T) {
	files := broken(t, change{fCh36, "thach-ha = 11383", "thach-ha = 11.383.000"})
	files["content/pages/thu.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"Thử\"\nround = \"1-bc\"\n+++\n\nThạch Hạ trồng 11.383.000 cây.\n")}
	_, findings := load(files)
	said := strings.Join(told(findings), "\n")
	if !strings.Contains(said, "toml-syntax") || !strings.Contains(said, "thu.md:6:16 unbound-number") || strings.Contains(said, "không có số liệu nào bằng") {
		t.Errorf("got %s", said)
	}
}
