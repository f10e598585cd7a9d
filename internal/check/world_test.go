package check

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// valid is a small portal that uses every kind of record and breaks no rule. Each test breaks one thing.
var valid = map[string]string{
	"data/portal.toml": `name = "Cổng thử"
place = "TP. Thử"
place-long = "thành phố Thử"
council = "Hội đồng nhân dân thành phố Thử"
publisher = "Nhóm thử"
locale = "vi"
base-url = "https://thu.example/cong/"
[thresholds]
peers = 3
`,
	"data/units.toml": `[kind.phuong]
name = "phường"
en = "ward"
[kind.xa]
name = "xã"
en = "commune"
[unit.thach-ha]
name = "Thạch Hạ"
kind = "xa"
aliases = ["Thạch Hà", "xa-thach-ha"]
[unit.nam-ha]
name = "Nam Hà"
kind = "phuong"
valid-from = 2000-01-01
[unit.van-yen]
name = "Văn Yên"
kind = "phuong"
[unit.cu]
name = "Phường Cũ"
kind = "phuong"
valid-to = "2020-12-31"
successors = ["nam-ha", "van-yen"]
[unit.thanh-pho]
name = "Thành phố"
kind = "phuong"
[unit.khu-pho]
name = "Khu phố"
kind = "phuong"
parent = "thanh-pho"
`,
	"data/bodies.toml": `[body.hdnd]
name = "Hội đồng nhân dân thành phố"
[body.ubnd-px]
name = "Ủy ban nhân dân phường, xã"
units = true
`,
	"data/documents.toml": `[document.1-bc]
number = "1/BC-HĐND"
kind = "Báo cáo"
issuer = "hdnd"
issued = 2023-04-21
based-on = ["2-kh"]
[document.2-kh]
number = "2/KH-HĐND"
kind = "Kế hoạch"
issued = 2023-02-13
guides = ["36-2022"]
cited-in = "1-bc"
at = "I"
file = "to-giay-goc/2-kh.pdf"
url = "https://congbao.example/2-kh.pdf?trang=1"
sha256 = "14E1954D9316014E604FA8E93B37FD03CD5F63025E4A2BC998D0110D60594FD5"
`,
	"to-giay-goc/2-kh.pdf": "văn bản",
	"data/resolutions/36-2022.toml": `number = "36/NQ-HĐND"
issued = 2022-07-12
issuer = "hdnd"
title = "về cây xanh"
topic = "Trồng cây xanh"
cited-in = "1-bc"
at = "I/b1"
[provision.d4]
name = "Hỗ trợ"
place = "Điều 4"
[indicator.trees]
name = "Cây đã trồng"
measure = "count"
unit-of-measure = "cây"
summable = true
headline = true
[indicator.pupils]
name = "Học sinh"
measure = "count"
breakdown = "level"
categories = { primary = "Tiểu học", preschool = "Mầm non" }
[indicator.stage]
name = "Thực hiện"
measure = "stage"
`,
	"data/resolutions/56-2022.toml": `number = "56/NQ-HĐND"
issued = 2022-12-21
title = "về ngân sách"
topic = "Ngân sách"
[indicator.revenue]
name = "Thu"
measure = "money"
unit-of-measure = "triệu đồng"
summable = true
[indicator.attained]
name = "Đạt"
measure = "percent"
resolutions = ["36-2022", "56-2022"]
[indicator.per-head]
name = "Mỗi người"
measure = "money"
average-of = ["revenue", "trees"]
[indicator.plan]
name = "Công trình"
measure = "text"
resolutions = []
`,
	"data/reports/1-bc/report.toml": `as-of = 2023-04-21
scope = "Khảo sát"
[columns]
thu = "Kết quả thu %"
[period.survey]
name = "đến lúc khảo sát"
complete = true
[period.y2023]
name = "năm 2023"
[section.i]
at = "I"
title = "Khảo sát những gì"
[section.iii-1]
at = "III.1"
title = "Cây xanh"
[section.iii-5]
at = "III.5"
title = "Ngân sách"
`,
	"data/reports/1-bc/36-2022.toml": `resolutions = ["36-2022"]
at = "III.1"
topic = "Cây xanh"
announced = { n = 5, published = "5 cơ chế", at = "III.1/b1" }
[figures.trees]
period = "survey"
at = "III.1/p1"
open = true
total = 32670
[figures.trees.units]
thach-ha = 11383
nam-ha = { value = 844, note = "ít" }
van-yen = "in-progress"
[figures.pupils]
period = "survey"
at = "III.1/p1"
total = 122
[figures.pupils.by.level]
primary = 63
preschool = { value = 59, published = "59 cháu" }
[figures.stage]
period = "survey"
at = "III.1"
[figures.stage.units]
thach-ha = { state = "told", text = "Có báo cáo" }
nam-ha = "identified"
[figures.stage.counts]
identified = { value = 1, published = "01 đơn vị" }
[mechanism.support]
name = "Hỗ trợ"
provision = "d4"
n = 2
of = "mô hình"
published = "02 mô hình"
state = "preparing"
units = ["thach-ha"]
at = "III.1/p2"
[mechanism.support.items.1]
name = "Hợp tác xã"
unit = "thach-ha"
as = "Thạch Hà"
`,
	"data/reports/1-bc/56-2022.toml": `resolutions = ["56-2022"]
at = "III.5"
topic = "Ngân sách"
[figures.revenue-2023]
indicator = "revenue"
period = "y2023"
source = "2-kh"
at = "III.5"
total = { value = 1273.5, at = "III.5/total/thu" }
city = 30
[figures.revenue-2023.units]
thach-ha = { value = 1100, plan = 14170, percent = 7.4, published = "1.100/14.170=7,4%", at = "III.5/r1/thu" }
nam-ha = { value = 173.5, at = "III.5/r2/thu" }
van-yen = { state = "blank", at = "III.5/r3/thu" }
[figures.attained]
period = "survey"
at = "III.5"
[figures.attained.units]
thach-ha = 232
nam-ha = { percent = 7.5 }
[figures.plan]
period = "survey"
at = "III.5"
[figures.plan.units]
thach-ha = { text = "Đang làm hồ sơ", state = "preparing" }
nam-ha = { text = "Như trên", same-as = "thach-ha" }
[passage.b1]
at = "III.5/b1"
text = "Đường A; đường B."
[work.duong-a]
name = "Đường A"
unit = "thach-ha"
states = ["late", "in-debt"]
at = "III.5/b1"
also-at = ["III.5/r1/thu"]
passage = "b1"
figure = "revenue-2023/thach-ha"
`,
	"data/reports/1-bc/registers.toml": `[mention.all]
kind = "well"
units = ["all"]
resolution = "36-2022"
text = "Làm tốt tuyên truyền."
at = "III.1/p1"
[mention.late]
kind = "weak"
state = "not-settled"
text = "Còn công trình chưa quyết toán."
at = "III.5/p2"
[shortcoming.a]
text = "Còn chậm."
at = "III.5/b2"
units = ["nam-ha", "van-yen"]
open = true
[recommendation.a]
text = "Làm nhanh hơn."
at = "III.5/b3"
to = ["ubnd-px"]
units = ["all"]
resolutions = ["36-2022", "56-2022"]
documents = ["2-kh"]
deadline = "quý II/2023"
due = 2023-06-30
[check.a]
of = "sum.trees"
status = "corrected"
note = "Đính chính bằng văn bản."
document = "2-kh"
[reply.a]
unit = "thach-ha"
of = "trees"
status = "contests"
value = 11400
text = "Còn 17 cây do trường trồng."
by = "UBND xã"
received = 2023-05-04
document = "2-kh"
[reply.b]
unit = "thach-ha"
of = "work:duong-a"
status = "remarks"
text = "Đã bàn giao tháng 5."
received = 2023-05-04
[reply.c]
unit = "van-yen"
of = "mention:all"
status = "confirms"
received = 2023-05-05
[reply.d]
unit = "van-yen"
of = "recommendation:a"
status = "remarks"
text = "Đã làm."
received = 2023-05-05
[reply.e]
unit = "nam-ha"
of = "shortcoming:a"
status = "contests"
text = "Đã xong từ trước."
received = 2023-05-05
[reply.f]
unit = "thach-ha"
of = "mechanism:support"
status = "confirms"
received = 2023-05-05
`,
	"content/resolutions/36-2022.md": `+++
title = "Trồng cây"
lead = "Đã trồng {{ trees/total }} cây ở {{ trees as reported as words }} đơn vị."
round = "1-bc"
[fact.total]
label = "Cây"
value = "{{ trees/total }}"
source = "III.1/p1"
check = "trees"
+++

## Bao nhiêu

Thạch Hạ {{ trees/thach-ha }}, còn {{ trees/total as rest }}. Xem [](unit:thach-ha), [đối chiếu](checks).

` + "```figure\nkind = \"parts\"\ntables = [\"pupils\"]\ntitle = \"Học sinh\"\n```\n",
	"content/units/nam-ha.md": "Thu {{ revenue-2023/nam-ha }}, đạt {{ attained/nam-ha.percent }}. [Báo cáo](round:1-bc), [](document:2-kh), [](indicator:trees), [](resolution:56-2022).\n",
	"content/reports/1-bc.md": "Có {{ stage as units in identified }} đơn vị, {{ stage/count.identified as words }}; {{ work units as late }} nơi chậm; {{ pupils/part.primary }}.\n",
	"content/pages/about.md":  "+++\ntitle = \"Giới thiệu\"\n+++\nTỷ lệ {{ revenue-2023/thach-ha as ratio }}, cộng {{ revenue-2023/total as sum }}, {{ trees/khu-pho }}, {{ revenue-2023/thach-ha.published@1-bc }}. [](page:about) [](work:duong-a)\n",
}

