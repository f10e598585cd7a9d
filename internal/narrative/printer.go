package narrative

import (
	"bufio"
	"bytes"
	"html"
	"regexp"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	markdown "github.com/yuin/goldmark/renderer/html"
)

// printer turns syntax nodes into the parts of an Inline. Its own HTML renderer and not goldmark's:
// that one cannot leave holes for bindings and links, nor drop raw HTML with a finding.
type printer struct {
	*reader
	parts []part
	buf   strings.Builder // literal HTML that is not yet a part
	alt   int             // images the node stands in, where bindings are not read

	passage  passageWriter
	passages []Passage
}

func (p *printer) write(s string) { p.buf.WriteString(s) }

func (p *printer) add(next part) {
	if p.buf.Len() > 0 {
		p.parts = append(p.parts, part{kind: literal, html: p.buf.String()})
		p.buf.Reset()
	}
	p.parts = append(p.parts, next)
}

func (p *printer) inline() *Inline {
	if p.buf.Len() > 0 {
		p.parts = append(p.parts, part{kind: literal, html: p.buf.String()})
		p.buf.Reset()
	}
	p.endPassage()
	return &Inline{parts: p.parts, passages: p.passages}
}

func (p *printer) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		p.print(c)
	}
}

// wrap prints the node's children between an element's tags.
func (p *printer) wrap(open string, n ast.Node, close string) {
	p.write(open)
	p.children(n)
	p.write(close)
}

// print prints any node. A kind of node that is not named here prints its children.
func (p *printer) print(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.text(n)
	case *bindingNode:
		p.binding(n)
	case *ast.CodeSpan:
		p.codeSpan(n)
	case *ast.Emphasis:
		tag := map[bool]string{true: "strong", false: "em"}[n.Level == 2]
		p.wrap("<"+tag+">", n, "</"+tag+">")
	case *ast.Link:
		p.link(n)
	case *ast.AutoLink:
		p.autoLink(n)
	case *ast.Image:
		p.image(n)
	case *ast.RawHTML:
		p.dropped(span{n.Segments.At(0).Start, n.Segments.At(n.Segments.Len() - 1).Stop})
	default:
		p.block(n)
	}
}

func (p *printer) block(n ast.Node) {
	defer p.endPassage()
	switch n := n.(type) {
	case *ast.Paragraph:
		p.wrap("<p>", n, "</p>\n")
	case *ast.Heading: // within a list or a quote, where it heads no section
		p.wrap("<p><strong>", n, "</strong></p>\n")
	case *ast.Blockquote:
		p.wrap("<blockquote>\n", n, "</blockquote>\n")
	case *ast.List:
		p.list(n)
	case *ast.ListItem:
		p.wrap("<li>", n, "</li>\n")
	case *ast.ThematicBreak:
		p.write("<hr>\n")
	case *ast.CodeBlock:
		p.codeBlock(n)
	case *ast.FencedCodeBlock:
		if isFigure(n, p.src) {
			p.find(ruleFigure, span{n.Info.Segment.Start, n.Info.Segment.Stop})
		}
		p.codeBlock(n)
	case *ast.HTMLBlock:
		s := linesSpan(n)
		if n.HasClosure() {
			s.stop = n.ClosureLine.Stop
		}
		p.dropped(s)
	case *extension.Table:
		p.table(n)
	default:
		p.children(n)
	}
}

func (p *printer) text(n *ast.Text) {
	p.escape(n.Segment.Value(p.src))
	p.passage.add(p.src, span{n.Segment.Start, n.Segment.Stop})
	switch {
	case n.HardLineBreak():
		p.write("<br>\n")
		p.passage.space()
	case n.SoftLineBreak():
		p.write("\n")
		p.passage.space()
	}
}

// escape writes text of Markdown: backslashes and entities resolved, then escaped for HTML.
func (p *printer) escape(s []byte) {
	w := bufio.NewWriter(&p.buf)
	markdown.DefaultWriter.Write(w, bytes.ToValidUTF8(s, []byte("\uFFFD")))
	_ = w.Flush() // a strings.Builder never fails
}

