package chart

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// drawn is what the script reads of an option.
type drawn struct {
	Tooltip struct{ RenderMode, Trigger string }
	Legend  struct{ Show bool }
	XAxis   []struct {
		Type      string
		AxisLabel struct{ Formatter string }
	}
	YAxis []struct {
		Type    string
		Inverse bool
		Data    []category
	}
	Series []struct {
		Name, Type string
		Data       []struct {
			Value                   *json.Number
			Text, Side, State, Role string
		}
		MarkLine struct{ Data []struct{ XAxis json.Number } }
	}
}

func option(t *testing.T, f *Figure) (drawn, []byte) {
	t.Helper()
	raw, err := Option(f, words)
	if err != nil {
		t.Fatal(err)
	}
	var d drawn
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	return d, raw
}

func TestOptionHasTheNumbersOfTheFigureAndNullForGaps(t *testing.T) {
	d, raw := option(t, budget())
	var rows, income []string
	for _, c := range d.YAxis[0].Data {
		rows = append(rows, c.Value)
	}
	for _, i := range d.Series[0].Data {
		if i.Value == nil {
			income = append(income, "null "+i.State)
		} else {
			income = append(income, i.Value.String()+" "+i.Text)
		}
	}
	if want := []string{"2 phường", "Bắc Hà", "Trần Phú", "2 xã", "Thạch Linh", "Thạch Hưng"}; !slices.Equal(rows, want) {
		t.Errorf("rows %v, want %v", rows, want)
	}
	if want := []string{"null ", "4500 4.500", "null Đang triển khai", "null ", "3906 3.906", "0 0"}; !slices.Equal(income, want) {
		t.Errorf("income %v, want %v", income, want)
	}
	if got := d.Series[1].Data[4].Value; got == nil || got.String() != "886.3" {
		t.Errorf("886.3 became %v", got)
	}
	if n := bytes.Count(raw, []byte(`"value":null`)); n != 7 {
		t.Errorf("%d explicit nulls, want 7", n)
	}
}

func TestOptionIsHorizontalBarsWithNamedFormattersOnly(t *testing.T) {
	d, raw := option(t, budget())
	if d.XAxis[0].Type != "value" || d.YAxis[0].Type != "category" || !d.YAxis[0].Inverse || d.Series[0].Type != "bar" || d.Series[1].Name != "Chi" {
		t.Errorf("not horizontal bars from top to bottom: %s", raw)
	}
	if d.Tooltip.RenderMode != "richText" || d.Tooltip.Trigger != "axis" || d.XAxis[0].AxisLabel.Formatter != "vi-number" || !d.Legend.Show {
		t.Errorf("tooltip or formatters: %s", raw)
	}
	for _, bad := range []string{"function", "__f__", "http", "#5470c6", "<"} {
		if bytes.Contains(raw, []byte(bad)) {
			t.Errorf("option contains %q: %s", bad, raw)
		}
	}
}

func TestOptionDrawsTheRestTheLineAndTheOwnRowAsTheyAre(t *testing.T) {
	f := income()
	rest := value("9000", "9.000")
	f.Rest, f.RestLabel, f.Line = &rest, "Không theo đơn vị", &Line{*value("100", "").Value, "100%"}
	f.Groups[1].Rows[0].Own = true
	d, _ := option(t, f)
	data := d.Series[0].Data
	if data[1].Role != "peer" || data[4].Role != "own" || data[len(data)-1].Role != "rest" || len(data) != len(d.YAxis[0].Data) {
		t.Errorf("roles: %+v", data)
	}
	if lines := d.Series[0].MarkLine.Data; len(lines) != 1 || lines[0].XAxis != "100" {
		t.Errorf("reference line: %+v", lines)
	}
}

func TestOptionIsTheSameEveryTime(t *testing.T) {
	_, first := option(t, budget())
	for range 20 {
		if _, again := option(t, budget()); !bytes.Equal(first, again) {
			t.Fatalf("two options of one figure differ:\n%s\n%s", first, again)
		}
	}
}

// The matrix of the interactive chart must hold every unit and column, with its words; the numbers of a
// cell are places and fills, and no figure is among them.
func TestMatrixOptionHoldsEveryCellInWords(t *testing.T) {
	m := &Matrix{Title: "Bảng </script>", Columns: []string{"36: Cây", "Chậm"}, Rows: []MatrixRow{
		{Label: "2 phường", Head: true},
		{Label: "Bắc Hà", Cells: []MatrixCell{{"none", "Không nêu"}, {"late", "Chậm: 2 công trình"}}},
		{Label: "Trần Phú", Cells: []MatrixCell{{"rep", "60 cây"}, {"none", "Không nêu"}}},
	}}
	body, err := MatrixOption(m)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := MatrixOption(m); string(again) != string(body) {
		t.Error("two options of one matrix differ")
	}
	if strings.Contains(string(body), "</script") {
		t.Error("the title leaves its script element")
	}
	var option struct {
		XAxis  []struct{ Data []string }
		YAxis  []struct{ Data []category }
		Series []struct {
			Type string
			Data []matrixItem
		}
		Tooltip struct{ RenderMode string }
	}
	if err := json.Unmarshal(body, &option); err != nil {
		t.Fatal(err)
	}
	want := []matrixItem{
		{[3]int{0, 1, fillGap}, "Không nêu"}, {[3]int{1, 1, fillAttention}, "Chậm: 2 công trình"},
		{[3]int{0, 2, fillKnown}, "60 cây"}, {[3]int{1, 2, fillGap}, "Không nêu"},
	}
	if got := option.Series[0]; got.Type != "heatmap" || !slices.Equal(got.Data, want) {
		t.Errorf("cells %+v, want %+v", got, want)
	}
	if !slices.Equal(option.XAxis[0].Data, m.Columns) || len(option.YAxis[0].Data) != 3 || !option.YAxis[0].Data[0].Head {
		t.Errorf("axes %+v %+v", option.XAxis, option.YAxis)
	}
	if option.Tooltip.RenderMode != "richText" {
		t.Errorf("the tooltip is %q", option.Tooltip.RenderMode)
	}
}
