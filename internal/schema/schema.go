// Package schema tells text editors the format of data/ as JSON Schema: which keys and words there are, what
// they mean, what is required. Completion, help and red underlines while typing come from it.
//
// The schemas are made from the table that drives validation (check.Formats), one file for each kind of file, so
// they cannot ask for something else than the check. They are what the table can say and no more: whether an id
// exists, a day was, a number fits its measure is for the check. What the check accepts, a schema accepts.
//
// They are kept plain, in the words of draft 7: one file each, references only to definitions in the same file,
// no extensions of any editor. They are known to work with Tombi, and are meant to with whatever reads the line
//
//	#:schema ../.schema/units.json
//
// at the top of a TOML file; Line makes it. Titles and descriptions are in one language.
package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"

	"minhbach/internal/check"
)

// Dir is where a portal keeps its schemas.
const Dir = ".schema"

// File is one schema.
type File struct {
	Name string // units.json
	Body []byte
}

// All returns the schemas of a portal in the language vi or en.
func All(lang string) []File {
	var out []File
	for _, f := range check.Formats {
		out = append(out, File{f.Name + ".json", text(maker{lang}.file(f))})
	}
	return out
}

// Of returns the name of the schema for a file of data/, or "".
func Of(file string) string {
	if f, ok := check.FormatOf(file); ok {
		return f.Name + ".json"
	}
	return ""
}

// Line is the first line of a file of data/, which leads an editor to its schema; "" where there is none.
func Line(file string) string {
	name := Of(file)
	if name == "" {
		return ""
	}
	return "#:schema " + strings.Repeat("../", strings.Count(file, "/")) + Dir + "/" + name
}

// object is a JSON object with its members in order, as the format has them.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		key, keyErr := plain(m.key)
		value, err := plain(m.value)
		if err := errors.Join(keyErr, err); err != nil {
			return nil, err
		}
		b.Write(append(append(key, ':'), value...))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plain is json.Marshal that leaves < and > as they are.
func plain(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

func text(o object) []byte {
	raw, err := plain(o)
	var b bytes.Buffer
	if err == nil {
		err = json.Indent(&b, raw, "", "  ")
	}
	if err != nil {
		panic("cannot happen: a schema is text, lists and objects: " + err.Error())
	}
	return append(b.Bytes(), '\n')
}
