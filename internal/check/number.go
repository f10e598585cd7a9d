package check

import (
	"regexp"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// holdNumber checks that the decimals can hold a number.
func (c *checker) holdNumber(v *source.Value) {
	if shortened.MatchString(v.Raw) {
		c.find(valueOf(v), ruleShortened, v.Raw)
		return
	}
	if _, err := decimal.Parse(v.Text); err != nil {
		digits := strings.TrimLeft(strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, v.Raw), "0")
		if len(digits) > maxDigits {
			c.find(valueOf(v), ruleManyDigits, v.Raw, len(digits), maxDigits)
			return
		}
		c.find(valueOf(v), ruleNumberForm, v.Raw)
	}
}

// shortened is a number in powers of ten, or in the notations of programmers. A spreadsheet shows 1134567 in a narrow
// column as 1.13E+06; copied from there it is another number, and nobody can see that it is.
var shortened = regexp.MustCompile(`^[-+]?(?:0[xXoObB]|[\d._]+[eE])`)

var ruleShortened = ruleNumber.With(
	diag.Text{VI: "số %s viết rút gọn theo lũy thừa của 10; bảng tính hiện như thế khi cột hẹp, và những chữ số sau có thể đã mất",
		EN: "the number %s is written in powers; a spreadsheet shows it so in a narrow column, and its last digits may be lost"},
	diag.Text{VI: "xem lại trong nguồn rồi viết đủ mọi chữ số, ví dụ 1134567", EN: "look at the source and write all its digits, such as 1134567"})
