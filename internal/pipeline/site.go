package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"minhbach/internal/assets"
	"minhbach/internal/bulletin"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/opendata"
	"minhbach/internal/publish"
	"minhbach/internal/render"
	"minhbach/internal/search"
)

// site is all that its files are made from.
type site struct {
	render.Input
	rendered *render.Site
	shared   map[string][]byte // styles, scripts and pictures, by path
	names    []search.File     // what the search finds
	root     fs.FS             // the portal's folder, for the documents published as they are
	dir      string            // the same, for git
}

// prepare derives what is computed and reads templates, messages and assets. An error that is the portal's own
// is *Broken.
func prepare(read Reading, o Options) (*site, error) {
	p := read.Portal
	layouts := overlay{over: os.DirFS(filepath.Join(o.Root, "layouts")), under: o.Layouts}
	loc, err := messages(layouts, p.Locale)
	if err != nil {
		return nil, layoutError(o.Root, err)
	}
	asOf := o.AsOf
	if newest := p.Newest(); asOf.IsZero() && newest != nil {
		asOf = newest.AsOf
	}
	shared, err := assets.Load(layouts)
	if err != nil {
		return nil, err
	}
	s := &site{
		Input: render.Input{
			Result:  derive.All(p, asOf, loc.Compare),
			Log:     read.Log,
			Locale:  loc,
			Layouts: layouts,
			Assets: render.Assets{
				CSS: shared.Path("site.css"), Sheet: shared.Path("sheet.css"), JS: shared.Path("site.js"), Icon: shared.Path("icon.svg"), ECharts: shared.Path("echarts.js"), Search: shared.Path("search.js"),
			},
			NotFoundRoot: o.notFoundRoot,
		},
		shared: shared.Files,
		root:   os.DirFS(o.Root),
		dir:    o.Root,
	}
	if touchFits(layouts.over) {
		s.Assets.Touch = shared.Path(touchIcon)
	}
	if s.rendered, err = render.New(s.Input); err != nil {
		return nil, layoutError(o.Root, err)
	}
	if s.Assets.Search != "" {
		s.names = search.Files(s.rendered.Entries(), loc, assets.Name)
	}
	return s, nil
}

// touchIcon is the icon of the site as a picture.
const touchIcon = "icon-180.png"

// touchFits reports whether the picture shows the icon: a portal that has an icon of its own must bring its picture.
func touchFits(own fs.FS) bool {
	_, icon := fs.Stat(own, "assets/icon.svg")
	_, picture := fs.Stat(own, "assets/"+touchIcon)
	return icon != nil || picture == nil
}

// messages reads the catalog of a language.
func messages(layouts fs.FS, tag string) (*locale.Locale, error) {
	catalog, err := fs.ReadFile(layouts, "messages/"+tag+".json")
	if err != nil {
		return nil, fmt.Errorf("reading the messages of the language %q: %w", tag, err)
	}
	loc, err := locale.New(tag, catalog)
	if err != nil {
		return nil, &brokenMessages{tag, catalog, err}
	}
	return loc, nil
}

// sourceFile reads a document that is published as it is. Between the check and now it must not have become
// another one.
func (s *site) sourceFile(d *model.Document) ([]byte, error) {
	body, err := fs.ReadFile(s.root, d.File)
	if err != nil {
		return nil, fmt.Errorf("reading the source file: %w", err)
	}
	if sum := sha256.Sum256(body); hex.EncodeToString(sum[:]) != d.SHA256 {
		return nil, fmt.Errorf("reading the source file %s: it changed while the site was built", d.File)
	}
	return body, nil
}

// file is one file of the site, and what makes it.
type file struct {
	path string
	make func() (publish.Page, error)
}

// files yields every file of the site that is no page of its own making. A build takes all of them, the
// preview the one that is asked for.
func (s *site) files() iter.Seq[file] {
	return func(yield func(file) bool) {
		fixed := func(path string, body []byte, from string) bool {
			return yield(file{path, func() (publish.Page, error) { return publish.Page{Path: path, Body: body, From: from}, nil }})
		}
		for _, path := range slices.Sorted(maps.Keys(s.shared)) {
			if !fixed(path, s.shared[path], "assets") {
				return
			}
		}
		for _, f := range s.names {
			if !fixed(f.Path, f.Body, "search") {
				return
			}
		}
		if !fixed(opendata.SchemaPath, opendata.Schema, "schema") {
			return
		}
		for _, d := range s.Result.Portal.Documents {
			if d.File != "" && !yield(s.document(d)) {
				return
			}
		}
		for id, make := range opendata.Each(s.Result, s.Locale) {
			if !yieldBoth(yield, id, make) {
				return
			}
		}
		if !yieldBoth(yield, opendata.ChangesID, func() opendata.Dataset { return opendata.Changes(s.Result, s.Log, s.Locale) }) {
			return
		}
		if !s.forMachines(yield) {
			return
		}
		for path, make := range bulletin.Each(s.Result, s.Locale) {
			text := func() (publish.Page, error) {
				b := make()
				return publish.Page{Path: path, Body: b.Text(), From: b.Title}, nil
			}
			if !yield(file{path, text}) {
				return
			}
		}
		for path, make := range opendata.Feeds(s.Result, s.Log, s.Locale) {
			feed := func() (publish.Page, error) {
				f, err := make()
				return publish.Page{Path: path, Body: f.Body, From: f.Title}, err
			}
			if !yield(file{path, feed}) {
				return
			}
		}
	}
}

// yieldBoth yields the two forms of a dataset, which is made once for both.
func yieldBoth(yield func(file) bool, id string, make opendata.Maker) bool {
	once := sync.OnceValue(make)
	form := func(ending string, body func(opendata.Dataset) []byte) bool {
		return yield(file{id + ending, func() (publish.Page, error) {
			d := once()
			return publish.Page{Path: id + ending, Body: body(d), From: d.Title}, nil
		}})
	}
	return form(".csv", opendata.Dataset.CSV) && form(".json", opendata.Dataset.JSON)
}

// document publishes a source document as it is.
func (s *site) document(d *model.Document) file {
	return file{d.SitePath(), func() (publish.Page, error) {
		body, err := s.sourceFile(d)
		return publish.Page{Path: d.SitePath(), Body: body, From: d.File}, err
	}}
}

// pages streams every file of the site.
func (s *site) pages(ctx context.Context, progress func(int)) iter.Seq2[publish.Page, error] {
	return func(yield func(publish.Page, error) bool) {
		n := 0
		give := func(p publish.Page, err error) bool {
			n++
			if progress != nil {
				progress(n)
			}
			return yield(p, err)
		}
		for f := range s.files() {
			if !give(f.make()) {
				return
			}
		}
		for p, err := range s.rendered.Pages(ctx) {
			if !give(publish.Page{Path: p.Path, Body: p.Body}, err) {
				return
			}
		}
	}
}
