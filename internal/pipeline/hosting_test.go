package pipeline

import (
	"encoding/xml"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/layouts"
)

// sitemap is lastmod by path of the page; of one that stands twice or outside of the portal there is a failure.
func sitemap(t *testing.T, files map[string]string) map[string]string {
	t.Helper()
	var set struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc string `xml:"loc"`
			Day string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &set); err != nil {
		t.Fatalf("%v: %.200s", err, files["sitemap.xml"])
	}
	days := map[string]string{}
	for _, u := range set.URLs {
		path, ok := strings.CutPrefix(u.Loc, address)
		if _, twice := days[path]; !ok || twice {
			t.Errorf("%s stands twice or is none of the portal's", u.Loc)
		}
		days[path] = u.Day
	}
	return days
}

func TestSitemapHasEveryPageForReadersWithTheDayItLastChanged(t *testing.T) {
	p, _ := scripted(t)
	p.edit("data/units.toml", `name = "An Bình"`, "name = \"An Bình\"\naliases = [\"phuong-an-binh\", \"Yên Bình\"]")
	p.commit("2023-05-20", "Địa chỉ cũ")
	p.edit("content/pages/about.md", "Phường An Bình", "Chỉ phường An Bình")
	p.commit("2023-05-22", "Sửa lời")
	files, read := p.build()
	days := sitemap(t, files)
	if s, err := prepare(read, Options{Root: p.dir, Layouts: layouts.FS}); err != nil || s.rendered.Listed() != len(days) {
		t.Errorf("%d pages are listed, %d announced, %v", len(days), s.rendered.Listed(), err)
	}
	for path := range files {
		name := path
		if path == "index.html" {
			name = ""
		}
		_, listed := days[name]
		if page := strings.HasSuffix(path, ".html") && path != "404.html" && path != "don-vi/phuong-an-binh.html" && !strings.HasPrefix(path, "niem-yet/"); listed != page {
			t.Errorf("%s: in the sitemap: %v", path, listed)
		}
		delete(days, name)
	}
	if len(days) > 0 {
		t.Errorf("the sitemap lists what is not there: %v", days)
	}
	days = sitemap(t, files)
	for path, want := range map[string]string{
		"don-vi/binh-hoa.html":       "2023-05-20", // its record's file; its figure was withdrawn before
		"so-lieu/trees-planted.html": "2023-05-10", // the reason given later
		"thay-doi/2023.html":         "2023-05-10",
		"":                           "2023-05-20",
		"bao-cao/1-bc.html":          "2023-05-09",
		"gioi-thieu.html":            "2023-05-22",
		"ky-hieu.html":               "",           // words of the tool: nobody knows
		"so-lieu/trees-dead.html":    "2023-05-01", // moved to another file since, and the same
	} {
		if got, ok := days[path]; !ok || got != want {
			t.Errorf("%q: %q (%v), want %q", path, got, ok, want)
		}
	}
}

func TestNoDayIsBetterThanAFalseOne(t *testing.T) {
	p, _ := scripted(t)
	days := func() map[string]string {
		files, _ := p.build()
		return sitemap(t, files)
	}
	p.edit("content/pages/about.md", "Phường An Bình", "Chỉ phường An Bình")
	if d := days(); d["gioi-thieu.html"] != "" || d["don-vi/an-binh.html"] == "" {
		t.Errorf("with a text that is not committed: %v", d)
	}
	p.edit(trees, "total = 1131", "total = 1132")
	if d := days(); d["don-vi/an-binh.html"] != "" || d[""] != "" || d["so-lieu/trees-planted.html"] != "" || len(d) < 10 {
		t.Errorf("with a figure that is not committed: %v", d)
	}
	p.commit("2023-06-01", "Ghi")
	origin := p.dir
	p.dir = t.TempDir()
	p.git("2023-06-01", "clone", "-q", "--depth", "1", "file://"+origin, ".")
	for path, day := range days() {
		if day != "" {
			t.Errorf("of a shallow clone: %s on %s", path, day)
		}
	}
	if err := os.RemoveAll(p.dir + "/.git"); err != nil {
		t.Fatal(err)
	}
	for path, day := range days() {
		if day != "" {
			t.Errorf("without git: %s on %s", path, day)
		}
	}
}

