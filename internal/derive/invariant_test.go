package derive

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// eachGenerated calls test with many small tables of ten units: numbers, states and silence in any mix.
func eachGenerated(t *testing.T, test func(rng *rand.Rand, w *world, table *model.Table)) {
	for seed := range int64(300) {
		rng := rand.New(rand.NewSource(seed))
		ids := strings.Split("j i h g f e d c b a", " ")
		w := newWorld(t, ids...)
		var cells []string
		total := 0
		for _, id := range ids {
			switch rng.Intn(4) {
			case 0:
				cells = append(cells, id+": "+string(knowledge[1+rng.Intn(len(knowledge)-1)]))
			case 1: // silent, in half of the tables
				if seed%2 == 0 {
					cells = append(cells, id+": blank")
				}
			default:
				n := rng.Intn(30)
				total += n
				cells = append(cells, fmt.Sprintf("%s: %d", id, n))
			}
		}
		cells = append(cells, fmt.Sprintf("total: %d", total+rng.Intn(40)))
		test(rng, w, w.table("x", cells...))
	}
}

func TestCoverageListsEachUnitExactlyOnce(t *testing.T) {
	eachGenerated(t, func(_ *rand.Rand, w *world, table *model.Table) {
		c := w.derive().Coverage(table)
		var listed []*model.Unit
		reported, leaves := 0, 0
		for i, g := range c.States {
			if len(g.Units) == 0 || i > 0 && byKnowledge(c.States[i-1].State, g.State) >= 0 {
				t.Errorf("state %s is empty or out of order", g.State)
			}
			if !slices.IsSortedFunc(g.Units, func(a, b *model.Unit) int { return strings.Compare(a.Name, b.Name) }) {
				t.Errorf("%s: %s is not alphabetical", g.State, names(g.Units))
			}
			for _, u := range g.Units {
				if table.StateOf(u) != g.State {
					t.Errorf("%s is listed as %s", u.ID, g.State)
				}
			}
			listed = append(listed, g.Units...)
		}
		for _, u := range w.p.Units {
			switch table.StateOf(u) {
			case model.Reported:
				reported++
			case model.NotApplicable:
				leaves++
			}
			if !slices.Contains(listed, u) {
				t.Errorf("%s is not listed", u.ID)
			}
		}
		if len(listed) != len(w.p.Units) || c.N != reported || c.Of != len(w.p.Units)-leaves {
			t.Errorf("%d of %d, %d listed; want %d of %d", c.N, c.Of, len(listed), reported, len(w.p.Units)-leaves)
		}
	})
}

func TestSumsNeverCountAState(t *testing.T) {
	eachGenerated(t, func(_ *rand.Rand, w *world, table *model.Table) {
		sum, terms, ok := w.derive().SumUnits(table)
		var want decimal.Decimal
		n := 0
		for _, f := range table.Units {
			if f.State == model.Reported {
				want, n = want.Add(*f.Value), n+1
			}
		}
		if ok != (n > 0) || len(terms) != n || ok && !sum.Equal(want) {
			t.Errorf("sum %s of %d terms, want %s of %d", sum, len(terms), want, n)
		}
		for _, f := range table.Units { // a value left behind in a state must not be counted either
			if f.State != model.Reported {
				seven := decimal.FromInt(7)
				f.Value = &seven
			}
		}
		if again, _, _ := w.derive().SumUnits(table); !again.Equal(sum) {
			t.Errorf("a state changed the sum from %s to %s", sum, again)
		}
	})
}

func TestExplanationsAreExactlyTheSetsThatMakeUpTheDifference(t *testing.T) {
	found := 0
	eachGenerated(t, func(_ *rand.Rand, w *world, table *model.Table) {
		c := find(w.derive(), "sum.x")
		if c == nil || c.Verdict != Differs {
			return
		}
		var want [][]*model.Figure
		for size := 1; size <= 3; size++ {
			want = append(want, combinations(c.Terms, size, c.Diff.Abs())...)
		}
		found += len(want)
		if got := sets(c.Explained); got != sets(want) {
			t.Errorf("difference %s: got %q, want %q", c.Diff, got, sets(want))
		}
	})
	if found < 40 {
		t.Errorf("only %d explanations in all tables: the test proves little", found)
	}
}

// combinations tries every set of size terms other than 0.
func combinations(terms []*model.Figure, size int, target decimal.Decimal) [][]*model.Figure {
	if size == 0 {
		if target.IsZero() {
			return [][]*model.Figure{nil}
		}
		return nil
	}
	var out [][]*model.Figure
	for i, f := range terms {
		if f.Value.IsZero() {
			continue
		}
		for _, rest := range combinations(terms[i+1:], size-1, target.Sub(*f.Value)) {
			out = append(out, append([]*model.Figure{f}, rest...))
		}
	}
	return out
}

func TestChangingOneFigureChangesWhatIsComputed(t *testing.T) {
	eachGenerated(t, func(rng *rand.Rand, w *world, table *model.Table) {
		before := w.derive()
		if _, _, ok := before.SumUnits(table); !ok {
			return
		}
		figures := append(slices.Clone(before.facts(table).terms), table.Total)
		f := figures[rng.Intn(len(figures))]
		was, changed := fingerprint(before), f.Value.Add(decimal.FromInt(1))
		f.Value = &changed
		if now := fingerprint(w.derive()); now == was {
			t.Errorf("%s is %s now, and still: %s", f.Address(), changed, now)
		}
	})
}

// fingerprint is every verdict and computed number.
func fingerprint(r *Result) string {
	var b strings.Builder
	for _, c := range r.Reconciliations {
		fmt.Fprintln(&b, c.ID, c.Verdict, text(c.Published), text(c.Computed), text(c.Diff), sets(c.Explained))
	}
	return b.String()
}
