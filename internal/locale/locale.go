// Package locale words the portal in one language: messages, numbers, dates, number words, sorting
// and folding. Languages are "vi" and "en".
//
// A catalog is a JSON object of messages. Nested objects are flattened with dots, so that
// {"nav": {"home": "Trang chủ"}} is the message "nav.home". An object whose only keys are "one" and
// "other" is one message in two numbers; Vietnamese always takes "other". In a message, {name} is
// filled by the argument of that name.
//
// What is missing is shown, never guessed: an unknown key prints as ⟦key⟧, a placeholder without its
// argument as ⟦name⟧, so that one search through the output finds both.
//
// Numbers are exact: they are written from the decimal itself and never pass through a float.
// A Locale does not change after New and may be used by any number of goroutines.
package locale

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Locale is one language with its messages.
type Locale struct {
	tag       string
	messages  map[string]message
	collators sync.Pool // of *collate.Collator, which is not safe for two goroutines
}

// New reads a catalog; an empty one has no messages. It fails on a tag other than "vi" or "en", on
// JSON that is not an object of texts, and on a key that stands twice; of the last two a *CatalogError says where.
func New(tag string, catalog []byte) (*Locale, error) {
	if tag != "vi" && tag != "en" {
		return nil, fmt.Errorf("locale %q: want vi or en", tag)
	}
	messages, err := parseCatalog(catalog)
	if err != nil {
		return nil, fmt.Errorf("message catalog %s: %w", tag, err)
	}
	l := &Locale{tag: tag, messages: messages}
	l.collators.New = func() any { return collate.New(language.MustParse(tag), collate.Numeric) }
	return l, nil
}

// Tag returns "vi" or "en", the value of an HTML lang attribute.
func (l *Locale) Tag() string { return l.tag }

// Has reports whether the catalog has the message.
func (l *Locale) Has(key string) bool { _, ok := l.messages[key]; return ok }

// Keys returns every key of the catalog, sorted.
func (l *Locale) Keys() []string { return slices.Sorted(maps.Keys(l.messages)) }
