package render

import (
	"slices"

	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// marks writes what needs reading beside a figure, each a link to its arithmetic, and what its unit replies.
func (p *page) marks(b *markup.B, f *model.Figure) {
	for _, c := range p.Result.ChecksOf(f) {
		if marked(c) && p.concerns(c, f) {
			p.mark(b, c, p.markWord(c, f))
		}
	}
	p.replyMark(b, f.Reply())
}

// cellMarks writes the marks of a figure in a table, and what one must know of it as a sign whose word is
// for the ear.
func (p *page) cellMarks(b *markup.B, f *model.Figure) {
	p.marks(b, f)
	var signs markup.B
	for _, c := range p.Result.ChecksOf(f) {
		if c.Verdict == derive.Noted && c.Rule != derive.Period && p.concerns(c, f) {
			p.sign(&signs, c, f)
		}
	}
	if signs.Len() > 0 {
		b.Raw(`<span class="signs">`, signs.String(), `</span>`)
	}
}

// signs writes what needs reading beside a figure within a line, as signs whose words are for the ear.
func (p *page) signs(b *markup.B, f *model.Figure) {
	for _, c := range p.Result.ChecksOf(f) {
		if marked(c) && p.concerns(c, f) {
			p.sign(b, c, f)
		}
	}
	p.replySign(b, f.Reply())
}

func (p *page) sign(b *markup.B, c *derive.Reconciliation, f *model.Figure) {
	signLink(b, p.checkHref(c), verdictGlyphs[c.Verdict], p.markWord(c, f))
}

// markLink writes what stands beside a figure: a glyph with its word, leading to more.
func markLink(b *markup.B, href, glyph, word string) {
	b.Raw(`<a class="mark"`).Attr("href", href).Raw(`>`).State(glyph, word).Raw(`</a>`)
}

// signLink is markLink with the word for the ear alone.
func signLink(b *markup.B, href, glyph, word string) {
	b.Raw(`<a class="mark"`).Attr("href", href).Raw(`>`).Glyph(glyph).Raw(`<span class="vh">`).Text(word).Raw(`</span></a>`)
}

// allMarks writes every reconciliation of a figure in words, at its permanent address; what agrees, too.
func (p *page) allMarks(b *markup.B, f *model.Figure) {
	all := sortChecks(p.Result.ChecksOf(f))
	for _, c := range slices.Concat(all.attention, all.agree, all.noted) {
		if p.concerns(c, f) {
			p.mark(b, c, p.markWord(c, f))
		}
	}
	p.replyMark(b, f.Reply())
}

func (p *page) mark(b *markup.B, c *derive.Reconciliation, word string) {
	markLink(b, p.checkHref(c), verdictGlyphs[c.Verdict], word)
}

// tableMarks writes what one must know of a whole table, beside its name.
func (p *page) tableMarks(b *markup.B, t *model.Table) {
	for _, c := range p.Result.ChecksOfTable(t) {
		if c.Rule == derive.Period {
			p.mark(b, c, p.markWord(c, c.Figures[0]))
		}
	}
}

// marked reports whether a reconciliation stands beside its figures everywhere: what needs reading, and a
// sum that agrees only once rounded, because a reader who adds up finds another number.
func marked(c *derive.Reconciliation) bool {
	rounded := c.Verdict == derive.Rounded || c.Verdict == derive.Truncated
	return c.Verdict.Attention() || rounded && (c.Rule == derive.Sum || c.Rule == derive.Parts)
}

// concerns reports whether a mark stands beside the figure itself: a sum's stands beside the total,
// not beside every term, because it points at none of them.
func (p *page) concerns(c *derive.Reconciliation, f *model.Figure) bool {
	switch c.Rule {
	case derive.Sum, derive.Rest, derive.Parts:
		return f.Scope == model.OfTotal
	case derive.Covering: // not beside the total that agrees with every row
		return slices.ContainsFunc(c.Covers, func(cover derive.Cover) bool { return cover.Total == f && len(cover.Without[0]) > 0 })
	}
	return true
}

// markWord is what stands beside a figure: short, and the arithmetic is one step away.
func (p *page) markWord(c *derive.Reconciliation, f *model.Figure) string {
	word := p.Locale.T("mark."+string(c.Rule), p.checkArgs(c)...)
	switch {
	case c.Rule == derive.Groups && c.Verdict == derive.Differs && f.Scope == model.OfCount:
		word = p.Locale.T("mark.groups", "computed", p.namedIn(f))
	case c.Rule == derive.Period && c.Table.PlannedElsewhere():
		word = p.Locale.T("mark.period-plan")
	case c.Rule == derive.Identical:
		for _, u := range c.Units {
			if u != f.Unit {
				word = p.Locale.T("mark.identical", "unit", p.unitName(u))
				break
			}
		}
	case !c.Verdict.Attention() && c.Verdict != derive.Noted && !marked(c):
		word = p.Locale.T("mark-agrees."+string(c.Rule), "verdict", lower(p.Locale.T("verdict."+string(c.Verdict))))
	}
	if c.Status != nil {
		word += ", " + p.Locale.T("check-status."+string(c.Status.Status))
	}
	return word
}

// checkHref leads to the arithmetic: on this page where it is printed here, else on the checks page, else
// on the page of a unit it is about.
func (p *page) checkHref(c *derive.Reconciliation) string {
	switch {
	case p.checksHere[c.Key()]:
		return p.href(p.path + "#" + c.Key())
	case !p.onChecksPage[c] && len(c.Units) > 0:
		return p.href(unitPath(c.Units[0]) + "#" + c.Key())
	}
	return p.href(checkPath(c))
}

// chartMark puts the first reconciliation of one of the rules beside the figure of a chart, and its unit's reply.
func (p *page) chartMark(cell *chart.Cell, f *model.Figure, rules ...derive.Rule) {
search:
	for _, rule := range rules {
		for _, c := range p.Result.ChecksOf(f) {
			if c.Rule == rule && marked(c) && p.concerns(c, f) {
				cell.Marks = append(cell.Marks, chart.Mark{Glyph: verdictGlyphs[c.Verdict], Word: p.markWord(c, f), Href: p.checkHref(c)})
				break search
			}
		}
	}
	p.chartReply(cell, f.Reply())
}

// totalNotes say below a chart what is to be read beside the published totals of its tables.
func (p *page) totalNotes(tables []*model.Table) []string {
	var out []string
	for _, t := range tables {
		if t.Total == nil {
			continue
		}
		for _, c := range p.Result.ChecksOf(t.Total) {
			if marked(c) && p.concerns(c, t.Total) && (c.Rule == derive.Sum || c.Rule == derive.Parts) {
				out = append(out, p.Locale.T("chart.check", "table", c.Table.Indicator.Name, "published", p.checkNumber(c, c.Published), "mark", p.markWord(c, t.Total), "verdict", lower(p.Locale.T("verdict."+string(c.Verdict)))))
			}
		}
	}
	return out
}
