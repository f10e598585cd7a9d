package acceptance

import (
	"net/url"
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// addresses are the attributes that name a file or a place.
var addresses = map[string]bool{"href": true, "src": true, "srcset": true, "action": true, "formaction": true, "poster": true, "data": true, "data-echarts": true,
	"data-search": true, "data-names": true}

func TestEveryLinkLeadsToAFileAndPlaceOfTheSite(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		if links := p.followAll(t); links < 10 {
			t.Errorf("found %d links, fewer than the head and foot of a page have", links)
		}
	})
}

// followAll follows every address on the page and returns how many there are.
func (p *page) followAll(t *testing.T) int {
	links := 0
	for _, e := range elements(p.doc) {
		for _, a := range e.Attr {
			if !addresses[a.Key] {
				continue
			}
			links++
			if problem := p.follow(e, a.Val); problem != "" {
				t.Errorf("%s: <%s %s=%q>: %s", p.path, e.Data, a.Key, a.Val, problem)
			}
		}
	}
	return links
}

// follow says what is wrong with an address on the page, "" if nothing is.
func (p *page) follow(e *html.Node, address string) string {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return err.Error()
	case e.Data == "a" && (u.Scheme == "https" || u.Scheme == "mailto"):
		return "" // a source elsewhere, which the reader chooses to open
	case e.Data == "link" && attr(e, "rel") == "canonical" && u.Host != "":
		return p.canonical(address)
	case u.Scheme != "" || u.Host != "" || u.RawQuery != "" || strings.HasPrefix(u.Path, "/"):
		return "not a relative address of a file"
	}
	target := p
	if u.Path != "" {
		name := path.Join(path.Dir(p.path), u.Path)
		if _, ok := p.site.files[name]; !ok || strings.HasSuffix(u.Path, "/") {
			return "no such file"
		}
		target = p.site.page(name)
	}
	if u.Fragment != "" && (target == nil || !target.ids[u.Fragment]) {
		return "no such place in the file"
	}
	if u.Path == "" && u.Fragment == "" {
		return "leads nowhere"
	}
	return ""
}

// canonical says what is wrong with where a page says that it stands: a file of the site below the portal's address,
// which a browser never asks for.
func (p *page) canonical(address string) string {
	name, ok := strings.CutPrefix(address, rootOfTests+"/")
	if name == "" {
		name = "index.html"
	}
	if !ok || p.site.files[name] == nil {
		return "no page of the site"
	}
	return ""
}

func TestEveryGlyphIsDrawn(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		symbols := map[string]bool{}
		for _, e := range elements(p.doc, "symbol") {
			symbols["#"+attr(e, "id")] = true
		}
		used := map[string]bool{}
		for _, e := range elements(p.doc, "use") {
			used[attr(e, "href")] = true
			if !symbols[attr(e, "href")] {
				t.Errorf("no symbol for %s", attr(e, "href"))
			}
		}
		for s := range symbols {
			if !used[s] {
				t.Errorf("the symbol %s is sent and not used", s)
			}
		}
	})
}

func TestEveryLinkSaysSomething(t *testing.T) {
	eachPage(t, func(t *testing.T, p *page) {
		for _, e := range elements(p.doc, "a", "button") {
			if named(e) == "" {
				t.Errorf("<%s href=%q> has no text", e.Data, attr(e, "href"))
			}
		}
	})
}

var cssAddress = regexp.MustCompile(`url\(|@import`)

func TestStylesAskForNoOtherFile(t *testing.T) {
	sheets := 0
	for name, body := range built.files {
		if path.Ext(name) != ".css" {
			continue
		}
		sheets++
		if found := cssAddress.Find(body); found != nil {
			t.Errorf("%s has %s: a further request, held nowhere against the files that are there", name, found)
		}
	}
	if sheets == 0 {
		t.Error("the site has no styles")
	}
}
