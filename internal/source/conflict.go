package source

import (
	"bytes"
	"strings"

	"minhbach/internal/diag"
)

// conflicts tells of the places where git left two versions, and returns the text with the first of them: one
// finding says what there is to choose, and what both have in common is not told twice. Lines keep their numbers.
func conflicts(name string, text []byte) ([]byte, diag.List) {
	if !bytes.Contains(text, []byte("<<<<<<< ")) {
		return text, nil
	}
	var found diag.List
	lines := strings.Split(string(text), "\n")
	for i := 0; i < len(lines); i++ {
		end, blank := conflictEnd(lines, i)
		if end < 0 {
			continue
		}
		found.Add(diag.Finding{Pos: diag.Pos{File: name, Line: i + 1, Col: 1}, Width: runes(lines[i]), Rule: ruleConflict,
			Args: []any{end + 1}, HintArgs: []any{}})
		lines[i] = ""
		for j := blank; j <= end; j++ {
			lines[j] = ""
		}
		i = end
	}
	return []byte(strings.Join(lines, "\n")), found
}

// conflictEnd returns the last line of the two versions that begin at line from, and where the first of them
// ends; -1 where none begin.
func conflictEnd(lines []string, from int) (end, first int) {
	if !strings.HasPrefix(lines[from], "<<<<<<< ") {
		return -1, -1
	}
	first = -1
	for i := from + 1; i < len(lines); i++ {
		switch line := lines[i]; {
		case first < 0 && (line == "=======" || strings.HasPrefix(line, "||||||| ")):
			first = i
		case first >= 0 && strings.HasPrefix(line, ">>>>>>>"):
			return i, first
		}
	}
	return -1, -1
}
