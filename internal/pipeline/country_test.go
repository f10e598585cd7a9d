package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// country writes a portal of n units, below parents of a hundred, that six resolutions with two tables each
// tell of, a line for every unit, into a folder of its own.
func country(t testing.TB, n int) string {
	t.Helper()
	root := t.TempDir()
	files := map[string]string{
		"data/portal.toml":              "name = \"Thử\"\nplace = \"Thử\"\nplace-long = \"nơi thử\"\ncouncil = \"Hội đồng thử\"\npublisher = \"Nhóm thử\"\nlocale = \"vi\"\n",
		"data/bodies.toml":              "[body.hd]\nname = \"Hội đồng thử\"\n",
		"data/documents.toml":           "[document.1-bc]\nnumber = \"1/BC\"\nkind = \"Báo cáo\"\nissuer = \"hd\"\nissued = 2024-01-15\ntitle = \"Kết quả\"\n",
		"data/reports/1-bc/report.toml": "as-of = 2024-01-15\n[period.y2023]\nname = \"năm 2023\"\ncomplete = true\n",
		"content/pages/about.md":        "+++\ntitle = \"Giới thiệu\"\n+++\n\nHuyện đầu tiên: {{ i0-0/u00000 }} cây.\n",
	}
	var units strings.Builder
	units.WriteString("[kind.xa]\nname = \"xã\"\nen = \"commune\"\n")
	for i := range n {
		fmt.Fprintf(&units, "[unit.u%05d]\nname = \"Đơn vị %05d\"\nkind = \"xa\"\n", i, i)
		if i%100 != 0 {
			fmt.Fprintf(&units, "parent = \"u%05d\"\n", i/100*100)
		}
	}
	files["data/units.toml"] = units.String()
	for c := range 6 {
		id := fmt.Sprintf("%d-2022", c+1)
		resolution := fmt.Sprintf("number = \"%d/NQ-HĐND\"\nissued = 2022-06-01\nissuer = \"hd\"\ntitle = \"Về việc %d\"\ntopic = \"Việc %d\"\n", c+1, c+1, c+1)
		var report strings.Builder
		fmt.Fprintf(&report, "resolutions = [\"%s\"]\nat = \"III.%d\"\ntopic = \"Việc %d\"\n", id, c+1, c+1)
		files["data/reports/1-bc/report.toml"] += fmt.Sprintf("[section.s%d]\nat = \"III.%d\"\ntitle = \"Việc %d\"\n", c, c+1, c+1)
		for k := range 2 {
			table := fmt.Sprintf("i%d-%d", c, k)
			resolution += fmt.Sprintf("[indicator.%s]\nname = \"Chỉ số %s\"\nmeasure = \"count\"\nunit-of-measure = \"cây\"\nsummable = true\n", table, table)
			fmt.Fprintf(&report, "[figures.%s]\nperiod = \"y2023\"\nat = \"III.%d\"\n[figures.%s.units]\n", table, c+1, table)
			for i := range n {
				fmt.Fprintf(&report, "u%05d = %d\n", i, 1000+(i*7+c*13+k)%9000)
			}
		}
		files["data/resolutions/"+id+".toml"] = resolution
		files["data/reports/1-bc/"+id+".toml"] = report.String()
	}
	for name, text := range files {
		put(t, root, name, text)
	}
	return root
}

// put writes a file of a portal.
func put(t testing.TB, root, name, text string) {
	t.Helper()
	name = filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// edit replaces a text that stands in a file of a portal.
func edit(t testing.TB, root, name, old, new string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		t.Fatalf("%s has no %q", name, old)
	}
	put(t, root, name, strings.Replace(string(text), old, new, 1))
}
