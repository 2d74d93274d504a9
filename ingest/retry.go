package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"averment/evidence"
	"averment/ingest/format"
)

// Retry reads the file of an exception again, from its original where that was kept and
// from its path where it was not. data are the bytes of the original, nil for the latter.
// The row keeps its number; it is given as it is now. A person asked for it, so the count
// of attempts does not stop it.
func (m *Importer) Retry(ctx context.Context, row evidence.LedgerRow, data []byte) (evidence.LedgerRow, error) {
	if row.State != evidence.Exception {
		return row, fmt.Errorf("retry row %d: %w: it is %s, only exceptions can be tried again", row.Number, evidence.ErrInvalid, row.State)
	}
	c := Candidate{Path: row.Path, Size: row.Size, Labels: Labels{row.Custodian, row.Collection, row.Note}}
	if row.ID == "" {
		path := row.Path
		info, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			path = hidden(path)
			info, err = os.Lstat(path)
		}
		if err != nil {
			return row, evidence.WithHint(fmt.Errorf("retry %s: %w", row.Path, err), "the original was never read; bring the file back and add it again")
		}
		c = fromFile(path, info, c.Labels)
	}
	var now evidence.LedgerRow
	c.Row, c.asked = row.Number, true
	c.Settled = func(r evidence.LedgerRow) { now = r }
	if data != nil {
		c.original = data
		c.parent = row.Parent
	}
	if row.Parent != "" && row.Reason == string(evidence.Encrypted) {
		open, err := m.unlock(ctx, row)
		if err != nil || open == nil {
			return row, err
		}
		c.original, c.Size = open, int64(len(open))
	}
	queue := make(chan Candidate, 1)
	queue <- c
	close(queue)
	if _, err := m.Import(ctx, queue); err != nil {
		return row, err
	}
	return now, nil
}

// unlock gives the bytes of a member that its container holds locked, nil where none of
// the passwords opens it. What was kept of the member are the locked bytes, which say
// nothing by themselves, so the container is read again.
func (m *Importer) unlock(ctx context.Context, row evidence.LedgerRow) (open []byte, err error) {
	container, err := m.store.Known(row.Parent)
	if err != nil || container == nil {
		return nil, err
	}
	f, err := m.store.Kept(row.Parent)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	job := m.job(item{name: container.Source.Path, sha: row.Parent, src: io.NewSectionReader(f, 0, container.Source.Size), media: container.Source.MediaType})
	best := 0 // the longest name wins: "in/b.txt" ends in "b.txt" too
	job.Part = func(c format.Child, r io.Reader) error {
		name := "/" + strings.TrimLeft(c.Name, "/")
		if len(name) <= best || !strings.HasSuffix(row.Path, name) {
			return nil
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if best, open = len(name), data; c.Document != nil && c.Document.Error != nil {
			open = nil
		}
		return nil
	}
	var refused *evidence.ReadError
	if _, err := m.reader.Read(ctx, job); err != nil && !errors.As(err, &refused) {
		return nil, err
	}
	return open, nil
}
