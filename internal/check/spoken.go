package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// spoken are the states as reports and editors say them, without marks: for hints, never for reading.
var spoken = map[string]string{
	"dang-trien-khai": "in-progress", "dang-thuc-hien": "in-progress", "dang-lam": "in-progress", "dang-thi-cong": "in-progress",
	"chua-bao-cao": "not-stated", "khong-bao-cao": "not-stated", "khong-neu": "not-stated", "chua-neu": "not-stated", "chua-co-so-lieu": "not-stated",
	"trong": "blank", "de-trong": "blank", "bo-trong": "blank", "": "blank", // "-", "–", "…"
	"khong-ap-dung": "not-applicable", "chua-den-han": "not-yet-due", "khong-cong-khai": "withheld", "khong-doc-duoc": "unreadable",
	"da-cong-khai": "publicised-only", "da-xac-dinh": "identified", "dang-chuan-bi": "preparing", "chuan-bi": "preparing",
	"cham": "late", "cham-tien-do": "late", "chua-ban-giao": "not-handed-over", "chua-quyet-toan": "not-settled", "con-no": "in-debt", "no": "in-debt",
}

// stateWord is the state that a text names, as an editor writes it or says it; "" where it names none.
func (c *checker) stateWord(text string) string {
	slug := source.Slug(text)
	if state := spoken[slug]; slices.Contains(figureStates, state) {
		return state
	}
	return c.nearest(slug, figureStates)
}

// vietnameseKeys are keys as somebody writes them who does not know the English ones: for hints.
var vietnameseKeys = map[string][]string{
	"ten": {"name"}, "loai": {"kind"}, "ky": {"period"}, "nguon": {"source", "at"}, "muc": {"at"}, "cho": {"at"}, "ghi-chu": {"note"},
	"tieu-de": {"title"}, "so": {"number", "value"}, "so-hieu": {"number"}, "ngay": {"issued", "as-of", "due"}, "ngay-ban-hanh": {"issued"},
	"gia-tri": {"value"}, "ke-hoach": {"plan"}, "ty-le": {"percent"}, "trang-thai": {"state"}, "don-vi": {"unit", "units"}, "tong": {"total"},
	"noi-dung": {"text"}, "han": {"deadline"}, "ly-do": {"reason"}, "don-vi-tinh": {"unit-of-measure"}, "chi-tieu": {"indicator"}, "chu-de": {"topic"}, "ngon-ngu": {"locale"},
}

// keyInVietnamese is the key that a Vietnamese one stands for, if it is one of known; else "".
func keyInVietnamese(key string, known []string) string {
	for _, k := range vietnameseKeys[source.Slug(key)] {
		if slices.Contains(known, k) {
			return k
		}
	}
	return ""
}

// unseen tells of a word that is not known because a character stands in it that nobody sees.
func (c *checker) unseen(word string, at place) bool {
	i := source.Unseen(word)
	if i < 0 {
		return false
	}
	clean := word
	for j := i; j >= 0; j = source.Unseen(clean) {
		_, size := utf8.DecodeRuneInString(clean[j:])
		clean = clean[:j] + clean[j+size:]
	}
	c.advise(at, ruleUnseen, []any{strings.TrimSpace(clean)}, strings.TrimSpace(clean))
	return true
}

var ruleUnseen = ruleWord.With(
	diag.Text{VI: "trong “%s” có khoảng trắng hoặc ký tự không nhìn thấy, thường theo vào khi chép từ Word, bảng tính hay trang web",
		EN: "a no-break space or an invisible character stands in “%s”; it usually comes along from Word, a spreadsheet or a web page"},
	diag.Text{VI: "xóa đi và gõ lại: %s", EN: "delete it and type anew: %s"})
