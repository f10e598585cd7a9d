package acceptance

import (
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// queries are what readers type, and the address of what they look for, which is to stand first.
var queries = []struct{ typed, want string }{
	// as it is written; with each letter in two characters, as some keyboards give it
	{"Thạch Hạ", "don-vi/thach-ha.html"},
	{"Tha\u0323ch Ha\u0323", "don-vi/thach-ha.html"},
	{"văn yên", "don-vi/van-yen.html"},
	{"Hỗ trợ giáo dục", "nghi-quyet/38-2022.html"},
	{"Lê Duẩn", "cong-trinh.html#ct-le-duan"},
	{"Cách làm", "phuong-phap.html"},
	// without marks, and half of it
	{"thach ha", "don-vi/thach-ha.html"},
	{"dai nai", "don-vi/dai-nai.html"},
	{"XA DONG MON", "don-vi/dong-mon.html"},
	{"cay xanh da trong", "so-lieu/trees-planted.html"},
	{"nghia vu quan su", "so-lieu/enlistment.html"},
	{"nha van hoa", "cong-trinh.html#ct-trung-lan"},
	{"doi chieu", "doi-chieu.html"},
	{"nguyen d", "don-vi/nguyen-du.html"},
	// the tone on another letter of the word
	{"giáo viên hoà nhập", "nghi-quyet/38-2022.html"},
	{"xã hội hoá", "so-lieu/trees-socialised.html"},
	// in another order, or some of the words
	{"hạ thạch", "don-vi/thach-ha.html"},
	{"thu ngân sách đại nài", "don-vi/dai-nai.html#budget-revenue-2023.y2023-to-survey"},
	{"rac thai thu gia", "kien-nghi.html#dn-v2-b2"},
	// numbers of documents
	{"36/nq-hdnd", "nghi-quyet/36-2022.html"},
	{"36/NQ-HĐND", "nghi-quyet/36-2022.html"},
	{"nq 56", "nghi-quyet/56-2022.html"},
	{"nghị quyết 38", "nghi-quyet/38-2022.html"},
	{"104/2020", "nghi-quyet/104-2020.html"},
	{"279/bc-hdnd", "bao-cao/279-bc-hdnd.html"},
	{"2702", "van-ban.html#2702-hd"},
	{"24/nq", "van-ban.html#24-nq-hdnd"},
	// another spelling in the source
	{"Đông Môn", "don-vi/dong-mon.html"},
	// one letter mistyped, too much, or left out
	{"tran phi", "don-vi/tran-phu.html"},
	{"nguyen dy", "don-vi/nguyen-du.html"},
	{"thachj quy", "don-vi/thach-quy.html"},
	{"thac linh", "don-vi/thach-linh.html"},
	{"ha hyy tap", "don-vi/ha-huy-tap.html"},
	{"trong cay xabh", "nghi-quyet/36-2022.html"},
}

// settled waits until the search has all names, and gives what it says.
const settled = `new Promise((done) => {
	const until = Date.now() + 20000;
	const look = () => {
		const said = document.querySelector('.search-said'), hint = document.querySelector('.search-hint');
		if (hint && hint.textContent && !said.textContent.includes('Đang tải') || Date.now() > until) done(said ? said.textContent : '');
		else setTimeout(look, 20);
	};
	look();
})`

// firstFound is the address of the first result, as the site has it.
const firstFound = `((a) => (a ? decodeURI(a.href) : ''))(document.querySelector('.search-found a'))`

// ask puts a query into the open search and gives the first result.
func (b *tab) ask(query string) string {
	b.t.Helper()
	eval[bool](b, `((field) => { field.value = `+strconv.Quote(query)+`; return field.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('#o-tim'))`)
	return strings.TrimPrefix(eval[string](b, firstFound), b.base)
}

// slash presses the key / as a keyboard does, whose letter comes with the key and not after it.
func (b *tab) slash() {
	b.t.Helper()
	call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: "/", Code: "Slash", Text: "/"})
	call(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: "/", Code: "Slash"})
}

