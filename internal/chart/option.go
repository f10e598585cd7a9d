package chart

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// The formatters of an option are names; the script that draws it has the functions.
const (
	formatLabel = "label" // of the category axis: a row's label, and its states where there is no value
	formatText  = "text"  // at a bar's end: the value as it is shown elsewhere
)

func formatNumber(locale string) types.FuncStr { return types.FuncStr(locale + "-number") }

// item is a bar of the interactive chart. A gap has the value null and the word of its state.
type item struct {
	opts.BarData
	Text  string `json:"text,omitempty"`
	Side  string `json:"side,omitempty"`
	State string `json:"state,omitempty"`
	Role  string `json:"role,omitempty"` // "own", "peer", "rest": how the bar is filled
}

// category is a row of the axis.
type category struct {
	Value string `json:"value"`
	Head  bool   `json:"head,omitempty"` // the title of a group, a row without bars
	Own   bool   `json:"own,omitempty"`
}

// tooltip adds what the library's own type leaves out. The HTML form of a tooltip would need inline
// styles, which the pages' policy forbids.
type tooltip struct {
	opts.Tooltip
	RenderMode string `json:"renderMode"`
}

// Option returns the interactive chart as JSON that is safe inside a script element: horizontal bars
// in the order of the figure, a gap null, no colours and no functions, which belong to the script.
func Option(f *Figure, t Text) ([]byte, error) {
	bar := charts.NewBar()
	bar.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", AxisLabel: &opts.AxisLabel{Formatter: formatNumber(t.Locale), HideOverlap: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Formatter: formatLabel}}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(f.Kind == Pairs)}),
		charts.WithTooltipOpts(opts.Tooltip{Trigger: "axis", AxisPointer: &opts.AxisPointer{Type: "shadow"}}),
	)
	rows, columns := f.table()
	bar.SetXAxis(rows).XYReversal()
	for i, items := range columns {
		name := ""
		if i < len(f.Series) {
			name = f.Series[i]
		}
		bar.AddSeries(name, nil, seriesOptions(f, i)...)
		bar.MultiSeries[i].Data = items
	}
	bar.Validate()
	return marshal(bar.JSON())
}

func seriesOptions(f *Figure, i int) []charts.SeriesOpts {
	out := []charts.SeriesOpts{charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right", Formatter: formatText})}
	if f.Line != nil && i == 0 {
		out = append(out, charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: f.Line.Label, XAxis: number(f.Line.Value.String())}))
	}
	return out
}

// marshal leaves out what the page has anyway (title) and what the script decides (colours).
func marshal(option map[string]any) ([]byte, error) {
	option["tooltip"] = tooltip{option["tooltip"].(opts.Tooltip), "richText"}
	for _, key := range []string{"title", "toolbox", "color"} {
		delete(option, key)
	}
	out, err := json.Marshal(option)
	if err != nil {
		return nil, fmt.Errorf("chart option: %w", err)
	}
	return out, nil
}

// table returns the figure as rows and one column of items per measure, each as long as rows.
func (f *Figure) table() (rows []category, columns [][]item) {
	columns = make([][]item, max(1, len(f.Series)))
	add := func(row category, cells []Cell, role string) {
		rows = append(rows, row)
		for i := range columns {
			cell := Cell{}
			if i < len(cells) {
				cell = cells[i]
			}
			columns[i] = append(columns[i], newItem(cell, role))
		}
	}
	own := hasOwn(f)
	for _, g := range f.Groups {
		if g.Title != "" && len(g.Rows) > 0 {
			add(category{Value: g.Title, Head: true}, nil, "")
		}
		for _, r := range g.Rows {
			add(category{Value: r.Label, Own: r.Own}, r.Cells, f.role(r, own))
		}
	}
	if f.Rest != nil {
		add(category{Value: f.RestLabel}, []Cell{*f.Rest}, "rest")
	}
	return rows, columns
}

// role says how a row's bars are filled, in the words of item.Role.
func (f *Figure) role(r Row, own bool) string {
	switch {
	case f.Kind == Stages && len(r.Cells) > 0 && silent[r.Cells[0].StateKey]:
		return "rest"
	case f.Kind != Bars || !own:
		return ""
	case r.Own:
		return "own"
	}
	return "peer"
}

func newItem(c Cell, role string) item {
	if c.Value == nil {
		return item{BarData: opts.BarData{Value: number("null")}, State: c.StateWord}
	}
	return item{BarData: opts.BarData{Value: number(c.Value.String())}, Text: c.Text, Side: c.Side, Role: role}
}

// number is a JSON number kept to the digit, or null.
func number(s string) json.RawMessage { return json.RawMessage(s) }
