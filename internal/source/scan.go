package source

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"minhbach/internal/diag"
)

func runes(s string) int { return utf8.RuneCountInString(s) }

// scanner walks over a text that the library has found well written, and gives each key and each value
// of the library's reading its place. It may therefore take every form for granted.
type scanner struct {
	*parsed
	text string
	at   int // byte to be read next
	line int

	lineStart      int
	colOf, colFrom int // the column of byte colFrom, so that a long line is counted once

	data    map[string]any
	table   *Table // that fields belong to; one of nobody where its head is of no use
	tableOf any    // its data
}

func (s *scanner) scan() {
	s.table, s.tableOf, s.colFrom = s.root, s.data, -1
	s.root.Pos = s.start
	s.markLine()
	for {
		s.skip()
		switch {
		case s.at >= len(s.text):
			return
		case s.text[s.at] == '[':
			s.head()
		default:
			s.field(s.table, s.tableOf)
		}
	}
}

// pos is the place of the byte to be read next.
func (s *scanner) pos() diag.Pos {
	if s.colFrom < s.lineStart {
		s.colFrom, s.colOf = s.lineStart, 1
		if s.lineStart == 0 {
			s.colOf = s.start.Col
		}
	}
	s.colOf += runes(s.text[s.colFrom:s.at])
	s.colFrom = s.at
	return diag.Pos{File: s.start.File, Line: s.line, Col: s.colOf}
}

// step goes to the byte at end.
func (s *scanner) step(end int) {
	for ; s.at < end; s.at++ {
		if s.text[s.at] == '\n' {
			s.line++
			s.lineStart = s.at + 1
			s.markLine()
		}
	}
}

// markLine marks the table whose line was taken out.
func (s *scanner) markLine() {
	if s.repairs[s.line-s.start.Line] > 0 && s.table != nil {
		s.table.Broken = true
	}
}

// skip goes over white space, ends of lines and comments.
func (s *scanner) skip() {
	for s.at < len(s.text) {
		switch s.text[s.at] {
		case ' ', '\t', '\r', '\n':
			s.step(s.at + 1)
		case '#':
			end := strings.IndexByte(s.text[s.at:], '\n')
			if end < 0 {
				end = len(s.text) - s.at
			}
			s.step(s.at + end)
		default:
			return
		}
	}
}

