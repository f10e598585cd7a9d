package sheet

import (
	"regexp"
	"strconv"
	"strings"
)

// shown is what a number looks like.
type shown struct {
	date, percent bool
	thousands     bool // it is divided by a thousand or more
	places        int  // digits behind the point; asHeld for all there are
}

// asHeld are all digits behind the point, or nobody knows how many.
const asHeld = -1

// differs reports whether the screen shows another number than n.
func (s shown) differs(n float64) bool {
	if s.thousands && n != 0 {
		return true
	}
	if s.places == asHeld {
		return false
	}
	places := s.places
	if s.percent {
		places += 2
	}
	_, frac, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	return len(frac) > places
}

// builtin are the digits behind the point of the formats that have a number of their own.
var builtin = map[int]int{1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2, 37: 0, 38: 0, 39: 2, 40: 2, 41: 0, 42: 0, 43: 2, 44: 2}

// lookOf says what a number format shows: those of the file format by their number, others by their letters.
func lookOf(number int, custom *string) shown {
	if custom != nil {
		look := lookOfCode(bareFormat(*custom))
		look.date = look.date || elapsed.MatchString(*custom)
		return look
	}
	look := shown{percent: number == 9 || number == 10, places: asHeld}
	look.date = number >= 14 && number <= 22 || number >= 27 && number <= 36 || number >= 45 && number <= 47 || number >= 50 && number <= 58
	if places, known := builtin[number]; known {
		look.places = places
	}
	return look
}

var (
	elapsed   = regexp.MustCompile(`(?i)\[(?:h+|m+|s+)\]`) // hours, minutes or seconds in all
	digitsOf  = regexp.MustCompile(`[0#?](?:\.([0#?]*))?`)
	inGroups  = regexp.MustCompile(`[0#?],+(?:[^0#?,]|$)`)
	asOtherIs = "/e@" // fractions, exponents, text
)

// lookOfCode reads a format's code, of its parts the first, which is for numbers above 0.
func lookOfCode(code string) shown {
	look := shown{date: strings.ContainsAny(code, "dmyhs"), percent: strings.Contains(code, "%"), places: asHeld}
	code, _, _ = strings.Cut(code, ";")
	if strings.ContainsAny(code, asOtherIs) {
		return look
	}
	look.thousands = inGroups.MatchString(code)
	code = strings.ReplaceAll(code, ",", "")
	if all := digitsOf.FindAllStringSubmatch(code, -1); all != nil {
		look.places = 0
		for _, m := range all {
			look.places = max(look.places, len(m[1]))
		}
	}
	return look
}

// bareFormat is a number format without the words that it prints as they are, in lower case.
func bareFormat(code string) string {
	var b strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quoted:
			quoted = c != '"'
		case bracket:
			bracket = c != ']'
		case c == '"':
			quoted = true
		case c == '[':
			bracket = true
		case c == '\\' || c == '_' || c == '*':
			i++
		default:
			b.WriteByte(c)
		}
	}
	return strings.ReplaceAll(strings.ToLower(b.String()), "general", "")
}
