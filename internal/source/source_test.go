package source

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/diag"
)

// read reads one file of data/ and fails on findings.
func read(t *testing.T, text string) *Table {
	t.Helper()
	tree, findings := Load(fstest.MapFS{"data/a.toml": {Data: []byte(text)}})
	if len(findings) > 0 {
		t.Fatalf("%q: %v", text, told(findings))
	}
	return tree.Files[0].Root
}

// told gives each finding as line:col+width rule message.
func told(l diag.List) []string {
	var out []string
	for _, f := range l.Sorted() {
		out = append(out, fmt.Sprintf("%d:%d+%d %s %s", f.Pos.Line, f.Pos.Col, max(f.Width, 1), f.Rule.ID, f.Message("vi")))
	}
	return out
}

// places writes every value of a table as path key@line:col value@line:col+width.
func places(prefix string, t *Table) string {
	var b strings.Builder
	for _, v := range t.Fields {
		value(&b, prefix+v.Key, v)
	}
	return b.String()
}

func value(b *strings.Builder, path string, v *Value) {
	fmt.Fprintf(b, "%s %d:%d+%d = %d:%d+%d %q\n", path, v.KeyPos.Line, v.KeyPos.Col, v.KeyWidth, v.Pos.Line, v.Pos.Col, v.Width, v.Text)
	for i, e := range v.List {
		value(b, fmt.Sprintf("%s[%d]", path, i), e)
	}
	if v.Table != nil {
		b.WriteString(places(path+".", v.Table))
	}
}

func TestEveryKeyAndValueHasItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"a = 11383 # cây\nb = \"Thạch Hạ\"": "a 1:1+1 = 1:5+5 \"11383\"\nb 2:1+1 = 2:5+10 \"Thạch Hạ\"\n",
		"a = { t = \"Đông Môn\", n = 7.40, d = 2023-04-21 }": "a 1:1+1 = 1:5+44 \"\"\na.t 1:7+1 = 1:11+10 \"Đông Môn\"\n" +
			"a.n 1:23+1 = 1:27+4 \"7.40\"\na.d 1:33+1 = 1:37+10 \"2023-04-21\"\n",
		"[unit.ha]\nname = \"Hạ\"": "unit 1:2+4 = 1:2+4 \"\"\nunit.ha 1:7+2 = 1:7+2 \"\"\nunit.ha.name 2:1+4 = 2:8+4 \"Hạ\"\n",
		"[a.b]\n[a]\nc = true\n":   "a 1:2+1 = 1:2+1 \"\"\na.b 1:4+1 = 1:4+1 \"\"\na.c 3:1+1 = 3:5+4 \"\"\n",
		"a = [ \"ạ\", # chú thích ]\n  \"b]\",\n]\nb = 1": "a 1:1+1 = 1:5+20 \"\"\na[0] 1:7+3 = 1:7+3 \"ạ\"\na[1] 2:3+4 = 2:3+4 \"b]\"\n" +
			"b 4:1+1 = 4:5+1 \"1\"\n",
		"a = \"\"\"\nx\n\"y\"\"\"\"\nb.c = 1": "a 1:1+1 = 1:5+3 \"x\\n\\\"y\\\"\"\nb 4:1+1 = 4:1+1 \"\"\nb.c 4:3+1 = 4:7+1 \"1\"\n",
		"\"Đ a\" . 'b c' = '''x'''":           "Đ a 1:1+5 = 1:1+5 \"\"\nĐ a.b c 1:9+5 = 1:17+7 \"x\"\n",
		"\"a\\u0042\" = 1":                    "aB 1:1+9 = 1:13+1 \"1\"\n",
		"a = 2023-04-21 07:30:00\nb = 2":      "a 1:1+1 = 1:5+19 \"2023-04-21\"\nb 2:1+1 = 2:5+1 \"2\"\n",
		"a = [{x = 1}, {x = 2}]":              "a 1:1+1 = 1:5+18 \"\"\na[0] 1:6+7 = 1:6+7 \"\"\na[0].x 1:7+1 = 1:11+1 \"1\"\na[1] 1:15+7 = 1:15+7 \"\"\na[1].x 1:16+1 = 1:20+1 \"2\"\n",
		"a = {\n  b = 1, # x }\n  c = 2,\n}":  "a 1:1+1 = 1:5+1 \"\"\na.b 2:3+1 = 2:7+1 \"1\"\na.c 3:3+1 = 3:7+1 \"2\"\n",
	} {
		if got := places("", read(t, text)); got != want {
			t.Errorf("%s\ngot\n%swant\n%s", text, got, want)
		}
	}
}

