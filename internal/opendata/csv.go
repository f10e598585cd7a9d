package opendata

import (
	"bytes"
	"encoding/csv"
	"strings"

	"minhbach/internal/decimal"
)

const byteOrderMark = "\ufeff"

// CSV returns the dataset as a file: UTF-8 with a byte order mark, so that spreadsheets read Vietnamese;
// RFC 4180 with CRLF; the column keys first.
func (d Dataset) CSV() []byte {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	cells := make([]string, len(d.Columns))
	for i, c := range d.Columns {
		cells[i] = c.Key
	}
	_ = w.Write(cells) // a buffer takes everything
	for _, row := range d.Rows {
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// harmless keeps a spreadsheet from taking a cell for a formula: it puts an apostrophe before a first
// character that could begin one. A negative number stays a number.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := decimal.Parse(cell); err == nil {
		return cell
	}
	return "'" + cell
}
