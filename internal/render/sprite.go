package render

import (
	"regexp"
	"slices"
	"strings"
)

// symbols are the glyphs of the states and checks, drawn in a box of 16 by 16. Circles speak of figures
// and stages and fill up as knowledge grows, squares and the hourglass of works and papers, lines of
// checks, bubbles of what a unit replies; the dashed square is a printed cell that is empty. Every one differs in shape, so that no
// reader needs colour.
var symbols = map[string]string{
	"rep":     `<circle cx="8" cy="8" r="6.75" fill="currentColor"/>`,
	"zero":    `<path fill="currentColor" fill-rule="evenodd" d="M8 1.25a6.75 6.75 0 1 1 0 13.5a6.75 6.75 0 1 1 0-13.5zM8 4c-1.5 0-2.4 1.6-2.4 4s.9 4 2.4 4s2.4-1.6 2.4-4S9.5 4 8 4z"/>`,
	"prog":    ring + `<path fill="currentColor" d="M8 2a6 6 0 0 0 0 12z"/>`,
	"told":    ring + `<path ` + stroke + ` d="M5 6.75h6M5 9.5h4"/>`,
	"pub":     ring + `<circle cx="8" cy="8" r="2.25" fill="currentColor"/>`,
	"ident":   ring + `<path fill="currentColor" d="M8 8V2a6 6 0 0 1 6 6z"/>`,
	"prep":    `<path ` + stroke + ` d="M2.25 2.25h11.5v11.5H2.25zM5 6.25h6M5 9.75h3.5"/>`,
	"none":    `<circle cx="8" cy="8" r="6" ` + stroke + ` stroke-dasharray="2.4 2.312"/>`,
	"blank":   `<path ` + stroke + ` stroke-dasharray="2.2 1.633" stroke-dashoffset="1.1" d="M2.25 2.25h11.5v11.5H2.25z"/>`,
	"na":      `<path fill="currentColor" d="M2.5 7h11v2h-11z"/>`,
	"due":     ring + `<path ` + stroke + ` d="M8 4.2V8l2.6 1.6"/>`,
	"held":    `<path fill="currentColor" d="M1.5 5h13v6h-13z"/>`,
	"unread":  `<path ` + bold + ` d="M1.5 9.5c2.2-5 4.3-5 6.5 0s4.3 5 6.5 0"/>`,
	"late":    `<path fill="currentColor" d="M3 1.5h10V3L9 8l4 5v1.5H3V13l4-5-4-5z"/>`,
	"nohand":  `<path ` + stroke + ` d="M9.5 2.25H2.25v11.5h11.5V7M5.5 7.5L8 10l6-7"/>`,
	"nosett":  `<path ` + stroke + ` d="M2.25 2.25h11.5v11.5H2.25z"/><path fill="currentColor" d="M2.25 2.25h11.5V8H8v5.75H2.25z"/>`,
	"debt":    `<path ` + stroke + ` d="M2.25 2.25h11.5v11.5H2.25zM5 8h6"/>`,
	"neq":     `<path ` + bold + ` d="M2 6h12M2 10h12M11 2L5 14"/>`,
	"eq":      `<path ` + bold + ` d="M2 6h12M2 10h12"/>`,
	"rest":    `<path ` + bold + ` d="M2 8h12M8 2v12"/><circle cx="8" cy="8" r="6.5" ` + stroke + ` stroke-dasharray="2 2.08"/>`,
	"same":    `<path ` + stroke + ` d="M2.25 2.25h8v8h-8zM5.75 10.25v3.5h8v-8h-3.5"/>`,
	"note":    `<path ` + bold + ` d="M8 2v12M2.8 5l10.4 6M13.2 5L2.8 11"/>`,
	"confirm": bubble + `<path ` + bold + ` d="M5 6.25l2 2 4-4"/>`,
	"contest": bubble + `<path ` + stroke + ` d="M4.75 5h6.5M4.75 7.75h6.5M9.25 3.25l-2.5 6.25"/>`,
	"remark":  bubble + `<path ` + stroke + ` d="M4.75 5h6.5M4.75 7.75h4"/>`,
	"sic":     `<path ` + stroke + ` d="M5.5 2.25H2.75v11.5H5.5M10.5 2.25h2.75v11.5H10.5"/>`,
}

const (
	stroke = `fill="none" stroke="currentColor" stroke-width="1.5"`
	bold   = `fill="none" stroke="currentColor" stroke-width="1.75"`
	bubble = `<path ` + stroke + ` d="M1.75 1.75h12.5v9H8l-3.25 3.5v-3.5h-3z"/>`
	ring   = `<circle cx="8" cy="8" r="6" ` + stroke + `/>`
)

var usedSymbol = regexp.MustCompile(`href="#g-([a-z]+)"`)

// sprite returns the symbols body refers to, and no others.
func sprite(body string) string {
	used := map[string]bool{}
	for _, m := range usedSymbol.FindAllStringSubmatch(body, -1) {
		used[m[1]] = true
	}
	keys := make([]string, 0, len(used))
	for k := range used {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var b strings.Builder
	for _, k := range keys {
		b.WriteString(`<symbol id="g-` + k + `" viewBox="0 0 16 16">` + symbols[k] + `</symbol>`)
	}
	return b.String()
}
