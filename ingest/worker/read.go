package worker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os/exec"

	"averment/evidence"
	"averment/ingest/format"
)

// Read reads one document and its facts in a child. A child that dies or stands still
// gets one successor; then the error is a *evidence.ReadError with the code crashed or
// timeout. Other errors are those of the context and of the job's Child function.
func (p *Pool) Read(ctx context.Context, j Job) (*Output, error) {
	if len(j.Data) > maxInput {
		return nil, &evidence.ReadError{Code: evidence.TooLarge, Detail: "more than 1 GiB"}
	}
	sum := sha256.Sum256(j.Data)
	id := hex.EncodeToString(sum[:])
	out := &Output{}
	given := 0
	take := func(c format.Child) error {
		if given++; j.Child != nil {
			return j.Child(c)
		}
		out.Children = append(out.Children, c)
		return nil
	}
	head := j.header(p.options.Limits, p.ocr != nil)
	o, err := p.attempt(ctx, head, j.Data, take)
	if dead(err) && given == 0 {
		head.NoSecond = true
		o, err = p.attempt(ctx, head, j.Data, take)
	}
	if err != nil {
		return nil, coded(err)
	}
	if out.Document = o.Document.document(); out.Document == nil {
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: "the worker gave no document"}
	}
	repair(out.Document, p.options.Limits)
	p.stamp(out.Document, j, id)
	return out, nil
}

// stamp writes what the parent knows better than the child.
func (p *Pool) stamp(d *evidence.Document, j Job, id string) {
	d.ID, d.Source.SHA256, d.Source.Size = id, id, int64(len(j.Data))
	d.Source.Path = j.Name
	d.Sandbox = p.level.String()
}

// attempt does one job in one child.
func (p *Pool) attempt(ctx context.Context, j job, data []byte, take func(format.Child) error) (outcome, error) {
	crew := p.crewFor(j, data)
	proc, err := crew.get(ctx, j.NoSecond)
	if err != nil {
		return outcome{}, err
	}
	x := &exchange{p: proc, limits: p.options.Limits, size: int64(len(data)), take: take,
		ocr: func(pic format.Picture) (evidence.Page, error) { return p.recognise(ctx, pic) }}
	o, _, err := x.run(ctx, p.options.Times, j, data)
	proc.jobs++
	crew.put(proc, err == nil && o.Error == nil && !o.Spent)
	if err == nil && o.Error != nil {
		err = errRefused{tidyError(o.Error)}
	}
	return o, err
}

// crewFor gives the children that can read the bytes. The readers find a PDF by the same
// marks.
func (p *Pool) crewFor(j job, data []byte) *crew {
	if j.Task == taskRead && (j.MediaType == format.MediaPDF || format.LooksLikePDF(data)) {
		return p.readers
	}
	return p.light
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
	x := &exchange{p: proc, limits: p.options.Limits, take: func(format.Child) error { return errFrame }}
	o, image, err := x.run(ctx, p.options.Times, job{Task: taskRender, Page: page, DPI: dpi, Passwords: passwords}, data)
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

// recognise has one picture read in an OCR child.
func (p *Pool) recognise(ctx context.Context, pic format.Picture) (evidence.Page, error) {
	if p.ocr == nil {
		return evidence.Page{}, errors.New("no OCR here")
	}
	proc, err := p.ocr.get(ctx, false)
	if err != nil {
		return evidence.Page{}, err
	}
	x := &exchange{p: proc, limits: p.options.Limits, take: func(format.Child) error { return errFrame }}
	t := Times{Idle: p.options.Times.OCR, Total: p.options.Times.OCR}
	o, _, err := x.run(ctx, t, job{Task: taskOCR, Picture: picture{pic.Width, pic.Height, pic.DPI}}, pic.Gray)
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
