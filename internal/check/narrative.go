package check

import (
	"path"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/internal/source"
)

// readContent reads content/: the texts of things that are there, and the free pages.
func (c *checker) readContent() {
	texts := map[*source.Page]func(*narrative.Doc){}
	for _, p := range c.tree.Pages {
		if put := c.home(p); put != nil {
			texts[p] = put
		}
	}
	for _, p := range c.tree.Pages {
		if put := texts[p]; put != nil {
			put(c.doc(p))
		}
	}
}

// home says to what a text belongs; nil, and told, if to nothing.
func (c *checker) home(p *source.Page) func(*narrative.Doc) {
	id, at := stem(p.Path), fileOf(p.Path)
	switch path.Dir(p.Path) {
	case "content/resolutions":
		if res, ok := c.resolutions.named(c, id, at); ok {
			return func(d *narrative.Doc) { res.Narrative = d }
		}
	case "content/units":
		if u := c.unit(id, at); u != nil {
			return func(d *narrative.Doc) { u.Narrative = d }
		}
	case "content/reports":
		if r, ok := c.rounds.named(c, id, at); ok {
			return func(d *narrative.Doc) { r.Narrative = d }
		}
	case "content/pages":
		c.checkID(id, at)
		page := &model.Page{ID: id, Pos: at.pos}
		if c.pages.add(c, id, at, page) {
			c.portal.Pages = append(c.portal.Pages, page)
			return func(d *narrative.Doc) { page.Doc = d }
		}
	default:
		c.strayFile(p.Path, "")
	}
	return nil
}

// doc reads one text with its front matter and figures, and checks what it refers to.
func (c *checker) doc(p *source.Page) *narrative.Doc {
	d, findings := narrative.Parse(p.Path, p.Body, p.FirstLine)
	c.findings = append(c.findings, findings...)
	rd := c.newest()
	if r, ok := c.rounds.byID[stem(p.Path)]; ok && path.Dir(p.Path) == "content/reports" {
		rd = r
	}
	if p.Front != nil {
		p.Front.Pos = diag.Pos{File: p.Path, Line: 1, Col: 1}
		p.Front.Width = len("+++")
		c.hold(p.Front, frontRecord)
		front := row{table: p.Front}
		if named, ok := c.rounds.find(c, p.Front.Get("round")); ok {
			rd = named
		}
		d.Front = c.front(front, rd)
	}
	for _, f := range d.Figures() {
		c.figureBlock(f, rd)
	}
	for _, ref := range d.Refs() {
		c.binding(ref, rd)
	}
	for _, l := range d.Links() {
		c.link(l)
	}
	return d
}

// newest returns the newest round, or nil.
func (c *checker) newest() *round {
	if r := c.portal.Newest(); r != nil {
		return c.rounds.byID[r.ID]
	}
	return nil
}

func (c *checker) front(r row, rd *round) narrative.Front {
	f := narrative.Front{Title: r.text("title"), Round: r.text("round"), Lead: c.inline(r, "lead"),
		Description: c.inline(r, "description"), Headline: c.inline(r, "headline"), Sentence: c.inline(r, "sentence")}
	for _, fact := range c.records(r.table, *frontRecord.part("fact")) {
		check := fact.get("check", source.String)
		if check != nil {
			c.tableOf(check, rd)
		}
		if v := fact.get("source", source.String); v != nil && rd != nil {
			rd.place(v)
		}
		f.Facts = append(f.Facts, narrative.Fact{ID: fact.id, Label: fact.text("label"), Value: c.inline(fact, "value"),
			Note: c.inline(fact, "note"), Source: fact.text("source"), Check: fact.text("check"), Pos: fact.at.pos})
	}
	return f
}

// inline reads a text of the front matter; nil where none was written.
func (c *checker) inline(r row, key string) *narrative.Inline {
	v := r.get(key, source.String)
	if v == nil {
		return nil
	}
	in, findings := narrative.ParseInline(v.Start, v.Text)
	c.findings = append(c.findings, findings...)
	return in
}

// tableOf looks up a figures table of a round.
func (c *checker) tableOf(v *source.Value, rd *round) *model.Table {
	if rd == nil {
		c.advise(valueOf(v), ruleUnknownID, nil, nounTable, v.Text, reportsPath)
		return nil
	}
	t, _ := rd.tables.find(c, v)
	return t
}

// figureBlock reads the body of a figure.
func (c *checker) figureBlock(f *narrative.Figure, rd *round) {
	t, findings := source.ParseTOML(f.BodyPos, f.Body)
	c.findings = append(c.findings, findings...)
	t.Pos, t.Width = f.Pos, len("```figure")
	c.hold(t, figureRecord)
	r := row{table: t}
	f.Kind, f.Title, f.Note, f.Tables = r.text("kind"), r.text("title"), r.text("note"), r.texts("tables")
	var tables []*model.Table
	for _, v := range r.list("tables") {
		if table := c.tableOf(v, rd); table != nil {
			tables = append(tables, table)
		}
	}
	if v := r.get("tables", source.ListKind); v != nil && len(tables) == len(v.List) {
		c.fits(f.Kind, tables, rd, valueOf(v))
	}
}

// fits checks that the tables have what a kind of figure shows.
func (c *checker) fits(kind string, tables []*model.Table, rd *round, at place) {
	switch n := len(tables); {
	case n == 0:
		c.find(at, ruleEmpty, "tables")
	case kind == "pairs" && n != 2:
		c.find(at, ruleTables, kind, 2, n)
	case (kind == "plan" || kind == "stages" || kind == "parts") && n != 1:
		c.find(at, ruleTables, kind, 1, n)
	case kind == "parts" && len(tables[0].Parts) == 0 && !rd.unsure[tables[0]]:
		c.find(at, ruleNoParts, tables[0].ID)
	}
}

// sitePages are the portal's own pages that a link may name by one word.
var sitePages = []string{"home", "units", "resolutions", "works", "checks", "data", "recommendations", "shortcomings", "documents", "changes", "states"}

var thePortal = diag.Text{VI: "cổng này", EN: "this portal"}

// link checks that what a link names is there.
func (c *checker) link(l narrative.Link) {
	if !l.Portal() {
		return
	}
	scheme, id, found := strings.Cut(l.Dest, ":")
	at := place{l.Pos, 1}
	if !found {
		c.sitePage(l.Dest, at)
		return
	}
	switch scheme {
	case "unit":
		c.unit(id, at)
	case "resolution":
		c.resolutions.named(c, id, at)
	case "document":
		c.documents.named(c, id, at)
	case "page":
		c.pages.named(c, id, at)
	case "round":
		c.rounds.named(c, id, at)
	case "indicator":
		c.indicators.named(c, id, at)
	}
}

func (c *checker) sitePage(word string, at place) {
	for _, p := range sitePages {
		if p == word {
			return
		}
	}
	c.unknownID(at, word, nounPage, thePortal, sitePages)
}
