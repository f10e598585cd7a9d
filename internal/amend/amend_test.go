package amend

import (
	"strings"
	"testing"

	"minhbach/internal/diag"
)

const before = `# Số cây
resolutions = ["36-2022"]

[figures.trees]   # bảng một
period = "survey"
at     = "III.1"
total  = 32670
[figures.trees.units]
# dòng ghi chú
thach-ha   = { value = 11383, note = "Báo cáo nêu." }  # xem lại
thach-hung = 844
nguyen-du  = "in-progress"

[figures.money]
period = "year"
at = "III.5"
[figures.money.units]
dai-nai = {value=1100,plan=14170, percent=7.4 , published="1.100/14.170=7,4%"}

[figures.fresh]
period = "survey"
at     = "III.2"

[mechanism.a]
name = "Tên"
`

func edited(t *testing.T, raw string, changes ...Change) string {
	t.Helper()
	out, found := Figures("data/reports/1-bc/a.toml", []byte(raw), changes)
	if out == nil {
		var b strings.Builder
		diag.Print(&b, found, "text", "en", nil)
		t.Fatalf("refused: %s", b.String())
	}
	return string(out)
}

func TestOnlyTheLineOfTheFigureChanges(t *testing.T) {
	for name, c := range map[string]struct {
		change   Change
		old, new string
	}{
		"a number": {Change{"trees", "thach-hung", []Field{Number("value", "845")}}, "thach-hung = 844\n", "thach-hung = 845\n"},
		"a number in an inline table": {Change{"trees", "thach-ha", []Field{Number("value", "11384"), Text("note", "Báo cáo nêu.")}},
			"{ value = 11383,", "{ value = 11384,"},
		"a field of a table written closely": {Change{"money", "dai-nai", []Field{Number("value", "1100"), Number("plan", "14170"), Number("percent", "7.5"), Text("published", "1.100/14.170=7,5%")}},
			`percent=7.4 , published="1.100/14.170=7,4%"`, `percent=7.5 , published="1.100/14.170=7,5%"`},
		"a number written otherwise stays": {Change{"money", "dai-nai", []Field{Number("value", "1100.0"), Number("plan", "14170"), Number("percent", "7.40"), Text("published", "x")}},
			`published="1.100/14.170=7,4%"`, `published="x"`},
		"a state for a number": {Change{"trees", "thach-hung", []Field{Text("state", "blank")}}, "= 844", `= "blank"`},
		"a number for a state": {Change{"trees", "nguyen-du", []Field{Number("value", "0")}}, `"in-progress"`, "0"},
		"a field more": {Change{"trees", "thach-ha", []Field{Number("value", "11383"), Text("at", "III.1/r2"), Text("note", "Báo cáo nêu.")}},
			`{ value = 11383, note`, `{ value = 11383, at = "III.1/r2", note`},
		"a field less": {Change{"trees", "thach-ha", []Field{Number("value", "11383")}}, `{ value = 11383, note = "Báo cáo nêu." }`, `{ value = 11383 }`},
		"a plain line that grows": {Change{"trees", "thach-hung", []Field{Number("value", "844"), Text("note", `nói "gần \ đủ"`)}},
			"thach-hung = 844", `thach-hung = { value = 844, note = "nói \"gần \\ đủ\"" }`},
		"a new line": {Change{"trees", "ha", []Field{Number("value", "7")}},
			"nguyen-du  = \"in-progress\"\n", "nguyen-du  = \"in-progress\"\nha         = 7\n"},
		"a new line longer than the others": {Change{"trees", "phuong-nguyen-du", []Field{Text("state", "blank")}},
			"nguyen-du  = \"in-progress\"\n", "nguyen-du  = \"in-progress\"\nphuong-nguyen-du = \"blank\"\n"},
		"the first line of a table": {Change{"fresh", "ha", []Field{Number("value", "7")}},
			"at     = \"III.2\"\n", "at     = \"III.2\"\n[figures.fresh.units]\nha = 7\n"},
	} {
		want := strings.Replace(before, c.old, c.new, 1)
		if got := edited(t, before, c.change); got != want || want == before {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
		// The same of a file from Windows, with a mark, and letters in two parts.
		windows := "\uFEFF" + strings.ReplaceAll(before, "\n", "\r\n")
		want = "\uFEFF" + strings.ReplaceAll(want, "\n", "\r\n")
		if got := edited(t, windows, c.change); got != want {
			t.Errorf("%s, as Windows writes it: got\n%q\nwant\n%q", name, got, want)
		}
	}
}

func TestSeveralChangesOfOneFileKeepTheirOrder(t *testing.T) {
	got := edited(t, before, Change{"fresh", "b", []Field{Number("value", "2")}}, Change{"trees", "thach-ha", []Field{Number("value", "1")}},
		Change{"fresh", "a", []Field{Number("value", "1")}})
	if !strings.Contains(got, "[figures.fresh.units]\nb = 2\na = 1\n") || !strings.Contains(got, "thach-ha   = { value = 1 }  # xem lại\n") {
		t.Errorf("got %s", got)
	}
	if again := edited(t, got, Change{"fresh", "a", []Field{Number("value", "1")}}); again != got {
		t.Errorf("a change that is none changed\n%s\nto\n%s", got, again)
	}
}

func TestOtherBytesStayAlsoInAFileWithoutALastEnd(t *testing.T) {
	raw := "# Tha\u0323ch Ha\u0323\n[figures.a]\n[figures.a.units]\nx = 1 # ba\u0323n"
	got := edited(t, raw, Change{"a", "y", []Field{Number("value", "2")}})
	if want := raw + "\ny = 2\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestANewLastLineEndsAsTheFileDoes(t *testing.T) {
	raw := "[figures.a]\r\n[figures.a.units]\r\nx = 1"
	if got, want := edited(t, raw, Change{"a", "y", []Field{Number("value", "2")}}), raw+"\r\ny = 2\r\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALineWrittenOtherwiseIsLeftToTheEditor(t *testing.T) {
	for name, raw := range map[string]string{
		"a table of its own": "[figures.a.units.x]\nvalue = 1\n",
		"dotted":             "[figures.a]\nunits.y = 1\n",
		"units inline":       "[figures.a]\nunits = { y = 1 }\n",
		"no table":           "[figures.b]\n",
		"on several lines":   "[figures.a.units]\nx = { value = 1, note = \"\"\"a\nb\"\"\" }\n",
		"last of many lines": "[figures.a]\nnote = \"\"\"\na\n\"\"\"\n",
		"not well written":   "[figures.a.units]\nx = 1.100 cây\n",
	} {
		out, found := Figures("a.toml", []byte(raw), []Change{{"a", "x", []Field{Number("value", "2")}}})
		if out != nil || found.Count(diag.Error) == 0 {
			t.Errorf("%s: got %q, %v", name, out, found)
		}
		for _, f := range found {
			if text := f.Message("vi") + f.Hint("en"); strings.Contains(text, "%!") {
				t.Error(text)
			}
		}
	}
}

func FuzzFigures(f *testing.F) {
	f.Add(before, "trees", "thach-ha", "Ghi chú")
	f.Add("[figures.a]\r\n[figures.a.units]\nb=1", "a", "c", "\"\\\x01\n")
	f.Fuzz(func(t *testing.T, raw, table, unit, note string) {
		c := Change{table, unit, []Field{Number("value", "5"), Text("note", note)}}
		out, found := Figures("a.toml", []byte(raw), []Change{c})
		if (out == nil) != (found.Count(diag.Error) > 0) || out != nil && !says("a.toml", out, c) {
			t.Errorf("got %q, %v", out, found)
		}
	})
}
