package sheet

import (
	"archive/zip"
	"bytes"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"minhbach/internal/diag"
)

// Bounds of a file: a few hundred times what a country's form needs, and no more than a small machine holds.
const (
	MaxFile     = 16 << 20 // bytes of a file
	maxUnpacked = 64 << 20 // bytes of what is packed in it
	maxRows     = 20_000   // of a sheet
	maxColumns  = 200
	maxSheets   = 300
)

// Read returns the workbook in a file, .xlsx or .csv by its name, which is also told in findings; a .csv is a
// book of one sheet without a name. The book is nil if a finding is an error. What is hidden is read as well, and
// marked.
func Read(name string, raw []byte) (*Book, diag.List) {
	r := reader{name: path.Base(strings.ReplaceAll(name, `\`, "/"))}
	switch ext := strings.ToLower(path.Ext(r.name)); {
	case len(raw) > MaxFile:
		r.find(diag.Cell{}, ruleTooLarge, len(raw)>>20, MaxFile>>20)
	case ext == ".csv":
		r.csv(raw)
	case ext == ".xlsx" || ext == ".xlsm":
		r.xlsx(raw)
	default:
		r.find(diag.Cell{}, ruleForm, ext)
	}
	if r.findings.Count(diag.Error) > 0 {
		return nil, r.findings
	}
	return &r.book, r.findings
}

// reader reads one file.
type reader struct {
	name     string
	book     Book
	findings diag.List

	file   *excelize.File
	styles map[int]shown
}

func (r *reader) find(at diag.Cell, rule *diag.Rule, args ...any) {
	r.findings.Add(diag.Finding{Pos: diag.Pos{File: r.name}, Cell: at, Rule: rule, Args: args, HintArgs: []any{}})
}

// xlsx reads a packed workbook. The library is given only what was found to be of bearable size; where a
// damaged file makes it fail in a way of its own, that is a damaged file and no more.
func (r *reader) xlsx(raw []byte) {
	defer func() {
		if recover() != nil {
			r.find(diag.Cell{}, ruleDamaged)
		}
	}()
	if !r.bearable(raw) {
		return
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw), excelize.Options{RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked})
	if err != nil {
		r.find(diag.Cell{}, ruleDamaged)
		return
	}
	defer f.Close()
	r.file, r.styles = f, map[int]shown{}
	names := f.GetSheetList()
	if len(names) > maxSheets {
		r.find(diag.Cell{}, ruleTooMany, len(names), maxSheets)
		return
	}
	for _, name := range names {
		if name != listSheet {
			r.sheet(name)
		}
	}
}

// bearable tells of a file that is not packed as it should be, or that unpacks into too much.
func (r *reader) bearable(raw []byte) bool {
	if bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0")) {
		r.find(diag.Cell{}, ruleOld)
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		r.find(diag.Cell{}, ruleDamaged)
		return false
	}
	var size uint64
	for _, f := range z.File {
		if size += f.UncompressedSize64; f.UncompressedSize64 > maxUnpacked || size > maxUnpacked {
			r.find(diag.Cell{}, ruleTooLarge, size>>20, maxUnpacked>>20)
			return false
		}
	}
	return true
}

func (r *reader) sheet(name string) {
	s := &Sheet{Name: name, HiddenRows: map[int]bool{}}
	rows, err := r.file.Rows(name)
	if err != nil {
		r.find(diag.Cell{Sheet: name}, ruleDamaged)
		return
	}
	defer rows.Close()
	for row := 0; rows.Next(); row++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			r.find(diag.Cell{Sheet: name}, ruleDamaged)
			return
		}
		if !r.within(name, row, cells) {
			return
		}
		if rows.GetRowOpts().Hidden && len(cells) > 0 {
			s.HiddenRows[row] = true
		}
		for col, text := range cells {
			if text != "" || r.formula(name, row, col) != "" {
				s.Set(row, col, r.cell(name, row, col, text))
			}
		}
	}
	visible, err := r.file.GetSheetVisible(name)
	s.Hidden = err == nil && !visible
	r.shape(s)
	r.book.Sheets = append(r.book.Sheets, s)
}

// within tells of a sheet larger than any form. Rows formatted far below the last are none.
func (r *reader) within(name string, row int, cells []string) bool {
	if len(cells) > maxColumns {
		r.find(diag.Cell{Sheet: name}, ruleTooWide, len(cells), maxColumns)
		return false
	}
	if row >= maxRows && strings.Join(cells, "") != "" {
		r.find(diag.Cell{Sheet: name}, ruleTooLong, maxRows)
		return false
	}
	return true
}

// formula returns the formula of a cell, "" without one.
func (r *reader) formula(sheet string, row, col int) string {
	text, err := r.file.GetCellFormula(sheet, Name(row, col))
	if err != nil {
		return ""
	}
	return text
}

func (r *reader) cell(sheet string, row, col int, text string) Cell {
	c := Cell{Kind: Text, Text: text, Formula: r.formula(sheet, row, col)}
	kind, err := r.file.GetCellType(sheet, Name(row, col))
	switch {
	case err != nil:
	case text == "" && c.Formula != "" && kind == excelize.CellTypeUnset:
		c.Kind, c.Text = Fault, "="+c.Formula // a value was never saved; an empty one is of another type
	case text == "":
		c.Kind = Empty
	case kind == excelize.CellTypeError:
		c.Kind = Fault
	case kind == excelize.CellTypeBool:
		c.Kind, c.Text = Bool, map[bool]string{true: "TRUE", false: "FALSE"}[text == "1" || text == "TRUE"]
	case kind == excelize.CellTypeDate:
		c.Kind = Date
	case kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber:
		r.number(&c, sheet, Name(row, col))
	}
	return c
}

// number is a cell that holds a number, or nothing of the kind in a file that another program wrote.
func (r *reader) number(c *Cell, sheet, name string) {
	n, err := strconv.ParseFloat(c.Text, 64)
	if err != nil {
		return
	}
	look := r.shownAs(sheet, name)
	if look.date {
		c.Kind = Date
		return
	}
	c.Kind, c.Percent, c.Differs = Number, look.percent, look.differs(n)
}

func (r *reader) shownAs(sheet, name string) shown {
	id, err := r.file.GetCellStyle(sheet, name)
	if err != nil {
		return shown{places: asHeld}
	}
	if look, known := r.styles[id]; known {
		return look
	}
	look := shown{places: asHeld}
	if style, err := r.file.GetStyle(id); err == nil {
		look = lookOf(style.NumFmt, style.CustomNumFmt)
	}
	r.styles[id] = look
	return look
}

// shape reads what is merged and which columns are hidden.
func (r *reader) shape(s *Sheet) {
	merged, err := r.file.GetMergeCells(s.Name, true)
	if err != nil {
		r.find(diag.Cell{Sheet: s.Name}, ruleDamaged)
	}
	for _, m := range merged {
		col, row, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		lastCol, lastRow, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err == nil && err2 == nil {
			s.Merged = append(s.Merged, Range{row - 1, col - 1, lastRow - 1, lastCol - 1})
		}
	}
	wide := 0
	for _, row := range s.Rows {
		wide = max(wide, len(row))
	}
	s.Columns = make([]Column, wide)
	for col := range s.Columns {
		visible, err := r.file.GetColVisible(s.Name, strings.TrimRight(Name(0, col), "1"))
		s.Columns[col].Hidden = err == nil && !visible
	}
}

// In names a cell for a finding; row and col count from 0.
func (s *Sheet) In(row, col int) diag.Cell {
	return diag.Cell{Sheet: s.Name, Row: row + 1, Col: col + 1}
}

// Whole names the sheet for a finding.
func (s *Sheet) Whole() diag.Cell { return diag.Cell{Sheet: s.Name} }
