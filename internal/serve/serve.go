// Package serve shows a built site to the person at this machine, as any web server would.
//
// It listens on loopback, on the first free port from 8080, and answers only requests whose Host names
// this machine: a page of another site cannot read the preview through a name that it points here.
// Only GET and HEAD; a folder gives its index.html, a missing page 404.html; files whose name begins
// with a dot and links that lead out of the folder are not there. Nothing is cached, so that what is
// shown is what was built last.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"time"
)

const (
	firstPort = 8080
	ports     = 100 // how many are tried
)

// types are the endings the tool writes. The system's own table is not asked: it differs from machine
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
}

// Listen opens the first free loopback port.
func Listen() (net.Listener, error) {
	for port := firstPort; ; port++ {
		l, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", port))
		if err == nil || port == firstPort+ports-1 {
			return l, err
		}
	}
}

// Serve shows the folder dir on l until ctx ends, which is no error.
func Serve(ctx context.Context, l net.Listener, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return fmt.Errorf("serving %s: %w", dir, err)
	}
	defer root.Close()
	server := &http.Server{Handler: Handler(root.FS()), ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving %s: %w", dir, err)
	}
	return nil
}

// Handler answers with the files of site.
func Handler(site fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case !loopback(r.Host):
			http.Error(w, "this preview answers to localhost only", http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		default:
			answer(w, r, site)
		}
	})
}

// loopback reports whether host, with or without a port, names this machine.
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

func answer(w http.ResponseWriter, r *http.Request, site fs.FS) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if isFolder(site, name) {
		if !strings.HasSuffix(r.URL.Path, "/") { // relative links would miss
			http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
	}
	body, err := read(site, name)
	status := http.StatusOK
	if err != nil {
		status, name = http.StatusNotFound, "404.html"
		if body, err = read(site, name); err != nil {
			http.Error(w, "404", status)
			return
		}
	}
	if t, known := types[path.Ext(name)]; known {
		h.Set("Content-Type", t)
	} else {
		h.Set("Content-Type", "application/octet-stream")
	}
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		w.Write(body)
	}
}

func isFolder(site fs.FS, name string) bool {
	if name == "" {
		return true
	}
	info, err := fs.Stat(site, name)
	return err == nil && info.IsDir()
}

// read returns the file name, unless a part of it is hidden.
func read(site fs.FS, name string) ([]byte, error) {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return nil, fs.ErrNotExist
		}
	}
	f, err := site.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, fs.ErrNotExist
	}
	return io.ReadAll(f)
}
