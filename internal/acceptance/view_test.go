package acceptance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// eachView opens each of the pages below base in a tab of its own.
func eachView(t *testing.T, base string, pages []*page, look func(b *tab, p *page)) {
	for _, p := range pages {
		t.Run(p.path, func(t *testing.T) {
			t.Parallel()
			look(open(t, base), p)
		})
	}
}

// axe is the accessibility checker, to be run in a page. It comes through the DevTools, which the policy
// of the page does not govern, so the page is judged with its policy in force.
var axe = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile(filepath.FromSlash(root + "/node_modules/axe-core/axe.min.js"))
	if err != nil {
		return "", fmt.Errorf("%w: run `make test`, which installs axe-core", err)
	}
	return string(text), nil
})

// breach is one rule of axe that a page breaks.
type breach struct {
	ID, Help string
	Nodes    []struct {
		HTML           string
		FailureSummary string
	}
}

// judge runs every rule of WCAG 2.0 to 2.2 at the levels A and AA, and the best practices: those that
// axe leaves out unless asked (target-size) too. Experimental rules are not among them.
const judge = `(async () => {
	const ids = axe.getRules(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
		.filter((r) => !r.tags.includes('experimental') && !r.tags.includes('deprecated')).map((r) => r.ruleId);
	const found = await axe.run(document, { runOnly: { type: 'rule', values: ids }, preload: false, resultTypes: ['violations'] });
	return JSON.stringify({ passes: found.passes.length, rules: ids, violations: found.violations.map((v) => ({
		id: v.id, help: v.help, nodes: v.nodes.map((n) => ({ html: n.html, failureSummary: n.failureSummary })) })) });
})()`

// breaches are the rules that the page breaks as it stands: each once for each element.
func (b *tab) breaches() []string {
	b.t.Helper()
	var found struct {
		Passes     int
		Rules      []string
		Violations []breach
	}
	b.must(json.Unmarshal([]byte(eval[string](b, judge)), &found))
	if all := strings.Join(found.Rules, " "); found.Passes < 10 || !strings.Contains(all, "target-size") || !strings.Contains(all, "region") {
		b.t.Errorf("%d rules passed of %s: the checker did not look", found.Passes, all)
	}
	var out []string
	for _, v := range found.Violations {
		for _, n := range v.Nodes {
			out = append(out, fmt.Sprintf("%s (%s): %s\n\t%s", v.ID, v.Help, n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n\t")))
		}
	}
	return out
}

// The place a page is served from changes nothing the checker sees, so it looks at one. All pages are
// looked at as on a phone by day and on a desk by night; the sample the other way round too. What is folded
// is opened for it: a rule broken inside would else not be seen.
func TestNoPageBreaksARuleOfAccessibility(t *testing.T) {
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	few := sample()
	eachView(t, origins(t)[0].base, built.pages, func(b *tab, p *page) {
		b.visit(p.path)
		eval[bool](b, checker+`; document.querySelectorAll('details').forEach((d) => { d.open = true; }); true`)
		look := func(width int64, scheme string) {
			b.size(width)
			b.scheme(scheme)
			for _, found := range b.breaches() {
				b.t.Errorf("%s at %s: %s", scheme, px(width), found)
			}
		}
		look(360, "light")
		look(1280, "dark")
		if slices.Contains(few, p) {
			look(360, "dark")
			look(1280, "light")
		}
	})
}

// Of the widths and sizes of text all are looked at in one place; the others have the same styles, and
// are opened once to hear that nothing fails to load there.
func TestPagesAreQuietAndFitTheirWindow(t *testing.T) {
	for i, o := range origins(t) {
		t.Run(o.name, func(t *testing.T) {
			eachView(t, o.base, sample(), func(b *tab, p *page) {
				b.size(360)
				b.visit(p.path)
				b.fits("at 360 px")
				b.quiet("at 360 px")
				if eval[string](b, `getComputedStyle(document.body).marginTop`) != "0px" {
					b.t.Error("the styles did not load")
				}
				if i > 0 {
					return
				}
				for _, width := range []int64{320, 1280} {
					b.size(width)
					b.fits("at " + px(width))
				}
				b.letters(200)
				for _, width := range []int64{360, 1280} {
					b.size(width)
					b.visit(p.path)
					if size := eval[float64](b, `parseFloat(getComputedStyle(document.documentElement).fontSize)`); size != 32 {
						b.t.Fatalf("the text is %v px, want 32", size)
					}
					b.fits("with text of twice the size at " + px(width))
				}
				b.quiet("at other sizes")
			})
		})
	}
}

// wide is what reaches past the window, outside of what scrolls by itself; "" if nothing does.
const wide = `(() => {
	const page = document.scrollingElement;
	if (page.scrollWidth <= innerWidth) return '';
	const scrolls = (e) => e && e !== document.body && (/auto|scroll|hidden/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
	return page.scrollWidth + ' px wide: ' + Array.from(document.body.querySelectorAll('*'))
		.filter((e) => (e.getBoundingClientRect().right > innerWidth + 0.5 || e.scrollWidth > innerWidth) && !scrolls(e))
		.slice(-3).map((e) => e.outerHTML.slice(0, 160)).join(' | ');
})()`

// fits holds that the page is never scrolled sideways.
func (b *tab) fits(where string) {
	b.t.Helper()
	if found := eval[string](b, wide); found != "" {
		b.t.Errorf("%s the page is %s", where, found)
	}
}

// unseen gives the cells of tables and the charts' values that have text and are not drawn.
const unseen = `(() => {
	const drawn = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.innerText.trim() !== '';
	return JSON.stringify(Array.from(document.querySelectorAll('h1, table td, table th, figure .v, .facts dd'))
		.filter((e) => e.textContent.trim() && !drawn(e)).map((e) => e.outerHTML.slice(0, 120)));
})()`

func TestEverythingIsReadWithoutScripts(t *testing.T) {
	eachView(t, origins(t)[2].base, sample(), func(b *tab, p *page) {
		call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		b.size(360)
		b.visit(p.path)
		if heading := eval[string](b, `document.querySelector('h1').innerText.trim()`); heading != text(elements(p.doc, "h1")[0]) {
			b.t.Errorf("the heading is %q", heading)
		}
		if found := eval[string](b, unseen); found != "[]" {
			b.t.Errorf("not to be seen: %s", found)
		}
		if n := eval[int](b, `Array.from(document.querySelectorAll('button, input, select')).filter((e) => e.checkVisibility()).length`); n > 0 {
			b.t.Errorf("%d controls that do nothing", n)
		}
		b.quiet("without scripts")
	})
}
