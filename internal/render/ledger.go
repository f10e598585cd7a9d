package render

import (
	"minhbach/internal/derive"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// ledger is one line per chapter: the figure or the state, what is said of the city where the unit is
// not named, and the source.
func (p *page) ledger(v *derive.UnitView) string {
	var b markup.B
	b.Raw(`<ul class="ledger">`)
	for _, c := range v.Chapters {
		b.Raw(`<li>`)
		p.tile(&b, c.Chapter)
		b.Raw(`<span class="topic">`).Text(c.Chapter.Topic).Raw(`</span><span class="val">`)
		at := c.Chapter.At
		if p.ledgerFigures(&b, c) == 0 {
			p.ledgerState(&b, c)
		} else if len(c.Figures) > 0 {
			at = c.Figures[0].At
		}
		for i, m := range c.Mechanisms {
			if i == 0 {
				b.Raw(`<span class="small mechs">`).Text(capital(m.Name))
			} else {
				b.Raw(`; `).Text(lower(m.Name))
			}
		}
		if len(c.Mechanisms) > 0 {
			b.Raw(`</span>`)
		}
		b.Raw(" ")
		p.src(&b, c.Chapter.Round, at)
		b.Raw(`</span></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// ledgerFigures prints the numbers of a chapter, what is under way, and told words, and returns how
// many there are.
func (p *page) ledgerFigures(b *markup.B, c *derive.UnitChapter) int {
	n := 0
	for _, f := range c.Figures {
		if f.Value == nil && f.State != model.Told && f.State != model.InProgress {
			continue
		}
		if n > 0 {
			b.Raw(`; `)
		}
		n++
		if f.State == model.InProgress {
			b.Raw(`<span class="lab">`).Text(shortName(f.Table.Indicator)).Raw(`</span> `)
			p.state(b, f.State)
			continue
		}
		if f.Value == nil {
			b.State("told", f.Text)
			if f.Note != "" {
				b.Raw(` <span class="small quiet">`).Text(f.Note).Raw(`</span>`)
			}
			continue
		}
		i := f.Table.Indicator
		if i.Short != "" {
			b.Raw(`<span class="lab">`).Text(i.Short).Raw(`</span> `)
		}
		b.Raw(`<b>`).Text(p.number(i, *f.Value)).Raw(`</b>`)
		if f.Plan != nil && f.Percent == nil {
			b.Raw(`/`).Text(p.number(i, *f.Plan))
		}
		if u := unitOfMeasure(i); u != "" {
			b.Raw(` <span class="small quiet">`).Text(u).Raw(`</span>`)
		}
		p.signs(b, f)
	}
	return n
}

// ledgerState prints the state of a chapter without a number, and beside silence what the report says
// of the whole city, because not named is not the same as not done.
func (p *page) ledgerState(b *markup.B, c *derive.UnitChapter) {
	if c.State != model.NotStated {
		p.state(b, c.State)
		return
	}
	p.silent(b)
	for _, f := range c.City {
		if f.Value == nil || f.Table.Indicator.Summable && len(f.Table.Units) > 0 {
			continue
		}
		b.Raw(` <span class="small quiet">`).Text(p.Locale.T("unit.city", "name", lower(f.Table.Indicator.Name), "amount", p.amount(f))).Raw(`</span>`)
		return
	}
}
