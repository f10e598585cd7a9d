package intake

import "minhbach/internal/diag"

// Rules are the rules a filled form is held to.
var Rules = []*diag.Rule{ruleTable, ruleHead, ruleExtra, ruleUnit, ruleTwice, ruleTotal, ruleNumber, ruleState, ruleBoth, ruleCleared, rulePublished, ruleNotWords,
	rulePlace, ruleMerged, ruleHidden, ruleFormula, ruleIgnored}

func text(vi, en string) diag.Text { return diag.Text{VI: vi, EN: en} }

// rule is an error; the example before and after is one of a spreadsheet, told in words.
func rule(id string, title, reason, message, hint diag.Text) *diag.Rule {
	return &diag.Rule{ID: id, Severity: diag.Error, Title: title, Reason: reason, Message: message, Hint: hint}
}

// shown gives a rule its example.
func shown(r *diag.Rule, before, after string) *diag.Rule {
	r.Before, r.After = before, after
	return r
}

func warning(r *diag.Rule) *diag.Rule {
	r.Severity = diag.Warning
	return r
}

var ruleTable = shown(rule("sheet-table",
	text("không biết trang tính là của bảng nào", "a sheet of no known table"),
	text("Ghi nhầm bảng thì mọi con số đều sai.", "Put into another table every figure is wrong."),
	text("không biết trang tính này là của bảng số liệu nào", "nobody knows which figures table this sheet is of"),
	text("ghi mã bảng ở dòng “Mã bảng” phía trên, hoặc thêm --table MÃ; các bảng: %s", "write the table's id in the line “Table id” above, or add --table ID; the tables: %s")),
	"Mã bảng |", "Mã bảng | trees-planted")

var (
	ruleNoTable = ruleTable.With(
		text("báo cáo %s không có bảng %q", "the report %s has no table %q"),
		text("thêm vào một tệp của data/reports/%s/ ba dòng: [figures.%s], period = \"MÃ-KỲ\", at = \"MỤC\", rồi chạy lại; các bảng đã có: %s",
			"add to a file of data/reports/%s/ three lines: [figures.%s], period = \"PERIOD\", at = \"PLACE\", and run again; the tables there are: %s"))
	ruleOtherReport = ruleTable.With(
		text("trang tính này là của báo cáo %q, không phải %q", "this sheet is of the report %q and not of %q"),
		text("chạy với --report %s, hoặc dùng mẫu của báo cáo kia", "run with --report %s, or use the form of the other report"))
	ruleTableTwice = ruleTable.With(
		text("bảng %q có ở hai trang tính: %s và trang này", "the table %q stands in two sheets: %s and this one"),
		text("giữ lại một trang tính", "keep one of the two"))
	ruleOtherTable = ruleTable.With(
		text("tệp không có trang tính nào của bảng %q", "no sheet of the file is of the table %q"),
		text("xem mã bảng ở dòng “Mã bảng” của từng trang tính", "see the line “Table id” of each sheet"))
)

var ruleHead = shown(rule("sheet-head",
	text("không nhận ra tiêu đề cột", "heads of columns that are not known"),
	text("Cột được nhận theo tên; đoán một cột là đoán mọi số trong cột.", "Columns are known by their heads; to guess one is to guess all its figures."),
	text("không tìm thấy dòng tiêu đề cột", "there is no row of heads"),
	text("cần một dòng có cột “Mã” hoặc “Đơn vị” và ít nhất một cột trong: %s", "a row needs a head “Id” or “Unit” and one at least of: %s")),
	"Đơn vị | SL", "Đơn vị | Số liệu")

var (
	ruleLostHead = ruleHead.With(
		text("không có cột “%s”, mà có cột lạ %q", "there is no column “%s”, but an unknown one, %q"),
		text("nếu là cột ấy thì đặt lại tên “%s”; nếu không thì xóa cột lạ", "if it is that one, name it “%s” again; if not, delete it"))
	ruleSameHead = ruleHead.With(
		text("hai cột cùng tên %q: %s và ô này", "two columns are called %q: %s and this one"),
		text("xóa hoặc đổi tên một cột", "delete or rename one of them"))
)

