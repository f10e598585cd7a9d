package sheet

import "minhbach/internal/diag"

// Rules are the rules Read holds a file to.
var Rules = []*diag.Rule{ruleDamaged, ruleEncoding}

var ruleDamaged = &diag.Rule{
	ID:       "sheet-unreadable",
	Severity: diag.Error,
	Title:    diag.Text{VI: "tệp bảng tính không đọc được", EN: "a spreadsheet that cannot be read"},
	Reason: diag.Text{
		VI: "Máy không đoán: đọc được một phần thì không biết phần còn lại nói gì.",
		EN: "The tool does not guess: of a file that is read in part nobody knows what the rest says.",
	},
	Message: diag.Text{VI: "tệp hỏng, có mật khẩu, hoặc không phải bảng tính .xlsx", EN: "the file is damaged, has a password, or is no .xlsx spreadsheet"},
	Hint:    diag.Text{VI: "mở bằng Excel hoặc LibreOffice, bỏ mật khẩu, rồi lưu lại thành .xlsx", EN: "open it in Excel or LibreOffice, take the password off, and save it as .xlsx"},
	Before:  "mau.xls",
	After:   "mau.xlsx",
}

// The other ways in which a file cannot be read.
var (
	ruleOld = ruleDamaged.With(
		diag.Text{VI: "tệp kiểu Excel cũ (.xls) hoặc có mật khẩu", EN: "the file is of the old kind of Excel (.xls) or has a password"}, ruleDamaged.Hint)
	ruleForm = ruleDamaged.With(
		diag.Text{VI: "không đọc được tệp %q: chỉ nhận .xlsx và .csv", EN: "cannot read a file %q: only .xlsx and .csv are taken"},
		diag.Text{VI: "lưu lại thành .xlsx", EN: "save it as .xlsx"})
	ruleTooLarge = ruleDamaged.With(
		diag.Text{VI: "tệp dài %d MB, quá %d MB", EN: "the file has %d MB, more than %d MB"},
		diag.Text{VI: "bỏ ảnh và những trang tính không liên quan rồi lưu lại", EN: "take out pictures and sheets that do not belong, and save it again"})
	ruleTooMany = ruleDamaged.With(
		diag.Text{VI: "tệp có %d trang tính, quá %d", EN: "the file has %d sheets, more than %d"},
		diag.Text{VI: "chia thành nhiều tệp", EN: "divide it into several files"})
	ruleTooLong = ruleDamaged.With(
		diag.Text{VI: "trang tính có quá %d dòng", EN: "the sheet has more than %d rows"},
		diag.Text{VI: "xóa những dòng thừa ở cuối rồi lưu lại", EN: "delete the rows at its end that do not belong, and save it again"})
	ruleTooWide = ruleDamaged.With(
		diag.Text{VI: "trang tính có %d cột, quá %d", EN: "the sheet has %d columns, more than %d"},
		diag.Text{VI: "xóa những cột thừa bên phải rồi lưu lại", EN: "delete the columns on the right that do not belong, and save it again"})
	ruleQuote = ruleDamaged.With(
		diag.Text{VI: "dấu nháy \" ở dòng %d không có dấu đóng", EN: "a quotation mark \" in line %d has no partner"},
		diag.Text{VI: "bỏ dấu nháy ấy, hoặc lưu lại từ Excel", EN: "take it out, or save the file from Excel again"})
)

var ruleEncoding = &diag.Rule{
	ID:       "sheet-encoding",
	Severity: diag.Error,
	Title:    diag.Text{VI: "tệp .csv lưu bằng bảng mã khác UTF-8", EN: "a .csv file that is not UTF-8"},
	Reason: diag.Text{
		VI: "Đọc sai bảng mã thì chữ có dấu thành ra chữ khác.",
		EN: "Read in the wrong encoding, letters with marks become others.",
	},
	Message: diag.Text{VI: "tệp không phải UTF-8", EN: "the file is not UTF-8"},
	Hint: diag.Text{
		VI: "trong Excel chọn Lưu thành (Save As), kiểu CSV UTF-8; hoặc lưu thành .xlsx",
		EN: "in Excel choose Save As, CSV UTF-8; or save it as .xlsx",
	},
	Before: "(UTF-16, TCVN3, VNI, Windows-1258)",
	After:  "(UTF-8)",
}

var ruleUTF16 = ruleEncoding.With(diag.Text{VI: "tệp lưu bằng UTF-16", EN: "the file is UTF-16"}, ruleEncoding.Hint)
