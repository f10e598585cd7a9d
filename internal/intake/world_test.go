package intake

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
	"minhbach/internal/source"
)

const units = `
[kind.phuong]
name = "phường"
en = "ward"
[kind.xa]
name = "xã"
en = "commune"
[kind.thi-tran]
name = "thị trấn"
en = "town"
[unit.dong-ha]
name = "Đông Hà"
kind = "xa"
[unit.an-binh]
name = "An Bình"
kind = "phuong"
[unit.binh-hoa]
name = "Bình Hòa"
kind = "phuong"
aliases = ["Hòa Bình cũ"]
[unit.tan-an]
name = "Tân An"
kind = "phuong"
[unit.tan-an-xa]
name = "Tân An"
kind = "xa"
[unit.thach-ha]
name = "Thạch Hạ"
kind = "thi-tran"
[unit.gone]
name = "Đã Nhập"
kind = "xa"
valid-to = 2022-01-01
`

const indicators = `number = "7/NQ-HĐND"
issued = 2022-07-12
issuer = "hdnd"
title = "về trồng cây"
topic = "Trồng cây xanh"
[indicator.trees]
name = "Cây xanh đã trồng"
measure = "count"
unit-of-measure = "cây"
[indicator.money]
name = "Số thu"
measure = "money"
unit-of-measure = "triệu đồng"
[indicator.share]
name = "Tỷ lệ"
measure = "percent"
unit-of-measure = "%"
[indicator.phase]
name = "Bước"
measure = "stage"
[indicator.told]
name = "Lời"
measure = "text"
`

const figures = `resolutions = ["7-2022"]
at = "I"
topic = "Trồng cây xanh"
[figures.trees]
period = "survey"
at = "I"
total = 1130
[figures.trees.units]
an-binh = 1100
binh-hoa = { value = 30, note = "Ghi chú cũ." }
dong-ha = "in-progress"
[figures.money]
period = "survey"
at = "I"
[figures.money.units]
an-binh = { value = 1100, plan = 14170, percent = 7.4, published = "1.100/14.170=7,4%", at = "I/r1" }
[figures.share]
period = "survey"
at = "I"
[figures.phase]
period = "survey"
at = "I"
[figures.phase.units]
an-binh = "identified"
[figures.told]
period = "survey"
at = "I"
[figures.told.units]
an-binh = { text = "Đã trồng" }
[recommendation.i-b1]
text = "Trồng thêm cây."
at = "I/b1"
to = ["ubnd-phuong-xa"]
`

// world is a portal with every measure.
func world(t *testing.T) *model.Portal {
	t.Helper()
	return worldOf(t, figures)
}

// worldOf is the world with other figures.
func worldOf(t *testing.T, figures string) *model.Portal {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../../cmd/minhbach/testdata/portal")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"data/units.toml": units, "data/resolutions/7-2022.toml": indicators, "data/reports/1-bc/7-2022.toml": figures,
		"content/pages/about.md": "+++\ntitle = \"Giới thiệu\"\n+++\n"} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, found := source.Load(files)
	p, more := check.Portal(tree)
	if p == nil {
		var b strings.Builder
		diag.Print(&b, append(found, more...), "text", "en", tree.Source)
		t.Fatal(b.String())
	}
	return p
}

var stateWords = Words{Lang: "vi", State: func(s model.State) string { return "tt " + strings.ReplaceAll(string(s), "-", " ") }}

// template is the form of the world, as it comes back from a program for spreadsheets.
func template(t *testing.T, p *model.Portal) *sheet.Book {
	t.Helper()
	raw, err := sheet.Write(Template(p, p.Newest(), nil, stateWords))
	if err != nil {
		t.Fatal(err)
	}
	b, found := sheet.Read("mau.xlsx", raw)
	if b == nil || len(found) > 0 {
		t.Fatal(found)
	}
	return b
}

// page is a sheet in which cells are found by unit and column.
type page struct {
	*sheet.Sheet
	t *testing.T
}

func of(t *testing.T, b *sheet.Book, name string) page {
	t.Helper()
	i := slices.IndexFunc(b.Sheets, func(s *sheet.Sheet) bool { return s.Name == name })
	if i < 0 {
		t.Fatalf("no sheet %q", name)
	}
	return page{b.Sheets[i], t}
}

func (p page) place(unit string, c column) (row, col int) {
	p.t.Helper()
	head, _ := headRow(p.Sheet)
	col = slices.IndexFunc(p.Rows[head], func(h sheet.Cell) bool { k, ok := columnOf(h.Text); return ok && k == c })
	for row := head + 1; row < len(p.Rows); row++ {
		if p.At(row, 0).Text == unit && col >= 0 {
			return row, col
		}
	}
	p.t.Fatalf("no cell for %s in column %d", unit, c)
	return 0, 0
}

func (p page) put(unit string, c column, cell sheet.Cell) string {
	p.t.Helper()
	row, col := p.place(unit, c)
	p.Set(row, col, cell)
	return sheet.Name(row, col)
}

func imported(p *model.Portal, b *sheet.Book, table string) (Plan, diag.List) {
	return Read(Input{Portal: p, Round: p.Newest(), Book: b, File: "mau.xlsx", Table: table, Words: stateWords})
}

// lines are changes as keys and values.
func lines(plan Plan) []string {
	var out []string
	for _, c := range plan.Changes {
		line := c.Table.ID + "/" + c.Unit.ID
		for _, f := range c.Fields() {
			line += " " + f.Key + "=" + f.Text
		}
		out = append(out, line)
	}
	return out
}

// places are findings as cell and message, in English; every one must be sayable in both languages.
func places(t *testing.T, l diag.List) []string {
	t.Helper()
	var out []string
	for _, f := range l.Sorted() {
		out = append(out, strings.TrimSpace(f.Cell.Sheet+" "+f.Cell.Name())+" "+f.Rule.ID+": "+f.Message("en"))
		for _, lang := range []string{"vi", "en"} {
			if text := f.Place(lang) + f.Message(lang) + f.Hint(lang); strings.Contains(text, "%!") {
				t.Errorf("not sayable: %s", text)
			}
		}
	}
	return out
}

func equal(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestEveryRuleIsExplained(t *testing.T) {
	ids := map[string]bool{}
	for _, r := range Rules {
		for _, s := range []diag.Text{r.Title, r.Reason, r.Message, r.Hint} {
			if s.VI == "" || s.EN == "" {
				t.Errorf("%s: a sentence is missing", r.ID)
			}
		}
		ids[r.ID] = true
	}
	if n := len(slices.Collect(maps.Keys(ids))); n != len(Rules) {
		t.Errorf("%d ids of %d rules", n, len(Rules))
	}
}
