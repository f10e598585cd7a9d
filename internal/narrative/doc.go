// Package narrative reads the Markdown of content/ into sections of prose and figures.
//
// Prose is Markdown with tables and without raw HTML: paragraphs, lists, tables, block quotes, code,
// emphasis, links, headings from ##. A number in it is a binding into the data, {{ REF as FORMAT }};
// see Ref for its parts. A binding stands on one line, in text, headings, table cells, emphasis and
// link text; {{! TEXT }} there prints TEXT as it stands, which nobody holds against the data; \{{ prints
// braces; every other {{ is a finding, so that none reaches a reader. A fenced block named figure places
// a Figure. What is left when bindings, free text, code and addresses are taken out is the prose that
// Passages gives, for whoever looks for numbers in it.
//
// Everything but the data is settled by Parse: what is left for rendering is to ask a Resolver for
// each binding and each link into the portal and to join the pieces. Printed HTML has no style, class
// or script: raw HTML is dropped with a warning, unsafe link addresses are findings, everything else
// is escaped here. A Doc may be rendered by any number of goroutines.
//
// Positions are lines of the file and characters of the line, both from 1.
package narrative

import "minhbach/internal/diag"

// Doc is one parsed file of content/.
type Doc struct {
	Path     string
	Front    Front // filled by whoever reads the front matter
	Sections []*Section
}

// Front is a file's front matter. A text that was not written is nil, which prints as nothing.
type Front struct {
	Title                                 string
	Lead, Description, Headline, Sentence *Inline
	Round                                 string // id of the report that bindings refer to; check fills it in where there is but one
	Facts                                 []Fact
}

// Fact is one big figure of a page, with its label.
type Fact struct {
	ID, Label   string
	Value, Note *Inline
	Source      string // place in the report
	Check       string // id of the figures table whose checks concern it
	Pos         diag.Pos
}

// Section is what stands under one heading.
type Section struct {
	ID      string  // fragment of the heading, unique in the Doc; "" without a heading
	Level   int     // 2 to 6; 0 without a heading
	Heading *Inline // nil where text stands before the first heading
	Note    *Inline // the block quote directly below the heading, as paragraphs; nil without
	Blocks  []Block
}

// Block is a run of prose or a figure: one of the two is nil.
type Block struct {
	Prose  *Inline
	Figure *Figure
}

// Figure is a fenced block that places a chart. Parse fills Pos, Body and BodyPos; whoever reads
// Body, which is TOML, fills the rest.
type Figure struct {
	Pos         diag.Pos // of the fence
	Body        string
	BodyPos     diag.Pos // of the first character of Body
	Kind        string
	Tables      []string
	Title, Note string
}

// texts returns every piece of the Doc in the order of the file.
func (d *Doc) texts() []*Inline {
	out := []*Inline{d.Front.Lead, d.Front.Description, d.Front.Headline, d.Front.Sentence}
	for _, f := range d.Front.Facts {
		out = append(out, f.Value, f.Note)
	}
	for _, s := range d.Sections {
		out = append(out, s.Heading, s.Note)
		for _, b := range s.Blocks {
			out = append(out, b.Prose)
		}
	}
	return out
}

// Refs returns every binding of the front matter and the body.
func (d *Doc) Refs() []Ref {
	var out []Ref
	for _, t := range d.texts() {
		out = append(out, t.Refs()...)
	}
	return out
}

// In makes the round with the id that of every binding that names none, on both sides of a difference.
func (d *Doc) In(round string) {
	for _, t := range d.texts() {
		for i := range t.list() {
			for ref := &t.parts[i].ref; ref != nil; ref = ref.Less {
				if ref.Round == "" {
					ref.Round = round
				}
			}
		}
	}
}

// Passages returns the prose of the front matter and the body.
func (d *Doc) Passages() []Passage {
	var out []Passage
	for _, t := range d.texts() {
		out = append(out, t.Passages()...)
	}
	return out
}

// Links returns every link of the front matter and the body.
func (d *Doc) Links() []Link {
	var out []Link
	for _, t := range d.texts() {
		out = append(out, t.Links()...)
	}
	return out
}

// Figures returns every figure of the body.
func (d *Doc) Figures() []*Figure {
	var out []*Figure
	for _, s := range d.Sections {
		for _, b := range s.Blocks {
			if b.Figure != nil {
				out = append(out, b.Figure)
			}
		}
	}
	return out
}
