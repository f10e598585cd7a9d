package scaffold

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/source"
)

// begin makes what is wished for in a portal, and puts it there.
func begin(t *testing.T, portal fstest.MapFS, w Wish) ([]Change, error) {
	t.Helper()
	tree, _ := source.Load(portal)
	changes, err := New(portal, tree, w)
	for _, c := range changes {
		if _, there := portal[c.Path]; there == c.New {
			t.Errorf("%s: it is there: %v, said to be new: %v", c.Path, there, c.New)
		}
		portal[c.Path] = &fstest.MapFile{Data: c.Body}
	}
	return changes, err
}

// After new the check names the places that are left to fill in, and nothing else.
func TestTheCheckNamesWhatIsLeftToFillIn(t *testing.T) {
	for _, c := range []struct {
		wish Wish
		want []string
	}{
		{Wish{Kind: "resolution", ID: "9-2025"}, []string{"number", "issued", "title", "topic"}},
		{Wish{Kind: "unit", ID: "thach-ha"}, []string{"name", "kind"}},
		{Wish{Kind: "report", ID: "bc-2025"}, []string{"number", "kind", "as-of"}},
		{Wish{Kind: "work", ID: "cau-moi"}, []string{"name", "states", "at"}},
		{Wish{Kind: "page", ID: "lien-he"}, []string{"title"}},
	} {
		for _, l := range languages {
			portal := filesOf(Options{Lang: l})
			c.wish.Lang = l
			if _, err := begin(t, portal, c.wish); err != nil {
				t.Errorf("%v: %v", c.wish, err)
				continue
			}
			var got []string
			for _, f := range findings(portal) {
				if f.Rule.ID != "unbound-number" { // the one of the example
					line := strings.Split(string(portal[f.Pos.File].Data), "\n")[f.Pos.Line-1]
					key, value, _ := strings.Cut(line, " = ")
					if value != `""` && value != "[]" {
						t.Errorf("%v: %s: %s", c.wish, line, f.Message("en"))
					}
					got = append(got, key)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v: to fill in are %q, want %q", c.wish, got, c.want)
			}
		}
	}
}

// With its optional fields taken out of their comments, what New writes is still known to the check, key for key.
func TestTheCommentedFieldsAreFields(t *testing.T) {
	for _, kind := range Kinds {
		portal := filesOf(Options{Lang: "vi"})
		changes, err := begin(t, portal, Wish{Kind: kind, ID: "moi", Lang: "vi"})
		if err != nil {
			t.Fatal(err)
		}
		live := 0
		for _, c := range changes {
			lines := strings.Split(string(c.Body), "\n")
			for i := c.Line - 1; i < len(lines); i++ {
				if bare, ok := strings.CutPrefix(lines[i], "#"); ok && bare != "" && bare[0] != ' ' && bare[0] != ':' {
					lines[i] = bare
					live++
				}
			}
			portal[c.Path] = &fstest.MapFile{Data: []byte(strings.Join(lines, "\n"))}
		}
		if live == 0 {
			t.Errorf("%s has no optional fields", kind)
		}
		for _, f := range findings(portal) {
			if id := f.Rule.ID; id == "unknown-key" || id == "wrong-type" || id == "toml-syntax" || id == "duplicate-id" {
				t.Errorf("%s: %v: %s", kind, f.Pos, f.Message("en"))
			}
		}
	}
}

func TestWhatStandsInAFileStaysToTheByte(t *testing.T) {
	unit := Wish{Kind: "unit", ID: "thach-ha", Lang: "vi"}
	for name, c := range map[string]struct{ text, between string }{
		"as editors leave it":    {"[kind.xa]\nname = \"xã\"\nen = \"commune\"\n", "\n"},
		"without a last newline": {"[kind.xa]\nname = \"xã\"\nen = \"commune\"", "\n\n"},
		"from Windows":           {"\xEF\xBB\xBF[kind.xa]\r\nname = \"xã\"\r\nen = \"commune\"\r\n", "\r\n"},
		"both":                   {"[kind.xa]\r\nname = \"xã\"\r\nen = \"commune\"", "\r\n\r\n"},
		"blank":                  {"", ""},
	} {
		portal := filesOf(Options{Lang: "vi"})
		portal[unitsPath] = &fstest.MapFile{Data: []byte(c.text)}
		changes, err := begin(t, portal, unit)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		body := string(changes[0].Body)
		added, ok := strings.CutPrefix(body, c.text+c.between)
		if !ok || !strings.HasPrefix(added, "# ") || !strings.Contains(added, "[unit.thach-ha]") {
			t.Errorf("%s: %q", name, body)
		}
		if crlf := strings.Count(added, "\r\n"); strings.Contains(c.text, "\r\n") != (crlf == strings.Count(added, "\n")) {
			t.Errorf("%s: the lines end in two ways: %q", name, added)
		}
		if line := strings.Split(body, "\n")[changes[0].Line-1]; !strings.HasPrefix(line, "# ") {
			t.Errorf("%s: said to begin at %q", name, line)
		}
	}
}

func TestAWorkGoesWhereTheWorksOfItsReportStand(t *testing.T) {
	works := []byte("[work.cau]\nname = \"cầu\"\nstates = [\"late\"]\nat = \"I\"\n")
	for name, c := range map[string]struct {
		change func(fstest.MapFS)
		report string
		want   string
	}{
		"the newest report":     {func(fstest.MapFS) {}, "", "data/reports/bc-2024/works.toml"},
		"the one that is named": {func(fstest.MapFS) {}, "bc-2023", "data/reports/bc-2023/works.toml"},
		"in a chapter": {func(p fstest.MapFS) {
			delete(p, "data/reports/bc-2024/works.toml")
			p["data/reports/bc-2024/20-2022.toml"].Data = append(p["data/reports/bc-2024/20-2022.toml"].Data, works...)
		}, "", "data/reports/bc-2024/20-2022.toml"},
		"nowhere yet": {func(p fstest.MapFS) { delete(p, "data/reports/bc-2024/works.toml") }, "", "data/reports/bc-2024/works.toml"},
	} {
		portal := filesOf(Options{Lang: "vi"})
		c.change(portal)
		changes, err := begin(t, portal, Wish{Kind: "work", ID: "cau-moi", Report: c.report, Lang: "vi"})
		if err != nil || len(changes) != 1 || changes[0].Path != c.want {
			t.Errorf("%s: %v, %v; want %s", name, changes, err, c.want)
		}
	}
}

func TestNewRefusesWhatWouldBreakThePortal(t *testing.T) {
	broken := func(name string) func(fstest.MapFS) {
		return func(p fstest.MapFS) { p[name].Data = append(p[name].Data, "\nname = \n"...) }
	}
	same := func(fstest.MapFS) {}
	begun := func(day string) func(fstest.MapFS) { // a report that is being entered
		return func(p fstest.MapFS) {
			p["data/reports/bc-2025/report.toml"] = &fstest.MapFile{Data: []byte("as-of = \"" + day + "\"\n")}
		}
	}
	for _, c := range []struct {
		change func(fstest.MapFS)
		wish   Wish
		want   string
	}{
		{same, Wish{Kind: "unit", ID: "Thạch Hạ"}, `the id "Thạch Hạ" may have lower-case ASCII letters, digits and hyphens only. Use: thach-ha`},
		{same, Wish{Kind: "unit", ID: "../x"}, `the id "../x" may have lower-case ASCII letters, digits and hyphens only. Use: x`},
		{same, Wish{Kind: "page", ID: ""}, `the id "" may have lower-case ASCII letters, digits and hyphens only. Such as: thach-ha`},
		{same, Wish{Kind: "unit", ID: "total"}, `the id "total" has a meaning of its own (total, city and all are no units). Choose another`},
		{same, Wish{Kind: "unit", ID: "ben-may"}, `the id "ben-may" is in data/units.toml:18:7 already. Choose another, or edit it there`},
		{same, Wish{Kind: "resolution", ID: "12-2022"}, `the id "12-2022" is in data/resolutions/12-2022.toml already. Choose another, or edit it there`},
		{same, Wish{Kind: "resolution", ID: "kh-40"}, `the id "kh-40" is in data/documents.toml:22:11 already. Choose another, or edit it there`},
		{same, Wish{Kind: "report", ID: "bc-2024"}, `the id "bc-2024" is in data/reports/bc-2024 already. Choose another, or edit it there`},
		{same, Wish{Kind: "report", ID: "12-2022"}, `the id "12-2022" is in data/resolutions/12-2022.toml already. Choose another, or edit it there`},
		{same, Wish{Kind: "work", ID: "duong-gio-som"}, `the id "duong-gio-som" is in data/reports/bc-2024/works.toml:6:7 already. Choose another, or edit it there`},
		{begun(""), Wish{Kind: "work", ID: "cau"}, `the report bc-2025 has no day (as-of) yet, so nobody can say which is the newest. Say which report the work is in, such as: minhbach new work cau --report bc-2025`},
		{begun("10/1/2026"), Wish{Kind: "work", ID: "cau"}, `the report bc-2025 has no day (as-of) yet, so nobody can say which is the newest. Say which report the work is in, such as: minhbach new work cau --report bc-2025`},
		{same, Wish{Kind: "work", ID: "cau", Report: "bc-2022"}, `there is no report "bc-2022"; reports: bc-2023, bc-2024`},
		{same, Wish{Kind: "page", ID: "about"}, `the id "about" is in content/pages/about.md already. Choose another, or edit it there`},
		{broken(unitsPath), Wish{Kind: "unit", ID: "moi"}, `data/units.toml has errors, so nothing can be added. Mend it first`},
		{broken(documentsPath), Wish{Kind: "report", ID: "moi"}, `data/documents.toml has errors, so nothing can be added. Mend it first`},
		{broken("data/reports/bc-2024/works.toml"), Wish{Kind: "work", ID: "moi"}, `data/reports/bc-2024/works.toml has errors, so nothing can be added. Mend it first`},
		{func(p fstest.MapFS) { p[unitsPath].Data = []byte("\xFF\xFE[\x00") }, Wish{Kind: "unit", ID: "moi"}, `data/units.toml has errors, so nothing can be added. Mend it first`},
		{func(p fstest.MapFS) { delete(p, "data/portal.toml") }, Wish{Kind: "unit", ID: "moi"}, textNoPortal.EN},
	} {
		portal := filesOf(Options{Lang: "vi"})
		c.change(portal)
		changes, err := begin(t, portal, c.wish)
		refused(t, err, c.want)
		if len(changes) > 0 {
			t.Errorf("%v: refused, and planned %v", c.wish, changes)
		}
	}
	_, err := begin(t, filesOf(Options{Lang: "vi", Empty: true}), Wish{Kind: "work", ID: "moi"})
	refused(t, err, textNoReport.EN)
}

func TestAReportThatIsListedIsNotListedAgain(t *testing.T) {
	portal := filesOf(Options{Lang: "vi"})
	changes, err := begin(t, portal, Wish{Kind: "report", ID: "kh-40", Lang: "vi"})
	if err != nil || len(changes) != 1 || changes[0].Path != "data/reports/kh-40/report.toml" {
		t.Errorf("%v, %v", changes, err)
	}
}

func TestAFileLeadsToItsSchemaWhereThereIsOne(t *testing.T) {
	for _, has := range []bool{true, false} {
		portal := filesOf(Options{Lang: "vi"})
		if !has {
			delete(portal, ".schema/resolution.json")
		}
		changes, err := begin(t, portal, Wish{Kind: "resolution", ID: "9-2025", Lang: "vi"})
		if err != nil || strings.HasPrefix(string(changes[0].Body), "#:schema ../../.schema/resolution.json\n") != has {
			t.Errorf("with a schema %v: %v, %s", has, err, changes[0].Body)
		}
	}
}
