package store

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// errStop ends a walk without an error.
var errStop = errors.New("stop")

// eachPrefix visits the keys that begin with prefix, in order, within a transaction.
func eachPrefix(b *bolt.Bucket, prefix []byte, visit func(k, v []byte) error) error {
	cur := b.Cursor()
	for k, v := cur.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = cur.Next() {
		if err := visit(k, v); err != nil {
			if errors.Is(err, errStop) {
				return nil
			}
			return err
		}
	}
	return nil
}

// walk goes through a bucket in steps: each transaction copies some rows, and they are
// visited outside of it. A visitor may thus use the case as it likes; a transaction
// within another could wait for itself.
type walk struct {
	bucket []byte
	prefix []byte                 // only keys that begin with it
	after  []byte                 // only keys behind it; nil for all
	down   bool                   // from the last key to the first
	keep   func(k, v []byte) bool // nil keeps all; runs within the transaction
}

type pairOf struct{ k, v []byte }

// A step copies at most so many rows, and stops once it has so many bytes.
const (
	stepRows  = 1000
	stepBytes = 1 << 20
)

// each visits the rows; an errStop of visit ends it well, another error is given back.
func (c *Case) each(w walk, visit func(k, v []byte) error) error {
	for {
		var rows []pairOf
		more := false
		err := c.view(func(tx *bolt.Tx) error {
			rows, more = w.step(tx.Bucket(w.bucket))
			return nil
		})
		if err != nil {
			return fmt.Errorf("read %s: %w", w.bucket, err)
		}
		for _, row := range rows {
			if err := visit(row.k, row.v); errors.Is(err, errStop) {
				return nil
			} else if err != nil {
				return err
			}
		}
		if !more {
			return nil
		}
	}
}

// step copies the next rows and remembers where it stopped.
func (w *walk) step(b *bolt.Bucket) (rows []pairOf, more bool) {
	cur := b.Cursor()
	next, size := cur.Next, 0
	if w.down {
		next = cur.Prev
	}
	passed := 0
	for k, v := w.begin(cur); k != nil && bytes.HasPrefix(k, w.prefix); k, v = next() {
		if passed++; len(rows) == stepRows || size >= stepBytes || passed > 100*stepRows {
			return rows, true
		}
		w.after = append(w.after[:0], k...)
		if w.keep == nil || w.keep(k, v) {
			rows = append(rows, pairOf{slices.Clone(k), slices.Clone(v)})
			size += len(k) + len(v)
		}
	}
	return rows, false
}

func (w *walk) begin(cur *bolt.Cursor) (k, v []byte) {
	switch {
	case !w.down && w.after == nil:
		return cur.Seek(w.prefix)
	case !w.down:
		k, v = cur.Seek(w.after)
		if bytes.Equal(k, w.after) {
			return cur.Next()
		}
		return k, v
	case w.after == nil && len(w.prefix) == 0:
		return cur.Last()
	case w.after == nil:
		return before(cur, append(slices.Clone(w.prefix), 0xff))
	}
	return before(cur, w.after)
}

// before moves to the last key that is smaller than key.
func before(cur *bolt.Cursor, key []byte) (k, v []byte) {
	if k, _ := cur.Seek(key); k == nil {
		return cur.Last()
	}
	return cur.Prev()
}

// from is the after of a walk over numbers greater than n.
func from(n uint64) []byte {
	if n == 0 {
		return nil
	}
	return key64(n)
}
