package watch

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"averment/evidence"
	"averment/ingest"
)

// candidate is a file that is ready, as the import takes it.
func (w *Watcher) candidate(r ready) ingest.Candidate {
	labels := w.options.Labels
	if w.folder.Label != "" {
		labels.Collection = w.folder.Label
	}
	c := ingest.Candidate{Path: filepath.Join(w.source, r.path), Size: r.print.Size, Labels: labels,
		Ignored: ingest.IgnoreRule(filepath.Base(r.path))}
	if c.Ignored == "" && !r.info.Mode().IsRegular() {
		c.Ignored = "not a regular file"
	}
	c.Open = func() (io.ReadCloser, error) { return w.open(r) }
	c.Settled = func(row evidence.LedgerRow) { w.stored(r.path, r.print, row) }
	w.mu.Lock()
	defer w.mu.Unlock()
	if s, known := w.states[r.path]; known && s.SHA != "" {
		c.Labels.Note = joinNotes(c.Labels.Note, fmt.Sprintf("seen before at this path, version %d", s.Versions))
	}
	return c
}

func joinNotes(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// open opens the file that was looked at, or none.
func (w *Watcher) open(r ready) (io.ReadCloser, error) {
	root, err := os.OpenRoot(w.source)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	f, err := root.OpenFile(r.path, os.O_RDONLY|syscall.O_NONBLOCK, 0) // a pipe put in its place must not hold us up
	if err != nil {
		return nil, err
	}
	now, err := f.Stat()
	if err == nil && (!now.Mode().IsRegular() || printOf(now) != r.print) {
		err = fmt.Errorf("it changed after it had settled: %w", fs.ErrInvalid)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &steady{f, r.print}, nil
}

// steady is a file that must not change while it is read.
type steady struct {
	*os.File
	print Print
}

// Changed says whether the file is another one than when it was opened.
func (s *steady) Changed() bool {
	now, err := s.Stat()
	return err != nil || printOf(now) != s.print
}
