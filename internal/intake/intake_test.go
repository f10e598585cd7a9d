package intake

import (
	"slices"
	"strings"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/sheet"
)

func TestAFormThatComesBackUntouchedChangesNothing(t *testing.T) {
	p := world(t)
	plan, found := imported(p, template(t, p), "")
	if len(plan.Changes) > 0 || len(found) > 0 || plan.Same != 6 {
		t.Errorf("got %v, %v, %d the same", lines(plan), places(t, found), plan.Same)
	}
}

func TestTheFormHasTheUnitsOfItsDayKindByKind(t *testing.T) {
	p := world(t)
	b := template(t, p)
	s := of(t, b, "trees")
	var got []string
	head, _ := headRow(s.Sheet)
	for _, row := range s.Rows[head+1:] {
		got = append(got, row[0].Text+" "+row[1].Text)
	}
	equal(t, "units", got, []string{"an-binh phường An Bình", "binh-hoa phường Bình Hòa", "tan-an phường Tân An", "dong-ha xã Đông Hà", "tan-an-xa xã Tân An", "thach-ha thị trấn Thạch Hạ"})
	for name, want := range map[string]int{"trees": 10, "share": 8, "phase": 6, "told": 7} {
		s := of(t, b, name)
		head, _ := headRow(s.Sheet)
		if n := len(s.Rows[head]); n != want {
			t.Errorf("%s has %d columns, want %d", name, n, want)
		}
	}
}

// Whatever is filled in properly becomes lines, in whatever order the rows and columns come.
func TestAFilledFormBecomesLines(t *testing.T) {
	p := world(t)
	b := template(t, p)
	trees := of(t, b, "trees")
	trees.put("an-binh", colValue, typed("1.200"))
	trees.put("tan-an", colValue, held1("0"))
	trees.put("dong-ha", colState, sheet.Cell{})
	trees.put("dong-ha", colValue, typed("7 cây"))
	trees.put("thach-ha", colState, typed("TT  Not stated"))
	trees.put("tan-an-xa", colText, typed("có trồng"))
	money := of(t, b, "money")
	money.put("an-binh", colValue, held1("1200"))
	money.put("an-binh", colPublished, typed("1.200/14.170=8,5%"))
	money.put("binh-hoa", colPercent, sheet.Cell{Kind: sheet.Number, Text: "0.125", Percent: true})
	of(t, b, "share").put("an-binh", colValue, typed("7,4%"))
	of(t, b, "phase").put("an-binh", colState, typed("preparing"))
	of(t, b, "told").put("an-binh", colText, typed("Đã trồng xong"))
	want := []string{
		"trees/an-binh value=1200", "trees/tan-an value=0", "trees/dong-ha value=7", "trees/tan-an-xa state=told text=có trồng", "trees/thach-ha state=not-stated",
		"money/an-binh value=1200 plan=14170 percent=7.4 published=1.200/14.170=8,5% at=I/r1", "money/binh-hoa percent=12.5",
		"share/an-binh value=7.4", "phase/an-binh state=preparing", "told/an-binh text=Đã trồng xong",
	}
	plan, found := imported(p, b, "")
	equal(t, "lines", lines(plan), want)
	equal(t, "findings", places(t, found), nil)
	if plan.Same != 1 {
		t.Errorf("%d the same", plan.Same)
	}

	head, _ := headRow(trees.Sheet)
	slices.Reverse(trees.Rows[head+1:])
	for row := range trees.Rows[head:] {
		slices.Reverse(trees.Rows[head+row])
		for len(trees.Rows[head+row]) < 10 { // cells left out at the end of a row
			trees.Rows[head+row] = append([]sheet.Cell{{}}, trees.Rows[head+row]...)
		}
	}
	again, _ := imported(p, b, "trees")
	slices.Reverse(again.Changes)
	equal(t, "lines of a sheet turned around", lines(again), want[:5])
}