var ruleExtra = warning(shown(rule("sheet-extra-column",
	text("cột thêm không được đọc", "an added column that is not read"),
	text("Điều ghi ở cột thêm thì không lên trang.", "What stands in an added column is not published."),
	text("cột %q không có trong mẫu nên không được đọc", "the form has no column %q; it is not read"),
	text("điều cần lên trang thì chuyển sang cột “Ghi chú”", "move to the column “Note” what is to be published")),
	"Đơn vị | Số liệu | Người nhập", "Đơn vị | Số liệu"))

var ruleUnit = shown(rule("sheet-unit",
	text("không nhận ra đơn vị", "a unit that is not known"),
	text("Số ghi nhầm đơn vị là nói sai về cả hai đơn vị.", "A figure put to another unit is wrong of both."),
	text("không có đơn vị %q", "there is no unit %q"),
	text("có phải “%s”?", "did you mean “%s”?")),
	"Thạch Hà | 11383", "Thạch Hạ | 11383")

var (
	ruleUnitOf = ruleUnit.With(
		text("%q có thể là nhiều đơn vị", "%q may be several units"),
		text("ghi mã đơn vị ở cột “Mã”: %s", "write the unit's id in the column “Id”: %s"))
	ruleNoUnit = ruleUnit.With(
		text("dòng có số liệu mà không có tên đơn vị", "a row with figures names no unit"),
		text("ghi mã hoặc tên đơn vị, hoặc xóa dòng", "write the unit's id or name, or delete the row"))
	ruleDisagree = ruleUnit.With(
		text("mã %q là của %s, nhưng tên ghi là %q", "the id %q is of %s, but the name is %q"),
		text("sửa mã hoặc tên cho khớp", "mend the id or the name"))
	ruleSkipped = warning(ruleUnit.With(
		text("dòng %q không phải đơn vị và không có số liệu nên không được đọc", "the row %q is no unit and has no figures; it is not read"),
		text("nếu là một đơn vị thì sửa lại tên", "if it is a unit, mend its name")))
)

var ruleTwice = shown(rule("sheet-unit-twice",
	text("một đơn vị có hai dòng", "a unit with two rows"),
	text("Không biết dòng nào đúng.", "Nobody knows which of the two is meant."),
	text("%s đã có ở %s", "%s stands already in %s"),
	text("giữ lại một dòng", "keep one of the rows")),
	"Thạch Hạ | 11383; Thạch Hạ | 11338", "Thạch Hạ | 11383")

var ruleTotal = shown(rule("sheet-total",
	text("dòng tổng trong mẫu", "a row of totals in the form"),
	text("Tổng trên trang là tổng mà nguồn công bố, không phải tổng do người nhập tự cộng.", "The total on the site is the one the source publishes, not one that was added up in a spreadsheet."),
	text("dòng %q là dòng tổng: mẫu chỉ nhận số của từng đơn vị", "the row %q is a total: the form takes figures of units only"),
	text("xóa dòng này; tổng in trong nguồn thì ghi vào %s, mục [figures.%s]: total = …", "delete the row; write the total the source prints into %s, under [figures.%s]: total = …")),
	"Tổng cộng | 32670", "total = 32670")

var ruleNumber = shown(rule("sheet-number",
	text("ô không đọc được thành một con số", "a cell that is no one number"),
	text("Chỉ nhận ô đọc được theo đúng một cách: đọc nhầm dấu chấm, dấu phẩy là sai đi nghìn lần.", "Only a cell with one reading is taken: a misread point or comma is wrong by a factor of a thousand."),
	text("%q không phải là số", "%q is no number"),
	text("ghi con số, ví dụ %s; không có số thì để trống và chọn ở cột “Tình trạng”", "write the number, such as %s; without one leave the cell empty and choose a state")),
	"1,100", "1.100")

