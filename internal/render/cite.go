package render

import (
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// citation writes how to quote a figure, in plain text and for BibTeX, on the page of its permanent
// address. Both name who compiled it, the source and the place it is printed in.
func (p *page) citation(b *markup.B, f *model.Figure) {
	id := p.unique("cite-" + f.Table.ID + "-" + strings.ReplaceAll(f.Address(), ".", "-"))
	b.Raw(`<details class="quote"><summary>`).Text(p.Locale.T("cite.summary")).Raw(`<span class="vh"> `).Text(p.figureTitle(f)).Raw(`</span></summary>`)
	p.quotable(b, id, p.Locale.T("cite.text", "publisher", p.portal.Publisher, "what", p.figureTitle(f), "value", p.figureWords(f),
		"period", f.Table.Period.Name, "source", p.sourceWords(f), "where", p.addressWord(), "address", p.address(f)))
	p.quotable(b, id+"-bib", p.bibtex(f))
	table := indicatorPath(f.Table.Indicator)
	b.Raw(`<p>`).Text(p.Locale.T("cite.row")).Raw(` <code>`).Text(rowID(f)).Raw(`</code>: `)
	for i, file := range []link{{"CSV", csvPath(table)}, {"JSON", jsonPath(table)}} {
		if i > 0 {
			b.Raw(` · `)
		}
		b.Raw(`<a href="`).Text(p.href(file.Href)).Raw(`">`, file.Label, `<span class="vh"> `).Text(p.figureTitle(f)).Raw(`</span></a>`)
	}
	b.Raw(`</p></details>`)
}

// rowID is the id of a figure in every table of the open data.
func rowID(f *model.Figure) string { return f.Table.Round.ID + "/" + f.Table.ID + "/" + f.Address() }

// quotable is a text with the button that copies it, which the script shows.
func (p *page) quotable(b *markup.B, id, text string) {
	b.Raw(`<p class="cite"`).Attr("id", id).Raw(`>`).Text(text).Raw(`</p><button type="button" class="btn copy" hidden data-copy="#`).Text(id).Raw(`">`).
		Text(p.Locale.T("cite.copy")).Raw(`</button>`)
}

// figureTitle says what a figure is of: "Thu ngân sách 2023, phường Thạch Quý".
func (p *page) figureTitle(f *model.Figure) string {
	return f.Table.Indicator.Name + ", " + p.scopeWord(f)
}

// figureWords is the figure as one quotes it: the amount, or the state in words.
func (p *page) figureWords(f *model.Figure) string {
	switch {
	case f.Value != nil || f.Percent != nil:
		return p.amount(f)
	case f.Text != "":
		return f.Text
	}
	return lower(p.stateWord(f.State))
}

// addressWord says whether address is one that can be asked for.
func (p *page) addressWord() string {
	if p.portal.BaseURL != "" {
		return p.Locale.T("cite.at")
	}
	return p.Locale.T("cite.at-page")
}

// sourceWords names the document and the place within it, column included.
func (p *page) sourceWords(f *model.Figure) string {
	d := f.Table.Source
	return p.Locale.T("cite.source", "kind", d.Kind, "number", d.Number, "date", p.date(d.Issued), "issuer", p.issuer(d),
		"place", p.placeText(f.Table.Round, f.At, true))
}

// address is where the figure stands for good: absolute where the portal's address is known.
func (p *page) address(f *model.Figure) string {
	path := figurePath(f)
	if p.portal.BaseURL != "" {
		return strings.TrimSuffix(p.portal.BaseURL, "/") + "/" + path
	}
	return path
}

// bibtexSpecial are the characters BibTeX would read as its own.
var bibtexSpecial = strings.NewReplacer(`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `%`, `\%`, `&`, `\&`, `#`, `\#`, `_`, `\_`, `$`, `\$`, `~`, `\~{}`, `^`, `\^{}`)

func (p *page) bibtex(f *model.Figure) string {
	e := bibtexSpecial.Replace
	key := ""
	if len(p.portal.Rounds) > 1 {
		key = f.Table.Round.ID + "-"
	}
	return "@misc{" + key + f.Table.ID + "-" + strings.ReplaceAll(f.Address(), ".", "-") + "-" + f.Table.Period.ID +
		", author = {" + e(p.portal.Publisher) + "}, title = {" + e(p.figureTitle(f)+": "+p.figureWords(f)) +
		"}, year = {" + f.Table.Round.AsOf.String()[:4] + "}, note = {" + e(f.Table.Period.Name+"; "+p.sourceWords(f)) +
		"}, howpublished = {" + e(p.address(f)) + "}}"
}
