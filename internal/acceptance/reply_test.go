package acceptance

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// replied are answers of units to a figure, to silence, to a state, to a work, to a mechanism, to what is said of
// several units, and to a request. The sentences are made up for the test.
const replied = `
[reply.thu]
unit = "thach-quy"
of = "budget-revenue-2023"
status = "contests"
value = 174.5
text = "Số đến ngày khảo sát là 174,5 (câu thử)."
by = "Ủy ban nhân dân phường Thạch Quý"
received = 2023-05-04
document = "259-kh-hdnd"

[reply.cay]
unit = "bac-ha"
of = "trees-planted"
status = "remarks"
text = "Phường chưa được giao trồng (câu thử)."
received = 2023-05-05

[reply.chi]
unit = "thach-quy"
of = "budget-spending-2023"
status = "confirms"
received = 2023-05-05

[reply.duong]
unit = "thach-quy"
of = "work:trung-tiet"
status = "contests"
text = "Đường xong tháng 4 (câu thử)."
received = 2023-05-06

[reply.ke-hoach]
unit = "tran-phu"
of = "mention:work-plan"
status = "confirms"
received = 2023-05-06

[reply.viec]
unit = "thach-ha"
of = "recommendation:v3a-b1-a"
status = "remarks"
text = "Đã làm (câu thử)."
received = 2023-05-06

[reply.dang-thu]
unit = "tran-phu"
of = "budget-revenue-2023"
status = "contests"
text = "Đã thu một phần (câu thử)."
received = 2023-05-06

[reply.nong-nghiep]
unit = "ha-huy-tap"
of = "urban-agriculture"
status = "confirms"
received = 2023-05-06

[reply.so-hoa]
unit = "dong-mon"
of = "mechanism:digital"
status = "remarks"
text = "Có thêm một hợp tác xã (câu thử)."
received = 2023-05-06
`

