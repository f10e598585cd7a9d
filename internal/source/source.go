// Package source reads the folders data/ and content/ of a portal into raw records, and knows of every key
// and every value where it stands. It knows TOML and files, and nothing of what the records mean.
//
//	data/**/*.toml   → File, a Table with its fields in the order of the file
//	content/**/*.md  → Page, front matter (TOML between two lines +++) and body
//
// Every text is brought to one form first: UTF-8 without a byte order mark, letters composed (NFC), lines
// ended by \n. Lines and columns are those of that form and count characters from 1.
//
// A file that is not well written is read as far as it can be: each syntax error is a finding, its line is
// taken out or its value marked Broken, and the rest is read. What could not be read is never an absence:
// File.Broken and Tree.Lost say that something is missing that the editor did write.
//
// A file that a record names under the key "file" is not part of the text: it is read through once, to its
// end, and Tree.Attached keeps its SHA-256 and its size.
//
// Links are not followed, so nothing outside the folder is read.
package source

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/internal/diag"
)

// Tree is the text of a portal.
type Tree struct {
	Files []*File // of data/, by path
	Pages []*Page // of content/, by path
	Lost  bool    // a file could not be read at all, or not to its end

	texts    map[string][]byte
	attached map[string]*Attached
}

// Source returns the text of a file as findings count its lines and columns; nil for one that is not known.
func (t *Tree) Source(file string) []byte { return t.texts[file] }

// File is one file of data/.
type File struct {
	Path   string
	Root   *Table
	Broken bool // it had syntax errors
}

// Page is one file of content/.
type Page struct {
	Path      string
	Front     *Table // nil without front matter
	Broken    bool   // the front matter had syntax errors
	Body      []byte
	FirstLine int // line of the file at which Body begins
}

// File returns the file with the path, or nil.
func (t *Tree) File(path string) *File {
	i, found := slices.BinarySearchFunc(t.Files, path, func(f *File, p string) int { return strings.Compare(f.Path, p) })
	if !found {
		return nil
	}
	return t.Files[i]
}

// Under returns the files directly below a folder, by path.
func (t *Tree) Under(dir string) []*File {
	var out []*File
	for _, f := range t.Files {
		if path.Dir(f.Path) == dir {
			out = append(out, f)
		}
	}
	return out
}

// maxSize is the longest file that is read, in bytes: three times the largest table of a whole country.
const maxSize = 64 << 20

// Load reads data/ and content/ of fsys. The tree is never nil.
func Load(fsys fs.FS) (*Tree, diag.List) { return new(Cache).Load(fsys) }

type loader struct {
	fsys     fs.FS
	tree     *Tree
	findings diag.List
	others   []other
	numbers  string // how the sources write them, vi or en: for hints

	before *Cache
	now    Cache
}

func (l *loader) load() {
	l.walk("data", ".toml", l.data)
	l.walk("content", ".md", l.page)
	for _, f := range l.tree.Files {
		l.attach(f.Root)
	}
	for _, o := range l.others {
		if l.tree.attached[o.name] == nil {
			l.find(ruleNotRead, o.name, o.ext)
		}
	}
}

// other is a file that is none of the portal's text; a record may name it.
type other struct{ name, ext string }

// walk hands every file below dir with the ending to read, by path.
func (l *loader) walk(dir, ext string, take func(name string, r *reading)) {
	err := fs.WalkDir(l.fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			l.unreadable(name, err)
			return nil
		case name != dir && hidden(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case !d.Type().IsRegular():
			l.find(ruleLinked, name)
			return nil
		case path.Ext(name) != ext:
			l.otherFile(name, ext)
			return nil
		}
		if r := l.read(name); r != nil {
			take(name, r)
		}
		return nil
	})
	if err != nil {
		l.unreadable(dir, err)
	}
	slices.SortFunc(l.tree.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(l.tree.Pages, func(a, b *Page) int { return strings.Compare(a.Path, b.Path) })
}

// hidden reports whether a file is none of the editor's: those of git, of the system, copies kept by a
// text editor.
func hidden(name string) bool {
	return name[0] == '.' || name[0] == '#' || name[0] == '~' || name[len(name)-1] == '~' ||
		strings.HasSuffix(name, ".bak") || strings.HasSuffix(name, ".swp") || name == "Thumbs.db" || name == "desktop.ini"
}

// otherFile notes a file that nobody reads; a README may stand anywhere.
func (l *loader) otherFile(name, ext string) {
	base := strings.ToLower(path.Base(name))
	if !strings.HasPrefix(base, "readme") && base != "licence" && base != "license" {
		l.others = append(l.others, other{name, ext})
	}
}

