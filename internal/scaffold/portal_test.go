package scaffold

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/schema"
	"minhbach/internal/source"
)

var languages = []string{"vi", "en"}

func filesOf(o Options) fstest.MapFS {
	out := fstest.MapFS{}
	for _, f := range Portal(o) {
		out[f.Path] = &fstest.MapFile{Data: f.Body}
	}
	return out
}

// findings are what the check has to say.
func findings(portal fs.FS) diag.List {
	tree, found := source.Load(portal)
	_, more := check.Portal(tree)
	return append(found, more...).Sorted()
}

// said is the findings, one line each; sound reports whether the portal can be built.
func said(portal fs.FS) (told []string, sound bool) {
	found := findings(portal)
	for _, f := range found {
		told = append(told, f.Pos.File+" "+f.Rule.ID)
	}
	return told, found.Count(diag.Error) == 0
}

func TestTheExampleHasTheOneMistakeThatItPromises(t *testing.T) {
	for _, l := range languages {
		told, sound := said(filesOf(Options{Lang: l}))
		if want := []string{"content/resolutions/12-2022.md unbound-number"}; !slices.Equal(told, want) || !sound {
			t.Errorf("%s: told %q, want %q; it can be built: %v", l, told, want, sound)
		}
	}
}

func TestTheExampleMendedAsToldHasNoFinding(t *testing.T) {
	for _, l := range languages {
		files := filesOf(Options{Lang: l})
		text := files["content/resolutions/12-2022.md"]
		mended := strings.Replace(string(text.Data), " 700 ", " {{ trees-planted/song-trang }} ", 1)
		if mended == string(text.Data) {
			t.Fatal("the mistake is not there")
		}
		text.Data = []byte(mended)
		if told, _ := said(files); len(told) > 0 {
			t.Errorf("%s: told %q", l, told)
		}
	}
}

// The skeleton names what it wants, and is content once it has it.
func TestTheSkeletonAsksForTheNamesOnly(t *testing.T) {
	blank := regexp.MustCompile(`(?m)^([a-z-]+) = ""$`)
	for _, l := range languages {
		files := filesOf(Options{Lang: l, Empty: true})
		told, sound := said(files)
		if sound || len(told) != 5 || slices.ContainsFunc(told, func(s string) bool { return s != "data/portal.toml missing-key" }) {
			t.Errorf("%s: told %q", l, told)
		}
		portal := files["data/portal.toml"]
		portal.Data = blank.ReplaceAll(portal.Data, []byte(`$1 = "x"`))
		if told, sound := said(files); len(told) > 0 || !sound {
			t.Errorf("%s, filled in: told %q", l, told)
		}
	}
}

func TestEveryFileOfDataLeadsToItsSchema(t *testing.T) {
	for _, l := range languages {
		for _, empty := range []bool{false, true} {
			files := filesOf(Options{Lang: l, Empty: empty})
			for name, f := range files {
				if !strings.HasPrefix(name, "data/") {
					continue
				}
				line, _, _ := strings.Cut(string(f.Data), "\n")
				if to := path.Join(path.Dir(name), strings.TrimPrefix(line, "#:schema ")); line != schema.Line(name) || files[to] == nil {
					t.Errorf("%s begins with %q, which leads to %s", name, line, to)
				}
			}
		}
	}
}

var (
	words   = regexp.MustCompile(`"[^"]*"`)
	comment = regexp.MustCompile(`(?m)\s*#.*$`)
	spaces  = regexp.MustCompile(`\s+`)
)

// The two examples are one town: the same files, figures and ids.
func TestTheLanguagesDifferInWordsOnly(t *testing.T) {
	vi, en := filesOf(Options{Lang: "vi"}), filesOf(Options{Lang: "en"})
	bare := func(f *fstest.MapFile) string {
		return spaces.ReplaceAllString(words.ReplaceAllString(comment.ReplaceAllString(string(f.Data), ""), "…"), " ")
	}
	for name := range vi {
		if en[name] == nil {
			t.Fatalf("%s is in Vietnamese only", name)
		}
		if path.Ext(name) == ".toml" && bare(vi[name]) != bare(en[name]) {
			t.Errorf("%s: %s\nin English: %s", name, bare(vi[name]), bare(en[name]))
		}
	}
	if len(vi) != len(en) {
		t.Errorf("%d files, %d in English", len(vi), len(en))
	}
}

