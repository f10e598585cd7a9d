// Package markup is the one escaper of the site: tables, charts and figures are written through it,
// and it draws the few components that several packages share, the state glyph with its word and the
// source link. Text is escaped on the way in; only literal markup of this program goes in raw.
package markup

import "strings"

// B collects HTML. The zero value is ready to use; methods return the receiver so that a row can be
// written in one line.
type B struct{ s strings.Builder }

// Raw appends markup written by this program.
func (b *B) Raw(parts ...string) *B {
	for _, p := range parts {
		b.s.WriteString(p)
	}
	return b
}

var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "\u00a0", "&nbsp;")

// Text appends s, escaped; it is safe in text and in quoted attributes.
func (b *B) Text(s string) *B {
	_, _ = textEscaper.WriteString(&b.s, s) // a strings.Builder never fails
	return b
}

// Attr appends name="value" with a space before it.
func (b *B) Attr(name, value string) *B { return b.Raw(" ", name, `="`).Text(value).Raw(`"`) }

// Len returns the number of bytes written.
func (b *B) Len() int { return b.s.Len() }

// String returns the markup.
func (b *B) String() string { return b.s.String() }

// Escape returns s escaped for text and quoted attributes.
func Escape(s string) string { return textEscaper.Replace(s) }

// Glyph appends the glyph with the key ("rep", "none", "late", …): a reference into the page's sprite.
func (b *B) Glyph(key string) *B {
	return b.Raw(`<svg class="g" width="16" height="16" aria-hidden="true"><use href="#g-`, key, `"/></svg>`)
}

// State appends a state: its glyph and its word, never one without the other.
func (b *B) State(key, word string) *B {
	return b.Raw(`<span class="st st-`, key, `">`).Glyph(key).Raw(`<span>`).Text(word).Raw(`</span></span>`)
}
