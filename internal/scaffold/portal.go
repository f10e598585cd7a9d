package scaffold

import (
	"bytes"
	"embed"
	"io/fs"
	"path"
	"slices"
	"strings"

	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/schema"
)

// The example: what both languages share, and each of them. The files are read as they are, hidden ones too.
//
//go:embed all:portal
var embedded embed.FS

// Options are what a new portal depends on.
type Options struct {
	Lang    string // of the texts and comments, vi or en
	Empty   bool   // the skeleton without the example
	Version string // the version of this tool, as its repository knows it; "" where nobody knows
}

// File is a file of a new portal; its path has slashes.
type File struct {
	Path string
	Body []byte
}

// Portal returns the files of a new portal, by path.
func Portal(o Options) []File {
	var out []File
	for _, dir := range []string{"portal/common", "portal/" + lang(o.Lang)} {
		err := fs.WalkDir(embedded, dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			body, err := embedded.ReadFile(name)
			out = append(out, File{strings.TrimPrefix(name, dir+"/"), bytes.ReplaceAll(body, []byte("@VERSION@"), []byte(o.Version))})
			return err
		})
		if err != nil {
			panic("cannot happen: an embedded file cannot be read: " + err.Error())
		}
	}
	if o.Empty {
		out = slices.DeleteFunc(out, func(f File) bool { return strings.HasPrefix(f.Path, "data/") || strings.HasPrefix(f.Path, "content/") })
		out = append(out, skeleton(o.Lang)...)
	}
	for _, s := range schema.All(o.Lang) {
		out = append(out, File{path.Join(schema.Dir, s.Name), s.Body})
	}
	slices.SortFunc(out, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// lang is vi for everything but en, as in diag.
func lang(l string) string { return diag.Text{VI: "vi", EN: "en"}.In(l) }

// skeleton is the data of a portal about which nothing is known yet but its language.
func skeleton(l string) []File {
	var out []File
	file := func(name string, fill func(*writer)) {
		w := &writer{lang: l}
		w.line(schema.Line(name))
		w.line("")
		fill(w)
		out = append(out, File{name, []byte(w.b.String())})
	}
	file("data/portal.toml", func(w *writer) {
		w.prose(textFill.In(l))
		w.line("")
		w.record(recordOf("data/portal.toml"), map[string]string{"locale": `"` + lang(l) + `"`})
	})
	file(unitsPath, func(w *writer) {
		for _, part := range []string{"kind", "unit"} {
			w.prose(textsOf[part].In(l))
			w.example(part+"."+textExampleID.In(l), recordOf(unitsPath).Part(part))
			w.line("")
		}
	})
	file("data/bodies.toml", func(w *writer) { w.table("body", recordOf("data/bodies.toml")) })
	file(documentsPath, func(w *writer) { w.table("document", recordOf(documentsPath)) })
	return out
}

// table writes what a file of one kind of record is for, and an example as comments.
func (w *writer) table(part string, r *check.Record) {
	w.prose(textsOf[part].In(w.lang))
	w.example(part+"."+textExampleID.In(w.lang), r.Part(part))
}
