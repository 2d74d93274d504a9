package ingest

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"averment/evidence"
)

// Candidate is a file that was found and may become a document.
type Candidate struct {
	Path   string // as it is shown and kept
	Size   int64
	Labels Labels
	// Open gives the bytes. It is called once, and not at all when Ignored or Err is set.
	Open func() (io.ReadCloser, error)
	// Ignored names the rule by which the file is left out, "" to import it.
	Ignored string
	// Err says why the file cannot even be opened.
	Err error
	// Settled is called with the row once it is durable; nil when nobody waits.
	Settled func(evidence.LedgerRow)
	// Later is called instead, and no row is made, when the file changed or went away while
	// it was read. Where it is nil, such a file is an exception.
	Later func()
	Row   uint64 // number of the exception that is tried again, 0 for a new row

	asked    bool   // a person asked for the retry
	original []byte // kept already; Open is not called
	parent   string // document that holds it
}

// FromBytes is a candidate that is already in memory, such as an upload.
func FromBytes(path string, data []byte, labels Labels) Candidate {
	return Candidate{Path: path, Size: int64(len(data)), Labels: labels,
		Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}
}

// fromFile is a candidate on disk. Links and special files are not followed or opened.
func fromFile(path string, info fs.FileInfo, labels Labels) Candidate {
	c := Candidate{Path: path, Size: info.Size(), Labels: labels, Ignored: IgnoreRule(filepath.Base(path))}
	if c.Ignored == "" && !info.Mode().IsRegular() {
		c.Ignored = "not a regular file"
	}
	c.Open = func() (io.ReadCloser, error) { return openSame(path, info) }
	return c
}

// openSame opens path and refuses when it has become another file since it was looked at.
func openSame(path string, seen fs.FileInfo) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	now, err := f.Stat()
	if err != nil || !os.SameFile(seen, now) || !now.Mode().IsRegular() {
		f.Close()
		if err == nil {
			err = ErrChanged
		}
		return nil, err
	}
	return &steady{f, now.Size(), now.ModTime()}, nil
}

// steady is a file that must not change while it is read.
type steady struct {
	*os.File
	size int64
	time time.Time
}

// Changed says whether size or time differ from when the file was opened.
func (s *steady) Changed() bool {
	now, err := s.Stat()
	return err != nil || now.Size() != s.size || !now.ModTime().Equal(s.time)
}
