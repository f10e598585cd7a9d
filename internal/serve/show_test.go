package serve

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

// files is a site of a test.
type files map[string]string

func (f files) File(path string) ([]byte, error) {
	body, ok := f[path]
	switch {
	case !ok:
		return nil, fs.ErrNotExist
	case body == "broken":
		return nil, fmt.Errorf("making %s: %w", path, brokenHere{})
	}
	return []byte(body), nil
}

// brokenHere is a page that cannot be made.
type brokenHere struct{}

func (brokenHere) Error() string         { return "broken" }
func (brokenHere) Finding() diag.Finding { return found(3, "mẫu hỏng") }

const head = `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'"></head>`

var site = files{
	"index.html":          head + "home",
	"don-vi/a.html":       head + "unit",
	"don-vi/a.csv":        "csv",
	"con/index.html":      head + "index",
	"404.html":            head + "lost",
	"assets/app.12345.js": "js",
	"nguon/1.pdf":         "pdf",
	"nguon/1.docx":        "docx",
	"hong.html":           "broken",
}

var rule = &diag.Rule{ID: "odd", Severity: diag.Error, Message: diag.Text{VI: "%s lạ", EN: "odd %s"}, Hint: diag.Text{VI: "bỏ đi", EN: "drop it"}}

// found is an error in a line of data/a.toml.
func found(line int, what string) diag.Finding {
	return diag.Finding{Pos: diag.Pos{File: "data/a.toml", Line: line, Col: 5}, Width: 2, Rule: rule, Args: []any{what}, HintArgs: []any{}}
}

func good(s Site) State { return State{Site: s, Lang: "vi"} }

// bad is a save that is stopped by a finding.
func bad(what string) State {
	return State{Findings: diag.List{found(2, what)}, Lang: "vi", Source: func(string) []byte { return []byte("a = 1\nb = <x>\nc = 3\n") }}
}

func showOf(states ...State) *show {
	s := newShow(Options{Lang: "vi"})
	for _, state := range states {
		s.set(state, nil)
	}
	return s
}

// ask sends one request; headers are pairs of a name and its value.
func ask(s *show, method, host, path string, headers ...string) *http.Response {
	r := httptest.NewRequest(method, "http://localhost"+path, nil)
	r.Host = host
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	guard(s.options, s).ServeHTTP(w, r)
	return w.Result()
}

func get(s *show, path string) (int, string) {
	res := ask(s, "GET", "localhost:8080", path)
	body, _ := io.ReadAll(res.Body)
	return res.StatusCode, string(body)
}

func TestFilesAreServedByTheirEndingAndOnlyPagesAreDressed(t *testing.T) {
	s := showOf(good(site))
	for path, want := range map[string]struct{ kind, body string }{
		"/":                    {"text/html", "home"},
		"/index.html":          {"text/html", "home"},
		"/don-vi/a.html":       {"text/html", "unit"},
		"/don-vi/a.csv":        {"text/csv", "csv"},
		"/con/":                {"text/html", "index"},
		"/assets/app.12345.js": {"text/javascript", "js"},
		"/nguon/1.pdf":         {"application/pdf", "pdf"},
		"/nguon/1.docx":        {"application/octet-stream", "docx"},
	} {
		res := ask(s, "GET", "localhost:8080", path)
		body, _ := io.ReadAll(res.Body)
		got, page := strings.CutPrefix(string(body), "<head>")
		if res.StatusCode != 200 || !strings.HasPrefix(res.Header.Get("Content-Type"), want.kind) || page != (want.kind == "text/html") {
			t.Errorf("%s: %d %s %q", path, res.StatusCode, res.Header.Get("Content-Type"), body)
		}
		if page && (!strings.HasSuffix(got, "</head>"+want.body) || strings.Count(got, `src="/.minhbach/preview.js" defer`) != 1) || !page && got != want.body {
			t.Errorf("%s: %s", path, body)
		}
		if policy := res.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
	}
}

func TestWhatIsNotThereGivesTheNotFoundPage(t *testing.T) {
	s := showOf(good(site))
	for _, path := range []string{"/x.html", "/con/../.git/config", "/../etc/passwd", "/don-vi/", "/x/y/z.html"} {
		if code, body := get(s, path); code != 404 || !strings.HasSuffix(body, "lost") || !strings.Contains(body, "preview.js") {
			t.Errorf("%s: %d %q", path, code, body)
		}
	}
	for path, want := range map[string]int{"/.minhbach/preview.js": 200, "/.minhbach/preview.css": 200, "/.minhbach/": 404, "/.minhbach/serve.go": 404, "/.minhbach/x": 404} {
		if code, _ := get(s, path); code != want {
			t.Errorf("%s: found %d, want %d", path, code, want)
		}
	}
	if code, _ := get(showOf(good(files{})), "/"); code != 404 {
		t.Errorf("without a page for it: %d", code)
	}
}

func TestFolderWithoutSlashLeadsToTheFolder(t *testing.T) {
	s := showOf(good(site))
	for _, path := range []string{"/con", "//con"} {
		if res := ask(s, "GET", "localhost", path); res.StatusCode != 301 || res.Header.Get("Location") != "/con/" {
			t.Errorf("%s: %d %s", path, res.StatusCode, res.Header.Get("Location"))
		}
	}
}

