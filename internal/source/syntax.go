package source

import (
	"regexp"
	"strings"
	"unicode"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
)

// mistake is one way to write a line that is no TOML: where it is seen, and what is said of it. The first
// group of the expression, or all of it, is what is wrong; hint makes what to write instead.
type mistake struct {
	sign *regexp.Regexp
	rule *diag.Rule
	hint func(wrong string) []any
}

// mistakes are looked for in this order in a line whose strings and comments are blanked out: the
// library's own message speaks of what it expected next, and an editor needs to know what to write.
var mistakes = []mistake{
	{regexp.MustCompile(`[“”„‟‘’«»]`), ruleCurly, none},
	{regexp.MustCompile(`(?:^|[=\s,[{])(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:$|[\s,\]}])`), ruleDay, isoDay},
	{regexp.MustCompile(`=\s*(\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?:$|[\s,\]}])`), ruleDay, isoDay},
	{regexp.MustCompile(`=\s*(-?\d{1,3}(?:\.\d{3})+,\d+)`), ruleNumber, plainVietnamese},
	{regexp.MustCompile(`=\s*(-?\d{1,3}(?:\.\d{3}){2,})`), ruleNumber, plainVietnamese},
	{regexp.MustCompile(`=\s*(-?\d{1,3}(?:,\d{3})+\.\d+)`), ruleNumber, plainEnglish},
	{regexp.MustCompile(`=\s*(-?\d{1,3}(?:,\d{3}){2,})`), ruleNumber, plainEnglish},
	{regexp.MustCompile(`=\s*(-?\d+,\d+)`), ruleNumber, plainVietnamese},
	{regexp.MustCompile(`=\s*(-?\d[\d.]*\s*(?:%|\pL[\pL /]*))`), ruleMeasure, leadingNumber},
	{regexp.MustCompile(`=\s*(-?0\d+)(?:$|[\s,}])`), ruleNumber, withoutZeros},
	{regexp.MustCompile(`=\s*(-?(?:\d+\.|\.\d+))(?:$|[\s,}])`), ruleNumber, wholePoint},
	{regexp.MustCompile(`^\s*(\[[^\]]*)$`), ruleOpenHead, openHead},
	{regexp.MustCompile(`^\s*\[\s*([^\]"']*[^\]"'A-Za-z0-9_.-][^\]"']*)\]`), ruleKey, slugged},
	{regexp.MustCompile(`^\s*([^=[\]"'#{},]*[^=[\]"'#{},\sA-Za-z0-9_.-][^=[\]"'#{},]*?)\s*=`), ruleKey, slugged},
	{regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+(?:\s+[A-Za-z0-9_-]+)+)\s*=`), ruleKey, slugged},
	{regexp.MustCompile(`=\s*((?i:true|false))(?:$|[\s,}])`), ruleBool, lowered},
	{regexp.MustCompile(`=\s*(\pL[^,{}\[\]"=]*)`), ruleUnquoted, quoted},
	{regexp.MustCompile(`"[ ]*"([^\s,\]}"=.].*)`), ruleInnerQuote, none},
	{regexp.MustCompile(`^\s*[^=]*[^=\s]\s*(=)\s*$`), ruleNoValue, none},
	{regexp.MustCompile(`^\s*([^\s=[{}\]",][^=[{}\]",]*?)\s*$`), ruleNoEquals, none},
}

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
	if open >= 0 {
		p.find(line, span{open, len(p.lines[line])}, ruleOpenQuote, nil, []any{})
		return
	}
	for _, m := range mistakes {
		if found := m.sign.FindStringSubmatchIndex(masked); found != nil {
			s := span{found[0], found[1]}
			if len(found) > 2 {
				s = span{found[2], found[3]}
			}
			wrong := strings.TrimSpace(p.lines[line][s.from:s.to])
			s.to = s.from + len(wrong)
			p.find(line, s, m.rule, []any{wrong}, m.hint(wrong))
			return
		}
	}
	p.find(line, span{at, at + 1}, Syntax, []any{diag.Text{VI: "", EN: ": " + message}}, []any{})
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

func none(string) []any { return []any{} }

func quoted(wrong string) []any { return []any{strings.TrimSpace(wrong)} }

func lowered(wrong string) []any { return []any{strings.ToLower(wrong)} }

func openHead(wrong string) []any { return []any{strings.TrimSpace(wrong) + "]"} }

// PlainNumber returns how a number printed the Vietnamese way is written in the data: 1.100 as 1100,
// 7,4% as 7.4; "" where it is no number. It is for hints.
func PlainNumber(printed string) string {
	n := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(printed), "%"))
	whole, frac, hasFrac := strings.Cut(n, ",")
	plain := strings.ReplaceAll(whole, ".", "")
	if hasFrac {
		plain += "." + frac
	}
	if !plainForm.MatchString(plain) {
		return ""
	}
	return plain
}

var isoForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

var plainForm = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

func plainVietnamese(wrong string) []any { return []any{PlainNumber(wrong)} }

func plainEnglish(wrong string) []any { return []any{strings.ReplaceAll(wrong, ",", "")} }

func withoutZeros(wrong string) []any {
	digits, negative := strings.CutPrefix(wrong, "-")
	digits = strings.TrimLeft(digits[:len(digits)-1], "0") + digits[len(digits)-1:]
	if negative {
		digits = "-" + digits
	}
	return []any{digits}
}

func wholePoint(wrong string) []any {
	if strings.HasSuffix(wrong, ".") {
		return []any{strings.TrimSuffix(wrong, ".")}
	}
	return []any{strings.Replace(wrong, ".", "0.", 1)}
}

// leadingNumber keeps the number of a number with its unit of measure.
func leadingNumber(wrong string) []any {
	return []any{strings.TrimRight(wrong[:len(wrong)-len(strings.TrimLeft(wrong, "-.0123456789"))], ".")}
}

// ISODay returns a day written the Vietnamese way, 1/2/2024, as 2024-02-01; "" where it is no day. It is
// for hints.
func ISODay(written string) string {
	parts := strings.FieldsFunc(written, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(parts) != 3 {
		return ""
	}
	if len(parts[2]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	for i, part := range parts {
		if len(part) == 1 {
			parts[i] = "0" + part
		}
	}
	return strings.Join(parts, "-")
}

func isoDay(wrong string) []any { return []any{ISODay(wrong)} }

// Slug returns the id that comes nearest to a name: "Thạch Hạ" as thach-ha.
func Slug(name string) string {
	parts := strings.FieldsFunc(locale.Fold(name), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	return strings.Join(parts, "-")
}

func slugged(wrong string) []any {
	parts := strings.Split(wrong, ".")
	for i := range parts {
		parts[i] = Slug(parts[i])
	}
	return []any{strings.Join(parts, ".")}
}
