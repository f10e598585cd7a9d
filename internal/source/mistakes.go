package source

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
)

// mistake is one way to write a line that is no TOML: where it is seen, and what is said of it. The first
// group of the expression, or all of it, is what is wrong; hint makes what to write instead. What is only
// for sources that write numbers in one way names it, vi or en.
type mistake struct {
	sign *regexp.Regexp
	rule *diag.Rule
	hint func(wrong string) []any
	only string
}

// mistakes are looked for in this order in a line whose strings and comments are blanked out: the
// library's own message speaks of what it expected next, and an editor needs to know what to write.
var mistakes = []mistake{
	see(`[`+curlyMarks+`]`, ruleCurly, none),
	see(`^([^=\t]*[^=\s][^=\t]*\t[^=]*)$`, rulePasted, pastedRow),
	see(`(?:^|[=\s,[{])((?:[Nn]gày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4})(?:$|[\s,\]}])`, ruleDay, isoDay),
	see(`=\s*((?:[Nn]gày )?\d{1,2} tháng \d{1,2},? năm \d{4})`, ruleDay, isoDay),
	see(`=\s*(\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?:$|[\s,\]}])`, ruleDay, isoDay),
	see(`=\s*(=)`, ruleTwoEquals, none),
	see(`^\s*[A-Za-z0-9_-]+\s*=\s*(-?\d[\d.]*\s*,\s*[a-z-]+\s*=[^={}]*(?:,\s*[a-z-]+\s*=[^={}]*)*)$`, ruleBraces, inBraces),
	see(`=\s*([-–—…]|\.{2,3})\s*(?:$|[,}])`, ruleDash, none),
	see(`=\s*([−–—]\s*\d[\d.,]*)`, ruleMinus, minusSign),
	see(`=\s*(-?[\d.,]*[０-９][０-９\d.,]*)`, ruleDigits, plainDigits),
	see(`=\s*(-?\d{1,3}(?:[ \x{A0}\x{2007}\x{2009}\x{202F}]\d{3})+)(?:$|[\s,}])`, ruleSpaced, withoutSpaces),
	see(`(`+unseen+`)`, ruleInvisible, none),
	see(`=\s*([-+]?\d+(?:\.\d+)?[eE][-+]?\d+|-?\d{19,})`, ruleLong, none),
	see(`(?i)=\s*(-?\d[\d.,]*\s*`+scaleWords+`(?:\s+\pL[\pL /]*)?)(?:$|[\s,}])`, ruleScale, none),
	{regexp.MustCompile(`=\s*(-?\d[\d.,]*\s*/\s*\d[\d.,]*(?:\s*[=(]\s*\d[\d.,]*\s*%\s*\)?)?)\s*(?:$|[,}])`), rulePair, pair, "vi"},
	{regexp.MustCompile(`=\s*(-?[\d.,]*[oO][\doO.,]*|-?[\d.,]*[lI][\dlIoO.,]*\d[\dlIoO.,]*)(?:$|[\s,}])`), ruleLetters, lettersAsDigits(".", "", ",", "."), "vi"},
	{regexp.MustCompile(`=\s*(-?[\d.,]*[oO][\doO.,]*|-?[\d.,]*[lI][\dlIoO.,]*\d[\dlIoO.,]*)(?:$|[\s,}])`), ruleLetters, lettersAsDigits(",", ""), "en"},
	see(`=\s*(-?\d{1,3}(?:\.\d{3})+,\d+\s*%?)`, ruleNumber, plainVietnamese),
	see(`=\s*(-?\d{1,3}(?:\.\d{3}){2,}\s*%?)`, ruleNumber, plainVietnamese),
	see(`=\s*(-?\d{1,3}(?:,\d{3})+\.\d+\s*%?)`, ruleNumber, plainEnglish),
	see(`=\s*(-?\d{1,3}(?:,\d{3}){2,}\s*%?)`, ruleNumber, plainEnglish),
	{regexp.MustCompile(`=\s*(-?[1-9]\d{0,2},\d{3})(?:$|[\s,}])`), ruleNumber, plainEnglish, "en"},
	see(`=\s*(-?[1-9]\d{0,2},\d{3})(?:$|[\s,}])`, ruleEither, pointOrThousands),
	see(`=\s*(-?\d+,\d+\s*%?)`, ruleNumber, plainVietnamese),
	see(`(//.*)$`, ruleSlashes, comment),
	see(`=\s*-?\d[\d.,]*\s*([(\[*¹²³].*)$`, ruleBeside, none),
	see(`=\s*([~≈<>≤≥$]=?\s*\d[\d.,]*)`, ruleBeside, none),
	{regexp.MustCompile(`=\s*(-?[1-9]\d{0,2}(?:\.\d{3})+\s*\pL[\pL /]*)`), ruleMeasure, leadingThousands, "vi"},
	see(`=\s*(-?\d[\d.]*\s*(?:%|\pL[\pL /]*))`, ruleMeasure, leadingNumber),
	see(`=\s*(-?0\d+)(?:$|[\s,}])`, ruleNumber, withoutZeros),
	see(`=\s*(-?(?:\d+\.|\.\d+))(?:$|[\s,}])`, ruleNumber, wholePoint),
	see(`^\s*(\[[^\]]*)$`, ruleOpenHead, openHead),
	see(`^\s*\[\s*([^\]"']*[^\]"'A-Za-z0-9_.-][^\]"']*)\]`, ruleKey, sluggedHead),
	see(`^\s*([^=[\]"'#{},:]*[^=[\]"'#{},:\sA-Za-z0-9_.-][^=[\]"'#{},:]*?)\s*=`, ruleKey, slugged),
	see(`[{,]\s*([^=,{}"']*[^=,{}"'\x00-\x7F][^=,{}"']*?)\s*=`, ruleKey, slugged),
	see(`^\s*([A-Za-z0-9_.-]+(?:\s+[A-Za-z0-9_-]+)+)\s*=`, ruleKey, slugged),
	see(`^\s*([^=[\]"'#{},:]+:\s*[^=]*\S)\s*$`, ruleColon, equalsSign),
	see(`=\s*((?i:true|false))(?:$|[\s,}])`, ruleBool, lowered),
	see(`=\s*(-?\d[\d.,]*\s*[+*×]\s*\d.*?|[A-Z]{2,}\(.*\))\s*$`, ruleFormula, none),
	see(`=\s*(\pL[^,{}\[\]"=]*)`, ruleUnquoted, quoted),
	see(`=\s*\[(?:[^\]]*,)?\s*(\pL[^,\[\]"=]*?)\s*[,\]]`, ruleUnquoted, quoted),
	see(`=\s*("[ ]*"(?:\s*[,;]\s*"[ ]*")+)\s*$`, ruleBrackets, inBrackets),
	see(`=.*[^\s;]\s*(;)\s*$`, ruleSemicolon, none),
	see(`"[ ]*"([^\s,\]}"=.].*)`, ruleInnerQuote, none),
	see(`^\s*[^=]*[^=\s]\s*(=)\s*$`, ruleNoValue, none),
	see(`^\s*([A-Za-z0-9-]+(?: +| *[;,] *)-?\d+(?:\.\d+)?)\s*$`, ruleNoEqualsIn, equalsSign),
	see(`^\s*([^\s=[{}\]",][^=[{}\]",]*?)\s*$`, ruleNoEquals, none),
}

