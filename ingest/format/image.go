package format

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // the decoders of the pictures that are read
	_ "image/jpeg"
	_ "image/png"
	"strconv"

	_ "golang.org/x/image/bmp"
	_ "golang.org/x/image/tiff"

	"averment/evidence"
)

const imageReader = "image/1"

// photoDPI is assumed of pictures, which rarely say how large they were on paper.
const photoDPI = 200

// readImage reads a picture: a page of its own, whose words come from OCR.
func readImage(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	cfg, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "no picture that can be read: %v", err)
	}
	if cfg.Width <= 0 || cfg.Height <= 0 || cfg.Width > maxPixels/cfg.Height {
		return nil, fail(evidence.TooLarge, "picture of %d by %d pixels", cfg.Width, cfg.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "decode the %s picture: %v", kind, err)
	}
	page := evidence.Page{Number: 1, State: evidence.PageImageOnly, Reader: imageReader}
	if o.OCR != nil {
		if read, err := o.OCR.Read(ctx, pictureOf(img, photoDPI)); err != nil {
			page.Flags = append(page.Flags, "OCR failed")
		} else {
			mergeOCR(&page, read)
		}
	}
	d := &evidence.Document{Reader: page.Reader, Pages: []evidence.Page{page}}
	d.Source.MediaType = "image/" + kind
	warnPages(d)
	return &Result{Document: d}, nil
}

// pictureOf makes grey pixels on white: what is transparent is paper.
func pictureOf(img image.Image, dpi int) Picture {
	b := img.Bounds()
	grey := image.NewGray(image.Rect(0, 0, b.Dx(), b.Dy()))
	if g, ok := img.(*image.Gray); ok {
		draw.Draw(grey, grey.Bounds(), g, b.Min, draw.Src)
	} else {
		draw.Draw(grey, grey.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(grey, grey.Bounds(), img, b.Min, draw.Over)
	}
	return Picture{Width: b.Dx(), Height: b.Dy(), DPI: dpi, Gray: grey.Pix}
}

// pgm writes the picture as a binary portable graymap, which every OCR program reads.
func (p Picture) pgm() []byte {
	head := "P5\n" + strconv.Itoa(p.Width) + " " + strconv.Itoa(p.Height) + "\n255\n"
	return append([]byte(head), p.Gray...)
}
