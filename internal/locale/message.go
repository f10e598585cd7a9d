package locale

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"minhbach/internal/decimal"
)

// message is one text, split at its placeholders: texts at even, names at odd places.
type message struct {
	one   []string // nil: the same as other
	other []string
}

// T returns the message of key. args are pairs of a name and its value, a string, an int or a
// decimal.Decimal; numbers are written in the form of the locale. The argument "n" chooses between
// one and other.
func (l *Locale) T(key string, args ...any) string {
	m, ok := l.messages[key]
	if !ok {
		return missing(key)
	}
	split := m.other
	if m.one != nil && l.tag == "en" && isOne(argument(args, "n")) {
		split = m.one
	}
	if len(split) == 1 {
		return split[0]
	}
	var b strings.Builder
	for i, s := range split {
		if i%2 == 1 {
			s = l.value(s, argument(args, s))
		}
		b.WriteString(s)
	}
	return b.String()
}

func missing(name string) string { return "⟦" + name + "⟧" }

// argument returns the value that follows name, or nil.
func argument(args []any, name string) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == any(name) {
			return args[i+1]
		}
	}
	return nil
}

func isOne(v any) bool {
	switch v := v.(type) {
	case int:
		return v == 1
	case decimal.Decimal:
		return v.Equal(decimal.FromInt(1))
	}
	return false
}

func (l *Locale) value(name string, v any) string {
	switch v := v.(type) {
	case nil:
		return missing(name)
	case string:
		return v
	case int:
		return l.Int(v)
	case decimal.Decimal:
		return l.Number(v)
	}
	return fmt.Sprint(v)
}

// CatalogError is a catalog that cannot be read.
type CatalogError struct {
	Offset int // bytes of the catalog before the place
	err    error
}

func (e *CatalogError) Error() string { return e.err.Error() }
func (e *CatalogError) Unwrap() error { return e.err }

// parseCatalog walks the tokens itself because json.Unmarshal keeps the last of two equal keys and
// says nothing.
func parseCatalog(catalog []byte) (map[string]message, error) {
	messages := map[string]message{}
	if len(bytes.TrimSpace(catalog)) == 0 {
		return messages, nil
	}
	dec := json.NewDecoder(bytes.NewReader(catalog))
	err := flatten(dec, "", messages)
	if err == nil {
		if _, end := dec.Token(); end != io.EOF {
			err = errors.New("text after the end of the object")
		}
	}
	if err != nil {
		at := dec.InputOffset()
		var syntax *json.SyntaxError
		if whole := json.Unmarshal(catalog, new(any)); errors.As(whole, &syntax) { // it says more than a token does, and where
			err, at = whole, syntax.Offset
			if at < int64(len(catalog)) {
				at-- // behind the character
			}
		}
		return nil, &CatalogError{Offset: int(at), err: err}
	}
	return messages, nil
}

// flatten reads one value into messages; key is its dotted key, "" for the whole catalog.
func flatten(dec *json.Decoder, key string, messages map[string]message) error {
	tok, err := dec.Token()
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if text, ok := tok.(string); ok && key != "" {
		return add(messages, key, message{other: placeholders(text)})
	}
	if tok != json.Delim('{') {
		return fmt.Errorf("%s: found %v, want a text or an object", key, tok)
	}
	plural := true
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		plural = plural && (name == "one" || name == "other")
		if err := flatten(dec, strings.TrimPrefix(key+"."+name.(string), "."), messages); err != nil {
			return err
		}
	}
	if _, err := dec.Token(); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	if m, ok := messages[key+".other"]; ok && plural {
		m.one = messages[key+".one"].other
		delete(messages, key+".one")
		delete(messages, key+".other")
		return add(messages, key, m)
	}
	return nil
}

func add(messages map[string]message, key string, m message) error {
	if _, twice := messages[key]; twice {
		return fmt.Errorf("%s stands twice", key)
	}
	messages[key] = m
	return nil
}

// placeholders splits "a {b} c" into "a ", "b", " c". Braces around anything but a name stay text.
func placeholders(s string) []string {
	out := []string{""}
	for s != "" {
		text, rest, open := strings.Cut(s, "{")
		out[len(out)-1] += text
		if !open {
			break
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed || !isName(name) {
			out[len(out)-1] += "{"
			s = rest
			continue
		}
		out = append(out, name, "")
		s = after
	}
	return out
}

func isName(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == ""
}
