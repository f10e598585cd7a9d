package publish

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// site1 and site2 share a page and differ in a page and an asset.
var (
	site1 = map[string]string{"index.html": "one", "a/old.html": "old", "assets/1.css": "css one", "assets/all.js": "js"}
	site2 = map[string]string{"index.html": "two", "b/new.html": "new", "assets/2.css": "css two", "assets/all.js": "js"}
)

func stream(files map[string]string) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		for path, body := range files {
			if !yield(Page{Path: path, Body: []byte(body), From: "test"}, nil) {
				return
			}
		}
	}
}

func mustWrite(t *testing.T, dir string, files map[string]string) Report {
	t.Helper()
	r, err := Write(context.Background(), dir, stream(files))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tree is every file and empty folder below dir with its content, without the manifest.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		switch {
		case err != nil || d.IsDir() || rel == manifestName:
			return err
		}
		text, err := os.ReadFile(path)
		got[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func wantTree(t *testing.T, dir string, wants ...map[string]string) {
	t.Helper()
	got := tree(t, dir)
	n := 0
	for _, want := range wants {
		n += len(want)
		for path, body := range want {
			if text, ok := got[path]; !ok || text != body {
				t.Errorf("%s: found %q (%v), want %q", path, text, ok, body)
			}
		}
	}
	if len(got) != n {
		t.Errorf("found %d files, want %d: %q", len(got), n, got)
	}
}

// wantAlone fails if the build left anything beside the folder.
func wantAlone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != filepath.Base(dir) {
			t.Errorf("left beside the folder: %s", e.Name())
		}
	}
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestNewSiteReplacesOldAndCarriesItsAssetsOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out", "public")
	mustWrite(t, dir, site1)
	wantTree(t, dir, site1)
	wantAlone(t, dir)

	r := mustWrite(t, dir, site2)
	carried := map[string]string{"assets/1.css": "css one"}
	wantTree(t, dir, site2, carried)
	if !slices.Equal(r.Carried, []string{"assets/1.css"}) || r.Pages != len(site2) || r.Bytes != 15 {
		t.Errorf("report %+v", r)
	}
	mustWrite(t, dir, site2) // no asset changed: the same generation
	wantTree(t, dir, site2, carried)

	site3 := map[string]string{"index.html": "three", "assets/3.css": "css three", "assets/all.js": "js"}
	mustWrite(t, dir, site3)
	wantTree(t, dir, site3, map[string]string{"assets/2.css": "css two"})
	wantAlone(t, dir)
}

func TestFilesOfOthersAreKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	others := map[string]string{".gitignore": "*\n", "a/by-hand.pdf": "pdf", "assets/logo.png": "png", ".git/HEAD": "ref"}
	for path, body := range others {
		put(t, filepath.Join(dir, path), body)
	}
	if err := os.MkdirAll(filepath.Join(dir, ".git/refs/tags"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(".git/HEAD", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	others["link"] = "ref"
	mustWrite(t, dir, site1)
	wantTree(t, dir, site1, others)
	r := mustWrite(t, dir, site2)
	wantTree(t, dir, site2, others, map[string]string{"assets/1.css": "css one"})
	if len(r.Kept) != len(others) {
		t.Errorf("kept %q", r.Kept)
	}
	if dest, err := os.Readlink(filepath.Join(dir, "link")); dest != ".git/HEAD" {
		t.Errorf("link leads to %q, %v", dest, err)
	}
	if _, err := os.Stat(filepath.Join(dir, ".git/refs/tags")); err != nil {
		t.Error("an empty folder made by hand is gone")
	}
}

func TestFilePutIntoTheFolderDuringTheBuildSurvives(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	late := func(yield func(Page, error) bool) {
		put(t, filepath.Join(dir, "late.txt"), "late")
		yield(Page{Path: "index.html", Body: []byte("two")}, nil)
	}
	if _, err := Write(context.Background(), dir, late); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); got["late.txt"] != "late" || got["index.html"] != "two" {
		t.Errorf("found %q", got)
	}
}

func TestEveryRefusedPathIsReportedAtOnceAndTheOldSiteStands(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	put(t, filepath.Join(dir, "robots.txt"), "by hand")
	bad := []Page{
		{Path: "x.html", From: "first"}, {Path: "x.html", From: "second"},
		{Path: "Case.html", From: "upper"}, {Path: "case.html", From: "lower"},
		{Path: "a", From: "file"}, {Path: "a/b.html", From: "below"},
		{Path: "D/one.html"}, {Path: "d/two.html", From: "folder-case"},
		{Path: "robots.txt", From: "robots"},
		{Path: "../out.html", From: "dots"}, {Path: "/abs.html", From: "root"}, {Path: `c\d.html`, From: "backslash"},
		{Path: "e/../f.html", From: "inner"}, {Path: "", From: "empty"}, {Path: "nul.\x00", From: "control"},
		{Path: "what?.html", From: "question"}, {Path: manifestName, From: "manifest"},
	}
	_, err := Write(context.Background(), dir, func(yield func(Page, error) bool) {
		for _, p := range bad {
			if !yield(p, nil) {
				return
			}
		}
	})
	var p *Problem
	if !errors.As(err, &p) {
		t.Fatalf("found %v, want a problem", err)
	}
	for _, lang := range []string{"vi", "en"} {
		text := p.In(lang)
		if n := strings.Count(text, "\n") + 1; n != 13 {
			t.Errorf("%d lines, want 13:\n%s", n, text)
		}
		for _, from := range []string{"first", "second", "upper", "lower", "below", "folder-case", "robots", "dots", "root", "backslash", "inner", "empty", "control", "question", "manifest"} {
			if !strings.Contains(text, "("+from+")") {
				t.Errorf("%s is not named:\n%s", from, text)
			}
		}
	}
	wantTree(t, dir, site1, map[string]string{"robots.txt": "by hand"})
	wantAlone(t, dir)
}

func TestErrorOrInterruptWhileMakingPagesLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	broken := errors.New("broken")
	_, err := Write(context.Background(), dir, func(yield func(Page, error) bool) {
		_ = yield(Page{Path: "index.html"}, nil) && yield(Page{}, broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("found %v, want %v", err, broken)
	}
	ctx, cancel := context.WithCancel(context.Background())
	_, err = Write(ctx, dir, func(yield func(Page, error) bool) {
		cancel()
		yield(Page{Path: "index.html"}, nil)
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("found %v, want %v", err, context.Canceled)
	}
	wantTree(t, dir, site1)
	wantAlone(t, dir)
}

func TestSecondBuildAtTheSameTimeIsTurnedAway(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	_, err := Write(context.Background(), dir, func(yield func(Page, error) bool) {
		if _, err := Write(context.Background(), dir, stream(site1)); !errors.Is(err, errLocked) {
			t.Errorf("found %v, want %v", err, errLocked)
		}
		wantTree(t, dir, site1)
		stream(site2)(yield)
	})
	if err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, site2, map[string]string{"assets/1.css": "css one"})
	wantAlone(t, dir)
}

func TestSiteBehindASymbolicLinkIsReplacedThere(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "real", "site")
	mustWrite(t, dir, site1)
	link := filepath.Join(top, "public")
	if err := os.Symlink(dir, link); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, link, site2)
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if got := tree(t, dir); got["index.html"] != "two" {
		t.Errorf("found %q", got)
	}
}

func TestFolderKeepsItsMode(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	if err := os.Chmod(dir, 0o770|os.ModeSetgid); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, dir, site2)
	if info, err := os.Stat(dir); err != nil || info.Mode() != os.ModeDir|os.ModeSetgid|0o770 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}

func TestPageThatDidNotChangeKeepsItsDate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	before := time.Date(2023, 4, 21, 0, 0, 0, 0, time.UTC)
	for _, path := range []string{"assets/all.js", "index.html"} {
		if err := os.Chtimes(filepath.Join(dir, path), before, before); err != nil {
			t.Fatal(err)
		}
	}
	mustWrite(t, dir, site2)
	for path, want := range map[string]bool{"assets/all.js": true, "index.html": false} {
		info, err := os.Stat(filepath.Join(dir, path))
		if err != nil || info.ModTime().Equal(before) != want {
			t.Errorf("%s: dated %v, %v, want the old date: %v", path, info.ModTime(), err, want)
		}
	}
}

func TestManifestThatCannotBeReadStopsTheBuild(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, text := range []string{"{", `{"version": 2}`} {
		put(t, filepath.Join(dir, manifestName), text)
		if _, err := Write(context.Background(), dir, stream(site1)); err == nil || !strings.Contains(err.Error(), manifestName) {
			t.Errorf("found %v, want an error that names the manifest", err)
		}
	}
}

func TestReadBackFindsWhatIsMissingShortOrExtra(t *testing.T) {
	for name, harm := range map[string]func(dir string) error{
		"missing": func(dir string) error { return os.Remove(filepath.Join(dir, "index.html")) },
		"short":   func(dir string) error { return os.Truncate(filepath.Join(dir, "index.html"), 1) },
		"extra":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "extra"), nil, 0o666) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, site1)
			m, err := readManifest(dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := readBack(dir, m, nil); err != nil {
				t.Fatal(err)
			}
			if err := harm(dir); err != nil {
				t.Fatal(err)
			}
			if err := readBack(dir, m, nil); err == nil {
				t.Error("not noticed")
			}
		})
	}
}
