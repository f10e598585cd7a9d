package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

func utf16Len(s string) int { return len(utf16.Encode([]rune(s))) }

// listSheet is the hidden sheet that holds the words of all choices: typed into the cells themselves, they
// could be 255 characters long in all. Read leaves it out.
const listSheet = "_lists"

// writer makes one file.
type writer struct {
	file   *excelize.File
	styles map[Style]int
	lists  int // columns of listSheet in use
	err    error
}

// Write returns the workbook as a file, .xlsx. An error tells of a Book that no file can hold: a number that
// is none, a sheet twice, or none at all.
func Write(b *Book) ([]byte, error) {
	w := writer{file: excelize.NewFile(), styles: map[Style]int{}}
	defer w.file.Close()
	if len(b.Sheets) == 0 {
		return nil, fmt.Errorf("writing a workbook: no sheet")
	}
	w.properties(b)
	for i, s := range b.Sheets {
		w.sheet(i, s)
	}
	if w.err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", w.err)
	}
	out, err := w.file.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", err)
	}
	return out.Bytes(), nil
}

// must keeps the first error.
func (w *writer) must(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) properties(b *Book) {
	day := b.Date
	if day.IsZero() {
		day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	stamp := day.UTC().Format(time.RFC3339)
	w.must(w.file.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: b.Author, LastModifiedBy: b.Author, Created: stamp, Modified: stamp}))
	w.must(w.file.SetAppProps(&excelize.AppProperties{Application: "Minh Bach"}))
}

func (w *writer) sheet(i int, s *Sheet) {
	if i == 0 {
		w.must(w.file.SetSheetName("Sheet1", s.Name))
	} else {
		n, err := w.file.GetSheetIndex(s.Name)
		if err == nil && n >= 0 {
			err = fmt.Errorf("two sheets are called %q", s.Name)
		}
		w.must(err)
		_, err = w.file.NewSheet(s.Name)
		w.must(err)
	}
	if w.err != nil {
		return
	}
	for col, c := range s.Columns {
		w.column(s, col, c)
	}
	for row, cells := range s.Rows {
		for col, c := range cells {
			w.cell(s.Name, Name(row, col), c)
		}
		if h := s.height(row); h > 0 {
			w.must(w.file.SetRowHeight(s.Name, row+1, h))
		}
		if s.HiddenRows[row] {
			w.must(w.file.SetRowVisible(s.Name, row+1, false))
		}
	}
	for _, m := range s.Merged {
		w.must(w.file.MergeCell(s.Name, Name(m.Row, m.Col), Name(m.LastRow, m.LastCol)))
	}
	for _, c := range s.Choices {
		w.choice(s.Name, c)
	}
	w.view(s)
	w.print(s)
	if s.Protect {
		w.must(w.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
			FormatCells: true, FormatColumns: true, FormatRows: true, AutoFilter: true, Sort: true,
			EditObjects: true, SelectLockedCells: true, SelectUnlockedCells: true,
		}))
	}
	if s.Hidden {
		w.must(w.file.SetSheetVisible(s.Name, false))
	}
}

func (w *writer) column(s *Sheet, col int, c Column) {
	name := strings.TrimRight(Name(0, col), "1")
	if c.Width > 0 {
		w.must(w.file.SetColWidth(s.Name, name, name, c.Width))
	}
	if c.Hidden {
		w.must(w.file.SetColVisible(s.Name, name, false))
	}
}

func (w *writer) cell(sheet, name string, c Cell) {
	switch c.Kind {
	case Text:
		w.must(w.file.SetCellStr(sheet, name, c.Text))
	case Number, Date:
		_, err := strconv.ParseFloat(c.Text, 64)
		w.must(err)
		w.must(w.file.SetCellDefault(sheet, name, c.Text))
	case Bool:
		w.must(w.file.SetCellBool(sheet, name, c.Text == "TRUE"))
	case Fault:
		w.must(fmt.Errorf("cell %s: a failed formula cannot be written", name))
	}
	if c.Formula != "" {
		w.must(w.file.SetCellFormula(sheet, name, c.Formula))
	}
	w.must(w.file.SetCellStyle(sheet, name, name, w.style(c)))
	if c.Note != "" {
		w.must(w.file.AddComment(sheet, excelize.Comment{Cell: name, Text: c.Note, Width: 260, Height: 90}))
	}
}

func (w *writer) choice(sheet string, c Choice) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(Name(c.Row, c.Col) + ":" + Name(c.LastRow, c.LastCol))
	if len(c.Words) > 0 {
		v.SetSqrefDropList(w.list(c.Words))
	}
	if c.Prompt != "" {
		v.SetInput(cut(c.Title, 32), cut(c.Prompt, 255))
	}
	if c.Refusal != "" {
		v.SetError(excelize.DataValidationErrorStyleStop, cut(c.Title, 32), cut(c.Refusal, 225))
	}
	w.must(w.file.AddDataValidation(sheet, v))
}

// cut keeps a text within what the file may hold, which would not open otherwise.
func cut(s string, length int) string {
	for letters := []rune(s); utf16Len(s) > length; s = string(letters) {
		letters = letters[:len(letters)-1]
	}
	return s
}

// list writes words into a column of the hidden sheet and returns where they stand.
func (w *writer) list(words []string) string {
	if w.lists == 0 {
		_, err := w.file.NewSheet(listSheet)
		w.must(err)
		w.must(w.file.SetSheetVisible(listSheet, false))
	}
	for row, word := range words {
		w.must(w.file.SetCellStr(listSheet, Name(row, w.lists), word))
	}
	letter := strings.TrimRight(Name(0, w.lists), "1")
	w.lists++
	return fmt.Sprintf("%s!$%s$1:$%s$%d", listSheet, letter, letter, len(words))
}

// view keeps the head and the names in sight.
func (w *writer) view(s *Sheet) {
	if s.Frozen == 0 && s.Side == 0 {
		return
	}
	pane := "bottomRight"
	switch {
	case s.Side == 0:
		pane = "bottomLeft"
	case s.Frozen == 0:
		pane = "topRight"
	}
	w.must(w.file.SetPanes(s.Name, &excelize.Panes{Freeze: true, XSplit: s.Side, YSplit: s.Frozen, TopLeftCell: Name(s.Frozen, s.Side), ActivePane: pane}))
}

// a4 is the number of the paper in the file format.
const a4 = 9

// print sets the sheet up for A4 across, as wide as the page, its head on every page.
func (w *writer) print(s *Sheet) {
	paper, across, wide, high, fit := a4, "landscape", 1, 0, true
	w.must(w.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}))
	w.must(w.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	w.must(w.file.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: "&L&A&R&P/&N"}))
	if s.Repeat > 0 {
		w.must(w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.Name,
			RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(s.Name, "'", "''"), s.Repeat, s.Repeat)}))
	}
}
