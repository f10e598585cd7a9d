package pipeline

import (
	"os"
	"path"
	"strings"

	"minhbach/internal/source"
)

// Language is the locale of the portal at root, vi or en; "" where it does not say. The portal may have errors.
func Language(root string) string { return source.Settings(os.DirFS(root)).Site }

// Named are the things of a portal that a command line may name: id → name, which may be "".
type Named struct{ Units, Reports map[string]string }

// Names reads the ids of the portal at root, also where it has errors: they are offered and not relied on.
func Names(root string) Named {
	n := Named{Units: map[string]string{}, Reports: map[string]string{}}
	tree, _ := source.Load(os.DirFS(root))
	for _, f := range tree.Files {
		switch dir := path.Dir(f.Path); {
		case f.Path == "data/units.toml":
			n.Units = named(f.Root.Get("unit"), "name")
		case path.Base(f.Path) == "report.toml" && path.Dir(dir) == "data/reports":
			n.Reports[path.Base(dir)] = ""
		}
	}
	if docs := tree.File("data/documents.toml"); docs != nil {
		for id, number := range named(docs.Root.Get("document"), "number") {
			if _, isReport := n.Reports[id]; isReport {
				n.Reports[id] = number
			}
		}
	}
	return n
}

// named are the records of a part with one of their texts, on one line.
func named(part *source.Value, key string) map[string]string {
	out := map[string]string{}
	if part == nil || part.Kind != source.TableKind {
		return out
	}
	for _, v := range part.Table.Fields {
		out[v.Key] = ""
		if v.Kind == source.TableKind {
			if name := v.Table.Get(key); name != nil && name.Kind == source.String {
				out[v.Key] = strings.Join(strings.Fields(name.Text), " ")
			}
		}
	}
	return out
}
