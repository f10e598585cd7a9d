package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minhbach/internal/decimal"
)

// numeral is a number written in digits within a text: [start, stop) in bytes, with a percent sign that
// belongs to it.
type numeral struct {
	start, stop int
	digits      string // with its separators, every digit as 0 to 9 and every space as one
	percent     bool
}

// numerals returns the numbers of a text: runs of decimal digits of any script, joined by a point, a comma
// or, before exactly three digits, a space.
func numerals(text string) []numeral {
	var out []numeral
	for i := 0; i < len(text); {
		n := digitRun(text[i:])
		if n == 0 {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		end := i + n
		for {
			more := joined(text[i:end], text[end:])
			if more == 0 {
				break
			}
			end += more
		}
		out = append(out, percentOf(text, numeral{start: i, stop: end, digits: plainDigits(text[i:end])}))
		i = out[len(out)-1].stop
	}
	return out
}

// joined is the length of the separator and the digits at the start of rest that go on with a number.
func joined(number, rest string) int {
	sep, size := utf8.DecodeRuneInString(rest)
	n := digitRun(rest[size:])
	switch {
	case n == 0:
		return 0
	case sep == '.' || sep == ',':
		return size + n
	case unicode.Is(unicode.Zs, sep) && utf8.RuneCountInString(rest[size:size+n]) == 3 && inThrees(number):
		return size + n
	}
	return 0
}

// inThrees reports whether a number is so far written in groups parted by spaces: up to three digits, then
// three each.
func inThrees(number string) bool {
	for i, group := range strings.FieldsFunc(number, func(r rune) bool { return unicode.Is(unicode.Zs, r) }) {
		digits := utf8.RuneCountInString(group)
		if digits != digitCount(group) || digits > 3 || i > 0 && digits < 3 {
			return false
		}
	}
	return true
}

func digitCount(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Nd, r) {
			n++
		}
	}
	return n
}

// digitRun is the length in bytes of the digits at the start of s.
func digitRun(s string) int {
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.Is(unicode.Nd, r) }); end >= 0 {
		return end
	}
	return len(s)
}

// percentOf takes in a percent sign behind the number, which a binding prints too.
func percentOf(text string, n numeral) numeral {
	rest := strings.TrimLeftFunc(text[n.stop:], func(r rune) bool { return unicode.Is(unicode.Zs, r) })
	if strings.HasPrefix(rest, "%") {
		n.percent, n.stop = true, len(text)-len(rest)+len("%")
	}
	return n
}

// plainDigits writes digits of any script as 0 to 9: every script has its ten in a row, from the start of
// a range of the table.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Zs, r):
			return ' '
		case r < utf8.RuneSelf:
			return r
		}
		for _, block := range unicode.Nd.R16 {
			if lo := rune(block.Lo); lo <= r && r <= rune(block.Hi) {
				return '0' + (r-lo)%10
			}
		}
		for _, block := range unicode.Nd.R32 {
			if lo := rune(block.Lo); lo <= r && r <= rune(block.Hi) {
				return '0' + (r-lo)%10
			}
		}
		return r
	}, s)
}

// readings are the numbers that digits may stand for, the one the language writes first: 1.100 is eleven
// hundred in Vietnamese, and in a source that was typed the English way 1.1.
func readings(digits, locale string) []decimal.Decimal {
	group, point := ".", ","
	if locale == "en" {
		group, point = point, group
	}
	var out []decimal.Decimal
	for _, signs := range [][2]string{{group, point}, {point, group}} {
		plain := strings.ReplaceAll(strings.ReplaceAll(digits, " ", ""), signs[0], "")
		d, err := decimal.Parse(strings.ReplaceAll(plain, signs[1], "."))
		if err == nil && inGroups(digits, signs[0], signs[1]) && !slices.Contains(out, d) {
			out = append(out, d)
		}
	}
	return out
}

// inGroups reports whether the whole part of a number has a separator before every third digit or none.
func inGroups(digits, group, point string) bool {
	whole, _, _ := strings.Cut(digits, point)
	groups := strings.FieldsFunc(whole, func(r rune) bool { return string(r) == group || r == ' ' })
	for i, g := range groups {
		if len(groups) > 1 && (len(g) > 3 || i > 0 && len(g) != 3) {
			return false
		}
	}
	return true
}
