package scaffold

import (
	"strings"
	"unicode/utf8"

	"minhbach/internal/check"
	"minhbach/internal/diag"
)

// blanks are what stands where an editor has to write: values that the check takes for nothing at all, so that
// it names every one that is left.
var blanks = map[check.Type]string{
	check.Text: `""`, check.ID: `""`, check.Place: `""`, check.Word: `""`, check.Date: `""`, check.Entry: `""`,
	check.Texts: "[]", check.IDs: "[]", check.Places: "[]", check.Words: "[]",
	check.Number: "0", check.Bool: "true", check.Sub: "{}",
}

var (
	textOptional = diag.Text{VI: "Không bắt buộc: cần thì bỏ dấu # ở đầu dòng rồi điền.", EN: "Not required: where needed, take the # off the line and fill it in."}
	textOneOf    = diag.Text{VI: "một trong", EN: "one of"}
)

// writer writes records for an editor to fill in.
type writer struct {
	lang string
	b    strings.Builder
}

// record writes the fields of a record, each below what it means: what is required first, with nothing in it;
// what is not as comments. given are values that are known.
func (w *writer) record(r *check.Record, given map[string]string) {
	var may []check.Field
	for _, f := range r.Fields {
		if value, known := given[f.Name]; known || f.Required {
			if !known {
				value = blanks[f.Type]
			}
			w.prose(w.about(r, f))
			w.line(f.Name + " = " + value)
		} else {
			may = append(may, f)
		}
	}
	if len(may) == 0 {
		return
	}
	w.line("")
	w.prose(textOptional.In(w.lang))
	for _, f := range may {
		w.prose(w.about(r, f))
		w.line("#" + f.Name + " = " + blanks[f.Type])
	}
}

// example writes a record as comments, which an editor who needs one makes live.
func (w *writer) example(head string, r *check.Record) {
	w.line("#[" + head + "]")
	for _, f := range r.Fields {
		if f.Required {
			w.prose(w.about(r, f))
			w.line("#" + f.Name + " = " + blanks[f.Type])
		}
	}
}

// about is what a field means, with the words that it takes.
func (w *writer) about(r *check.Record, f check.Field) string {
	said := r.About(f.Name).In(w.lang)
	if len(f.Words) > 0 {
		var words []string
		for _, word := range f.Words {
			words = append(words, word+" ("+check.About(word).In(w.lang)+")")
		}
		said += "; " + textOneOf.In(w.lang) + ": " + strings.Join(words, ", ")
	}
	return strings.ReplaceAll(said, "`", "")
}

// column is where lines of comments are broken.
const column = 100

// prose writes a text as comments.
func (w *writer) prose(text string) {
	line := "#"
	for _, word := range strings.Fields(text) {
		if len(line) > 1 && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > column {
			w.line(line)
			line = "#"
		}
		line += " " + word
	}
	w.line(line)
}

func (w *writer) line(text string) { w.b.WriteString(text + "\n") }
