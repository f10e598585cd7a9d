package render

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"regexp"
	"strconv"
)

// TemplateError is a template that cannot be read, or fails where it is executed.
type TemplateError struct {
	File   string // within the layouts: templates/page.html; "templates" where the template is not known
	Line   int    // 0 where it is not known
	Offset int    // bytes before the place in its line
	Said   string // what is wrong, in the words of the template language
	err    error
}

func (e *TemplateError) Error() string { return e.err.Error() }
func (e *TemplateError) Unwrap() error { return e.err }

// templateAt is how package template begins its errors: its name, the template, the line, perhaps the byte.
var templateAt = regexp.MustCompile(`^(?:html/)?template: ?([^:\s]+):(\d+)(?::(\d+))?: ((?s).*)$`)

// templateError finds the place that an error of package template speaks of.
func templateError(doing string, err error) error {
	out := &TemplateError{File: "templates", Said: err.Error(), err: fmt.Errorf("%s: %w", doing, err)}
	var escape *template.Error
	switch m := templateAt.FindStringSubmatch(err.Error()); {
	case m != nil:
		out.File, out.Said = "templates/"+m[1], m[4]
		out.Line, _ = strconv.Atoi(m[2])
		out.Offset, _ = strconv.Atoi(m[3])
	case errors.As(err, &escape) && escape.Name != "":
		out.File, out.Line, out.Said = "templates/"+escape.Name, escape.Line, escape.Description
	}
	return out
}

// templates reads the templates of the layouts.
func templates(layouts fs.FS) (*template.Template, error) {
	t, err := template.New("").ParseFS(layouts, "templates/*.html")
	if err != nil {
		return nil, templateError("reading the templates", err)
	}
	return t, nil
}
