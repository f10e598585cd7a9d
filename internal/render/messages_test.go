package render

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/locale"
	"minhbach/layouts"
)

func catalog(t testing.TB, lang string) (*locale.Locale, string) {
	t.Helper()
	body, err := layouts.FS.ReadFile("messages/" + lang + ".json")
	if err != nil {
		t.Fatal(err)
	}
	l, err := locale.New(lang, body)
	if err != nil {
		t.Fatal(err)
	}
	return l, string(body)
}

// A key missing from a catalog would print its bare name to a reader.
func TestBothCatalogsHoldTheSameMessages(t *testing.T) {
	vi, _ := catalog(t, "vi")
	en, _ := catalog(t, "en")
	for _, k := range vi.Keys() {
		if !en.Has(k) {
			t.Errorf("en has no %s", k)
		}
	}
	for _, k := range en.Keys() {
		if !vi.Has(k) {
			t.Errorf("vi has no %s", k)
		}
	}
}

var (
	literalKey  = regexp.MustCompile(`(?:\bT|\bt|T\.?|\.more\([a-zA-Z]+,|p\.note|call \$?\.T)\(? ?"([a-z0-9.-]+)"(\s*\+)?`)
	suppliedKey = regexp.MustCompile(`"((?:home|resolutions|units)\.[a-z-]+)"`)
)

// usedKeys are the messages the code and the templates name, and the beginnings of those it composes.
func usedKeys(t *testing.T) (keys, prefixes []string) {
	t.Helper()
	files, err := filepath.Glob("../*/*.go") // render and opendata share the catalog
	if err != nil {
		t.Fatal(err)
	}
	templates, err := filepath.Glob("../../layouts/templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(files, templates...) {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range literalKey.FindAllStringSubmatch(string(body), -1) {
			if m[2] != "" {
				prefixes = append(prefixes, m[1])
			} else {
				keys = append(keys, m[1])
			}
		}
		for _, m := range suppliedKey.FindAllStringSubmatch(string(body), -1) {
			keys = append(keys, m[1])
		}
	}
	return keys, prefixes
}

func TestEveryMessageIsUsedAndEveryUseHasItsMessage(t *testing.T) {
	vi, _ := catalog(t, "vi")
	keys, prefixes := usedKeys(t)
	for _, k := range keys {
		if !vi.Has(k) {
			t.Errorf("the code names %q, the catalog has it not", k)
		}
	}
	for _, k := range vi.Keys() {
		composed := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(k, p) })
		if !composed && !slices.Contains(keys, k) {
			t.Errorf("nobody uses the message %q", k)
		}
	}
}
