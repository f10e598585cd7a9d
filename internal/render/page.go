package render

import (
	"bytes"
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/markup"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// page is one page before it is executed: text in the reader's language, markup already escaped.
type page struct {
	*site
	path  string
	kind  string // data-page-type
	title string // of the window, without the portal's name
	h1    string
	// opening
	description string
	kicker      string // markup
	lead        string // markup
	acts        []link
	facts       []fact
	crumbs      []link
	current     string // path of the navigation entry the page belongs to
	feed        string // path of its feed, "" without one
	canonical   string // path of the page that this one stands for, "": itself
	sections    []section
	sheet       string // markup of a sheet, which is all of its page
	round       *model.Round
	told        *model.Round    // of the page's narrative
	checksHere  map[string]bool // keys of checks printed on this page
	ids         map[string]int  // how often an id was asked for
}

type link struct{ Label, Href string }

// section is one part of a page. Note stands beside the heading; a Wide section uses the whole width.
type section struct {
	ID, Heading, Short string
	Note, Body         string // markup
	Wide               bool
}

// fact is one big figure: label, number, unit and source, then a link to a check.
type fact struct{ Label, Num, Note, Check string }

func (s *site) page(path, kind, title string) *page {
	return &page{site: s, path: path, kind: kind, title: title, h1: title, round: s.round, told: s.round, checksHere: map[string]bool{}, ids: map[string]int{}}
}

// unique returns an id that the page does not have yet: the second "x" is "x-2".
func (p *page) unique(id string) string {
	p.ids[id]++
	if n := p.ids[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}

// href is the relative link from this page to a path of the site, which may carry a fragment.
func (p *page) href(target string) string {
	file, frag, has := strings.Cut(target, "#")
	if file == p.path && has {
		return "#" + url.PathEscape(frag)
	}
	if has {
		return p.root() + file + "#" + url.PathEscape(frag)
	}
	return p.root() + file
}

// root leads from this page to the root of the site. The 404 page is served at any depth, so it alone
// takes the path of the portal's address, or of where it is previewed.
func (p *page) root() string {
	if p.path == NotFoundPath && p.NotFoundRoot != "" {
		return p.NotFoundRoot
	}
	if p.path == NotFoundPath && p.portal.BaseURL != "" {
		if u, err := url.Parse(p.portal.BaseURL); err == nil {
			return strings.TrimSuffix(u.Path, "/") + "/"
		}
	}
	return strings.Repeat("../", strings.Count(p.path, "/"))
}

// add appends a section; a section without a body is left out. Where a heading of the narrative already
// gave a section the same name, the later one is numbered.
func (p *page) add(s section) {
	if s.Body == "" {
		return
	}
	for name, n := s.ID, 2; p.hasSection(s.ID); n++ {
		s.ID = name + "-" + strconv.Itoa(n)
	}
	p.sections = append(p.sections, s)
}

func (p *page) hasSection(id string) bool {
	return slices.ContainsFunc(p.sections, func(s section) bool { return s.ID == id })
}

// view is what the templates see.
type view struct {
	Lang, Kind, Title, Description, Place, Brand string
	Root, Home, CSS, JS, Icon, Touch             string
	ECharts, Feed                                string
	Address, Canonical                           string // of the page on the web, "" where that is not known
	Listed                                       bool   // whether search engines should know the page; one that stands for another says so by Canonical
	Index, Search, Names                         string // the index of everything, the search, and what it reads
	SheetCSS                                     string // of a sheet alone
	T                                            func(key string, args ...any) string
	Texts                                        map[string]string
	Nav, Foot                                    []navEntry
	Crumbs                                       []link
	H1                                           string
	Kicker, AsOf, Lead, Sprite                   template.HTML
	Acts                                         []link
	Facts                                        []factView
	Toc                                          []link
	Sections                                     []sectionView
	Sheet, FootAbout                             template.HTML
}

type navEntry struct {
	link
	Current bool
}

type factView struct {
	Label            string
	Num, Note, Check template.HTML
}

type sectionView struct {
	ID, Heading string
	Note, Body  template.HTML
	Wide        bool
}

// execute composes the page.
func (s *site) execute(p *page) (Page, error) {
	v := p.view()
	var body bytes.Buffer
	for _, sec := range v.Sections {
		body.WriteString(string(sec.Body) + string(sec.Note))
	}
	for _, f := range v.Facts {
		body.WriteString(string(f.Check) + string(f.Num) + string(f.Note))
	}
	v.Sprite = template.HTML(sprite(p.sheet + body.String() + string(v.Lead) + string(v.Kicker)))
	var out bytes.Buffer
	if err := s.templates.ExecuteTemplate(&out, "page.html", v); err != nil {
		return Page{}, templateError("rendering "+p.path, err)
	}
	return Page{Path: p.path, Body: out.Bytes()}, nil
}

func (p *page) view() *view {
	v := &view{
		Lang: p.Locale.Tag(), Kind: p.kind, Brand: p.portal.Name, Place: p.portal.Place,
		Title: p.title, Description: p.description,
		Root: p.root(), Home: p.href(homePath), Index: p.href(indexPath), CSS: p.href(p.Assets.CSS), JS: p.href(p.Assets.JS), Icon: p.href(p.Assets.Icon),
		T: p.Locale.T, Texts: p.scriptTexts(), H1: p.h1,
		Kicker: template.HTML(p.kicker), AsOf: template.HTML(p.asOf()), Lead: template.HTML(p.lead),
		Acts: p.acts, Crumbs: p.crumbs, FootAbout: template.HTML(p.footAbout()),
	}
	if p.Assets.ECharts != "" {
		v.ECharts = p.href(p.Assets.ECharts)
	}
	if p.Assets.Touch != "" {
		v.Touch = p.href(p.Assets.Touch)
	}
	if p.Assets.Search != "" {
		v.Search, v.Names = p.href(p.Assets.Search), p.href(NamesPath)
	}
	if p.sheet != "" {
		v.Sheet, v.SheetCSS = template.HTML(p.sheet), p.href(p.Assets.Sheet)
	}
	if p.feed != "" {
		v.Feed = p.href(p.feed)
	}
	v.Listed = p.path != NotFoundPath && p.canonical == ""
	if v.Listed {
		v.Address = p.Address(p.path)
	}
	v.Canonical = v.Address
	if p.canonical != "" {
		v.Canonical = cmp.Or(p.Address(p.canonical), p.href(p.canonical))
	}
	if v.Description == "" {
		v.Description = cmp.Or(narrative.Plain(p.lead), p.title)
	}
	for _, f := range p.facts {
		v.Facts = append(v.Facts, factView{f.Label, template.HTML(f.Num), template.HTML(f.Note), template.HTML(f.Check)})
	}
	for _, sec := range p.sections {
		v.Sections = append(v.Sections, sectionView{sec.ID, sec.Heading, template.HTML(sec.Note), template.HTML(sec.Body), sec.Wide})
		if len(p.sections) >= longPage && sec.Heading != "" {
			v.Toc = append(v.Toc, link{cmp.Or(sec.Short, sec.Heading), "#" + sec.ID})
		}
	}
	for _, path := range mainNav {
		v.Nav = append(v.Nav, navEntry{link{p.Locale.T("nav." + navKey[path]), p.href(path)}, path == p.current})
	}
	v.Foot = append(v.Foot, navEntry{link{p.Locale.T("nav.home"), p.href(homePath)}, p.path == homePath})
	v.Foot = append(v.Foot, v.Nav...)
	for _, path := range p.footNav() {
		v.Foot = append(v.Foot, navEntry{path, p.href(p.path) == path.Href})
	}
	return v
}

// longPage is how many sections make a page long enough for its own navigation.
const longPage = 4

var mainNav = []string{resolutionsPath, unitsPath, worksPath, recommendationsPath, checksPath, dataPath}

var navKey = map[string]string{
	resolutionsPath: "resolutions", unitsPath: "units", worksPath: "works",
	recommendationsPath: "recommendations", checksPath: "checks", dataPath: "data",
}

// footNav are the further pages of the contents: reports, registers, and the free pages there are.
func (p *page) footNav() []link {
	out := []link{
		{p.Locale.T("nav.index"), p.href(indexPath)},
		{p.Locale.T("nav.shortcomings"), p.href(shortcomingsPath)},
		{p.Locale.T("nav.documents"), p.href(documentsPath)},
		{p.Locale.T("nav.changes"), p.href(changesPath)},
	}
	for _, r := range p.portal.Rounds {
		out = append(out, link{p.Locale.T("nav.report", "number", r.Document.Number), p.href(reportPath(r))})
	}
	out = append(out, link{p.Locale.T("nav.states"), p.href(statesPath)})
	for _, pg := range p.portal.Pages {
		if !generated[pg.ID] {
			out = append(out, link{pg.Doc.Front.Title, p.href(pagePath(pg.ID))})
		}
	}
	return out
}

// asOf says of what date the figures are, on every page.
func (p *page) asOf() string {
	if p.round == nil {
		return ""
	}
	return markup.Escape(p.Locale.T("page.asof", "month", p.Locale.MonthYear(p.round.AsOf.Year, p.round.AsOf.Month)))
}

func (p *page) footAbout() string {
	var b markup.B
	for _, r := range p.portal.Rounds {
		d := r.Document
		b.Raw("<p>").Text(p.Locale.T("foot.source", "kind", d.Kind, "number", d.Number, "date", p.date(d.Issued), "issuer", p.issuer(d))).Raw(" ").
			Raw(`<a href="`).Text(p.href(reportPath(r))).Raw(`">`).Text(p.Locale.T("foot.report")).Raw("</a></p>")
	}
	b.Raw("<p>").Text(p.Locale.T("foot.exact")).Raw("</p><p>")
	if p.portal.Official {
		b.Text(p.Locale.T("foot.official", "publisher", p.portal.Publisher))
	} else {
		b.Text(p.Locale.T("foot.compiled", "publisher", p.portal.Publisher, "council", p.portal.Council))
	}
	b.Raw("</p>")
	if p.portal.Licence != "" {
		b.Raw("<p>").Text(p.Locale.T("foot.licence", "licence", p.portal.Licence)).Raw("</p>")
	}
	if p.portal.Contact != "" {
		b.Raw("<p>").Text(p.Locale.T("foot.contact", "contact", p.portal.Contact)).Raw("</p>")
	}
	return b.String()
}

func (p *page) date(d model.Date) string {
	if d.IsZero() {
		return p.Locale.T("date.unknown")
	}
	return p.Locale.Date(d.Year, d.Month, d.Day)
}

func (p *page) issuer(d *model.Document) string {
	if d.Issuer == nil {
		return p.Locale.T("issuer.unknown")
	}
	return d.Issuer.Name
}

// scriptTexts are the words the script of the page needs; it has none of its own.
func (p *page) scriptTexts() map[string]string {
	out := map[string]string{}
	for _, k := range []string{"search", "sort", "filter", "all", "shown", "none", "copied"} {
		out[k] = p.Locale.T("script."+k, "n", "{n}", "of", "{of}", "column", "{column}") // filled in by the script
	}
	return out
}