// verbatim writes code. There \{{ prints braces as it does everywhere.
func (p *printer) verbatim(s string) {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), `\{{`, `{{`)
	p.write(html.EscapeString(strings.ReplaceAll(s, "\x00", "\uFFFD")))
}

func (p *printer) binding(n *bindingNode) {
	if p.alt > 0 {
		return
	}
	p.passage.gap()
	s := span{n.segment.Start, n.segment.Stop}
	if text, ok := p.freeText(s); ok {
		p.bindings = append(p.bindings, s)
		p.verbatim(text)
		return
	}
	if ref, ok := p.ref(s); ok {
		p.add(part{kind: binding, ref: ref})
	}
}

func (p *printer) codeSpan(n *ast.CodeSpan) {
	var s strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		seg := c.(*ast.Text).Segment
		p.code = append(p.code, span{seg.Start, seg.Stop})
		s.Write(seg.Value(p.src))
	}
	p.passage.gap()
	p.write("<code>")
	p.verbatim(strings.ReplaceAll(s.String(), "\n", " "))
	p.write("</code>")
}

func (p *printer) codeBlock(n ast.Node) {
	p.code = append(p.code, linesSpan(n))
	p.write("<pre><code>")
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		p.verbatim(string(seg.Value(p.src)))
	}
	p.write("</code></pre>\n")
}

var tagName = regexp.MustCompile(`^<([A-Za-z][A-Za-z0-9-]*)`)

// dropped leaves raw HTML out and says so, quoting its first line.
func (p *printer) dropped(s span) {
	first, _, _ := bytes.Cut(p.src[s.start:s.stop], []byte("\n"))
	if name, closes := bytes.CutPrefix(first, []byte("</")); closes && p.opened[string(bytes.TrimRight(name, "> "))] {
		return // told where it begins
	}
	if name := tagName.FindSubmatch(first); name != nil {
		if p.opened == nil {
			p.opened = map[string]bool{}
		}
		p.opened[string(name[1])] = true
	}
	p.find(ruleHTML, span{s.start, s.start + len(first)}, string(first))
}

func (p *printer) image(n *ast.Image) {
	p.find(ruleImage, span{n.Pos(), n.Pos() + 1}, string(n.Destination))
	p.alt++
	p.children(n)
	p.alt--
}

func (p *printer) link(n *ast.Link) {
	link, ok := parseLink(n.Destination)
	link.Pos, link.Empty = p.pos(n.Pos()), !n.HasChildren()
	if !ok {
		p.find(ruleLink, span{n.Pos(), n.Pos() + 1}, string(n.Destination))
		p.children(n)
		return
	}
	title := ""
	if len(n.Title) > 0 {
		t := printer{}
		t.escape(n.Title)
		title = ` title="` + t.buf.String() + `"`
	}
	p.add(part{kind: linkOpen, link: link, html: title})
	p.children(n)
	p.add(part{kind: linkClose})
}

func (p *printer) autoLink(n *ast.AutoLink) {
	dest := n.URL(p.src)
	if n.AutoLinkType == ast.AutoLinkEmail && !bytes.HasPrefix(bytes.ToLower(dest), []byte("mailto:")) {
		dest = append([]byte("mailto:"), dest...)
	}
	link, ok := parseLink(dest)
	link.Pos = p.pos(n.Pos())
	if !ok {
		p.find(ruleLink, span{n.Pos(), n.Pos() + 1}, string(dest))
		return
	}
	p.passage.gap()
	p.add(part{kind: linkOpen, link: link})
	p.verbatim(string(n.Label(p.src)))
	p.add(part{kind: linkClose})
}

func (p *printer) list(n *ast.List) {
	tag, start := "ul", ""
	if n.IsOrdered() {
		tag = "ol"
		if n.Start != 1 {
			start = ` start="` + strconv.Itoa(n.Start) + `"`
		}
	}
	p.wrap("<"+tag+start+">\n", n, "</"+tag+">\n")
}
