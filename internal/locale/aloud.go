package locale

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"minhbach/internal/decimal"
)

// Aloud puts a name or a short text into words for the ear: its numbers, dates and percentages in words, abbreviations
// in full or letter by letter, dashes between numbers as "đến", brackets and other signs as pauses. What it returns
// has letters, spaces and the marks , . ; : ? ! only, in English also the hyphen of "twenty-one" and an apostrophe; an
// address of the network is not read out. A text that needs none of it is returned as it stands.
func (l *Locale) Aloud(s string) string {
	if plain(s) {
		return s
	}
	return l.aloud(s)
}

func (l *Locale) aloud(s string) string {
	a := aloud{Locale: l}
	a.text(s)
	return tidy(strings.Join(a.said, " "))
}

// AloudMeasure is Aloud for what a number counts: "triệu đồng/người" is "triệu đồng mỗi người", "%" "phần trăm".
func (l *Locale) AloudMeasure(s string) string {
	each := " mỗi "
	if l.tag == "en" {
		each = " per "
	}
	return l.aloud(strings.ReplaceAll(s, "/", each))
}

// plain reports whether s is words without a sign or an abbreviation.
func plain(s string) bool {
	upper := false
	for i, r := range s {
		switch {
		case unicode.IsUpper(r) && (upper || i == len(s)-1 || s[i+1] == ' '): // an abbreviation, or the numeral X
			return false
		case !unicode.IsLetter(r) && r != ' ' && r != ',':
			return false
		}
		upper = unicode.IsUpper(r)
	}
	return !strings.Contains(s, "  ") && strings.TrimSpace(s) == s
}

// pauses are signs that are heard as a pause, or not at all.
var pauses = strings.NewReplacer(
	"(", " , ", ")", " , ", "[", " , ", "]", " , ", "{", " , ", "}", " , ", "“", " ", "”", " ", "\"", " ", "«", " ", "»", " ", "…", " , ",
	"...", " , ", " - ", " , ", " – ", " , ", " — ", " , ", "—", " , ", "•", " , ", "|", " , ", "\u00a0", " ", "−", "-")

// aloud is a text being read.
type aloud struct {
	*Locale
	said   []string
	last   string // the token before, as written, in lower case
	before string // the tokens before that
}

func (a *aloud) say(s string) { a.said = append(a.said, s) }

func (a *aloud) word(vi, en string) string {
	if a.tag == "en" {
		return en
	}
	return vi
}

func (a *aloud) text(s string) {
	tokens := strings.Fields(pauses.Replace(s))
	for i, t := range tokens {
		if core := strings.TrimRight(t, "."); core != t && i < len(tokens)-1 {
			if _, short := a.expand(core); short {
				t = core // "TP. Hà Tĩnh"
			}
		}
		a.token(t)
	}
}

// token reads what stands between two spaces, and the marks behind it.
func (a *aloud) token(t string) {
	core := strings.TrimRight(t, ",.;:?!")
	marks := t[len(core):]
	core = strings.TrimLeft(core, ",.;:?!")
	switch {
	case core == "":
	case strings.Contains(core, "://") || strings.Contains(core, "@") || strings.HasPrefix(core, "www."):
		a.say(a.word("địa chỉ ghi trên trang mạng", "the address given on the site"))
	default:
		a.core(core)
	}
	if marks != "" {
		a.say(marks[:1])
	}
	a.before = strings.TrimSpace(a.before + " " + a.last)
	a.last = strings.ToLower(core)
}

func (a *aloud) core(s string) {
	if full, ok := a.expand(s); ok {
		a.say(full)
		return
	}
	if a.date(s) || a.number(s) || a.document(s) || a.span(s) || a.roman(s) {
		return
	}
	for _, part := range runs(s) {
		a.run(part)
	}
}

