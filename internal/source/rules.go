package source

import "minhbach/internal/diag"

// Rules are the rules Load and ParseTOML hold a text to.
var Rules = []*diag.Rule{Syntax, Duplicate, ruleTableList, ruleEncoding, ruleFront, ruleConflict, ruleUnreadable, ruleNotRead}

// Syntax is broken by a line that is no TOML.
var Syntax = &diag.Rule{
	ID:       "toml-syntax",
	Severity: diag.Error,
	Title:    diag.Text{VI: "dòng viết sai cách, máy không đọc được", EN: "a line that cannot be read"},
	Reason: diag.Text{
		VI: "Máy không đoán: một dòng không đọc được thì số liệu trong đó không lên trang.",
		EN: "The tool does not guess: what stands in a line it cannot read is not published.",
	},
	Message: diag.Text{VI: "không đọc được dòng này từ chỗ đánh dấu%s", EN: "cannot read this line from here on%s"},
	Hint: diag.Text{
		VI: "mỗi dòng là khóa = giá trị, ví dụ name = \"Thạch Hạ\", hoặc một đầu mục như [unit.thach-ha]",
		EN: "a line is key = value, such as name = \"Thạch Hạ\", or a head such as [unit.thach-ha]",
	},
	Before: "thach-ha = 11.383 cây",
	After:  "thach-ha = 11383",
}

