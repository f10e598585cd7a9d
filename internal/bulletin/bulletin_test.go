package bulletin_test

import (
	"math/big"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"minhbach/internal/bulletin"
	"minhbach/internal/locale"
	"minhbach/internal/locale/hear"
	"minhbach/internal/model"
)

// spoken is what may stand in a text that is read aloud.
func spoken(lang string, r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune(" \n.,;:", r) || lang == "en" && (r == '-' || r == '\'')
}

var capitals = regexp.MustCompile(`\p{Lu}{2}`)

func TestNothingIsLeftThatCannotBeReadAloud(t *testing.T) {
	for name, p := range worlds(t) {
		r, loc := p.derived(t)
		n := 0
		for path, make := range bulletin.Each(r, loc) {
			n++
			text := strings.TrimPrefix(string(make().Text()), "\ufeff")
			for i, c := range text {
				if !spoken(loc.Tag(), c) {
					t.Errorf("%s: %s has %q: …%s", name, path, c, around(text, i))
				}
			}
			if found := capitals.FindStringIndex(text); found != nil {
				t.Errorf("%s: %s has an abbreviation: …%s", name, path, around(text, found[0]))
			}
		}
		if n != len(r.Portal.Units)+1 {
			t.Errorf("%s: %d bulletins for %d units and the place", name, n, len(r.Portal.Units))
		}
	}
}

func around(text string, i int) string {
	from, to := max(0, i-40), min(len(text), i+40)
	for from > 0 && !utf8.RuneStart(text[from]) {
		from--
	}
	return strings.ToValidUTF8(text[from:to], "")
}

// number hears the number at the beginning of what is said of a figure, behind its colon; what it counts follows.
func number(t *testing.T, loc *locale.Locale, i *model.Indicator, said string) *big.Rat {
	t.Helper()
	said, _, _ = strings.Cut(said, ",")
	said, _, _ = strings.Cut(said, ";")
	said = strings.TrimPrefix(strings.TrimSuffix(said, "."), "bằng ")
	n, err := hear.Number(loc.Tag(), strings.TrimSuffix(said, " "+loc.AloudMeasure(i.UnitMeasure)))
	if err != nil {
		t.Errorf("%s: %v", i.ID, err)
		return new(big.Rat)
	}
	return n
}

