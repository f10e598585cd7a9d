package locale

import (
	"strings"
	"unicode"
)

// abbreviations are read out in full, not letter by letter: first Vietnamese, then English.
var abbreviations = map[string][2]string{
	// kinds of document
	"NQ": {"nghị quyết", "resolution"}, "BC": {"báo cáo", "report"}, "KH": {"kế hoạch", "plan"}, "QĐ": {"quyết định", "decision"},
	"HD": {"hướng dẫn", "guidance"}, "CT": {"chỉ thị", "directive"}, "TB": {"thông báo", "notice"}, "TTr": {"tờ trình", "submission"},
	"TT": {"thông tư", "circular"}, "NĐ": {"nghị định", "decree"}, "CV": {"công văn", "letter"}, "KL": {"kết luận", "conclusion"},
	"CTr": {"chương trình", "programme"}, "ĐA": {"đề án", "scheme"}, "PA": {"phương án", "plan"}, "BB": {"biên bản", "minutes"},
	// who issues them
	"HĐND": {"Hội đồng nhân dân", "People's Council"}, "UBND": {"Ủy ban nhân dân", "People's Committee"},
	"TTHĐND": {"Thường trực Hội đồng nhân dân", "Standing Body of the People's Council"},
	"UBMTTQ": {"Ủy ban Mặt trận Tổ quốc", "Fatherland Front Committee"}, "MTTQ": {"Mặt trận Tổ quốc", "Fatherland Front"},
	"CP": {"Chính phủ", "Government"}, "TTg": {"Thủ tướng Chính phủ", "Prime Minister"}, "QH": {"Quốc hội", "National Assembly"},
	"UBTVQH": {"Ủy ban Thường vụ Quốc hội", "National Assembly Standing Committee"}, "BTC": {"Bộ Tài chính", "Ministry of Finance"},
	// places and things
	"TP": {"thành phố", "city"}, "TX": {"thị xã", "town"}, "KTKT": {"kinh tế kỹ thuật", "economic and technical"},
	"KT": {"kinh tế", "economy"}, "XH": {"xã hội", "society"}, "KTXH": {"kinh tế xã hội", "economy and society"},
	"THCS": {"trung học cơ sở", "lower secondary"}, "THPT": {"trung học phổ thông", "upper secondary"}, "TDP": {"tổ dân phố", "residential group"},
	"GPMB": {"giải phóng mặt bằng", "site clearance"}, "NTM": {"nông thôn mới", "new rural area"}, "OCOP": {"ô cốp", "O C O P"},
	"BHYT": {"bảo hiểm y tế", "health insurance"}, "BHXH": {"bảo hiểm xã hội", "social insurance"}, "HTX": {"hợp tác xã", "cooperative"},
	"QSDĐ": {"quyền sử dụng đất", "land use right"}, "CNTT": {"công nghệ thông tin", "information technology"},
	"ANTT": {"an ninh trật tự", "public order"}, "ATGT": {"an toàn giao thông", "traffic safety"}, "VSMT": {"vệ sinh môi trường", "sanitation"},
	// units of measure
	"km": {"ki lô mét", "kilometres"}, "m": {"mét", "metres"}, "m²": {"mét vuông", "square metres"}, "m2": {"mét vuông", "square metres"},
	"m³": {"mét khối", "cubic metres"}, "m3": {"mét khối", "cubic metres"}, "km²": {"ki lô mét vuông", "square kilometres"},
	"km2": {"ki lô mét vuông", "square kilometres"}, "ha": {"héc ta", "hectares"}, "kg": {"ki lô gam", "kilograms"},
	"kWh": {"ki lô oát giờ", "kilowatt hours"}, "đ": {"đồng", "dong"}, "₫": {"đồng", "dong"}, "VND": {"đồng", "dong"}, "VNĐ": {"đồng", "dong"},
}

// bodies are the abbreviations of who issues a document, which end its number.
var bodies = map[string]bool{
	"HĐND": true, "UBND": true, "TTHĐND": true, "UBMTTQ": true, "MTTQ": true, "CP": true, "TTg": true, "QH": true, "UBTVQH": true, "BTC": true,
}

// viLetters are the names of the letters; those of English are the letters themselves.
var viLetters = map[rune]string{
	'A': "a", 'Ă': "á", 'Â': "ớ", 'B': "bê", 'C': "xê", 'D': "dê", 'Đ': "đê", 'E': "e", 'Ê': "ê", 'F': "ép", 'G': "giê", 'H': "hát", 'I': "i",
	'J': "gi", 'K': "ca", 'L': "lờ", 'M': "mờ", 'N': "nờ", 'O': "o", 'Ô': "ô", 'Ơ': "ơ", 'P': "pê", 'Q': "quy", 'R': "rờ", 'S': "ét", 'T': "tê",
	'U': "u", 'Ư': "ư", 'V': "vê", 'W': "vê kép", 'X': "ích", 'Y': "y", 'Z': "dét",
}

// expand returns what an abbreviation stands for.
func (l *Locale) expand(s string) (string, bool) {
	both, ok := abbreviations[s]
	if l.tag == "en" {
		return both[1], ok
	}
	return both[0], ok
}

// letters reads s letter by letter.
func (l *Locale) letters(s string) string {
	var said []string
	for _, r := range s {
		r = unicode.ToUpper(r)
		name := string(r)
		if vi, ok := viLetters[r]; ok && l.tag != "en" {
			name = vi
		}
		said = append(said, name)
	}
	return strings.Join(said, " ")
}

// SpellDocument reads a document with its number as an announcer does, without the strokes: the number in words, a
// year in it as a year, whose it is where the number ends in a body; "báo cáo số hai trăm bảy mươi chín của Hội đồng
// nhân dân" for "Báo cáo" and "279/BC-HĐND". What stands for the kind is not said again, and a group of letters that
// stands for nothing known is read letter by letter.
func (l *Locale) SpellDocument(kind, number string) string {
	word := "số"
	if l.tag == "en" {
		word = "number"
	}
	kind = l.Aloud(kind)
	return strings.TrimSpace(kind+" "+word) + " " + l.documentNumber(kind, number)
}

// documentNumber is the number alone, behind words that say the kind.
func (l *Locale) documentNumber(before, number string) string {
	of := "của"
	if l.tag == "en" {
		of = "of the"
	}
	said := ""
	parts := strings.FieldsFunc(number, func(r rune) bool { return r == '/' || r == '-' || r == '–' || unicode.IsSpace(r) })
	for i, part := range parts {
		full, known := l.expand(part)
		switch {
		case strings.Trim(part, "0123456789") == "":
			if i > 0 {
				said += ","
			}
			if i > 0 && len(part) == 4 && l.tag != "en" {
				said += " năm"
			}
			said += " " + l.wholeNumber(part)
		case known && strings.Contains(strings.ToLower(before), strings.ToLower(full)):
		case known && bodies[part] && i == len(parts)-1:
			said += " " + of + " " + full
		default:
			said += ", " + l.Aloud(part)
		}
	}
	return strings.TrimLeft(said, ", ")
}
