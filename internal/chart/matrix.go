package chart

import (
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"minhbach/internal/markup"
)

// Matrix is units × topics, one state a cell. Its static form is the page's own table; this is the
// interactive one, in which a cell says by its words and its fill what the table says by its glyph.
type Matrix struct {
	Title   string
	Columns []string
	Rows    []MatrixRow
}

// MatrixRow is one unit, or with Head the title of a kind, which has no cells.
type MatrixRow struct {
	Label string
	Head  bool
	Cells []MatrixCell // one per column
}

// MatrixCell is what is known of one unit under one topic.
type MatrixCell struct {
	StateKey string // glyph key, which decides the fill
	Words    string // figures or state, all of them
}

// The fills of a cell, as the script names them. They are places on the colour scale and no figures.
const (
	fillGap = iota
	fillKnown
	fillAttention
)

var attention = map[string]bool{"late": true, "nohand": true, "nosett": true, "debt": true}

func fillOf(key string) int {
	switch {
	case attention[key]:
		return fillAttention
	case silent[key]:
		return fillGap
	}
	return fillKnown
}

// matrixItem is a cell of the interactive matrix: column, row, fill, and the words.
type matrixItem struct {
	Value [3]int `json:"value"`
	Text  string `json:"text"`
}

// MatrixOption returns the interactive matrix as JSON that is safe inside a script element, without
// colours and functions, which belong to the script.
func MatrixOption(m *Matrix) ([]byte, error) {
	heat := charts.NewHeatMap()
	rows := make([]category, len(m.Rows))
	var cells []matrixItem
	for y, r := range m.Rows {
		rows[y] = category{Value: r.Label, Head: r.Head}
		for x, c := range r.Cells {
			cells = append(cells, matrixItem{[3]int{x, y, fillOf(c.StateKey)}, c.Words})
		}
	}
	heat.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Position: "top", Data: m.Columns}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: rows, AxisLabel: &opts.AxisLabel{Formatter: formatLabel}}),
		charts.WithTooltipOpts(opts.Tooltip{Trigger: "item"}),
		charts.WithVisualMapOpts(opts.VisualMap{Type: "piecewise", Show: opts.Bool(false), Dimension: "2"}),
	)
	heat.AddSeries(m.Title, nil, charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Formatter: formatText}))
	heat.MultiSeries[0].Data = cells
	heat.Validate()
	return marshal(heat.JSON())
}

// InteractiveMatrix writes the button that opens the interactive matrix, and its option.
func InteractiveMatrix(b *markup.B, m *Matrix, t Text) {
	option, err := MatrixOption(m)
	if err != nil || len(m.Rows) == 0 {
		return // the table says the same
	}
	b.Raw(`<figure class="matrix-live">`)
	openButton(b, m.Title, t, option)
	b.Raw("</figure>\n")
}

// openButton writes the button of an interactive chart, which the script shows, and the option behind it.
func openButton(b *markup.B, title string, t Text, option []byte) {
	b.Raw(`<button type="button" class="btn chart-open" hidden aria-expanded="false"`).
		Attr("data-close", t.Close).Attr("data-label", strings.TrimSpace(t.Interactive+" "+title)).Raw(`>`).Text(t.Open).
		Raw(`</button><script type="application/json" class="chart-data">`, string(option), "</script>\n")
}
