package render

import (
	"strings"

	"minhbach/internal/history"
	"minhbach/internal/markup"
)

// changes is the log of every figure: how many were corrected, restated, withdrawn, new; since when the log
// is whole; then the newest entries. Every entry stands for good on the page of its part.
func (s *site) changes() *page {
	p := s.page(changesPath, "changes", s.Locale.T("changes.title"))
	p.crumbs = p.trail(link{s.Locale.T("nav.changes"), ""})
	p.description = s.Locale.T("changes.description")
	p.lead = p.changesLead()
	downloads := []link{{s.Locale.T("changes.csv"), csvPath(changesPath)}}
	if s.portal.BaseURL != "" {
		p.feed = feedPath(changesPath)
		downloads = append(downloads, link{s.Locale.T("changes.feed"), p.feed}, link{s.Locale.T("changes.feed-json"), "thay-doi-feed.json"})
	}
	if len(s.Log.Entries) > 0 {
		p.facts = p.changesFacts()
		p.add(section{ID: "moi-nhat", Heading: s.Locale.T("changes.newest"), Note: p.note("changes.newest-note"), Body: p.batches(s.past.newest)})
		p.add(section{ID: "theo-nam", Heading: s.Locale.T("changes.by-year"), Note: p.note("changes.by-year-note"), Body: p.partLinks()})
	}
	p.add(section{ID: "cach-doc", Heading: s.Locale.T("changes.how"), Body: p.changesTerms()})
	p.add(p.download(downloads...))
	return p
}

// changesLead counts what became of what was published, and says since when the log is whole, or why there
// is none.
func (p *page) changesLead() string {
	log := p.Log
	if len(log.Entries) == 0 {
		if log.Note != nil {
			return markup.Escape(log.Note.In(p.Locale.Tag()))
		}
		return markup.Escape(p.Locale.T("changes.empty"))
	}
	var counts []string
	reworded := p.reworded()
	for _, of := range []struct {
		key string
		n   int
	}{{"corrected", log.Count(history.Corrected) - reworded}, {"reworded", reworded}, {"restated", log.Count(history.Restated)}, {"withdrawn", log.Count(history.Withdrawn)}} {
		if of.n > 0 {
			counts = append(counts, p.Locale.T("changes.lead."+of.key, "n", of.n))
		}
	}
	lead := p.Locale.T("changes.lead.all", "counts", strings.Join(counts, ", "))
	if len(counts) == 0 {
		lead = p.Locale.T("changes.lead.none")
	}
	since := p.Locale.T("changes.whole", "date", p.past.words.Day(log.Entries[len(log.Entries)-1].Date))
	if log.Note != nil {
		since = log.Note.In(p.Locale.Tag())
	}
	return rich(lead) + " " + markup.Escape(since)
}

// reworded counts the corrections that changed only words of ours.
func (p *page) reworded() int {
	n := 0
	for _, e := range p.Log.Entries {
		if p.past.words.Reworded(e.Change) {
			n++
		}
	}
	return n
}

func (p *page) changesFacts() []fact {
	var out []fact
	words := p.reworded()
	for _, c := range []history.Class{history.Corrected, history.Restated, history.Withdrawn, history.New} {
		out = append(out, fact{Label: p.Locale.T("changes.fact." + string(c)), Num: p.Locale.Int(p.Log.Count(c)),
			Note: markup.Escape(p.Locale.T("changes.fact-note."+string(c), "words", words, "numbers", p.Log.Count(history.Corrected)-words))})
	}
	return out
}

// changesTerms says what the words of the log mean.
func (p *page) changesTerms() string {
	var b markup.B
	b.Raw(`<dl class="terms">`)
	for _, c := range []history.Class{history.Corrected, history.Restated, history.Withdrawn, history.New} {
		b.Raw(`<div><dt>`)
		sign(&b, c)
		b.Text(capital(p.past.words.Class(c))).Raw(`</dt><dd>`).
			Text(p.Locale.T("changes.means." + string(c))).Raw(`</dd></div>`)
	}
	return b.Raw(`</dl>`).String()
}

