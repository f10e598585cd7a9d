package hosting

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

var example = Site{Base: "https://minhbach.example/cong", Policy: "default-src 'self'", Moves: []Move{{"don-vi/cu", "don-vi/moi"}}}

func mustBlock(t *testing.T, host string, s Site, lang string) string {
	t.Helper()
	text, err := Block(host, s, lang)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestEveryBlockSpeaksBothLanguagesAndSaysTheSame(t *testing.T) {
	for _, host := range Hosts {
		vi, en := strings.Split(mustBlock(t, host, example, "vi"), "\n"), strings.Split(mustBlock(t, host, example, "en"), "\n")
		said := 0
		for i, line := range vi {
			switch comment := strings.HasPrefix(strings.TrimSpace(line), "# "); {
			case len(vi) != len(en) || !comment && line != en[i]:
				t.Fatalf("%s: %q in Vietnamese, %q in English", host, line, en[i])
			case comment && line != en[i]:
				said++
			}
		}
		if said == 0 {
			t.Errorf("%s says nothing", host)
		}
	}
}

// The values of two rules that meet are joined by such hosts, so that no header may be in two that do.
func TestNoHeaderIsSetTwiceForOneFile(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(mustBlock(t, "headers", example, "en")) {
		name, _, isHeader := strings.Cut(strings.TrimSpace(line), ": ")
		if isHeader && seen[name] {
			t.Errorf("%s stands twice", name)
		}
		if strings.HasPrefix(line, "  ") && !isHeader || !strings.HasPrefix(line, "  ") && line[0] != '#' && !strings.HasPrefix(line, "/cong/") {
			t.Errorf("%q", line)
		}
		seen[name] = isHeader
	}
	for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Cache-Control"} {
		if !seen[name] {
			t.Errorf("no %s", name)
		}
	}
}

func TestRedirectsOfAListNameEachFileOfAFormerAddress(t *testing.T) {
	text := mustBlock(t, "redirects", example, "en")
	for _, ending := range []string{"html", "csv", "json", "xml"} {
		if want := fmt.Sprintf("\n/cong/don-vi/cu.%s /cong/don-vi/moi.%s 301\n", ending, ending); !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if none := mustBlock(t, "redirects", Site{}, "en"); strings.Count(none, "\n") != 2 || strings.Contains(none, "301") {
		t.Errorf("without any: %q", none)
	}
}

func TestThePolicyIsTheOneThatAPageStates(t *testing.T) {
	for page, want := range map[string]string{
		`<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:">`: "default-src 'none'; img-src data:",
		`<META HTTP-EQUIV=content-security-policy  content="x">`:                                          "x",
		`<meta name="description" content="x">`:                                                           "",
	} {
		if got := Policy([]byte(page)); got != want {
			t.Errorf("%s: %q, want %q", page, got, want)
		}
	}
}

func TestAContactIsFoundInWordsOrThereIsNone(t *testing.T) {
	for words, want := range map[string]string{
		"Góp ý gửi về gop-y@minhbach.example.": "mailto:gop-y@minhbach.example",
		"https://minhbach.example/gop-y":       "https://minhbach.example/gop-y",
		"xem (https://minhbach.example/a).":    "https://minhbach.example/a",
		"http://minhbach.example/gop-y":        "",
		"Văn phòng, 72 Phan Đình Phùng":        "",
		"":                                     "",
		"a@b":                                  "",
		"x@minhbach.example\nEncryption: y":    "mailto:x@minhbach.example",
	} {
		if got := Contact(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
	text := string(Security("https://minhbach.example", "mailto:x@minhbach.example", time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)))
	want := "Contact: mailto:x@minhbach.example\nExpires: 2025-03-01T00:00:00Z\nPreferred-Languages: vi, en\nCanonical: https://minhbach.example/.well-known/security.txt\n"
	if text != want {
		t.Errorf("%q, want %q", text, want)
	}
}

func TestACountryHasASitemapInParts(t *testing.T) {
	const n = 2*mostURLs + 1
	pages := make([]URL, n)
	for i := range pages {
		pages[i] = URL{Loc: fmt.Sprintf("https://minhbach.example/%d.html?a&b", i)}
	}
	files, err := Sitemap("https://minhbach.example", pages)
	if err != nil {
		t.Fatal(err)
	}
	var index struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
		Parts   []URL    `xml:"sitemap"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &index); err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, part := range index.Parts {
		var set struct {
			URLs []URL `xml:"url"`
		}
		body := files[strings.TrimPrefix(part.Loc, "https://minhbach.example/")]
		if err := xml.Unmarshal(body, &set); err != nil || len(set.URLs) == 0 || len(set.URLs) > mostURLs || len(body) > 50<<20 {
			t.Fatalf("%s: %v, %d pages, %d bytes", part.Loc, err, len(set.URLs), len(body))
		}
		for _, u := range set.URLs {
			if u != pages[found] {
				t.Fatalf("%+v, want %+v", u, pages[found])
			}
			found++
		}
	}
	paths := SitemapPaths(n)
	if found != n || len(paths) != len(files) || slices.ContainsFunc(paths, func(p string) bool { return files[p] == nil }) {
		t.Errorf("%d pages in %q", found, paths)
	}
	if paths := SitemapPaths(mostURLs); !slices.Equal(paths, []string{"sitemap.xml"}) {
		t.Errorf("%q", paths)
	}
}

func TestWhatASiteSaysCannotBecomeAnotherRule(t *testing.T) {
	for _, s := range []Site{{}, example, {Base: "http://127.0.0.1:8080/a_b/c~1/"}, {Policy: "script-src 'sha256-ab+/=' https://*.example"}} {
		if bad := s.Unfit(); bad != "" {
			t.Errorf("%+v: %q", s, bad)
		}
	}
	for _, s := range []Site{{Base: "https://x.example/a;b"}, {Base: "https://x.example/a{b"}, {Base: "https://x.example/$a"}, {Base: "https://xã.example"},
		{Base: "https://x.example/a\nb"}, {Policy: `x"; y`}, {Policy: "x\ny"}, {Policy: "$x"}} {
		if s.Unfit() == "" {
			t.Errorf("%+v is taken", s)
		}
	}
	if got := (Site{}).Framed(); got != "frame-ancestors 'none'" {
		t.Errorf("%q", got)
	}
}
