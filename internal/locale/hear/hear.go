// Package hear understands spoken numbers: it reads number words back, by itself and from the grammar of the language,
// never from the code that speaks. It is for tests alone, which hold by it that what is read to people over a
// loudspeaker is the number that the data have.
package hear

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
)

// Number reads a whole phrase, "âm tám trăm tám mươi sáu phẩy ba", in the language "vi" or "en". Anything that is no
// number word, or stands where the grammar has no place for it, is an error.
func Number(tag, phrase string) (*big.Rat, error) {
	s := speech{digit: viDigit, minus: "âm", point: "phẩy", whole: viWhole, fraction: viFraction}
	if tag == "en" {
		s = speech{digit: enDigit, minus: "minus", point: "point", whole: enWhole, fraction: enFraction}
	}
	words := strings.Fields(phrase)
	negative := len(words) > 0 && words[0] == s.minus
	if negative {
		words = words[1:]
	}
	before, after, point := cut(words, s.point)
	n, err := s.whole(before)
	if err != nil {
		return nil, fmt.Errorf("%q: %w", phrase, err)
	}
	out := new(big.Rat).SetInt64(n)
	if point {
		digits, err := s.fraction(after)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", phrase, err)
		}
		f, _ := new(big.Rat).SetString("0." + digits)
		out.Add(out, f)
	}
	if negative {
		out.Neg(out)
	}
	return out, nil
}

type speech struct {
	digit        map[string]int64
	minus, point string
	whole        func([]string) (int64, error)
	fraction     func([]string) (string, error)
}

var errPlace = errors.New("a word is not in its place")

// cut parts words at the last w.
func cut(words []string, w string) (before, after []string, found bool) {
	for i := len(words) - 1; i >= 0; i-- {
		if words[i] == w {
			return words[:i], words[i+1:], true
		}
	}
	return words, nil, false
}

func numbered(from int64, words string) map[string]int64 {
	out := map[string]int64{}
	for i, w := range strings.Fields(words) {
		out[w] = from + int64(i)
	}
	return out
}

var viDigit = numbered(0, "không một hai ba bốn năm sáu bảy tám chín")

func viWhole(words []string) (int64, error) {
	if left, right, ok := cut(words, "tỷ"); ok {
		high, err := viWhole(left)
		if err != nil || len(right) == 0 {
			return high * 1e9, err
		}
		low, err := viMillions(right, true)
		return high*1e9 + low, err
	}
	return viMillions(words, false)
}

// viMillions reads below a thousand million. Behind a greater group every group is read in full, also an empty one.
func viMillions(words []string, behind bool) (int64, error) {
	var n int64
	said := behind
	for _, g := range []struct {
		name string
		size int64
	}{{"triệu", 1e6}, {"nghìn", 1e3}} {
		left, right, ok := cut(words, g.name)
		if !ok {
			if said && len(words) > 0 {
				return 0, errPlace // "một triệu năm trăm" is not clear
			}
			continue
		}
		v, err := viGroup(left, said)
		if err != nil {
			return 0, err
		}
		n, words, said = n+v*g.size, right, true
	}
	if len(words) == 0 && said {
		return n, nil
	}
	v, err := viGroup(words, said)
	return n + v, err
}

// viGroup reads three digits; behind another group with its hundreds, unless it is nothing at all.
func viGroup(words []string, behind bool) (int64, error) {
	if behind && len(words) == 1 && words[0] == "không" {
		return 0, nil
	}
	left, right, hundreds := cut(words, "trăm")
	if !hundreds {
		if behind {
			return 0, errPlace
		}
		return viTens(words)
	}
	if len(left) != 1 {
		return 0, errPlace
	}
	h, ok := viDigit[left[0]]
	switch {
	case !ok:
		return 0, errPlace
	case len(right) == 0:
		return h * 100, nil
	case right[0] == "linh" && len(right) == 2 && viDigit[right[1]] > 0:
		return h*100 + viDigit[right[1]], nil
	case right[0] == "linh" || len(right) == 1 && right[0] != "mười":
		return 0, errPlace
	}
	v, err := viTens(right)
	return h*100 + v, err
}

