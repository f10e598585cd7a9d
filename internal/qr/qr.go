// Package qr draws an address as a QR code that is read from paper: dark squares in one path of an SVG, on white with
// the quiet zone of four that readers need, at the error correction "medium", which forgives a crease or a drop of rain.
package qr

import (
	"fmt"
	"strconv"
	"strings"

	goqr "github.com/piglig/go-qr"
)

// Quiet is how many squares stay white on every side.
const Quiet = 4

// Code is a drawing of Size × Size squares, the quiet zone included; Path fills the dark ones, in SVG's language and
// the units of squares.
type Code struct {
	Size int
	Path string
}

// Draw draws the text. It fails on one that is too long for any code, more than some two thousand bytes.
func Draw(text string) (Code, error) {
	q, err := goqr.EncodeText(text, goqr.Medium)
	if err != nil {
		return Code{}, fmt.Errorf("drawing %.80q as a QR code: %w", text, err)
	}
	var path strings.Builder
	for y := range q.Size() {
		for x := 0; x < q.Size(); x++ {
			from := x
			for x < q.Size() && q.Module(x, y) {
				x++
			}
			if x > from { // a run of squares is one rectangle: no hairlines between them
				n := strconv.Itoa(x - from)
				path.WriteString("M" + strconv.Itoa(from+Quiet) + " " + strconv.Itoa(y+Quiet) + "h" + n + "v1h-" + n + "z")
			}
		}
	}
	return Code{q.Size() + 2*Quiet, path.String()}, nil
}
