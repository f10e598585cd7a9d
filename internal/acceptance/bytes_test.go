package acceptance

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
)

func TestSameBytesOnAnyNumberOfProcessors(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, n := range []int{1, 7} {
		runtime.GOMAXPROCS(n)
		out := filepath.Join(t.TempDir(), "site")
		if err := build(root, out); err != nil {
			t.Fatal(err)
		}
		sameFiles(t, out)
	}
}

// The portal is copied, so that neither the folder it lies in nor the times of its files are the same; its
// past goes along, because the site tells it.
func TestSameBytesInAnyFolderZoneAndLanguage(t *testing.T) {
	from, out := filepath.Join(t.TempDir(), "portal"), filepath.Join(t.TempDir(), "site")
	clonePast(t, from)
	for _, dir := range []string{"data", "content"} {
		if err := os.RemoveAll(filepath.Join(from, dir)); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Join(from, dir), os.DirFS(filepath.Join(root, dir))); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(self)
	child.Dir = from
	child.Env = append(os.Environ(), buildInto+"="+from+string(os.PathListSeparator)+out,
		"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=1", "SOURCE_DATE_EPOCH=1")
	if text, err := child.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	sameFiles(t, out)
}

// clonePast makes the folder dir, a repository with the history of this one where it is in one.
func clonePast(t *testing.T, dir string) {
	t.Helper()
	abs, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	head := exec.Command("git", "rev-parse", "HEAD")
	head.Dir = abs
	want, err := head.Output()
	if err != nil { // no git, or no repository: neither site has a log
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		return
	}
	if text, err := exec.Command("git", "clone", "-q", "--no-checkout", abs, dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	head = exec.Command("git", "rev-parse", "HEAD")
	head.Dir = dir
	if got, err := head.Output(); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("the copy is at %s, %v, want %s", got, err, want)
	}
}

// sameFiles holds another build against the site: names and bytes, nothing missing, nothing extra.
func sameFiles(t *testing.T, dir string) {
	t.Helper()
	other, err := readSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(built.files)) {
		if body, ok := other.files[name]; !ok || !bytes.Equal(body, built.files[name]) {
			t.Errorf("%s differs or is missing", name)
		}
	}
	for name := range other.files {
		if built.files[name] == nil {
			t.Errorf("%s is extra", name)
		}
	}
}
