package derive

import (
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// maxFiner is how many digits more than its total the rows may print for every set of rows to be tried that
// makes the total agree once rounded or cut off; beyond it only exact sums are.
const maxFiner = 2

// coverings notes two totals of one printed table that agree with the sums of different rows: the one with
// every row, say, and the other only without one of them. Every set of up to three rows is named. That a
// total does not agree with all its rows is for sums to say; here it is a fact to know when reading the two.
func (r *Result) coverings(round *model.Round) []*Reconciliation {
	type printed struct {
		chapter *model.Chapter
		section string
	}
	groups := map[printed][]*Cover{}
	var out []*Reconciliation
	for _, t := range round.Tables {
		c := r.coveredBy(t)
		if c == nil {
			continue
		}
		key := printed{t.Chapter, t.Total.At.Section}
		for _, other := range groups[key] {
			if sameRows(other.Total.Table, t) && !coverAlike(*other, *c) {
				out = append(out, covering(*other, *c))
			}
		}
		groups[key] = append(groups[key], c)
	}
	return out
}

func covering(a, b Cover) *Reconciliation {
	c := ofTable(Covering, a.Total.Table, a.Total, b.Total)
	c.ID += "." + b.Total.Table.ID
	c.Table, c.Verdict, c.Covers = nil, Noted, []Cover{a, b}
	return c
}

// coveredBy returns the rows that the total of t covers; nil where there is nothing to compare it with, or
// no set of rows makes it agree.
func (r *Result) coveredBy(t *model.Table) *Cover {
	facts := r.facts(t)
	if number(t.Total) == nil || !facts.summed || r.leavesRest(t) || t.Total.At.Section == "" {
		return nil
	}
	digits := marksOf(r.Portal.SourceLocale).printedDigits(t.Total.Published, *t.Total.Value)
	if agreesAt(*t.Total.Value, digits, facts.sum) {
		return &Cover{Total: t.Total, Without: [][]*model.Figure{nil}}
	}
	if facts.sum.Cmp(*t.Total.Value) < 0 { // the total holds more than its rows
		return nil
	}
	without := explain(facts.terms, surplus(*t.Total.Value, digits, facts)...)
	if len(without) == 0 {
		return nil
	}
	return &Cover{Total: t.Total, Without: without}
}

// agreesAt reports whether a sum agrees with a total printed with so many digits.
func agreesAt(total decimal.Decimal, digits int, sum decimal.Decimal) bool {
	v, _, ok := verdictOf(total, digits, sum.Rat())
	return ok && v != Differs
}

// surplus returns by how much the rows left out may add up for the others to agree with the total: its
// difference from the sum, and what rounds or is cut off to it where the rows print more digits.
func surplus(total decimal.Decimal, digits int, facts *tableFacts) []decimal.Decimal {
	finest := digits
	for _, f := range facts.terms {
		finest = max(finest, f.Value.Scale())
	}
	diff := facts.sum.Sub(total)
	if finest-digits > maxFiner {
		return []decimal.Decimal{diff}
	}
	var out []decimal.Decimal
	unit, step := decimal.New(1, digits), decimal.New(1, finest)
	for d := diff.Sub(unit); d.Cmp(diff.Add(unit)) <= 0; d = d.Add(step) {
		if agreesAt(total, digits, facts.sum.Sub(d)) {
			out = append(out, d)
		}
	}
	return out
}

// sameRows reports whether two tables are columns of one printed table: units of both stand in the same rows.
func sameRows(a, b *model.Table) bool {
	shared := 0
	for _, f := range a.Units {
		g := b.Of(f.Unit)
		if g == nil {
			continue
		}
		if f.At.Row == 0 || f.At.Row != g.At.Row {
			return false
		}
		shared++
	}
	return shared > 1
}

// coverAlike reports whether both totals can cover the same rows: some set of the one leaves out the rows
// that some set of the other does, as far as both tables have a number in them.
func coverAlike(a, b Cover) bool {
	return slices.ContainsFunc(a.Without, func(left []*model.Figure) bool {
		return slices.ContainsFunc(b.Without, func(right []*model.Figure) bool {
			return leavesOut(left, right, b.Total.Table) && leavesOut(right, left, a.Total.Table)
		})
	})
}

// leavesOut reports whether every row of set that has a number in table is left out there, too.
func leavesOut(set, there []*model.Figure, table *model.Table) bool {
	return !slices.ContainsFunc(set, func(f *model.Figure) bool {
		return number(table.Of(f.Unit)) != nil && !slices.ContainsFunc(there, func(g *model.Figure) bool { return g.Unit == f.Unit })
	})
}
