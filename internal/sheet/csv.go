package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
)

// csv reads a table of text. Every cell is words: what a number means is for those to say who know the column.
func (r *reader) csv(raw []byte) {
	text, ok := r.decode(raw)
	if !ok {
		return
	}
	in := csv.NewReader(bytes.NewReader(text))
	in.Comma, in.FieldsPerRecord = separator(text), -1
	s := &Sheet{HiddenRows: map[int]bool{}, Decimal: map[rune]string{',': ".", ';': ","}[in.Comma]}
	for row := 0; ; row++ {
		fields, err := in.Read()
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			r.find(diag.Cell{Row: row + 1, Col: 1}, ruleQuote, bad.StartLine)
			return
		}
		if err != nil {
			break
		}
		if !r.within("", row, fields) {
			return
		}
		// The reader leaves empty lines out, which would move the names of all cells below.
		line, _ := in.FieldPos(0)
		for len(s.Rows) < line-1-r.inside(s) {
			s.Rows = append(s.Rows, nil)
		}
		s.Rows = append(s.Rows, words(fields))
	}
	r.book.Sheets = []*Sheet{s}
}

// inside counts the ends of lines within the cells read so far: a program for spreadsheets shows those rows as one.
func (r *reader) inside(s *Sheet) int {
	n := 0
	for _, row := range s.Rows {
		for _, c := range row {
			n += strings.Count(c.Text, "\n")
		}
	}
	return n
}

func words(fields []string) []Cell {
	cells := make([]Cell, len(fields))
	for i, f := range fields {
		cells[i] = T(Plain, f)
	}
	return cells
}

// decode returns the text in UTF-8, its letters composed.
func (r *reader) decode(raw []byte) ([]byte, bool) {
	if bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF")) || bytes.IndexByte(raw, 0) >= 0 {
		r.find(diag.Cell{}, ruleUTF16)
		return nil, false
	}
	text := bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(text) {
		r.find(diag.Cell{}, ruleEncoding)
		return nil, false
	}
	return locale.NFC(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))), true
}

// separator is the one of ; TAB , that stands in most lines outside quotation marks. Of equals the semicolon
// counts: a Vietnamese Excel writes it because the comma stands in decimals.
func separator(text []byte) rune {
	best, most := ';', 0
	for _, comma := range []rune{';', '\t', ','} {
		lines := 0
		for line := range bytes.Lines(text) {
			if bytes.ContainsRune(outside(line), comma) {
				lines++
			}
		}
		if lines > most {
			best, most = comma, lines
		}
	}
	return best
}

// outside is a line without what stands in quotation marks.
func outside(line []byte) []byte {
	var out []byte
	for i, part := range bytes.Split(line, []byte(`"`)) {
		if i%2 == 0 {
			out = append(out, part...)
		}
	}
	return out
}
