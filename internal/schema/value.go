package schema

import "minhbach/internal/check"

// written is text with a letter in it.
var written = object{{"type", "string"}, {"pattern", `\S`}}

// values are the schemas of the types that need nothing of their field.
var values = map[check.Type]object{
	check.Text:   written,
	check.Number: {{"type", "number"}},
	check.Bool:   {{"type", "boolean"}},
	check.Place:  {{"type", "string"}, {"pattern", `^[^/]+(/[^/]+)*$`}},
	// The id of a reconciliation has a dot.
	check.ID: {{"type", "string"}, {"pattern", `^[a-z0-9][a-z0-9.-]*$`}},
	// TOML has days; a quoted one is text.
	check.Date: {{"anyOf", []object{
		{{"type", "string"}, {"format", "date"}},
		{{"type", "string"}, {"pattern", `^\d{4}-\d\d-\d\d$`}},
	}}},
}

// lists are the types of the elements of a list.
var lists = map[check.Type]check.Type{check.Texts: check.Text, check.IDs: check.ID, check.Places: check.Place, check.Words: check.Word}

// field is the schema of a value.
func (m maker) field(f check.Field) object {
	if o, ok := values[f.Type]; ok {
		return o
	}
	if of, ok := lists[f.Type]; ok {
		return object{{"type", "array"}, {"items", m.field(check.Field{Type: of, Words: f.Words})}}
	}
	switch f.Type {
	case check.Word:
		return object{{"type", "string"}, {"enum", f.Words}}
	case check.Sub:
		return m.sub(f.Contents())
	case check.Entry:
		return m.either()
	}
	panic("cannot happen: a type without a schema: " + string(f.Type))
}

// either refers to the schema of a figure. It is wrapped, because what stands beside a reference is not read.
func (m maker) either() object {
	return object{{"allOf", []object{{{"$ref", "#/definitions/entry"}}}}}
}

// entry is a figure: a number, a word, or a table.
func (m maker) entry() object {
	word := check.Field{Type: check.Word, Words: check.FigureStates}
	return object{{"title", check.Cell.Title().In(m.lang)}, {"anyOf", []object{
		{{"type", "number"}},
		m.told("", m.field(word), word),
		m.record(check.Cell),
	}}}
}
