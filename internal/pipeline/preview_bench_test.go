package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"minhbach/layouts"
)

// BenchmarkOneFigure is what the preview takes from the save of one figure to its page: of this repository's
// portal and of a country.
func BenchmarkOneFigure(b *testing.B) {
	b.Run("this portal", func(b *testing.B) {
		root := copyOfPortal(b)
		oneFigure(b, root, "data/reports/279-bc-hdnd/36-2022.toml", "nguyen-du  = ", "don-vi/nguyen-du.html")
	})
	b.Run("10600 units", func(b *testing.B) {
		oneFigure(b, country(b, 10600), "data/reports/1-bc/1-2022.toml", "u00042 = ", "don-vi/u00042.html")
	})
}

func oneFigure(b *testing.B, root, name, at, page string) {
	ctx := context.Background()
	p := NewPreview(Options{Root: root, Layouts: layouts.FS})
	u, err := p.Update(ctx)
	if err != nil || u.Site == nil {
		b.Fatal(err, found(u))
	}
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		b.Fatal(err)
	}
	line, n := regexp.MustCompile("(?m)^"+at+".*$"), 0
	for b.Loop() {
		n++
		put(b, root, name, line.ReplaceAllString(string(text), fmt.Sprint(at, 1000+n)))
		if u, err = p.Update(ctx); err != nil || u.Site == nil || len(u.Changed) != 1 {
			b.Fatal(err, found(u))
		}
		if _, err := u.Site.File(page); err != nil {
			b.Fatal(err)
		}
	}
}

func found(u *Update) []string {
	var out []string
	if u != nil {
		for _, f := range u.Findings {
			out = append(out, f.Pos.String()+" "+f.Message("en"))
		}
	}
	return out[:min(len(out), 10)]
}

func copyOfPortal(t testing.TB) string {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{"data", "content"} {
		if err := os.CopyFS(root+"/"+dir, os.DirFS("../../"+dir)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}
