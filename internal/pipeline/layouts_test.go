package pipeline

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/layouts"
)

// TestAnErrorInThePortalsOwnLayoutsIsAFinding holds for the preview and the build alike.
func TestAnErrorInThePortalsOwnLayoutsIsAFinding(t *testing.T) {
	page, err := layouts.FS.ReadFile("templates/page.html")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ file, text, want string }{
		"not parsed":        {"templates/section.html", "<p>Đơn vị\n<b>{{.ID</b>\n", "layouts/templates/section.html:2 template-broken"},
		"a field too many":  {"templates/section.html", "<p>\nĐơn vị {{.Nothing}}</p>\n", "layouts/templates/section.html:2:10 template-broken"},
		"unsafe":            {"templates/section.html", "<p>\n<a href={{if .ID}}\"{{end}}x>\n", "layouts/templates/section.html:2 template-broken"},
		"no such template":  {"templates/page.html", "<html>{{template \"x.html\"}}</html>", "layouts/templates/page.html:1 template-broken"},
		"called otherwise":  {"templates/mast.html", "{{define \"x\"}}\n{{template \"gone\"}}{{end}}{{template \"x\"}}", "layouts/templates/mast.html:2 template-broken"},
		"left open":         {"templates/open.html", "<p title=\"", "layouts/templates template-broken"},
		"words not parsed":  {"messages/vi.json", "{\n  \"đầu\": \"Trang\" \"x\": \"\"\n}", "layouts/messages/vi.json:2:18 messages-broken"},
		"words that are no": {"messages/vi.json", "{\n  \"nav\": 7\n}", "layouts/messages/vi.json:2:11 messages-broken"},
		"words that end":    {"messages/vi.json", "{\n", "layouts/messages/vi.json:2:1 messages-broken"},
	} {
		p := newPortal(t)
		v := p.preview()
		p.site(v)
		put(t, p.dir, "layouts/"+c.file, c.text)
		u := p.update(v)
		if got := p.rule(u); !strings.HasPrefix(got, strings.Fields(c.want)[0]) || !strings.HasSuffix(got, strings.Fields(c.want)[1]) {
			t.Errorf("%s: found %s (%s), want %s", name, got, u.Findings[0].Message("en"), c.want)
		}
		out := filepath.Join(p.dir, "public")
		_, read, err := Build(t.Context(), Options{Root: p.dir, Out: out, Layouts: layouts.FS})
		if err != nil || read.Portal != nil || len(read.Findings) != 1 || read.Findings[0].Pos != u.Findings[0].Pos {
			t.Errorf("%s: the build finds %v, %v", name, read.Findings, err)
		}
		if _, err := os.Stat(filepath.Join(out, "index.html")); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s: there is a site", name)
		}
		put(t, p.dir, "layouts/"+c.file, "")
		if c.file == "templates/page.html" {
			put(t, p.dir, "layouts/"+c.file, string(page))
		}
		p.remove("layouts/" + c.file)
		p.site(v)
	}
}

// A template that fails on some pages only is told when one of them is asked for; the others are shown.
func TestATemplateThatFailsOnOnePageIsToldThere(t *testing.T) {
	p := newPortal(t)
	put(t, p.dir, "layouts/templates/section.html", "<p>\n{{if eq $.Heading \"Bình Hòa\"}}{{.Nothing}}{{end}}</p>\n{{.Body}}")
	put(t, p.dir, "content/pages/a.md", "+++\ntitle = \"A\"\n+++\n\n## An Bình\n\nA.\n")
	put(t, p.dir, "content/pages/b.md", "+++\ntitle = \"B\"\n+++\n\n## Bình Hòa\n\nB.\n")
	g := p.site(p.preview())
	p.page(g, "trang/a.html")
	_, err := g.File("trang/b.html")
	var broken *Broken
	if !errors.As(err, &broken) || broken.Finding().Pos.String() != "layouts/templates/section.html:2:33" {
		t.Errorf("found %v", err)
	}
}
