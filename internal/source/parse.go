package source

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"minhbach/internal/diag"
)

// maxErrors is how many syntax errors of one file are told: the library stops at the first, and each
// further one costs another reading.
const maxErrors = 20

// parsed is a text of TOML as far as it could be read.
type parsed struct {
	start    diag.Pos // of the text
	lines    []string // as repaired
	repairs  map[int]int
	told     map[int]bool
	root     *Table
	lost     bool // something is missing that others may refer to
	findings diag.List
	numbers  string // how the sources write them, vi or en
}

func (p *parsed) broken() bool { return p.lost || len(p.repairs) > 0 }

// parse reads a text that begins at start. Where the library stops, the finding is told in plain words,
// the line is repaired or taken out, and the text is read again.
func parse(start diag.Pos, text, numbers string) *parsed {
	p := &parsed{numbers: numbers, start: start, lines: strings.Split(text, "\n"), repairs: map[int]int{}, told: map[int]bool{}, root: &Table{}}
	if at := tooDeep(text); at >= 0 {
		p.giveUp(strings.Count(text[:at], "\n"), ruleDeep)
		return p
	}
	for len(p.told) <= maxErrors {
		data := map[string]any{}
		text = strings.Join(p.lines, "\n")
		_, err := toml.Decode(text, &data)
		if err == nil {
			s := scanner{parsed: p, text: text, line: start.Line, data: data}
			s.scan()
			return p
		}
		var syntax toml.ParseError
		if !errors.As(err, &syntax) || !p.mend(text, syntax) {
			break
		}
	}
	p.lost, p.root.Broken = true, true
	return p
}

// tooDeep returns where brackets are nested deeper than any record needs, or -1: reading them would
// exhaust the stack.
func tooDeep(text string) int {
	depth := 0
	for i := range len(text) {
		switch text[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(depth-1, 0)
		}
		if depth > 1000 {
			return i
		}
	}
	return -1
}

func (p *parsed) giveUp(line int, rule *diag.Rule) {
	p.lost, p.root.Broken = true, true
	p.find(line, span{0, len(p.lines[line])}, rule, nil, []any{})
}

// mend tells the error and takes it out of the lines. It returns false where nothing more can be read.
func (p *parsed) mend(text string, e toml.ParseError) bool {
	offset := min(max(e.Position.Start, 0), len(text))
	line := strings.Count(text[:offset], "\n")
	at := offset - strings.LastIndexByte(text[:offset], '\n') - 1
	if strings.Contains(e.Message, "unexpected EOF") {
		if open := p.openString(); open >= 0 {
			p.giveUp(open, ruleOpenString)
			return false
		}
	}
	target := line
	if open := p.openBracket(line, at, e.Message); open >= 0 {
		target = open
	}
	if !p.told[line] {
		p.told[line], p.told[target] = true, true
		p.explain(line, target, at, e.Message)
	}
	return p.repair(target, e.Message)
}

// openString returns the last line that begins or ends a text of several lines, or -1: where such a text
// does not end, it is the one that begins it.
func (p *parsed) openString() int {
	for i := len(p.lines) - 1; i >= 0; i-- {
		if strings.Contains(p.lines[i], `"""`) || strings.Contains(p.lines[i], `'''`) {
			return i
		}
	}
	return -1
}

// openBracket returns the line to blame where a list was not closed and the library stopped at the line
// after it, which is well written; else -1.
func (p *parsed) openBracket(line, at int, message string) int {
	if !strings.HasPrefix(message, "expected a comma") && !strings.HasPrefix(message, "expected value") ||
		strings.TrimSpace(p.lines[line][:at]) != "" || !entry.MatchString(p.lines[line]) {
		return -1
	}
	for i := line - 1; i >= 0; i-- {
		if strings.TrimSpace(p.lines[i]) != "" {
			return i
		}
	}
	return -1
}

var (
	bareKey = `(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')`
	keyPath = bareKey + `(?:\s*\.\s*` + bareKey + `)*`
	entry   = regexp.MustCompile(`^\s*(?:\[|` + keyPath + `\s*=)`)
	field   = regexp.MustCompile(`^\s*` + keyPath + `\s*=`)
	head    = regexp.MustCompile(`^(\s*)\[\s*(` + keyPath + `)\s*(?:\]|#|$)`)
)

// repair mends a line with ever less of it left: a head closed, a value replaced; the line blank. It
// returns false when the blank line still is an error.
func (p *parsed) repair(line int, message string) bool {
	text := p.lines[line]
	again := isDuplicate(message)
	p.repairs[line]++
	isHead := strings.HasPrefix(strings.TrimSpace(text), "[")
	switch n := p.repairs[line]; {
	case isHead && n == 1 && !again && head.MatchString(text):
		m := head.FindStringSubmatch(text)
		p.lines[line] = m[1] + "[" + m[2] + "]"
	case isHead && n <= 2:
		// What stands below belongs to nobody, and must not fall to the table above.
		p.lines[line] = `["` + lostHead + strconv.Itoa(line) + `"]`
		p.lost = p.lost || !again
	case !isHead && n == 1 && !again && field.MatchString(text):
		p.lines[line] = field.FindString(text) + ` ""`
		if strings.HasSuffix(strings.TrimSpace(text), ",") {
			p.lines[line] += ","
		}
	case strings.TrimSpace(text) != "":
		p.lines[line] = ""
	default:
		return false
	}
	return true
}

// lostHead begins the name of a table that stands in for one whose head could not be read.
const lostHead = "unreadable head in line "

// span is a range of bytes of a line.
type span struct{ from, to int }

// find adds a finding for a range of a line, in characters.
func (p *parsed) find(line int, at span, rule *diag.Rule, args, hint []any) {
	text := p.lines[line]
	at.from = min(max(at.from, 0), len(text))
	at.to = min(max(at.to, at.from), len(text))
	pos := diag.Pos{File: p.start.File, Line: p.start.Line + line, Col: runes(text[:at.from]) + 1}
	if line == 0 {
		pos.Col += p.start.Col - 1
	}
	p.findings.Add(diag.Finding{Pos: pos, Width: max(runes(text[at.from:at.to]), 1), Rule: rule, Args: args, HintArgs: hint})
}
