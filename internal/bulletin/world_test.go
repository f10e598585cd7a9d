package bulletin_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/bulletin"
	"minhbach/internal/check"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/scaffold"
	"minhbach/internal/source"
	"minhbach/layouts"
)

// portal is the files of a portal.
type portal map[string]string

// own is the portal of this repository.
func own(t testing.TB) portal {
	t.Helper()
	files := portal{}
	err := fs.WalkDir(os.DirFS("../.."), "data", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".toml" {
			return err
		}
		text, err := os.ReadFile("../../" + name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// example is the portal that `minhbach init` makes.
func example(lang string) portal {
	files := portal{}
	for _, f := range scaffold.Portal(scaffold.Options{Lang: lang}) {
		files[f.Path] = string(f.Body)
	}
	return files
}

// with is the portal with a text replaced, which must be there.
func (p portal) with(t testing.TB, name, from, to string) portal {
	t.Helper()
	if !strings.Contains(p[name], from) {
		t.Fatalf("%s has no %q", name, from)
	}
	out := maps.Clone(p)
	out[name] = strings.Replace(p[name], from, to, 1)
	return out
}

// derived is the portal with all that is computed, and its language.
func (p portal) derived(t testing.TB) (*derive.Result, *locale.Locale) {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range p {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	tree, found := source.Load(files)
	model, more := check.Portal(tree)
	if model == nil {
		for _, f := range append(found, more...) {
			t.Log(f.Pos, f.Message("en"))
		}
		t.Fatal("the portal has errors")
	}
	catalog, err := layouts.FS.ReadFile("messages/" + model.Locale + ".json")
	if err != nil {
		t.Fatal(err)
	}
	loc, err := locale.New(model.Locale, catalog)
	if err != nil {
		t.Fatal(err)
	}
	return derive.All(model, model.Newest().AsOf, loc.Compare), loc
}

// bulletins are all of a portal.
func (p portal) bulletins(t testing.TB) []bulletin.Bulletin {
	t.Helper()
	var out []bulletin.Bulletin
	for _, make := range bulletin.Each(p.derived(t)) {
		out = append(out, make())
	}
	return out
}

func (p portal) lang() string {
	if strings.Contains(strings.ReplaceAll(p["data/portal.toml"], " ", ""), "\nlocale=\"en\"") {
		return "en"
	}
	return "vi"
}

// of is the bulletin of one unit of the portal.
func (p portal) of(t testing.TB, unit string) bulletin.Bulletin {
	t.Helper()
	all := p.bulletins(t)
	i := slices.IndexFunc(all, func(b bulletin.Bulletin) bool { return b.Path == "don-vi/"+unit+".txt" })
	if i < 0 {
		t.Fatalf("no bulletin of %s", unit)
	}
	return all[i]
}

// worlds are portals whose bulletins are held to everything that holds of all.
func worlds(t testing.TB) map[string]portal {
	t.Helper()
	return map[string]portal{
		"own":                      own(t),
		"own in English":           own(t).with(t, "data/portal.toml", `locale     = "vi"`, "locale     = \"en\"\nsource-locale = \"vi\""),
		"the example":              example("vi"),
		"the example in English":   example("en"),
		"the example, in a flood":  flooded(t),
		"own, with what units say": contested(t),
	}
}

// contested is the portal of this repository with a unit that says otherwise.
func contested(t testing.TB) portal {
	p := own(t)
	p["data/reports/279-bc-hdnd/replies.toml"] = `[reply.a]
unit     = "thach-quy"
of       = "budget-revenue-2023"
status   = "contests"
value    = 1730.5
received = 2023-05-04

[reply.b]
unit     = "thach-quy"
of       = "work:trung-tiet"
status   = "contests"
text     = "Đã xong ngày 1/5/2023."
received = 2023-05-04

[reply.c]
unit     = "tran-phu"
of       = "budget-revenue-2023"
status   = "contests"
text     = "Đã thu 100%."
received = 2023-05-04
`
	return p
}

// flooded is the example with names that nobody has thought of.
func flooded(t testing.TB) portal {
	p := example("vi")
	long := strings.Repeat("Ban QLDA ĐTXD số 12/2024 (XYZ) & 3,5% → 7 m²/hộ; ", 12)
	p = p.with(t, "data/portal.toml", `"thị xã Ví Dụ"`, `"thị xã Ví Dụ (TX.VD) 2024"`)
	return p.with(t, "data/portal.toml", `"Nhóm biên tập mẫu"`, `"`+long+`"`)
}
