package check

import (
	"fmt"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

const (
	fPortal = "data/portal.toml"
	fUnits  = "data/units.toml"
	fDocs   = "data/documents.toml"
	fTrees  = "data/resolutions/36-2022.toml"
	fBudget = "data/resolutions/56-2022.toml"
	fReport = "data/reports/1-bc/report.toml"
	fCh36   = "data/reports/1-bc/36-2022.toml"
	fCh56   = "data/reports/1-bc/56-2022.toml"
	fReg    = "data/reports/1-bc/registers.toml"
	fText   = "content/resolutions/36-2022.md"
	fAbout  = "content/pages/about.md"
	fRound  = "content/reports/1-bc.md"
)

// cases break one thing of the valid portal each: where the one finding stands and which rule it names,
// and parts of what is said and offered.
var cases = []struct {
	change
	want          string // line:column+width rule, in the file that was changed
	message, hint string
}{
	{change{fUnits, `name = "Thạch Hạ"`, `nmae = "Thạch Hạ"` + "\nname = \"x\""}, "8:1+4 unknown-key", `không có khóa "nmae"`, `có phải "name"?`},
	{change{fUnits, `en = "ward"`, "en = \"ward\"\nzzzzzzzz = 1"}, "4:1+8 unknown-key", ``, `ở đây có: name, en`},
	{change{fCh36, "thach-ha = 11383", `thach-ha = "94.8"`}, "11:12+6 bad-number", `"94.8" viết như bản in`, `viết 94.8, không có dấu nháy`},
	{change{fUnits, "[unit.thach-ha]", "[Unit.thach-ha]"}, "7:2+4 unknown-key", `"Unit"`, `có phải "unit"?`},
	{change{fCh36, "[figures.trees.units]", "[figure.trees.units]"}, "10:2+6 unknown-key", `"figure"`, `có phải "figures"?`},
	{change{fCh36, "{ value = 844, note", "{ gia-tri = 844, note"}, "12:12+7 unknown-key", `"gia-tri"`, `có phải "value"?`},
	{change{fCh36, "thach-ha = 11383", "thach-ha = 1.1383E4"}, "11:12+8 bad-number", `1.1383E4 viết rút gọn`, `viết đủ mọi chữ số`},
	{change{fUnits, "[kind.phuong]", "[kinds.a]\nb = 1\n[kind.phuong]"}, "1:2+5 unknown-key", `"kinds"`, `có phải "kind"?`},
	{change{fPortal, "peers", "pears"}, "9:1+5 unknown-key", ``, `"peers"`},
	{change{fUnits, `name = "Nam Hà"` + "\n", ""}, "11:7+6 missing-key", `thiếu khóa "name"`, `thêm dòng name =`},
	{change{fPortal, `name = "Cổng thử"` + "\n", ""}, "0:0+0 missing-key", `thiếu khóa "name"`, ``},
	{change{fUnits, `"Nam Hà"`, `" "`}, "12:8+3 missing-key", `"name" để trống`, ``},
	{change{fCh56, `states = ["late", "in-debt"]`, `states = []`}, "33:10+2 missing-key", `"states" để trống`, `hai dấu [ ]`},
	{change{fCh56, "at = \"III.5/b1\"\ntext", "at = \"\"\ntext"}, "28:6+2 missing-key", `"at" để trống`, `khóa này phải có`},
	{change{fCh36, `resolutions = ["36-2022"]` + "\n", ""}, "0:0+0 missing-key", `thiếu khóa "resolutions"`, ``},
	{change{fUnits, `aliases = ["Thạch Hà", "xa-thach-ha"]`, `aliases = "Thạch Hà"`}, "10:11+10 wrong-type", `cần danh sách chữ, không phải chữ`, `viết như ["Thạch Hà"]`},
	{change{fDocs, `"1/BC-HĐND"`, "2702"}, "2:10+4 wrong-type", `cần chữ, không phải số`, `viết như "2702"`},
	{change{fBudget, `summable = true`, `summable = "true"`}, "9:12+6 wrong-type", `cần true hoặc false`, `viết như true`},
	{change{fUnits, `[unit.thach-ha]`, "[unit]\nx = 1\n[unit.thach-ha]"}, "8:5+1 wrong-type", `cần cụm { … }, không phải số`, ``},
	{change{fCh36, `thach-ha = 11383`, `thach-ha = [1]`}, "11:12+3 wrong-type", `cần số, từ chỉ tình trạng`, ``},
	{change{fCh36, `thach-ha = 11383`, `thach-ha = 2023-04-21`}, "11:12+10 wrong-type", `không phải ngày`, ``},
	{change{fCh36, `"in-progress"`, `"in-progres"`}, "13:11+12 unknown-word", `"in-progres"`, `có phải "in-progress"?`},
	{change{fCh36, `"in-progress"`, `"late"`}, "13:11+6 unknown-word", `"late"`, `told`},
	{change{fCh36, `"in-progress"`, `"xong rồi nhé"`}, "13:11+14 unknown-word", `"xong rồi nhé"`, `dùng một trong: not-stated, blank`},
	{change{fBudget, `"money"`, `"monney"`}, "7:11+8 unknown-word", ``, `"money"`},
	{change{fCh56, `["late", "in-debt"]`, `["late", "in-dept"]`}, "33:19+9 unknown-word", `"in-dept"`, `"in-debt"`},
	{change{fUnits, `[unit.cu]`, `[unit.total]`}, "18:7+5 bad-id", `"total" đã dùng cho việc khác`, ``},
	{change{fUnits, `[unit.cu]`, `[unit.tong]`}, "18:7+4 bad-id", `"tong" đã dùng cho việc khác`, ``},
	{change{fDocs, "[document.1-bc]", "[document.nguon]\nnumber = \"1\"\nkind = \"x\"\n[document.1-bc]"}, "1:11+5 bad-id", `"nguon"`, `đặt mã khác`},
	{change{fReport, "thu = ", "Thu2 = \"x\"\nthu = "}, "4:1+4 bad-id", `"Thu2"`, `viết thu2`},
	{change{fCh36, "thach-ha = 11383", "thach-haa = 11383"}, "11:1+9 unknown-unit", `đơn vị "thach-haa" không có trong data/units.toml`, `có phải "thach-ha"?`},
	{change{fCh36, "thach-ha = 11383", `"Thạch Hạ" = 11383`}, "11:1+10 unknown-unit", ``, `"thach-ha"`},
	{change{fReg, `["nam-ha", "van-yen"]`, `["nam-ha", "Thạch Hà"]`}, "15:20+10 unknown-unit", ``, `"thach-ha"`},
	{change{fReg, `["nam-ha", "van-yen"]`, `["nam-ha", "qqqqqqqqq"]`}, "15:20+11 unknown-unit", ``, ``},
	{change{fUnits, `["nam-ha", "van-yen"]`, `["nam-ha", "van-ye"]`}, "22:25+8 unknown-unit", ``, `"van-yen"`},
	{change{fReg, `["nam-ha", "van-yen"]`, `["nam-ha", "nam-ha"]`}, "15:20+8 listed-twice", `"nam-ha"`, ``},
	{change{fUnits, `kind = "xa"`, `kind = "xã"`}, "9:8+4 unknown-id", `loại đơn vị "xã" không có trong data/units.toml`, `có phải "xa"?`},
	{change{fCh36, `period = "survey"`, `period = "y2032"`}, "6:10+7 unknown-id", `kỳ "y2032" không có trong data/reports/1-bc/report.toml`, `có phải "y2023"?`},
	{change{fCh36, `provision = "d4"`, `provision = "d5"`}, "31:13+4 unknown-id", `điều khoản "d5" không có trong data/resolutions/36-2022.toml`, `"d4"`},
	{change{fDocs, `guides = ["36-2022"]`, `guides = ["63-2022"]`}, "11:11+9 unknown-id", `văn bản "63-2022"`, `"36-2022"`},
	{change{fReg, `to = ["ubnd-px"]`, `to = ["ubnd-xp"]`}, "20:7+9 unknown-id", `cơ quan "ubnd-xp" không có trong data/bodies.toml`, `"ubnd-px"`},
	{change{fCh36, `[figures.pupils.by.level]`, `[figures.pupils.by.levels]`}, "18:20+6 unknown-id", `cách chia "levels"`, `"level"`},
	{change{fCh36, `primary = 63`, `secondary = 63`}, "19:1+9 unknown-id", `phần của chỉ tiêu "secondary"`, `ở đó có: primary, preschool`},
	{change{fCh56, `passage = "b1"`, `passage = "b2"`}, "36:11+4 unknown-id", `đoạn trích "b2"`, `"b1"`},
	{change{fCh56, `"revenue-2023/thach-ha"`, `"revenue-2023/khu-pho"`}, "37:10+22 unknown-id", `số liệu "revenue-2023/khu-pho"`, ``},
	{change{fCh56, `"revenue-2023/thach-ha"`, `"revenue-2023"`}, "37:10+14 unknown-id", `không có dạng BẢNG/ĐƠN-VỊ`, ``},
	{change{fCh56, `same-as = "thach-ha"`, `same-as = "nam-ha"`}, "26:41+8 unknown-id", `phải chỉ tới một đơn vị ở dòng trên`, ``},
	{change{fCh36, `at = "III.1/p1"`, `at = "III.7/p1"`}, "7:6+10 unknown-id", `mục "III.7" không có trong data/reports/1-bc/report.toml`, ``},
	{change{fCh56, `"III.5/r1/thu"`, `"III.5/r1/thuu"`}, "12:95+15 unknown-id", `cột "thuu"`, `"thu"`},
	{change{fTrees, `at = "I/b1"`, `at = "II/b1"`}, "7:6+7 unknown-id", `mục "II"`, `ở đó có: I, III.1`},
	{change{fReg, `resolution = "36-2022"`, `resolution = "36-2202"`}, "4:14+9 unknown-id", `nghị quyết`, `"36-2022"`},
	{change{fUnits, "[unit.nam-ha]", "[unit.thach-ha]\n[unit.nam-ha]"}, "11:2+13 duplicate-id", `"unit.thach-ha" đã có ở data/units.toml:7:2`, ``},
	{change{fCh56, "[passage.b1]", "[mechanism.support]\nname = \"x\"\nat = \"III.5\"\n[passage.b1]"}, "27:12+7 duplicate-id", `"support" đã có ở data/reports/1-bc/36-2022.toml:29:12`, ``},
	{change{fDocs, "issued = 2023-02-13", `issued = "13/2/2023"`}, "10:10+11 bad-date", `"13/2/2023" không đúng cách viết ngày`, `2023-02-13`},
	{change{fDocs, "issued = 2023-02-13", `issued = "tháng hai"`}, "10:10+11 bad-date", ``, `2023-04-21`},
	{change{fUnits, `valid-to = "2020-12-31"`, `valid-to = "2020-02-30"`}, "21:12+12 bad-date", `"2020-02-30"`, ``},
	{change{fCh36, `at = "III.1/p1"`, `at = "III.1//p1"`}, "7:6+11 bad-place", `"III.1//p1"`, ``},
	{change{fCh36, `at = "III.1/p1"`, `at = " III.1"`}, "7:6+8 bad-place", ``, ``},
	{change{fCh36, `thach-ha = 11383`, `thach-ha = "11.383"`}, "11:12+8 bad-number", `"11.383" viết như bản in`, `viết 11383`},
	{change{fCh36, `value = 844`, `value = "1.000.000"`}, "12:20+11 bad-number", ``, `viết 1000000`},
	{change{fCh56, `percent = 7.4`, `percent = "7,4%"`}, "12:52+6 bad-number", `"7,4%"`, `viết 7.4`},
	{change{fCh36, `thach-ha = 11383`, `thach-ha = 11.383`}, "11:12+6 bad-number", `số nguyên không âm, không phải 11.383`, `viết 11383`},
	{change{fCh36, `thach-ha = 11383`, `thach-ha = -3`}, "11:12+2 bad-number", `số nguyên không âm`, ``},
	{change{fCh36, `n = 2`, `n = 2.5`}, "32:5+3 bad-number", `số nguyên không âm`, ``},
	{change{fCh36, `n = 5`, `n = -5`}, "4:19+2 bad-number", `số nguyên không âm`, ``},
	{change{fCh36, `identified = { value = 1,`, `identified = { value = 1.5,`}, "28:24+3 bad-number", `số nguyên không âm`, ``},
	{change{fCh56, `value = 173.5`, `value = nan`}, "13:20+3 bad-number", `không giữ được đúng số nan`, ``},
	{change{fCh56, `value = 173.5`, `value = 1234567890123456`}, "13:20+16 bad-number", ``, `nhiều nhất 15 chữ số`},
	{change{fCh56, `value = 173.5`, `value = 1.0000000000000000001`}, "13:20+21 bad-number", ``, `nhiều nhất 15`},
	{change{fCh36, `nam-ha = "identified"`, `nam-ha = 5`}, "26:10+1 bad-number", `chỉ tiêu "stage" không có số`, ``},
	{change{fCh56, `value = 173.5`, `value = 1.100`}, "13:20+5 grouped-number", `1.100 ở đây được đọc là 1,1`, `viết 1100; nếu đúng là số thập phân, viết 1.1000`},
	{change{fPortal, `"https://thu.example/cong/"`, `"thu.example"`}, "7:12+13 bad-address", `"thu.example"`, ``},
	{change{fPortal, `"https://thu.example/cong/"`, `"javascript:alert(1)"`}, "7:12+21 bad-address", ``, ``},
	{change{fCh56, "[figures.attained]", "[figures.again]\nindicator = \"revenue\"\nperiod = \"y2023\"\nat = \"III.5\"\n[figures.attained]"}, "15:10+5 duplicate-address", `"revenue.y2023" đã có ở data/reports/1-bc/56-2022.toml:4:10`, ``},
	{change{fUnits, `"xa-thach-ha"`, `"nam-ha"`}, "10:24+8 duplicate-address", `"nam-ha" đã có ở data/units.toml:11:7`, ``},
	{change{fUnits, `name = "Văn Yên"`, "name = \"Văn Yên\"\naliases = [\"xa-thach-ha\"]"}, "17:12+13 duplicate-address", `"xa-thach-ha" đã có ở data/units.toml:7:7`, ``},
	{change{fUnits, "valid-from = 2000-01-01", "valid-from = 2000-01-01\nvalid-to = 1999-12-31"}, "15:12+10 date-order", `hết hiệu lực ngày 1999-12-31`, ``},
	{change{fDocs, "issued = 2023-02-13", "issued = 2024-02-13"}, "10:10+10 date-order", `văn bản ngày 2024-02-13 được dẫn trong báo cáo ngày 2023-04-21`, ``},
	{change{fReg, "due = 2023-06-30", "due = 2022-06-30"}, "25:7+10 date-order", `hạn ngày 2022-06-30`, ``},
	{change{fCh36, `{ value = 844, note`, `{ value = 844, state = "blank", note`}, "12:10+45 bad-entry", `vừa có số vừa có state "blank"`, ``},
	{change{fCh36, `{ value = 844, note`, `{ note`}, "12:10+15 bad-entry", `không có value`, `bỏ cả dòng`},
	{change{fUnits, `[unit.thanh-pho]`, "[unit.thanh-pho]\nparent = \"thanh-pho\""}, "24:10+11 unit-circle", `đi theo parent từ "thanh-pho"`, ``},
	{change{fBudget, `average-of = ["revenue", "trees"]`, `average-of = ["revenue"]`}, "17:14+11 average-of", `cần 2 chỉ tiêu, ở đây có 1`, ``},
	{change{fCh56, "nam-ha = { value = 173.5, at", "cu = { value = 173.5, at"}, "13:1+2 unit-not-then", `đơn vị "cu" chỉ còn đến ngày 2020-12-31`, `viết: nam-ha, van-yen`},
	{change{fCh56, "value = 1100, plan = 14170, percent = 7.4,", "value = 1100, plan = 14865, percent = 0.074,"}, "12:52+5 percent-fraction", `percent = 0.074 sẽ in là 0,074%`, `nếu nguồn in 7,4%, viết 7.4`},
	{change{fUnits, `"Thạch Hà", "xa`, `"Thạch Hà; Hạ", "xa`}, "10:12+14 list-sign", `"Thạch Hà; Hạ"`, `["An Bình", "Bình Hòa"]`},
	{change{"data/bodies.toml", `"Hội đồng nhân dân thành phố"`, `"Hội đồng; nhân dân"`}, "2:8+20 list-sign", ``, ``},
	{change{fAbout, "(page:about)", "(phu-luc.docx)"}, "4:148+1 relative-link", `"phu-luc.docx"`, `document:…`},
	{change{fAbout, "(page:about)", "(#muc)"}, "4:148+1 unknown-id", `đề mục "muc" không có trong content/pages/about.md`, ``},
	{change{fAbout, "title = \"Giới thiệu\"\n", ""}, "1:1+3 missing-key", `không có tiêu đề`, `title = "…"`},
	{change{fAbout, "title =", "tieu-de ="}, "2:1+7 unknown-key", `"tieu-de"`, `có phải "title"?`},
	{change{fDocs, "https://congbao.example", "http://congbao.example"}, "15:7+41 bad-address", "không bắt đầu bằng https://", "mở thử https://congbao"},
	{change{fReg, `status = "corrected"`, `status = "corected"`}, "28:10+10 unknown-word", `"corected"`, `có phải "corrected"?`},
	{change{fReg, `document = "2-kh"` + "\n", ""}, "26:8+1 missing-key", `thiếu khóa "document"`, `thêm dòng document =`},
	{change{fReg, `document = "2-kh"`, `documnet = "2-kh"`}, "30:1+8 unknown-key", `"documnet"`, `có phải "document"?`},
	{change{fReg, `document = "2-kh"`, `document = "2-hk"`}, "30:12+6 unknown-id", `văn bản "2-hk"`, `"2-kh"`},
	{change{fReg, `note = "Đính chính bằng văn bản."` + "\n", ""}, "26:8+1 missing-key", `thiếu khóa "note"`, ``},
	{change{fReg, "[check.a]", "[check.b]\nof = \"sum.trees\"\nstatus = \"explained\"\nnote = \"x\"\n[check.a]"}, "31:6+11 listed-twice", `"sum.trees"`, ``},
	{change{fReg, `of = "trees"`, `of = "treess"`}, "33:6+8 unknown-id", `bảng số liệu "treess"`, `có phải "trees"?`},
	{change{fReg, `of = "trees"`, `of = "figure:trees"`}, "33:6+14 reply-fit", `không có gì để phản hồi ở "figure:trees"`, `work:MÃ`},
	{change{fReg, "unit = \"thach-ha\"\nof = \"work:duong-a\"", "unit = \"nam-ha\"\nof = \"mechanism:support\""}, "42:6+19 reply-fit", `"mechanism:support" không nói về đơn vị nam-ha`, ``},
	{change{fReg, `of = "trees"`, `of = "stage"`}, "35:1+5 reply-fit", `"stage" không có con số, nên không nêu được số khác`, `bỏ dòng value`},
	{change{fReg, `of = "trees"`, `of = "mention:all"`}, "35:1+5 reply-fit", `"mention:all" không có con số, nên không nêu được số khác`, `ghi ở text`},
	{change{fReg, `value = 11400`, `value = 11383.0`}, "35:9+7 reply-same", `11383.0 chính là số đã in`, `status = "confirms"`},
	{change{fReg, `status = "contests"`, `status = "remarks"`}, "35:1+5 reply-fit", `status = "contests" mới có value`, ``},
	{change{fReg, `status = "contests"`, `status = "contest"`}, "34:10+9 unknown-word", `"contest"`, `có phải "contests"?`},
	{change{fReg, "unit = \"thach-ha\"\nof = \"work:duong-a\"", "unit = \"nam-ha\"\nof = \"work:duong-a\""}, "42:6+14 reply-fit", `"work:duong-a" không nói về đơn vị nam-ha`, ``},
	{change{fReg, `of = "work:duong-a"`, `of = "work:duong-b"`}, "42:6+14 unknown-id", `công trình "duong-b"`, `"duong-a"`},
	{change{fReg, `of = "mention:all"`, `of = "mention:late"`}, "48:6+14 reply-fit", `"mention:late" không nói về đơn vị van-yen`, ``},
	{change{fReg, "status = \"remarks\"\ntext = \"Đã bàn giao tháng 5.\"\n", "status = \"remarks\"\n"}, "40:8+1 missing-key", `thiếu khóa "text"`, ``},
	{change{fReg, "[reply.c]", "[reply.g]\nunit = \"thach-ha\"\nof = \"trees\"\nstatus = \"confirms\"\nreceived = 2023-05-05\n[reply.c]"}, "48:6+7 listed-twice", `thach-ha đã có phản hồi về "trees", ở data/reports/1-bc/registers.toml:31:8`, `gộp hai lời làm một`},
	{change{fReg, `value = 11400`, `value = 11400000`}, "35:9+8 reply-measure", `đơn vị nêu 11400000, báo cáo in 11383`, `đơn vị tính của bảng: cây`},
	{change{fReg, `value = 11400`, `value = 11.400`}, "35:9+6 bad-number", `đây phải là số nguyên không âm, không phải 11.400`, `viết 11400`},
	{change{fReg, `value = 11400`, `value = -3`}, "35:9+2 bad-number", `số nguyên không âm, không phải -3`, ``},
	{change{fReg, "of = \"trees\"\nstatus = \"contests\"\nvalue = 11400", "of = \"revenue-2023\"\nstatus = \"contests\"\nvalue = 1.100"}, "35:9+5 grouped-number", `1.100`, `1100`},
	{change{fReg, `received = 2023-05-04`, `received = 2013-05-04`}, "38:12+10 date-order", `nhận ngày 2013-05-04, trước ngày của báo cáo 2023-04-21`, ``},
	{change{fReg, "[reply.c]", "[reply.a]\nunit = \"nam-ha\"\nof = \"trees\"\nstatus = \"confirms\"\nreceived = 2023-05-05\n[reply.c]"}, "46:2+7 duplicate-id", `"reply.a" đã có`, ``},
	{change{fReg, "[mention.all]", "[mechanism.x]\nname = \"x\"\nat = \"III.1\"\n[mention.all]"}, "1:12+1 no-chapter", `"x"`, ``},
	{change{fText, "{{ trees/total }} cây", "{{ treess/total }} cây"}, "3:18+18 binding-unknown", `{{ treess/total }}: không có bảng số liệu "treess"`, `có phải "trees"?`},
	{change{fText, "{{ trees/thach-ha }}", "{{ trees/thach-haa }}"}, "14:10+21 binding-unknown", `số liệu "thach-haa"`, `"thach-ha"`},
	{change{fAbout, "as ratio", "as rato"}, "4:7+35 binding-unknown", `không có dạng in "rato"`, `có phải "ratio"?`},
	{change{fAbout, "thach-ha as ratio", "nam-ha as ratio"}, "4:7+34 binding-unknown", `không in đủ hai số: thực hiện và kế hoạch`, ``},
	{change{fAbout, "revenue-2023/total as sum", "attained/nam-ha as sum"}, "4:50+28 binding-unknown", `sum chỉ dùng với /total`, ``},
	{change{fText, "trees/total as rest", "pupils/total as rest"}, "14:36+26 binding-unknown", `(summable)`, ``},
	{change{fAbout, "@1-bc", "@2-bc"}, "4:104+42 binding-unknown", `báo cáo "2-bc"`, `"1-bc"`},
	{change{fAbout, ".published", ".percents"}, "4:104+41 binding-unknown", `không có phần của ô "percents"`, `có phải "percent"?`},
	{change{fAbout, "trees/khu-pho", "trees/khu-pho.plan"}, "4:83+24 binding-unknown", `ô này không có plan`, ``},
	{change{fAbout, "trees/khu-pho", "trees/khu-pho as words"}, "4:83+28 binding-unknown", `không có số để viết thành chữ`, ``},
	{change{fAbout, "thach-ha as ratio", "thach-ha.plan as ratio"}, "4:7+41 binding-unknown", `ratio là của cả ô`, ``},
	{change{fRound, "in identified", "in identifiedd"}, "1:4+35 binding-unknown", `tình trạng "identifiedd"`, `"identified"`},
	{change{fRound, "work units as late", "work units as lat"}, "1:86+23 binding-unknown", `tình trạng "lat"`, `"late"`},
	{change{fRound, "part.primary", "part.secondary"}, "1:121+27 binding-unknown", `số liệu "part.secondary"`, ``},
	{change{fRound, "{{ stage as units in identified }}", "{{ stage as reportd }}"}, "1:4+22 binding-unknown", `dạng in "reportd"`, `"reported"`},
	{change{fText, `check = "trees"`, `check = "tree"`}, "9:9+6 unknown-id", `bảng số liệu "tree"`, `"trees"`},
	{change{fText, `source = "III.1/p1"`, `source = "III.9/p1"`}, "8:10+10 unknown-id", `mục "III.9"`, ``},
	{change{fText, `round = "1-bc"`, `round = "1-cb"`}, "4:9+6 unknown-id", `báo cáo`, `"1-bc"`},
	{change{fText, `title = "Trồng cây"`, `titel = "Trồng cây"`}, "2:1+5 unknown-key", ``, `"title"`},
	{change{fText, `label = "Cây"` + "\n", ""}, "5:7+5 missing-key", `"label"`, ``},
	{change{fText, `unit:thach-ha`, `unit:thach-haa`}, "14:67+1 unknown-unit", ``, `"thach-ha"`},
	{change{fText, `(checks)`, `(cheks)`}, "14:86+1 unknown-id", `trang "cheks"`, `"checks"`},
	{change{fAbout, `page:about`, `page:abuot`}, "4:148+1 unknown-id", `trang "abuot" không có trong content/pages/`, `"about"`},
	{change{fAbout, `work:duong-a`, `work:duong-b`}, "4:163+1 unknown-id", `công trình "duong-b" không có trong data/reports/1-bc`, `có phải "duong-a"?`},
	{change{fAbout, `page:about`, `document:2-hk`}, "4:148+1 unknown-id", `văn bản "2-hk"`, `"2-kh"`},
	{change{fAbout, `page:about`, `resolution:36-2202`}, "4:148+1 unknown-id", `nghị quyết "36-2202"`, `"36-2022"`},
	{change{fAbout, `page:about`, `round:2-bc`}, "4:148+1 unknown-id", `báo cáo "2-bc"`, `"1-bc"`},
	{change{fAbout, `page:about`, `indicator:treess`}, "4:148+1 unknown-id", `chỉ tiêu "treess"`, `"trees"`},
	{change{fText, `["pupils"]`, `["pupil"]`}, "18:11+7 unknown-id", `bảng số liệu "pupil"`, `"pupils"`},
	{change{fText, `kind = "parts"`, `kind = "part"`}, "17:8+6 unknown-word", ``, `"parts"`},
	{change{fText, `["pupils"]`, `["pupils", "trees"]`}, "18:10+19 figure-tables", `"parts" cần 1 bảng, ở đây có 2`, ``},
	{change{fText, "tables = [\"pupils\"]\n", ""}, "16:1+9 missing-key", `thiếu khóa "tables"`, `thêm dòng tables = ["…"]`},
	{change{fText, `["pupils"]`, `[]`}, "18:10+2 missing-key", `"tables"`, ``},
	{change{fText, "\"parts\"\ntables = [\"pupils\"]", "\"table\"\ntables = [\"trees\", \"pupils\"]"}, "18:10+19 figure-tables", `bảng "pupils" không có số liệu của từng đơn vị`, ``},
	{change{fText, "\"parts\"\ntables = [\"pupils\"]", "\"matrix\"\ntables = [\"pupils\"]"}, "18:10+10 figure-tables", `bảng "pupils"`, ``},
	{change{fText, "\"parts\"\ntables = [\"pupils\"]", "\"table\"\ntables = [\"trees\", \"trees\"]"}, "18:10+18 listed-twice", `"trees"`, ``},
	{change{fText, `["pupils"]`, `["trees"]`}, "18:10+9 figure-tables", `bảng "trees" không có phần chia`, ``},
	{change{fText, `title = "Học sinh"`, `title = Học sinh`}, "19:9+8 toml-syntax", `chữ "Học sinh" phải nằm giữa hai dấu nháy`, ``},
	{change{fText, "title = \"Học sinh\"\n", ""}, "16:1+9 missing-key", `"title"`, ``},
	{change{fText, "(checks)", "(javascript:x)"}, "14:86+1 unsafe-link", ``, ``},
	{change{fText, "còn {{ trees/total as rest }}", "còn {{ trees }}"}, "14:36+11 binding-syntax", ``, ``},
	{change{fCh36, "total = 32670", "total = 32.670.000"}, "9:9+10 toml-syntax", `số 32.670.000`, `viết 32670000`},
	{change{fCh36, "total = 32670", "total = 01/02/2024"}, "9:9+10 toml-syntax", `ngày 01/02/2024`, ``},
	{change{fText, "Thạch Hạ {{ trees/thach-ha }}", "Thạch Hạ 11.383"}, "14:10+6 unbound-number", `con số 11.383 không gắn`, `viết {{ trees/thach-ha }}; nếu không phải số liệu, viết {{! 11.383 }}`},
	{change{fText, `title = "Trồng cây"`, `title = "Trồng 32.670 cây"`}, "2:16+6 unbound-number", `32.670`, `tên và nhãn không gắn được`},
	{change{fText, `label = "Cây"`, `label = "Cây {{ trees/total }}"`}, "6:14+2 binding-unknown", `không gắn được số liệu`, `chuyển số liệu vào bài`},
	{change{fText, "+++\n\n", "\n"}, "1:1+3 front-matter", ``, ``},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "to-giay-goc/2-hk.pdf"}, "14:8+22 source-file", `không có tệp "to-giay-goc/2-hk.pdf"`, `có phải "to-giay-goc/2-kh.pdf"?`},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "nguon/zzz.pdf"}, "14:8+15 source-file", `không có tệp`, ``},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "../2-kh.pdf"}, "14:8+13 source-file", `không phải đường dẫn trong thư mục`, `"data/sources/279.pdf"`},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "/etc/passwd"}, "14:8+13 source-file", `không phải đường dẫn trong thư mục`, ``},
	{change{fDocs, "to-giay-goc/2-kh.pdf", `to-giay\\goc\\2-kh.pdf`}, "14:8+24 source-file", `không phải đường dẫn trong thư mục`, `bằng dấu /`},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "to-giay-goc"}, "14:8+13 source-file", `không phải một tệp`, ``},
	{change{fDocs, "to-giay-goc/2-kh.pdf", "data/units.toml"}, "14:8+17 source-file", `không đăng tệp loại này`, `.pdf`},
	{change{fDocs, "https://congbao", "ftp://congbao"}, "15:7+40 bad-address", `không phải địa chỉ web`, `công cụ không mở nó`},
	{change{fDocs, "https://congbao.example", "javascript:alert(1)"}, "15:7+38 bad-address", ``, ``},
	{change{fDocs, "14E1954D", "14E1954"}, "16:10+65 source-sum", `ở đây có 63 ký tự`, `sha256sum`},
	{change{fDocs, "14E1954D", "G4E1954D"}, "16:10+66 source-sum", ``, ``},
	{change{fDocs, "14E1954D", "14E1954E"}, "16:10+66 source-changed", `to-giay-goc/2-kh.pdf có SHA-256 14e1954d`, `"14e1954d9316014e604fa8e93b37fd03cd5f63025e4a2bc998d0110d60594fd5"`},
	{change{fDocs, "file = \"to-giay-goc/2-kh.pdf\"\nurl = \"https://congbao.example/2-kh.pdf?trang=1\"\n", ""}, "14:10+66 source-sum", `không nói là của tệp nào`, ``},
	{change{fDocs, "sha256 = \"14E1954D9316014E604FA8E93B37FD03CD5F63025E4A2BC998D0110D60594FD5\"\n", ""}, "14:8+22 source-sum", `chưa có mã SHA-256`, `sha256 = "14e1954d9316014e604fa8e93b37fd03cd5f63025e4a2bc998d0110d60594fd5"`},
}

