package format

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"averment/evidence"
	"averment/ingest/neardup"
)

// Options say how to read one file.
type Options struct {
	Password []string // tried in turn on encrypted files
	Limits   Limits
	OCR      OCR  // reads the words of pictures; nil leaves them image-only
	PDF      *PDF // the PDFium runtime; nil leaves PDFs unread
	// Depth is the number of containers around this file; 0 for a file on disk.
	Depth int
	// MediaType is what the container or the user states. It overrules the content only
	// where content cannot tell: JSON lines (--jsonl), one of their lines, tables, mail.
	MediaType string
	// Emit, when set, takes each child as soon as it is found, instead of Result.Children,
	// so that a large container need not be held in memory. Its error ends the reading.
	Emit func(Child) error
}

// Child is a file inside a file: a member, an attachment, a message, a line.
type Child struct {
	Name      string // as the container gives it: data for display, never a path to open
	Data      []byte
	MediaType string // "" when the container does not say
	// Document is set where the container states facts about the child. With Pages or
	// Error set it is complete, and Data need not be read again; otherwise its non-empty
	// fields go before those read from Data (the URL of a web archive's record).
	Document *evidence.Document
	Line     int // line of the container, from 1; 0 where there are no lines
}

// Result is what one file gave.
type Result struct {
	Document *evidence.Document
	Children []Child
}

// Read finds out what data is and reads it. name is the file's name, kept for display
// and used only to choose between types that share their content (CSV and plain text).
// The error is always an *evidence.ReadError.
func Read(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	o.Limits = o.Limits.withDefaults()
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fail(evidence.Empty, "the file has no content")
	}
	if o.Depth > o.Limits.Depth {
		return nil, fail(evidence.Bomb, "more than %d containers within containers", o.Limits.Depth)
	}
	media := chooseMedia(o.MediaType, Sniff(name, data))
	read := readerFor(media)
	if read == nil {
		return nil, unsupported(media)
	}
	res, err := read(ctx, name, data, o)
	if err != nil {
		return nil, asReadError(err)
	}
	finish(res, name, media, data, o.Limits)
	return res, nil
}

// finish fills what is the same for every format.
func finish(res *Result, name, media string, data []byte, l Limits) {
	d := res.Document
	sum := sha256.Sum256(data)
	d.ID = hex.EncodeToString(sum[:])
	d.Source.Path, d.Source.SHA256, d.Source.Size = name, d.ID, int64(len(data))
	if d.Source.MediaType == "" {
		d.Source.MediaType = media
	}
	capPages(d, l)
	splitLong(d)
	d.Signature = neardup.Signature(bodyText(d))
	d.Normalize()
}

// bodyText is the text of all pages without furniture.
func bodyText(d *evidence.Document) string {
	var out strings.Builder
	for _, p := range d.Pages {
		at := 0
		for _, f := range p.Furniture {
			out.WriteString(p.Text[at:f.Start])
			at = f.End
		}
		out.WriteString(p.Text[at:])
		out.WriteByte('\n')
	}
	return out.String()
}

// fail makes a ReadError; what a password or a repaired file could cure is retryable.
func fail(code evidence.Code, format string, args ...any) error {
	return &evidence.ReadError{Code: code, Detail: fmt.Sprintf(format, args...), Retryable: code == evidence.Encrypted || code == evidence.IO}
}

func asReadError(err error) error {
	var known *evidence.ReadError
	switch {
	case errors.As(err, &known):
		return known
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &evidence.ReadError{Code: evidence.Timeout, Detail: err.Error(), Retryable: true}
	}
	return &evidence.ReadError{Code: evidence.Damaged, Detail: err.Error()}
}

// give hands a child to Emit, or collects it.
func (r *Result) give(c Child, o Options) error {
	if o.Emit != nil {
		return o.Emit(c)
	}
	r.Children = append(r.Children, c)
	return nil
}
