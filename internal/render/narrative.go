package render

import (
	"cmp"
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// Link leads to a thing of the portal by its id, under its name.
func (r resolver) Link(dest string) (href, text string) {
	scheme, id, _ := strings.Cut(dest, ":")
	switch scheme {
	case "unit":
		if u := r.portal.Unit(id); u != nil {
			return r.href(unitPath(u)), r.unitName(u)
		}
	case "resolution":
		for _, res := range r.portal.Resolutions {
			if res.ID == id {
				return r.href(resolutionPath(res)), r.Locale.T("resolution.word") + " " + res.Doc.Number
			}
		}
	case "document":
		for _, d := range r.portal.Documents {
			if d.ID == id {
				return r.href(r.documentPath(d)), d.Kind + " " + d.Number
			}
		}
	case "round":
		if rd := r.portal.Round(id); rd != nil {
			return r.href(reportPath(rd)), rd.Document.Kind + " " + rd.Document.Number
		}
	case "indicator":
		for _, i := range r.portal.Indicators {
			if i.ID == id {
				return r.href(indicatorPath(i)), i.Name
			}
		}
	case "work":
		for _, w := range r.round.Works {
			if w.ID == id {
				return r.href(r.workPath(w)), w.Name
			}
		}
	case "page":
		if d := r.narrativeOf(id); d != nil {
			return r.href(pagePath(id)), d.Front.Title
		}
	}
	if path, ok := wordLinks[scheme]; ok {
		return r.href(path), r.Locale.T("nav." + scheme)
	}
	return "", dest
}

// wordLinks are the site's own pages a narrative may name by one word.
var wordLinks = map[string]string{
	"home": homePath, "units": unitsPath, "resolutions": resolutionsPath, "works": worksPath, "checks": checksPath,
	"data": dataPath, "recommendations": recommendationsPath, "shortcomings": shortcomingsPath,
	"documents": documentsPath, "changes": changesPath, "states": statesPath,
}

func (p *page) html(in *narrative.Inline) string  { return in.HTML(resolver{p, false}) }
func (p *page) plain(in *narrative.Inline) string { return in.Plain(resolver{p, true}) }

// bigNum prints a headline figure. A count of units is shown out of all units: 4/15.
func (p *page) bigNum(in *narrative.Inline) string {
	text, mark := p.plain(in), ""
	if refs := in.Refs(); len(refs) == 1 {
		if countsUnits(refs[0]) {
			text += "/" + p.Locale.Int(p.Result.Counted(p.round))
		}
		_, _, computed := resolver{p, true}.bind(refs[0])
		mark = p.computed(computed)
	}
	return slashed(text) + mark
}

func countsUnits(ref narrative.Ref) bool {
	return ref.Format == "reported" || strings.HasPrefix(ref.Format, "units ") || strings.HasPrefix(ref.Address, "count.")
}

// slashed sets what follows a slash in the lighter weight: 69/69.
func slashed(s string) string {
	num, of, found := strings.Cut(s, "/")
	if !found {
		return markup.Escape(s)
	}
	return markup.Escape(num) + `<span class="num-of">/` + markup.Escape(of) + `</span>`
}

// tell opens the page with a narrative: title, lead, facts, and its sections with their charts.
func (p *page) tell(d *narrative.Doc) {
	if d == nil {
		return
	}
	if d.Front.Title != "" {
		p.title, p.h1 = d.Front.Title, d.Front.Title
	}
	p.tellOf(d)
	if d.Front.Lead != nil { // else the one the page computed stays
		p.lead = p.html(d.Front.Lead)
	}
	p.description = cmp.Or(p.plain(d.Front.Description), p.plain(d.Front.Lead), p.description)
	for _, f := range d.Front.Facts {
		p.facts = append(p.facts, p.fact(f))
	}
}

// tellOf makes the round of a text that of its figures. Where the page itself is of a newer one, it says so.
func (p *page) tellOf(d *narrative.Doc) {
	p.told = p.roundTold(d)
	if p.told != p.round {
		p.kicker += " " + markup.Escape(p.Locale.T("page.told-of", "report", p.documentName(p.told.Document)))
	}
}

// roundTold is the round whose figures a text tells: the page's where it names none.
func (p *page) roundTold(d *narrative.Doc) *model.Round {
	return cmp.Or(p.portal.Round(d.Front.Round), p.round)
}

// headSource says where the headline of a resolution is from: the place of its chapter, or the older report that its
// text tells.
func (p *page) headSource(b *markup.B, d *narrative.Doc, c *model.Chapter) {
	if d != nil {
		if r := p.roundTold(d); r != c.Round && d.Front.Round != "" {
			b.Raw(`<a class="src" href="`).Text(p.href(reportPath(r))).Raw(`">`).Text(p.Locale.T("home.head-of", "report", p.documentName(r.Document))).Raw(`</a>`)
			return
		}
	}
	p.src(b, c.Round, c.At)
}

// fact prints one big figure of a narrative with its source and its check.
func (p *page) fact(f narrative.Fact) fact {
	var note markup.B
	note.Raw(p.html(f.Note))
	if at, ok := model.ParsePlace(f.Source); ok && p.told != nil {
		note.Raw(" ")
		p.src(&note, p.told, at)
	}
	out := fact{Label: f.Label, Num: p.bigNum(f.Value), Note: note.String()}
	if f.Check != "" && p.told != nil {
		if t := p.told.Table(f.Check); t != nil && t.Total != nil {
			var b markup.B
			p.marks(&b, t.Total)
			out.Check = b.String()
		}
	}
	return out
}

// narrate adds the sections of a narrative. own is the unit whose page this is, or nil.
func (p *page) narrate(d *narrative.Doc) {
	if d == nil {
		return
	}
	for _, sec := range d.Sections {
		var b markup.B
		for _, blk := range sec.Blocks {
			if blk.Figure != nil {
				p.drawBlock(&b, blk.Figure)
			} else {
				b.Raw(`<div class="prose">`, p.html(blk.Prose), `</div>`)
			}
		}
		note := p.html(sec.Note)
		p.add(section{ID: sec.ID, Heading: p.plain(sec.Heading), Note: note, Body: b.String()})
	}
}
