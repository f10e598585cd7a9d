package chart

import "minhbach/internal/markup"

// silent are the glyphs of states that say nothing is known; a count of such units is no figure of
// theirs, so its bar is only outlined.
var silent = map[string]bool{"none": true, "blank": true, "na": true, "due": true, "held": true, "unread": true}

func seriesClass(i int) string {
	if i == 0 {
		return "bar-a"
	}
	return "bar-b"
}

// row writes a unit with its one measure.
func (d *drawing) row(r Row) {
	d.Raw(`<span`, me(r), `>`)
	d.label(r.Label, r.Href)
	d.Raw(`</span>`)
	class := "bar-a"
	if d.own && !r.Own {
		class = "bar-peer"
	}
	for _, c := range r.Cells {
		d.cell(c, class)
	}
}

// me marks the unit whose page this is.
func me(r Row) string {
	if r.Own {
		return ` class="me"`
	}
	return ""
}

func (d *drawing) label(label, href string) {
	if href == "" {
		d.Text(label)
		return
	}
	d.Raw(`<a`).Attr("href", href).Raw(`>`).Text(label).Raw(`</a>`)
}

// cell writes a value with its bar, or the state that stands in its place, and the mark beside it.
func (d *drawing) cell(c Cell, class string) {
	if c.Value == nil {
		d.Raw(`<span class="v gap">`).State(c.StateKey, c.StateWord).Raw(`</span>`)
	} else {
		d.Raw(`<span class="v"><b>`).Text(c.Text).Raw(`</b>`)
		d.side(c)
		d.Raw(`</span>`)
		d.bar(c.Value.Float(), class)
	}
	d.marks(c)
}

// side writes the printed percentage beside a value, or that there is none where others have one.
func (d *drawing) side(c Cell) {
	switch {
	case c.Side != "":
		d.Raw(`<span class="p">`).Text(c.Side).Raw(`</span>`)
	case c.SideWord != "":
		d.Raw(`<span class="p"><span class="st-none">`).Glyph("none").Raw(`<span class="vh">`).Text(c.SideWord).Raw(`</span></span></span>`)
	}
}

// marks writes what must be read beside a value, each a link where more is told of it.
func (d *drawing) marks(c Cell) {
	for _, m := range c.Marks {
		if m.Href == "" {
			d.Raw(`<span class="mark">`).State(m.Glyph, m.Word).Raw(`</span>`)
			continue
		}
		d.Raw(`<a class="mark"`).Attr("href", m.Href).Raw(`>`).State(m.Glyph, m.Word).Raw(`</a>`)
	}
}

// pair writes a unit with its two measures. Below a group's heading its name is one level deeper.
func (d *drawing) pair(r Row) {
	level := "h5"
	if !d.titled() {
		level = "h4"
	}
	d.Raw(`<`, level, me(r), `>`)
	d.label(r.Label, r.Href)
	d.Raw(`</`, level, `>`)
	for i, c := range r.Cells {
		d.measure(c, i)
	}
}

func (d *drawing) titled() bool { return len(d.f.Groups) > 0 && d.f.Groups[0].Title != "" }

// measure writes the i-th measure of a pair.
func (d *drawing) measure(c Cell, i int) {
	d.Raw(`<div class="row"><span>`)
	if i < len(d.f.Series) {
		d.Text(d.f.Series[i])
	}
	d.Raw(`</span>`)
	if c.Value == nil {
		d.State(c.StateKey, c.StateWord)
	} else {
		d.Raw(`<b>`).Text(c.Text).Raw(`</b>`)
		d.bar(c.Value.Float(), seriesClass(i))
	}
	d.marks(c)
	d.Raw(`</div>`)
}

// stage writes a state with the number of units in it and their names.
func (d *drawing) stage(r Row) {
	for _, c := range r.Cells {
		d.Raw(`<span>`)
		stateWord(d.B, c, r.Label)
		d.Raw(`</span>`)
		if c.Value != nil {
			d.Raw(`<span class="v"><b>`).Text(c.Text).Raw(`</b></span>`)
			d.bar(c.Value.Float(), stageClass(c))
		}
		d.marks(c)
	}
	if len(r.Names) == 0 {
		return
	}
	d.Raw(`<span class="names">`)
	for i, n := range r.Names {
		if i > 0 {
			d.Raw(`, `)
		}
		d.label(n.Label, n.Href)
	}
	d.Raw(`</span>`)
}

func stateWord(b *markup.B, c Cell, label string) {
	word := c.StateWord
	if word == "" {
		word = label
	}
	if c.StateKey == "" {
		b.Text(word)
		return
	}
	b.State(c.StateKey, word)
}

func stageClass(c Cell) string {
	if silent[c.StateKey] {
		return "bar-rest"
	}
	return "bar-a"
}
