package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// unitList is the table of all units.
func (s *site) unitList() *page {
	p := s.page(unitsPath, "units", s.Locale.T("units.title", "place", s.portal.PlaceLong))
	p.current = unitsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), ""})
	p.lead = rich(s.Locale.T("units.lead", "n", s.Result.Counted(s.round)))
	p.add(section{ID: "tim", Heading: s.Locale.T("home.find"), Note: p.note("home.find-note"), Body: p.finder()})
	if s.round != nil {
		p.add(section{ID: "bang", Heading: s.Locale.T("units.heading"), Note: p.note("units.note") + p.swipe(), Wide: true, Body: p.unitsTable()})
		p.add(p.download())
	}
	return p
}

// unitsTable has a column per headline indicator, one for late works, and how much is known.
func (p *page) unitsTable() string {
	var tables []*model.Table
	for _, c := range p.Result.Matrix.Chapters {
		for _, t := range c.Tables {
			if t.Indicator.Headline && len(t.Units) > 0 {
				tables = append(tables, t)
			}
		}
	}
	var b markup.B
	b.Raw(`<div class="scroll" role="region" tabindex="0" aria-label="`).Text(p.title).Raw(`"><table class="data list" data-sort data-filter id="bang-don-vi"><thead><tr><th scope="col" class="c-name">`).
		Text(p.Locale.T("unit.word")).Raw(`</th><th scope="col" class="n">`).Text(p.Locale.T("units.col.known")).Raw(`</th>`)
	for _, t := range tables {
		b.Raw(`<th scope="col" class="n">`).Text(t.Indicator.Name)
		if u := unitOfMeasure(t.Indicator); u != "" {
			b.Raw(`<span class="small quiet">`).Text(u).Raw(`</span>`)
		}
		if !t.Period.Complete {
			b.Raw(`<span class="small quiet">`).Text(t.Period.Name).Raw(`</span>`)
		}
		b.Raw(`</th>`)
	}
	b.Raw(`<th scope="col" class="n">`).Text(p.Locale.T("works.late")).Raw(`</th><th scope="col" data-filter>`).Text(p.Locale.T("units.col.kind")).Raw(`</th></tr></thead><tbody>`)
	for _, k := range p.Result.Kinds {
		p.groupRow(&b, k.Kind, len(tables)+4)
		for _, u := range k.Units {
			p.unitsRow(&b, u, tables)
		}
	}
	return b.Raw(`</tbody></table></div>`).String()
}

func (p *page) unitsRow(b *markup.B, u *model.Unit, tables []*model.Table) {
	v := p.Result.Unit(u)
	b.Raw(`<tr><th scope="row"><a href="`).Text(p.href(unitPath(u))).Raw(`">`).Text(u.Name).
		Raw(`</a></th><td class="n" data-v="`).Text(p.Locale.Int(v.Known)).Raw(`">`).Text(p.Locale.T("units.of", "n", v.Known, "of", v.Of)).Raw(`</td>`)
	for _, t := range tables {
		f := t.Of(u)
		b.Raw(`<td class="n"`)
		if f != nil && f.Value != nil {
			b.Attr("data-v", f.Value.String())
		}
		b.Raw(`>`)
		if f == nil {
			p.silentIn(b, t)
			p.replyMark(b, t.Reply(u))
		} else {
			p.value(b, f)
			p.src(b.Raw(" "), t.Round, f.At)
			p.cellMarks(b, f)
		}
		b.Raw(`</td>`)
	}
	late := worksInState(v.Works, model.Late)
	b.Raw(`<td class="n"`)
	if len(late) > 0 {
		b.Attr("data-v", p.Locale.Int(len(late))).Raw(`>`).State("late", p.Locale.Int(len(late)))
	} else {
		b.Raw(`>`)
		p.state(b, model.NotStated)
	}
	b.Raw(`</td><td>`).Text(capital(p.kindName(u.Kind))).Raw(`</td></tr>`)
}
