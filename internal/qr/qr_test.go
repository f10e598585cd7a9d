package qr_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"minhbach/internal/qr"
)

// paint fills the squares of a path, eight dots each.
func paint(t *testing.T, c qr.Code) image.Image {
	t.Helper()
	const dots = 8
	img := image.NewGray(image.Rect(0, 0, c.Size*dots, c.Size*dots))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	for _, run := range strings.Split(strings.TrimSuffix(c.Path, "z"), "z") {
		var x, y, n, back int
		if _, err := fmt.Sscanf(run, "M%d %dh%dv1h-%d", &x, &y, &n, &back); err != nil || n != back {
			t.Fatalf("%q is no row of squares: %v", run, err)
		}
		if x < qr.Quiet || y < qr.Quiet || x+n > c.Size-qr.Quiet || y >= c.Size-qr.Quiet {
			t.Fatalf("%q lies in the quiet zone of a code of %d", run, c.Size)
		}
		draw.Draw(img, image.Rect(x*dots, y*dots, (x+n)*dots, (y+1)*dots), image.NewUniform(color.Black), image.Point{}, draw.Src)
	}
	return img
}

func TestACodeIsReadAsWhatItWasDrawnFrom(t *testing.T) {
	for _, text := range []string{
		"https://vi-du.example/minh-bach/don-vi/thach-ha.html",
		"https://minhbach.hatinh.example/nghi-quyet/36-2022.html",
		"https://xn--vd-zka.example/" + strings.Repeat("rat-dai/", 60) + "don-vi/a.html",
		"https://vi-du.example/đường-dẫn",
	} {
		code, err := qr.Draw(text)
		if err != nil {
			t.Fatal(err)
		}
		bits, err := gozxing.NewBinaryBitmapFromImage(paint(t, code))
		if err != nil {
			t.Fatal(err)
		}
		read, err := qrcode.NewQRCodeReader().Decode(bits, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true})
		if err != nil || read.GetText() != text {
			t.Errorf("drawn %q, read %v, %v", text, read, err)
		}
	}
}

func TestATextTooLongIsRefused(t *testing.T) {
	if _, err := qr.Draw(strings.Repeat("x", 3000)); err == nil {
		t.Error("three thousand letters fit into a code")
	}
}
