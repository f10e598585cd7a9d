// Package opendata gives everything a portal says as tables that any program can read. A dataset is a
// list of rows under stable ASCII column keys. Numbers stand in columns of their own in machine form
// (decimal point, no grouping); a figure without a number has an empty cell and says why in its state,
// never 0. What is published and what is computed are never in one column. Ids, places and state words
// are those of the data (III.5/r12/thu, in-progress); beside them stands the wording of the locale, from
// its catalog: state.STATE, rule.RULE, verdict.VERDICT, column.KEY, dataset.ID.
//
// As CSV a dataset is UTF-8 with a byte order mark, RFC 4180, and no cell of it is a formula.
package opendata

import (
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
}

// Column is one column; Key never changes, Title is in the portal's language.
type Column struct{ Key, Title string }

// Datasets returns every dataset of the portal, the registers first. A caller that cannot hold a country
// in memory builds them one by one with the functions below.
func Datasets(r *derive.Result, loc *locale.Locale) []Dataset {
	out := Registers(r, loc)
	for _, round := range r.Portal.Rounds {
		out = append(out, Report(r, loc, round))
	}
	for _, res := range r.Portal.Resolutions {
		out = append(out, Resolution(r, loc, res))
	}
	for _, of := range r.Portal.Indicators {
		out = append(out, Indicator(r, loc, of))
	}
	for _, u := range r.Portal.Units {
		out = append(out, Unit(r, loc, u))
	}
	return out
}

// Registers returns the datasets of which a portal has one each.
func Registers(r *derive.Result, loc *locale.Locale) []Dataset {
	return []Dataset{
		units(r, loc), resolutions(r, loc), documents(r, loc), works(r, loc),
		recommendations(r, loc), shortcomings(r, loc), mentions(r, loc), checks(r, loc), matrix(r, loc),
	}
}

// dataset begins a dataset whose columns are named by the catalog.
func dataset(loc *locale.Locale, id, title string, keys string) Dataset {
	d := Dataset{ID: id, Path: id + ".csv", Title: title}
	for _, key := range strings.Fields(keys) {
		d.Columns = append(d.Columns, Column{Key: key, Title: loc.T("column." + key)})
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
	return strings.Join(out, "; ")
}

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
