package opendata

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"minhbach/internal/derive"
	"minhbach/internal/model"
)

// parsed is a dataset as a program reads it, numbers to the digit.
type parsed struct {
	Version   int
	Dataset   string
	AsOf      *string `json:"as_of"`
	Publisher string
	Sources   []map[string]*string
	Columns   []struct {
		Key, Title string
		Type       Type
	}
	Rows []map[string]any
}

func parse(t *testing.T, d Dataset) parsed {
	t.Helper()
	var out parsed
	dec := json.NewDecoder(bytes.NewReader(d.JSON()))
	dec.UseNumber()
	if err := dec.Decode(&out); err != nil {
		t.Fatalf("%s: %v\n%s", d.ID, err, d.JSON())
	}
	return out
}

// cellOf gives back the cell that a value of JSON was made of.
func cellOf(v any) string {
	switch v := v.(type) {
	case json.Number:
		return v.String()
	case bool:
		return yes(v)
	case string:
		return v
	case []any:
		return list(v, func(e any) string { return e.(string) })
	}
	return ""
}

func TestJSONIsTheTableWithItsTypes(t *testing.T) {
	kinds := map[Type]int{}
	for _, d := range datasets(t) {
		p := parse(t, d)
		if p.Version != Version || p.Dataset != d.ID || len(p.Rows) != len(d.Rows) || len(p.Columns) != len(d.Columns) {
			t.Errorf("%s: %d rows, %d columns, %+v", d.ID, len(p.Rows), len(p.Columns), p.Version)
			continue
		}
		for i, row := range d.Rows {
			if len(p.Rows[i]) != len(d.Columns) {
				t.Errorf("%s: row %d has %d keys", d.ID, i, len(p.Rows[i]))
			}
			for j, c := range d.Columns {
				v, there := p.Rows[i][c.Key]
				if got := cellOf(v); !there || got != row[j] || p.Columns[j].Type != c.Type {
					t.Errorf("%s: row %d, %s is %q (%s), in CSV %q (%s)", d.ID, i, c.Key, got, p.Columns[j].Type, row[j], c.Type)
				}
				if row[j] != "" {
					kinds[c.Type]++
				}
				if _, number := v.(json.Number); number && c.Type != Number && c.Type != Integer || row[j] == "" && number {
					t.Errorf("%s: row %d, %s is the number %v for the cell %q", d.ID, i, c.Key, v, row[j])
				}
			}
		}
	}
	for _, kind := range []Type{Text, Number, Integer, Boolean, Date, List} {
		if kinds[kind] == 0 {
			t.Errorf("no dataset has a cell of type %s: the test proves little", kind)
		}
	}
}

func TestGapIsNullAndZeroIsZero(t *testing.T) {
	all := datasets(t)
	for _, want := range []string{
		`"id":"279-bc-hdnd/stage/bac-ha",`, `"state":"reported","state_word":"Có số liệu","value":0,"plan":null,"percent":null`, `"origin":"transcribed"`,
		`"id":"279-bc-hdnd/revenue/bac-ha",`, `"state":"not-stated","state_word":"Không nêu","value":null,`, `"published":null`, `"origin":"derived-silence"`,
		`"section":"III.5","row":1,"column":"thu",`, `"checks":[]`,
	} {
		if s := string(all["don-vi/bac-ha.csv"].JSON()); !strings.Contains(s, want) {
			t.Errorf("no %s in\n%s", want, s)
		}
	}
	if s := string(all["so-lieu/revenue.csv"].JSON()); !strings.Contains(s, `"value":1100.5,"plan":14170,"percent":7.4,`) {
		t.Errorf("a number is not to the digit:\n%s", s)
	}
}

// The order of keys is that of the columns, for people and for programs that compare files.
func TestJSONHasTheOrderOfTheColumnsAndOneForm(t *testing.T) {
	d := Dataset{ID: "x", Title: "Bảng “thử” & <b>", Columns: []Column{{"b", "B", Text}, {"a", "A", List}, {"c", "C", Boolean}},
		Rows: [][]string{{"\"Đồng Môn\"\n</script>", "một; hai", ""}, {"", "", "true"}},
		About: About{Publisher: "Nhóm thử", AsOf: model.Date{Year: 2023, Month: 4, Day: 21},
			Sources: []*model.Document{{ID: "1-bc", Kind: "Báo cáo", Number: "1/BC", File: "data/a.PDF", SHA256: "00"}}}}
	want := `{"version":1,"dataset":"x","title":"Bảng “thử” & <b>","as_of":"2023-04-21","publisher":"Nhóm thử",
"sources":[{"id":"1-bc","kind":"Báo cáo","number":"1/BC","issued":null,"issuer":null,"title":null,"file":"nguon/1-bc.pdf","url":null,"sha256":"00"}],
"columns":[{"key":"b","title":"B","type":"text"},{"key":"a","title":"A","type":"list"},{"key":"c","title":"C","type":"boolean"}],
"rows":[
{"b":"\"Đồng Môn\"\n</script>","a":["một","hai"],"c":false},
{"b":null,"a":[],"c":true}
]}
`
	if got := string(d.JSON()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestDatasetSaysWhoCompiledItFromWhatAndOfWhen(t *testing.T) {
	p := portal()
	p.Publisher = "Nhóm thử"
	old := *p.Rounds[0]
	older := &old
	older.ID, older.AsOf.Year, older.Tables, older.Chapters, older.Works, older.Recommendations = "1-bc", 2020, nil, nil, nil, nil
	older.Document = &model.Document{ID: "1-bc", Kind: "Báo cáo", Number: "1/BC"}
	p.Rounds = []*model.Round{older, p.Rounds[0]}
	for id, make := range Each(derive.All(p, p.Rounds[1].AsOf, strings.Compare), vietnamese(t)) {
		d := make()
		if d.ID != id {
			t.Errorf("%s is called %s", d.ID, id)
		}
		got := parse(t, d)
		want, n := "2023-04-21", 2
		switch d.ID {
		case "bao-cao/1-bc":
			want, n = "2020-04-21", 1
		case "bao-cao/279-bc-hdnd":
			n = 1
		}
		if got.AsOf == nil || *got.AsOf != want || len(got.Sources) != n || got.Publisher != "Nhóm thử" {
			t.Errorf("%s is of %v, from %d documents, want %s, %d", d.ID, got.AsOf, len(got.Sources), want, n)
		}
	}
}
