// Package serve shows a portal while it is being edited. It makes the site, shows it to this machine, watches
// the portal's folders and makes it again after each save.
//
// What is shown is always one state of the site, whole: a new one takes the place of the old in one step, and
// only if nothing stops it. Then each open page is told the sum of what it would be now; one that shows
// something else loads itself anew and stays where it was read, and every other stays untouched. The sum alone
// decides, so a page that missed something, was in the background, or outlived this program finds out when it
// asks next. What stops a site is laid over the open pages, finding by finding with its line, until the
// next save without an error; a page opened meanwhile shows the last good state below it. Without any good
// state, every page says what is wrong, and becomes itself once it can.
//
// Nothing is written to disk. What a page has beside what a build gives it, a script, its styles and the words
// for them, is added on the way out, below /.minhbach/, where no page can be. The policy of the page stays:
// no inline code and no other host; it may ask this preview for events, and nobody may frame it.
//
// It listens on loopback, on the first free port from 8080, and answers only requests whose Host names this
// machine: a page of another site cannot read the preview through a name that it points here. A page of
// another site can lead here and cannot read anything. Only GET and HEAD; a folder gives its index.html, a
// missing page 404.html. Nothing is cached by the browser.
package serve

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"sync"
	"time"

	"minhbach/internal/diag"
)

// Site is one state of the site. Its files never change, and may be asked for at any time by anybody.
type Site interface {
	// File returns the file with a path, which has no slash at either end; fs.ErrNotExist where there is
	// none. An error with a method Finding() diag.Finding is the editor's.
	File(path string) ([]byte, error)
}

// State is what came of reading the portal.
type State struct {
	Site     Site // nil: the findings stop it
	Findings diag.List
	Source   func(file string) []byte // a file that a finding names, as it stands
	Lang     string                   // of what is said on the pages, vi or en
}

// Portal is what is being edited.
type Portal struct {
	Root string // its folder

	// Update reads it. An error is about the machine. It is called by one goroutine at a time.
	Update func(context.Context) (State, error)
	// Folders are the folders to watch. It is called after each Update, and before the first.
	Folders func() []Folder
}

// Options say how a portal is shown.
type Options struct {
	Hosts Hosts           // who may be asked for
	Lang  string          // of what is said while no portal could be read, vi or en
	Poll  bool            // look at the files once a second instead of being told of changes
	Note  func(diag.Text) // what whoever runs the program should know of the watching
	Ready func()          // the site is shown from now on, or what stops it

	every time.Duration // between two looks at the files; 0: interval
}

// Serve shows the portal on l until ctx ends, which is no error. It fails where the portal cannot be read at
// first; a later failure of the machine is shown, and what could be shown before stays.
func Serve(ctx context.Context, l net.Listener, p Portal, o Options) error {
	defer l.Close() // where serving never begins
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := newWatch(p.Root, o)
	w.folders(p.Folders())
	s := newShow(o)
	state, err := p.Update(ctx)
	if ctx.Err() != nil {
		w.close()
		return nil
	}
	if err != nil {
		w.close()
		return err
	}
	s.set(state, nil)
	w.folders(p.Folders())

	var watching sync.WaitGroup
	watching.Go(func() { w.run(ctx) })
	watching.Go(func() { follow(ctx, p, w, s) })
	defer watching.Wait()
	defer cancel()
	if o.Ready != nil {
		o.Ready()
	}
	return listen(ctx, l, s)
}

// follow makes the site again whenever something changed.
func follow(ctx context.Context, p Portal, w *watch, s *show) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.changed:
		}
		state, err := p.Update(ctx)
		if ctx.Err() != nil {
			return
		}
		s.set(state, err)
		w.folders(p.Folders())
	}
}

// patience is how long a request that is being answered may take once the program is to end.
const patience = 2 * time.Second

// listen answers until ctx ends; pages that wait for events are let go at once.
func listen(ctx context.Context, l net.Listener, s *show) error {
	server := &http.Server{Handler: guard(s.options, s), ReadHeaderTimeout: 10 * time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(ended)
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		if server.Shutdown(last) != nil {
			server.Close()
		}
	})
	err := server.Serve(l)
	if !stop() {
		<-ended
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving the preview: %w", err)
	}
	return nil
}
