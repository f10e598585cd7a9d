// Package sheet is spreadsheets, in and out, and knows nothing of what they say.
//
//	Book ─Write→ .xlsx          one form: what a program makes to be filled, printed or sent round
//	.xlsx, .csv ─Read→ Book     what came back, cell by cell, each with its name (sheet, C7)
//
// A cell is what the file holds and not what the screen shows: a number is its digits, with a word on how it
// is shown (a percentage, a date), because a program for spreadsheets turns 4.500 into a day of April and
// 7,4% into 0.074 without asking. A formula is told with the value it had when the file was saved. What cannot
// be told apart is not guessed: Read says what it cannot read.
//
// Write gives the same bytes for the same Book: no clock, no name of a user or machine. A written sheet may be
// protected against accidents, without a password, so that anybody may lift it.
package sheet

import (
	"strings"
	"time"
	"unicode/utf8"

	"minhbach/internal/diag"
)

// Book is a workbook.
type Book struct {
	Title  string    // told by the file's properties
	Author string    // as well
	Date   time.Time // of its making, as well; zero: none
	Sheets []*Sheet
}

// Sheet is one sheet of a workbook. Row and column numbers count from 0 and leave nothing out.
type Sheet struct {
	Name    string // see SafeName
	Hidden  bool
	Columns []Column
	Rows    [][]Cell
	Merged  []Range // each shown as one cell, the first

	HiddenRows map[int]bool // by the sender's hand or by a filter

	// Decimal is the sign before decimals where cells are text and the program that saved them shows how it writes: a
	// point in a .csv parted by commas, a comma in one parted by semicolons. "" where it does not show.
	Decimal string

	// For Write alone.
	Frozen  int // so many rows stay in view
	Side    int // so many columns stay in view
	Repeat  int // the row that repeats on every printed page, counted from 1; 0: none
	Choices []Choice
	Protect bool // cells whose style is not Input cannot be changed until the protection is lifted
}

// Column is how a column looks.
type Column struct {
	Width  float64 // letters; 0: as usual
	Hidden bool
}

// Range is a rectangle of cells, its last row and column within.
type Range struct{ Row, Col, LastRow, LastCol int }

// Choice offers words in cells; Prompt is shown when one is entered, and Refusal when something else was
// typed. With no Words it is a Prompt alone.
type Choice struct {
	Range
	Words         []string
	Title, Prompt string
	Refusal       string
}

// Kind is what a cell holds.
type Kind int

// The kinds of a cell.
const (
	Empty  Kind = iota
	Text        // words, or a number typed as words
	Number      // Text is its shortest plain decimal form, or in exponents where the file has them
	Date        // a number shown as a date or time; Text is the number
	Bool        // Text is TRUE or FALSE
	Fault       // a formula that failed; Text is #REF! and the like, the formula itself where its value was not saved
)

// Style is how a written cell looks, and whether Protect leaves it open.
type Style int

// The styles of a cell.
const (
	Plain   Style = iota // as it is, wrapped
	Title                // large
	Head                 // head of a column
	Group                // head of a group of rows
	Fixed                // a value that stays
	Input                // to be filled with text
	Figures              // to be filled with a number, on the right; shown as it is typed
)

// Cell is one cell. The zero value is an empty one.
type Cell struct {
	Kind    Kind
	Text    string
	Percent bool   // a number shown as a percentage: 0.074 as 7.4%
	Differs bool   // a number whose format shows another one: rounded, or in thousands
	Formula string // without =; "" where the value was typed

	Style Style  // for Write
	Note  string // for Write: a remark beside the cell
}

// T is a cell of words, empty where there are none.
func T(style Style, text string) Cell {
	if text == "" {
		return Cell{Style: style}
	}
	return Cell{Kind: Text, Text: text, Style: style}
}

// N is a cell of a number in plain decimal form, "-886.3"; empty for "".
func N(style Style, number string) Cell {
	if number == "" {
		return Cell{Style: style}
	}
	return Cell{Kind: Number, Text: number, Style: style}
}

// At returns the cell of a row and a column; an empty one where the sheet has none.
func (s *Sheet) At(row, col int) Cell {
	if row < 0 || row >= len(s.Rows) || col < 0 || col >= len(s.Rows[row]) {
		return Cell{}
	}
	return s.Rows[row][col]
}

// Set puts a cell in its place, and makes the rows and columns before it.
func (s *Sheet) Set(row, col int, c Cell) {
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	for len(s.Rows[row]) <= col {
		s.Rows[row] = append(s.Rows[row], Cell{})
	}
	s.Rows[row][col] = c
}

// Name is the name of a cell, "C7".
func Name(row, col int) string {
	return diag.Cell{Row: row + 1, Col: col + 1}.Name()
}

// maxName is the longest name of a sheet, in characters.
const maxName = 31

// SafeName is a name that every program for spreadsheets takes: at most 31 characters, none of those that
// have a meaning in formulas.
func SafeName(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) || r < ' ' {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(name, "' ")
	for utf16Len(name) > maxName {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	if name = strings.TrimRight(name, "' "); name == "" {
		return "-"
	}
	return name
}
