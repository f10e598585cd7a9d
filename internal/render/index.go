package render

import (
	"slices"
	"strconv"

	"minhbach/internal/markup"
)

// mostListed is how many entries of a kind a page of the index lists; more are divided over pages of their own.
const mostListed = 300

// index is the list of everything by name: where a reader looks who has no script.
type index map[EntryKind][]Entry

// newIndex sorts what is to be listed into its kinds. The names are put into their order by the pages.
func newIndex(entries []Entry) index {
	out := index{}
	for _, e := range entries {
		if !e.Deep {
			out[e.Kind] = append(out[e.Kind], e)
		}
	}
	return out
}

// indexPart is a page of the index with some entries of one kind: number n, from 0.
type indexPart struct {
	kind EntryKind
	n    int
}

// indexParts are the further pages of the index.
func (s *site) indexParts() []indexPart {
	var out []indexPart
	for _, k := range EntryKinds {
		for n := 0; len(s.listed[k]) > mostListed && n*mostListed < len(s.listed[k]); n++ {
			out = append(out, indexPart{k, n})
		}
	}
	return out
}

func indexPartPath(part indexPart) string {
	return "tim/" + indexSlugs[part.kind] + "-" + strconv.Itoa(part.n+1) + ".html"
}

// sorted are the entries of a kind by name.
func (s *site) sorted(k EntryKind) []Entry {
	return s.alphabet[k]()
}

func (s *site) sort(k EntryKind) []Entry {
	out := slices.Clone(s.listed[k])
	slices.SortStableFunc(out, func(a, b Entry) int { return s.Locale.Compare(a.Name, b.Name) })
	return out
}

// on are the entries of a further page.
func (s *site) on(part indexPart) []Entry {
	all := s.sorted(part.kind)
	return all[part.n*mostListed : min(len(all), (part.n+1)*mostListed)]
}

// indexPage lists everything by kind and name; of a kind with very much the pages that do.
func (s *site) indexPage() *page {
	p := s.page(indexPath, "index", s.Locale.T("index.title"))
	p.crumbs = p.trail(link{p.title, ""})
	p.lead = rich(s.Locale.T("index.lead"))
	for _, k := range EntryKinds {
		n := len(s.listed[k])
		if n == 0 {
			continue
		}
		body := ""
		if n > mostListed {
			body = p.indexPartList(k)
		} else {
			body = p.entryList(s.sorted(k))
		}
		heading := s.Locale.T("search.kind." + string(k))
		p.add(section{ID: indexSlugs[k], Heading: heading, Note: p.note("index.count", "n", n), Body: body})
	}
	return p
}

// indexPartPage is a further page.
func (s *site) indexPartPage(part indexPart) *page {
	p := s.page(indexPartPath(part), "index", s.indexPartTitle(part))
	p.crumbs = p.trail(link{s.Locale.T("index.title"), p.href(indexPath)}, link{p.title, ""})
	p.lead = rich(s.Locale.T("index.lead"))
	p.add(section{ID: indexSlugs[part.kind], Heading: s.Locale.T("search.kind." + string(part.kind)), Body: p.entryList(s.on(part))})
	return p
}

// indexPartTitle says from which name to which a further page goes.
func (s *site) indexPartTitle(part indexPart) string {
	list := s.on(part)
	return s.Locale.T("index.part", "kind", s.Locale.T("search.kind."+string(part.kind)), "n", part.n+1, "first", list[0].Name, "last", list[len(list)-1].Name)
}

func (p *page) indexPartList(k EntryKind) string {
	var b markup.B
	b.Raw(`<ul class="index">`)
	for _, part := range p.indexParts() {
		if part.kind == k {
			b.Raw(`<li><a href="`).Text(p.href(indexPartPath(part))).Raw(`">`).Text(p.indexPartTitle(part)).Raw(`</a></li>`)
		}
	}
	return b.Raw(`</ul>`).String()
}

func (p *page) entryList(list []Entry) string {
	var b markup.B
	b.Raw(`<ul class="index">`)
	for _, e := range list {
		b.Raw(`<li><a href="`).Text(p.href(e.Path)).Raw(`">`).Text(e.Title).Raw(`</a>`)
		if line := e.Line(); line != "" {
			b.Raw(` <span class="small quiet">`).Text(line).Raw(`</span>`)
		}
		b.Raw(`</li>`)
	}
	return b.Raw(`</ul>`).String()
}
