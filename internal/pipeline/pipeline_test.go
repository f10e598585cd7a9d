package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"minhbach/internal/history"
)

func TestPortalHidesDefaultsFileByFile(t *testing.T) {
	o := overlay{
		over:  fstest.MapFS{"templates/page.html": {Data: []byte("portal")}, "templates/own.html": {Data: []byte("portal")}},
		under: fstest.MapFS{"templates/page.html": {Data: []byte("tool")}, "templates/foot.html": {Data: []byte("tool")}, "assets/a.css": {Data: []byte("tool")}},
	}
	for name, want := range map[string]string{
		"templates/page.html": "portal", "templates/own.html": "portal", "templates/foot.html": "tool", "assets/a.css": "tool",
	} {
		if text, err := fs.ReadFile(o, name); err != nil || string(text) != want {
			t.Errorf("%s: %q, %v, want %q", name, text, err, want)
		}
	}
	names, err := fs.Glob(o, "templates/*.html")
	if err != nil || len(names) != 3 {
		t.Errorf("glob gives %q, %v, want three names", names, err)
	}
	if _, err := fs.ReadDir(o, "assets"); err != nil {
		t.Errorf("a folder of the tool alone: %v", err)
	}
	if _, err := fs.ReadDir(o, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder of neither: %v", err)
	}
}

// A note on a reconciliation is held to those computed from the data, which no reading of the files alone knows.
func TestNoteOnAReconciliationThatIsNotComputedStopsTheBuild(t *testing.T) {
	for of, want := range map[string]string{
		"sum.budget-revenue-2023":   "",
		"guidance.2702-hd.36-2022":  "",
		"sum.budget-revenue-2032":   `data/reports/279-bc-hdnd/answers.toml:2:6 unknown-id, nearest [sum.budget-revenue-2023]`,
		"ratio.budget-revenue-2023": `data/reports/279-bc-hdnd/answers.toml:2:6 unknown-id, nearest [ratio.enlistment.total, ratio.budget-revenue-2023.dai-nai, ratio.budget-spending-2023.dai-nai]`,
	} {
		root := t.TempDir()
		for _, dir := range []string{"data", "content"} {
			if err := os.CopyFS(filepath.Join(root, dir), os.DirFS("../../"+dir)); err != nil {
				t.Fatal(err)
			}
		}
		text := "[check.a]\nof = \"" + of + "\"\nstatus = \"explained\"\nnote = \"x\"\n"
		if err := os.WriteFile(filepath.Join(root, "data/reports/279-bc-hdnd/answers.toml"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		read := read(root, &history.Log{})
		got := ""
		for _, f := range read.Findings {
			if f.Rule.ID == "unknown-id" {
				got += f.Pos.String() + " " + f.Rule.ID + ", nearest " + fmt.Sprint(f.HintArgs)
			}
		}
		if got != want || (read.Portal == nil) != (want != "") {
			t.Errorf("%s: got %q, a portal %v; want %q", of, got, read.Portal != nil, want)
		}
	}
}

func TestSiteIsNeverBuiltOverThePortal(t *testing.T) {
	top := t.TempDir()
	root := filepath.Join(top, "portal")
	if err := os.MkdirAll(filepath.Join(root, "data"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(root, "data"), filepath.Join(top, "link")); err != nil {
		t.Fatal(err)
	}
	for out, refused := range map[string]bool{
		root: true, top: true, "/": true, filepath.Join(root, "data"): true, filepath.Join(root, "content", "x"): true,
		filepath.Join(top, "link"): true, filepath.Join(top, "link", "x"): true, filepath.Join(root, "public", "..", "layouts"): true,
		filepath.Join(root, "public"): false, filepath.Join(root, "database"): false, filepath.Join(top, "out"): false,
		filepath.Join(root, "..data"): false,
	} {
		var misuse *Misuse
		if err := apart(root, out); errors.As(err, &misuse) != refused {
			t.Errorf("%s: %v, want refused %v", out, err, refused)
		}
	}
	_, _, err := Build(context.Background(), Options{Root: root, Out: root})
	if !errors.As(err, new(*Misuse)) {
		t.Errorf("found %v, want a misuse", err)
	}
}
