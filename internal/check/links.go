package check

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/narrative"
	"minhbach/internal/source"
)

// openedPages are the texts of content/pages/ that open a page of the tool, which has a title and headings of
// its own.
var openedPages = []string{"home", "states", "checks", "data", "works"}

// isFree reports whether a text is a page of its own.
func isFree(name string) bool {
	return path.Dir(name) == "content/pages" && !slices.Contains(openedPages, stem(name))
}

// titled tells of a page of its own that has no title: links to it would have no words.
func (c *checker) titled(p *source.Page) {
	if !isFree(p.Path) || p.Broken || !idForm.MatchString(stem(p.Path)) {
		return
	}
	if p.Front == nil {
		c.find(place{diag.Pos{File: p.Path, Line: 1, Col: 1}, 1}, ruleNoTitle)
		return
	}
	slip := func(v *source.Value) bool {
		return diag.Nearest(v.Key, []string{"title"}) != "" || keyInVietnamese(v.Key, []string{"title"}) != ""
	}
	if p.Front.Get("title") == nil && !p.Front.Broken && !slices.ContainsFunc(p.Front.Fields, slip) {
		c.find(tableOf(p.Front), ruleNoTitle)
	}
}

// address tells of an address that leads to nothing: a heading that the page has not, or a file.
func (c *checker) address(l narrative.Link, d *narrative.Doc) {
	at := place{l.Pos, 1}
	switch {
	case l.Dest == "" && isFree(d.Path):
		var ids []string
		for _, s := range d.Sections {
			if s.ID != "" {
				ids = append(ids, s.ID)
			}
		}
		if !slices.Contains(ids, l.Fragment) {
			c.unknownID(at, l.Fragment, nounHeading, d.Path, ids)
		}
	case l.Dest != "" && !l.Portal() && !strings.Contains(l.Dest, ":"):
		at.width = utf8.RuneCountInString("[")
		c.find(at, ruleRelative, l.Dest)
	}
}

var singleBraces = regexp.MustCompile(`\{ ?([a-z0-9-]+)/[a-z0-9.-]+[^{}\n]*\}`)

// singleBraces tells of a binding with one brace on each side, which would be printed as it stands.
func (c *checker) singleBraces(p narrative.Passage, rd *round) {
	for _, m := range singleBraces.FindAllStringSubmatchIndex(p.Text, -1) {
		if m[0] > 0 && p.Text[m[0]-1] == '{' {
			continue // one of two that are not closed, which was told
		}
		written := p.Text[m[0]:m[1]]
		if rd != nil && rd.tables.byID[p.Text[m[2]:m[3]]] != nil {
			c.advise(place{p.Pos(m[0]), utf8.RuneCountInString(written)}, ruleSingleBraces, []any{"{" + written + "}"}, written)
		}
	}
}

var ruleSingleBraces = ruleBinding.With(
	diag.Text{VI: "%s sẽ in nguyên ra như chữ: tham chiếu số liệu viết hai dấu ngoặc", EN: "%s would be printed as it stands: a binding has two braces"},
	diag.Text{VI: "viết %s", EN: "write %s"})

var nounHeading = diag.Text{VI: "đề mục", EN: "heading"}

var ruleNoTitle = ruleMissingKey.With(
	diag.Text{VI: "trang này không có tiêu đề, nên liên kết tới nó không có chữ", EN: "the page has no title, so links to it have no words"},
	diag.Text{VI: "thêm title = \"…\" vào phần đầu tệp, giữa hai dòng +++", EN: "add title = \"…\" to the front matter, between two lines +++"})

var ruleRelative = &diag.Rule{
	ID: "relative-link", Severity: diag.Warning,
	Title:   diag.Text{VI: "liên kết tới một tệp mà cổng không có", EN: "a link to a file that the portal has not"},
	Reason:  diag.Text{VI: "Công cụ chỉ đăng các trang nó dựng và các văn bản trong data/; liên kết tới tệp khác thì người đọc bấm vào không ra gì.", EN: "Only the pages of the site and the documents of data/ are published; a link to another file leads the reader nowhere."},
	Message: diag.Text{VI: "cổng không đăng tệp nào ở địa chỉ %q", EN: "the portal publishes no file at the address %q"},
	Hint:    diag.Text{VI: "dẫn bằng mã: unit:…, resolution:…, page:…; văn bản thì khai trong data/documents.toml rồi viết document:…", EN: "link by id: unit:…, resolution:…, page:…; put a document into data/documents.toml and write document:…"},
	Before:  "[Kế hoạch](ke-hoach.pdf)", After: "[Kế hoạch](document:259-kh-hdnd)",
}
