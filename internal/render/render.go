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
	"html/template"
	"io/fs"
	"iter"
	"maps"
	"runtime"
	"slices"
	"strings"
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
	Touch         string // the icon as a picture, for the home screens of phones; "" without one
	Sheet         string // styles of sheets for the notice board
	ECharts       string // "" when the interactive charts were not bundled
	Search        string // "" when the search was not bundled
}

// Input is all a page may depend on.
type Input struct {
	Result  *derive.Result
	Log     *history.Log // never nil; empty with a Note where git cannot tell
	Locale  *locale.Locale
	Layouts fs.FS // templates/*.html
	Assets  Assets

	NotFoundRoot string // what the links of the 404 page begin with; "": the path of the portal's address
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
	listed       index                        // in the order of the data
	alphabet     map[EntryKind]func() []Entry // each sorted once, when first asked for
}

// peerKey is what units set side by side share: they are of one kind and below one parent.
type peerKey struct {
	kind   *model.Kind
	parent *model.Unit
}

// peersOf are the units a unit is set beside, itself included.
func (s *site) peersOf(u *model.Unit) []*model.Unit { return s.peerUnits[peerKey{u.Kind, u.Parent}] }

// Site is a portal ready to be rendered, page by page or as a whole. It does not change, reads nothing any
// more, and may be used by any number of goroutines.
type Site struct {
	*site
	builders map[string]builder
}

// New prepares the pages of a portal. A template that cannot be read is a *TemplateError.
func New(in Input) (*Site, error) {
	s, err := newSite(in)
	if err != nil {
		return nil, err
	}
	return &Site{s, maps.Collect(s.builders())}, nil
}

// Paths are the paths of all pages, in one order.
func (s *Site) Paths() []string { return slices.Sorted(maps.Keys(s.builders)) }

// Page renders one page, and reports whether there is one with the path.
func (s *Site) Page(path string) (Page, bool, error) {
	build, ok := s.builders[path]
	if !ok {
		return Page{}, false, nil
	}
	pg, err := s.execute(build())
	return pg, true, err
}

// Try renders one page of each kind, for the error that a template makes where it is executed.
func (s *Site) Try() error {
	tried := map[string]bool{}
	for _, path := range s.Paths() {
		kind, _, _ := strings.Cut(path, "/")
		if tried[kind] {
			continue
		}
		tried[kind] = true
		if _, _, err := s.Page(path); err != nil {
			return err
		}
	}
	return nil
}

// Pages renders the whole site, in no particular order. It stops at the first error or when ctx ends.
func (s *Site) Pages(ctx context.Context) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
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
	queue := make(chan builder)
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
		for _, build := range s.builders() {
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
	t, err := templates(in.Layouts)
	if err != nil {
		return nil, err
	}
	s := &site{Input: in, portal: in.Result.Portal, round: in.Result.Round, templates: t, peerUnits: map[peerKey][]*model.Unit{}, percents: map[*model.Table]int{}}
	s.chartText = s.newChartText()
	s.computing = s.computedRefs()
	s.past = newPast(in)
	s.listed, s.alphabet = newIndex(s.entries()), map[EntryKind]func() []Entry{}
	for _, k := range EntryKinds {
		s.alphabet[k] = sync.OnceValue(func() []Entry { return s.sort(k) })
	}
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

// builder makes a page.
type builder func() *page

// builders yields every page of the site: its path, and what makes it.
func (s *site) builders() iter.Seq2[string, builder] {
	return func(yield func(string, builder) bool) {
		_ = yield(homePath, s.home) && yield(resolutionsPath, s.resolutionList) && yield(unitsPath, s.unitList) &&
			yield(worksPath, s.works) && yield(recommendationsPath, s.recommendations) && yield(shortcomingsPath, s.shortcomings) &&
			yield(checksPath, s.checks) && yield(dataPath, s.data) && yield(documentsPath, s.documents) &&
			yield(changesPath, s.changes) && yield(statesPath, s.states) && yield(indexPath, s.indexPage) && yield(NotFoundPath, s.notFound) &&
			each(yield, s.indexParts(), indexPartPath, s.indexPartPage) &&
			each(yield, s.past.parts, func(part history.Part) string { return partPath(part.ID) }, s.changesOf) &&
			each(yield, s.freePages(), func(pg *model.Page) string { return pagePath(pg.ID) }, s.free) &&
			each(yield, s.portal.Rounds, reportPath, s.report) &&
			each(yield, s.portal.Resolutions, resolutionPath, s.resolution) &&
			each(yield, s.portal.Indicators, indicatorPath, s.figures) &&
			each(yield, s.portal.Units, unitPath, s.unit) &&
			each(yield, s.toldResolutions(), resolutionSheetPath, s.resolutionSheet) &&
			each(yield, s.toldUnits(), unitSheetPath, s.unitSheet) &&
			each(yield, s.formers(), formerPath, s.moved)
	}
}

// each yields the page of every item; false once the receiver has had enough.
func each[T any](yield func(string, builder) bool, items []T, path func(T) string, of func(T) *page) bool {
	for _, x := range items {
		if !yield(path(x), func() *page { return of(x) }) {
			return false
		}
	}
	return true
}

// freePages are the texts that are a page of their own.
func (s *site) freePages() []*model.Page {
	return slices.DeleteFunc(slices.Clone(s.portal.Pages), func(pg *model.Page) bool { return generated[pg.ID] })
}
