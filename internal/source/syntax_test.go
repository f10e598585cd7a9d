package source

import (
	"fmt"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

// TestEachMistakeIsToldInPlainWords: what an editor types wrong, where it is seen, and what to write.
func TestEachMistakeIsToldInPlainWords(t *testing.T) {
	for text, want := range map[string]string{
		"a = 1.000.000":                  `1:5+9 số 1.000.000 viết theo bản in, máy không đọc được | viết 1000000`,
		"a = 7,4":                        `1:5+3 số 7,4 viết theo bản in | viết 7.4`,
		"a = 1.100,5":                    `1:5+7 số 1.100,5 viết | viết 1100.5`,
		"a = 1,100.5":                    `1:5+7 số 1,100.5 viết | viết 1100.5`,
		"ạ = 1":                          `1:1+1 khóa "ạ" phải là | viết a`,
		"x = { v = 173, p = 7,4 }":       `1:20+3 số 7,4 viết | viết 7.4`,
		"a = 7.4%":                       `1:5+4 số không viết kèm đơn vị tính hay dấu phần trăm: 7.4% | viết 7.4`,
		"a = 1100 mét":                   `1:5+8 số không viết kèm đơn vị tính | viết 1100;`,
		"a = 1100 triệu đồng":            `1:5+15 số viết kèm chữ: 1100 triệu đồng | 7,5 tỷ viết là 7500`,
		"a = { v = 7,5 tỷ, b = 1 }":      `1:11+6 số viết kèm chữ: 7,5 tỷ | theo đơn vị tính của bảng`,
		"a = 7OO":                        `1:5+3 trong số 7OO có chữ cái | viết 700`,
		"a = l.1oo,5":                    `1:5+7 trong số l.1oo,5 có chữ cái | viết 1100.5`,
		"a = 7l":                         `1:5+2 số không viết kèm đơn vị tính | viết 7;`,
		"a = 700/800":                    `1:5+7 hai con số trong một ô: 700/800 | viết { value = 700, plan = 800, published = "700/800" }`,
		"a = 1.100/14.170=7,4%":          `1:5+17 hai con số trong một ô | { value = 1100, plan = 14170, percent = 7.4, published = "1.100/14.170=7,4%" }`,
		"a = 412,5/550 (75%)":            `1:5+15 hai con số trong một ô | { value = 412.5, plan = 550, percent = 75, published = "412,5/550 (75%)" }`,
		"a == 5":                         `1:4+1 thừa một dấu = | chỉ có một`,
		"a = =5":                         `1:5+1 thừa một dấu = | công thức`,
		"a = 398, plan = 420":            `1:5+15 một dòng có nhiều phần | viết { value = 398, plan = 420 }`,
		"a = { giá trị = 5 }":            `1:7+7 khóa "giá trị" phải là chữ thường | viết gia-tri`,
		"a = { v = 1, kế-hoạch = 5 }":    `1:14+8 khóa "kế-hoạch" phải là chữ thường | viết ke-hoach`,
		"a = –":                          `1:5+1 dấu – không phải một con số | viết "blank"`,
		"a = -":                          `1:5+1 dấu - không phải một con số | viết 0; ô in để trống`,
		"a = 700;":                       `1:8+1 cuối dòng thừa dấu chấm phẩy | xóa`,
		"a = \"Hạ\";":                    `1:9+1 cuối dòng thừa dấu chấm phẩy | xóa`,
		"a = 700 (bảy trăm)":             `1:9+10 ngoài con số, ở đây còn có ký hiệu hay lời: (bảy trăm) | chỉ viết con số`,
		"a = ~700":                       `1:5+4 ngoài con số, ở đây còn có ký hiệu hay lời: ~700 | chỉ viết con số`,
		"Hạ\t2.000\t1.100\t55%":          `1:1+18 dòng này dán từ bảng tính | viết ha = { value = 1100, plan = 2000, percent = 55 }`,
		"a = 04":                         `1:5+2 số 04 viết | viết 4`,
		"a = 00":                         `1:5+2 số 00 viết | viết 0`,
		"a = .5":                         `1:5+2 số .5 viết | viết 0.5`,
		"a = 5.":                         `1:5+2 số 5. viết | viết 5`,
		"a = −5":                         `1:5+2 dấu trước số phải là dấu trừ thường | viết -5`,
		"a = 1１00":                       `1:5+4 số 1１00 có chữ số | viết 1100`,
		"a = 1 130 000":                  `1:5+9 số viết có khoảng trắng | viết 1130000`,
		"a = 1\u202F130":                 `1:5+5 số viết có khoảng trắng | viết 1130`,
		"a =\u00A01":                     `1:4+1 ở đây có khoảng trắng hoặc ký tự không nhìn thấy | gõ lại bằng phím cách`,
		"a\u200Bb = 1":                   `1:2+1 ở đây có khoảng trắng hoặc ký tự không nhìn thấy | xóa`,
		"a = 1e400":                      `1:5+5 số 1e400 dài quá | nhiều nhất 15`,
		"a = 1,130":                      `1:5+5 số 1,130 viết theo bản in, máy không biết | viết 1.130; nếu là hàng nghìn, viết 1130`,
		"x = [\"a\" \"b\"]":              `1:10+1 trước chỗ này thiếu dấu phẩy | dấu phẩy`,
		"x = { v = 1 p = 2 }":            `1:13+3 trước chỗ này thiếu dấu phẩy | dấu phẩy`,
		"tên: Hạ":                        `1:1+7 sau khóa phải là dấu = | viết ten = "Hạ"`,
		"đơn vị: Hạ":                     `1:1+10 sau khóa phải là dấu = | viết don-vi = "Hạ"`,
		"a 11":                           `1:1+4 dòng "a 11" thiếu dấu = | viết a = 11`,
		"a = 1 // x":                     `1:7+4 chú thích không bắt đầu bằng // | viết # x`,
		"Hạ\t1.100":                      `1:1+8 dòng này dán từ bảng tính | viết ha = 1100`,
		"1\tHạ\t1.100\t2.000\t55%":       `1:1+20 dòng này dán từ bảng tính | viết ha = { value = 1100, plan = 2000, percent = 55 }`,
		"a = Ngày 21/4/2023":             `1:5+14 ngày 21/4/2023 viết | 2023-04-21`,
		"a = 4/21/2023":                  `1:5+9 ngày 4/21/2023 viết | 2023-04-21`,
		"a = 31/2/2023":                  `1:5+9 không có ngày 31/2/2023 trong lịch | ngày có thật`,
		"a = 01/02/2024":                 `1:5+10 ngày 01/02/2024 viết không đúng dạng | viết năm-tháng-ngày: 2024-02-01`,
		"a = 1-2-2024":                   `1:5+8 ngày 1-2-2024 viết | 2024-02-01`,
		"a = 2024/2/1":                   `1:5+8 ngày 2024/2/1 viết | 2024-02-01`,
		"a = 2023-02-30":                 `1:5+10 không có ngày 2023-02-30 trong lịch | theo năm-tháng-ngày`,
		"a = yes # đã xong":              `1:5+3 chữ "yes" phải | viết "yes"`,
		"a = 7.4 cây # đã xong":          `1:5+7 số không viết kèm đơn vị tính hay dấu phần trăm: 7.4 cây | viết 7.4`,
		"a = 30 tháng 6 năm 2025 # x":    `1:5+19 ngày 30 tháng 6 năm 2025 viết không đúng dạng | 2025-06-30`,
		"a = [ubnd, \"x\"]":              `1:6+4 chữ "ubnd" phải | viết "ubnd"`,
		"a = [\"x\", ubnd]":              `1:11+4 chữ "ubnd" phải | viết "ubnd"`,
		"a = \"x\", \"y\"":               `1:5+8 danh sách phải nằm trong [ ] | viết ["x", "y"]`,
		"a = \"C:\\Users\"":              `1:8+1 dấu \ ở đây | viết hai dấu \\`,
		"a = \"Đường\nGió\nSớm\"\nb = 1": `1:5+6 chữ bắt đầu ở đây bị ngắt xuống dòng dưới | ba dấu nháy`,
		"a = { v = 1,398, b = 1 }":       `1:11+5 số 1,398 viết theo bản in, máy không biết | viết 1.398; nếu là hàng nghìn, viết 1398`,
		"a = 350+350":                    `1:5+7 công thức 350+350 | in trong nguồn`,
		"a = SUM(A1:A2)":                 `1:5+10 công thức SUM(A1:A2) | in trong nguồn`,
		"a;700":                          `1:1+5 dòng "a;700" thiếu dấu = | viết a = 700`,
		"a, 700":                         `1:1+6 dòng "a, 700" thiếu dấu = | viết a = 700`,
		"- Hạ: 1.455 cây;":               `1:1+16 sau khóa phải là dấu = | viết ha = 1455`,
		"- Hạ: 7,5 tỷ đồng":              `1:1+17 sau khóa phải là dấu = | viết ha = "7,5 tỷ đồng"`,
		"3\tHạ\t-":                       `1:1+6 dòng này dán từ bảng tính | viết ha = …`,
		"a = “Hạ\"":                      `1:5+1 dấu nháy cong “ không dùng | dùng dấu nháy thẳng`,
		"[unit thach ha]":                `1:2+13 khóa "unit thach ha" phải | viết unit.thach-ha`,
		"a = 1\u2028":                    `1:6+1 ở đây có khoảng trắng hoặc ký tự không nhìn thấy | xóa`,
		"a\u202Db = 1":                   `1:2+1 ở đây có khoảng trắng hoặc ký tự không nhìn thấy | xóa`,
		"a = “Hạ”":                       `1:5+1 dấu nháy cong “ không dùng | dùng dấu nháy thẳng`,
		"Thạch Hạ = 1":                   `1:1+8 khóa "Thạch Hạ" phải là chữ thường không dấu | viết thach-ha`,
		"thach ha = 1":                   `1:1+8 khóa "thach ha" phải | viết thach-ha`,
		"a = Thạch Hạ":                   `1:5+8 chữ "Thạch Hạ" phải nằm giữa hai dấu nháy | viết "Thạch Hạ"`,
		"x = { state = in-progress }":    `1:15+11 chữ "in-progress" phải | viết "in-progress"`,
		"a = True":                       `1:5+4 True phải viết chữ thường | viết true`,
		"a = \"về \"cây\" xanh\"":        `1:10+10 chữ kết thúc ở dấu nháy thứ hai | dấu nháy bên trong viết “ ”`,
		"[unit.Thạch Hạ]":                `1:2+13 khóa "unit.Thạch Hạ" phải | viết unit.thach-ha`,
		"a = \"Hạ":                       `1:5+3 chữ bắt đầu ở đây không có dấu nháy đóng | đóng dấu nháy`,
		"a =":                            `1:3+1 sau dấu = không có giá trị | bỏ cả dòng`,
		"a = # x":                        `1:3+1 sau dấu = không có giá trị | bỏ cả dòng`,
		"Ghi chú của tôi":                `1:1+15 dòng "Ghi chú của tôi" thiếu dấu = | bắt đầu bằng #`,
		"[unit.ha":                       `1:1+8 đầu mục [unit.ha thiếu dấu ] | viết [unit.ha]`,
		"a = \"\"\"x\n\ny":               `1:1+8 chữ nhiều dòng bắt đầu ở đây | ba dấu nháy`,
		"a = [1,\nb = 2\n":               `1:1+7 danh sách hoặc cụm { … } ở đây không có dấu đóng | đóng bằng`,
		"a = \"x\x01\"":                  `1:7+1 có ký tự không nhìn thấy | xóa ký tự`,
		"a = 1\na = 2":                   `2:1+1 "a" đã có ở data/a.toml:1:1 | bỏ một trong hai`,
		"[u.a]\n[u.b]\n [u.a]":           `3:3+3 "u.a" đã có ở data/a.toml:1:2 | bỏ một trong hai`,
		"a.b = 1\na = 2":                 `2:1+1 "a" đã có ở data/a.toml:1:1 | bỏ một trong hai`,
		"[[work]]\nname = 'x'":           `1:1+2 không dùng [[work]] | viết [work.MÃ]`,
		"a = 99999999999999999999":       `1:5+20 số 99999999999999999999 dài quá | nhiều nhất 15 chữ số`,
		strings.Repeat("[", 1001):        `1:1+1001 dấu ngoặc lồng nhau quá sâu | bớt`,
	} {
		p := parse(diag.Pos{File: "data/a.toml", Line: 1, Col: 1}, text, "vi")
		message, hint, _ := strings.Cut(want, " | ")
		place, message, _ := strings.Cut(message, " ")
		if len(p.findings) != 1 {
			t.Errorf("%q: %v", text, told(p.findings))
			continue
		}
		f := p.findings[0]
		if got := fmt.Sprintf("%d:%d+%d", f.Pos.Line, f.Pos.Col, f.Width); got != place || !strings.HasPrefix(f.Message("vi"), message) || !strings.Contains(f.Hint("vi"), hint) {
			t.Errorf("%q: got %s %s | %s", text, got, f.Message("vi"), f.Hint("vi"))
		}
		if strings.Contains(f.Message("en")+f.Hint("en"), "%!") {
			t.Errorf("%q: %s | %s", text, f.Message("en"), f.Hint("en"))
		}
	}
}

func TestEverySyntaxErrorOfAFileIsToldAndTheRestIsRead(t *testing.T) {
	p := parse(diag.Pos{File: "a", Line: 1, Col: 1}, `[unit.ha
name = "Hạ"
kind = xa
[figures.x]
total = 1.000.000
[figures.x.units]
ha = { value = 7,4, at = "III" }
Đông Môn = 3
linh = 5
`, "vi")
	var lines []int
	for _, f := range p.findings.Sorted() {
		lines = append(lines, f.Pos.Line)
	}
	if fmt.Sprint(lines) != "[1 3 5 7 8]" {
		t.Errorf("findings %v", told(p.findings))
	}
	unit := p.root.Get("unit").Table.Get("ha").Table
	x := p.root.Get("figures").Table.Get("x").Table
	units := x.Get("units").Table
	if unit.Get("name").Text != "Hạ" || !unit.Broken || unit.Get("kind").Kind != Broken || x.Get("total").Kind != Broken ||
		units.Get("ha").Kind != Broken || units.Get("linh").Text != "5" || !units.Broken {
		t.Errorf("read\n%s", places("", p.root))
	}
	if p.lost || !p.broken() {
		t.Error("what was read is lost, or nothing is broken")
	}
}

func TestATableWhoseHeadCannotBeReadDoesNotFallToTheOneAbove(t *testing.T) {
	p := parse(diag.Pos{File: "a", Line: 1, Col: 1}, "[unit.ha]\nname = 'Hạ'\n[unit.Thạch Hạ]\nkind = 'xa'\n[unit.b]\nname = 'B'\n", "vi")
	unit := p.root.Get("unit").Table
	if len(p.findings) != 1 || p.findings[0].Pos.Line != 3 || unit.Get("ha").Table.Get("kind") != nil || unit.Get("b") == nil || !p.lost {
		t.Errorf("%v\n%s", told(p.findings), places("", p.root))
	}
}

func TestAtMostTwentySyntaxErrorsOfAFileAreTold(t *testing.T) {
	p := parse(diag.Pos{File: "a", Line: 1, Col: 1}, strings.Repeat("Thạch\n", 50), "vi")
	if len(p.findings) < maxErrors || len(p.findings) > maxErrors+1 || !p.lost {
		t.Errorf("%d findings", len(p.findings))
	}
}

func TestATextInsideAnotherFileHasItsPlacesThere(t *testing.T) {
	root, findings := ParseTOML(diag.Pos{File: "content/a.md", Line: 40, Col: 3}, "kind = \"bars\"\ntitle = Hạ\n")
	if v := root.Get("kind"); v.Pos.String() != "content/a.md:40:10" {
		t.Errorf("kind stands at %v", v.Pos)
	}
	if len(findings) != 1 || findings[0].Pos.String() != "content/a.md:41:9" {
		t.Errorf("findings %v", told(findings))
	}
}

func TestHintsForNumbersDaysAndNames(t *testing.T) {
	for printed, want := range map[string]string{"1.100": "1100", "7,4%": "7.4", "22.556,5": "22556.5", "-3": "-3", "": "", "x": "", "1,2,3": ""} {
		if got := PlainNumber(printed); got != want {
			t.Errorf("%q: got %q", printed, got)
		}
	}
	for written, want := range map[string]string{"1/2/2024": "2024-02-01", "21.04.2023": "2023-04-21", "2023/4/21": "2023-04-21", "4/2023": ""} {
		if got := ISODay(written); got != want {
			t.Errorf("%q: got %q", written, got)
		}
	}
	if got := Slug("Ngã tư đường Phan Đình Giót - Hà Huy Tập"); got != "nga-tu-duong-phan-dinh-giot-ha-huy-tap" {
		t.Errorf("got %q", got)
	}
}

func TestRulesAreCompleteInBothLanguages(t *testing.T) {
	for _, r := range Rules {
		for what, s := range map[string]string{"title": r.Title.VI, "Title": r.Title.EN, "reason": r.Reason.VI, "Reason": r.Reason.EN,
			"message": r.Message.VI, "Message": r.Message.EN, "hint": r.Hint.VI, "Hint": r.Hint.EN, "before": r.Before, "after": r.After} {
			if s == "" {
				t.Errorf("%s has no %s", r.ID, what)
			}
		}
	}
}
