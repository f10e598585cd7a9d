package acceptance

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

// channels are the forms in which a figure comes to a reader. Every one of them is held against the model,
// so that no two can disagree.
var channels = []string{"row", "origin", "citation", "unit table", "ledger", "matrix", "report", "chart", "interactive", "CSV", "JSON", "prose", "arithmetic", "sheet", "bulletin"}

// voices listens to what a site says of the figures of a portal.
type voices struct {
	*site
	portal *model.Portal
	loc    *locale.Locale
	heard  map[string]map[string]int // by figure, how often by channel
	wrong  []string
}

// listen goes through every channel.
func listen(t *testing.T, s *site, folder string) *voices {
	t.Helper()
	read, err := pipeline.Check(t.Context(), folder)
	if err != nil || read.Portal == nil {
		t.Fatalf("the portal in %s: %v %v", folder, err, read.Findings)
	}
	catalog, err := layouts.FS.ReadFile("messages/" + read.Portal.Locale + ".json")
	if err != nil {
		t.Fatal(err)
	}
	loc, err := locale.New(read.Portal.Locale, catalog)
	if err != nil {
		t.Fatal(err)
	}
	v := &voices{site: s, portal: read.Portal, loc: loc, heard: map[string]map[string]int{}}
	data := v.tables(t)
	for _, r := range v.portal.Rounds {
		for _, table := range r.Tables {
			for _, f := range table.All() {
				v.rows(f)
				v.inUnitTables(f)
				v.inReport(f)
				v.inData(f, data)
				v.onSheet(f)
				v.inBulletin(f)
			}
		}
	}
	v.charts()
	v.prose()
	return v
}

func figureID(f *model.Figure) string { return f.Table.Round.ID + "/" + f.Table.ID + "/" + f.Address() }

// hold notes that a channel speaks of a figure, and what it says wrong.
func (v *voices) hold(f *model.Figure, channel, where, got, want string) {
	if v.heard[figureID(f)] == nil {
		v.heard[figureID(f)] = map[string]int{}
	}
	v.heard[figureID(f)][channel]++
	if got != want {
		v.wrong = append(v.wrong, fmt.Sprintf("%s, %s in %s: %q, want %q", figureID(f), channel, where, got, want))
	}
}

// missing notes that a channel does not speak of a figure where it must.
func (v *voices) missing(f *model.Figure, channel, where string) {
	v.wrong = append(v.wrong, fmt.Sprintf("%s is missing from the %s: %s", figureID(f), channel, where))
}

// number is a number as it is shown; a percentage carries its sign.
func (v *voices) number(f *model.Figure, plain string) string {
	shown := locale.FormatNumber(v.loc.Tag(), parse(plain))
	if f.Table.Indicator.Measure == model.Percent {
		shown += "%"
	}
	return shown
}

// shown is a figure as a page words it: the number, the words of the cell, or the state.
func (v *voices) shown(f *model.Figure) string {
	switch {
	case f == nil:
		return ""
	case f.Value != nil:
		return v.number(f, f.Value.String())
	case f.Text != "":
		return f.Text
	}
	return v.loc.T("state." + string(f.State))
}

// percent is the printed percentage: to the letter where the cell has it, else in the form of the locale.
func (v *voices) percent(f *model.Figure) string {
	plain := f.Percent.String()
	for _, form := range []string{locale.FormatNumber("vi", *f.Percent) + "%", plain + "%"} {
		if strings.Contains(f.Published, form) {
			return form
		}
	}
	return locale.FormatNumber(v.loc.Tag(), *f.Percent) + "%"
}

// TestAllChannelsSayTheSameOfEveryFigure is the promise of the portal: prose, table, chart, interactive chart,
// CSV and JSON have one source.
func TestAllChannelsSayTheSameOfEveryFigure(t *testing.T) {
	v := listen(t, built, root)
	for _, wrong := range v.wrong {
		t.Error(wrong)
	}
	total := map[string]int{}
	for _, heard := range v.heard {
		for channel, n := range heard {
			total[channel] += n
		}
	}
	for _, channel := range channels {
		if total[channel] == 0 {
			t.Errorf("no figure was heard in the channel %q: the test proves nothing there", channel)
		}
	}
	t.Logf("%d figures: %v", len(v.heard), total)
}

// TestOneChangedFigureChangesEveryChannel changes two figures in the data and nothing else: every channel of
// the new site says the new number, and none the old one.
func TestOneChangedFigureChangesEveryChannel(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"data", "content"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ file, old, new string }{
		{"36-2022.toml", "total  = 32670", "total  = 41257"},
		{"56-2022.toml", "thach-trung = { value = 3917,", "thach-trung = { value = 4096,"},
	} {
		name := filepath.Join(dir, "data/reports/279-bc-hdnd", c.file)
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(string(body), c.old) != 1 {
			t.Fatalf("%s has not one %q", c.file, c.old)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(body), c.old, c.new, 1)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(dir, "site")
	if err := build(dir, out); err != nil {
		t.Fatal(err)
	}
	changed, err := readSite(out)
	if err != nil {
		t.Fatal(err)
	}
	before, after := listen(t, built, root), listen(t, changed, dir)
	for _, wrong := range after.wrong {
		t.Error(wrong)
	}
	for id, want := range map[string][]string{
		"279-bc-hdnd/trees-planted/total":             {"row", "origin", "citation", "report", "CSV", "JSON", "prose", "unit table"},
		"279-bc-hdnd/budget-revenue-2023/thach-trung": {"row", "origin", "citation", "report", "CSV", "JSON", "unit table", "ledger", "matrix", "chart", "interactive"},
	} {
		for _, channel := range want {
			if n, was := after.heard[id][channel], before.heard[id][channel]; n == 0 || n != was {
				t.Errorf("%s is told %d times in the channel %q, before the change %d times", id, n, channel, was)
			}
		}
	}
	for _, old := range []string{"32670", "32.670", "3917", "3.917"} {
		for name, body := range changed.files {
			if strings.HasPrefix(name, "assets/") || strings.HasPrefix(name, ".") {
				continue
			}
			for _, word := range strings.FieldsFunc(string(body), func(r rune) bool { return !strings.ContainsRune("0123456789.,", r) }) {
				if strings.Trim(word, ".,") == old {
					t.Errorf("%s still says %s", name, old)
					break
				}
			}
		}
	}
}

