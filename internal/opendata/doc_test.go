package opendata

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"minhbach/internal/derive"
	"minhbach/internal/history"
)

var (
	docRow  = regexp.MustCompile("(?m)^\\| (`[a-z0-9_`, ]+`) \\| (text|number|integer|boolean|date|list) \\| (.+) \\|$")
	docName = regexp.MustCompile("`([a-z0-9_]+)`")
)

// What a program may rely on is what doc/open-data.md says: every column is there with its type, and nothing
// is there that is no column.
func TestEveryColumnIsDescribedWithItsType(t *testing.T) {
	page, err := os.ReadFile("../../doc/open-data.md")
	if err != nil {
		t.Fatal(err)
	}
	described := map[string]Type{}
	for _, m := range docRow.FindAllStringSubmatch(string(page), -1) {
		for _, name := range docName.FindAllStringSubmatch(m[1], -1) {
			if described[name[1]] != "" {
				t.Errorf("%s is described twice", name[1])
			}
			described[name[1]] = Type(m[2])
		}
	}
	used := map[string]bool{}
	p := portal()
	all := datasets(t)
	all["thay-doi.csv"] = Changes(derive.All(p, p.Rounds[0].AsOf, strings.Compare), &history.Log{}, vietnamese(t))
	for _, d := range all {
		for _, c := range d.Columns {
			if d.ID == "ma-tran" && !strings.Contains("unit unit_name unit_kind late_works", c.Key) {
				continue // named by a chapter
			}
			used[c.Key] = true
			if own := types[d.ID+"/"+c.Key]; own != "" {
				continue // another thing in this dataset, told in words
			}
			if described[c.Key] != c.Type {
				t.Errorf("%s: the column %s is %s, doc/open-data.md says %q", d.ID, c.Key, c.Type, described[c.Key])
			}
		}
	}
	for key := range described {
		if !used[key] {
			t.Errorf("doc/open-data.md describes %s, which no dataset has", key)
		}
	}
}
