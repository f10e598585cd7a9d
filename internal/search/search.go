// Package search writes what the site's search finds, as scripts that hand it over: a page opened from the disk
// may load a script and nothing else.
//
// NamesPath of package render is the list: the words of the search, the kinds of things, and the parts. A part has
// rows of kind, title, line, path and further words, under a name made of its contents; so it is loaded once, and a
// new figure changes the part it is in and the list, but no page. A row is text as a reader sees it; the search
// makes its index from it, of the words as they stand and without their marks.
//
// A small portal has one part. Where that would be heavy there is a part or more for each kind, so that the first
// can be searched while the next is on its way; a kind that is heavy by itself is divided between the units that
// others are below, and those stay together as long as they fit.
package search

import (
	"encoding/json"
	"fmt"
	"slices"

	"minhbach/internal/locale"
	"minhbach/internal/render"
)

// mostBytes is the weight of a part, before it is packed; only a single row may be heavier.
const mostBytes = 300_000

// File is one script of the site.
type File struct {
	Path string
	Body []byte
}

// Files are the parts in the order in which they are to be loaded, then the list. named gives the published path of
// a file with a plain name and its contents. The rows keep the order of the entries.
func Files(entries []render.Entry, loc *locale.Locale, named func(plain string, body []byte) string) []File {
	var out []File
	var paths []string
	for _, p := range divide(rows(entries)) {
		f := File{Body: p.script()}
		f.Path = named(p.name+".js", f.Body)
		out, paths = append(out, f), append(paths, f.Path)
	}
	return append(out, File{render.NamesPath, list(loc, paths)})
}

// row is an entry as it is written.
type row struct {
	kind render.EntryKind
	part string
	json []byte
}

func rows(entries []render.Entry) []row {
	out := make([]row, len(entries))
	for i, e := range entries {
		kind := slices.Index(render.EntryKinds, e.Kind)
		out[i] = row{e.Kind, e.Part, encode([]any{kind, e.Title, e.Line(), e.Path, e.Terms})}
	}
	return out
}

// part is one script of rows.
type part struct {
	name string
	rows []row
}

// divide puts rows into parts.
func divide(all []row) []part {
	if weight(all) <= mostBytes {
		return []part{{"search-all", all}}
	}
	var out []part
	for _, kind := range render.EntryKinds {
		of := slices.DeleteFunc(slices.Clone(all), func(r row) bool { return r.kind != kind })
		for i, some := range divideKind(of) {
			name := "search-" + string(kind)
			if i > 0 {
				name += fmt.Sprintf("-%d", i+1)
			}
			out = append(out, part{name, some})
		}
	}
	return out
}

// divideKind fills parts with the rows of one unit above after the other.
func divideKind(of []row) [][]row {
	var parents []string
	below := map[string][]row{}
	for _, r := range of {
		if below[r.part] == nil {
			parents = append(parents, r.part)
		}
		below[r.part] = append(below[r.part], r)
	}
	var out [][]row
	var filling []row
	full := func() {
		if len(filling) > 0 {
			out, filling = append(out, filling), nil
		}
	}
	frame := weight(nil)
	size := frame
	for _, id := range parents {
		if size+weight(below[id])-frame > mostBytes {
			full()
			size = frame
		}
		for _, r := range below[id] { // more than a part below one unit
			if size += len(r.json) + 1; size > mostBytes {
				full()
				size = frame + len(r.json) + 1
			}
			filling = append(filling, r)
		}
	}
	full()
	return out
}

// weight is the bytes of the rows in a script.
func weight(rows []row) int {
	n := len("MinhBachSearch.part([]);\n")
	for _, r := range rows {
		n += len(r.json) + 1
	}
	return n
}

func (p part) script() []byte {
	out := []byte("MinhBachSearch.part([")
	for i, r := range p.rows {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, r.json...)
	}
	return append(out, "]);\n"...)
}

// kindWord is a kind with the word above its results.
type kindWord struct {
	ID   string `json:"id"`
	Word string `json:"word"`
}

func list(loc *locale.Locale, paths []string) []byte {
	out := struct {
		Words map[string]string `json:"words"`
		Kinds []kindWord        `json:"kinds"`
		Parts []string          `json:"parts"`
	}{Words: words(loc), Parts: paths}
	for _, k := range render.EntryKinds {
		out.Kinds = append(out.Kinds, kindWord{string(k), loc.T("search.kind." + string(k))})
	}
	return slices.Concat([]byte("MinhBachSearch.list("), encode(out), []byte(");\n"))
}

// words are what the search says; it has no words of its own, and fills in {n}.
func words(loc *locale.Locale) map[string]string {
	return map[string]string{
		"hint": loc.T("search.hint"), "loading": loc.T("search.loading"), "partial": loc.T("search.partial"), "none": loc.T("search.none"),
		"one": loc.T("search.found", "n", 1), "found": loc.T("search.found", "n", "{n}"),
		"more": loc.T("search.more", "n", "{n}"), "close": loc.T("search.close"), "slash": loc.T("search.slash"), "all": loc.T("nav.index"),
	}
}

// encode writes texts and numbers as JSON that is safe within a script.
func encode(v any) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		panic("search: " + err.Error()) // texts and numbers can be encoded
	}
	return out
}
