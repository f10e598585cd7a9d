package narrative

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"minhbach/internal/diag"
)

// bodyParser reads Markdown with tables; inlineParser only what stands within a paragraph.
var (
	inlines    = parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(bindingParser{}, 150))...)
	bodyParser = parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		inlines,
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
	inlineParser = parser.NewParser(parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 100)), inlines)
)

// Parse reads the body of a file, which begins at its line firstLine. The Doc is complete also where
// there are findings; what they speak of is left out of it.
func Parse(path string, body []byte, firstLine int) (*Doc, diag.List) {
	b := &builder{
		reader: newReader(diag.Pos{File: path, Line: firstLine, Col: 1}, body),
		doc:    &Doc{Path: path},
		used:   reserved(),
	}
	root := bodyParser.Parse(text.NewReader(body))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		b.block(n)
	}
	b.endProse()
	b.leftOver()
	return b.doc, b.findings.Sorted()
}

// ParseInline reads a text of the front matter that begins at pos: bindings, emphasis, code and links.
func ParseInline(pos diag.Pos, s string) (*Inline, diag.List) {
	r := newReader(pos, []byte(s))
	p := &printer{reader: r}
	root := inlineParser.Parse(text.NewReader(r.src))
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		p.children(n)
		if n.NextSibling() != nil {
			p.write(" ")
			p.passage.space()
		}
	}
	r.leftOver()
	return p.inline(), r.findings.Sorted()
}

// builder sorts the blocks of a body into sections.
type builder struct {
	*reader
	doc   *Doc
	prose *printer // the run of prose being written, or nil
	used  ids
}

func (b *builder) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		b.endProse()
		b.heading(n)
		return
	case *ast.Blockquote:
		if _, first := n.PreviousSibling().(*ast.Heading); first {
			p := &printer{reader: b.reader}
			p.children(n)
			b.section().Note = p.inline()
			return
		}
	case *ast.FencedCodeBlock:
		if isFigure(n, b.src) {
			b.endProse()
			s := b.section()
			s.Blocks = append(s.Blocks, Block{Figure: b.figure(n)})
			return
		}
	}
	if b.prose == nil {
		b.prose = &printer{reader: b.reader}
	}
	b.prose.print(n)
}

// section returns the section being written, which has no heading at the start of a body.
func (b *builder) section() *Section {
	if len(b.doc.Sections) == 0 {
		b.doc.Sections = []*Section{{}}
	}
	return b.doc.Sections[len(b.doc.Sections)-1]
}

func (b *builder) endProse() {
	if b.prose == nil {
		return
	}
	if in := b.prose.inline(); len(in.parts) > 0 {
		s := b.section()
		s.Blocks = append(s.Blocks, Block{Prose: in})
	}
	b.prose = nil
}

func (b *builder) heading(n *ast.Heading) {
	if n.Level == 1 {
		b.find(ruleHeading, span{n.Pos(), n.Pos() + 1})
	}
	p := &printer{reader: b.reader}
	p.children(n)
	in := p.inline()
	for i := range in.passages {
		in.passages[i].Heading = true
	}
	b.doc.Sections = append(b.doc.Sections, &Section{
		ID: b.used.unique(in.Plain(nothing{})), Level: max(n.Level, 2), Heading: in,
	})
}

// nothing resolves to nothing: a heading's fragment must not change with the figures in it.
type nothing struct{}

func (nothing) Binding(Ref) string              { return "" }
func (nothing) Link(string) (href, text string) { return "", "" }

func isFigure(n *ast.FencedCodeBlock, src []byte) bool { return string(n.Language(src)) == "figure" }

func (b *builder) figure(n *ast.FencedCodeBlock) *Figure {
	b.bindings = append(b.bindings, linesSpan(n)) // whoever reads the body tells of those in it
	f := &Figure{Pos: b.pos(n.Pos())}
	var body strings.Builder
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		body.Write(seg.Value(b.src))
	}
	f.Body = body.String()
	f.BodyPos = diag.Pos{File: f.Pos.File, Line: f.Pos.Line + 1, Col: 1}
	if n.Lines().Len() > 0 {
		f.BodyPos = b.pos(n.Lines().At(0).Start)
	}
	return f
}

// linesSpan returns the range of a block's lines.
func linesSpan(n ast.Node) span {
	lines := n.Lines()
	if lines.Len() == 0 {
		return span{}
	}
	return span{lines.At(0).Start, lines.At(lines.Len() - 1).Stop}
}
