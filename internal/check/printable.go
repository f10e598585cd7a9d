package check

import (
	"math"
	"math/big"
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// lacking says why a figure cannot be printed as asked; nil if it can. A state is printed in words, and
// nothing is computed from it.
func lacking(f *model.Figure, ref narrative.Ref, rd *round) *diag.Text {
	number := f.Number(ref.Field)
	switch {
	case ref.Field != "" && !has(f, ref.Field):
		return &diag.Text{VI: "ô này không có " + ref.Field, EN: "the cell has no " + ref.Field}
	case ref.Format == "words" && number == nil:
		return &diag.Text{VI: "ô này không có số để viết thành chữ", EN: "the cell has no number to put in words"}
	case ref.Format == "words" || ref.Field != "" && ref.Format == "":
		return nil
	case ref.Field != "":
		return &diag.Text{VI: ref.Format + " là của cả ô, không phải của ." + ref.Field, EN: ref.Format + " is of the cell and not of ." + ref.Field}
	}
	switch ref.Format {
	case "":
		if f != nil && f.State == model.Reported && number == nil {
			return noNumber(f)
		}
	case "ratio":
		return lackingRatio(f)
	case "share":
		return lackingShare(f)
	case "sum", "rest":
		return lackingSum(f, ref.Format, rd)
	}
	return nil
}

func lackingRatio(f *model.Figure) *diag.Text {
	switch {
	case f == nil || f.Value == nil:
		return noNumber(f)
	case f.Plan == nil || f.Plan.IsZero():
		return &diag.Text{VI: "ô này không in đủ hai số: thực hiện và kế hoạch", EN: "the cell does not print both a value and a plan"}
	}
	return tooLarge(*f.Value, *f.Plan)
}

// lackingShare says why a figure is no share of its table's total.
func lackingShare(f *model.Figure) *diag.Text {
	if f == nil || f.Value == nil {
		return noNumber(f)
	}
	t := f.Table
	switch {
	case f.Scope != model.OfUnit && f.Scope != model.OfPart:
		return &diag.Text{VI: "share chỉ dùng với một đơn vị hoặc một phần part.…", EN: "share is for a unit or a part.…"}
	case f.Scope == model.OfUnit && !t.Indicator.Summable, t.Indicator.Measure == model.Percent:
		return &diag.Text{VI: "số của các đơn vị không cộng lại được (summable), nên không có tỷ trọng", EN: "the units may not be added up (summable), so there is no share"}
	case t.Total == nil || t.Total.Value == nil || t.Total.Value.IsZero():
		return &diag.Text{VI: "bảng không có tổng công bố khác 0", EN: "the table has no published total other than 0"}
	}
	return tooLarge(*f.Value, *t.Total.Value)
}

// lackingSum says why the units of a total cannot be added up, or nothing is left of it.
func lackingSum(f *model.Figure, format string, rd *round) *diag.Text {
	if f == nil || f.Scope != model.OfTotal || f.Value == nil {
		return &diag.Text{VI: format + " chỉ dùng với /total có số", EN: format + " is for a /total with a number"}
	}
	parents := map[*model.Unit]bool{}
	for _, u := range rd.portal.Units {
		parents[u.Parent] = true
	}
	numbers := []decimal.Decimal{*f.Value}
	for _, g := range f.Table.Units {
		if g.Value != nil && !parents[g.Unit] { // what is made up of others is not added to them
			numbers = append(numbers, *g.Value)
		}
	}
	switch {
	case !f.Table.Indicator.Summable || len(numbers) == 1:
		return &diag.Text{VI: "các đơn vị không được cộng lại (summable), hoặc không đơn vị nào có số", EN: "units may not be added up (summable), or none has a number"}
	case !decimal.CanAdd(numbers):
		return &diag.Text{VI: "các số dài quá, không cộng đúng từng chữ số được", EN: "the numbers are too long to be added up exactly"}
	case format == "rest" && !slices.ContainsFunc(rd.everyone(), func(u *model.Unit) bool { return f.Table.StateOf(u) == model.NotStated }):
		return &diag.Text{VI: "đơn vị nào cũng có tên trong bảng, nên không có phần nào là của đơn vị không nêu", EN: "the table names every unit, so nothing is left for units it does not name"}
	}
	return nil
}

// maxPercent is the largest percentage that is computed.
var maxPercent = big.NewRat(1_000_000_000, 1)

// tooLarge says that a percentage is too large to be printed; nil if it is not.
func tooLarge(of, whole decimal.Decimal) *diag.Text {
	percent := new(big.Rat).Quo(of.Rat(), whole.Rat())
	if percent.Abs(percent.Mul(percent, big.NewRat(100, 1))).Cmp(maxPercent) <= 0 {
		return nil
	}
	return &diag.Text{VI: "tỷ lệ lớn quá, không in được", EN: "the percentage is too large to be printed"}
}

// noNumber says what a cell holds that is to be computed with and has no number.
func noNumber(f *model.Figure) *diag.Text {
	switch {
	case f == nil:
		return &diag.Text{VI: "báo cáo không nêu số của đơn vị này, nên không có gì để tính", EN: "the source gives no number of this unit, so there is nothing to compute"}
	case f.State == model.Reported:
		return &diag.Text{VI: "ô này chỉ có tỷ lệ phần trăm: viết .percent", EN: "the cell has a percentage only: write .percent"}
	}
	return &diag.Text{VI: "ô này ghi tình trạng " + string(f.State) + ", không có số để tính", EN: "the cell has the state " + string(f.State) + " and no number to compute with"}
}

// has reports whether a field of a cell is printed.
func has(f *model.Figure, field string) bool {
	if field == "published" {
		return f != nil && f.Published != ""
	}
	return f.Number(field) != nil
}

// kindOfNumber is what two numbers must share to be taken from one another.
type kindOfNumber struct {
	measure model.Measure
	unit    diag.Text
}

func kindOf(f *model.Figure, field string) kindOfNumber {
	i := f.Table.Indicator
	switch {
	case field == "percent" || i.Measure == model.Percent && f.Scope != model.OfCount:
		return kindOfNumber{model.Percent, diag.Text{VI: "%", EN: "%"}}
	case f.Scope == model.OfCount:
		return kindOfNumber{model.Count, nounUnit}
	}
	return kindOfNumber{i.Measure, diag.Text{VI: i.UnitMeasure, EN: i.UnitMeasure}}
}

// apart says why a number cannot be taken from another; nil if it can.
func apart(f *model.Figure, field string, g *model.Figure, lessField string) *diag.Text {
	a, b := f.Number(field), g.Number(lessField)
	switch {
	case a == nil:
		return noOperand(f, field)
	case b == nil:
		return noOperand(g, lessField)
	}
	if x, y := kindOf(f, field), kindOf(g, lessField); x != y {
		return &diag.Text{VI: "hai số khác đơn vị tính (" + x.unit.VI + " và " + y.unit.VI + "), không trừ được",
			EN: "the two numbers differ in unit of measure (" + x.unit.EN + " and " + y.unit.EN + ")"}
	}
	if (math.Abs(a.Float())+math.Abs(b.Float()))*math.Pow10(max(a.Scale(), b.Scale())) > math.MaxInt64/2 {
		return &diag.Text{VI: "hiệu của hai số dài quá, không giữ được đúng", EN: "the difference is too long to be kept exactly"}
	}
	return nil
}

func noOperand(f *model.Figure, field string) *diag.Text {
	switch field {
	case "":
		return noNumber(f)
	case "published":
		return &diag.Text{VI: "published là chữ trong ô, không trừ được", EN: "published is the text of the cell and no number"}
	}
	return &diag.Text{VI: "ô này không có " + field, EN: "the cell has no " + field}
}
