package narrative

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

func (p *printer) table(n *extension.Table) {
	p.add(part{kind: region, label: p.columns(n.FirstChild())})
	p.write("<table>\n<thead>\n")
	p.row(n.FirstChild(), `th scope="col"`, "th")
	p.write("</thead>\n<tbody>\n")
	for r := n.FirstChild().NextSibling(); r != nil; r = r.NextSibling() {
		p.row(r, "td", "td")
	}
	p.write("</tbody>\n</table>\n</div>\n")
}

// columns returns the heads of the columns, which name the table to those who do not see it. What
// is found in them is found twice, and kept once when the findings are sorted.
func (p *printer) columns(header ast.Node) *Inline {
	label := &printer{reader: p.reader}
	for c := header.FirstChild(); c != nil; c = c.NextSibling() {
		label.children(c)
		if c.NextSibling() != nil {
			label.write(", ")
		}
	}
	return label.inline()
}

func (p *printer) row(n ast.Node, open, close string) {
	p.write("<tr>")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		align := ""
		if cell, ok := c.(*extension.TableCell); ok && cell.Alignment != extension.AlignNone && cell.Alignment != 0 {
			align = ` align="` + cell.Alignment.String() + `"`
		}
		p.wrap("<"+open+align+">", c, "</"+close+">")
		p.endPassage()
	}
	p.write("</tr>\n")
}
