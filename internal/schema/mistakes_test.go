package schema_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/schema"
)

// A mistake is one change to a good portal, the line at which the editor must see it, and what it says.
type mistake struct{ file, old, new, told string }

const (
	units    = "data/units.toml"
	chapter  = "data/reports/1-bc/7-2022.toml"
	report   = "data/reports/1-bc/report.toml"
	decision = "data/resolutions/7-2022.toml"
	portal   = "data/portal.toml"
)

var mistakes = []mistake{
	{portal, "name =", "nmae =", `2: "nmae" is not allowed`},
	{portal, "name = \"Cổng thử\"\n", "", `1: "name" is required`},
	{portal, `name = "Cổng thử"`, `name = " "`, "2: "},
	{portal, `locale = "vi"`, `locale = "fr"`, `7: The value must be one of ["vi", "en"], but found "fr"`},
	{portal, `locale = "vi"`, "locale = \"vi\"\nofficial = \"true\"", "8: Expected a value of type Boolean"},
	{portal, `locale = "vi"`, "locale = \"vi\"\n[thresholds]\npeers = \"2\"", "9: Expected a value of type Float"},
	{units, `kind = "xa"`, "", `18: "kind" is required`},
	{units, "[unit.dong-ha]", "[unit.Dong_Ha]", "18: Key must match the pattern"},
	{units, `kind = "xa"`, "kind = \"xa\"\naliases = \"Đông\"", "21: Expected a value of type Array"},
	{decision, "issued = 2022-07-12", `issued = "12/7/2022"`, "3: "},
	{decision, "issued = 2022-07-12", `issued = 2022`, "3: "},
	{decision, `measure = "count"`, `measure = "counts"`, "10: The value must be one of"},
	{decision, "summable = true", "summable = 1", "12: Expected a value of type Boolean"},
	{report, "as-of = 2023-04-21", "as-of = 2023-04-21\nas_of = 2023-04-21", `3: "as_of" is not allowed`},
	{report, `title = "Trồng cây"`, "", `7: "title" is required`},
	{chapter, `at = "I"` + "\ntopic", "topic", `1: When "resolutions" is present, "at" is required`},
	{chapter, "an-binh = 1100", `an-binh = "in-progres"`, "12: The value must be one of"},
	{chapter, "an-binh = 1100", `an-binh = { valu = 1100 }`, `12: "valu" is not allowed`},
	{chapter, "an-binh = 1100", `an-binh = true`, "12: "},
	{chapter, "total = 1130", "total = \"1.130\"", "9: "},
	{chapter, "total = 1130", "total = 1130\ncounts = { late = 1 }", "10: "},
	{chapter, `at = "I/b1"`, `at = "I//b1"`, "18: "},
	{chapter, `to = ["ubnd-phuong-xa"]`, "to = [\"ubnd-phuong-xa\"]\n[work.a]\nname = \"a\"\nat = \"I\"\nstates = [\"slow\"]", "23: The value must be one of"},
	{chapter, "[recommendation.i-b1]", "[recomendation.i-b1]", `16: "recomendation" is not allowed`},
}

// An editor sees each of these while typing, on the line where it stands; and none is a mistake to the schema only.
func TestMistakesAreSeenWhileTyping(t *testing.T) {
	good := os.DirFS(root + "/cmd/minhbach/testdata/portal")
	dir := withSchemas(t, good)
	for i, m := range mistakes {
		text, err := fs.ReadFile(good, m.file)
		if err != nil {
			t.Fatal(err)
		}
		after := strings.Replace(string(text), m.old, m.new, 1)
		if after == string(text) {
			t.Fatalf("%s does not hold %q", m.file, m.old)
		}
		if ok, _ := readPortal(overlay{fstest.MapFS{m.file: {Data: []byte(after)}}, good}); ok {
			t.Errorf("%q for %q: the check accepts it", m.new, m.old)
		}
		line := "#:schema ../" + schema.Dir + "/" + schema.Of(m.file) + "\n" // each in a file of its own, so that the linter is run once
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("data/%d.toml", i)), []byte(line+after), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	told := tombi(t, dir)
	for i, m := range mistakes {
		if got := told[fmt.Sprintf("data/%d.toml", i)]; !strings.HasPrefix("\n"+got, "\n"+m.told) && !strings.Contains(got, "\n"+m.told) {
			t.Errorf("%q for %q: told %q, want %q", m.new, m.old, got, m.told)
		}
	}
}

// overlay is a portal with one file changed.
type overlay struct {
	over  fstest.MapFS
	under fs.FS
}

func (o overlay) Open(name string) (fs.File, error) {
	if o.over[name] != nil {
		return o.over.Open(name)
	}
	return o.under.Open(name)
}
