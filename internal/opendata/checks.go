package opendata

import (
	"math/big"
	"strconv"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// checks gives every reconciliation of every round: what is published, what we compute, how, and what became
// of it. An id is unique within its round. What is inferred has columns of its own.
func checks(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "doi-chieu", `id rule rule_name severity verdict verdict_name round table published computed difference
		arithmetic explained_by covers units_reported units_of low high printed_as read_as documents days
		places units ask status note document`)
	for _, c := range r.Reconciliations {
		var table, n, of, days, ask string
		if c.Table != nil {
			table = c.Table.ID
		}
		if c.Of > 0 {
			n, of = strconv.Itoa(c.N), strconv.Itoa(c.Of)
		}
		if c.Days > 0 {
			days = strconv.Itoa(c.Days)
		}
		if c.Ask != nil {
			ask = c.Ask.Name
		}
		status, note, document := answered(c)
		d.add(c.ID, string(c.Rule), loc.T("rule."+string(c.Rule)), severity(c), string(c.Verdict), loc.T("verdict."+string(c.Verdict)),
			c.Round.ID, table, number(c.Published), number(c.Computed), number(c.Diff), arithmetic(c), list(c.Explained, sum(address)), list(c.Covers, cover),
			n, of, number(c.Low), number(c.High), c.PrintedAs, c.ReadAs, list(c.Documents, documentID), days,
			list(c.Places(), model.Place.String), list(c.Units, unitID), ask, status, note, document)
	}
	return d
}

// severity is how much attention the rule needs; nothing where it found that figures agree.
func severity(c *derive.Reconciliation) string {
	if !c.Verdict.Attention() && c.Verdict != derive.Noted {
		return ""
	}
	return strconv.Itoa(int(c.Rule.Info().Severity))
}

// answered is what an editor learnt: the word, in own words, and the document that says so.
func answered(c *derive.Reconciliation) (status, note, document string) {
	if c.Status == nil {
		return "", "", ""
	}
	if c.Status.Document != nil {
		document = c.Status.Document.ID
	}
	return string(c.Status.Status), c.Status.Note, document
}

// cover writes which rows a total leaves out: "budget-revenue-2023: thach-hung | thach-quy"; nothing behind
// the colon where it covers every row.
func cover(c derive.Cover) string {
	sets := make([]string, len(c.Without))
	for i, set := range c.Without {
		sets[i] = sum(address)(set)
	}
	return strings.TrimSpace(c.Total.Table.ID + ": " + strings.Join(sets, " | "))
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
		return number(f.Value) + " / " + number(f.Plan) + " * 100" + equals(c.Exact, c.Published.Scale()+2)
	case derive.OverPlan:
		if f := c.Figures[0]; c.Computed != nil {
			return number(f.Value) + " / " + number(f.Plan) + " * 100" + equals(c.Exact, c.Computed.Scale())
		}
	case derive.ImpliedPlan: // a range in words and no column of its own: nobody published it
		return "inferred, not published: " + c.Implied.Low.String() + " to " + c.Implied.High.String()
	case derive.Range:
		return value(c.Figures[0]) + " / " + value(c.Figures[1]) + equals(c.Exact, c.Computed.Scale())
	}
	return ""
}

// equals writes a result to so many digits; what was rounded is about equal.
func equals(exact *big.Rat, digits int) string {
	d := decimal.Round(exact, digits)
	if exact.Cmp(d.Rat()) == 0 {
		return " = " + d.String()
	}
	return " ≈ " + d.String()
}
