package source

import (
	"strings"
	"testing"
	"testing/fstest"
)

func TestAnOldEncodingIsNamedOnlyWhereItsBytesTell(t *testing.T) {
	for text, want := range map[string]string{
		"name = \"Nguy\xEA\xDEn Hu\xEA\xF2, \xF0\xFD\xF5\xECng\"": "windows-1258", // Nguyễn Huệ, đướng
		"name = \"Th\xB9ch H\xB9, \xAE\xAD\xEAng\"":               "tcvn3",        // Thạch Hạ, đường
		"name = \"H\xB9\"":                    "", // too little to tell by
		"name = \"d\xE9j\xE0 vu\"":            "", // French
		"name = \"\x80\x81\x82\x83\"":         "",
		"name = \"caf\xE9 \x93 x \x94 \xFF\"": "",
	} {
		if got := encodingOf([]byte(text)); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTwoVersionsOfAPassageAreOneFinding(t *testing.T) {
	text := "a = 1\n<<<<<<< HEAD\nb = 2\n||||||| base\nb = 0\n=======\nb = 3\nc = 4\n>>>>>>> other\nd = 5\n"
	tree, findings := Load(fstest.MapFS{"data/a.toml": {Data: []byte(text)}})
	root := tree.Files[0].Root
	if got := told(findings); len(got) != 1 || !strings.HasPrefix(got[0], "2:1+12 merge-conflict từ đây đến dòng 9 ") {
		t.Errorf("%q", got)
	}
	if root.Get("b").Text != "2" || root.Get("c") != nil || root.Get("d").Pos.Line != 10 {
		t.Errorf("read\n%s", places("", root))
	}
	for _, whole := range []string{"x <<<<<<< y", "<<<<<<< HEAD\na\n=======\nb\n", "<<<<<<<\n=======\n>>>>>>>\n", "Đề mục\n=======\n"} {
		if out, found := conflicts("a.md", []byte(whole)); len(found) > 0 || string(out) != whole {
			t.Errorf("%q: %v, %q", whole, told(found), out)
		}
	}
}

func TestFrontMatterOfOtherGeneratorsIsNamedAsSuch(t *testing.T) {
	for text, want := range map[string]string{
		"---\ntitle: Hạ\n---\nchữ\n": "1:1+3 front-matter | title = \"Hạ\"",
		"---\ntitle:\n---\nchữ\n":    "1:1+3 front-matter | title = \"…\"",
		"---\nchữ\n---\n":            "", // a heading between two rules
		"---\ntitle: Hạ\n":           "", // a rule
		"chữ\n---\ntitle: Hạ\n---\n": "",
	} {
		tree, findings := Load(fstest.MapFS{"content/pages/a.md": {Data: []byte(text)}})
		got := ""
		for _, f := range findings {
			got += strings.Join(strings.Fields(told(findings)[0])[:2], " ") + " | " + f.HintArgs[0].(string)
		}
		if got != want || want != "" && string(tree.Pages[0].Body) != "chữ\n" {
			t.Errorf("%q: got %q, body %q", text, got, tree.Pages[0].Body)
		}
	}
}

func TestHintsReadNumbersAsThePortalsSourcesWriteThem(t *testing.T) {
	for portal, want := range map[string]string{
		"":                             "1.130|1130",
		"locale = \"en\"":              "1130",
		"locale = \"en\"\nname = Hạ\n": "1130",
		"locale = \"en\"\nsource-locale = \"vi\"": "1.130|1130",
	} {
		_, findings := Load(fstest.MapFS{"data/portal.toml": {Data: []byte(portal)}, "data/x.toml": {Data: []byte("total = 1,130\n")}})
		var got []string
		for _, a := range findings.Sorted()[len(findings)-1].HintArgs {
			got = append(got, a.(string))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q", portal, got)
		}
	}
}