// arrives waits until the tab is at an address of the site, and gives the one it is at after a while otherwise.
func (b *tab) arrives(want string) string {
	b.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		at, err := chromedp.Run(b.ctx, chromedp.Location()) // an error while one page gives way to the other
		if at = strings.TrimPrefix(at, b.base); at == want || time.Now().After(end) {
			b.must(err)
			return at
		}
	}
}

func TestSearchFindsWhatReadersTypeWhereverTheSiteLies(t *testing.T) {
	if len(queries) < 30 {
		t.Fatalf("%d queries", len(queries))
	}
	for _, o := range origins(t) {
		t.Run(o.name, func(t *testing.T) {
			t.Parallel()
			b := open(t, o.base)
			b.size(360)
			b.visit(commune)
			if n := eval[int](b, `document.querySelectorAll('script').length`); n != 1 {
				t.Errorf("%d scripts before the search is asked for, want 1", n)
			}
			b.slash()
			eval[string](b, settled)
			for _, q := range queries {
				if got := b.ask(q.typed); got != q.want {
					t.Errorf("%q finds %q first, want %s", q.typed, got, q.want)
				}
			}
			b.ask("xyzzy")
			if said := eval[string](b, settled); !strings.HasPrefix(said, "Không tìm thấy") {
				t.Errorf("of nothing found it says %q", said)
			}
			b.quiet("searching")
		})
	}
}

func TestSearchIsUsedByKeysAlone(t *testing.T) {
	b := open(t, origins(t)[2].base)
	b.size(1280)
	b.visit(much)
	eval[bool](b, `(document.querySelector('main a').focus(), true)`)
	at := eval[string](b, `document.activeElement.href`)
	b.slash()
	if on := eval[string](b, focused); on != "o-tim" {
		t.Fatalf("the key / leads to %q", on)
	}
	eval[string](b, settled)
	b.press("/thach")
	if typed := eval[string](b, `document.activeElement.value`); typed != "/thach" {
		t.Errorf("the field has %q after /thach was typed in it", typed)
	}
	said := eval[string](b, `document.querySelector('.search [role=status]').textContent`)
	if n := strings.Count(eval[string](b, `document.querySelector('.search-found').innerHTML`), "<a "); n < 5 || !strings.HasPrefix(said, "Tìm thấy ") {
		t.Errorf("%d results, and %q is read out", n, said)
	}
	b.press(kb.ArrowDown + kb.ArrowDown)
	if second := eval[bool](b, `document.activeElement === document.querySelectorAll('.search-found a')[1]`); !second {
		t.Errorf("two times down leads to %q", eval[string](b, focused))
	}
	b.press(kb.ArrowUp + kb.ArrowUp)
	if on := eval[string](b, focused); on != "o-tim" {
		t.Errorf("two times up leads to %q", on)
	}
	b.press(kb.Escape)
	if open := eval[bool](b, `document.querySelector('.search').checkVisibility()`); open {
		t.Error("Esc does not close it")
	}
	if now := eval[string](b, `document.activeElement.href || ''`); now != at {
		t.Errorf("after Esc the keyboard is on %q, it was on %q", now, at)
	}
	b.slash()
	b.ask("dai nai thu ngan sach")
	b.press(kb.Enter)
	const figure = much + "#budget-revenue-2023.y2023-to-survey"
	if got := b.arrives(figure); got != figure {
		t.Errorf("Enter leads to %s", got)
	}
	b.quiet("by keys")
}

