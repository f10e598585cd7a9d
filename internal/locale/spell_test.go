package locale

import (
	"math/rand/v2"
	"testing"
	"time"

	"minhbach/internal/decimal"
	"minhbach/internal/locale/hear"
)

// tricky are numbers as a Vietnamese announcer reads them, written down by hand.
var tricky = [][3]string{
	{"0", "không", "zero"},
	{"1", "một", "one"},
	{"4", "bốn", "four"},
	{"5", "năm", "five"},
	{"10", "mười", "ten"},
	{"11", "mười một", "eleven"},
	{"14", "mười bốn", "fourteen"},
	{"15", "mười lăm", "fifteen"},
	{"20", "hai mươi", "twenty"},
	{"21", "hai mươi mốt", "twenty-one"},
	{"24", "hai mươi tư", "twenty-four"},
	{"25", "hai mươi lăm", "twenty-five"},
	{"31", "ba mươi mốt", "thirty-one"},
	{"44", "bốn mươi tư", "forty-four"},
	{"50", "năm mươi", "fifty"},
	{"55", "năm mươi lăm", "fifty-five"},
	{"91", "chín mươi mốt", "ninety-one"},
	{"100", "một trăm", "one hundred"},
	{"101", "một trăm linh một", "one hundred and one"},
	{"104", "một trăm linh bốn", "one hundred and four"},
	{"105", "một trăm linh năm", "one hundred and five"},
	{"110", "một trăm mười", "one hundred and ten"},
	{"111", "một trăm mười một", "one hundred and eleven"},
	{"115", "một trăm mười lăm", "one hundred and fifteen"},
	{"121", "một trăm hai mươi mốt", "one hundred and twenty-one"},
	{"279", "hai trăm bảy mươi chín", "two hundred and seventy-nine"},
	{"505", "năm trăm linh năm", "five hundred and five"},
	{"555", "năm trăm năm mươi lăm", "five hundred and fifty-five"},
	{"999", "chín trăm chín mươi chín", "nine hundred and ninety-nine"},
	{"1000", "một nghìn", "one thousand"},
	{"1001", "một nghìn không trăm linh một", "one thousand and one"},
	{"1005", "một nghìn không trăm linh năm", "one thousand and five"},
	{"1010", "một nghìn không trăm mười", "one thousand and ten"},
	{"1100", "một nghìn một trăm", "one thousand one hundred"},
	{"2023", "hai nghìn không trăm hai mươi ba", "two thousand and twenty-three"},
	{"5005", "năm nghìn không trăm linh năm", "five thousand and five"},
	{"10000", "mười nghìn", "ten thousand"},
	{"11383", "mười một nghìn ba trăm tám mươi ba", "eleven thousand three hundred and eighty-three"},
	{"15015", "mười lăm nghìn không trăm mười lăm", "fifteen thousand and fifteen"},
	{"21021", "hai mươi mốt nghìn không trăm hai mươi mốt", "twenty-one thousand and twenty-one"},
	{"32670", "ba mươi hai nghìn sáu trăm bảy mươi", "thirty-two thousand six hundred and seventy"},
	{"100000", "một trăm nghìn", "one hundred thousand"},
	{"104004", "một trăm linh bốn nghìn không trăm linh bốn", "one hundred and four thousand and four"},
	{"1000000", "một triệu", "one million"},
	{"1000500", "một triệu không nghìn năm trăm", "one million five hundred"},
	{"1500000", "một triệu năm trăm nghìn", "one million five hundred thousand"},
	{"1000001", "một triệu không nghìn không trăm linh một", "one million and one"},
	{"1005000", "một triệu không trăm linh năm nghìn", "one million five thousand"},
	{"700000231", "bảy trăm triệu không nghìn hai trăm ba mươi mốt", "seven hundred million two hundred and thirty-one"},
	{"1000000000", "một tỷ", "one billion"},
	{"1000000005", "một tỷ không triệu không nghìn không trăm linh năm", "one billion and five"},
	{"1500000000", "một tỷ năm trăm triệu", "one billion five hundred million"},
	{"24000000000", "hai mươi tư tỷ", "twenty-four billion"},
	{"1000000000000", "một nghìn tỷ", "one trillion"},
	{"1234567890123", "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn một trăm hai mươi ba", "one trillion two hundred and thirty-four billion five hundred and sixty-seven million eight hundred and ninety thousand one hundred and twenty-three"},
	{"100500000000000", "một trăm nghìn năm trăm tỷ", "one hundred trillion five hundred billion"},
	{"886.3", "tám trăm tám mươi sáu phẩy ba", "eight hundred and eighty-six point three"},
	{"7.4", "bảy phẩy bốn", "seven point four"},
	{"0.5", "không phẩy năm", "zero point five"},
	{"0.05", "không phẩy không năm", "zero point zero five"},
	{"3.14", "ba phẩy mười bốn", "three point one four"},
	{"13.75", "mười ba phẩy bảy mươi lăm", "thirteen point seven five"},
	{"2.105", "hai phẩy một trăm linh năm", "two point one zero five"},
	{"1.2345", "một phẩy hai ba bốn năm", "one point two three four five"},
	{"-3.2", "âm ba phẩy hai", "minus three point two"},
	{"-15", "âm mười lăm", "minus fifteen"},
}

