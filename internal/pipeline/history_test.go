package pipeline

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

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

// told is the log as the page tells it: commit by commit, one line each.
func told(t *testing.T, page string) []string {
	t.Helper()
	var out []string
	for _, log := range find(parse(t, page), "log") {
		for item := range log.ChildNodes() {
			if item.Type != html.ElementNode {
				continue
			}
			head := said(elements(item, "h3")[0])
			whys := find(item, "why")
			out = append(out, head+" | "+said(whys[0]))
			for _, moves := range find(item, "moves") {
				for _, li := range elements(moves, "li") {
					out = append(out, "  "+said(find(li, "who")[0])+" | "+said(find(li, "move")[0]))
				}
			}
			for _, d := range elements(item, "details") {
				out = append(out, "  "+said(elements(d, "summary")[0]))
				for _, li := range elements(d, "li") {
					out = append(out, "    "+said(li))
				}
			}
		}
	}
	return out
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

func TestTheLogPageHoldsExactlyWhatHappened(t *testing.T) {
	p, h := scripted(t)
	files, read := p.build()
	want := []string{
		"9/5/2023 lần ghi " + h["back"][:8] + " | Lý do: bản in đúng là 1.100",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.101 → nay ghi 1.100",
		"7/5/2023 lần ghi " + h["silent"][:8] + " | Không ghi lý do; lời ghi kèm: “Sửa tổng”",
		"  Cây xanh đã trồng, số chung, như công bố đến lúc khảo sát | ± sửa trước ghi 1.130 → nay ghi 1.131",
		"6/5/2023 lần ghi " + h["side"][:8] + " | Lý do: văn bản 12 (ghi bổ sung ngày 10/5/2023)",
		"  Cây xanh đã trồng, xã Đông Hà đến lúc khảo sát | ± sửa trước ghi Đang triển khai → nay ghi 0",
		"5/5/2023 lần ghi " + h["withdrawn"][:8] + " | Lý do: nguồn không có",
		"  Cây xanh đã trồng, phường Bình Hòa đến lúc khảo sát | − rút trước ghi 30",
		"2/5/2023 lần ghi " + h["reason"][:8] + " | Lý do: chép nhầm <một> chữ số",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.100 → nay ghi 1.101",
		"1/5/2023 lần ghi " + h["new"][:8] + " | Lời ghi kèm: “Nhập báo cáo”",
		"  6 số liệu mới 1/5/2023",
		"    Cây chết, đến lúc khảo sát: 2",
		"    Cây xanh đã trồng, đến lúc khảo sát: 4",
	}
	equal(t, "the newest", told(t, files["thay-doi.html"]), want)
	equal(t, "the year", told(t, files["thay-doi/2023.html"]), want)
	doc := parse(t, files["thay-doi.html"])
	var facts []string
	for _, f := range elements(find(doc, "facts")[0], "div") {
		facts = append(facts, said(elements(f, "dt")[0])+" "+said(find(f, "num")[0]))
	}
	equal(t, "the counts", facts, []string{"Sửa 4", "Báo cáo sau nêu khác 0", "Rút 1", "Mới 6"})
	if lead := said(find(doc, "lead")[0]); !strings.Contains(lead, "từ lần ghi đầu tiên, ngày 1/5/2023") {
		t.Errorf("the lead says %q", lead)
	}
	var links []string
	for _, who := range find(doc, "who") {
		for _, a := range elements(who, "a") {
			links = append(links, attr(a, "href"))
		}
	}
	equal(t, "the figures lead to", links, []string{"don-vi/an-binh.html#trees-planted.survey", "so-lieu/trees-planted.html#total.survey",
		"don-vi/dong-ha.html#trees-planted.survey", "don-vi/an-binh.html#trees-planted.survey"})
	var warned []string
	for _, f := range read.Findings {
		warned = append(warned, f.Pos.String()+" "+f.Rule.ID)
	}
	equal(t, "the warnings", warned, []string{trees + ":8:1 reason-missing"})
}

func TestTheFigureAndItsUnitSayTheSame(t *testing.T) {
	p, h := scripted(t)
	files, _ := p.build()
	page := parse(t, files["don-vi/an-binh.html"])
	row := byID(page, "trees-planted.survey")
	equal(t, "beside the figure", []string{said(find(row, "amended")[0])}, []string{"± đã sửa 9/5/2023: trước ghi 1.101"})
	var past []string
	for _, li := range elements(find(row, "moves")[0], "li") {
		past = append(past, said(li))
	}
	want := []string{"9/5/2023± sửa trước ghi 1.101 → nay ghi 1.100Lý do: bản in đúng là 1.100",
		"2/5/2023± sửa trước ghi 1.100 → nay ghi 1.101Lý do: chép nhầm <một> chữ số", "1/5/2023+ mới nay ghi 1.100Lời ghi kèm: “Nhập báo cáo”"}
	equal(t, "its history", past, want)
	if dead := byID(page, "trees-dead.survey"); len(find(dead, "amended")) > 0 || len(find(dead, "moves")) > 0 {
		t.Error("a figure that only came in has a history")
	}
	if again := byID(parse(t, files["so-lieu/trees-planted.html"]), "an-binh.survey"); len(find(again, "amended")) > 0 {
		t.Error("the mark stands elsewhere than at the figure's address")
	}
	recent := byID(page, "thay-doi")
	equal(t, "the unit's recent changes", heads(recent), []string{"9/5/2023 Cây xanh đã trồng, phường An Bình đến lúc khảo sát", "2/5/2023 Cây xanh đã trồng, phường An Bình đến lúc khảo sát"})
	if got := attr(elements(recent, "a")[0], "href"); got != "../thay-doi/2023.html#"+h["back"][:8] {
		t.Errorf("the newest leads to %q", got)
	}
	if got := heads(byID(parse(t, files["nghi-quyet/7-2022.html"]), "thay-doi")); len(got) != 5 {
		t.Errorf("the resolution lists %q, want five", got)
	}
}

func heads(n *html.Node) (out []string) {
	for _, who := range find(n, "who") {
		out = append(out, said(who))
	}
	return out
}

func TestWhatOnlyCameInIsOneSentence(t *testing.T) {
	p := newPortal(t)
	p.git("2023-05-01", "init", "-q", "-b", "main")
	p.commit("2023-05-01", "Nhập báo cáo")
	files, _ := p.build()
	recent := byID(parse(t, files["don-vi/an-binh.html"]), "thay-doi")
	if text := said(recent); !strings.Contains(text, "được đăng lần đầu ngày 1/5/2023; chưa có sửa đổi nào") || len(find(recent, "moves")) > 0 {
		t.Errorf("the unit says %q", text)
	}
	p.edit(trees, "dong-ha = ", "an-binh-moi = ")
	p.edit("data/units.toml", "[unit.dong-ha]", "[unit.an-binh-moi]")
	p.edit("data/units.toml", "Đông Hà", "An Bình mới")
	p.commit("2023-05-02", "Đổi đơn vị")
	files, _ = p.build()
	recent = byID(parse(t, files["don-vi/an-binh-moi.html"]), "thay-doi")
	equal(t, "what came later", heads(recent), []string{"2/5/2023 Cây xanh đã trồng, xã An Bình mới đến lúc khảo sát"})
	if !slices.Contains(told(t, files["thay-doi.html"]), "  Cây xanh đã trồng, dong-ha đến lúc khảo sát | − rút trước ghi Đang triển khai") {
		t.Errorf("the withdrawn figure of a unit that is gone: %q", told(t, files["thay-doi.html"]))
	}
}

func TestTheRegisterSaysTheSame(t *testing.T) {
	p, h := scripted(t)
	files, _ := p.build()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["thay-doi.csv"], "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, key := range rows[0] {
			r[key] = row[i]
		}
		if r["class"] != "new" {
			got = append(got, strings.Join([]string{r["date"], r["commit"], r["class"], r["table"], r["address"], r["indicator_name"], r["unit_name"], r["old"] + ">" + r["new"],
				r["old_value"] + ">" + r["new_value"], r["old_state"] + ">" + r["new_state"], r["fields"], r["reason"], r["reason_given"], r["reason_date"], r["subject"]}, "|"))
		}
	}
	equal(t, "the register", got, []string{
		"2023-05-09|" + h["back"] + "|corrected|trees-planted|an-binh|Cây xanh đã trồng|phường An Bình|1.101>1.100|1101>1100|reported>reported|value|bản in đúng là 1.100|true||Trở lại như cũ",
		"2023-05-07|" + h["silent"] + "|corrected|trees-planted|total|Cây xanh đã trồng||1.130>1.131|1130>1131|reported>reported|value||||Sửa tổng",
		"2023-05-06|" + h["side"] + "|corrected|trees-planted|dong-ha|Cây xanh đã trồng|xã Đông Hà|Đang triển khai>0|>0|in-progress>reported|value; state|văn bản 12|true|2023-05-10|Có số",
		"2023-05-05|" + h["withdrawn"] + "|withdrawn|trees-planted|binh-hoa|Cây xanh đã trồng|phường Bình Hòa|30>|30>|reported>||nguồn không có|true||Rút Bình Hòa",
		"2023-05-02|" + h["reason"] + "|corrected|trees-planted|an-binh|Cây xanh đã trồng|phường An Bình|1.100>1.101|1100>1101|reported>reported|value|chép nhầm <một> chữ số|true||Sửa An Bình",
	})
	if len(rows) != 1+5+6 {
		t.Errorf("%d rows, want five changes and six news", len(rows)-1)
	}
}

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

