package narrative

import (
	"cmp"
	"html"
	"strings"
)

// Resolver knows the data behind bindings and links.
type Resolver interface {
	// Binding returns what a binding prints, as safe HTML. Links in it are left out where the binding
	// stands in the text of a link.
	Binding(Ref) string
	// Link returns the address of a link into the portal, such as "unit:thach-ha" or "checks", and
	// its text for where the editor wrote none. With an empty href only the text is printed.
	Link(dest string) (href, text string)
}

// Inline is a piece of narrative: literal HTML with bindings and links between. A piece of a body
// may hold whole paragraphs, lists and tables. A nil Inline prints as nothing.
type Inline struct {
	parts    []part
	passages []Passage
}

type partKind int

const (
	literal partKind = iota
	binding
	linkOpen
	linkClose
	region // the start tag of the box around a table
)

// part is one piece of an Inline.
type part struct {
	kind  partKind
	html  string // literal; of a linkOpen, its title attribute or ""
	ref   Ref
	link  Link
	label *Inline // region: the heads of the table's columns
}

// Refs returns the bindings in their order.
func (in *Inline) Refs() []Ref {
	var out []Ref
	for _, p := range in.list() {
		if p.kind == binding {
			out = append(out, p.ref)
		}
	}
	return out
}

// Links returns the links in their order, also those that leave the portal.
func (in *Inline) Links() []Link {
	var out []Link
	for _, p := range in.list() {
		if p.kind == linkOpen {
			out = append(out, p.link)
		}
	}
	return out
}

// Passages returns the prose of the piece, paragraph by paragraph and cell by cell.
func (in *Inline) Passages() []Passage {
	if in == nil {
		return nil
	}
	return in.passages
}

func (in *Inline) list() []part {
	if in == nil {
		return nil
	}
	return in.parts
}

// HTML prints the piece.
func (in *Inline) HTML(r Resolver) string {
	var b strings.Builder
	closing := ""
	for _, p := range in.list() {
		switch p.kind {
		case literal:
			b.WriteString(p.html)
		case binding:
			s := r.Binding(p.ref)
			if closing != "" {
				s = withoutLinks(s)
			}
			b.WriteString(s)
		case linkOpen:
			closing = openLink(&b, p, r)
		case linkClose:
			b.WriteString(closing)
			closing = ""
		case region:
			openRegion(&b, p.label.Plain(r))
		}
	}
	return b.String()
}

// openLink writes the start tag, and the text where none was written, and returns the end tag.
func openLink(b *strings.Builder, p part, r Resolver) (closing string) {
	href, text := p.link.address(), p.link.address()
	if p.link.Portal() {
		href, text = r.Link(p.link.Dest)
		text = cmp.Or(text, p.link.Dest)
		if href != "" && !strings.Contains(href, "#") {
			href += p.link.hash()
		}
	}
	if href != "" {
		b.WriteString(`<a href="` + html.EscapeString(href) + `"` + p.html + `>`)
		closing = "</a>"
	}
	if p.link.Empty {
		b.WriteString(html.EscapeString(text))
	}
	return closing
}

// openRegion makes a wide table scroll in its own box, reachable by keyboard and named by its columns.
func openRegion(b *strings.Builder, label string) {
	b.WriteString(`<div class="scroll" tabindex="0"`)
	if label != "" {
		b.WriteString(` role="region" aria-label="` + html.EscapeString(label) + `"`)
	}
	b.WriteString(">\n")
}

// Plain prints the piece as text: no tags, and a space where a block or a line ends.
func (in *Inline) Plain(r Resolver) string { return plain(in.HTML(r)) }

// Pieces prints the piece as text, one string a paragraph, item or row.
func (in *Inline) Pieces(r Resolver) []string {
	var out []string
	for piece := range strings.SplitSeq(pieceEnds.Replace(in.HTML(r)), "\x00") {
		if text := plain(piece); text != "" {
			out = append(out, text)
		}
	}
	return out
}

var pieceEnds = strings.NewReplacer("</p>", "\x00", "</li>", "\x00", "</tr>", "\x00", "</h3>", "\x00", "</h4>", "\x00", "</pre>", "\x00")

// Plain is markup of the site as text, as Inline.Plain prints it.
func Plain(markup string) string { return plain(markup) }

// blockTags are the elements that part words from one another.
var blockTags = map[string]bool{
	"p": true, "li": true, "ul": true, "ol": true, "tr": true, "td": true, "th": true, "table": true, "div": true,
	"blockquote": true, "pre": true, "hr": true, "br": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true,
}

func plain(s string) string {
	text := mapTags(s, func(name, _ string) string {
		if blockTags[name] {
			return " "
		}
		return ""
	})
	// Only ASCII space: a no-break space between a number and its unit is meant.
	return html.UnescapeString(strings.Join(strings.FieldsFunc(text, isSpace), " "))
}

// withoutLinks is for a binding within a link: HTML knows no link within a link.
func withoutLinks(s string) string {
	return mapTags(s, func(name, tag string) string {
		if name == "a" {
			return ""
		}
		return tag
	})
}

// mapTags replaces each tag, of which f is told the element's name, by what f returns.
func mapTags(s string, f func(name, tag string) string) string {
	var b strings.Builder
	for s != "" {
		text, rest, found := strings.Cut(s, "<")
		b.WriteString(text)
		if !found {
			break
		}
		end := tagEnd(rest)
		name := strings.TrimPrefix(rest[:end], "/")
		if i := strings.IndexAny(name, " \n/>"); i >= 0 {
			name = name[:i]
		}
		b.WriteString(f(name, "<"+rest[:end]))
		s = rest[end:]
	}
	return b.String()
}

// tagEnd returns the length of a tag up to and with its '>', past those within quotes.
func tagEnd(s string) int {
	quote := rune(0)
	for i, r := range s {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r == '>':
			return i + 1
		}
	}
	return len(s)
}

func isSpace(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }
