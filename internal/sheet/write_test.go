package sheet

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// form is a workbook with everything that can be written.
func form() *Book {
	s := &Sheet{Name: "Cây xanh", Columns: []Column{{Width: 12}, {Width: 30}, {Hidden: true}}, Frozen: 2, Side: 1, Repeat: 2, Protect: true}
	s.Set(0, 0, T(Title, "Cây xanh đã trồng"))
	s.Set(1, 0, T(Head, "Mã"))
	s.Set(1, 1, Cell{Kind: Text, Text: "Số liệu", Style: Head, Note: "Chỉ ghi số"})
	s.Set(2, 0, T(Fixed, "thach-ha"))
	s.Set(2, 1, N(Figures, "11383"))
	s.Set(3, 1, N(Figures, "886.3"))
	s.Set(4, 1, T(Input, "1.100"))
	s.Set(5, 1, Cell{Kind: Number, Text: "0.074", Percent: true})
	s.Merged = []Range{{0, 0, 0, 2}}
	s.HiddenRows = map[int]bool{5: true}
	words := []string{"đang triển khai", strings.Repeat("một tình trạng dài, ", 20)}
	s.Choices = []Choice{{Range: Range{2, 2, 9, 2}, Words: words, Title: "Tình trạng", Prompt: strings.Repeat("Chọn trong danh sách. ", 30), Refusal: "Chọn một từ trong danh sách"}}
	return &Book{Title: "Mẫu", Author: "Minh Bạch", Date: time.Date(2023, 4, 21, 0, 0, 0, 0, time.UTC),
		Sheets: []*Sheet{{Name: "Hướng dẫn", Rows: [][]Cell{{T(Plain, "Đọc trước")}}}, s}}
}

func written(t *testing.T, b *Book) []byte {
	t.Helper()
	out, err := Write(b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheSameBookGivesTheSameBytes(t *testing.T) {
	first := written(t, form())
	for range 5 {
		if !bytes.Equal(first, written(t, form())) {
			t.Fatal("two files of one book differ")
		}
	}
	z, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		if !f.Modified.IsZero() && f.Modified.Year() > 1980 {
			t.Errorf("%s bears the time %s", f.Name, f.Modified)
		}
	}
}

func TestAWrittenSheetIsMadeToBeFilled(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(written(t, form())))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const name = "Cây xanh"
	choices, err := f.GetDataValidations(name)
	if err != nil || len(choices) != 1 || choices[0].Formula1 != "_lists!$A$1:$A$2" || utf16Len(*choices[0].Prompt) > 255 {
		t.Errorf("the choices: %+v, %v", choices, err)
	}
	if word, _ := f.GetCellValue("_lists", "A1"); word != "đang triển khai" {
		t.Errorf("the first word on offer is %q", word)
	}
	if shown, _ := f.GetSheetVisible("_lists"); shown {
		t.Error("the list of words is shown")
	}
	if notes, err := f.GetComments(name); err != nil || len(notes) != 1 || notes[0].Cell != "B2" {
		t.Errorf("notes %+v, %v", notes, err)
	}
	for cell, locked := range map[string]bool{"A3": true, "B2": true, "B3": false, "B5": false} {
		id, _ := f.GetCellStyle(name, cell)
		style, err := f.GetStyle(id)
		if err != nil || style.Protection == nil || style.Protection.Locked != locked {
			t.Errorf("%s: locked is not %v: %+v, %v", cell, locked, style, err)
		}
	}
	if panes, err := f.GetPanes(name); err != nil || panes.YSplit != 2 || panes.XSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if layout, err := f.GetPageLayout(name); err != nil || *layout.Size != a4 || *layout.Orientation != "landscape" {
		t.Errorf("layout %+v, %v", layout, err)
	}
	names := f.GetDefinedName()
	if len(names) != 1 || names[0].RefersTo != "'Cây xanh'!$2:$2" {
		t.Errorf("the rows that repeat: %+v", names)
	}
	if p, err := f.GetDocProps(); err != nil || p.Created != "2023-04-21T00:00:00Z" || p.Creator != "Minh Bạch" {
		t.Errorf("properties %+v, %v", p, err)
	}
}

func TestABookThatNoFileCanHoldIsRefused(t *testing.T) {
	for name, b := range map[string]*Book{
		"no sheet":    {},
		"one twice":   {Sheets: []*Sheet{{Name: "a"}, {Name: "A"}}},
		"bad name":    {Sheets: []*Sheet{{Name: "a/b"}}},
		"no number":   {Sheets: []*Sheet{{Name: "a", Rows: [][]Cell{{N(Figures, "1.100,5")}}}}},
		"failed cell": {Sheets: []*Sheet{{Name: "a", Rows: [][]Cell{{{Kind: Fault, Text: "#REF!"}}}}}},
	} {
		if _, err := Write(b); err == nil {
			t.Errorf("%s: written", name)
		}
	}
}

func TestNames(t *testing.T) {
	for want, got := range map[string]string{
		"A1": Name(0, 0), "C7": Name(6, 2), "Z1": Name(0, 25), "AA10": Name(9, 26), "BA1": Name(0, 52),
		"a-b-c":                           SafeName("a/b:c"),
		"budget-revenue-of-the-whole-pla": SafeName("budget-revenue-of-the-whole-place-2023"),
		"-":                               SafeName("''"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
