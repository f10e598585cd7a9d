package pipeline

import (
	"bytes"
	"compress/gzip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/layouts"
)

// portal is a portal in a repository made for a test.
type portal struct {
	t   *testing.T
	dir string
}

// newPortal copies the small portal of the command's tests, and keeps the user's git out of it.
func newPortal(t *testing.T) *portal {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	p := &portal{t, t.TempDir()}
	if err := os.CopyFS(p.dir, os.DirFS("../../cmd/minhbach/testdata/portal")); err != nil {
		t.Fatal(err)
	}
	p.edit("data/portal.toml", `locale = "vi"`, "locale = \"vi\"\nbase-url = \"https://minhbach.example/cong\"")
	p.edit("data/resolutions/7-2022.toml", "headline = true", "headline = true\n\n[indicator.trees-dead]\nname = \"Cây chết\"\nmeasure = \"count\"\nunit-of-measure = \"cây\"")
	p.edit("data/reports/1-bc/7-2022.toml", "\n[recommendation", deadTrees+"\n[recommendation")
	return p
}

const deadTrees = "\n[figures.trees-dead]\nperiod = \"survey\"\nat = \"I\"\n[figures.trees-dead.units]\nan-binh = 1\nbinh-hoa = 2\n"

// edit replaces a text of a file; it must be there.
func (p *portal) edit(name, from, to string) {
	p.t.Helper()
	full := filepath.Join(p.dir, name)
	text, err := os.ReadFile(full)
	if err != nil || !strings.Contains(string(text), from) {
		p.t.Fatalf("%s has no %q: %v", name, from, err)
	}
	if err := os.WriteFile(full, []byte(strings.Replace(string(text), from, to, 1)), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

// git runs git on a day, in the evening of Hà Nội.
func (p *portal) git(day string, args ...string) string {
	p.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "protocol.file.allow=always", "-c", "user.name=Lan", "-c", "user.email=lan@example.org"}, args...)...)
	at := day + "T23:30:00+07:00"
	cmd.Dir, cmd.Env = p.dir, append(os.Environ(), "GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("git %q: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func (p *portal) commit(day, message string) string {
	p.t.Helper()
	p.git(day, "add", "-A")
	p.git(day, "commit", "-q", "--allow-empty", "-m", message)
	return p.git(day, "rev-parse", "HEAD")
}

// build builds the site and returns its files, by path.
func (p *portal) build() (map[string]string, Reading) {
	p.t.Helper()
	out := filepath.Join(p.t.TempDir(), "site")
	_, read, err := Build(p.t.Context(), Options{Root: p.dir, Out: out, Layouts: layouts.FS})
	if err != nil || read.Portal == nil {
		p.t.Fatalf("%v, %v", err, read.Findings)
	}
	files := map[string]string{}
	err = filepath.WalkDir(out, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		rel, _ := filepath.Rel(out, name)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		p.t.Fatal(err)
	}
	return files, read
}

const trees = "data/reports/1-bc/7-2022.toml"

// scripted is a portal with everything that can happen to a figure.
func scripted(t *testing.T) (*portal, map[string]string) {
	p := newPortal(t)
	p.git("2023-05-01", "init", "-q", "-b", "main")
	h := map[string]string{"new": p.commit("2023-05-01", "Nhập báo cáo")}

	p.edit(trees, "an-binh = 1100", "an-binh = 1101")
	h["reason"] = p.commit("2023-05-02", "Sửa An Bình\n\nReason: chép nhầm <một> chữ số")
	p.edit(trees, "an-binh = 1101", "# viết lại\nan-binh    = { value = 1101.0 }")
	p.commit("2023-05-03", "Viết lại cho gọn")
	p.edit(trees, deadTrees, "")
	if err := os.WriteFile(filepath.Join(p.dir, "data/reports/1-bc/khac.toml"), []byte(deadTrees), 0o666); err != nil {
		t.Fatal(err)
	}
	p.commit("2023-05-04", "Tách tệp")
	p.edit(trees, "binh-hoa = 30\n", "")
	h["withdrawn"] = p.commit("2023-05-05", "Rút Bình Hòa\n\nLý do: nguồn không có")

	p.git("2023-05-06", "checkout", "-q", "-b", "side")
	p.edit(trees, `"in-progress"`, "0")
	h["side"] = p.commit("2023-05-06", "Có số")
	p.git("2023-05-07", "checkout", "-q", "main")
	p.edit(trees, "total = 1130", "total = 1131")
	h["silent"] = p.commit("2023-05-07", "Sửa tổng")
	p.git("2023-05-08", "merge", "-q", "--no-ff", "-m", "Nhập nhánh", "side")
	p.edit(trees, "1101.0", "1100")
	h["back"] = p.commit("2023-05-09", "Trở lại như cũ\n\nReason: bản in đúng là 1.100")
	p.commit("2023-05-10", "Bổ sung lý do\n\nReason-For: "+h["side"][:10]+" văn bản 12")
	return p, h
}

func parse(t *testing.T, text string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func elements(n *html.Node, tag string) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == tag {
			out = append(out, d)
		}
	}
	return out
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// find returns the elements of a class.
func find(n *html.Node, class string) (out []*html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && slices.Contains(strings.Fields(attr(d, "class")), class) {
			out = append(out, d)
		}
	}
	return out
}

func byID(n *html.Node, id string) *html.Node {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && attr(d, "id") == id {
			return d
		}
	}
	return nil
}

func said(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func gzipped(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
