package acceptance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/opendata"
)

// jsonFiles are the JSON datasets of the site, by path.
func jsonFiles() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(built.files)), func(name string) bool {
		return path.Ext(name) != ".json" || name == opendata.SchemaPath || strings.HasPrefix(name, ".")
	})
}

func TestEveryCSVHasItsJSONAndThePageThatLinksOneLinksTheOther(t *testing.T) {
	for name := range built.files {
		if table, ok := strings.CutSuffix(name, ".csv"); ok && built.files[table+".json"] == nil {
			t.Errorf("%s has no JSON beside it", name)
		}
		if table, ok := strings.CutSuffix(name, ".json"); ok && slices.Contains(jsonFiles(), name) && built.files[table+".csv"] == nil {
			t.Errorf("%s has no CSV beside it", name)
		}
	}
	eachPage(t, func(t *testing.T, p *page) {
		linked := map[string]bool{}
		for _, e := range elements(p.doc, "a") {
			linked[built.target(p.path, attr(e, "href"))] = true
		}
		for target := range linked {
			if table, ok := strings.CutSuffix(target, ".csv"); ok && !linked[table+".json"] {
				t.Errorf("links %s and not the JSON of it", target)
			}
		}
	})
}

func TestCSVAndJSONHaveTheSameRows(t *testing.T) {
	for _, name := range jsonFiles() {
		table := strings.TrimSuffix(name, ".json")
		var d struct {
			Dataset string
			Columns []struct{ Key, Type string }
			Rows    []map[string]any
		}
		if err := decode(built.files[name], &d); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		rows := csvRows(t, table+".csv", built.files[table+".csv"])
		if d.Dataset != table || len(rows) != len(d.Rows) {
			t.Errorf("%s is the dataset %q of %d rows, the CSV has %d", name, d.Dataset, len(d.Rows), len(rows))
			continue
		}
		for i, row := range d.Rows {
			for _, c := range d.Columns {
				cell := strings.TrimPrefix(rows[i][c.Key], "'")
				if got := plainCell(row[c.Key]); got != strings.ReplaceAll(cell, "\r\n", "\n") || !ofType(row[c.Key], c.Type) {
					t.Errorf("%s row %d: %s (%s) is %q, in CSV %q", name, i+1, c.Key, c.Type, got, cell)
				}
			}
		}
	}
}

// decode reads JSON with its numbers to the digit.
func decode(body []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	return dec.Decode(into)
}

// plainCell is a value as CSV has it.
func plainCell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case bool:
		if v {
			return "true"
		}
		return ""
	case []any:
		out := make([]string, len(v))
		for i, e := range v {
			out[i] = fmt.Sprint(e)
		}
		return strings.Join(out, "; ")
	}
	return fmt.Sprint(v)
}

// ofType reports whether a value is one of a column's type.
func ofType(v any, kind string) bool {
	_, number := v.(json.Number)
	_, text := v.(string)
	_, yes := v.(bool)
	_, list := v.([]any)
	switch kind {
	case "number", "integer":
		return number || v == nil
	case "boolean":
		return yes
	case "list":
		return list
	}
	return text || v == nil
}

func TestEveryJSONFileKeepsTheSchemaThatTheSiteServes(t *testing.T) {
	var schema map[string]any
	if err := decode(built.files[opendata.SchemaPath], &schema); err != nil {
		t.Fatal(err)
	}
	files := jsonFiles()
	if len(files) < 10 {
		t.Fatalf("%d JSON files", len(files))
	}
	for _, name := range files {
		var v any
		if err := decode(built.files[name], &v); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, wrong := range breaks(v, schema, "") {
			t.Errorf("%s%s", name, wrong)
		}
	}
}

