package bulletin

import (
	"slices"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// Unit is the bulletin of a unit.
func Unit(r *derive.Result, loc *locale.Locale, u *model.Unit) Bulletin {
	s := speaker{loc, r}
	v := r.Unit(u)
	if v == nil || r.Round == nil {
		return Bulletin{}
	}
	who := s.unit(u)
	return s.compose(UnitPath(u), s.T("bulletin.title", "who", who), s.opening(who), s.unitItems(v, who), s.end(s.T("bulletin.page-of", "who", who)))
}

func (s speaker) unitItems(v *derive.UnitView, who string) []item {
	large, numbers, others := sorted(v)
	items := slices.Concat(s.works(v.Works, model.Late), s.contests(v.Unit, who), s.figures(large), s.silent(v), s.figures(numbers), s.figures(others))
	for _, st := range model.WorkStates {
		if st != model.Late {
			items = append(items, s.works(v.Works, st)...)
		}
	}
	if n := len(v.Asks); n > 0 {
		items = append(items, fixed(s.T("bulletin.asks", "who", who, "n", n, "count", s.Words(n)), ""))
	}
	return append(items, s.differing(v.Checks, s.T("bulletin.about", "who", who))...)
}

// sorted parts the figures of a unit: large ones with a number, others with a number, those without one. Each keeps
// the order of the report.
func sorted(v *derive.UnitView) (large, numbers, others []*model.Figure) {
	var all []*model.Figure
	for _, c := range v.Chapters {
		all = append(all, c.Figures...)
	}
	for _, f := range append(all, v.Others...) {
		switch {
		case hasNumber(f) && f.Table.Indicator.Headline:
			large = append(large, f)
		case hasNumber(f):
			numbers = append(numbers, f)
		default:
			others = append(others, f)
		}
	}
	return large, numbers, others
}

// works tells how many works are in a state, and which.
func (s speaker) works(all []*model.Work, st model.State) []item {
	var names []string
	var round *model.Round
	for _, w := range all {
		if slices.Contains(w.States, st) {
			names, round = append(names, s.Aloud(w.Name)), w.Round
		}
	}
	n := len(names)
	if n == 0 {
		return nil
	}
	of := ""
	if round != s.r.Round {
		of = s.T("bulletin.after", "report", s.report(round))
	}
	args := []any{"n", n, "count", capital(s.Words(n)), "state", lower(s.T("state." + string(st))), "names", s.list(names), "after", of}
	return []item{fixed(s.T("bulletin.works", args...), s.T("bulletin.works-count", args...))}
}

// silent names the chapters that say nothing of the unit alone, once for all of them.
func (s speaker) silent(v *derive.UnitView) []item {
	var topics []string
	for _, c := range v.Chapters {
		if c.State == model.NotStated {
			topics = append(topics, lower(s.Aloud(c.Chapter.Topic)))
		}
	}
	if len(topics) == 0 {
		return nil
	}
	args := []any{"topics", s.list(topics), "kind", s.kind(v.Unit), "n", len(topics), "count", s.Words(len(topics))}
	return []item{fixed(s.T("bulletin.silent", args...), s.T("bulletin.silent-count", args...))}
}

// contests counts what the unit contests beside its figures, which say so themselves.
func (s speaker) contests(u *model.Unit, who string) []item {
	n := 0
	for _, y := range s.r.Round.Replies {
		if y.Unit == u && y.Status == model.Contests && (y.Table == nil || y.Table.Of(u) == nil) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []item{fixed(s.T("bulletin.contests", "who", capital(who), "n", n, "count", s.Words(n)), "")}
}

// differing counts the reconciliations whose two figures do not agree.
func (s speaker) differing(checks []*derive.Reconciliation, about string) []item {
	n := 0
	for _, c := range checks {
		if c.Verdict == derive.Differs && c.Round == s.r.Round {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []item{fixed(s.T("bulletin.differs", "about", about, "n", n, "count", s.Words(n)), "")}
}
