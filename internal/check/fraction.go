package check

import (
	"math"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// fraction warns of a percentage that was taken over from a spreadsheet as the fraction it is kept as there: 0.074
// for 7,4%. It can only be seen where the value and the plan it is of stand beside it.
func (r *round) fraction(f *model.Figure, v *source.Value) {
	if f.Percent == nil || f.Value == nil || f.Plan == nil || f.Plan.Sign() <= 0 || f.Value.Sign() <= 0 {
		return
	}
	share, written := f.Value.Float()/f.Plan.Float(), f.Percent.Float()
	if math.Abs(written-share) > 0.006*math.Max(1, share) || written < share/2 || math.Abs(written-100*share) < 1 {
		return
	}
	hundred := f.Percent.Rat()
	percent := decimal.Round(hundred.Mul(hundred, decimal.FromInt(100).Rat()), max(f.Percent.Scale()-2, 0))
	say := func(d decimal.Decimal) string { return locale.FormatNumber(r.portal.SourceLocale, d) + "%" }
	r.advise(valueOf(v), ruleFraction, []any{say(percent), percent.String()}, v.Raw, say(*f.Percent), say(percent))
}

var ruleFraction = &diag.Rule{
	ID: "percent-fraction", Severity: diag.Warning,
	Title:   diag.Text{VI: "tỷ lệ phần trăm ghi thành số thập phân", EN: "a percentage written as a fraction"},
	Reason:  diag.Text{VI: "Bảng tính giữ 7,4% là 0,074; chép sang đây thì trang in 0,074%, nhỏ đi một trăm lần.", EN: "A spreadsheet keeps 7.4% as 0.074; copied from there it is published as 0.074%, a hundred times too small."},
	Message: diag.Text{VI: "percent = %s sẽ in là %s, còn giá trị chia cho kế hoạch là khoảng %s", EN: "percent = %s is printed as %s, while the value is about %s of the plan"},
	Hint:    diag.Text{VI: "nếu nguồn in %s, viết %s", EN: "if the source prints %s, write %s"},
	Before:  "dai-nai = { value = 1100, plan = 14865, percent = 0.074 }", After: "dai-nai = { value = 1100, plan = 14865, percent = 7.4 }",
}
