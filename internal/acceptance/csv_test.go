package acceptance

import (
	"bytes"
	"encoding/csv"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// dataTables are the tables of a page that hold figures or records, not a picture of them.
func (p *page) dataTables() []*html.Node {
	return slices.DeleteFunc(elements(p.doc, "table"), func(e *html.Node) bool { return !hasClass(e, "data") })
}

// downloads are the CSV files the page links to.
func (p *page) downloads() []string {
	var out []string
	for _, e := range elements(p.doc, "a") {
		if href := attr(e, "href"); path.Ext(href) == ".csv" {
			out = append(out, path.Join(path.Dir(p.path), href))
		}
	}
	return out
}

func TestEveryTableCanBeTakenAway(t *testing.T) {
	tables := 0
	eachPage(t, func(t *testing.T, p *page) {
		n := len(p.dataTables())
		tables += n
		if n > 0 && len(p.downloads()) == 0 {
			t.Error("a table without a CSV file")
		}
	})
	if tables == 0 {
		t.Error("no page has a table")
	}
}

func TestPublishedCellsOfAPageAreInItsCSV(t *testing.T) {
	seen := 0
	eachPage(t, func(t *testing.T, p *page) {
		published := map[string]bool{}
		for _, name := range p.downloads() {
			for _, row := range records(t, name) {
				published[row["published"]] = true
				published[row["text"]] = true
				published[row["column_name"]] = true
			}
		}
		for _, cell := range elements(p.doc, "td") {
			if !hasClass(cell, "raw-cell") {
				continue
			}
			for _, q := range elements(cell, "q") {
				if seen++; !published[text(q)] {
					t.Errorf("the cell %q stands in no CSV file of the page", text(q))
				}
			}
		}
	})
	if seen == 0 {
		t.Error("no page quotes a cell")
	}
}

// eachDataset runs a test on every CSV file.
func eachDataset(t *testing.T, look func(t *testing.T, name string)) {
	n := 0
	for _, name := range slices.Sorted(maps.Keys(built.files)) {
		if path.Ext(name) == ".csv" {
			n++
			t.Run(name, func(t *testing.T) { look(t, name) })
		}
	}
	if n == 0 {
		t.Error("the site has no CSV files")
	}
}

// records are the rows of a CSV file, by column.
func records(t *testing.T, name string) []map[string]string {
	t.Helper()
	body, marked := bytes.CutPrefix(built.files[name], []byte("\ufeff"))
	if !marked {
		t.Errorf("%s has no byte order mark: spreadsheets garble its letters", name)
	}
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, key := range rows[0] {
			record[key] = row[i]
		}
		if len(record) != len(rows[0]) {
			t.Fatalf("%s: a column stands twice in %q", name, rows[0])
		}
		out = append(out, record)
	}
	return out
}

var plainNumber = regexp.MustCompile(`^-?\d+(\.\d+)?$`)

func TestNoCellIsAFormula(t *testing.T) {
	eachDataset(t, func(t *testing.T, name string) {
		for i, record := range records(t, name) {
			for key, cell := range record {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !plainNumber.MatchString(cell) {
					t.Errorf("row %d, %s: %q", i+1, key, cell)
				}
			}
		}
	})
}

func TestAGapIsNeverANumber(t *testing.T) {
	figures, gaps := 0, 0
	eachDataset(t, func(t *testing.T, name string) {
		for i, r := range records(t, name) {
			value, has := r["value"]
			if !has {
				return
			}
			figures++
			if value == "" {
				gaps++
			}
			switch reported := r["state"] == "reported"; {
			case r["state"] == "":
				t.Errorf("row %d says neither a value nor why there is none", i+1)
			case !reported && (value != "" || r["percent"] != ""):
				t.Errorf("row %d is %s and has the value %q, %q %%", i+1, r["state"], value, r["percent"])
			case reported && value == "" && r["text"] == "":
				t.Errorf("row %d is reported and has no value", i+1)
			case value != "" && !plainNumber.MatchString(value):
				t.Errorf("row %d: the value %q is no number", i+1, value)
			}
		}
	})
	if figures == 0 || gaps == 0 {
		t.Errorf("found %d figures and %d gaps, want both", figures, gaps)
	}
}
