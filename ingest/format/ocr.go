package format

import (
	"context"

	"averment/evidence"
)

// Picture is a page or a photo as 8-bit grey pixels, row by row without padding.
type Picture struct {
	Width  int
	Height int
	DPI    int // pixels per inch; a guess for photos
	Gray   []byte
}

// OCR reads the words of a picture.
type OCR interface {
	// Read gives a page with Text, Layout, Paragraphs, State and Flags.
	Read(ctx context.Context, p Picture) (evidence.Page, error)
}
