package check

import (
	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// rules are the rules of this package; Rules has those of reading too.
var rules = []*diag.Rule{
	ruleMissingFile, ruleStrayFile, ruleUnknownKey, ruleMissingKey, ruleType, ruleWord, ruleID, ruleUnknownUnit, ruleUnknownID,
	ruleDate, rulePlace, ruleNumber, ruleGrouped, ruleAddress, ruleSameAddress, ruleDateOrder, ruleEntry, ruleCircle, ruleBreakdown,
	ruleAverage, ruleNoChapter, ruleNotInReport, ruleTwice, rulePeriodTwice, ruleBinding, ruleTables,
	ruleUnbound, ruleWhichRound, ruleNoSource, ruleSourceChanged, ruleSumForm, ruleUnitGone, ruleFraction, ruleListSign, ruleRelative, ruleReply, ruleReplySame, ruleReplyFar,
}

// absence are the rules that say something is not there.
var absence = map[string]bool{
	ruleMissingFile.ID: true, ruleUnknownUnit.ID: true, ruleUnknownID.ID: true, ruleBinding.ID: true, ruleNotInReport.ID: true,
}

// didYouMean is the hint of every rule that offers a near name.
var didYouMean = diag.Text{VI: "có phải %q?", EN: "did you mean %q?"}

var ruleMissingFile = &diag.Rule{
	ID: "missing-file", Severity: diag.Error,
	Title:   diag.Text{VI: "thiếu một tệp", EN: "a file is missing"},
	Reason:  diag.Text{VI: "Mọi trang đều cần tệp này: tên cổng, các đơn vị, ngày của báo cáo.", EN: "Every page needs it: the portal's name, the units, the date of the report."},
	Message: diag.Text{VI: "không có tệp này", EN: "the file is not there"},
	Hint:    diag.Text{VI: "chạy công cụ trong thư mục của cổng; chưa có cổng thì minhbach init TÊN-THƯ-MỤC tạo đủ các tệp", EN: "run the tool in the portal's folder; minhbach init FOLDER makes a new portal with all its files"},
	Before:  "data/unit.toml", After: "data/units.toml",
}

var ruleStrayFile = &diag.Rule{
	ID: "unknown-file", Severity: diag.Error,
	Title:   diag.Text{VI: "tệp không có chỗ trong cổng", EN: "a file that has no place in a portal"},
	Reason:  diag.Text{VI: "Một tệp đặt sai tên hoặc sai chỗ thì không lên trang mà không ai hay.", EN: "What stands in a file with the wrong name or place would be left out in silence."},
	Message: diag.Text{VI: "không trang nào lấy từ tệp này", EN: "no page is made from this file"},
	Hint:    diag.Text{VI: "có phải tên đúng là %s?", EN: "should it be %s?"},
	Before:  "data/unit.toml", After: "data/units.toml",
}

var ruleUnknownKey = &diag.Rule{
	ID: "unknown-key", Severity: diag.Error,
	Title:   diag.Text{VI: "không có khóa này", EN: "a key that is not in the format"},
	Reason:  diag.Text{VI: "Khóa là chữ đứng trước dấu =. Gõ sai một khóa thì điều ghi sau nó không lên trang mà không ai hay.", EN: "A key is the word before the sign =. What stands behind a mistyped one would be left out in silence."},
	Message: diag.Text{VI: "không có khóa %q ở đây", EN: "there is no key %q here"},
	Hint:    didYouMean,
	Before:  `nmae = "Thạch Hạ"`, After: `name = "Thạch Hạ"`,
}

var ruleUnknownKeyOf = ruleUnknownKey.With(ruleUnknownKey.Message, diag.Text{VI: "ở đây có: %s", EN: "here are: %s"})

var ruleMissingKey = &diag.Rule{
	ID: "missing-key", Severity: diag.Error,
	Title:   diag.Text{VI: "thiếu một khóa bắt buộc", EN: "a required key is missing"},
	Reason:  diag.Text{VI: "Khóa là chữ đứng trước dấu =. Thiếu khóa này thì không nói được số liệu là gì, của ai, lấy từ đâu.", EN: "A key is the word before the sign =. Without this one nobody can say what a figure is, whose, and from where."},
	Message: diag.Text{VI: "thiếu khóa %q", EN: "the key %q is missing"},
	Hint:    diag.Text{VI: "thêm dòng %s = %s", EN: "add the line %s = %s"},
	Before:  "[unit.thach-ha]\nname = \"Thạch Hạ\"", After: "[unit.thach-ha]\nname = \"Thạch Hạ\"\nkind = \"xa\"",
}

var ruleEmpty = ruleMissingKey.With(
	diag.Text{VI: "%q để trống", EN: "%q is empty"},
	diag.Text{VI: "điền vào, hoặc bỏ cả dòng nếu nguồn không nêu", EN: "fill it in, or drop the line where the source says nothing"})

var ruleEmptyRequired = ruleEmpty.With(ruleEmpty.Message, diag.Text{VI: "điền vào giữa hai dấu nháy: khóa này phải có", EN: "fill it in between the quotation marks: this key is required"})

var ruleEmptyList = ruleEmpty.With(ruleEmpty.Message, diag.Text{VI: "điền vào giữa hai dấu [ ]: khóa này phải có", EN: "fill it in between [ and ]: this key is required"})

var ruleType = &diag.Rule{
	ID: "wrong-type", Severity: diag.Error,
	Title:   diag.Text{VI: "giá trị không đúng loại", EN: "a value of the wrong type"},
	Reason:  diag.Text{VI: "Chữ không cộng được, số không phải là mã: mỗi khóa nhận một loại giá trị.", EN: "Text cannot be added up, a number is no id: a key takes one type of value."},
	Message: diag.Text{VI: "ở đây cần %s, không phải %s", EN: "this must be %s and not %s"},
	Hint:    diag.Text{VI: "viết như %s", EN: "write it like %s"},
	Before:  `units = "thach-ha"`, After: `units = ["thach-ha"]`,
}

var ruleWord = &diag.Rule{
	ID: "unknown-word", Severity: diag.Error,
	Title:   diag.Text{VI: "từ không có trong danh sách", EN: "a word that is not in the list"},
	Reason:  diag.Text{VI: "Mỗi tình trạng có một từ riêng, để trang nói đúng điều nguồn nói.", EN: "Every state has a word of its own, so that the page says what the source says."},
	Message: diag.Text{VI: "không có từ %q", EN: "there is no word %q"},
	Hint:    didYouMean,
	Before:  `thach-ha = "in-progres"`, After: `thach-ha = "in-progress"`,
}

var ruleWordOf = ruleWord.With(ruleWord.Message, diag.Text{VI: "dùng một trong: %s", EN: "use one of: %s"})

var ruleID = &diag.Rule{
	ID: "bad-id", Severity: diag.Error,
	Title:   diag.Text{VI: "mã viết không đúng dạng", EN: "an id in the wrong form"},
	Reason:  diag.Text{VI: "Mã thành một phần của địa chỉ trang, và địa chỉ phải dùng được ở mọi nơi.", EN: "An id becomes part of an address, which must work everywhere."},
	Message: diag.Text{VI: "mã %q phải là chữ thường không dấu, chữ số và dấu -", EN: "the id %q must be lower-case ASCII letters, digits and -"},
	Hint:    diag.Text{VI: "viết %s", EN: "write %s"},
	Before:  "[unit.Thach_Ha]", After: "[unit.thach-ha]",
}

var ruleReserved = ruleID.With(
	diag.Text{VI: "mã %q đã dùng cho việc khác", EN: "the id %q has another meaning"},
	diag.Text{VI: "đặt mã khác", EN: "choose another id"})

var ruleReservedFile = ruleID.With(
	diag.Text{VI: "tên tệp %q trùng với tên một cột trong tệp tải về", EN: "the file's name %q is that of a column in the downloads"},
	diag.Text{VI: "đổi tên tệp, ví dụ theo số nghị quyết: 7-2022.toml", EN: "give the file another name, such as that of its resolution: 7-2022.toml"})

var ruleUnknownUnit = &diag.Rule{
	ID: "unknown-unit", Severity: diag.Error,
	Title:   diag.Text{VI: "đơn vị không có trong data/units.toml", EN: "a unit that is not in data/units.toml"},
	Reason:  diag.Text{VI: "Số liệu ghi cho một mã gõ sai sẽ mất khỏi trang của đơn vị.", EN: "A figure under a mistyped id would be missing from the unit's page."},
	Message: diag.Text{VI: "đơn vị %q không có trong data/units.toml", EN: "there is no unit %q in data/units.toml"},
	Hint:    didYouMean,
	Before:  "thach-haa = 1100", After: "thach-ha = 1100",
}

var ruleUnknownID = &diag.Rule{
	ID: "unknown-id", Severity: diag.Error,
	Title:   diag.Text{VI: "dẫn tới một mã không có", EN: "an id nobody has"},
	Reason:  diag.Text{VI: "Dẫn tới chỗ không có thì người đọc không tìm được nguồn.", EN: "A reference that leads nowhere keeps the reader from the source."},
	Message: diag.Text{VI: "%s %q không có trong %s", EN: "there is no %s %q in %s"},
	Hint:    didYouMean,
	Before:  `period = "survey-203"`, After: `period = "survey-2023"`,
}

var ruleUnknownUnitOf = ruleUnknownUnit.With(ruleUnknownUnit.Message, diag.Text{VI: "tên này là của: %s", EN: "the name is that of: %s"})

var ruleUnknownIDOf = ruleUnknownID.With(ruleUnknownID.Message, diag.Text{VI: "ở đó có: %s", EN: "there are: %s"})

// ruleNoSection is broken by a place whose section the report does not have yet.
var ruleNoSection = ruleUnknownID.With(ruleUnknownID.Message, diag.Text{
	VI: "ở đó có: %s; báo cáo có in mục này thì thêm vào tệp ấy [section.MÃ] với at = %q và title",
	EN: "there are: %s; where the report prints this section, add to that file [section.ID] with at = %q and title"})

var ruleNotAbove = ruleUnknownID.With(
	diag.Text{VI: "“như trên” phải chỉ tới một đơn vị ở dòng trên, không phải %q", EN: "“as above” must point to a unit of a line above and not to %q"},
	diag.Text{VI: "viết mã của đơn vị ở dòng trên trong cùng bảng", EN: "write the id of a unit above in this table"})

var ruleFigureForm = ruleUnknownID.With(
	diag.Text{VI: "%q không có dạng BẢNG/ĐƠN-VỊ", EN: "%q is not TABLE/UNIT"},
	diag.Text{VI: `viết như "land-infrastructure-debt/dong-mon"`, EN: `write it like "land-infrastructure-debt/dong-mon"`})

var ruleDate = &diag.Rule{
	ID: "bad-date", Severity: diag.Error,
	Title:   diag.Text{VI: "ngày viết không đúng dạng", EN: "a date in the wrong form"},
	Reason:  diag.Text{VI: "01/02/2024 có người đọc là tháng Một, có người đọc là tháng Hai.", EN: "01/02/2024 is January to some and February to others."},
	Message: diag.Text{VI: "%q không đúng cách viết ngày", EN: "%q is not in the form of a date"},
	Hint:    diag.Text{VI: "viết năm-tháng-ngày: %s", EN: "write year-month-day: %s"},
	Before:  `issued = "21/4/2023"`, After: "issued = 2023-04-21",
}

var rulePlace = &diag.Rule{
	ID: "bad-place", Severity: diag.Error,
	Title:   diag.Text{VI: "chỗ trong văn bản viết không đúng dạng", EN: "a place in the wrong form"},
	Reason:  diag.Text{VI: "Mỗi số liệu phải chỉ được chỗ in của nó.", EN: "Every figure must say where it is printed."},
	Message: diag.Text{VI: "%q không đúng cách ghi chỗ trong văn bản", EN: "%q is not in the form of a place in a document"},
	Hint:    diag.Text{VI: "viết số của mục, rồi rN (hàng thứ N), bN (ý, tức gạch đầu dòng), pN (đoạn), total hoặc mã cột: III.5/r12/thu", EN: "write the section, then rN (row), bN (bullet), pN (paragraph), total or a column: III.5/r12/thu"},
	Before:  `at = "III.5//r12"`, After: `at = "III.5/r12"`,
}

var ruleNumber = &diag.Rule{
	ID: "bad-number", Severity: diag.Error,
	Title:   diag.Text{VI: "số viết không đúng dạng", EN: "a number in the wrong form"},
	Reason:  diag.Text{VI: "1.100 là một nghìn một trăm trong bản in và là một phẩy một với máy; máy không đoán.", EN: "1.100 is eleven hundred in Vietnamese print and 1.1 to a program; the tool does not guess."},
	Message: diag.Text{VI: "số %q viết như bản in, máy không đọc được", EN: "the number %q is written as in print"},
	Hint:    diag.Text{VI: "viết %s, không có dấu nháy; muốn giữ nguyên cách in thì ghi thêm ở published", EN: "write %s without quotation marks; the printed form goes into published"},
	Before:  `thach-ha = "11.383"`, After: "thach-ha = 11383",
}

var (
	ruleNumberForm = ruleNumber.With(
		diag.Text{VI: "không giữ được đúng số %s", EN: "the number %s cannot be kept exactly"},
		diag.Text{VI: "viết bằng chữ số thường, nhiều nhất 15 chữ số", EN: "write plain digits, at most 15"})
	ruleManyDigits = ruleNumber.With(
		diag.Text{VI: "số %s có %d chữ số; chỉ giữ được đúng %d", EN: "the number %s has %d digits; only %d can be kept exactly"},
		diag.Text{VI: "viết như nguồn in, nhiều nhất 15 chữ số; số tự tính thì bỏ đi, công cụ sẽ tự tính", EN: "write what the source prints, with at most 15 digits; leave out what you computed yourself, the tool does that"})
	ruleStateAsNumber = ruleNumber.With(
		diag.Text{VI: "ở đây cần số, không phải từ chỉ tình trạng %q", EN: "this must be a number and not the state %q"},
		diag.Text{VI: "ô chưa có số thì viết state = %q và bỏ khóa này", EN: "where there is no number, write state = %q and drop this key"})
	ruleWhole = ruleNumber.With(
		diag.Text{VI: "đây phải là số nguyên không âm, không phải %s", EN: "this must be a whole number and not %s"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleNoNumber = ruleNumber.With(
		diag.Text{VI: "chỉ tiêu %q không có số (measure = %q)", EN: "the indicator %q has no numbers (measure = %q)"},
		diag.Text{VI: "viết tình trạng hoặc text, hoặc sửa measure của chỉ tiêu", EN: "write a state or text, or mend the indicator's measure"})
)

var ruleGrouped = &diag.Rule{
	ID: "grouped-number", Severity: diag.Warning,
	Title:   diag.Text{VI: "dấu chấm hàng nghìn hay dấu thập phân?", EN: "a point for thousands or for decimals?"},
	Reason:  diag.Text{VI: "1.100 trong tệp này là một phẩy một, dù bản in viết thế cho một nghìn một trăm.", EN: "In these files 1.100 is 1.1, though Vietnamese print means eleven hundred."},
	Message: diag.Text{VI: "%s ở đây được đọc là %s", EN: "%s is read as %s here"},
	Hint:    diag.Text{VI: "nếu là hàng nghìn, viết %s; nếu đúng là số thập phân, viết %s", EN: "for thousands write %s; for decimals write %s"},
	Before:  "dai-nai = 1.100", After: "dai-nai = 1100",
}

var ruleAddress = &diag.Rule{
	ID: "bad-address", Severity: diag.Error,
	Title:   diag.Text{VI: "địa chỉ của cổng viết sai", EN: "a wrong address of the portal"},
	Reason:  diag.Text{VI: "Địa chỉ này nằm trong bản tin RSS và sơ đồ trang đã gửi đi, không sửa lại được.", EN: "It stands in feeds and the sitemap, where it cannot be mended."},
	Message: diag.Text{VI: "%q không phải địa chỉ web", EN: "%q is no web address"},
	Hint:    diag.Text{VI: "viết như https://minhbach.example/ha-tinh, hoặc bỏ khóa này", EN: "write it like https://minhbach.example/ha-tinh, or drop the key"},
	Before:  `base-url = "minhbach.example"`, After: `base-url = "https://minhbach.example"`,
}

var ruleSameAddress = &diag.Rule{
	ID: "duplicate-address", Severity: diag.Error,
	Title:   diag.Text{VI: "hai nội dung cùng một địa chỉ", EN: "two things at one address"},
	Reason:  diag.Text{VI: "Địa chỉ của một số liệu để người khác dẫn lại lâu dài; hai số liệu không thể chung một địa chỉ.", EN: "A figure's address is there to be cited for years; two figures cannot share one."},
	Message: diag.Text{VI: "địa chỉ %q đã có ở %s", EN: "the address %q is taken at %s"},
	Hint:    diag.Text{VI: "đổi kỳ, chỉ tiêu hoặc mã của một trong hai", EN: "change the period, indicator or id of one of the two"},
	Before:  "[figures.a]\nindicator = \"trees\"\nperiod = \"y2023\"", After: "[figures.a]\nindicator = \"trees\"\nperiod = \"y2022\"",
}

var ruleDateOrder = &diag.Rule{
	ID: "date-order", Severity: diag.Warning,
	Title:   diag.Text{VI: "hai ngày ngược thứ tự", EN: "dates in the wrong order"},
	Reason:  diag.Text{VI: "Thường là gõ nhầm năm; để nguyên thì đơn vị không có mặt trong báo cáo nào.", EN: "Usually a mistyped year; such a unit is part of no report."},
	Message: diag.Text{VI: "hết hiệu lực ngày %s, trước ngày bắt đầu %s", EN: "it ends on %s, before it begins on %s"},
	Hint:    diag.Text{VI: "xem lại hai ngày", EN: "look at both dates"},
	Before:  "valid-from = 2025-01-01\nvalid-to = 2024-12-31", After: "valid-from = 2024-01-01\nvalid-to = 2024-12-31",
}

var (
	ruleCitedBefore = ruleDateOrder.With(
		diag.Text{VI: "văn bản ngày %s được dẫn trong báo cáo ngày %s", EN: "a document of %s is cited in a report of %s"}, ruleDateOrder.Hint)
	ruleDueBefore = ruleDateOrder.With(
		diag.Text{VI: "hạn ngày %s, trước ngày của báo cáo %s", EN: "due on %s, before the report of %s"}, ruleDateOrder.Hint)
)

var ruleEntry = &diag.Rule{
	ID: "bad-entry", Severity: diag.Error,
	Title:   diag.Text{VI: "ô số liệu nói hai điều hoặc không nói gì", EN: "an entry that says two things or nothing"},
	Reason:  diag.Text{VI: "Một ô hoặc có số, hoặc có lý do không có số. Đơn vị mà nguồn không nêu thì bỏ cả dòng.", EN: "A cell has a number, or the reason why there is none. A unit the source does not name is left out."},
	Message: diag.Text{VI: "ô này không có value, percent, state hay text", EN: "the entry has no value, percent, state or text"},
	Hint:    diag.Text{VI: "thêm value hoặc state, hoặc bỏ cả dòng", EN: "add a value or a state, or drop the line"},
	Before:  `thach-ha = { value = 0, state = "in-progress" }`, After: `thach-ha = { state = "in-progress" }`,
}

var (
	ruleSaysNothing = ruleEntry
	ruleBoth        = ruleEntry.With(
		diag.Text{VI: "ô này vừa có số vừa có state %q", EN: "the entry has both a number and the state %q"},
		diag.Text{VI: "giữ một trong hai", EN: "keep one of the two"})
)

var ruleCircle = &diag.Rule{
	ID: "unit-circle", Severity: diag.Error,
	Title:   diag.Text{VI: "đơn vị là cấp trên của chính mình", EN: "a unit that belongs to itself"},
	Reason:  diag.Text{VI: "Cộng lên cấp trên sẽ không bao giờ dừng.", EN: "Adding up to the next level would never end."},
	Message: diag.Text{VI: "đi theo parent từ %q lại về chính nó", EN: "following parent from %q leads back to it"},
	Hint:    diag.Text{VI: "sửa parent của một trong các đơn vị", EN: "mend the parent of one of the units"},
	Before:  "[unit.a]\nparent = \"a\"", After: "[unit.a]\nparent = \"b\"",
}

var ruleBreakdown = &diag.Rule{
	ID: "breakdown", Severity: diag.Error,
	Title:   diag.Text{VI: "cách chia của chỉ tiêu thiếu tên hoặc thiếu các phần", EN: "a breakdown without name or parts"},
	Reason:  diag.Text{VI: "Tên cách chia và các phần của nó đi cùng nhau.", EN: "The name of a breakdown and its parts belong together."},
	Message: diag.Text{VI: "chỉ tiêu %q phải có cả breakdown và categories, hoặc không có cả hai", EN: "the indicator %q must have both breakdown and categories, or neither"},
	Hint:    diag.Text{VI: `viết breakdown = "school-level" và categories = { primary = "Tiểu học" }`, EN: `write breakdown = "school-level" and categories = { primary = "Primary" }`},
	Before:  `breakdown = "school-level"`, After: "breakdown = \"school-level\"\ncategories = { primary = \"Tiểu học\" }",
}

var ruleAverage = &diag.Rule{
	ID: "average-of", Severity: diag.Error,
	Title:   diag.Text{VI: "bình quân cần đúng hai chỉ tiêu", EN: "an average needs two indicators"},
	Reason:  diag.Text{VI: "Bình quân là một tổng chia cho một tổng khác.", EN: "An average is one total divided by another."},
	Message: diag.Text{VI: "average-of cần 2 chỉ tiêu, ở đây có %d", EN: "average-of needs 2 indicators, here are %d"},
	Hint:    diag.Text{VI: "viết số bị chia rồi số chia", EN: "write the dividend, then the divisor"},
	Before:  `average-of = ["enlistment-gifts"]`, After: `average-of = ["enlistment-gifts", "enlistment"]`,
}

var ruleNoChapter = &diag.Rule{
	ID: "no-chapter", Severity: diag.Error,
	Title:   diag.Text{VI: "cơ chế ghi ở tệp không nói về nghị quyết nào", EN: "a mechanism outside a chapter"},
	Reason:  diag.Text{VI: "Cơ chế là của một nghị quyết, nên ghi trong tệp nói về nghị quyết đó.", EN: "A mechanism is of a resolution, and stands in the file that tells of it."},
	Message: diag.Text{VI: "cơ chế %q ghi ở tệp không có resolutions ở đầu", EN: "the mechanism %q stands in a file without resolutions at its top"},
	Hint:    diag.Text{VI: `chuyển nó sang tệp của nghị quyết, hoặc thêm resolutions = ["54-2022"] ở đầu tệp`, EN: `move it to the file of its resolution, or add resolutions = ["54-2022"] at the top`},
	Before:  "[mechanism.digital]", After: "resolutions = [\"54-2022\"]\n\n[mechanism.digital]",
}

var ruleNotInReport = &diag.Rule{
	ID: "not-in-report", Severity: diag.Error,
	Title:   diag.Text{VI: "báo cáo này không nói tới nghị quyết ấy", EN: "a resolution without a chapter in this report"},
	Reason:  diag.Text{VI: "Gắn một nhận xét với nghị quyết mà báo cáo không nói tới là gán cho báo cáo điều nó không nói.", EN: "To tie a remark to a resolution the report does not tell of puts words into the source."},
	Message: diag.Text{VI: "báo cáo này không có phần nào về nghị quyết %q", EN: "no chapter of this report tells of the resolution %q"},
	Hint:    diag.Text{VI: "báo cáo có phần về: %s", EN: "it has chapters on: %s"},
	Before:  `resolution = "63-2022"`, After: `resolution = "36-2022"`,
}

var ruleTwice = &diag.Rule{
	ID: "listed-twice", Severity: diag.Error,
	Title:   diag.Text{VI: "ghi hai lần trong một danh sách", EN: "listed twice"},
	Reason:  diag.Text{VI: "Mỗi đơn vị chỉ được đếm một lần.", EN: "Every unit is counted once."},
	Message: diag.Text{VI: "%q đã có trong danh sách", EN: "%q is listed already"},
	Hint:    diag.Text{VI: "bỏ một trong hai", EN: "drop one of the two"},
	Before:  `units = ["thach-ha", "thach-ha"]`, After: `units = ["thach-ha"]`,
}

var ruleBinding = &diag.Rule{
	ID: "binding-unknown", Severity: diag.Error,
	Title:   diag.Text{VI: "tham chiếu tới số liệu không có", EN: "a binding to a figure that is not there"},
	Reason:  diag.Text{VI: "Con số trong bài lấy thẳng từ số liệu qua tham chiếu {{ … }}, để bài, bảng và hình không nói khác nhau.", EN: "A number in prose is a binding {{ … }} to the data, so that text, table and chart cannot disagree."},
	Message: diag.Text{VI: "{{ %s }}: không có %s %q", EN: "{{ %s }}: there is no %s %q"},
	Hint:    didYouMean,
	Before:  "{{ trees-plantd/total }}", After: "{{ trees-planted/total }}",
}

var ruleCannotPrint = ruleBinding.With(
	diag.Text{VI: "{{ %s }}: %s", EN: "{{ %s }}: %s"},
	diag.Text{VI: "xem ô đó trong data/reports/, hoặc viết tham chiếu khác", EN: "look at the cell in data/reports/, or write another binding"})

// The other ways to break ruleBinding.
var (
	ruleBindingOf  = ruleBinding.With(ruleBinding.Message, diag.Text{VI: "dùng một trong: %s", EN: "use one of: %s"})
	ruleOtherRound = ruleBinding.With(
		diag.Text{VI: "{{ %s }}: bảng %q không có ở báo cáo %s, chỉ có ở báo cáo %s", EN: "{{ %s }}: the table %q is not in the report %s, only in %s"},
		diag.Text{VI: "nếu muốn nói về báo cáo đó, viết %s", EN: "to speak of that report, write %s"})
	ruleAmbiguous = ruleBinding.With(
		diag.Text{VI: "{{ %s }}: %q có thể hiểu là một trong: %s", EN: "{{ %s }}: %q may be any of: %s"},
		diag.Text{VI: "viết rõ cái muốn nói: %s", EN: "write the one that is meant: %s"})
	ruleUnitOrPart = ruleBinding.With(
		diag.Text{VI: "{{ %s }}: bảng không có số của đơn vị %q, mà có %s", EN: "{{ %s }}: the table has no figure of the unit %q but has %s"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleOfTable = ruleBinding.With(
		diag.Text{VI: "{{ %s }}: %s là của cả bảng, không phải của một ô", EN: "{{ %s }}: %s is of the table and not of one figure"},
		diag.Text{VI: "viết {{ %s as %s }}", EN: "write {{ %s as %s }}"})
	ruleOfFigure = ruleBinding.With(
		diag.Text{VI: "{{ %s }}: %s là của một ô, không phải của cả bảng", EN: "{{ %s }}: %s is of one figure and not of the table"},
		diag.Text{VI: "viết {{ %s/total as %s }}, hoặc mã đơn vị thay cho total", EN: "write {{ %s/total as %s }}, or a unit's id instead of total"})
)

var ruleTables = &diag.Rule{
	ID: "figure-tables", Severity: diag.Error,
	Title:   diag.Text{VI: "hình không khớp với các bảng", EN: "a figure with the wrong tables"},
	Reason:  diag.Text{VI: "Mỗi loại hình vẽ một số bảng nhất định.", EN: "Every kind of figure shows a certain number of tables."},
	Message: diag.Text{VI: "hình %q cần %d bảng, ở đây có %d", EN: "the figure %q needs %d tables, here are %d"},
	Hint:    diag.Text{VI: "pairs cần hai bảng; plan, stages và parts cần một bảng", EN: "pairs takes two tables; plan, stages and parts take one"},
	Before:  "kind = \"pairs\"\ntables = [\"budget-revenue-2023\"]", After: "kind = \"pairs\"\ntables = [\"budget-revenue-2023\", \"budget-spending-2023\"]",
}

var ruleNoParts = ruleTables.With(
	diag.Text{VI: "bảng %q không có phần chia [figures.….by.…]", EN: "the table %q has no breakdown [figures.….by.…]"},
	diag.Text{VI: "chọn bảng khác hoặc loại hình khác", EN: "choose another table or kind"})

var ruleNoUnits = ruleTables.With(
	diag.Text{VI: "bảng %q không có số liệu của từng đơn vị để đặt cạnh bảng khác", EN: "the table %q has no figures of units to set beside others"},
	diag.Text{VI: "bỏ bảng ấy, hoặc đặt nó ở một hình riêng", EN: "leave it out, or give it a figure of its own"})

var ruleOldMatrix = ruleTables.With(
	diag.Text{VI: "ma trận không ghi bảng nào thì lấy báo cáo mới nhất, còn bài này nói về báo cáo khác", EN: "a matrix without tables is of the newest report, and this text is of another"},
	diag.Text{VI: `ghi các bảng: tables = ["…"]`, EN: `name the tables: tables = ["…"]`})

var ruleUnbound = &diag.Rule{
	ID: "unbound-number", Severity: diag.Warning,
	Title: diag.Text{VI: "con số gõ tay trong bài", EN: "a number typed into prose"},
	Reason: diag.Text{
		VI: "Số liệu được sửa thì con số gõ tay vẫn như cũ, và người đọc không biết nó được in ở đâu.",
		EN: "A number typed by hand stays when the data is corrected, and a reader cannot see where it is printed."},
	Message: diag.Text{VI: "con số %s không gắn với số liệu nào", EN: "the number %s is not bound to any figure"},
	Hint: diag.Text{
		VI: "nếu là số liệu, viết %s; nếu không phải số liệu, viết {{! %s }}",
		EN: "if it is a figure, write %s; if it is none, write {{! %s }}"},
	Before: "Đã trồng 32.670 cây.", After: "Đã trồng {{ trees-planted/total }} cây.",
}

var (
	ruleNoSuchFigure = ruleUnbound.With(ruleUnbound.Message, diag.Text{
		VI: "báo cáo này không có số liệu nào bằng số ấy; nếu nguồn có in, ghi nó vào data/ rồi dẫn ở đây; nếu không phải số liệu, viết {{! %s }}",
		EN: "no figure of this report equals it; if the source prints it, put it into data/ and bind it here; if it is no figure, write {{! %s }}"})
	ruleNumberInTitle = ruleUnbound.With(ruleUnbound.Message, diag.Text{
		VI: "tên và nhãn không gắn được số liệu: chuyển con số vào bài, hoặc viết bằng chữ",
		EN: "titles and labels take no bindings: move the number into the text, or spell it out"})
	ruleNoBinding = ruleBinding.With(
		diag.Text{VI: "tên, nhãn và lời dưới hình không gắn được số liệu", EN: "titles, labels and the notes of figures take no bindings"},
		diag.Text{VI: "chuyển số liệu vào bài", EN: "move the figure into the text"})
)

// typeNames say what a type is, in a sentence.
var typeNames = map[Type]diag.Text{
	Text: {VI: "chữ", EN: "text"}, Texts: {VI: "danh sách chữ", EN: "a list of texts"}, Number: {VI: "số", EN: "a number"},
	Bool: {VI: "true hoặc false", EN: "true or false"}, Date: {VI: "ngày", EN: "a date"}, ID: {VI: "mã", EN: "an id"},
	IDs: {VI: "danh sách mã", EN: "a list of ids"}, Place: {VI: "chỗ trong văn bản", EN: "a place in a document"},
	Places: {VI: "danh sách chỗ trong văn bản", EN: "a list of places"}, Word: {VI: "một từ trong danh sách", EN: "a word of the list"},
	Words: {VI: "danh sách từ", EN: "a list of words"}, Sub: {VI: "cụm { … }", EN: "a table"},
	Entry: {VI: "số, từ chỉ tình trạng hoặc cụm { … }", EN: "a number, a state word or a table { … }"},
}

// kindNames say what stands there.
var kindNames = map[source.Kind]diag.Text{
	source.Broken: {VI: "giá trị không đọc được", EN: "an unreadable value"}, source.String: {VI: "chữ", EN: "text"},
	source.Number: {VI: "số", EN: "a number"}, source.Bool: {VI: "true/false", EN: "true/false"}, source.Date: {VI: "ngày", EN: "a date"},
	source.Time: {VI: "giờ", EN: "a time"}, source.TableKind: {VI: "cụm { … }", EN: "a table"}, source.ListKind: {VI: "danh sách", EN: "a list"},
}
