package model

import (
	"path"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/narrative"
)

type narrativeDoc = narrative.Doc

// Document is a decision, plan, guidance or report. Title is quoted exactly as published.
type Document struct {
	ID      string
	Number  string // "36/NQ-HĐND"
	Kind    string // word of the kind: "Nghị quyết"
	Issuer  *Body  // nil where the source does not say
	Issued  Date   // zero where no date is printed
	Title   string // "" where none is printed
	Short   string // our own words
	Guides  []*Document
	Based   []*Document // what it was issued under
	CitedAt Place       // where the round's report cites it
	Round   string      // id of the report that cites it
	File    string      // the document itself, below the portal's folder; "" where there is none to publish
	URL     string      // where else it is to be had; printed and never opened
	SHA256  string      // of the file, lower-case hexadecimal; "" where not known
	Size    int64       // of File, bytes
	Pos     diag.Pos
}

// SitePath is the address of File within the site, "nguon/279-bc-hdnd.pdf"; "" without a file. It is made of
// the id, so that it outlives a renamed file.
func (d *Document) SitePath() string {
	if d.File == "" {
		return ""
	}
	return "nguon/" + d.ID + strings.ToLower(path.Ext(d.File))
}

// Resolution is a decision of the council that is followed.
type Resolution struct {
	ID         string
	Doc        *Document
	Topic      string // two or three words: "Trồng cây xanh"
	Provisions []*Provision
	Indicators []*Indicator
	Narrative  *narrative.Doc
	Pos        diag.Pos
}

// Provision is one article or mechanism of a resolution.
type Provision struct {
	ID    string
	Name  string
	Pos   diag.Pos
	Place string // "Điều 7" where the source names it
}

// Numeric reports whether the figures of the indicator are numbers, and not states or words.
func (i *Indicator) Numeric() bool { return i.Measure != Stage && i.Measure != Words }

// Measure is what kind of number an indicator gives.
type Measure string

// The kinds of an indicator.
const (
	Count   Measure = "count"
	Money   Measure = "money"
	Percent Measure = "percent"
	Stage   Measure = "stage" // how far a unit is; its figures are states
	Words   Measure = "text"  // the cell is words
)

// Direction says which way is better; most figures say neither.
type Direction string

// The directions of an indicator.
const (
	Neither Direction = "neither"
	More    Direction = "more"
	Less    Direction = "less"
)

// Indicator is what a figure measures.
type Indicator struct {
	ID          string
	Name        string
	Short       string // label in a narrow cell: "Thu"; "" where the number needs none
	UnitMeasure string // "triệu đồng", "cây", "%"
	Measure     Measure
	Summable    bool // whether the units' figures may be added up
	Direction   Direction
	Headline    bool   // shown large on a unit's page when the unit has a figure
	Breakdown   string // id of the breakdown, "" without one
	Categories  []Category
	AverageOf   []*Indicator // dividend and divisor: their totals give the average of these figures; nil without
	Resolutions []*Resolution
	Note        string // what one must know to read it
	Pos         diag.Pos
}

// Category is one part of a breakdown: primary school.
type Category struct{ ID, Name string }
