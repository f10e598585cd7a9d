package acceptance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	_ "image/png" // of screenshots
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	pages "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

const address = "https://minhbach.vi-du.example/ha-tinh"

// addressed is the site of this portal with an address of its own.
func addressed(t *testing.T) *site {
	t.Helper()
	from := copyPortal(t)
	swap(t, from, "data/portal.toml", "official   = false", "official   = false\nbase-url   = \""+address+"\"")
	return siteOf(t, from)
}

func swap(t *testing.T, dir, name, from, to string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), from) {
		t.Fatalf("%s has no %q: %v", name, from, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(text), from, to, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// sheets are the sheets of a site.
func (s *site) sheets() []*page {
	var out []*page
	for _, p := range s.pages {
		if p.kind == "sheet" {
			out = append(out, p)
		}
	}
	return out
}

var pdfPage = regexp.MustCompile(`/Type ?/Page[^s]`)

// paper prints the page and gives the number of sheets of paper.
func (b *tab) paper() int {
	b.t.Helper()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
	b.must(err)
	return len(pdfPage.FindAll(pdf, -1))
}

// onPaper lays the page out as it is printed: as wide as A4 within its margins.
func (b *tab) onPaper() {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 703, Height: 1032, DeviceScaleFactor: 3})
}

// lost are the blocks of a sheet's middle that found no room, and what is cut of its head and foot or in the middle of a block.
const lost = `(() => {
	const body = document.querySelector('.sheet-body').getBoundingClientRect(), paper = document.querySelector('.sheet').getBoundingClientRect();
	const inside = (r, box) => r.right <= box.right + 1 && r.bottom <= box.bottom + 1 && r.top >= box.top - 1;
	const blocks = Array.from(document.querySelectorAll('.sheet-body > *'));
	return JSON.stringify({
		left: blocks.filter((e) => e.getBoundingClientRect().left >= body.right).map((e) => e.className),
		cut: blocks.concat(Array.from(document.querySelectorAll('.sheet-head, .sheet-foot, .qr')))
			.filter((e) => { const r = e.getBoundingClientRect(); return r.left < body.right && !inside(r, paper); }).map((e) => e.className + ': ' + e.textContent.slice(0, 80)),
		over: blocks.filter((e) => { const r = e.getBoundingClientRect(); return r.left < body.right && r.bottom > body.bottom + 1; }).map((e) => e.className),
	});
})()`

// read gives what a reader of codes sees on the page.
func (b *tab) read() string {
	b.t.Helper()
	var at struct{ X, Y, Width, Height float64 }
	b.must(json.Unmarshal([]byte(eval[string](b, `JSON.stringify(document.querySelector('.qr').getBoundingClientRect())`)), &at))
	shot := call(b, pages.CaptureScreenshot, pages.CaptureScreenshotParams{Clip: &pages.Viewport{X: at.X, Y: at.Y, Width: at.Width, Height: at.Height, Scale: 1}})

	picture, _, err := image.Decode(bytes.NewReader(shot.Data))
	b.must(err)
	bits, err := gozxing.NewBinaryBitmapFromImage(picture)
	b.must(err)
	code, err := qrcode.NewQRCodeReader().Decode(bits, nil)
	if err != nil {
		b.t.Fatalf("the code is not read: %v", err)
	}
	return code.GetText()
}

func TestASheetIsOnePageAndItsCodeLeadsToTheWhole(t *testing.T) {
	s := addressed(t)
	sheets := s.sheets()
	if len(sheets) != 22 {
		t.Fatalf("%d sheets, want one for each of 15 units and 7 resolutions", len(sheets))
	}
	eachView(t, "file://"+filepath.ToSlash(s.dir)+"/", sheets, func(b *tab, p *page) {
		b.visit(p.path)
		if n := b.paper(); n != 1 {
			b.t.Errorf("%d pages of paper, want 1", n)
		}
		b.onPaper()
		found := eval[string](b, lost)
		charts := strings.Count(string(p.body), `class="sheet-chart"`)
		switch { // of a unit every line, and the first of its charts; of a resolution its chart
		case !strings.Contains(found, `"cut":[],"over":[]`), charts > 0 && strings.Count(found, "sheet-chart") == charts,
			strings.HasPrefix(p.path, "niem-yet/don-vi") && (strings.Contains(found, "sheet-row") || strings.Contains(found, "sheet-note")):
			b.t.Errorf("not whole on paper: %s", found)
		}
		want := address + strings.TrimPrefix(p.path, "niem-yet")
		if got := b.read(); got != want || !strings.Contains(p.said("sheet-way"), want) {
			b.t.Errorf("the code leads to %q and the words to %q, want %q", got, p.said("sheet-way"), want)
		}
		if s.page(strings.TrimPrefix(p.path, "niem-yet/")) == nil {
			b.t.Errorf("the code leads to no page")
		}
	})
}

