package render

import (
	"slices"

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
		told := p.ledgerFigures(&b, c)
		if len(told) == 0 {
			p.ledgerState(&b, v.Unit, c)
		} else {
			at = c.Figures[0].At
			p.ledgerReplies(&b, v.Unit, c.Chapter, told)
		}
		for i, m := range c.Mechanisms {
			if i == 0 {
				b.Raw(`<span class="small mechs">`).Text(capital(m.Name))
			} else {
				b.Raw(`; `).Text(lower(m.Name))
			}
			for _, y := range m.Replies {
				if y.Unit == v.Unit {
					p.replySign(&b, y)
				}
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

// ledgerReplies writes what the unit replied to figures that the line does not print one by one, and to silence.
func (p *page) ledgerReplies(b *markup.B, u *model.Unit, c *model.Chapter, told []*model.Figure) {
	for _, t := range c.Tables {
		if !slices.ContainsFunc(told, func(f *model.Figure) bool { return f.Table == t }) {
			p.replySign(b, t.Reply(u))
		}
	}
}

// ledgerFigures prints the numbers of a chapter, what is under way, and told words, and returns them.
func (p *page) ledgerFigures(b *markup.B, c *derive.UnitChapter) (told []*model.Figure) {
	for _, f := range c.Figures {
		if f.Value == nil && f.State != model.Told && f.State != model.InProgress {
			continue
		}
		if len(told) > 0 {
			b.Raw(`; `)
		}
		told = append(told, f)
		if f.State == model.InProgress {
			b.Raw(`<span class="lab">`).Text(shortName(f.Table.Indicator)).Raw(`</span> `)
			p.state(b, f.State)
			p.signs(b, f)
			continue
		}
		if f.Value == nil {
			b.State("told", f.Text)
			if f.Note != "" {
				b.Raw(` <span class="small quiet">`).Text(f.Note).Raw(`</span>`)
			}
			p.signs(b, f)
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
	return told
}

// ledgerState prints the state of a chapter without a number, and beside silence what the report says
// of the whole city, because not named is not the same as not done.
func (p *page) ledgerState(b *markup.B, u *model.Unit, c *derive.UnitChapter) {
	if c.State != model.NotStated {
		p.state(b, c.State)
		p.ledgerReplies(b, u, c.Chapter, nil)
		return
	}
	p.silent(b)
	p.ledgerReplies(b, u, c.Chapter, nil)
	for _, f := range c.City {
		if f.Value == nil || f.Table.Indicator.Summable && len(f.Table.Units) > 0 {
			continue
		}
		b.Raw(` <span class="small quiet">`).Text(p.Locale.T("unit.city", "name", lower(f.Table.Indicator.Name), "amount", p.amount(f))).Raw(`</span>`)
		return
	}
}
