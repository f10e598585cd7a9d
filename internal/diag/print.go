package diag

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// Formats are the forms Print knows: for people, for programs, and as annotations of a review.
var Formats = []string{"text", "json", "github"}

// Print writes all findings in a format of Formats, in lang, and in text a last line with how many there
// are. No findings give no output, but [] in JSON. source returns a file as it stands, nil where it
// cannot; it is asked for the lines that text shows.
func Print(w io.Writer, l List, format, lang string, source func(file string) []byte) error {
	out := bufio.NewWriter(w)
	switch l = l.Sorted(); format {
	case "json":
		if err := printJSON(out, l, lang); err != nil {
			return err
		}
	case "github":
		for _, f := range l {
			printGitHub(out, f, lang)
		}
	default:
		printText(out, l, lang, inkOf(w), source)
	}
	return out.Flush()
}

var severityWords = map[Severity]Text{
	Error:   {VI: "lỗi", EN: "error"},
	Warning: {VI: "cảnh báo", EN: "warning"},
}

// In is the word for the severity, in lang.
func (s Severity) In(lang string) string { return severityWords[s].In(lang) }

func printText(w io.Writer, l List, lang string, ink ink, source func(string) []byte) {
	var file string
	var lines []string
	for _, f := range l {
		if f.Pos.Line > 0 && f.Pos.File != file {
			file, lines = f.Pos.File, strings.Split(string(source(f.Pos.File)), "\n")
		}
		fmt.Fprintf(w, "%s: %s %s [%s]\n", ink(bold, Visible(f.Place(lang))), ink(severityInks[f.Rule.Severity], f.Rule.Severity.In(lang)+":"),
			Visible(f.Message(lang)), f.Rule.ID)
		if n := f.Pos.Line; n > 0 && n <= len(lines) {
			printLine(w, lines[n-1], f, ink)
		}
		if hint := f.Hint(lang); hint != "" {
			fmt.Fprintf(w, "  %s %s\n", ink(cyan, Text{VI: "gợi ý:", EN: "hint:"}.In(lang)), Visible(hint))
		}
	}
	if len(l) > 0 {
		fmt.Fprintln(w, l.Total(lang))
	}
}

// Total gives "3 lỗi, 1 cảnh báo"; what there is none of is left out.
func (l List) Total(lang string) string {
	var parts []string
	for _, s := range []Severity{Error, Warning} {
		n, word := l.Count(s), s.In(lang)
		if lang == "en" && n > 1 {
			word += "s"
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, word))
		}
	}
	return strings.Join(parts, ", ")
}

// A long line, such as a paragraph, is shown around its finding: so many characters before and in all.
const (
	shownBefore = 40
	shownInAll  = 110
)

// printLine shows the line with a caret under each character of the finding.
func printLine(w io.Writer, line string, f Finding, ink ink) {
	before, at, after, ok := Excerpt(line, f)
	if !ok {
		return
	}
	var pad strings.Builder
	for _, l := range letters(before) {
		if l != "\t" {
			l = " "
		}
		pad.WriteString(l)
	}
	carets := strings.Repeat("^", max(len(letters(at)), 1))
	fmt.Fprintf(w, "%5d | %s%s%s\n      | %s%s\n", f.Pos.Line, before, at, after, pad.String(), ink(severityInks[f.Rule.Severity], carets))
}

// Excerpt parts the line of a finding, as far as it is shown, at the place of the finding; at is empty at the
// end of the line. It is not ok where the line has no such column.
func Excerpt(line string, f Finding) (before, at, after string, ok bool) {
	letters := letters(line)
	col, width := max(f.Pos.Col-1, 0), max(f.Width, 1)
	if col > len(letters) {
		return "", "", "", false
	}
	if cut := col - shownBefore; len(letters) > shownInAll && cut > 0 {
		letters, col = append([]string{"…"}, letters[cut:]...), shownBefore+1
	}
	if len(letters) > shownInAll {
		letters = append(letters[:shownInAll:shownInAll], "…")
	}
	end := min(col+width, len(letters))
	return strings.Join(letters[:col], ""), strings.Join(letters[col:end], ""), strings.Join(letters[end:], ""), true
}

// letters splits a line into what stands above each other's place: a letter with its marks is one,
// however it is coded.
func letters(line string) []string {
	var out []string
	for _, r := range Visible(strings.TrimPrefix(line, "\uFEFF")) {
		if unicode.Is(unicode.Mn, r) && len(out) > 0 {
			out[len(out)-1] += string(r)
			continue
		}
		out = append(out, string(r))
	}
	return out
}

// Visible keeps a file from steering the terminal: what cannot be seen is shown as �, and a carriage
// return, which ends lines on some systems, is dropped.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return -1
		case r == '\t' || unicode.IsPrint(r):
			return r
		case unicode.Is(unicode.Zs, r):
			return ' '
		}
		return unicode.ReplacementChar
	}, s)
}

// record is a finding in JSON.
type record struct {
	File     string `json:"file"`
	Sheet    string `json:"sheet,omitempty"`
	Cell     string `json:"cell,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Width    int    `json:"width,omitempty"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

var severityNames = map[Severity]string{Error: "error", Warning: "warning"}

func printJSON(w io.Writer, l List, lang string) error {
	records := make([]record, len(l))
	for i, f := range l {
		records[i] = record{File: f.Pos.File, Sheet: f.Cell.Sheet, Cell: f.Cell.Name(), Severity: severityNames[f.Rule.Severity], Rule: f.Rule.ID, Message: f.Message(lang), Hint: f.Hint(lang)}
		if f.Pos.Line > 0 {
			records[i].Line, records[i].Column, records[i].Width = f.Pos.Line, f.Pos.Col, max(f.Width, 1)
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(records)
}

var (
	gitHubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	gitHubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func printGitHub(w io.Writer, f Finding, lang string) {
	fmt.Fprintf(w, "::%s file=%s", severityNames[f.Rule.Severity], gitHubProperty.Replace(f.Pos.File))
	if f.Pos.Line > 0 {
		fmt.Fprintf(w, ",line=%d,col=%d,endColumn=%d", f.Pos.Line, f.Pos.Col, f.Pos.Col+max(f.Width, 1))
	}
	text := f.Message(lang)
	if in := f.Cell.In(lang); in != "" {
		text = in + ": " + text
	}
	if hint := f.Hint(lang); hint != "" {
		text += "\n" + hint
	}
	fmt.Fprintf(w, ",title=%s::%s\n", f.Rule.ID, gitHubData.Replace(text))
}
