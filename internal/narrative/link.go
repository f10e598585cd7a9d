package narrative

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/util"

	"minhbach/internal/diag"
)

// Link is one link of the text.
type Link struct {
	Pos      diag.Pos // of the first bracket
	Dest     string   // without its fragment: "unit:thach-ha", "checks", "https://…"; "" for a place on the same page
	Fragment string   // without the #; "" without
	Empty    bool     // no text was written: the Resolver gives it
}

// Schemes name the things of a portal a link may lead to, as in unit:thach-ha or page:method. A single
// word without a scheme, such as checks or works, is one of the portal's own pages.
var Schemes = []string{"unit", "resolution", "document", "page", "round", "indicator", "work"}

// webSchemes may leave the portal, when followed by this.
var webSchemes = map[string]string{"http": "//", "https": "//", "mailto": ""}

var (
	word   = regexp.MustCompile(`^[a-z0-9-]+$`)
	scheme = regexp.MustCompile(`^([^:/?#]*):(.*)$`)
)

// Portal reports whether the link leads to a thing of the portal, which the Resolver knows, and not to
// a written address.
func (l Link) Portal() bool {
	name, _, found := strings.Cut(l.Dest, ":")
	return found && slices.Contains(Schemes, name) || word.MatchString(l.Dest)
}

func (l Link) hash() string {
	if l.Fragment == "" {
		return ""
	}
	return "#" + l.Fragment
}

func (l Link) address() string { return l.Dest + l.hash() }

// parseLink reads a destination as Markdown gives it. What is judged is what will be printed: escapes
// and entities are resolved first, and only known forms pass. ok is false for an address that could
// run something, or that leads nowhere once the site lies in a sub-folder or on a USB stick.
func parseLink(raw []byte) (l Link, ok bool) {
	clean := util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(raw)))
	l.Dest, l.Fragment, _ = strings.Cut(string(util.URLEscape(clean, false)), "#")
	return l, isSafe(string(clean)) && l.address() != ""
}

// isSafe lets pass http, https, mailto, the schemes of the portal, fragments and relative paths.
// Browsers skip control characters and take \ for /, so neither may stand in an address.
func isSafe(dest string) bool {
	if strings.ContainsFunc(dest, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' || r == '\uFFFD' }) {
		return false
	}
	m := scheme.FindStringSubmatch(dest)
	if m == nil {
		return !strings.HasPrefix(strings.TrimLeft(dest, " "), "/")
	}
	if slices.Contains(Schemes, m[1]) {
		return true
	}
	after, known := webSchemes[strings.ToLower(m[1])]
	return known && strings.HasPrefix(m[2], after) && len(m[2]) > len(after)
}
