package derive

import (
	"slices"
	"strconv"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// reconcile recomputes everything published in the round, in the reading order of its source.
func (r *Result) reconcile(round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, rule := range Rules {
		out = append(out, rule.find(r, round)...)
	}
	for _, c := range out {
		c.Round = round
		if round.Document != nil {
			c.Ask = round.Document.Issuer
		}
	}
	out = inReadingOrder(round, out, (*Reconciliation).firstPlace)
	distinguish(out)
	setStatus(out, round.Checks)
	return out
}

// Key is the permanent name of the reconciliation among those of all rounds:
// "279-bc-hdnd.sum.budget-revenue-2023".
func (c *Reconciliation) Key() string { return c.Round.ID + "." + c.ID }

// distinguish makes ids unique: the second reconciliation of one id ends in "-2".
func distinguish(all []*Reconciliation) {
	seen := make(map[string]int, len(all))
	for _, c := range all {
		seen[c.ID]++
		if n := seen[c.ID]; n > 1 {
			c.ID += "-" + strconv.Itoa(n)
		}
	}
}

// Places returns where the source prints what the reconciliation is about, each place once.
func (c *Reconciliation) Places() []model.Place {
	var out []model.Place
	seen := map[model.Place]bool{}
	add := func(p model.Place) {
		if !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	for _, f := range c.Figures {
		add(f.At)
	}
	switch {
	case c.Rule == Listed:
		add(c.Chapter.Announced.At)
	case c.Mechanism != nil:
		add(c.Mechanism.At)
	}
	for _, p := range c.At {
		add(p)
	}
	return out
}

// firstPlace is the zero place, read last, where the source prints none.
func (c *Reconciliation) firstPlace() model.Place {
	if places := c.Places(); len(places) > 0 {
		return places[0]
	}
	return model.Place{}
}

// eachTable collects what one rule says of each table of the round.
func eachTable(round *model.Round, rule func(*model.Table) *Reconciliation) []*Reconciliation {
	var out []*Reconciliation
	for _, t := range round.Tables {
		if c := rule(t); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// ofTable begins a reconciliation about figures of one table.
func ofTable(rule Rule, t *model.Table, figures ...*model.Figure) *Reconciliation {
	return &Reconciliation{ID: string(rule) + "." + t.ID, Rule: rule, Chapter: t.Chapter, Table: t, Figures: figures}
}

// setPair fills in both sides and their difference.
func (c *Reconciliation) setPair(published, computed decimal.Decimal) {
	c.Published, c.Computed = &published, &computed
	if diff := computed.Sub(published); !diff.IsZero() {
		c.Diff = &diff
	}
}

// compareSum sets a published total beside the sum of terms. It returns nil for numbers that cannot be
// added up exactly.
func (c *Reconciliation) compareSum(m marks, total *model.Figure, terms []*model.Figure) *Reconciliation {
	sum, ok := add(terms, total)
	if !ok {
		return nil
	}
	c.Terms = terms
	c.setPair(*total.Value, sum)
	if c.Verdict, _, ok = verdictOf(*total.Value, m.printedDigits(total.Published, *total.Value), sum.Rat()); !ok {
		c.Verdict = Differs
	}
	return c
}

// unitsOf returns the unit of a figure as a list, empty for a figure of no unit.
func unitsOf(f *model.Figure) []*model.Unit {
	if f.Unit == nil {
		return nil
	}
	return []*model.Unit{f.Unit}
}

// index finds reconciliations by what they are about.
type index struct {
	figure map[*model.Figure][]*Reconciliation
	table  map[*model.Table][]*Reconciliation
	unit   map[*model.Unit][]*Reconciliation
}

func newIndex(all []*Reconciliation) index {
	ix := index{
		figure: make(map[*model.Figure][]*Reconciliation, len(all)),
		table:  map[*model.Table][]*Reconciliation{},
		unit:   map[*model.Unit][]*Reconciliation{},
	}
	for _, c := range all {
		var tables []*model.Table
		for _, f := range c.Figures {
			ix.figure[f] = append(ix.figure[f], c)
			if !slices.Contains(tables, f.Table) {
				tables = append(tables, f.Table)
				ix.table[f.Table] = append(ix.table[f.Table], c)
			}
		}
		for _, u := range c.Units {
			ix.unit[u] = append(ix.unit[u], c)
		}
	}
	return ix
}

// ChecksOf returns the reconciliations about f.
func (r *Result) ChecksOf(f *model.Figure) []*Reconciliation { return r.checks.figure[f] }

// ChecksOfTable returns the reconciliations about any figure of t.
func (r *Result) ChecksOfTable(t *model.Table) []*Reconciliation { return r.checks.table[t] }
