package store

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// addMarks puts onto a document what stands beside its record: children, tags, notes
// and corrections of parties.
func (c *Case) addMarks(tx *bolt.Tx, n uint64, doc *evidence.Document) error {
	doc.Children = related(tx.Bucket(bucketFamily), doc.ID)
	doc.Tags = tagsOf(tx, n)
	if err := addNotes(tx, n, doc); err != nil {
		return err
	}
	return c.correct(tx, doc)
}

// related lists the other ends of the pairs that begin with sha.
func related(b *bolt.Bucket, sha string) (out []string) {
	raw, err := hex.DecodeString(sha)
	if err != nil || len(raw) == 0 {
		return nil
	}
	cur := b.Cursor()
	for k, _ := cur.Seek(raw); bytes.HasPrefix(k, raw); k, _ = cur.Next() {
		out = append(out, hex.EncodeToString(k[len(raw):]))
	}
	return out
}

// mark runs a change that a person made to one document, with its log entry and, where
// the index must learn of it, a queue row.
func (c *Case) mark(sha string, e Event, change func(tx *bolt.Tx, n uint64) error) error {
	e.Object = sha
	err := c.update(e.Action, func(tx *bolt.Tx) error {
		n := numberOf(tx, sha)
		if n == 0 {
			return notFound("document " + sha)
		}
		if err := change(tx, n); err != nil {
			return err
		}
		if err := enqueue(tx, n); err != nil {
			return err
		}
		return c.log(tx, e)
	})
	if err != nil {
		return err
	}
	return c.notary.touch(c)
}

// Tag puts a tag on a document; by is the person.
func (c *Case) Tag(sha, tag, by string) error {
	tag = strings.TrimSpace(tag)
	if tag == "" || len(tag) > 200 || strings.ContainsRune(tag, 0) {
		return fmt.Errorf("tag %q: %w", tag, evidence.ErrInvalid)
	}
	e := Event{Action: "tagged", Actor: by, Detail: map[string]string{"tag": tag}}
	return c.mark(sha, e, func(tx *bolt.Tx, n uint64) error {
		key := append(key64(n), tag...)
		if tx.Bucket(bucketTagged).Get(key) != nil {
			return nil
		}
		if err := tx.Bucket(bucketTagged).Put(key, []byte(by)); err != nil {
			return err
		}
		return countTag(tx, tag, 1)
	})
}

// Untag takes a tag off a document; a document that has it not stays as it is.
func (c *Case) Untag(sha, tag, by string) error {
	e := Event{Action: "untagged", Actor: by, Detail: map[string]string{"tag": tag}}
	return c.mark(sha, e, func(tx *bolt.Tx, n uint64) error {
		key := append(key64(n), tag...)
		if tx.Bucket(bucketTagged).Get(key) == nil {
			return nil
		}
		if err := tx.Bucket(bucketTagged).Delete(key); err != nil {
			return err
		}
		return countTag(tx, tag, -1)
	})
}

func countTag(tx *bolt.Tx, tag string, by int) error {
	b := tx.Bucket(bucketTag)
	n := int(num64(b.Get([]byte(tag)))) + by
	if n <= 0 {
		return b.Delete([]byte(tag))
	}
	return b.Put([]byte(tag), key64(uint64(n)))
}

func tagsOf(tx *bolt.Tx, n uint64) (tags []string) {
	_ = eachPrefix(tx.Bucket(bucketTagged), key64(n), func(k, _ []byte) error {
		tags = append(tags, string(k[8:]))
		return nil
	})
	return tags
}

// Tags gives each tag in use with the number of its documents.
func (c *Case) Tags() (map[string]int, error) {
	tags := map[string]int{}
	err := c.each(walk{bucket: bucketTag}, func(k, v []byte) error { tags[string(k)] = int(num64(v)); return nil })
	return tags, err
}

// AddNote leaves a note on a document and gives it its number; At and By are filled in
// where empty.
func (c *Case) AddNote(sha string, note evidence.Note) (evidence.Note, error) {
	if strings.TrimSpace(note.Text) == "" {
		return note, evidence.Invalid("an empty note")
	}
	if note.By == "" {
		note.By = c.options.Actor
	}
	if note.At == "" {
		note.At = c.options.Now().UTC().Format(time.RFC3339)
	}
	e := Event{Action: "noted", Actor: note.By, Detail: map[string]string{"text sha256": digest([]byte(note.Text))}}
	err := c.mark(sha, e, func(tx *bolt.Tx, n uint64) error {
		b := tx.Bucket(bucketNote)
		id, err := b.NextSequence()
		if err != nil {
			return err
		}
		note.ID = id
		raw, err := json.Marshal(note)
		if err != nil {
			return err
		}
		return b.Put(pair(n, id), raw)
	})
	return note, err
}

// RemoveNote takes a note off a document.
func (c *Case) RemoveNote(sha string, id uint64, by string) error {
	e := Event{Action: "note removed", Actor: by, Detail: map[string]string{"note": fmt.Sprint(id)}}
	return c.mark(sha, e, func(tx *bolt.Tx, n uint64) error {
		if tx.Bucket(bucketNote).Get(pair(n, id)) == nil {
			return notFound(fmt.Sprintf("note %d", id))
		}
		return tx.Bucket(bucketNote).Delete(pair(n, id))
	})
}

func addNotes(tx *bolt.Tx, n uint64, doc *evidence.Document) error {
	return eachPrefix(tx.Bucket(bucketNote), key64(n), func(_, v []byte) error {
		var note evidence.Note
		if err := json.Unmarshal(v, &note); err != nil {
			return fmt.Errorf("%w: a note: %w", ErrDamaged, err)
		}
		doc.Notes = append(doc.Notes, note)
		return nil
	})
}
