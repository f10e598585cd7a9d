package render

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/layouts"
)

func num(s string) *decimal.Decimal {
	d, err := decimal.Parse(s)
	if err != nil {
		panic(err)
	}
	return &d
}

// tellingSite is a site of two rounds: 1-bc of three wards, and the newest, 2-bc, of the same; each has a
// table of trees, a late work, and the newest also a table of money and one of stages.
func tellingSite(t *testing.T) *site {
	t.Helper()
	kind := &model.Kind{ID: "phuong", Name: "phường", EN: "ward"}
	p := &model.Portal{Name: "Thử", Locale: "vi", Kinds: []*model.Kind{kind}}
	for _, id := range []string{"a", "b", "c"} {
		p.Units = append(p.Units, &model.Unit{ID: id, Name: strings.ToUpper(id), Kind: kind})
	}
	trees := &model.Indicator{ID: "trees", Name: "Cây", UnitMeasure: "cây", Measure: model.Count, Summable: true, Categories: []model.Category{{ID: "x", Name: "Xoan"}}}
	money := &model.Indicator{ID: "money", Name: "Thu", UnitMeasure: "triệu đồng", Measure: model.Money, Summable: true}
	stage := &model.Indicator{ID: "stage", Name: "Việc", Measure: model.Stage}
	p.Indicators = []*model.Indicator{trees, money, stage}
	for i, number := range []string{"1-bc", "2-bc"} {
		doc := &model.Document{ID: number, Number: number, Kind: "Báo cáo", Issued: model.Date{Year: 2023 + i, Month: 4, Day: 1}}
		rd := &model.Round{ID: number, Document: doc, AsOf: doc.Issued}
		p.Documents, p.Rounds = append(p.Documents, doc), append(p.Rounds, rd)
		rd.Works = []*model.Work{{ID: "w" + number[:1], Round: rd, Name: "Cầu " + number[:1], Unit: p.Units[0], States: []model.State{model.Late}, At: model.Place{Section: "III", Bullet: 2}}}
	}
	old, newest := p.Rounds[0], p.Rounds[1]
	old.Works = append(old.Works, &model.Work{ID: "v1", Round: old, Name: "Chợ", Unit: p.Units[0], States: []model.State{model.Late}, At: model.Place{Section: "III"}})
	addTable(p, old, trees, "total 100", "a 40")
	addTable(p, newest, trees, "total 300", "a 100", "b in-progress", "part.x 75", "count.in-progress 1")
	addTable(p, newest, money, "total 1000.5", "a 0 500 7.5", "b 900 450")
	addTable(p, newest, stage, "a identified")
	l, _ := catalog(t, "vi")
	s, err := newSite(Input{Result: derive.All(p, newest.AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// addTable adds a table to a round. A cell is "ADDRESS VALUE PLAN PERCENT" or "ADDRESS STATE".
func addTable(p *model.Portal, rd *model.Round, i *model.Indicator, cells ...string) {
	t := &model.Table{ID: i.ID, Indicator: i, Round: rd, Source: rd.Document, At: model.Place{Section: "III"}, Period: &model.Period{ID: "p" + i.ID, Name: "kỳ " + i.ID}}
	for _, cell := range cells {
		words := strings.Fields(cell)
		f := &model.Figure{Table: t, Scope: model.OfUnit, State: model.Reported, At: t.At}
		if d, err := decimal.Parse(words[1]); err == nil {
			f.Value, f.Published = &d, d.String()
		} else {
			f.State = model.State(words[1])
		}
		if len(words) > 2 {
			f.Plan = num(words[2])
		}
		if len(words) > 3 {
			f.Percent = num(words[3])
		}
		scope, name, _ := strings.Cut(words[0], ".")
		switch scope {
		case "total":
			f.Scope, t.Total = model.OfTotal, f
		case "part":
			f.Scope, f.Category, t.Parts = model.OfPart, i.Categories[0], append(t.Parts, f)
		case "count":
			f.Scope, f.Counted, t.Counts = model.OfCount, model.State(name), append(t.Counts, f)
		default:
			f.Unit = p.Units[scope[0]-'a']
			t.Units = append(t.Units, f)
		}
	}
	t.Index()
	rd.Tables = append(rd.Tables, t)
}

// told prints a text as a page of the newest round does, in plain form and as HTML.
func (s *site) told(t *testing.T, text string) (plain, html string) {
	t.Helper()
	in, findings := narrative.ParseInline(diag.Pos{}, text)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	p := s.page("trang/x.html", "page", "")
	return p.plain(in), p.html(in)
}

func TestABindingPrintsTheFigureAndSaysWhatIsComputed(t *testing.T) {
	s := tellingSite(t)
	for ref, want := range map[string]string{ // plain text, the mark, and where it leads
		"trees/total":                           "300||../bao-cao/2-bc.html#III",
		"trees/total@1-bc":                      "100||../bao-cao/1-bc.html#III",
		"trees/a as share":                      "33,3%|tính toán|../so-lieu/trees.html#computed.share.a.ptrees",
		"trees/a@1-bc as share":                 "40%|tính toán|../so-lieu/trees.html#computed.share.a.ptrees",
		"trees/part.x as share":                 "25%|tính toán|../so-lieu/trees.html#computed.share.part.x.ptrees",
		"money/a as share":                      "0%|tính toán|../so-lieu/money.html#computed.share.a.pmoney",
		"money/a as ratio":                      "0%|tính lại|../so-lieu/money.html#computed.ratio.a.pmoney",
		"trees/total less trees/a":              "200|tính toán|../so-lieu/trees.html#computed.less.total.trees.a.ptrees",
		"trees/total less trees/total@1-bc":     "200|tính toán|../so-lieu/trees.html#computed.less.total.trees.total.1-bc.ptrees",
		"trees/total@1-bc less trees/total":     "-200|tính toán|../so-lieu/trees.html#computed.less.total.trees.total.ptrees",
		"money/total less money/b":              "100,5|tính toán|../so-lieu/money.html#computed.less.total.money.b.pmoney",
		"money/a.plan less money/b.plan":        "50|tính toán|../so-lieu/money.html#computed.less.a.plan.money.b.plan.pmoney",
		"money/a.percent less money/a.percent":  "0 điểm phần trăm|tính toán|../so-lieu/money.html#computed.less.a.percent.money.a.percent.pmoney",
		"trees/total as rest":                   "200|tính toán|../so-lieu/trees.html#computed.rest.ptrees",
		"money/total as sum":                    "900|tính lại|../so-lieu/money.html#computed.sum.pmoney",
		"trees/b":                               "đang triển khai||../bao-cao/2-bc.html#III",
		"trees/c":                               "không nêu||../bao-cao/2-bc.html#III",
		"stage/a":                               "đã xác định đối tượng||../bao-cao/2-bc.html#III",
		"work as late":                          "1||../cong-trinh.html#bang-cong-trinh",
		"work@1-bc as late":                     "2||../bao-cao/1-bc.html",
		"work@1-bc units as late as words":      "một||../bao-cao/1-bc.html",
		"trees/count.in-progress as words":      "một||../bao-cao/2-bc.html#III",
		"money/a as words":                      "0||../bao-cao/2-bc.html#III",
		"money/a.percent as words":              "7,5%||../bao-cao/2-bc.html#III",
		"trees/part.x as share as words":        "25%|tính toán|../so-lieu/trees.html#computed.share.part.x.ptrees",
		"trees/total less trees/total as words": "0|tính toán|../so-lieu/trees.html#computed.less.total.trees.total.ptrees",
	} {
		plain, html := s.told(t, "{{ "+ref+" }}")
		mark, href := "", regexp.MustCompile(`href="([^"]*)"`).FindStringSubmatch(html)[1]
		if m := regexp.MustCompile(`<small class="comp">([^<]*)</small>`).FindStringSubmatch(html); m != nil {
			mark = m[1]
		}
		if got := strings.Join([]string{plain, mark, href}, "|"); got != want {
			t.Errorf("%s: got %s, want %s", ref, got, want)
		}
	}
}

func TestASmallPercentageInWordsKeepsItsPercent(t *testing.T) {
	s := tellingSite(t)
	addTable(s.portal, s.round, &model.Indicator{ID: "part", Name: "x", UnitMeasure: "cây", Measure: model.Count, Summable: true}, "total 100", "a 5")
	if plain, _ := s.told(t, "{{ part/a as share as words }}"); plain != "năm phần trăm" {
		t.Errorf("got %q", plain)
	}
}

func TestABigFigureThatIsComputedSaysSo(t *testing.T) {
	s := tellingSite(t)
	in, _ := narrative.ParseInline(diag.Pos{}, "{{ trees/a as share }}")
	if got := s.page("x.html", "page", "").bigNum(in); !strings.Contains(got, `33,3% <small class="comp">tính toán</small>`) {
		t.Errorf("got %s", got)
	}
	in, _ = narrative.ParseInline(diag.Pos{}, "{{ trees/total }}")
	if got := s.page("x.html", "page", "").bigNum(in); got != "300" {
		t.Errorf("got %s", got)
	}
}

func TestAWorkIsLinkedWhereTheRegisterOrItsReportTellsOfIt(t *testing.T) {
	s := tellingSite(t)
	if _, html := s.told(t, "[](work:w2)"); html != `<a href="../cong-trinh.html#ct-w2">Cầu 2</a>` {
		t.Errorf("got %s", html)
	}
	if !strings.Contains(s.works().sections[0].Body, `<tr id="ct-w2">`) {
		t.Error("the register has no line of that name")
	}
	p := s.page("x.html", "page", "")
	p.round = s.portal.Rounds[0]
	if href, text := (resolver{p, false}).Link("work:w1"); href != "bao-cao/1-bc.html#III.b2" || text != "Cầu 1" {
		t.Errorf("a work of an earlier round: %s %s", href, text)
	}
}

// block draws a figure block of the newest round.
func (s *site) block(kind string, tables ...string) string {
	var b markup.B
	s.page("trang/x.html", "page", "").drawBlock(&b, &narrative.Figure{Kind: kind, Tables: tables, Title: "Hình <thử>"})
	return b.String()
}

// cells are the texts of the rows of the first table of a body.
func cells(html string) []string {
	var out []string
	for _, row := range regexp.MustCompile(`(?s)<tr[^>]*>.*?</tr>`).FindAllString(html, -1) {
		out = append(out, strings.Join(strings.Fields(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(strings.ReplaceAll(row, "<", " <"), "")), " "))
	}
	return out
}

func TestATableBlockSetsTablesSideBySide(t *testing.T) {
	s := tellingSite(t)
	got := s.block("table", "trees", "money")
	want := []string{
		"Đơn vị Cây cây kỳ trees Thu triệu đồng kỳ money chưa hết kỳ Ô nguyên văn", "3 phường",
		"Phường A 100 0 7,5% kế hoạch 500 tính lại 0% Cây: 100 Thu: 0 Nguồn: III", "Phường B Đang triển khai 900 không nêu % kế hoạch 450 trên 100% Thu: 900 Nguồn: III",
		"Phường C Không nêu số riêng Không nêu số riêng",
	}
	rows := cells(got)
	if len(rows) < len(want)+1 || !slices.Equal(rows[:len(want)], want) || !strings.HasPrefix(rows[len(want)], "Tổng, như công bố 300") {
		t.Errorf("got %q", rows)
	}
	for _, part := range []string{"Hình &lt;thử&gt;", `id="hinh-table-trees"`, "Kỳ: kỳ trees (Cây)", "Kỳ: kỳ money (Thu)", "Xoan", `href="../so-lieu/trees.csv">Cây (CSV)`, `href="../so-lieu/money.csv"`, `aria-label="Hình &lt;thử&gt;"`} {
		if !strings.Contains(got, part) {
			t.Errorf("no %s in %s", part, got)
		}
	}
	if strings.Contains(got, `id="hang-`) {
		t.Error("rows of a block have the ids of the chapter's table")
	}
}

func TestAMatrixBlockShowsAGlyphForEachUnitAndTable(t *testing.T) {
	s := tellingSite(t)
	got := s.block("matrix", "trees", "stage")
	want := []string{"Đơn vị Cây Việc", "3 phường", "A 100 cây Đã xác định đối tượng", "B Đang triển khai Không nêu", "C Không nêu số riêng Không nêu"}
	if rows := cells(got); !slices.Equal(rows, want) {
		t.Errorf("got %q", rows)
	}
	for _, part := range []string{"#g-rep", "#g-prog", "#g-ident", "#g-none", `class="legend"`, `href="../so-lieu/stage.csv"`, "Cây: 1/3 đơn vị có số"} {
		if !strings.Contains(got, part) {
			t.Errorf("no %s in %s", part, got)
		}
	}
	if strings.Contains(got, "Việc: 0/") {
		t.Error("a table of states is said to lack numbers")
	}
	if whole := cells(s.block("matrix")); len(whole) != 5 || !strings.Contains(whole[0], "Công trình chậm") {
		t.Errorf("without tables: %q", whole)
	}
}

func TestFiguresOfOnePageHaveDifferentIDs(t *testing.T) {
	s := tellingSite(t)
	p := s.page("x.html", "page", "")
	var b markup.B
	for range 2 {
		for _, kind := range []string{"bars", "table", "matrix"} {
			p.drawBlock(&b, &narrative.Figure{Kind: kind, Tables: []string{"trees"}, Title: "x"})
		}
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(b.String(), -1) {
		if seen[m[1]] {
			t.Errorf("two elements are called %s", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) < 6 {
		t.Errorf("%d ids", len(seen))
	}
}
