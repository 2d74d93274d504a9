package worker

import (
	"averment/evidence"
	"averment/ingest/format"
)

// Job is a document to be read.
type Job struct {
	Name      string // the file's name, for display
	Data      []byte
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