func TestNothingCanBeSent(t *testing.T) {
	s := showOf(good(site))
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS"} {
		if res := ask(s, method, "localhost", "/"); res.StatusCode != 405 {
			t.Errorf("%s: found %d, want 405", method, res.StatusCode)
		}
	}
	res := ask(s, "HEAD", "localhost", "/")
	if body, _ := io.ReadAll(res.Body); res.StatusCode != 200 || len(body) != 0 {
		t.Errorf("HEAD: %d %q", res.StatusCode, body)
	}
}

func TestThePolicyOfThePageHoldsAndOpensForEventsAlone(t *testing.T) {
	for policy, want := range map[string]string{
		"default-src 'none'; script-src 'self'": "default-src 'none'; script-src 'self'; connect-src 'self'",
		"default-src 'none';connect-src 'none'": "default-src 'none'; connect-src 'self'",
		"connect-src https://a.example; ; x":    "connect-src https://a.example 'self'; x",
		"Connect-Src 'self'":                    "Connect-Src 'self'",
		"":                                      "connect-src 'self'",
	} {
		if got := listening(policy); got != want {
			t.Errorf("%q: found %q, want %q", policy, got, want)
		}
	}
	for body, want := range map[string]string{
		head: `content="default-src &#39;none&#39;; script-src &#39;self&#39;; connect-src &#39;self&#39;"`,
		"":   `<link rel="stylesheet"`,
	} {
		s := showOf(good(files{"index.html": body}))
		res := ask(s, "GET", "localhost", "/")
		got, _ := io.ReadAll(res.Body)
		policy := res.Header.Get("Content-Security-Policy")
		if !strings.Contains(string(got), want) || !strings.HasPrefix(policy, "default-src 'none'; script-src 'self';") || !strings.HasSuffix(policy, "connect-src 'self'; frame-ancestors 'none'") {
			t.Errorf("%q: %s, %q", body, got, policy)
		}
	}
}

func TestWithoutASiteEveryPageSaysWhatIsWrongUntilThereIsOne(t *testing.T) {
	s := showOf(bad("dòng <này>"))
	for _, path := range []string{"/", "/don-vi/a.html", "/assets/app.12345.js"} {
		code, body := get(s, path)
		for _, want := range []string{"Chưa dựng được trang", "data/a.toml:2:5", "dòng &lt;này&gt; lạ", "b = <mark>&lt;x</mark>&gt;", "bỏ đi", "odd", "preview.js"} {
			if code != 503 || !strings.Contains(body, want) {
				t.Errorf("%s: %d, without %q: %s", path, code, want, body)
			}
		}
	}
	s.set(good(site), nil)
	if code, body := get(s, "/"); code != 200 || !strings.HasSuffix(body, "home") {
		t.Errorf("mended: %d %s", code, body)
	}
}

func TestAPageThatCannotBeMadeSaysSoAloneOfAll(t *testing.T) {
	s := showOf(good(site))
	if code, body := get(s, "/hong.html"); code != 500 || !strings.Contains(body, "mẫu hỏng lạ") {
		t.Errorf("%d %s", code, body)
	}
	if code, _ := get(s, "/"); code != 200 {
		t.Errorf("another page: %d", code)
	}
}

func TestABadSaveKeepsTheLastGoodSite(t *testing.T) {
	s := showOf(good(site), bad("x"))
	if code, body := get(s, "/"); code != 200 || !strings.HasSuffix(body, "home") {
		t.Errorf("%d %s", code, body)
	}
	s.set(State{}, errors.New("đĩa hỏng"))
	if code, body := get(s, "/"); code != 200 || !strings.HasSuffix(body, "home") {
		t.Errorf("when the machine fails: %d %s", code, body)
	}
	if v, _ := s.current(); !strings.Contains(v.notice.html, "đĩa hỏng") || !v.stops {
		t.Errorf("the failure is not told: %s", v.notice.html)
	}
}

func TestNoticeSpeaksTheLanguageAndStopsAtFifty(t *testing.T) {
	state := State{Lang: "en"}
	for i := range 60 {
		state.Findings.Add(found(i+1, fmt.Sprint("f", i)))
	}
	n := noticeOf(state, nil, "en", true)
	if got := strings.Count(n.html, "mb-where"); got != most || !strings.Contains(n.html, "10 more:") || n.count != "60 errors" {
		t.Errorf("%d findings, %q", got, n.count)
	}
	if !strings.Contains(n.html, "odd f0") || strings.Contains(n.html, "lạ") {
		t.Error("not in English")
	}
	warning := found(1, "warned of")
	warning.Rule = &diag.Rule{ID: "note", Severity: diag.Warning, Message: rule.Message}
	mixed := noticeOf(State{Findings: diag.List{warning, found(2, "stops")}}, nil, "en", true).html
	if strings.Index(mixed, "odd stops") > strings.Index(mixed, "odd warned of") || !strings.Contains(mixed, "odd warned of") {
		t.Errorf("what stops is not told first: %s", mixed)
	}
	if n := noticeOf(State{Lang: "vi"}, nil, "vi", false); n != (notice{}) {
		t.Errorf("nothing to say, and it says %q", n.html)
	}
}
