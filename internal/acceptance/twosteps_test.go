package acceptance

import (
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"golang.org/x/net/html"
)

var digits = regexp.MustCompile(`\d`)

// shownFigures are the elements of a page that show a figure, each with the element within which its reader
// looks for a way to the source: the row, the chart, the fact, the item.
func (p *page) shownFigures() map[*html.Node]*html.Node {
	out := map[*html.Node]*html.Node{}
	for _, e := range elements(elements(p.doc, "main")[0]) {
		switch {
		case e.Data == "a" && hasClass(e, "v"):
			out[e] = e
		case e.Data == "strong" && above(e, func(n *html.Node) bool { return hasClass(n, "lead") }) != nil && p.kind == "unit":
			out[e] = e.Parent
		case e.Data == "td" && hasClass(e, "n"), e.Data == "td" && hasClass(e, "works-cell"):
			out[e] = above(e, func(n *html.Node) bool { return n.Data == "tr" })
		case hasClass(e, "v"), hasClass(e, "row") && e.Data == "div":
			out[e] = above(e, func(n *html.Node) bool { return n.Data == "figure" })
		case hasClass(e, "num"):
			out[e] = above(e, func(n *html.Node) bool { return n.Data == "li" || n.Data == "div" && hasClass(n.Parent, "facts") })
		case hasClass(e, "val") && hasClass(e.Parent.Parent, "ledger"):
			out[e] = e
		case e.Data == "td" && above(e, func(n *html.Node) bool { return hasClass(n, "matrix") }) != nil:
			out[e] = e.Parent
		case e.Data == "dl" && hasClass(e, "pair"):
			out[e] = e.Parent
		case e.Data == "li" && (hasClass(e.Parent, "agree") || hasClass(e.Parent, "works")):
			out[e] = e
		}
		if out[e] == nil || !digits.MatchString(text(e)) && e.Data != "a" {
			delete(out, e) // a state in words, or a chart's value that stands for itself
		}
	}
	return out
}

// above is the nearest element around n, itself included, for which is holds; nil without one.
func above(n *html.Node, is func(*html.Node) bool) *html.Node {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && is(n) {
			return n
		}
	}
	return nil
}

// links are the links that a keyboard reaches below n, n included, as file#place.
func (s *site) links(page string, n *html.Node) []string {
	var out []string
	for _, e := range append([]*html.Node{n}, elements(n, "a")...) {
		href := attr(e, "href")
		if u, err := url.Parse(href); e.Data != "a" || href == "" || err != nil || u.Host != "" || attr(e, "tabindex") == "-1" {
			continue
		}
		out = append(out, s.target(page, href))
	}
	return out
}

// atSource reports whether a link ends where the source prints something: at a place of a report's page.
func (s *site) atSource(target string) bool {
	file, place, _ := strings.Cut(target, "#")
	return strings.HasPrefix(file, "bao-cao/") && place != "" && s.byID(file, place) != nil
}

// steps is how many links lie between an element and a place of the source: 1, 2, or 3 for too many.
func (s *site) steps(page string, n *html.Node) int {
	links := s.links(page, n)
	for _, target := range links {
		if s.atSource(target) {
			return 1
		}
	}
	for _, target := range links {
		file, place, _ := strings.Cut(target, "#")
		there := s.byID(file, place)
		if p := s.page(file); place == "" && p != nil && p.kind == "unit" && hasClass(above(n, isTable), "matrix") {
			there = elements(p.doc, "main")[0] // the head of a row leads to the unit, which has every figure of the row
		}
		if there == nil {
			continue
		}
		for _, next := range s.links(file, there) {
			if s.atSource(next) {
				return 2
			}
		}
	}
	return 3
}

func isTable(n *html.Node) bool { return n.Data == "table" }

// counted are figures that no source prints: how many rows, checks or requests this site lists, on the page
// that lists them.
func (p *page) counted(n *html.Node) bool {
	return hasClass(n, "num") && above(n, func(n *html.Node) bool { return hasClass(n, "facts") }) != nil &&
		(p.kind == "checks" || p.kind == "recommendations" || p.kind == "works" || p.kind == "changes")
}

