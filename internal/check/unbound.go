package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/internal/source"
)

// words holds a text that takes no bindings, such as a title: it can have no figure, since a number typed
// there would stay when the data changes.
func (c *checker) words(v *source.Value, rd *round) {
	if v == nil {
		return
	}
	if i := strings.Index(v.Text, "{{"); i >= 0 {
		pos := v.Start
		pos.Col += utf8.RuneCountInString(v.Text[:i])
		c.find(place{pos, len("{{")}, ruleNoBinding)
		return
	}
	in, _ := narrative.ParseInline(v.Start, v.Text)
	for _, passage := range in.Passages() {
		c.numbers(passage, rd, ruleNumberInTitle)
	}
}

// numbers warns of every number of a passage that is not known to be something else than a figure, and
// offers the bindings that print it. rd is the round of the text, nil without any.
func (c *checker) numbers(p narrative.Passage, rd *round, rule *diag.Rule) {
	found := numerals(p.Text)
	if len(found) == 0 {
		return
	}
	spans := c.nofigures(p)
	for _, n := range found {
		if slices.ContainsFunc(spans, func(s span) bool { return s.holds(n) }) {
			continue
		}
		written := p.Text[n.start:n.stop]
		at := place{p.Pos(n.start), utf8.RuneCountInString(written)}
		switch proposed := c.proposals(n, rd); {
		case rule != ruleUnbound:
			c.find(at, rule, written)
		case len(proposed) == 0 && damaged(c.tree): // the figure may stand in what could not be read
			c.advise(at, ruleNoSuchFigure, nil, written)
		case len(proposed) == 0:
			c.advise(at, ruleNoSuchFigure, []any{written}, written)
		default:
			c.advise(at, rule, []any{strings.Join(proposed, ", "), written}, written)
		}
	}
}

// numbered is the number at the start of a heading: "1.", "1.2", "2)".
var numbered = regexp.MustCompile(`^\p{Nd}{1,2}(?:(?:\\?\.\p{Nd}{1,2})+\\?[.)]?|\\?[.)])[\s\p{Zs}]`)

// nofigures returns where in a passage digits are no figure.
func (c *checker) nofigures(p narrative.Passage) []span {
	locale := c.portal.Locale
	if locale != "en" {
		locale = "vi"
	}
	var out []span
	for _, n := range compiledFor[locale] {
		out = append(out, n.in(p.Text)...)
	}
	if p.Heading {
		if m := numbered.FindStringIndex(p.Text); m != nil {
			out = append(out, span{m[0], m[1]})
		}
	}
	return append(out, c.knownNumbers().in(p.Text)...)
}

// knownNumbers is what of the data has digits in its name and may be named in prose: documents by their
// numbers, units, works, resolutions and the rest by their names.
type knownNumbers struct {
	documents []compiled
	names     []string
}

func (k *knownNumbers) in(text string) []span {
	var out []span
	for _, d := range k.documents {
		out = append(out, d.in(text)...)
	}
	for _, name := range k.names {
		for from := 0; ; {
			i := strings.Index(text[from:], name)
			if i < 0 {
				break
			}
			out = append(out, span{from + i, from + i + len(name)})
			from += i + len(name)
		}
	}
	return out
}

func (c *checker) knownNumbers() *knownNumbers {
	if c.known == nil {
		c.known = &knownNumbers{documents: c.documentNumbers(), names: c.namesWithDigits()}
	}
	return c.known
}

// documentNumbers matches the documents of the data as prose names them: "Báo cáo 279/BC-HĐND", "Nghị
// quyết 36, 38 và 54", "số 2702"; but not "con số 36".
func (c *checker) documentNumbers() []compiled {
	var kinds, numbers []string
	for _, d := range c.portal.Documents {
		short, _, _ := strings.Cut(d.Number, "/")
		kinds, numbers = append(kinds, quoted(d.Kind)), append(numbers, quoted(short), quoted(d.Number))
	}
	if len(numbers) == 0 {
		return nil
	}
	slices.Sort(kinds)
	slices.SortFunc(numbers, func(a, b string) int { return len(b) - len(a) })
	kind, number := "(?:"+strings.Join(slices.Compact(kinds), "|")+")", "(?:"+strings.Join(slices.Compact(numbers), "|")+")"
	return []compiled{
		compile(nofigure{locale: c.portal.Locale, pattern: kind + ` (?:(?:số|no\.|No\.) )?` + number + `(?:(?:,|;| và| hoặc| hay| and| or) ?(?:(?:số|no\.|No\.) )?` + number + `)*`}),
		compile(nofigure{locale: c.portal.Locale, pattern: "(?:số|no\\.|number) " + number, unless: "(?:con|tổng|một|chỉ|đa|the)"}),
		compile(nofigure{pattern: number + `/[\p{L}-]+`}),
	}
}

