package store

import (
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Commit takes in a batch as one transaction: documents, text, facts, ledger rows,
// log entries and queue rows, and the given events. It gives the rows as written, in
// the order of the batch, each with its number.
//
// A document that the case has read before becomes a sighting, its row a duplicate. A
// document that could not be read before is replaced by the new attempt. A row that
// comes with a number takes the place of that row; what the row was stays in the log.
func (c *Case) Commit(batch []evidence.Intake, custody ...Event) ([]evidence.LedgerRow, error) {
	if err := c.Writable(); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	prepared, err := c.prepare(batch)
	if err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	if err := c.CheckSpace(0); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	var rows []evidence.LedgerRow
	err = c.update("commit", func(tx *bolt.Tx) error {
		w := &writer{c: c, tx: tx, counts: readCounts(tx)}
		rows = make([]evidence.LedgerRow, len(batch))
		for i, in := range batch {
			row, err := w.take(in, prepared[i])
			if err != nil {
				return fmt.Errorf("%s: %w", in.Row.Path, err)
			}
			rows[i] = row
		}
		if err := c.log(tx, custody...); err != nil {
			return err
		}
		return w.counts.write(tx)
	})
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		c.pending.Delete(row.ID)
	}
	return rows, c.notary.touch(c)
}

// prepare packs the documents before the transaction, so that the lock is held shortly.
func (c *Case) prepare(batch []evidence.Intake) ([]*parts, error) {
	out := make([]*parts, len(batch))
	for i, in := range batch {
		if in.Document == nil {
			continue
		}
		var err error
		if out[i], err = c.split(c.dated(in.Document)); err != nil {
			return nil, fmt.Errorf("%s: %w", in.Row.Path, err)
		}
	}
	return out, nil
}

// dated gives the document with the time when it first came in: a second reading of a
// known one does not make it newer. One whose record is damaged is being mended by that
// reading, so that no error stands in its way.
func (c *Case) dated(doc *evidence.Document) *evidence.Document {
	if doc.Source.Added != "" {
		return doc
	}
	out := *doc
	if known, err := c.Document(doc.ID); err == nil {
		out.Source.Added = known.Source.Added
	}
	if out.Source.Added == "" {
		out.Source.Added = c.options.Now().UTC().Format(time.RFC3339)
	}
	return &out
}

// writer is one transaction that takes documents in.
type writer struct {
	c      *Case
	tx     *bolt.Tx
	counts counts
}

func (w *writer) take(in evidence.Intake, p *parts) (evidence.LedgerRow, error) {
	row := in.Row
	if row.At == "" {
		row.At = w.c.options.Now().UTC().Format(time.RFC3339)
	}
	number, action := uint64(0), string(row.State)
	var err error
	switch {
	case p != nil:
		number, action, err = w.takeDocument(&row, p)
		if err == nil {
			err = w.expect(p.doc)
		}
	case validSHA(row.ID):
		if number = numberOf(w.tx, row.ID); row.State == evidence.Duplicate {
			action = "seen"
		}
		err = w.acknowledge(row.ID)
	}
	if err != nil {
		return row, err
	}
	if row.Attempts == 0 && row.ID != "" {
		row.Attempts = readTries(w.tx, row.ID).count()
	}
	print, err := w.writeRow(&row, number)
	if err != nil {
		return row, err
	}
	if err := w.link(row); err != nil {
		return row, err
	}
	return row, w.c.log(w.tx, rowEvent(row, action, print))
}

// acknowledge notes that the original belongs to a row, though it is no document: the
// case must not sweep it as a leaving of a crash.
func (w *writer) acknowledge(sha string) error {
	raw, err := hex.DecodeString(sha)
	if err != nil || w.tx.Bucket(bucketHash).Get(raw) != nil {
		return err
	}
	return w.tx.Bucket(bucketHash).Put(raw, key64(0))
}

// takeDocument writes a new document or makes the row a sighting of a known one, and
// gives the document's number and the action for the log.
func (w *writer) takeDocument(row *evidence.LedgerRow, p *parts) (uint64, string, error) {
	fillRow(row, p.doc)
	number := numberOf(w.tx, p.doc.ID)
	if number == 0 {
		number, err := w.create(p)
		return number, "added", err
	}
	old, _, err := decodeHead(w.tx.Bucket(bucketDocument).Get(key64(number)))
	if err != nil {
		return 0, "", err
	}
	if old.flags&flagFailed == 0 {
		row.State, row.Reason, row.Detail, row.Retryable = evidence.Duplicate, "", "", false
		return number, "seen", nil
	}
	return number, "retried", w.overwrite(number, old, p)
}

// fillRow takes over from the document what the row leaves open.
func fillRow(row *evidence.LedgerRow, doc *evidence.Document) {
	row.ID = doc.ID
	row.Pages = max(row.Pages, len(doc.Pages))
	set := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	if row.Kind == "" {
		row.Kind = doc.Kind
	}
	set(&row.SourceID, doc.SourceID)
	set(&row.Custodian, doc.Custodian)
	set(&row.Collection, doc.Collection)
	set(&row.Parent, doc.Parent)
	set(&row.Reader, doc.Reader)
	if row.Size == 0 {
		row.Size = doc.Source.Size
	}
	if len(row.Warnings) == 0 {
		row.Warnings = slices.Clone(doc.Warnings)
	}
	if doc.Error != nil {
		row.State = evidence.Exception
		set(&row.Reason, string(doc.Error.Code))
		set(&row.Detail, doc.Error.Message)
	} else if row.State == "" {
		row.State = evidence.Indexed
	}
}

// rowEvent says what became of a file; print is the hash of its ledger row.
func rowEvent(row evidence.LedgerRow, action, print string) Event {
	e := Event{Action: action, Object: row.ID, Outcome: string(row.State), Detail: map[string]string{
		"path": row.Path, "row": fmt.Sprint(row.Number), "row sha256": print}}
	for key, value := range map[string]string{"reason": row.Reason, "because": row.Detail, "custodian": row.Custodian,
		"collection": row.Collection, "note": row.Note, "parent": row.Parent, "source id": row.SourceID} {
		if value != "" {
			e.Detail[key] = value
		}
	}
	if row.ID == "" {
		e.Object = row.Path
		delete(e.Detail, "path")
	}
	return e
}

// expect remembers what a container holds before that has come in: an import that was
// cut off in between must know what is missing.
func (w *writer) expect(doc *evidence.Document) error {
	for _, child := range doc.Children {
		if err := w.link(evidence.LedgerRow{ID: child, Parent: doc.ID}); err != nil {
			return err
		}
	}
	return nil
}

// link remembers the families that a row tells of.
func (w *writer) link(row evidence.LedgerRow) error {
	parent, err1 := hex.DecodeString(row.Parent)
	child, err2 := hex.DecodeString(row.ID)
	if err1 != nil || err2 != nil || len(parent) != 32 || len(child) != 32 {
		return nil
	}
	if err := w.tx.Bucket(bucketFamily).Put(slices.Concat(parent, child), nil); err != nil {
		return err
	}
	return w.tx.Bucket(bucketParent).Put(slices.Concat(child, parent), nil)
}
