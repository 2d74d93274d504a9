package store

import (
	"bytes"
	"encoding/hex"
	"fmt"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// numberOf gives the number of a document, 0 when the case does not know it.
func numberOf(tx *bolt.Tx, sha string) uint64 {
	raw, err := hex.DecodeString(sha)
	if err != nil {
		return 0
	}
	return num64(tx.Bucket(bucketHash).Get(raw))
}

// create gives a document its number and writes it.
func (w *writer) create(p *parts) (uint64, error) {
	n, err := w.tx.Bucket(bucketDocument).NextSequence()
	if err != nil {
		return 0, err
	}
	if err := w.tx.Bucket(bucketHash).Put(p.sha[:], key64(n)); err != nil {
		return 0, err
	}
	return n, w.put(n, p)
}

// overwrite writes a document that the case has under this number anew.
func (w *writer) overwrite(n uint64, old head, p *parts) error {
	if err := deletePrefix(w.tx.Bucket(bucketText), key64(n)); err != nil {
		return err
	}
	if err := w.unsign(n); err != nil {
		return err
	}
	w.counts.document(old.flags, -1)
	return w.put(n, p)
}

// put writes the record, the blocks, the log entry and the queue row of a document.
func (w *writer) put(n uint64, p *parts) error {
	seq, err := w.c.logOne(w.tx, parsedEvent(p))
	if err != nil {
		return err
	}
	text := sequential(w.tx, bucketText)
	for _, block := range p.order {
		if err := text.Put(blockKey(n, block), p.blocks[block]); err != nil {
			return err
		}
	}
	value := append(head{p.flags, seq, p.sha}.encode(), p.record...)
	if err := sequential(w.tx, bucketDocument).Put(key64(n), value); err != nil {
		return err
	}
	if err := w.sign(n, p); err != nil {
		return err
	}
	w.counts.document(p.flags, 1)
	return enqueue(w.tx, n)
}

// parsedEvent says how a document was read and what came of it, by hash.
func parsedEvent(p *parts) Event {
	e := Event{Action: "parsed", Object: p.doc.ID, Detail: map[string]string{"reader": p.doc.Reader,
		"sandbox": p.doc.Sandbox, "pages": fmt.Sprint(len(p.doc.Pages)), "text": p.prints.Text, "facts": p.prints.Facts}}
	if p.prints.Boxes != "" {
		e.Detail["boxes"] = p.prints.Boxes
	}
	if p.doc.Error != nil {
		e.Outcome = string(p.doc.Error.Code)
	}
	return e
}

// Replace writes new text and facts of a document that the case knows, as reading it
// again gave them. What people added stays.
func (c *Case) Replace(doc *evidence.Document) error {
	if err := c.Writable(); err != nil {
		return fmt.Errorf("replace: %w", err)
	}
	p, err := c.split(c.dated(doc))
	if err != nil {
		return fmt.Errorf("replace: %w", err)
	}
	err = c.update("replace "+doc.ID, func(tx *bolt.Tx) error {
		n := numberOf(tx, doc.ID)
		if n == 0 {
			return notFound("document")
		}
		old, _, err := decodeHead(tx.Bucket(bucketDocument).Get(key64(n)))
		if err != nil {
			return err
		}
		w := &writer{c: c, tx: tx, counts: readCounts(tx)}
		if err := w.overwrite(n, old, p); err != nil {
			return err
		}
		return w.counts.write(tx)
	})
	if err != nil {
		return err
	}
	return c.notary.touch(c)
}

// deletePrefix deletes all keys that begin with prefix.
func deletePrefix(b *bolt.Bucket, prefix []byte) error {
	cur := b.Cursor()
	for k, _ := cur.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = cur.Seek(prefix) {
		if err := b.Delete(k); err != nil {
			return err
		}
	}
	return nil
}
