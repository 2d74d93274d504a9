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
	c := ingest.Candidate{Path: filepath.Join(w.source, r.path), Size: r.print.Size, Labels: labels, Err: r.err, Ignored: r.reads}
	if r.err == nil && r.reads == "" {
		c.Ignored = w.rule(r.path, r.info)
	}
	c.Open = func() (io.ReadCloser, error) { return w.open(r) }
	c.Settled = func(row evidence.LedgerRow) { w.stored(r.path, r.print, row) }
	c.Later = func() { w.later(r.path) }
	w.mu.Lock()
	defer w.mu.Unlock()
	s, known := w.states[r.path]
	c.Row = s.Row
	if known && s.SHA != "" {
		c.Labels.Note = joinNotes(c.Labels.Note, fmt.Sprintf("seen before at this path, version %d", s.Versions))
	}
	return c
}

// rule names why a file is left out, "" for one that is imported.
func (w *Watcher) rule(path string, info fs.FileInfo) string {
	rule := ingest.IgnoreRule(filepath.Base(path))
	switch {
	case info.IsDir() && w.isCase(info):
		rule = ingest.CaseItself
	case rule == "" && !info.Mode().IsRegular():
		rule = "not a regular file"
	}
	return rule
}

func (w *Watcher) isCase(info fs.FileInfo) bool { return ingest.IsFolder(info, w.options.Skip) }

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
		err = ingest.ErrChanged
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
