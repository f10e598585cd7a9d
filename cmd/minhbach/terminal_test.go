package main

import (
	"bytes"
	"os"
	"testing"
	"time"
)

func TestProgressIsShownToWhoeverWaitsAndIsTakenAway(t *testing.T) {
	var out bytes.Buffer
	start := time.Date(2023, time.April, 21, 0, 0, 0, 0, time.UTC)
	p := &progress{w: &out, text: "%d trang", start: start}
	p.at(1, start.Add(900*time.Millisecond))
	p.erase()
	if out.Len() > 0 {
		t.Errorf("within a second: %q", &out)
	}
	p.at(10, start.Add(1000*time.Millisecond))
	p.at(11, start.Add(1050*time.Millisecond))
	p.at(12, start.Add(1100*time.Millisecond))
	p.erase()
	if want := "\r10 trang\x1b[K\r12 trang\x1b[K\r\x1b[K"; out.String() != want {
		t.Errorf("got %q, want %q", &out, want)
	}
}

func TestAPipeAndAFileHaveNoColourAndNoProgress(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if onTerminal(f) || coloured(f) != f || onTerminal(&bytes.Buffer{}) {
		t.Error("a file is taken for a terminal")
	}
	c := &cli{lang: "vi", errOut: f}
	if p, step := c.watch(); p != nil || step != nil {
		t.Error("progress in a file")
	}
	(*progress)(nil).erase()
}
