// Package hosting says what those who bring a site to its readers must be told: web servers, in blocks of
// configuration for Block; search engines, in sitemap.xml and robots.txt; and whoever finds a hole, in
// .well-known/security.txt.
//
// A site works on any server that sends files. With its block a server does these things, and Hosts does each of
// them the same way:
//
//   - a page carries the policy that it states itself, with frame-ancestors, which a page cannot state;
//   - every file has the type of its ending, text in UTF-8, and is taken for nothing else (nosniff);
//   - a file of assets/ with a fingerprint in its name is kept for ever, everything else is asked for anew;
//   - where a compressed form lies beside a file, it is sent to whoever takes it;
//   - what is not there is answered with 404 and the site's own page;
//   - a former address leads to the new one, also of the tables and the feed;
//   - a hidden file is not given away, but for .well-known/.
//
// The lists for hosts that are configured by files in the site, headers and redirects, do as much of this as such a
// host leaves to them.
package hosting

import (
	"embed"
	"fmt"
	"html"
	"net/url"
	"regexp"
	"strings"
	"text/template"

	"minhbach/internal/diag"
)

// Site is what the rules of a server depend on.
type Site struct {
	Base   string // address of the site, without a slash at its end; "" while it is not known
	Policy string // of its pages
	Moves  []Move
}

// Move is a page that has another address now, with its tables and feed. Both are paths below the site, without
// an ending.
type Move struct{ From, To string }

// Hosts are the names that Block takes: three servers, and the files _headers and _redirects.
var Hosts = []string{"apache", "caddy", "headers", "nginx", "redirects"}

//go:embed blocks
var blocks embed.FS

// Block returns the configuration for one of Hosts, with its comments in vi or en.
func Block(host string, s Site, lang string) (string, error) {
	say := func(vi, en string) string { return diag.Text{VI: vi, EN: en}.In(lang) }
	t, err := template.New(host).Funcs(template.FuncMap{"say": say, "re": regexp.QuoteMeta, "join": strings.Join}).ParseFS(blocks, "blocks/"+host)
	if err != nil {
		return "", fmt.Errorf("reading the configuration for %s: %w", host, err)
	}
	var b strings.Builder
	err = t.ExecuteTemplate(&b, host, view{Site: s, Kinds: kinds, Endings: moved, Kept: kept, Asked: asked, Name: fingerprinted})
	return b.String(), err
}

// view is what a block is made from.
type view struct {
	Site
	Kinds       []kind
	Endings     []string // of what moves
	Kept, Asked string
	Name        string
}

// Texts are the types of text, but for that of pages.
func (v view) Texts() string {
	var out []string
	for _, k := range v.Kinds[1:] {
		if k.Text {
			out = append(out, k.Name)
		}
	}
	return strings.Join(out, " ")
}

// TextEndings are the endings of text, that of pages first.
func (v view) TextEndings() []string {
	var out []string
	for _, k := range v.Kinds {
		if k.Text {
			out = append(out, k.Endings...)
		}
	}
	return out
}

// Path is the site's own on its server, with a slash at both ends: "/" or "/cong/".
func (s Site) Path() string {
	if u, err := url.Parse(s.Base); err == nil {
		return strings.TrimSuffix(u.EscapedPath(), "/") + "/"
	}
	return "/"
}

// Bare is the path of the site without the slash at its end.
func (s Site) Bare() string { return strings.TrimSuffix(s.Path(), "/") }

// Host is the name of the server.
func (s Site) Host() string {
	if u, err := url.Parse(s.Base); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "minhbach.example"
}

// Top and Folder are where the site lies on the server's disk: Folder is Top with the path of the site, so that a
// server finds files by the address alone.
func (s Site) Top() string {
	if s.Path() == "/" {
		return "/srv/minh-bach"
	}
	return "/srv/www"
}

func (s Site) Folder() string { return strings.TrimSuffix(s.Top()+s.Path(), "/") }

// Framed is the policy of pages as a server states it.
func (s Site) Framed() string {
	if s.Policy == "" {
		return "frame-ancestors 'none'"
	}
	return s.Policy + "; frame-ancestors 'none'"
}

var (
	plainBase   = regexp.MustCompile(`^(https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~-]+)*/?)?$`)
	plainPolicy = regexp.MustCompile(`^[A-Za-z0-9 ;:/.*'=+_-]*$`)
)

// Unfit is what of the site would mean something else in a configuration, "" where nothing would.
func (s Site) Unfit() string {
	switch {
	case !plainBase.MatchString(s.Base):
		return s.Base
	case !plainPolicy.MatchString(s.Policy):
		return s.Policy
	}
	return ""
}

// kept is how long a browser may keep a file whose name has its fingerprint; asked is for all others.
const (
	kept  = "public, max-age=31536000, immutable"
	asked = "no-cache"
)

// fingerprinted is the name of a file in assets/, as a regular expression that every server reads alike.
const fingerprinted = `[^/]+\.[0-9a-f]+\.[a-z0-9]+$`

// kind is the type of the files with some endings; text is in UTF-8.
type kind struct {
	Name    string
	Endings []string
	Text    bool
}

// kinds are all types that a site may have: a server's own table differs from machine to machine. What a portal
// puts beside the pages, such as documents, is among them.
var kinds = []kind{
	{"text/html", []string{"html"}, true}, {"text/css", []string{"css"}, true}, {"text/javascript", []string{"js"}, true},
	{"text/csv", []string{"csv"}, true}, {"text/plain", []string{"txt"}, true}, {"application/json", []string{"json"}, true},
	{"application/ld+json", []string{"jsonld"}, true}, {"application/xml", []string{"xml"}, true}, {"image/svg+xml", []string{"svg"}, true},
	{"image/png", []string{"png"}, false}, {"image/jpeg", []string{"jpg", "jpeg"}, false}, {"image/x-icon", []string{"ico"}, false},
	{"application/pdf", []string{"pdf"}, false},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{"xlsx"}, false},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{"docx"}, false},
	{"application/zip", []string{"zip"}, false},
}

// moved are the endings of what stands at a unit's address.
var moved = []string{"html", "csv", "json", "xml", "txt", "xlsx", "svg"}

// policyOf finds the policy that a page states for itself.
var policyOf = regexp.MustCompile(`(?i)<meta\s+http-equiv=["']?content-security-policy["']?\s+content="([^"]*)"`)

// Policy returns the policy that a page states for itself, "" where it states none.
func Policy(page []byte) string {
	if m := policyOf.FindSubmatch(page); m != nil {
		return html.UnescapeString(string(m[1]))
	}
	return ""
}
