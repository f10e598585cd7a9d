package derive

import (
	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// groups compares how many units the source says are in each state with the units it lists there, and
// all its groups together with the number of units, of which each may be in one group only.
func (r *Result) groups(round *model.Round) []*Reconciliation {
	return eachTable(round, r.group)
}

func (r *Result) group(t *model.Table) *Reconciliation {
	counts := keep(t.Counts, func(f *model.Figure) bool { return number(f) != nil })
	published, ok := add(counts, nil)
	if !ok {
		return nil
	}
	all := len(r.people.of(t))
	listed, matches := r.listedPerCount(t, counts)
	everyone := decimal.FromInt(int64(all))
	c := ofTable(Groups, t, counts...)
	c.N, c.Of = listed, all
	switch {
	case listed > 0:
		c.setPair(published, decimal.FromInt(int64(listed)))
	case published.Cmp(everyone) >= 0:
		c.setPair(published, everyone)
	default: // fewer than all, and not one of them named: nothing to compare
		return nil
	}
	switch {
	case !matches || published.Cmp(everyone) > 0 || listedTwice(t):
		c.Verdict = Differs
	case len(counts) > 1 && published.Cmp(everyone) < 0:
		c.Verdict = Remainder
	default:
		c.Verdict = Agrees
	}
	return c
}

// listedPerCount counts the units listed in the counted states; matches is false where the units listed
// in a state are not as many as published. A state of which no unit is named is not compared.
func (r *Result) listedPerCount(t *model.Table, counts []*model.Figure) (listed int, matches bool) {
	coverage := r.Coverage(t)
	matches = true
	for _, f := range counts {
		if n := len(coverage.in(f.Counted)); n > 0 {
			listed += n
			matches = matches && f.Value.Equal(decimal.FromInt(int64(n)))
		}
	}
	return listed, matches
}

func listedTwice(t *model.Table) bool {
	seen := map[*model.Unit]bool{}
	for _, f := range t.Units {
		if seen[f.Unit] {
			return true
		}
		seen[f.Unit] = true
	}
	return false
}
