package acceptance

import (
	"bufio"
	"fmt"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// preview is the program itself, serving a copy of this repository's portal.
type preview struct {
	t    *testing.T
	dir  string
	base string
}

// program is the program, built once for all tests.
var program = sync.OnceValues(func() (string, error) {
	name := filepath.Join(work, "minhbach")
	if out, err := exec.Command("go", "build", "-o", name, "../../cmd/minhbach").CombinedOutput(); err != nil {
		return "", fmt.Errorf("building the program: %w: %s", err, out)
	}
	return name, nil
})

// startPreview starts "minhbach serve", which ends with the test.
func startPreview(t *testing.T) *preview {
	t.Helper()
	p := &preview{t: t, dir: copyPortal(t)}
	p.start()
	return p
}

// start starts the program, on the port that it had if it ran before, and returns what ends it.
func (p *preview) start() (stop func()) {
	p.t.Helper()
	args := []string{"serve"}
	if p.base != "" {
		args = append(args, "--port", p.base[strings.LastIndexByte(p.base, ':')+1:len(p.base)-1])
	}
	name, err := program()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(name, args...)
	cmd.Dir = p.dir
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		p.t.Fatal(err)
	}
	ended := false
	stop = func() {
		if !ended {
			ended = true
			_ = cmd.Process.Signal(os.Interrupt)
			_ = cmd.Wait()
		}
	}
	p.t.Cleanup(stop)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), "http://"); ok {
			address, _, _ := strings.Cut(rest, " ")
			p.base = "http://" + address
			go func() { // what it says later must not fill the pipe
				for lines.Scan() {
				}
			}()
			return stop
		}
	}
	p.t.Fatal("the preview does not say where it is")
	return nil
}

func (p *preview) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// edit replaces a text of a file, which must be there.
func (p *preview) edit(name, from, to string) {
	p.t.Helper()
	text, err := os.ReadFile(p.path(name))
	if err != nil || !strings.Contains(string(text), from) {
		p.t.Fatalf("%s has no %q: %v", name, from, err)
	}
	write(p.t, p.path(name), strings.Replace(string(text), from, to, 1))
}

func (p *preview) remove(name string) {
	p.t.Helper()
	if err := os.Remove(p.path(name)); err != nil {
		p.t.Fatal(err)
	}
}

// override gives the portal a layout of its own: the tool's, with a text replaced.
func (p *preview) override(name, from, to string) {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "layouts", name))
	if err != nil || !strings.Contains(string(text), from) {
		p.t.Fatalf("%s has no %q: %v", name, from, err)
	}
	write(p.t, p.path("layouts/"+name), strings.Replace(string(text), from, to, 1))
}

// renameReport gives the report another id, wherever it is named.
func (p *preview) renameReport(from, to string) {
	p.t.Helper()
	err := filepath.WalkDir(p.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil && strings.Contains(string(text), from) {
			write(p.t, name, strings.ReplaceAll(string(text), from, to))
		}
		return err
	})
	for _, name := range []string{"data/reports/%s", "content/reports/%s.md"} {
		if err == nil {
			err = os.Rename(p.path(fmt.Sprintf(name, from)), p.path(fmt.Sprintf(name, to)))
		}
	}
	if err != nil {
		p.t.Fatal(err)
	}
}

// becomes waits until an expression is true in the page, which may load itself anew meanwhile.
func (b *tab) becomes(expression string) {
	b.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		is, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](expression, chromedp.EvalAwaitPromise))
		if err == nil && is {
			return
		}
		if time.Now().After(end) {
			b.t.Fatalf("%s did not come true, %v; the page says: %.2000s", expression, err,
				eval[string](b, `document.body.innerText`))
		}
	}
}

// calm holds that nothing was heard but the end of what a page waited for when it loaded itself anew.
func (b *tab) calm(where string) {
	b.t.Helper()
	b.mu.Lock()
	var kept []string
	for _, m := range b.messages {
		if m != "request failed: net::ERR_ABORTED" {
			kept = append(kept, m)
		}
	}
	b.messages = kept
	b.mu.Unlock()
	b.quiet(where)
}

const (
	saysIn   = `document.querySelector('main').innerText.includes(%q)`
	dialogIs = `(document.querySelector('dialog.mb-preview[open]') !== null) === %v`
	treesAt  = "data/reports/279-bc-hdnd/36-2022.toml"
)

