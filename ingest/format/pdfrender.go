package format

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"

	"github.com/klippa-app/go-pdfium/requests"

	"averment/evidence"
)

// The caps on a rendered page: resolution, and pixels in all.
const (
	maxDPI    = 300
	maxPixels = 40 << 20
	ocrDPI    = 200
)

// Render draws one page of a PDF, from 1, as a PNG.
func (p *PDF) Render(data []byte, passwords []string, page, dpi int) ([]byte, error) {
	f, err := p.open(data, passwords)
	if err != nil {
		return nil, err
	}
	defer f.close()
	if page < 1 || page > f.pages {
		return nil, fmt.Errorf("render page %d of %d: %w", page, f.pages, evidence.ErrNotFound)
	}
	var out bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	err = f.draw(page-1, dpi, requests.RenderImageFormatRGBA, func(img image.Image) error { return enc.Encode(&out, img) })
	return out.Bytes(), err
}

// draw renders page i, from 0, and lends the picture to use.
func (f *pdfFile) draw(i, dpi int, format requests.RenderImageFormat, use func(image.Image) error) error {
	ref := requests.Page{ByIndex: &requests.PageByIndex{Document: f.doc, Index: i}}
	size, err := f.in.GetPageSize(&requests.GetPageSize{Page: ref})
	if err != nil {
		return fmt.Errorf("measure page %d: %w", i+1, err)
	}
	r, err := f.in.RenderPageInDPI(&requests.RenderPageInDPI{Page: ref, DPI: fitDPI(size.Width, size.Height, dpi), ImageFormat: format})
	if err != nil {
		return fmt.Errorf("render page %d: %w", i+1, err)
	}
	defer r.Cleanup()
	return use(r.Result.RenderedImage)
}

// fitDPI lowers the resolution until the page fits the cap on pixels.
func fitDPI(width, height float64, dpi int) int {
	dpi = max(1, min(dpi, maxDPI))
	for dpi > 1 && width*height*float64(dpi)*float64(dpi)/(72*72) > maxPixels {
		dpi = dpi * 3 / 4
	}
	return max(dpi, 1)
}

// recognise reads a page that has no text of its own by OCR, when there is one.
func (f *pdfFile) recognise(ctx context.Context, p *evidence.Page, s *sheet, o Options) error {
	if o.OCR == nil || p.State != evidence.PageImageOnly && p.State != evidence.PageGarbled || s.reader != pdfReader {
		return nil
	}
	var pic Picture
	err := f.draw(s.number-1, ocrDPI, requests.RenderImageFormatGrayscale, func(img image.Image) error {
		pic = pictureOf(img, fitDPI(s.width, s.height, ocrDPI))
		return nil
	})
	if err != nil {
		p.Flags = append(p.Flags, "the page cannot be rendered")
		return ctx.Err()
	}
	read, err := o.OCR.Read(ctx, pic)
	if err != nil {
		p.Flags = append(p.Flags, "OCR failed")
		return ctx.Err()
	}
	mergeOCR(p, read)
	return nil
}

// mergeOCR takes the recognised text; the number, the stamp and the flags of the page
// stay.
func mergeOCR(p *evidence.Page, read evidence.Page) {
	if len(bytes.TrimSpace([]byte(read.Text))) == 0 {
		return
	}
	p.Text, p.Paragraphs, p.Layout, p.Furniture = read.Text, read.Paragraphs, read.Layout, read.Furniture
	p.State, p.Reader, p.Flags = evidence.PageOCR, read.Reader, append(p.Flags, read.Flags...)
	if p.Stamp == nil {
		p.Stamp = read.Stamp
	} else if read.Stamp != nil {
		p.Stamp.Range = read.Stamp.Range
	} else {
		p.Stamp.Range = evidence.Range{}
	}
}
