package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func onlyFiles(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != want {
		t.Errorf("%d files in the folder, want %d: %v", len(entries), want, entries)
	}
}

func TestAFailureNamesTheFileAndSaysWhatToLookAt(t *testing.T) {
	inTheWay := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(inTheWay, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(inTheWay, "b.toml")
	err := Create(path, nil)
	spoken, ok := err.(interface{ In(string) string })
	if !ok {
		t.Fatalf("%v has no words in Vietnamese", err)
	}
	if vi := spoken.In("vi"); !strings.Contains(vi, "không ghi được "+path+". Kiểm tra quyền ghi") || strings.Contains(vi, "/.b.toml") {
		t.Error(vi)
	}
	if !errors.Is(Failed(path, fs.ErrPermission), fs.ErrPermission) || Failed(path, nil) != nil {
		t.Error("the cause is lost")
	}
}

func TestCreateNeverReplaces(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b.toml")
	if err := Create(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	if err := Create(path, []byte("second")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want that it exists", err)
	}
	if err := createInPlace(path, []byte("second")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("without hard links: got %v, want that it exists", err)
	}
	if got := content(t, path); got != "first" {
		t.Errorf("holds %q", got)
	}
	onlyFiles(t, filepath.Dir(path), 1)
}

func TestReplaceKeepsPermissionsAndFollowsLinks(t *testing.T) {
	dir := t.TempDir()
	path, link := filepath.Join(dir, "real.toml"), filepath.Join(dir, "link.toml")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.toml", link); err != nil {
		t.Fatal(err)
	}
	if err := Replace(link, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	if content(t, path) != "new" || info.Mode() != 0o640 {
		t.Errorf("holds %q with %v", content(t, path), info.Mode())
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	onlyFiles(t, dir, 2)
}

func TestReplaceCreatesWhatIsNotThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.toml")
	if err := Replace(path, []byte("new")); err != nil || content(t, path) != "new" {
		t.Errorf("%v", err)
	}
}

func TestWhatCannotBePlacedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "x.toml"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Replace(filepath.Join(dir, "x.toml"), []byte("new")); err == nil {
		t.Error("a folder was replaced")
	}
	onlyFiles(t, dir, 1)
}

// A figure of one file and its counterpart in another change together or not at all.
func TestOneOfSeveralThatCannotBeWrittenLeavesAll(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.toml"), filepath.Join(dir, "b.toml")
	for _, path := range []string{a, b} {
		if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	blocked := filepath.Join(a, "c.toml") // below a file
	err := ReplaceAll([]File{{a, []byte("new")}, {b, []byte("new")}, {blocked, []byte("new")}})
	if err == nil || !strings.Contains(err.Error(), blocked) {
		t.Errorf("got %v, want that %s cannot be written", err, blocked)
	}
	if content(t, a) != "old" || content(t, b) != "old" {
		t.Errorf("%q and %q are left", content(t, a), content(t, b))
	}
	onlyFiles(t, dir, 2)
	if err := ReplaceAll([]File{{a, []byte("new")}, {b, []byte("newer")}}); err != nil || content(t, a) != "new" || content(t, b) != "newer" {
		t.Errorf("%v: %q and %q", err, content(t, a), content(t, b))
	}
	onlyFiles(t, dir, 2)
}
