package intake

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
)

// column is what a column holds.
type column int

// The columns of a form, in their order.
const (
	colID column = iota
	colUnit
	colValue
	colPlan
	colPercent
	colState
	colText
	colPublished
	colAt
	colNote
	columns
)

// look is the head of a column, other heads it is known by, and how it is made.
type look struct {
	head   diag.Text
	also   []string
	width  float64
	style  sheet.Style
	prompt diag.Text
}

var looks = [columns]look{
	colID:   {diag.Text{VI: "Mã", EN: "Id"}, []string{"ma don vi", "unit id"}, 14, sheet.Fixed, diag.Text{}},
	colUnit: {diag.Text{VI: "Đơn vị", EN: "Unit"}, []string{"ten don vi", "xa phuong"}, 24, sheet.Fixed, diag.Text{}},
	colValue: {diag.Text{VI: "Số liệu", EN: "Figure"}, []string{"gia tri", "value"}, 14, sheet.Figures,
		diag.Text{VI: "Chỉ ghi con số, không ghi đơn vị tính. 0 là một con số: chỉ ghi 0 khi nguồn ghi 0. Không có số thì để trống và chọn tình trạng.",
			EN: "The number alone, without its unit of measure. 0 is a number: write it only where the source does. Without a number leave it empty and choose a state."}},
	colPlan: {diag.Text{VI: "Kế hoạch", EN: "Plan"}, nil, 14, sheet.Figures,
		diag.Text{VI: "Số kế hoạch in trong nguồn, nếu có.", EN: "The plan the source prints, if it does."}},
	colPercent: {diag.Text{VI: "Tỷ lệ (%)", EN: "Percent"}, []string{"ty le", "ti le", "ti le (%)"}, 11, sheet.Figures,
		diag.Text{VI: "Tỷ lệ in trong nguồn: 7,4 nghĩa là 7,4%. Đừng tự tính.", EN: "The percentage the source prints: 7.4 means 7.4%. Compute nothing."}},
	colState: {diag.Text{VI: "Tình trạng", EN: "State"}, []string{"trang thai"}, 24, sheet.Input,
		diag.Text{VI: "Khi không có số: chọn trong danh sách vì sao không có. Có số thì để trống.", EN: "Without a number: choose why there is none. With a number leave it empty."}},
	colText: {diag.Text{VI: "Lời kể", EN: "Told"}, nil, 30, sheet.Input,
		diag.Text{VI: "Điều nguồn nói bằng lời.", EN: "What the source says in words."}},
	colPublished: {diag.Text{VI: "Nguyên văn", EN: "As printed"}, nil, 20, sheet.Input,
		diag.Text{VI: "Chỉ khi ô trong nguồn in khác con số thường, ví dụ 1.100/14.170=7,4%. Đổi số thì đổi cả ô này.",
			EN: "Only where the source prints something else than the plain number, such as 1.100/14.170=7,4%. If the number changes, so must this."}},
	colAt: {diag.Text{VI: "Chỗ trong nguồn", EN: "Place in the source"}, nil, 17, sheet.Input,
		diag.Text{VI: "Chỉ khi khác chỗ chung của bảng, ví dụ III.5/r12/thu.", EN: "Only where it differs from the place of the table, such as III.5/r12/thu."}},
	colNote: {diag.Text{VI: "Ghi chú", EN: "Note"}, nil, 34, sheet.Input,
		diag.Text{VI: "Điều người đọc cần biết; sẽ lên trang.", EN: "What a reader must know; it is published."}},
}

// Labels of the lines above the heads.
var (
	labelReport = diag.Text{VI: "Mã báo cáo", EN: "Report id"}
	labelTable  = diag.Text{VI: "Mã bảng", EN: "Table id"}
	labelUnit   = diag.Text{VI: "Đơn vị tính", EN: "Unit of measure"}
	labelPeriod = diag.Text{VI: "Kỳ", EN: "Period"}
)

// folded is a text in lower case without marks and needless spaces.
func folded(s string) string { return strings.Join(strings.Fields(locale.Fold(s)), " ") }

// is reports whether a cell bears a label of either language.
func is(cell string, label diag.Text) bool {
	f := strings.TrimSuffix(folded(cell), ":")
	return f != "" && (f == folded(label.VI) || f == folded(label.EN))
}

// columnOf returns the column that a head names.
func columnOf(head string) (column, bool) {
	f := folded(head)
	for c, l := range looks {
		if is(head, l.head) || slices.Contains(l.also, f) {
			return column(c), true
		}
	}
	return 0, false
}

// columnsFor are the columns of a table's form: those that make sense for what it measures.
func columnsFor(t *model.Table) []column {
	switch t.Indicator.Measure {
	case model.Stage:
		return []column{colID, colUnit, colState, colText, colAt, colNote}
	case model.Words:
		return []column{colID, colUnit, colText, colState, colPublished, colAt, colNote}
	case model.Percent:
		return []column{colID, colUnit, colValue, colState, colText, colPublished, colAt, colNote}
	}
	return []column{colID, colUnit, colValue, colPlan, colPercent, colState, colText, colPublished, colAt, colNote}
}
