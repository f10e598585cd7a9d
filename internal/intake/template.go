package intake

import (
	"cmp"
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
)

// Words are what the form says in the portal's language: its tag and the words of the states.
type Words struct {
	Lang  string
	State func(model.State) string
}

var (
	guideName = diag.Text{VI: "Hướng dẫn", EN: "How to fill"}
	guide     = []diag.Text{
		{VI: "Mỗi trang tính là một bảng số liệu, mỗi dòng là một đơn vị. Điều cổng đã có thì ghi sẵn.",
			EN: "Each sheet is a table of figures, each row a unit. What the portal has already is filled in."},
		{VI: "Ghi đúng như văn bản nguồn. Đừng tự cộng, tự tính hay sửa số của nguồn.",
			EN: "Write what the source document says. Add nothing up, compute nothing, correct nothing."},
		{VI: "Nguồn không nói gì về một đơn vị thì để trống cả dòng. Để trống không phải là 0.",
			EN: "Where the source is silent on a unit, leave its row empty. Empty is not 0."},
		{VI: "Nguồn nói vì sao không có số thì chọn ở cột Tình trạng. Mỗi dòng chỉ ghi một trong hai: số hoặc tình trạng.",
			EN: "Where the source says why there is no number, choose it under State; no row has both a number and a state."},
		{VI: "Viết số như trong nguồn: 1.100 là một nghìn một trăm, 7,4 là bảy phẩy tư. Ô nào tự đổi thành ngày tháng thì gõ lại.",
			EN: "Numbers are written as the source's language writes them. Where a cell turns into a date, type it again."},
		{VI: "Có thể sắp xếp, ẩn, bỏ bớt dòng và cột. Đừng đổi tên cột, mã bảng và mã báo cáo.",
			EN: "Rows and columns may be sorted, hidden or left out. Leave the heads of columns and the ids as they are."},
		{VI: "Muốn rút một số đã có thì báo người biên tập: xóa trắng ô thì số cũ vẫn còn.",
			EN: "To withdraw a figure, tell the editor: emptying its cell withdraws nothing."},
	}
	meaning = diag.Text{VI: "Các tình trạng", EN: "The states"}
)

// Template is the form for a report's tables; for one alone where only is not nil. A table without figures of
// units gets a sheet where it has no others either, or is asked for.
func Template(p *model.Portal, r *model.Round, only *model.Table, w Words) *sheet.Book {
	b := &sheet.Book{Title: r.Document.Number, Author: p.Publisher, Date: r.AsOf.Time(), Sheets: []*sheet.Sheet{guideSheet(r, w)}}
	taken := map[string]int{}
	for _, t := range r.Tables {
		if only == nil && (len(t.Units) > 0 || len(t.All()) == 0) || only == t {
			s := form(p, t, w)
			s.Name = distinct(taken, sheet.SafeName(t.ID))
			b.Sheets = append(b.Sheets, s)
		}
	}
	return b
}

// distinct makes a name that no other sheet has.
func distinct(taken map[string]int, name string) string {
	taken[name]++
	if n := taken[name]; n > 1 {
		tail := "-" + decimal.FromInt(int64(n)).String()
		return name[:min(len(name), 31-len(tail))] + tail
	}
	return name
}

func guideSheet(r *model.Round, w Words) *sheet.Sheet {
	s := &sheet.Sheet{Name: guideName.In(w.Lang), Columns: []sheet.Column{{Width: 110}}}
	add := func(style sheet.Style, text string) { s.Set(len(s.Rows), 0, sheet.T(style, text)) }
	add(sheet.Title, guideName.In(w.Lang)+": "+r.Document.Number)
	for _, line := range guide {
		add(sheet.Plain, line.In(w.Lang))
	}
	add(sheet.Group, meaning.In(w.Lang))
	for _, state := range model.FigureStates {
		add(sheet.Plain, w.State(state))
	}
	return s
}

