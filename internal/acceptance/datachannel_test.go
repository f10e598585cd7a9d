package acceptance

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path"
	"strings"
	"testing"

	"minhbach/internal/model"
)

// tables reads every dataset twice, as CSV and as JSON: rows by file and id.
func (v *voices) tables(t *testing.T) map[string]map[string]map[string]string {
	out := map[string]map[string]map[string]string{}
	for name, body := range v.files {
		var rows []map[string]string
		switch path.Ext(name) {
		case ".csv":
			rows = csvRows(t, name, body)
		case ".json":
			rows = jsonRows(t, name, body)
		}
		for _, r := range rows {
			if r["id"] == "" || r["table"] == "" {
				continue
			}
			if out[name] == nil {
				out[name] = map[string]map[string]string{}
			}
			if out[name][r["id"]] != nil {
				v.wrong = append(v.wrong, name+" has two rows "+r["id"])
			}
			out[name][r["id"]] = r
		}
	}
	return out
}

func csvRows(t *testing.T, name string, body []byte) []map[string]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(body, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []map[string]string
	for _, row := range all[1:] {
		r := map[string]string{}
		for i, key := range all[0] {
			r[key] = row[i]
		}
		out = append(out, r)
	}
	return out
}

// jsonRows gives the cells of a JSON dataset as CSV has them; a number keeps its digits, a gap is empty.
func jsonRows(t *testing.T, name string, body []byte) []map[string]string {
	t.Helper()
	var d struct{ Rows []map[string]any }
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	if err := dec.Decode(&d); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []map[string]string
	for _, row := range d.Rows {
		r := map[string]string{}
		for key, value := range row {
			switch value := value.(type) {
			case json.Number:
				r[key] = value.String()
			case string:
				r[key] = value
			case []any:
				for i, e := range value {
					if i > 0 {
						r[key] += "; "
					}
					r[key] += e.(string)
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// inData holds the figure in the datasets of its report, indicator, unit and resolutions.
func (v *voices) inData(f *model.Figure, data map[string]map[string]map[string]string) {
	sets := []string{"bao-cao/" + f.Table.Round.ID, "so-lieu/" + f.Table.Indicator.ID}
	if f.Scope == model.OfUnit {
		sets = append(sets, "don-vi/"+f.Unit.ID)
	}
	if f.Table.Chapter != nil {
		for _, r := range f.Table.Chapter.Resolutions {
			sets = append(sets, "nghi-quyet/"+r.ID)
		}
	}
	want := map[string]string{
		"value": written(f.Value), "plan": written(f.Plan), "percent": written(f.Percent), "state": string(f.State), "published": f.Published,
		"text": f.Text, "state_word": v.loc.T("state." + string(f.State)), "place": f.At.String(), "section": f.At.Section, "column": f.At.Column,
		"column_name": f.Table.Round.Columns[f.At.Column], "origin": originOf(f), "document": f.Table.Source.ID,
	}
	for _, set := range sets {
		for _, form := range []struct{ channel, ext string }{{"CSV", ".csv"}, {"JSON", ".json"}} {
			row := data[set+form.ext][figureID(f)]
			if row == nil {
				v.missing(f, form.channel, set+form.ext)
				continue
			}
			for key, w := range want {
				if got := strings.TrimPrefix(row[key], "'"); got != w { // the apostrophe keeps a cell from being a formula
					v.hold(f, form.channel, set+form.ext+" "+key, got, w)
				}
			}
			v.hold(f, form.channel, set+form.ext, row["value"], written(f.Value))
		}
	}
}
