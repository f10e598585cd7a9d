package serve

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"

	"minhbach/internal/diag"
)

// Paths of the preview itself.
const (
	ownPath    = "/.minhbach/"
	eventsPath = ownPath + "events"
)

//go:embed preview.js preview.css
var own embed.FS

// types are the endings that are published. The system's own table is not asked: it differs from machine
// to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".csv":  "text/csv; charset=utf-8",
	".txt":  "text/plain; charset=utf-8",
	".json": "application/json",
	".xml":  "application/xml",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".jpg":  "image/jpeg",
	".jpeg": "image/jpeg",
	".pdf":  "application/pdf",
}

// show is what is shown now, and answers with it.
type show struct {
	options Options

	mu   sync.Mutex
	now  view
	next chan struct{} // closed when another view takes the place of now
}

// view is one moment of the preview; it does not change.
type view struct {
	site   Site // the last good one; nil: none yet
	stops  bool // the findings are not of that site: they stop the next one
	notice notice
	source func(string) []byte
	lang   string
}

func newShow(o Options) *show {
	return &show{options: o, next: make(chan struct{}), now: view{lang: o.Lang}}
}

// set puts what came of reading the portal in the place of what is shown, in one step.
func (s *show) set(state State, fault error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v := view{site: s.now.site, source: state.Source, lang: s.now.lang, stops: true}
	if state.Lang != "" {
		v.lang = state.Lang
	}
	if state.Site != nil {
		v.site, v.stops = state.Site, false
	}
	v.notice = noticeOf(state, fault, v.lang, v.stops)
	s.now = v
	close(s.next)
	s.next = make(chan struct{})
}

// current returns what is shown, and a channel that is closed when that changes.
func (s *show) current() (view, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now, s.next
}

// ServeHTTP answers with the preview's own files, its events, and the site.
func (s *show) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, _ := s.current()
	switch name, isOwn := strings.CutPrefix(r.URL.Path, ownPath); {
	case r.URL.Path == eventsPath:
		s.events(w, r)
	case isOwn:
		body, err := own.ReadFile(name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		write(w, r, answer{status: http.StatusOK, name: name, body: body})
	default:
		a := v.answer(r.URL.Path)
		if a.folder != "" { // relative links would miss
			http.Redirect(w, r, a.folder, http.StatusMovedPermanently)
			return
		}
		v.dress(a).write(w, r)
	}
}

// answer is what a path gives.
type answer struct {
	status int
	name   string // by its ending, what the body is
	body   []byte
	sum    string // of a page, before anything is added to it
	folder string // where a folder without its slash is
	plain  bool   // a page of the preview that says why there is none of the site
}

// answer is what the view has at the path of a request.
func (v view) answer(requested string) answer {
	name := strings.TrimPrefix(path.Clean("/"+requested), "/")
	if strings.HasSuffix(requested, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	if v.site == nil {
		return v.plain(v.notice, http.StatusServiceUnavailable)
	}
	body, err := v.site.File(name)
	status := http.StatusOK
	if errors.Is(err, fs.ErrNotExist) {
		if _, isFolder := v.site.File(path.Join(name, "index.html")); isFolder == nil {
			return answer{folder: "/" + name + "/"}
		}
		status, name = http.StatusNotFound, "404.html"
		body, err = v.site.File(name)
	}
	if err != nil {
		return v.broken(err)
	}
	return answer{status: status, name: name, body: body, sum: sum(body)}
}

// broken says why a page cannot be made: the site is whole, but its layouts fail here.
func (v view) broken(err error) answer {
	if errors.Is(err, fs.ErrNotExist) {
		return answer{status: http.StatusNotFound, name: "404.txt", body: []byte("404\n")}
	}
	state := State{Source: v.source}
	var finding interface{ Finding() diag.Finding }
	if errors.As(err, &finding) {
		state.Findings, err = diag.List{finding.Finding()}, nil
	}
	return v.plain(noticeOf(state, err, v.lang, true), http.StatusInternalServerError)
}

// sum tells two bodies apart.
func sum(body []byte) string {
	s := sha256.Sum256(body)
	return hex.EncodeToString(s[:8])
}

func write(w http.ResponseWriter, r *http.Request, a answer) {
	h := w.Header()
	kind, known := types[path.Ext(a.name)]
	if !known {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	if h.Get("Content-Security-Policy") == "" {
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		if kind == types[".pdf"] { // the browser's own viewer has styles and scripts
			h.Set("Content-Security-Policy", "frame-ancestors 'none'")
		}
	}
	w.WriteHeader(a.status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(a.body) // who asked may be gone
	}
}
