package scaffold

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/schema"
	"minhbach/internal/source"
)

// Wish is what an editor wants a beginning of.
type Wish struct {
	Kind   string // of Kinds
	ID     string
	Report string // work: the report it is in; "" for the newest
	Lang   string // of the comments, vi or en
}

// Kinds are the kinds of thing that New begins.
var Kinds = []string{"resolution", "unit", "report", "work", "page"}

// Change is a file to write.
type Change struct {
	Path string
	Body []byte
	New  bool // the file is not there yet, and must not be replaced
	Line int  // where the new text begins
}

// Refusal says why nothing is written.
type Refusal struct {
	diag.Text
	Broken string // the file that has to be mended first, if that is why
}

// Error is the sentence in English.
func (r *Refusal) Error() string { return r.EN }

// New returns the files that begin what is wished for in the portal that root holds and tree was read from. The
// error is a *Refusal.
func New(root fs.FS, tree *source.Tree, w Wish) ([]Change, error) {
	if tree.File("data/portal.toml") == nil {
		return nil, refuse(textNoPortal)
	}
	if err := checkID(w.ID); err != nil {
		return nil, err
	}
	p := plan{root: root, tree: tree, Wish: w}
	does := map[string]func(*plan) error{
		"resolution": (*plan).resolution, "unit": (*plan).unit, "report": (*plan).report, "work": (*plan).work, "page": (*plan).page,
	}
	if err := does[w.Kind](&p); err != nil {
		return nil, err
	}
	return p.changes, nil
}

var idForm = regexp.MustCompile(check.IDForm)

func checkID(id string) error {
	if idForm.MatchString(id) {
		return nil
	}
	if slug := source.Slug(id); slug != "" {
		return refuse(textBadID, id, slug)
	}
	return refuse(textNoID, id)
}

// plan collects what is to be written.
type plan struct {
	Wish
	root    fs.FS
	tree    *source.Tree
	changes []Change
}

func (p *plan) writer() *writer { return &writer{lang: p.Lang} }

// create plans a new file.
func (p *plan) create(name string, w *writer) {
	text := w.b.String()
	if line := p.schemaLine(name); line != "" {
		text = line + "\n\n" + text
	}
	p.changes = append(p.changes, Change{Path: name, Body: []byte(text), New: true, Line: 1})
}

// schemaLine leads to the schema of a file, if the portal has it.
func (p *plan) schemaLine(name string) string {
	if _, err := fs.Stat(p.root, path.Join(schema.Dir, schema.Of(name))); err != nil {
		return ""
	}
	return schema.Line(name)
}

// add plans text at the end of a file, which is created where it is not there. What stands in the file stays
// as it is, to the byte.
func (p *plan) add(name string, w *writer) error {
	if err := p.sound(name); err != nil {
		return err
	}
	had, err := fs.ReadFile(p.root, name)
	if err != nil {
		p.create(name, w)
		return nil
	}
	text, eol := w.b.String(), "\n"
	if strings.Contains(string(had), "\r\n") {
		eol = "\r\n"
		text = strings.ReplaceAll(text, "\n", eol)
	}
	body := slices.Clone(had)
	if len(body) > 0 && body[len(body)-1] != '\n' {
		body = append(body, eol...)
	}
	if len(body) > 0 {
		body = append(body, eol...)
	}
	line := strings.Count(string(body), "\n") + 1
	p.changes = append(p.changes, Change{Path: name, Body: append(body, text...), Line: line})
	return nil
}

// sound refuses a file of which nobody can tell what is in it.
func (p *plan) sound(name string) error {
	f := p.tree.File(name)
	if f != nil && !f.Broken {
		return nil
	}
	if _, err := fs.Stat(p.root, name); f == nil && err != nil {
		return nil
	}
	r := refuse(textBroken, name)
	r.Broken = name
	return r
}

// free refuses an id that a record [part.ID] of a file has.
func (p *plan) free(name, part string) error {
	if err := p.sound(name); err != nil {
		return err
	}
	f := p.tree.File(name)
	if f == nil {
		return nil
	}
	if v := f.Root.Get(part); v != nil && v.Kind == source.TableKind {
		if there := v.Table.Get(p.ID); there != nil {
			return refuse(textTaken, p.ID, there.KeyPos)
		}
	}
	return nil
}

// fileFree refuses an id that a file has.
func (p *plan) fileFree(name string) error {
	if _, err := fs.Lstat(p.root, name); err == nil {
		return refuse(textTaken, p.ID, name)
	}
	return nil
}