var (
	ruleAmbiguous = ruleNumber.With(
		text("%q có thể đọc thành hai số khác nhau, hoặc không theo cách viết số của nguồn", "%q can be read as two numbers, or is not how the source's language writes one"),
		text("viết theo cách của nguồn, ví dụ %s, hoặc chỉ gõ chữ số", "write it as the source's language does, such as %s, or in digits alone"))
	ruleTwo = ruleNumber.With(
		text("%q có hai con số trong một ô", "%q is two numbers in one cell"),
		text("tách ra: mỗi con số một ô (ví dụ %s), tỷ lệ ở cột “Tỷ lệ (%%)”, cách in ở cột “Nguyên văn”", "divide it: one number a cell (such as %s), the percentage in its column, how it is printed under “As printed”"))
	ruleNought = ruleNumber.With(
		text("%q có thể là số 0, là không nêu, hoặc là không có đối tượng", "%q may be 0, not stated, or nobody eligible"),
		text("nguồn ghi số 0 thì ghi 0; nếu không thì để trống và chọn ở cột “Tình trạng” (số viết như %s)", "write 0 where the source does; else leave the cell empty and choose a state (a number looks like %s)"))
	ruleDate = ruleNumber.With(
		text("ô này là ngày tháng (%s): phần mềm bảng tính đã tự đổi điều được gõ", "the cell holds a date (%s): the spreadsheet program changed what was typed"),
		text("đặt kiểu ô là Chung (General), rồi gõ lại con số, ví dụ %s", "set the cell's format to General and type the number again, such as %s"))
	ruleFault = ruleNumber.With(
		text("công thức trong ô bị lỗi: %s", "the formula in the cell failed: %s"),
		text("gõ con số của nguồn thay cho công thức, ví dụ %s", "type the source's number in place of the formula, such as %s"))
	rulePercent = ruleNumber.With(
		text("ô đang hiện tỷ lệ phần trăm, máy giữ là %s", "the cell shows a percentage and holds %s"),
		text("đặt kiểu ô là Chung (General), gõ lại con số, ví dụ %s; tỷ lệ thì ghi ở cột “Tỷ lệ (%%)”", "set the cell's format to General and type the number again, such as %s; a percentage goes into its own column"))
	ruleShown = ruleNumber.With(
		text("ô giữ %s nhưng màn hình hiện số khác, do kiểu ô làm tròn hoặc rút gọn hàng nghìn", "the cell holds %s and shows another number: its format rounds it, or leaves thousands out"),
		text("đặt kiểu ô là Chung (General), rồi gõ con số đúng như nguồn in, ví dụ %s", "set the cell's format to General and type the number as the source prints it, such as %s"))
	ruleForeign = ruleNumber.With(
		text("%q có thể đọc thành hai số: dấu phân cách của tệp .csv này cho thấy máy lưu nó viết dấu thập phân theo lối khác với nguồn",
			"%q can be read as two numbers: the separator of this .csv shows that it was saved by a program which does not write decimals as the source does"),
		text("lưu lại thành .xlsx, hoặc chỉ gõ chữ số, không có dấu hàng nghìn (nguồn viết như %s)", "save it as .xlsx, or write digits alone, without a sign for thousands (the source writes %s)"))
	ruleComputed = ruleNumber.With(
		text("%s có quá 15 chữ số: đây là phần lẻ do máy tính ra", "%s has more than 15 digits: it is what a computation left"),
		text("gõ con số đúng như nguồn in, ví dụ %s", "type the number as the source prints it, such as %s"))
	ruleLong = ruleNumber.With(
		text("%q dài quá 15 chữ số, hoặc không theo cách viết số của nguồn", "%q has more than 15 digits, or is not how the source's language writes a number"),
		text("xem lại trong nguồn; số viết như %s", "look at the source again; a number looks like %s"))
	ruleWhole = ruleNumber.With(
		text("%s: chỉ tiêu này là số đếm, nên phải là số nguyên không âm", "%s: this indicator counts, so the number is whole and not negative"),
		text("gõ lại theo nguồn, chữ số viết liền, không có dấu chấm: máy cài theo kiểu nước ngoài đọc %s thành số lẻ", "type it again after the source, in digits alone: some computers take the point in %s for a decimal one"))
	ruleNoNumber = ruleNumber.With(
		text("%q: chỉ tiêu này không có số", "%q: this indicator has no numbers"),
		text("chọn ở cột “Tình trạng” hoặc ghi ở cột “Lời kể” (số như %s không dùng ở đây)", "choose a state or write what is told (a number such as %s has no place here)"))
)

