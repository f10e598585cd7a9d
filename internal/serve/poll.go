package serve

import (
	"context"
	"crypto/sha256"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// snapshot is what some folders held at a moment, by path.
type snapshot map[string]stamp

// stamp is a file as far as a poll looks at it. Where the clock of a network drive is coarse, two saves in a
// row may have one size and one time; so what changed lately is also compared by its content.
type stamp struct {
	size int64
	at   time.Time
	mode fs.FileMode
	sum  [sha256.Size]byte // while hot
	hot  int               // how many more polls compare the content
}

// hotPolls is for how many polls after a change the content is compared: clocks are coarse by two seconds at
// most.
const hotPolls = 4

// poll looks at the folders at intervals, until ctx ends.
func (w *watch) poll(ctx context.Context) {
	tick := time.NewTicker(w.every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		w.mu.Lock()
		now := w.look(w.seen)
		if now.differs(w.seen) {
			signal(w.raw)
		}
		w.seen = now
		w.mu.Unlock()
	}
}

// differs reports whether a file is new, gone or another.
func (s snapshot) differs(before snapshot) bool {
	return !maps.EqualFunc(s, before, func(a, b stamp) bool { return !a.differs(b) })
}

func (s stamp) differs(before stamp) bool {
	return s.size != before.size || !s.at.Equal(before.at) || s.mode != before.mode || s.hot > 0 && before.hot > 0 && s.sum != before.sum
}

// look takes a snapshot of the folders.
func (w *watch) look(before snapshot) snapshot {
	out := snapshot{}
	for _, f := range w.wanted {
		for _, dir := range w.dirs(f) {
			entries, err := os.ReadDir(dir)
			if err != nil {
				continue // as if it were empty: it cannot be read
			}
			for _, e := range entries {
				if f.Only == nil && passing(e.Name()) || f.Only != nil && !slices.Contains(f.Only, e.Name()) {
					continue
				}
				name := filepath.Join(dir, e.Name())
				if info, err := os.Stat(name); err == nil {
					was, known := before[name]
					out[name] = stampOf(name, info, was, known || before == nil)
				}
			}
		}
	}
	return out
}

// stampOf is what a file looks like now; one that is new or another than it was is hot.
func stampOf(name string, info fs.FileInfo, before stamp, known bool) stamp {
	s := stamp{size: info.Size(), at: info.ModTime(), mode: info.Mode(), hot: max(before.hot-1, 0)}
	if info.IsDir() {
		return stamp{mode: info.Mode()} // what is in it is looked at by itself
	}
	if !known || before.mode != 0 && (s.size != before.size || !s.at.Equal(before.at)) {
		s.hot = hotPolls
	}
	if s.hot > 0 {
		s.sum = sumOf(name)
		if before.hot > 0 && s.sum != before.sum {
			s.hot = hotPolls
		}
	}
	return s
}

// sumOf is the sum of a file's content; of one that cannot be read, of nothing.
func sumOf(name string) (sum [sha256.Size]byte) {
	f, err := os.Open(name)
	if err != nil {
		return sum
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return sum
	}
	return [sha256.Size]byte(h.Sum(nil))
}
