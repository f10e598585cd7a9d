package intake

import (
	"strings"
	"testing"

	"minhbach/internal/sheet"
)

// rich is a line of the money table and one of the stages that say all they can.
func rich(line string) string {
	from := strings.Index(figures, "an-binh = { value = 1100, plan")
	to := from + strings.Index(figures[from:], "\n")
	return strings.Replace(figures[:from]+line+figures[to:], `an-binh = "identified"`, `an-binh = { state = "identified", text = "đã họp" }`, 1)
}

func TestWhatAColumnThatIsNotThereWouldSayStays(t *testing.T) {
	for _, c := range []struct{ line, table, sheet, want string }{
		{`an-binh = { state = "in-progress", plan = 420 }`, "money", "Mã;Tình trạng\nan-binh;in-progress", ""},
		{`an-binh = { state = "in-progress", plan = 420 }`, "money", "Mã;Tình trạng\nan-binh;withheld", "money/an-binh plan=420 state=withheld"},
		{`an-binh = { state = "in-progress", plan = 420 }`, "money", "Mã;Số liệu\nan-binh;5", "money/an-binh value=5 plan=420"},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Số liệu\nan-binh;5", ""},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Lời kể\nan-binh;cả ngõ", ""},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Lời kể\nan-binh;cả xóm", "money/an-binh value=5 text=cả xóm"},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Tình trạng\nan-binh;withheld", "money/an-binh state=withheld"},
		{`an-binh = 5`, "phase", "Mã;Lời kể\nan-binh;đã họp", ""},
		{`an-binh = 5`, "phase", "Mã;Lời kể\nan-binh;đã họp lại", "phase/an-binh state=identified text=đã họp lại"},
		{`an-binh = 5`, "phase", "Mã;Tình trạng;Lời kể\nan-binh;;đã họp lại", "phase/an-binh state=told text=đã họp lại"},
	} {
		plan, found := imported(worldOf(t, rich(c.line)), csvOf(t, c.sheet+"\n"), c.table)
		if got := strings.Join(lines(plan), "\n"); got != c.want || len(found) > 0 {
			t.Errorf("%s, then %s:\n%s%v\nwant %s", c.line, c.sheet, got, places(t, found), c.want)
		}
	}
}

func TestWhatWasEmptiedBesideWhatStayedIsTold(t *testing.T) {
	for _, c := range []struct{ line, table, sheet, want string }{
		{`an-binh = { state = "in-progress", plan = 420 }`, "money", "Mã;Kế hoạch;Tình trạng\nan-binh;;in-progress", "B2 420"},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Số liệu;Lời kể\nan-binh;5;", "C2 cả ngõ"},
		{`an-binh = { value = 5, text = "cả ngõ" }`, "money", "Mã;Số liệu;Lời kể\nan-binh;;cả ngõ", "B2 5"},
		{`an-binh = 5`, "phase", "Mã;Tình trạng;Lời kể\nan-binh;;đã họp", "B2 tt identified"},
	} {
		plan, found := imported(worldOf(t, rich(c.line)), csvOf(t, c.sheet+"\n"), c.table)
		cell, had, _ := strings.Cut(c.want, " ")
		if len(plan.Changes) > 0 || len(found) != 1 || found[0].Rule != ruleCleared || found[0].Cell.Name() != cell || !strings.HasSuffix(found[0].Message("vi"), had) {
			t.Errorf("%s, then %s: %v, %v, want %s", c.line, c.sheet, lines(plan), places(t, found), c.want)
		}
	}
}

func TestANumberBesideSameAsChangesByHand(t *testing.T) {
	same := strings.Replace(figures, "[figures.share]", `dong-ha = { same-as = "an-binh", value = 1100, published = "như trên" }`+"\n[figures.share]", 1)
	plan, found := imported(worldOf(t, same), csvOf(t, "Mã;Số liệu;Nguyên văn\ndong-ha;1.200;1.200\n"), "money")
	equal(t, "findings", places(t, found), []string{"B2 sheet-published: the figure of xã Đông Hà changes, but the data says that the source's cell refers to the row of phường An Bình (same-as)"})
	equal(t, "lines", lines(plan), nil)
}