// scaleWords change what a number with them says.
const scaleWords = `(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|thousand|million|billion)`

// curlyMarks are quotation marks that enclose no text here.
const curlyMarks = "“”„‟‘’«»"

func see(sign string, rule *diag.Rule, hint func(string) []any) mistake {
	return mistake{sign: regexp.MustCompile(sign), rule: rule, hint: hint}
}

// unseen are spaces that do not break and characters without width, which come along from other programs.
const unseen = `[\x{A0}\x{AD}\x{2007}\x{2009}\x{200B}-\x{200F}\x{2028}-\x{202F}\x{2060}-\x{2069}\x{FE0F}\x{FEFF}]`

var unseenForm = regexp.MustCompile(unseen)

// Unseen returns where in a text the first character stands that nobody sees, in bytes, or -1.
func Unseen(text string) int {
	if at := unseenForm.FindStringIndex(text); at != nil {
		return at[0]
	}
	return -1
}

func none(string) []any { return []any{} }

func quoted(wrong string) []any { return []any{strings.TrimSpace(wrong)} }

func lowered(wrong string) []any { return []any{strings.ToLower(wrong)} }

func openHead(wrong string) []any { return []any{strings.TrimSpace(wrong) + "]"} }

// printedForm is a number as Vietnamese print writes it, decimalForm one as the data does.
var (
	printedForm = regexp.MustCompile(`^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$`)
	decimalForm = regexp.MustCompile(`^-?\d+\.\d+$`)
)

// PlainNumber returns how a number printed the Vietnamese way is written in the data: 1.100 as 1100,
// 7,4% as 7.4; one with a point that parts no thousands is as it should be, 94.8; "" where it is no number. It is for hints.
func PlainNumber(printed string) string {
	n := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(printed), "%"))
	switch {
	case printedForm.MatchString(n):
		return strings.NewReplacer(".", "", ",", ".").Replace(n)
	case decimalForm.MatchString(n):
		return n
	}
	return ""
}

var isoForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

var plainForm = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

func plainVietnamese(wrong string) []any { return []any{PlainNumber(wrong)} }

func plainEnglish(wrong string) []any {
	return []any{strings.TrimSpace(strings.TrimSuffix(strings.ReplaceAll(wrong, ",", ""), "%"))}
}

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