// TestAReplyStandsBesideTheFigureAndNeverInItsPlace holds that what units answer is told wherever the thing is told,
// in full on the unit's page, and that everything else the site says stays what it was.
func TestAReplyStandsBesideTheFigureAndNeverInItsPlace(t *testing.T) {
	dir := copyPortal(t)
	write(t, filepath.Join(dir, "data", "reports", "279-bc-hdnd", "replies.toml"), replied)
	s := siteOf(t, dir)
	for _, c := range []struct{ page, id, want string }{
		{"don-vi/thach-quy.html", "tra-loi.279-bc-hdnd.thu", "Báo cáo ghi: 173 triệu đồng Nguồn: III.5, hàng 12Đơn vị có ý kiến khác. Đơn vị nêu: 174,5 triệu đồng. Số đến ngày khảo sát là 174,5 (câu thử).Ủy ban nhân dân phường Thạch Quý, nhận ngày 4/5/2023, Kế hoạch số 259/KH-HĐND"},
		{"don-vi/bac-ha.html", "tra-loi.279-bc-hdnd.cay", "Báo cáo không nêu số của phường Bắc Hà. Nguồn: III.1"},
		{"don-vi/thach-quy.html", "tra-loi.279-bc-hdnd.duong", "Đường xong tháng 4 (câu thử)."},
		{"don-vi/thach-quy.html", "budget-revenue-2023.y2023-to-survey", "đơn vị nêu 174,5"},
		{"don-vi/thach-quy.html", "budget-spending-2023.y2023-to-survey", "đơn vị xác nhận"},
		{"don-vi/thach-quy.html", "cong-trinh", "đơn vị có ý kiến khác"},
		{"don-vi/bac-ha.html", "tung-nghi-quyet", "Không nêu số riêngđơn vị nói thêm Toàn thành phố"},
		{"don-vi/ha-huy-tap.html", "tung-nghi-quyet", "Không có đối tượngđơn vị xác nhận"},
		{"don-vi/tran-phu.html", "tung-nghi-quyet", "Đang triển khaiđơn vị có ý kiến khác"},
		{"don-vi/dong-mon.html", "tung-nghi-quyet", "chuyển đổi sốđơn vị nói thêm"},
		{"nghi-quyet/36-2022.html", "hinh-bars-trees-planted", "Bắc HàKhông nêu số riêngđơn vị nói thêm"},
		{"index.html", "cham", "Đường Trung Tiếtđơn vị có ý kiến khác; "},
		{"nghi-quyet/104-2020.html", "cong-trinh", "Đường Trung Tiếtđơn vị có ý kiến khác; "},
		{"bao-cao/279-bc-hdnd.html", "III.6.b2", "đơn vị có ý kiến khác"},
		{"index.html", "bang-ky-hieu", "Đơn vị có ý kiến khác"},
		{"so-lieu/budget-revenue-2023.html", "thach-quy.y2023-to-survey", "đơn vị nêu 174,5"},
		{"so-lieu/trees-planted.html", "ky-survey-2023", "phường Bắc Hà (đơn vị nói thêm)"},
		{"nghi-quyet/56-2022.html", "hang-thach-quy", "đơn vị nêu 174,5"},
		{"cong-trinh.html", "ct-trung-tiet", "Chậmđơn vị có ý kiến khác"},
		{"han-che.html", "neu-ten-lam-tot", "Phường Trần Phú: đơn vị xác nhận"},
		{"kien-nghi.html", "dn-v3a-b1-a", "Lãnh đạo toàn diện"},
		{"bao-cao/279-bc-hdnd.html", "tra-loi", "9 phản hồi: 3 xác nhận, 3 có ý kiến khác, 3 nói thêm."},
		{"ky-hieu.html", "tra-loi", "trang này không phán xét bên nào đúng"},
	} {
		el := s.page(c.page).element(c.id)
		if el == nil {
			t.Errorf("%s has no #%s", c.page, c.id)
			continue
		}
		if said := text(el); !strings.Contains(said, c.want) {
			t.Errorf("%s#%s says %q, not %q", c.page, c.id, said, c.want)
		}
	}
	for page, want := range map[string]string{
		"don-vi/thach-quy.html": "Phường có ý kiến khác ở 2 chỗ.",
		"kien-nghi.html":        "Nguồn dừng ở ngày 21/4/2023. 1 việc đã ghi nhận đơn vị trả lời, 28 việc chưa có thông tin.",
		"don-vi/thach-ha.html":  "Nguồn dừng ở ngày 21/4/2023. 1 việc đã ghi nhận",
		"don-vi/bac-ha.html":    "chưa có thông tin về việc trả lời",
	} {
		if said := text(s.page(page).doc); !strings.Contains(said, want) {
			t.Errorf("%s does not say %q", page, want)
		}
	}
	if said := string(s.files["kien-nghi.html"]); !strings.Contains(said, "Xã Thạch Hạ: đơn vị nói thêm") {
		t.Error("the request does not tell who answered")
	}
	if figure := text(s.page("don-vi/thach-quy.html").element("budget-revenue-2023.y2023-to-survey")); !strings.Contains(figure, "173") {
		t.Errorf("the published figure is gone: %q", figure)
	}
	for _, p := range s.pages {
		for _, a := range elements(p.doc, "a") {
			if file, id, found := strings.Cut(attr(a, "href"), "#"); found && strings.HasPrefix(id, "tra-loi.") {
				target := s.page(filepath.ToSlash(filepath.Join(filepath.Dir(p.path), file)))
				if file == "" {
					target = p
				}
				if target == nil || !target.ids[id] {
					t.Errorf("%s leads to %s, which is not there", p.path, attr(a, "href"))
				}
			}
		}
	}
	sameButForReplies(t, s)
}

// sameButForReplies holds every table of the site against the one without replies.
func sameButForReplies(t *testing.T, s *site) {
	t.Helper()
	plain, answered := built, 0
	defer func() { built = plain }()
	for name := range plain.files {
		if !strings.HasSuffix(name, ".csv") || name == "tra-loi.csv" || name == "thay-doi.csv" {
			continue
		}
		before := records(t, name)
		built = s
		after := records(t, name)
		built = plain
		if len(before) != len(after) {
			t.Errorf("%s has %d rows and had %d", name, len(after), len(before))
			continue
		}
		for i := range after {
			for key := range after[i] {
				if strings.HasPrefix(key, "repl") {
					if after[i][key] != "" {
						answered++
					}
					before[i][key] = after[i][key]
				}
			}
			if !maps.Equal(before[i], after[i]) {
				t.Errorf("%s: %v became %v", name, before[i], after[i])
			}
		}
	}
	if answered < 10 {
		t.Errorf("%d cells tell of replies", answered)
	}
	built = s
	var ids []string
	for _, r := range records(t, "tra-loi.csv") {
		ids = append(ids, r["id"])
		if r["id"] == "thu" && (r["reply_value"] != "174.5" || r["unit_of_measure"] != "triệu đồng" || r["status"] != "contests" || r["on"] != "budget-revenue-2023" || r["document"] != "259-kh-hdnd") {
			t.Errorf("in the register: %v", r)
		}
	}
	if want := []string{"thu", "cay", "chi", "duong", "ke-hoach", "viec", "dang-thu", "nong-nghiep", "so-hoa"}; !slices.Equal(ids, want) {
		t.Errorf("the register has %q, want %q", ids, want)
	}
}