// prose holds every binding of every narrative against the page that it stands on.
func (v *voices) prose() {
	for _, r := range v.portal.Resolutions {
		v.narrative(r.Narrative, "nghi-quyet/"+r.ID+".html", v.portal.Newest())
	}
	for _, r := range v.portal.Rounds {
		v.narrative(r.Narrative, "bao-cao/"+r.ID+".html", r)
	}
	for _, u := range v.portal.Units {
		v.narrative(u.Narrative, "don-vi/"+u.ID+".html", v.portal.Newest())
	}
	paths := map[string]string{"home": "index.html", "states": "ky-hieu.html", "checks": "doi-chieu.html", "data": "so-lieu.html", "works": "cong-trinh.html",
		"about": "gioi-thieu.html", "method": "phuong-phap.html", "accessibility": "kha-nang-tiep-can.html"}
	for _, pg := range v.portal.Pages {
		name := paths[pg.ID]
		if name == "" {
			name = "trang/" + pg.ID + ".html"
		}
		v.narrative(pg.Doc, name, v.portal.Newest())
	}
}

func (v *voices) narrative(d *narrative.Doc, name string, r *model.Round) {
	if d == nil {
		return
	}
	for _, other := range v.portal.Rounds {
		if other.ID == d.Front.Round {
			r = other
		}
	}
	linked := []*narrative.Inline{d.Front.Lead}
	for _, s := range d.Sections {
		linked = append(linked, s.Note)
		for _, b := range s.Blocks {
			linked = append(linked, b.Prose)
		}
	}
	for _, f := range d.Front.Facts {
		linked = append(linked, f.Note)
		v.big(name, f.Value.Refs(), r)
	}
	for _, in := range linked {
		v.links(name, in.Refs(), r)
	}
	if strings.HasPrefix(name, "nghi-quyet/") { // the home page tells of each resolution in one line
		v.big("index.html", d.Front.Headline.Refs(), r)
		v.links("index.html", d.Front.Sentence.Refs(), r)
	}
}

// bound is the figure that a binding names; nil for a count or where the source is silent.
func (v *voices) bound(ref narrative.Ref, r *model.Round) *model.Figure {
	for _, other := range v.portal.Rounds {
		if other.ID == ref.Round {
			r = other
		}
	}
	if ref.Less != nil {
		return nil
	}
	return figureAt(r, ref.Table, ref.Address)
}

// spoken is what a binding prints of a figure; ok is false for what is computed or spelled out.
func (v *voices) spoken(ref narrative.Ref, f *model.Figure) (text string, ok bool) {
	switch {
	case ref.Format != "" || ref.InWords:
		return "", false
	case ref.Field == "published":
		return f.Published, true
	case ref.Field == "plan":
		return v.number(f, f.Plan.String()), true
	case ref.Field == "percent":
		return v.percent(f), true
	case f.Value == nil && f.Text == "":
		return strings.ToLower(v.shown(f)), true
	case f.Scope == model.OfCount:
		return locale.FormatNumber(v.loc.Tag(), *f.Value), true
	}
	return v.shown(f), true
}

// links holds the bindings of a piece of prose, which lead to where the figure is printed, or computed.
func (v *voices) links(name string, refs []narrative.Ref, r *model.Round) {
	for _, ref := range refs {
		f := v.bound(ref, r)
		if f == nil {
			continue
		}
		want, plain := v.spoken(ref, f)
		place := "bao-cao/" + f.Table.Round.ID + ".html#" + placeID(f.At)
		var said []string
		for _, e := range elements(v.page(name).doc, "a") {
			if !hasClass(e, "v") {
				continue
			}
			target := v.target(name, attr(e, "href"))
			switch {
			case plain && target == place:
				said = append(said, text(e))
			case ref.Format == "sum" || ref.Format == "rest" || ref.Format == "ratio":
				if strings.HasPrefix(target, "so-lieu/"+f.Table.Indicator.ID+".html#computed."+ref.Format+".") {
					v.arithmetic(f, e, target)
				}
			}
		}
		if !plain {
			continue
		}
		if !slices.Contains(said, want) {
			v.hold(f, "prose", name, strings.Join(said, " | "), want)
			continue
		}
		v.hold(f, "prose", name, want, want)
	}
}

// big holds the bindings of a large numeral, which is no link.
func (v *voices) big(name string, refs []narrative.Ref, r *model.Round) {
	for _, ref := range refs {
		f := v.bound(ref, r)
		if f == nil {
			continue
		}
		want, ok := v.spoken(ref, f)
		if !ok {
			continue
		}
		var said []string
		for _, e := range elements(v.page(name).doc) {
			if hasClass(e, "num") {
				numeral, _, _ := strings.Cut(text(e), "/")
				said = append(said, numeral)
				if strings.Contains(want, "/") { // the cell to the letter has a slash of its own
					said = append(said, text(e))
				}
			}
		}
		got := want
		if !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, want) }) {
			got = strings.Join(said, " | ")
		}
		v.hold(f, "prose", name, got, want)
	}
}
