// Package chart draws a Figure twice from the same numbers: as static HTML with inline SVG bars, in
// every page and for every reader, and as the option of an interactive chart that loads only on
// demand. Numbers and words are HTML text at the reader's size; a state is a glyph and a word, never a
// bar of 0; all bars of a figure share one scale that holds 0, in the interactive chart too. A bar's
// length is rounded to a hundredth of a percent of the scale and drawn as SVG with width="N%", so that
// it fits any screen without a style attribute.
//
// A filled bar is the figure itself; an outlined one is a peer of the unit the page is about, or the
// second measure; a dashed one is what no unit accounts for, or how many units have no figure.
package chart

import "minhbach/internal/decimal"

// Kind is the form of a figure.
type Kind string

// The kinds of figure.
const (
	Bars   Kind = "bars"   // one measure, a row per unit
	Pairs  Kind = "pairs"  // two measures on one scale
	Stages Kind = "stages" // units by state: a row per state, with the names
)

// Figure is what is compared, ready to draw: every text is already in the reader's language.
type Figure struct {
	ID        string // unique in the page
	Kind      Kind
	Title     string
	Notes     []string // coverage ("11/15 đơn vị có số"), period, what one must know
	Source    Source
	Unit      string   // of measure, shown with the scale
	Series    []string // names of the one or two measures
	Groups    []Group
	Line      *Line // a reference value, e.g. 100 %
	Rest      *Cell // a last bar: what is published for the whole but not by unit
	RestLabel string
}

// Text are the words a figure needs beside its own.
type Text struct {
	Open, Close   string // the button of the interactive chart
	Interactive   string // what the interactive chart is, for the ear, before the title
	Source        string // before a place: "Nguồn:"
	ReferenceLine string // before the label of a Line in the keys: "Vạch đứt:"
	Locale        string // language tag, for the numbers of the interactive axis
}

// Source is a link to where the figures are printed.
type Source struct{ Label, Href string }

// Line is a reference value drawn across the bars.
type Line struct {
	Value decimal.Decimal
	Label string
}

// Group is the rows of one kind of unit. Title may be empty.
type Group struct {
	Title string
	Rows  []Row
}

// Row is one unit, category or state.
type Row struct {
	Label string
	Href  string // "" without a page
	Own   bool   // the unit whose page this is
	Cells []Cell // one per series
	Names []Name // Stages: the units in the state
}

// Name is a unit in a list.
type Name struct{ Label, Href string }

// Cell is one measure of one row: a value with its printed form, or a state. In a figure of Stages it is
// the number of units in the state of StateKey, whose word is StateWord or else the row's label.
type Cell struct {
	Value     *decimal.Decimal // nil: the state says why
	Text      string           // the value as shown: "1.100"
	Side      string           // beside it in Bars, e.g. the printed percentage "7,4%"; "" without
	SideWord  string           // where a percentage could stand and none is printed: its word for the ear
	StateKey  string           // glyph key, e.g. "prog"
	StateWord string
	Marks     []Mark // what stands beside it
}

// Mark is what must be read beside a value: a reconciliation, or what its unit replies.
type Mark struct{ Glyph, Word, Href string } // Href "" without a page
