package publish

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

var long = strings.Repeat("Phường An Bình trồng 1.100 cây. ", 50)

// noise is text that no compressor makes smaller.
func noise() string {
	b := make([]byte, 400)
	x := uint32(1)
	for i := range b {
		x = x*1664525 + 1013904223
		b[i] = byte(x >> 24)
	}
	return string(b)
}

func gather(t *testing.T, pages iter.Seq2[Page, error]) map[string]string {
	t.Helper()
	got := map[string]string{}
	for p, err := range pages {
		if err != nil {
			t.Fatal(err)
		}
		got[p.Path] = string(p.Body)
	}
	return got
}

func TestFormsHoldThePageAndStandWhereTheyGain(t *testing.T) {
	files := map[string]string{"a/long.html": long, "t.csv": long, "tiny.html": "x", "noise.txt": noise(), "photo.png": long, "empty.js": ""}
	got := gather(t, Precompressed(stream(files)))
	want := append(slices.Collect(maps.Keys(files)), "a/long.html.gz", "a/long.html.br", "t.csv.gz", "t.csv.br")
	slices.Sort(want)
	if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, want) {
		t.Errorf("found %q, want %q", names, want)
	}
	z, err := gzip.NewReader(strings.NewReader(got["a/long.html.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []io.Reader{z, brotli.NewReader(strings.NewReader(got["t.csv.br"]))} {
		if text, err := io.ReadAll(r); err != nil || string(text) != long {
			t.Errorf("found %.40q, %v", text, err)
		}
	}
}

func TestFormsAreTheSameEachTime(t *testing.T) {
	files := map[string]string{}
	for i := range 100 {
		files[strings.Repeat("x", i+1)+".html"] = long[i:]
	}
	first, second := gather(t, Precompressed(stream(files))), gather(t, Precompressed(stream(files)))
	if len(first) != 300 || !maps.Equal(first, second) {
		t.Errorf("%d files and %d files, or they differ", len(first), len(second))
	}
}

func TestAFormGivesWayWithItsPageAndOthersFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, "by-hand.html"), long)
	write := func(files map[string]string) {
		t.Helper()
		if _, err := Write(t.Context(), dir, Precompressed(stream(files))); err != nil {
			t.Fatal(err)
		}
	}
	write(map[string]string{"index.html": long, "old.html": long})
	write(map[string]string{"index.html": "short now"})
	wantTree(t, dir, map[string]string{"index.html": "short now", "by-hand.html": long})

	put(t, filepath.Join(dir, "index.html.gz"), "by hand")
	_, err := Write(t.Context(), dir, Precompressed(stream(map[string]string{"index.html": long})))
	var p *Problem
	if !errors.As(err, &p) || !strings.Contains(p.In("en"), "index.html.gz") {
		t.Errorf("found %v, want a problem that names index.html.gz", err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "index.html.gz")); err != nil || !bytes.Equal(text, []byte("by hand")) {
		t.Errorf("found %q, %v", text, err)
	}
}

func TestAnErrorOfThePagesStopsTheForms(t *testing.T) {
	broken := errors.New("broken")
	var found error
	for _, err := range Precompressed(func(yield func(Page, error) bool) {
		_ = yield(Page{Path: "a.html", Body: []byte(long)}, nil) && yield(Page{}, broken)
	}) {
		found = err
	}
	if !errors.Is(found, broken) {
		t.Errorf("found %v", found)
	}
	n := 0
	for range Precompressed(stream(map[string]string{"a.html": long, "b.html": long})) {
		if n++; n == 2 {
			break
		}
	}
}
