package opendata

import (
	"cmp"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"
	"sync"
	"time"

	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/locale"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// File is a file of the site that is no table.
type File struct {
	Path, Title string
	Body        []byte
}

// A feed has so many entries, an entry so many lines: who has missed more reads the log itself.
const (
	feedEntries = 50
	feedLines   = 30
)

// feed is the log, or what it tells of one unit or resolution, as a feed: one entry a commit.
type feed struct {
	path, title, page string // page: the one it is the feed of
	updated           string // RFC 3339, as below
	entries           []feedEntry
}

type feedEntry struct {
	id, title, link, html string
	published, updated    string
}

// Feeds gives the feeds of the log, by path and as what makes them: Atom for the site, each unit and each
// resolution, and JSON Feed for the site. A feed is read away from its site and needs its address, so without
// one there are none.
func Feeds(r *derive.Result, log *history.Log, loc *locale.Locale) iter.Seq2[string, func() (File, error)] {
	return func(yield func(string, func() (File, error)) bool) {
		if r.Portal.BaseURL == "" {
			return
		}
		shared := sync.OnceValue(func() *feeds { return newFeeds(r, log, loc) })
		atom := func(id string, of func(f *feeds) feed) bool {
			return yield(id+".xml", func() (File, error) { return shared().file(of(shared())) })
		}
		if !yield("thay-doi-feed.json", func() (File, error) { return shared().json(shared().whole()) }) || !atom("thay-doi", (*feeds).whole) {
			return
		}
		for _, u := range r.Portal.Units {
			id := "don-vi/" + u.ID
			if !atom(id, func(f *feeds) feed { return f.of(id, f.words.Unit(u.ID), history.Subject{Unit: u}) }) {
				return
			}
		}
		for _, res := range r.Portal.Resolutions {
			id := "nghi-quyet/" + res.ID
			if !atom(id, func(f *feeds) feed { return f.of(id, res.Topic+", "+res.Doc.Number, history.Subject{Resolution: res}) }) {
				return
			}
		}
	}
}

// feeds is what all feeds of a site share.
type feeds struct {
	portal *model.Portal
	loc    *locale.Locale
	log    *history.Log
	words  *history.Words
	trails map[history.Subject][]int
	partOf map[string]string
	base   string // with the slash
	host   string
	asOf   string // when a feed without entries was last brought up to date
}

func newFeeds(r *derive.Result, log *history.Log, loc *locale.Locale) *feeds {
	w := history.NewWords(r.Portal, loc)
	f := &feeds{portal: r.Portal, loc: loc, log: log, words: w, trails: w.Trails(log),
		partOf: history.PartOf(history.Parts(log.All(), history.PageLines)),
		base:   strings.TrimSuffix(r.Portal.BaseURL, "/") + "/", asOf: noon(r.AsOf.String())}
	if u, err := url.Parse(r.Portal.BaseURL); err == nil {
		f.host = u.Hostname()
	}
	return f
}

// file is a feed as Atom.
func (f *feeds) file(of feed) (File, error) {
	body, err := f.atom(of)
	return File{of.path, of.title, body}, err
}

// whole is the feed of the site.
func (f *feeds) whole() feed {
	return f.feed("thay-doi", f.portal.Name+" "+f.portal.Place, f.log.All())
}

// of is the feed of a unit or resolution.
func (f *feeds) of(id, name string, s history.Subject) feed {
	return f.feed(id, name, f.log.Batches(f.trails[s]))
}

func (f *feeds) feed(id, name string, batches []history.Batch) feed {
	out := feed{path: id + ".xml", title: f.loc.T("changes.feed-title", "what", name), page: f.base + id + ".html"}
	for _, b := range batches[:min(len(batches), feedEntries)] {
		out.entries = append(out.entries, f.entry(id, b))
	}
	newest := func(a, b feedEntry) int { return compareTimes(a.updated, b.updated) }
	out.updated = f.asOf
	if len(out.entries) > 0 {
		out.updated = slices.MaxFunc(out.entries, newest).updated
	}
	return out
}

// entry tells one commit. Its id is made of the commit and the feed, and never changes: the same commit says
// less in the feed of a unit.
func (f *feeds) entry(id string, b history.Batch) feedEntry {
	e := feedEntry{
		id:        fmt.Sprintf("tag:%s,%s:%s/%s", f.host, b.Date, b.Hash, id),
		title:     f.loc.T("changes.entry-title", "date", f.words.Day(b.Date), "what", f.counts(b)),
		link:      f.base + "thay-doi/" + f.partOf[b.Hash] + ".html#" + b.Short(),
		html:      f.html(b),
		published: moment(b.Commit),
	}
	e.updated = e.published
	if b.ReasonDate != "" {
		e.updated = slices.MaxFunc([]string{e.published, noon(b.ReasonDate)}, compareTimes)
	}
	return e
}

// moment is when a commit was made, in the form of RFC 3339.
func moment(c history.Commit) string {
	if _, err := time.Parse(time.RFC3339, c.Time); err != nil {
		return noon(c.Date)
	}
	return c.Time
}

// noon stands for a day of which no time is known.
func noon(day string) string { return day + "T12:00:00Z" }

func compareTimes(a, b string) int {
	x, errX := time.Parse(time.RFC3339, a)
	y, errY := time.Parse(time.RFC3339, b)
	if errX != nil || errY != nil {
		return cmp.Compare(a, b)
	}
	return x.Compare(y)
}

// counts says how many entries there are of each kind, as the log page does: "sửa 2, mới 200".
func (f *feeds) counts(b history.Batch) string {
	counted := map[string]int{f.words.Class(history.New): b.CountNews()}
	for _, e := range b.Entries {
		counted[f.words.Became(e.Change)]++
	}
	var parts []string
	for _, word := range []string{f.words.Class(history.Corrected), f.loc.T("changes.class.reworded"),
		f.words.Class(history.Restated), f.words.Class(history.Withdrawn), f.words.Class(history.New)} {
		if n := counted[word]; n > 0 {
			parts = append(parts, word+" "+f.loc.Int(n))
		}
	}
	return strings.Join(parts, ", ")
}

// html tells a commit as the log does: why, then line by line.
func (f *feeds) html(b history.Batch) string {
	var lines []string
	for _, e := range b.Entries {
		lines = append(lines, f.words.Line(e.Change))
	}
	for _, news := range b.News {
		lines = append(lines, fmt.Sprintf("%s: %s", f.words.Group(news.Change), f.loc.T("changes.news", "n", news.N)))
	}
	rest := len(lines) - feedLines
	if rest > 0 {
		lines = append(lines[:feedLines], f.loc.T("changes.entry-more", "n", rest))
	}
	var out markup.B
	out.Raw(`<p>`).Text(f.words.Why(b.Commit, b.Unexplained())).Raw(`</p><ul>`)
	for _, line := range lines {
		out.Raw(`<li>`).Text(line).Raw(`</li>`)
	}
	return out.Raw(`</ul>`).String()
}
