package render

import (
	"slices"

	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// resolutions are in the order of the report, then those no report has spoken of.
func (s *site) resolutions() []*model.Resolution {
	var out []*model.Resolution
	if s.round != nil {
		for _, c := range s.Result.Matrix.Chapters {
			out = append(out, c.Resolutions...)
		}
	}
	for _, r := range s.portal.Resolutions {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

// resolutionList is the table of all resolutions.
func (s *site) resolutionList() *page {
	p := s.page(resolutionsPath, "resolutions", s.Locale.T("resolutions.title"))
	p.current = resolutionsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.resolutions"), ""})
	p.lead = rich(s.Locale.T("resolutions.lead", "n", len(s.portal.Resolutions)))
	if s.round == nil {
		return p
	}
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-nghi-quyet"><thead><tr>`)
	for _, k := range []string{"number", "answer", "date", "units"} {
		b.Raw(`<th scope="col">`).Text(s.Locale.T("resolutions.col." + k)).Raw(`</th>`)
	}
	b.Raw(`</tr></thead><tbody>`)
	for _, r := range s.resolutions() {
		p.resolutionRow(&b, r)
	}
	b.Raw(`</tbody></table></div>`)
	p.add(section{ID: "danh-sach", Heading: s.Locale.T("resolutions.heading"), Note: p.swipe(), Wide: true, Body: b.String()})
	p.add(p.download())
	return p
}

func (p *page) resolutionRow(b *markup.B, r *model.Resolution) {
	n, of := 0, 0
	c := p.Result.ChapterOf(r)
	if c != nil {
		for _, st := range p.Result.Chapter(c).Strip {
			of += len(st.Units)
			if st.State != model.NotStated && st.State != model.Blank {
				n += len(st.Units)
			}
		}
	}
	b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(resolutionPath(r))).Raw(`">`).Text(r.Doc.Number).
		Raw(`</a> <span class="small quiet">`).Text(r.Topic).Raw(`</span></th><td class="say">`)
	if r.Narrative != nil {
		b.Raw(`<b>`).Text(p.plain(r.Narrative.Front.Headline)).Raw(`</b> `).Raw(p.html(r.Narrative.Front.Sentence)).Raw(` `)
	}
	if c != nil {
		p.headSource(b, r.Narrative, c)
	}
	b.Raw(`</td><td data-v="`, r.Doc.Issued.String(), `">`).Text(p.date(r.Doc.Issued)).
		Raw(`</td><td class="n" data-v="`).Text(p.Locale.Int(n)).Raw(`">`).Text(p.Locale.T("units.of", "n", n, "of", of)).Raw(`</td></tr>`)
}
