package worker

import (
	"averment/evidence"
	"averment/ingest/format"
)

// The caps on messages, in bytes.
const (
	maxHeader   = 8 << 20   // headers and settings
	maxInput    = 1 << 30   // a document on its way to the child
	maxDocument = 384 << 20 // a document with its facts, as JSON
	maxPicture  = 64 << 20  // grey pixels, or a rendered page
)

// role is which kind of child a process is.
type role string

const (
	roleReader role = "reader"
	roleOCR    role = "ocr"
)

// setup is the first message to a child.
type setup struct {
	Role      role
	PDF       bool   // start PDFium, which costs a tenth of a second
	Cache     string // folder of compiled code
	Tesseract string // path of the program, for OCR
	Tessdata  string // its data, "" for its own default
	Memory    int64  // soft limit of the Go heap, bytes
	Open      bool   // leave out what cannot be had, instead of giving up
}

// ready is the answer of a child that has locked itself in.
type ready struct {
	Level Level
	Error string
}

// task is what a job asks for.
type task string

const (
	taskRead   task = "read"
	taskFacts  task = "facts"
	taskRender task = "render"
	taskOCR    task = "ocr"
	taskProbe  task = "probe"
)

// job is the header of a job.
type job struct {
	Task      task
	Name      string
	MediaType string
	Passwords []string
	Limits    format.Limits
	Depth     int
	OCR       bool
	NoSecond  bool
	Compare   bool
	Page      int
	DPI       int
	Hints     *evidence.Document
	Published *evidence.Date // for a document that states none
	Picture   picture
	Probe     probe
}

// picture is the header of grey pixels; the data follows.
type picture struct{ Width, Height, DPI int }

// childHeader goes before the bytes of a file found inside the document.
type childHeader struct {
	Name      string
	MediaType string
	Line      int
	Document  *wireDocument
}

// wireDocument is a document with what its JSON leaves out, and its boxes packed.
type wireDocument struct {
	Document  *evidence.Document
	Signature []uint64
	Boxes     [][]byte // for each page
}

// wire takes the boxes out of d, which the child does not need any more.
func wire(d *evidence.Document) *wireDocument {
	if d == nil {
		return nil
	}
	w := &wireDocument{Document: d, Signature: d.Signature, Boxes: make([][]byte, len(d.Pages))}
	for i, p := range d.Pages {
		if p.Layout != nil {
			w.Boxes[i] = packBoxes(p.Layout.Boxes)
			p.Layout.Boxes = nil
		}
	}
	return w
}

func (w *wireDocument) document() *evidence.Document {
	if w == nil || w.Document == nil {
		return nil
	}
	w.Document.Signature = w.Signature
	for i := range w.Document.Pages {
		if l := w.Document.Pages[i].Layout; l != nil && i < len(w.Boxes) {
			l.Boxes = unpackBoxes(w.Boxes[i])
		}
	}
	return w.Document
}

// outcome ends a job: an error, a document, a page, or what a probe found. A rendered
// page follows as data.
type outcome struct {
	Error    *evidence.ReadError
	Document *wireDocument
	Page     *evidence.Page
	Probe    map[string]string
	Image    bool
	Spent    bool // the child must not be used again
}
