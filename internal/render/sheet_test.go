package render

import (
	"strings"
	"testing"

	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/layouts"
)

// sheetOf renders one sheet of a small portal, changed first.
func sheetOf(t *testing.T, path string, change func(p *model.Portal)) string {
	t.Helper()
	l, _ := catalog(t, "vi")
	p := syntheticProvince(3)
	p.Publisher, p.Council, p.Thresholds.Peers = "Nhóm thử", "Hội đồng thử", 2
	change(p)
	s, err := New(Input{Result: derive.All(p, p.Rounds[0].AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS, Assets: Assets{CSS: "a.css", Sheet: "b.css", JS: "a.js", Icon: "a.svg"}})
	if err != nil {
		t.Fatal(err)
	}
	page, there, err := s.Page(path)
	if err != nil || !there {
		t.Fatalf("%s: there %v, %v", path, there, err)
	}
	return string(page.Body)
}

const unitSheetOfTest = "niem-yet/don-vi/u00001.html"

func holds(t *testing.T, page string, want, not []string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(page, w) {
			t.Errorf("the sheet has no %q", w)
		}
	}
	for _, n := range not {
		if strings.Contains(page, n) {
			t.Errorf("the sheet has %q", n)
		}
	}
}

func TestASheetBorrowsNoCouncilsAuthority(t *testing.T) {
	const claim = "đây không phải văn bản của Hội đồng thử"
	holds(t, sheetOf(t, unitSheetOfTest, func(*model.Portal) {}), []string{claim, "Nguồn: Báo cáo số 1/BC", "Số liệu đến ngày 21/4/2023", "có thể được thay"}, nil)
	holds(t, sheetOf(t, unitSheetOfTest, func(p *model.Portal) { p.Official = true }), []string{"Nhóm thử công bố."}, []string{claim})
}

func TestASheetLeadsToItsPageWithACodeOnlyWhereTheAddressIsKnown(t *testing.T) {
	holds(t, sheetOf(t, unitSheetOfTest, func(*model.Portal) {}), []string{`<a href="../../don-vi/u00001.html">Xã Đơn vị 00001</a>`, `href="../../b.css"`}, []string{`class="qr"`, "https://"})
	holds(t, sheetOf(t, unitSheetOfTest, func(p *model.Portal) { p.BaseURL = "https://a.example/b/" }), []string{`class="qr"`, ">https://a.example/b/don-vi/u00001.html</a>"}, nil)
	holds(t, sheetOf(t, "niem-yet/nghi-quyet/2-2022.html", func(p *model.Portal) { p.BaseURL = "https://a.example" }), []string{">https://a.example/nghi-quyet/2-2022.html</a>"}, nil)
	tooLong := "https://a.example/" + strings.Repeat("x", 3000)
	holds(t, sheetOf(t, unitSheetOfTest, func(p *model.Portal) { p.BaseURL = tooLong }), []string{tooLong + "/don-vi/u00001.html"}, []string{`class="qr"`})
}

func TestASheetWritesAStateInWordsAndWhatAUnitContestsBesideIt(t *testing.T) {
	page := sheetOf(t, unitSheetOfTest, func(p *model.Portal) {
		r := p.Rounds[0]
		silent, blank := r.Tables[0].Units[1], r.Tables[1].Units[1]
		silent.State, silent.Value = model.InProgress, nil
		blank.State, blank.Value, blank.Published = model.Blank, nil, ""
		y := &model.Reply{ID: "a", Round: r, Unit: p.Units[1], Table: r.Tables[2], Status: model.Contests, Value: r.Tables[2].Units[2].Value, Received: r.AsOf}
		r.Tables[2].Replies, r.Replies = []*model.Reply{y}, []*model.Reply{y}
	})
	holds(t, page, []string{"<span>Đang triển khai</span>", "<span>Ô trống</span>", "<span>đơn vị nêu 1.002</span>"}, []string{"<b>0</b>"})
}

func TestASheetWithManyUnitsHasNoChartThatCouldNotFit(t *testing.T) {
	l, _ := catalog(t, "vi")
	p := syntheticProvince(60)
	s, err := New(Input{Result: derive.All(p, p.Rounds[0].AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{unitSheetOfTest, "niem-yet/nghi-quyet/1-2022.html"} {
		page, _, err := s.Page(path)
		if err != nil || strings.Contains(string(page.Body), "sheet-chart") {
			t.Errorf("%s: %v, or a chart of sixty bars", path, err)
		}
	}
	if page := sheetOf(t, unitSheetOfTest, func(*model.Portal) {}); !strings.Contains(page, "sheet-chart") {
		t.Error("no chart where there is room")
	}
}

func TestWhatNoReportTellsOfHasNoSheet(t *testing.T) {
	l, _ := catalog(t, "vi")
	p := syntheticProvince(2)
	p.Resolutions = append(p.Resolutions, &model.Resolution{ID: "new", Topic: "Mới", Doc: &model.Document{Number: "9/NQ", Kind: "Nghị quyết"}})
	s, err := New(Input{Result: derive.All(p, p.Rounds[0].AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS})
	if err != nil {
		t.Fatal(err)
	}
	if _, there, _ := s.Page("niem-yet/nghi-quyet/new.html"); there {
		t.Error("a resolution that no report tells of has a sheet")
	}
	if page, _, err := s.Page("nghi-quyet/new.html"); err != nil || strings.Contains(string(page.Body), "niem-yet/") {
		t.Errorf("its page leads to one, or %v", err)
	}
}