// date reads 21/4/2023; behind "ngày" 21/4, behind "tháng" 4/2023.
func (a *aloud) date(s string) bool {
	var n []int
	for _, part := range strings.Split(s, "/") {
		i, err := strconv.Atoi(part)
		if err != nil || len(part) > 4 {
			return false
		}
		n = append(n, i)
	}
	day := func(d, m int) bool { return d >= 1 && d <= 31 && m >= 1 && m <= 12 }
	behind := func(word string) bool { return a.last == word }
	switch {
	case len(n) == 3 && day(n[0], n[1]) && n[2] > 999:
		said := a.SpellDate(n[2], time.Month(n[1]), n[0])
		if behind("ngày") {
			said = strings.TrimPrefix(said, "ngày ")
		}
		a.say(said)
	case len(n) == 2 && behind("ngày") && day(n[0], n[1]):
		a.say(strings.TrimPrefix(a.SpellDay(n[0]), "ngày ") + " " + a.spellMonth(time.Month(n[1])))
	case len(n) == 2 && behind("tháng") && day(1, n[0]) && n[1] > 999:
		a.say(strings.TrimPrefix(a.spellMonth(time.Month(n[0])), "tháng ") + " " + a.spellYear(n[1]))
	case len(n) == 2:
		a.say(a.wholeNumber(s[:strings.IndexByte(s, '/')]) + " " + a.word("trên", "of") + " " + a.wholeNumber(s[strings.IndexByte(s, '/')+1:]))
	default:
		return false
	}
	return true
}

// number reads a number in the form of the language, with its percent sign.
func (a *aloud) number(s string) bool {
	digits, percent := strings.CutSuffix(s, "%")
	said, ok := a.spoken(digits)
	if ok && percent {
		said += " " + a.percentWord()
	}
	if ok {
		a.say(said)
	}
	return ok
}

// spoken reads "1.100", "886,3", "-5", "0912345678"; false where s is no number.
func (a *aloud) spoken(s string) (string, bool) {
	if bare := strings.TrimLeft(s, "-"); bare == "" || strings.Trim(bare, "0123456789.,") != "" {
		return "", false
	}
	sep, point := ".", ","
	if a.tag == "en" {
		sep, point = ",", "."
	}
	whole, frac, hasFrac := strings.Cut(s, point)
	groups := strings.Split(strings.TrimPrefix(whole, "-"), sep)
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(groups) > 1 && len(g) > 3) {
			return a.oddly(s)
		}
	}
	if len(groups) == 1 && !hasFrac && !strings.HasPrefix(s, "-") {
		return a.wholeNumber(s), true
	}
	plain := strings.ReplaceAll(whole, sep, "")
	if hasFrac {
		plain += "." + frac
	}
	return a.plainNumber(plain, s)
}

// oddly reads a number written as the other language does, "1.5"; one of neither digit by digit.
func (a *aloud) oddly(s string) (string, bool) {
	return a.plainNumber(strings.ReplaceAll(s, ",", "."), s)
}

func (a *aloud) plainNumber(plain, written string) (string, bool) {
	d, err := decimal.Parse(plain)
	if err != nil {
		said := a.SpellDigits(written)
		return said, said != ""
	}
	return a.Spell(d), true
}

// wholeNumber reads digits as a number; a telephone's, which begin with 0, one by one.
func (l *Locale) wholeNumber(digits string) string {
	n, err := strconv.Atoi(digits)
	if err != nil || len(digits) > 15 || len(digits) > 2 && digits[0] == '0' {
		return l.SpellDigits(digits)
	}
	return l.Words(n)
}

// document reads "279/BC-HĐND" within a text.
func (a *aloud) document(s string) bool {
	number, rest, ok := strings.Cut(s, "/")
	if !ok || number == "" || strings.Trim(number, "0123456789") != "" || strings.Trim(rest, "0123456789") == "" {
		return false
	}
	if a.last == "số" || a.last == "number" {
		a.say(a.documentNumber(a.before, s))
	} else {
		a.say(a.word("số", "number") + " " + a.documentNumber(a.last, s))
	}
	return true
}

// span reads "2022-2025".
func (a *aloud) span(s string) bool {
	from, to, ok := strings.Cut(strings.ReplaceAll(s, "–", "-"), "-")
	if !ok || from == "" {
		return false
	}
	first, ok1 := a.spoken(from)
	percent := strings.HasSuffix(to, "%")
	second, ok2 := a.spoken(strings.TrimSuffix(to, "%"))
	if !ok1 || !ok2 {
		return false
	}
	if percent {
		second += " " + a.percentWord()
	}
	a.say(first + " " + a.word("đến", "to") + " " + second)
	return true
}

