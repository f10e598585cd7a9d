package source

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"time"

	"minhbach/internal/diag"
)

// Cache reads a portal again and again. A file that says the same to the byte is not parsed twice; what comes
// out is what Load gives, and a tree that was given before stays as it was. The zero value is empty. It is
// for one goroutine at a time.
type Cache struct {
	texts   map[string]*reading
	sums    map[string]summed
	changed []string
}

// reading is what came of reading one file.
type reading struct {
	raw, text []byte
	numbers   string        // how the portal's sources wrote them when it was read
	refused   *diag.Finding // it is no text
	findings  diag.List
	lost      bool
	root      *Table // of data/; of content/, the front matter, nil without
	page      *Page  // of content/, without its front matter
	broken    bool
}

// summed is a file that records name, as it was when it was read to its end.
type summed struct {
	size int64
	at   time.Time
	sum  string
}

// Load reads data/ and content/ of fsys. The tree is never nil.
func (c *Cache) Load(fsys fs.FS) (*Tree, diag.List) {
	l := loader{fsys: fsys, tree: &Tree{texts: map[string][]byte{}, attached: map[string]*Attached{}}, numbers: Settings(fsys).Numbers, before: c, now: Cache{texts: map[string]*reading{}, sums: map[string]summed{}}}
	l.load()
	for name, r := range l.now.texts {
		if c.texts[name] != r {
			l.now.changed = append(l.now.changed, name)
		}
	}
	for name := range c.texts {
		if l.now.texts[name] == nil {
			l.now.changed = append(l.now.changed, name)
		}
	}
	for name, s := range c.sums {
		if now := l.now.sums[name]; now.sum != s.sum || now.size != s.size {
			l.now.changed = append(l.now.changed, name)
		}
	}
	slices.Sort(l.now.changed)
	*c = l.now
	return l.tree, l.findings
}

// Changed are the files that were new, another or gone when Load was called last, sorted.
func (c *Cache) Changed() []string { return slices.Compact(c.changed) }

// Attached are the files that records name and that are there, sorted.
func (c *Cache) Attached() []string { return slices.Sorted(maps.Keys(c.sums)) }

// known returns what came of a file that said the same when it was read before, else a new reading of it.
func (l *loader) known(name string, raw []byte) *reading {
	r := l.before.texts[name]
	if r == nil || !bytes.Equal(r.raw, raw) || r.numbers != l.numbers {
		r = &reading{raw: raw, numbers: l.numbers}
		if r.text, r.refused = decode(name, raw); r.refused == nil {
			r.text, r.findings = conflicts(name, r.text)
		}
	}
	l.now.texts[name] = r
	return r
}

// hashedAlways is how long a file is, in bytes, that is read to its end each time; of a longer one, the size
// and the time of its last change say whether it is another.
const hashedAlways = 1 << 20

// sumOf is the sum of a file that a record names.
func (l *loader) sumOf(name string, info fs.FileInfo) (int64, string, error) {
	if s, ok := l.before.sums[name]; ok && s.size > hashedAlways && s.size == info.Size() && s.at.Equal(info.ModTime()) {
		l.now.sums[name] = s
		return s.size, s.sum, nil
	}
	size, sum, err := l.sum(name)
	if err == nil {
		l.now.sums[name] = summed{size, info.ModTime(), sum}
	}
	return size, sum, err
}

// copied returns the table itself anew: who reads a file may note its place at the table, and a tree that was
// given before is not touched by that.
func copied(t *Table) *Table {
	if t == nil {
		return nil
	}
	c := *t
	return &c
}