// ISODay returns a day written the Vietnamese way, 1/2/2024, as 2024-02-01; "" where it is no day. Where
// there is no such month, 4/21/2023, the month can only stand first. It is for hints.
func ISODay(written string) string {
	parts := strings.FieldsFunc(written, func(r rune) bool { return !unicode.IsDigit(r) })
	if len(parts) != 3 {
		return ""
	}
	if len(parts[2]) == 4 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	for _, layout := range []string{"2006-1-2", "2006-2-1"} {
		if day, err := time.Parse(layout, strings.Join(parts, "-")); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	return ""
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

// sluggedHead puts the point that was forgotten into [unit thach ha].
func sluggedHead(wrong string) []any {
	if first, rest, parts := strings.Cut(wrong, " "); parts && !strings.Contains(wrong, ".") {
		wrong = first + "." + rest
	}
	return slugged(wrong)
}

func minusSign(wrong string) []any {
	return []any{"-" + strings.TrimLeft(wrong, "−–— ")}
}

func plainDigits(wrong string) []any {
	return []any{strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, wrong)}
}

// lettersAsDigits reads the letters O and l as the digits for which somebody typed them, signs as a language writes them.
func lettersAsDigits(signs ...string) func(string) []any {
	r := strings.NewReplacer(append([]string{"o", "0", "O", "0", "l", "1", "I", "1"}, signs...)...)
	return func(wrong string) []any { return []any{r.Replace(wrong)} }
}

func inBrackets(wrong string) []any { return []any{"[" + wrong + "]"} }

func inBraces(wrong string) []any {
	return []any{"{ value = " + strings.TrimRight(wrong, " \t,") + " }"}
}

// pair parts a cell of print, 1.100/14.170 (7,4%), into what it holds.
func pair(wrong string) []any {
	parts := strings.FieldsFunc(wrong, func(r rune) bool { return strings.ContainsRune("/=()", r) || unicode.IsSpace(r) })
	cell := ""
	for i, key := range []string{"value", "plan", "percent"} {
		if i < len(parts) {
			cell += key + " = " + cmp.Or(PlainNumber(parts[i]), "…") + ", "
		}
	}
	return []any{"{ " + cell + `published = "` + wrong + `" }`}
}

func withoutSpaces(wrong string) []any {
	return []any{strings.Join(strings.FieldsFunc(wrong, unicode.IsSpace), "")}
}

// pointOrThousands gives both readings of 1,130.
func pointOrThousands(wrong string) []any {
	return []any{strings.Replace(wrong, ",", ".", 1), strings.Replace(wrong, ",", "", 1)}
}

// leadingThousands reads 11.383 cây the Vietnamese way.
func leadingThousands(wrong string) []any {
	return []any{strings.ReplaceAll(leadingNumber(wrong)[0].(string), ".", "")}
}

func comment(wrong string) []any {
	return []any{"# " + strings.TrimSpace(strings.TrimLeft(wrong, "/"))}
}

// equalsSign writes "ten: Hạ" and "an-binh 1100" with the sign between.
func equalsSign(wrong string) []any {
	at := strings.Index(wrong, ":")
	if at < 0 {
		at = strings.IndexAny(wrong, " ;,")
	}
	written := strings.TrimLeft(wrong[at+1:], " ;,")
	if m := measured.FindStringSubmatch(written); m != nil && PlainNumber(m[1]) != "" && !inScale.MatchString(written) {
		written = PlainNumber(m[1])
	}
	return []any{Slug(wrong[:at]) + " = " + valueOf(strings.TrimSpace(written))}
}

// measured is a number with its unit of measure, as a line of a list ends.
var (
	measured = regexp.MustCompile(`^(-?\d[\d.,]*?)(?:\s*%|\s+\pL+(?: \pL+)?)?\s*[;.,]?$`)
	inScale  = regexp.MustCompile(`(?i)` + scaleWords)
)

// valueOf writes a value as it must stand: quoted, unless it is a number, a word of TOML or in brackets.
func valueOf(written string) string {
	if written == "" || plainForm.MatchString(written) || written == "true" || written == "false" || strings.ContainsAny(written[:1], `"'[{`) {
		return written
	}
	return strconv.Quote(written)
}

// pastedRow writes the columns of a spreadsheet as a line: the first text is the unit, the first number what
// there is of it, the next the plan, and what has a percent sign the percentage; the plan stands first where the
// percentage says so.
func pastedRow(wrong string) []any {
	unit, numbers, percent := "", []string(nil), ""
	for _, cell := range strings.Split(wrong, "\t") {
		switch number := PlainNumber(cell); {
		case number == "" && unit == "":
			unit, numbers = Slug(cell), nil // a number before it was that of the row
		case strings.HasSuffix(strings.TrimSpace(cell), "%"):
			percent = number
		case number != "":
			numbers = append(numbers, number)
		}
	}
	if unit == "" || len(numbers) == 0 {
		return []any{cmp.Or(unit, "…") + " = …"}
	}
	if len(numbers) == 1 && percent == "" {
		return []any{unit + " = " + numbers[0]}
	}
	if len(numbers) == 2 && share(numbers[1], numbers[0], percent) {
		slices.Reverse(numbers)
	}
	cell := "value = " + numbers[0]
	if len(numbers) > 1 {
		cell += ", plan = " + numbers[1]
	}
	if percent != "" {
		cell += ", percent = " + percent
	}
	return []any{unit + " = { " + cell + " }"}
}

// share reports whether a is so many percent of b, as far as a rounded percentage tells.
func share(a, b, percent string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	p, errP := strconv.ParseFloat(percent, 64)
	return errX == nil && errY == nil && errP == nil && y != 0 && math.Abs(100*x/y-p) < 1
}
