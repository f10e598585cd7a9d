package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// edited is a portal of one file of text: its site has the text as its page, unless it begins with "bad".
type edited struct {
	t    *testing.T
	root string
	mu   sync.Mutex
	fail error
}

func (e *edited) save(text string) {
	e.t.Helper()
	if err := os.WriteFile(filepath.Join(e.root, "data", "a.toml"), []byte(text), 0o666); err != nil {
		e.t.Error(err)
	}
}

func (e *edited) update(context.Context) (State, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	text, err := os.ReadFile(filepath.Join(e.root, "data", "a.toml"))
	if e.fail != nil {
		err = e.fail
	}
	if err != nil || strings.HasPrefix(string(text), "bad") {
		return bad(string(text)), err
	}
	return good(files{"index.html": string(text), "other.html": "other"}), nil
}

// served is a preview of the portal; stop ends it and returns what it came to.
func served(t *testing.T, poll bool, text string) (e *edited, base string, stop func() error) {
	t.Helper()
	e = &edited{t: t, root: t.TempDir()}
	if err := os.Mkdir(filepath.Join(e.root, "data"), 0o777); err != nil {
		t.Fatal(err)
	}
	e.save(text)
	l, err := Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan struct{}), make(chan error, 1)
	p := Portal{Root: e.root, Update: e.update, Folders: func() []Folder { return []Folder{{Path: "data", Deep: true}} }}
	go func() {
		done <- Serve(ctx, l, p, Options{Lang: "vi", Poll: poll, every: 10 * time.Millisecond, Ready: func() { close(ready) }})
	}()
	select {
	case <-ready:
	case err := <-done:
		t.Fatal(err)
	}
	stop = sync.OnceValue(func() error { cancel(); return <-done })
	t.Cleanup(func() { _ = stop() })
	return e, "http://" + l.Addr().String(), stop
}

// page is an open page: what it is told.
type page struct {
	t    *testing.T
	res  *http.Response
	told *bufio.Scanner
}

func open(t *testing.T, base, path string) *page {
	t.Helper()
	res, err := http.Get(base + eventsPath + "?path=" + path)
	if err != nil || res.StatusCode != 200 {
		t.Fatal(res, err)
	}
	t.Cleanup(func() { res.Body.Close() })
	return &page{t, res, bufio.NewScanner(res.Body)}
}

// next waits for what the page is told next.
func (p *page) next() event {
	p.t.Helper()
	guard := time.AfterFunc(20*time.Second, func() { p.res.Body.Close() })
	defer guard.Stop()
	for p.told.Scan() {
		if data, ok := strings.CutPrefix(p.told.Text(), "data: "); ok {
			var e event
			if err := json.Unmarshal([]byte(data), &e); err != nil {
				p.t.Fatal(err)
			}
			return e
		}
	}
	p.t.Fatalf("told no more: %v", p.told.Err())
	return event{}
}

// TestBreakFixBreakFix breaks the portal and mends it, twice, and looks at an open page, by both ways of
// watching.
func TestBreakFixBreakFix(t *testing.T) {
	for name, poll := range map[string]bool{"told of changes": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			e, base, _ := served(t, poll, "one")
			p := open(t, base, "/")
			if got := p.next(); got != (event{Sum: sum([]byte("one"))}) {
				t.Fatalf("at first: %+v", got)
			}
			shown := "one"
			for _, text := range []string{"bad first", "two", "bad second", "three"} {
				e.save(text)
				got := p.next()
				broken := strings.HasPrefix(text, "bad")
				if !broken {
					shown = text
				}
				if got.Sum != sum([]byte(shown)) || got.Stops != broken || strings.Contains(got.Notice, text+" lạ") != broken {
					t.Errorf("%s: %+v", text, got)
				}
				late := open(t, base, "/") // a page that is opened meanwhile
				if first := late.next(); first != got {
					t.Errorf("%s: a new page is told %+v, want %+v", text, first, got)
				}
				late.res.Body.Close()
			}
		})
	}
}

func TestAPageThatDidNotChangeIsToldNothing(t *testing.T) {
	e, base, _ := served(t, false, "one")
	home, other := open(t, base, "/"), open(t, base, "/other.html")
	home.next()
	before := other.next()
	e.save("two")
	home.next()
	e.save("bad")
	if got := other.next(); got.Sum != before.Sum || !got.Stops {
		t.Errorf("told %+v before the notice", got)
	}
}

func TestAPageThatIsGoneIsToldToo(t *testing.T) {
	s := showOf(good(files{"a.html": "a", "404.html": "lost"}))
	v, _ := s.current()
	there := v.event("/a.html")
	s.set(good(files{"404.html": "lost"}), nil)
	v, _ = s.current()
	if gone := v.event("/a.html"); gone.Sum == there.Sum || gone.Sum != sum([]byte("lost")) {
		t.Errorf("%+v, then %+v", there, gone)
	}
}

func TestAFirstSaveThatIsBadIsShownAndHeals(t *testing.T) {
	e, base, _ := served(t, false, "bad at first")
	p := open(t, base, "/")
	first := p.next()
	if first.Sum == "" || first.Notice != "" {
		t.Errorf("a page that says it itself is told %+v", first)
	}
	e.save("good")
	if got := p.next(); got.Sum != sum([]byte("good")) || got.Notice != "" {
		t.Errorf("mended: %+v", got)
	}
}

func TestAFailureOfTheMachineIsShownAndTheNextSaveHeals(t *testing.T) {
	e, base, _ := served(t, false, "one")
	p := open(t, base, "/")
	p.next()
	e.mu.Lock()
	e.fail = errors.New("đĩa hỏng")
	e.mu.Unlock()
	e.save("two")
	if got := p.next(); !strings.Contains(got.Notice, "đĩa hỏng") || got.Sum != sum([]byte("one")) {
		t.Errorf("%+v", got)
	}
	e.mu.Lock()
	e.fail = nil
	e.mu.Unlock()
	e.save("three")
	if got := p.next(); got != (event{Sum: sum([]byte("three"))}) {
		t.Errorf("%+v", got)
	}
}

// TestEndOfContextEndsServing holds that nothing is left behind, whoever still listens.
func TestEndOfContextEndsServing(t *testing.T) {
	for name, poll := range map[string]bool{"told of changes": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			before := runtime.NumGoroutine()
			_, base, stop := served(t, poll, "one")
			var pages []*page
			for range 3 {
				p := open(t, base, "/")
				p.next()
				pages = append(pages, p)
			}
			began := time.Now()
			if err := stop(); err != nil {
				t.Error(err)
			}
			if took := time.Since(began); took >= patience {
				t.Errorf("waited %v for pages that listen", took)
			}
			for _, p := range pages {
				p.res.Body.Close()
			}
			http.DefaultClient.CloseIdleConnections()
			for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
				if time.Now().After(end) {
					var b [1 << 16]byte
					t.Fatalf("%d goroutines, before %d:\n%s", runtime.NumGoroutine(), before, b[:runtime.Stack(b[:], true)])
				}
			}
		})
	}
}

func TestWhereThePortalCannotBeReadServingFails(t *testing.T) {
	l, err := Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	want := errors.New("no disk")
	p := Portal{Root: t.TempDir(), Update: func(context.Context) (State, error) { return State{}, want }, Folders: func() []Folder { return nil }}
	if err := Serve(t.Context(), l, p, Options{}); !errors.Is(err, want) {
		t.Errorf("found %v", err)
	}
	if _, err := l.Accept(); err == nil {
		t.Error("the port is still open")
	}
}