func TestSearchEnginesAreToldOnlyWhereTheSiteStands(t *testing.T) {
	p := newPortal(t)
	files, _ := p.build()
	if want := "\nSitemap: " + address + "sitemap.xml\n"; !strings.HasSuffix(files["robots.txt"], want) {
		t.Errorf("robots.txt: %q", files["robots.txt"])
	}
	p.edit("data/portal.toml", `base-url = "https://minhbach.example/cong"`, "")
	files, _ = p.build()
	for _, path := range []string{"robots.txt", "sitemap.xml", ".well-known/security.txt"} {
		if _, there := files[path]; there {
			t.Errorf("%s without an address and a contact", path)
		}
	}
	p.edit("data/portal.toml", `locale = "vi"`, "locale = \"vi\"\ncontact = \"gop-y@minhbach.example\"")
	files, _ = p.build()
	if want := "Contact: mailto:gop-y@minhbach.example\nExpires: 2024-04-21T00:00:00Z\nPreferred-Languages: vi, en\n"; files[".well-known/security.txt"] != want {
		t.Errorf("security.txt: %q", files[".well-known/security.txt"])
	}
}

// head is the content of the <meta> of a page by name or property, and its canonical address.
func head(t *testing.T, page string) map[string]string {
	out := map[string]string{}
	doc := parse(t, page)
	for _, e := range append(elements(doc, "meta"), elements(doc, "link")...) {
		for _, key := range []string{"name", "property", "rel"} {
			if k := attr(e, key); k != "" {
				out[k] = attr(e, "content") + attr(e, "href")
			}
		}
	}
	return out
}

func TestAPageSaysWhatItIsWhenItIsShared(t *testing.T) {
	p := newPortal(t)
	files, _ := p.build()
	unit := head(t, files["don-vi/an-binh.html"])
	for key, want := range map[string]string{
		"canonical": address + "don-vi/an-binh.html", "og:url": address + "don-vi/an-binh.html", "og:type": "website",
		"og:title": "Phường An Bình", "og:site_name": "Cổng thử TP. Thử", "og:description": unit["description"], "twitter:card": "summary", "robots": "",
	} {
		if unit[key] != want {
			t.Errorf("%s: %q, want %q", key, unit[key], want)
		}
	}
	if home := head(t, files["index.html"]); home["canonical"] != address {
		t.Errorf("the home page is at %q", home["canonical"])
	}
	if lost := head(t, files["404.html"]); lost["canonical"] != "" || lost["og:title"] != "" || lost["robots"] != "noindex" {
		t.Errorf("404: %q", lost)
	}
	p.edit("data/portal.toml", `base-url = "https://minhbach.example/cong"`, "")
	files, _ = p.build()
	for path, page := range files {
		sheet := strings.HasPrefix(path, "niem-yet/") // it names the page it is a sheet of
		if h := head(t, page); strings.HasSuffix(path, ".html") && (h["canonical"] != "" != sheet || h["og:url"] != "") {
			t.Errorf("%s names an address that nobody knows: %q", path, h)
		}
	}
}