// quoted is a literal text within a pattern, where a space is any space.
func quoted(s string) string { return regexp.QuoteMeta(s) }

// namesWithDigits are the names of the portal's things that have digits, as they stand in a sentence too.
func (c *checker) namesWithDigits() []string {
	p := c.portal
	names := []string{p.Name, p.Place, p.PlaceLong, p.Council, p.Term, p.Publisher}
	for _, u := range p.Units {
		names = append(append(names, u.Name), u.Aliases...)
	}
	for _, b := range p.Bodies {
		names = append(names, b.Name)
	}
	for _, d := range p.Documents {
		names = append(names, d.Title, d.Short)
	}
	for _, res := range p.Resolutions {
		names = append(names, res.Topic)
		for _, pr := range res.Provisions {
			names = append(names, pr.Name, pr.Place)
		}
	}
	for _, i := range p.Indicators {
		names = append(names, i.Name)
		for _, cat := range i.Categories {
			names = append(names, cat.Name)
		}
	}
	for _, rd := range p.Rounds {
		names = append(names, roundNames(rd)...)
	}
	var out []string
	for _, name := range names {
		if strings.ContainsFunc(name, unicode.IsDigit) {
			r, size := utf8.DecodeRuneInString(name)
			out = append(out, string(unicode.ToUpper(r))+name[size:], string(unicode.ToLower(r))+name[size:])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func roundNames(rd *model.Round) []string {
	var out []string
	for _, p := range rd.Periods {
		out = append(out, p.Name)
	}
	for _, s := range rd.Sections {
		out = append(out, s.Title)
	}
	for _, ch := range rd.Chapters {
		out = append(out, ch.Topic)
	}
	for _, w := range rd.Works {
		out = append(out, w.Name)
	}
	for _, m := range rd.Mechanism {
		out = append(out, m.Name)
		for _, it := range m.Items {
			out = append(out, it.Name)
		}
	}
	return out
}

// maxProposals is how many bindings are offered for one number.
const maxProposals = 3

// proposals are bindings that print the number: totals first, then the city, parts and counts, then units.
func (c *checker) proposals(n numeral, rd *round) []string {
	if rd == nil {
		return nil
	}
	if rd.figuresOf == nil {
		rd.figuresOf = map[string][]string{}
		for _, scope := range []model.Scope{model.OfTotal, model.OfCity, model.OfPart, model.OfCount, model.OfUnit} {
			for _, t := range rd.Tables {
				rd.indexNumbers(t, scope)
			}
		}
	}
	var out []string
	for _, d := range readings(n.digits, c.portal.Locale) {
		out = append(out, rd.figuresOf[numberKey(d.String(), n.percent)]...)
	}
	return out[:min(len(out), maxProposals)]
}

// numberKey parts percentages from other numbers: 7,4% is not 7,4 million.
func numberKey(number string, percent bool) string {
	if percent {
		return number + "%"
	}
	return number
}

// indexNumbers adds the numbers of a table's figures of one scope, values before plans and percentages.
func (r *round) indexNumbers(t *model.Table, scope model.Scope) {
	for _, field := range []string{"", "plan", "percent"} {
		for _, f := range t.All() {
			d := f.Number(field)
			if f.Scope != scope || d == nil {
				continue
			}
			key := numberKey(d.String(), kindOf(f, field).measure == model.Percent)
			if len(r.figuresOf[key]) < maxProposals {
				r.figuresOf[key] = append(r.figuresOf[key], "{{ "+strings.TrimSuffix(t.ID+"/"+f.Address()+"."+field, ".")+" }}")
			}
		}
	}
}
