package serve

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"minhbach/internal/diag"
)

// Folder is a folder to watch. It need not be there, and may come and go.
type Folder struct {
	Path string   // below the portal's, with slashes, or absolute
	Deep bool     // with all folders below it
	Only []string // the names that count; nil: all
}

// A change is told once nothing changed for quiet, as an editor writes a file in several steps; while changes do
// not end, after restless. A poll looks every interval.
const (
	quiet    = 50 * time.Millisecond
	restless = time.Second
	interval = time.Second
)

// watch tells that something changed in some folders: a file written, new, renamed, gone. Folders are watched
// and never files, for editors save by renaming. What cannot be watched is polled.
type watch struct {
	changed chan struct{} // holds one signal for any number of changes

	root  string
	note  func(diag.Text)
	every time.Duration // between two polls
	raw   chan struct{} // a change, before it is quiet

	mu       sync.Mutex
	wanted   []Folder
	notify   *fsnotify.Watcher // nil: polled
	watched  map[string]bool   // folders, when they were last added
	polled   chan struct{}     // closed once it is polled
	seen     snapshot
	wasAsked bool // a snapshot was taken
}

func newWatch(root string, o Options) *watch {
	if abs, err := filepath.Abs(root); err == nil { // else as it is, while nobody changes the folder we are in
		root = abs
	}
	w := &watch{root: root, note: o.Note, every: cmp.Or(o.every, interval), changed: make(chan struct{}, 1), raw: make(chan struct{}, 1), polled: make(chan struct{})}
	if o.Poll {
		close(w.polled)
		return w
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		w.fallBack(err)
		return w
	}
	w.notify = notify
	return w
}

var textPolling = diag.Text{
	VI: "máy không báo được khi tệp thay đổi (%v): chuyển sang xem lại các tệp mỗi giây một lần, như với --poll",
	EN: "the machine cannot tell when files change (%v): looking at them once a second instead, as with --poll",
}

// fallBack polls from now on.
func (w *watch) fallBack(why error) {
	if w.notify != nil {
		w.notify.Close()
		w.notify = nil
	}
	close(w.polled)
	if w.note != nil {
		w.note(problem(why, textPolling, why).(*Problem).Text)
	}
}

// folders watches these from now on.
func (w *watch) folders(wanted []Folder) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.wanted = wanted
	if w.notify != nil {
		if w.add() {
			signal(w.raw) // what changed in a folder before it was watched was told by nobody
		}
	} else if !w.wasAsked {
		w.seen, w.wasAsked = w.look(nil), true
	}
}

// add watches every folder that is there, and reports whether one of them was not watched before.
func (w *watch) add() (more bool) {
	watched := map[string]bool{} // a list of our own: the watcher's has a renamed folder under its old name
	for _, f := range w.wanted {
		for _, dir := range w.dirs(f) {
			switch err := w.notify.Add(dir); {
			case err == nil:
				watched[dir] = true
				more = more || !w.watched[dir]
			case !errors.Is(err, fs.ErrNotExist):
				w.fallBack(err)
				w.seen, w.wasAsked = w.look(nil), true
				return false
			}
		}
	}
	w.watched = watched
	return more
}

// at is where a folder is on this machine.
func (w *watch) at(f Folder) string {
	if filepath.IsAbs(f.Path) {
		return filepath.Clean(f.Path)
	}
	return filepath.Join(w.root, filepath.FromSlash(f.Path))
}

// dirs are the folder and, of a deep one, those below it.
func (w *watch) dirs(f Folder) []string {
	top := w.at(f)
	if info, err := os.Stat(top); err != nil || !info.IsDir() {
		return nil
	}
	out := []string{top}
	if !f.Deep {
		return out
	}
	_ = fs.WalkDir(os.DirFS(top), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || !d.IsDir() || name == ".":
			return nil // what cannot be read is not watched
		case passing(d.Name()):
			return fs.SkipDir
		}
		out = append(out, filepath.Join(top, filepath.FromSlash(name)))
		return nil
	})
	return out
}

// passing reports whether a name is none of the portal's: git's, the system's, a copy or a lock that a text
// editor makes while it saves.
func passing(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasPrefix(name, "~") || strings.HasSuffix(name, "~") ||
		name == "4913" || slices.Contains([]string{".swp", ".swx", ".bak", ".tmp"}, path.Ext(name))
}

// counts reports whether a change of the name in dir is one of the portal's.
func (w *watch) counts(dir, name string) bool {
	for _, f := range w.wanted {
		top := w.at(f)
		if dir != top && !(f.Deep && strings.HasPrefix(dir, top+string(filepath.Separator))) {
			continue
		}
		if f.Only == nil && !passing(name) || slices.Contains(f.Only, name) {
			return true
		}
	}
	return false
}

// run watches until ctx ends.
func (w *watch) run(ctx context.Context) {
	defer w.close()
	var settling sync.WaitGroup
	settling.Go(func() { settle(ctx, w.raw, w.changed) })
	defer settling.Wait()
	w.mu.Lock()
	notify := w.notify
	w.mu.Unlock()
	if notify != nil {
		w.hear(ctx, notify)
	}
	if ctx.Err() == nil {
		w.poll(ctx)
	}
}

// hear takes what the system tells, until ctx ends or it tells no more.
func (w *watch) hear(ctx context.Context, notify *fsnotify.Watcher) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-w.polled:
			return
		case _, ok := <-notify.Errors: // too many changes at once, say
			if !ok {
				return
			}
			signal(w.raw)
		case e, ok := <-notify.Events:
			if !ok {
				return
			}
			w.event(e)
		}
	}
}

func (w *watch) event(e fsnotify.Event) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if e.Op == fsnotify.Chmod || w.notify == nil || !w.counts(filepath.Dir(e.Name), filepath.Base(e.Name)) {
		return
	}
	if e.Has(fsnotify.Create) {
		if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
			w.add()
		}
	}
	signal(w.raw)
}

// close gives back what the system keeps for the watching.
func (w *watch) close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.notify != nil {
		w.notify.Close()
	}
}

// signal leaves one signal, however many there are.
func signal(to chan<- struct{}) {
	select {
	case to <- struct{}{}:
	default:
	}
}

// settle passes a change on once it was quiet, or restless for too long.
func settle(ctx context.Context, in <-chan struct{}, out chan<- struct{}) {
	var calm, enough <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-in:
			calm = time.After(quiet)
			if enough == nil {
				enough = time.After(restless)
			}
			continue
		case <-calm:
		case <-enough:
		}
		calm, enough = nil, nil
		signal(out)
	}
}
