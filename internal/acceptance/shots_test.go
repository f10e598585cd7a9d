package acceptance

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestScreenshots makes pictures for people to look at; it holds nothing by itself. It runs with
// MINHBACH_SHOTS=DIR and puts into DIR each page of the sample whole, as PAGE-WIDTH-SCHEME.png, and as
// printed on A4, as PAGE.pdf.
func TestScreenshots(t *testing.T) {
	dir := os.Getenv("MINHBACH_SHOTS")
	if dir == "" {
		t.Skip("MINHBACH_SHOTS names no folder")
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	eachView(t, origins(t)[0].base, sample(), func(b *tab, p *page) {
		name := filepath.Join(dir, strings.ReplaceAll(strings.TrimSuffix(p.path, ".html"), "/", "-"))
		save := func(ending string, body []byte, err error) {
			b.must(err)
			b.must(os.WriteFile(name+ending, body, 0o666))
		}
		b.visit(p.path)
		for _, width := range []int64{360, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				b.size(width)
				b.scheme(scheme)
				picture, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
				save("-"+strings.TrimSuffix(px(width), " px")+"-"+scheme+".png", picture, err)
			}
		}
		print, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFPreferCSSPageSize()))
		save(".pdf", print, err)
	})
}
