package check

import "minhbach/internal/diag"

// wording is a record in words: what it is, and what each of its fields means.
type wording struct {
	title  diag.Text
	fields map[string]diag.Text
}

// Title is what the record is called.
func (r *Record) Title() diag.Text { return about[r].title }

// About is what the field with the name means. doc/format.md says the same in its table, to the letter.
func (r *Record) About(field string) diag.Text { return about[r].fields[field] }

// About is what a word that an editor may write means.
func About(word string) diag.Text { return meanings[word] }

var aboutNote = diag.Text{VI: "điều cần biết để đọc đúng", EN: "what one must know to read it"}

// withSource adds the fields that documents and resolutions share.
func withSource(fields map[string]diag.Text) map[string]diag.Text {
	fields["issuer"] = diag.Text{VI: "cơ quan ban hành: mã trong data/bodies.toml", EN: "who issued it: a body"}
	fields["cited-in"] = diag.Text{VI: "mã báo cáo dẫn văn bản này", EN: "the report that cites it"}
	fields["at"] = diag.Text{VI: "dẫn ở chỗ nào trong báo cáo ấy", EN: "where in that report"}
	fields["file"] = diag.Text{
		VI: "tệp của chính văn bản, trong thư mục của cổng, viết bằng dấu /: `data/sources/279.pdf`. Tệp được đăng thành `nguon/MÃ.pdf`, nên chỉ ghi tệp được phép công khai",
		EN: "the document itself: a file below the portal's folder, with slashes, `data/sources/279.pdf`. It is published as `nguon/ID.pdf`, so give only what may be published"}
	fields["url"] = diag.Text{
		VI: "văn bản ở đâu trên mạng, `https://…`; chỉ in ra cho người đọc, công cụ không mở",
		EN: "where the document is on the web, `https://…`; printed for readers, never opened by the tool"}
	fields["sha256"] = diag.Text{VI: "mã SHA-256 của tệp văn bản, 64 ký tự, gồm 0–9 và a–f", EN: "SHA-256 of the document, 64 hexadecimal digits"}
	return fields
}

