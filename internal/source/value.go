package source

import "minhbach/internal/diag"

// Kind says what a value is.
type Kind int

// The kinds of a value. A Broken one was written but could not be read, which has been said.
const (
	Broken Kind = iota
	String
	Number
	Bool
	Date
	Time // a time of day, or a date with one
	TableKind
	ListKind
)

// Value is a value with its key, or an element of a list, which has none.
type Value struct {
	Key      string
	KeyPos   diag.Pos // of a list's element: that of the element
	KeyWidth int      // characters
	Pos      diag.Pos
	Width    int // characters on its first line

	Kind  Kind
	Text  string   // String; Number in plain decimal form ("inf" and "nan" too); Date as 2023-04-21
	Raw   string   // Number: as written
	Start diag.Pos // String: of its first character, behind the quotation marks
	Bool  bool
	Table *Table
	List  []*Value
}

// Table is a table with its fields in the order of the file.
type Table struct {
	Pos     diag.Pos // of its name in its head, or of its brace
	Width   int
	Fields  []*Value
	Implied bool // it has no head of its own, only tables within it have
	Broken  bool // a line of it, or its head, could not be read: a field that is missing may have been there

	index map[string]*Value // nil while there are few fields
}

// fewFields are found as fast without an index; most tables are small.
const fewFields = 8

// Get returns the field with the key, or nil.
func (t *Table) Get(key string) *Value {
	if t.index != nil {
		return t.index[key]
	}
	for _, v := range t.Fields {
		if v.Key == key {
			return v
		}
	}
	return nil
}

func (t *Table) add(v *Value) {
	t.Fields = append(t.Fields, v)
	switch {
	case t.index != nil:
		t.index[v.Key] = v
	case len(t.Fields) > fewFields:
		t.index = make(map[string]*Value, 2*len(t.Fields))
		for _, f := range t.Fields {
			t.index[f.Key] = f
		}
	}
}
