package schema

import (
	"strings"

	"minhbach/internal/check"
)

// maker makes schemas in one language.
type maker struct{ lang string }

// file is the schema of one kind of file.
func (m maker) file(f check.Format) object {
	o := object{{"$schema", "http://json-schema.org/draft-07/schema#"}}
	body := m.record(f.Record)
	if f.Either {
		body = m.optional(f.Record)
	}
	o = append(o, body...)
	if uses(f.Record) {
		o = append(o, member{"definitions", object{{"entry", m.entry()}}})
	}
	return o
}

// record is the schema of one table: its keys and no others.
func (m maker) record(r *check.Record) object {
	o := m.keys(r)
	var required []string
	for _, f := range r.Fields {
		if f.Required {
			required = append(required, f.Name)
		}
	}
	if len(required) > 0 {
		o = append(o, member{"required", required})
	}
	return append(o, member{"additionalProperties", false})
}

// optional is the schema of a record that a file may be, or not: what is required in it is required as soon as
// one of its fields is there.
func (m maker) optional(r *check.Record) object {
	var needs object
	for _, f := range r.Fields {
		var others []string
		for _, g := range r.Fields {
			if g.Required && g.Name != f.Name {
				others = append(others, g.Name)
			}
		}
		needs = append(needs, member{f.Name, others})
	}
	return append(m.keys(r), member{"dependencies", needs}, member{"additionalProperties", false})
}

func (m maker) keys(r *check.Record) object {
	var keys object
	for _, f := range r.Fields {
		keys = append(keys, member{f.Name, m.told(r.About(f.Name).In(m.lang), m.field(f), f)})
	}
	for _, p := range r.Parts {
		if part := m.record(p.Record); p.One {
			keys = append(keys, member{p.Name, part})
		} else {
			keys = append(keys, member{p.Name, named(p.Record.Title().In(m.lang), part)})
		}
	}
	return object{{"title", r.Title().In(m.lang)}, {"type", "object"}, {"properties", keys}}
}

// told puts the description first, with the words that may be chosen from.
func (m maker) told(about string, o object, f check.Field) object {
	var b strings.Builder
	b.WriteString(about)
	for _, w := range f.Words {
		b.WriteString("\n- `" + w + "`: " + check.About(w).In(m.lang))
	}
	return append(object{{"description", b.String()}}, o...)
}

// named is a table whose keys are ids.
func named(title string, each object) object {
	o := object{{"type", "object"}, {"patternProperties", object{{check.IDForm, each}}}, {"additionalProperties", false}}
	if title != "" {
		o = append(object{{"title", title}}, o...)
	}
	return o
}

// sub is a table within a field.
func (m maker) sub(in check.Contents) object {
	switch {
	case in.One != nil:
		return m.record(in.One)
	case in.Each != nil:
		return named("", m.record(in.Each))
	}
	each := m.field(check.Field{Type: in.Type})
	switch {
	case in.Deep:
		return named("", named("", each))
	case in.Keys == nil:
		return named("", each)
	}
	var keys object
	for _, w := range in.Keys {
		keys = append(keys, member{w, append(object{{"description", check.About(w).In(m.lang)}}, m.either()...)})
	}
	return object{{"type", "object"}, {"properties", keys}, {"additionalProperties", false}}
}

// uses reports whether a record or a part of it has figures.
func uses(r *check.Record) bool {
	for _, f := range r.Fields {
		if f.Type == check.Entry {
			return true
		}
	}
	for _, p := range r.Parts {
		if uses(p.Record) {
			return true
		}
	}
	return false
}
