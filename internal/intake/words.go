package intake

import (
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
)

// The fields of a figure in words.
var (
	wordPlan      = diag.Text{VI: "kế hoạch", EN: "plan"}
	wordPublished = diag.Text{VI: "nguyên văn", EN: "printed"}
	wordAt        = diag.Text{VI: "chỗ", EN: "at"}
	wordNote      = diag.Text{VI: "ghi chú", EN: "note"}
)

// Texts are what a figure said before and what it is to say, in words of lang; before is "" for a new one. Of what
// stays only the number, the state or the words are told.
func (c Change) Texts(lang string, w Words) (before, after string) {
	now := c.New.parts(lang, w)
	if c.Old == nil {
		return "", strings.Join(now, "; ")
	}
	old := c.Old.parts(lang, w)
	return without(old, now), without(now, old)
}

// without is the first part, and those the other does not have.
func without(parts, other []string) string {
	var out []string
	for i, p := range parts {
		if i == 0 || !slices.Contains(other, p) {
			out = append(out, p)
		}
	}
	return strings.Join(out, "; ")
}

func (s *Said) parts(lang string, w Words) []string {
	var out []string
	number := func(d *decimal.Decimal, before, behind string) {
		if d != nil {
			out = append(out, strings.TrimSpace(before+" "+locale.FormatNumber(w.Lang, *d)+behind))
		}
	}
	number(s.Value, "", "")
	if s.State != "" {
		out = append(out, w.State(s.State))
	}
	number(s.Percent, "", "%")
	number(s.Plan, wordPlan.In(lang), "")
	for _, p := range []struct {
		label diag.Text
		text  string
	}{{diag.Text{}, s.Text}, {wordPublished, s.Published}, {wordAt, s.At}, {wordNote, s.Note}} {
		if p.text != "" {
			out = append(out, strings.TrimSpace(p.label.In(lang)+" “"+p.text+"”"))
		}
	}
	return out
}

// Name is the unit of the change with its kind word.
func (c Change) Name() string { return called(c.Unit) }
