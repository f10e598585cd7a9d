package publish

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/internal/diag"
)

// claims knows who asked for which path, and gathers what cannot be had.
type claims struct {
	files   map[string]claim  // by folded path
	dirs    map[string]string // a spelling by folded path
	refused []diag.Text
}

type claim struct {
	path string
	from string
	kept bool // somebody else's file
}

func newClaims() *claims {
	return &claims{files: map[string]claim{}, dirs: map[string]string{}}
}

// keep claims a file or folder that is not the tool's.
func (c *claims) keep(k stranger) {
	if k.dir {
		c.dirs[fold(k.path)] = k.path
		return
	}
	c.files[fold(k.path)] = claim{path: k.path, kept: true}
	for _, d := range parents(k.path) {
		c.dirs[fold(d)] = d
	}
}

// page claims the path of p, and reports whether it may be written.
func (c *claims) page(p Page) bool {
	if !portable(p.Path) {
		c.refuse(diag.Text{VI: "đường dẫn %q%s không dùng được cho một trang", EN: "%q%s is not a path for a page"}, p.Path, from(p.From))
		return false
	}
	mine := claim{path: p.Path, from: p.From}
	if other, taken := c.files[fold(p.Path)]; taken {
		c.clash(other, mine)
		return false
	}
	if d, taken := c.dirs[fold(p.Path)]; taken {
		c.refuse(diag.Text{VI: "%q%s trùng tên với thư mục %q", EN: "%q%s has the name of the folder %q"}, p.Path, from(p.From), d)
		return false
	}
	for _, d := range parents(p.Path) {
		if other, taken := c.files[fold(d)]; taken {
			c.refuse(diag.Text{VI: "%q%s cần một thư mục trùng tên với tệp %q", EN: "%q%s needs a folder with the name of the file %q"}, p.Path, from(p.From), other.path)
			return false
		}
		if spelt, taken := c.dirs[fold(d)]; taken && spelt != d {
			c.refuse(diag.Text{VI: "%q%s và thư mục %q chỉ khác nhau ở chữ hoa, chữ thường", EN: "%q%s and the folder %q differ in upper and lower case only"}, p.Path, from(p.From), spelt)
			return false
		}
		c.dirs[fold(d)] = d
	}
	c.files[fold(p.Path)] = mine
	return true
}

func (c *claims) clash(a, b claim) {
	switch {
	case a.kept:
		c.refuse(diag.Text{
			VI: "%q không do công cụ này ghi, và trang %q%s cũng muốn chỗ đó: dời hoặc xóa tệp ấy",
			EN: "%q was not written by this tool, and the page %q%s wants its place: move or delete that file"}, a.path, b.path, from(b.from))
	case a.path == b.path:
		c.refuse(diag.Text{VI: "hai trang cùng một địa chỉ: %q%s và %q%s", EN: "two pages with one address: %q%s and %q%s"},
			a.path, from(a.from), b.path, from(b.from))
	default:
		c.refuse(diag.Text{VI: "hai địa chỉ chỉ khác nhau ở chữ hoa, chữ thường: %q%s và %q%s", EN: "two addresses that differ in upper and lower case only: %q%s and %q%s"},
			a.path, from(a.from), b.path, from(b.from))
	}
}

func (c *claims) refuse(t diag.Text, args ...any) {
	p := problem(nil, t, args...).(*Problem)
	c.refused = append(c.refused, p.Text)
}

// err returns one problem with all that was refused, sorted, or nil.
func (c *claims) err() error {
	if len(c.refused) == 0 {
		return nil
	}
	slices.SortFunc(c.refused, func(a, b diag.Text) int { return strings.Compare(a.EN, b.EN) })
	var vi, en []string
	for _, t := range c.refused {
		vi, en = append(vi, t.VI), append(en, t.EN)
	}
	return &Problem{Text: diag.Text{VI: strings.Join(vi, "\n"), EN: strings.Join(en, "\n")}}
}

func from(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func fold(p string) string { return strings.ToLower(p) }

// parents returns the folders above p, outermost first.
func parents(p string) []string {
	var out []string
	for d := path.Dir(p); d != "."; d = path.Dir(d) {
		out = append(out, d)
	}
	slices.Reverse(out)
	return out
}

// portable reports whether p stays in its folder and is a file name on every common file system.
func portable(p string) bool {
	if !fs.ValidPath(p) || p == "." || p == manifestName {
		return false
	}
	if strings.ContainsAny(p, `\<>:"|?*`) || strings.ContainsFunc(p, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return false
	}
	for part := range strings.SplitSeq(p, "/") {
		if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") || len(part) > 255 {
			return false
		}
	}
	return true
}
