package sheet

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
)

func TestANumberThatIsShownAsAnotherIsMarked(t *testing.T) {
	for _, c := range []struct {
		format string
		n      float64
		want   bool
	}{
		{"General", 398.4375, false}, {"#,##0", 398.4, true}, {"#,##0", 398, false}, {"0.0", 398.4, false}, {"0.0", 398.44, true}, {"0.0", 886.29999999999995, false},
		{"#,##0.00", 7.12, false}, {"#,##0,", 455000, true}, {"#,##0,", 0, false}, {"0.0,,", 1500000, true}, {`#,##0,"k"`, 1000, true}, {`#,##0" cây, bụi"`, 1000, false},
		{"0%", 0.07, false}, {"0%", 0.074, true}, {"0.0%", 0.074, false}, {"0.00%", 0.07, false}, {"0.###", 1.125, false}, {"0.###", 1.1255, true},
		{`_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, -3.25, false}, {"#,##0;[Red]-#,##0", 2.5, true},
		{"# ?/?", 0.25, false}, {"0.00E+00", 123456, false}, {"@", 1.5, false},
	} {
		if got := lookOf(0, &c.format).differs(c.n); got != c.want {
			t.Errorf("%v in %s: differs %v", c.n, c.format, got)
		}
	}
	for format, want := range map[string]bool{"[h]": true, "[mm]:ss": true, "d/m/yyyy": true, "[Red]0": false, `0" ngày"`: false} {
		if got := lookOf(0, &format).date; got != want {
			t.Errorf("%s shows a time: %v", format, got)
		}
	}
	for number, want := range map[int]bool{0: false, 1: true, 2: false, 3: true, 4: false, 9: false, 10: false, 11: false, 49: false} {
		if got := lookOf(number, nil).differs(7.25); got != want {
			t.Errorf("7.25 in format %d: differs %v", number, got)
		}
	}
}

func TestAFormulaWithoutASavedValueIsNoEmptyCell(t *testing.T) {
	s := &Sheet{Name: "a", Rows: [][]Cell{{N(Plain, "1"), N(Plain, "2")}}}
	raw, err := Write(&Book{Sheets: []*Sheet{s}})
	if err != nil {
		t.Fatal(err)
	}
	raw = rezip(t, raw, "xl/worksheets/sheet1.xml", "<v>2</v>", "<f>A1+1</f>")
	b, found := Read("a.xlsx", raw)
	if b == nil {
		t.Fatal(found)
	}
	if got, want := b.Sheets[0].At(0, 1), (Cell{Kind: Fault, Text: "=A1+1", Formula: "A1+1"}); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// rezip is a packed file with one text of one of its parts replaced.
func rezip(t *testing.T, raw []byte, part, old, with string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			if !strings.Contains(string(text), old) {
				t.Fatalf("%s has no %s", part, old)
			}
			text = []byte(strings.Replace(string(text), old, with, 1))
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
