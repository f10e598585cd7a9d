package scaffold

import (
	"fmt"

	"minhbach/internal/diag"
)

// with puts arguments into a text.
func with(t diag.Text, args ...any) diag.Text {
	return diag.Text{VI: fmt.Sprintf(t.VI, args...), EN: fmt.Sprintf(t.EN, args...)}
}

func refuse(t diag.Text, args ...any) *Refusal { return &Refusal{Text: with(t, args...)} }

// Why nothing is written.
var (
	textNoPortal = diag.Text{
		VI: "ở đây không có cổng nào (không có data/portal.toml). Chuyển vào thư mục của cổng, hoặc tạo cổng mới: minhbach init THƯ-MỤC",
		EN: "there is no portal here (no data/portal.toml). Go to the portal's folder, or make a new one: minhbach init FOLDER"}
	textBadID = diag.Text{
		VI: "mã %q chỉ được có chữ thường không dấu, chữ số và dấu gạch ngang. Dùng: %s",
		EN: "the id %q may have lower-case ASCII letters, digits and hyphens only. Use: %s"}
	textNoID = diag.Text{
		VI: "mã %q chỉ được có chữ thường không dấu, chữ số và dấu gạch ngang. Ví dụ: thach-ha",
		EN: "the id %q may have lower-case ASCII letters, digits and hyphens only. Such as: thach-ha"}
	textTaken    = diag.Text{VI: "mã %q đã có ở %v. Chọn mã khác, hoặc sửa ở đó", EN: "the id %q is in %v already. Choose another, or edit it there"}
	textReserved = diag.Text{
		VI: "mã %q đã dành cho việc khác (total, city và all không phải tên đơn vị). Chọn mã khác",
		EN: "the id %q has a meaning of its own (total, city and all are no units). Choose another"}
	textBroken      = diag.Text{VI: "%s có lỗi nên chưa ghi thêm được. Sửa lỗi trước", EN: "%s has errors, so nothing can be added. Mend it first"}
	textNoReport    = diag.Text{VI: "cổng chưa có báo cáo nào. Tạo trước: minhbach new report MÃ", EN: "the portal has no report yet. Make one first: minhbach new report ID"}
	textWhichReport = diag.Text{
		VI: "báo cáo %[1]s chưa ghi ngày (as-of), nên chưa biết báo cáo nào mới nhất. Nói rõ công trình thuộc báo cáo nào, ví dụ: minhbach new work %[2]s --report %[1]s",
		EN: "the report %[1]s has no day (as-of) yet, so nobody can say which is the newest. Say which report the work is in, such as: minhbach new work %[2]s --report %[1]s"}
	textUnknownReport = diag.Text{VI: "không có báo cáo %q; các báo cáo: %s", EN: "there is no report %q; reports: %s"}
	textInTheWay      = diag.Text{
		VI: "thư mục %s không trống: có %s. Chọn thư mục khác; không tệp nào bị đụng tới",
		EN: "the folder %s is not empty: it has %s. Choose another; nothing was touched"}
	textNoFolder = diag.Text{VI: "%s không phải thư mục", EN: "%s is no folder"}
)

// What the comments of a new file say.
var (
	textExampleID  = diag.Text{VI: "ma", EN: "id"}
	textResolution = diag.Text{
		VI: "Một nghị quyết được theo dõi. Mã của nó là tên tệp: %[1]s. Bài viết về nghị quyết, nếu có, ở content/resolutions/%[1]s.md.",
		EN: "A resolution that is followed. Its id is the name of this file: %[1]s. A text on it, if there is one, is content/resolutions/%[1]s.md."}
	textReport = diag.Text{
		VI: "Một báo cáo giám sát. Tên thư mục là mã của báo cáo, cũng là mã của nó trong data/documents.toml. Số liệu ghi ở các tệp khác trong %[1]s/, mỗi nghị quyết một tệp, ví dụ %[1]s/12-2022.toml.",
		EN: "A monitoring report. The name of the folder is its id, here and in data/documents.toml. Figures stand in other files in %[1]s/, one for each resolution, such as %[1]s/12-2022.toml."}
	textKinds   = diag.Text{VI: "Các loại đơn vị đã có: %s.", EN: "The kinds of unit there are: %s."}
	textNoKinds = diag.Text{VI: "Chưa có loại đơn vị nào. Bỏ dấu # để tạo một loại:", EN: "There is no kind of unit yet. Take the # off to make one:"}
	textFill    = diag.Text{
		VI: "Điền vào giữa hai dấu nháy, rồi chạy: minhbach check (lệnh này chỉ ra từng chỗ còn thiếu).",
		EN: "Fill in what is between the quotation marks, then run: minhbach check (it names every place that is left)."}
	textsOf = map[string]diag.Text{
		"kind":      {VI: "Các loại đơn vị. Bỏ dấu # ở đầu dòng rồi điền, mỗi loại một mục.", EN: "The kinds of unit. Take the # off the lines and fill them in, one table for each."},
		"unit":      {VI: "Các đơn vị, mỗi đơn vị một mục. Thêm đơn vị: minhbach new unit MÃ", EN: "The units, one table each. To add one: minhbach new unit ID"},
		"body":      {VI: "Cơ quan ban hành văn bản và cơ quan nhận kiến nghị, mỗi cơ quan một mục.", EN: "Who issues documents and to whom recommendations go, one table each."},
		"document":  {VI: "Mọi văn bản được dẫn, trừ các nghị quyết được theo dõi. Thêm báo cáo: minhbach new report MÃ", EN: "Every document that is cited, but for the resolutions that are followed. To add a report: minhbach new report ID"},
		"provision": {VI: "Điều, khoản được theo dõi, nếu có:", EN: "A provision that is followed, if there is one:"},
		"indicator": {VI: "Chỉ tiêu: đo cái gì. Mã không trùng với chỉ tiêu nào khác của cổng.", EN: "An indicator: what is measured. No other one of the portal has its id."},
		"period":    {VI: "Kỳ của số liệu: bảng số liệu nào cũng thuộc một kỳ.", EN: "A period: every table of figures is of one."},
		"section":   {VI: "Đề mục của bản in, để người đọc tìm được chỗ in của từng số.", EN: "A heading of the printed report, so that readers find where each figure is printed."},
	}
)
