package render

import (
	"slices"

	"minhbach/internal/chart"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// replyGlyphs are the signs of what a unit answers: its word, and never a verdict of ours.
var replyGlyphs = map[model.ReplyStatus]string{model.Confirms: "confirm", model.Contests: "contest", model.Remarks: "remark"}

// replyPath is where a unit's reply is told in full, on the page of the unit.
func replyPath(y *model.Reply) string { return unitPath(y.Unit) + "#" + replyAnchor(y) }

func replyAnchor(y *model.Reply) string { return "tra-loi." + y.Round.ID + "." + y.ID }

// replyWord is what stands beside the thing: the answer, and of a number the other one.
func (p *page) replyWord(y *model.Reply) string {
	if y.Value != nil {
		return p.Locale.T("reply.value", "value", p.number(y.Table.Indicator, *y.Value))
	}
	return lower(p.Locale.T("reply.status." + string(y.Status)))
}

// replyMark writes a unit's reply beside what it is on, a link to the whole of it.
func (p *page) replyMark(b *markup.B, y *model.Reply) {
	if y != nil {
		markLink(b, p.href(replyPath(y)), replyGlyphs[y.Status], p.replyWord(y))
	}
}

// replySign is replyMark as a sign whose word is for the ear.
func (p *page) replySign(b *markup.B, y *model.Reply) {
	if y != nil {
		signLink(b, p.href(replyPath(y)), replyGlyphs[y.Status], p.replyWord(y))
	}
}

// replies writes what units answered to a work, a mention or a request. On the page of a unit they are its own;
// elsewhere each names its unit, where that does not stand beside it.
func (p *page) replies(b *markup.B, all []*model.Reply) {
	for _, y := range all {
		if p.kind == "unit" && unitPath(y.Unit) != p.path {
			continue
		}
		word := p.replyWord(y)
		if p.kind != "unit" && y.Work == nil { // a work stands beside its unit's name
			word = p.Locale.T("reply.of", "unit", capital(p.unitName(y.Unit)), "status", word)
		}
		markLink(b, p.href(replyPath(y)), replyGlyphs[y.Status], word)
		b.Raw(" ")
	}
}

// chartReply puts a unit's reply beside its figure in a chart.
func (p *page) chartReply(cell *chart.Cell, y *model.Reply) {
	if y != nil {
		cell.Marks = append(cell.Marks, chart.Mark{Glyph: replyGlyphs[y.Status], Word: p.replyWord(y), Href: p.href(replyPath(y))})
	}
}

// repliesOf are the replies of a unit, those of the newest round first.
func (s *site) repliesOf(u *model.Unit) []*model.Reply {
	var out []*model.Reply
	for _, r := range slices.Backward(s.portal.Rounds) {
		for _, y := range r.Replies {
			if y.Unit == u {
				out = append(out, y)
			}
		}
	}
	return out
}

// contested says in the opening of a unit's page that the unit contests what is told of it.
func (p *page) contested(u *model.Unit) string {
	n := 0
	for _, y := range p.repliesOf(u) {
		if y.Status == model.Contests {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return ` <a href="#tra-loi">` + rich(capital(p.Locale.T("reply.contested", "n", n, "kind", p.kindName(u.Kind)))) + `</a>`
}

// replySection tells every reply of the unit in full.
func (p *page) replySection(u *model.Unit) section {
	all := p.repliesOf(u)
	if len(all) == 0 {
		return section{}
	}
	var b markup.B
	b.Raw(`<div class="checks">`)
	for _, y := range all {
		p.replyCard(&b, y)
	}
	return section{ID: "tra-loi", Heading: p.Locale.T("reply.heading", "kind", p.kindName(u.Kind)), Short: p.Locale.T("reply.short"),
		Note: p.note("reply.note"), Body: b.Raw(`</div>`).String()}
}

// replyCard writes one reply: what it is on and what the source says, then what the unit says, when, and by whom.
func (p *page) replyCard(b *markup.B, y *model.Reply) {
	b.Raw(`<article class="check reply"`).Attr("id", replyAnchor(y)).Raw(`><h3>`)
	p.repliedTo(b, y)
	b.Raw(`</h3><p class="said">`)
	p.sourceSays(b, y)
	b.Raw(`</p><p class="answer"><b>`).State(replyGlyphs[y.Status], p.Locale.T("reply.status."+string(y.Status))+".").Raw(`</b>`)
	if y.Value != nil {
		b.Raw(` `).Text(p.Locale.T("reply.says", "value", p.measured(y.Table.Indicator, *y.Value)) + ".")
	}
	if y.Text != "" {
		b.Raw(` <q>`).Text(y.Text).Raw(`</q>`)
	}
	b.Raw(`</p><p class="small quiet">`)
	if y.By != "" {
		b.Text(p.Locale.T("reply.by", "who", y.By, "date", p.date(y.Received)))
	} else {
		b.Text(p.Locale.T("reply.received", "date", p.date(y.Received)))
	}
	if d := y.Document; d != nil {
		b.Raw(`, <a href="`).Text(p.href(p.documentPath(d))).Raw(`">`).Text(p.documentName(d)).Raw(`</a>`)
	}
	b.Raw(`</p></article>`)
}

// repliedTo names what a reply is on, leading to it.
func (p *page) repliedTo(b *markup.B, y *model.Reply) {
	switch {
	case y.Table != nil:
		target := indicatorPath(y.Table.Indicator)
		if f := y.Table.Of(y.Unit); f != nil {
			target = figurePath(f)
		}
		b.Raw(`<a href="`).Text(p.href(target)).Raw(`">`).Text(y.Table.Indicator.Name).Raw(`</a> <span class="small quiet">`).Text(y.Table.Period.Name).Raw(`</span>`)
	case y.Mechanism != nil:
		b.Text(y.Mechanism.Name)
	case y.Work != nil:
		b.Text(y.Work.Name)
	case y.Mention != nil:
		b.Text(capital(p.Locale.T("reply.on.mention")))
	case slices.Contains(y.Round.Shortcomings, y.Statement):
		b.Text(capital(p.Locale.T("reply.on.shortcoming")))
	default:
		b.Text(capital(p.Locale.T("reply.on.recommendation")))
	}
}

// sourceSays tells what the report has, with its place.
func (p *page) sourceSays(b *markup.B, y *model.Reply) {
	var at model.Place
	switch {
	case y.Table != nil:
		f := y.Table.Of(y.Unit)
		if f == nil {
			b.Text(p.Locale.T("reply.silent", "unit", p.unitName(y.Unit))).Raw(" ")
			p.src(b, y.Round, y.Table.At)
			return
		}
		b.Text(p.Locale.T("reply.printed", "value", p.figureWords(f))).Raw(" ")
		at = f.At
	case y.Mechanism != nil:
		if y.Mechanism.State != "" {
			p.state(b, y.Mechanism.State)
			b.Raw(" ")
		}
		p.mechanismDetail(b, y.Mechanism)
		at = y.Mechanism.At
	case y.Work != nil:
		for _, st := range y.Work.States {
			p.state(b, st)
			b.Raw(" ")
		}
		at = y.Work.At
	case y.Mention != nil:
		b.Text(p.Locale.T("reply.printed", "value", y.Mention.Text)).Raw(" ")
		at = y.Mention.At
	default:
		b.Text(p.Locale.T("reply.printed", "value", y.Statement.Text)).Raw(" ")
		at = y.Statement.At
	}
	p.src(b, y.Round, at)
}

// reportReplies lists what units answered to a report, each leading to the whole of it.
func (p *page) reportReplies(r *model.Round) section {
	if len(r.Replies) == 0 {
		return section{}
	}
	count := map[model.ReplyStatus]int{}
	var b markup.B
	b.Raw(`<ul class="works">`)
	for _, y := range r.Replies {
		count[y.Status]++
		b.Raw(`<li><p class="who">`)
		p.unitLink(&b, y.Unit)
		b.Raw(`</p><p class="what">`)
		p.repliedTo(&b, y)
		b.Raw(`: `)
		p.replyMark(&b, y)
		b.Raw(`</p></li>`)
	}
	b.Raw(`</ul>`)
	lead := p.note("reply.lead", "n", len(r.Replies), "confirms", count[model.Confirms], "contests", count[model.Contests], "remarks", count[model.Remarks])
	return section{ID: "tra-loi", Heading: p.Locale.T("reply.report-heading"), Short: p.Locale.T("reply.short"), Note: lead + p.note("reply.note"), Body: b.String()}
}
