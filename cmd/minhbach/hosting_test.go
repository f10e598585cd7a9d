package main

import (
	"bytes"
	"context"
	"html"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"minhbach/internal/pipeline"
)

// hosted is a site as one host has it, at the root or below a path.
type hosted struct {
	t      *testing.T
	top    string // what the address of the server has below it
	dir    string // the site
	prefix string // path of the site, with slashes
	block  string // its configuration
	port   string
}

const formerAddress = "phuong-an-binh"

// hostedAt makes a portal with a former address, builds it with compressed files, and takes the configuration: at
// the root the one that doc/hosting.md shows, below a path that of the command.
func hostedAt(t *testing.T, host, prefix string) *hosted {
	t.Helper()
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	block := guideBlock(t, host)
	top := t.TempDir()
	if err := os.Chmod(filepath.Dir(top), 0o755); err != nil { // for a server that gives up being root
		t.Fatal(err)
	}
	inMovedPortal(t, source)
	settings := "contact = \"Hòm thư: gop-y@minhbach.example\"\nlocale = \"vi\""
	if prefix != "/" {
		settings += "\nbase-url = \"https://minhbach.example" + strings.TrimSuffix(prefix, "/") + "\""
	}
	change(t, "data/portal.toml", `locale = "vi"`, settings)
	h := &hosted{t: t, top: top, dir: filepath.Join(top, filepath.FromSlash(prefix)), prefix: prefix}
	h.run("build", "--precompress", "--out", h.dir)
	write(t, filepath.Join(h.dir, "assets", "logo.png"), "by hand")
	write(t, filepath.Join(h.dir, ".git", "HEAD"), "by hand")
	write(t, filepath.Join(h.dir, "by-hand.csv"), strings.Repeat("Thạch Hạ;1100\r\n", 500))
	if h.block = block; prefix != "/" {
		h.block = h.run("hosting", host, "--lang", "en")
	}
	return h
}

// inMovedPortal goes into a copy of the portal in source, in which a unit has a former address.
func inMovedPortal(t *testing.T, source string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := copyPortal(".", source); err != nil {
		t.Fatal(err)
	}
	change(t, "data/units.toml", `name = "An Bình"`, "name = \"An Bình\"\naliases = [\""+formerAddress+"\"]")
}

// guideBlock is the configuration of a host that doc/hosting.md shows.
func guideBlock(t *testing.T, host string) string {
	t.Helper()
	guide, err := os.ReadFile("../../doc/hosting.md")
	if err != nil {
		t.Fatal(err)
	}
	above := map[string]string{"nginx": "\n## nginx\n", "apache": "\n## Apache", "caddy": "\n## Caddy\n", "headers": " `_headers`:\n", "redirects": "\n`_redirects`:\n"}[host]
	_, rest, found := strings.Cut(string(guide), above)
	_, rest, open := strings.Cut(rest, "\n```\n")
	block, _, closed := strings.Cut(rest, "```\n")
	if above == "" || !found || !open || !closed {
		t.Fatalf("doc/hosting.md has no block for %s", host)
	}
	return block
}

func TestTheGuideShowsWhatTheCommandPrints(t *testing.T) {
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, host := range pipeline.Hosts {
		want[host] = guideBlock(t, host)
	}
	inMovedPortal(t, source)
	for host, block := range want {
		if got := (&hosted{t: t}).run("hosting", host, "--lang", "en"); got != block {
			t.Errorf("in doc/hosting.md, with the alias %s, minhbach hosting %s --lang en is:\n%s", formerAddress, host, got)
		}
	}
}

