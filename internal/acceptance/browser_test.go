package acceptance

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	pages "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// flags keep Chromium to this machine and to the pages it is given.
var flags = []string{
	"headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "no-default-browser-check", "hide-scrollbars",
	"disable-background-networking", "disable-component-update", "disable-sync", "disable-extensions", "disable-dev-shm-usage",
}

var (
	openBrowser  = sync.OnceValues(startBrowser)
	closeBrowser = func() {}          // what startBrowser leaves to be done
	tabs         = make(chan bool, 2) // more at a time only wait for each other
)

// startBrowser starts the one Chromium of the run, with a folder of its own.
func startBrowser() (context.Context, error) {
	program, err := chromium()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "minhbach-chromium-")
	if err != nil {
		return nil, err
	}
	options := []chromedp.ExecAllocatorOption{chromedp.ExecPath(program), chromedp.UserDataDir(dir)}
	for _, f := range flags {
		options = append(options, chromedp.Flag(f, true))
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, end := chromedp.NewContext(ctx)
	closeBrowser = func() { end(); stop(); os.RemoveAll(dir) }
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("starting %s: %w (`make test` installs what the browser needs)", program, err)
	}
	return ctx, nil
}

func chromium() (string, error) {
	for _, name := range []string{os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome"} {
		if program, err := exec.LookPath(name); err == nil {
			return program, nil
		}
	}
	return "", errors.New("no Chromium on this machine: run `make test`, which installs it, or name one in $CHROME")
}

// origin is one way a reader comes to the site; base ends in a slash.
type origin struct{ name, base string }

// origins gives the three places the site must work from unchanged.
func origins(t *testing.T) []origin {
	files := http.FileServer(http.Dir(built.dir))
	serve := func(prefix string) string {
		mux := http.NewServeMux()
		mux.Handle(prefix, http.StripPrefix(strings.TrimSuffix(prefix, "/"), files))
		server := httptest.NewServer(mux)
		t.Cleanup(server.Close)
		return server.URL + prefix
	}
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(built.dir) + "/"}
	return []origin{{"at a root", serve("/")}, {"below a path", serve("/a/b/")}, {"from the disk", disk.String()}}
}

// tab is a page of the browser that writes down what a reader must never see.
type tab struct {
	t    testing.TB
	ctx  context.Context
	base string

	mu       sync.Mutex
	messages []string
}

// open gives a tab for the pages below base, closed when the test ends.
func open(t testing.TB, base string) *tab {
	t.Helper()
	browser, err := openBrowser()
	if err != nil {
		t.Fatal(err)
	}
	tabs <- true
	t.Cleanup(func() { <-tabs })
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, base: base}
	b.must(chromedp.Do(ctx))
	b.must(chromedp.Listen(ctx, b.hear))
	call(b, log.Enable, cdp.Empty{})
	call(b, runtime.Enable, cdp.Empty{})
	call(b, network.Enable, network.EnableParams{})
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

// hear writes down every message, exception, breach of the policy, failed request, and request to elsewhere.
func (b *tab) hear(event any) {
	said := ""
	switch e := event.(type) {
	case *log.EventEntryAdded:
		said = fmt.Sprintf("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
	case *runtime.EventConsoleAPICalled:
		said = fmt.Sprintf("console.%s", e.Type)
		for _, a := range e.Args {
			said += " " + string(a.Value) + a.Description
		}
	case *runtime.EventExceptionThrown:
		said = "exception: " + e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			said += " " + x.Description
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.base) && !strings.HasPrefix(u, "data:") {
			said = "request to elsewhere: " + u
		}
	case *network.EventLoadingFailed:
		said = "request failed: " + e.ErrorText
	}
	if said != "" {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.messages = append(b.messages, said)
	}
}

// quiet holds that nothing was heard since it was asked last.
func (b *tab) quiet(where string) {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, m := range b.messages {
		b.t.Errorf("%s: %s", where, m)
	}
	b.messages = nil
}

func (b *tab) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

func (b *tab) visit(name string) {
	b.t.Helper()
	b.must(chromedp.Do(b.ctx, chromedp.Navigate(b.base+name)))
}

// size sets the window; the height is that of a phone, which no page may depend on.
func (b *tab) size(width int64) {
	b.t.Helper()
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 800, DeviceScaleFactor: 1})
}

// scheme is what the reader's machine asks for, "light" or "dark".
func (b *tab) scheme(name string) {
	b.t.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// letters is the size of text a reader has chosen, in percent.
func (b *tab) letters(percent int64) {
	b.t.Helper()
	call(b, pages.SetFontSizes, pages.SetFontSizesParams{FontSizes: &pages.FontSizes{Standard: 16 * percent / 100, Fixed: 13 * percent / 100}})
}

// press types keys where the focus is.
func (b *tab) press(keys string) {
	b.t.Helper()
	b.must(chromedp.Do(b.ctx, chromedp.KeyEvent(keys)))
}

// eval is the value of an expression in the page.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	b.must(err)
	return v
}

// call sends one command of the DevTools protocol.
func call[P, R any](b *tab, c cdp.Command[P, R], params P) R {
	b.t.Helper()
	r, err := chromedp.Call(b.ctx, c, params)
	b.must(err)
	return r
}
