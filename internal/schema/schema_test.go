package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/scaffold"
	"minhbach/internal/schema"
	"minhbach/internal/source"
)

const root = "../.."

func TestTheSchemasOfThisPortalAreFresh(t *testing.T) {
	for _, f := range schema.All("vi") {
		text, err := os.ReadFile(filepath.Join(root, schema.Dir, f.Name))
		if err != nil || !bytes.Equal(text, f.Body) {
			t.Errorf("%s is not what the format says (%v): run go run ./cmd/minhbach schema", f.Name, err)
		}
	}
	files, err := os.ReadDir(filepath.Join(root, schema.Dir))
	if err != nil || len(files) != len(schema.All("vi")) {
		t.Errorf("%d files, want %d: %v", len(files), len(schema.All("vi")), err)
	}
}

func TestTheFilesOfThisPortalNameTheirSchema(t *testing.T) {
	err := fs.WalkDir(os.DirFS(root), "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !source.IsData(name) {
			return err
		}
		text, err := os.ReadFile(filepath.Join(root, name))
		if line, _, _ := strings.Cut(string(text), "\n"); line != schema.Line(name) {
			t.Errorf("%s begins with %q, want %q", name, line, schema.Line(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Both languages ask for the same and differ in nothing but what a reader reads.
func TestTheLanguagesDifferInWordsOnly(t *testing.T) {
	said := regexp.MustCompile(`(?m)^ *"(title|description)": ".*",?\n`)
	vi, en := schema.All("vi"), schema.All("en")
	for i := range vi {
		if bytes.Equal(vi[i].Body, en[i].Body) {
			t.Errorf("%s is the same in both languages", vi[i].Name)
		}
		if a, b := said.ReplaceAll(vi[i].Body, nil), said.ReplaceAll(en[i].Body, nil); !bytes.Equal(a, b) || !json.Valid(vi[i].Body) {
			t.Errorf("%s differs in more than its words, or is no JSON", vi[i].Name)
		}
	}
}

func TestOfTwoSchemasThatFitTheNarrowerCounts(t *testing.T) {
	for file, want := range map[string]string{
		"data/units.toml": "units.json", "data/reports/1-bc/report.toml": "report.json", "data/reports/1-bc/7-2022.toml": "chapter.json",
		"data/resolutions/7-2022.toml": "resolution.json", "data/other.toml": "", "content/pages/a.md": "",
	} {
		if got := schema.Of(file); got != want {
			t.Errorf("%s has the schema %q, want %q", file, got, want)
		}
	}
	if got := schema.Line("data/reports/1-bc/7-2022.toml"); got != "#:schema ../../../.schema/chapter.json" {
		t.Errorf("the line is %q", got)
	}
}

// tombi runs the linter that editors run, on the files below dir, without the network. It gives what it said by file.
func tombi(t *testing.T, dir string) map[string]string {
	t.Helper()
	program, err := filepath.Abs(root + "/node_modules/.bin/tombi")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(program); err != nil {
		t.Fatalf("%v: run `make test`, which installs Tombi", err)
	}
	cmd := exec.Command(program, "lint", "--offline", "--error-on-warnings", "data")
	cmd.Dir = dir
	// One thread: several write what they say into each other.
	cmd.Env = append(os.Environ(), "NO_COLOR=1", "TOKIO_WORKER_THREADS=1", "HOME="+t.TempDir())
	out, err := cmd.CombinedOutput()
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatalf("%v: %s", err, out)
	}
	told := map[string]string{}
	plain := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(string(out), "")
	for _, m := range regexp.MustCompile(`(?m)^ *(?:Error|Warning): (.*)\n *at (.+?):(\d+):\d+$`).FindAllStringSubmatch(plain, -1) {
		told[filepath.ToSlash(m[2])] += m[3] + ": " + m[1] + "\n"
	}
	if len(told) == 0 && err != nil || !strings.Contains(plain, "linted") {
		t.Fatalf("%v: %s", err, plain)
	}
	return told
}

// withSchemas puts the data of a portal and the schemas into a folder, each file with its line.
func withSchemas(t *testing.T, data fs.FS) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name string, body []byte) {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, body, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range schema.All("en") {
		put(schema.Dir+"/"+f.Name, f.Body)
	}
	err := fs.WalkDir(data, "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !source.IsData(name) {
			return err
		}
		text, err := fs.ReadFile(data, name)
		if !bytes.HasPrefix(text, []byte("#:schema")) {
			text = append([]byte(schema.Line(name)+"\n"), text...)
		}
		put(name, text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWhatTheCheckAcceptsTheSchemasAccept(t *testing.T) {
	for name, data := range map[string]fs.FS{
		"this portal": os.DirFS(root), "a small one": os.DirFS(root + "/cmd/minhbach/testdata/portal"), "every field": everyField(t),
	} {
		if _, found := readPortal(data); found.Count(diag.Error) > 0 {
			t.Errorf("%s: %s", name, listed(found))
		}
		if told := tombi(t, withSchemas(t, data)); len(told) > 0 {
			t.Errorf("%s: %v", name, told)
		}
	}
}

// A new portal is as its editor will see it: with its own settings and schemas.
func TestTheEditorHasNothingToSayOfANewPortal(t *testing.T) {
	for _, o := range []scaffold.Options{{Lang: "vi"}, {Lang: "en"}} {
		dir := filepath.Join(t.TempDir(), o.Lang)
		if err := scaffold.Write(dir, scaffold.Portal(o)); err != nil {
			t.Fatal(err)
		}
		if told := tombi(t, dir); len(told) > 0 {
			t.Errorf("%+v: %v", o, told)
		}
		mistake := filepath.Join(dir, "data/reports/bc-2024/roads.toml") // without a line #:schema
		if err := os.WriteFile(mistake, []byte("resolution = [\"20-2022\"]\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		if told := tombi(t, dir); len(told) != 1 || told["data/reports/bc-2024/roads.toml"] == "" {
			t.Errorf("%+v: of a mistake in a file without its line it says %v", o, told)
		}
	}
}

func readPortal(data fs.FS) (bool, diag.List) {
	tree, found := source.Load(data)
	p, more := check.Portal(tree)
	return p != nil, append(found, more...)
}

func listed(found diag.List) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Pos.String()+" "+f.Message("en"))
	}
	return strings.Join(out, "\n")
}

// everyField is a portal in which every field of data/ is written, and every form of it.
func everyField(t *testing.T) fs.FS {
	t.Helper()
	text, err := os.ReadFile("testdata/every-field.txt")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, part := range strings.Split(string(text), "\n-- ")[1:] {
		name, body, _ := strings.Cut(part, " --\n")
		files[name] = &fstest.MapFile{Data: []byte(body)}
	}
	for _, r := range check.Records {
		for _, f := range r.Fields {
			if prose := r.Doc == "## content/" || r.Doc == "**Figures.**"; !prose && !regexp.MustCompile(`(?m)[\s{.\[]`+f.Name+`( =|[\].])`).Match(text) {
				t.Errorf("the field %s is not tried", f.Name)
			}
		}
	}
	return files
}
