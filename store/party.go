package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// PartyEdit is a correction of a party that a person made. It holds for the whole case,
// or for one document when Document is set, and is laid over the facts whenever a
// document is read, so that it outlives reading the document again.
type PartyEdit struct {
	ID       uint64   `json:"id"`
	Op       PartyOp  `json:"op"`
	Name     string   `json:"name"`     // of the party as the facts have it, or as renamed before
	To       string   `json:"to"`       // rename and merge: the new name; split: the party made of Aliases
	Aliases  []string `json:"aliases"`  // split: the aliases that are another party
	Document string   `json:"document"` // "" for all documents
	By       string   `json:"by"`
	At       string   `json:"at"` // RFC 3339
}

// PartyOp is what a correction does.
type PartyOp string

// The corrections.
const (
	Confirm PartyOp = "confirm" // a person has checked it: verified, no longer proposed
	Rename  PartyOp = "rename"
	Merge   PartyOp = "merge"   // Name is the same as To
	Split   PartyOp = "split"   // Aliases of Name are the party To
	Dismiss PartyOp = "dismiss" // a person has checked it: it is no party
)

// EditParty keeps a correction and queues the documents that it touches for the index:
// those given, as a search for the party finds them, or all when none is given.
func (c *Case) EditParty(e PartyEdit, touched ...string) (PartyEdit, error) {
	if err := e.check(); err != nil {
		return e, err
	}
	if e.At == "" {
		e.At = c.options.Now().UTC().Format(time.RFC3339)
	}
	if e.By == "" {
		e.By = c.options.Actor
	}
	err := c.update("correct a party", func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketParty)
		var err error
		if e.ID, err = b.NextSequence(); err != nil {
			return err
		}
		raw, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if err := b.Put(key64(e.ID), raw); err != nil {
			return err
		}
		return c.partyChanged(tx, e, string(e.Op), touched)
	})
	c.forgetEdits()
	return e, err
}

func (e PartyEdit) check() error {
	switch {
	case e.Name == "":
		return evidence.Invalid("a correction names a party")
	case e.Op == Confirm || e.Op == Dismiss:
		return nil
	case (e.Op == Rename || e.Op == Merge) && e.To != "":
		return nil
	case e.Op == Split && e.To != "" && len(e.Aliases) > 0:
		return nil
	}
	return fmt.Errorf("correction %q of %q to %q: %w", e.Op, e.Name, e.To, evidence.ErrInvalid)
}

// RemovePartyEdit takes a correction back; touched is as for EditParty.
func (c *Case) RemovePartyEdit(id uint64, by string, touched ...string) error {
	err := c.update("take back a correction", func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketParty)
		var e PartyEdit
		raw := b.Get(key64(id))
		if raw == nil {
			return notFound(fmt.Sprintf("correction %d", id))
		}
		if err := json.Unmarshal(raw, &e); err != nil {
			return fmt.Errorf("%w: correction %d: %w", ErrDamaged, id, err)
		}
		if err := b.Delete(key64(id)); err != nil {
			return err
		}
		e.By = by
		return c.partyChanged(tx, e, "taken back", touched)
	})
	c.forgetEdits()
	return err
}

// partyChanged logs a correction and queues what it may touch.
func (c *Case) partyChanged(tx *bolt.Tx, e PartyEdit, outcome string, touched []string) error {
	event := Event{Action: "party corrected", Actor: e.By, Object: e.Name, Outcome: outcome,
		Detail: map[string]string{"to": e.To, "document": e.Document, "correction": fmt.Sprint(e.ID)}}
	if err := c.log(tx, event); err != nil {
		return err
	}
	if e.Document != "" {
		touched = []string{e.Document}
	}
	for _, sha := range touched {
		n := numberOf(tx, sha)
		if n == 0 {
			return notFound("document " + sha)
		}
		if err := enqueue(tx, n); err != nil {
			return err
		}
	}
	if len(touched) > 0 {
		return nil
	}
	for n, last := uint64(1), tx.Bucket(bucketDocument).Sequence(); n <= last; n++ {
		if err := enqueue(tx, n); err != nil {
			return err
		}
	}
	return nil
}

// PartyEdits gives the corrections in the order in which they were made.
func (c *Case) PartyEdits() ([]PartyEdit, error) {
	var edits []PartyEdit
	err := c.view(func(tx *bolt.Tx) (err error) { edits, err = c.partyEdits(tx); return err })
	return slices.Clone(edits), err
}

func (c *Case) forgetEdits() {
	c.caching.Lock()
	c.edits, c.editsRead = nil, false
	c.caching.Unlock()
}

func (c *Case) partyEdits(tx *bolt.Tx) ([]PartyEdit, error) {
	c.caching.Lock()
	defer c.caching.Unlock()
	if c.editsRead {
		return c.edits, nil
	}
	err := eachPrefix(tx.Bucket(bucketParty), nil, func(_, v []byte) error {
		var e PartyEdit
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("%w: a correction: %w", ErrDamaged, err)
		}
		c.edits = append(c.edits, e)
		return nil
	})
	c.editsRead = err == nil
	return c.edits, err
}

// correct lays the corrections over the facts of a document, in their order.
func (c *Case) correct(tx *bolt.Tx, doc *evidence.Document) error {
	edits, err := c.partyEdits(tx)
	if err != nil {
		return err
	}
	for _, e := range inForce(edits, doc.ID) {
		e.lay(doc)
	}
	return nil
}
