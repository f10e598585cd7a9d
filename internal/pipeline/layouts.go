package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
	"minhbach/internal/render"
)

// layoutRules are what the portal's own layouts are held to: those of the tool are never at fault.
var layoutRules = []*diag.Rule{ruleTemplate, ruleMessages}

var ruleTemplate = &diag.Rule{
	ID: "template-broken", Severity: diag.Error,
	Title: diag.Text{VI: "mẫu trang riêng bị lỗi", EN: "a template of the portal is broken"},
	Reason: diag.Text{
		VI: "Trang nào cũng dựng từ mẫu trong layouts/templates/. Mẫu sai thì không trang nào dựng được.",
		EN: "Every page is made from the templates in layouts/templates/. With a broken one no page can be made.",
	},
	Message: diag.Text{VI: "mẫu trang này không dùng được: %s", EN: "the template cannot be used: %s"},
	Hint: diag.Text{
		VI: "sửa chỗ này; hoặc xóa tệp để dùng lại mẫu có sẵn của công cụ",
		EN: "mend this place; or delete the file to have the tool's own template back",
	},
	Before: `<h1>{{.H1</h1>`, After: `<h1>{{.H1}}</h1>`,
}

var ruleMessages = &diag.Rule{
	ID: "messages-broken", Severity: diag.Error,
	Title: diag.Text{VI: "tệp câu chữ riêng bị lỗi", EN: "the portal's own words are broken"},
	Reason: diag.Text{
		VI: "Mọi câu chữ có sẵn trên trang lấy từ layouts/messages/. Tệp không đọc được thì trang không có chữ nào.",
		EN: "The words of the pages come from layouts/messages/. Without them the pages say nothing.",
	},
	Message: diag.Text{VI: "không đọc được câu chữ ở đây: %s", EN: "the words cannot be read here: %s"},
	Hint: diag.Text{
		VI: "mỗi dòng có dạng \"tên\": \"câu chữ\" và cách nhau bằng dấu phẩy; hoặc xóa tệp để dùng lại câu chữ có sẵn của công cụ",
		EN: "a line is \"name\": \"words\", and commas part the lines; or delete the file to have the tool's own words back",
	},
	Before: `"home": "Trang chủ" "units": "Đơn vị"`, After: `"home": "Trang chủ", "units": "Đơn vị"`,
}

// brokenMessages is a catalog that cannot be read.
type brokenMessages struct {
	tag  string
	text []byte
	err  error
}

func (b *brokenMessages) Error() string {
	return fmt.Sprintf("reading the messages of the language %q: %v", b.tag, b.err)
}
func (b *brokenMessages) Unwrap() error { return b.err }

// Broken is an error in the portal's own layouts, where an editor can mend it.
type Broken struct {
	finding *diag.Finding
	err     error
}

// Finding says what is wrong there.
func (b *Broken) Finding() diag.Finding { return *b.finding }

func (b *Broken) Error() string { return b.err.Error() }
func (b *Broken) Unwrap() error { return b.err }

// layoutError is the error as *Broken where it speaks of the layouts of the portal at root.
func layoutError(root string, err error) error {
	if f := layoutFinding(root, err); f != nil {
		return &Broken{f, err}
	}
	return err
}

// layoutFinding is the error as a finding in the portal's own layouts; nil where it speaks of nothing there.
// A template of the tool fails only because the portal replaced another one.
func layoutFinding(root string, err error) *diag.Finding {
	var broken *render.TemplateError
	var words *brokenMessages
	switch {
	case errors.As(err, &broken):
		name := path.Join("layouts", broken.File)
		text, readErr := fs.ReadFile(os.DirFS(root), name)
		if readErr == nil {
			return &diag.Finding{Pos: inLine(name, text, broken.Line, broken.Offset), Rule: ruleTemplate, Args: []any{broken.Said}, HintArgs: []any{}}
		}
		if _, statErr := os.Stat(path.Join(root, "layouts", "templates")); statErr == nil {
			return &diag.Finding{Pos: diag.Pos{File: "layouts/templates"}, Rule: ruleTemplate, Args: []any{broken.Error()}, HintArgs: []any{}}
		}
	case errors.As(err, &words):
		name := "layouts/messages/" + words.tag + ".json"
		if _, statErr := os.Stat(path.Join(root, name)); statErr != nil {
			return nil
		}
		pos, said := diag.Pos{File: name, Line: 1, Col: 1}, words.err.Error()
		var at *locale.CatalogError
		if errors.As(words.err, &at) {
			before := words.text[:min(at.Offset, len(words.text))]
			line := bytes.Count(before, []byte("\n")) + 1
			pos, said = inLine(name, words.text, line, len(before)-bytes.LastIndexByte(before, '\n')-1), at.Error()
		}
		return &diag.Finding{Pos: pos, Rule: ruleMessages, Args: []any{said}, HintArgs: []any{}}
	}
	return nil
}

// inLine is the place so many bytes into a line of a text; the file as a whole where it has no such line.
func inLine(name string, text []byte, line, offset int) diag.Pos {
	lines := bytes.Split(text, []byte("\n"))
	if line < 1 || line > len(lines) {
		return diag.Pos{File: name}
	}
	before := lines[line-1][:min(offset, len(lines[line-1]))]
	return diag.Pos{File: name, Line: line, Col: utf8.RuneCount(before) + 1}
}
