// Package render turns the derived portal into pages: HTML for readers, in the language of the
// catalog it is given. Pages are built by a pool of workers and streamed in no particular order; no
// page depends on another, on the order of rendering, or on anything but the Input, so the same input
// gives the same bytes.
//
// A page is an opening (what it is, the answer, up to four figures) and sections. Templates compose
// them; the tables, charts and checks inside are written by Go through package markup. Every link is
// relative and names its file, so that the same folder works at a root, below a path and from file://.
package render

import (
	"context"
	"fmt"
	"html/template"
	"io/fs"
	"iter"
	"runtime"
	"slices"
	"sync"

	"minhbach/internal/chart"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// Page is one file of the site. Path is relative to its root, with slashes.
type Page struct {
	Path string
	Body []byte
}

// Assets are the paths of the shared files, from the root of the site.
type Assets struct {
	CSS, JS, Icon string
	ECharts       string // "" when the interactive charts were not bundled
}

// Input is all a page may depend on.
type Input struct {
	Result  *derive.Result
	Log     *history.Log // never nil; empty with a Note where git cannot tell
	Locale  *locale.Locale
	Layouts fs.FS // templates/*.html
	Assets  Assets
}

// site is what all pages share, read-only while they are rendered.
type site struct {
	Input
	portal       *model.Portal
	round        *model.Round
	templates    *template.Template
	peerUnits    map[peerKey][]*model.Unit       // alphabetical
	percents     map[*model.Table]int            // printed percentages of units
	onChecksPage map[*derive.Reconciliation]bool // listed there
	chartText    chart.Text
	computing    map[*model.Table][]narrative.Ref // what narratives compute of a table
	past         past
}

// peerKey is what units set side by side share: they are of one kind and below one parent.
type peerKey struct {
	kind   *model.Kind
	parent *model.Unit
}

// peersOf are the units a unit is set beside, itself included.
func (s *site) peersOf(u *model.Unit) []*model.Unit { return s.peerUnits[peerKey{u.Kind, u.Parent}] }

// Pages renders the whole site. It stops at the first error or when ctx ends.
func Pages(ctx context.Context, in Input) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		s, err := newSite(in)
		if err != nil {
			yield(Page{}, err)
			return
		}
		ctx, cancel := context.WithCancel(ctx)
		jobs, done := s.start(ctx)
		defer func() { cancel(); jobs.Wait() }()
		for r := range done {
			if !yield(r.page, r.err) || r.err != nil {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(Page{}, err)
		}
	}
}

type rendered struct {
	page Page
	err  error
}

// start runs every builder of the site on a pool; the channel closes when all are done or ctx ends.
func (s *site) start(ctx context.Context) (*sync.WaitGroup, <-chan rendered) {
	queue := make(chan func() *page)
	out := make(chan rendered, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for build := range queue {
				pg, err := s.execute(build())
				select {
				case out <- rendered{pg, err}:
				case <-ctx.Done():
					return
				}
			}
		})
	}
	var all sync.WaitGroup
	all.Go(func() {
		defer close(out)
		defer workers.Wait()
		defer close(queue)
		for build := range s.builders() {
			select {
			case queue <- build:
			case <-ctx.Done():
				return
			}
		}
	})
	return &all, out
}

func newSite(in Input) (*site, error) {
	t, err := template.New("").ParseFS(in.Layouts, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates: %w", err)
	}
	s := &site{Input: in, portal: in.Result.Portal, round: in.Result.Round, templates: t, peerUnits: map[peerKey][]*model.Unit{}, percents: map[*model.Table]int{}}
	s.chartText = s.newChartText()
	s.computing = s.computedRefs()
	s.past = newPast(in)
	for _, r := range s.portal.Rounds {
		for _, t := range r.Tables {
			for _, f := range t.Units {
				if f.Percent != nil {
					s.percents[t]++
				}
			}
		}
	}
	for _, k := range in.Result.Kinds {
		for _, u := range k.Units {
			key := peerKey{u.Kind, u.Parent}
			s.peerUnits[key] = append(s.peerUnits[key], u)
		}
	}
	s.onChecksPage = map[*derive.Reconciliation]bool{}
	listed := listedOf(in.Result.Reconciliations)
	for _, c := range slices.Concat(listed.attention, listed.agree, listed.noted) {
		s.onChecksPage[c] = true
	}
	return s, nil
}

// builders yields one function per page of the site.
func (s *site) builders() iter.Seq[func() *page] {
	return func(yield func(func() *page) bool) {
		single := []func() *page{
			s.home, s.resolutionList, s.unitList, s.works, s.recommendations, s.shortcomings,
			s.checks, s.data, s.documents, s.changes, s.states, s.notFound,
		}
		for _, b := range single {
			if !yield(b) {
				return
			}
		}
		for _, part := range s.past.parts {
			if !yield(func() *page { return s.changesOf(part) }) {
				return
			}
		}
		for _, pg := range s.portal.Pages {
			if !generated[pg.ID] && !yield(func() *page { return s.free(pg) }) {
				return
			}
		}
		for _, r := range s.portal.Rounds {
			if !yield(func() *page { return s.report(r) }) {
				return
			}
		}
		for _, r := range s.portal.Resolutions {
			if !yield(func() *page { return s.resolution(r) }) {
				return
			}
		}
		for _, i := range s.portal.Indicators {
			if !yield(func() *page { return s.figures(i) }) {
				return
			}
		}
		for _, u := range s.portal.Units {
			if !yield(func() *page { return s.unit(u) }) {
				return
			}
		}
	}
}
