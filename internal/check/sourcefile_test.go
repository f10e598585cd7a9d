package check

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/internal/source"
)

// onDisk is the valid portal as a folder.
func onDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range valid {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func toldOf(dir string) []string {
	tree, found := source.Load(os.DirFS(dir))
	_, more := Portal(tree)
	return told(append(found, more...).Sorted())
}

func TestChangedSourceFileIsAnErrorAtItsSum(t *testing.T) {
	dir := onDisk(t)
	if got := toldOf(dir); len(got) > 0 {
		t.Fatal(got)
	}
	if err := os.WriteFile(filepath.Join(dir, "to-giay-goc/2-kh.pdf"), []byte("văn bạn"), 0o666); err != nil {
		t.Fatal(err)
	}
	got := toldOf(dir)
	if len(got) != 1 || !strings.HasPrefix(got[0], "data/documents.toml:16:10 source-changed tệp nguồn đã thay đổi: to-giay-goc/2-kh.pdf có SHA-256 ") ||
		!strings.Contains(got[0], "nói lý do khi ghi vào git") {
		t.Errorf("got %q", got)
	}
}

// A link could lead out of the folder, and what lies there be published.
func TestSourceFileBehindALinkIsRefused(t *testing.T) {
	for _, c := range []struct{ link, to string }{
		{"to-giay-goc/2-kh.pdf", "outside.pdf"}, {"to-giay-goc", "outside"},
	} {
		dir, away := onDisk(t), t.TempDir()
		if err := os.RemoveAll(filepath.Join(dir, c.link)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(away, "2-kh.pdf"), []byte("văn bản"), 0o666); err != nil {
			t.Fatal(err)
		}
		target := away
		if c.to == "outside.pdf" {
			target = filepath.Join(away, "2-kh.pdf")
		}
		if err := os.Symlink(target, filepath.Join(dir, c.link)); err != nil {
			t.Skip("no links on this system")
		}
		if got := strings.Join(toldOf(dir), "\n"); !strings.Contains(got, `source-file "to-giay-goc/2-kh.pdf" là liên kết`) {
			t.Errorf("%s: got %s", c.link, got)
		}
	}
}

func TestSourceFileTooLongToPublishIsTold(t *testing.T) {
	dir := onDisk(t)
	if err := os.Truncate(filepath.Join(dir, "to-giay-goc/2-kh.pdf"), maxSource+1<<20); err != nil {
		t.Fatal(err)
	}
	if got := toldOf(dir); len(got) != 1 || !strings.Contains(got[0], "dài 65 MB, quá 64 MB") {
		t.Errorf("got %q", got)
	}
}

func TestDocumentKnowsItsFile(t *testing.T) {
	for _, d := range portal(t).Documents {
		if d.ID != "2-kh" {
			continue
		}
		if d.File != "to-giay-goc/2-kh.pdf" || d.Size != int64(len("văn bản")) || d.URL != "https://congbao.example/2-kh.pdf?trang=1" ||
			d.SHA256 != "14e1954d9316014e604fa8e93b37fd03cd5f63025e4a2bc998d0110d60594fd5" {
			t.Errorf("got %+v", d)
		}
		return
	}
	t.Error("no document 2-kh")
}
