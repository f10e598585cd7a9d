package locale

import "strings"

// Words spells n out: "tám", "hai mươi mốt", "mười một nghìn ba trăm tám mươi ba"; in English
// "eight", "twenty-one", "one hundred and five".
func (l *Locale) Words(n int) string {
	spell, minus := viWords, "âm "
	if l.tag == "en" {
		spell, minus = enWords, "minus "
	}
	if n < 0 {
		return minus + spell(-uint64(n))
	}
	return spell(uint64(n))
}

var viDigits = strings.Fields("không một hai ba bốn năm sáu bảy tám chín")

// viWords reads from the greatest group of three digits down. What follows a group is read in full, so that 1.005 is
// "một nghìn không trăm linh năm", and an empty group before another is named: "một triệu năm trăm" would be heard as
// 1.500.000, so 1.000.500 is "một triệu không nghìn năm trăm". Above it all stands tỷ, of which there may be any number.
func viWords(n uint64) string {
	if n < 1000 {
		return viGroup(n, true)
	}
	var said []string
	first := true
	for _, p := range []struct {
		size uint64
		name string
	}{{1e9, "tỷ"}, {1e6, "triệu"}, {1e3, "nghìn"}, {1, ""}} {
		group, rest := n/p.size, n%p.size
		n = rest
		switch {
		case group == 0 && (first || rest == 0):
			continue
		case p.size == 1e9:
			said = append(said, viWords(group), p.name)
		case group == 0 && p.size > 1:
			said = append(said, viDigits[0], p.name)
		default:
			said = append(said, viGroup(group, first), p.name)
		}
		first = false
		if rest == 0 {
			break
		}
	}
	return strings.TrimSpace(strings.Join(said, " "))
}

// viGroup reads three digits; the first of a number without its leading zeros.
func viGroup(n uint64, first bool) string {
	if first && n < 100 {
		return viTens(n)
	}
	return viHundreds(n)
}

// viHundreds reads three digits, leading zeros included.
func viHundreds(n uint64) string {
	s := viDigits[n/100] + " trăm"
	switch rest := n % 100; {
	case rest == 0:
		return s
	case rest < 10:
		return s + " linh " + viDigits[rest]
	default:
		return s + " " + viTens(rest)
	}
}

// viTens reads up to 99: after mười, năm becomes lăm; after mươi, một also becomes mốt and bốn tư.
func viTens(n uint64) string {
	if n < 10 {
		return viDigits[n]
	}
	tens, unit := "mười", viDigits[n%10]
	if n >= 20 {
		tens = viDigits[n/10] + " mươi"
		switch n % 10 {
		case 1:
			unit = "mốt"
		case 4:
			unit = "tư"
		}
	}
	switch n % 10 {
	case 0:
		return tens
	case 5:
		unit = "lăm"
	}
	return tens + " " + unit
}

var (
	enSmall = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	enTens  = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

func enWords(n uint64) string {
	for _, p := range []struct {
		size uint64
		name string
	}{{1e15, " quadrillion"}, {1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}, {100, " hundred"}} {
		if n < p.size {
			continue
		}
		s, rest := enWords(n/p.size)+p.name, n%p.size
		switch {
		case rest == 0:
			return s
		case rest < 100:
			return s + " and " + enWords(rest)
		default:
			return s + " " + enWords(rest)
		}
	}
	switch {
	case n < 20:
		return enSmall[n]
	case n%10 == 0:
		return enTens[n/10-2]
	default:
		return enTens[n/10-2] + "-" + enSmall[n%10]
	}
}
