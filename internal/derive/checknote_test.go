package derive

import (
	"strings"
	"testing"

	"minhbach/internal/model"
)

func TestAnswerStandsWithItsReconciliationAndChangesNothing(t *testing.T) {
	w := budget(t)
	before := fingerprint(w.derive())
	sum := &model.CheckNote{Of: "sum.revenue", Status: model.Confirmed}
	hidden := &model.CheckNote{Of: "coverage.revenue.spending", Status: model.Explained}
	wrong := &model.CheckNote{Of: "sum.revenues", Status: model.Explained}
	w.round.Checks = []*model.CheckNote{sum, hidden, wrong}
	r := w.derive()
	if find(r, "sum.revenue").Status != sum || find(r, "coverage.revenue.spending").Status != hidden || find(r, "sum.spending").Status != nil {
		t.Error("a note is not with its reconciliation")
	}
	if after := fingerprint(r); after != before {
		t.Errorf("a note changed\n%s\nto\n%s", before, after)
	}
	if len(r.UnknownChecks) != 1 || r.UnknownChecks[0].Note != wrong || !strings.Contains(strings.Join(r.UnknownChecks[0].IDs, " "), "sum.revenue ") {
		t.Errorf("unknown: %+v", r.UnknownChecks)
	}
}

func TestNotesOfAnOlderRoundAreHeldToThatRound(t *testing.T) {
	w := budget(t)
	w.round.Checks = []*model.CheckNote{{Of: "sum.revenue"}, {Of: "sum.trees"}}
	w.p.Rounds = append(w.p.Rounds, &model.Round{ID: "new", Document: &model.Document{}})
	if got := w.derive().UnknownChecks; len(got) != 1 || got[0].Note.Of != "sum.trees" {
		t.Errorf("unknown: %+v", got)
	}
}

func TestWhoIssuedTheReportCouldResolveIt(t *testing.T) {
	w := budget(t)
	w.round.Document.Issuer = &model.Body{ID: "thuong-truc"}
	for _, c := range w.derive().Reconciliations {
		if c.Ask != w.round.Document.Issuer {
			t.Errorf("%s: ask %v", c.ID, c.Ask)
		}
	}
}

func TestEveryRuleIsARowOfItsOwn(t *testing.T) {
	seen := map[Rule]bool{}
	for _, rule := range Rules {
		if seen[rule.ID] || rule.Severity < Contradiction || rule.Severity > Reading || len(rule.Reads) == 0 {
			t.Errorf("%+v", rule)
		}
		seen[rule.ID] = true
		if info := rule.ID.Info(); info.ID != rule.ID {
			t.Errorf("%s is looked up as %+v", rule.ID, info)
		}
	}
}
