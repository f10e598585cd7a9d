package diag

import (
	"encoding/json"
	"strings"
	"testing"
)

var unknownUnit = &Rule{
	ID: "unknown-unit", Severity: Error,
	Message: Text{VI: "đơn vị %q không có trong %s", EN: "no unit %q in %s"},
	Hint:    Text{VI: "có phải %q?", EN: "did you mean %q?"},
}

var note = &Rule{ID: "note", Severity: Warning, Message: Text{VI: "%s lạ", EN: "odd %s"}}

func printed(t *testing.T, format, lang string, files map[string]string, l ...Finding) string {
	t.Helper()
	var b strings.Builder
	err := Print(&b, l, format, lang, func(f string) []byte { return []byte(files[f]) })
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextShowsTheLineTheCaretAndTheHint(t *testing.T) {
	files := map[string]string{"data/b.toml": "a = 1\nthach-haa = 1100\n"}
	got := printed(t, "text", "vi", files,
		Finding{Pos: Pos{"data/b.toml", 2, 1}, Width: 9, Rule: unknownUnit, Args: []any{"thach-haa", "data/units.toml"}, HintArgs: []any{"thach-ha"}},
		Finding{Pos: Pos{File: "data/a.toml"}, Rule: note, Args: []any{Text{VI: "tệp", EN: "file"}}})
	want := `data/a.toml: cảnh báo: tệp lạ [note]
data/b.toml:2:1: lỗi: đơn vị "thach-haa" không có trong data/units.toml [unknown-unit]
    2 | thach-haa = 1100
      | ^^^^^^^^^
  gợi ý: có phải "thach-ha"?
1 lỗi, 1 cảnh báo
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheCaretStandsUnderVietnameseLettersHoweverCoded(t *testing.T) {
	for name, line := range map[string]string{
		"NFC": "name = \"Thạch Hạ\" x",
		"NFD": "name = \"Tha\u0323ch Ha\u0323\" x",
		"BOM": "\uFEFFname = \"Thạch Hạ\" x",
	} {
		got := printed(t, "text", "vi", map[string]string{"f": line + "\r\n"}, Finding{Pos: Pos{"f", 1, 19}, Rule: note, Args: []any{"x"}})
		shown, caret := strings.Split(got, "\n")[1], strings.Split(got, "\n")[2]
		if strings.ContainsRune(shown, '\r') || caret != "      |                   ^" {
			t.Errorf("%s: %q, %q", name, shown, caret)
		}
	}
}

func TestTheCaretKeepsTabsAndTheEndOfTheLine(t *testing.T) {
	got := printed(t, "text", "en", map[string]string{"f": "\ta = 1"}, Finding{Pos: Pos{"f", 1, 2}, Width: 99, Rule: note, Args: []any{"x"}})
	if want := "f:1:2: warning: odd x [note]\n    1 | \ta = 1\n      | \t^^^^^\n1 warning\n"; got != want {
		t.Errorf("got %q", got)
	}
	got = printed(t, "text", "en", map[string]string{"f": "ab"}, Finding{Pos: Pos{"f", 1, 3}, Rule: note, Args: []any{"x"}})
	if !strings.Contains(got, "    1 | ab\n      |   ^\n") {
		t.Errorf("at the end of a line: %q", got)
	}
}

func TestALongLineIsShownAroundItsFinding(t *testing.T) {
	line := strings.Repeat("đ", 500) + "X" + strings.Repeat("ê", 500)
	got := strings.Split(printed(t, "text", "en", map[string]string{"f": line}, Finding{Pos: Pos{"f", 1, 501}, Rule: note, Args: []any{"x"}}), "\n")
	shown, caret := []rune(got[1]), []rune(got[2])
	if len(shown) > 130 || shown[8] != '…' || shown[len(shown)-1] != '…' || shown[len(caret)-1] != 'X' {
		t.Errorf("got\n%s\n%s", got[1], got[2])
	}
}

func TestAFileCannotSteerTheTerminal(t *testing.T) {
	got := printed(t, "text", "en", map[string]string{"f": "\x1b[2J a\u202Eb\u00A0c"}, Finding{Pos: Pos{"f", 1, 1}, Rule: note, Args: []any{"\x1b]0;x"}})
	if strings.ContainsAny(got, "\x1b\u202E\u00A0") || !strings.Contains(got, "a�b c") {
		t.Errorf("got %q", got)
	}
}

func TestAFindingOutsideItsFileIsStillTold(t *testing.T) {
	for _, pos := range []Pos{{"gone", 7, 3}, {"f", 9, 1}, {"f", 1, 50}, {"f", 1, 0}, {"f", -1, -1}} {
		got := printed(t, "text", "en", map[string]string{"f": "ab"}, Finding{Pos: pos, Rule: note, Args: []any{"x"}})
		if !strings.Contains(got, "odd x [note]\n") {
			t.Errorf("%v: %q", pos, got)
		}
	}
}

func TestTheLastLineCountsWhatThereIs(t *testing.T) {
	e, w := Finding{Rule: unknownUnit, Args: []any{"a", "b"}}, Finding{Rule: note, Args: []any{"x"}}
	e2 := e
	e2.Pos.Line = 2
	for want, l := range map[string]List{
		"2 errors, 1 warning": {e, w, e2}, "1 error": {e, e}, "1 warning": {w}, "": nil,
	} {
		got := printed(t, "text", "en", nil, l...)
		if want != "" && !strings.HasSuffix(got, "\n"+want+"\n") || want == "" && got != "" {
			t.Errorf("want %q, got %q", want, got)
		}
	}
}

func TestJSONHasEveryPartOfAFinding(t *testing.T) {
	got := printed(t, "json", "en", nil, Finding{Pos: Pos{"f", 2, 3}, Width: 4, Rule: unknownUnit, Args: []any{"<a>", "u"}, HintArgs: []any{"b"}},
		Finding{Pos: Pos{File: "e"}, Rule: note, Args: []any{"x"}})
	var back []map[string]any
	if err := json.Unmarshal([]byte(got), &back); err != nil || len(back) != 2 {
		t.Fatalf("%v in %s", err, got)
	}
	if f := back[1]; f["file"] != "f" || f["line"] != 2.0 || f["column"] != 3.0 || f["width"] != 4.0 || f["severity"] != "error" ||
		f["rule"] != "unknown-unit" || f["message"] != `no unit "<a>" in u` || f["hint"] != `did you mean "b"?` {
		t.Errorf("got %v", f)
	}
	if _, has := back[0]["line"]; has || back[0]["severity"] != "warning" {
		t.Errorf("a finding on a whole file: %v", back[0])
	}
	if got := printed(t, "json", "en", nil); got != "[]\n" {
		t.Errorf("no findings: %q", got)
	}
}

func TestGitHubAnnotationsAreEscaped(t *testing.T) {
	got := printed(t, "github", "vi", nil, Finding{Pos: Pos{"a,b:c%.md", 2, 3}, Width: 4, Rule: unknownUnit, Args: []any{"100%", "u\n::x"}, HintArgs: []any{"b"}})
	want := "::error file=a%2Cb%3Ac%25.md,line=2,col=3,endColumn=7,title=unknown-unit::đơn vị \"100%25\" không có trong u%0A::x%0Acó phải \"b\"?\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFindingsComeByPlaceAndOnce(t *testing.T) {
	at := func(file string, line, col int) Finding {
		return Finding{Pos: Pos{file, line, col}, Rule: note, Args: []any{"x"}}
	}
	got := printed(t, "text", "en", nil, at("b", 0, 0), at("a", 10, 1), at("a", 9, 2), at("a", 9, 1), at("a", 9, 1))
	if want := "a:9:1: a:9:2: a:10:1: b: "; strings.NewReplacer("warning: odd x [note]\n", "").Replace(got) != want+"4 warnings\n" {
		t.Errorf("got %s", got)
	}
}

func TestNearestNamesAMistypedWord(t *testing.T) {
	known := []string{"thach-ha", "thach-hung", "nam-ha", "in-progress", "id"}
	for word, want := range map[string]string{
		"thach-haa": "thach-ha", "tahch-ha": "thach-ha", "thach-ho": "thach-ha", "in_progress": "in-progress",
		"inprogres": "in-progress", "ii": "id", "tran-phu": "", "x": "", "": "", "nam": "", "thach-ha": "thach-ha",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("%q: got %q, want %q", word, got, want)
		}
	}
}

func TestACellIsNamedInEveryForm(t *testing.T) {
	f := Finding{Pos: Pos{File: "mau.xlsx"}, Cell: Cell{Sheet: "trees-planted", Row: 7, Col: 29}, Rule: note, Args: []any{Cell{Row: 1, Col: 3}}}
	for _, c := range [][3]string{
		{"text", "vi", `mau.xlsx: trang tính "trees-planted", ô AC7: cảnh báo: ô C1 lạ [note]`},
		{"text", "en", `mau.xlsx: sheet "trees-planted", cell AC7: warning: odd cell C1 [note]`},
		{"json", "en", `"cell": "AC7"`},
		{"json", "en", `"sheet": "trees-planted"`},
		{"github", "en", `title=note::sheet "trees-planted", cell AC7: odd cell C1`},
	} {
		if got := printed(t, c[0], c[1], nil, f); !strings.Contains(got, c[2]) {
			t.Errorf("%s, %s: got %s", c[0], c[1], got)
		}
	}
	whole, csv := f, f
	whole.Cell.Row, csv.Cell.Sheet = 0, ""
	if got := printed(t, "text", "en", nil, whole, csv, f); !strings.HasPrefix(got, "mau.xlsx: cell AC7: ") ||
		!strings.Contains(got, "\nmau.xlsx: sheet \"trees-planted\": warning") || !strings.HasSuffix(got, "\n3 warnings\n") {
		t.Errorf("got %s", got)
	}
}
