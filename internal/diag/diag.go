// Package diag holds what the tool has to say to an editor: a finding stands at a place in a file,
// follows a rule, says what was found and what is wanted, and where it can names the next action.
// All findings of a run are collected, sorted and printed once.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Pos is a place in a file. Line and Col count from 1; Col counts characters, not bytes, so that a
// caret stands right under Vietnamese text. Line 0 means the file as a whole.
type Pos struct {
	File string
	Line int
	Col  int
}

// String gives file:line:col, or the file alone.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Cell is a cell of a spreadsheet. Row and Col count from 1; the zero value is no cell, and Row 0 the sheet as a
// whole.
type Cell struct {
	Sheet    string // "" where the file has only one
	Row, Col int
}

// Name is the name of the cell in its sheet, "C7"; "" for a whole sheet.
func (c Cell) Name() string {
	if c.Row == 0 {
		return ""
	}
	letters := ""
	for n := c.Col; n > 0; n = (n - 1) / 26 {
		letters = string(rune('A'+(n-1)%26)) + letters
	}
	return letters + strconv.Itoa(c.Row)
}

// In says the place within the file: sheet "Cây xanh", cell C7.
func (c Cell) In(lang string) string {
	var parts []string
	if c.Sheet != "" {
		parts = append(parts, fmt.Sprintf("%s %q", Text{VI: "trang tính", EN: "sheet"}.In(lang), c.Sheet))
	}
	if c.Row > 0 {
		parts = append(parts, Text{VI: "ô", EN: "cell"}.In(lang)+" "+c.Name())
	}
	return strings.Join(parts, ", ")
}

func (c Cell) compare(d Cell) int {
	return cmp.Or(cmp.Compare(c.Sheet, d.Sheet), cmp.Compare(c.Row, d.Row), cmp.Compare(c.Col, d.Col))
}

// Severity says whether a finding stops the build.
type Severity int

// An Error stops the build; a Warning does not, unless the user asks for --strict.
const (
	Warning Severity = iota
	Error
)

// Text is one sentence in each language of the tool.
type Text struct{ VI, EN string }

// In returns the sentence in lang; anything but "en" is Vietnamese.
func (t Text) In(lang string) string {
	if lang == "en" {
		return t.EN
	}
	return t.VI
}

// With returns the rule with another message and hint: another way to break the same rule.
func (r *Rule) With(message, hint Text) *Rule {
	v := *r
	v.Message, v.Hint = message, hint
	return &v
}

// Rule is a rule as data: what is printed for it, and why it exists. Message and Hint are
// fmt formats for Finding.Args and Finding.HintArgs.
type Rule struct {
	ID       string
	Severity Severity
	Title    Text
	Reason   Text
	Message  Text
	Hint     Text
	Before   string // a line that breaks the rule
	After    string // the same line, mended
}

// Finding is one message to an editor.
type Finding struct {
	Pos      Pos
	Cell     Cell // where the file is a spreadsheet; Pos then has no line
	Width    int  // characters to underline; 0 means one
	Rule     *Rule
	Args     []any
	HintArgs []any // nil: the hint is left out
}

// List collects findings. The zero value is ready to use.
type List []Finding

// Add appends a finding.
func (l *List) Add(f Finding) { *l = append(*l, f) }

// Sorted returns the findings by file, line, column and rule, each once.
func (l List) Sorted() List {
	out := slices.Clone(l)
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(a.Pos.Compare(b.Pos), a.Cell.compare(b.Cell), cmp.Compare(a.Rule.ID, b.Rule.ID), cmp.Compare(a.Message("en"), b.Message("en")))
	})
	return slices.CompactFunc(out, func(a, b Finding) bool {
		return a.Pos == b.Pos && a.Cell == b.Cell && a.Rule.ID == b.Rule.ID && a.Message("en") == b.Message("en")
	})
}

// Count returns how many findings have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, f := range l {
		if f.Rule.Severity == s {
			n++
		}
	}
	return n
}

// Place is where the finding stands, in lang: file:line:col, or file: sheet "…", cell C7.
func (f Finding) Place(lang string) string {
	if in := f.Cell.In(lang); in != "" {
		return f.Pos.File + ": " + in
	}
	return f.Pos.String()
}

// Message returns what was found and wanted, in lang. An argument that is a Text or a Cell is said in lang.
func (f Finding) Message(lang string) string {
	args := spoken(f.Args, lang)
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = shortened(s)
		}
	}
	return fmt.Sprintf(f.Rule.Message.In(lang), args...)
}

// longest is how many characters of the files a message quotes at a stretch: a paragraph that was pasted in the
// wrong place would push everything else off the screen.
const longest = 300

func shortened(s string) string {
	if len(s) <= longest {
		return s
	}
	if letters := []rune(s); len(letters) > longest {
		return string(letters[:longest-1]) + "…"
	}
	return s
}

func spoken(args []any, lang string) []any {
	out := slices.Clone(args)
	for i, a := range out {
		if t, ok := a.(interface{ In(lang string) string }); ok {
			out[i] = t.In(lang)
		}
	}
	return out
}

// Hint returns the next action, in lang, or "".
func (f Finding) Hint(lang string) string {
	if f.HintArgs == nil {
		return ""
	}
	return fmt.Sprintf(f.Rule.Hint.In(lang), spoken(f.HintArgs, lang)...)
}
