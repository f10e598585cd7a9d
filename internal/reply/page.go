package reply

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"strconv"

	"minhbach/internal/markup"
	"minhbach/internal/render"
)

//go:embed form.css
var style string

// Page is the form as one page of HTML for the printer, on A4 across; it stands alone, asks no other file or host
// and runs nothing. lang is the language of its texts.
func Page(f render.Form, lang string) []byte {
	var b markup.B
	sum := sha256.Sum256([]byte(style))
	b.Raw(`<!doctype html><html`).Attr("lang", lang).Raw(`><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`, base64.StdEncoding.EncodeToString(sum[:]), `'">`,
		`<meta name="robots" content="noindex"><title>`).Text(f.Title).Raw(`</title><style>`, style, `</style></head><body><main><h1>`).Text(f.Title).Raw(`</h1>`)
	for _, p := range f.Intro {
		b.Raw(`<p>`).Text(p).Raw(`</p>`)
	}
	n := 0
	for _, g := range f.Groups {
		b.Raw(`<h2>`).Text(g.Heading).Raw(`</h2><table><thead><tr><th scope="col" class="n"><span class="vh">`).Text(f.Line).Raw(`</span></th>`)
		for _, i := range []int{1, 2, 4, 6, 8} {
			b.Raw(`<th scope="col">`).Text(f.Columns[i]).Raw(`</th>`)
		}
		b.Raw(`</tr></thead><tbody>`)
		for _, l := range g.Lines {
			n++
			line(&b, f, l, n)
		}
		b.Raw(`</tbody></table>`)
	}
	return []byte(b.Raw(`<p class="sign">`).Text(f.Sign).Raw(`</p></main></body></html>`, "\n").String())
}

// line writes one thing that is said, with boxes to tick and room to write.
func line(b *markup.B, f render.Form, l render.FormLine, n int) {
	b.Raw(`<tr><td class="n">`, strconv.Itoa(n), `</td><th scope="row">`).Text(l.What)
	if l.Key != "" {
		b.Raw(`<code>`).Text(l.Key).Raw(`</code>`)
	}
	b.Raw(`</th><td><b>`).Text(l.Says).Raw(`</b>`)
	if l.Printed != "" {
		b.Raw(`<span class="small">`).Text(f.Columns[3]).Raw(`: <q>`).Text(l.Printed).Raw(`</q></span>`)
	}
	for i, finding := range l.Findings {
		b.Raw(`<span class="small">`)
		if i == 0 {
			b.Text(f.Columns[5]).Raw(`: `)
		}
		b.Text(finding).Raw(`</span>`)
	}
	if l.Answered != "" {
		b.Raw(`<span class="small">`).Text(l.Answered).Raw(`</span>`)
	}
	b.Raw(`</td><td>`).Text(l.Place).Raw(`</td><td class="tick">`)
	for _, a := range f.Answers {
		b.Raw(`<span><i></i>`).Text(a).Raw(`</span>`)
	}
	b.Raw(`</td><td class="room"></td></tr>`)
}
