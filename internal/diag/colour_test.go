package diag

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

// Colours repeat what the words say: without them the text is the same to the byte.
func TestColoursAddNothingButColour(t *testing.T) {
	l := List{
		{Pos: Pos{"f", 1, 1}, Width: 2, Rule: unknownUnit, Args: []any{"a", "f"}, HintArgs: []any{"b"}},
		{Pos: Pos{File: "g"}, Rule: note, Args: []any{"x"}},
	}
	source := func(string) []byte { return []byte("ab = 1") }
	for _, format := range Formats {
		var plain, colour bytes.Buffer
		if err := Print(&plain, l, format, "vi", source); err != nil {
			t.Fatal(err)
		}
		if err := Print(Coloured{&colour}, l, format, "vi", source); err != nil {
			t.Fatal(err)
		}
		if got := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(colour.String(), ""); got != plain.String() || strings.Contains(plain.String(), "\x1b") {
			t.Errorf("%s: got %q, want %q", format, got, plain.String())
		}
		if coloured := strings.Contains(colour.String(), "\x1b"); coloured != (format == "text") {
			t.Errorf("%s: coloured %v", format, coloured)
		}
	}
	var out bytes.Buffer
	if err := Print(Coloured{&out}, l, "text", "vi", source); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\x1b[1mf:1:1\x1b[0m: \x1b[1;31mlỗi:\x1b[0m ", "\x1b[1;31m^^\x1b[0m", "\x1b[36mgợi ý:\x1b[0m", "\x1b[1;33mcảnh báo:\x1b[0m"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in %q", want, &out)
		}
	}
}
