package opendata

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"strings"

	"minhbach/internal/derive"
	"minhbach/internal/model"
)

// Version is that of the JSON form. It is raised only where a program that reads the old form would read the
// new one wrongly; what is added does not raise it.
const Version = 1

// SchemaPath is the address of Schema within the site.
const SchemaPath = "schema/dataset-1.json"

// Schema is the JSON Schema of the JSON form.
//
//go:embed dataset-1.schema.json
var Schema []byte

// About is what a dataset says of itself beside its rows.
type About struct {
	AsOf      model.Date
	Publisher string
	Sources   []*model.Document // those whose figures it may hold
}

// aboutOf is what is true of every dataset of the portal: the documents are those of the rounds and of
// tables that name a source of their own.
func aboutOf(r *derive.Result) About {
	return About{AsOf: r.AsOf, Publisher: r.Portal.Publisher, Sources: sources(rounds(r.Portal))}
}

func sources(rounds []*model.Round) []*model.Document {
	var out []*model.Document
	seen := map[*model.Document]bool{nil: true}
	add := func(d *model.Document) {
		if !seen[d] {
			seen[d] = true
			out = append(out, d)
		}
	}
	for _, round := range rounds {
		add(round.Document)
		for _, t := range round.Tables {
			add(t.Source)
		}
	}
	return out
}

// JSON returns the dataset as one JSON object, the same on every run: the keys of a row in the order of the
// columns, a row a line, numbers to the digit, a gap null.
func (d Dataset) JSON() []byte {
	var b bytes.Buffer
	b.WriteString(`{"version":`)
	b.WriteString(text(Version))
	for _, field := range []struct {
		key   string
		value any
	}{{"dataset", d.ID}, {"title", d.Title}, {"as_of", gap(d.About.AsOf.String())}, {"publisher", d.About.Publisher}} {
		b.WriteString(",\"" + field.key + "\":" + text(field.value))
	}
	b.WriteString(",\n\"sources\":")
	b.WriteString(text(d.sources()))
	b.WriteString(",\n\"columns\":")
	b.WriteString(text(d.columns()))
	b.WriteString(",\n\"rows\":[")
	for i, row := range d.Rows {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString("\n{")
		for j, c := range d.Columns {
			if j > 0 {
				b.WriteByte(',')
			}
			b.WriteString(`"` + c.Key + `":`)
			b.WriteString(c.Type.literal(row[j]))
		}
		b.WriteByte('}')
	}
	b.WriteString("\n]}\n")
	return b.Bytes()
}

// literal writes a cell in the form of its type.
func (t Type) literal(cell string) string {
	switch {
	case t == Boolean:
		return text(cell == yes(true))
	case t == List && cell == "":
		return "[]"
	case t == List:
		return text(strings.Split(cell, separator))
	case cell == "":
		return "null"
	case t == Number || t == Integer:
		return cell // a decimal in plain digits is a JSON number
	}
	return text(cell)
}

type jsonColumn struct {
	Key   string `json:"key"`
	Title string `json:"title"`
	Type  Type   `json:"type"`
}

func (d Dataset) columns() []jsonColumn {
	out := make([]jsonColumn, len(d.Columns))
	for i, c := range d.Columns {
		out[i] = jsonColumn(c)
	}
	return out
}

// jsonSource is a document as every dataset names it.
type jsonSource struct {
	ID     string  `json:"id"`
	Kind   string  `json:"kind"`
	Number string  `json:"number"`
	Issued *string `json:"issued"`
	Issuer *string `json:"issuer"`
	Title  *string `json:"title"`
	File   *string `json:"file"`
	URL    *string `json:"url"`
	SHA256 *string `json:"sha256"`
}

func (d Dataset) sources() []jsonSource {
	out := make([]jsonSource, len(d.About.Sources))
	for i, s := range d.About.Sources {
		out[i] = jsonSource{s.ID, s.Kind, s.Number, gap(s.Issued.String()), gap(issuer(s)), gap(s.Title), gap(s.SitePath()), gap(s.URL), gap(s.SHA256)}
	}
	return out
}

// gap is nil for a text that is not there.
func gap(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// text writes a value of ours; letters stand as they are.
func text(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // texts, numbers and lists of them can always be written
	return strings.TrimSuffix(b.String(), "\n")
}