func TestOneBrokenThingIsOneFindingAtItsPlace(t *testing.T) {
	for _, c := range cases {
		p, findings := load(broken(t, c.change))
		if len(findings) != 1 {
			t.Errorf("%s: %q → %q: %d findings\n%s", c.file, c.old, c.new, len(findings), strings.Join(told(findings), "\n"))
			continue
		}
		f := findings[0]
		if got := fmt.Sprintf("%d:%d+%d %s", f.Pos.Line, f.Pos.Col, f.Width, f.Rule.ID); f.Pos.File != c.file || got != c.want {
			t.Errorf("%s: %q → %q: got %s %s, want %s", c.file, c.old, c.new, f.Pos.File, got, c.want)
		}
		if !strings.Contains(f.Message("vi"), c.message) || !strings.Contains(f.Hint("vi"), c.hint) || strings.Contains(told(findings)[0], "BADLY") {
			t.Errorf("%s: %q → %q: got %s", c.file, c.old, c.new, told(findings)[0])
		}
		if isError := findings.Count(diag.Error) > 0; isError != (p == nil) {
			t.Errorf("%s: %q → %q: an error %v, a portal %v", c.file, c.old, c.new, isError, p != nil)
		}
	}
}

func TestEveryRuleCanBeBroken(t *testing.T) {
	told := map[string]bool{ruleStrayFile.ID: true, rulePeriodTwice.ID: true, ruleWhichRound.ID: true} // TestStrayFilesAreTold, TestRoundsComeOldestFirstAndATextNamesItsOwn, TestOnePeriodIDIsOnePeriodInEveryReport
	for _, c := range cases {
		_, rule, _ := strings.Cut(c.want, " ")
		told[rule] = true
	}
	for _, c := range several {
		for _, want := range c.want {
			told[want[strings.LastIndexByte(want, ' ')+1:]] = true
		}
	}
	for _, r := range rules {
		if !told[r.ID] {
			t.Errorf("no test breaks %s", r.ID)
		}
	}
}