// changesOf is one part of the log, under the address that its entries keep.
func (s *site) changesOf(part history.Part) *page {
	title := s.Locale.T("changes.year", "year", part.Year)
	if _, number, more := strings.Cut(part.ID, "-"); more {
		title = s.Locale.T("changes.year-part", "year", part.Year, "part", number)
	}
	p := s.page(partPath(part.ID), "changes", title)
	p.crumbs = p.trail(link{s.Locale.T("nav.changes"), p.href(changesPath)}, link{part.ID, ""})
	p.description = s.Locale.T("changes.description") + " " + title + "."
	p.lead = markup.Escape(s.Locale.T("changes.part-lead"))
	p.add(section{ID: "nhat-ky", Heading: s.Locale.T("changes.entries"), Body: p.batches(part.Batches)})
	p.add(section{ID: "theo-nam", Heading: s.Locale.T("changes.by-year"), Body: p.partLinks()})
	p.add(p.download(link{s.Locale.T("changes.csv"), csvPath(changesPath)}))
	return p
}

// partLinks leads to every part.
func (p *page) partLinks() string {
	var b markup.B
	b.Raw(`<ul class="files">`)
	for _, part := range p.past.parts {
		label := part.Year
		if _, number, more := strings.Cut(part.ID, "-"); more {
			label = p.Locale.T("changes.part", "year", part.Year, "part", number)
		}
		b.Raw(`<li><a href="`).Text(p.href(partPath(part.ID))).Raw(`"`)
		if partPath(part.ID) == p.path {
			b.Raw(` aria-current="page"`)
		}
		b.Raw(`>`).Text(label).Raw(`</a></li>`)
	}
	return b.Raw(`</ul>`).String()
}

// batches writes the log commit by commit.
func (p *page) batches(batches []history.Batch) string {
	var b markup.B
	seen := map[string]bool{}
	b.Raw(`<ol class="log">`)
	for _, batch := range batches {
		b.Raw(`<li`)
		if !seen[batch.Short()] { // a commit may be told in two pieces
			b.Attr("id", batch.Short())
		}
		seen[batch.Short()] = true
		b.Raw(`><h3>`)
		p.commitLink(&b, batch.Commit)
		b.Raw(` <span class="small quiet">`).Text(p.Locale.T("changes.commit")).Raw(` <code>`).Text(batch.Short()).Raw(`</code></span></h3>`)
		p.why(&b, batch.Commit, batch.Unexplained())
		p.batch(&b, batch)
		b.Raw(`</li>`)
	}
	return b.Raw(`</ol>`).String()
}

// batch writes what one commit changed; news of a whole report are folded.
func (p *page) batch(b *markup.B, batch history.Batch) {
	if len(batch.Entries) > 0 {
		b.Raw(`<ul class="moves">`)
		for _, e := range batch.Entries {
			b.Raw(`<li><p class="who">`)
			p.changedName(b, e.Change)
			b.Raw(`</p>`)
			p.move(b, e)
			b.Raw(`</li>`)
		}
		b.Raw(`</ul>`)
	}
	if len(batch.News) == 0 {
		return
	}
	b.Raw(`<details><summary>`).Text(p.Locale.T("changes.news", "n", batch.CountNews())).Raw(`<span class="vh"> `).
		Text(p.past.words.Day(batch.Date)).Raw(`</span></summary>`)
	round := ""
	for i, news := range batch.News {
		if i == 0 || news.Round != round {
			if i > 0 {
				b.Raw(`</ul>`)
			}
			b.Raw(`<p>`).Text(p.past.words.Report(news.Round)).Raw(`</p><ul class="dots">`)
			round = news.Round
		}
		b.Raw(`<li>`).Text(p.Locale.T("changes.news-line", "what", p.past.words.Group(news.Change), "n", news.N)).Raw(`</li>`)
	}
	b.Raw(`</ul></details>`)
}