func TestASheetWithoutAnAddressHasNoCode(t *testing.T) {
	for _, p := range built.sheets() {
		if len(elements(p.doc, "article")) != 1 || strings.Contains(string(p.body), `class="qr"`) || !strings.Contains(p.said("sheet-way"), "trên cổng Minh Bạch") {
			t.Errorf("%s: a code, or no words: %q", p.path, p.said("sheet-way"))
		}
	}
}

// monstrous is a portal with more of everything than anybody has, and names without an end.
func monstrous(t *testing.T) string {
	from := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(from, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	long := strings.TrimSpace(strings.Repeat("Nghiêng nghiêng Khuỷu Trường ", 12))
	put("data/portal.toml", fmt.Sprintf("name = %q\nplace = %q\nplace-long = %q\ncouncil = %q\npublisher = %q\nlocale = \"vi\"\nbase-url = %q\n[thresholds]\npeers = 2\n",
		long, long, long, long, long, address+strings.Repeat("/rat-dai", 30)))
	put("data/bodies.toml", fmt.Sprintf("[body.hd]\nname = %q\n", long))
	put("data/documents.toml", fmt.Sprintf("[document.1-bc]\nnumber = \"1/BC\"\nkind = %q\nissuer = \"hd\"\nissued = 2024-01-15\n", long))
	units := "[kind.xa]\nname = \"xã\"\nen = \"commune\"\n"
	for i := range 16 {
		units += fmt.Sprintf("[unit.u%d]\nname = %q\nkind = \"xa\"\n", i, fmt.Sprint(long, " ", i))
	}
	put("data/units.toml", units)
	report := fmt.Sprintf("as-of = 2024-01-15\n[period.y]\nname = %q\ncomplete = true\n", long)
	for c := range 26 {
		report += fmt.Sprintf("[section.s%d]\nat = \"III.%d\"\ntitle = \"Việc\"\n", c, c)
		resolution := fmt.Sprintf("number = \"%d/NQ-HĐND\"\nissued = 2022-06-01\nissuer = \"hd\"\ntitle = %q\ntopic = %q\n", c+1, long, long)
		chapter := fmt.Sprintf("resolutions = [\"r%d\"]\nat = \"III.%d\"\ntopic = %q\n", c, c, long)
		for k := range 4 {
			table := fmt.Sprintf("i%d-%d", c, k)
			resolution += fmt.Sprintf("[indicator.%s]\nname = %q\nmeasure = \"count\"\nunit-of-measure = %q\nsummable = true\nheadline = true\nnote = %q\n", table, long, long, long)
			chapter += fmt.Sprintf("[figures.%s]\nperiod = \"y\"\nat = \"III.%d\"\ntotal = 999999999999999\n[figures.%s.units]\n", table, c, table)
			for i := range 16 {
				chapter += fmt.Sprintf("u%d = { value = 123456789012%03d, plan = 999999999999999, percent = 12345678.9, note = %q }\n", i, i, long)
			}
		}
		for w := range 10 {
			chapter += fmt.Sprintf("[work.w%d-%d]\nname = %q\nunit = \"u%d\"\nstates = [\"late\"]\nat = \"III.%d\"\n", c, w, long, w%3, c)
		}
		put(fmt.Sprintf("data/resolutions/r%d.toml", c), resolution)
		put(fmt.Sprintf("data/reports/1-bc/r%d.toml", c), chapter)
	}
	put("data/reports/1-bc/report.toml", report)
	return from
}

func TestASheetIsOnePageWhateverTheData(t *testing.T) {
	s := siteOf(t, monstrous(t))
	b := open(t, "file://"+filepath.ToSlash(s.dir)+"/")
	for _, name := range []string{"niem-yet/don-vi/u0.html", "niem-yet/don-vi/u15.html", "niem-yet/nghi-quyet/r0.html", "niem-yet/nghi-quyet/r25.html"} {
		b.visit(name)
		if n := b.paper(); n != 1 {
			t.Errorf("%s: %d pages of paper, want 1", name, n)
		}
		b.onPaper()
		if found := eval[string](b, lost); !strings.Contains(found, `"cut":[],"over":[]`) || strings.Contains(found, `"left":[]`) {
			t.Errorf("%s: cut in the middle, or nothing was too much: %s", name, found)
		}
		if got, want := b.read(), address+strings.Repeat("/rat-dai", 30)+strings.TrimPrefix(name, "niem-yet"); got != want {
			t.Errorf("%s: the code leads to %q, want %q", name, got, want)
		}
	}
}
