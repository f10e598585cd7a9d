package render

import (
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
	if ref.InWords {
		if d, err := decimal.Parse(text.machine); err == nil {
			text.shown = r.words(d)
		}
	}
	if r.plain {
		return markup.Escape(text.shown)
	}
	var b markup.B
	b.Raw(`<a class="v" href="`).Text(r.href(href)).Raw(`">`).Text(text.shown)
	if mark != "" {
		b.Raw(` <small class="comp">`).Text(r.Locale.T("computed." + mark)).Raw(`</small>`)
	}
	return b.Raw(`</a>`).String()
}

// bound is a value as shown and, for a number, in machine form.
type bound struct{ shown, machine string }

func (r resolver) words(d decimal.Decimal) string {
	if d.Scale() > 0 || d.Sign() < 0 || d.Cmp(decimal.FromInt(20)) > 0 {
		return r.Locale.Number(d)
	}
	n := int(d.Float())
	return r.Locale.Words(n)
}

func (r resolver) count(n int) bound {
	d := decimal.FromInt(int64(n))
	return bound{r.Locale.Number(d), d.String()}
}

// bind looks a reference up: its text, where it leads, and how it is marked as computed: "again" where the source prints
// it too, "only" where it does not, "" for what the source prints.
func (r resolver) bind(ref narrative.Ref) (text bound, href, mark string) {
	if ref.Table == "work" {
		state, units := strings.CutPrefix(ref.Format, "units as ")
		if units {
			return r.count(len(r.Result.UnitsWithWork(model.State(state)))), worksPath, ""
		}
		return r.count(r.worksIn(model.State(ref.Format))), worksPath, ""
	}
	round := r.round
	for _, other := range r.portal.Rounds {
		if other.ID == ref.Round {
			round = other
		}
	}
	t := round.Table(ref.Table)
	if t == nil {
		return bound{shown: ref.Raw}, dataPath, ""
	}
	if ref.Address == "" {
		return r.count(r.unitsIn(t, ref.Format)), indicatorPath(t.Indicator), ""
	}
	f := figureAt(t, ref.Address)
	switch ref.Format {
	case "sum":
		sum, _, _ := r.Result.SumUnits(t)
		return bound{r.number(t.Indicator, sum), sum.String()}, indicatorPath(t.Indicator), "again"
	case "rest":
		rest, _ := r.Result.Rest(t)
		return bound{r.number(t.Indicator, rest), rest.String()}, indicatorPath(t.Indicator), "only"
	case "ratio":
		if q := derive.ValueOfPlan(f); q != nil {
			d := decimal.Round(new(big.Rat).Mul(q, big.NewRat(100, 1)), 1)
			return bound{r.Locale.Percent(d), d.String()}, figurePath(f), "again"
		}
	}
	return r.field(f, ref.Field), placePath(t.Round, f.At), ""
}