// about describes every record of Records. What is told of a report stands in aboutReports.
var about = func() map[*Record]wording {
	all := map[*Record]wording{
		portalRecord: {diag.Text{VI: "Cổng", EN: "The portal"}, map[string]diag.Text{
			"name":          {VI: "tên của cổng", EN: "name of the portal"},
			"place":         {VI: "hội đồng của nơi nào, viết ngắn: `TP. Hà Tĩnh`", EN: "whose council, short: `TP. Hà Tĩnh`"},
			"place-long":    {VI: "nơi ấy viết trong câu: `thành phố Hà Tĩnh`", EN: "the same in a sentence: `thành phố Hà Tĩnh`"},
			"council":       {VI: "tên đầy đủ của hội đồng", EN: "full name of the council"},
			"term":          {VI: "khóa: `khóa XXI`", EN: "its term: `khóa XXI`"},
			"publisher":     {VI: "ai tổng hợp cổng này", EN: "who compiled the portal"},
			"official":      {VI: "chỉ ghi `true` khi chính hội đồng công bố", EN: "`true` only when the council itself publishes"},
			"locale":        {VI: "ngôn ngữ của trang", EN: "`vi` or `en`: the language of the site"},
			"source-locale": {VI: "báo cáo viết số theo kiểu của tiếng nào; không ghi thì như `locale`", EN: "`vi` or `en`: how the sources write numbers; default: `locale`"},
			"base-url":      {VI: "địa chỉ của trang, cho bản tin RSS, máy tìm kiếm, liên kết chính thức và mã QR trên tờ niêm yết, `https://…`", EN: "address of the site, for feeds, search engines, canonical links and the QR codes of sheets, `https://…`"},
			"licence":       {VI: "điều kiện dùng lại, chỉ ghi khi đã có người cho phép", EN: "terms of use, only if somebody granted them"},
			"contact":       {VI: "nơi nhận góp ý, đính chính; có thư điện tử hay địa chỉ https thì trang có thêm security.txt", EN: "where corrections are sent; with an e-mail or https address in it the site also has security.txt"},
		}},
		thresholdsRecord: {diag.Text{VI: "Ngưỡng", EN: "Thresholds"}, map[string]diag.Text{
			"peers": {
				VI: "chỉ đặt các đơn vị cùng loại cạnh nhau khi ít nhất chừng ấy đơn vị, và ít nhất một nửa, có số; không ghi thì là 5",
				EN: "units of one kind are set side by side only where at least so many of them, and at least half of the kind, have a number; 5"},
		}},
		unitsFile: {diag.Text{VI: "Đơn vị", EN: "Units"}, nil},
		kindRecord: {diag.Text{VI: "Loại đơn vị", EN: "A kind of unit"}, map[string]diag.Text{
			"name": {VI: "từ đứng trước tên đơn vị: `phường`", EN: "the word before a unit's name: `phường`"},
			"en":   {VI: "từ ấy trong tiếng Anh: `ward`", EN: "the same in English: `ward`"},
		}},
		unitRecord: {diag.Text{VI: "Một đơn vị", EN: "A unit"}, map[string]diag.Text{
			"name":       {VI: "tên, không kèm từ chỉ loại: `Thạch Hạ`", EN: "its name, without the kind word: `Thạch Hạ`"},
			"kind":       {VI: "loại: một mã `[kind.…]`", EN: "its kind: the id of a `[kind.ID]`"},
			"parent":     {VI: "đơn vị cấp trên trực tiếp", EN: "the unit it belongs to"},
			"aliases":    {VI: "cách viết khác của tên; viết như một mã, ví dụ `xa-thach-ha`, thì là địa chỉ cũ, dẫn về đơn vị", EN: "other spellings of its name; in the form of an id, such as `xa-thach-ha`, a former address, which leads to the unit"},
			"valid-from": {VI: "có từ ngày nào", EN: "the day from which the unit existed"},
			"valid-to":   {VI: "ngày cuối cùng còn đơn vị", EN: "the last day on which it existed"},
			"successors": {VI: "nay là những đơn vị nào", EN: "units it became"},
		}},
		bodiesFile: {diag.Text{VI: "Cơ quan", EN: "Bodies"}, nil},
		bodyRecord: {diag.Text{VI: "Một cơ quan", EN: "A body"}, map[string]diag.Text{
			"name": {VI: "tên đầy đủ", EN: "full name"},
			"units": {
				VI: "`true` khi đơn vị nào cũng có cơ quan này: điều kiến nghị với nó là kiến nghị ở từng đơn vị",
				EN: "every unit has one, so what is asked of it is asked in each unit"},
		}},
		documentsFile: {diag.Text{VI: "Văn bản", EN: "Documents"}, nil},
		documentRecord: {diag.Text{VI: "Một văn bản", EN: "A document"}, withSource(map[string]diag.Text{
			"number":   {VI: "số, đúng như in: `259/KH-HĐND`", EN: "its number, as printed: `259/KH-HĐND`"},
			"kind":     {VI: "loại văn bản: `Kế hoạch`", EN: "what kind of document: `Kế hoạch`"},
			"issued":   {VI: "ngày ban hành; không in ngày thì bỏ", EN: "the day it was issued; left out where no date is printed"},
			"title":    {VI: "trích yếu chép đúng nguyên văn, không kèm dấu nháy; không in thì bỏ", EN: "its title, quoted exactly, without the quotation marks; left out where none is printed"},
			"short":    {VI: "nói ngắn bằng lời của mình", EN: "what it is about, our own words"},
			"guides":   {VI: "hướng dẫn nghị quyết, văn bản nào", EN: "resolutions or documents it guides"},
			"based-on": {VI: "căn cứ vào nghị quyết, văn bản nào", EN: "resolutions or documents it was issued under"},
		})},
		resolutionFile: {diag.Text{VI: "Nghị quyết", EN: "A resolution"}, withSource(map[string]diag.Text{
			"number": {VI: "số, đúng như in: `36/NQ-HĐND`", EN: "its number, as printed: `36/NQ-HĐND`"},
			"issued": {VI: "ngày ban hành", EN: "the day it was issued"},
			"title":  {VI: "trích yếu, chép đúng nguyên văn", EN: "its title, quoted exactly"},
			"topic":  {VI: "chủ đề, hai đến bốn từ: `Trồng cây xanh`", EN: "its topic, two to four words: `Trồng cây xanh`"},
		})},
		provisionRecord: {diag.Text{VI: "Điều, khoản được theo dõi", EN: "A provision that is followed"}, map[string]diag.Text{
			"name":  {VI: "quy định điều gì", EN: "what it provides"},
			"place": {VI: "`Điều 7`, khi nguồn có nêu", EN: "`Điều 7` where the source names it"},
		}},
		indicatorRecord: {diag.Text{VI: "Chỉ tiêu", EN: "An indicator"}, map[string]diag.Text{
			"name":            {VI: "tên chỉ tiêu: `Cây xanh đã trồng`", EN: "what it is called: `Cây xanh đã trồng`"},
			"short":           {VI: "nhãn trong ô hẹp: `Thu`", EN: "label in a narrow cell: `Thu`"},
			"measure":         {VI: "đo bằng gì", EN: "`count`, `money`, `percent`, `stage` (its figures are states), `text`"},
			"unit-of-measure": {VI: "đơn vị tính: `cây`, `triệu đồng`, `%`", EN: "what the numbers count: `cây`, `triệu đồng`, `%`"},
			"summable":        {VI: "`true` khi cộng các đơn vị lại được", EN: "units may be added up"},
			"direction":       {VI: "nhiều hơn hay ít hơn là tốt; không ghi thì là `neither`", EN: "`more`, `less`, `neither` (default)"},
			"headline":        {VI: "`true`: in lớn trên trang của đơn vị có số", EN: "shown large on the page of a unit that has a figure"},
			"breakdown":       {VI: "mã của cách chia; ghi cùng `categories` hoặc bỏ cả hai", EN: "name of the breakdown; together with `categories` or not at all"},
			"categories":      {VI: "các phần: `mã = \"tên\"`", EN: "its parts, `id = \"name\"`"},
			"average-of": {
				VI: "hai chỉ tiêu, số bị chia và số chia, mà tổng đã công bố cho ra số bình quân của chỉ tiêu này: `[\"enlistment-gifts\", \"enlistment\"]`; số bình quân được đối chiếu với số thấp nhất và cao nhất ở đây, nên chỉ ghi khi nguồn nêu cả hai",
				EN: "two indicators, dividend and divisor, whose published totals give the average of these figures: `[\"enlistment-gifts\", \"enlistment\"]`; the average is then checked against the lowest and the highest of these figures, so only where the source names both"},
			"resolutions": {VI: "các nghị quyết mà nguồn báo cáo chung; không ghi thì là nghị quyết này", EN: "where the sources report several resolutions together; default: this one"},
			"note":        aboutNote,
		}},
	}
	for r, d := range aboutReports {
		all[r] = d
	}
	return all
}()

