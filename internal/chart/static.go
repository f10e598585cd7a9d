package chart

import (
	"math"
	"strings"

	"minhbach/internal/markup"
)

// drawing is one figure being written.
type drawing struct {
	*markup.B
	f     *Figure
	t     Text
	scale scale
	own   bool // a row is the unit of the page: the others are its peers
}

// Static writes the figure: caption, keys, groups of rows, the rest. With interactive, the data and
// the button of the interactive chart follow; the button stays hidden until the site's script runs.
func Static(b *markup.B, f *Figure, t Text, interactive bool) {
	d := &drawing{B: b, f: f, t: t, scale: newScale(f), own: hasOwn(f)}
	b.Raw(`<figure class="fig"`).Attr("id", f.ID).Raw(`>`)
	d.caption()
	for _, g := range f.Groups {
		d.group(g)
	}
	d.rest()
	if interactive {
		d.interactive()
	}
	b.Raw("</figure>\n")
}

func hasOwn(f *Figure) bool {
	for _, g := range f.Groups {
		for _, r := range g.Rows {
			if r.Own {
				return true
			}
		}
	}
	return false
}

// title is the figure's heading: what is compared, and in which unit of measure.
func (f *Figure) title() string {
	if f.Unit == "" {
		return f.Title
	}
	return f.Title + " (" + f.Unit + ")"
}

func (d *drawing) caption() {
	d.Raw(`<figcaption><h3>`).Text(d.f.title()).Raw(`</h3><p>`)
	for _, n := range d.f.Notes {
		d.Text(sentence(n)).Raw(" ")
	}
	d.source()
	d.Raw(`</p>`)
	d.keys()
	d.Raw("</figcaption>\n")
}

// sentence closes a note with a full stop unless it has an end of its own.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, "…") || strings.ContainsAny(s[len(s)-1:], ".!?:;") {
		return s
	}
	return s + "."
}

func (d *drawing) source() {
	if d.f.Source.Label == "" {
		return
	}
	d.Raw(`<a class="src"`).Attr("href", d.f.Source.Href).Raw(`><span class="vh">`).Text(d.t.Source).Raw(` </span>`).
		Text(strings.ReplaceAll(d.f.Source.Label, " ", "\u00a0")).Raw(`</a>`)
}

// keys explain what is drawn: the two measures with the states that stand in for a number, and the
// reference line.
func (d *drawing) keys() {
	var keys markup.B
	if d.f.Kind == Pairs {
		for i, s := range d.f.Series {
			keys.Raw(`<span><svg class="key" width="28" height="12" aria-hidden="true"><rect class="`, seriesClass(i),
				`" width="28" height="12"/></svg>`).Text(s).Raw(`</span> `)
		}
		d.stateKeys(&keys)
	}
	if d.f.Line != nil {
		keys.Raw(`<span><svg class="key" width="28" height="12" aria-hidden="true"><line class="bar-line" x2="28" y1="6" y2="6"/></svg>`).
			Text(d.t.ReferenceLine + " " + d.f.Line.Label).Raw(`</span> `)
	}
	if keys.Len() > 0 {
		d.Raw(`<p class="keys">`, strings.TrimSpace(keys.String()), `</p>`)
	}
}

// stateKeys writes each state of the figure once, in the order of the rows.
func (d *drawing) stateKeys(keys *markup.B) {
	seen := map[string]bool{}
	for _, g := range d.f.Groups {
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				if c.Value == nil && !seen[c.StateKey] {
					seen[c.StateKey] = true
					keys.State(c.StateKey, c.StateWord).Raw(" ")
				}
			}
		}
	}
}

func (d *drawing) group(g Group) {
	if len(g.Rows) == 0 {
		return
	}
	d.heading(g)
	switch d.f.Kind {
	case Pairs:
		d.list("pairbars", g, d.pair)
	case Stages:
		d.list("bars stages", g, d.stage)
	default:
		d.list("bars", g, d.row)
	}
}

// heading names the group; above pairs it also names the two columns of a wide screen.
func (d *drawing) heading(g Group) {
	if d.f.Kind != Pairs {
		if g.Title != "" {
			d.Raw(`<h4>`).Text(g.Title).Raw("</h4>\n")
		}
		return
	}
	d.Raw(`<div class="pairhead">`)
	if g.Title != "" {
		d.Raw(`<h4>`).Text(g.Title).Raw(`</h4>`)
	} else {
		d.Raw(`<span></span>`)
	}
	for _, s := range d.f.Series {
		d.Raw(`<span aria-hidden="true">`).Text(s).Raw(`</span>`)
	}
	d.Raw("</div>\n")
}

func (d *drawing) list(class string, g Group, row func(Row)) {
	d.Raw(`<ul class="`, class, "\">\n")
	for _, r := range g.Rows {
		d.Raw(`<li>`)
		row(r)
		d.Raw("</li>\n")
	}
	d.Raw("</ul>\n")
}

// rest writes what is published for the whole and not by unit, apart from the units.
func (d *drawing) rest() {
	if d.f.Rest == nil {
		return
	}
	d.Raw(`<ul class="bars bars-rest"><li><span>`).Text(d.f.RestLabel).Raw(`</span>`)
	d.cell(*d.f.Rest, "bar-rest")
	d.Raw("</li></ul>\n")
}

// interactive embeds the option for the site's script; a figure without a number has nothing to draw.
func (d *drawing) interactive() {
	if d.scale.span == 0 {
		return
	}
	option, err := Option(d.f, d.t)
	if err != nil {
		return // the static chart says the same
	}
	openButton(d.B, d.f.title(), d.t, option)
}

// bar draws a value of the figure's scale. 0 is a mark at the foot of the scale: reported, and nothing.
func (d *drawing) bar(v float64, class string) {
	d.Raw(`<svg class="bar" width="100%" height="12" aria-hidden="true">`)
	if v == 0 {
		at := d.scale.percent(0)
		d.Raw(`<line class="bar-base" x1="`, at, `" x2="`, at, `" y1="0" y2="12"/>`)
	} else {
		d.Raw(`<rect class="`, class, `"`)
		if start := min(v, 0); start > d.scale.low {
			d.Raw(` x="`, d.scale.percent(start), `"`)
		}
		d.Raw(` width="`, d.scale.length(math.Abs(v)), `" height="12"/>`)
	}
	if d.f.Line != nil {
		at := d.scale.percent(d.f.Line.Value.Float())
		d.Raw(`<line class="bar-line" x1="`, at, `" x2="`, at, `" y1="-3" y2="15"/>`)
	}
	d.Raw(`</svg>`)
}
