package source

import (
	"bytes"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/locale"
)

var byteOrderMark = []byte("\xEF\xBB\xBF")

// decode brings the bytes of a file to the one form that everything later reads. The finding is nil
// unless they are no UTF-8 text.
func decode(name string, raw []byte) ([]byte, *diag.Finding) {
	utf16 := bytes.HasPrefix(raw, []byte("\xFF\xFE")) || bytes.HasPrefix(raw, []byte("\xFE\xFF"))
	if at := bytes.IndexByte(raw, 0); utf16 || at >= 0 && at < 4 {
		return nil, &diag.Finding{Pos: diag.Pos{File: name}, Rule: ruleUTF16, HintArgs: []any{}}
	}
	text := bytes.ReplaceAll(bytes.TrimPrefix(raw, byteOrderMark), []byte("\r\n"), []byte("\n"))
	if at := invalid(text); at >= 0 {
		before := text[:at]
		pos := diag.Pos{File: name, Line: bytes.Count(before, []byte("\n")) + 1}
		pos.Col = utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
		switch encodingOf(text) {
		case "windows-1258":
			return nil, &diag.Finding{Pos: diag.Pos{File: name}, Rule: ruleWindows1258, HintArgs: []any{}}
		case "tcvn3":
			return nil, &diag.Finding{Pos: diag.Pos{File: name}, Rule: ruleTCVN3, HintArgs: []any{}}
		}
		return nil, &diag.Finding{Pos: pos, Rule: ruleEncoding, Args: []any{text[at]}, HintArgs: []any{}}
	}
	return locale.NFC(text), nil
}

// invalid returns the offset of the first byte that is no UTF-8, or -1.
func invalid(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