// take goes over one byte, which is there.
func (s *scanner) take(c byte) bool {
	if s.at < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

// name is a key as written.
type name struct {
	key   string
	pos   diag.Pos
	width int
}

// names reads a key with its dots.
func (s *scanner) names() []name {
	var out []name
	for {
		s.skip()
		n, from := name{pos: s.pos()}, s.at
		if c := s.text[s.at]; c == '"' || c == '\'' {
			s.step(s.stringEnd())
			n.key = unquote(s.text[from:s.at])
		} else {
			s.step(s.wordEnd(" \t\r\n.=]#"))
			n.key = s.text[from:s.at]
		}
		n.width = runes(s.text[from:s.at])
		out = append(out, n)
		s.skip()
		if !s.take('.') {
			return out
		}
	}
}

// unquote reads a quoted key.
func unquote(quoted string) string {
	if inner := quoted[1 : len(quoted)-1]; quoted[0] == '\'' || !strings.Contains(inner, `\`) {
		return inner
	}
	var k struct{ K string }
	if _, err := toml.Decode("K="+quoted, &k); err != nil {
		return quoted
	}
	return k.K
}

// wordEnd returns where the bytes of stop begin.
func (s *scanner) wordEnd(stop string) int {
	if end := strings.IndexAny(s.text[s.at:], stop); end >= 0 {
		return s.at + end
	}
	return len(s.text)
}

// stringEnd returns where the string that begins here ends.
func (s *scanner) stringEnd() int {
	quote := s.text[s.at : s.at+1]
	long := strings.Repeat(quote, 3)
	i := s.at + 1
	if strings.HasPrefix(s.text[s.at:], long) {
		quote, i = long, s.at+3
	}
	for ; i < len(s.text); i++ {
		switch {
		case s.text[i] == '\\' && quote[0] == '"':
			i++
		case strings.HasPrefix(s.text[i:], quote):
			end := i + len(quote)
			for n := 0; len(quote) == 3 && n < 2 && end < len(s.text) && s.text[end] == quote[0]; n++ {
				end++ // quotation marks of the text, before the three that end it
			}
			return end
		}
	}
	return len(s.text)
}

// head reads [a.b], and refuses [[a.b]].
func (s *scanner) head() {
	line, from := s.line, s.at
	s.at++
	isList := s.take('[')
	path := s.names()
	s.step(min(s.wordEnd("\n"), len(s.text)))
	s.table, s.tableOf = &Table{}, nil
	switch {
	case strings.HasPrefix(path[0].key, lostHead):
		return
	case isList:
		at := from - strings.LastIndexByte(s.text[:from], '\n') - 1
		s.find(line-s.start.Line, span{at, at + 2}, ruleTableList, []any{path[len(path)-1].key}, []any{path[len(path)-1].key})
		return
	}
	if t, data, ok := s.descend(s.root, s.data, path); ok {
		s.table, s.tableOf = t, data
		last := path[len(path)-1]
		s.table.Pos, s.table.Width = last.pos, last.width
		s.table.Implied, s.table.Broken = false, s.repairs[line-s.start.Line] > 0
	}
}

// descend goes down from t along the path, and makes the tables that are not there. Where a head of the
// text is lost, a table without one may be what it began. ok is false where something else than a table is
// in the way, as a list of tables is.
func (s *scanner) descend(t *Table, data any, path []name) (*Table, any, bool) {
	for _, n := range path {
		m, _ := data.(map[string]any)
		data = m[n.key]
		v := t.Get(n.key)
		if v == nil {
			v = &Value{Key: n.key, KeyPos: n.pos, KeyWidth: n.width, Pos: n.pos, Width: n.width, Kind: TableKind,
				Table: &Table{Pos: n.pos, Width: n.width, Implied: true, Broken: s.lost}}
			t.add(v)
		}
		if v.Kind != TableKind {
			return nil, nil, false
		}
		t = v.Table
	}
	return t, data, true
}

// field reads key = value into t.
func (s *scanner) field(t *Table, data any) {
	path, line := s.names(), s.line-s.start.Line
	s.take('=')
	s.skip()
	t, data, ok := s.descend(t, data, path[:len(path)-1])
	last := path[len(path)-1]
	if !ok {
		s.value(nil)
		return
	}
	m, _ := data.(map[string]any)
	v := s.value(m[last.key])
	v.Key, v.KeyPos, v.KeyWidth = last.key, last.pos, last.width
	if first := t.Get(last.key); first != nil { // a few cases the library does not see
		s.findings.Add(diag.Finding{Pos: last.pos, Width: last.width, Rule: Duplicate,
			Args: []any{last.key, first.KeyPos}, HintArgs: []any{}})
		return
	}
	if s.repairs[line] > 0 {
		v.Kind = Broken
	}
	t.add(v)
}

// value reads a value, which the library reads as data; nil where nobody asks.
func (s *scanner) value(data any) *Value {
	v := &Value{Pos: s.pos()}
	v.KeyPos = v.Pos
	from := s.at
	switch s.text[s.at] {
	case '[':
		v.Kind = ListKind
		s.list(v, data)
	case '{':
		v.Kind, v.Table = TableKind, &Table{Pos: v.Pos, Width: 1}
		s.inline(v.Table, data)
	case '"', '\'':
		s.quoted(v)
	default:
		s.step(s.scalarEnd())
	}
	first, _, _ := strings.Cut(s.text[from:s.at], "\n")
	v.Width = max(runes(first), 1)
	if v.KeyWidth = v.Width; v.Table != nil {
		v.Table.Width = v.Width
	}
	v.read(data, s.text[from:s.at])
	return v
}

// quoted goes over a string and notes where its text begins.
func (s *scanner) quoted(v *Value) {
	end := s.stringEnd()
	open := 1
	if quote := s.text[s.at : s.at+1]; strings.HasPrefix(s.text[s.at:], strings.Repeat(quote, 3)) {
		open = 3
		if strings.HasPrefix(s.text[s.at+open:], "\n") {
			open++
		}
	}
	s.step(min(s.at+open, end))
	v.Start = s.pos()
	s.step(end)
}

// scalarEnd returns where a number, a word or a date ends; between the day and the time of a date a
// space may stand.
func (s *scanner) scalarEnd() int {
	const stop = " \t\r\n,]}#"
	end := s.wordEnd(stop)
	if end-s.at == len(time.DateOnly) && end+1 < len(s.text) && s.text[end] == ' ' && '0' <= s.text[end+1] && s.text[end+1] <= '9' {
		from := s.at
		s.at = end + 1
		end = s.wordEnd(stop)
		s.at = from
	}
	return end
}

func (s *scanner) list(v *Value, data any) {
	s.at++
	for i := 0; ; i++ {
		s.skip()
		if s.at >= len(s.text) || s.take(']') {
			return
		}
		v.List = append(v.List, s.value(element(data, i)))
		s.skip()
		s.take(',')
	}
}

// element returns the i-th element of a list of the library.
func element(data any, i int) any {
	switch list := data.(type) {
	case []any:
		if i < len(list) {
			return list[i]
		}
	case []map[string]any:
		if i < len(list) {
			return list[i]
		}
	}
	return nil
}

func (s *scanner) inline(t *Table, data any) {
	s.at++
	for {
		s.skip()
		if s.at >= len(s.text) || s.take('}') {
			return
		}
		s.field(t, data)
		s.skip()
		s.take(',')
	}
}

// read takes over what the library read.
func (v *Value) read(data any, raw string) {
	switch d := data.(type) {
	case string:
		v.Kind, v.Text = String, d
	case bool:
		v.Kind, v.Bool = Bool, d
	case int64:
		v.Kind, v.Raw, v.Text = Number, raw, plainNumber(raw, strconv.FormatInt(d, 10))
	case float64:
		v.Kind, v.Raw, v.Text = Number, raw, plainNumber(raw, strconv.FormatFloat(d, 'f', -1, 64))
	case time.Time:
		if v.Kind = Time; d.Location().String() == "date-local" {
			v.Kind = Date
		}
		v.Text = d.Format(time.DateOnly)
	}
}

// plainNumber is a number digit by digit as written, so that none is lost in a float; the library's
// reading stands for other forms, such as 1e3 and 0x10.
func plainNumber(raw, read string) string {
	plain := strings.TrimPrefix(strings.ReplaceAll(raw, "_", ""), "+")
	if strings.Trim(plain, "-.0123456789") == "" {
		return plain
	}
	return read
}
