package derive

import (
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// identical finds units of one chapter that print the same value and the same percentage in two or more
// tables. One coincidence is not enough, nor is a 0, nor a value that comes without a percentage.
func identical(r *Result, round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, ch := range chaptersOf(round) {
		for _, g := range twins(ch) {
			out = append(out, g.reconciliation(r, ch))
		}
	}
	return out
}

// cell is what two units have to share.
type cell struct {
	table          *model.Table
	value, percent decimal.Decimal
}

// twinGroup is a set of units and the tables in which all of them print the same.
type twinGroup struct {
	units  []*model.Unit // in source order
	tables map[*model.Table]bool
}

// twins works by hashing, so that it stays near linear: the cells that more than one unit prints, then
// the pairs of such cells that more than one unit prints, then those pairs by the units that print them.
func twins(ch *model.Chapter) []*twinGroup {
	order, rows := sharedCells(ch)
	units := map[[2]cell][]*model.Unit{}
	var pairs [][2]cell // that two units print, in source order
	for _, u := range order {
		row := rows[u]
		for i := range row {
			for j := i + 1; j < len(row); j++ {
				pair := [2]cell{row[i], row[j]}
				if units[pair] = append(units[pair], u); len(units[pair]) == 2 {
					pairs = append(pairs, pair)
				}
			}
		}
	}
	var out []*twinGroup
	groups := map[string]*twinGroup{}
	for _, pair := range pairs {
		key := joinIDs(units[pair])
		g := groups[key]
		if g == nil {
			g = &twinGroup{units: units[pair], tables: map[*model.Table]bool{}}
			groups[key], out = g, append(out, g)
		}
		g.tables[pair[0].table], g.tables[pair[1].table] = true, true
	}
	return out
}

// sharedCells returns each unit's cells that another unit prints too, in the order of the chapter's
// tables, and the units that have such cells, in source order.
func sharedCells(ch *model.Chapter) (order []*model.Unit, rows map[*model.Unit][]cell) {
	count := map[cell]int{}
	eachCell(ch, func(_ *model.Unit, c cell) { count[c]++ })
	rows = map[*model.Unit][]cell{}
	eachCell(ch, func(u *model.Unit, c cell) {
		if count[c] < 2 {
			return
		}
		if rows[u] == nil {
			order = append(order, u)
		}
		rows[u] = append(rows[u], c)
	})
	return order, rows
}

func eachCell(ch *model.Chapter, visit func(*model.Unit, cell)) {
	for _, t := range ch.Tables {
		for _, f := range t.Units {
			if v := number(f); v != nil && !v.IsZero() && f.Percent != nil {
				visit(f.Unit, cell{table: t, value: plain(*v), percent: plain(*f.Percent)})
			}
		}
	}
}

// reconciliation lists every figure the units share, unit by unit. Its id names the first two units by
// id, so that it does not depend on the order of the source.
func (g *twinGroup) reconciliation(r *Result, ch *model.Chapter) *Reconciliation {
	c := &Reconciliation{Rule: Identical, Verdict: Same, Chapter: ch}
	for _, u := range g.units {
		for _, t := range ch.Tables {
			if g.tables[t] {
				c.Figures = append(c.Figures, t.Of(u))
			}
		}
	}
	byID := slices.SortedFunc(slices.Values(g.units), func(a, b *model.Unit) int { return strings.Compare(a.ID, b.ID) })
	c.ID = strings.Join([]string{string(Identical), ch.ID, joinIDs(byID[:2])}, ".")
	c.Units = slices.SortedFunc(slices.Values(g.units), r.people.byName)
	return c
}

func joinIDs(units []*model.Unit) string {
	ids := make([]string, len(units))
	for i, u := range units {
		ids[i] = u.ID
	}
	return strings.Join(ids, ".")
}
