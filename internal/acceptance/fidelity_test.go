package acceptance

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/check"
	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// transcribed is the repository's own portal, read as every build reads it.
func transcribed(t *testing.T) *model.Portal {
	t.Helper()
	tree, found := source.Load(os.DirFS("../.."))
	p, more := check.Portal(tree)
	for _, f := range append(found, more...) {
		if f.Rule.Severity == diag.Error {
			t.Errorf("%s: %s", f.Pos, f.Message("en"))
		}
	}
	if p == nil {
		t.Fatal("the portal has errors")
	}
	return p
}

func round(t *testing.T) *model.Round {
	t.Helper()
	for _, r := range transcribed(t).Rounds {
		if r.ID == "279-bc-hdnd" {
			return r
		}
	}
	t.Fatal("the report 279/BC-HĐND is not there")
	return nil
}

// printedIII5 is table III.5 as printed, typed from the report a second time: unit, revenue cell,
// spending cell, works cell. "" is a printed empty cell.
var printedIII5 = []struct{ unit, thu, chi, works string }{
	{"Phường Đại Nài", "1.100/14.170=7,4%", "923/5.227=17,6%", "Chuyển tiếp 01 công trình; 02/03 công trình mới được phê duyệt báo cáo KTKT"},
	{"Xã Thạch Hưng", "173 =6%", "926=13,7%", ""},
	{"Phường Thạch Linh", "3.906", "886,3", ""},
	{"Phường Bắc Hà", "4.500 =20%", "998 =17%", "Các công trình đầu tư đang trong giai đoạn làm hồ sơ"},
	{"Phường Nguyễn Du", "350 =11,8%", "920=20,5%", "Các công trình đầu tư đang trong giai đoạn làm hồ sơ"},
	{"Phường Tân Giang", "2.572 =20%", "905=17%", "Như trên"},
	{"Phường Văn Yên", "1.850", "1.000", ""},
	{"Xã Thạch Bình", "Đang triển khai", "", "Các hạ tầng vướng mặt bằng; các công trình khác đang làm hồ sơ"},
	{"Phường Trần Phú", "Đang triển khai", "", "Đang thẩm định hồ sơ thiết kế"},
	{"Phường Hà Huy Tập", "Đang triển khai", "", "Các công trình đầu tư đang trong giai đoạn làm hồ sơ"},
	{"Xã Đồng Môn", "1.624=5,5%", "1.382=17%", ""},
	{"Phường Thạch Quý", "173=6%", "926=13.7%", "Công trình đường trung tiết quá chậm"},
	{"Xã Thạch Trung", "3.917", "1.034", "Đang làm hồ sơ"},
	{"Xã Thạch Hạ", "Đang triển khai", "", ""},
	{"Phường Nam Hà", "2.564", "1.140", ""},
}

func TestTableIII5StandsCellByCellAsPrinted(t *testing.T) {
	r := round(t)
	thu, chi, works := r.Table("budget-revenue-2023"), r.Table("budget-spending-2023"), r.Table("works-2023")
	for _, table := range []*model.Table{thu, chi, works} {
		if table == nil || len(table.Units) != len(printedIII5) {
			t.Fatalf("a table of III.5 has not %d rows: %+v", len(printedIII5), table)
		}
	}
	for i, want := range printedIII5 {
		for _, c := range []struct {
			f      *model.Figure
			want   string
			column string
		}{{thu.Units[i], want.thu, "thu"}, {chi.Units[i], want.chi, "chi"}, {works.Units[i], want.works, "cong-trinh"}} {
			kind := c.f.Unit.Kind.Name
			if name := strings.ToUpper(kind[:1]) + kind[1:] + " " + c.f.Unit.Name; name != want.unit {
				t.Errorf("row %d is %s, want %s", i+1, name, want.unit)
			}
			if c.f.Published != c.want {
				t.Errorf("row %d, %s: %q, want %q", i+1, c.column, c.f.Published, c.want)
			}
			if at := (model.Place{Section: "III.5", Row: i + 1, Column: c.column}); c.f.At != at {
				t.Errorf("row %d, %s stands at %s, want %s", i+1, c.column, c.f.At, at)
			}
			if blank := c.want == ""; blank != (c.f.State == model.Blank) {
				t.Errorf("row %d, %s: state %s for the cell %q", i+1, c.column, c.f.State, c.want)
			}
			for _, wrong := range misread(c.f) {
				t.Error(wrong)
			}
		}
	}
	if got := thu.Total.Published + " " + chi.Total.Published; got != "22.556 11.040" {
		t.Errorf("totals %q", got)
	}
	if works.Units[5].SameAs != works.Units[4] {
		t.Error("“Như trên” in row 6 does not point to row 5")
	}
}