func TestAFormerAddressLeadsToTheUnit(t *testing.T) {
	p := newPortal(t)
	p.edit("data/units.toml", `name = "An Bình"`, "name = \"An Bình\"\naliases = [\"phuong-an-binh\", \"Yên Bình\"]")
	files, _ := p.build()
	old := files["don-vi/phuong-an-binh.html"]
	h := head(t, old)
	if h["canonical"] != address+"don-vi/an-binh.html" || h["robots"] != "" || h["og:title"] != "" || h["refresh"] != "" || strings.Contains(old, "http-equiv=\"refresh\"") {
		t.Errorf("head: %q", h)
	}
	main := elements(parse(t, old), "main")[0]
	if !slices.ContainsFunc(elements(main, "a"), func(a *html.Node) bool {
		return attr(a, "href") == "../don-vi/an-binh.html" && strings.Contains(said(a), "An Bình")
	}) {
		t.Errorf("no link to the unit: %s", said(main))
	}
	if unit := files["don-vi/an-binh.html"]; strings.Contains(unit, "phuong-an-binh") || !strings.Contains(unit, "Yên Bình") {
		t.Error("the unit's page names its former address, or not its other name")
	}
	if _, there := files["don-vi/Yên Bình.html"]; there || strings.Contains(files["sitemap.xml"], "phuong-an-binh") {
		t.Error("a name became an address, or the former address is in the sitemap")
	}
	p.edit("data/portal.toml", `base-url = "https://minhbach.example/cong"`, "")
	files, _ = p.build()
	if h := head(t, files["don-vi/phuong-an-binh.html"]); h["canonical"] != "../don-vi/an-binh.html" {
		t.Errorf("without an address: %q", h["canonical"])
	}
}

// The page of a unit that was merged lives on with its figures, so no server may lead away from it.
func TestAUnitThatBecameAnotherKeepsItsPage(t *testing.T) {
	p := newPortal(t)
	p.edit("data/units.toml", `name = "Đông Hà"`, "name = \"Đông Hà\"\nvalid-to = 2024-12-31\nsuccessors = [\"an-binh\"]")
	files, _ := p.build()
	main := elements(parse(t, files["don-vi/dong-ha.html"]), "main")[0]
	if !strings.Contains(said(main), "Nay thuộc: phường An Bình") || strings.Contains(files["don-vi/dong-ha.html"], "noindex") {
		t.Errorf("%.300s", said(main))
	}
	text, _, err := Hosting(t.Context(), Options{Root: p.dir, Layouts: layouts.FS}, "redirects", "en")
	if err != nil || strings.Contains(text, "dong-ha") {
		t.Errorf("%v: %s", err, text)
	}
}

func TestThePolicyOfTheServerIsThatOfThePortalsOwnTemplate(t *testing.T) {
	p := newPortal(t)
	put(t, p.dir, "layouts/templates/page.html", `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;"></head></html>`)
	for host, want := range map[string]string{"nginx": `"default-src 'self'; frame-ancestors 'none'"`, "headers": "/cong/*\n  Content-Security-Policy: default-src 'self'; frame-ancestors 'none'\n"} {
		if text, _, err := Hosting(t.Context(), Options{Root: p.dir, Layouts: layouts.FS}, host, "en"); err != nil || !strings.Contains(text, want) {
			t.Errorf("%s: %v:\n%s", host, err, text)
		}
	}
	_, _, err := Hosting(t.Context(), Options{Root: p.dir, Layouts: layouts.FS}, "ngimx", "vi")
	if m := new(Misuse); !errors.As(err, &m) || !strings.Contains(m.VI, `có phải "nginx"?`) {
		t.Errorf("%v", err)
	}
}

func TestPhonesGetThePictureOfTheIconThatTheSiteHas(t *testing.T) {
	p := newPortal(t)
	touch := func() string {
		files, _ := p.build()
		icon := head(t, files["don-vi/an-binh.html"])["apple-touch-icon"]
		if icon == "" {
			return ""
		}
		return files[strings.TrimPrefix(icon, "../")]
	}
	if picture := touch(); !strings.HasPrefix(picture, "\x89PNG") {
		t.Errorf("found %.20q", picture)
	}
	put(t, p.dir, "layouts/assets/icon.svg", `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	if picture := touch(); picture != "" {
		t.Error("the picture shows an icon that is not the portal's")
	}
	put(t, p.dir, "layouts/assets/icon-180.png", "own")
	if picture := touch(); picture != "own" {
		t.Errorf("found %.20q", picture)
	}
}
