package serve

import (
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var site = fstest.MapFS{
	"index.html":          {Data: []byte("home")},
	"don-vi/a.html":       {Data: []byte("unit")},
	"don-vi/a.csv":        {Data: []byte("csv")},
	"con/index.html":      {Data: []byte("index")},
	"404.html":            {Data: []byte("lost")},
	".minhbach.json":      {Data: []byte("secret")},
	".git/config":         {Data: []byte("secret")},
	"assets/app.12345.js": {Data: []byte("js")},
}

func get(t *testing.T, method, host, path string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://localhost"+path, nil)
	r.Host = host
	w := httptest.NewRecorder()
	Handler(site).ServeHTTP(w, r)
	return w.Result()
}

func TestFilesAreServedByTheirEnding(t *testing.T) {
	for path, want := range map[string]struct{ kind, body string }{
		"/":                    {"text/html", "home"},
		"/index.html":          {"text/html", "home"},
		"/don-vi/a.html":       {"text/html", "unit"},
		"/don-vi/a.csv":        {"text/csv", "csv"},
		"/con/":                {"text/html", "index"},
		"/assets/app.12345.js": {"text/javascript", "js"},
	} {
		res := get(t, "GET", "localhost:8080", path)
		body, _ := io.ReadAll(res.Body)
		if res.StatusCode != 200 || string(body) != want.body || !strings.HasPrefix(res.Header.Get("Content-Type"), want.kind) {
			t.Errorf("%s: %d %s %q", path, res.StatusCode, res.Header.Get("Content-Type"), body)
		}
	}
}

func TestWhatIsNotThereGivesTheNotFoundPage(t *testing.T) {
	for _, path := range []string{"/x.html", "/.minhbach.json", "/.git/config", "/con/../.git/config", "/../etc/passwd", "/don-vi/"} {
		res := get(t, "GET", "localhost", path)
		if body, _ := io.ReadAll(res.Body); res.StatusCode != 404 || string(body) != "lost" {
			t.Errorf("%s: %d %q", path, res.StatusCode, body)
		}
	}
}

func TestFolderWithoutSlashLeadsToTheFolder(t *testing.T) {
	res := get(t, "GET", "localhost", "/con")
	if res.StatusCode != 301 || res.Header.Get("Location") != "/con/" {
		t.Errorf("%d %s", res.StatusCode, res.Header.Get("Location"))
	}
	if res := get(t, "GET", "localhost", "//con"); res.Header.Get("Location") != "/con/" {
		t.Errorf("leads to %s", res.Header.Get("Location"))
	}
}

func TestOnlyLoopbackNamesAreAnswered(t *testing.T) {
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "127.0.0.1:8081": 200, "127.0.0.1": 200, "[::1]:8080": 200, "[::1]": 200,
		"evil.example": 403, "evil.example:8080": 403, "192.168.1.4:8080": 403, "localhost.evil.example": 403, "": 403, "127.0.0.1.evil.example:80": 403,
	} {
		if res := get(t, "GET", host, "/"); res.StatusCode != want {
			t.Errorf("%q: found %d, want %d", host, res.StatusCode, want)
		}
	}
}

func TestNothingCanBeSent(t *testing.T) {
	if res := get(t, "POST", "localhost", "/"); res.StatusCode != 405 {
		t.Errorf("found %d, want 405", res.StatusCode)
	}
	res := get(t, "HEAD", "localhost", "/")
	if body, _ := io.ReadAll(res.Body); res.StatusCode != 200 || len(body) != 0 {
		t.Errorf("HEAD: %d %q", res.StatusCode, body)
	}
}

func TestLinkOutOfTheFolderIsNotFollowedAndEndOfContextEndsServing(t *testing.T) {
	top := t.TempDir()
	dir := filepath.Join(top, "site")
	for name, text := range map[string]string{filepath.Join(top, "secret.txt"): "secret", filepath.Join(dir, "index.html"): "home"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("../secret.txt", filepath.Join(dir, "out.txt")); err != nil {
		t.Fatal(err)
	}
	l, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	if !l.Addr().(*net.TCPAddr).IP.IsLoopback() {
		t.Fatalf("listens on %s", l.Addr())
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, dir) }()
	for path, want := range map[string]int{"/": 200, "/out.txt": 404} {
		res, err := http.Get("http://" + l.Addr().String() + path)
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		if res.StatusCode != want {
			t.Errorf("%s: found %d, want %d", path, res.StatusCode, want)
		}
	}
	cancel()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("still serving")
	}
}

func TestNextFreePortIsTaken(t *testing.T) {
	a, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if a.Addr().String() == b.Addr().String() {
		t.Errorf("both on %s", a.Addr())
	}
}