func TestWordsThatAProgramTurnedIntoSomethingElseAreRefused(t *testing.T) {
	p := world(t)
	for text, cell := range map[string]sheet.Cell{
		"45028": {Kind: sheet.Date, Text: "45028"}, "#REF!": {Kind: sheet.Fault, Text: "#REF!"}, "TRUE": {Kind: sheet.Bool, Text: "TRUE"},
		"0.074": {Kind: sheet.Number, Text: "0.074", Percent: true}, "1.5": held1("1.5"),
	} {
		for _, c := range []column{colText, colNote} {
			b := template(t, p)
			at := of(t, b, "trees").put("an-binh", c, cell)
			plan, found := imported(p, b, "trees")
			if len(found) != 1 || found[0].Rule != ruleNotWords || found[0].Cell.Name() != at || !strings.Contains(found[0].Message("vi"), text) || len(plan.Changes) > 0 {
				t.Errorf("%s in column %d: %v, %v", text, c, places(t, found), lines(plan))
			}
		}
	}
	b := template(t, p)
	of(t, b, "trees").put("an-binh", colNote, held1("2023"))
	plan, found := imported(p, b, "trees")
	equal(t, "a year", lines(plan), []string{"trees/an-binh value=1100 note=2023"})
	equal(t, "a year", places(t, found), nil)
}

func TestANumberOfACSVThatAnotherLanguageSavedIsRefusedWhereItHasTwoReadings(t *testing.T) {
	p := world(t)
	of := func(text string) []string {
		plan, found := imported(p, csvOf(t, text), "money")
		return append(lines(plan), places(t, found)...)
	}
	twofold := ` can be read as two numbers: the separator of this .csv shows that it was saved by a program which does not write decimals as the source does`
	equal(t, "commas", of("Mã,Số liệu\ndong-ha,886.375\nbinh-hoa,886\nthach-ha,1.234.567\n"),
		[]string{"money/binh-hoa value=886", "money/thach-ha value=1234567", `B2 sheet-number: "886.375"` + twofold})
	equal(t, "semicolons", of("Mã;Số liệu\ndong-ha;886.375\n"), []string{"money/dong-ha value=886375"})
	p.SourceLocale = "en"
	equal(t, "semicolons, English", of("Mã;Số liệu\ndong-ha;886,375\nbinh-hoa;886.5\n"),
		[]string{"money/binh-hoa value=886.5", `B2 sheet-number: "886,375"` + twofold})
	equal(t, "commas, English", of("Mã,Số liệu\ndong-ha,\"886,375\"\n"), []string{"money/dong-ha value=886375"})
}

func TestANumberThatCannotBeReadIsToldOnce(t *testing.T) {
	p := world(t)
	for c, cell := range map[column]sheet.Cell{colPercent: typed("7.4"), colPlan: typed("14,170"), colValue: typed("1,100")} {
		b := template(t, p)
		at := of(t, b, "money").put("an-binh", c, cell)
		_, found := imported(p, b, "money")
		if len(found) != 1 || found[0].Rule != ruleAmbiguous || found[0].Cell.Name() != at {
			t.Errorf("column %d: %v", c, places(t, found))
		}
	}
}

func TestIdsAreFoundBehindAColumnThatWasInserted(t *testing.T) {
	p := world(t)
	plan, found := imported(p, csvOf(t, "Mã bảng;;trees\nMã;;Số liệu\nan-binh;;1.200\n"), "")
	equal(t, "lines", lines(plan), []string{"trees/an-binh value=1200"})
	equal(t, "findings", places(t, found), nil)
	_, found = imported(p, csvOf(t, "Mã báo cáo;;2-bc\nMã bảng;;trees\nMã;;Số liệu\nan-binh;;1.200\n"), "")
	equal(t, "of another report", places(t, found), []string{` sheet-table: this sheet is of the report "2-bc" and not of "1-bc"`})
}
