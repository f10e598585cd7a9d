package acceptance

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func px(n int64) string { return strconv.FormatInt(n, 10) + " px" }

// list is the texts that an expression of the page gives.
func list(b *tab, expression string) []string {
	b.t.Helper()
	var out []string
	b.must(json.Unmarshal([]byte(eval[string](b, `JSON.stringify(`+expression+`)`)), &out))
	return out
}

// drawn waits until every chart that was asked for has a canvas with something on it, and gives how many
// have.
const drawn = `new Promise((done) => {
	const until = Date.now() + 20000, live = Array.from(document.querySelectorAll('.chart-open'));
	const points = (canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.filter((v, i) => i % 4 === 3 && v > 0).length;
	const look = () => {
		const n = live.filter((button) => {
			const canvas = button.parentElement.querySelector('.chart-live canvas');
			return canvas && canvas.width && points(canvas) > 500;
		}).length;
		if (n === live.length || Date.now() > until) done(n); else setTimeout(look, 100);
	};
	look();
})`

// charted are pages with each form of chart: the matrix, pairs, and bars beside a line.
var charted = []string{"index.html", "nghi-quyet/56-2022.html", "nghi-quyet/104-2020.html"}

func TestChartIsDrawnWhenAskedForWhereverTheSiteLies(t *testing.T) {
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range origins(t) {
		for _, name := range charted {
			t.Run(o.name+"/"+name, func(t *testing.T) {
				t.Parallel()
				b := open(t, o.base)
				b.size(1280)
				b.visit(name)
				if n := eval[int](b, `document.querySelectorAll('script[src*="echarts"]').length`); n != 0 {
					t.Error("the chart library came unasked")
				}
				b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".chart-open"))))
				eval[bool](b, `(Array.from(document.querySelectorAll('.chart-open')).slice(1).forEach((button) => button.click()), true)`)
				asked := eval[int](b, `document.querySelectorAll('.chart-open').length`)
				if n := eval[int](b, drawn); n != asked {
					t.Errorf("%d charts of %d are drawn", n, asked)
				}
				if n := eval[int](b, `document.querySelectorAll('.chart-open[aria-expanded=true]').length`); n != asked {
					t.Errorf("%d buttons of %d say that the chart is open", n, asked)
				}
				b.quiet("with charts")
				b.size(320)
				b.fits("with charts at 320 px")
				eval[bool](b, checker+`; true`)
				for _, found := range b.breaches() {
					t.Errorf("with charts: %s", found)
				}
			})
		}
	}
}

const units = "don-vi.html"

// column gives the texts of a column of the units' table, by groups, without the links to sources; of the
// first column the names.
const column = `((title) => {
	const table = document.querySelector('#bang-don-vi'), heads = Array.from(table.tHead.rows[0].cells);
	const i = heads.findIndex((th) => th.textContent.includes(title));
	return Array.from(table.tBodies[0].rows).filter((row) => !row.hidden)
		.map((row) => row.matches('.group') ? '#' + row.textContent : row.cells[i].dataset.v || (row.cells[i].querySelector('.st') ? '?' : row.cells[i].textContent));
})`

func press(b *tab, title string) {
	b.t.Helper()
	eval[bool](b, `(Array.from(document.querySelectorAll('#bang-don-vi .sort')).find((s) => s.closest('th').textContent.includes('`+title+`')).click(), true)`)
}

// groups splits a column where a kind of unit begins.
func groups(cells []string) [][]string {
	var out [][]string
	for _, c := range cells {
		if strings.HasPrefix(c, "#") || out == nil {
			out = append(out, nil)
		}
		if !strings.HasPrefix(c, "#") {
			out[len(out)-1] = append(out[len(out)-1], c)
		}
	}
	return out
}