// find adds a finding about a file as a whole.
func (l *loader) find(rule *diag.Rule, name string, args ...any) {
	l.findings.Add(diag.Finding{Pos: diag.Pos{File: name}, Rule: rule, Args: args, HintArgs: []any{}})
}

// unreadable adds a finding for a file or folder that the machine does not hand over. That data/ or
// content/ is not there at all is for those to judge who need it.
func (l *loader) unreadable(name string, err error) {
	if name == "data" || name == "content" {
		if info, statErr := fs.Stat(l.fsys, name); statErr != nil || info.IsDir() {
			return
		}
	}
	l.tree.Lost = true
	l.find(ruleUnreadable, name, reason(err))
}

// read returns a file in its one form; nil, and told, where it has none.
func (l *loader) read(name string) *reading {
	info, err := fs.Stat(l.fsys, name)
	if err == nil && info.Size() > maxSize {
		l.tree.Lost = true
		l.find(ruleTooLong, name, info.Size()>>20, maxSize>>20)
		return nil
	}
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.unreadable(name, err)
		return nil
	}
	r := l.known(name, raw)
	l.tree.texts[name] = r.text
	if r.refused != nil {
		l.tree.texts[name] = raw
		l.tree.Lost = true
		l.findings.Add(*r.refused)
		return nil
	}
	return r
}

func (l *loader) data(name string, r *reading) {
	if r.root == nil {
		p := parse(diag.Pos{File: name, Line: 1, Col: 1}, string(r.text), r.numbers)
		r.root, r.findings, r.lost, r.broken = p.root, append(r.findings, p.findings...), p.lost, p.broken()
	}
	l.findings = append(l.findings, r.findings...)
	l.tree.Lost = l.tree.Lost || r.lost
	l.tree.Files = append(l.tree.Files, &File{Path: name, Root: copied(r.root), Broken: r.broken})
}

func (l *loader) page(name string, r *reading) {
	if r.page == nil {
		r.readPage(name)
	}
	p := *r.page
	p.Front = copied(r.root)
	l.findings = append(l.findings, r.findings...)
	l.tree.Pages = append(l.tree.Pages, &p)
}

var fence = []byte("+++")

// readPage parts the text at its front matter.
func (r *reading) readPage(name string) {
	r.page = &Page{Path: name, Body: r.text, FirstLine: 1}
	first, rest, _ := bytes.Cut(r.text, []byte("\n"))
	if r.yaml(first, rest) || !bytes.Equal(bytes.TrimRight(first, " \t"), fence) {
		return
	}
	front, body, lines, closed := cutFront(rest, fence)
	if !closed {
		r.page.Body, r.page.Broken = nil, true
		r.findings.Add(diag.Finding{Pos: diag.Pos{File: name, Line: 1, Col: 1}, Width: 3, Rule: ruleFront, HintArgs: []any{}})
		return
	}
	read := parse(diag.Pos{File: name, Line: 2, Col: 1}, string(front), r.numbers)
	r.findings = append(r.findings, read.findings...)
	r.root, r.page.Broken, r.page.Body, r.page.FirstLine = read.root, read.broken(), body, lines+3
}

// cutFront splits at the closing line and says how many lines stand before it.
func cutFront(text, fence []byte) (front, body []byte, lines int, closed bool) {
	for at := 0; at < len(text); lines++ {
		line, _, _ := bytes.Cut(text[at:], []byte("\n"))
		end := min(at+len(line)+1, len(text))
		if bytes.Equal(bytes.TrimRight(line, " \t"), fence) {
			return text[:at], text[end:], lines, true
		}
		at = end
	}
	return nil, nil, 0, false
}

// Parse reads one file of data/ by itself, as Load does: an older version of it, say. The Root is never nil.
func Parse(name string, raw []byte) (*File, diag.List) {
	text, finding := decode(name, raw)
	if finding != nil {
		return &File{Path: name, Root: &Table{Broken: true}, Broken: true}, diag.List{*finding}
	}
	p := parse(diag.Pos{File: name, Line: 1, Col: 1}, string(text), "vi")
	return &File{Path: name, Root: p.root, Broken: p.broken()}, p.findings
}

// IsData reports whether Load reads a file of data/ with the name.
func IsData(name string) bool { return !hidden(name) && path.Ext(name) == ".toml" }

// ParseTOML reads a text that begins at pos, such as the body of a figure block. The table is never nil.
func ParseTOML(pos diag.Pos, text string) (*Table, diag.List) {
	p := parse(pos, text, "vi")
	return p.root, p.findings
}

// reason says why a file could not be read, without its path, which the finding names.
func reason(err error) string {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err.Error()
	}
	return err.Error()
}
