package source

import (
	"bytes"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"minhbach/internal/diag"
)

// TestReadingAgainGivesWhatReadingAnewGives edits a portal step by step.
func TestReadingAgainGivesWhatReadingAnewGives(t *testing.T) {
	files := fstest.MapFS{
		"data/a.toml": {Data: []byte("a = 1\nfile = \"goc/a.pdf\"\n")}, "data/b/c.toml": {Data: []byte("[x]\ny = \"é\"\n")},
		"content/pages/a.md": {Data: []byte("+++\ntitle = \"A\"\n+++\n\nChữ.\n")}, "goc/a.pdf": {Data: []byte("pdf")},
	}
	var c Cache
	for _, step := range []struct {
		name, text string // "-": deleted
		changed    []string
	}{
		{"", "", []string{"content/pages/a.md", "data/a.toml", "data/b/c.toml"}},
		{"", "", nil},
		{"data/b/c.toml", "[x]\ny = \"e\u0301\"\n", []string{"data/b/c.toml"}},
		{"data/b/c.toml", "[x\ny = 1.1.1\n", []string{"data/b/c.toml"}},
		{"data/a.toml", "a = 2\nfile = \"goc/a.pdf\"\n", []string{"data/a.toml"}}, // the other stays broken
		{"data/b/c.toml", "[x]\ny = 1\n", []string{"data/b/c.toml"}},
		{"data/d.toml", "\xFF\xFEa", []string{"data/d.toml"}},
		{"data/d.toml", "-", []string{"data/d.toml"}},
		{"data/d.csv", "a,b", nil},
		{"data/.d.toml.swp", "a", nil},
		{"content/pages/a.md", "+++\ntitle = \"A\"\n", []string{"content/pages/a.md"}},
		{"content/pages/a.md", "Chữ.\n", []string{"content/pages/a.md"}},
		{"goc/a.pdf", "fdp", []string{"goc/a.pdf"}},
		{"goc/a.pdf", "-", []string{"goc/a.pdf"}},
	} {
		switch step.text {
		case "":
		case "-":
			delete(files, step.name)
		default:
			files[step.name] = &fstest.MapFile{Data: []byte(step.text)}
		}
		tree, found := c.Load(files)
		wantTree, want := Load(files)
		if !reflect.DeepEqual(tree, wantTree) || !reflect.DeepEqual(found, want) {
			t.Errorf("after %s = %q: found %v, want %v", step.name, step.text, told(found), told(want))
		}
		if !slices.Equal(c.Changed(), step.changed) {
			t.Errorf("after %s = %q: %q changed, want %q", step.name, step.text, c.Changed(), step.changed)
		}
	}
}

func TestATreeStaysWhatItWas(t *testing.T) {
	files := fstest.MapFS{"data/a.toml": {Data: []byte("\n[x]\na = 1\n")}, "content/pages/a.md": {Data: []byte("+++\ntitle = \"A\"\n+++\n")}}
	var c Cache
	first, _ := c.Load(files)
	first.Files[0].Root.Pos, first.Pages[0].Front.Pos = diag.Pos{File: "noted by who read it"}, diag.Pos{File: "noted"}
	second, _ := c.Load(files)
	if want, _ := Load(files); !reflect.DeepEqual(second, want) {
		t.Error("what was noted at one tree is in the next")
	}
}

// A long document is not read to its end again while its size and the time of its change are the same.
func TestALongDocumentIsReadOnce(t *testing.T) {
	long, day := bytes.Repeat([]byte("x"), hashedAlways+1), time.Date(2023, 4, 21, 0, 0, 0, 0, time.UTC)
	files := counted{fstest.MapFS{"data/a.toml": {Data: []byte("file = \"long.pdf\"\n")}, "long.pdf": {Data: long, ModTime: day}}, map[string]int{}}
	var c Cache
	for range 3 {
		if tree, _ := c.Load(files); tree.Attached("long.pdf").Size != int64(len(long)) {
			t.Errorf("found %+v", tree.Attached("long.pdf"))
		}
	}
	if n := files.opened["long.pdf"]; n != 1 {
		t.Errorf("opened %d times", n)
	}
	files.MapFS["long.pdf"] = &fstest.MapFile{Data: bytes.Repeat([]byte("y"), hashedAlways+1), ModTime: day.Add(1)}
	tree, _ := c.Load(files)
	if want, _ := Load(files); tree.Attached("long.pdf").SHA256 != want.Attached("long.pdf").SHA256 {
		t.Error("keeps the sum of the document before")
	}
	if got := strings.Join(slices.Sorted(maps.Keys(c.sums)), " "); got != strings.Join(c.Attached(), " ") || got != "long.pdf" {
		t.Errorf("names %q", got)
	}
}

// counted counts how often each file is opened.
type counted struct {
	fstest.MapFS
	opened map[string]int
}

func (c counted) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.MapFS.Open(name)
}

func (c counted) Lstat(name string) (fs.FileInfo, error) { return c.MapFS.Lstat(name) }
func (c counted) Stat(name string) (fs.FileInfo, error)  { return c.MapFS.Stat(name) }