// TestTenEditsInARowShowThemselves makes every kind of edit in a row; the test loads no page anew.
func TestTenEditsInARowShowThemselves(t *testing.T) {
	t.Parallel()
	p := startPreview(t)
	b, gone := open(t, p.base), open(t, p.base)
	b.size(1280)
	gone.visit("bao-cao/279-bc-hdnd.html")
	says := func(what string) string { return fmt.Sprintf(saysIn, what) }
	for i, edit := range []struct {
		does, page string
		do         func()
		shows      string
	}{
		{"a value", "don-vi/nguyen-du.html", func() { p.edit(treesAt, "value = 3576", "value = 3577") }, says("3.577")},
		{"the narrative", "nghi-quyet/36-2022.html", func() {
			p.edit("content/resolutions/36-2022.md", "Báo cáo nhắc tới", "Văn bản báo cáo nhắc tới")
		}, says("Văn bản báo cáo nhắc tới")},
		{"a template", "index.html", func() {
			p.override("templates/foot.html", `<div class="foot-about"`, `<p id="moi">Chân trang mới</p><div class="foot-about"`)
		}, `document.getElementById('moi') !== null`},
		{"the styles", "index.html", func() { p.override("assets/site.css", "--ground: #faf8f3;", "--ground: #010203;") }, `getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'`},
		{"a new unit", "don-vi.html", func() {
			p.edit("data/units.toml", "[unit.thach-trung]", "[unit.xom-moi]\nname = \"Xóm Mới\"\nkind = \"xa\"\n\n[unit.thach-trung]")
		}, says("Xóm Mới")},
		{"a file deleted", "kha-nang-tiep-can.html", func() { p.remove("content/pages/accessibility.md") }, `document.documentElement.dataset.pageType === 'not-found' && getComputedStyle(document.body).backgroundColor === 'rgb(1, 2, 3)'`},
		{"a broken file", "don-vi/nguyen-du.html", func() { p.edit(treesAt, "nguyen-du  =", "nguyen-duu  =") }, `document.querySelector('dialog.mb-preview[open] mark')?.textContent === 'nguyen-duu'`},
		{"the file mended", "", func() { p.edit(treesAt, "nguyen-duu  = { value = 3577", "nguyen-du  = { value = 3578") }, says("3.578")},
		{"a report renamed", "index.html", func() { p.renameReport("279-bc-hdnd", "280-bc-hdnd") }, `document.querySelector('a[href="bao-cao/280-bc-hdnd.html"]') !== null && document.querySelector('a[href*="279-bc-hdnd"]') === null && ` + fmt.Sprintf(dialogIs, false)},
		{"an alias", "don-vi/thach-trung.html", func() {
			p.edit("data/units.toml", "name = \"Thạch Trung\"", "name = \"Thạch Trung\"\naliases = [\"Trung Tiết\"]")
		}, says("Còn viết là: Trung Tiết.")},
	} {
		if edit.page != "" {
			b.visit(edit.page)
		}
		b.calm("before " + edit.does)
		if eval[bool](b, edit.shows) {
			t.Fatalf("%d, %s: it shows before it is made", i+1, edit.does)
		}
		edit.do()
		b.becomes(edit.shows)
		if strings.Contains(edit.shows, "not-found") {
			b.forget("404")
		}
		b.calm(edit.does)
	}
	if behind := eval[bool](b, fmt.Sprintf(dialogIs, false)); !behind {
		t.Error("a notice is still there")
	}
	gone.becomes(`document.documentElement.dataset.pageType === 'not-found'`)
	gone.forget("404")
	gone.calm("a report that is gone")
}

// forget drops what was heard that has a text in it, which must be there.
func (b *tab) forget(said string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	n := len(b.messages)
	var kept []string
	for _, m := range b.messages {
		if !strings.Contains(m, said) {
			kept = append(kept, m)
		}
	}
	if b.messages = kept; len(kept) == n {
		b.t.Errorf("nothing was heard of %s", said)
	}
}