// What runs on GitHub and GitLab is the script that the tests of the command run; and both have the whole history.
func TestBothHostsRunTheScriptOnTheWholeHistory(t *testing.T) {
	for _, l := range languages {
		files := filesOf(Options{Lang: l, Version: "abc"})
		for name, wants := range map[string][]string{
			".github/workflows/portal.yml": {"\n          fetch-depth: 0 ", "\n      - run: sh .ci/build.sh\n", "\n          path: public\n", "uses: actions/upload-pages-artifact@", "uses: actions/deploy-pages@", "\n      pages: write\n      id-token: write\n", "MINHBACH_SOURCE: ${{ vars.MINHBACH_SOURCE }}", "MINHBACH_VERSION: ${{ vars.MINHBACH_VERSION }}"},
			".gitlab-ci.yml":               {"\n  GIT_DEPTH: \"0\" ", "\npages:\n", "\n    - sh .ci/build.sh\n", "\n  artifacts:\n    paths:\n      - public\n"},
		} {
			text := string(files[name].Data)
			for _, want := range wants {
				if !strings.Contains(text, want) {
					t.Errorf("%s of %s lacks %q", name, l, want)
				}
			}
			shaped(t, name, text)
		}
		if text := string(files[".ci/build.sh"].Data); !strings.Contains(text, "version=${MINHBACH_VERSION:-abc}\n") {
			t.Errorf("the script of %s does not know the version it was made by", l)
		}
	}
}

// shaped holds a file to the little of YAML that it uses: keys and lists, indented by two spaces.
func shaped(t *testing.T, name, text string) {
	t.Helper()
	form := regexp.MustCompile(`^((  )*(- )?([a-z_A-Z-]+|uses|if):( .+)?|(  )*- [^:]+|#.*|)$`)
	depth := 0
	for i, line := range strings.Split(text, "\n") {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		if !form.MatchString(line) || line != "" && indent > depth+4 {
			t.Errorf("%s:%d: %q", name, i+1, line)
		}
		if line != "" {
			depth = indent
		}
	}
}

func TestSettingsOfTheEditorAreJSON(t *testing.T) {
	files := filesOf(Options{Lang: "vi"})
	for _, name := range []string{".vscode/settings.json", ".vscode/extensions.json"} {
		if !json.Valid(files[name].Data) {
			t.Errorf("%s is no JSON", name)
		}
	}
}

func TestAPortalIsWrittenWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	twice := []File{{"a/b", []byte("1")}, {"a/b", []byte("2")}} // the second cannot be written
	for _, target := range []string{filepath.Join(dir, "new"), dir} {
		if err := Write(target, twice); err == nil {
			t.Errorf("%s: a half portal is no error", target)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if err := os.Mkdir(filepath.Join(dir, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := Write(dir, Portal(Options{Lang: "vi"})); err != nil {
		t.Errorf("beside a repository: %v", err)
	}
	if told, sound := said(os.DirFS(dir)); len(told) != 1 || !sound {
		t.Errorf("told %q", told)
	}
	refused(t, Write(dir, twice), `the folder `+dir+` is not empty: it has .ci, .editorconfig, .gitattributes, .github, .gitignore, …. Choose another; nothing was touched`)
	refused(t, Write(filepath.Join(dir, "README.md"), twice), filepath.Join(dir, "README.md")+" is no folder")
}

func refused(t *testing.T, err error, want string) {
	t.Helper()
	r, ok := err.(*Refusal)
	if !ok || r.Text.In("en") != want || r.Text.In("vi") == want {
		t.Errorf("got %v, want the refusal %q", err, want)
	}
}