func TestTableIsSortedWithinAKindWithGapsLast(t *testing.T) {
	b := open(t, origins(t)[2].base)
	b.size(1280)
	b.visit(units)
	source := list(b, column+`('Đơn vị')`)
	const revenue = "Thu ngân sách"
	for i, order := range []func(a, c float64) bool{
		func(a, c float64) bool { return a <= c },
		func(a, c float64) bool { return a >= c },
	} {
		press(b, revenue)
		kinds := groups(list(b, column+`('`+revenue+`')`))
		if len(kinds) != 2 {
			t.Fatalf("found %d kinds of units, want wards and communes: %q", len(kinds), kinds)
		}
		for _, cells := range kinds {
			sorted(t, cells, order, i)
		}
	}
	press(b, revenue)
	if again := list(b, column+`('Đơn vị')`); !slices.Equal(again, source) {
		t.Errorf("the third press gives %q, want the order of the page back", again)
	}
	press(b, "Đơn vị")
	press(b, "Đơn vị")
	press(b, "Đơn vị")
	press(b, "Đơn vị")
	want := []string{"Bắc Hà", "Đại Nài", "Hà Huy Tập", "Nam Hà", "Nguyễn Du", "Tân Giang", "Thạch Linh", "Thạch Quý", "Trần Phú", "Văn Yên"}
	if names := groups(list(b, column+`('Đơn vị')`))[0]; !slices.Equal(names, want) {
		t.Errorf("by name %q, want %q", names, want)
	}
	b.quiet("sorting")
}

// sorted holds that numbers stand in order and states below them.
func sorted(t *testing.T, cells []string, order func(a, b float64) bool, pressed int) {
	t.Helper()
	gap := slices.Index(cells, "?")
	if gap <= 1 {
		t.Fatalf("press %d: %q: fewer than two numbers, or a state above them", pressed+1, cells)
	}
	var before float64
	for i, c := range cells {
		v, err := strconv.ParseFloat(c, 64)
		if (i < gap) != (err == nil) {
			t.Errorf("press %d: %q: a state stands among the numbers", pressed+1, cells)
		}
		if 0 < i && i < gap && !order(before, v) {
			t.Errorf("press %d: %q: not in order", pressed+1, cells)
		}
		before = v
	}
}

func TestFilterFindsANameWithoutItsMarks(t *testing.T) {
	b := open(t, origins(t)[2].base)
	b.size(360)
	b.visit(units)
	all := len(list(b, column+`('Đơn vị')`))
	for typed, name := range map[string]string{"thach ha": "Thạch Hạ", "THẠCH HẠ ": "Thạch Hạ", "dong mon": "Đồng Môn", "phu tran": "Trần Phú"} {
		b.must(chromedp.Do(b.ctx, chromedp.SendKeys(chromedp.CSS(`.filter input[type=search]`), typed)))
		if rows := list(b, column+`('Đơn vị')`); len(rows) != 2 || rows[1] != name {
			t.Errorf("%q finds %q, want the row of %s below its kind", typed, rows, name)
		}
		if said := eval[string](b, `document.querySelector('.filter [role=status]').textContent`); !strings.Contains(said, "1 ") || !strings.Contains(said, "15") {
			t.Errorf("the count says %q", said)
		}
		b.press(strings.Repeat(kb.Backspace, len([]rune(typed))))
		if rows := list(b, column+`('Đơn vị')`); len(rows) != all {
			t.Errorf("an empty filter shows %d rows of %d", len(rows), all)
		}
	}
	b.quiet("filtering")
}

// focused is what the keyboard is on.
const focused = `(document.activeElement.className || document.activeElement.id || document.activeElement.tagName)`

func TestKeyboardComesFirstToTheWayPastTheMasthead(t *testing.T) {
	eachView(t, origins(t)[0].base, sample(), func(b *tab, p *page) {
		b.size(360)
		b.visit(p.path)
		b.press(kb.Tab)
		if at := eval[string](b, focused); at != "skip" {
			b.t.Errorf("the first stop is %q", at)
		}
		if left := eval[float64](b, `document.activeElement.getBoundingClientRect().left`); left < 0 {
			b.t.Errorf("the skip link stands at %v px: it cannot be seen", left)
		}
		b.press(kb.Enter)
		b.press(kb.Tab)
		if inside := eval[bool](b, `document.activeElement === document.querySelector('main') || document.querySelector('main').contains(document.activeElement) || !document.querySelector('main a, main button, main [tabindex="0"]')`); !inside {
			b.t.Errorf("behind the skip link the keyboard is on %q", eval[string](b, focused))
		}
	})
}