// Ten kinds of mess and more, each told at its cell, and no line guessed.
func TestMessIsToldAtItsCell(t *testing.T) {
	p := world(t)
	b := template(t, p)
	trees, money := of(t, b, "trees"), of(t, b, "money")
	trees.put("an-binh", colValue, typed("1,100"))
	trees.put("binh-hoa", colValue, sheet.Cell{})
	trees.put("dong-ha", colValue, held1("5"))
	trees.put("tan-an", colValue, sheet.Cell{Kind: sheet.Date, Text: "45265"})
	trees.put("tan-an-xa", colValue, typed("không"))
	trees.put("thach-ha", colState, typed("đang làm"))
	row := len(trees.Rows)
	for i, cells := range [][]sheet.Cell{
		{{}, typed("Tổng cộng"), held1("1130")},
		{{}, typed("Thạch Hà"), held1("1")},
		{{}, typed("Tan An"), held1("1")},
		{{}, typed("P. AN BÌNH"), held1("1")},
		{{}, {}, held1("1")},
		{typed("dong-ha"), typed("An Bình"), held1("1")},
		{{}, typed("Người lập biểu")},
	} {
		for col, c := range cells {
			trees.Set(row+i, col, c)
		}
	}
	money.put("an-binh", colValue, held1("1200"))
	money.put("an-binh", colPlan, sheet.Cell{Kind: sheet.Fault, Text: "#REF!"})
	money.put("binh-hoa", colValue, typed("173 =6%"))
	money.put("tan-an", colValue, sheet.Cell{Kind: sheet.Number, Text: "0.074", Percent: true})
	money.put("dong-ha", colValue, held1("886.30000000000007"))
	money.put("thach-ha", colValue, held1("1"))
	money.put("thach-ha", colAt, typed("trang 5"))
	money.put("tan-an-xa", colNote, typed("chỉ có ghi chú"))
	of(t, b, "phase").put("an-binh", colState, sheet.Cell{})
	want := []string{
		`money D7 sheet-number: the formula in the cell failed: #REF!`,
		`money H7 sheet-published: the figure of phường An Bình changes, but as printed it is still "1.100/14.170=7,4%"`,
		`money C8 sheet-number: "173 =6%" is two numbers in one cell`,
		`money C9 sheet-number: the cell shows a percentage and holds 0.074`,
		`money C10 sheet-number: 886.30000000000007 has more than 15 digits: it is what a computation left`,
		`money C11 sheet-cleared: something is said of xã Tân An, but no number, state or words`,
		`money I12 sheet-place: "trang 5" is not in the form of a place in a source`,
		`phase C6 sheet-cleared: the cell is empty, but the data has of phường An Bình: tt identified`,
		`trees C7 sheet-number: "1,100" can be read as two numbers, or is not how the source's language writes one`,
		`trees C8 sheet-cleared: the cell is empty, but the data has of phường Bình Hòa: 30`,
		`trees C9 sheet-number: the cell holds a date (45265): the spreadsheet program changed what was typed`,
		`trees F10 sheet-both: xã Đông Hà has both a number and the state "tt in progress"`,
		`trees C11 sheet-number: "không" may be 0, not stated, or nobody eligible`,
		`trees F12 sheet-state: there is no state "đang làm"`,
		`trees B13 sheet-total: the row "Tổng cộng" is a total: the form takes figures of units only`,
		`trees B14 sheet-unit: there is no unit "Thạch Hà"`,
		`trees B15 sheet-unit: "Tan An" may be several units`,
		`trees B16 sheet-unit-twice: phường An Bình stands already in sheet "trees", cell B7`,
		`trees A17 sheet-unit: a row with figures names no unit`,
		`trees B18 sheet-unit: the id "dong-ha" is of xã Đông Hà, but the name is "An Bình"`,
		`trees B19 sheet-unit: the row "Người lập biểu" is no unit and has no figures; it is not read`,
	}
	plan, found := imported(p, b, "")
	equal(t, "findings", places(t, found), want)
	_, again := imported(p, b, "")
	equal(t, "findings of a second reading", places(t, again), want)
	if found.Count(diag.Error) != len(want)-1 {
		t.Errorf("%d errors", found.Count(diag.Error))
	}
	for _, line := range lines(plan) {
		t.Errorf("planned beside the mess: %s", line)
	}
}

