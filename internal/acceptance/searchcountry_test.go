package acceptance

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"

	"minhbach/internal/assets"
	"minhbach/internal/locale"
	"minhbach/internal/render"
	"minhbach/internal/search"
	"minhbach/layouts"
)

// syllables make the names of a country: 10,600 communes in 106 provinces. Two of them differ in their marks alone.
var syllables = strings.Fields("Đường Dương An Bình Cẩm Đại Đông Đức Gia Hà Hải Hòa Hồng Hưng Kỳ Liên Long Lộc Mỹ Nam Nghi Phú Quang Sơn Tân Thạch Thiên Thuận Trung Vĩnh Xuân Yên")

func country() []render.Entry {
	var out []render.Entry
	for i := range 10600 {
		name := syllables[i%len(syllables)] + " " + syllables[(i/len(syllables))%len(syllables)]
		out = append(out, render.Entry{Kind: render.UnitEntry, Name: name, Title: "Xã " + name, Terms: fmt.Sprintf("Tỉnh %d", i/100), Path: fmt.Sprintf("don-vi/u%05d.html", i), Part: fmt.Sprint(i / 100)})
	}
	return out
}

// withNames is a folder with the pages of this portal and the names of another.
func withNames(t *testing.T, entries []render.Entry) (base string, parts int) {
	t.Helper()
	catalog, err := layouts.FS.ReadFile("messages/vi.json")
	if err != nil {
		t.Fatal(err)
	}
	loc, err := locale.New("vi", catalog)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(built.dir)); err != nil {
		t.Fatal(err)
	}
	files := search.Files(entries, loc, assets.Name)
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(f.Path)), f.Body, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	return disk.String(), len(files) - 1
}

// titles are the results that are shown.
const titles = `Array.from(document.querySelectorAll('.search-found a'), (a) => a.textContent)`

// What is found in the parts of a country stands in one order: as typed, then without the marks. A phone is about
// six times slower than this machine.
func TestCountryIsSearchedOnAPhoneAcrossItsParts(t *testing.T) {
	base, parts := withNames(t, country())
	if parts < 2 {
		t.Fatalf("%d parts: nothing to merge", parts)
	}
	b := open(t, base)
	b.size(360)
	call(b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 6})
	b.visit("index.html")
	b.slash()
	took := eval[float64](b, `(async () => { const from = performance.now(); await `+settled+`; return performance.now() - from; })()`)
	t.Logf("%d parts are ready after %.0f ms", parts, took)
	for typed, marked := range map[string]string{"đường": "Đường", "dương": "Dương"} {
		b.ask(typed)
		shown := list(b, titles)
		for _, title := range shown {
			if !strings.Contains(title, marked) {
				t.Errorf("%q shows %q among the first: %q", typed, title, shown)
			}
		}
		if said := eval[string](b, settled); !strings.Contains(strings.ReplaceAll(said, ".", ""), fmt.Sprintf(" %d ", both("Đường", "Dương"))) {
			t.Errorf("%q: it says %q, want both Đường and Dương to be found", typed, said)
		}
	}
	for typed, want := range map[string]string{"thach ha": "Xã Thạch Hà", "tháh hà": "Xã Thạch Hà", "vinh yen": "Xã Vĩnh Yên", "xuan thien tinh 39": "Xã Xuân Thiên"} {
		took := eval[float64](b, `performance.now()`)
		b.ask(typed)
		took = eval[float64](b, `performance.now()`) - took
		t.Logf("%q takes %.0f ms", typed, took)
		if shown := list(b, titles); len(shown) == 0 || shown[0] != want {
			t.Errorf("%q finds %q, want %s", typed, shown, want)
		}
	}
	b.quiet("searching a country")
}

// both is how many communes have one of two syllables in their name.
func both(a, c string) int {
	n := 0
	for _, e := range country() {
		if strings.Contains(e.Title, a) || strings.Contains(e.Title, c) {
			n++
		}
	}
	return n
}

func TestEverythingTheSearchFindsIsThere(t *testing.T) {
	from, found := built.page("tim.html"), 0
	for name, body := range built.files {
		rows, ok := strings.CutPrefix(string(body), "MinhBachSearch.part(")
		if !ok || path.Dir(name) != "assets" {
			continue
		}
		var all [][]any
		if err := json.Unmarshal([]byte(strings.TrimSuffix(rows, ");\n")), &all); err != nil {
			t.Fatal(err)
		}
		for _, row := range all {
			found++
			if problem := from.follow(elements(from.doc, "a")[0], row[3].(string)); problem != "" {
				t.Errorf("%q leads to %s: %s", row[1], row[3], problem)
			}
		}
	}
	if found < 100 {
		t.Errorf("the search has %d names", found)
	}
}