func viTens(words []string) (int64, error) {
	switch {
	case len(words) == 0:
		return 0, errPlace
	case words[0] == "mười" && len(words) == 1:
		return 10, nil
	case words[0] == "mười" && len(words) == 2:
		return unit(10, words[1], map[string]int64{"lăm": 5}, "năm không")
	case len(words) > 1 && words[1] == "mươi" && viDigit[words[0]] > 1:
		n := viDigit[words[0]] * 10
		if len(words) == 2 {
			return n, nil
		} else if len(words) == 3 {
			return unit(n, words[2], map[string]int64{"mốt": 1, "tư": 4, "lăm": 5}, "một bốn năm không")
		}
	case len(words) == 1:
		if v, ok := viDigit[words[0]]; ok {
			return v, nil
		}
	}
	return 0, errPlace
}

// unit adds the last digit, which is called otherwise behind tens; not has the names it may not have there.
func unit(tens int64, word string, special map[string]int64, not string) (int64, error) {
	if v, ok := special[word]; ok {
		return tens + v, nil
	}
	v, ok := viDigit[word]
	if !ok || strings.Contains(" "+not+" ", " "+word+" ") {
		return 0, errPlace
	}
	return tens + v, nil
}

// viFraction reads the decimals: zeros and then a number, or more than three digits one by one.
func viFraction(words []string) (string, error) {
	zeros := 0
	for zeros < len(words) && words[zeros] == "không" && !(zeros+1 < len(words) && words[zeros+1] == "trăm") {
		zeros++
	}
	rest := words[zeros:]
	if n, err := viMillions(rest, false); err == nil && n < 1000 {
		return strings.Repeat("0", zeros) + fmt.Sprint(n), nil
	}
	return digits(viDigit, words)
}

func digits(names map[string]int64, words []string) (string, error) {
	out := ""
	for _, w := range words {
		d, ok := names[w]
		if !ok || d > 9 {
			return "", errPlace
		}
		out += fmt.Sprint(d)
	}
	if out == "" {
		return "", errPlace
	}
	return out, nil
}

var (
	enDigit = numbered(0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	enTen   = numbered(2, "twenty thirty forty fifty sixty seventy eighty ninety")
)

func enWhole(words []string) (int64, error) {
	var n int64
	for _, g := range []struct {
		name string
		size int64
	}{{"quadrillion", 1e15}, {"trillion", 1e12}, {"billion", 1e9}, {"million", 1e6}, {"thousand", 1e3}} {
		left, right, ok := cut(words, g.name)
		if !ok {
			continue
		}
		v, err := enHundreds(left)
		if err != nil {
			return 0, err
		}
		n, words = n+v*g.size, right
		if len(words) == 0 {
			return n, nil
		}
	}
	if n > 0 && words[0] == "and" {
		words = words[1:]
	}
	v, err := enHundreds(words)
	return n + v, err
}

func enHundreds(words []string) (int64, error) {
	var n int64
	if left, right, ok := cut(words, "hundred"); ok {
		if len(left) != 1 || enDigit[left[0]] < 1 || enDigit[left[0]] > 9 {
			return 0, errPlace
		}
		n = enDigit[left[0]] * 100
		if len(right) == 0 {
			return n, nil
		}
		if right[0] != "and" {
			return 0, errPlace
		}
		words = right[1:]
	}
	if len(words) != 1 {
		return 0, errPlace
	}
	if v, ok := enDigit[words[0]]; ok {
		return n + v, nil
	}
	tens, digit, compound := strings.Cut(words[0], "-")
	t, ok := enTen[tens]
	d := enDigit[digit]
	if !ok || compound && (d < 1 || d > 9) {
		return 0, errPlace
	}
	return n + t*10 + d, nil
}

func enFraction(words []string) (string, error) { return digits(enDigit, words) }
