package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"minhbach/internal/diag"
)

// onTerminal reports whether somebody looks at w: it is no pipe and no file, and can move its cursor.
func onTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// coloured is w in colours where somebody looks at it who wants them (https://no-color.org).
func coloured(w io.Writer) io.Writer {
	if onTerminal(w) && os.Getenv("NO_COLOR") == "" {
		return diag.Coloured{Writer: w}
	}
	return w
}

// progress counts pages while somebody waits longer than a second for them.
type progress struct {
	w     io.Writer
	text  string // with the count as %d
	start time.Time
	last  time.Time // that it was shown; zero if it was not
}

const (
	patience  = time.Second
	steadyEye = 100 * time.Millisecond
)

// at shows the count at a time.
func (p *progress) at(pages int, now time.Time) {
	if now.Sub(p.start) < patience || now.Sub(p.last) < steadyEye {
		return
	}
	p.last = now
	fmt.Fprintf(p.w, "\r"+p.text+"\x1b[K", pages)
}

// erase takes the line away.
func (p *progress) erase() {
	if p != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

// watch returns a progress for a terminal, and what tells it of a page; nil for a pipe.
func (c *cli) watch() (*progress, func(int)) {
	if !onTerminal(c.errOut) {
		return nil, nil
	}
	p := &progress{w: c.errOut, text: textPages.In(c.lang), start: time.Now()}
	return p, func(pages int) { p.at(pages, time.Now()) }
}
