package acceptance

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/internal/derive"
)

// element is the element of a page with an id, nil without.
func (p *page) element(id string) *html.Node {
	for _, e := range elements(p.doc) {
		if attr(e, "id") == id {
			return e
		}
	}
	return nil
}

// TestTheChecksPageStates holds the sentences for which a journalist opens the page: both figures, the
// arithmetic, every row that could explain a difference, and what agrees.
func TestTheChecksPageStates(t *testing.T) {
	p := built.page("doi-chieu.html")
	for id, want := range map[string][]string{
		"sum.budget-revenue-2023":                           {"22.556", "22.729", "Lệch 173 triệu đồng", "III.5, hàng 2 (xã Thạch Hưng)", "Trang này không chọn chỗ nào", "III.5, hàng 12 (phường Thạch Quý)", "1.100 + 173 + 3.906 + 4.500 + 350 + 2.572 + 1.850 + 1.624 + 173 + 3.917 + 2.564 = 22.729"},
		"sum.budget-spending-2023":                          {"11.040,3", "11.040", "khớp khi làm tròn"},
		"ratio.budget-revenue-2023.dai-nai":                 {"7,4%", "7,76%", "1.100 ÷ 14.170 ≈ 7,76%", "trang này đọc số sau là kế hoạch"},
		"ratio.budget-spending-2023.dai-nai":                {"17,6%", "923 ÷ 5.227 ≈ 17,66%", "bỏ các chữ số sau"},
		"coverage.budget-revenue-2023.budget-spending-2023": {"22.556", "11.040", "hàng 2 (xã Thạch Hưng)", "hàng 12 (phường Thạch Quý)", "11.040,3", "không kết luận"},
		"identical.56-2022.thach-hung.thach-quy":            {"173 =6%", "926=13,7%", "173=6%", "926=13.7%", "xã Thạch Hưng", "phường Thạch Quý", "Báo cáo không giải thích"},
		"rest.trees-planted":                                {"32.670", "16.807", "4/15 đơn vị có số riêng"},
		"parts.teachers-inclusive":                          {"30 + 41 + 6 = 77"},
		"parts.pupils-boarding":                             {"63 + 59 = 122"},
		"ratio.enlistment.total":                            {"69 ÷ 69 = 100%", "đúng như báo cáo ghi"},
		"range.enlistment-gift-per-head":                    {"724 ÷ 69 ≈ 10,5 triệu đồng/người", "nếu chia đều", "5 đến 19"},
		"groups.urban-agriculture":                          {"cộng lại được 15", "mỗi đơn vị đúng một lần"},
		"groups.trees-socialised":                           {"2 đơn vị"},
		"listed.54-2022":                                    {"5 cơ chế", "kể 4 cơ chế"},
		"form.budget-spending-2023.thach-quy":               {"13.7%", "13,7%"},
		"spelling.digital.dong-mon":                         {"Đông Môn", "Đồng Môn"},
		"guidance.2702-hd.36-2022":                          {"2702", "11/11/2022", "122 ngày"},
		"period.budget-revenue-2023":                        {"chưa hết kỳ"},
		"implied-plan.budget-revenue-2023.bac-ha":           {"4.500", "20%", "21.426 đến 23.083", "Nếu tỷ lệ ấy tính trên kế hoạch", "nguồn không công bố"},
		"over-plan.revenue-attainment-2021-2022.thach-ha":   {"232%", "trên 100%"},
	} {
		e := p.element("279-bc-hdnd." + id)
		if e == nil {
			t.Errorf("no %s", id)
			continue
		}
		said := strings.ReplaceAll(text(e), "\u00a0", " ")
		for _, w := range want {
			if !strings.Contains(said, w) {
				t.Errorf("%s says %q, not %q", id, said, w)
			}
		}
	}
}

// TestNoReconciliationGuessesOrBlames holds the wording: figures and arithmetic, no cause, no verdict.
func TestNoReconciliationGuessesOrBlames(t *testing.T) {
	words := []string{"có thể do", "có lẽ", "chép nhầm", "sai sót", "nhầm lẫn", "gian lận", "cố tình", "lỗi của", "thiếu trách nhiệm"}
	eachPage(t, func(t *testing.T, p *page) {
		for _, e := range elements(p.doc, "article", "li") {
			for _, word := range words {
				if (hasClass(e, "check") || strings.HasPrefix(attr(e, "id"), "279-bc-hdnd.")) && strings.Contains(strings.ToLower(text(e)), word) {
					t.Errorf("%s: %q", attr(e, "id"), text(e))
				}
			}
		}
	})
}

