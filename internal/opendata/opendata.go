// Package opendata gives everything a portal says as tables that any program can read. A dataset is a
// list of rows under stable ASCII column keys. Numbers stand in columns of their own in machine form
// (decimal point, no grouping); a figure without a number has an empty cell and says why in its state,
// never 0. What is published and what is computed are never in one column. Ids, places and state words
// are those of the data (III.5/r12/thu, in-progress); beside them stands the wording of the locale, from
// its catalog: state.STATE, rule.RULE, verdict.VERDICT, column.KEY, dataset.ID.
//
// As CSV a dataset is UTF-8 with a byte order mark, RFC 4180, and no cell of it is a formula. As JSON it is
// the same rows with the types of its columns: a gap is null, a number is exact, several values are a list.
// Every figure has an id of its own, ROUND/TABLE/ADDRESS, and an origin: transcribed as printed, read from a sentence of the source, or
// derived-silence for the row that says the source has none. What we compute is in doi-chieu alone.
package opendata

import (
	"iter"
	"slices"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// Dataset is one table.
type Dataset struct {
	ID      string // the path without its ending: "don-vi/thach-ha"
	Path    string // of its CSV within the site, with slashes
	Title   string
	Columns []Column
	Rows    [][]string // of len(Columns) cells each
	About   About
}

// Column is one column; Key and Type never change, Title is in the portal's language.
type Column struct {
	Key, Title string
	Type       Type
}

// Maker makes one dataset.
type Maker func() Dataset

// Each gives every dataset of the portal, the registers first, by its ID and as what makes it: not all
// of a large portal fit in memory at once.
func Each(r *derive.Result, loc *locale.Locale) iter.Seq2[string, Maker] {
	return func(yield func(string, Maker) bool) {
		p, about := r.Portal, aboutOf(r)
		give := func(id string, make Maker) bool {
			return yield(id, func() Dataset {
				d := make()
				if d.About.Sources == nil {
					d.About = about
				}
				return d
			})
		}
		_ = each(give, registers, func(g only) string { return g.id }, func(g only) Dataset { return g.make(r, loc) }) &&
			each(give, p.Rounds, reportDataID, func(round *model.Round) Dataset { return Report(r, loc, round) }) &&
			each(give, p.Resolutions, resolutionDataID, func(res *model.Resolution) Dataset { return Resolution(r, loc, res) }) &&
			each(give, p.Indicators, indicatorDataID, func(of *model.Indicator) Dataset { return Indicator(r, loc, of) }) &&
			each(give, p.Units, unitDataID, func(u *model.Unit) Dataset { return Unit(r, loc, u) })
	}
}

// only is a dataset of which a portal has one.
type only struct {
	id   string
	make func(*derive.Result, *locale.Locale) Dataset
}

var registers = []only{
	{"don-vi", units}, {"nghi-quyet", resolutions}, {"van-ban", documents}, {"cong-trinh", works}, {"kien-nghi", recommendations},
	{"han-che", shortcomings}, {"neu-ten", mentions}, {"tra-loi", replies}, {"doi-chieu", checks}, {"ma-tran", matrix},
}

func reportDataID(round *model.Round) string        { return "bao-cao/" + round.ID }
func resolutionDataID(res *model.Resolution) string { return "nghi-quyet/" + res.ID }
func indicatorDataID(of *model.Indicator) string    { return "so-lieu/" + of.ID }
func unitDataID(u *model.Unit) string               { return "don-vi/" + u.ID }

// each yields one dataset per item; false once the receiver has had enough.
func each[T any](yield func(string, Maker) bool, items []T, id func(T) string, of func(T) Dataset) bool {
	for _, x := range items {
		if !yield(id(x), func() Dataset { return of(x) }) {
			return false
		}
	}
	return true
}

// dataset begins a dataset whose columns are named by the catalog.
func dataset(loc *locale.Locale, id, title string, keys string) Dataset {
	d := Dataset{ID: id, Path: id + ".csv", Title: title}
	for _, key := range strings.Fields(keys) {
		d.Columns = append(d.Columns, Column{Key: key, Title: loc.T("column." + key), Type: typeOf(id, key)})
	}
	return d
}

// register begins a dataset that the catalog names, too.
func register(loc *locale.Locale, id, keys string) Dataset {
	return dataset(loc, id, loc.T("dataset."+id), keys)
}

func (d *Dataset) add(cells ...string) { d.Rows = append(d.Rows, cells) }

// list joins what several values of one cell are, in their order.
func list[T any](items []T, text func(T) string) string {
	out := make([]string, len(items))
	for i, x := range items {
		out[i] = text(x)
	}
	return strings.Join(out, separator)
}

// separator parts the values of one cell. Ids and places cannot hold it.
const separator = "; "

func unitID(u *model.Unit) string               { return u.ID }
func unitName(u *model.Unit) string             { return u.Kind.Name + " " + u.Name }
func bodyID(b *model.Body) string               { return b.ID }
func bodyName(b *model.Body) string             { return b.Name }
func documentID(d *model.Document) string       { return d.ID }
func resolutionID(res *model.Resolution) string { return res.ID }
func itself(s string) string                    { return s }

// yes is what a cell of a yes-or-no column holds; no is the empty cell.
func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// rounds are the rounds, newest first.
func rounds(p *model.Portal) []*model.Round {
	out := slices.Clone(p.Rounds)
	slices.Reverse(out)
	return out
}
