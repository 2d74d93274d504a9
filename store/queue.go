package store

import (
	bolt "go.etcd.io/bbolt"
)

// enqueue asks the index to read a document again.
func enqueue(tx *bolt.Tx, document uint64) error {
	b := sequential(tx, bucketQueue)
	seq, err := b.NextSequence()
	if err != nil {
		return err
	}
	return b.Put(key64(seq), key64(document))
}

// Queue gives the rows of the queue behind after, at most limit (0 for all), each with
// its number and the number of the document to read again.
func (c *Case) Queue(after uint64, limit int, yield func(seq, number uint64) error) error {
	return c.each(walk{bucket: bucketQueue, after: from(after)}, func(k, v []byte) error {
		if err := yield(num64(k), num64(v)); err != nil {
			return err
		}
		if limit--; limit == 0 {
			return errStop
		}
		return nil
	})
}

// LastQueue is the number of the newest row that the queue ever had.
func (c *Case) LastQueue() (last uint64) {
	// A view of an open database has no error of its own.
	_ = c.view(func(tx *bolt.Tx) error { last = tx.Bucket(bucketQueue).Sequence(); return nil })
	return last
}

// trimStep bounds the rows deleted in one transaction.
const trimStep = 20000

// TrimQueue deletes the rows up to and with upTo, which the index holds durably. It
// writes nothing when there are none.
func (c *Case) TrimQueue(upTo uint64) error {
	more := false
	err := c.view(func(tx *bolt.Tx) error {
		k := first(tx.Bucket(bucketQueue).Cursor())
		more = k != nil && num64(k) <= upTo
		return nil
	})
	if err != nil {
		return err
	}
	for more {
		err := c.update("trim the queue", func(tx *bolt.Tx) error {
			more = false
			b := tx.Bucket(bucketQueue)
			cur := b.Cursor()
			for i, k := 0, first(cur); k != nil && num64(k) <= upTo; i, k = i+1, first(cur) {
				if more = i == trimStep; more {
					return nil
				}
				if err := b.Delete(k); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func first(cur *bolt.Cursor) []byte { k, _ := cur.First(); return k }

// Numbers gives the numbers of all documents, ascending.
func (c *Case) Numbers(yield func(n uint64) error) error {
	var last uint64
	// Documents are never deleted, so the numbers are the whole run from 1.
	err := c.view(func(tx *bolt.Tx) error { last = tx.Bucket(bucketDocument).Sequence(); return nil })
	for n := uint64(1); n <= last && err == nil; n++ {
		err = yield(n)
	}
	return err
}