// behindRoman are words after which a Roman numeral of one letter is one.
var behindRoman = map[string]bool{"khóa": true, "khoá": true, "thứ": true, "mục": true, "phần": true, "chương": true, "quý": true, "term": true, "section": true, "part": true}

// roman reads "XXI".
func (a *aloud) roman(s string) bool {
	if s == "" || strings.Trim(s, "IVX") != "" || len(s) == 1 && !behindRoman[a.last] {
		return false
	}
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	a.say(a.Words(n))
	return true
}

// runs parts a token where letters, digits and signs meet: "QH15" is "QH" and "15".
func runs(s string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.Mn, r):
			return 0
		case r >= '0' && r <= '9':
			return 1
		}
		return 2
	}
	var out []string
	last := -1
	for _, r := range s {
		if k := kind(r); k != last || k == 2 {
			out, last = append(out, ""), k
		}
		out[len(out)-1] += string(r)
	}
	return out
}

// signs are those that are words.
var signs = map[string][2]string{
	"%": {"phần trăm", "per cent"}, "&": {"và", "and"}, "+": {"cộng", "plus"}, "=": {"bằng", "equals"}, "<": {"nhỏ hơn", "less than"},
	">": {"lớn hơn", "more than"}, "°": {"độ", "degrees"}, "/": {",", ","}, ",": {",", ","}, ".": {",", ","}, ";": {",", ","}, ":": {",", ","},
	"$": {"đô la", "dollars"}, "€": {"ơ rô", "euros"}, "×": {"nhân", "times"}, "²": {"vuông", "squared"}, "³": {"khối", "cubed"},
}

// run reads letters, digits or one sign.
func (a *aloud) run(s string) {
	sign, isSign := signs[s]
	full, short := a.expand(s)
	switch {
	case isSign:
		a.say(a.word(sign[0], sign[1]))
	case s[0] >= '0' && s[0] <= '9':
		a.say(a.wholeNumber(s))
	case s == "'" || s == "’":
		if n := len(a.said); n > 0 && a.tag == "en" {
			a.said[n-1] += "'" // "People's"; the s is joined in tidy
		}
	case short && len([]rune(s)) > 1:
		a.say(full)
	case spelled(s):
		a.say(a.letters(s))
	case strings.ContainsFunc(s, unicode.IsLetter):
		a.say(shouted(s))
	}
}

// spelled reports whether a word is read letter by letter: capitals beside each other, no mark of a vowel, and
// either no vowel or too many letters to be one syllable.
func spelled(s string) bool {
	if !twoCapitals(s) {
		return false
	}
	folded := Fold(s)
	if len(folded) != len([]rune(s)) || Marks(strings.NewReplacer("Đ", "", "đ", "").Replace(s)) != "" {
		return false
	}
	first := strings.IndexAny(folded, "aeiouy")
	last := strings.LastIndexAny(folded, "aeiouy")
	return first < 0 || first > 3 || last-first > 2 || len(folded)-last > 3 || len(folded) < 3 ||
		strings.Trim(folded[first:last+1], "aeiouy") != ""
}

func twoCapitals(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsUpper(r) && upper {
			return true
		}
		upper = unicode.IsUpper(r)
	}
	return false
}

// shouted writes a word in capitals as a word.
func shouted(s string) string {
	if !twoCapitals(s) {
		return s
	}
	r := []rune(strings.ToLower(s))
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// tidy takes away what pauses leave behind: two marks beside each other, a space before one, one at the beginning.
func tidy(s string) string {
	var b strings.Builder
	mark := rune(',') // none at the beginning
	for _, w := range strings.Fields(s) {
		r := []rune(w)[0]
		if len(w) == 1 && strings.ContainsRune(",.;:?!", r) {
			switch {
			case mark == 0:
				b.WriteRune(r)
				mark = r
			case mark == ',' && r != ',' && b.Len() > 0: // the stronger of two
				kept := strings.TrimSuffix(b.String(), ",")
				b.Reset()
				b.WriteString(kept + string(r))
				mark = r
			}
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
		mark = 0
	}
	out := strings.TrimRight(b.String(), ",;:")
	return strings.ReplaceAll(out, "' s ", "'s ")
}
