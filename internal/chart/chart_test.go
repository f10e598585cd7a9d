package chart

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/internal/decimal"
	"minhbach/internal/markup"
)

var words = Text{Open: "Mở", Close: "Đóng", Interactive: "Biểu đồ:", Source: "Nguồn:", ReferenceLine: "Vạch đứt:", Locale: "vi"}

func value(s, text string) Cell {
	d, err := decimal.Parse(s)
	if err != nil {
		panic(err)
	}
	return Cell{Value: &d, Text: text}
}

func gap(key, word string) Cell { return Cell{StateKey: key, StateWord: word} }

// budget is the money of four units, two measures, as a report prints them.
func budget() *Figure {
	return &Figure{
		ID: "thu-chi", Kind: Pairs, Title: "Đã thu và đã chi", Unit: "triệu đồng", Notes: []string{"3/4 đơn vị có số", "Chưa hết năm."},
		Source: Source{"III.5, hàng 12", "bao-cao.html#III.5"}, Series: []string{"Thu", "Chi"},
		Groups: []Group{
			{"2 phường", []Row{
				{Label: "Bắc Hà", Href: "don-vi/bac-ha.html", Cells: []Cell{value("4500", "4.500"), value("998", "998")}},
				{Label: "Trần Phú", Cells: []Cell{gap("prog", "Đang triển khai"), gap("blank", "Ô trống")}},
			}},
			{"2 xã", []Row{
				{Label: "Thạch Linh", Cells: []Cell{value("3906", "3.906"), value("886.3", "886,3")}},
				{Label: "Thạch Hưng", Cells: []Cell{{Value: value("0", "").Value, Text: "0"}, gap("blank", "Ô trống")}},
			}},
		},
	}
}

func income() *Figure {
	f := budget()
	f.Kind, f.Series = Bars, nil
	for _, g := range f.Groups {
		for i := range g.Rows {
			g.Rows[i].Cells = g.Rows[i].Cells[:1]
		}
	}
	return f
}

