package worker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"averment/evidence"
	"averment/ingest/format"
)

// Reader is what a child does with a document: read its bytes, then find its facts.
type Reader struct {
	Read  func(ctx context.Context, name string, data []byte, o format.Options) (*format.Result, error)
	Facts func(*evidence.Document)
}

// Main is the whole life of a child: set up, lock in, do jobs until the input ends. It
// gives the exit code. The program calls it, and nothing else, when it was executed as
// "worker".
func Main(r Reader) int {
	c := &child{reader: r, in: newFrameReader(os.Stdin), out: newFrameWriter(os.Stdout)}
	if err := c.start(); err != nil {
		return 1
	}
	for {
		err := c.job()
		switch {
		case errors.Is(err, io.EOF):
			return 0
		case err != nil:
			return 1
		}
	}
}

// child is the state of a child process.
type child struct {
	reader Reader
	setup  setup
	pdf    *format.PDF
	in     *frameReader
	out    *frameWriter
}

// start reads the settings, opens what must be open, and locks the process in.
func (c *child) start() error {
	k, b, err := c.in.next()
	if err != nil || k != kindSetup {
		return fmt.Errorf("no setup: %w", errors.Join(err, errFrame))
	}
	if err := b.json(&c.setup, maxHeader); err != nil {
		return err
	}
	debug.SetMemoryLimit(max(c.setup.Memory, 64<<20))
	debug.SetGCPercent(300) // short lives: the limit above is what counts
	if c.setup.PDF {
		c.pdf, err = format.NewPDF(c.setup.Cache)
		if err != nil {
			return errors.Join(err, c.out.json(kindReady, ready{Error: err.Error()}))
		}
		c.pdf.OnPage = func(page, of int) { _ = c.out.json(kindProgress, [2]int{page, of}) }
	}
	level, err := lock(c.setup)
	answer := ready{Level: level}
	if err != nil {
		answer.Error = err.Error()
	}
	return errors.Join(err, c.out.json(kindReady, answer))
}

// job does one job. io.EOF is the end of the input.
func (c *child) job() error {
	k, b, err := c.in.next()
	if err != nil {
		return err
	}
	var j job
	if k != kindJob {
		return errFrame
	}
	if err := b.json(&j, maxHeader); err != nil {
		return err
	}
	data, err := c.in.data(maxInput)
	if err != nil {
		return err
	}
	switch j.Task {
	case taskRead:
		return c.read(j, data)
	case taskFacts:
		return c.facts(data)
	case taskRender:
		return c.render(j, data)
	case taskOCR:
		return c.recognise(j, data)
	case taskProbe:
		return c.out.value(kindDone, outcome{Probe: j.Probe.run()})
	}
	return errFrame
}

// read reads a document and its facts.
func (c *child) read(j job, data []byte) error {
	if c.pdf != nil {
		c.pdf.NoSecond, c.pdf.Compare = j.NoSecond, j.Compare
	}
	o := format.Options{Password: j.Passwords, Limits: j.Limits, PDF: c.pdf, Depth: j.Depth, MediaType: j.MediaType, Emit: c.emit}
	if j.OCR {
		o.OCR = remoteOCR{c}
	}
	doc, err := c.document(j, data, o)
	if err != nil {
		return c.out.value(kindDone, outcome{Error: readError(err), Spent: c.spent()})
	}
	if doc.Published == nil {
		doc.Published = j.Published
	}
	if c.reader.Facts != nil {
		if err := tryFacts(c.reader.Facts, doc); err != nil {
			doc.Warnings = append(doc.Warnings, "the text can be searched, but its facts are missing or not all there: "+err.Error())
		}
	}
	doc.Normalize()
	return c.out.value(kindDone, outcome{Document: wire(doc), Spent: c.spent()})
}

func (c *child) spent() bool { return c.pdf != nil && c.pdf.Spent() }

// document is what the container gave complete, or what the bytes say.
func (c *child) document(j job, data []byte, o format.Options) (*evidence.Document, error) {
	if j.Hints != nil && len(j.Hints.Pages) > 0 {
		return j.Hints, nil
	}
	res, err := c.reader.Read(context.Background(), j.Name, data, o)
	if err != nil {
		return nil, err
	}
	for _, ch := range res.Children {
		if err := c.emit(ch); err != nil {
			return nil, err
		}
	}
	overlay(res.Document, j.Hints)
	return res.Document, nil
}

// emit sends a file found inside the document.
func (c *child) emit(ch format.Child) error {
	head := childHeader{Name: ch.Name, MediaType: ch.MediaType, Line: ch.Line, Document: wire(ch.Document)}
	if err := c.out.value(kindChild, head); err != nil {
		return err
	}
	return c.out.bytes(kindData, ch.Data)
}

func (c *child) render(j job, data []byte) error {
	if c.pdf == nil {
		return errFrame
	}
	png, err := c.pdf.Render(data, j.Passwords, j.Page, j.DPI)
	if err != nil {
		return c.out.value(kindDone, outcome{Error: readError(err)})
	}
	if err := c.out.value(kindDone, outcome{Image: true}); err != nil {
		return err
	}
	return c.out.bytes(kindData, png)
}

// readError gives every error a code.
func readError(err error) *evidence.ReadError {
	var known *evidence.ReadError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, evidence.ErrNotFound):
		return &evidence.ReadError{Code: evidence.Unsupported, Detail: err.Error()}
	}
	return &evidence.ReadError{Code: evidence.Damaged, Detail: err.Error()}
}

// overlay lets what the container or a person says go before what was read.
func overlay(d, hints *evidence.Document) {
	if hints == nil {
		return
	}
	put(&d.Title, hints.Title)
	put(&d.Publisher, hints.Publisher)
	put(&d.Author, hints.Author)
	put(&d.URL, hints.URL)
	put(&d.SourceID, hints.SourceID)
	put(&d.Kind, hints.Kind)
	put(&d.Language, hints.Language)
	if hints.Published != nil {
		d.Published = hints.Published
	}
	if hints.Mail != nil && d.Mail == nil {
		d.Mail = hints.Mail
	}
}

func put[T ~string](have *T, given T) {
	if given != "" {
		*have = given
	}
}
