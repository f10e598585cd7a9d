package narrative

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/internal/diag"
)

// span is a range of bytes of the source.
type span struct{ start, stop int }

func (s span) has(offset int) bool { return s.start <= offset && offset < s.stop }

// reader is one text being read: where its offsets lie, and what was found in it.
type reader struct {
	src      []byte
	start    diag.Pos // of the first byte
	lines    []int    // offset at which each line begins
	bindings []span   // read as bindings
	code     []span
	opened   map[string]bool // elements of raw HTML that were told
	findings diag.List
}

func newReader(start diag.Pos, src []byte) *reader {
	r := &reader{src: src, start: start, lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			r.lines = append(r.lines, i+1)
		}
	}
	return r
}

// pos returns where in the file the byte stands.
func (r *reader) pos(offset int) diag.Pos {
	line, exact := slices.BinarySearch(r.lines, offset)
	if !exact {
		line--
	}
	col := utf8.RuneCount(r.src[r.lines[line]:offset]) + 1
	if line == 0 {
		col += r.start.Col - 1
	}
	return diag.Pos{File: r.start.File, Line: r.start.Line + line, Col: col}
}

func (r *reader) find(rule *diag.Rule, s span, args ...any) {
	r.findings.Add(diag.Finding{
		Pos: r.pos(s.start), Width: utf8.RuneCount(r.src[s.start:s.stop]), Rule: rule, Args: args, HintArgs: []any{},
	})
}

// freeText returns the text of {{! TEXT }}; ok is false for a binding, and for a mark without text.
func (r *reader) freeText(s span) (text string, ok bool) {
	text, ok = strings.CutPrefix(string(r.src[s.start+len(opening):s.stop-len(closing)]), "!")
	text = strings.Trim(text, " \t")
	return text, ok && text != "" && !r.inAddress(s.start)
}

// ref reads the binding that stands at s. One that cannot be read is a finding.
func (r *reader) ref(s span) (Ref, bool) {
	r.bindings = append(r.bindings, s)
	ref, ok := parseRef(string(r.src[s.start+len(opening) : s.stop-len(closing)]))
	ref.Pos, ref.Width = r.pos(s.start), utf8.RuneCount(r.src[s.start:s.stop])
	if ref.Less != nil {
		ref.Less.Pos, ref.Less.Width = ref.Pos, ref.Width
	}
	switch {
	case !ok:
		r.unreadable(s, ref.Raw)
	case r.inAddress(s.start):
		r.find(ruleMisplace, s)
		ok = false
	}
	return ref, ok
}

// unreadable tells of a binding that has not the form of one, and where ids written as ids are would make
// it one, shows it so.
func (r *reader) unreadable(s span, raw string) {
	if ids := withIDs(raw); ids != "" {
		r.findings.Add(diag.Finding{Pos: r.pos(s.start), Width: utf8.RuneCount(r.src[s.start:s.stop]), Rule: ruleNames,
			Args: []any{raw}, HintArgs: []any{ids}})
		return
	}
	r.find(ruleBinding, s, raw)
}

// inAddress reports whether the offset lies behind "](" without a ")" between: a space in the binding
// kept the link from being read as one.
func (r *reader) inAddress(offset int) bool {
	line := r.src[:offset]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	return bytes.LastIndex(line, []byte("](")) > bytes.LastIndexByte(line, ')')
}

// leftOver reports every {{ that was not read as a binding. It goes by the source and not by the
// syntax tree, so that no corner of Markdown can hide one.
func (r *reader) leftOver() {
	for i := 0; i < len(r.src); {
		next := bytes.Index(r.src[i:], opening)
		if next < 0 {
			return
		}
		i += next
		if escaped(r.src[:i]) {
			i++
			continue
		}
		if b := slices.IndexFunc(r.bindings, func(s span) bool { return s.has(i) }); b >= 0 {
			i = r.bindings[b].stop
			continue
		}
		s, closed := r.braces(i)
		r.find(r.leftOverRule(i, closed), s)
		i = s.stop
	}
}

// escaped reports whether an odd number of backslashes stands before.
func escaped(before []byte) bool {
	return (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 1
}

// braces returns the {{ … }} at i, or its braces alone where it is not closed on the line or a | cuts
// the table cell before.
func (r *reader) braces(i int) (s span, closed bool) {
	line := r.src[i:]
	if end := bytes.IndexAny(line, "\n|"); end >= 0 {
		line = line[:end]
	}
	if end := bytes.Index(line, closing); end >= 0 {
		return span{i, i + end + len(closing)}, true
	}
	return span{i, i + len(opening)}, false
}

func (r *reader) leftOverRule(i int, closed bool) *diag.Rule {
	switch {
	case slices.ContainsFunc(r.code, func(s span) bool { return s.has(i) }):
		return ruleInCode
	case !closed:
		return ruleUnclosed
	}
	return ruleMisplace
}