func TestNumbersKeepEveryDigitAsWritten(t *testing.T) {
	for raw, want := range map[string]string{
		"886.3": "886.3", "7.40": "7.40", "-1_000": "-1000", "+5": "5", "0x10": "16", "1e3": "1000",
		"1.00000000000000000001": "1.00000000000000000001", "inf": "+Inf", "nan": "NaN",
	} {
		v := read(t, "a = "+raw).Get("a")
		if v.Kind != Number || v.Text != want || v.Raw != raw {
			t.Errorf("%s: %+v", raw, v)
		}
	}
}

func TestValuesHaveTheirKind(t *testing.T) {
	root := read(t, "s = 'x'\nn = 1\nb = true\nd = 2023-04-21\nt = 07:30:00\nl = []\nm = {}\n")
	for key, want := range map[string]Kind{"s": String, "n": Number, "b": Bool, "d": Date, "t": Time, "l": ListKind, "m": TableKind} {
		if got := root.Get(key).Kind; got != want {
			t.Errorf("%s: got %v, want %v", key, got, want)
		}
	}
	if !root.Get("b").Bool || root.Get("s").Start.Col != 6 {
		t.Errorf("got %+v, %+v", root.Get("b"), root.Get("s"))
	}
}

func TestManyFieldsAreFoundByKeyAndKeepTheirOrder(t *testing.T) {
	var b strings.Builder
	for i := range 50 {
		fmt.Fprintf(&b, "k%d = %d\n", (i*7)%50, i)
	}
	root := read(t, b.String())
	for i, f := range root.Fields {
		if key := fmt.Sprintf("k%d", (i*7)%50); f.Key != key || root.Get(key) != f {
			t.Errorf("field %d is %s", i, f.Key)
		}
	}
	if root.Get("k50") != nil {
		t.Error("a field that is not there was found")
	}
}

func TestTextIsBroughtToOneForm(t *testing.T) {
	tree, findings := Load(fstest.MapFS{
		"data/a.toml":  {Data: []byte("\xEF\xBB\xBFa = \"Tha\u0323ch Ha\u0323\"\r\nb = 1\r\n")},
		"content/a.md": {Data: []byte("\xEF\xBB\xBF+++\r\ntitle = \"Ha\u0323\"\r\n+++\r\n\r\nHa\u0323\r\n")},
	})
	root, page := tree.Files[0].Root, tree.Pages[0]
	if len(findings) > 0 || root.Get("a").Text != "Th\u1EA1ch H\u1EA1" || root.Get("a").Width != 10 || root.Get("b").Pos.Line != 2 {
		t.Errorf("%v %+v", told(findings), root.Get("a"))
	}
	if got := string(tree.Source("data/a.toml")); got != "a = \"Thạch Hạ\"\nb = 1\n" || tree.Source("data/b.toml") != nil {
		t.Errorf("the text that findings count in: %q", got)
	}
	if page.Front.Get("title").Pos.Line != 2 || page.FirstLine != 4 || string(page.Body) != "\nH\u1EA1\n" {
		t.Errorf("%+v %q", page.Front.Get("title"), page.Body)
	}
}

