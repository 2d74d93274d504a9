package worker

import (
	"context"
	"errors"
	"fmt"

	"averment/evidence"
	"averment/ingest/format"
)

// remoteOCR asks the parent, which asks a child that may execute tesseract.
type remoteOCR struct{ c *child }

// pageAnswer is the parent's answer to a picture.
type pageAnswer struct {
	Page  evidence.Page
	Error string
}

// Read sends the picture and waits for its page.
func (r remoteOCR) Read(_ context.Context, p format.Picture) (evidence.Page, error) {
	if err := r.c.out.value(kindPicture, picture{p.Width, p.Height, p.DPI}); err != nil {
		return evidence.Page{}, err
	}
	if err := r.c.out.bytes(kindData, p.Gray); err != nil {
		return evidence.Page{}, err
	}
	k, b, err := r.c.in.next()
	if err != nil || k != kindPage {
		return evidence.Page{}, fmt.Errorf("no page from OCR: %w", errors.Join(err, errFrame))
	}
	var a pageAnswer
	if err := b.value(&a, maxDocument); err != nil {
		return evidence.Page{}, err
	}
	if a.Error != "" {
		return evidence.Page{}, errors.New(a.Error)
	}
	return a.Page, nil
}

// recognise is the job of an OCR child.
func (c *child) recognise(j job, data []byte) error {
	if err := j.Picture.check(len(data)); err != nil {
		return err
	}
	t := format.Tesseract{Program: c.setup.Tesseract, Tessdata: c.setup.Tessdata}
	page, err := t.Read(context.Background(), format.Picture{Width: j.Picture.Width, Height: j.Picture.Height, DPI: j.Picture.DPI, Gray: data})
	if err != nil {
		return c.out.value(kindDone, outcome{Error: readError(err)})
	}
	return c.out.value(kindDone, outcome{Page: &page})
}

// check compares the size that a picture claims with its bytes.
func (p picture) check(n int) error {
	if p.Width <= 0 || p.Height <= 0 || p.Width > maxPicture/p.Height || p.Width*p.Height != n {
		return fmt.Errorf("%w: picture of %d by %d with %d bytes", errFrame, p.Width, p.Height, n)
	}
	return nil
}
