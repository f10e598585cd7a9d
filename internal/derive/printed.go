package derive

import (
	"math/big"
	"strings"

	"minhbach/internal/decimal"
)

// marks are how a language writes numbers.
type marks struct{ group, point string }

func marksOf(tag string) marks {
	if tag == "en" {
		return marks{group: ",", point: "."}
	}
	return marks{group: ".", point: ","}
}

func (m marks) swapped() marks { return marks{group: m.point, point: m.group} }

// read returns the number written as text and how many digits stand behind its decimal mark. Groups are
// of three digits and do not begin with a 0: 1.100 is eleven hundred, 13.7 and 0.137 are no groups.
func (m marks) read(text string) (d decimal.Decimal, digits int, ok bool) {
	whole, frac, broken := strings.Cut(text, m.point)
	groups := strings.Split(whole, m.group)
	for i, g := range groups {
		if g == "" || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (len(g) > 3 || g[0] == '0') {
			return d, 0, false
		}
	}
	plain := strings.Join(groups, "")
	if broken {
		plain += "." + frac
	}
	d, err := decimal.Parse(plain)
	return d, len(frac), err == nil
}

// numbersIn returns the numbers in text as printed, each with a % that stands right behind it.
func numbersIn(text string) []string {
	var out []string
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			continue
		}
		end := i
		for end < len(text) && (isDigit(text[end]) || text[end] == '.' || text[end] == ',') {
			end++
		}
		number := strings.TrimRight(text[i:end], ".,")
		if strings.HasPrefix(text[i+len(number):], "%") {
			number += "%"
		}
		out = append(out, number)
		i = end
	}
	return out
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// printedDigits returns how many digits stand behind the decimal mark where d is printed in text: 2 for
// 12.5 printed as "12,50%". The last such number counts, because a percentage stands last in its cell.
func (m marks) printedDigits(text string, d decimal.Decimal) int {
	digits := d.Scale()
	for _, n := range numbersIn(text) {
		n = strings.TrimSuffix(n, "%")
		for _, way := range []marks{m, m.swapped()} {
			if v, printed, ok := way.read(n); ok && v.Equal(d) {
				digits = printed
				break
			}
		}
	}
	return digits
}

// verdictOf compares a published number, printed with so many digits behind its decimal mark, with what
// was computed. rounded is exact rounded to those digits; ok is false for a number too long to print.
func verdictOf(published decimal.Decimal, digits int, exact *big.Rat) (v Verdict, rounded decimal.Decimal, ok bool) {
	rounded, err := decimal.Parse(exact.FloatString(digits))
	switch {
	case err != nil:
		return "", rounded, false
	case exact.Cmp(published.Rat()) == 0:
		return Agrees, rounded, true
	case rounded.Equal(published):
		return Rounded, rounded, true
	case decimal.Truncate(exact, digits).Equal(published):
		return Truncated, rounded, true
	}
	return Differs, rounded, true
}
