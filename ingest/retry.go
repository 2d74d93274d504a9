package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"averment/evidence"
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
	queue := make(chan Candidate, 1)
	queue <- c
	close(queue)
	if _, err := m.Import(ctx, queue); err != nil {
		return row, err
	}
	return now, nil
}
