package acceptance

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// kinds is every kind of page a portal has.
var kinds = []string{
	"home", "resolutions", "resolution", "units", "unit", "works", "recommendations", "shortcomings", "report",
	"checks", "data", "figure", "documents", "changes", "states", "index", "page", "sheet", "not-found",
}

func TestEveryKindOfPageIsThere(t *testing.T) {
	found := map[string]bool{}
	for _, p := range built.pages {
		found[p.kind] = true
	}
	for _, k := range kinds {
		if !found[k] {
			t.Errorf("no page of the kind %s", k)
		}
	}
	for k := range found {
		if !slices.Contains(kinds, k) {
			t.Errorf("the kind %q is not in the list of this test", k)
		}
	}
}

func TestEveryPageSaysWhatItIs(t *testing.T) {
	titles := map[string]string{}
	eachPage(t, func(t *testing.T, p *page) {
		if lang := attr(elements(p.doc, "html")[0], "lang"); lang != "vi" {
			t.Errorf("lang %q, want vi", lang)
		}
		title := ""
		for _, e := range elements(p.doc, "title") {
			if e.Namespace == "" {
				title += text(e)
			}
		}
		if title == "" || titles[title] != "" {
			t.Errorf("the title %q is empty or that of %s", title, titles[title])
		}
		titles[title] = p.path
		if d := p.meta("description"); len([]rune(d)) < 20 {
			t.Errorf("the description %q says nothing", d)
		}
		if v := p.meta("viewport"); !strings.Contains(v, "width=device-width") || strings.Contains(v, "scal") && !strings.Contains(v, "initial-scale=1") {
			t.Errorf("viewport %q", v)
		}
		if !strings.Contains(p.said("asof"), "2023") {
			t.Errorf("the page says %q of the date of its figures, not the year of the report", p.said("asof"))
		}
	})
}

// meta is the content of a <meta name>.
func (p *page) meta(name string) string {
	for _, e := range elements(p.doc, "meta") {
		if attr(e, "name") == name {
			return attr(e, "content")
		}
	}
	return ""
}

// said is the text of the first element of a class.
func (p *page) said(class string) string {
	for _, e := range elements(p.doc) {
		if hasClass(e, class) {
			return text(e)
		}
	}
	return ""
}

func TestHeadingsAreOneLadder(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		above, ones := 0, 0
		for _, e := range elements(p.doc, "h1", "h2", "h3", "h4", "h5", "h6") {
			level := int(e.Data[1] - '0')
			if level == 1 {
				ones++
			}
			if above == 0 && level != 1 || level > above+1 {
				t.Errorf("<%s> %q stands below h%d", e.Data, text(e), above)
			}
			if text(e) == "" {
				t.Errorf("<%s> is empty", e.Data)
			}
			above = level
		}
		if ones != 1 {
			t.Errorf("found %d h1, want 1", ones)
		}
	})
}

func TestFirstStopLeadsToTheContent(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		first := elements(p.doc, "a", "button", "input", "select", "summary")[0]
		mains := elements(p.doc, "main")
		if len(mains) != 1 || attr(mains[0], "id") == "" || attr(first, "href") != "#"+attr(mains[0], "id") {
			t.Errorf("the first link leads to %q, want the one <main>", attr(first, "href"))
		}
	})
}

func TestNamesOfPlacesAreUniqueAndKept(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		seen := map[string]bool{}
		for _, e := range elements(p.doc) {
			if id := attr(e, "id"); id != "" {
				if seen[id] {
					t.Errorf("the id %q stands twice", id)
				}
				seen[id] = true
			}
			for _, key := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"} {
				for _, id := range strings.Fields(attr(e, key)) {
					if !p.ids[id] {
						t.Errorf("<%s %s=%q>: no such id", e.Data, key, id)
					}
				}
			}
		}
	})
}

func TestNothingRunsOrStylesInsideAPage(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		for _, e := range elements(p.doc) {
			if e.Data == "style" || e.Data == "script" && attr(e, "src") == "" && attr(e, "type") != "application/json" {
				t.Errorf("<%s> in the page", e.Data)
			}
			if slices.Contains([]string{"iframe", "object", "embed", "base"}, e.Data) {
				t.Errorf("<%s>", e.Data)
			}
			for _, a := range e.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("<%s %s=%q>", e.Data, a.Key, a.Val)
				}
			}
		}
		if policy := p.policy(); !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
			t.Errorf("the policy is %q", policy)
		}
	})
}

// policy is the page's Content-Security-Policy, which must stand before anything it is to govern.
func (p *page) policy() string {
	for _, e := range elements(elements(p.doc, "head")[0]) {
		switch {
		case strings.EqualFold(attr(e, "http-equiv"), "Content-Security-Policy"):
			return attr(e, "content")
		case e.Data == "link" || e.Data == "script":
			return ""
		}
	}
	return ""
}

// leftovers are what templates, messages and formats leave when something was not filled in.
var leftovers = []string{"⟦", "{{", "ZgotmplZ", "<no value>", "<nil>", "&lt;nil&gt;", "%!", "0x", "\ufffd"}

func TestNothingIsLeftUnfilled(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(built.files)) {
		if strings.HasPrefix(name, "assets/") && path.Ext(name) != ".svg" {
			continue // programs and styles have braces of their own
		}
		for _, left := range leftovers {
			if i := bytes.Index(built.files[name], []byte(left)); i >= 0 {
				t.Errorf("%s has %q: …%s", name, left, built.files[name][max(0, i-60):min(len(built.files[name]), i+60)])
			}
		}
	}
}

func TestEveryRowFillsItsTable(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		for _, table := range elements(p.doc, "table") {
			width := 0
			for _, row := range elements(table, "tr") {
				n := cells(row)
				if width == 0 {
					width = n
				}
				if n != width {
					t.Errorf("table %s: a row of %d cells below a head of %d: %s", attr(table, "id"), n, width, text(row))
				}
			}
			if width == 0 || len(elements(table, "th")) == 0 {
				t.Errorf("table %s has no head", attr(table, "id"))
			}
		}
	})
}

// cells is how many columns a row fills.
func cells(row *html.Node) int {
	n := 0
	for c := range row.ChildNodes() {
		if c.Type == html.ElementNode {
			n += max(1, number(attr(c, "colspan")))
		}
	}
	return n
}