// form is the sheet of one table.
func form(p *model.Portal, t *model.Table, w Words) *sheet.Sheet {
	cols := columnsFor(t)
	s := &sheet.Sheet{Protect: true, Side: 2}
	s.Set(0, 0, sheet.T(sheet.Title, t.Indicator.Name))
	for _, line := range []struct {
		label diag.Text
		text  string
	}{{labelReport, t.Round.ID}, {labelTable, t.ID}, {labelUnit, t.Indicator.UnitMeasure}, {labelPeriod, t.Period.Name}} {
		if line.text != "" {
			row := len(s.Rows)
			s.Set(row, 0, sheet.T(sheet.Plain, line.label.In(w.Lang)))
			s.Set(row, 1, sheet.T(sheet.Fixed, line.text))
		}
	}
	head := len(s.Rows)
	s.Frozen, s.Repeat = head+1, head+1
	for i, c := range cols {
		s.Columns = append(s.Columns, sheet.Column{Width: looks[c].width})
		cell := sheet.T(sheet.Head, looks[c].head.In(w.Lang))
		cell.Note = looks[c].prompt.In(w.Lang)
		s.Set(head, i, cell)
	}
	units := unitsOf(p, t)
	for n, u := range units {
		said := saidOf(t.Of(u), printedIn(p))
		for i, c := range cols {
			s.Set(head+1+n, i, said.cell(c, u, w))
		}
	}
	s.Choices = choices(cols, sheet.Range{Row: head + 1, LastRow: head + max(len(units), 1)}, w)
	return s
}

func choices(cols []column, rows sheet.Range, w Words) []sheet.Choice {
	var out []sheet.Choice
	for i, c := range cols {
		rows.Col, rows.LastCol = i, i
		choice := sheet.Choice{Range: rows, Title: looks[c].head.In(w.Lang), Prompt: looks[c].prompt.In(w.Lang)}
		if c == colState {
			for _, state := range model.FigureStates {
				choice.Words = append(choice.Words, w.State(state))
			}
			choice.Refusal = diag.Text{VI: "Chọn một tình trạng trong danh sách, hoặc để trống.", EN: "Choose a state from the list, or leave it empty."}.In(w.Lang)
		}
		if choice.Prompt != "" {
			out = append(out, choice)
		}
	}
	return out
}

// cell is what the form shows in a column of a unit; s is nil where the data is silent.
func (s *Said) cell(c column, u *model.Unit, w Words) sheet.Cell {
	style := looks[c].style
	switch c {
	case colID:
		return sheet.T(style, u.ID)
	case colUnit:
		return sheet.T(style, called(u))
	}
	if s == nil {
		return sheet.Cell{Style: style}
	}
	number := func(d *decimal.Decimal) sheet.Cell {
		if d == nil {
			return sheet.Cell{Style: style}
		}
		return sheet.N(style, d.String())
	}
	switch c {
	case colValue:
		return number(s.Value)
	case colPlan:
		return number(s.Plan)
	case colPercent:
		return number(s.Percent)
	case colState:
		if s.State != "" {
			return sheet.T(style, w.State(s.State))
		}
		return sheet.T(style, "")
	}
	return sheet.T(style, map[column]string{colText: s.Text, colPublished: s.Published, colAt: s.At, colNote: s.Note}[c])
}

// called is a unit's name with its kind word.
func called(u *model.Unit) string {
	if u.Kind == nil {
		return u.Name
	}
	return u.Kind.Name + " " + u.Name
}

// unitsOf are the units that existed on the report's day, less those that others belong to, and any other the
// table tells of; kind by kind, in the order of the portal.
func unitsOf(p *model.Portal, t *model.Table) []*model.Unit {
	day := t.Round.AsOf
	parents := map[*model.Unit]bool{}
	for _, u := range p.Units {
		parents[u.Parent] = true
	}
	var out []*model.Unit
	for _, u := range p.Units {
		ended := !u.ValidTo.IsZero() && u.ValidTo.Before(day)
		begun := u.ValidFrom.IsZero() || !day.Before(u.ValidFrom)
		if t.Of(u) != nil || begun && !ended && !parents[u] {
			out = append(out, u)
		}
	}
	slices.SortStableFunc(out, func(a, b *model.Unit) int {
		return cmp.Compare(slices.Index(p.Kinds, a.Kind), slices.Index(p.Kinds, b.Kind))
	})
	return out
}

// printedIn is how the portal's sources write numbers.
func printedIn(p *model.Portal) func(decimal.Decimal) string {
	return func(d decimal.Decimal) string { return locale.FormatNumber(p.SourceLocale, d) }
}