var ruleState = shown(rule("sheet-state",
	text("tình trạng không có trong danh sách", "a state that is not in the list"),
	text("Mỗi tình trạng có một nghĩa; ghi khác đi thì người đọc không biết nghĩa nào.", "Each state has one meaning; written otherwise nobody knows which."),
	text("không có tình trạng %q", "there is no state %q"),
	text("chọn một trong: %s", "choose one of: %s")),
	"đang làm", "Đang triển khai")

var ruleBoth = shown(rule("sheet-both",
	text("vừa có số vừa có tình trạng", "both a number and a state"),
	text("Tình trạng nói vì sao không có số; có số thì không có tình trạng.", "A state says why there is no number; with a number there is none."),
	text("%s vừa có số vừa có tình trạng %q", "%s has both a number and the state %q"),
	text("giữ một trong hai; điều muốn nói thêm thì ghi ở cột “Ghi chú”", "keep one of the two; what else is to be said goes into “Note”")),
	"1100 | Đang triển khai", "1100 |")

var ruleCleared = shown(rule("sheet-cleared",
	text("ô trống trong khi dữ liệu đang có", "an empty cell where the data has something"),
	text("Máy không biết là muốn rút số hay lỡ tay xóa; rút một số đã công bố thì phải nói lý do.", "Nobody can tell a withdrawal from a slip of the finger; to withdraw a published figure takes a reason."),
	text("ô trống, nhưng trong dữ liệu %s đang có: %s", "the cell is empty, but the data has of %s: %s"),
	text("ghi lại vào ô; nếu muốn rút thì sửa trong %s, bảng [figures.%s], và nói lý do khi ghi vào git", "write it into the cell again; to withdraw it, edit %s, table [figures.%s], and give the reason in the commit")),
	"Thạch Hạ |", "Thạch Hạ | 11383")

var ruleNothing = ruleCleared.With(
	text("dòng của %s có ghi mà không có số, tình trạng hay lời kể", "something is said of %s, but no number, state or words"),
	text("ghi số, hoặc chọn ở cột “Tình trạng”; nếu nguồn không nêu thì xóa trống cả dòng", "write the number or choose a state; where the source is silent empty the whole row"))

var rulePublished = shown(rule("sheet-published",
	text("số đổi mà cột “Nguyên văn” còn như cũ", "a changed number with its old print"),
	text("Trang dẫn nguyên văn của nguồn; để chữ cũ bên số mới là dẫn sai.", "The site quotes the source's print; the old print beside a new number would misquote it."),
	text("số của %s đổi, nhưng nguyên văn vẫn là %q", "the figure of %s changes, but as printed it is still %q"),
	text("sửa cột “Nguyên văn” theo nguồn; nếu nguồn chỉ in con số thì xóa trống ô ấy", "mend the column “As printed” after the source; empty it where the source prints the number alone")),
	"1200 | 1.100/14.170=7,4%", "1200 | 1.200/14.170=8,5%")

var ruleSameAs = rulePublished.With(
	text("số của %s đổi, nhưng dữ liệu ghi rằng ô ấy trong nguồn nói “như trên” (như %s)", "the figure of %s changes, but the data says that the source's cell refers to the row of %s (same-as)"),
	text("nếu nguồn không nói “như trên” nữa thì sửa tay trong %s, bảng [figures.%s]", "if the source does not refer to it any more, edit by hand: %s, table [figures.%s]"))

