package source

import (
	"bytes"
	"regexp"

	"minhbach/internal/diag"
)

// yamlLine is a line of front matter as other generators have it.
var yamlLine = regexp.MustCompile(`^\s*([\pL\pN_-]+)\s*:\s*(.*)$`)

// yaml tells of front matter between two lines ---, the habit of other generators, and leaves it out of the body.
func (r *reading) yaml(first, rest []byte) bool {
	fence := []byte("---")
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	m := yamlLine.FindSubmatch(line)
	_, body, lines, closed := cutFront(rest, fence)
	if !bytes.Equal(bytes.TrimRight(first, " \t"), fence) || !closed || m == nil {
		return false
	}
	example := `title = "…"`
	if value := bytes.TrimSpace(m[2]); len(value) > 0 {
		example = Slug(string(m[1])) + " = " + valueOf(string(value))
	}
	r.page.Broken, r.page.Body, r.page.FirstLine = true, body, lines+3
	r.findings.Add(diag.Finding{Pos: diag.Pos{File: r.page.Path, Line: 1, Col: 1}, Width: len(fence), Rule: ruleYAML, HintArgs: []any{example}})
	return true
}