func (h *hosted) run(args ...string) string {
	h.t.Helper()
	var out, errOut bytes.Buffer
	if code := run(context.Background(), args, &out, &errOut); code != 0 {
		h.t.Fatalf("%q: %d: %s%s", args, code, &out, &errOut)
	}
	return out.String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func change(t *testing.T, name, from, to string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil || !strings.Contains(string(text), from) {
		t.Fatalf("%s has no %q: %v", name, from, err)
	}
	write(t, name, strings.Replace(string(text), from, to, 1))
}

func TestServersGiveTheSiteAsTheGuideSays(t *testing.T) {
	for host, start := range servers {
		for _, prefix := range []string{"/", "/xa/cong/"} {
			t.Run(host+" at "+prefix, func(t *testing.T) {
				program, err := exec.LookPath(programs[host])
				if err != nil { // where those of the administrator lie, off the path of others
					program, err = exec.LookPath("/usr/sbin/" + programs[host])
				}
				if err != nil {
					t.Skipf("no %s on this machine: on Debian, as root, “make tools” installs it", programs[host])
				}
				h := hostedAt(t, host, prefix)
				h.port = freePort(t)
				start(h, program)
				h.holdPages()
				h.holdFiles()
				h.holdCompressed()
				h.holdMissing()
				h.holdFolder()
				h.holdOthers(host)
				h.holdMoved()
			})
		}
	}
}

// reply is an answer of a server, its body as it came.
type reply struct {
	*http.Response
	body string
}

func (h *hosted) get(path string, headers ...string) reply {
	h.t.Helper()
	req, err := http.NewRequest(http.MethodGet, "http://127.0.0.1:"+h.port+h.prefix+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{Transport: &http.Transport{DisableCompression: true, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		h.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return reply{res, string(body)}
}

func (h *hosted) file(path string) string {
	h.t.Helper()
	text, err := os.ReadFile(filepath.Join(h.dir, filepath.FromSlash(path)))
	if err != nil {
		h.t.Fatal(err)
	}
	return string(text)
}

// hold holds an answer against its status, the bytes of a file and headers, "" for one that must not be there.
func (h *hosted) hold(path string, got reply, status int, file string, headers ...string) {
	h.t.Helper()
	if got.StatusCode != status || file != "" && got.body != h.file(file) {
		h.t.Errorf("%s: %d with %d bytes, want %d with %s:\n%.300s", path, got.StatusCode, len(got.body), status, file, got.body)
	}
	headers = append(headers, "X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin")
	for i := 0; i < len(headers); i += 2 {
		if v := strings.Join(got.Header.Values(headers[i]), " | "); v != headers[i+1] {
			h.t.Errorf("%s: %s: %q, want %q", path, headers[i], v, headers[i+1])
		}
	}
}

var metaPolicy = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)

// policy is that of the page in a file, as a server must state it.
func (h *hosted) policy(file string) string {
	h.t.Helper()
	m := metaPolicy.FindStringSubmatch(h.file(file))
	if m == nil {
		h.t.Fatalf("%s states no policy", file)
	}
	return html.UnescapeString(m[1]) + "; frame-ancestors 'none'"
}

const page = "text/html; charset=utf-8"

func (h *hosted) holdPages() {
	for path, file := range map[string]string{"": "index.html", "index.html": "index.html", "don-vi/an-binh.html": "don-vi/an-binh.html"} {
		got := h.get(path)
		h.hold(path, got, 200, file, "Content-Type", page, "Cache-Control", "no-cache", "Content-Security-Policy", h.policy(file), "Content-Encoding", "")
		if tag := got.Header.Get("ETag"); tag == "" || h.get(path, "If-None-Match", tag).StatusCode != 304 {
			h.t.Errorf("%s: not confirmed by its ETag %q", path, tag)
		}
	}
	if h.prefix != "/" {
		at := h.prefix
		h.prefix = strings.TrimSuffix(at, "/")
		if got := h.get(""); got.StatusCode/100 != 3 || h.leadsTo(got) != at {
			h.t.Errorf("%s: %d to %s", h.prefix, got.StatusCode, h.leadsTo(got))
		}
		h.prefix = at
	}
}

// leadsTo is the path of the address an answer leads to.
func (h *hosted) leadsTo(r reply) string {
	u, err := url.Parse(r.Header.Get("Location"))
	if err != nil {
		h.t.Error(err)
		return ""
	}
	return u.Path
}

func (h *hosted) holdFiles() {
	for path, kind := range map[string]string{
		"don-vi/an-binh.csv": "text/csv; charset=utf-8", "don-vi/an-binh.json": "application/json; charset=utf-8",
		".well-known/security.txt": "text/plain; charset=utf-8", "assets/logo.png": "image/png",
	} {
		h.hold(path, h.get(path), 200, path, "Content-Type", kind, "Cache-Control", "no-cache", "Content-Security-Policy", "")
	}
	for ending, kind := range map[string]string{"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml; charset=utf-8"} {
		found, err := filepath.Glob(filepath.Join(h.dir, "assets", "*."+ending))
		if err != nil || len(found) == 0 {
			h.t.Fatalf("no .%s: %v", ending, err)
		}
		path := "assets/" + filepath.Base(found[0])
		h.hold(path, h.get(path), 200, path, "Content-Type", kind, "Cache-Control", "public, max-age=31536000, immutable")
	}
}

func (h *hosted) holdCompressed() {
	forms := map[string]string{"gzip": ".gz", "br": ".br"}
	if strings.HasPrefix(h.t.Name(), "TestServersGiveTheSiteAsTheGuideSays/nginx") {
		delete(forms, "br") // needs a package of its own
	}
	for encoding, ending := range forms {
		for path, file := range map[string]string{"": "index.html", "don-vi/an-binh.csv": "don-vi/an-binh.csv"} {
			got := h.get(path, "Accept-Encoding", encoding)
			h.hold(path+" as "+encoding, got, 200, file+ending, "Content-Encoding", encoding, "Content-Language", "", "Content-Type", h.get(path).Header.Get("Content-Type"), "Cache-Control", "no-cache")
			for _, r := range []reply{got, h.get(path)} { // or what lies between would send one to all
				if !strings.Contains(strings.Join(r.Header.Values("Vary"), ","), "Accept-Encoding") {
					h.t.Errorf("%s: Vary: %q", path, r.Header.Values("Vary"))
				}
			}
			if path == "" && got.Header.Get("Content-Security-Policy") != h.policy(file) {
				h.t.Errorf("compressed, the policy is %q", got.Header.Get("Content-Security-Policy"))
			}
		}
	}
}

func (h *hosted) holdMissing() {
	for _, path := range []string{"khong-co.html", "a/b/c.csv", ".minhbach.json", ".git/HEAD", "assets/site.00000000.css"} {
		got := h.get(path)
		h.hold(path, got, 404, "404.html", "Content-Type", page, "Content-Security-Policy", h.policy("404.html"))
		if strings.Contains(got.Header.Get("Cache-Control"), "immutable") {
			h.t.Errorf("%s is kept for ever, and may come back", path)
		}
	}
}

// holdOthers holds that servers that can compress what nobody compressed before.
func (h *hosted) holdOthers(host string) {
	if host != "apache" {
		got := h.get("by-hand.csv", "Accept-Encoding", "gzip")
		h.hold("by-hand.csv", got, 200, "", "Content-Encoding", "gzip", "Content-Type", "text/csv; charset=utf-8")
	}
}

// holdFolder holds that nobody is shown what is in a folder.
func (h *hosted) holdFolder() {
	if got := h.get("don-vi/"); got.StatusCode != 403 && got.StatusCode != 404 {
		h.t.Errorf("a folder without a page: %d: %.300s", got.StatusCode, got.body)
	}
}

func (h *hosted) holdMoved() {
	for _, ending := range []string{".html", ".csv", ".json"} {
		got := h.get("don-vi/" + formerAddress + ending)
		if want := h.prefix + "don-vi/an-binh" + ending; got.StatusCode != 301 || h.leadsTo(got) != want {
			h.t.Errorf("the former address leads to %q (%d), want %q", h.leadsTo(got), got.StatusCode, want)
		}
	}
}
