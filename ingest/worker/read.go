package worker

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os/exec"

	"averment/evidence"
	"averment/ingest/format"
)

// Read reads one document and its facts in a child. A child that dies or stands still
// gets one successor; then the error is a *evidence.ReadError with the code crashed or
// timeout. Other errors are those of the context and of the job's Child function.
func (p *Pool) Read(ctx context.Context, j Job) (*Output, error) {
	src := j.source()
	if src.Size() > maxInput {
		return nil, &evidence.ReadError{Code: evidence.TooLarge, Detail: "more than 1 GiB"}
	}
	id, err := j.id(src)
	if err != nil {
		return nil, err
	}
	out := &Output{}
	part := j.Part
	if part == nil {
		part = whole(out.taker(j))
	}
	given := 0
	take := func(c format.Child, r io.Reader) error {
		err := part(c, r)
		if err == nil {
			given++
		}
		return err
	}
	head := j.header(p.options.Limits, p.ocr != nil)
	o, err := p.attempt(ctx, head, src, take)
	if dead(err) && given == 0 {
		head.NoSecond = true
		o, err = p.attempt(ctx, head, src, take)
	}
	if err != nil {
		return nil, coded(err)
	}
	if out.Document = o.Document.document(); out.Document == nil {
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: "the worker gave no document"}
	}
	repair(out.Document, p.options.Limits)
	p.stamp(out.Document, j, id, src.Size())
	return out, nil
}

// taker is the job's own function for files found inside, or one that gathers them.
func (out *Output) taker(j Job) func(format.Child) error {
	if j.Child != nil {
		return j.Child
	}
	return func(c format.Child) error {
		out.Children = append(out.Children, c)
		return nil
	}
}

// id is the SHA-256 of the bytes, in hex.
func (j Job) id(src Source) (string, error) {
	if j.SHA256 != "" {
		return j.SHA256, nil
	}
	h := sha256.New()
	if _, err := io.Copy(h, io.NewSectionReader(src, 0, src.Size())); err != nil {
		return "", fmt.Errorf("read the document: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// stamp writes what the parent knows better than the child.
func (p *Pool) stamp(d *evidence.Document, j Job, id string, size int64) {
	d.ID, d.Source.SHA256, d.Source.Size = id, id, size
	d.Source.Path = j.Name
	d.Sandbox = p.level.String()
}

// attempt does one job in one child.
func (p *Pool) attempt(ctx context.Context, j job, src Source, take func(format.Child, io.Reader) error) (outcome, error) {
	crew := p.crewFor(j, src)
	proc, err := crew.get(ctx, j.NoSecond)
	if err != nil {
		return outcome{}, err
	}
	x := &exchange{p: proc, limits: p.options.Limits, size: src.Size(), take: take,
		ocr: func(pic format.Picture) (evidence.Page, error) { return p.recognise(ctx, pic) }}
	o, _, err := x.run(ctx, p.options.Times, j, src)
	proc.jobs++
	crew.put(proc, err == nil && o.Error == nil && !o.Spent)
	if err == nil && o.Error != nil {
		err = errRefused{tidyError(o.Error)}
	}
	return o, err
}

// crewFor gives the children that can read the bytes. The readers find a PDF by the same
// marks.
func (p *Pool) crewFor(j job, src Source) *crew {
	if j.Task == taskRead && (j.MediaType == format.MediaPDF || format.LooksLikePDF(ends(src))) {
		return p.readers
	}
	return p.light
}

// What ends gives of a large file.
const (
	headBytes = 64 << 10
	tailBytes = 8 << 10
)

// ends is the head and the tail of a file, which say what it is; all of a small one. An
// error of reading comes again when all of it is read.
func ends(src Source) []byte {
	out := make([]byte, min(src.Size(), headBytes+tailBytes))
	if src.Size() <= headBytes+tailBytes {
		n, _ := src.ReadAt(out, 0)
		return out[:n]
	}
	n, _ := src.ReadAt(out[:headBytes], 0)
	m, _ := src.ReadAt(out[n:n+tailBytes], src.Size()-tailBytes)
	return out[:n+m]
}

// dead says whether a job failed because its child did: not by an answer, the context,
// or the caller.
func dead(err error) bool {
	var refused errRefused
	var taken errTake
	return err != nil && !errors.As(err, &refused) && !errors.As(err, &taken) &&
		!errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, errClosed)
}

// coded gives an error of a dead child its code.
func coded(err error) error {
	var known *evidence.ReadError
	switch {
	case errors.As(err, &known):
		return known
	case !dead(err):
		var taken errTake
		if errors.As(err, &taken) {
			return taken.error
		}
		return err
	}
	return &evidence.ReadError{Code: evidence.Crashed, Detail: "the worker ended: " + err.Error(), Retryable: true}
}

// Render draws one page of a PDF, from 1, as a PNG. dpi is at most 300.
func (p *Pool) Render(ctx context.Context, data []byte, page, dpi int, passwords ...string) ([]byte, error) {
	proc, err := p.readers.get(ctx, false)
	if err != nil {
		return nil, err
	}
	x := &exchange{p: proc, limits: p.options.Limits, take: noParts}
	o, image, err := x.run(ctx, p.options.Times, job{Task: taskRender, Page: page, DPI: dpi, Passwords: passwords}, bytes.NewReader(data))
	proc.jobs++
	p.readers.put(proc, err == nil && o.Error == nil)
	switch {
	case err != nil:
		return nil, coded(err)
	case o.Error != nil:
		return nil, tidyError(o.Error)
	case len(image) == 0:
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: "the worker gave no picture"}
	}
	return image, nil
}

// noParts is for work in which no file can be found.
func noParts(format.Child, io.Reader) error { return errFrame }

// recognise has one picture read in an OCR child.
func (p *Pool) recognise(ctx context.Context, pic format.Picture) (evidence.Page, error) {
	if p.ocr == nil {
		return evidence.Page{}, errors.New("no OCR here")
	}
	proc, err := p.ocr.get(ctx, false)
	if err != nil {
		return evidence.Page{}, err
	}
	x := &exchange{p: proc, limits: p.options.Limits, take: noParts}
	t := Times{Idle: p.options.Times.OCR, Total: p.options.Times.OCR}
	o, _, err := x.run(ctx, t, job{Task: taskOCR, Picture: picture{pic.Width, pic.Height, pic.DPI}}, bytes.NewReader(pic.Gray))
	proc.jobs++
	p.ocr.put(proc, err == nil && o.Error == nil)
	switch {
	case err != nil:
		return evidence.Page{}, coded(err)
	case o.Error != nil:
		return evidence.Page{}, tidyError(o.Error)
	case o.Page == nil:
		return evidence.Page{}, errFrame
	}
	return *o.Page, nil
}

// findTesseract gives the program's path, "" where there is none or none is wanted.
func findTesseract(o PoolOptions) string {
	if o.NoOCR {
		return ""
	}
	path, err := exec.LookPath("tesseract")
	if err != nil {
		return ""
	}
	return path
}
