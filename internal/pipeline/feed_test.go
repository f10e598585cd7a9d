package pipeline

import (
	"encoding/json"
	"encoding/xml"
	"path"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// atom is what RFC 4287 asks of a feed.
type atom struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"http://www.w3.org/2005/Atom id"`
	Title   string   `xml:"http://www.w3.org/2005/Atom title"`
	Updated string   `xml:"http://www.w3.org/2005/Atom updated"`
	Author  string   `xml:"http://www.w3.org/2005/Atom author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"http://www.w3.org/2005/Atom link"`
	Entries []struct {
		ID      string `xml:"http://www.w3.org/2005/Atom id"`
		Title   string `xml:"http://www.w3.org/2005/Atom title"`
		Updated string `xml:"http://www.w3.org/2005/Atom updated"`
		Link    struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"http://www.w3.org/2005/Atom link"`
		Content struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"http://www.w3.org/2005/Atom content"`
	} `xml:"http://www.w3.org/2005/Atom entry"`
}

const address = "https://minhbach.example/cong/"

// readAtom reads a feed and holds it against the required elements of RFC 4287.
func readAtom(t *testing.T, files map[string]string, name string) atom {
	t.Helper()
	var f atom
	if err := xml.Unmarshal([]byte(files[name]), &f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if f.ID != address+name || f.Title == "" || f.Author != "Nhóm thử" || len(f.Links) != 2 || f.Links[0].Rel != "self" || f.Links[0].Href != f.ID ||
		f.Links[1].Rel != "alternate" || files[strings.TrimPrefix(f.Links[1].Href, address)] == "" {
		t.Errorf("%s: id %q, title %q, author %q, links %v", name, f.ID, f.Title, f.Author, f.Links)
	}
	seen := map[string]bool{}
	newest := ""
	for _, e := range f.Entries {
		if _, err := time.Parse(time.RFC3339, e.Updated); err != nil || !regexp.MustCompile(`^tag:minhbach\.example,2023-05-\d\d:[0-9a-f]{40}/`).MatchString(e.ID) || seen[e.ID] || e.Title == "" || e.Content.Type != "html" {
			t.Errorf("%s: %+v", name, e)
		}
		seen[e.ID] = true
		newest = max(newest, e.Updated)
		page, anchor, _ := strings.Cut(strings.TrimPrefix(e.Link.Href, address), "#")
		if files[page] == "" || byID(parse(t, files[page]), anchor) == nil {
			t.Errorf("%s: an entry leads to %q, which is not there", name, e.Link.Href)
		}
	}
	if _, err := time.Parse(time.RFC3339, f.Updated); err != nil || len(f.Entries) > 0 && f.Updated != newest {
		t.Errorf("%s was updated %q, its newest entry %q", name, f.Updated, newest)
	}
	return f
}

func TestFeedsHoldOneEntryACommit(t *testing.T) {
	p, h := scripted(t)
	files, _ := p.build()
	f := readAtom(t, files, "thay-doi.xml")
	var got []string
	for _, e := range f.Entries {
		got = append(got, e.Updated+" "+e.Title)
	}
	equal(t, "the feed", got, []string{"2023-05-09T23:30:00+07:00 9/5/2023: sửa 1", "2023-05-07T23:30:00+07:00 7/5/2023: sửa 1", "2023-05-10T12:00:00Z 6/5/2023: sửa 1",
		"2023-05-05T23:30:00+07:00 5/5/2023: rút 1", "2023-05-02T23:30:00+07:00 2/5/2023: sửa 1", "2023-05-01T23:30:00+07:00 1/5/2023: mới 6"})
	if want := "<p>Lý do: chép nhầm &lt;một&gt; chữ số</p><ul><li>Cây xanh đã trồng, phường An Bình, đến lúc khảo sát: 1.100 → 1.101 (sửa)</li></ul>"; f.Entries[4].Content.Text != want {
		t.Errorf("an entry says %q, want %q", f.Entries[4].Content.Text, want)
	}
	unit := readAtom(t, files, "don-vi/dong-ha.xml")
	if len(unit.Entries) != 2 || unit.Entries[0].ID != "tag:minhbach.example,2023-05-06:"+h["side"]+"/don-vi/dong-ha" {
		t.Errorf("the feed of a unit has %+v", unit.Entries)
	}
	if n := len(readAtom(t, files, "nghi-quyet/7-2022.xml").Entries); n != 6 {
		t.Errorf("the feed of a resolution has %d entries, want 6", n)
	}
	var j struct {
		Version, Title string
		FeedURL        string `json:"feed_url"`
		HomePageURL    string `json:"home_page_url"`
		Items          []struct {
			ID, URL, Title string
			ContentHTML    string `json:"content_html"`
			DatePublished  string `json:"date_published"`
		}
	}
	if err := json.Unmarshal([]byte(files["thay-doi-feed.json"]), &j); err != nil {
		t.Fatal(err)
	}
	if j.Version != "https://jsonfeed.org/version/1.1" || j.Title != f.Title || j.FeedURL != address+"thay-doi-feed.json" || j.HomePageURL != address+"thay-doi.html" || len(j.Items) != len(f.Entries) {
		t.Errorf("the JSON feed is %+v", j)
	}
	for i, item := range j.Items {
		if e := f.Entries[i]; item.ID != e.ID || item.URL != e.Link.Href || item.Title != e.Title || item.ContentHTML != e.Content.Text || item.DatePublished == "" {
			t.Errorf("item %d is %+v, in Atom %+v", i, item, e)
		}
	}
	for name, want := range map[string]string{"thay-doi.html": "thay-doi.xml", "don-vi/dong-ha.html": "../don-vi/dong-ha.xml", "nghi-quyet/7-2022.html": "../nghi-quyet/7-2022.xml", "index.html": ""} {
		if got := feedOf(parse(t, files[name])); got != want {
			t.Errorf("%s names the feed %q, want %q", name, got, want)
		}
	}
}

func feedOf(doc *html.Node) string {
	for _, l := range elements(doc, "link") {
		if attr(l, "rel") == "alternate" && attr(l, "type") == "application/atom+xml" {
			return attr(l, "href")
		}
	}
	return ""
}

func TestWithoutAnAddressThereIsNoFeed(t *testing.T) {
	p, _ := scripted(t)
	p.edit("data/portal.toml", "base-url = \"https://minhbach.example/cong\"", "")
	files, _ := p.build()
	for name, text := range files {
		if path.Ext(name) == ".xml" || strings.Contains(name, "feed") {
			t.Errorf("%s is there", name)
		}
		if path.Ext(name) == ".html" && (feedOf(parse(t, text)) != "" || strings.Contains(text, "feed.json")) {
			t.Errorf("%s names a feed", name)
		}
	}
}
