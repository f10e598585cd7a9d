package opendata

import (
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/locale"
)

// ChangesID is the ID of what Changes gives.
const ChangesID = "thay-doi"

// Changes is the register of what happened to each figure, newest first. What was and what is stand as they
// were published, and beside it in machine form.
func Changes(r *derive.Result, log *history.Log, loc *locale.Locale) Dataset {
	w := history.NewWords(r.Portal, loc)
	d := register(loc, ChangesID, `date commit class kind round table address indicator indicator_name unit unit_name period
		old new old_value new_value old_state new_state old_round fields reason reason_given reason_date subject`)
	d.About = aboutOf(r)
	for _, e := range log.Entries {
		before, after := w.Texts(e.Change)
		fact := e.New
		if fact == nil {
			fact = e.Old
		}
		unit, name := unitOf(w, e.Change)
		reason := ""
		if e.ReasonGiven {
			reason = e.Reason
		}
		d.add(e.Date, e.Hash, string(e.Class), string(e.Kind), e.Round, e.Table, e.Address, fact.Indicator, w.What(e.Change), unit, name, fact.Period,
			before, after, factValue(e.Old), factValue(e.New), factState(e.Old), factState(e.New), e.OldRound,
			list(e.Changed, func(f history.Field) string { return string(f) }), reason, yes(e.ReasonGiven), e.ReasonDate, e.Subject)
	}
	return d
}

// unitOf is the unit that an entry tells of, empty where it is none of today's.
func unitOf(w *history.Words, c history.Change) (id, name string) {
	for _, s := range w.Subjects(c) {
		if s.Unit != nil {
			return s.Unit.ID, unitName(s.Unit)
		}
	}
	return "", ""
}

func factValue(f *history.Fact) string {
	if f == nil {
		return ""
	}
	return number(f.Value)
}

// factState is that of a figure or mechanism, those of a work, the status of a check.
func factState(f *history.Fact) string {
	switch {
	case f == nil:
		return ""
	case len(f.States) > 0:
		return list(f.States, stateID)
	}
	return string(f.State)
}
