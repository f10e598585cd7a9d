package source

import (
	"io/fs"

	"minhbach/internal/diag"
)

// Languages are what can be known of a portal before it is checked: "" where it does not say.
type Languages struct {
	Site    string // locale: vi or en
	Numbers string // how its sources write numbers: vi or en, never ""
}

// Settings reads the languages of the portal in fsys, also where its files have errors.
func Settings(fsys fs.FS) Languages {
	l := Languages{Numbers: "vi"}
	raw, err := fs.ReadFile(fsys, "data/portal.toml")
	if err != nil {
		return l
	}
	text, bad := decode("data/portal.toml", raw)
	if bad != nil {
		return l
	}
	root := parse(diag.Pos{File: "data/portal.toml", Line: 1, Col: 1}, string(text), "vi").root
	word := func(key string) string {
		if v := root.Get(key); v != nil && v.Kind == String && (v.Text == "vi" || v.Text == "en") {
			return v.Text
		}
		return ""
	}
	l.Site = word("locale")
	for _, key := range []string{"locale", "source-locale"} {
		if w := word(key); w != "" {
			l.Numbers = w
		}
	}
	return l
}
