package check

import (
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

const (
	portalPath      = "data/portal.toml"
	unitsPath       = "data/units.toml"
	bodiesPath      = "data/bodies.toml"
	documentsPath   = "data/documents.toml"
	resolutionsPath = "data/resolutions"
	reportsPath     = "data/reports"
	reportName      = "report.toml"
)

// topFiles are the files of data/ itself, and whether a portal can do without.
var topFiles = []struct {
	path     string
	required bool
}{{portalPath, true}, {unitsPath, true}, {bodiesPath, false}, {documentsPath, false}}

// files tells of files that are missing and of files that nobody reads.
func (c *checker) files() {
	var known []string
	missing := map[string]bool{}
	for _, f := range topFiles {
		known = append(known, f.path)
		if f.required && c.tree.File(f.path) == nil {
			missing[f.path] = true
		}
	}
	for _, f := range c.tree.Files {
		switch dir := path.Dir(f.Path); {
		case dir == "data":
			if !slices.Contains(known, f.Path) {
				c.strayFile(f.Path, c.nearest(f.Path, known))
			}
		case dir == resolutionsPath:
		case path.Dir(dir) == reportsPath:
			if report := dir + "/" + reportName; c.tree.File(report) == nil {
				missing[report] = true
			}
		default:
			c.strayFile(f.Path, "")
		}
	}
	if len(c.tree.Files) == 0 && !c.lost { // no portal at all: one thing to say
		missing = map[string]bool{portalPath: true}
	}
	for _, name := range slices.Sorted(maps.Keys(missing)) {
		c.find(fileOf(name), ruleMissingFile)
	}
	c.lost = c.lost || len(missing) > 0
}

func (c *checker) strayFile(name, near string) {
	hint := []any{near}
	if near == "" {
		hint = nil
	}
	c.advise(fileOf(name), ruleStrayFile, hint)
}

// top holds a file of data/ against its format; ok is false where it is not there.
func (c *checker) top(name string, format *Record) (*source.Table, bool) {
	f := c.tree.File(name)
	if f == nil {
		return nil, false
	}
	c.holdFile(f, format)
	return f.Root, true
}

// holdFile holds a whole file; what is missing at its top has no line.
func (c *checker) holdFile(f *source.File, format *Record) {
	f.Root.Pos, f.Root.Width = diag.Pos{File: f.Path}, 0
	c.hold(f.Root, format)
}

var webAddress = regexp.MustCompile(`^https?://[^\s/?#]+(/[^\s?#]*)?$`)

// settings reads data/portal.toml.
func (c *checker) settings() {
	p := c.portal
	p.Thresholds.Peers = 5
	p.Locale, p.SourceLocale = "vi", "vi"
	t, ok := c.top(portalPath, portalRecord)
	if !ok {
		return
	}
	r := row{table: t}
	p.Name, p.Place, p.PlaceLong = r.text("name"), r.text("place"), r.text("place-long")
	p.Council, p.Term, p.Publisher = r.text("council"), r.text("term"), r.text("publisher")
	p.Official, p.Licence, p.Contact = r.bool("official"), r.text("licence"), r.text("contact")
	if r.text("locale") == "en" {
		p.Locale = "en"
	}
	p.SourceLocale = cmp.Or(r.text("source-locale"), p.Locale)
	if p.BaseURL = r.text("base-url"); p.BaseURL != "" && !webAddress.MatchString(p.BaseURL) {
		c.find(valueOf(t.Get("base-url")), ruleAddress, p.BaseURL)
	}
	p.BaseURL = strings.TrimSuffix(p.BaseURL, "/")
	if v := t.Get("thresholds"); v != nil && v.Kind == source.TableKind && v.Table.Get("peers") != nil {
		p.Thresholds.Peers = c.count(row{table: v.Table}, "peers")
	}
}

// say returns the portal's word for a thing, vi or en.
func (c *checker) say(t diag.Text) string { return t.In(c.portal.Locale) }

// validOn reports whether the unit existed on that day.
func validOn(u *model.Unit, day model.Date) bool {
	return (u.ValidFrom.IsZero() || !day.Before(u.ValidFrom)) && (u.ValidTo.IsZero() || !u.ValidTo.Before(day))
}
