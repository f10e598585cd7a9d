package render

import (
	"path"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// sourceFile says where the document itself is to be had: the file published with the site, the address on
// the web, and the sum by which a download is held against the one the figures were read from.
func (p *page) sourceFile(b *markup.B, d *model.Document) {
	if d.File == "" && d.URL == "" {
		return
	}
	b.Raw(`<p class="origin-file small">`)
	if d.File != "" {
		kind := strings.ToUpper(strings.TrimPrefix(path.Ext(d.SitePath()), "."))
		b.Text(p.Locale.T("document.file")).Raw(` <a href="`).Text(p.href(d.SitePath())).Raw(`">`).
			Text(p.Locale.T("document.open", "number", d.Number, "type", kind, "size", p.size(d.Size))).Raw(`</a>. `)
	}
	if d.URL != "" {
		b.Text(p.Locale.T("document.elsewhere")).Raw(` <a href="`).Text(d.URL).Raw(`" rel="external noopener">`).Text(d.URL).Raw(`</a>. `)
	}
	if d.SHA256 != "" {
		b.Raw(`SHA-256: <code>`, d.SHA256, `</code>`)
	}
	b.Raw(`</p>`)
}

// sourceSection is the document of a report, where there is one to be had.
func (p *page) sourceSection(d *model.Document) section {
	var b markup.B
	p.sourceFile(&b, d)
	return section{ID: "tep-nguon", Heading: p.Locale.T("document.heading"), Note: p.note("document.heading-note"), Body: b.String()}
}

// size words a number of bytes: "340 kB", "1,2 MB".
func (s *site) size(bytes int64) string {
	const kilo, mega = 1000, 1000 * 1000
	if bytes < mega {
		return s.Locale.Int(int((bytes+kilo-1)/kilo)) + " kB"
	}
	return s.Locale.Number(decimal.New((bytes+mega/20)/(mega/10), 1)) + " MB"
}
