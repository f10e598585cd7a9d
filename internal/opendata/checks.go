package opendata

import (
	"strconv"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// checks gives every reconciliation: what is published, what we compute, how, and what became of it.
func checks(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "doi-chieu", `id rule rule_name verdict verdict_name round table published computed difference
		arithmetic explained_by units_reported units_of low high printed_as read_as places units status note`)
	for _, c := range r.Reconciliations {
		table, n, of, status, note := "", "", "", "", ""
		if c.Table != nil {
			table = c.Table.ID
		}
		if c.Of > 0 {
			n, of = strconv.Itoa(c.N), strconv.Itoa(c.Of)
		}
		if c.Status != nil {
			status, note = string(c.Status.Status), c.Status.Note
		}
		d.add(c.ID, string(c.Rule), loc.T("rule."+string(c.Rule)), string(c.Verdict), loc.T("verdict."+string(c.Verdict)),
			c.Round.ID, table, number(c.Published), number(c.Computed), number(c.Diff), arithmetic(c), list(c.Explained, sum(address)),
			n, of, number(c.Low), number(c.High), c.PrintedAs, c.ReadAs, list(c.Places(), model.Place.String), list(c.Units, unitID), status, note)
	}
	return d
}

func address(f *model.Figure) string { return f.Address() }
func value(f *model.Figure) string   { return number(f.Value) }

// sum writes figures as an addition.
func sum(text func(*model.Figure) string) func([]*model.Figure) string {
	return func(terms []*model.Figure) string {
		out := make([]string, len(terms))
		for i, f := range terms {
			out[i] = text(f)
		}
		return strings.Join(out, " + ")
	}
}

// arithmetic writes how the computed number came about, "" where nothing was computed.
func arithmetic(c *derive.Reconciliation) string {
	switch c.Rule {
	case derive.Sum, derive.Parts:
		return sum(value)(c.Terms) + " = " + number(c.Computed)
	case derive.Rest:
		return number(c.Published) + " - (" + sum(value)(c.Terms) + ") = " + number(c.Computed)
	case derive.Groups:
		if len(c.Figures) == 1 { // one group is counted, not added up
			return ""
		}
		return sum(value)(c.Figures) + " = " + number(c.Published)
	case derive.Ratio:
		f := c.Figures[0]
		return number(f.Value) + " / " + number(f.Plan) + " * 100 = " + c.Exact.FloatString(c.Published.Scale()+2)
	case derive.Range:
		return value(c.Figures[0]) + " / " + value(c.Figures[1]) + " = " + number(c.Computed)
	}
	return ""
}
