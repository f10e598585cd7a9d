package hosting

import (
	"encoding/xml"
	"fmt"
	"strconv"
)

// URL is a page of the sitemap. Day is when it last changed, "2023-04-21"; "" where nobody knows, which is said
// by saying nothing.
type URL struct {
	Loc string `xml:"loc"`
	Day string `xml:"lastmod,omitempty"`
}

// mostURLs is how many the protocol allows in one file.
const mostURLs = 50_000

const sitemapSpace = "http://www.sitemaps.org/schemas/sitemap/0.9"

// SitemapPaths are the files that n pages take: one, or as many as are needed with one that lists them.
func SitemapPaths(n int) []string {
	out := []string{"sitemap.xml"}
	for i := 1; n > mostURLs && (i-1)*mostURLs < n; i++ {
		out = append(out, sitemapPath(i))
	}
	return out
}

func sitemapPath(i int) string { return "sitemap-" + strconv.Itoa(i) + ".xml" }

// Sitemap returns the files of SitemapPaths for the pages of the site at base.
func Sitemap(base string, pages []URL) (map[string][]byte, error) {
	type set struct {
		XMLName xml.Name `xml:"urlset"`
		Space   string   `xml:"xmlns,attr"`
		URLs    []URL    `xml:"url"`
	}
	type index struct {
		XMLName xml.Name `xml:"sitemapindex"`
		Space   string   `xml:"xmlns,attr"`
		Parts   []URL    `xml:"sitemap"`
	}
	if len(pages) <= mostURLs {
		body, err := document(set{Space: sitemapSpace, URLs: pages})
		return map[string][]byte{"sitemap.xml": body}, err
	}
	out, all := map[string][]byte{}, index{Space: sitemapSpace}
	for i := 1; len(pages) > 0; i++ {
		some := pages[:min(mostURLs, len(pages))]
		pages = pages[len(some):]
		body, err := document(set{Space: sitemapSpace, URLs: some})
		if err != nil {
			return nil, err
		}
		out[sitemapPath(i)] = body
		all.Parts = append(all.Parts, URL{Loc: base + "/" + sitemapPath(i)})
	}
	body, err := document(all)
	out["sitemap.xml"] = body
	return out, err
}

func document(v any) ([]byte, error) {
	body, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the sitemap: %w", err)
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}

// Robots is robots.txt of the site at base: everything may be read, and here is the list. Search engines look for
// it at the root of a server only.
func Robots(base string) []byte {
	return []byte("User-agent: *\nAllow: /\n\nSitemap: " + base + "/sitemap.xml\n")
}
