package render

import (
	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// peers draws the unit among the units of its kind, where enough of them have a number: at least the
// portal's threshold, and at least half of the kind. Elsewhere it says how few there are.
func (p *page) peers(v *derive.UnitView) string {
	var b markup.B
	var few []string
	figures := 0
	for _, c := range v.Chapters {
		for _, f := range c.Figures {
			if f.Table.Indicator.Measure == model.Words || f.Table.Indicator.Measure == model.Stage || f.Value == nil {
				continue
			}
			fig, n, of := p.peerFigure(f.Table, v.Unit)
			if n < p.portal.Thresholds.Peers || 2*n < of {
				few = append(few, p.Locale.T("unit.few", "name", f.Table.Indicator.Name, "n", n, "of", of, "kind", p.kindName(v.Unit.Kind)))
				continue
			}
			if figures == 0 {
				b.Raw(`<div class="two">`)
			}
			figures++
			p.draw(&b, fig)
		}
	}
	if figures > 0 {
		b.Raw(`</div>`)
	}
	if len(few) > 0 {
		b.Raw(`<ul class="dots">`)
		for _, f := range few {
			b.Raw(`<li>`).Text(f).Raw(`</li>`)
		}
		b.Raw(`</ul>`)
	}
	return b.String()
}

// peerFigure is one measure over the units of one kind and one parent, the page's own in bold. n of of
// them have a number.
func (p *page) peerFigure(t *model.Table, own *model.Unit) (fig *chart.Figure, n, of int) {
	fig = &chart.Figure{
		ID: "cung-loai-" + t.ID, Kind: chart.Bars, Title: t.Indicator.Name, Unit: unitOfMeasure(t.Indicator),
		Source: chart.Source{Label: p.placeText(t.Round, t.At, false), Href: p.href(placePath(t.Round, t.At))},
	}
	g := chart.Group{}
	for _, u := range p.peersOf(own) {
		f := t.Of(u)
		if f != nil && f.Value != nil {
			n++
		}
		if f == nil || f.State != model.NotApplicable {
			of++
		}
		row := chart.Row{Label: u.Name, Own: u == own, Cells: []chart.Cell{p.cell(t, f, true)}}
		if f == nil {
			p.chartReply(&row.Cells[0], t.Reply(u))
		}
		if u != own {
			row.Href = p.href(unitPath(u))
		}
		g.Rows = append(g.Rows, row)
	}
	fig.Groups = []chart.Group{g}
	fig.Notes = []string{sentences(p.Locale.T("unit.coverage", "n", n, "of", of, "kind", p.kindName(own.Kind)), p.period(t))}
	return fig, n, of
}
