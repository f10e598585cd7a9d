package acceptance

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/internal/model"
	"minhbach/internal/pipeline"
)

// laterReport is a second monitoring report, made up for this test: it follows trees again a year later, and
// restates a figure of the first report.
var laterReport = map[string]string{
	"report.toml": `as-of = 2024-05-10
[period.survey-2024]
name = "đến lúc khảo sát năm 2024"
complete = true
[period.y2021-2022]
name = "năm 2021 và 2022, báo cáo không tách"
complete = true
[section.i]
at = "I"
title = "Trồng cây xanh"
[section.ii]
at = "II"
title = "Thu ngân sách"
`,
	"36-2022.toml": `resolutions = ["36-2022"]
at = "I"
topic = "Trồng cây xanh"
[figures.trees-planted]
period = "survey-2024"
at = "I/p1"
total = 100
[figures.trees-planted.units]
thach-ha = 70
nguyen-du = 20
`,
	"104-28.toml": `resolutions = ["104-2020", "28-2021"]
at = "II"
topic = "Ngân sách 2021, 2022"
[figures.revenue-attainment-2021-2022]
period = "y2021-2022"
at = "II/p1"
[figures.revenue-attainment-2021-2022.units]
thach-ha = { value = 230, published = "230%" }
`,
}

// twoRounds is the portal of this repository with the second report, its settings replaced by pairs, and its
// site.
func twoRounds(t *testing.T, settings ...string) (*model.Portal, *site) {
	t.Helper()
	dir := copyPortal(t)
	portal := filepath.Join(dir, "data", "portal.toml")
	set, err := os.ReadFile(portal)
	if err != nil {
		t.Fatal(err)
	}
	write(t, portal, strings.NewReplacer(settings...).Replace(string(set)))
	for name, text := range laterReport {
		write(t, filepath.Join(dir, "data", "reports", "301-bc-hdnd", name), text)
	}
	docs := filepath.Join(dir, "data", "documents.toml")
	text, err := os.ReadFile(docs)
	if err != nil {
		t.Fatal(err)
	}
	write(t, docs, string(text)+`
[document.301-bc-hdnd]
number = "301/BC-HĐND"
kind = "Báo cáo"
issuer = "thuong-truc-hdnd"
issued = 2024-05-10
title = "Kết quả trồng cây"
`)
	read, err := pipeline.Check(t.Context(), dir)
	if err != nil || read.Portal == nil {
		t.Fatal(err, read.Findings)
	}
	return read.Portal, siteOf(t, dir)
}

// siteOf builds the portal in a folder and reads what comes out.
func siteOf(t *testing.T, dir string) *site {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	if err := build(dir, out); err != nil {
		t.Fatal(err)
	}
	s, err := readSite(out)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// copyPortal copies data/ and content/ of this repository; what the narrative says stays said of its report.
func copyPortal(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, top := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, top), os.DirFS(filepath.Join(root, top))); err != nil {
			t.Fatal(err)
		}
	}
	err := filepath.WalkDir(filepath.Join(dir, "content"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		if err == nil && filepath.Base(filepath.Dir(name)) != "reports" {
			write(t, name, strings.Replace(string(text), "+++\n", "+++\nround = \"279-bc-hdnd\"\n", 1))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// rootOfTests is where the portal stands that has an address.
const rootOfTests = "https://cong.example/ha-tinh"

// TestEveryPageLeadsSomewhereInEnglishAndWithAnAddress holds the links and ids of a site of two reports in the
// other language, with the feeds that an address brings.
func TestEveryPageLeadsSomewhereInEnglishAndWithAnAddress(t *testing.T) {
	_, s := twoRounds(t, `locale`, "source-locale = \"vi\"\nbase-url = \""+rootOfTests+"\"\nlocale", `"vi"`, `"en"`)
	if s.files["thay-doi.xml"] == nil {
		t.Error("no feed")
	}
	for _, pg := range s.pages {
		if pg.path == "404.html" {
			continue // served at any depth: it alone takes the path of the address
		}
		pg.followAll(t)
		if strings.Contains(string(pg.body), "⟦") {
			t.Errorf("%s has a message that is not filled", pg.path)
		}
	}
}

// TestASecondReportTakesNothingAway holds a site of two reports: every link leads somewhere, every figure of
// both has a place of its own, and what the second says of the same thing stands beside the first.
func TestASecondReportTakesNothingAway(t *testing.T) {
	p, s := twoRounds(t)
	for _, pg := range s.pages {
		pg.followAll(t)
		seen := map[string]bool{}
		for _, e := range elements(pg.doc) {
			if id := attr(e, "id"); id != "" && seen[id] {
				t.Errorf("%s: the id %q stands twice", pg.path, id)
			} else {
				seen[id] = true
			}
		}
	}
	figures := 0
	for _, r := range p.Rounds {
		for _, table := range r.Tables {
			for _, f := range table.All() {
				figures++
				if said := s.rowOf(t, f); f.Published != "" && !strings.Contains(said, f.Published) {
					t.Errorf("%s: %s/%s says %q, not %q", r.ID, table.ID, f.Address(), said, f.Published)
				}
			}
		}
	}
	if figures < 100 {
		t.Errorf("%d figures", figures)
	}
	for _, page := range []string{"index.html", "nghi-quyet.html"} { // their headlines are of the first report's texts
		if said := text(s.page(page).doc); !strings.Contains(said, "32.670") || !strings.Contains(said, "theo Báo cáo số 279/BC-HĐND") {
			t.Errorf("%s does not say of which report its headlines are", page)
		}
	}
	old := p.Rounds[0].Table("revenue-attainment-2021-2022").Units[0]
	for _, said := range []string{s.rowOf(t, old), s.rowOf(t, old.Later())} {
		if !strings.Contains(said, "230%") || !strings.Contains(said, "232%") {
			t.Errorf("the two reports do not name each other: %q", said)
		}
	}
	checks := s.page("doi-chieu.html")
	for _, id := range []string{"279-bc-hdnd.sum.budget-revenue-2023", "279-bc-hdnd.rest.trees-planted", "301-bc-hdnd.rest.trees-planted", "301-bc-hdnd.over-plan.revenue-attainment-2021-2022.thach-ha"} {
		if !checks.ids[id] {
			t.Errorf("the checks page has no %s", id)
		}
	}
	if res := s.page("nghi-quyet/56-2022.html"); !res.ids["hang-thach-quy"] {
		t.Error("the resolution that only the first report tells of has lost its table")
	}
}

// rowOf is what stands at the permanent address of a figure.
func (s *site) rowOf(t *testing.T, f *model.Figure) string {
	t.Helper()
	name, anchor := "so-lieu/"+f.Table.Indicator.ID+".html", f.Address()+"."+f.Table.Period.ID
	if f.Scope == model.OfUnit {
		name, anchor = "don-vi/"+f.Unit.ID+".html", f.Table.Key()
	}
	if f.Later() != nil {
		anchor += "." + f.Table.Round.ID
	}
	p := s.page(name)
	if p == nil || !p.ids[anchor] {
		t.Errorf("no %s in %s", anchor, name)
		return ""
	}
	var row *html.Node
	for _, e := range elements(p.doc) {
		if attr(e, "id") == anchor {
			row = e
		}
	}
	return text(row)
}
