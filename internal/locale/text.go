package locale

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/unicode/norm"
)

// NFC returns b with every letter and its marks in one character, the form all text of a portal has.
func NFC(b []byte) []byte { return norm.NFC.Bytes(b) }

// Compare orders a and b as a dictionary of the language does, numbers by their value: "Tổ 2" before
// "Tổ 10". Only equal strings compare as 0, so that a sorted list has one order.
func (l *Locale) Compare(a, b string) int {
	c := l.collators.Get().(*collate.Collator)
	defer l.collators.Put(c)
	return cmp.Or(c.CompareString(a, b), cmp.Compare(a, b))
}

// Fold returns s in lower case and without marks, đ as d: what a reader types who leaves out the
// accents.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ' || r == 'Đ':
			return 'd'
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// Marks returns the marks that Fold takes off s, in one order: two spellings of a word that differ only in the letter
// that bears the tone (hòa, hoà) have the same.
func Marks(s string) string {
	var marks []rune
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
			marks = append(marks, r)
		case r == 'đ' || r == 'Đ':
			marks = append(marks, 'đ')
		}
	}
	slices.Sort(marks)
	return string(marks)
}

// Fold is the function Fold, for templates.
func (l *Locale) Fold(s string) string { return Fold(s) }

// tones are the five tone marks of Vietnamese. Ă, Â, Đ, Ê, Ô, Ơ and Ư are letters of their own, a
// letter with a tone is not.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// Initial returns the letter under which s stands in an alphabetical list: "Đ" for "Đại Nài", "Â"
// for "ấp Bắc", "D" in English; "#" where s does not begin with a letter.
func (l *Locale) Initial(s string) string {
	first, size := rune(0), 0
	for i, r := range norm.NFC.String(s) {
		first, size = r, i
		break
	}
	if size != 0 || !unicode.IsLetter(first) {
		return "#"
	}
	letter := strings.ToUpper(string(first))
	if l.tag == "en" {
		return strings.ToUpper(Fold(letter))
	}
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(tones, r) {
			return -1
		}
		return r
	}, norm.NFD.String(letter))
	return norm.NFC.String(bare)
}
