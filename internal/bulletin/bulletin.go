// Package bulletin tells the portal over a loudspeaker: for each unit and for the whole place a text to be read aloud,
// at most about two minutes of it. The one who reads it sees no page, so every number, date, document number and unit
// of measure is in words, abbreviations are read in full, and there are no digits, signs or links; a state is told
// in its word and never as a number. Sentences are the catalog's, never the source's.
//
// A bulletin begins with whom it is for, the report, the date of the figures and who compiled it: no council's
// authority is borrowed unless the portal is official. Then, in this order, as much as the time allows: works called
// late; how much else the unit contests; its large figures; on what the report is silent; its other figures with a
// number; figures without one; works in other states; how much is asked of it; where figures do not agree.
// A figure that the unit contests is told with what the unit says. What finds no room is left out, and what is shorter
// and comes later is still told; the end says that there is more on the site, and that a newer report may supersede it.
package bulletin

import (
	"iter"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// Reading takes so many words a minute, and at most so many words are read.
const (
	wordsPerMinute = 130
	mostWords      = 2 * wordsPerMinute
)

// Bulletin is a text to be read aloud. Without Lines there is nothing to tell.
type Bulletin struct {
	Path, Title string
	Length      string // in words: how many words, how many minutes; for who reads, not to be read out
	Lines       []Line
	Left        int // things that found no room
}

// Line is one or two sentences that belong together.
type Line struct {
	Text   string
	Figure *model.Figure // that it tells; nil where it tells of none
}

// CityPath is the bulletin of the whole place.
const CityPath = "ban-tin.txt"

// UnitPath is the bulletin of a unit: the address of its page with another ending.
func UnitPath(u *model.Unit) string { return "don-vi/" + u.ID + ".txt" }

// Each gives every bulletin of the portal, by its path and as what makes it; none as long as there is no report.
func Each(r *derive.Result, loc *locale.Locale) iter.Seq2[string, func() Bulletin] {
	return func(yield func(string, func() Bulletin) bool) {
		if r.Round == nil || !yield(CityPath, func() Bulletin { return City(r, loc) }) {
			return
		}
		for _, u := range r.Portal.Units {
			if !yield(UnitPath(u), func() Bulletin { return Unit(r, loc, u) }) {
				return
			}
		}
	}
}

// Words is how many words are read aloud.
func (b Bulletin) Words() int { return words(b.Lines) }

// Text is the bulletin as a file. It begins with a byte order mark, for servers say of a text file no encoding.
func (b Bulletin) Text() []byte {
	var out strings.Builder
	out.WriteString("\ufeff" + b.Title + "\n" + b.Length + "\n")
	for _, l := range b.Lines {
		out.WriteString("\n" + l.Text + "\n")
	}
	return []byte(out.String())
}

func words(lines []Line) int {
	n := 0
	for _, l := range lines {
		n += len(strings.Fields(l.Text))
	}
	return n
}

// item is something to tell. say is given the period of the line before, which need not be named again.
type item struct {
	say    func(named *model.Period) string
	short  string // told instead where there is no room for it; "" without
	figure *model.Figure
}

func fixed(text, short string) item {
	return item{say: func(*model.Period) string { return text }, short: short}
}

// speaker words one bulletin.
type speaker struct {
	*locale.Locale
	r *derive.Result
}

// compose tells as many of the items as there is room for between the opening and the end.
func (s speaker) compose(path, title string, opening []Line, items []item, end func(left int) []Line) Bulletin {
	b := Bulletin{Path: path, Title: title, Lines: opening}
	room := mostWords - words(opening) - words(end(len(items)))
	var named *model.Period
	for _, it := range items {
		line := Line{it.say(named), it.figure}
		if n := words([]Line{line}); n > room && it.short != "" {
			line.Text = it.short
		}
		n := words([]Line{line})
		if n > room {
			b.Left++
			continue
		}
		room -= n
		b.Lines = append(b.Lines, line)
		named = nil
		if it.figure != nil {
			named = it.figure.Table.Period
		}
	}
	b.Lines = append(b.Lines, end(b.Left)...)
	b.Length = s.length(b.Words())
	return b
}

// length says in words how long a bulletin is, to half a minute.
func (s speaker) length(n int) string {
	halves := (2*n + wordsPerMinute - 1) / wordsPerMinute
	minutes := s.T("bulletin.minutes", "n", halves/2, "count", s.Words(halves/2))
	switch {
	case halves < 2:
		minutes = s.T("bulletin.half-minute")
	case halves%2 == 1:
		minutes = s.T("bulletin.minutes-half", "count", s.Words(halves/2))
	}
	return s.T("bulletin.length", "words", s.Words(n), "minutes", minutes)
}

// opening says whom the bulletin is for, of what date its figures are, and who compiled it from what.
func (s speaker) opening(who string) []Line {
	p, round := s.r.Portal, s.r.Round
	compiled := s.T("bulletin.compiled", "publisher", s.Aloud(p.Publisher), "council", s.Aloud(p.Council))
	if p.Official {
		compiled = s.T("bulletin.official", "publisher", s.Aloud(p.Publisher))
	}
	return []Line{
		{Text: s.T("bulletin.greeting", "who", who)},
		{Text: s.T("bulletin.source", "report", s.report(round), "who", who, "date", s.SpellDate(round.AsOf.Year, round.AsOf.Month, round.AsOf.Day)) + " " + compiled},
	}
}

func (s speaker) end(who string) func(left int) []Line {
	return func(left int) []Line {
		rest := s.T("bulletin.whole", "who", who, "portal", s.Aloud(s.r.Portal.Name))
		if left > 0 {
			rest = s.T("bulletin.more", "who", who, "portal", s.Aloud(s.r.Portal.Name))
		}
		return []Line{{Text: rest + " " + s.T("bulletin.superseded")}}
	}
}

// report names the document of a round.
func (s speaker) report(round *model.Round) string {
	return lower(s.SpellDocument(round.Document.Kind, round.Document.Number))
}

// unit is a unit with its kind.
func (s speaker) unit(u *model.Unit) string {
	if s.Tag() == "en" {
		return s.Aloud(u.Name + " " + u.Kind.EN)
	}
	return s.Aloud(u.Kind.Name + " " + u.Name)
}

func (s speaker) kind(u *model.Unit) string {
	if s.Tag() == "en" {
		return s.Aloud(u.Kind.EN)
	}
	return s.Aloud(u.Kind.Name)
}

// list joins names as they are read: "A, B và C"; with a longer pause where a name has one of its own.
func (s speaker) list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	if strings.Contains(strings.Join(names, ""), ",") {
		return strings.Join(names[:last], "; ") + "; " + s.T("and") + " " + names[last]
	}
	return strings.Join(names[:last], ", ") + " " + s.T("and") + " " + names[last]
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// lower lowers the first letter, for a name inside a sentence.
func lower(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
