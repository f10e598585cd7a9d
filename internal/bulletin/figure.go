package bulletin

import (
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// hasNumber reports whether a figure is told as a number.
func hasNumber(f *model.Figure) bool { return f.Value != nil || f.Percent != nil }

// figures are the items that tell the figures.
func (s speaker) figures(figs []*model.Figure) []item {
	out := make([]item, len(figs))
	for i, f := range figs {
		out[i] = item{say: func(named *model.Period) string { return s.figure(f, named) }, figure: f}
	}
	return out
}

// figure tells one figure: what it is, of what time unless that was just named, then the number with its plan and
// percentage as printed, or the state in its word; and what the unit says, where it contests it.
func (s speaker) figure(f *model.Figure, named *model.Period) string {
	what := capital(s.Aloud(f.Table.Indicator.Name))
	if scope := s.scope(f); scope != "" {
		what += ", " + scope
	}
	if f.Table.Period != named {
		what += ", " + s.Aloud(f.Table.Period.Name)
	}
	said := s.state(f)
	if hasNumber(f) {
		said = s.number(f)
	}
	return s.T("bulletin.figure", "what", what, "said", said+s.coverage(f)+s.contested(f))
}

// scope says of whom a figure is that is no unit's.
func (s speaker) scope(f *model.Figure) string {
	switch f.Scope {
	case model.OfTotal:
		return s.T("bulletin.total")
	case model.OfCity:
		return s.T("bulletin.city", "place", s.Aloud(s.r.Portal.PlaceLong))
	}
	return ""
}

func (s speaker) number(f *model.Figure) string {
	i := f.Table.Indicator
	if f.Value == nil {
		return s.SpellPercent(*f.Percent)
	}
	said := s.measured(i, *f.Value)
	if f.Value.IsZero() {
		said = s.T("bulletin.zero")
	}
	switch {
	case f.Plan != nil && f.Table.PlannedElsewhere():
		said += s.T("bulletin.plan-of", "period", s.Aloud(f.Table.PlanOf.Name), "plan", s.measured(i, *f.Plan))
	case f.Plan != nil:
		said += s.T("bulletin.plan", "plan", s.measured(i, *f.Plan))
	}
	if f.Percent != nil {
		said += s.T("bulletin.percent", "percent", s.SpellPercent(*f.Percent))
	}
	return said
}

// measured is a number with what it counts: "một trăm bảy mươi ba triệu đồng".
func (s speaker) measured(i *model.Indicator, d decimal.Decimal) string {
	if i.Measure == model.Percent {
		return s.SpellPercent(d)
	}
	return strings.TrimSpace(s.Spell(d) + " " + s.AloudMeasure(i.UnitMeasure))
}

// state is why there is no number. A cell of words is not read out: they are the source's.
func (s speaker) state(f *model.Figure) string {
	st := f.State
	if st == model.Reported {
		st = model.Told
	}
	return lower(s.Aloud(s.T("state." + string(st))))
}

// coverage says how many units a total rests on, where it is one of units.
func (s speaker) coverage(f *model.Figure) string {
	if f.Scope != model.OfTotal || len(f.Table.Units) == 0 || !f.Table.Indicator.Numeric() {
		return ""
	}
	c := s.r.Coverage(f.Table)
	return s.T("bulletin.coverage", "count", s.Words(c.N), "of", s.Words(c.Of))
}

// contested is what the unit says of its figure, where it says that it is otherwise.
func (s speaker) contested(f *model.Figure) string {
	y := f.Reply()
	switch {
	case y == nil || y.Status != model.Contests:
		return ""
	case y.Value != nil:
		return s.T("bulletin.contested-value", "number", s.measured(f.Table.Indicator, *y.Value))
	}
	return s.T("bulletin.contested")
}