// A single letter as a command is in the way of who speaks to the machine (WCAG 2.1.4): it can be turned off.
func TestKeyOfTheSearchCanBeTurnedOff(t *testing.T) {
	b := open(t, origins(t)[0].base)
	b.visit(much)
	b.slash()
	eval[string](b, settled)
	toggle := func() {
		b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".search-foot input"))))
		b.visit(commune)
		b.slash()
	}
	toggle()
	if on := eval[string](b, focused); on == "o-tim" {
		t.Error("the key opens the search after it was turned off")
	}
	b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".mast-find"))))
	eval[string](b, settled)
	if eval[bool](b, `document.querySelector('.search-foot input').checked`) {
		t.Error("the box does not say that the key is off")
	}
	toggle()
	if on := eval[string](b, focused); on != "o-tim" {
		t.Errorf("the key leads to %q after it was turned on again", on)
	}
	b.quiet("with the key off and on")
}

func TestReaderIsNotLeftAloneWhereTheSearchDoesNotLoad(t *testing.T) {
	for missing, want := range map[string]string{"assets/search.*.js": "tim.html", "tim.js": "tim.html", "assets/search-all.*.js": much} {
		t.Run(missing, func(t *testing.T) {
			b := open(t, without(t, missing))
			b.visit(much)
			b.slash()
			if want == much {
				if said := eval[string](b, settled); !strings.HasPrefix(said, "Không tải được") {
					t.Errorf("it says %q", said)
				}
			}
			if got := b.arrives(want); got != want {
				t.Errorf("the reader is on %s, want %s", got, want)
			}
		})
	}
}

// without is a copy of the site that lacks one file, the one that the pattern names.
func without(t *testing.T, pattern string) (base string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(built.dir)); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil || len(names) != 1 {
		t.Fatal(names, err)
	}
	if err := os.Remove(names[0]); err != nil {
		t.Fatal(err)
	}
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	return disk.String()
}

// What is found has its value or state in words, and what is more than a few of a kind waits until asked for.
func TestResultsAreGroupedAndSayTheirValue(t *testing.T) {
	b := open(t, origins(t)[2].base)
	b.size(360)
	b.visit("index.html")
	b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".mast-find"))))
	eval[string](b, settled)
	b.ask("thach ha")
	line := eval[string](b, `document.querySelector('.search-found li span').textContent`)
	if p := built.page(commune); !strings.Contains(line, "11.383") || !strings.Contains(text(p.doc), "11.383") {
		t.Errorf("the line of the unit says %q", line)
	}
	b.ask("phuong")
	kinds := list(b, `Array.from(document.querySelectorAll('.search-kind'), (e) => e.textContent)`)
	shown := `document.querySelector('.search-found ul').children.length`
	if few := eval[int](b, shown); kinds[0] != "Phường, xã" || len(kinds) < 3 || few != 5 {
		t.Errorf("groups %q, %d of the first", kinds, few)
	}
	b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".search-found button"))))
	if all := eval[int](b, shown); all != 10 {
		t.Errorf("%d wards are shown when all are asked for, want 10", all)
	}
	if sixth := eval[bool](b, `document.activeElement === document.querySelectorAll('.search-found ul')[0].children[5].querySelector('a')`); !sixth {
		t.Errorf("the keyboard is on %q, want the first of the new results", eval[string](b, focused))
	}
}

func TestSearchFitsAndKeepsTheRulesOfAccessibility(t *testing.T) {
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, origins(t)[0].base)
	look := func(where string) {
		b.slash()
		eval[string](b, settled)
		b.ask("thach")
		b.fits(where)
		if wide := eval[float64](b, `((e) => e.scrollWidth - e.clientWidth)(document.querySelector('.search'))`); wide > 0 {
			t.Errorf("%s the results reach %v px too far", where, wide)
		}
		eval[bool](b, checker+`; true`)
		for _, found := range b.breaches() {
			t.Errorf("%s: %s", where, found)
		}
		b.quiet(where)
	}
	for _, width := range []int64{320, 1280} {
		for _, scheme := range []string{"light", "dark"} {
			b.size(width)
			b.scheme(scheme)
			b.visit(much)
			look("at " + px(width) + ", " + scheme)
		}
	}
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "forced-colors", Value: "active"}}})
	b.visit(much)
	look("in forced colours")
	b.letters(200)
	b.size(360)
	b.visit(much)
	look("with text of twice the size")
}
