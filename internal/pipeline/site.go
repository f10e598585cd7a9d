package pipeline

import (
	"context"
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
	"minhbach/internal/opendata"
	"minhbach/internal/publish"
	"minhbach/internal/render"
)

// site is all that its pages are made from.
type site struct {
	render.Input
	shared map[string][]byte // styles, scripts and pictures, by path
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
	}, nil
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
		for d := range opendata.Each(s.Result, s.Locale) {
			if !give(d.Path, d.CSV(), d.Title, nil) {
				return
			}
		}
		changes := opendata.Changes(s.Result, s.Log, s.Locale)
		if !give(changes.Path, changes.CSV(), changes.Title, nil) {
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
