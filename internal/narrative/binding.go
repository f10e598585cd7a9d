package narrative

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

var (
	opening = []byte("{{")
	closing = []byte("}}")
)

// bindingNode is a binding in the syntax tree.
type bindingNode struct {
	ast.BaseInline
	segment text.Segment // braces included
}

var kindBinding = ast.NewNodeKind("Binding")

// Kind and Dump make a bindingNode an ast.Node.
func (n *bindingNode) Kind() ast.NodeKind { return kindBinding }

// Dump prints the node for debugging.
func (n *bindingNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// bindingParser takes {{ … }} on one line out of the text; what stands between is read by parseRef
// once it is known that the binding is printed.
type bindingParser struct{}

// Trigger and Parse make it a parser.InlineParser.
func (bindingParser) Trigger() []byte { return []byte{'{'} }

// Parse returns a bindingNode, or nil where none begins.
func (bindingParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, opening) {
		return nil
	}
	end := bytes.Index(line, closing)
	if end < 0 {
		return nil
	}
	end += len(closing)
	block.Advance(end)
	n := &bindingNode{segment: text.NewSegment(segment.Start, segment.Start+end)}
	n.SetPos(segment.Start)
	return n
}
