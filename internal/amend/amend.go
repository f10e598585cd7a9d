// Package amend changes single figures in a file of data/ as an editor would by hand: a value is replaced where it
// stands, a new line follows the last one of its table with its = below the others, and every other byte of
// the file stays: comments, order, ends of lines, spelling.
//
//	text of a file, changes ─Figures→ text of the file
//
// A result is trusted only when it was read again and says what was wanted and nothing else. Where it does
// not, because a line is written in a way this package does not know, nothing is changed and the editor is
// told the line to write.
package amend

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/source"
)

// Field is one field of an entry.
type Field struct {
	Key   string
	Value string // as TOML writes it: 11383, "in-progress"
}

// Number is a field with a number in plain decimal form.
func Number(key, plain string) Field { return Field{key, plain} }

// Text is a field of words.
func Text(key, words string) Field { return Field{key, quote(words)} }

// Change is what the line of a unit in a figures table is to say.
type Change struct {
	Table, Unit string
	Entry       []Field // in the order of the format; fields of another key that the line has go, but same-as
}

// kept is a field that no change touches.
const kept = "same-as"

// order is the order in which fields stand where a line is written anew.
var order = []string{"value", "plan", "percent", "state", "text", "published", kept, "at", "note"}

// Rules are the rules Figures holds a file to.
var Rules = []*diag.Rule{ruleByHand}

var ruleByHand = &diag.Rule{
	ID:       "edit-by-hand",
	Severity: diag.Error,
	Title:    diag.Text{VI: "dòng phải sửa bằng tay", EN: "a line to be edited by hand"},
	Reason: diag.Text{
		VI: "Công cụ chỉ tự sửa dòng nào nó biết chắc không làm đổi điều gì khác.",
		EN: "The tool edits a line only where it is certain to change nothing else.",
	},
	Message: diag.Text{VI: "không tự ghi được %s của bảng %s vào tệp này", EN: "cannot write %s of the table %s into this file"},
	Hint:    diag.Text{VI: "mở tệp, sửa trong [figures.%s.units]: %s", EN: "edit by hand, in [figures.%s.units]: %s"},
	Before:  "[figures.trees-planted.units.thach-ha]\nvalue = 11383",
	After:   "[figures.trees-planted.units]\nthach-ha = 11383",
}

// editor is one file on its way.
type editor struct {
	name    string
	lines   []string // of the file as it stands, with their ends
	root    *source.Table
	after   map[int][]string // lines to follow a line, by its index
	refused diag.List
}

// Figures returns the file with the changes made. The findings are errors, and the text is then nil. A figure that
// is to stand in a table the file does not have is an error as well.
func Figures(name string, raw []byte, changes []Change) ([]byte, diag.List) {
	file, found := source.Parse(name, raw)
	if found.Count(diag.Error) > 0 || file.Broken {
		return nil, found
	}
	e := editor{name: name, lines: strings.SplitAfter(string(raw), "\n"), root: file.Root, after: map[int][]string{}}
	for _, c := range changes {
		if !e.change(c) {
			e.refuse(c)
		}
	}
	if len(e.refused) > 0 {
		return nil, e.refused
	}
	text := []byte(e.text())
	for _, c := range changes {
		if !says(name, text, c) {
			e.refuse(c)
		}
	}
	if len(e.refused) == 0 && !sameBut(facts(file.Root), text, changes) {
		e.refuse(changes[0])
	}
	if len(e.refused) > 0 {
		return nil, e.refused
	}
	return text, nil
}

func (e *editor) refuse(c Change) {
	pos := diag.Pos{File: e.name}
	width := 0
	if t := lookup(e.root, "figures", c.Table); t != nil {
		pos, width = t.Pos, t.Width
	}
	e.refused.Add(diag.Finding{Pos: pos, Width: width, Rule: ruleByHand, Args: []any{c.Unit, c.Table},
		HintArgs: []any{c.Table, c.Unit + " = " + entry(c.Entry)}})
}

// lookup goes down from a table; nil where there is none.
func lookup(t *source.Table, path ...string) *source.Table {
	for _, key := range path {
		v := t.Get(key)
		if v == nil || v.Kind != source.TableKind {
			return nil
		}
		t = v.Table
	}
	return t
}

// change makes one change; false where it does not know how.
func (e *editor) change(c Change) bool {
	table := lookup(e.root, "figures", c.Table)
	if table == nil {
		return false
	}
	units := table.Get("units")
	switch {
	case units == nil:
		return e.insert(table, units, c)
	case units.Kind != source.TableKind:
		return false
	}
	if v := units.Table.Get(c.Unit); v != nil {
		return e.replace(v, c.Entry)
	}
	return e.insert(table, units, c)
}

