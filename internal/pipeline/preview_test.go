package pipeline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minhbach/layouts"
)

func (p *portal) preview() *Preview {
	return NewPreview(Options{Root: p.dir, Layouts: layouts.FS})
}

func (p *portal) update(v *Preview) *Update {
	p.t.Helper()
	u, err := v.Update(p.t.Context())
	if err != nil {
		p.t.Fatal(err)
	}
	return u
}

// site is the site of an update that nothing stops.
func (p *portal) site(v *Preview) *Generation {
	p.t.Helper()
	u := p.update(v)
	if u.Site == nil {
		p.t.Fatalf("stopped: %v", found(u))
	}
	return u.Site
}

func (p *portal) page(g *Generation, path string) string {
	p.t.Helper()
	body, err := g.File(path)
	if err != nil {
		p.t.Fatalf("%s: %v", path, err)
	}
	return string(body)
}

// rule is the one finding that stops an update, as place and rule.
func (p *portal) rule(u *Update) string {
	p.t.Helper()
	if u.Site != nil || len(u.Findings) != 1 {
		p.t.Fatalf("want one finding and no site, found %v", found(u))
	}
	return u.Findings[0].Pos.String() + " " + u.Findings[0].Rule.ID
}

// same holds that a site has what a build has, to the byte. The 404 page alone is made for where it is shown.
func (p *portal) same(g *Generation, after string) {
	p.t.Helper()
	built, _ := p.build()
	delete(built, ".minhbach.json")
	for _, path := range g.Paths() {
		body, there := built[path]
		if delete(built, path); !there {
			p.t.Errorf("%s: the build has no %s", after, path)
		} else if got := p.page(g, path); got != body && path != "404.html" {
			p.t.Errorf("%s: %s is not what the build makes", after, path)
		}
	}
	for path := range built {
		p.t.Errorf("%s: the preview has no %s", after, path)
	}
}

// TestThePreviewIsTheBuildAfterAnyEdit goes through everything that an editor does to a portal.
func TestThePreviewIsTheBuildAfterAnyEdit(t *testing.T) {
	p, _ := scripted(t)
	v := p.preview()
	p.same(p.site(v), "at first")
	for _, step := range []struct {
		does string
		do   func()
	}{
		{"a value", func() { p.edit(trees, "total = 11", "total = 12") }},
		{"a commit", func() { p.commit("2023-06-01", "Sửa tổng\n\nReason: đọc nhầm") }},
		{"the narrative", func() { p.edit("content/pages/about.md", "Phường An Bình", "Chỉ phường An Bình") }},
		{"a new page", func() { put(t, p.dir, "content/pages/them.md", "+++\ntitle = \"Thêm\"\n+++\n\nThêm.\n") }},
		{"no page any more", func() { p.remove("content/pages/about.md") }},
		{"a new unit", func() {
			p.edit("data/units.toml", "[unit.dong-ha]", "[unit.moi]\nname = \"Mới\"\nkind = \"xa\"\n\n[unit.dong-ha]")
		}},
		{"a template", func() {
			put(t, p.dir, "layouts/templates/section.html", "<section id=\"{{.ID}}\">{{.Body}}</section>\n")
		}},
		{"styles", func() { put(t, p.dir, "layouts/assets/site.css", "body { color: red }\n") }},
		{"the tool's template again", func() { p.remove("layouts/templates/section.html") }},
		{"a source document", func() {
			put(t, p.dir, "goc/1.txt", "văn bản")
			p.edit("data/documents.toml", `title = "Kết`, "file = \"goc/1.txt\"\ntitle = \"Kết")
		}},
		{"another source document", func() { put(t, p.dir, "goc/1.txt", "văn bản khác") }},
		{"another language", func() { p.edit("data/portal.toml", `locale = "vi"`, `locale = "en"`) }},
	} {
		step.do()
		p.same(p.site(v), step.does)
	}
}

func (p *portal) remove(name string) {
	p.t.Helper()
	if err := os.Remove(filepath.Join(p.dir, name)); err != nil {
		p.t.Fatal(err)
	}
}

