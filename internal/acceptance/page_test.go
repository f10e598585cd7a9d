package acceptance

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// site is a folder of files as a web server or a USB stick would have it.
type site struct {
	dir   string
	files map[string][]byte // by path, with slashes
	pages []*page           // by path
}

// page is one HTML file.
type page struct {
	site *site
	path string
	body []byte
	doc  *html.Node
	kind string          // data-page-type
	ids  map[string]bool // of its elements
}

func readSite(dir string) (*site, error) {
	s := &site{dir: dir, files: map[string][]byte{}}
	tree := os.DirFS(dir)
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		s.files[name] = body
		if path.Ext(name) == ".html" {
			p, err := readPage(name, body)
			if err != nil {
				return err
			}
			p.site = s
			s.pages = append(s.pages, p)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the site in %s: %w", dir, err)
	}
	return s, nil
}

func readPage(name string, body []byte) (*page, error) {
	doc, err := html.Parse(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	p := &page{path: name, body: body, doc: doc, ids: map[string]bool{}}
	for _, e := range elements(doc) {
		if id := attr(e, "id"); id != "" {
			p.ids[id] = true
		}
		if e.Data == "html" {
			p.kind = attr(e, "data-page-type")
		}
	}
	return p, nil
}

// page returns the page at a path.
func (s *site) page(name string) *page {
	for _, p := range s.pages {
		if p.path == name {
			return p
		}
	}
	return nil
}

// eachPage runs a test on every page.
func eachPage(t *testing.T, look func(t *testing.T, p *page)) {
	if len(built.pages) == 0 {
		t.Fatal("the site has no pages")
	}
	for _, p := range built.pages {
		t.Run(p.path, func(t *testing.T) { look(t, p) })
	}
}

// elements are the elements below n with one of the tags, or all, in the order of the page.
func elements(n *html.Node, tags ...string) []*html.Node {
	var out []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (len(tags) == 0 || slices.Contains(tags, d.Data)) {
			out = append(out, d)
		}
	}
	return out
}

// attr is the value of an attribute, "" without one.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	return slices.Contains(strings.Fields(attr(n, "class")), class)
}

// text is what n says, its white space made single.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// named is what a link or button is called: its text, or the label it has instead.
func named(n *html.Node) string {
	if label := strings.TrimSpace(attr(n, "aria-label")); label != "" {
		return label
	}
	return text(n)
}
