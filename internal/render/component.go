package render

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// glyphs maps a state to its glyph.
var glyphs = map[model.State]string{
	model.Reported: "rep", model.InProgress: "prog", model.Told: "told", model.PublicisedOnly: "pub",
	model.Identified: "ident", model.Preparing: "prep", model.NotStated: "none", model.Blank: "blank",
	model.NotApplicable: "na", model.NotYetDue: "due", model.Withheld: "held", model.Unreadable: "unread",
	model.Late: "late", model.NotHandedOver: "nohand", model.NotSettled: "nosett", model.InDebt: "debt",
}

// verdictGlyphs maps a verdict to its glyph.
var verdictGlyphs = map[derive.Verdict]string{
	derive.Agrees: "eq", derive.Rounded: "eq", derive.Truncated: "eq", derive.Differs: "neq",
	derive.Remainder: "rest", derive.Same: "same", derive.AsPrinted: "sic", derive.Noted: "note",
}

func (s *site) stateWord(st model.State) string { return s.Locale.T("state." + string(st)) }

// state writes a state with its word.
func (s *site) state(b *markup.B, st model.State) { b.State(glyphs[st], s.stateWord(st)) }

// silent writes that a chapter which speaks of all units has nothing of this one alone.
func (s *site) silent(b *markup.B) { b.State("none", s.Locale.T("state.not-stated-own")) }

// silentIn writes that a table has nothing of a unit.
func (s *site) silentIn(b *markup.B, t *model.Table) { b.State("none", s.silentWord(t)) }

// silentWord is "no figure of its own" where the table has a figure for all units together, else "not
// stated": without one there is nothing that the unit's own figure could be a part of.
func (s *site) silentWord(t *model.Table) string {
	if t.Total != nil || t.City != nil {
		return s.Locale.T("state.not-stated-own")
	}
	return s.stateWord(model.NotStated)
}

// unitName is the unit with its kind word, as it stands in a sentence: "phường Thạch Quý".
func (s *site) unitName(u *model.Unit) string {
	if s.Locale.Tag() == "en" {
		return u.Name + " " + u.Kind.EN
	}
	return u.Kind.Name + " " + u.Name
}

func (s *site) kindName(k *model.Kind) string {
	if s.Locale.Tag() == "en" {
		return k.EN
	}
	return k.Name
}

// capital raises the first letter of a sentence.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// lower lowers the first letter, for a name inside a sentence; "HĐND" and the like stay.
func lower(s string) string {
	r := []rune(s)
	if len(r) > 1 && strings.ToLower(string(r[1])) != string(r[1]) {
		return s
	}
	if len(r) > 0 {
		r[0] = []rune(strings.ToLower(string(r[0])))[0]
	}
	return string(r)
}

// rich escapes a sentence of the catalog and sets what stands between ** in bold.
func rich(s string) string {
	parts := strings.Split(s, "**")
	var b markup.B
	for i, part := range parts {
		switch {
		case i%2 == 0:
			b.Text(part)
		default:
			b.Raw("<strong>").Text(part).Raw("</strong>")
		}
	}
	return b.String()
}

// placeText words a place: "III.5, hàng 12". The column is named only where it is asked for.
func (s *site) placeText(r *model.Round, p model.Place, column bool) string {
	parts := []string{p.Section}
	add := func(key string, n int) {
		if n > 0 {
			parts = append(parts, s.Locale.T("place."+key, "n", n))
		}
	}
	add("row", p.Row)
	add("bullet", p.Bullet)
	add("paragraph", p.Para)
	if p.Total {
		parts = append(parts, s.Locale.T("place.total"))
	}
	if column && p.Column != "" {
		parts = append(parts, s.Locale.T("place.column", "name", r.Columns[p.Column]))
	}
	return strings.ReplaceAll(strings.Join(parts, ", "), " ", "\u00a0")
}

