package store

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/tlog"
)

// Record appends events to the custody log; they are durable when it returns.
func (c *Case) Record(events ...Event) error {
	if err := c.Writable(); err != nil {
		return fmt.Errorf("record: %w", err)
	}
	if err := c.update("record an event", func(tx *bolt.Tx) error { return c.log(tx, events...) }); err != nil {
		return err
	}
	return c.notary.touch(c)
}

// log appends events within a transaction.
func (c *Case) log(tx *bolt.Tx, events ...Event) error {
	for _, e := range events {
		if _, err := c.logOne(tx, e); err != nil {
			return err
		}
	}
	return nil
}

// logOne appends an event and gives its place in the log.
func (c *Case) logOne(tx *bolt.Tx, e Event) (uint64, error) {
	if e.Time == "" {
		e.Time = c.options.Now().UTC().Format(time.RFC3339Nano)
	}
	if e.Actor == "" {
		e.Actor = c.options.Actor
	}
	if e.Outcome == "" {
		e.Outcome = "ok"
	}
	return appendEntry(tx, e.encode())
}

// appendEntry writes an entry and the hashes of the RFC 6962 tree that it completes.
func appendEntry(tx *bolt.Tx, data []byte) (uint64, error) {
	entries, hashes := sequential(tx, bucketCustody), sequential(tx, bucketLogHash)
	n := entries.Sequence()
	made, err := tlog.StoredHashes(int64(n), data, storedHashes(tx))
	if err != nil {
		return 0, fmt.Errorf("%w: hash of log entry %d: %w", ErrDamaged, n, err)
	}
	at := uint64(tlog.StoredHashIndex(0, int64(n)))
	for i, h := range made {
		if err := hashes.Put(key64(at+uint64(i)), h[:]); err != nil {
			return 0, err
		}
	}
	if err := entries.Put(key64(n), data); err != nil {
		return 0, err
	}
	return n, entries.SetSequence(n + 1)
}

// storedHashes reads the hashes of the tree.
func storedHashes(tx *bolt.Tx) tlog.HashReader {
	b := tx.Bucket(bucketLogHash)
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		out := make([]tlog.Hash, len(indexes))
		for i, n := range indexes {
			v := b.Get(key64(uint64(n)))
			if len(v) != tlog.HashSize {
				return nil, fmt.Errorf("hash %d of the log is missing", n)
			}
			copy(out[i][:], v)
		}
		return out, nil
	})
}

// head gives the size and the root of the log.
func logHead(tx *bolt.Tx) (int64, tlog.Hash, error) {
	n := int64(tx.Bucket(bucketCustody).Sequence())
	root, err := tlog.TreeHash(n, storedHashes(tx))
	return n, root, err
}