// field is one part of a published cell.
func (r resolver) field(f *model.Figure, field string) bound {
	switch {
	case f == nil:
		return bound{shown: r.stateWord(model.NotStated)}
	case field == "published":
		return bound{shown: f.Published}
	case field == "plan" && f.Plan != nil:
		return bound{r.number(f.Table.Indicator, *f.Plan), f.Plan.String()}
	case field == "percent" && f.Percent != nil:
		return bound{r.printedPercent(f), f.Percent.String()}
	case f.Value != nil:
		return bound{r.number(f.Table.Indicator, *f.Value), f.Value.String()}
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

func (r resolver) worksIn(s model.State) int {
	n := 0
	for _, w := range r.round.Works {
		if hasState(w, s) {
			n++
		}
	}
	return n
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

// Link leads to a thing of the portal by its id, under its name.
func (r resolver) Link(dest string) (href, text string) {
	scheme, id, _ := strings.Cut(dest, ":")
	switch scheme {
	case "unit":
		for _, u := range r.portal.Units {
			if u.ID == id {
				return r.href(unitPath(u)), r.unitName(u)
			}
		}
	case "resolution":
		for _, res := range r.portal.Resolutions {
			if res.ID == id {
				return r.href(resolutionPath(res)), r.Locale.T("resolution.word") + " " + res.Doc.Number
			}
		}
	case "document":
		for _, d := range r.portal.Documents {
			if d.ID == id {
				return r.href(r.documentPath(d)), d.Kind + " " + d.Number
			}
		}
	case "round":
		for _, rd := range r.portal.Rounds {
			if rd.ID == id {
				return r.href(reportPath(rd)), rd.Document.Kind + " " + rd.Document.Number
			}
		}
	case "indicator":
		for _, i := range r.portal.Indicators {
			if i.ID == id {
				return r.href(indicatorPath(i)), i.Name
			}
		}
	case "page":
		if d := r.narrativeOf(id); d != nil {
			return r.href(pagePath(id)), d.Front.Title
		}
	}
	if path, ok := wordLinks[scheme]; ok {
		return r.href(path), r.Locale.T("nav." + scheme)
	}
	return "", dest
}

// wordLinks are the site's own pages a narrative may name by one word.
var wordLinks = map[string]string{
	"home": homePath, "units": unitsPath, "resolutions": resolutionsPath, "works": worksPath, "checks": checksPath,
	"data": dataPath, "recommendations": recommendationsPath, "shortcomings": shortcomingsPath,
	"documents": documentsPath, "changes": changesPath, "states": statesPath,
}

func (p *page) html(in *narrative.Inline) string  { return in.HTML(resolver{p, false}) }
func (p *page) plain(in *narrative.Inline) string { return in.Plain(resolver{p, true}) }

// bigNum prints a headline figure. A count of units is shown out of all units: 4/15.
func (p *page) bigNum(in *narrative.Inline) string {
	text := p.plain(in)
	if refs := in.Refs(); len(refs) == 1 && countsUnits(refs[0]) {
		text += "/" + p.Locale.Int(len(p.portal.Units))
	}
	return slashed(text)
}

func countsUnits(ref narrative.Ref) bool {
	return ref.Format == "reported" || strings.HasPrefix(ref.Format, "units ") || strings.HasPrefix(ref.Address, "count.")
}

// slashed sets what follows a slash in the lighter weight: 69/69.
func slashed(s string) string {
	num, of, found := strings.Cut(s, "/")
	if !found {
		return markup.Escape(s)
	}
	return markup.Escape(num) + `<span class="num-of">/` + markup.Escape(of) + `</span>`
}

// tell opens the page with a narrative: title, lead, facts, and its sections with their charts.
func (p *page) tell(d *narrative.Doc) {
	if d == nil {
		return
	}
	if d.Front.Title != "" {
		p.title, p.h1 = d.Front.Title, d.Front.Title
	}
	for _, r := range p.portal.Rounds {
		if r.ID == d.Front.Round {
			p.round = r
		}
	}
	p.lead = p.html(d.Front.Lead)
	p.description = p.plain(d.Front.Description)
	if p.description == "" {
		p.description = p.plain(d.Front.Lead)
	}
	for _, f := range d.Front.Facts {
		p.facts = append(p.facts, p.fact(f))
	}
}

// fact prints one big figure of a narrative with its source and its check.
func (p *page) fact(f narrative.Fact) fact {
	var note markup.B
	note.Raw(p.html(f.Note))
	if at, ok := model.ParsePlace(f.Source); ok && p.round != nil {
		note.Raw(" ")
		p.src(&note, p.round, at)
	}
	out := fact{Label: f.Label, Num: p.bigNum(f.Value), Note: note.String()}
	if f.Check != "" && p.round != nil {
		if t := p.round.Table(f.Check); t != nil && t.Total != nil {
			var b markup.B
			p.marks(&b, t.Total)
			out.Check = b.String()
		}
	}
	return out
}

// narrate adds the sections of a narrative. own is the unit whose page this is, or nil.
func (p *page) narrate(d *narrative.Doc) {
	if d == nil {
		return
	}
	for _, sec := range d.Sections {
		var b markup.B
		for _, blk := range sec.Blocks {
			if blk.Figure != nil {
				p.drawBlock(&b, blk.Figure)
			} else {
				b.Raw(`<div class="prose">`, p.html(blk.Prose), `</div>`)
			}
		}
		note := p.html(sec.Note)
		p.add(section{ID: sec.ID, Heading: p.plain(sec.Heading), Note: note, Body: b.String()})
	}
}
