// Package model is the portal as typed records, linked by pointer: the one form in which every later
// stage sees it. A *Portal exists only if check found no error, is not changed after that, and does
// no I/O. Slices keep the order of the source files, which is the order of the printed source; whoever
// shows them sorted sorts them.
package model

import (
	"time"

	"minhbach/internal/diag"
	"minhbach/internal/narrative"
)

// Portal is everything the site says.
type Portal struct {
	Name         string // of the portal: "Minh Bạch"
	Place        string // whose council, short: "TP. Hà Tĩnh"
	PlaceLong    string // in a sentence: "thành phố Hà Tĩnh"
	Council      string
	Term         string
	Publisher    string // who compiled the site; not the council unless Official
	Official     bool
	Locale       string
	SourceLocale string // of the documents: how their numbers are written
	BaseURL      string // for feeds, sitemap and canonical only; "" when unknown
	Licence      string
	Contact      string

	Thresholds Thresholds

	Kinds       []*Kind
	Units       []*Unit
	Bodies      []*Body
	Documents   []*Document
	Resolutions []*Resolution
	Indicators  []*Indicator
	Rounds      []*Round // oldest first
	Pages       []*Page  // free pages of content/pages, by id
}

// Thresholds say when a comparison is fair.
type Thresholds struct {
	Peers int // units of one kind that must have reported before they are set side by side
}

// Newest returns the newest monitoring round, or nil.
func (p *Portal) Newest() *Round {
	if len(p.Rounds) == 0 {
		return nil
	}
	return p.Rounds[len(p.Rounds)-1]
}

// Round returns the monitoring round with the id, or nil.
func (p *Portal) Round(id string) *Round {
	for _, r := range p.Rounds {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Unit returns the unit with the id, or nil.
func (p *Portal) Unit(id string) *Unit {
	for _, u := range p.Units {
		if u.ID == id {
			return u
		}
	}
	return nil
}

// Date is a calendar day.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero reports whether the date is not known.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Time().Before(e.Time()) }

// Time returns midnight UTC of the day.
func (d Date) Time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// String gives the ISO form, 2023-04-21, or "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// Page is a free page of narrative.
type Page struct {
	ID  string
	Doc *narrative.Doc
	Pos diag.Pos
}
