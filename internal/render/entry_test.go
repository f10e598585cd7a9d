package render

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"minhbach/internal/check"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/internal/source"
	"minhbach/layouts"
)

// ownPortal is the site of this repository's portal, in a language.
func ownPortal(t *testing.T, lang string) *site {
	t.Helper()
	tree, found := source.Load(os.DirFS("../.."))
	p, more := check.Portal(tree)
	if p == nil {
		t.Fatal(found, more)
	}
	return siteOf(t, p, lang)
}

func siteOf(t *testing.T, p *model.Portal, lang string) *site {
	t.Helper()
	l, _ := catalog(t, lang)
	s, err := newSite(Input{Result: derive.All(p, p.Newest().AsOf, l.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEntriesSayWhatAThingIsAndWhereItStands(t *testing.T) {
	s := ownPortal(t, "vi")
	byPath := map[string]Entry{}
	for _, e := range s.entries() {
		if old, ok := byPath[e.Path]; ok && e.Kind == old.Kind {
			t.Errorf("%q and %q have the address %s", old.Title, e.Title, e.Path)
		}
		byPath[e.Path] = e
	}
	for path, want := range map[string]string{
		"don-vi/dai-nai.html":                                     "unit|Phường Đại Nài|Thu ngân sách 2023: 1.100 triệu đồng (năm 2023, đến lúc khảo sát) · Chi",
		"don-vi/tran-phu.html":                                    "unit|Phường Trần Phú|Cây xanh đã trồng: 60 cây · ",
		"nghi-quyet/38-2022.html":                                 "resolution|Nghị quyết 38/NQ-HĐND: Hỗ trợ giáo dục|0 người đã được hưởng hỗ trợ",
		"so-lieu/trees-planted.html":                              "figure|Cây xanh đã trồng|32.670 cây · ",
		"don-vi/dai-nai.html#budget-revenue-2023.y2023-to-survey": "figure|Phường Đại Nài: Thu ngân sách 2023|1.100 triệu đồng · năm 2023, đến lúc khảo sát",
		"cong-trinh.html#ct-le-duan":                              "work|Lê Duẩn|Chậm",
		"kien-nghi.html#dn-v2-b2":                                 "recommendation|Chỉ đạo Ủy ban nhân dân phường, xã thực hiện có hiệu quả việc thu giá dịch vụ giai đoạn 3 của Nghị quyết 24 về rác thải, gắn với trách nhiệm của người đứng đầu.|Ủy ban nhân dân thành phố Hà Tĩnh · Chưa ghi nhận trả lời",
		"van-ban.html#2702-hd":                                    "document|Hướng dẫn 2702: Thực hiện Nghị quyết 36|11/11/2022 · Ủy ban nhân dân thành phố Hà Tĩnh",
		"phuong-phap.html":                                        "page|Cách làm|",
	} {
		e := byPath[path]
		if got := fmt.Sprintf("%s|%s|%s", e.Kind, e.Title, e.Line()); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
	if terms := byPath["don-vi/dong-mon.html"].Terms; terms != "Đông Môn" {
		t.Errorf("the other spelling of a unit is not looked for: %q", terms)
	}
}

// A line is no place where a computed figure may pass for a published one.
func TestComputedFiguresAreMarkedInALine(t *testing.T) {
	for _, e := range ownPortal(t, "vi").entries() {
		if line := e.Line(); strings.Contains(line, "16.807") && !strings.Contains(line, "16.807 tính toán") {
			t.Errorf("%s: %q", e.Title, line)
		}
	}
}

func TestEveryThingOfThePortalHasAnEntry(t *testing.T) {
	s := ownPortal(t, "en")
	n := map[EntryKind]int{}
	for _, e := range s.entries() {
		n[e.Kind]++
		if e.Title == "" || strings.Contains(e.Title+e.Line(), "⟦") {
			t.Errorf("%s has the title %q and the line %q", e.Path, e.Title, e.Line())
		}
	}
	figures := 0
	for _, table := range s.round.Tables {
		figures += len(table.Units)
	}
	for kind, want := range map[EntryKind]int{
		UnitEntry: len(s.portal.Units), ResolutionEntry: len(s.portal.Resolutions), FigureEntry: len(s.portal.Indicators) + figures, WorkEntry: len(s.round.Works),
		RecommendationEntry: len(s.round.Recommendations), ShortcomingEntry: len(s.round.Shortcomings), DocumentEntry: len(s.portal.Documents) - len(s.portal.Resolutions),
	} {
		if n[kind] != want || want == 0 {
			t.Errorf("%d entries of the kind %s, want %d", n[kind], kind, want)
		}
	}
}

func TestFiguresOfUnitsAreFoundOneByOneOnlyWhileTheyAreFew(t *testing.T) {
	for n, want := range map[int]int{200: 200 * 12, 300: 0} {
		deep := 0
		for _, e := range siteOf(t, syntheticProvince(n), "vi").entries() {
			if e.Deep {
				deep++
			}
		}
		if deep != want {
			t.Errorf("%d units: %d figures, want %d", n, deep, want)
		}
	}
}

func TestUnitsOfOneNameAreToldApart(t *testing.T) {
	for _, e := range siteOf(t, syntheticProvince(150), "vi").entries() {
		if e.Path == "don-vi/u00142.html" && (!strings.HasPrefix(e.Line(), "Xã Đơn vị 00100 · ") || e.Part != "u00100" || !strings.Contains(e.Terms, "Đơn vị 00100")) {
			t.Errorf("%q, part %q, terms %q", e.Line(), e.Part, e.Terms)
		}
	}
}
