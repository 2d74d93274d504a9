package worker

import (
	"bytes"
	"io"

	"averment/evidence"
	"averment/ingest/format"
)

// Source is bytes that need not be in memory: a *bytes.Reader, or a section of a file.
type Source interface {
	io.ReaderAt
	Size() int64
}

// Job is a document to be read.
type Job struct {
	Name      string // the file's name, for display
	Data      []byte
	Source    Source // in place of Data; passes through the parent in small pieces
	SHA256    string // of the bytes, in hex, where the caller knows it
	MediaType string // "" to find out from the content
	Passwords []string
	Kind      evidence.Kind // given by a person, and wins over what the document says
	// Published is the day to reckon from where the document states none.
	Published *evidence.Date
	// Document is what a container says of its member. With pages it is complete, and
	// only its facts are read.
	Document *evidence.Document
	Depth    int // containers around it
	// Compare has a second reader read every page too, and flags pages on which they differ.
	Compare bool
	// Child takes each file found inside as it comes, instead of Output.Children.
	Child func(format.Child) error
	// Part does the same, but the bytes come from r and are not in Data, so that a large
	// file inside need not be held in memory. It wins over Child.
	Part func(c format.Child, r io.Reader) error
}

// source is the bytes of the job.
func (j Job) source() Source {
	if j.Source != nil {
		return j.Source
	}
	return bytes.NewReader(j.Data)
}

// whole makes of a function for files in memory one for files that come in pieces.
func whole(take func(format.Child) error) func(format.Child, io.Reader) error {
	return func(c format.Child, r io.Reader) (err error) {
		if c.Data, err = io.ReadAll(r); err != nil {
			return err
		}
		return take(c)
	}
}

// Output is what a job gave: the document with its facts, and the files inside it.
type Output struct {
	Document *evidence.Document
	Children []format.Child
}

// header is the message for a job.
func (j Job) header(limits format.Limits, ocr bool) job {
	return job{Task: taskRead, Name: j.Name, MediaType: j.MediaType, Passwords: j.Passwords, Limits: limits,
		Depth: j.Depth, OCR: ocr, Compare: j.Compare, Hints: j.hints(), Published: j.Published}
}

func (j Job) hints() *evidence.Document {
	if j.Document == nil && j.Kind == "" {
		return nil
	}
	d := evidence.Document{}
	if j.Document != nil {
		d = *j.Document
	}
	if j.Kind != "" {
		d.Kind = j.Kind
	}
	return &d
}