// src writes the link to where something is printed: [III.5, hàng 12]; of another report than the page's,
// its number too.
func (p *page) src(b *markup.B, r *model.Round, at model.Place) {
	b.Raw(`<a class="src" href="`).Text(p.href(placePath(r, at))).Raw(`"><span class="vh">`).Text(p.Locale.T("src.label")).
		Raw(` </span>`)
	if r != p.round {
		b.Text(r.Document.Number + ", ")
	}
	b.Text(p.placeText(r, at, false)).Raw(`</a>`)
}

// srcs writes one link per distinct place.
func (p *page) srcs(b *markup.B, r *model.Round, places []model.Place) {
	seen := map[string]bool{}
	for _, at := range places {
		if key := placeAnchor(at); !seen[key] {
			if len(seen) > 0 {
				b.Raw(" ")
			}
			seen[key] = true
			p.src(b, r, at)
		}
	}
}

// tile writes the number of a chapter's resolutions, read like a bus line; it leads to the first.
func (p *page) tile(b *markup.B, c *model.Chapter) {
	class := "tile"
	if len(c.Resolutions) > 1 {
		class += " tile-2"
	}
	b.Raw(`<a class="`, class, `" href="`).Text(p.href(resolutionPath(c.Resolutions[0]))).Raw(`"><span><span class="vh">`).
		Text(p.Locale.T("resolution.word")).Raw(` </span>`)
	for i, r := range c.Resolutions {
		if i > 0 {
			b.Raw(`<span class="vh"> `).Text(p.Locale.T("and")).Raw(` </span><br>`)
		}
		b.Text(shortNumber(r))
	}
	b.Raw(`</span></a>`)
}

// shortNumber is the number of a resolution without its kind and council: "36".
func shortNumber(r *model.Resolution) string {
	n, _, _ := strings.Cut(r.Doc.Number, "/")
	return n
}

// chapterName names the resolutions of a chapter: "Nghị quyết 104 và 28".
func (s *site) chapterName(c *model.Chapter) string {
	numbers := make([]string, len(c.Resolutions))
	for i, r := range c.Resolutions {
		numbers[i] = shortNumber(r)
	}
	return s.Locale.T("resolution.word") + " " + strings.Join(numbers, " "+s.Locale.T("and")+" ")
}

// number words a decimal of an indicator: percentages carry their sign.
func (s *site) number(i *model.Indicator, d decimal.Decimal) string {
	if i.Measure == model.Percent {
		return s.Locale.Percent(d)
	}
	return s.Locale.Number(d)
}

// unitOfMeasure is the word behind a number, "" for a percentage, which carries its own.
func unitOfMeasure(i *model.Indicator) string {
	if i.Measure == model.Percent {
		return ""
	}
	return i.UnitMeasure
}

// amount is a number with its unit of measure: "173 triệu đồng"; the percentage of a cell that prints nothing
// else. The figure has one of the two.
func (s *site) amount(f *model.Figure) string {
	if f.Value == nil {
		return s.printedPercent(f)
	}
	return s.measured(f.Table.Indicator, *f.Value)
}

// measured is a number with what it measures.
func (s *site) measured(i *model.Indicator, d decimal.Decimal) string {
	return strings.TrimSpace(s.number(i, d) + " " + unitOfMeasure(i))
}

// printedPercent is the percentage of a figure to the letter where its cell prints it ("13.7%"), else in
// the form of the locale.
func (s *site) printedPercent(f *model.Figure) string {
	return cmp.Or(percentIn(f.Published, *f.Percent), s.Locale.Percent(*f.Percent))
}

// percentages are the numbers before a percent sign, with their sign; thousands may stand apart.
var percentages = regexp.MustCompile(`([-−]?)(\d{1,3}(?:[ \x{a0}]\d{3})+(?:[.,]\d+)?|\d[\d.,]*)%`)

