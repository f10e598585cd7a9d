package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"minhbach/internal/diag"
)

func TestWhatWasWrittenIsReadBackCellByCell(t *testing.T) {
	want := form()
	got, found := Read("mau.xlsx", written(t, want))
	if got == nil || len(found) > 0 || len(got.Sheets) != 2 || got.Sheets[1].Name != "Cây xanh" {
		t.Fatalf("got %+v, %v", got, found)
	}
	g, w := got.Sheets[1], want.Sheets[1]
	for row := range w.Rows {
		for col := range w.Rows[row] {
			a, b := g.At(row, col), w.At(row, col)
			if a.Kind != b.Kind || a.Text != b.Text || a.Percent != b.Percent {
				t.Errorf("%s is %+v, want %+v", Name(row, col), a, b)
			}
		}
	}
	if !g.HiddenRows[5] || g.HiddenRows[4] || len(g.Merged) != 1 || g.Merged[0] != w.Merged[0] {
		t.Errorf("hidden %v, merged %v", g.HiddenRows, g.Merged)
	}
}

// What a person or a program does to a file that was sent round.
func TestACellIsWhatTheFileHolds(t *testing.T) {
	f := excelize.NewFile()
	date, percent, custom := 14, 10, `[$-42A]dd"%"/mm/yyyy`
	styles := map[string]*excelize.Style{"A1": {NumFmt: date}, "A2": {NumFmt: percent}, "A3": {CustomNumFmt: &custom}, "A4": {NumFmt: 3}}
	for cell, look := range styles {
		id, err := f.NewStyle(look)
		if err == nil {
			err = f.SetCellStyle("Sheet1", cell, cell, id)
		}
		if err == nil {
			err = f.SetCellDefault("Sheet1", cell, "45047.5")
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	f.SetCellBool("Sheet1", "B1", true)
	f.SetCellDefault("Sheet1", "B2", "7.4000000000000004")
	f.SetCellFormula("Sheet1", "B2", "A1*2")
	f.SetCellStr("Sheet1", "B3", "'1.100")
	f.SetColVisible("Sheet1", "B", false)
	f.NewSheet("ẩn")
	f.SetSheetVisible("ẩn", false)
	raw, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	b, found := Read("a.xlsx", raw.Bytes())
	if b == nil {
		t.Fatal(found)
	}
	s := b.Sheets[0]
	for name, want := range map[string]Cell{
		"A1": {Kind: Date, Text: "45047.5"}, "A2": {Kind: Number, Text: "45047.5", Percent: true}, "A3": {Kind: Date, Text: "45047.5"},
		"A4": {Kind: Number, Text: "45047.5", Differs: true}, "B1": {Kind: Bool, Text: "TRUE"}, "B2": {Kind: Text, Text: "7.4000000000000004", Formula: "A1*2"},
		"B3": {Kind: Text, Text: "'1.100"}, "C9": {},
	} {
		col, row, _ := excelize.CellNameToCoordinates(name)
		if got := s.At(row-1, col-1); got != want {
			t.Errorf("%s is %+v, want %+v", name, got, want)
		}
	}
	if s.Columns[0].Hidden || !s.Columns[1].Hidden || !b.Sheets[1].Hidden {
		t.Errorf("hidden: %+v", b.Sheets)
	}
}

func TestCSVIsReadAsItIsSavedInVietnamese(t *testing.T) {
	want := [][]string{{"Mã", "Số liệu", "Ghi chú"}, {"dai-nai", "886,3", "một;hai, \"ba\""}, nil, {"thach-ha", "1.100", "hai\ndòng"}, {"nam-ha", "0", ""}}
	for name, text := range map[string]string{
		"semicolons":  "\uFEFFMã;Số liệu;Ghi chú\r\ndai-nai;886,3;\"một;hai, \"\"ba\"\"\"\r\n\r\nthach-ha;1.100;\"hai\r\ndòng\"\r\nnam-ha;0;\r\n",
		"tabs":        "Mã\tSố liệu\tGhi chú\ndai-nai\t886,3\t\"một;hai, \"\"ba\"\"\"\n\nthach-ha\t1.100\t\"hai\ndòng\"\nnam-ha\t0\t",
		"commas, NFD": "Ma\u0303,Số liệu,Ghi chú\ndai-nai,\"886,3\",\"một;hai, \"\"ba\"\"\"\n\nthach-ha,1.100,\"hai\ndòng\"\nnam-ha,0,\n",
	} {
		b, found := Read("a.CSV", []byte(text))
		if b == nil {
			t.Fatalf("%s: %v", name, found)
		}
		s := b.Sheets[0]
		if len(s.Rows) != len(want) {
			t.Errorf("%s: %d rows, want %d", name, len(s.Rows), len(want))
		}
		for row := range want {
			for col := range want[row] {
				if got := s.At(row, col).Text; got != want[row][col] {
					t.Errorf("%s: %s is %q, want %q", name, Name(row, col), got, want[row][col])
				}
			}
		}
		again, _ := Read("a.csv", writeCSV(s))
		if again == nil || again.Sheets[0].At(1, 2).Text != want[1][2] {
			t.Errorf("%s: not read back as written", name)
		}
	}
}

func TestAFileThatCannotBeReadIsToldAndNotGuessed(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	w, _ := z.Create("xl/worksheets/sheet1.xml")
	w.Write(make([]byte, maxUnpacked+1))
	z.Close()
	wide := strings.Repeat("a;", maxColumns+1)
	long := strings.Repeat("a;b\n", maxRows+1)
	for name, c := range map[string]struct {
		file, raw string
		rule      *diag.Rule
	}{
		"empty":        {"a.xlsx", "", ruleDamaged},
		"text":         {"a.xlsx", "Mã;Số", ruleDamaged},
		"old":          {"a.xlsx", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ruleOld},
		"bomb":         {"a.xlsx", bomb.String(), ruleTooLarge},
		"large":        {"a.xlsx", strings.Repeat(" ", MaxFile+1), ruleTooLarge},
		"another kind": {"a.ods", "x", ruleForm},
		"UTF-16":       {"a.csv", "\xFF\xFEM\x00", ruleUTF16},
		"TCVN3":        {"a.csv", "M\xB7;S\xE8", ruleEncoding},
		"quote":        {"a.csv", "a;\"b\nc;d", ruleQuote},
		"wide":         {"a.csv", wide, ruleTooWide},
		"long":         {"a.csv", long, ruleTooLong},
	} {
		b, found := Read("thư mục/"+c.file, []byte(c.raw))
		if b != nil || len(found) != 1 || found[0].Rule != c.rule || found[0].Pos.File != c.file {
			t.Errorf("%s: got %v, %v", name, b, found)
			continue
		}
		for _, lang := range []string{"vi", "en"} {
			if text := found[0].Message(lang) + found[0].Hint(lang); strings.Contains(text, "%!") {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}

// A damaged file is damaged in any place.
func TestNoDamageMakesTheReaderFail(t *testing.T) {
	whole := written(t, form())
	for i := 0; i < len(whole); i += 7 {
		raw := bytes.Clone(whole)
		raw[i] ^= 0x55
		Read("a.xlsx", raw)
		Read("a.xlsx", whole[:i])
	}
}

func FuzzReadXLSX(f *testing.F) {
	body, err := Write(form())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	f.Fuzz(func(t *testing.T, raw []byte) { holds(t, "a.xlsx", raw) })
}

func FuzzReadCSV(f *testing.F) {
	for _, text := range []string{"a;b\n1;2\n", "a\tb", "\"a\nb\",c\n\nd", "\uFEFFx;\"\"\"\"", "a\rb;c"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { holds(t, "a.csv", raw) })
}

// holds reads a file, and finds either a book or an error.
func holds(t *testing.T, name string, raw []byte) {
	b, found := Read(name, raw)
	if (b == nil) != (found.Count(diag.Error) > 0) {
		t.Errorf("a book %v with %v", b, found)
	}
	var out strings.Builder
	if err := diag.Print(&out, found, "text", "vi", nil); err != nil || strings.Contains(out.String(), "%!") {
		t.Errorf("%v: %s", err, out.String())
	}
}

// writeCSV is a sheet as Excel saves it in Vietnamese: UTF-8 with a mark, semicolons.
func writeCSV(s *Sheet) []byte {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	for _, row := range s.Rows {
		for i, c := range row {
			if i > 0 {
				b.WriteByte(';')
			}
			if strings.ContainsAny(c.Text, ";\"\r\n") {
				fmt.Fprintf(&b, `"%s"`, strings.ReplaceAll(c.Text, `"`, `""`))
				continue
			}
			b.WriteString(c.Text)
		}
		b.WriteString("\r\n")
	}
	return b.Bytes()
}
