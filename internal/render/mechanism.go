package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// mechanisms lists what the report says of each mechanism, beside how many it announces.
func (p *page) mechanisms(c *model.Chapter) string {
	if len(c.Mechanisms) == 0 {
		return ""
	}
	var b markup.B
	if c.Announced != nil {
		b.Raw(`<p>`).Text(p.Locale.T("mechanism.announced", "n", c.Announced.N, "described", len(c.Mechanisms))).Raw(" ")
		p.src(&b, c.Round, c.Announced.At)
		b.Raw(`</p>`)
	}
	b.Raw(`<ul class="works">`)
	for _, m := range c.Mechanisms {
		b.Raw(`<li><p class="who">`).Text(m.Name)
		if m.Published != "" {
			b.Raw(` <span class="count">`).Text(m.Published).Raw(`</span>`)
		}
		b.Raw(" ")
		if m.State != "" {
			p.state(&b, m.State)
		}
		b.Raw(`</p><p class="what">`)
		p.mechanismDetail(&b, m)
		p.src(&b, c.Round, m.At)
		b.Raw(`</p></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// mechanismDetail names what a mechanism supports and where, as one sentence.
func (p *page) mechanismDetail(b *markup.B, m *model.Mechanism) {
	named := map[*model.Unit]bool{}
	sep := ""
	for _, it := range m.Items {
		b.Raw(sep).Text(it.Name)
		sep = "; "
		if it.Unit != nil {
			named[it.Unit] = true
			b.Raw(` (`)
			p.unitLink(b, it.Unit)
			if it.As != "" && it.As != it.Unit.Name {
				b.Text(p.Locale.T("mechanism.as", "as", it.As))
			}
			b.Raw(`)`)
		}
	}
	for _, u := range m.Units {
		if !named[u] {
			b.Raw(sep)
			p.unitLink(b, u)
			sep = "; "
		}
	}
	if sep != "" {
		b.Raw(`. `)
	}
	if m.Note != "" {
		b.Raw(`<span class="quiet">`).Text(m.Note).Raw(`</span> `)
	}
	if p.kind != "unit" { // there it stands on its own card
		p.replies(b, m.Replies)
	}
}
