package render

import (
	"slices"
	"unicode/utf8"

	"minhbach/internal/history"
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// past is the log as pages tell it.
type past struct {
	words  *history.Words
	trails map[history.Subject][]int
	parts  []history.Part
	partOf map[string]string // by hash of the commit
	newest []history.Batch
}

// newestLines is how many lines of the log its first page shows before it leaves the rest to the parts.
const newestLines = 40

func newPast(in Input) past {
	w := history.NewWords(in.Result.Portal, in.Locale)
	p := past{words: w, trails: w.Trails(in.Log), parts: history.Parts(in.Log.All(), history.PageLines)}
	p.partOf = history.PartOf(p.parts)
	lines := 0
	for _, part := range p.parts {
		for _, b := range part.Batches {
			if lines > 0 && lines+b.Lines() > newestLines {
				return p
			}
			lines += b.Lines()
			p.newest = append(p.newest, b)
		}
	}
	return p
}

// commitPath is where the log tells of a commit for good.
func (s *site) commitPath(c history.Commit) string {
	return partPath(s.past.partOf[c.Hash]) + "#" + c.Short()
}

// pastOf returns what happened to a figure, newest first; nothing where it only came in.
func (p *page) pastOf(f *model.Figure) []history.Entry {
	entries := p.Log.Of(f.Table.Round.ID, f.Table.ID, f.Address())
	if !slices.ContainsFunc(entries, func(e history.Entry) bool { return e.Class != history.New }) {
		return nil
	}
	return entries
}

// longOld is how many letters of an old figure stand beside the new one.
const longOld = 24

// amended writes beside a figure that it once said something else.
func (p *page) amended(b *markup.B, past []history.Entry) {
	i := slices.IndexFunc(past, func(e history.Entry) bool { return e.Class == history.Corrected })
	if i < 0 {
		return
	}
	e := past[i]
	before, _ := p.past.words.Texts(e.Change)
	b.Raw(`<span class="small amended">`)
	sign(b, e.Class)
	switch {
	case p.past.words.Reworded(e.Change):
		b.Text(p.Locale.T("changes.mark-words", "date", p.past.words.Day(e.Date)))
	case utf8.RuneCountInString(before) > longOld:
		b.Text(p.Locale.T("changes.mark-long", "date", p.past.words.Day(e.Date)))
	default:
		b.Text(p.Locale.T("changes.mark", "date", p.past.words.Day(e.Date), "old", before))
	}
	b.Raw(`</span>`)
}

// entries writes the history of one figure, folded.
func (p *page) entries(b *markup.B, f *model.Figure, past []history.Entry) {
	if len(past) == 0 {
		return
	}
	b.Raw(`<details class="quote"><summary>`).Text(p.Locale.T("changes.of-figure")).Raw(`<span class="vh"> `).Text(p.figureTitle(f)).
		Raw(`</span></summary><ol class="moves">`)
	for _, e := range past {
		b.Raw(`<li><p class="who">`)
		p.commitLink(b, e.Commit)
		b.Raw(`</p>`)
		p.move(b, e)
		p.why(b, e.Commit, e.Unexplained())
		b.Raw(`</li>`)
	}
	b.Raw(`</ol></details>`)
}

// commitLink writes the day of a commit, leading to where the log tells of it.
func (p *page) commitLink(b *markup.B, c history.Commit) {
	b.Raw(`<a href="`).Text(p.href(p.commitPath(c))).Raw(`"><time`).Attr("datetime", c.Date).Raw(`>`).Text(p.past.words.Day(c.Date)).Raw(`</time></a>`)
}

// sign writes the sign that stands before the word of a class.
func sign(b *markup.B, c history.Class) {
	if c == history.Restated {
		b.Glyph("neq").Raw(` `)
		return
	}
	b.Raw(`<span aria-hidden="true">`, map[history.Class]string{history.New: "+", history.Corrected: "±", history.Withdrawn: "−"}[c], ` </span>`)
}

// move writes what became of a fact: the class, the old text and the new.
func (p *page) move(b *markup.B, e history.Entry) {
	before, after := p.past.words.Texts(e.Change)
	b.Raw(`<p class="move"><span class="class">`)
	sign(b, e.Class)
	b.Text(p.past.words.Became(e.Change)).Raw(`</span> `)
	if e.Old != nil {
		b.Raw(`<del><span class="vh">`).Text(p.Locale.T("changes.before")).Raw(` </span>`).Text(before).Raw(`</del>`)
	}
	if e.Old != nil && e.New != nil {
		b.Raw(` <span aria-hidden="true">→</span> `)
	}
	if e.New != nil {
		b.Raw(`<ins><span class="vh">`).Text(p.Locale.T("changes.after")).Raw(` </span>`).Text(after).Raw(`</ins>`)
	}
	b.Raw(`</p>`)
}

func (p *page) why(b *markup.B, c history.Commit, unexplained bool) {
	b.Raw(`<p class="why">`).Text(p.past.words.Why(c, unexplained)).Raw(`</p>`)
}

// recentLines is how many changes a page of a unit or a resolution lists.
const recentLines = 5

// recent is the section on what changed here after it was first published; left out where the log knows
// nothing of it.
func (p *page) recent(of history.Subject) section {
	if p.portal.BaseURL != "" {
		p.feed = feedPath(p.path)
	}
	entries, from, to := p.Log.Recent(p.past.trails[of], recentLines)
	var b markup.B
	switch note := p.Log.Note; {
	case len(entries) > 0:
		p.recentList(&b, entries)
	case note != nil && note.Since != "":
		b.Raw(`<p>`).Text(p.Locale.T("changes.none-since", "date", p.past.words.Day(note.Since))).Raw(`</p>`)
	case from == "":
		return section{}
	case from == to:
		b.Raw(`<p>`).Text(p.Locale.T("changes.none", "date", p.past.words.Day(from))).Raw(`</p>`)
	default:
		b.Raw(`<p>`).Text(p.Locale.T("changes.none-between", "from", p.past.words.Day(from), "to", p.past.words.Day(to))).Raw(`</p>`)
	}
	b.Raw(p.more(changesPath, "changes.more"))
	return section{ID: "thay-doi", Heading: p.Locale.T("changes.recent"), Short: p.Locale.T("nav.changes"), Body: `<div class="stack">` + b.String() + `</div>`}
}

func (p *page) recentList(b *markup.B, entries []history.Entry) {
	b.Raw(`<ol class="moves">`)
	for _, e := range entries {
		b.Raw(`<li><p class="who">`)
		p.commitLink(b, e.Commit)
		b.Raw(` `)
		p.changedName(b, e.Change)
		b.Raw(`</p>`)
		p.move(b, e)
		p.why(b, e.Commit, e.Unexplained())
		b.Raw(`</li>`)
	}
	b.Raw(`</ol>`)
}

// changedName names a fact, leading to its permanent address where it still has one.
func (p *page) changedName(b *markup.B, c history.Change) {
	w := p.past.words
	name := w.What(c)
	if of := w.Of(c); of != "" {
		name += ", " + of
	}
	if path := p.changedPath(c); path != "" {
		b.Raw(`<a href="`).Text(p.href(path)).Raw(`">`).Text(name).Raw(`</a>`)
	} else {
		b.Raw(`<span>`).Text(name).Raw(`</span>`)
	}
	if period := w.Period(c); period != "" {
		b.Raw(` <span class="small quiet">`).Text(period).Raw(`</span>`)
	}
}

// changedReply is the section of the unit's page that tells what it replies.
func (p *page) changedReply(c history.Change) string {
	for _, s := range p.past.words.Subjects(c) {
		if s.Unit != nil && len(p.repliesOf(s.Unit)) > 0 {
			return unitPath(s.Unit) + "#tra-loi"
		}
	}
	return ""
}

// changedPath is the page that tells of a fact today, "" without one.
func (p *page) changedPath(c history.Change) string {
	switch c.Kind {
	case history.Work:
		return worksPath
	case history.Check:
		return checksPath
	case history.Reply:
		return p.changedReply(c)
	}
	if f := p.past.words.Figure(c); f != nil {
		return figurePath(f)
	}
	return ""
}
