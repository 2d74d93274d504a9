package store

import (
	"encoding/json"
	"fmt"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// stateLetters are the first bytes of ledger values, so that rows of other states are
// passed over unread.
var stateLetters = map[evidence.State]byte{evidence.Seen: 's', evidence.Indexed: 'i',
	evidence.Duplicate: 'd', evidence.Exception: 'e', evidence.Ignored: 'g'}

func (z *codec) encodeRow(row evidence.LedgerRow) ([]byte, error) {
	letter, ok := stateLetters[row.State]
	if !ok {
		return nil, fmt.Errorf("ledger state %q: %w", row.State, evidence.ErrInvalid)
	}
	raw, err := json.Marshal(slim(row))
	return append([]byte{letter}, z.pack(raw)...), err
}

func (z *codec) decodeRow(value []byte) (evidence.LedgerRow, error) {
	var row slimRow
	if len(value) < 2 {
		return evidence.LedgerRow{}, fmt.Errorf("%w: a ledger row is cut short", ErrDamaged)
	}
	raw, err := z.unpack(value[1:], nil)
	if err != nil {
		return evidence.LedgerRow{}, err
	}
	if err := json.Unmarshal(raw, &row); err != nil {
		return evidence.LedgerRow{}, fmt.Errorf("%w: a ledger row is not readable: %w", ErrDamaged, err)
	}
	return row.row(), nil
}

// writeRow writes a row under its number, or under the next when it has none, and gives
// the SHA-256 of what it wrote.
func (w *writer) writeRow(row *evidence.LedgerRow, document uint64) (string, error) {
	b := sequential(w.tx, bucketLedger)
	if row.Number == 0 {
		n, err := b.NextSequence()
		if err != nil {
			return "", err
		}
		row.Number = n
	} else if err := w.forget(row.Number); err != nil {
		return "", err
	}
	value, err := w.c.codec.encodeRow(*row)
	if err != nil {
		return "", err
	}
	if err := b.Put(key64(row.Number), value); err != nil {
		return "", err
	}
	w.counts.States[row.State]++
	if document == 0 {
		return digest(value), nil
	}
	return digest(value), sequential(w.tx, bucketSighting).Put(pair(document, row.Number), nil)
}

// forget takes a row that is about to be replaced out of the sums and the sightings.
func (w *writer) forget(n uint64) error {
	old, err := w.c.rowAt(w.tx, n)
	if err != nil {
		return err
	}
	w.counts.States[old.State]--
	if document := numberOf(w.tx, old.ID); document != 0 {
		return w.tx.Bucket(bucketSighting).Delete(pair(document, n))
	}
	return nil
}

func (c *Case) rowAt(tx *bolt.Tx, n uint64) (evidence.LedgerRow, error) {
	value := tx.Bucket(bucketLedger).Get(key64(n))
	if value == nil {
		return evidence.LedgerRow{}, notFound(fmt.Sprintf("ledger row %d", n))
	}
	return c.codec.decodeRow(value)
}

// Row gives one row of the ledger.
func (c *Case) Row(n uint64) (row evidence.LedgerRow, err error) {
	err = c.view(func(tx *bolt.Tx) error {
		row, err = c.rowAt(tx, n)
		return err
	})
	return row, err
}

// LedgerFilter chooses rows of the ledger; the zero value takes all.
type LedgerFilter struct {
	State  evidence.State
	ID     string // rows of this document
	After  uint64 // rows with a greater number
	Limit  int    // 0 is no limit
	Newest bool   // newest first; After then means rows with a smaller number, 0 for all
}

// Ledger gives the rows that the filter takes, in the order of their numbers.
// An error of yield ends it and is given back.
func (c *Case) Ledger(f LedgerFilter, yield func(evidence.LedgerRow) error) error {
	left := f.Limit
	give := func(row evidence.LedgerRow, err error) error {
		if err != nil {
			return err
		}
		if err := yield(row); err != nil {
			return err
		}
		if left--; left == 0 {
			return errStop
		}
		return nil
	}
	if f.ID != "" {
		return c.sightings(f, give)
	}
	w := walk{bucket: bucketLedger, after: from(f.After), down: f.Newest}
	if f.State != "" {
		w.keep = func(_, v []byte) bool { return len(v) > 0 && v[0] == stateLetters[f.State] }
	}
	return c.each(w, func(_, v []byte) error { return give(c.codec.decodeRow(v)) })
}

// sightings gives the rows of one document.
func (c *Case) sightings(f LedgerFilter, give func(evidence.LedgerRow, error) error) error {
	n, known, err := c.Number(f.ID)
	if err != nil || !known {
		return err
	}
	w := walk{bucket: bucketSighting, prefix: key64(n), down: f.Newest}
	if f.After > 0 {
		w.after = pair(n, f.After)
	}
	return c.each(w, func(k, _ []byte) error {
		row, err := c.Row(num64(k[8:]))
		if err == nil && f.State != "" && row.State != f.State {
			return nil
		}
		return give(row, err)
	})
}

// Attempts tells how often reading these bytes ended badly, across restarts.
func (c *Case) Attempts(sha string) (n int, err error) {
	err = c.view(func(tx *bolt.Tx) error { n = readTries(tx, sha).count(); return nil })
	return n, err
}

// BeginAttempt counts a reading of these bytes that ended badly, durably, so that such a
// file is not tried for ever. It gives the new count.
func (c *Case) BeginAttempt(sha string) (int, error) {
	counts, err := c.BeginAttempts([]string{sha})
	if err != nil {
		return 0, err
	}
	return counts[0], nil
}

// BeginAttempts is BeginAttempt for many at once, in one transaction.
func (c *Case) BeginAttempts(shas []string) ([]int, error) {
	counts := make([]int, len(shas))
	err := c.update("count an attempt", func(tx *bolt.Tx) error {
		for i, sha := range shas {
			t := readTries(tx, sha)
			t.ends++
			if counts[i] = t.count(); !validSHA(sha) {
				return fmt.Errorf("%q: %w", sha, errNoSHA)
			}
			if err := t.write(tx, sha); err != nil {
				return err
			}
		}
		return nil
	})
	return counts, err
}
