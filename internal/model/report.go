package model

import (
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/narrative"
)

// Place is a place in a source document: a section, then rows, bullets, paragraphs or columns of it.
type Place struct {
	Section string // "III.5"
	Row     int    // of the printed table, 0 without
	Bullet  int    // of the section's list, 0 without
	Para    int
	Total   bool   // the table's total line
	Column  string // id of the column, "" without
}

// ParsePlace reads "III.5/r12/thu", "V.3.c/b2", "III.5/total/chi". ok is false when a part is empty.
func ParsePlace(s string) (p Place, ok bool) {
	parts := strings.Split(s, "/")
	if parts[0] == "" {
		return p, false
	}
	p.Section = parts[0]
	for _, part := range parts[1:] {
		if part == "" {
			return p, false
		}
		n, err := strconv.Atoi(part[1:])
		switch {
		case part == "total":
			p.Total = true
		case err == nil && n > 0 && part[0] == 'r':
			p.Row = n
		case err == nil && n > 0 && part[0] == 'b':
			p.Bullet = n
		case err == nil && n > 0 && part[0] == 'p':
			p.Para = n
		default:
			p.Column = part
		}
	}
	return p, true
}

// String gives back the form ParsePlace reads.
func (p Place) String() string {
	s := p.Section
	for _, part := range []struct {
		letter string
		n      int
	}{{"r", p.Row}, {"b", p.Bullet}, {"p", p.Para}} {
		if part.n > 0 {
			s += "/" + part.letter + strconv.Itoa(part.n)
		}
	}
	if p.Total {
		s += "/total"
	}
	if p.Column != "" {
		s += "/" + p.Column
	}
	return s
}

// Within reports whether the place lies in the section: III.5 lies in III.5 and in III.
func (p Place) Within(section string) bool {
	return p.Section == section || strings.HasPrefix(p.Section, section+".")
}

// Period is what time a figure is of.
type Period struct {
	ID       string
	Name     string // "năm 2023, đến lúc khảo sát"
	Complete bool   // the period was over when the figure was taken
	Note     string
	Pos      diag.Pos
}

// Section is a printed heading of the report.
type Section struct {
	At    string // "III.5"
	Title string // our own short words
	Note  string // what the section says that no record holds, in our own words
	Pos   diag.Pos
}

// Round is one monitoring round and its report.
type Round struct {
	ID        string
	Document  *Document
	AsOf      Date // of the figures: the day the report is dated
	Scope     string
	Periods   []*Period
	Columns   map[string]string // column id → heading as printed
	Sections  []*Section
	Chapters  []*Chapter
	Tables    []*Table
	Passages  []*Passage
	Works     []*Work
	Mentions  []*Mention
	Mechanism []*Mechanism
	Shortcomings,
	Recommendations []*Statement
	Checks    []*CheckNote // what editors learnt about reconciliations of the round
	Replies   []*Reply     // what units answered to what the report says of them
	Narrative *narrative.Doc
	Pos       diag.Pos
}

// Table returns the round's table with the id, or nil.
func (r *Round) Table(id string) *Table {
	for _, t := range r.Tables {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// Chapter is the part of a report that tells of one resolution, or of several together.
type Chapter struct {
	ID          string // the file's name
	Round       *Round
	At          Place
	Resolutions []*Resolution
	Topic       string // short, for a column head
	Note        string
	Tables      []*Table
	Mechanisms  []*Mechanism
	Announced   *Announced
	Pos         diag.Pos
}

// Announced is how many mechanisms the source announces, beside those it then describes.
type Announced struct {
	N         int
	Published string
	At        Place
	Pos       diag.Pos
}

// Mechanism is what the report says of one provision of a resolution.
type Mechanism struct {
	ID        string
	Chapter   *Chapter
	Name      string
	Provision *Provision // nil where the report does not tie it
	N         int        // as published: 2 of "02 mô hình"
	Of        string     // "mô hình"
	Published string
	State     State
	Units     []*Unit
	Items     []Item
	At        Place
	Note      string
	Replies   []*Reply
	Pos       diag.Pos
}

// Names reports whether the mechanism names the unit.
func (m *Mechanism) Names(u *Unit) bool {
	return slices.Contains(m.Units, u) || slices.ContainsFunc(m.Items, func(it Item) bool { return it.Unit == u })
}

// Item is a named thing of a mechanism, with its unit.
type Item struct {
	Name string
	Unit *Unit
	As   string // the unit as printed, where it is spelt otherwise
}

// Passage is a short piece of the source kept to the letter, because records are split from it.
type Passage struct {
	ID   string
	At   Place
	Text string
	Pos  diag.Pos
}

// Work is a project, public work or scheme that the source names.
type Work struct {
	ID       string
	Round    *Round
	Chapter  *Chapter
	Name     string // as printed
	Unit     *Unit  // nil where the source names none
	States   []State
	At       Place
	AlsoAt   []Place // named again
	Passage  *Passage
	Figure   *Figure // of the table that holds the money, e.g. a debt
	Reason   string  // "" : the source gives none
	Deadline string
	Note     string
	Replies  []*Reply
	Pos      diag.Pos
}

// Mention is what the source says of units in words: well done, weak, or neither.
type Mention struct {
	ID        string
	Round     *Round
	Kind      MentionKind
	Units     []*Unit
	AllUnits  bool
	Open      bool // the printed list ends in "…" or begins with "như"
	State     State
	Chapter   *Chapter // nil: not tied to a resolution
	Text      string   // in our own words, what the sentence covers and no more
	Published string   // the names as printed
	At        Place
	Note      string
	Replies   []*Reply
	Pos       diag.Pos
}

// MentionKind is what a mention is.
type MentionKind string

// The kinds of a mention.
const (
	Well MentionKind = "well"
	Weak MentionKind = "weak"
	Note MentionKind = "note"
)

// Statement is a shortcoming or a recommendation, one per request; several may stand in one printed
// bullet and then share At.
type Statement struct {
	ID          string
	Round       *Round
	At          Place
	Text        string // our own words
	Addressees  []*Body
	Units       []*Unit // named in it
	Open        bool
	Resolutions []*Resolution // only where the source ties them
	Documents   []*Document
	Deadline    string // as printed; "" without
	Due         Date
	Note        string
	Replies     []*Reply
	Pos         diag.Pos
}
