// Package reply makes the form on which a unit reviews what a portal says of it, before it is published: the same
// lines as a spreadsheet to be filled and as a page to be printed. What comes back is recorded by an editor as
// [reply.ID] and stands beside the figure; nothing is read from a form by itself.
package reply

import (
	"strings"

	"minhbach/internal/render"
	"minhbach/internal/sheet"
)

// widths of the columns of a form, in letters: key, what, what is said, printed, where, findings, then the answer.
var widths = []float64{16, 28, 44, 24, 20, 36, 14, 14, 40}

// Book is the form as a workbook of one sheet: what is said cannot be changed by accident, the last columns are to
// be filled.
func Book(f render.Form) *sheet.Book {
	s := &sheet.Sheet{Name: sheet.SafeName(f.Columns[6]), Protect: true, Side: 2}
	for _, w := range widths {
		s.Columns = append(s.Columns, sheet.Column{Width: w})
	}
	last := len(f.Columns) - 1
	wide := func(style sheet.Style, text string) {
		row := len(s.Rows)
		s.Rows = append(s.Rows, []sheet.Cell{sheet.T(style, text)})
		s.Merged = append(s.Merged, sheet.Range{Row: row, LastRow: row, LastCol: last})
	}
	wide(sheet.Title, f.Title)
	for _, p := range f.Intro {
		wide(sheet.Plain, p)
	}
	var head []sheet.Cell
	for _, c := range f.Columns {
		head = append(head, sheet.T(sheet.Head, c))
	}
	s.Rows = append(s.Rows, head)
	s.Frozen, s.Repeat = len(s.Rows), len(s.Rows)
	for _, g := range f.Groups {
		wide(sheet.Group, g.Heading)
		from := len(s.Rows)
		for _, l := range g.Lines {
			s.Rows = append(s.Rows, cells(l))
		}
		answer := render.FormColumns
		s.Choices = append(s.Choices, sheet.Choice{Range: sheet.Range{Row: from, Col: answer, LastRow: len(s.Rows) - 1, LastCol: answer},
			Words: f.Answers, Title: f.Columns[answer], Prompt: f.Prompt, Refusal: f.Refusal})
	}
	wide(sheet.Plain, f.Sign)
	return &sheet.Book{Title: f.Title, Sheets: []*sheet.Sheet{s}}
}

func cells(l render.FormLine) []sheet.Cell {
	out := []sheet.Cell{sheet.T(sheet.Fixed, l.Key), sheet.T(sheet.Fixed, l.What), sheet.T(sheet.Fixed, l.Says), sheet.T(sheet.Fixed, l.Printed),
		sheet.T(sheet.Fixed, l.Place), sheet.T(sheet.Fixed, strings.Join(l.Findings, "\n"))}
	answered := sheet.T(sheet.Input, "")
	answered.Note = l.Answered
	return append(out, answered, sheet.N(sheet.Figures, ""), sheet.T(sheet.Input, ""))
}