// change replaces a text in a file of the valid portal, which must be there.
type change struct{ file, old, new string }

func broken(t *testing.T, changes ...change) fstest.MapFS {
	t.Helper()
	files := maps.Clone(valid)
	for _, ch := range changes {
		if !strings.Contains(files[ch.file], ch.old) {
			t.Fatalf("%s has no %q", ch.file, ch.old)
		}
		files[ch.file] = strings.Replace(files[ch.file], ch.old, ch.new, 1)
	}
	return filesOf(files)
}

func filesOf(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, text := range files {
		if text != "" {
			out[name] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	return out
}

func load(files fstest.MapFS) (*model.Portal, diag.List) {
	tree, findings := source.Load(files)
	p, more := Portal(tree)
	return p, append(findings, more...).Sorted()
}

// portal reads a portal without findings.
func portal(t *testing.T, changes ...change) *model.Portal {
	t.Helper()
	p, findings := load(broken(t, changes...))
	if len(findings) > 0 {
		t.Fatal(told(findings))
	}
	return p
}

// told gives each finding as file:line:col rule message | hint, and checks that both languages are whole.
func told(l diag.List) []string {
	var out []string
	for _, f := range l {
		s := f.Pos.String() + " " + f.Rule.ID + " " + f.Message("vi") + " | " + f.Hint("vi")
		if strings.Contains(s+f.Message("en")+f.Hint("en"), "%!") {
			s += " BADLY PRINTED: " + f.Message("en") + f.Hint("en")
		}
		out = append(out, s)
	}
	return out
}
