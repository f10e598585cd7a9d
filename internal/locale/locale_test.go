package locale

import (
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"minhbach/internal/decimal"
)

func mustNew(t *testing.T, tag, catalog string) *Locale {
	t.Helper()
	l, err := New(tag, []byte(catalog))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func number(t *testing.T, s string) decimal.Decimal {
	t.Helper()
	d, err := decimal.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

const catalog = `{
	"nav": {"home": "Home", "states": {"late": "late"}},
	"units": {"one": "{n} unit of {all}", "other": "{n} units of {all}"},
	"only": {"other": "{n} in any number"},
	"kind": {"one": "first", "other": "else", "third": "third"},
	"css": "a{b c}d{e",
	"value": "{v}"
}`

func TestMessagesAreFilledAndCounted(t *testing.T) {
	en, vi := mustNew(t, "en", catalog), mustNew(t, "vi", catalog)
	for _, c := range []struct{ got, want string }{
		{en.T("nav.home"), "Home"},
		{en.T("nav.states.late"), "late"},
		{en.T("units", "n", 1, "all", 15), "1 unit of 15"},
		{en.T("units", "n", 0, "all", 15), "0 units of 15"},
		{en.T("units", "all", "x", "n", number(t, "1")), "1 unit of x"},
		{vi.T("units", "n", 1, "all", 1500), "1 units of 1.500"},
		{en.T("only", "n", 1), "1 in any number"},
		{en.T("kind.other"), "else"},
		{en.T("value", "v", number(t, "886.3")), "886.3"},
		{vi.T("value", "v", number(t, "886.3")), "886,3"},
		{vi.T("value", "v", "{n}"), "{n}"},
		{vi.T("css"), "a{b c}d{e"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestWhatIsMissingShows(t *testing.T) {
	l := mustNew(t, "vi", catalog)
	for _, c := range []struct{ got, want string }{
		{l.T("nav.nowhere"), "⟦nav.nowhere⟧"},
		{l.T("nav"), "⟦nav⟧"},
		{l.T("units.one"), "⟦units.one⟧"},
		{l.T("value"), "⟦v⟧"},
		{l.T("value", "v"), "⟦v⟧"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestKeysListsEveryMessageOnce(t *testing.T) {
	l := mustNew(t, "en", catalog)
	want := []string{"css", "kind.one", "kind.other", "kind.third", "nav.home", "nav.states.late", "only", "units", "value"}
	if got := l.Keys(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if !l.Has("units") || l.Has("units.one") {
		t.Error("a message in two numbers is one key")
	}
}

func TestACatalogThatCannotBeMeantIsRefused(t *testing.T) {
	for catalog, want := range map[string]string{
		`{"a": "x", "a": "y"}`:          "a stands twice",
		`{"a.b": "x", "a": {"b": "y"}}`: "a.b stands twice",
		`{"a": {"b": 1}}`:               "a.b: found 1",
		`{"a": ["x"]}`:                  "a: found [",
		`"x"`:                           "want a text or an object",
		`{"a": "x"} {}`:                 "after top-level value",
		`{"a": "x"`:                     "unexpected end",
	} {
		if _, err := New("vi", []byte(catalog)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q in it", catalog, err, want)
		}
	}
	if tag := mustNew(t, "en", " ").Tag(); tag != "en" {
		t.Errorf("tag %q", tag)
	}
	if _, err := New("fr", nil); err == nil {
		t.Error("a language without rules was accepted")
	}
}

func TestNumbersAreExactAndGrouped(t *testing.T) {
	for _, c := range []struct{ in, vi, en string }{
		{"0", "0", "0"},
		{"999", "999", "999"},
		{"1100", "1.100", "1,100"},
		{"32670", "32.670", "32,670"},
		{"-1234567.25", "-1.234.567,25", "-1,234,567.25"},
		{"886.3", "886,3", "886.3"},
		{"123456789012345", "123.456.789.012.345", "123,456,789,012,345"},
		{"0.1", "0,1", "0.1"},
	} {
		d := number(t, c.in)
		if vi, en := FormatNumber("vi", d), FormatNumber("en", d); vi != c.vi || en != c.en {
			t.Errorf("%s: got %q and %q, want %q and %q", c.in, vi, en, c.vi, c.en)
		}
	}
	l := mustNew(t, "vi", "")
	if got := l.Percent(number(t, "7.4")) + " " + l.Int(-1100) + " " + l.Number(number(t, "1100")); got != "7,4% -1.100 1.100" {
		t.Errorf("got %q", got)
	}
}

func TestDatesReadAsTheLanguageWritesThem(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for _, c := range []struct{ got, want string }{
		{vi.Date(2023, time.April, 21), "21/4/2023"},
		{en.Date(2023, time.April, 21), "21 April 2023"},
		{vi.MonthYear(2023, time.April), "tháng 4/2023"},
		{en.MonthYear(2023, time.April), "April 2023"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestVietnameseSortsByLetterThenTone(t *testing.T) {
	l := mustNew(t, "vi", "")
	want := []string{"Bắc Hà", "Đại Nài", "Đồng Môn", "Hà Huy Tập", "Nam Hà", "Nguyễn Du", "Tân Giang", "Thạch Hạ", "Tổ 2", "Tổ 10", "Văn Yên"}
	got := slices.Clone(want)
	slices.Sort(got)
	var wg sync.WaitGroup // the pages are rendered by several workers
	for range 4 {
		wg.Go(func() {
			if sorted := slices.SortedFunc(slices.Values(got), l.Compare); !slices.Equal(sorted, want) {
				t.Errorf("got %q, want %q", sorted, want)
			}
		})
	}
	wg.Wait()
	if l.Compare("Tổ 02", "Tổ 2") == 0 {
		t.Error("two different strings have no order")
	}
}

func TestFoldIsWhatAReaderTypes(t *testing.T) {
	decomposed := "Đa\u0323i Na\u0300i"
	for in, want := range map[string]string{
		"Đại Nài": "dai nai", decomposed: "dai nai", "THẠCH QUÝ": "thach quy", "Nguyễn Du": "nguyen du",
		"Ưng, ở Ẩn": "ung, o an", "36/NQ-HĐND": "36/nq-hdnd",
	} {
		if got := Fold(in); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
	if got := string(NFC([]byte(decomposed))); got != "Đại Nài" {
		t.Errorf("NFC: got %q", got)
	}
}

func TestInitialKeepsTheLettersOfTheAlphabet(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for in, want := range map[string][2]string{
		"Đại Nài": {"Đ", "D"}, "ấp Bắc": {"Â", "A"}, "Ẳ": {"Ă", "A"}, "Ồn": {"Ô", "O"}, "ử": {"Ư", "U"}, "Ý": {"Y", "Y"},
		"E\u0302\u0301": {"Ê", "E"}, "Thạch Hạ": {"T", "T"}, "3 tháng": {"#", "#"}, "": {"#", "#"},
	} {
		if got := [2]string{vi.Initial(in), en.Initial(in)}; got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestWordsAreReadAloudCorrectly(t *testing.T) {
	vi, en := mustNew(t, "vi", ""), mustNew(t, "en", "")
	for n, want := range map[int][2]string{
		0:          {"không", "zero"},
		8:          {"tám", "eight"},
		10:         {"mười", "ten"},
		11:         {"mười một", "eleven"},
		14:         {"mười bốn", "fourteen"},
		15:         {"mười lăm", "fifteen"},
		20:         {"hai mươi", "twenty"},
		21:         {"hai mươi mốt", "twenty-one"},
		24:         {"hai mươi tư", "twenty-four"},
		55:         {"năm mươi lăm", "fifty-five"},
		99:         {"chín mươi chín", "ninety-nine"},
		100:        {"một trăm", "one hundred"},
		105:        {"một trăm linh năm", "one hundred and five"},
		115:        {"một trăm mười lăm", "one hundred and fifteen"},
		1000:       {"một nghìn", "one thousand"},
		1005:       {"một nghìn không trăm linh năm", "one thousand and five"},
		11383:      {"mười một nghìn ba trăm tám mươi ba", "eleven thousand three hundred and eighty-three"},
		32670:      {"ba mươi hai nghìn sáu trăm bảy mươi", "thirty-two thousand six hundred and seventy"},
		1000005:    {"một triệu không nghìn không trăm linh năm", "one million and five"},
		1050000:    {"một triệu không trăm năm mươi nghìn", "one million fifty thousand"},
		2000000000: {"hai tỷ", "two billion"},
		-3:         {"âm ba", "minus three"},
	} {
		if got := [2]string{vi.Words(n), en.Words(n)}; got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestMarksTellWordsApartAndNotTheirSpellings(t *testing.T) {
	for _, same := range [][2]string{{"hòa", "HOÀ"}, {"thủy", "thuỷ"}, {"Đại", "Đa\u0323i"}, {"Nguyễn", "nguyễn"}, {"Nam Ha", ""}} {
		if Marks(same[0]) != Marks(same[1]) {
			t.Errorf("%q and %q differ", same[0], same[1])
		}
	}
	for _, other := range [][2]string{{"Hà", "Hạ"}, {"Đông", "Đồng"}, {"Đai", "Dai"}, {"Đài", "Đại"}, {"Tan", "Tân"}} {
		if Marks(other[0]) == Marks(other[1]) {
			t.Errorf("%q and %q have the same marks", other[0], other[1])
		}
	}
}