func TestACellEmptiedBesideOthersIsTold(t *testing.T) {
	p := world(t)
	for c, want := range map[column]string{
		colValue: "1.100", colPlan: "14.170", colPercent: "7,4", colAt: "I/r1",
	} {
		b := template(t, p)
		cell := of(t, b, "money").put("an-binh", c, sheet.Cell{})
		plan, found := imported(p, b, "money")
		if len(found) == 0 || found[0].Rule != ruleCleared || found[0].Cell.Name() != cell || !strings.Contains(found[0].Message("vi"), want) || len(plan.Changes) > 0 {
			t.Errorf("column %d: %v, %v", c, places(t, found), lines(plan))
		}
	}
	// What is printed may be taken back to the usual.
	b := template(t, p)
	of(t, b, "money").put("an-binh", colPublished, sheet.Cell{})
	plan, found := imported(p, b, "")
	equal(t, "lines", lines(plan), []string{"money/an-binh value=1100 plan=14170 percent=7.4 at=I/r1"})
	equal(t, "findings", places(t, found), nil)
}

func csvOf(t *testing.T, text string) *sheet.Book {
	t.Helper()
	b, found := sheet.Read("a.csv", []byte(text))
	if b == nil {
		t.Fatal(found)
	}
	return b
}

func TestAPlainTableIsTakenWithItsTableNamed(t *testing.T) {
	p := world(t)
	text := "Đơn vị;Số liệu\nAn Bình;1.200\nxa dong ha;\nHoà Bình cũ;31\n"
	plan, found := imported(p, csvOf(t, text), "trees")
	equal(t, "lines", lines(plan), []string{"trees/an-binh value=1200", "trees/binh-hoa value=31 note=Ghi chú cũ."})
	equal(t, "findings", places(t, found), nil)
	_, found = imported(p, csvOf(t, text), "")
	equal(t, "without a table", places(t, found), []string{" sheet-table: nobody knows which figures table this sheet is of"})
	_, found = imported(p, csvOf(t, "Mã bảng;trees\nMã báo cáo;2-bc\n"+text), "")
	equal(t, "of another report", places(t, found), []string{` sheet-table: this sheet is of the report "2-bc" and not of "1-bc"`})
	_, found = imported(p, csvOf(t, "Mã bảng;rivers\n"+text), "")
	equal(t, "of no table", places(t, found), []string{` sheet-table: the report 1-bc has no table "rivers"`})
	_, found = imported(p, csvOf(t, "Tên;SL\nAn Bình;1\n"), "trees")
	equal(t, "without heads", places(t, found), []string{" sheet-head: there is no row of heads"})
	plan, found = imported(p, csvOf(t, "Table id;money\nUnit;Figure;Plan\nAn Bình;1.100;14.170\n"), "trees")
	equal(t, "of another table", places(t, found), []string{` sheet-table: no sheet of the file is of the table "trees"`})
}

