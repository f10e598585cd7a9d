package acceptance

import (
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

func parse(plain string) decimal.Decimal {
	d, err := decimal.Parse(plain)
	if err != nil {
		panic(err) // the model has it from a decimal
	}
	return d
}

// byID returns the element of a page with the id, or nil.
func (s *site) byID(name, id string) *html.Node {
	p := s.page(name)
	if p == nil || id == "" {
		return nil
	}
	for _, e := range elements(p.doc) {
		if attr(e, "id") == id {
			return e
		}
	}
	return nil
}

// target is where a link of a page leads within the site: file#place.
func (s *site) target(page, href string) string {
	file, place, _ := strings.Cut(href, "#")
	name := page
	if file != "" {
		name = path.Join(path.Dir(page), file)
	}
	if place == "" {
		return name
	}
	return name + "#" + place
}

// placeID names a printed place within the page of the report.
func placeID(at model.Place) string {
	at.Column = ""
	return strings.ReplaceAll(at.String(), "/", ".")
}

// first is the first element below n that has the class; nil without one.
func first(n *html.Node, class string) *html.Node {
	for _, e := range elements(n) {
		if hasClass(e, class) {
			return e
		}
	}
	return nil
}

// leading is what a cell says first: its number in bold, its state, or its words.
func leading(cell *html.Node) string {
	for c := range cell.ChildNodes() {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) != "":
			return strings.TrimSpace(c.Data)
		case c.Type == html.ElementNode && c.Data != "svg":
			return text(c)
		}
	}
	return ""
}

// rows holds the figure at its permanent address, and in the list of its indicator.
func (v *voices) rows(f *model.Figure) {
	indicator := "so-lieu/" + f.Table.Indicator.ID + ".html"
	own, id := indicator, f.Address()+"."+f.Table.Period.ID
	if f.Scope == model.OfUnit {
		own = "don-vi/" + f.Unit.ID + ".html"
		v.row(f, own, f.Table.Key())
	}
	v.row(f, indicator, id)
	if f.Scope == model.OfUnit {
		id = f.Table.Key()
	}
	row := v.byID(own, id)
	if row == nil {
		return
	}
	origin, cite := first(row, "origin"), first(row, "cite")
	if origin == nil || cite == nil {
		v.missing(f, "origin", own)
		return
	}
	v.hold(f, "origin", own, strings.Join(quoted(origin, f.Table.Round.Columns[f.At.Column]), " | "), f.Published)
	var lines []string
	for _, e := range elements(origin, "dd") {
		lines = append(lines, text(e))
	}
	for _, part := range v.origin(f) {
		if !slices.ContainsFunc(lines, func(l string) bool { return strings.Trim(l, "“”") == part || strings.HasPrefix(l, part+", ") }) {
			v.hold(f, "origin", own, strings.Join(lines, " | "), part)
		}
	}
	want := v.shown(f)
	if !strings.Contains(strings.ToLower(text(cite)), ": "+strings.ToLower(want)) {
		v.hold(f, "citation", own, text(cite), want)
		return
	}
	v.hold(f, "citation", own, want, want)
	if !strings.Contains(text(row), figureID(f)) {
		v.hold(f, "citation", own, text(row), figureID(f))
	}
}

// originOf is how a figure came to us: what is told in our words was read from a sentence.
func originOf(f *model.Figure) string {
	if f.Published == "" && f.State != model.Blank {
		return "read"
	}
	return "transcribed"
}

// origin are the parts of the place that a figure's provenance names.
func (v *voices) origin(f *model.Figure) []string {
	out := []string{v.loc.T("origin." + originOf(f)), f.Table.Source.Kind + " " + f.Table.Source.Number, f.At.Section}
	for _, n := range []int{f.At.Row, f.At.Bullet, f.At.Para} {
		if n > 0 {
			out = append(out, v.loc.Int(n))
		}
	}
	if f.At.Total {
		out = append(out, v.loc.T("place.total"))
	}
	if f.At.Column != "" {
		out = append(out, f.Table.Round.Columns[f.At.Column])
	}
	return out
}

// quoted is what is quoted below n, but for the heading of the column.
func quoted(n *html.Node, heading string) []string {
	var out []string
	for _, q := range elements(n, "q") {
		if text(q) != heading {
			out = append(out, text(q))
		}
	}
	return out
}

func (v *voices) row(f *model.Figure, page, id string) {
	row := v.byID(page, id)
	if row == nil {
		v.missing(f, "row", page+"#"+id)
		return
	}
	v.hold(f, "row", page, leading(first(row, "n")), v.shown(f))
	if q := elements(first(row, "raw-cell"), "q"); f.Published != "" {
		v.hold(f, "row", page, text(q[0]), f.Published)
	}
}

