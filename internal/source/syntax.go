package source

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"minhbach/internal/diag"
)

func isDuplicate(message string) bool {
	return strings.Contains(message, "already been defined") || strings.Contains(message, "was already created")
}

// explain tells an error of the library that stopped at byte at of a line. What is to blame may be
// another line, target.
func (p *parsed) explain(line, target, at int, message string) {
	switch {
	case target != line:
		p.find(target, span{0, len(p.lines[target])}, ruleOpenBracket, nil, []any{})
		return
	case isDuplicate(message):
		p.duplicate(line)
		return
	case strings.Contains(message, "control characters"):
		at += max(strings.IndexFunc(p.lines[line][at:], unicode.IsControl), 0)
		p.find(line, span{at, at + 1}, ruleControl, nil, []any{})
		return
	}
	if day := isoForm.FindString(p.lines[line][at:]); day != "" && strings.HasPrefix(message, "invalid datetime") {
		p.find(line, span{at, at + len(day)}, ruleNoDay, []any{day}, []any{})
		return
	}
	masked, open := mask(p.lines[line])
	switch {
	case strings.HasPrefix(message, "invalid escape") || strings.Contains(message, "hexadecimal digits after"):
		from := strings.IndexByte(p.lines[line], '\\')
		p.find(line, span{from, from + 1}, ruleBackslash, nil, []any{})
	case open >= 0 && p.curly(line, open):
	case open >= 0 && p.lineBreak(line, open):
	case open >= 0:
		p.find(line, span{open, len(p.lines[line])}, ruleOpenQuote, nil, []any{})
	case strings.HasPrefix(message, "expected a comma") && nextPart.MatchString(masked[at:]):
		p.find(line, span{at, at + len(nextPart.FindString(masked[at:]))}, ruleNoComma, nil, []any{})
	case !p.mistake(line, masked):
		p.find(line, span{at, at + 1}, Syntax, []any{diag.Text{VI: "", EN: ": " + message}}, []any{})
	}
}

// curly tells of a text that a curly mark begins and a straight one, at open, ends.
func (p *parsed) curly(line, open int) bool {
	before, _ := mask(p.lines[line][:open])
	at := strings.IndexAny(before, curlyMarks)
	if at < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(before[at:])
	p.find(line, span{at, at + size}, ruleCurly, []any{before[at : at+size]}, []any{})
	return true
}

// lineBreak tells of a text that was pasted with its ends of lines: further down one line ends it that begins nothing.
// What stands between is a part of the mistake.
func (p *parsed) lineBreak(line, open int) bool {
	for i := line + 1; i < len(p.lines) && !entry.MatchString(p.lines[i]); i++ {
		_, end := mask(p.lines[i])
		if end < 0 || strings.Trim(p.lines[i][end+1:], " ,]}") != "" {
			continue
		}
		p.find(line, span{open, len(p.lines[line])}, ruleLineBreak, nil, []any{})
		for j := line + 1; j <= i; j++ {
			p.lines[j], p.told[j] = "", true
			p.repairs[j]++
		}
		return true
	}
	return false
}

// nextPart begins the next element of a list, or the next field of an inline table.
var nextPart = regexp.MustCompile(`^(?:[;"'\[{]|[A-Za-z0-9_-]+(\s*=))`)

// mistake tells a line by the table of mistakes; false where none of them is seen in it.
func (p *parsed) mistake(line int, masked string) bool {
	for _, m := range mistakes {
		found := m.sign.FindStringSubmatchIndex(masked)
		if found == nil || m.only != "" && m.only != p.numbers {
			continue
		}
		s := span{found[0], found[1]}
		if len(found) > 2 {
			s = span{found[2], found[3]}
		}
		s.to = s.from + len(strings.TrimRight(masked[s.from:s.to], " ")) // without a comment, which is blanked out
		wrong := strings.TrimSpace(p.lines[line][s.from:s.to])
		s.to = s.from + len(wrong)
		rule, hint := m.rule, m.hint(wrong)
		if rule == ruleDay && hint[0] == "" {
			rule, hint = ruleNoDay, none(wrong)
		}
		args := []any{wrong}
		if rule == ruleDay {
			args[0] = strings.TrimLeftFunc(wrong, unicode.IsLetter)
			args[0] = strings.TrimSpace(args[0].(string))
		}
		if strings.Count(rule.Message.VI, "%") == 0 {
			args = nil
		}
		p.find(line, s, rule, args, hint)
		return true
	}
	return false
}

// duplicate tells of a key or head that stands twice.
func (p *parsed) duplicate(line int) {
	text := p.lines[line]
	form, what := field, strings.TrimSpace(strings.TrimSuffix(field.FindString(text), "="))
	if m := head.FindStringSubmatch(text); m != nil {
		form, what = head, m[2]
	}
	from := strings.Index(text, what)
	first := diag.Pos{File: p.start.File, Line: p.start.Line + line}
	for i := line - 1; i >= 0; i-- {
		if strings.TrimSpace(strings.TrimRight(form.FindString(p.lines[i]), "=]")) == strings.TrimSpace(strings.TrimRight(form.FindString(text), "=]")) {
			first = diag.Pos{File: p.start.File, Line: p.start.Line + i, Col: runes(p.lines[i][:max(strings.Index(p.lines[i], what), 0)]) + 1}
			break
		}
		if form == field && head.MatchString(p.lines[i]) {
			break
		}
	}
	p.find(line, span{from, from + len(what)}, Duplicate, []any{what, first}, []any{})
}

// mask returns the line with the text of strings as spaces and without its comment, every byte in its
// place, and where a string begins that does not end; -1 if none.
func mask(line string) (masked string, open int) {
	out := []byte(line)
	for i := 0; i < len(out); i++ {
		switch quote := out[i]; quote {
		case '#':
			for j := i; j < len(out); j++ {
				out[j] = ' '
			}
		case '"', '\'':
			end := closing(line, i)
			if end < 0 {
				return line, i
			}
			for j := i + 1; j < end; j++ {
				out[j] = ' '
			}
			i = end
		}
	}
	return string(out), -1
}

// closing returns where the string that begins at open ends, or -1.
func closing(line string, open int) int {
	for i := open + 1; i < len(line); i++ {
		switch {
		case line[i] == '\\' && line[open] == '"':
			i++
		case line[i] == line[open]:
			return i
		}
	}
	return -1
}