// The ways to break Syntax that an editor meets.
var (
	ruleCurly = Syntax.With(
		diag.Text{VI: "dấu nháy cong %s không dùng được để bao chữ", EN: "a curly quotation mark %s cannot enclose text"},
		diag.Text{VI: "dùng dấu nháy thẳng \" ở hai đầu; bên trong thì giữ “ ” được", EN: "use the straight mark \" at both ends; “ ” may stay inside"})
	ruleDay = Syntax.With(
		diag.Text{VI: "ngày %s viết không đúng dạng", EN: "the date %s is not in the form of a date"},
		diag.Text{VI: "viết năm-tháng-ngày: %s", EN: "write year-month-day: %s"})
	ruleNoDay = Syntax.With(
		diag.Text{VI: "không có ngày %s trong lịch", EN: "no calendar has a day %s"},
		diag.Text{VI: "viết ngày có thật, theo năm-tháng-ngày, ví dụ 2023-04-21", EN: "write a day that there is, as year-month-day, such as 2023-04-21"})
	ruleNumber = Syntax.With(
		diag.Text{VI: "số %s viết theo bản in, máy không đọc được", EN: "the number %s is written as in print"},
		diag.Text{VI: "viết %s; muốn giữ nguyên cách in thì ghi thêm ở published", EN: "write %s; the printed form goes into published"})
	ruleMeasure = Syntax.With(
		diag.Text{VI: "số không viết kèm đơn vị tính hay dấu phần trăm: %s", EN: "a number stands without its unit of measure: %s"},
		diag.Text{VI: "viết %s; đơn vị tính ghi ở unit-of-measure", EN: "write %s; the unit goes into unit-of-measure"})
	ruleEither = Syntax.With(
		diag.Text{VI: "số %s viết theo bản in, máy không biết là hàng nghìn hay số thập phân", EN: "the number %s is written as in print, and may be thousands or decimals"},
		diag.Text{VI: "nếu dấu phẩy là dấu thập phân, viết %s; nếu là hàng nghìn, viết %s", EN: "where the comma is the decimal point, write %s; where it groups thousands, write %s"})
	ruleTwoEquals = Syntax.With(
		diag.Text{VI: "thừa một dấu =", EN: "one = too many"},
		diag.Text{VI: "giữa khóa và giá trị chỉ có một dấu =; đây không phải công thức", EN: "one = stands between a key and its value; this is no formula"})
	ruleBraces = Syntax.With(
		diag.Text{VI: "một dòng có nhiều phần thì các phần phải nằm trong { }", EN: "the parts of a line with several must stand in { }"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleBrackets = Syntax.With(
		diag.Text{VI: "danh sách phải nằm trong [ ]", EN: "a list stands in [ ]"},
		diag.Text{VI: "viết %s, giữa hai phần là dấu phẩy", EN: "write %s, with commas between"})
	ruleBackslash = Syntax.With(
		diag.Text{VI: "dấu \\ ở đây có nghĩa riêng, không in ra được", EN: "a \\ has a meaning of its own here"},
		diag.Text{VI: "viết hai dấu \\\\ để in ra một, hoặc thay bằng /", EN: "write \\\\ to print one, or / in its place"})
	ruleLineBreak = Syntax.With(
		diag.Text{VI: "chữ bắt đầu ở đây bị ngắt xuống dòng dưới", EN: "the text that begins here is broken into several lines"},
		diag.Text{VI: "nối lại thành một dòng; cần nhiều dòng thì mở và đóng bằng ba dấu nháy \"\"\"", EN: "join them to one line; for several lines open and close the text with \"\"\""})
	ruleFormula = Syntax.With(
		diag.Text{VI: "công thức %s không tính được ở đây", EN: "the formula %s is not computed here"},
		diag.Text{VI: "viết con số in trong nguồn", EN: "write the number that the source prints"})
	ruleDash = Syntax.With(
		diag.Text{VI: "dấu %s không phải một con số", EN: "the sign %s is no number"},
		diag.Text{VI: "nguồn ghi số 0 thì viết 0; ô in để trống hay gạch ngang thì viết \"blank\"; nguồn không nêu thì viết \"not-stated\"",
			EN: "write 0 where the source prints a 0, \"blank\" where its cell is empty or a dash, \"not-stated\" where it is silent"})
	ruleScale = Syntax.With(
		diag.Text{VI: "số viết kèm chữ: %s", EN: "a number with words: %s"},
		diag.Text{VI: "viết đủ chữ số theo đơn vị tính của bảng: bảng tính bằng triệu đồng thì 7,5 tỷ viết là 7500, 700 triệu viết là 700",
			EN: "write all its digits in the unit of measure of the table: where that is a million, 7.5 billion is 7500 and 700 million is 700"})
	rulePair = Syntax.With(
		diag.Text{VI: "hai con số trong một ô: %s", EN: "two numbers in one cell: %s"},
		diag.Text{VI: "nếu là số đạt và kế hoạch, viết %s", EN: "if they are the value and its plan, write %s"})
	ruleLetters = Syntax.With(
		diag.Text{VI: "trong số %s có chữ cái gõ nhầm thay chữ số", EN: "the number %s has a letter in the place of a digit"},
		diag.Text{VI: "nếu chữ O là số 0, chữ l là số 1, viết %s", EN: "if the letter O is a 0 and the letter l a 1, write %s"})
	ruleBeside = Syntax.With(
		diag.Text{VI: "ngoài con số, ở đây còn có ký hiệu hay lời: %s", EN: "beside the number there is more: %s"},
		diag.Text{VI: "chỉ viết con số; điều nguồn in thêm thì viết ở published hoặc note", EN: "write the number alone; what else the source prints goes into published or note"})
	ruleSemicolon = Syntax.With(
		diag.Text{VI: "cuối dòng thừa dấu chấm phẩy", EN: "a semicolon at the end of the line"},
		diag.Text{VI: "xóa dấu ; đi", EN: "delete the ;"})
	ruleLong = Syntax.With(
		diag.Text{VI: "số %s dài quá, không giữ được đúng từng chữ số", EN: "the number %s is too long to be kept digit by digit"},
		diag.Text{VI: "viết bằng chữ số thường, nhiều nhất 15 chữ số; số lớn hơn thì dùng đơn vị tính lớn hơn", EN: "write plain digits, at most 15; for more, take a larger unit of measure"})
	ruleMinus = Syntax.With(
		diag.Text{VI: "dấu trước số phải là dấu trừ thường của bàn phím: %s", EN: "the sign before the number must be the plain hyphen of the keyboard: %s"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleDigits = Syntax.With(
		diag.Text{VI: "số %s có chữ số gõ bằng bộ gõ khác", EN: "the number %s has digits of another keyboard"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleSpaced = Syntax.With(
		diag.Text{VI: "số viết có khoảng trắng ở giữa", EN: "the number has spaces in it"},
		diag.Text{VI: "viết %s; muốn giữ nguyên cách in thì ghi thêm ở published", EN: "write %s; the printed form goes into published"})
	ruleInvisible = Syntax.With(
		diag.Text{VI: "ở đây có khoảng trắng hoặc ký tự không nhìn thấy, thường theo vào khi chép từ Word, bảng tính hay trang web",
			EN: "a no-break space or an invisible character stands here; it usually comes along from Word, a spreadsheet or a web page"},
		diag.Text{VI: "xóa ký tự đó; cần khoảng trắng thì gõ lại bằng phím cách", EN: "delete it, and type a plain space if one is needed"})
	ruleSlashes = Syntax.With(
		diag.Text{VI: "chú thích không bắt đầu bằng //", EN: "a comment does not begin with //"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	rulePasted = Syntax.With(
		diag.Text{VI: "dòng này dán từ bảng tính, chưa có khóa và dấu =", EN: "this line was pasted from a spreadsheet and has no key and no ="},
		diag.Text{VI: "nếu các cột là đơn vị, số, kế hoạch và tỷ lệ, viết %s", EN: "if its columns are unit, number, plan and percentage, write %s"})
	ruleColon = Syntax.With(
		diag.Text{VI: "sau khóa phải là dấu =, không phải dấu hai chấm", EN: "a key is followed by = and not by a colon"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleNoEqualsIn = Syntax.With(
		diag.Text{VI: "dòng %q thiếu dấu =", EN: "the line %q has no ="},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleNoComma = Syntax.With(
		diag.Text{VI: "trước chỗ này thiếu dấu phẩy", EN: "a comma is missing before this"},
		diag.Text{VI: "giữa hai phần của một danh sách hay một cụm { … } phải có dấu phẩy", EN: "write a comma between two parts of a list or of a cell { … }"})
	ruleOpenHead = Syntax.With(
		diag.Text{VI: "đầu mục %s thiếu dấu ]", EN: "the head %s has no ]"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleKey = Syntax.With(
		diag.Text{VI: "khóa %q phải là chữ thường không dấu, chữ số và dấu -", EN: "the key %q must be lower-case ASCII letters, digits and -"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleBool = Syntax.With(
		diag.Text{VI: "%s phải viết chữ thường", EN: "%s must be in lower case"},
		diag.Text{VI: "viết %s", EN: "write %s"})
	ruleUnquoted = Syntax.With(
		diag.Text{VI: "chữ %q phải nằm giữa hai dấu nháy", EN: "the text %q must stand between quotation marks"},
		diag.Text{VI: "viết \"%s\"", EN: "write \"%s\""})
	ruleInnerQuote = Syntax.With(
		diag.Text{VI: "chữ kết thúc ở dấu nháy thứ hai, phần sau thừa ra: %s", EN: "the text ends at the second quotation mark, the rest is too much: %s"},
		diag.Text{VI: "dấu nháy bên trong viết “ ”", EN: "write “ ” for quotation marks inside"})
	ruleNoValue = Syntax.With(
		diag.Text{VI: "sau dấu %s không có giá trị", EN: "no value after %s"},
		diag.Text{VI: "viết giá trị, hoặc bỏ cả dòng: không ghi nghĩa là nguồn không nêu", EN: "write a value, or drop the line: what is left out is not stated"})
	ruleNoEquals = Syntax.With(
		diag.Text{VI: "dòng %q thiếu dấu =", EN: "the line %q has no ="},
		diag.Text{VI: "viết khóa = giá trị; chú thích bắt đầu bằng #", EN: "write key = value; a comment begins with #"})
	ruleOpenQuote = Syntax.With(
		diag.Text{VI: "chữ bắt đầu ở đây không có dấu nháy đóng", EN: "the text that begins here has no closing quotation mark"},
		diag.Text{VI: "đóng dấu nháy ở cuối chữ, trên cùng một dòng", EN: "close it with a quotation mark on the same line"})
	ruleOpenString = Syntax.With(
		diag.Text{VI: "chữ nhiều dòng bắt đầu ở đây không có dấu đóng", EN: "the text of several lines that begins here is not closed"},
		diag.Text{VI: "đóng bằng ba dấu nháy như khi mở", EN: "close it with the three marks that opened it"})
	ruleOpenBracket = Syntax.With(
		diag.Text{VI: "danh sách hoặc cụm { … } ở đây không có dấu đóng", EN: "the list or table here is not closed"},
		diag.Text{VI: "đóng bằng ] hoặc }", EN: "close it with ] or }"})
	ruleControl = Syntax.With(
		diag.Text{VI: "có ký tự không nhìn thấy ở đây", EN: "an invisible character stands here"},
		diag.Text{VI: "xóa ký tự đó và gõ lại", EN: "delete it and type anew"})
	ruleDeep = Syntax.With(
		diag.Text{VI: "dấu ngoặc lồng nhau quá sâu", EN: "brackets are nested too deep"},
		diag.Text{VI: "bỏ bớt dấu ngoặc", EN: "take brackets out"})
)

// Duplicate is broken by a key, or by the id of a record, that stands twice. Its arguments are the id and
// the diag.Pos of the first.
var Duplicate = &diag.Rule{
	ID:       "duplicate-id",
	Severity: diag.Error,
	Title:    diag.Text{VI: "một khóa hay mã viết hai lần", EN: "a key or id that stands twice"},
	Reason: diag.Text{
		VI: "Mỗi số liệu có một địa chỉ riêng và lâu bền; hai số liệu cùng mã thì không biết số nào đúng.",
		EN: "Every figure has one lasting address; of two with one id nobody knows which is meant.",
	},
	Message: diag.Text{VI: "%q đã có ở %s", EN: "%q stands already at %s"},
	Hint:    diag.Text{VI: "bỏ một trong hai, hoặc đặt mã khác", EN: "drop one of the two, or give it another id"},
	Before:  "thach-ha = 11383\nthach-ha = 11338",
	After:   "thach-ha = 11383",
}

var ruleTableList = &diag.Rule{
	ID:       "table-list",
	Severity: diag.Error,
	Title:    diag.Text{VI: "đầu mục viết bằng hai dấu ngoặc vuông [[ ]]", EN: "a table with double brackets [[ ]]"},
	Reason: diag.Text{
		VI: "Mỗi mục có mã riêng, để dẫn tới được và để thấy nó thay đổi ra sao.",
		EN: "Every record has an id of its own, so that it can be referred to and its changes can be followed.",
	},
	Message: diag.Text{VI: "không dùng [[%s]]: mỗi mục cần một mã", EN: "[[%s]] is not used: every record needs an id"},
	Hint:    diag.Text{VI: "viết [%s.MÃ]", EN: "write [%s.ID]"},
	Before:  "[[work]]",
	After:   "[work.duong-trung-tiet]",
}

var ruleEncoding = &diag.Rule{
	ID:       "encoding",
	Severity: diag.Error,
	Title:    diag.Text{VI: "tệp lưu bằng bảng mã khác UTF-8", EN: "a file that is not UTF-8"},
	Reason: diag.Text{
		VI: "Chữ Việt lưu bằng bảng mã khác sẽ hiện sai trên trang.",
		EN: "Text in another encoding would be published as nonsense.",
	},
	Message: diag.Text{VI: "từ đây tệp không còn là UTF-8 (byte 0x%02X)", EN: "the file is no UTF-8 from here on (byte 0x%02X)"},
	Hint:    diag.Text{VI: "lưu lại tệp với bảng mã UTF-8 (Save As, ở ô Encoding chọn UTF-8)", EN: "save the file as UTF-8 (Save As, Encoding: UTF-8)"},
	Before:  "(UTF-16, TCVN3, VNI, Windows-1258)",
	After:   "(UTF-8)",
}

// The encodings that can be told by their bytes, with the name they have in UniKey, which is on every machine
// that types Vietnamese.
var (
	ruleWindows1258 = ruleEncoding.With(
		diag.Text{VI: "tệp lưu bằng bảng mã Windows-1258, không phải UTF-8", EN: "the file is in Windows-1258 and not in UTF-8"},
		diag.Text{VI: "mở công cụ chuyển mã của UniKey (Ctrl+Shift+F6), chọn từ “Vietnamese locale CP 1258” sang “Unicode”, rồi lưu tệp dạng UTF-8",
			EN: "convert it with UniKey (Ctrl+Shift+F6) from “Vietnamese locale CP 1258” to “Unicode”, and save it as UTF-8"})
	ruleTCVN3 = ruleEncoding.With(
		diag.Text{VI: "tệp lưu bằng bảng mã TCVN3 (ABC), không phải UTF-8", EN: "the file is in TCVN3 (ABC) and not in UTF-8"},
		diag.Text{VI: "mở công cụ chuyển mã của UniKey (Ctrl+Shift+F6), chọn từ “TCVN3 (ABC)” sang “Unicode”, rồi lưu tệp dạng UTF-8",
			EN: "convert it with UniKey (Ctrl+Shift+F6) from “TCVN3 (ABC)” to “Unicode”, and save it as UTF-8"})
)

var ruleUTF16 = ruleEncoding.With(diag.Text{VI: "tệp lưu bằng UTF-16", EN: "the file is UTF-16"}, ruleEncoding.Hint)

var ruleFront = &diag.Rule{
	ID:       "front-matter",
	Severity: diag.Error,
	Title:    diag.Text{VI: "phần đầu của bài thiếu dòng +++ kết thúc", EN: "front matter that is not closed"},
	Reason: diag.Text{
		VI: "Không biết phần đầu hết ở đâu thì không biết bài bắt đầu từ đâu.",
		EN: "Where the front matter does not end, the text does not begin.",
	},
	Message: diag.Text{VI: "phần đầu mở bằng +++ mà không có dòng +++ kết thúc", EN: "front matter opened by +++ has no closing line +++"},
	Hint:    diag.Text{VI: "thêm một dòng +++ sau dòng cuối của phần đầu", EN: "add a line +++ after its last line"},
	Before:  "+++\ntitle = \"Giới thiệu\"",
	After:   "+++\ntitle = \"Giới thiệu\"\n+++",
}

var ruleYAML = ruleFront.With(
	diag.Text{VI: "phần đầu của bài viết giữa hai dòng --- theo kiểu YAML; ở đây phần đầu là TOML, giữa hai dòng +++",
		EN: "the front matter is YAML between two lines ---; here it is TOML between two lines +++"},
	diag.Text{VI: "đổi cả hai dòng --- thành +++, và viết mỗi dòng bên trong theo dạng khóa = giá trị, ví dụ %s",
		EN: "turn both lines --- into +++, and write each line between as key = value, such as %s"})

var ruleConflict = &diag.Rule{
	ID:       "merge-conflict",
	Severity: diag.Error,
	Title:    diag.Text{VI: "một đoạn còn hai bản, chưa chọn bản nào", EN: "two versions of a passage, and none chosen"},
	Reason: diag.Text{
		VI: "Khi hai người cùng sửa một chỗ, git ghi cả hai bản vào tệp và đánh dấu bằng <<<<<<<, ======= và >>>>>>>; chỉ người sửa mới biết bản nào đúng.",
		EN: "Where two people change one place, git writes both versions into the file, between <<<<<<<, ======= and >>>>>>>; only an editor knows which is right.",
	},
	Message: diag.Text{VI: "từ đây đến dòng %d là hai bản của cùng một đoạn, git chờ chọn một", EN: "from here to line %d stand two versions of one passage, of which git wants one chosen"},
	Hint: diag.Text{VI: "giữ lại một bản, xóa bản kia và ba dòng bắt đầu bằng <<<<<<<, ======= và >>>>>>>",
		EN: "keep one, delete the other and the three lines that begin with <<<<<<<, ======= and >>>>>>>"},
	Before: "<<<<<<< HEAD\nthach-ha = 11383\n=======\nthach-ha = 11338\n>>>>>>> sua-so",
	After:  "thach-ha = 11383",
}

var ruleUnreadable = &diag.Rule{
	ID:       "file-unreadable",
	Severity: diag.Error,
	Title:    diag.Text{VI: "tệp không đọc được", EN: "a file that cannot be read"},
	Reason: diag.Text{
		VI: "Thiếu một tệp thì trang thiếu số liệu mà không ai hay.",
		EN: "Without one file the site would lack figures and nobody would know.",
	},
	Message: diag.Text{VI: "không đọc được tệp: %s", EN: "cannot read the file: %s"},
	Hint:    diag.Text{VI: "xem quyền đọc của tệp", EN: "look at the permissions of the file"},
	Before:  "data/units.toml (không có quyền đọc)",
	After:   "data/units.toml (có quyền đọc)",
}

var (
	ruleLinked = ruleUnreadable.With(
		diag.Text{VI: "đây là liên kết, không phải tệp", EN: "this is a link and not a file"},
		diag.Text{VI: "chép tệp vào đây: công cụ không đi theo liên kết ra ngoài thư mục", EN: "copy the file here: links are not followed, so that nothing outside the folder is read"})
	ruleTooLong = ruleUnreadable.With(
		diag.Text{VI: "tệp dài %d MB, quá %d MB", EN: "the file has %d MB, more than %d MB"},
		diag.Text{VI: "chia tệp thành nhiều tệp", EN: "divide it into several files"})
)

var ruleNotRead = &diag.Rule{
	ID:       "file-ignored",
	Severity: diag.Warning,
	Title:    diag.Text{VI: "tệp không được đọc", EN: "a file nobody reads"},
	Reason: diag.Text{
		VI: "Một tệp đặt sai tên thì số liệu trong đó không lên trang.",
		EN: "What stands in a file with the wrong name is not published.",
	},
	Message: diag.Text{VI: "tệp này không được đọc: ở đây chỉ đọc tệp %s", EN: "this file is not read: only %s files are read here"},
	Hint:    diag.Text{VI: "đổi tên tệp, hoặc để nó ngoài data/ và content/", EN: "rename it, or keep it outside data/ and content/"},
	Before:  "data/units.toml.txt",
	After:   "data/units.toml",
}