func TestASiteIsOfOneStateWhateverIsSavedLater(t *testing.T) {
	p := newPortal(t)
	v := p.preview()
	old := p.site(v)
	p.edit(trees, "total = 1130", "total = 1142")
	p.edit("content/pages/about.md", "Phường An Bình", "Chỉ phường An Bình")
	now := p.site(v)
	for path, want := range map[string]string{"so-lieu/trees-planted.html": "1.142", "gioi-thieu.html": "Chỉ phường", "so-lieu/trees-planted.csv": "1142"} {
		if strings.Contains(p.page(old, path), want) || !strings.Contains(p.page(now, path), want) {
			t.Errorf("%s: the site before has %q, or the one after has not", path, want)
		}
	}
}

func TestABadSaveGivesFindingsAndTheNextGoodOneASite(t *testing.T) {
	p := newPortal(t)
	v := p.preview()
	p.site(v)
	for _, broken := range []struct{ file, from, to, rule string }{
		{trees, "an-binh = 1100", "an-bin = 1100", trees + ":11:1 unknown-unit"},
		{trees, "an-binh = 1100", "an-binh = 1.100,5", trees + ":11:11 toml-syntax"},
		{"content/pages/about.md", "trees-planted/an-binh", "trees-planted/an-bin", "content/pages/about.md:6:22 binding-unknown"},
	} {
		p.edit(broken.file, broken.from, broken.to)
		u := p.update(v)
		if got := p.rule(u); got != broken.rule {
			t.Errorf("found %s, want %s", got, broken.rule)
		}
		if want := []string{broken.file}; !slices.Equal(u.Changed, want) || u.Lang != "vi" {
			t.Errorf("changed %v in %q, want %v in vi", u.Changed, u.Lang, want)
		}
		p.edit(broken.file, broken.to, broken.from)
		p.site(v)
	}
}

func TestWhereNothingChangedTheSiteStays(t *testing.T) {
	p := newPortal(t)
	v := p.preview()
	first := p.update(v)
	put(t, p.dir, "public/index.html", "x")
	put(t, p.dir, "data/.units.toml.swp", "x")
	put(t, p.dir, "layouts/.page.html.swp", "x")
	p.edit(trees, "an-binh = 1100", "an-binh = 1100")
	if u := p.update(v); u != first {
		t.Errorf("made anew, because of %v", u.Changed)
	}
}

func TestWhatABuildDoesNotHaveIsNotThere(t *testing.T) {
	p := newPortal(t)
	g := p.site(p.preview())
	for _, path := range []string{"", ".", "x.html", "don-vi", "don-vi/", "don-vi/none.html", "/index.html", "../data/portal.toml", ".minhbach.json", "layouts/templates/page.html"} {
		if _, err := g.File(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q: %v", path, err)
		}
	}
}

// A source document is published as it was when it was checked, or not at all.
func TestASourceDocumentThatWasReplacedIsNotShown(t *testing.T) {
	p := newPortal(t)
	put(t, p.dir, "goc/1.txt", "văn bản")
	p.edit("data/documents.toml", `title = "Kết`, "file = \"goc/1.txt\"\ntitle = \"Kết")
	g := p.site(p.preview())
	put(t, p.dir, "goc/1.txt", "văn bản khác")
	if body, err := g.File("nguon/1-bc.txt"); err == nil {
		t.Errorf("shows %q", body)
	}
	put(t, p.dir, "goc/1.txt", "văn bản")
	if got := p.page(g, "nguon/1-bc.txt"); got != "văn bản" {
		t.Errorf("shows %q", got)
	}
}

func TestThePreviewTellsWhichFoldersToWatch(t *testing.T) {
	p, _ := scripted(t)
	put(t, p.dir, "goc/1.txt", "văn bản")
	p.edit("data/documents.toml", `title = "Kết`, "file = \"goc/1.txt\"\ntitle = \"Kết")
	v := p.preview()
	p.site(v)
	var got []string
	for _, f := range v.Folders() {
		got = append(got, strings.TrimPrefix(f.Path, p.dir))
	}
	if want := []string{".", "data", "content", "layouts", "/.git", "/.git/logs", "goc"}; !slices.Equal(got, want) {
		t.Errorf("watches %q, want %q", got, want)
	}
}
