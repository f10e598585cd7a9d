package sheet

import (
	"strings"
	"unicode/utf8"
)

const (
	lineHeight  = 15.0  // points, of Arial 11
	titleHeight = 24.0  // of Arial 15
	mostHeight  = 405.0 // a program for spreadsheets shows no higher row
	usualWidth  = 9.0   // letters, of a column without a width
)

// height is how high a row must be to show all of its text, in points; 0 where the usual height does. Not every
// program fits rows to their text when it opens a file.
func (s *Sheet) height(row int) float64 {
	lines, title := 1, false
	for col, c := range s.Rows[row] {
		title = title || c.Style == Title && c.Text != ""
		if c.Kind == Text && c.Style != Title {
			lines = max(lines, linesOf(c.Text, s.widthAt(row, col)))
		}
	}
	switch {
	case title:
		return titleHeight
	case lines == 1:
		return 0
	}
	return min(float64(lines)*lineHeight+2, mostHeight)
}

// widthAt is how wide a cell is, with the cells merged into it.
func (s *Sheet) widthAt(row, col int) float64 {
	last := col
	for _, m := range s.Merged {
		if m.Row == row && m.Col == col {
			last = m.LastCol
		}
	}
	width := 0.0
	for ; col <= last; col++ {
		if col < len(s.Columns) && s.Columns[col].Width > 0 {
			width += s.Columns[col].Width
		} else {
			width += usualWidth
		}
	}
	return width
}

// linesOf is how many lines a text takes in a cell so many letters wide, broken between words. Most letters are
// narrower than the digit by which cells are measured: now and then it is a line too many, which does no harm.
func linesOf(text string, width float64) int {
	width = max(width, 1)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0.0
		for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' }) {
			length := float64(utf8.RuneCountInString(word))
			if at > 0 && at+1+length > width {
				lines++
				at = 0
			}
			for length > width { // a long id is broken
				lines++
				length -= width
			}
			if at > 0 {
				at++
			}
			at += length
		}
	}
	return lines
}
