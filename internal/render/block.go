package render

import (
	"slices"

	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// drawBlock draws what a narrative places: a chart, a table or a matrix.
func (p *page) drawBlock(b *markup.B, fig *narrative.Figure) {
	if p.told == nil {
		return
	}
	var tables []*model.Table
	for _, id := range fig.Tables {
		if t := p.told.Table(id); t != nil {
			tables = append(tables, t)
		}
	}
	switch {
	case fig.Kind == "matrix":
		p.matrixBlock(b, fig, tables)
	case len(tables) == 0:
	case fig.Kind == "table":
		p.tableBlock(b, fig, tables)
	default:
		p.draw(b, p.chartOf(fig.Kind, tables, fig.Title, fig.Note))
	}
}

// openBlock opens a figure with its title, what one must know to read it, and where it is printed.
func (p *page) openBlock(b *markup.B, id string, fig *narrative.Figure, tables []*model.Table) {
	b.Raw(`<figure class="fig"`).Attr("id", id).Raw(`><figcaption><h3>`).Text(fig.Title).Raw(`</h3><p>`)
	if len(tables) == 0 {
		b.Text(sentences(fig.Note))
	} else {
		kind := "parts" // figures of no unit: there is no coverage to tell
		if len(tables[0].Units) > 0 {
			kind = fig.Kind
		}
		for _, note := range p.coverageNotes(kind, tables, fig.Note) {
			b.Text(note).Raw(" ")
		}
		var places []model.Place
		for _, t := range tables {
			places = append(places, t.At)
		}
		p.srcs(b, tables[0].Round, places)
	}
	b.Raw(`</p></figcaption>`)
}

// tableBlock sets figures tables side by side, a row per unit; tables without figures of units are listed
// figure by figure.
func (p *page) tableBlock(b *markup.B, fig *narrative.Figure, tables []*model.Table) {
	id := p.unique("hinh-table-" + tables[0].ID)
	p.openBlock(b, id, fig, tables)
	if len(tables[0].Units) > 0 {
		b.Raw(p.grid(unitGrid{tables: tables, id: "bang-" + id, label: fig.Title, caption: fig.Title}))
	}
	if figs := others(tables); len(figs) > 0 {
		b.Raw(p.figureTable(figs, id+"-khac", false))
	}
	b.Raw(p.filesOf(tables), "</figure>\n")
}

// filesOf are the downloads of the indicators of tables: every table can be taken away where it stands.
func (p *page) filesOf(tables []*model.Table) string {
	var out []link
	for _, t := range tables {
		l := link{p.Locale.T("download.figure", "name", t.Indicator.Name), csvPath(indicatorPath(t.Indicator))}
		if !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return p.files(out...)
}

// others are the figures that a grid of units has no row for: the city, parts and counts, and the total
// where no unit stands above it.
func others(tables []*model.Table) []*model.Figure {
	var out []*model.Figure
	for _, t := range tables {
		for _, f := range t.All() {
			if f.Scope != model.OfUnit && (f.Scope != model.OfTotal || len(t.Units) == 0) {
				out = append(out, f)
			}
		}
	}
	return out
}

// matrixBlock shows how far every unit is: in each of the tables, or in every chapter of the round.
func (p *page) matrixBlock(b *markup.B, fig *narrative.Figure, tables []*model.Table) {
	var m *derive.Matrix
	id := "hinh-matrix"
	if len(tables) == 0 {
		m = p.Result.Matrix
	} else {
		m, id = p.tablesMatrix(tables), id+"-"+tables[0].ID
	}
	p.openBlock(b, p.unique(id), fig, tables)
	p.legend(b, m)
	if len(tables) > 0 { // the heads are words, which a narrow screen cannot hold
		b.Raw(`<div class="scroll scroll-in" role="region" tabindex="0"`).Attr("aria-label", fig.Title).Raw(`>`)
		p.writeMatrix(b, m, fig.Title)
		b.Raw("</div>", p.filesOf(tables), "</figure>\n")
		return
	}
	p.writeMatrix(b, m, fig.Title)
	b.Raw(p.files(link{p.Locale.T("download.matrix"), matrixCSV}), "</figure>\n")
}
