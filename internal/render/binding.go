package render

import (
	"cmp"
	"math/big"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// resolver prints what the bindings and links of a narrative refer to, as seen from one page. Check
// has made sure that everything it is asked for exists.
type resolver struct {
	*page
	plain bool // numbers only: for big figures, titles and descriptions
}

// Binding prints a number of the data. In prose it leads to where the number is printed; a computed one
// says so and leads to its table.
func (r resolver) Binding(ref narrative.Ref) string {
	text, href, mark := r.bind(ref)
	href = cmp.Or(r.computedPath(ref), href)
	if ref.InWords {
		text.shown = r.words(text)
	}
	if r.plain {
		return markup.Escape(text.shown)
	}
	var b markup.B
	b.Raw(`<a class="v" href="`).Text(r.href(href)).Raw(`">`).Text(text.shown)
	return b.Raw(r.computed(mark), `</a>`).String()
}

// computed is the mark of a computed number; "" for what is no such mark.
func (p *page) computed(mark string) string {
	if mark == "" {
		return ""
	}
	return ` <small class="comp">` + markup.Escape(p.Locale.T("computed."+mark)) + `</small>`
}

// bound is a value as shown and, for a number, in machine form.
type bound struct {
	shown, machine string
	percent        bool
}

// most is the greatest number that is spelled out: beyond it words are harder to read than digits.
const most = 20

// words spells a small whole number out; anything else stays as it is shown, and 0 too: "không" before a
// noun denies it.
func (r resolver) words(text bound) string {
	d, err := decimal.Parse(text.machine)
	if err != nil || d.Scale() > 0 || d.Sign() <= 0 || d.Cmp(decimal.FromInt(most)) > 0 {
		return text.shown
	}
	w := r.Locale.Words(int(d.Float()))
	if text.percent {
		return r.Locale.T("percent.words", "n", w)
	}
	return w
}

func (r resolver) count(n int) bound {
	d := decimal.FromInt(int64(n))
	return bound{shown: r.Locale.Number(d), machine: d.String()}
}

// amountOf is a number of what an indicator measures.
func (r resolver) amountOf(i *model.Indicator, d decimal.Decimal) bound {
	return bound{r.number(i, d), d.String(), i.Measure == model.Percent}
}

// hundredths is a fraction as a percentage.
func (r resolver) hundredths(q *big.Rat, digits int) bound {
	d := decimal.Round(new(big.Rat).Mul(q, big.NewRat(100, 1)), digits)
	return bound{r.Locale.Percent(d), d.String(), true}
}

// shareDigits are the digits of a share behind the point.
const shareDigits = 1

// ratioDigits are those of a ratio: one more than the source prints, as its reconciliation has it.
func ratioDigits(f *model.Figure) int {
	if f.Percent != nil {
		return f.Percent.Scale() + 1
	}
	return 1
}

// bind looks a reference up: its text, where it leads, and how it is marked as computed: "again" where the source prints
// it too, "only" where it does not, "" for what the source prints.
func (r resolver) bind(ref narrative.Ref) (text bound, href, mark string) {
	if ref.Table == "work" && ref.Address == "" {
		return r.workCount(ref), worksPath, ""
	}
	t := r.tableOf(ref)
	if t == nil {
		return bound{shown: ref.Raw}, dataPath, ""
	}
	if ref.Address == "" {
		return r.count(r.unitsIn(t, ref.Format)), indicatorPath(t.Indicator), ""
	}
	f := figureAt(t, ref.Address)
	if ref.Less != nil {
		return r.difference(f, ref), figurePath(f), "only"
	}
	switch ref.Format {
	case "sum":
		sum, _, _ := r.Result.SumUnits(t)
		return r.amountOf(t.Indicator, sum), indicatorPath(t.Indicator), "again"
	case "rest":
		rest, _ := r.Result.Rest(t)
		return r.amountOf(t.Indicator, rest), indicatorPath(t.Indicator), "only"
	case "share":
		return r.hundredths(new(big.Rat).Quo(f.Value.Rat(), t.Total.Value.Rat()), shareDigits), figurePath(f), "only"
	case "ratio":
		return r.hundredths(derive.ValueOfPlan(f), ratioDigits(f)), figurePath(f), "again"
	}
	return r.field(f, ref.Field), placePath(t.Round, placeOf(t, f)), ""
}

// placeOf is where a figure is printed; for one the source is silent on, where its table is.
func placeOf(t *model.Table, f *model.Figure) model.Place {
	if f == nil {
		return t.At
	}
	return f.At
}

// roundOf is the round a binding names: check has written that of its text into every one.
func (s *site) roundOf(ref narrative.Ref) *model.Round {
	return cmp.Or(s.portal.Round(ref.Round), s.round)
}

func (s *site) tableOf(ref narrative.Ref) *model.Table {
	round := s.roundOf(ref)
	if round == nil {
		return nil
	}
	return round.Table(ref.Table)
}

// difference is the number of f less that of another figure, in the unit of measure they share.
func (r resolver) difference(f *model.Figure, ref narrative.Ref) bound {
	less := *ref.Less
	d := f.Number(ref.Field).Sub(*figureAt(r.tableOf(less), less.Address).Number(less.Field))
	if inPoints(f, ref) {
		return bound{shown: r.points(d), machine: d.String()}
	}
	return r.amountOf(f.Table.Indicator, d)
}

// inPoints reports whether a difference is one of percentages, which is told in percentage points.
func inPoints(f *model.Figure, ref narrative.Ref) bool {
	return ref.Field == "percent" || ref.Field == "" && f.Table.Indicator.Measure == model.Percent
}

func (s *site) points(d decimal.Decimal) string {
	return s.Locale.T("percent.points", "n", s.Locale.Number(d))
}

// field is one part of a published cell.
func (r resolver) field(f *model.Figure, field string) bound {
	switch {
	case f == nil:
		return bound{shown: lower(r.stateWord(model.NotStated))}
	case field == "published":
		return bound{shown: f.Published}
	case field == "plan" && f.Plan != nil:
		return r.amountOf(f.Table.Indicator, *f.Plan)
	case field == "percent" && f.Percent != nil:
		return bound{r.printedPercent(f), f.Percent.String(), true}
	case f.Value != nil && f.Scope == model.OfCount:
		return bound{shown: r.Locale.Number(*f.Value), machine: f.Value.String()}
	case f.Value != nil:
		return r.amountOf(f.Table.Indicator, *f.Value)
	case f.Text != "":
		return bound{shown: f.Text}
	}
	return bound{shown: lower(r.stateWord(f.State))}
}

// unitsIn counts the units of a table that are reported, or in a state; those the source is silent on
// are not stated.
func (r resolver) unitsIn(t *model.Table, format string) int {
	state, ok := strings.CutPrefix(format, "units in ")
	if !ok {
		state = string(model.Reported)
	}
	for _, st := range r.Result.Coverage(t).States {
		if st.State == model.State(state) {
			return len(st.Units)
		}
	}
	return 0
}

// workCount counts the works of a round in a state, or the units that have one.
func (r resolver) workCount(ref narrative.Ref) bound {
	round := r.roundOf(ref)
	if round == nil {
		return r.count(0)
	}
	state, units := strings.CutPrefix(ref.Format, "units as ")
	works := worksInState(round.Works, model.State(state))
	if !units {
		return r.count(len(works))
	}
	having := map[*model.Unit]bool{}
	for _, w := range works {
		if w.Unit != nil {
			having[w.Unit] = true
		}
	}
	return r.count(len(having))
}

func hasState(w *model.Work, s model.State) bool {
	for _, st := range w.States {
		if st == s {
			return true
		}
	}
	return false
}

// figureAt returns the figure of t with the address, or nil.
func figureAt(t *model.Table, address string) *model.Figure {
	for _, f := range t.All() {
		if f.Address() == address {
			return f
		}
	}
	return nil
}
