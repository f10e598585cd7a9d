package publish

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"iter"
	"path"
	"runtime"
	"sync"

	"github.com/andybalholm/brotli"
)

// compressible are the endings of text. Pictures, spreadsheets and PDF are compressed as they are.
var compressible = map[string]bool{".html": true, ".css": true, ".js": true, ".csv": true, ".json": true, ".txt": true, ".xml": true, ".svg": true}

// forms are the two that browsers ask for. On the pages of a portal the best brotli (11) spares one byte in fourteen
// more than 7 and takes seventeen times as long, the best gzip one in three hundred for twice the time.
var forms = []struct {
	ending string
	to     func(io.Writer) (io.WriteCloser, error)
}{
	{".gz", func(w io.Writer) (io.WriteCloser, error) { return gzip.NewWriter(w), nil }},
	{".br", func(w io.Writer) (io.WriteCloser, error) { return brotli.NewWriterLevel(w, 7), nil }},
}

// Precompressed is pages with compressed forms beside those that gain by it, for servers that send them instead:
// PATH.gz and PATH.br. A form that does not spare a tenth is left out. The forms are pages like others: the
// manifest knows them, and they give way with the page. The bytes depend on the page alone.
func Precompressed(pages iter.Seq2[Page, error]) iter.Seq2[Page, error] {
	return func(yield func(Page, error) bool) {
		var some []Page
		most := 8 * runtime.GOMAXPROCS(0)
		give := func() bool {
			ok := giveAll(some, yield)
			some = some[:0]
			return ok
		}
		for p, err := range pages {
			if err != nil {
				yield(Page{}, err)
				return
			}
			if some = append(some, p); len(some) == most && !give() {
				return
			}
		}
		give()
	}
}

// giveAll yields pages and their forms, which are made side by side.
func giveAll(pages []Page, yield func(Page, error) bool) bool {
	made := make([][]Page, len(pages))
	errs := make([]error, len(pages))
	queue := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range queue {
				made[i], errs[i] = compressed(pages[i])
			}
		})
	}
	for i := range pages {
		queue <- i
	}
	close(queue)
	workers.Wait()
	for i, p := range pages {
		if !yield(p, errs[i]) || errs[i] != nil {
			return false
		}
		for _, form := range made[i] {
			if !yield(form, nil) {
				return false
			}
		}
	}
	return true
}

// compressed gives the forms of a page that are worth having.
func compressed(p Page) ([]Page, error) {
	if !compressible[path.Ext(p.Path)] {
		return nil, nil
	}
	var out []Page
	for _, form := range forms {
		var b bytes.Buffer
		w, err := form.to(&b)
		if err == nil {
			_, err = w.Write(p.Body)
		}
		if err == nil {
			err = w.Close()
		}
		if err != nil {
			return nil, fmt.Errorf("compressing %s: %w", p.Path, err)
		}
		if b.Len() <= len(p.Body)*9/10 {
			out = append(out, Page{Path: p.Path + form.ending, Body: b.Bytes(), From: p.From})
		}
	}
	return out, nil
}