// Whatever git cannot tell, the site is built, and the page says why in its lead.
func TestWhatGitCannotTellIsSaid(t *testing.T) {
	lead := func(p *portal) (string, map[string]string) {
		files, read := p.build()
		if read.Log.Note == nil {
			t.Error("no note")
		}
		return said(find(parse(t, files["thay-doi.html"]), "lead")[0]), files
	}
	p := newPortal(t)
	text, files := lead(p)
	if text != "Không có nhật ký số liệu: dữ liệu không nằm trong một kho git." || files["thay-doi/2023.html"] != "" {
		t.Errorf("without a repository the page says %q", text)
	}
	if byID(parse(t, files["don-vi/an-binh.html"]), "thay-doi") != nil {
		t.Error("a unit tells of changes that nobody knows")
	}
	if n := len(readAtom(t, files, "thay-doi.xml").Entries); n > 0 {
		t.Errorf("the feed has %d entries", n)
	}
	t.Setenv("PATH", t.TempDir())
	if text, _ := lead(newPortal(t)); text != "Không có nhật ký số liệu: máy dựng trang không có chương trình git." {
		t.Errorf("without git the page says %q", text)
	}
}

func TestAShallowCloneInventsNoDate(t *testing.T) {
	p, h := scripted(t)
	clone := &portal{t, filepath.Join(t.TempDir(), "clone")}
	p.git("2023-05-11", "clone", "-q", "--depth", "3", "file://"+p.dir, clone.dir)
	files, _ := clone.build()
	equal(t, "the page", told(t, files["thay-doi.html"]), []string{
		"9/5/2023 lần ghi " + h["back"][:8] + " | Lý do: bản in đúng là 1.100",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.101 → nay ghi 1.100"})
	if text := said(find(parse(t, files["thay-doi.html"]), "lead")[0]); !strings.Contains(text, "nhật ký chỉ kể từ đó") {
		t.Errorf("the lead says %q", text)
	}
	if text := said(byID(parse(t, files["don-vi/dong-ha.html"]), "thay-doi")); strings.Contains(text, "lần đầu") || !strings.Contains(text, "chưa có sửa đổi nào ở đây") {
		t.Errorf("a unit without a change says %q", text)
	}
}

// A site of the same repository has the same bytes wherever it lies, with or without what is kept of it.
func TestTheLogGivesTheSameBytes(t *testing.T) {
	p, _ := scripted(t)
	first, _ := p.build()
	clone := &portal{t, filepath.Join(t.TempDir(), "clone")}
	p.git("2023-05-11", "clone", "-q", p.dir, clone.dir)
	t.Setenv("TZ", "Pacific/Kiritimati")
	for _, other := range []*portal{p, clone} {
		files, _ := other.build()
		for _, name := range slices.Sorted(maps.Keys(first)) {
			if files[name] != first[name] {
				t.Errorf("%s differs", name)
			}
		}
		if len(files) != len(first) {
			t.Errorf("%d files, want %d", len(files), len(first))
		}
	}
}

// A log of more than a thousand entries stays light to open, and none of them is lost.
func TestALongLogIsDividedIntoPages(t *testing.T) {
	p := newPortal(t)
	var stream bytes.Buffer
	table := "resolutions = [\"7-2022\"]\nat = \"I\"\ntopic = \"Trồng cây xanh\"\n[figures.trees-planted]\nperiod = \"survey\"\nat = \"I\"\ntotal = 5\n[figures.trees-planted.units]\n"
	for n := range 1100 {
		text := fmt.Sprintf("%san-binh = %d\nbinh-hoa = 3\n", table, 1000+n)
		message := fmt.Sprintf("lần %d\n\nReason: đính chính thứ %d", n, n)
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter Lan <lan@example.org> %d +0700\ndata %d\n%s\n", 1640000000+n*86400/2, len(message), message)
		fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", trees, len(text), text)
	}
	p.git("2021-12-01", "init", "-q", "-b", "main")
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = p.dir, &stream
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.git("2023-06-01", "reset", "-q", "main")
	p.git("2023-06-01", "checkout", "-q", "--", trees)
	files, _ := p.build()
	lines := 0
	for name, text := range files {
		if dir, _ := path.Split(name); path.Ext(name) != ".html" || dir != "thay-doi/" && name != "thay-doi.html" {
			continue
		}
		if n := gzipped(t, text); n > 40_000 { // styles and script come to it
			t.Errorf("%s has %d bytes, gzipped", name, n)
		}
		if name != "thay-doi.html" {
			lines += len(find(parse(t, text), "move"))
		}
	}
	if lines != 1102 {
		t.Errorf("%d lines on all pages, want one for each of 1,102 entries", lines)
	}
	if n := len(find(parse(t, files["thay-doi.html"]), "move")); n == 0 || n > 40 {
		t.Errorf("the first page has %d lines", n)
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
