package acceptance

import (
	"bytes"
	"compress/gzip"
	"path"
	"slices"
	"testing"
)

const (
	mostBytes    = 60_000 // gzipped, of the first load of any page
	medianBytes  = 25_000
	mostRequests = 5
)

// A reader on a slow network pays for the page and all it names at once; the chart library comes only
// when asked for.
func TestFirstLoadIsLight(t *testing.T) {
	var weights []int
	eachPage(t, func(t *testing.T, p *page) {
		weight, requests := p.firstLoad(t)
		if weight > mostBytes || requests > mostRequests {
			t.Errorf("%d bytes in %d requests, want at most %d in %d", weight, requests, mostBytes, mostRequests)
		}
		weights = append(weights, weight)
	})
	slices.Sort(weights)
	if median := weights[len(weights)/2]; median > medianBytes {
		t.Errorf("the median is %d bytes, want at most %d", median, medianBytes)
	}
}

// firstLoad is the bytes, gzipped, and the number of files that opening the page takes.
func (p *page) firstLoad(t *testing.T) (weight, requests int) {
	weight, requests = gzipped(t, p.body), 1
	for _, e := range elements(p.doc, "link", "script", "img", "source") {
		address := attr(e, "src")
		if e.Data == "link" && slices.Contains([]string{"stylesheet", "icon", "preload", "manifest"}, attr(e, "rel")) {
			address = attr(e, "href")
		}
		if address == "" {
			continue
		}
		requests++
		weight += gzipped(t, built.files[path.Join(path.Dir(p.path), address)])
	}
	return weight, requests
}

func gzipped(t *testing.T, body []byte) int {
	if len(body) == 0 {
		t.Fatal("an empty file")
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