func TestRulesAreCompleteInBothLanguages(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range Rules {
		if ids[r.ID] {
			t.Errorf("two rules are called %s", r.ID)
		}
		ids[r.ID] = true
		for what, s := range map[string]string{"title": r.Title.VI, "Title": r.Title.EN, "reason": r.Reason.VI, "Reason": r.Reason.EN,
			"message": r.Message.VI, "Message": r.Message.EN, "hint": r.Hint.VI, "Hint": r.Hint.EN, "before": r.Before, "after": r.After} {
			if s == "" {
				t.Errorf("%s has no %s", r.ID, what)
			}
		}
		if strings.Count(r.Message.VI, "%") != strings.Count(r.Message.EN, "%") || strings.Count(r.Hint.VI, "%") != strings.Count(r.Hint.EN, "%") {
			t.Errorf("%s says different things in the two languages", r.ID)
		}
	}
}

// several are mistakes that are told together.
var several = []struct {
	why     string
	changes []change
	want    []string // file:line:col rule, or the rule alone; all there are, where they all have a place
}{
	{"errors of several files are told in one run, by place", []change{
		{fUnits, `kind = "xa"`, `kind = "xaa"`}, {fCh36, "thach-ha = 11383", "thach-haa = 1.000.000"}, {fCh56, "percent = 7.4", "percent = 7,4"},
		{fText, "{{ trees/thach-ha }}", "{{ tree/thach-ha }}"}, {fReg, "due = 2023-06-30", `due = "30/6/2023"`}, {fDocs, "[document.2-kh]", "[document.2-kh"},
	}, []string{
		"content/resolutions/36-2022.md:14:10 binding-unknown", "data/documents.toml:7:1 toml-syntax", "data/reports/1-bc/36-2022.toml:11:1 unknown-unit",
		"data/reports/1-bc/36-2022.toml:11:13 toml-syntax", "data/reports/1-bc/56-2022.toml:12:52 toml-syntax", "data/reports/1-bc/registers.toml:25:7 bad-date",
		"data/units.toml:9:8 unknown-id",
	}},
	{"a file that is not there is told, and what it would hold", []change{{fUnits, valid[fUnits], ""}, {fPortal, valid[fPortal], ""}},
		[]string{"data/portal.toml missing-file", "data/units.toml missing-file"}},
	{"an id in the wrong form is told beside what refers to the right one", []change{{fUnits, "[unit.van-yen]", "[unit.Van_Yen]"}},
		[]string{"data/units.toml:15:7 bad-id", "unknown-unit"}},
	{"the same id in two files", []change{{fBudget, "[indicator.plan]", "[indicator.trees]"}},
		[]string{"data/reports/1-bc/56-2022.toml:21:10 unknown-id", "data/resolutions/56-2022.toml:18:12 duplicate-id"}},
	{"two headings at one place", []change{{fReport, "[section.iii-5]", "[section.x]\nat = \"III.1\"\ntitle = \"x\"\n[section.iii-5]"}},
		[]string{"data/reports/1-bc/report.toml:17:6 listed-twice"}},
	{"a heading whose place cannot be read is not missed everywhere", []change{{fReport, `at = "III.5"`, `at = III.5`}},
		[]string{"data/reports/1-bc/report.toml:17:6 toml-syntax"}},
	{"a resolution the report does not tell of", []change{{fCh36, `resolutions = ["36-2022"]`, `resolutions = ["56-2022"]`}},
		[]string{"data/reports/1-bc/36-2022.toml:31:13 unknown-id", "data/reports/1-bc/registers.toml:4:14 not-in-report"}},
	{"a breakdown without a name", []change{{fTrees, "breakdown = \"level\"\n", ""}},
		[]string{"data/reports/1-bc/36-2022.toml:18:20 unknown-id", "data/resolutions/36-2022.toml:17:12 breakdown"}},
	{"raw HTML is a warning", []change{{fText, "## Bao nhiêu", "## Bao <b>nhiêu</b>"}}, []string{"content/resolutions/36-2022.md:12:8 raw-html"}},
}

