package check

import "minhbach/internal/diag"

var (
	aboutAt     = diag.Text{VI: "chỗ in trong báo cáo: `III.5/r12`", EN: "where the report prints it"}
	aboutOpen   = diag.Text{VI: "`true` khi danh sách in ra không đầy đủ", EN: "the printed list is not complete"}
	aboutExact  = diag.Text{VI: "chép đúng như in", EN: "as printed, to the letter"}
	aboutUnits  = diag.Text{VI: "các đơn vị được nêu tên; `[\"all\"]` là mọi đơn vị", EN: "units named; `[\"all\"]` is every unit of the round"}
	aboutNoteOn = diag.Text{VI: "ghi chú", EN: "a remark"}
)

// aboutReports describes what stands in data/reports/ and content/.
var aboutReports = map[*Record]wording{
	reportFile: {diag.Text{VI: "Báo cáo giám sát", EN: "A monitoring report"}, map[string]diag.Text{
		"as-of":   {VI: "ngày của số liệu: ngày của báo cáo", EN: "date of the figures: the date of the report"},
		"scope":   {VI: "đã khảo sát những gì", EN: "what was surveyed"},
		"columns": {VI: "các cột của bảng in: `mã = \"tên cột như in\"`", EN: "`id = \"heading as printed\"`"},
	}},
	periodRecord: {diag.Text{VI: "Kỳ của số liệu", EN: "A period"}, map[string]diag.Text{
		"name": {
			VI: "`năm 2023, đến lúc khảo sát`; hai báo cáo dùng chung một mã thì phải cùng tên, có ghi năm: khi ấy báo cáo sau nêu lại số của báo cáo trước",
			EN: "`năm 2023, đến lúc khảo sát`; where two reports have one id, both must have one name, with its year: then the newer one restates the older"},
		"complete": {VI: "`true` khi kỳ đã kết thúc lúc lấy số", EN: "the period was over when the figures were taken"},
		"note":     aboutNote,
	}},
	sectionRecord: {diag.Text{VI: "Một mục của báo cáo", EN: "A section of the report"}, map[string]diag.Text{
		"at":    {VI: "số của đề mục như in: `III.5`", EN: "the number of a printed heading: `III.5`"},
		"title": {VI: "tên mục, ngắn, bằng lời của mình", EN: "its title, short, our own words"},
		"note":  {VI: "điều mục ấy nói mà không bảng nào ghi, bằng lời của mình", EN: "what the section says that no record holds, our own words"},
	}},
	chapterFile: {diag.Text{VI: "Phần báo cáo về nghị quyết, hoặc sổ ghi", EN: "What a report says of resolutions, or a register"}, map[string]diag.Text{
		"resolutions": {VI: "các nghị quyết mà phần này nói tới", EN: "the resolutions it tells of"},
		"at":          {VI: "mục của báo cáo", EN: "the section"},
		"topic":       {VI: "chủ đề, ngắn, để in ở đầu cột", EN: "short, for a column head"},
		"note":        {VI: "điều cần biết để đọc đúng phần này", EN: "what one must know to read the chapter"},
		"announced":   {VI: "công bố bao nhiêu cơ chế: `{ n = 5, published = \"5 cơ chế\", at = \"III.4\" }`", EN: "`{ n = 5, published = \"5 cơ chế\", at = \"III.4\" }`: how many mechanisms are announced"},
	}},
	announcedRecord: {diag.Text{VI: "Số cơ chế được công bố", EN: "How many mechanisms are announced"}, map[string]diag.Text{
		"n": {VI: "bao nhiêu", EN: "how many"}, "published": aboutExact, "at": aboutAt,
	}},
	registerFile: {diag.Text{VI: "Sổ ghi của báo cáo", EN: "A register of a report"}, nil},
	figuresRecord: {diag.Text{VI: "Bảng số liệu", EN: "A table of figures"}, map[string]diag.Text{
		"indicator":   {VI: "chỉ tiêu; không ghi thì là mã của bảng này", EN: "default: the id of the table"},
		"period":      {VI: "kỳ: một mã `[period.…]` của báo cáo", EN: "a period of the report"},
		"plan-period": {VI: "kỳ của số kế hoạch in kèm, khi khác kỳ của số liệu; phần đối chiếu nói rõ điều ấy", EN: "period of the plans printed beside the figures, where it is another one; the checks say so"},
		"source":      {VI: "văn bản in số liệu; không ghi thì là chính báo cáo", EN: "a document; default: the report"},
		"at":          {VI: "chỗ in của các số trong bảng, trừ số có ghi riêng", EN: "default place of its figures"},
		"open":        {VI: "`true` khi danh sách in bắt đầu bằng “như” hoặc hết bằng “…”: đơn vị không có tên không phải là 0", EN: "the printed list begins with “như” or ends in “…”: units not named are not 0"},
		"note":        aboutNote,
		"total":       {VI: "tổng các đơn vị, đúng như công bố; không tự cộng", EN: "the units together, as published; never computed"},
		"city":        {VI: "riêng của thành phố, không phải tổng của đơn vị", EN: "the city itself, not a sum of units"},
		"units":       {VI: "từng đơn vị: `mã-đơn-vị = số`, theo thứ tự của nguồn", EN: "`unit-id = entry`, in the order of the source"},
		"by":          {VI: "chia theo phần: `[figures.MÃ.by.CÁCH-CHIA]`, `phần = số`", EN: "`[figures.ID.by.BREAKDOWN]`, `category = entry`"},
		"counts":      {VI: "nguồn nói bao nhiêu đơn vị ở một tình trạng: `tình-trạng = số`", EN: "`state = entry`: how many units the source says are in a state"},
	}},
	entryRecord: {diag.Text{VI: "Một số liệu", EN: "One figure"}, map[string]diag.Text{
		"value":     {VI: "số, viết liền: `1100`, `886.3`", EN: "the number, written plainly: `1100`, `886.3`"},
		"plan":      {VI: "kế hoạch, như in", EN: "as printed"},
		"percent":   {VI: "tỷ lệ phần trăm, như in", EN: "a percentage, as printed"},
		"published": {VI: "cả ô, đúng từng ký tự; không ghi thì là số viết theo `source-locale`", EN: "the cell to the letter; default: the value as `source-locale` writes it"},
		"state":     {VI: "tình trạng, thay cho số", EN: "instead of a value"},
		"text":      {VI: "lời trong ô, hoặc điều được kể bằng lời", EN: "words of a text cell, or what is told in words"},
		"same-as":   {VI: "ô in “như trên”: mã đơn vị của dòng được chỉ tới", EN: "the cell says “như trên”: the unit of the row it points to"},
		"at":        {VI: "chỗ in; không ghi thì như của bảng", EN: "default: that of the table"},
		"note":      aboutNote,
	}},
	mechanismRecord: {diag.Text{VI: "Một cơ chế, chính sách", EN: "A mechanism"}, map[string]diag.Text{
		"name":      {VI: "tên cơ chế", EN: "what it is called"},
		"provision": {VI: "điều khoản của nghị quyết", EN: "of the resolution"},
		"n":         {VI: "bao nhiêu, như công bố", EN: "how many, as published"},
		"of":        {VI: "bao nhiêu gì: `mô hình`", EN: "of what: `mô hình`"},
		"published": {VI: "đúng như in: `02 mô hình`", EN: "`02 mô hình`"},
		"state":     {VI: "đang ở tình trạng nào", EN: "how far it is"},
		"units":     aboutUnits,
		"items":     {VI: "từng trường hợp được nêu: `[mechanism.MÃ.items.N]` với `name`, `unit`, `as` (tên đơn vị như in, khi viết khác)", EN: "`[mechanism.ID.items.N]` with `name`, `unit`, `as` (the unit as printed where spelt otherwise)"},
		"at":        aboutAt,
		"note":      aboutNote,
	}},
	itemRecord: {diag.Text{VI: "Một trường hợp được nêu", EN: "An item"}, map[string]diag.Text{
		"name": {VI: "tên như in", EN: "as printed"}, "unit": {VI: "đơn vị", EN: "a unit"}, "as": {VI: "tên đơn vị như in, khi viết khác", EN: "the unit as printed where spelt otherwise"},
	}},
	passageRecord: {diag.Text{VI: "Đoạn trích", EN: "A passage"}, map[string]diag.Text{
		"at": aboutAt, "text": {VI: "nguyên văn, đúng từng chữ", EN: "to the letter"},
	}},
	workRecord: {diag.Text{VI: "Một công trình", EN: "A work"}, map[string]diag.Text{
		"name":     {VI: "tên công trình, đúng như in", EN: "what it is called, as printed"},
		"unit":     {VI: "ở đơn vị nào", EN: "the unit it is in"},
		"states":   {VI: "tình trạng, có thể nhiều", EN: "`late`, `not-handed-over`, `not-settled`, `in-debt`"},
		"at":       aboutAt,
		"also-at":  {VI: "còn được nhắc ở đâu", EN: "named again"},
		"passage":  {VI: "đoạn trích mà từ đó tách ra", EN: "the passage it was split from"},
		"figure":   {VI: "`BẢNG/ĐƠN-VỊ`: số liệu về tiền của công trình", EN: "`TABLE/UNIT`: the figure that holds its money"},
		"reason":   {VI: "lý do, chỉ khi nguồn in ra", EN: "only if printed"},
		"deadline": {VI: "thời hạn như in, chỉ khi nguồn in ra", EN: "as printed, and only if printed"},
		"note":     aboutNote,
	}},
	mentionRecord: {diag.Text{VI: "Lời báo cáo nói về đơn vị", EN: "What the report says of units"}, map[string]diag.Text{
		"kind":       {VI: "nói theo hướng nào", EN: "`well`, `weak`, `note`"},
		"units":      aboutUnits,
		"open":       aboutOpen,
		"state":      {VI: "tình trạng công trình mà câu ấy nói tới", EN: "a work state it speaks of"},
		"resolution": {VI: "nghị quyết, chỉ khi nguồn gắn với nó; báo cáo có phần về nghị quyết ấy", EN: "only where the source ties it; the report has a chapter on it"},
		"text":       {VI: "nói bằng lời của mình, đúng phạm vi câu ấy và không hơn", EN: "what it says, in our own words: what the sentence covers and no more"},
		"published":  {VI: "tên các đơn vị như in", EN: "the names as printed"},
		"at":         aboutAt,
		"note":       aboutNoteOn,
	}},
	statementRecord: {diag.Text{VI: "Hạn chế hoặc kiến nghị", EN: "A shortcoming or a recommendation"}, map[string]diag.Text{
		"text":        {VI: "nói bằng lời của mình", EN: "what it says, in our own words"},
		"at":          {VI: "ý (gạch đầu dòng) trong bản in: `V.3/b2`", EN: "the printed bullet"},
		"to":          {VI: "gửi tới cơ quan nào", EN: "bodies addressed"},
		"units":       aboutUnits,
		"open":        {VI: "`true` khi danh sách đơn vị in ra không đầy đủ", EN: "the printed list of units is not complete"},
		"resolutions": {VI: "nghị quyết, chỉ khi nguồn gắn với nó", EN: "only where the source ties them"},
		"documents":   {VI: "văn bản khác được nhắc tới", EN: "other documents it names"},
		"deadline":    {VI: "thời hạn như in", EN: "as printed"},
		"due":         {VI: "ngày cuối của thời hạn in ra", EN: "last day of the printed deadline"},
		"note":        aboutNoteOn,
	}},
	checkRecord: {diag.Text{VI: "Ghi chú về một phép đối chiếu", EN: "A note on a reconciliation"}, map[string]diag.Text{
		"of":       {VI: "mã phép đối chiếu, như ở trang đối chiếu và trong tệp CSV của nó: `sum.budget-revenue-2023`", EN: "id of the reconciliation, as on the checks page and in its CSV: `sum.budget-revenue-2023`"},
		"status":   {VI: "đã rõ đến đâu", EN: "`explained` (somebody said how it comes), `confirmed` (the source stands by what it prints), `corrected` (a later document says otherwise)"},
		"note":     {VI: "bằng lời của mình: ai nói gì, khi nào", EN: "own words: who said what, and when"},
		"document": {VI: "văn bản nói điều ấy; cần có khi ghi `corrected`", EN: "that says so; required with `corrected`"},
	}},
	replyRecord: {diag.Text{VI: "Phản hồi của đơn vị", EN: "A reply of a unit"}, map[string]diag.Text{
		"unit": {VI: "đơn vị nào phản hồi", EN: "who answers"},
		"of": {
			VI: "phản hồi về điều gì: mã bảng số liệu (số của đơn vị trong bảng, hoặc việc bảng không có số của đơn vị), hoặc `mechanism:MÃ`, `work:MÃ`, `mention:MÃ`, `shortcoming:MÃ`, `recommendation:MÃ`",
			EN: "what to: the id of a figures table (the unit's figure in it, or that it has none), or `mechanism:ID`, `work:ID`, `mention:ID`, `shortcoming:ID`, `recommendation:ID`"},
		"status":   {VI: "đơn vị nói thế nào", EN: "`confirms` (it is as printed), `contests` (it is otherwise), `remarks` (the unit adds something)"},
		"value":    {VI: "đi với `contests`: số mà đơn vị nêu, tính theo đơn vị tính của bảng", EN: "with `contests`: the number the unit gives, in the unit of measure of the table"},
		"text":     {VI: "đơn vị nói gì; cần có, trừ khi xác nhận hoặc đã nêu `value`", EN: "what the unit says; required unless it confirms or gives a `value`"},
		"by":       {VI: "ai ký", EN: "who signed it"},
		"received": {VI: "nhận ngày nào", EN: "when it came"},
		"document": {VI: "văn bản phản hồi", EN: "the letter"},
	}},
	frontRecord: {diag.Text{VI: "Phần đầu của bài", EN: "Front matter"}, map[string]diag.Text{
		"title":       {VI: "tên của trang", EN: "heading of the page"},
		"lead":        {VI: "ý chính trong một, hai câu; số liệu viết bằng tham chiếu {{ … }}", EN: "the answer in one or two sentences, with bindings"},
		"description": {VI: "cho máy tìm kiếm; không ghi thì như `lead`", EN: "for search engines; default: the lead"},
		"round": {
			VI: "bài nói về báo cáo nào; cần có khi cổng có nhiều báo cáo và bài có số liệu, để báo cáo mới không đổi con số trong câu cũ",
			EN: "the report the text speaks of; needed where the portal has several and the text has figures, so that a new report never changes the numbers in an old sentence"},
		"headline": {VI: "con số lớn trên trang chủ", EN: "the one big figure on the home page"},
		"sentence": {VI: "câu đứng cạnh con số ấy", EN: "the sentence beside it"},
	}},
	factRecord: {diag.Text{VI: "Con số nổi bật", EN: "A big figure"}, map[string]diag.Text{
		"label":  {VI: "nhãn của một trong tối đa bốn con số nổi bật", EN: "one of up to four big figures: its label"},
		"value":  {VI: "con số, viết bằng tham chiếu {{ … }}", EN: "the figure, a binding"},
		"note":   {VI: "đơn vị tính và kỳ", EN: "unit and period"},
		"source": {VI: "in ở đâu", EN: "where it is printed"},
		"check":  {VI: "bảng số liệu mà phép đối chiếu liên quan", EN: "figures table whose checks concern it"},
	}},
	figureRecord: {diag.Text{VI: "Hình trong bài", EN: "A figure in the text"}, map[string]diag.Text{
		"kind": {VI: "loại hình", EN: "`bars` (one measure by unit), `pairs` (two measures), `percents` (the printed percentages), `plan` (value against plan), `stages` (units by state), `parts` (a breakdown), `table` (the tables side by side, a row per unit; tables without units are listed figure by figure), `matrix` (a glyph per unit and table)"},
		"tables": {
			VI: "các bảng số liệu: hai bảng cho `pairs`, một cho `plan`, `stages` và `parts`, bao nhiêu cũng được cho loại khác; `matrix` cần số của đơn vị, không ghi bảng thì vẽ mọi phần của báo cáo mới nhất",
			EN: "figures tables: two for `pairs`, one for `plan`, `stages` and `parts`, any number for the others, with figures of units for `matrix`; a `matrix` without tables shows every chapter of the newest round, every other kind needs them"},
		"title": {VI: "tên hình", EN: "heading of the figure"},
		"note":  {VI: "lời dưới hình", EN: "a line below it"},
	}},
}
