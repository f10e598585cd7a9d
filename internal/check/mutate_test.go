package check

import (
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// slipsOfTheHand are what fingers, clipboards and other programs leave in a text.
var slipsOfTheHand = []string{
	"\"", "'", "“", "”", "[", "]", "{", "}", "{{", "}}", "=", "==", ":", ",", ";", ".", "..", "#", "|", "\\", "/", "//", "-", "–", "%", "0", "1.100", "1,5", "1e9",
	"\n", "\n\n", "\r", "\t", " ", "\u00A0", "\u200B", "\uFEFF", "\u0301", "\u0323", "đ", "Ạ", "\x00", "\xFF", "\xC3", "+++\n", "---\n", "```\n", "[[", "]]", "[figures.x]\n",
	"[]", "{}", "= {", "\"\"\"", "'''", "<b>", "](", "@", " as ratio", "/total", " less ", "null", "true", "2024-02-30", "12/4/2023", "99999999999999999999",
}

// slip changes a text as a slip of the hand does.
func slip(r *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	line, other := r.IntN(len(lines)), r.IntN(len(lines))
	at := r.IntN(len(text) + 1)
	to := min(at+1+r.IntN(12), len(text))
	switch r.IntN(9) {
	case 0:
		return text[:at] + text[to:]
	case 1, 2, 3:
		return text[:at] + slipsOfTheHand[r.IntN(len(slipsOfTheHand))] + text[at:]
	case 4:
		return text[:at] + slipsOfTheHand[r.IntN(len(slipsOfTheHand))] + text[to:]
	case 5:
		return strings.Join(slices.Delete(lines, line, line+1), "")
	case 6:
		return strings.Join(slices.Insert(lines, line, lines[other]), "")
	case 7:
		lines[line], lines[other] = lines[other], lines[line]
		return strings.Join(lines, "")
	}
	return text[:at]
}

// Whatever slips, check says it and does not fail: never a panic, never a portal beside an error, no finding without a
// place or a sentence. A higher number than 800 finds more and takes longer.
func TestSlipsOfTheHandNeverBreakTheCheck(t *testing.T) {
	names := slices.Sorted(maps.Keys(valid))
	for n := range 800 {
		r := rand.New(rand.NewPCG(7, uint64(n)))
		files := filesOf(valid)
		var touched []string
		for range 1 + r.IntN(3) {
			name := names[r.IntN(len(names))]
			text := string(files[name].Data)
			if len(text) == 0 {
				continue
			}
			touched = append(touched, name)
			files[name] = &fstest.MapFile{Data: []byte(slip(r, text))}
		}
		holdsTogether(t, n, files, touched)
	}
}

func holdsTogether(t *testing.T, n int, files fstest.MapFS, touched []string) {
	defer func() {
		if failed := recover(); failed != nil {
			t.Fatalf("slip %d: %v", n, failed)
		}
		if t.Failed() {
			for _, name := range touched {
				t.Logf("slip %d: %s:\n%s", n, name, files[name].Data)
			}
			t.FailNow()
		}
	}()
	tree, findings := source.Load(files)
	p, more := Portal(tree)
	findings = append(findings, more...).Sorted()
	if isError := findings.Count(diag.Error) > 0; isError != (p == nil) {
		t.Errorf("slip %d: an error: %v, a portal: %v\n%v", n, isError, p != nil, told(findings))
	}
	var last diag.Finding
	for i, f := range findings {
		if f.Pos.Line < 0 || f.Pos.Line > 0 && f.Pos.Col < 1 || f.Pos.File == "" {
			t.Errorf("slip %d: a finding at %+v", n, f.Pos)
		}
		if i > 0 && f.Pos == last.Pos && f.Rule.ID == last.Rule.ID && f.Message("en") == last.Message("en") {
			t.Errorf("slip %d: told twice: %s", n, f.Place("en")+f.Message("en"))
		}
		last = f
		for _, lang := range []string{"vi", "en"} {
			if text := f.Message(lang) + f.Hint(lang); strings.Contains(text, "%!") || strings.TrimSpace(f.Message(lang)) == "" {
				t.Errorf("slip %d: said %q", n, text)
			}
		}
	}
	for _, format := range diag.Formats {
		if err := diag.Print(io.Discard, findings, format, "vi", tree.Source); err != nil {
			t.Error(err)
		}
	}
}
