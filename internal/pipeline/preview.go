package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"

	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/source"
)

// Preview makes the site of a portal again and again while its files are being edited. It keeps what did not
// change: parsed files, the log while git has no new commit, and the last site where nothing changed at all.
// It writes no file. It is for one goroutine at a time; the sites it gives are for any number.
type Preview struct {
	o       Options
	files   source.Cache
	found   diag.List // by the last reading of the files themselves
	layouts map[string][sha256.Size]byte
	sound   map[string][sha256.Size]byte // layouts that made a site
	version string                       // of the log
	gitDir  string
	log     *history.Log
	last    *Update
	lang    string
}

// NewPreview prepares the preview of the portal at o.Root; o.Out and o.Progress do not count.
func NewPreview(o Options) *Preview {
	o.notFoundRoot = "/"
	return &Preview{o: o}
}

// Update is what came of reading the portal again.
type Update struct {
	Reading
	Site    *Generation // nil: the findings stop it
	Changed []string    // files of the portal that are new, another or gone since the update before
	Commits bool        // git has other commits than at the update before, or is there now
	Lang    string      // of the portal, vi or en, as far as that can be read
}

// Update reads the portal again; where nothing changed it gives the same as before. An error is about the
// machine, and the next call begins where this one did.
func (p *Preview) Update(ctx context.Context) (*Update, error) {
	layouts, err := sums(p.o.Root, "layouts")
	if err != nil {
		return nil, err
	}
	version, gitDir := history.Version(ctx, p.o.Root)
	if p.log == nil || version != p.version {
		if p.log, err = history.Read(ctx, p.o.Root); err != nil {
			return nil, fmt.Errorf("reading the figures of the past: %w", err)
		}
	}
	tree, found := p.files.Load(os.DirFS(p.o.Root))
	changed := append(differing(p.layouts, layouts), p.files.Changed()...)
	if p.last != nil && len(changed) == 0 && version == p.version && reflect.DeepEqual(found, p.found) {
		return p.last, nil
	}
	u, err := p.make(tree, found, len(differing(p.sound, layouts)) > 0)
	if err != nil {
		p.last = nil // what changed is not lost: the next call makes it
		return nil, err
	}
	if u.Site != nil {
		p.sound = layouts
	}
	u.Commits = version != p.version
	p.layouts, p.version, p.gitDir, p.found = layouts, version, gitDir, found
	u.Changed, p.last = changed, u
	return u, nil
}

// make goes from what was read to a site. New layouts are tried on pages of each kind, before anybody asks.
func (p *Preview) make(tree *source.Tree, found diag.List, try bool) (*Update, error) {
	u := &Update{Reading: judge(tree, found, p.log, os.DirFS(p.o.Root))}
	u.Lang = p.langOf(tree)
	if u.Stops(p.o.Strict) {
		return u, nil
	}
	s, err := prepare(u.Reading, p.o)
	if err == nil && try {
		err = layoutError(p.o.Root, s.rendered.Try())
	}
	if err != nil {
		u.Reading, err = u.stoppedBy(err)
		return u, err
	}
	u.Site = newGeneration(s, p.o.Root)
	return u, nil
}

// langOf is the language that the portal says it is in; while that cannot be read, what it said last.
func (p *Preview) langOf(t *source.Tree) string {
	if settings := t.File("data/portal.toml"); settings != nil {
		if v := settings.Root.Get("locale"); v != nil && (v.Text == "vi" || v.Text == "en") {
			p.lang = v.Text
		}
	}
	return p.lang
}

// Folder is a folder whose files the preview depends on. It need not be there.
type Folder struct {
	Path string   // below the portal's, or absolute
	Deep bool     // with all folders below it
	Only []string // the names that count; nil: all
}

// Folders are the folders to watch, as of the last update.
func (p *Preview) Folders() []Folder {
	out := []Folder{{Path: ".", Only: []string{"data", "content", "layouts", ".git"}}, {Path: "data", Deep: true}, {Path: "content", Deep: true}, {Path: "layouts", Deep: true}}
	gitDir := cmp.Or(p.gitDir, ".git") // also one that git itself does not know yet, being made
	out = append(out, Folder{Path: gitDir, Only: []string{"HEAD", "index", "packed-refs", "shallow"}},
		Folder{Path: path.Join(gitDir, "logs"), Only: []string{"HEAD"}}) // a commit without a file, as one that gives a reason, changes nothing else
	for _, name := range p.files.Attached() {
		dir := Folder{Path: path.Dir(name)}
		if !slices.ContainsFunc(out, func(f Folder) bool { return f.Path == dir.Path && f.Only == nil }) {
			out = append(out, dir)
		}
	}
	return out
}

// Generation is the site of one state of the portal, whole: each file is made when it is first asked for, and
// all of them from the same state. A page that the portal's own layouts break is the error *Broken.
type Generation struct {
	site  *site
	root  string // the portal's folder
	files map[string]file
	made  sync.Map // path → func() ([]byte, error)
}

func newGeneration(s *site, root string) *Generation {
	g := &Generation{site: s, root: root, files: map[string]file{}}
	for f := range s.files() {
		g.files[f.path] = f
	}
	return g
}

// Interactive reports whether the interactive charts are in the tool.
func (g *Generation) Interactive() bool { return g.site.Assets.ECharts != "" }

// Paths are the paths of all files, sorted.
func (g *Generation) Paths() []string {
	out := g.site.rendered.Paths()
	for path := range g.files {
		out = append(out, path)
	}
	slices.Sort(out)
	return out
}

// File returns the file with the path, to the byte as a build would write it; the 404 page alone has links
// that begin at the root, being shown at any depth. fs.ErrNotExist: there is none.
func (g *Generation) File(path string) ([]byte, error) {
	make, _ := g.made.LoadOrStore(path, sync.OnceValues(func() ([]byte, error) { return g.make(path) }))
	body, err := make.(func() ([]byte, error))()
	if err != nil {
		g.made.Delete(path) // it takes no room, and a source document may be there again
	}
	return body, err
}

func (g *Generation) make(path string) ([]byte, error) {
	if f, ok := g.files[path]; ok {
		p, err := f.make()
		return p.Body, err
	}
	p, ok, err := g.site.rendered.Page(path)
	if !ok {
		return nil, fs.ErrNotExist
	}
	return p.Body, layoutError(g.root, err)
}

// sums are the sums of the files below a folder of the portal.
func sums(root, dir string) (map[string][sha256.Size]byte, error) {
	out := map[string][sha256.Size]byte{}
	err := fs.WalkDir(os.DirFS(root), dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "~") {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		out[name] = sha256.Sum256(text)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // not there, or deleted just now
		return nil, fmt.Errorf("reading %s: %w", dir, err)
	}
	return out, nil
}

// differing are the names that only one of the two has, or that they have otherwise.
func differing[V comparable](a, b map[string]V) []string {
	var out []string
	for name, v := range b {
		if was, ok := a[name]; !ok || was != v {
			out = append(out, name)
		}
	}
	for name := range a {
		if _, ok := b[name]; !ok {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
