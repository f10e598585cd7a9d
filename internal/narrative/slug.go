package narrative

import (
	"strconv"
	"strings"
	"unicode"
)

// plainLetters are the letters of Vietnamese, each group after the letter it is written as without
// marks. The text is in NFC; marks that stand alone are dropped.
var plainLetters = func() map[rune]rune {
	m := map[rune]rune{}
	for _, group := range []string{
		"aàảãáạăằẳẵắặâầẩẫấậ", "dđ", "eèẻẽéẹêềểễếệ", "iìỉĩíị", "oòỏõóọôồổỗốộơờởỡớợ", "uùủũúụưừửữứự", "yỳỷỹýỵ",
	} {
		plain := rune(group[0])
		for _, r := range group {
			m[r] = plain
		}
	}
	return m
}()

// slug turns a heading into a fragment: "Quyết định điều gì" into "quyet-dinh-dieu-gi".
func slug(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		if plain, ok := plainLetters[r]; ok {
			r = plain
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "-")
}

// reserved are the places that a page has beside its text, so that no heading takes their fragments: a second
// “Nguồn” is nguon-2.
func reserved() ids {
	return ids{"noi-dung": true, "muc-luc": true, "muc-luc-h": true, "nguon": true,
		"bang-ky-hieu": true, "bang-don-vi": true, "bang-nghi-quyet": true, "bang-chi-so": true, "bang-van-ban": true}
}

// ids gives each heading a fragment of its own.
type ids map[string]bool

func (used ids) unique(heading string) string {
	base := slug(heading)
	if base == "" {
		base = "muc"
	}
	id := base
	for n := 2; used[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	used[id] = true
	return id
}