// insert adds a line behind the last of the table, and the table's head where it has none.
func (e *editor) insert(table *source.Table, units *source.Value, c Change) bool {
	var fields []*source.Value
	last := table.Pos.Line
	if units == nil {
		for _, v := range table.Fields {
			if v.Kind != source.TableKind || v.KeyPos.Line == v.Pos.Line && v.KeyPos != v.Pos {
				last = max(last, v.Pos.Line)
			}
		}
	} else {
		fields, last = units.Table.Fields, units.Table.Pos.Line
		for _, v := range fields {
			last = max(last, v.Pos.Line)
		}
	}
	key := c.Unit
	if column := e.column(fields); len(key) < column {
		key += strings.Repeat(" ", column-len(key))
	}
	if at := last - 1; at >= 0 && at < len(e.lines) {
		if units == nil && len(e.after[at]) == 0 {
			e.after[at] = append(e.after[at], "[figures."+c.Table+".units]")
		}
		e.after[at] = append(e.after[at], key+" = "+entry(c.Entry))
		return true
	}
	return false
}

// column is how wide the keys are where every = stands below the other; 0 where they do not, or there is none.
func (e *editor) column(fields []*source.Value) int {
	column := 0
	for _, v := range fields {
		line := []rune(e.line(v.KeyPos.Line - 1))
		at := slices.Index(line, '=')
		if at < 1 || column > 0 && at-1 != column || v.KeyPos.Col != 1 {
			return 0
		}
		column = at - 1
	}
	return column
}

const byteOrderMark = "\uFEFF"

// line is a line as positions count it: letters composed, without the mark of the file and its end.
func (e *editor) line(i int) string {
	if i < 0 || i >= len(e.lines) {
		return ""
	}
	line := strings.TrimRight(e.lines[i], "\r\n")
	if i == 0 {
		line = strings.TrimPrefix(line, byteOrderMark)
	}
	return string(locale.NFC([]byte(line)))
}

// setLine changes a line and keeps its end.
func (e *editor) setLine(i int, text string) {
	if i == 0 && strings.HasPrefix(e.lines[0], byteOrderMark) {
		text = byteOrderMark + text
	}
	e.lines[i] = text + ending(e.lines[i])
}

func ending(line string) string { return line[len(strings.TrimRight(line, "\r\n")):] }

// text puts the file together. New lines end as the line before them, behind a last line without an end as the first.
func (e *editor) text() string {
	var b strings.Builder
	for i, line := range e.lines {
		end := ending(line)
		b.WriteString(line)
		for n, added := range e.after[i] {
			if n == 0 && end == "" {
				if end = ending(e.lines[0]); end == "" {
					end = "\n"
				}
				b.WriteString(end)
			}
			b.WriteString(added + end)
		}
	}
	return b.String()
}

// replace writes another entry in the place of v.
func (e *editor) replace(v *source.Value, want []Field) bool {
	i := v.Pos.Line - 1
	line := []rune(e.line(i))
	from := v.Pos.Col - 1
	to := from + v.Width
	if from < 0 || to > len(line) {
		return false
	}
	text := entry(want)
	if v.Kind == source.TableKind {
		if line[from] != '{' || line[to-1] != '}' {
			return false
		}
		text = inline(v, line, want)
	}
	e.setLine(i, string(line[:from])+text+string(line[to:]))
	return true
}

// inline is an inline table with other fields. Where the keys are the same, only what differs is written anew.
func inline(v *source.Value, line []rune, want []Field) string {
	written := map[string]string{}
	for _, f := range v.Table.Fields {
		written[f.Key] = string(line[min(f.Pos.Col-1, len(line)):min(f.Pos.Col-1+f.Width, len(line))])
	}
	wanted := map[string]string{}
	for _, f := range want {
		wanted[f.Key] = f.Value
		if old, has := written[f.Key]; has && means(old) == means(f.Value) {
			wanted[f.Key] = old
		}
	}
	if old, has := written[kept]; has {
		wanted[kept] = old
	}
	if len(wanted) != len(written) || !slices.Equal(slices.Sorted(maps.Keys(wanted)), slices.Sorted(maps.Keys(written))) {
		var parts []string
		for _, key := range order {
			if value, has := wanted[key]; has {
				parts = append(parts, key+" = "+value)
			}
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	out := slices.Clone(line[v.Pos.Col-1 : v.Pos.Col-1+v.Width])
	for _, f := range slices.Backward(v.Table.Fields) {
		from := f.Pos.Col - v.Pos.Col
		out = slices.Replace(out, from, from+f.Width, []rune(wanted[f.Key])...)
	}
	return string(out)
}

// entry is an entry as it is written anew: the number or the state alone where there is nothing else.
func entry(fields []Field) string {
	if len(fields) == 1 && (fields[0].Key == "value" || fields[0].Key == "state") {
		return fields[0].Value
	}
	var parts []string
	for _, f := range fields {
		parts = append(parts, f.Key+" = "+f.Value)
	}
	return "{ " + strings.Join(parts, ", ") + " }"
}

// quote is a text as TOML writes it on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}
