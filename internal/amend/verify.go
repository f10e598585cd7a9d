package amend

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// facts is what a table says, by path; nothing of how or where it says it.
func facts(t *source.Table) map[string]string {
	out := map[string]string{}
	for _, v := range t.Fields {
		tell(out, v.Key, v)
	}
	return out
}

func tell(out map[string]string, path string, v *source.Value) {
	switch v.Kind {
	case source.TableKind:
		out[path] = "table"
		for _, f := range v.Table.Fields {
			tell(out, path+"\x00"+f.Key, f)
		}
	case source.ListKind:
		out[path] = "list"
		for i, item := range v.List {
			tell(out, path+"\x00"+strconv.Itoa(i), item)
		}
	case source.Number:
		out[path] = fmt.Sprint(v.Kind, " ", v.Text)
		if d, err := decimal.Parse(v.Text); err == nil {
			out[path] = fmt.Sprint(v.Kind, " ", d) // 380.0 says what 380 says
		}
	default:
		out[path] = fmt.Sprint(v.Kind, v.Bool, " ", v.Text)
	}
}

// means is what a value says, however it is written.
func means(value string) string {
	t, found := source.ParseTOML(diag.Pos{Line: 1, Col: 1}, "x = "+value)
	if len(found) > 0 {
		return "\x00" + value
	}
	return facts(t)["x"]
}

func (c Change) path() []string { return []string{"figures", c.Table, "units", c.Unit} }

// says reports whether the file says of the change's unit what is wanted.
func says(name string, text []byte, c Change) bool {
	file, found := source.Parse(name, text)
	if found.Count(diag.Error) > 0 || file.Broken {
		return false
	}
	units := lookup(file.Root, c.path()[:3]...)
	if units == nil || units.Get(c.Unit) == nil {
		return false
	}
	got := map[string]string{}
	if v := units.Get(c.Unit); v.Kind == source.TableKind {
		got = facts(v.Table)
	} else if len(c.Entry) == 1 {
		tell(got, c.Entry[0].Key, v)
	}
	delete(got, kept)
	want := map[string]string{}
	for _, f := range c.Entry {
		want[f.Key] = means(f.Value)
	}
	return maps.Equal(got, want)
}

// sameBut reports whether the text says what was said before, apart from the changed units.
func sameBut(before map[string]string, text []byte, changes []Change) bool {
	file, found := source.Parse("", text)
	if found.Count(diag.Error) > 0 {
		return false
	}
	after := facts(file.Root)
	for _, c := range changes {
		path := strings.Join(c.path(), "\x00")
		for _, said := range []map[string]string{before, after} {
			maps.DeleteFunc(said, func(p, _ string) bool {
				return p == path || strings.HasPrefix(p, path+"\x00") || p+"\x00"+c.Unit == path
			})
		}
	}
	return maps.Equal(before, after)
}
