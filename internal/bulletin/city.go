package bulletin

import (
	"slices"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// City is the bulletin of the whole place: works called late, chapter by chapter the first figure of all units or, where
// there is none, how many units are in which state; then the further figures, and where figures do not agree.
func City(r *derive.Result, loc *locale.Locale) Bulletin {
	s := speaker{loc, r}
	if r.Round == nil {
		return Bulletin{}
	}
	who := s.Aloud(r.Portal.PlaceLong)
	return s.compose(CityPath, s.T("bulletin.title", "who", who), s.opening(who), s.cityItems(), s.end(s.T("bulletin.home")))
}

func (s speaker) cityItems() []item {
	items := s.lateInUnits()
	var further []item
	for _, c := range s.r.Matrix.Chapters {
		var figs []*model.Figure
		for _, t := range c.Tables {
			for _, f := range []*model.Figure{t.Total, t.City} {
				if f != nil && hasNumber(f) {
					figs = append(figs, f)
				}
			}
		}
		slices.SortStableFunc(figs, func(a, b *model.Figure) int { return behind(a) - behind(b) })
		if len(figs) == 0 {
			items = append(items, s.strip(c))
			continue
		}
		items = append(items, s.figures(figs[:1])...)
		further = append(further, s.figures(figs[1:])...)
	}
	items = append(items, further...)
	return append(items, s.differing(s.r.Reconciliations, "")...)
}

// behind puts the figures of large indicators first.
func behind(f *model.Figure) int {
	if f.Table.Indicator.Headline {
		return 0
	}
	return 1
}

// lateInUnits says how many works are called late, in how many units.
func (s speaker) lateInUnits() []item {
	n := 0
	for _, w := range s.r.Registers.Works.Works {
		if slices.Contains(w.States, model.Late) {
			n++
		}
	}
	units := len(s.r.UnitsWithWork(model.Late))
	if n == 0 {
		return nil
	}
	after := ""
	if s.r.Registers.Works != s.r.Round {
		after = s.T("bulletin.after", "report", s.report(s.r.Registers.Works))
	}
	return []item{fixed(s.T("bulletin.late-in", "n", n, "count", capital(s.Words(n)), "units", s.Words(units), "after", after), "")}
}

// strip tells how many units are in which state.
func (s speaker) strip(c *model.Chapter) item {
	var states []string
	for _, st := range s.r.Chapter(c).Strip {
		word := s.T("state." + string(st.State))
		if st.State == model.NotStated {
			word = s.T("state.not-stated-own")
		}
		n := len(st.Units)
		states = append(states, s.T("bulletin.units-in", "n", n, "count", s.Words(n), "state", lower(s.Aloud(word))))
	}
	return fixed(s.T("bulletin.figure", "what", capital(s.Aloud(c.Topic)), "said", s.list(states)), "")
}