// TestANoticeCanBeReadClosedAndOpenedAgain goes through breaking and mending with the keyboard.
func TestANoticeCanBeReadClosedAndOpenedAgain(t *testing.T) {
	t.Parallel()
	checker, err := axe()
	if err != nil {
		t.Fatal(err)
	}
	p := startPreview(t)
	b := open(t, p.base)
	b.visit("don-vi/nguyen-du.html")
	text, err := os.ReadFile(p.path(treesAt))
	if err != nil {
		t.Fatal(err)
	}
	line := strings.Count(strings.Split(string(text), "nguyen-du  =")[0], "\n") + 1
	broken := func(is bool) string { return fmt.Sprintf(dialogIs, is) }
	for range 2 {
		p.edit(treesAt, "nguyen-du  =", "nguyen-duu  =")
		b.becomes(broken(true))
		said := eval[string](b, `document.querySelector('dialog.mb-preview').innerText`)
		for _, want := range []string{"Bản vừa lưu chưa dựng được", fmt.Sprintf("%s:%d:1", treesAt, line), "unknown-unit", `"nguyen-duu" không có`, "{ value = 3576", `có phải "nguyen-du"?`} {
			if !strings.Contains(said, want) {
				t.Errorf("the notice does not say %q: %s", want, said)
			}
		}
		for _, width := range []int64{320, 1280} {
			b.size(width)
			for _, scheme := range []string{"light", "dark"} {
				b.scheme(scheme)
				b.fits("the notice at " + px(width))
				eval[bool](b, checker+`; true`)
				for _, found := range b.breaches() {
					t.Errorf("the notice at %d px, %s: %s", width, scheme, found)
				}
			}
		}
		const focused = `document.activeElement.matches('dialog.mb-preview .mb-close')`
		b.becomes(focused)
		p.edit(treesAt, "nguyen-duu  =", "nguyen-dux  =") // another mistake, while it is open
		b.becomes(`document.querySelector('dialog.mb-preview mark').textContent === 'nguyen-dux'`)
		b.becomes(focused)
		b.press("\u001b")
		b.becomes(broken(false))
		b.becomes(`document.querySelector('.mb-button').innerText === '1 lỗi'`)
		eval[bool](b, `(document.querySelector('.mb-button').click(), true)`)
		b.becomes(broken(true))
		b.visit("index.html") // a page that is opened meanwhile
		b.becomes(broken(true))
		p.edit(treesAt, "nguyen-dux  =", "nguyen-du  =")
		b.becomes(broken(false))
		b.becomes(`document.querySelector('.mb-button').hidden`)
		b.visit("don-vi/nguyen-du.html")
	}
	b.calm("broken and mended")
}

// TestThePlaceWhereAPageIsReadStays edits above it, with parts unfolded.
func TestThePlaceWhereAPageIsReadStays(t *testing.T) {
	t.Parallel()
	p := startPreview(t)
	b := open(t, p.base)
	b.size(360)
	b.visit("nghi-quyet/36-2022.html")
	const place = `document.getElementById('cay-do-xa-hoi-hoa').getBoundingClientRect().top`
	unfolded := eval[int](b, `(document.querySelectorAll('main details').forEach((d) => { d.open = true; }), document.getElementById('cay-do-xa-hoi-hoa').scrollIntoView(), scrollBy(0, -40), document.querySelectorAll('main details[open]').length)`)
	before, y := eval[float64](b, place), eval[float64](b, `scrollY`)
	p.edit("content/resolutions/36-2022.md", "## Đã trồng được", strings.Repeat("Một đoạn văn mới, đủ dài để đẩy phần dưới xuống.\n\n", 12)+"## Đã trồng được")
	b.becomes(fmt.Sprintf(saysIn, "Một đoạn văn mới") + ` && history.scrollRestoration === 'auto' && document.readyState === 'complete'`)
	if after := eval[float64](b, place); math.Abs(after-before) > 2 || eval[float64](b, `scrollY`) < y+100 {
		t.Errorf("it was read at %v px, now %v px", before, after)
	}
	if n := eval[int](b, `document.querySelectorAll('main details[open]').length`); n != unfolded {
		t.Errorf("%d parts are unfolded, %d were", n, unfolded)
	}
	b.calm("read on")
}

// TestAPageFindsOutWhatItMissed restarts the program, and edits while it is down.
func TestAPageFindsOutWhatItMissed(t *testing.T) {
	t.Parallel()
	p := &preview{t: t, dir: copyPortal(t)}
	stop := p.start()
	b := open(t, p.base)
	b.visit("don-vi/nguyen-du.html")
	b.becomes(`performance.getEntriesByType('resource').some((r) => r.name.includes('preview.js'))`)
	stop()
	b.becomes(`document.querySelector('.mb-button') !== null && document.querySelector('.mb-button').innerText.includes('mất kết nối')`)
	p.edit(treesAt, "value = 3576", "value = 3577")
	p.start()
	b.becomes(fmt.Sprintf(saysIn, "3.577"))
}

// TestChartsAndFiltersWorkInThePreview holds that its policy lets them.
func TestChartsAndFiltersWorkInThePreview(t *testing.T) {
	t.Parallel()
	p := startPreview(t)
	b := open(t, p.base)
	b.size(1280)
	b.visit("nghi-quyet/56-2022.html")
	b.must(chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(".chart-open"))))
	b.becomes(`document.querySelector('.chart-live canvas') !== null`)
	b.calm("with a chart")
	if !eval[bool](b, `new Promise((done) => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s); done(window.ran === undefined); })`) {
		t.Error("inline code runs")
	}
	b.forget("Content Security Policy")
	b.calm("inline code")
}
