package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// checkNote reads what an editor learnt about a reconciliation. Which reconciliations there are is computed
// only once the portal stands: see UnknownCheck.
func (r *round) checkNote(rec row, _ *model.Chapter) {
	n := &model.CheckNote{ID: rec.id, Round: r.Round, Status: model.CheckStatus(rec.text("status")), Note: rec.text("note"), Pos: rec.at.pos}
	n.Document, _ = r.documents.find(r.checker, rec.table.Get("document"))
	if n.Status == model.Corrected && rec.table.Get("document") == nil && !rec.bad {
		r.advise(rec.at, ruleMissingKey, []any{"document", `"…"`}, "document")
	}
	if v := rec.get("of", source.String); v != nil {
		n.Of, n.Pos = v.Text, v.Pos
		if slices.ContainsFunc(r.Checks, func(m *model.CheckNote) bool { return m.Of == n.Of }) {
			r.find(valueOf(v), ruleTwice, n.Of)
		}
	}
	if r.first("check", rec) {
		r.Checks = append(r.Checks, n)
	}
}

var (
	ruleUnknownCheck = ruleUnknownID.With(
		diag.Text{VI: "%s không có phép đối chiếu %q", EN: "%s has no reconciliation %q"}, ruleUnknownID.Hint)
	ruleUnknownCheckOf = ruleUnknownCheck.With(ruleUnknownCheck.Message, ruleUnknownIDOf.Hint)
)

// UnknownCheck tells of a note on a reconciliation that is none of ids, those of its round. It offers the
// nearest of the same rule, else all of that rule if they are few, else the nearest of all.
func UnknownCheck(n *model.CheckNote, ids []string) diag.Finding {
	f := diag.Finding{Pos: n.Pos, Width: utf8.RuneCountInString(n.Of) + 2, Rule: ruleUnknownCheck, Args: []any{reportsPath + "/" + n.Round.ID, n.Of}}
	rule, _, _ := strings.Cut(n.Of, ".")
	var alike []string
	for _, id := range ids {
		if strings.HasPrefix(id, rule+".") {
			alike = append(alike, id)
		}
	}
	near := diag.Nearest(n.Of, alike)
	if near == "" && len(alike) > 0 && len(alike) <= fewIDs {
		f.Rule, f.HintArgs = ruleUnknownCheckOf, []any{strings.Join(alike, ", ")}
		return f
	}
	if near == "" {
		near = diag.Nearest(n.Of, ids)
	}
	if near != "" {
		f.HintArgs = []any{near}
	}
	return f
}
