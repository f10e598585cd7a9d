package narrative

import (
	"strings"

	"minhbach/internal/diag"
)

// Gap stands in a Passage for a binding, free text, code or an address.
const Gap = '\uFFFC'

// Passage is the prose of one paragraph, heading or table cell as the editor wrote it, without markup.
type Passage struct {
	Text    string // with a Gap for what is no prose, and a line's end as one space
	Heading bool   // it is a section's heading

	reader *reader
	runs   []run
}

// run says that Text from the byte text on stands in the source from the byte src on.
type run struct{ text, src int }

// Pos returns where in the file the byte of Text stands.
func (p Passage) Pos(i int) diag.Pos {
	at := p.runs[0]
	for _, r := range p.runs {
		if r.text <= i {
			at = r
		}
	}
	return p.reader.pos(at.src + i - at.text)
}

// passageWriter gathers one Passage.
type passageWriter struct {
	text strings.Builder
	runs []run
}

func (w *passageWriter) add(src []byte, s span) {
	w.runs = append(w.runs, run{w.text.Len(), s.start})
	w.text.Write(src[s.start:s.stop])
}

func (w *passageWriter) gap() { w.text.WriteRune(Gap) }

func (w *passageWriter) space() { w.text.WriteByte(' ') }

// endPassage keeps the passage written so far; one without any text is none.
func (p *printer) endPassage() {
	if len(p.passage.runs) > 0 {
		p.passages = append(p.passages, Passage{Text: p.passage.text.String(), reader: p.reader, runs: p.passage.runs})
	}
	p.passage = passageWriter{}
}
