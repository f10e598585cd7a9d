package intake

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/sheet"
)

// numbers reads the cells of a portal whose sources write numbers in a language; decimal is the point or comma that
// the program which saved the sheet puts before decimals, as far as that can be told.
type numbers struct{ lang, decimal string }

// read returns the number of a cell of which there is one; measure is the unit of measure that may stand behind it,
// percent says that the column holds percentages. A rule says why there is none.
func (n numbers) read(c sheet.Cell, measure string, percent bool) (decimal.Decimal, *diag.Rule) {
	switch {
	case c.Kind == sheet.Date:
		return decimal.Decimal{}, ruleDate
	case c.Kind == sheet.Fault:
		return decimal.Decimal{}, ruleFault
	case c.Kind == sheet.Bool:
		return decimal.Decimal{}, ruleNumber
	case c.Kind == sheet.Number && c.Percent && !percent:
		return decimal.Decimal{}, rulePercent
	case c.Kind == sheet.Number && c.Differs:
		return decimal.Decimal{}, ruleShown
	case c.Kind == sheet.Number:
		return held(c.Text, c.Percent)
	}
	text := clean(c.Text)
	if !parted.MatchString(c.Text) {
		text = spaced.ReplaceAllStringFunc(text, func(s string) string { return strings.ReplaceAll(s, " ", "") })
	}
	return n.typed(text, measure, percent)
}

// held reads a number as the file holds it: the shortest one that the program keeps in the same bits, since it
// writes 7.4 as 7.4000000000000004. One that then has more digits than were ever typed was computed.
func held(raw string, percent bool) (decimal.Decimal, *diag.Rule) {
	f, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return decimal.Decimal{}, ruleNumber
	}
	d, err := decimal.Parse(strconv.FormatFloat(f, 'f', -1, 64))
	if err != nil {
		return decimal.Decimal{}, ruleComputed
	}
	if percent {
		hundredfold := new(big.Rat).Mul(d.Rat(), big.NewRat(100, 1))
		if new(big.Rat).Abs(hundredfold).Cmp(decimal.MaxWhole) > 0 {
			return decimal.Decimal{}, ruleComputed
		}
		d = decimal.Round(hundredfold, max(d.Scale()-2, 0))
	}
	return d, nil
}

// spaces are all that looks like a space in a spreadsheet.
var spaces = strings.NewReplacer("\u00A0", " ", "\u202F", " ", "\u2009", " ", "\u2007", " ", "\u200B", "", "\uFEFF", "")

// clean is a text without what its writer does not see, nor the apostrophe by which a program keeps it text.
func clean(s string) string {
	s = strings.Join(strings.Fields(spaces.Replace(string(locale.NFC([]byte(s))))), " ")
	return strings.TrimPrefix(s, "'")
}

// forms are the ways a language writes a number: with groups of three digits or without, and decimals.
type forms struct{ sep, point string }

func (n numbers) forms() forms {
	if n.lang == "en" {
		return forms{",", "."}
	}
	return forms{".", ","}
}

var (
	spaced = regexp.MustCompile(`^[1-9]\d{0,2}( \d{3})+(?:[.,]\d+)?\b`) // a group is set apart by a space that does not break
	parted = regexp.MustCompile(`\d[ \t\n]+\d`)                         // by any other, it may be two numbers
	plain  = regexp.MustCompile(`^\d+(\.\d+)?$`)
	digits = regexp.MustCompile(`\d`)
	two    = regexp.MustCompile(`\d\s*[=/(;+–-]|\d\s+\d|%.*\d`)
	nought = map[string]bool{"-": true, "–": true, "—": true, "x": true, "k": true, "khong": true, "khong co": true, "chua co": true, "chua": true,
		"k co": true, "0 co": true, "none": true, "no": true, "n/a": true, "na": true, "...": true, "…": true, "//": true, "nil": true}
)

// typed reads a number typed as text.
func (n numbers) typed(text, measure string, percent bool) (decimal.Decimal, *diag.Rule) {
	if nought[folded(text)] {
		return decimal.Decimal{}, ruleNought
	}
	if percent {
		text = strings.TrimSpace(strings.TrimSuffix(text, "%"))
	}
	if m := strings.TrimSpace(measure); m != "" {
		if at := len(text) - len(m); at > 0 && strings.EqualFold(text[at:], m) {
			text = strings.TrimSpace(text[:at])
		}
	}
	switch d, ok := n.parse(text); {
	case ok && n.foreign(text):
		return decimal.Decimal{}, ruleForeign
	case ok:
		return d, nil
	case !digits.MatchString(text):
		return decimal.Decimal{}, ruleNumber
	case len(text) > 15 && strings.Trim(text, "-.,0123456789") == "":
		return decimal.Decimal{}, ruleLong
	case n.ambiguous(text):
		return decimal.Decimal{}, ruleAmbiguous
	case two.MatchString(text):
		return decimal.Decimal{}, ruleTwo
	}
	return decimal.Decimal{}, ruleNumber
}

// parse reads a number that is written as the language writes it, and has one reading in it.
func (n numbers) parse(text string) (decimal.Decimal, bool) {
	f := n.forms()
	bare, negative := strings.CutPrefix(text, "-")
	whole, frac, hasFrac := strings.Cut(bare, f.point)
	groups := strings.Split(whole, f.sep)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && (len(g) > 3 || strings.HasPrefix(g, "0")) {
			return decimal.Decimal{}, false
		}
	}
	out := strings.Join(groups, "")
	// 1,100 could be a thousand and a hundred as another language writes it; 0,100 and 1.100,500 could not.
	if hasFrac && len(frac) == 3 && len(groups) == 1 && len(whole) <= 3 && !strings.HasPrefix(whole, "0") {
		return decimal.Decimal{}, false
	}
	if hasFrac {
		out += "." + frac
	}
	if !plain.MatchString(out) {
		return decimal.Decimal{}, false
	}
	if negative {
		out = "-" + out
	}
	d, err := decimal.Parse(out)
	return d, err == nil && !(negative && d.IsZero())
}

// oneGroup is a number with one group of three digits, which another language reads as three decimals.
var oneGroup = regexp.MustCompile(`^-?[1-9]\d{0,2}[.,]\d{3}$`)

// foreign reports whether the program that saved the sheet may have meant 886.375 as a number with decimals.
func (n numbers) foreign(text string) bool {
	return n.decimal != "" && n.decimal == n.forms().sep && oneGroup.MatchString(text)
}

// ambiguous reports whether the text is a number in some language, but not surely in this one.
func (n numbers) ambiguous(text string) bool {
	other := numbers{lang: map[bool]string{true: "vi", false: "en"}[n.lang == "en"]}
	if _, ok := other.parse(text); ok {
		return true
	}
	rest := strings.Replace(strings.TrimPrefix(text, "-"), n.forms().point, "", 1)
	return rest != "" && strings.Trim(rest, "0123456789") == ""
}
