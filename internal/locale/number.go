package locale

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"minhbach/internal/decimal"
)

// FormatNumber writes d exactly, in groups of three digits also where there are only four:
// "1.100" and "886,3" in Vietnamese, "1,100" and "886.3" in English.
func FormatNumber(tag string, d decimal.Decimal) string { return group(tag, d.String()) }

// group takes a plain decimal such as "-1100.5".
func group(tag, plain string) string {
	sep, point := ".", ","
	if tag == "en" {
		sep, point = ",", "."
	}
	digits, negative := strings.CutPrefix(plain, "-")
	whole, frac, hasFrac := strings.Cut(digits, ".")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(r)
	}
	if hasFrac {
		b.WriteString(point + frac)
	}
	return b.String()
}

// Number writes d exactly: "32.670", "886,3".
func (l *Locale) Number(d decimal.Decimal) string { return FormatNumber(l.tag, d) }

// Int writes n: "32.670".
func (l *Locale) Int(n int) string { return group(l.tag, strconv.Itoa(n)) }

// Percent writes d per cent: "7,4%".
func (l *Locale) Percent(d decimal.Decimal) string { return l.Number(d) + "%" }

// Date writes a day: "21/4/2023", "21 April 2023".
func (l *Locale) Date(y int, m time.Month, d int) string {
	if l.tag == "en" {
		return fmt.Sprintf("%d %s %d", d, m, y)
	}
	return fmt.Sprintf("%d/%d/%d", d, m, y)
}

// MonthYear writes a month: "tháng 4/2023", "April 2023".
func (l *Locale) MonthYear(y int, m time.Month) string {
	if l.tag == "en" {
		return fmt.Sprintf("%s %d", m, y)
	}
	return fmt.Sprintf("tháng %d/%d", m, y)
}