func TestWhatIsNotUTF8IsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"\xFF\xFEa\x00":           "0:0+1 encoding tệp lưu bằng UTF-16",
		"a\x00=\x00":              "0:0+1 encoding tệp lưu bằng UTF-16",
		"a = 1\nb = \"Hạ\xE1\"\n": "2:8+1 encoding từ đây tệp không còn là UTF-8 (byte 0xE1)",
	} {
		tree, findings := Load(fstest.MapFS{"data/a.toml": {Data: []byte(text)}})
		if got := told(findings); len(got) != 1 || got[0] != want || !tree.Lost || len(tree.Files) > 0 {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestFrontMatterIsOptionalAndMustBeClosed(t *testing.T) {
	for text, want := range map[string]string{
		"Chữ\n+++\n":           "nil 1 Chữ\n+++\n",
		"+++\n+++\nChữ":        "0 3 Chữ",
		"+++\na = 1\n+++  \n":  "1 4 ",
		"+++ \na = 1\n\n+++":   "1 5 ",
		"+++x\na = 1\n+++\nb":  "nil 1 +++x\na = 1\n+++\nb",
		"+++\na = '''\n+++\nb": "",
		"+++\na = 1\n":         "1:1+3 front-matter phần đầu mở bằng +++ mà không có dòng +++ kết thúc",
	} {
		tree, findings := Load(fstest.MapFS{"content/a.md": {Data: []byte(text)}})
		p := tree.Pages[0]
		got := strings.Join(told(findings), "\n")
		if got == "" {
			fields := "nil"
			if p.Front != nil {
				fields = fmt.Sprint(len(p.Front.Fields))
			}
			got = fmt.Sprintf("%s %d %s", fields, p.FirstLine, p.Body)
		}
		if want != "" && got != want || want == "" && len(findings) == 0 {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestFilesNobodyReadsAreTold(t *testing.T) {
	tree, findings := Load(fstest.MapFS{
		"data/units.toml.txt": {}, "data/b.toml": {}, "data/.hidden": {}, "data/units.toml~": {}, "data/README": {}, "data/.git/x.toml": {},
		"data/x/README.md": {}, "content/pages/a.md": {}, "content/pages/a.docx": {}, "other/a.toml": {},
	})
	if got := fmt.Sprint(told(findings)); len(findings) != 2 || !strings.Contains(got, ".toml") || !strings.Contains(got, ".md") {
		t.Errorf("got %v", got)
	}
	if len(tree.Files) != 1 || tree.File("data/b.toml") == nil || tree.File("data/c.toml") != nil || len(tree.Pages) != 1 {
		t.Errorf("read %v, %v", tree.Files, tree.Pages)
	}
}

func TestFilesComeByPath(t *testing.T) {
	tree, _ := Load(fstest.MapFS{"data/b.toml": {}, "data/a/x.toml": {}, "data/a-b.toml": {}, "data/a/y/z.toml": {}})
	var got []string
	for _, f := range tree.Files {
		got = append(got, f.Path)
	}
	if fmt.Sprint(got) != "[data/a-b.toml data/a/x.toml data/a/y/z.toml data/b.toml]" || len(tree.Under("data/a")) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestLinksOutOfTheFolderAreNotFollowed(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(outside, "secret.toml"), []byte("a = 1"), 0o600),
		os.MkdirAll(filepath.Join(root, "data"), 0o700),
		os.Symlink(filepath.Join(outside, "secret.toml"), filepath.Join(root, "data/secret.toml")),
		os.Symlink(outside, filepath.Join(root, "data/dir")),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	tree, findings := Load(os.DirFS(root))
	if len(tree.Files) > 0 || len(findings) != 2 || findings[0].Rule.ID != "file-unreadable" {
		t.Errorf("read %v, %v", tree.Files, told(findings))
	}
}

// failing hands over no file named bad.
type failing struct{ files fs.FS }

func (f failing) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "bad.toml") {
		return nil, &fs.PathError{Op: "open", Path: "/secret/" + name, Err: fs.ErrPermission}
	}
	return f.files.Open(name)
}

func TestAFileTheMachineKeepsIsTold(t *testing.T) {
	tree, findings := Load(failing{fstest.MapFS{"data/bad.toml": {}, "data/good.toml": {}}})
	if !tree.Lost || len(tree.Files) != 1 || len(findings) != 1 || strings.Contains(findings[0].Message("en"), "secret") {
		t.Errorf("%v", told(findings))
	}
}

func TestNoFoldersAreAnEmptyTree(t *testing.T) {
	tree, findings := Load(fstest.MapFS{})
	if len(tree.Files)+len(tree.Pages)+len(findings) > 0 || tree.Lost {
		t.Errorf("got %v, %v", tree, told(findings))
	}
}

func TestFileThatARecordNamesIsSummedAndNotCalledIgnored(t *testing.T) {
	tree, found := Load(fstest.MapFS{
		"data/documents.toml":  {Data: []byte("[document.a]\nfile = \"data/sources/a.pdf\"\n[document.b]\nfile = \"data/sources/b.pdf\"\n[document.c]\nfile = \"../a.pdf\"\n")},
		"data/sources/a.pdf":   {Data: []byte("văn bản")},
		"data/sources/old.pdf": {Data: []byte("x")},
	})
	if len(found) != 1 || found[0].Pos.File != "data/sources/old.pdf" || found[0].Rule.ID != ruleNotRead.ID {
		t.Errorf("got %v, want the one file that no record names", found)
	}
	if a := tree.Attached("data/sources/a.pdf"); a == nil || a.Size != 10 || a.SHA256 != "14e1954d9316014e604fa8e93b37fd03cd5f63025e4a2bc998d0110d60594fd5" {
		t.Errorf("got %+v", a)
	}
	if b := tree.Attached("data/sources/b.pdf"); b == nil || b.Fault != Absent || !slices.Equal(b.Beside, []string{"data/sources/a.pdf", "data/sources/old.pdf"}) {
		t.Errorf("got %+v", b)
	}
	if c := tree.Attached("../a.pdf"); c == nil || c.Fault != Outside {
		t.Errorf("got %+v", c)
	}
}
