package source

import "strings"

// The bytes above ASCII that the two old encodings of Vietnamese write for its letters.
const (
	letters1258 = "\xC0\xC1\xC2\xC3\xC8\xC9\xCA\xCD\xD0\xD3\xD4\xD5\xD9\xDA\xDD\xE0\xE1\xE2\xE3\xE8\xE9\xEA\xED\xF0\xF3\xF4\xF5\xF9\xFA\xFD"
	marks1258   = "\xCC\xD2\xDE\xEC\xF2" // each behind the letter that it is on
	vowels1258  = "aeiouyAEIOUY\xC2\xC3\xCA\xD4\xD5\xDD\xE2\xE3\xEA\xF4\xF5\xFD"

	plainTCVN3 = "\xA1\xA2\xA3\xA4\xA5\xA6\xA7\xA8\xA9\xAA\xAB\xAC\xAD\xAE"
	tonesTCVN3 = "\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE\xC6\xC7\xC8\xC9\xCA\xCB\xCC\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xDC\xDD\xDE\xDF" +
		"\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE"
)

// fewLetters are too few to tell an encoding by.
const fewLetters = 3

// encodingOf names the encoding of a text that is not UTF-8, where it can only be one of the two old ones: every
// byte above ASCII is a letter of it, and stands as letters of Vietnamese stand, with one tone in a word. Else "".
func encodingOf(text []byte) string {
	words := strings.FieldsFunc(string(latin(text)), func(r rune) bool { return r < 0x80 && (r < 'A' || r > 'z' || r > 'Z' && r < 'a') })
	as1258, asTCVN3, n, only1258, onlyTCVN3 := true, true, 0, false, false
	for _, word := range words {
		var w []byte
		for _, r := range word {
			w = append(w, byte(r))
		}
		marks, tones := 0, 0
		for i, c := range w {
			if c < 0x80 {
				continue
			}
			n++
			letter, mark := strings.IndexByte(letters1258, c) >= 0, strings.IndexByte(marks1258, c) >= 0
			onVowel := mark && i > 0 && strings.IndexByte(vowels1258, w[i-1]) >= 0
			as1258 = as1258 && (letter || onVowel)
			tone := strings.IndexByte(tonesTCVN3, c) >= 0
			asTCVN3 = asTCVN3 && (tone || strings.IndexByte(plainTCVN3, c) >= 0)
			only1258, onlyTCVN3 = only1258 || onVowel, onlyTCVN3 || !letter && !mark
			if mark {
				marks++
			}
			if tone {
				tones++
			}
		}
		as1258, asTCVN3 = as1258 && marks <= 1, asTCVN3 && tones <= 1
	}
	switch {
	case n < fewLetters || as1258 == asTCVN3:
		return ""
	case as1258 && only1258:
		return "windows-1258"
	case asTCVN3 && onlyTCVN3:
		return "tcvn3"
	}
	return ""
}

// latin reads every byte as the character of that number.
func latin(text []byte) []rune {
	out := make([]rune, len(text))
	for i, c := range text {
		out[i] = rune(c)
	}
	return out
}
