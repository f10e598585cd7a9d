// Package pipeline is the diagram of the tool as code: one way from a portal's folder to a site.
//
//	fs.FS ─source.Load→ *source.Tree ─check.Portal→ *model.Portal ─derive.All(asOf)→ *derive.Result
//	      ─render.Site, opendata.Each, assets.Load→     stream of publish.Page ─publish.Write→ folder
//
// Beside it runs git ─history.Read→ *history.Log: what happened to each figure. Pages, tables and feeds tell
// it, and Check warns of corrections without a reason. Where git cannot tell, the log is empty or begins
// late, its Note says why, and the site is built all the same.
//
// Check is the first half of Build. The stages know nothing of each other; imports_test.go holds who
// may import whom, and the one package that may import each module from outside.
package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/internal/amend"
	"minhbach/internal/check"
	"minhbach/internal/derive"
	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/intake"
	"minhbach/internal/model"
	"minhbach/internal/publish"
	"minhbach/internal/sheet"
	"minhbach/internal/source"
)

// Options are all that a build depends on beside the files below Root.
type Options struct {
	Root     string     // folder of the portal, with data/ and content/
	Out      string     // folder of the site
	Layouts  fs.FS      // the tool's templates, messages and assets; files below Root/layouts hide them
	AsOf     model.Date // zero: the date of the newest round
	Strict   bool       // a warning stops the build as an error does
	Progress func(pages int)

	Precompress bool // .gz and .br beside the files that gain by it

	notFoundRoot string // of the preview, whose 404 page is asked for at any depth
}

// Rules are the rules that an editor's files, their history and filled forms are held to.
var Rules = slices.Concat(check.Rules, history.Rules, layoutRules, sheet.Rules, intake.Rules, amend.Rules)

// Report says what a build made.
type Report struct {
	publish.Report
	AsOf        model.Date
	Interactive bool // whether the interactive charts are in the tool
	Addressed   bool // whether the portal's address is known; without it no sheet has a QR code
}

// Misuse is a wish that cannot be granted, in both languages.
type Misuse struct{ diag.Text }

// Error is the sentence in English.
func (m *Misuse) Error() string { return m.EN }

// Reading is what came of reading a portal's folder.
type Reading struct {
	Portal   *model.Portal // nil if a finding is an error
	Findings diag.List
	Log      *history.Log             // what happened to each figure; never nil
	Source   func(file string) []byte // a file as it stands; nil if it cannot be read
}

// Stops reports whether the findings stop a build.
func (r Reading) Stops(strict bool) bool { return r.Portal == nil || strict && len(r.Findings) > 0 }

// stoppedBy is the reading with the finding of what is broken in the portal's own layouts, which stops the
// build; any other error stays one.
func (r Reading) stoppedBy(err error) (Reading, error) {
	var broken *Broken
	if !errors.As(err, &broken) {
		return r, err
	}
	r.Portal, r.Findings = nil, append(slices.Clone(r.Findings), broken.Finding()).Sorted()
	return r, nil
}

// Check reads the portal at root, and its past. An error is about the machine.
func Check(ctx context.Context, root string) (Reading, error) {
	log, err := history.Read(ctx, root)
	if err != nil {
		return Reading{}, fmt.Errorf("reading the figures of the past: %w", err)
	}
	return read(root, log), nil
}

// read reads the files of the portal at root, and holds the log against them.
func read(root string, log *history.Log) Reading {
	files := os.DirFS(root)
	tree, found := source.Load(files)
	return judge(tree, found, log, files)
}

// judge checks what was read of files, and holds the log against it.
func judge(tree *source.Tree, found diag.List, log *history.Log, files fs.FS) Reading {
	portal, more := check.Portal(tree)
	found = slices.Concat(found, more, unknownChecks(portal), log.Findings(tree)).Sorted()
	if found.Count(diag.Error) > 0 {
		portal = nil
	}
	return Reading{Portal: portal, Findings: found, Log: log, Source: func(file string) []byte {
		text, err := fs.ReadFile(files, file)
		if err != nil {
			return nil // the finding is told without its line
		}
		return text
	}}
}

// unknownChecks tells of notes on reconciliations that are not computed from the data. They are computed
// only where there are notes.
func unknownChecks(p *model.Portal) diag.List {
	var found diag.List
	if p == nil || !slices.ContainsFunc(p.Rounds, func(r *model.Round) bool { return len(r.Checks) > 0 }) {
		return found
	}
	for _, u := range derive.All(p, p.Newest().AsOf, strings.Compare).UnknownChecks {
		found.Add(check.UnknownCheck(u.Note, u.IDs))
	}
	return found
}

// Build makes the site. Where the findings stop it, Out is left as it is and the error is nil. An error
// is about the machine, or a *Misuse; Out is left as it is then, too.
func Build(ctx context.Context, o Options) (Report, Reading, error) {
	if err := apart(o.Root, o.Out); err != nil {
		return Report{}, Reading{}, err
	}
	read, err := Check(ctx, o.Root)
	if err != nil {
		return Report{}, read, err
	}
	if read.Stops(o.Strict) {
		return Report{}, read, nil
	}
	s, err := prepare(read, o)
	if err != nil {
		read, err = read.stoppedBy(err)
		return Report{}, read, err
	}
	report := Report{AsOf: s.Result.AsOf, Interactive: s.Assets.ECharts != "", Addressed: read.Portal.BaseURL != ""}
	pages := s.pages(ctx, o.Progress)
	if o.Precompress {
		pages = publish.Precompressed(pages)
	}
	report.Report, err = publish.Write(ctx, o.Out, pages)
	read, err = read.stoppedBy(layoutError(o.Root, err)) // one that only some pages meet
	return report, read, err
}

// apart refuses a site folder whose exchange would take the portal's own files along, or mix with them.
func apart(root, out string) error {
	r, err := resolved(root)
	if err != nil {
		return err
	}
	o, err := resolved(out)
	if err != nil {
		return err
	}
	bad := within(r, o)
	for _, dir := range []string{"data", "content", "layouts"} {
		bad = bad || within(o, filepath.Join(r, dir))
	}
	if bad {
		return &Misuse{diag.Text{
			VI: fmt.Sprintf("không dựng vào %s: đó là nơi để dữ liệu của cổng. Chọn một thư mục riêng, ví dụ --out public", out),
			EN: fmt.Sprintf("cannot build into %s: the portal's own files are there. Choose a folder of its own, such as --out public", out)}}
	}
	return nil
}

// resolved is path without symbolic links, as far as it exists.
func resolved(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("finding %s: %w", path, err)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real, nil
	}
	if parent := filepath.Dir(abs); parent != abs {
		above, err := resolved(parent)
		return filepath.Join(above, filepath.Base(abs)), err
	}
	return abs, nil
}

// within reports whether path is dir or below it.
func within(path, dir string) bool {
	rel, err := filepath.Rel(dir, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
