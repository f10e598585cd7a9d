package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// origin says, at a figure's permanent address, where it was transcribed from: the document, the section and
// the table, the row and the column, and the cell as it is printed.
func (p *page) origin(b *markup.B, f *model.Figure) {
	d, at := f.Table.Source, f.At
	b.Raw(`<details class="quote origin"><summary>`).Text(p.Locale.T("origin.summary")).Raw(`<span class="vh"> `).Text(p.figureTitle(f)).Raw(`</span></summary><dl>`)
	p.originLine(b, "how", markup.Escape(p.how(f)))
	if d != nil {
		var doc markup.B
		doc.Raw(`<a href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(d.Kind + " " + d.Number).Raw(`</a>, `).Text(p.date(d.Issued))
		p.originLine(b, "document", doc.String())
	}
	var section markup.B
	section.Raw(`<a href="`).Text(p.href(placePath(f.Table.Round, at))).Raw(`">`).Text(at.Section).Raw(`</a>`)
	p.originLine(b, "section", section.String())
	if at.Row > 0 || at.Total {
		p.originLine(b, "table", markup.Escape(p.Locale.T("origin.printed-table", "section", at.Section)))
	}
	for _, part := range []struct {
		key string
		n   int
	}{{"row", at.Row}, {"bullet", at.Bullet}, {"paragraph", at.Para}} {
		if part.n > 0 {
			p.originLine(b, part.key, p.Locale.Int(part.n))
		}
	}
	if at.Total {
		p.originLine(b, "row", markup.Escape(p.Locale.T("place.total")))
	}
	if at.Column != "" {
		p.originLine(b, "column", `<q>`+markup.Escape(f.Table.Round.Columns[at.Column])+`</q>`)
	}
	p.originLine(b, "cell", p.printedCell(f))
	b.Raw(`</dl></details>`)
}

// how says whether a figure was transcribed as printed or read from a sentence.
func (p *page) how(f *model.Figure) string {
	if f.Published == "" && f.State != model.Blank {
		return p.Locale.T("origin.read")
	}
	return p.Locale.T("origin.transcribed")
}

// originLine writes one part of a place; value is markup.
func (p *page) originLine(b *markup.B, key, value string) {
	b.Raw(`<div><dt>`).Text(p.Locale.T("origin."+key)).Raw(`</dt><dd>`, value, `</dd></div>`)
}

// printedCell quotes the cell, says that it is empty, or that there is none: a state may be read from a
// sentence.
func (p *page) printedCell(f *model.Figure) string {
	switch {
	case f.Published != "":
		return `<q>` + markup.Escape(f.Published) + `</q>`
	case f.State == model.Blank:
		return markup.Escape(p.Locale.T("origin.blank"))
	}
	return markup.Escape(p.Locale.T("origin.no-cell"))
}