func TestEveryNumberToldIsThatOfTheData(t *testing.T) {
	told := 0
	for name, p := range worlds(t) {
		r, loc := p.derived(t)
		for path, make := range bulletin.Each(r, loc) {
			for _, l := range make().Lines {
				f := l.Figure
				if f == nil {
					continue
				}
				_, said, found := cutLast(l.Text, ": ")
				switch {
				case !found:
					t.Errorf("%s: %s: %q says nothing", name, path, l.Text)
				case f.Value != nil:
					told++
					if n := number(t, loc, f.Table.Indicator, said); n.Cmp(f.Value.Rat()) != 0 {
						t.Errorf("%s: %s: %q is heard as %v, want %v", name, path, l.Text, n, f.Value)
					}
				case f.Percent == nil && !strings.HasPrefix(strings.ToLower(said), strings.ToLower(loc.T("state."+string(stated(f))))):
					t.Errorf("%s: %s: %q does not say %s", name, path, l.Text, f.State)
				}
				for key, want := range map[string]bool{"bulletin.plan": f.Plan != nil && !f.Table.PlannedElsewhere(), "bulletin.percent": f.Value != nil && f.Percent != nil} {
					if begin := begins(loc, key); strings.Contains(said, begin) != want {
						t.Errorf("%s: %s: %q and %s: want %v", name, path, l.Text, begin, want)
					}
				}
				if f.Plan != nil {
					if _, plan, ok := strings.Cut(said, begins(loc, "bulletin.plan")); ok && number(t, loc, f.Table.Indicator, plan).Cmp(f.Plan.Rat()) != 0 {
						t.Errorf("%s: %s: %q: the plan is %v", name, path, l.Text, f.Plan)
					}
				}
			}
		}
	}
	if told < 60 {
		t.Errorf("only %d numbers told: the test looks at too little", told)
	}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// begins is the beginning of a message, up to what it is filled with.
func begins(loc *locale.Locale, key string) string {
	text, _, _ := strings.Cut(loc.T(key, "plan", "|", "percent", "|"), "|")
	return text
}

func stated(f *model.Figure) model.State {
	if f.State == model.Reported {
		return model.Told
	}
	return f.State
}

func TestABulletinTakesTwoMinutesAtMostAndSaysHowLong(t *testing.T) {
	for name, p := range worlds(t) {
		flood := strings.Contains(name, "flood") // the names in its frame alone take longer
		for _, b := range p.bulletins(t) {
			words := 0
			for _, l := range b.Lines {
				words += len(strings.Fields(l.Text))
			}
			said, _, _ := strings.Cut(b.Length, ",")
			if n, err := hear.Number(p.lang(), strings.NewReplacer("Dài khoảng ", "", " chữ", "", "About ", "", " words", "").Replace(said)); err != nil || n.Cmp(big.NewRat(int64(words), 1)) != 0 {
				t.Errorf("%s: %s: %q, %d words, %v", name, b.Path, b.Length, words, err)
			}
			if words != b.Words() || words > 260 && !flood || words < 60 {
				t.Errorf("%s: %s: %d words, said to be %d, want at most 260", name, b.Path, words, b.Words())
			}
		}
	}
}

func TestWhatAUnitContestsIsToldBesideIt(t *testing.T) {
	text := string(contested(t).of(t, "thach-quy").Text())
	for _, want := range []string{
		"một trăm bảy mươi ba triệu đồng, báo cáo ghi sáu phần trăm; đơn vị có ý kiến khác, nêu con số một nghìn bảy trăm ba mươi phẩy năm triệu đồng.",
		"Phường Thạch Quý có ý kiến khác về một điều báo cáo nêu.",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if text := string(contested(t).of(t, "tran-phu").Text()); !strings.Contains(text, "đang triển khai; đơn vị có ý kiến khác về con số này.") {
		t.Errorf("a state that is contested:\n%s", text)
	}
	if strings.Contains(string(own(t).of(t, "thach-quy").Text()), "ý kiến khác") {
		t.Error("nobody contests anything, and the bulletin says so")
	}
}

func TestNobodysAuthorityIsBorrowed(t *testing.T) {
	const claim = "không phải văn bản của Hội đồng nhân dân thành phố Hà Tĩnh"
	p := own(t)
	if text := string(p.of(t, "thach-quy").Text()); !strings.Contains(text, claim) {
		t.Errorf("the bulletin does not say whose it is not:\n%s", text)
	}
	p = p.with(t, "data/portal.toml", "official   = false", "official   = true")
	if text := string(p.of(t, "thach-quy").Text()); strings.Contains(text, claim) || !strings.Contains(text, "do Minh Bạch phát hành") {
		t.Errorf("the bulletin of the council itself:\n%s", text)
	}
}

func TestWhatFindsNoRoomIsLeftAndSaidToBeLeft(t *testing.T) {
	full, short := own(t).of(t, "thach-quy"), own(t).of(t, "van-yen")
	if full.Left == 0 || !strings.Contains(string(full.Text()), "Những điều chưa đọc ở đây") {
		t.Errorf("%d left:\n%s", full.Left, full.Text())
	}
	if short.Left != 0 || strings.Contains(string(short.Text()), "chưa đọc") {
		t.Errorf("%d left:\n%s", short.Left, short.Text())
	}
}

// A state must never be heard as a number.
func TestAStateIsNeverHeardAsZero(t *testing.T) {
	r, loc := own(t).derived(t)
	states := 0
	for path, make := range bulletin.Each(r, loc) {
		for _, l := range make().Lines {
			if l.Figure == nil || l.Figure.Value != nil {
				continue
			}
			states++
			if _, said, _ := cutLast(l.Text, ": "); strings.HasPrefix(said, "bằng không") {
				t.Errorf("%s: %q", path, l.Text)
			}
		}
	}
	if states < 10 {
		t.Errorf("only %d states told", states)
	}
}
