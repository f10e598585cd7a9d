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

// viWords reads from the greatest power down. What follows a power is read in full, so that 1.005 is
// "một nghìn không trăm linh năm".
func viWords(n uint64) string {
	for _, p := range []struct {
		size uint64
		name string
	}{{1e9, " tỷ"}, {1e6, " triệu"}, {1e3, " nghìn"}} {
		if n >= p.size {
			return viWords(n/p.size) + p.name + viRest(n%p.size, p.size)
		}
	}
	if n >= 100 {
		return viHundreds(n)
	}
	return viTens(n)
}

// viRest reads n below a power that was read before it. Empty groups of three digits are left out.
func viRest(n, below uint64) string {
	if n == 0 {
		return ""
	}
	if next := below / 1000; next > 1 && n < next {
		return viRest(n, next)
	} else if next > 1 {
		return " " + viHundreds(n/next) + map[uint64]string{1e6: " triệu", 1e3: " nghìn"}[next] + viRest(n%next, next)
	}
	return " " + viHundreds(n)
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
	}{{1e9, " billion"}, {1e6, " million"}, {1e3, " thousand"}, {100, " hundred"}} {
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
