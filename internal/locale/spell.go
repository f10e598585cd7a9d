package locale

import (
	"strconv"
	"strings"
	"time"

	"minhbach/internal/decimal"
)

// Spell reads a number aloud, exactly: "tám trăm tám mươi sáu phẩy ba", "eight hundred and eighty-six point three".
// In Vietnamese up to three decimals are read as one number behind their zeros ("phẩy không bảy mươi lăm" is
// 0,075), more of them one by one; in English always one by one.
func (l *Locale) Spell(d decimal.Decimal) string {
	minus, point := "âm ", " phẩy "
	if l.tag == "en" {
		minus, point = "minus ", " point "
	}
	whole, frac, _ := strings.Cut(d.Abs().String(), ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		panic("locale: a decimal of more than 15 digits: " + whole)
	}
	said := l.Words(n)
	if d.Sign() < 0 {
		said = minus + said
	}
	if frac == "" {
		return said
	}
	return said + point + l.spellDecimals(frac)
}

func (l *Locale) spellDecimals(frac string) string {
	significant := strings.TrimLeft(frac, "0")
	if l.tag == "en" || len(significant) > 3 {
		return l.SpellDigits(frac)
	}
	n, _ := strconv.Atoi(significant)
	return strings.Repeat(viDigits[0]+" ", len(frac)-len(significant)) + l.Words(n)
}

// SpellDigits reads digits one by one, as those of a telephone; anything else among them is left out.
func (l *Locale) SpellDigits(s string) string {
	names := viDigits
	if l.tag == "en" {
		names = enSmall
	}
	var said []string
	for _, r := range s {
		if r >= '0' && r <= '9' {
			said = append(said, names[r-'0'])
		}
	}
	return strings.Join(said, " ")
}

// SpellPercent reads d per cent: "bảy phẩy bốn phần trăm".
func (l *Locale) SpellPercent(d decimal.Decimal) string { return l.Spell(d) + " " + l.percentWord() }

func (l *Locale) percentWord() string {
	if l.tag == "en" {
		return "per cent"
	}
	return "phần trăm"
}

// SpellDate reads a day as an announcer does: "ngày hai mươi mốt tháng tư năm hai nghìn không trăm hai mươi ba", the
// first ten of a month as "ngày mùng …"; "the twenty-first of April two thousand and twenty-three".
func (l *Locale) SpellDate(y int, m time.Month, d int) string {
	return l.SpellDay(d) + " " + l.spellMonth(m) + " " + l.spellYear(y)
}

// SpellDay reads the day of a month: "ngày mùng hai", "the second of".
func (l *Locale) SpellDay(d int) string {
	switch {
	case l.tag == "en":
		return "the " + enOrdinal(d) + " of"
	case d <= 10:
		return "ngày mùng " + l.Words(d)
	}
	return "ngày " + l.Words(d)
}

func (l *Locale) spellMonth(m time.Month) string {
	switch {
	case l.tag == "en":
		return m.String()
	case m == time.April:
		return "tháng tư"
	}
	return "tháng " + l.Words(int(m))
}

func (l *Locale) spellYear(y int) string {
	switch {
	case l.tag != "en":
		return "năm " + l.Words(y)
	case y >= 1100 && y < 2000 && y%100 > 9:
		return l.Words(y/100) + " " + l.Words(y%100)
	}
	return l.Words(y)
}

// enOrdinals are the ordinals that are not the number with "th".
var enOrdinals = map[string]string{
	"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
	"twenty": "twentieth", "thirty": "thirtieth",
}

// enOrdinal is for the days of a month.
func enOrdinal(n int) string {
	before, last, compound := strings.Cut(enWords(uint64(n)), "-")
	if !compound {
		before, last = "", before
	} else {
		before += "-"
	}
	if o, ok := enOrdinals[last]; ok {
		return before + o
	}
	return before + last + "th"
}
