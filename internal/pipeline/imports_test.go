package pipeline

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "minhbach"

// own is which package of ours each package may import; a missing row means none. Stages meet at a type:
// nobody but the pipeline sees two of them.
var own = map[string][]string{
	"cmd/minhbach": {"internal/diag", "internal/files", "internal/history", "internal/intake", "internal/model", "internal/pipeline", "internal/serve",
		"layouts"},
	"internal/bulletin":  {"internal/decimal", "internal/derive", "internal/locale", "internal/model"},
	"internal/chart":     {"internal/decimal", "internal/markup"},
	"internal/check":     {"internal/decimal", "internal/diag", "internal/locale", "internal/model", "internal/narrative", "internal/source"},
	"internal/derive":    {"internal/decimal", "internal/model"},
	"internal/amend":     {"internal/decimal", "internal/diag", "internal/locale", "internal/source"},
	"internal/files":     {"internal/diag"},
	"internal/history":   {"internal/decimal", "internal/diag", "internal/locale", "internal/model", "internal/source"},
	"internal/hosting":   {"internal/diag"},
	"internal/intake":    {"internal/decimal", "internal/diag", "internal/locale", "internal/model", "internal/sheet"},
	"internal/locale":    {"internal/decimal"},
	"internal/model":     {"internal/decimal", "internal/diag", "internal/narrative"},
	"internal/narrative": {"internal/diag"},
	"internal/opendata":  {"internal/decimal", "internal/derive", "internal/history", "internal/locale", "internal/markup", "internal/model"},
	"internal/pipeline": {"internal/assets", "internal/bulletin", "internal/check", "internal/derive", "internal/diag", "internal/amend", "internal/files", "internal/history",
		"internal/hosting", "internal/intake", "internal/locale", "internal/model", "internal/opendata", "internal/publish", "internal/render", "internal/reply", "internal/scaffold",
		"internal/schema", "internal/search", "internal/sheet", "internal/source"},
	"internal/publish": {"internal/diag"},
	"internal/render": {"internal/bulletin", "internal/chart", "internal/decimal", "internal/derive", "internal/history", "internal/locale", "internal/markup",
		"internal/model", "internal/narrative", "internal/qr"},
	"internal/reply":    {"internal/markup", "internal/render", "internal/sheet"},
	"internal/scaffold": {"internal/check", "internal/diag", "internal/files", "internal/schema", "internal/source"},
	"internal/schema":   {"internal/check"},
	"internal/search":   {"internal/locale", "internal/render"},
	"internal/serve":    {"internal/diag", "internal/markup"},
	"internal/sheet":    {"internal/diag", "internal/locale"},
	"internal/source":   {"internal/decimal", "internal/diag", "internal/locale"},
}

// outside is the one package that may import each module, or package of the standard library that is kept
// to one place. Modules of one project share a row.
var outside = map[string]string{
	"github.com/BurntSushi/toml":       "internal/source",
	"github.com/evanw/esbuild":         "internal/assets/bundle", // a build tool: not in the binary
	"github.com/fsnotify/fsnotify":     "internal/serve",
	"github.com/go-echarts/go-echarts": "internal/chart",
	"github.com/piglig/go-qr":          "internal/qr",
	"github.com/spf13/cobra":           "cmd/minhbach",
	"github.com/spf13/pflag":           "cmd/minhbach", // the flags of cobra
	"github.com/xuri/excelize":         "internal/sheet",
	"github.com/yuin/goldmark":         "internal/narrative",
	"github.com/andybalholm/brotli":    "internal/publish",
	"golang.org/x/sys":                 "internal/publish",
	"golang.org/x/text":                "internal/locale",
	"html/template":                    "internal/render",
}

// inTests may be imported by any test and by nothing else.
var inTests = []string{
	"github.com/chromedp/cdproto", "github.com/chromedp/chromedp", "github.com/makiuchi-d/gozxing", "github.com/rogpeppe/go-internal", "golang.org/x/net",
}

// imports is what the packages of the module import, by package; tests apart.
func imports(t *testing.T) (code, tests map[string]map[string]bool) {
	t.Helper()
	code, tests = map[string]map[string]bool{}, map[string]map[string]bool{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := d.Name(); d.IsDir() && name != "." && (base[0] == '.' || base == "testdata" || base == "node_modules" || base == "public") {
			return fs.SkipDir
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		into := code
		if strings.HasSuffix(name, "_test.go") {
			into = tests
		}
		pkg := path.Dir(name)
		if into[pkg] == nil {
			into[pkg] = map[string]bool{}
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			into[pkg][imported] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return code, tests
}

// row returns the module of a table that imported belongs to, or "".
func row(table []string, imported string) string {
	for _, m := range table {
		if imported == m || strings.HasPrefix(imported, m+"/") {
			return m
		}
	}
	return ""
}

func TestStagesMeetAtATypeAndNowhereElse(t *testing.T) {
	code, _ := imports(t)
	for pkg, imported := range code {
		for i := range imported {
			if ours, ok := strings.CutPrefix(i, module+"/"); ok && !slices.Contains(own[pkg], ours) {
				t.Errorf("%s may not import %s", pkg, ours)
			}
		}
	}
	for pkg := range own {
		if code[pkg] == nil {
			t.Errorf("the table names %s, which is not there", pkg)
		}
	}
}

func TestEachOutsideModuleHasOneImporter(t *testing.T) {
	code, tests := imports(t)
	table := slices.Sorted(maps.Keys(outside))
	used := map[string]bool{}
	for pkg, imported := range code {
		for i := range imported {
			switch m := row(table, i); {
			case m != "" && outside[m] != pkg:
				t.Errorf("%s imports %s, which is for %s alone", pkg, i, outside[m])
			case m != "":
				used[m] = true
			case row(inTests, i) != "":
				t.Errorf("%s imports %s, which is for tests alone", pkg, i)
			case foreign(i):
				t.Errorf("%s imports %s, which no table names", pkg, i)
			}
		}
	}
	for _, m := range table {
		if !used[m] && m != "github.com/spf13/pflag" {
			t.Errorf("the table names %s, which nobody imports", m)
		}
	}
	for pkg, imported := range tests {
		for i := range imported {
			if m := row(table, i); m != "" && outside[m] != pkg || m == "" && row(inTests, i) == "" && foreign(i) {
				t.Errorf("tests of %s import %s", pkg, i)
			}
		}
	}
}

// foreign reports whether a package is neither ours nor of the standard library.
func foreign(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return strings.Contains(first, ".")
}
