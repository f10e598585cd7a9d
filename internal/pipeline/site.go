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

	"minhbach/internal/assets"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/opendata"
	"minhbach/internal/publish"
	"minhbach/internal/render"
)

// site is all that its pages are made from.
type site struct {
	render.Input
	shared map[string][]byte // styles, scripts and pictures, by path
	root   fs.FS             // the portal's folder, for the documents published as they are
}

// prepare derives what is computed and reads templates, messages and assets.
func prepare(read Reading, o Options) (*site, error) {
	p := read.Portal
	layouts := overlay{over: os.DirFS(filepath.Join(o.Root, "layouts")), under: o.Layouts}
	catalog, err := fs.ReadFile(layouts, "messages/"+p.Locale+".json")
	if err != nil {
		return nil, fmt.Errorf("reading the messages of the language %q: %w", p.Locale, err)
	}
	loc, err := locale.New(p.Locale, catalog)
	if err != nil {
		return nil, fmt.Errorf("reading the messages of the language %q: %w", p.Locale, err)
	}
	asOf := o.AsOf
	if newest := p.Newest(); asOf.IsZero() && newest != nil {
		asOf = newest.AsOf
	}
	shared, err := assets.Load(layouts)
	if err != nil {
		return nil, err
	}
	return &site{
		Input: render.Input{
			Result:  derive.All(p, asOf, loc.Compare),
			Log:     read.Log,
			Locale:  loc,
			Layouts: layouts,
			Assets: render.Assets{
				CSS: shared.Path("site.css"), JS: shared.Path("site.js"), Icon: shared.Path("icon.svg"), ECharts: shared.Path("echarts.js"),
			},
		},
		shared: shared.Files,
		root:   os.DirFS(o.Root),
	}, nil
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

// pages streams every file of the site.
func (s *site) pages(ctx context.Context, progress func(int)) iter.Seq2[publish.Page, error] {
	return func(yield func(publish.Page, error) bool) {
		n := 0
		give := func(path string, body []byte, from string, err error) bool {
			n++
			if progress != nil {
				progress(n)
			}
			return yield(publish.Page{Path: path, Body: body, From: from}, err)
		}
		for _, path := range slices.Sorted(maps.Keys(s.shared)) {
			if !give(path, s.shared[path], "assets", nil) {
				return
			}
		}
		for _, d := range s.Result.Portal.Documents {
			if d.File == "" {
				continue
			}
			body, err := s.sourceFile(d)
			if !give(d.SitePath(), body, d.File, err) {
				return
			}
		}
		if !give(opendata.SchemaPath, opendata.Schema, "schema", nil) {
			return
		}
		table := func(d opendata.Dataset) bool {
			return give(d.Path, d.CSV(), d.Title, nil) && give(d.JSONPath(), d.JSON(), d.Title, nil)
		}
		for d := range opendata.Each(s.Result, s.Locale) {
			if !table(d) {
				return
			}
		}
		if !table(opendata.Changes(s.Result, s.Log, s.Locale)) {
			return
		}
		for f, err := range opendata.Feeds(s.Result, s.Log, s.Locale) {
			if !give(f.Path, f.Body, f.Title, err) {
				return
			}
		}
		for p, err := range render.Pages(ctx, s.Input) {
			if !give(p.Path, p.Body, "", err) {
				return
			}
		}
	}
}