// TestAReconciliationStandsBesideItsFigures holds that what needs reading is marked wherever its figure is:
// at the permanent address, in the table and the charts of its resolution, on the page of the units
// concerned, and in the CSV.
func TestAReconciliationStandsBesideItsFigures(t *testing.T) {
	portal := transcribed(t)
	r := derive.All(portal, portal.Newest().AsOf, strings.Compare)
	seen := 0
	for _, c := range r.Reconciliations {
		key := c.Key()
		if built.page("doi-chieu.html").element(key) == nil {
			t.Errorf("%s is not on the checks page", key)
		}
		for _, u := range c.Units {
			if built.page("don-vi/"+u.ID+".html").element(key) == nil {
				t.Errorf("%s is not on the page of %s", key, u.ID)
			}
		}
		if c.Chapter != nil {
			for _, res := range c.Chapter.Resolutions {
				if built.page("nghi-quyet/"+res.ID+".html").element(key) == nil {
					t.Errorf("%s is not on the page of %s", key, res.ID)
				}
			}
		}
		for _, f := range c.Figures {
			name, anchor := "so-lieu/"+f.Table.Indicator.ID, f.Address()+"."+f.Table.Period.ID
			if f.Unit != nil {
				name, anchor = "don-vi/"+f.Unit.ID, f.Table.Key()
			}
			if aside := c.Rule == derive.Parts && f.Scope != "total" || c.Rule == derive.Covering && f.Table.ID == "budget-spending-2023"; !aside && !leadsTo(built.page(name+".html").element(anchor), key) {
				t.Errorf("%s is not beside %s/%s", key, f.Table.ID, f.Address())
			}
			if !slices.ContainsFunc(records(t, name+".csv"), func(row map[string]string) bool {
				return row["table"] == f.Table.ID && row["scope"] == string(f.Scope) && slices.Contains(strings.Split(row["checks"], "; "), c.ID)
			}) {
				t.Errorf("%s is not in %s.csv", c.ID, name)
			}
			seen++
		}
		if c.Verdict.Attention() && c.Table != nil && c.Chapter != nil && !leadsTo(built.page("nghi-quyet/"+c.Chapter.Resolutions[0].ID+".html").doc, key) {
			t.Errorf("no figure on the resolution's page leads to %s", key)
		}
	}
	if seen < 60 {
		t.Errorf("%d figures with a reconciliation", seen)
	}
}

// leadsTo reports whether a link below n leads to a place.
func leadsTo(n *html.Node, id string) bool {
	return n != nil && slices.ContainsFunc(elements(n, "a"), func(a *html.Node) bool { return strings.HasSuffix(attr(a, "href"), "#"+id) })
}

// TestAnAnswerStandsBesideBothFigures holds what an editor learnt of a reconciliation: it is told on the card,
// beside the figure and in the data, and neither figure nor the verdict changes with it.
func TestAnAnswerStandsBesideBothFigures(t *testing.T) {
	dir := copyPortal(t)
	file := filepath.Join(dir, "data", "reports", "279-bc-hdnd", "56-2022.toml")
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, file, string(before)+`
[check.hoi-thu]
of = "sum.budget-revenue-2023"
status = "corrected"
note = "Văn phòng trả lời ngày 5/5/2023 (câu thử)."
document = "259-kh-hdnd"
`)
	s := siteOf(t, dir)
	const key = "279-bc-hdnd.sum.budget-revenue-2023"
	said := text(s.page("doi-chieu.html").element(key))
	for _, w := range []string{"22.556", "22.729", "Lệch 173", "Văn bản sau ghi khác. Văn phòng trả lời ngày 5/5/2023 (câu thử).", "259/KH-HĐND"} {
		if !strings.Contains(said, w) {
			t.Errorf("the card says %q, not %q", said, w)
		}
	}
	if lead := s.page("doi-chieu.html").said("lead"); !strings.Contains(lead, "1 chỗ đã có trả lời") || !strings.Contains(lead, "2 chỗ hai con số không khớp") {
		t.Errorf("the page opens with %q", lead)
	}
	if row := text(s.page("so-lieu/budget-revenue-2023.html").element("total.y2023-to-survey")); !strings.Contains(row, "cộng lại 22.729, văn bản sau ghi khác") {
		t.Errorf("beside the figure: %q", row)
	}
	was := built
	built = s
	defer func() { built = was }()
	for _, r := range records(t, "doi-chieu.csv") {
		if r["id"] == "sum.budget-revenue-2023" && (r["verdict"] != "differs" || r["published"] != "22556" || r["status"] != "corrected" || r["document"] != "259-kh-hdnd") {
			t.Errorf("in the CSV: %v", r)
		}
	}
}