var ruleNotWords = shown(rule("sheet-words",
	text("ô phải là chữ mà chương trình giữ thành thứ khác", "a cell of words that holds something else"),
	text("Excel đổi 12/4 thành một ngày, 7,4% thành 0,074; điều nó giữ không phải điều đã gõ.", "A program for spreadsheets turns 12/4 into a date and 7.4% into 0.074; what it holds is not what was typed."),
	text("ô “%s” của %s không còn là chữ: chương trình giữ là %q", "the cell “%s” of %s is no text any more: the program holds %q"),
	text("đặt kiểu ô là Văn bản (Text) rồi gõ lại", "set the cell's format to Text and type it again")),
	"(45028)", "họp ngày 12/4")

var ruleNotText = rulePublished.With(
	text("nguyên văn của %s không còn là chữ: phần mềm bảng tính đã đổi ô này thành con số hay ngày tháng, %q", "what is printed of %s is no text any more: the cell holds a number or a date, %q"),
	text("đặt kiểu ô là Văn bản (Text) rồi gõ lại đúng như nguồn in", "set the cell's format to Text and type it again as the source prints it"))

var rulePlace = shown(rule("sheet-place",
	text("chỗ trong nguồn ghi không đúng cách", "a place in the source that is not well written"),
	text("Người đọc phải tìm lại được con số trong nguồn.", "A reader must be able to find the figure in the source."),
	text("%q không đúng cách ghi chỗ trong nguồn", "%q is not in the form of a place in a source"),
	text("ghi như %s: số của mục, rồi hàng và cột; hoặc để trống", "write it like %s: the section, then row and column; or leave it empty")),
	"trang 5", "III.5/r12/thu")

var ruleMerged = shown(rule("sheet-merged",
	text("ô gộp trong phần số liệu", "merged cells among the figures"),
	text("Một số trong ô gộp thì không biết là của đơn vị nào.", "Of a number in merged cells nobody knows whose it is."),
	text("các ô %s đến %s bị gộp làm một", "the cells %s to %s are merged into one"),
	text("bỏ gộp ô (Unmerge), rồi ghi số của từng đơn vị", "unmerge them, and write the number of each unit")),
	"(C7:C9)", "C7 | C8 | C9")

var ruleHidden = warning(shown(rule("sheet-hidden",
	text("dòng hay cột bị ẩn vẫn được đọc", "hidden rows and columns are read as well"),
	text("Số trong dòng bị ẩn cũng lên trang, nên phải biết là có.", "What is hidden is published as well, so it must be known."),
	text("đang bị ẩn mà vẫn được đọc: %s", "hidden, but read: %s"),
	text("bỏ ẩn để xem lại trước khi ghi", "show them and look before you write")),
	"", ""))

var ruleFormula = warning(shown(rule("sheet-formula",
	text("ô là công thức", "a cell with a formula"),
	text("Số trên trang là số của nguồn, không phải số tính ra.", "A figure of the site is the source's, not one that was computed."),
	text("ô là công thức =%s; đọc theo kết quả đã lưu: %s", "the cell is the formula =%s; it is read as its saved result: %s"),
	text("xem lại: đây có đúng là số in trong nguồn?", "look again: is it the number the source prints?")),
	"=C7+C8", "1100"))

var ruleIgnored = warning(shown(rule("sheet-ignored",
	text("trang tính không được đọc", "a sheet that is not read"),
	text("Số ở trang tính không phải mẫu thì không lên trang.", "Figures in a sheet that is no form are not published."),
	text("trang tính này không phải mẫu nhập nên không được đọc", "this sheet is no form; it is not read"),
	text("nếu có số liệu thì chép sang trang tính của bảng", "if it has figures, copy them to the sheet of their table")),
	"", ""))
