package pipeline

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/intake"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
	"minhbach/layouts"
)

// formed is a portal, and the form of its newest report in a file.
func formed(t *testing.T, root string) (file string, b *sheet.Book) {
	t.Helper()
	body, id, read, err := Form(Options{Root: root, Layouts: layouts.FS}, "", "")
	if err != nil || body == nil {
		t.Fatal(err, read.Findings)
	}
	again, _, _, err := Form(Options{Root: root, Layouts: layouts.FS}, id, "")
	if err != nil || !bytes.Equal(body, again) {
		t.Fatalf("the form made again is another: %v", err)
	}
	b, found := sheet.Read("mau.xlsx", body)
	if b == nil || len(found) > 0 {
		t.Fatal(found)
	}
	file = filepath.Join(t.TempDir(), "mau.xlsx")
	save(t, file, b)
	return file, b
}

func save(t *testing.T, file string, b *sheet.Book) {
	t.Helper()
	body, err := sheet.Write(b)
	if err == nil {
		err = os.WriteFile(file, body, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func readForm(t *testing.T, root, file string) *Import {
	t.Helper()
	m, err := ReadForm(Options{Root: root, Layouts: layouts.FS}, file, "", "")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// fillIn fills the cell of a unit below a head.
func fillIn(t *testing.T, b *sheet.Book, table, unit, head string, c sheet.Cell) {
	t.Helper()
	for _, s := range b.Sheets {
		if s.Name != table {
			continue
		}
		col := -1
		for row, cells := range s.Rows {
			for i, h := range cells {
				if h.Text == head {
					col = i
				}
			}
			if len(cells) > 0 && cells[0].Text == unit && col >= 0 {
				s.Set(row, col, c)
				return
			}
		}
	}
	t.Fatalf("no cell for %s of %s below %q", unit, table, head)
}

// The form of this repository's own report comes back as it was sent.
func TestTheFormOfTheRealReportChangesNothing(t *testing.T) {
	file, b := formed(t, "../..")
	m := readForm(t, "../..", file)
	if len(m.Plan.Changes) > 0 || len(m.Files) > 0 || m.Plan.Same < 50 || m.Findings.Count(diag.Error) > 0 {
		t.Errorf("%d changes, %d the same, %v", len(m.Plan.Changes), m.Plan.Same, m.Findings)
	}
	if len(b.Sheets) < 10 {
		t.Errorf("%d sheets", len(b.Sheets))
	}
}

func TestOnlyTheFiguresOfAFormAreWritten(t *testing.T) {
	p := newPortal(t)
	file, b := formed(t, p.dir)
	before, err := os.ReadFile(filepath.Join(p.dir, trees))
	if err != nil {
		t.Fatal(err)
	}
	fillIn(t, b, "trees-planted", "an-binh", "Số liệu", sheet.T(sheet.Plain, "1.200"))
	fillIn(t, b, "trees-planted", "dong-ha", "Ghi chú", sheet.T(sheet.Plain, "theo “phiếu 3”"))
	fillIn(t, b, "trees-dead", "dong-ha", "Số liệu", sheet.N(sheet.Plain, "0"))
	save(t, file, b)
	m := readForm(t, p.dir, file)
	if len(m.Plan.Changes) != 3 || m.Plan.Same != 3 || len(m.Findings) > 0 {
		t.Fatalf("%d changes, %d the same, %v", len(m.Plan.Changes), m.Plan.Same, m.Findings)
	}
	if now, _ := os.ReadFile(filepath.Join(p.dir, trees)); !bytes.Equal(now, before) {
		t.Fatal("written before anybody agreed")
	}
	if err := m.Write(); err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("an-binh = 1100", "an-binh = 1200", `dong-ha = "in-progress"`, `dong-ha = { state = "in-progress", note = "theo “phiếu 3”" }`,
		"an-binh = 1\nbinh-hoa = 2\n", "an-binh = 1\nbinh-hoa = 2\ndong-ha = 0\n").Replace(string(before))
	now, err := os.ReadFile(filepath.Join(p.dir, trees))
	if err != nil || string(now) != want {
		t.Errorf("%v: got\n%s\nwant\n%s", err, now, want)
	}
	if again := readForm(t, p.dir, file); len(again.Plan.Changes) > 0 || again.Plan.Same != 6 {
		t.Errorf("a second time: %d changes, %d the same", len(again.Plan.Changes), again.Plan.Same)
	}
	if read := readAlone(p.dir); read.Portal == nil {
		t.Errorf("the portal has errors: %v", read.Findings)
	}
}

// Three decimals must not come to stand in a file like thousands, of which check would warn.
func TestThreeDecimalsAreWrittenSoThatNobodyTakesThemForThousands(t *testing.T) {
	c := intake.Change{Table: &model.Table{Indicator: &model.Indicator{}}, New: intake.Said{Value: number(t, "886.375"), Plan: number(t, "1000.375"), Percent: number(t, "7.125")}}
	for lang, want := range map[string]string{"vi": "value 886.3750 plan 1000.375 percent 7.125", "en": "value 886.375 plan 1000.375 percent 7.125"} {
		var got []string
		for _, f := range fieldsOf(c, lang) {
			got = append(got, f.Key, f.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}

func number(t *testing.T, plain string) *decimal.Decimal {
	t.Helper()
	d, err := decimal.Parse(plain)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// A percentage that was typed as the fraction of a spreadsheet has one reading; that it does not fit its value and plan
// is said before it is written.
func TestWhatTheCheckWouldWarnOfIsToldBeforeItIsWritten(t *testing.T) {
	file, b := formed(t, "../..")
	fillIn(t, b, "budget-revenue-2023", "dai-nai", "Tỷ lệ (%)", sheet.N(sheet.Plain, "0.074"))
	fillIn(t, b, "budget-revenue-2023", "dai-nai", "Nguyên văn", sheet.T(sheet.Plain, "1.100/14.170"))
	save(t, file, b)
	m := readForm(t, "../..", file)
	if len(m.Findings) != 1 || m.Findings[0].Rule.ID != "percent-fraction" || len(m.Plan.Changes) != 1 {
		t.Fatalf("%v, %d changes", m.Findings, len(m.Plan.Changes))
	}
	f := m.Findings[0]
	if line := strings.Split(string(m.Source(f.Pos.File)), "\n")[f.Pos.Line-1]; !strings.Contains(line, "percent = 0.074") {
		t.Errorf("the finding stands at %q", line)
	}
}

// What the portal's rules refuse is not written, even where the form is well filled: here a place in a column that the
// report does not have.
func TestAFormNeverBreaksThePortal(t *testing.T) {
	p := newPortal(t)
	file, b := formed(t, p.dir)
	fillIn(t, b, "trees-planted", "an-binh", "Chỗ trong nguồn", sheet.T(sheet.Plain, "I/r1/cot-la"))
	save(t, file, b)
	m := readForm(t, p.dir, file)
	if m.Findings.Count(diag.Error) != 1 || len(m.Plan.Changes) > 0 {
		t.Fatalf("found %v, %d changes", m.Findings, len(m.Plan.Changes))
	}
	f := m.Findings[0]
	if line := strings.Split(string(m.Source(f.Pos.File)), "\n")[f.Pos.Line-1]; !strings.Contains(line, "I/r1/cot-la") {
		t.Errorf("the finding %s shows %q", f.Place("en"), line)
	}
}

func TestAFileChangedMeanwhileIsLeftAlone(t *testing.T) {
	p := newPortal(t)
	file, b := formed(t, p.dir)
	fillIn(t, b, "trees-planted", "an-binh", "Số liệu", sheet.N(sheet.Plain, "1200"))
	save(t, file, b)
	m := readForm(t, p.dir, file)
	p.edit(trees, "binh-hoa = 30", "binh-hoa = 31")
	if err := m.Write(); !errors.As(err, new(*Misuse)) {
		t.Errorf("got %v", err)
	}
	if now, _ := os.ReadFile(filepath.Join(p.dir, trees)); !bytes.Contains(now, []byte("an-binh = 1100")) || !bytes.Contains(now, []byte("binh-hoa = 31")) {
		t.Errorf("got %s", now)
	}
}