// percentIn finds where a cell prints the percentage; "" where it prints none or others only, such as
// that of another year.
func percentIn(published string, percent decimal.Decimal) string {
	for _, m := range percentages.FindAllStringSubmatch(published, -1) {
		if m[1] != "" && reads(m[2], percent.Neg()) {
			return m[0]
		}
		if reads(m[2], percent) { // a dash before it is a range's, or the end of what stands before
			return m[2] + "%"
		}
	}
	return ""
}

// reads reports whether a printed number is n, whichever of point and comma begins its decimals: a form
// that does not fit the locale is shown as printed too.
func reads(printed string, n decimal.Decimal) bool {
	for _, mark := range []string{".", ","} {
		plain := strings.NewReplacer(mark, ".", ".", "", ",", "", " ", "", "\u00a0", "").Replace(printed)
		if d, err := decimal.Parse(plain); err == nil && d.Equal(n) {
			return true
		}
	}
	return false
}

// value writes a figure: its number, or its state in words.
func (p *page) value(b *markup.B, f *model.Figure) {
	switch {
	case f.Value != nil && f.Value.IsZero():
		b.State("zero", p.number(f.Table.Indicator, *f.Value))
	case f.Value != nil:
		b.Raw("<b>").Text(p.number(f.Table.Indicator, *f.Value)).Raw("</b>")
	case f.Percent != nil: // a cell that prints nothing else
		b.Raw("<b>").Text(p.printedPercent(f)).Raw("</b>")
	case f.Text != "" && f.State == model.Told:
		b.State("told", f.Text)
	case f.Text != "":
		b.Text(f.Text)
	default:
		p.state(b, f.State)
	}
}

// files writes the downloads of a page, and beside every CSV the same table as JSON.
func (p *page) files(paths ...link) string {
	var b markup.B
	b.Raw(`<ul class="files">`)
	for _, l := range paths {
		b.Raw(`<li><a href="`).Text(p.href(l.Href)).Raw(`">`).Text(l.Label).Raw(`</a>`)
		if table, ok := strings.CutSuffix(l.Href, ".csv"); ok {
			p.jsonLink(&b, table, strings.TrimSuffix(l.Label, " (CSV)"))
		}
		b.Raw(`</li>`)
	}
	return b.Raw(`</ul>`).String()
}

// pageCitation is how to quote a page: after its reports, or as our own work where it is.
func (p *page) pageCitation() string {
	rounds := []*model.Round{p.round}
	if p.kind != "report" && p.kind != "resolution" {
		rounds = slices.Clone(p.portal.Rounds)
		slices.Reverse(rounds)
	}
	names := make([]string, len(rounds))
	for i, r := range rounds {
		d := r.Document
		names[i] = p.Locale.T("download.cite-source", "kind", d.Kind, "number", d.Number, "date", p.date(d.Issued), "issuer", p.issuer(d))
	}
	args := []any{"publisher", p.portal.Publisher, "title", p.title, "sources", strings.Join(names, "; ")}
	switch p.kind {
	case "checks":
		return p.Locale.T("download.cite-checks", args...)
	case "changes":
		return p.Locale.T("download.cite-own", args...)
	}
	return p.Locale.T("download.cite", args...)
}

// download is the section every page with a table ends with: the CSV and the line to quote.
func (p *page) download(csv ...link) section {
	if len(csv) == 0 {
		csv = []link{{p.Locale.T("download.csv"), csvPath(p.path)}}
	}
	var b markup.B
	b.Raw(`<div class="stack">`, p.files(csv...), `<p class="small quiet">`).Text(p.Locale.T("download.about")).Raw(`</p>`)
	if p.round != nil {
		b.Raw(`<p class="cite">`).Text(p.pageCitation()).Raw(`</p>`)
	}
	b.Raw(`</div>`)
	return section{ID: "tai-ve", Heading: p.Locale.T("download.heading"), Short: p.Locale.T("download.short"), Body: b.String()}
}
