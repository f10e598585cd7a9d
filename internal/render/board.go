package render

import (
	"minhbach/internal/bulletin"
	"minhbach/internal/markup"
)

// board is the section on what leaves the web: the sheet for the notice board, and the bulletin for the loudspeaker,
// which stands here too. A page without one of them has the empty path, or a bulletin without lines.
func (p *page) board(sheet string, told bulletin.Bulletin) section {
	var b markup.B
	b.Raw(`<div class="stack"><ul class="files">`)
	file := func(path, label string) {
		b.Raw(`<li><a href="`).Text(p.href(path)).Raw(`">`).Text(label).Raw(`</a></li>`)
	}
	note := ""
	if sheet != "" {
		file(sheet, p.Locale.T("sheet.link"))
		note = p.note("bulletin.note-sheet")
	}
	if len(told.Lines) > 0 {
		file(told.Path, p.Locale.T("bulletin.file"))
		note += p.note("bulletin.note")
	}
	b.Raw(`</ul>`)
	if len(told.Lines) > 0 {
		b.Raw(`<details class="bulletin"><summary>`).Text(p.Locale.T("bulletin.read")).Raw(`</summary><p class="small quiet">`).Text(told.Length).Raw(`</p>`)
		for _, l := range told.Lines {
			b.Raw(`<p>`).Text(l.Text).Raw(`</p>`)
		}
		b.Raw(`</details>`)
	}
	return section{ID: "loa-bang-tin", Heading: p.Locale.T("bulletin.heading"), Short: p.Locale.T("bulletin.short"), Note: note, Body: b.Raw(`</div>`).String()}
}
