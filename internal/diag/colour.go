package diag

import "io"

// Coloured is a writer to a terminal that shows colours; Print uses them in text.
type Coloured struct{ io.Writer }

// The colours of a finding, as a terminal takes them. They repeat what the words say.
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	cyan   = "36"
)

var severityInks = map[Severity]string{Error: red, Warning: yellow}

// ink colours a text.
type ink func(colour, text string) string

// inkOf returns the ink of w; that of a writer without colours leaves the text as it is.
func inkOf(w io.Writer) ink {
	if _, shows := w.(Coloured); !shows {
		return func(_, text string) string { return text }
	}
	return func(colour, text string) string { return "\x1b[" + colour + "m" + text + "\x1b[0m" }
}