// meanings are the words that may be written where a field takes one of a few.
var meanings = map[string]diag.Text{
	"vi": {VI: "tiếng Việt", EN: "Vietnamese"}, "en": {VI: "tiếng Anh", EN: "English"},

	"count": {VI: "số đếm", EN: "a number of things"}, "money": {VI: "tiền", EN: "money"}, "percent": {VI: "tỷ lệ phần trăm", EN: "a percentage"},
	"stage": {VI: "tình trạng, không có số", EN: "states and no numbers"}, "text": {VI: "bằng lời, không có số", EN: "words"},

	"more": {VI: "nhiều hơn là tốt", EN: "more is better"}, "less": {VI: "ít hơn là tốt", EN: "less is better"}, "neither": {VI: "không bên nào tốt hơn", EN: "neither"},

	"not-stated": {VI: "nguồn không nêu", EN: "the source is silent"}, "blank": {VI: "có dòng in, ô để trống", EN: "the row is printed, its cell is empty"},
	"not-applicable": {VI: "không có đối tượng", EN: "does not apply"}, "not-yet-due": {VI: "chưa đến hạn", EN: "not yet due"},
	"withheld": {VI: "không được công khai", EN: "withheld"}, "unreadable": {VI: "bản in không đọc được", EN: "cannot be read"},
	"publicised-only": {VI: "mới tuyên truyền", EN: "made known, no more"}, "told": {VI: "nêu bằng lời, không có số", EN: "told in words only"},
	"identified": {VI: "đã xác định đối tượng", EN: "beneficiaries identified"}, "preparing": {VI: "đang làm hồ sơ", EN: "being prepared"},
	"in-progress": {VI: "đang triển khai", EN: "in progress"},

	"late": {VI: "chậm tiến độ", EN: "late"}, "not-handed-over": {VI: "xong mà chưa bàn giao", EN: "finished, not handed over"},
	"not-settled": {VI: "chưa quyết toán", EN: "not settled"}, "in-debt": {VI: "còn nợ", EN: "in debt"},

	"well": {VI: "báo cáo nêu là làm tốt", EN: "the report says it is done well"}, "weak": {VI: "báo cáo nêu là còn hạn chế", EN: "the report says it is lacking"}, "note": {VI: "báo cáo nhắc đến, không khen chê", EN: "the report says neither"},

	"explained": {VI: "đã có người giải thích", EN: "somebody said how it comes"}, "confirmed": {VI: "nguồn giữ nguyên điều đã in", EN: "the source stands by what it prints"},
	"corrected": {VI: "văn bản sau nêu khác", EN: "a later document says otherwise"},

	"confirms": {VI: "đơn vị xác nhận", EN: "the unit confirms it"}, "contests": {VI: "đơn vị có ý kiến khác", EN: "the unit says otherwise"},
	"remarks": {VI: "đơn vị nói thêm", EN: "the unit adds something"},

	"bars": {VI: "một chỉ tiêu theo đơn vị", EN: "one measure by unit"}, "pairs": {VI: "hai chỉ tiêu theo đơn vị", EN: "two measures by unit"},
	"percents": {VI: "các tỷ lệ đã in", EN: "the printed percentages"}, "plan": {VI: "số thực hiện so với kế hoạch", EN: "value against plan"},
	"stages": {VI: "đơn vị theo tình trạng", EN: "units by state"}, "parts": {VI: "các phần của một chỉ tiêu", EN: "a breakdown"},
	"table": {VI: "các bảng đặt cạnh nhau", EN: "the tables side by side"}, "matrix": {VI: "mỗi đơn vị, mỗi bảng một ký hiệu", EN: "a glyph per unit and table"},
}
