package acceptance

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/model"
)

// numbers are the numbers of a figure that the source prints, as places to change them.
func numbers(f *model.Figure) map[derive.Input]**decimal.Decimal {
	value := map[model.Scope]derive.Input{
		model.OfUnit: derive.UnitValues, model.OfTotal: derive.TotalValues, model.OfCity: derive.CityValues,
		model.OfPart: derive.PartValues, model.OfCount: derive.CountValues,
	}[f.Scope]
	out := map[derive.Input]**decimal.Decimal{}
	for input, at := range map[derive.Input]**decimal.Decimal{value: &f.Value, derive.Plans: &f.Plan, derive.Percents: &f.Percent} {
		if *at != nil {
			out[input] = at
		}
	}
	return out
}

// reconciled is everything that is computed, by reconciliation and with its arithmetic.
func reconciled(p *model.Portal) map[string]string {
	r := derive.All(p, p.Newest().AsOf, strings.Compare)
	out := map[string]string{}
	for _, c := range r.Reconciliations {
		s := fmt.Sprint(c.Rule, " ", c.Verdict, " ", written(c.Published), " ", written(c.Computed), " ", written(c.Diff), " ", c.N, "/", c.Of,
			" ", c.PrintedAs, " ", c.ReadAs, " ", written(c.Low), " ", written(c.High), " ", c.Days)
		if c.Implied != nil {
			s += " " + c.Implied.Low.String() + " " + c.Implied.High.String()
		}
		sets := c.Explained
		for _, cover := range c.Covers {
			sets = append(append(sets, nil), cover.Without...)
		}
		for _, set := range append(sets, c.Terms, c.Figures) {
			s += " |"
			for _, f := range set {
				s += " " + f.Table.ID + "/" + f.Address()
			}
		}
		out[c.ID] = s
	}
	return out
}

// changedRules are the rules of which anything is computed otherwise.
func changedRules(before, after map[string]string) []derive.Rule {
	var out []derive.Rule
	note := func(id string) {
		rule, _, _ := strings.Cut(id, ".")
		out = append(out, derive.Rule(rule))
	}
	for id, s := range before {
		if after[id] != s {
			note(id)
		}
	}
	for id := range after {
		if before[id] == "" {
			note(id)
		}
	}
	return out
}

// transcription is every number and every printed cell, as the data has them.
func transcription(r *model.Round) string {
	var b strings.Builder
	for _, t := range r.Tables {
		for _, f := range t.All() {
			fmt.Fprintln(&b, t.ID, f.Address(), f.State, written(f.Value), written(f.Plan), written(f.Percent), f.Published)
		}
	}
	return b.String()
}

// unfaithful is what the fidelity tests would say.
func unfaithful(r *model.Round) []string {
	out := unlikePrinted(r)
	for _, id := range []string{"budget-revenue-2023", "budget-spending-2023"} {
		for _, f := range r.Table(id).Units {
			out = append(out, misread(f)...)
		}
	}
	return out
}

// TestOneWrongNumberDoesNotPass changes every number of the transcription by one, one at a time: a
// reconciliation comes out otherwise or a fidelity test tells of it. What is computed changes only by the
// rules that say they read that kind of number, and no rule touches the data.
func TestOneWrongNumberDoesNotPass(t *testing.T) {
	p := transcribed(t)
	r := p.Newest()
	before, data := reconciled(p), transcription(r)
	if wrong := unfaithful(r); len(wrong) > 0 {
		t.Fatalf("before any change: %v", wrong)
	}
	changed, computed := 0, 0
	for _, table := range r.Tables {
		for _, f := range table.All() {
			for input, at := range numbers(f) {
				was, more := *at, (*at).Add(decimal.FromInt(1))
				*at = &more
				mutant := transcription(r)
				rules := changedRules(before, reconciled(p))
				if transcription(r) != mutant {
					t.Errorf("%s/%s: computing changed the data", table.ID, f.Address())
				}
				if len(rules) == 0 && len(unfaithful(r)) == 0 {
					t.Errorf("%s/%s: %s from %s to %s, and nobody says so", table.ID, f.Address(), input, was, more)
				}
				for _, rule := range rules {
					if !slices.Contains(rule.Info().Reads, input) {
						t.Errorf("%s/%s: the rule %s changed with %s, which it does not say it reads", table.ID, f.Address(), rule, input)
					}
				}
				changed++
				if len(rules) > 0 {
					computed++
				}
				*at = was
			}
		}
	}
	if transcription(r) != data {
		t.Error("the data is not as it was")
	}
	if changed < 80 || computed < 60 {
		t.Errorf("%d numbers changed, %d of them seen by a reconciliation: the test proves little", changed, computed)
	}
	t.Logf("%d numbers changed, %d of them seen by a reconciliation", changed, computed)
}