// The check of the schema must see what it is there for.
func TestTheCheckOfTheSchemaSeesWhatIsWrong(t *testing.T) {
	var schema map[string]any
	if err := decode(opendata.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	good := string(built.files["don-vi.json"])
	for _, c := range []struct{ old, new, want string }{
		{`"version":1`, `"version":2`, "/version"}, {`"version":1,`, ``, "no version"}, {`"type":"text"`, `"type":"words"`, "/columns/0/type"},
		{`"dataset":"don-vi"`, `"dataset":"/don-vi"`, "/dataset"}, {`"as_of":"2023-04-21"`, `"as_of":2023`, "/as_of"},
		{`"rows":[`, `"rows":[1,`, "/rows/0"}, {`"columns":[`, `"columns":{"a":[`, ""}, {`"parent":null`, `"parent":{}`, "/rows/0/parent"},
	} {
		body := strings.Replace(good, c.old, c.new, 1)
		if body == good {
			t.Fatalf("no %s in %.300s", c.old, good)
		}
		var v any
		if err := decode([]byte(body), &v); err != nil {
			if c.want == "" {
				continue // no JSON at all
			}
			t.Fatal(err)
		}
		if wrong := breaks(v, schema, ""); len(wrong) == 0 || !strings.Contains(wrong[0], c.want) {
			t.Errorf("%s for %s: got %q", c.new, c.old, wrong)
		}
	}
}

// breaks says where a value does not keep a schema; it knows the words of JSON Schema that ours uses.
func breaks(v any, schema map[string]any, at string) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, at+": "+fmt.Sprintf(format, args...)) }
	if want, ok := schema["const"]; ok && fmt.Sprint(v) != fmt.Sprint(want) {
		say("%v, want %v", v, want)
	}
	if list, ok := schema["enum"].([]any); ok && !slices.Contains(list, v) {
		say("%v is none of %v", v, list)
	}
	if forms, ok := schema["anyOf"].([]any); ok && !slices.ContainsFunc(forms, func(s any) bool { return len(breaks(v, s.(map[string]any), at)) == 0 }) {
		say("%v is of no form that is allowed", v)
	}
	if !typed(v, schema["type"]) {
		say("%v, want %v", v, schema["type"])
		return out
	}
	switch v := v.(type) {
	case string:
		if form, ok := schema["pattern"].(string); ok && !regexp.MustCompile(form).MatchString(v) {
			say("%q is not like %s", v, form)
		}
		if _, ok := schema["minLength"]; ok && v == "" {
			say("empty")
		}
	case []any:
		if items, ok := schema["items"].(map[string]any); ok {
			for i, e := range v {
				out = append(out, breaks(e, items, fmt.Sprint(at, "/", i))...)
			}
		}
		if _, ok := schema["minItems"]; ok && len(v) == 0 {
			say("empty")
		}
	case map[string]any:
		out = append(out, breaksObject(v, schema, at)...)
	}
	return out
}

func breaksObject(v map[string]any, schema map[string]any, at string) []string {
	var out []string
	required, _ := schema["required"].([]any)
	for _, key := range required {
		if _, there := v[key.(string)]; !there {
			out = append(out, at+": no "+key.(string))
		}
	}
	properties, _ := schema["properties"].(map[string]any)
	rest, _ := schema["additionalProperties"].(map[string]any)
	for _, key := range slices.Sorted(maps.Keys(v)) {
		of, known := properties[key].(map[string]any)
		if !known {
			of = rest
		}
		out = append(out, breaks(v[key], of, at+"/"+key)...)
	}
	return out
}

// typed reports whether a value has the type, or one of the types, that a schema names.
func typed(v any, types any) bool {
	names := map[string]bool{}
	switch types := types.(type) {
	case nil:
		return true
	case string:
		names[types] = true
	case []any:
		for _, name := range types {
			names[name.(string)] = true
		}
	}
	switch v.(type) {
	case nil:
		return names["null"]
	case string:
		return names["string"]
	case bool:
		return names["boolean"]
	case json.Number:
		return names["number"]
	case []any:
		return names["array"]
	}
	return names["object"]
}