func TestHeadsAreKnownOrTold(t *testing.T) {
	p := world(t)
	change := func(edit func(s *sheet.Sheet, head int)) []string {
		b := template(t, p)
		s := of(t, b, "trees")
		head, _ := headRow(s.Sheet)
		edit(s.Sheet, head)
		_, found := imported(p, b, "trees")
		return places(t, found)
	}
	equal(t, "renamed", change(func(s *sheet.Sheet, head int) { s.Set(head, 2, typed("SL")) }),
		[]string{`trees C6 sheet-head: there is no column “Figure”, but an unknown one, "SL"`})
	equal(t, "added", change(func(s *sheet.Sheet, head int) {
		s.Set(head, 10, typed("Người nhập"))
		s.Set(head+1, 10, typed("Lan"))
	}),
		[]string{`trees K6 sheet-extra-column: the form has no column "Người nhập"; it is not read`})
	equal(t, "twice", change(func(s *sheet.Sheet, head int) { s.Set(head, 10, typed("SỐ LIỆU")) }),
		[]string{`trees K6 sheet-head: two columns are called "SỐ LIỆU": sheet "trees", cell C6 and this one`})
	equal(t, "hidden", change(func(s *sheet.Sheet, head int) { s.HiddenRows[head+2] = true; s.Columns[2].Hidden = true }),
		[]string{`trees sheet-hidden: hidden, but read: C, 8`})
	equal(t, "merged", change(func(s *sheet.Sheet, head int) {
		s.Merged = []sheet.Range{{Row: head + 1, Col: 2, LastRow: head + 2, LastCol: 2}}
	}),
		[]string{`trees C7 sheet-merged: the cells C7 to C8 are merged into one`})
	equal(t, "a formula", change(func(s *sheet.Sheet, head int) {
		s.Set(head+1, 2, sheet.Cell{Kind: sheet.Number, Text: "1100", Formula: "C9+C10"})
	}), []string{`trees C7 sheet-formula: the cell is the formula =C9+C10; it is read as its saved result: 1100`})
}

func TestAUnitIsKnownByWhatPeopleCallIt(t *testing.T) {
	p := world(t)
	n := names{p.Units, p.Kinds}
	for name, want := range map[string]string{
		"An Bình": "an-binh", "an binh": "an-binh", "AN BÌNH": "an-binh", "An Bi\u0300nh": "an-binh", "  An\u00A0 Bình ": "an-binh", "phường An Bình": "an-binh",
		"P. An Bình": "an-binh", "P.An Bình": "an-binh", "p an binh": "an-binh", "Bình Hoà": "binh-hoa", "Hòa Bình cũ": "binh-hoa", "binh-hoa": "binh-hoa",
		"TT. Thạch Hạ": "thach-ha", "thị trấn Thạch Hạ": "thach-ha", "Thach Hạ": "thach-ha", "xã Tân An": "tan-an-xa", "X. Tân An": "tan-an-xa", "Phường Tân An": "tan-an",
		"Tân An": "tan-an tan-an-xa", "Thạch Hà": "", "xã An Bình": "", "An": "", "": "",
	} {
		var ids []string
		for _, u := range n.find(name) {
			ids = append(ids, u.ID)
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestChangesAreToldInWords(t *testing.T) {
	p := world(t)
	b := template(t, p)
	money := of(t, b, "money")
	money.put("an-binh", colPercent, typed("8,5"))
	money.put("an-binh", colPublished, typed("1.100/14.170=8,5%"))
	money.put("thach-ha", colState, typed("blank"))
	plan, _ := imported(p, b, "money")
	for i, want := range [][2]string{{"1.100; 7,4%; nguyên văn “1.100/14.170=7,4%”", "1.100; 8,5%; nguyên văn “1.100/14.170=8,5%”"}, {"", "tt blank"}} {
		if before, after := plan.Changes[i].Texts("vi", stateWords); before != want[0] || after != want[1] {
			t.Errorf("got %q, %q, want %q", before, after, want)
		}
	}
}

// Whatever stands in a form, it is read without failing, and an error comes with a sentence.
func FuzzRead(f *testing.F) {
	f.Add("Mã bảng;trees\nĐơn vị;Số liệu;Tình trạng\nAn Bình;1.100;\n")
	f.Add("Id;Figure;Plan;Percent;As printed\nan-binh;1;2;3;x\n")
	f.Fuzz(func(t *testing.T, text string) {
		p := world(t)
		b, found := sheet.Read("a.csv", []byte(text))
		if b != nil {
			_, found = imported(p, b, "trees")
		}
		places(t, found)
		_ = found.Count(diag.Error)
	})
}
