package assets

import (
	"bytes"
	"compress/gzip"
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/layouts"
)

var (
	own     = fstest.MapFS{"assets/site.css": {Data: []byte("a{}")}, "assets/site.js": {Data: []byte("1")}, "assets/README": {Data: []byte("x")}}
	empty   = fstest.MapFS{"dist/README": {Data: []byte("x")}}
	bundled = fstest.MapFS{"dist/README": {Data: []byte("x")}, "dist/echarts.js": {Data: []byte("2")}, "dist/echarts-licences.txt": {Data: []byte("3")}}
)

func mustLoad(t *testing.T, layouts, dist fs.FS) *Set {
	t.Helper()
	s, err := load(layouts, dist)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNameChangesWithTheContentsAndOnlyThen(t *testing.T) {
	first := mustLoad(t, own, empty)
	if got := first.Path("site.css"); !regexp.MustCompile(`^assets/site\.[0-9a-f]{8}\.css$`).MatchString(got) {
		t.Fatalf("site.css is published as %q", got)
	}
	edited := fstest.MapFS{"assets/site.css": {Data: []byte("b{}")}, "assets/site.js": own["assets/site.js"]}
	second := mustLoad(t, edited, empty)
	if first.Path("site.css") == second.Path("site.css") || first.Path("site.js") != second.Path("site.js") {
		t.Error("want a new name for the edited file and the old one for the other")
	}
	if !bytes.Equal(second.Files[second.Path("site.css")], []byte("b{}")) {
		t.Error("the contents of an overridden file are not published")
	}
}

func TestChartLibraryIsPublishedWithItsLicencesOrNotAtAll(t *testing.T) {
	without, with := mustLoad(t, own, empty), mustLoad(t, own, bundled)
	if without.Path("echarts.js") != "" || len(without.Files) != 2 {
		t.Errorf("without a bundle: %v", without.paths)
	}
	if with.Path("echarts.js") == "" || with.Path("echarts-licences.txt") == "" || len(with.Files) != 4 {
		t.Errorf("with a bundle: %v", with.paths)
	}
}

func TestMissingAssetsAreAnError(t *testing.T) {
	if _, err := load(fstest.MapFS{}, empty); err == nil {
		t.Error("no error for layouts without an assets folder")
	}
}

func TestEmbeddedAssetsHaveStylesScriptAndIcon(t *testing.T) {
	s, err := Load(layouts.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"site.css", "site.js", "icon.svg"} {
		if s.Path(name) == "" {
			t.Errorf("%s is missing", name)
		}
	}
}

// The pages' policy allows no inline style or script, and the script holds no words: they come from
// the catalogs, through the page.
func TestSiteScriptKeepsToThePolicy(t *testing.T) {
	s, err := Load(layouts.FS)
	if err != nil {
		t.Fatal(err)
	}
	script := string(s.Files[s.Path("site.js")])
	for _, bad := range []string{"eval(", "new Function", "innerHTML", "insertAdjacentHTML", "setAttribute('style'", "fetch(", "XMLHttpRequest", "import(", "http:", "https:"} {
		if strings.Contains(script, bad) {
			t.Errorf("site.js contains %q", bad)
		}
	}
	if regexp.MustCompile(`[\x{00C0}-\x{02FF}\x{1EA0}-\x{1EF9}]`).FindString(script) != "" {
		t.Error("site.js holds Vietnamese words; they belong to the catalogs")
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write([]byte(script)); err != nil || z.Close() != nil {
		t.Fatal("packing site.js failed")
	}
	if packed.Len() > 4<<10 {
		t.Errorf("site.js has %d bytes gzipped, and every page loads it: want at most 4096", packed.Len())
	}
}
