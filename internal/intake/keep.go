package intake

import (
	"minhbach/internal/decimal"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
)

// keepCore carries over the numbers and the state that columns which are not there cannot say, and tells of those
// that were emptied beside others that stayed.
func (l line) keepCore(u *model.Unit, old Said, got *Said) {
	if got.State != "" {
		return // it replaces them
	}
	wordsAlone := !got.hasNumber()
	stayed := !wordsAlone || got.Text == old.Text
	for _, n := range []struct {
		c        column
		old, got **decimal.Decimal
	}{{colValue, &old.Value, &got.Value}, {colPercent, &old.Percent, &got.Percent}} {
		switch cell, has := l.cell(n.c); {
		case *n.old == nil || *n.got != nil:
		case !has || cell.Kind != sheet.Empty: // what cannot be read was told, and is no change
			*n.got = *n.old
		case cell.Kind == sheet.Empty && stayed:
			l.cleared(n.c, u, printedIn(l.Portal)(**n.old))
		}
	}
	if wordsAlone && old.State != "" && old.State != model.Told {
		switch cell, has := l.cell(colState); {
		case !has:
			got.State = old.State
		case cell.Kind == sheet.Empty && stayed:
			l.cleared(colState, u, l.Words.State(old.State))
		}
	}
}

// keepPlan does the same for the plan, which stands beside a number and beside a state.
func (l line) keepPlan(u *model.Unit, old Said, got *Said) {
	if old.Plan == nil || got.Plan != nil {
		return
	}
	switch cell, has := l.cell(colPlan); {
	case !has || cell.Kind != sheet.Empty:
		got.Plan = old.Plan
	case cell.Kind == sheet.Empty && (got.hasNumber() || !old.hasNumber()):
		l.cleared(colPlan, u, printedIn(l.Portal)(*old.Plan))
	}
}

// keepText does the same for the words, which go where a number or another state takes the place of a state.
func (l line) keepText(u *model.Unit, old Said, got *Said) {
	if old.Text == "" || got.Text != "" || got.hasNumber() != old.hasNumber() || got.State != old.State {
		return
	}
	if l.hasColumn(colText) {
		l.cleared(colText, u, old.Text)
	}
	got.Text = old.Text
}