func TestTrickyNumbersAreReadAsAnAnnouncerReadsThem(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for _, c := range tricky {
		d, err := decimal.Parse(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]string{vi.Spell(d), en.Spell(d)}; got != [2]string{c[1], c[2]} {
			t.Errorf("%s: got %q", c[0], got)
		}
	}
	if got := vi.Words(1e15) + "; " + en.Words(1e15); got != "một triệu tỷ; one quadrillion" {
		t.Errorf("the greatest: %s", got)
	}
}

func heard(t *testing.T, l *Locale, d decimal.Decimal) {
	t.Helper()
	said := l.Spell(d)
	if n, err := hear.Number(l.Tag(), said); err != nil || n.Cmp(d.Rat()) != 0 {
		t.Fatalf("%s: %s is said %q and heard as %v, %v", l.Tag(), d, said, n, err)
	}
}

func TestEveryNumberIsHeardAsItself(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 279))
	groups := []int64{0, 1, 4, 5, 10, 11, 14, 15, 20, 21, 24, 25, 50, 99, 100, 101, 104, 105, 110, 111, 115, 121, 124, 125, 500, 555, 999}
	for _, tag := range []string{"vi", "en"} {
		l := mustNew(t, tag, "")
		for n := range int64(200_000) {
			heard(t, l, decimal.FromInt(n))
		}
		for _, a := range groups {
			for _, b := range groups {
				for _, c := range groups {
					for _, size := range []int64{1, 1e3, 1e6} {
						heard(t, l, decimal.FromInt((a*1e6+b*1e3+c)*size))
					}
					heard(t, l, decimal.FromInt(a*1e12+b*1e6+c)) // with empty groups between
				}
			}
		}
		for range 200_000 {
			n := random.Int64N(1e15) / []int64{1, 1e3, 1e6, 1e9}[random.IntN(4)]
			heard(t, l, decimal.New(n-random.Int64N(2)*2*n, random.IntN(9)))
		}
	}
}

func TestNoTwoNumbersSoundAlike(t *testing.T) {
	for _, phrase := range []string{
		"", "một triệu năm trăm", "một nghìn năm", "một trăm năm", "hai mươi một", "mười năm", "một trăm linh", "năm năm", "hai phẩy", "trăm", "mốt", "một tỷ năm",
	} {
		if n, err := hear.Number("vi", phrase); err == nil {
			t.Errorf("%q is heard as %v", phrase, n)
		}
	}
	for _, phrase := range []string{"", "one hundred five", "twenty ten", "two point", "one hundred and", "twenty-zero"} {
		if n, err := hear.Number("en", phrase); err == nil {
			t.Errorf("%q is heard as %v", phrase, n)
		}
	}
}

func TestDaysAreReadAsAnAnnouncerReadsThem(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for _, c := range []struct {
		y      int
		m      time.Month
		d      int
		vi, en string
	}{
		{2023, time.April, 21, "ngày hai mươi mốt tháng tư năm hai nghìn không trăm hai mươi ba", "the twenty-first of April two thousand and twenty-three"},
		{1945, time.September, 2, "ngày mùng hai tháng chín năm một nghìn chín trăm bốn mươi lăm", "the second of September nineteen forty-five"},
		{2030, time.January, 10, "ngày mùng mười tháng một năm hai nghìn không trăm ba mươi", "the tenth of January two thousand and thirty"},
		{2024, time.December, 15, "ngày mười lăm tháng mười hai năm hai nghìn không trăm hai mươi tư", "the fifteenth of December two thousand and twenty-four"},
		{2021, time.May, 30, "ngày ba mươi tháng năm năm hai nghìn không trăm hai mươi mốt", "the thirtieth of May two thousand and twenty-one"},
	} {
		if got := vi.SpellDate(c.y, c.m, c.d); got != c.vi {
			t.Errorf("got %q, want %q", got, c.vi)
		}
		if got := en.SpellDate(c.y, c.m, c.d); got != c.en {
			t.Errorf("got %q, want %q", got, c.en)
		}
	}
}

func TestDocumentsAreReadAsAnAnnouncerReadsThem(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for _, c := range [][4]string{
		{"Báo cáo", "279/BC-HĐND", "Báo cáo số hai trăm bảy mươi chín của Hội đồng nhân dân", ""},
		{"Nghị quyết", "36/NQ-HĐND", "Nghị quyết số ba mươi sáu của Hội đồng nhân dân", ""},
		{"Kế hoạch", "259/KH-HĐND", "Kế hoạch số hai trăm năm mươi chín của Hội đồng nhân dân", ""},
		{"Quyết định", "05/2024/QĐ-UBND", "Quyết định số năm, năm hai nghìn không trăm hai mươi tư của Ủy ban nhân dân", ""},
		{"Thông tư", "12/2023/TT-BTC", "Thông tư số mười hai, năm hai nghìn không trăm hai mươi ba của Bộ Tài chính", ""},
		{"Thông tư", "12/2023/TT-BGD", "Thông tư số mười hai, năm hai nghìn không trăm hai mươi ba, bê giê dê", ""},
		{"Văn bản", "2702", "Văn bản số hai nghìn bảy trăm linh hai", ""},
		{"Report", "279/BC-HĐND", "", "Report number two hundred and seventy-nine of the People's Council"},
	} {
		if got := vi.SpellDocument(c[0], c[1]); c[2] != "" && got != c[2] {
			t.Errorf("got %q, want %q", got, c[2])
		}
		if got := en.SpellDocument(c[0], c[1]); c[3] != "" && got != c[3] {
			t.Errorf("got %q, want %q", got, c[3])
		}
	}
}