func TestMistakesAreToldTogetherOnce(t *testing.T) {
	for _, c := range several {
		_, findings := load(broken(t, c.changes...))
		got := told(findings)
		seen := map[string]bool{}
		for _, want := range c.want {
			found := false
			for _, g := range got {
				found = found || strings.HasPrefix(g, want+" ") || strings.Contains(g, " "+want+" ")
			}
			if !found {
				t.Errorf("%s: no %s in\n%s", c.why, want, strings.Join(got, "\n"))
			}
		}
		if !strings.Contains(strings.Join(c.want, "\n"), "\nun") && len(got) != len(c.want) {
			t.Errorf("%s: got\n%s", c.why, strings.Join(got, "\n"))
		}
		for _, g := range got {
			if seen[g] {
				t.Errorf("%s: told twice: %s", c.why, g)
			}
			seen[g] = true
		}
	}
}

func TestStrayFilesAreTold(t *testing.T) {
	for name, want := range map[string]string{
		"data/unit.toml":                   "unknown-file không trang nào lấy từ tệp này | có phải tên đúng là data/units.toml?",
		"data/other/x.toml":                "unknown-file",
		"data/reports/x.toml":              "unknown-file",
		"data/reports/1-bc/old/x.toml":     "unknown-file",
		"content/index.md":                 "unknown-file",
		"content/resolutions/63-2022.md":   `unknown-id nghị quyết "63-2022" không có trong data/resolutions/ | có phải "36-2022"?`,
		"content/units/thach-haa.md":       `unknown-unit đơn vị "thach-haa" không có trong data/units.toml | có phải "thach-ha"?`,
		"content/reports/9-bc.md":          `unknown-id báo cáo "9-bc"`,
		"content/pages/Giới thiệu.md":      "bad-id",
		"data/reports/2-bc/36-2022.toml":   "data/reports/2-bc/report.toml missing-file",
		"data/reports/2-bc/report.toml":    `unknown-id văn bản "2-bc" không có trong data/documents.toml`,
		"data/resolutions/Nghị quyết.toml": "bad-id",
	} {
		files := broken(t)
		text := ""
		if strings.HasSuffix(name, "report.toml") {
			text = "as-of = 2023-01-01\n"
		}
		if strings.HasSuffix(name, "quyết.toml") {
			text = "number = 'x'\nissued = 2023-01-01\ntitle = 'x'\ntopic = 'x'\n"
		}
		for f, body := range filesOf(map[string]string{name: "x"}) {
			body.Data = []byte(text)
			files[f] = body
		}
		p, findings := load(files)
		if got := told(findings); p != nil || len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestWhatCannotBeReadIsNotCalledAbsent(t *testing.T) {
	for _, c := range []change{
		{fUnits, valid[fUnits], "[unit.thach-ha]\nname = '''x\n"},
		{fUnits, valid[fUnits], "\xFF\xFEx\x00"},
		{fUnits, "Thạch", "\x80"},
		{fBudget, "[indicator.revenue]", "[indicator.Thu ngân sách]"},
		{fCh36, "[figures.trees]", "[figures.Cây xanh]"},
		{fReport, "[period.survey]", "[period.khảo sát]"},
	} {
		p, findings := load(broken(t, c))
		if got := told(findings); p != nil || len(got) != 1 || findings[0].Pos.File != c.file {
			t.Errorf("%q: %v", c.new, got)
		}
	}
}