// misread reads the printed cell a second time, in the Vietnamese form, and holds value, plan and
// percentage against it: value/plan=percent, with either mark before the last digits of a percentage.
func misread(f *model.Figure) []string {
	if f.Table.Indicator.Measure == model.Words {
		return nil
	}
	amounts, percent, _ := strings.Cut(strings.ReplaceAll(f.Published, " ", ""), "=")
	value, plan, _ := strings.Cut(amounts, "/")
	if f.Value == nil {
		if strings.ContainsAny(f.Published, "0123456789") {
			return []string{fmt.Sprintf("%s prints %q and has no value", f.At, f.Published)}
		}
		return nil
	}
	plain := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".") }
	var wrong []string
	for _, n := range []struct {
		what string
		read *decimal.Decimal
		want string
	}{{"value", f.Value, plain(value)}, {"plan", f.Plan, plain(plan)}, {"percentage", f.Percent, strings.ReplaceAll(strings.TrimSuffix(percent, "%"), ",", ".")}} {
		if written(n.read) != n.want {
			wrong = append(wrong, fmt.Sprintf("%s: %s %s of %q", f.At, n.what, written(n.read), f.Published))
		}
	}
	return wrong
}

// written is a number in plain form, "" for none.
func written(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// printedElsewhere are the other figures of the report: table, address, value ("" where the state says
// why there is none), plan, and state.
var printedElsewhere = []struct{ table, address, value, plan, state string }{
	{"trees-planted", "total", "32670", "", "reported"},
	{"trees-planted", "thach-ha", "11383", "", "reported"},
	{"trees-planted", "thach-hung", "844", "", "reported"},
	{"trees-planted", "nguyen-du", "3576", "", "reported"},
	{"trees-planted", "tran-phu", "60", "", "reported"},
	{"propaganda-36", "total", "15", "", "reported"},
	{"trees-socialised", "count.told", "2", "", "reported"},
	{"trees-socialised", "van-yen", "", "", "told"},
	{"trees-socialised", "dai-nai", "", "", "told"},
	{"teachers-inclusive", "total", "77", "", "reported"},
	{"teachers-inclusive", "part.lower-secondary", "30", "", "reported"},
	{"teachers-inclusive", "part.primary", "41", "", "reported"},
	{"teachers-inclusive", "part.preschool", "6", "", "reported"},
	{"pupils-boarding", "total", "122", "", "reported"},
	{"pupils-boarding", "part.primary", "63", "", "reported"},
	{"pupils-boarding", "part.preschool", "59", "", "reported"},
	{"beneficiaries-38", "total", "0", "", "reported"},
	{"enlistment", "total", "69", "69", "reported"},
	{"enlistment-gifts", "total", "724", "", "reported"},
	{"enlistment-gift-per-head", "thach-linh", "19", "", "reported"},
	{"enlistment-gift-per-head", "thach-hung", "5", "", "reported"},
	{"enlistment-gift-per-head", "thach-binh", "5", "", "reported"},
	{"urban-agriculture", "count.identified", "4", "", "reported"},
	{"urban-agriculture", "count.not-applicable", "6", "", "reported"},
	{"urban-agriculture", "count.publicised-only", "5", "", "reported"},
	{"urban-agriculture", "thach-ha", "", "", "identified"},
	{"urban-agriculture", "dong-mon", "", "", "identified"},
	{"urban-agriculture", "thach-trung", "", "", "identified"},
	{"urban-agriculture", "dai-nai", "", "", "identified"},
	{"urban-agriculture", "van-yen", "", "", "not-applicable"},
	{"urban-agriculture", "nguyen-du", "", "", "publicised-only"},
	{"revenue-attainment-2021-2022", "thach-ha", "232", "", "reported"},
	{"revenue-attainment-2021-2022", "thach-trung", "221.6", "", "reported"},
	{"revenue-attainment-2021-2022", "nam-ha", "166", "", "reported"},
	{"revenue-attainment-2021-2022", "thach-quy", "160.3", "", "reported"},
	{"revenue-attainment-2021-2022", "tran-phu", "135.6", "", "reported"},
	{"land-use-fees", "dong-mon", "2370", "15000", "reported"},
	{"land-use-fees", "thach-binh", "3800", "50000", "reported"},
	{"land-infrastructure-debt", "dong-mon", "6.5", "", "reported"},
	{"resolutions-issued", "city", "30", "", "reported"},
	{"sessions-held", "city", "5", "", "reported"},
	{"work-plan-fields", "city", "13", "", "reported"},
	{"work-plan-fields", "nam-ha", "10", "", "reported"},
	{"work-plan-tasks", "city", "161", "", "reported"},
	{"work-plan-tasks", "nam-ha", "48", "", "reported"},
}

func TestEveryOtherFigureIsTheOnePrinted(t *testing.T) {
	for _, wrong := range unlikePrinted(round(t)) {
		t.Error(wrong)
	}
}

// unlikePrinted tells of the figures that are not as in printedElsewhere.
func unlikePrinted(r *model.Round) []string {
	var wrong []string
	for _, want := range printedElsewhere {
		f := figureAt(r, want.table, want.address)
		if f == nil {
			wrong = append(wrong, fmt.Sprintf("%s/%s is not there", want.table, want.address))
			continue
		}
		if value, plan := written(f.Value), written(f.Plan); value != want.value || plan != want.plan || string(f.State) != want.state {
			wrong = append(wrong, fmt.Sprintf("%s/%s is %q of %q, %s; want %q of %q, %s", want.table, want.address, value, plan, f.State, want.value, want.plan, want.state))
		}
	}
	return wrong
}

// figureAt returns the figure with the address in the table, or nil.
func figureAt(r *model.Round, table, address string) *model.Figure {
	t := r.Table(table)
	if t == nil {
		return nil
	}
	for _, f := range t.All() {
		if f.Address() == address {
			return f
		}
	}
	return nil
}

// A unit the report does not name must not be in a table: silence is not 0.
func TestUnitsNotNamedAreNotInTheTables(t *testing.T) {
	r := round(t)
	for table, n := range map[string]int{
		"trees-planted": 4, "trees-socialised": 2, "enlistment-gift-per-head": 3, "revenue-attainment-2021-2022": 5,
		"land-use-fees": 2, "land-infrastructure-debt": 1, "urban-agriculture": 15, "work-plan-tasks": 1,
	} {
		if got := len(r.Table(table).Units); got != n {
			t.Errorf("%s names %d units, want %d", table, got, n)
		}
	}
	for _, table := range []string{"revenue-attainment-2021-2022", "land-use-fees"} {
		if !r.Table(table).Open {
			t.Errorf("%s: the printed list ends in an ellipsis, so it is open", table)
		}
	}
}

func TestUnitsAndResolutionsAreTheReports(t *testing.T) {
	p := transcribed(t)
	kinds := map[string]int{}
	for _, u := range p.Units {
		kinds[u.Kind.Name]++
	}
	if !maps.Equal(kinds, map[string]int{"phường": 10, "xã": 5}) {
		t.Errorf("units by kind: %v", kinds)
	}
	want := map[string]string{
		"36-2022":  "36/NQ-HĐND 2022-07-12 về việc ban hành quy định một số chính sách hỗ trợ phát triển cây xanh trên địa bàn thành phố giai đoạn 2022-2025",
		"38-2022":  "38/NQ-HĐND 2022-07-12 V/v quy định tạm thời một số cơ chế hỗ trợ phát triển giáo dục và đào tạo thành phố Hà Tĩnh",
		"51-2022":  "51/NQ-HĐND 2022-12-21 Về nhiệm vụ phát triển kinh tế - xã hội năm 2023",
		"54-2022":  "54/NQ-HĐND 2022-12-21 Ban hành một số cơ chế hỗ trợ phát triển nông nghiệp đô thị thực hiện chương trình mục tiêu quốc gia xây dựng nông thôn mới trên địa bàn thành phố Hà Tĩnh giai đoạn 2023-2025",
		"56-2022":  "56/NQ-HĐND 2022-12-21 Về nhiệm vụ thu chi ngân sách, kế hoạch vốn đầu tư phát triển năm 2023",
		"104-2020": "104/NQ-HĐND 2020-12-31 Về nhiệm vụ thu chi ngân sách, kế hoạch vốn đầu tư phát triển năm 2021",
		"28-2021":  "28/NQ-HĐND 2021-12-28 Về nhiệm vụ thu chi ngân sách, kế hoạch vốn đầu tư phát triển năm 2022",
	}
	got := map[string]string{}
	for _, r := range p.Resolutions {
		got[r.ID] = r.Doc.Number + " " + r.Doc.Issued.String() + " " + r.Doc.Title
	}
	for id, w := range want {
		if got[id] != w {
			t.Errorf("%s is %q, want %q", id, got[id], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d resolutions, want %d", len(got), len(want))
	}
}

// printedIII6 are the eight bullets of III.6 to the letter, with the works split from each.
var printedIII6 = []struct {
	text, unit string
	late       []string
	debt       []string
}{
	{"Khu dân cư Đồng Rào, Đội giở; Tân Phú, Đồng Xay xã Thạch Trung.", "thach-trung", []string{"Khu dân cư Đồng Rào", "Đội giở", "Tân Phú", "Đồng Xay"}, nil},
	{"Đường Trung Tiết; nhà văn Hóa Trung Lân phường Thạch Quý.", "thach-quy", []string{"Đường Trung Tiết", "nhà văn Hóa Trung Lân"}, nil},
	{"Đập ghem; bãi xử lý rác thải xã Đồng Môn. Có 3 hạ tầng quỹ đất tại xã đã thực hiện từ 2016 đến nay nhưng còn nợ 6,5 tỷ đồng gồm khu hạ tầng Hà Lê; Đội quang giai đoạn 2; Tiền Tiến.", "dong-mon", []string{"Đập ghem", "bãi xử lý rác thải"}, []string{"khu hạ tầng Hà Lê", "Đội quang giai đoạn 2", "Tiền Tiến"}},
	{"Trường THCS Nam Hà; đường Võ Liêm Sơn kéo dài; Ngã tư đường Phan Đình Giót - Hà Huy Tập; ngã ba Nguyễn Biểu, phường Nam Hà.", "nam-ha", []string{"Trường THCS Nam Hà", "đường Võ Liêm Sơn kéo dài", "Ngã tư đường Phan Đình Giót - Hà Huy Tập", "ngã ba Nguyễn Biểu"}, nil},
	{"Đường Phú Hào; Lê Duẩn phường Hà Huy Tập; tình trạng các dự án hoàn thành chưa bàn giao đưa vào sử dụng thì đơn vị thi công đổ đất ngáng đường làm ảnh hưởng đến sinh hoạt của người dân, tạo dư luận không tốt.", "ha-huy-tap", []string{"Đường Phú Hào", "Lê Duẩn"}, nil},
	{"Khu chế tác đá; đường Đặng Văn Bá; trạm y tế Thạch Bình.", "thach-binh", []string{"Khu chế tác đá", "đường Đặng Văn Bá", "trạm y tế Thạch Bình"}, nil},
	{"Đường Văn Miếu, đường Lê Hồng Phong; cải tạo trú sở phường Thạch Linh.", "thach-linh", []string{"Đường Văn Miếu", "đường Lê Hồng Phong", "cải tạo trú sở"}, nil},
	{"Đường Đặng Tất xã Thạch Hưng...", "thach-hung", []string{"Đường Đặng Tất"}, nil},
}

func TestWorksAreSplitFromTheEightPrintedBullets(t *testing.T) {
	r := round(t)
	if len(r.Passages) != len(printedIII6) {
		t.Fatalf("%d bullets, want %d", len(r.Passages), len(printedIII6))
	}
	late, debt := 0, 0
	for i, want := range printedIII6 {
		if got := r.Passages[i]; got.Text != want.text || got.At.Bullet != i+1 {
			t.Errorf("bullet %d at %s: %q", i+1, got.At, got.Text)
		}
		var gotLate, gotDebt []string
		for _, w := range r.Works {
			if w.At.Bullet != i+1 || w.At.Section != "III.6" {
				continue
			}
			if w.Unit == nil || w.Unit.ID != want.unit {
				t.Errorf("%s stands with %v, want %s", w.Name, w.Unit, want.unit)
			}
			switch {
			case slices.Equal(w.States, []model.State{model.Late}):
				gotLate = append(gotLate, w.Name)
			case slices.Equal(w.States, []model.State{model.InDebt}):
				gotDebt = append(gotDebt, w.Name)
			default:
				t.Errorf("%s is %v", w.Name, w.States)
			}
		}
		if !slices.Equal(gotLate, want.late) || !slices.Equal(gotDebt, want.debt) {
			t.Errorf("bullet %d gives %q late and %q in debt", i+1, gotLate, gotDebt)
		}
		late, debt = late+len(gotLate), debt+len(gotDebt)
	}
	if late != 21 || debt != 3 || len(r.Works) != 24 {
		t.Errorf("%d late and %d in debt of %d works, want 21 and 3 of 24", late, debt, len(r.Works))
	}
}

func TestRecommendationsAndShortcomingsStandByTheirPrintedBullets(t *testing.T) {
	r := round(t)
	places := func(ss []*model.Statement) string {
		var out []string
		for _, s := range ss {
			if at := s.At.String(); !slices.Contains(out, at) {
				out = append(out, at)
			}
		}
		return strings.Join(out, " ")
	}
	if got, want := places(r.Recommendations), "V.1/p1 V.2/b1 V.2/b2 V.2/b3 V.2/b4 V.3.a/b1 V.3.b/b1 V.3.b/b2 V.3.c/b1 V.3.c/b2 V.3.c/b3 V.3.c/b4"; got != want {
		t.Errorf("recommendations at %s, want %s", got, want)
	}
	if got, want := places(r.Shortcomings), "IV/b1 IV/b2 IV/b3 IV/b4"; got != want {
		t.Errorf("shortcomings at %s, want %s", got, want)
	}
	tied := map[string]bool{}
	for _, s := range r.Recommendations {
		if len(s.Resolutions) > 0 {
			tied[s.At.String()] = true
			var ids []string
			for _, res := range s.Resolutions {
				ids = append(ids, res.ID)
			}
			if got := strings.Join(ids, " "); got != "36-2022 38-2022 54-2022" {
				t.Errorf("%s is tied to %s", s.At, got)
			}
		}
	}
	if !maps.Equal(tied, map[string]bool{"V.2/b1": true, "V.2/b3": true}) {
		t.Errorf("the report ties V.2/b1 and V.2/b3 to resolutions, the data %v", tied)
	}
}
