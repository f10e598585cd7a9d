package render

import (
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

func testSite(t *testing.T) *site {
	t.Helper()
	l, _ := catalog(t, "vi")
	return &site{Input: Input{Locale: l, Result: &derive.Result{}}, portal: &model.Portal{}}
}

func TestAPlaceIsWordedAsAReaderFindsItOnPaper(t *testing.T) {
	s := testSite(t)
	r := &model.Round{Columns: map[string]string{"thu": "Kết quả thu %"}}
	for in, want := range map[string]string{
		"III.5/r12/thu":   "III.5, hàng 12",
		"III.5/total/chi": "III.5, dòng Tổng",
		"V.3.c/b2":        "V.3.c, ý 2",
		"III.6/p1":        "III.6, đoạn 1",
		"III.2":           "III.2",
	} {
		p, ok := model.ParsePlace(in)
		if got := strings.ReplaceAll(s.placeText(r, p, false), "\u00a0", " "); !ok || got != want {
			t.Errorf("%s is worded %q, want %q", in, got, want)
		}
	}
	p, _ := model.ParsePlace("III.5/r12/thu")
	if got := strings.ReplaceAll(s.placeText(r, p, true), "\u00a0", " "); got != "III.5, hàng 12, cột “Kết quả thu %”" {
		t.Errorf("with its column: %q", got)
	}
}

func TestAPercentageIsShownToTheLetter(t *testing.T) {
	for _, c := range []struct{ published, percent, want string }{
		{"926=13.7%", "13.7", "13.7%"},
		{"926=13,7%", "13.7", "13,7%"},
		{"1.100/14.170=7,4%", "7.4", "7,4%"},
		{"7,40%", "7.4", "7,40%"},
		{"173 =6%", "6", "6%"},
		{"đạt 100% (69/69)", "100", "100%"},
		{"7,4% (so với 8,1% năm 2022)", "7.4", "7,4%"},
		{"100/50 = 200% (năm trước 180%)", "200", "200%"},
		{"= 1 234,5%", "1234.5", "1 234,5%"},
		{"1.234,5%", "1234.5", "1.234,5%"},
		{"-5/10=-50%", "-50", "-50%"},
		{"−50%", "-50", "−50%"},
		{"5-10%", "10", "10%"},
		{"13%", "3", ""},
		{"không có phần trăm", "50", ""},
		{"%", "50", ""},
	} {
		percent, err := decimal.Parse(c.percent)
		if got := percentIn(c.published, percent); err != nil || got != c.want {
			t.Errorf("%q shows %q of %s, want %q %v", c.published, got, c.percent, c.want, err)
		}
	}
}

// A sum points at no single term, so its mark stands beside the total alone.
func TestASumMarksTheTotalAndNoUnit(t *testing.T) {
	p := testSite(t).page(homePath, "home", "")
	c := &derive.Reconciliation{Rule: derive.Sum, Verdict: derive.Differs}
	if p.concerns(c, &model.Figure{Scope: model.OfUnit}) {
		t.Error("a term of the sum is marked")
	}
	if !p.concerns(c, &model.Figure{Scope: model.OfTotal}) {
		t.Error("the total is not marked")
	}
}

func TestLinksAreRelativeAtEveryDepth(t *testing.T) {
	s := testSite(t)
	for _, c := range []struct{ from, to, want string }{
		{"index.html", "don-vi/thach-ha.html", "don-vi/thach-ha.html"},
		{"don-vi/thach-ha.html", "index.html", "../index.html"},
		{"don-vi/thach-ha.html", "don-vi/thach-ha.html#so-lieu", "#so-lieu"},
		{"bao-cao/x.html", "don-vi/a.html#trees.2023", "../don-vi/a.html#trees.2023"},
	} {
		if got := s.page(c.from, "", "").href(c.to); got != c.want {
			t.Errorf("from %s to %s: %q, want %q", c.from, c.to, got, c.want)
		}
	}
	s.portal.BaseURL = "https://example.org/a/b/"
	if got := s.page(NotFoundPath, "not-found", "").href("index.html"); got != "/a/b/index.html" {
		t.Errorf("the page served at any depth links to %q", got)
	}
}

func TestAStateIsNeverShownAsANumber(t *testing.T) {
	p := testSite(t).page(homePath, "home", "")
	table := &model.Table{Indicator: &model.Indicator{Measure: model.Money}}
	zero := decimal.FromInt(0)
	for _, st := range model.FigureStates {
		c := p.cell(table, &model.Figure{Table: table, State: st}, true)
		if c.Value != nil || c.Text != "" || c.StateKey == "" || c.StateWord == "" {
			t.Errorf("%s draws %+v", st, c)
		}
	}
	if c := p.cell(table, &model.Figure{Table: table, State: model.Reported, Value: &zero}, false); c.Value == nil || c.Text != "0" {
		t.Errorf("a true zero draws %+v", c)
	}
}

func TestEveryStateHasItsGlyphAndWord(t *testing.T) {
	l, _ := catalog(t, "vi")
	seen := map[string]model.State{}
	for _, st := range legendOrder {
		g := glyphs[st]
		if symbols[g] == "" || !l.Has("state."+string(st)) || !l.Has("state-means."+string(st)) {
			t.Errorf("%s lacks its glyph, word or meaning", st)
		}
		if other, twice := seen[g]; twice {
			t.Errorf("%s and %s share a glyph", st, other)
		}
		seen[g] = st
	}
	if want := len(model.FigureStates) + len(model.WorkStates) + 1; len(legendOrder) != want {
		t.Errorf("%d states are explained, want %d", len(legendOrder), want)
	}
}

// Without a figure for all together there is nothing that the unit's own could be a part of.
func TestSilenceIsOfAnOwnFigureOnlyBesideOneForAll(t *testing.T) {
	s := testSite(t)
	if got := s.silentWord(&model.Table{}); got != "Không nêu" {
		t.Errorf("a table of named units alone says %q", got)
	}
	if got := s.silentWord(&model.Table{Total: &model.Figure{}}); got != "Không nêu số riêng" {
		t.Errorf("a table with a total says %q", got)
	}
}

func TestOnlyWhatIsPrintedIsQuoted(t *testing.T) {
	p := testSite(t).page(homePath, "home", "")
	printed := func(f *model.Figure) string {
		var b markup.B
		p.printed(&b, f)
		return b.String()
	}
	if got := printed(&model.Figure{State: model.PublicisedOnly}); got != "" {
		t.Errorf("a state read from a sentence is given as printed: %q", got)
	}
	if got := printed(&model.Figure{State: model.Reported, Published: "173 =6%"}); !strings.Contains(got, "<q>173 =6%</q>") {
		t.Errorf("a printed cell gives %q", got)
	}
	if got := printed(&model.Figure{State: model.Blank}); !strings.Contains(got, "Ô trống") {
		t.Errorf("an empty cell gives %q", got)
	}
}

// A text that only adds a section takes away no answer the page has computed.
func TestATextWithoutALeadLeavesTheComputedOne(t *testing.T) {
	p := testSite(t).page(homePath, "home", "Công trình")
	p.lead, p.description = "21 công trình", "tóm tắt"
	p.tell(&narrative.Doc{})
	if p.lead != "21 công trình" || p.description != "tóm tắt" || p.h1 != "Công trình" {
		t.Errorf("the page says %q, %q, %q", p.h1, p.lead, p.description)
	}
}