// draw returns the static figure as a tree.
func draw(t *testing.T, f *Figure, interactive bool) *html.Node {
	t.Helper()
	var b markup.B
	Static(&b, f, words, interactive)
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// find returns the elements with the tag, and the class if one is given, in document order.
func find(n *html.Node, tag, class string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag && (class == "" || slices.Contains(strings.Fields(attr(d, "class")), class)) {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

func widths(n *html.Node) []string {
	var out []string
	for _, svg := range find(n, "svg", "bar") {
		for _, r := range find(svg, "rect", "") {
			out = append(out, attr(r, "width"))
		}
	}
	return out
}

func TestBarsOfAllGroupsAndMeasuresShareOneScale(t *testing.T) {
	got := widths(draw(t, budget(), false))
	want := []string{"100%", "22.18%", "86.8%", "19.7%"}
	if !slices.Equal(got, want) {
		t.Errorf("widths %v, want %v", got, want)
	}
}

func TestScaleHoldsTheRestAndTheReferenceLine(t *testing.T) {
	f := income()
	rest := value("9000", "9.000")
	f.Rest, f.RestLabel = &rest, "Không theo đơn vị"
	if got := widths(draw(t, f, false)); !slices.Equal(got, []string{"50%", "43.4%", "100%"}) {
		t.Errorf("with a rest of 9000: %v", got)
	}
	f.Rest, f.Line = nil, &Line{*value("18000", "").Value, "18.000"}
	doc := draw(t, f, false)
	if got := widths(doc); !slices.Equal(got, []string{"25%", "21.7%"}) {
		t.Errorf("with a line at 18000: %v", got)
	}
	for _, l := range find(find(doc, "ul", "bars")[0], "line", "bar-line") {
		if attr(l, "x1") != "100%" {
			t.Errorf("reference line at %s, want 100%%", attr(l, "x1"))
		}
	}
	if keys := find(doc, "p", "keys"); len(keys) != 1 || text(keys[0]) != "Vạch đứt: 18.000" {
		t.Error("the reference line is not explained")
	}
}

func TestNegativeValuesHangLeftOfNought(t *testing.T) {
	f := income()
	f.Groups = []Group{{"", []Row{{Label: "a", Cells: []Cell{value("-50", "−50")}}, {Label: "b", Cells: []Cell{value("150", "150")}}}}}
	rects := find(draw(t, f, false), "rect", "")
	if attr(rects[0], "x") != "" || attr(rects[0], "width") != "25%" || attr(rects[1], "x") != "25%" || attr(rects[1], "width") != "75%" {
		t.Errorf("bars %v and %v", rects[0].Attr, rects[1].Attr)
	}
}

func TestGapIsAWordAndNeverABar(t *testing.T) {
	for _, f := range []*Figure{income(), budget()} {
		for _, li := range find(draw(t, f, true), "li", "") {
			if !strings.Contains(text(li), "Đang triển khai") {
				continue
			}
			if len(find(li, "rect", "")) > 0 || len(find(li, "svg", "bar")) > 0 {
				t.Errorf("%s: a bar is drawn where there is no figure", f.Kind)
			}
			if len(find(li, "use", "")) == 0 {
				t.Errorf("%s: the state has no glyph", f.Kind)
			}
		}
	}
}

func TestNoughtIsAFigureWithItsNumberAndAMarkOnTheScale(t *testing.T) {
	lis := find(draw(t, income(), false), "li", "")
	last := lis[len(lis)-1]
	if text(find(last, "b", "")[0]) != "0" || len(find(last, "line", "bar-base")) != 1 || len(find(last, "rect", "")) != 0 {
		t.Error("0 must be printed, with the foot of the scale and no bar")
	}
}

func TestOwnRowIsFilledAndPeersAreOutlined(t *testing.T) {
	f := income()
	f.Groups[1].Rows[0].Own = true
	doc := draw(t, f, false)
	if len(find(doc, "rect", "bar-a")) != 1 || len(find(doc, "rect", "bar-peer")) != 1 || text(find(doc, "span", "me")[0]) != "Thạch Linh" {
		t.Error("want one solid bar, of the unit itself, and its peers outlined")
	}
	if len(find(draw(t, income(), false), "rect", "bar-peer")) != 0 {
		t.Error("without a unit of its own a figure has no peers")
	}
}

func TestMarksAndSidesStandBesideTheirValue(t *testing.T) {
	f := income()
	cell := &f.Groups[0].Rows[0].Cells[0]
	cell.Side, cell.Marks = "20%", []Mark{{"neq", "tính lại 21%", "#kt"}, {"contest", "đơn vị nêu 5", "#tra-loi"}}
	f.Groups[1].Rows[0].Cells[0].SideWord = "không nêu tỷ lệ"
	lis := find(draw(t, f, false), "li", "")
	if a := find(lis[0], "a", "mark"); len(a) != 2 || attr(a[0], "href") != "#kt" || text(a[0]) != "tính lại 21%" || attr(a[1], "href") != "#tra-loi" || text(a[1]) != "đơn vị nêu 5" {
		t.Error("the marks are no links to what is told of them")
	}
	if text(find(lis[0], "span", "p")[0]) != "20%" || text(find(lis[2], "span", "p")[0]) != "không nêu tỷ lệ" {
		t.Error("the printed percentage, or that there is none, is missing")
	}
}

func TestStagesPrintWordCountAndNames(t *testing.T) {
	four, one := value("4", "4"), value("1", "1")
	four.StateKey, one.StateKey = "ident", "none"
	f := &Figure{ID: "s", Kind: Stages, Title: "Mười lăm đơn vị", Groups: []Group{{"", []Row{
		{Label: "Đã xác định đối tượng", Cells: []Cell{four}, Names: []Name{{"Đại Nài", "dai-nai.html"}, {"Văn Yên", ""}}},
		{Label: "Không nêu", Cells: []Cell{one}, Names: []Name{{"Bắc Hà", ""}}},
	}}}}
	lis := find(draw(t, f, false), "li", "")
	if got := text(lis[0]); got != "Đã xác định đối tượng4Đại Nài, Văn Yên" {
		t.Errorf("row reads %q", got)
	}
	if len(find(lis[0], "rect", "bar-a")) != 1 || len(find(lis[1], "rect", "bar-rest")) != 1 {
		t.Error("units without a figure must be counted with a dashed bar, others with a filled one")
	}
}

func TestPairHeadingsFollowTheGroupsWithoutASkip(t *testing.T) {
	f := budget()
	if doc := draw(t, f, false); len(find(doc, "h5", "")) != 4 || len(find(doc, "h4", "")) != 2 {
		t.Error("below a group's h4 want the units as h5")
	}
	f.Groups = []Group{{"", f.Groups[0].Rows}}
	if doc := draw(t, f, false); len(find(doc, "h5", "")) != 0 || len(find(doc, "h4", "")) != 2 {
		t.Error("without a group's title want the units as h4")
	}
}

func TestTextCannotLeaveItsPlace(t *testing.T) {
	const evil = `</script><script>alert(1)</script>"'&`
	f := budget()
	f.ID, f.Title, f.Unit, f.Notes = evil, evil, "", []string{evil}
	f.Series = []string{evil, evil}
	f.Groups[0].Title, f.Groups[0].Rows[0].Label, f.Groups[0].Rows[0].Href = evil, evil, evil
	f.Groups[0].Rows[0].Cells[0].Text, f.Groups[0].Rows[1].Cells[0].StateWord = evil, evil
	doc := draw(t, f, true)
	scripts := find(doc, "script", "")
	if len(scripts) != 1 || attr(scripts[0], "type") != "application/json" {
		t.Fatalf("%d scripts, want the data alone", len(scripts))
	}
	if got := text(find(doc, "h3", "")[0]); got != evil {
		t.Errorf("title reads %q", got)
	}
	if !json.Valid([]byte(text(scripts[0]))) {
		t.Error("the embedded data is no JSON")
	}
}

func TestNoStyleAttributesAndNoDuplicateIDs(t *testing.T) {
	for d := range draw(t, budget(), true).Descendants() {
		if attr(d, "style") != "" || attr(d, "id") != "" && d.Data != "figure" {
			t.Errorf("<%s> has %v", d.Data, d.Attr)
		}
	}
}

func TestFigureWithoutANumberOffersNoInteractiveChart(t *testing.T) {
	f := income()
	f.Groups = []Group{{"", []Row{{Label: "a", Cells: []Cell{gap("none", "Không nêu")}}}}}
	if doc := draw(t, f, true); len(find(doc, "button", "")) != 0 || len(find(doc, "script", "")) != 0 {
		t.Error("a button that opens an empty chart")
	}
	if len(find(draw(t, income(), false), "button", "")) != 0 {
		t.Error("a button although no chart library is there")
	}
	if b := find(draw(t, income(), true), "button", "chart-open"); len(b) != 1 || b[0].Attr == nil || attr(b[0], "data-label") == "" {
		t.Error("no button for the interactive chart")
	}
}