// inUnitTables holds the figure in the wide table of its resolutions, and in the list of what is of all units.
func (v *voices) inUnitTables(f *model.Figure) {
	if f.Table.Chapter == nil {
		return
	}
	if f.Unit != nil && f.Value != nil {
		v.ledger(f, "don-vi/"+f.Unit.ID+".html")
	}
	for _, r := range f.Table.Chapter.Resolutions {
		page := "nghi-quyet/" + r.ID + ".html"
		if f.Scope == model.OfUnit {
			v.unitCell(f, page)
			continue
		}
		list := v.byID(page, "bang-city-"+f.Table.Chapter.ID)
		got := ""
		for _, row := range elements(list, "tr") {
			for _, a := range elements(row, "a") {
				if v.target(page, attr(a, "href")) == "so-lieu/"+f.Table.Indicator.ID+".html" && leading(first(row, "n")) == v.shown(f) {
					got = v.shown(f)
				}
			}
		}
		v.hold(f, "unit table", page, got, v.shown(f))
	}
}

// ledger holds a number of a unit in the line of its chapter, on the unit's page.
func (v *voices) ledger(f *model.Figure, page string) {
	for _, li := range elements(v.page(page).doc, "li") {
		if hasClass(li.Parent, "ledger") && text(first(li, "topic")) == f.Table.Chapter.Topic {
			v.hold(f, "ledger", page, within(text(first(li, "val")), v.shown(f)), v.shown(f))
			return
		}
	}
	v.missing(f, "ledger", page)
}

func (v *voices) unitCell(f *model.Figure, page string) {
	row := v.byID(page, "hang-"+f.Unit.ID)
	if row == nil {
		v.missing(f, "unit table", page)
		return
	}
	column := 1
	for _, t := range f.Table.Chapter.Tables {
		if t == f.Table {
			break
		}
		if len(t.Units) > 0 {
			column++
		}
	}
	var cells []*html.Node
	for c := range row.ChildNodes() {
		if c.Type == html.ElementNode {
			cells = append(cells, c)
		}
	}
	v.hold(f, "unit table", page, leading(cells[column]), v.shown(f))
	if f.Value != nil {
		v.hold(f, "unit table", page, attr(cells[column], "data-v"), f.Value.String())
	}
}

// inReport holds the figure at the place of the report where it is printed.
func (v *voices) inReport(f *model.Figure) {
	page := "bao-cao/" + f.Table.Round.ID + ".html"
	own := "so-lieu/" + f.Table.Indicator.ID + ".html#" + f.Address() + "." + f.Table.Period.ID
	if f.Scope == model.OfUnit {
		own = "don-vi/" + f.Unit.ID + ".html#" + f.Table.Key()
	}
	place := v.byID(page, placeID(f.At))
	if place == nil {
		v.missing(f, "report", page+"#"+placeID(f.At))
		return
	}
	want := f.Published
	if want == "" {
		want = v.shown(f)
	}
	for _, li := range elements(place, "li") {
		links := elements(li, "a")
		if len(links) == 0 || v.target(page, attr(links[0], "href")) != own || len(elements(li, "li")) > 0 {
			continue
		}
		cell := li.FirstChild.NextSibling
		for cell != nil && cell.Type != html.ElementNode && strings.TrimSpace(cell.Data) == "" {
			cell = cell.NextSibling
		}
		got := ""
		if cell != nil {
			got = strings.TrimSpace(cell.Data)
			if cell.Type == html.ElementNode {
				got = text(cell)
			}
		}
		v.hold(f, "report", page, got, want)
		return
	}
	v.missing(f, "report", page+"#"+placeID(f.At))
}

// arithmetic holds a computed binding against the place where its arithmetic stands.
func (v *voices) arithmetic(f *model.Figure, e *html.Node, target string) {
	file, id, _ := strings.Cut(target, "#")
	place := v.byID(file, id)
	if place == nil {
		v.missing(f, "arithmetic", target)
		return
	}
	said, _, _ := strings.Cut(text(e), " ")
	v.hold(f, "arithmetic", target, said, text(elements(place, "b")[0]))
	formula := first(place, "formula")
	if formula == nil || !strings.HasSuffix(text(formula), said) {
		v.missing(f, "arithmetic", "no formula at "+target)
		return
	}
	for _, a := range elements(formula, "a") {
		name, place, _ := strings.Cut(v.target(file, attr(a, "href")), "#")
		row := v.byID(name, place)
		if row == nil || within(text(row), text(a)) != text(a) {
			v.hold(f, "arithmetic", target, text(a), "a number that stands at "+name+"#"+place)
		}
	}
}
