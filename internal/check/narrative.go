package check

import (
	"path"
	"slices"
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
	if p.Front != nil {
		p.Front.Pos = diag.Pos{File: p.Path, Line: 1, Col: 1}
		p.Front.Width = len("+++")
		c.hold(p.Front, frontRecord)
	}
	rd := c.roundOf(p)
	if p.Front != nil {
		front := row{table: p.Front}
		d.Front = c.front(front, rd)
		c.words(front.get("title", source.String), rd)
	}
	c.titled(p)
	if rd == nil && len(c.portal.Rounds) > 0 && dependsOnRound(d) {
		c.whichRound(p)
		return d
	}
	if rd != nil {
		d.In(rd.ID)
		d.Front.Round = rd.ID
	}
	for _, f := range d.Figures() {
		c.figureBlock(f, rd)
	}
	for _, passage := range d.Passages() {
		c.numbers(passage, rd, ruleUnbound)
		c.singleBraces(passage, rd)
	}
	for _, ref := range d.Refs() {
		c.binding(ref, rd)
	}
	for _, l := range d.Links() {
		c.link(l, rd)
		c.address(l, d)
	}
	return d
}

// roundOf returns the round that a text speaks of: its own if it tells of a report, the one it names, or the
// only one there is. Of several none is chosen: with the next report the figures in the text would change
// and its sentences not.
func (c *checker) roundOf(p *source.Page) *round {
	if r, ok := c.rounds.byID[stem(p.Path)]; ok && path.Dir(p.Path) == "content/reports" {
		return r
	}
	if p.Front != nil {
		if named, ok := c.rounds.find(c, p.Front.Get("round")); ok {
			return named
		}
	}
	if of := c.readable(); len(of) == 1 {
		return c.rounds.byID[of[0]]
	}
	if len(c.portal.Rounds) == 1 && c.portal.Rounds[0].Document != nil { // its day is wrong, which was told
		return c.rounds.byID[c.portal.Rounds[0].ID]
	}
	return nil
}

// readable are the rounds of which document and day are known; of the others something else was told.
func (c *checker) readable() []string {
	var out []string
	for _, r := range c.portal.Rounds {
		if r.Document != nil && !r.AsOf.IsZero() {
			out = append(out, r.ID)
		}
	}
	return out
}

// whichRound tells of a text that does not say of which of several rounds it speaks; what is wrong with one
// that it does name was told.
func (c *checker) whichRound(p *source.Page) {
	of := c.readable()
	if len(of) > 1 && (p.Front == nil || p.Front.Get("round") == nil) {
		c.advise(place{diag.Pos{File: p.Path, Line: 1, Col: 1}, 1}, ruleWhichRound, []any{of[0]}, strings.Join(of, ", ")) // never the newest: an old text taken for one of it is what the rule is against
	}
}

// dependsOnRound reports whether a text says something else of another round.
func dependsOnRound(d *narrative.Doc) bool {
	works := slices.ContainsFunc(d.Links(), func(l narrative.Link) bool { return strings.HasPrefix(l.Dest, "work:") })
	return works || len(d.Figures()) > 0 || len(d.Front.Facts) > 0 ||
		slices.ContainsFunc(d.Refs(), func(ref narrative.Ref) bool { return ref.Round == "" || ref.Less != nil && ref.Less.Round == "" })
}

func (c *checker) front(r row, rd *round) narrative.Front {
	f := narrative.Front{Title: r.text("title"), Round: r.text("round"), Lead: c.inline(r, "lead"),
		Description: c.inline(r, "description"), Headline: c.inline(r, "headline"), Sentence: c.inline(r, "sentence")}
	for _, fact := range c.records(r.table, *frontRecord.part("fact")) {
		check := fact.get("check", source.String)
		if check != nil && rd != nil {
			c.tableOf(check, rd)
		}
		if v := fact.get("source", source.String); v != nil && rd != nil {
			rd.place(v)
		}
		c.words(fact.get("label", source.String), rd)
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
	c.words(r.get("title", source.String), rd)
	c.words(r.get("note", source.String), rd)
	at := tableOf(t)
	if v := r.get("tables", source.ListKind); v != nil {
		at = valueOf(v)
	} else if t.Get("tables") != nil || t.Broken || f.Kind == "" {
		return // wrong, or not to be judged, and told
	}
	var tables []*model.Table
	list := r.list("tables")
	for _, v := range list {
		if table := c.tableOf(v, rd); table != nil {
			tables = append(tables, table)
		}
	}
	if len(tables) == len(list) {
		c.fits(f.Kind, tables, rd, at)
	}
}

// tablesOf are the kinds of figure that show a certain number of tables.
var tablesOf = map[string]int{"pairs": 2, "plan": 1, "stages": 1, "parts": 1}

// fits checks that the tables have what a kind of figure shows.
func (c *checker) fits(kind string, tables []*model.Table, rd *round, at place) {
	n := len(tables)
	switch want := tablesOf[kind]; {
	case n == 0 && kind == "matrix":
		if rd == nil || rd.Round != c.portal.Newest() {
			c.find(at, ruleOldMatrix)
		}
		return
	case n == 0:
		c.advise(at, ruleMissingKey, []any{"tables", samples[IDs]}, "tables")
		return
	case want > 0 && n != want:
		c.find(at, ruleTables, kind, want, n)
		return
	}
	for i, t := range tables {
		switch {
		case rd.unsure[t]: // what is wrong there was told
			return
		case kind == "parts" && len(t.Parts) == 0:
			c.find(at, ruleNoParts, t.ID)
		case slices.Contains(tables[:i], t):
			c.find(at, ruleTwice, t.ID)
		case kind == "matrix" && len(t.Units) == 0, kind == "table" && (len(t.Units) == 0) != (len(tables[0].Units) == 0):
			c.find(at, ruleNoUnits, t.ID)
		}
	}
}

// sitePages are the portal's own pages that a link may name by one word.
var sitePages = []string{"home", "units", "resolutions", "works", "checks", "data", "recommendations", "shortcomings", "documents", "changes", "states"}

var thePortal = diag.Text{VI: "cổng này", EN: "this portal"}

// link checks that what a link names is there; a work is one of rd, the round of the text.
func (c *checker) link(l narrative.Link, rd *round) {
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
	case "work":
		c.workNamed(id, at, rd)
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