func TestTheSourceOfEveryFigureIsTwoStepsAway(t *testing.T) {
	found := map[string]int{}
	eachPage(t, func(t *testing.T, p *page) {
		if p.kind == "report" {
			return // the place of the source itself
		}
		for figure, around := range p.shownFigures() {
			if p.counted(figure) {
				continue
			}
			n := built.steps(p.path, around)
			found[figure.Data+"."+attr(figure, "class")]++
			if n > 2 {
				t.Errorf("no way to the source from <%s class=%q> %q in <%s id=%q>", figure.Data, attr(figure, "class"), text(figure), around.Data, attr(around, "id"))
			}
		}
	})
	for _, kind := range []string{"a.v", "td.n", "td.works-cell", "span.v", "div.row", "p.num", "dd.num", "span.val", "td.", "dl.pair", "li."} {
		if found[kind] == 0 {
			t.Errorf("no page shows a figure as %s: the test proves nothing there (%v)", kind, found)
		}
	}
}

// A permanent address is of use only if the way from it ends at the very place, not somewhere in the report.
func TestEveryPermanentAddressLeadsToTheExactPlace(t *testing.T) {
	for _, r := range transcribed(t).Rounds {
		for _, table := range r.Tables {
			for _, f := range table.All() {
				name, id := "so-lieu/"+table.Indicator.ID+".html", f.Address()+"."+table.Period.ID
				if f.Unit != nil {
					name, id = "don-vi/"+f.Unit.ID+".html", table.Key()
				}
				want, got := "bao-cao/"+r.ID+".html#"+placeID(f.At), []string{}
				if row := built.byID(name, id); row != nil {
					got = built.links(name, row)
				}
				if !strings.Contains(" "+strings.Join(got, " ")+" ", " "+want+" ") {
					t.Errorf("%s#%s leads to %v, want %s", name, id, got, want)
				}
			}
		}
	}
}

// tabTo presses Tab until the focus is on an element that the selector names, as a reader without a mouse does.
func (b *tab) tabTo(selector string) {
	b.t.Helper()
	for range 400 {
		b.press(kb.Tab)
		if eval[bool](b, "document.activeElement.matches(`"+selector+"`)") {
			return
		}
	}
	b.t.Fatalf("400 times Tab do not lead to %s", selector)
}

// enter follows the link in focus to a page of the kind, and holds that the reader sees the place it names.
func (b *tab) enter(kind, place string) {
	b.t.Helper()
	b.press(kb.Enter)
	b.must(chromedp.Do(b.ctx, chromedp.WaitReady(chromedp.CSS(`[data-page-type="`+kind+`"] :target`))))
	if got := eval[string](b, `decodeURIComponent(location.hash)`); got != "#"+place {
		b.t.Errorf("Enter leads to %s, want #%s", got, place)
	}
	if seen := eval[bool](b, `(() => { const r = document.querySelector(':target').getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight; })()`); !seen {
		b.t.Errorf("the place %s is not on the screen", place)
	}
}

func TestAKeyboardReachesTheSourceInTwoSteps(t *testing.T) {
	const revenue = "budget-revenue-2023"
	for _, c := range []struct {
		figure, page, selector string
		kind, place            string // where the first step ends
		then                   string // the second step; "" where the first is at the source
	}{
		{"a figure of a unit", "don-vi/thach-quy.html", `tr[id="` + revenue + `.y2023-to-survey"] a.src`, "report", "III.5.r12", ""},
		{"a headline of the home page", "index.html", `.heads a.src`, "report", "", ""},
		{"a fact of a resolution", "nghi-quyet/36-2022.html", `.facts a.src`, "report", "", ""},
		{"a chart", "nghi-quyet/56-2022.html", `figure[id="hinh-pairs-` + revenue + `"] a.src`, "report", "III.5", ""},
		{"a computed number", "nghi-quyet/56-2022.html", `a.v[href$="computed.sum.y2023-to-survey"]`, "figure", "computed.sum.y2023-to-survey",
			`[id="computed.sum.y2023-to-survey"] a.src`},
	} {
		t.Run(c.figure, func(t *testing.T) {
			t.Parallel()
			b := open(t, origins(t)[2].base)
			b.size(360)
			b.visit(c.page)
			b.tabTo(c.selector)
			if c.place == "" {
				c.place = eval[string](b, `document.activeElement.hash.slice(1)`)
			}
			b.enter(c.kind, c.place)
			if c.then != "" {
				b.tabTo(c.then)
				b.enter("report", "III.5")
			}
			b.quiet("on the way to the source")
		})
	}
}
