package check

import (
	"regexp"

	"minhbach/internal/diag"
)

// shortened is a number in powers of ten, or in the notations of programmers. A spreadsheet shows 1134567 in a narrow
// column as 1.13E+06; copied from there it is another number, and nobody can see that it is.
var shortened = regexp.MustCompile(`^[-+]?(?:0[xXoObB]|[\d._]+[eE])`)

var ruleShortened = ruleNumber.With(
	diag.Text{VI: "số %s viết rút gọn theo lũy thừa của 10; bảng tính hiện như thế khi cột hẹp, và những chữ số sau có thể đã mất",
		EN: "the number %s is written in powers; a spreadsheet shows it so in a narrow column, and its last digits may be lost"},
	diag.Text{VI: "xem lại trong nguồn rồi viết đủ mọi chữ số, ví dụ 1134567", EN: "look at the source and write all its digits, such as 1134567"})
