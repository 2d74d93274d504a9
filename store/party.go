package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// PartyEdit is a correction of a party that a person made. It holds for the whole case,
// or for one document when Document is set, and is laid over the facts whenever a
// document is read, so that it outlives reading the document again.
type PartyEdit struct {
	ID       uint64   `json:"id"`
	Act      uint64   `json:"act"` // the first of those that were made together, and are taken back together
	Op       PartyOp  `json:"op"`
	Name     string   `json:"name"`     // of the party as the facts have it, or as renamed before
	To       string   `json:"to"`       // rename and merge: the new name; split: the party made of Aliases; else the type or the role
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
	Retype  PartyOp = "type"    // Name is of the type To
	AddRole PartyOp = "role"    // Name has the role To
	NotRole PartyOp = "no-role" // Name has not the role To
)

// EditParty keeps one correction, as EditParties does.
func (c *Case) EditParty(e PartyEdit, touched ...string) (PartyEdit, error) {
	kept, err := c.EditParties([]PartyEdit{e}, touched)
	if err != nil {
		return e, err
	}
	return kept[0], nil
}

// EditParties keeps corrections that belong together, in their order, all or none. It
// queues the documents that they touch for the index: those given, as a search for the
// party finds them, or all when touched is nil.
func (c *Case) EditParties(edits []PartyEdit, touched []string) ([]PartyEdit, error) {
	edits = slices.Clone(edits)
	for _, e := range edits {
		if err := e.check(); err != nil {
			return nil, err
		}
	}
	err := c.update("correct a party", func(tx *bolt.Tx) error {
		act := uint64(0)
		for i := range edits {
			if err := c.keepEdit(tx, &edits[i], &act); err != nil {
				return err
			}
		}
		return enqueueTouched(tx, edits, touched)
	})
	if err != nil {
		return nil, err
	}
	return edits, c.notary.touch(c)
}

// keepEdit writes one correction of an act, whose number is that of its first.
func (c *Case) keepEdit(tx *bolt.Tx, e *PartyEdit, act *uint64) (err error) {
	if e.At == "" {
		e.At = c.options.Now().UTC().Format(time.RFC3339)
	}
	if e.By == "" {
		e.By = c.options.Actor
	}
	b := tx.Bucket(bucketParty)
	if e.ID, err = b.NextSequence(); err != nil {
		return err
	}
	if *act == 0 {
		*act = e.ID
	}
	e.Act = *act
	raw, err := json.Marshal(e)
	if err != nil {
		return err
	}
	if err := b.Put(key64(e.ID), raw); err != nil {
		return err
	}
	return c.logEdit(tx, *e, string(e.Op))
}

// maxName is the length of a name in a correction, in bytes.
const maxName = 500

func (e PartyEdit) check() error {
	if e.Name == "" || len(e.Name) > maxName || len(e.To) > maxName || strings.ContainsRune(e.Name+e.To, 0) {
		return evidence.Invalid("a correction names a party, in at most %d bytes", maxName)
	}
	ok := false
	switch e.Op {
	case Confirm, Dismiss:
		ok = true
	case Rename, Merge:
		ok = e.To != ""
	case Split:
		ok = e.To != "" && len(e.Aliases) > 0
	case Retype:
		ok = slices.Contains(evidence.PartyTypes(), evidence.PartyType(e.To))
	case AddRole:
		ok = evidence.KnownRole(e.To)
	case NotRole:
		ok = e.To != ""
	}
	if !ok {
		return fmt.Errorf("correction %q of %q to %q: %w", e.Op, e.Name, e.To, evidence.ErrInvalid)
	}
	return nil
}

// RemovePartyEdit takes a correction back, with those that were made together with it;
// touched are documents by their hashes, nil for all.
func (c *Case) RemovePartyEdit(id uint64, by string, touched ...string) error {
	err := c.update("take back a correction", func(tx *bolt.Tx) error {
		edits, err := c.partyEdits(tx)
		if err != nil {
			return err
		}
		gone := sameAct(edits, id)
		if len(gone) == 0 {
			return notFound(fmt.Sprintf("correction %d", id))
		}
		if _, err := tx.Bucket(bucketParty).NextSequence(); err != nil { // see partyEdits
			return err
		}
		for _, e := range gone {
			if err := tx.Bucket(bucketParty).Delete(key64(e.ID)); err != nil {
				return err
			}
			e.By = by
			if err := c.logEdit(tx, e, "taken back"); err != nil {
				return err
			}
		}
		return enqueueTouched(tx, gone, touched)
	})
	if err != nil {
		return err
	}
	return c.notary.touch(c)
}

// sameAct are the corrections that were made together with one. Those that an earlier
// version of the program kept stand for themselves.
func sameAct(edits []PartyEdit, id uint64) (out []PartyEdit) {
	at := slices.IndexFunc(edits, func(e PartyEdit) bool { return e.ID == id })
	if at < 0 {
		return nil
	}
	for _, e := range edits {
		if e.ID == id || e.Act != 0 && e.Act == edits[at].Act {
			out = append(out, e)
		}
	}
	return out
}

// logEdit logs a correction.
func (c *Case) logEdit(tx *bolt.Tx, e PartyEdit, outcome string) error {
	return c.log(tx, Event{Action: "party corrected", Actor: e.By, Object: e.Name, Outcome: outcome,
		Detail: map[string]string{"to": e.To, "document": e.Document, "correction": fmt.Sprint(e.ID)}})
}

// enqueueTouched queues what corrections may touch: the document of each that holds for
// one only, else those given, nil for all.
func enqueueTouched(tx *bolt.Tx, edits []PartyEdit, touched []string) error {
	whole := false
	numbers := map[uint64]bool{}
	add := func(sha string) error {
		n := numberOf(tx, sha)
		if n == 0 {
			return notFound("document " + sha)
		}
		numbers[n] = true
		return nil
	}
	for _, e := range edits {
		whole = whole || e.Document == ""
		if e.Document != "" {
			if err := add(e.Document); err != nil {
				return err
			}
		}
	}
	if whole && touched == nil {
		for n, last := uint64(1), tx.Bucket(bucketDocument).Sequence(); n <= last; n++ {
			numbers[n] = true
		}
	}
	for _, sha := range touched {
		if err := add(sha); whole && err != nil {
			return err
		}
	}
	for _, n := range slices.Sorted(maps.Keys(numbers)) {
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

// partyEdits reads the corrections as a transaction sees them. They are kept by the
// sequence of their bucket, which every change moves on, so that a transaction from before
// a change and one from after it each have their own.
func (c *Case) partyEdits(tx *bolt.Tx) ([]PartyEdit, error) {
	b := tx.Bucket(bucketParty)
	at := b.Sequence()
	c.caching.Lock()
	defer c.caching.Unlock()
	if c.editsRead && c.editsAt == at {
		return c.edits, nil
	}
	var edits []PartyEdit
	err := eachPrefix(b, nil, func(_, v []byte) error {
		var e PartyEdit
		if err := json.Unmarshal(v, &e); err != nil {
			return fmt.Errorf("%w: a correction: %w", ErrDamaged, err)
		}
		edits = append(edits, e)
		return nil
	})
	if err == nil {
		c.edits, c.editsAt, c.editsRead = edits, at, true
	}
	return edits, err
}

// correct lays the corrections over the facts of a document, in their order.
func (c *Case) correct(tx *bolt.Tx, doc *evidence.Document) error {
	edits, err := c.partyEdits(tx)
	if err != nil {
		return err
	}
	doc.Corrections = nil
	inForce := inForce(edits, doc.ID)
	for _, e := range inForce {
		if e.lay(doc) {
			doc.Corrections = append(doc.Corrections, e.ID)
		}
	}
	for _, e := range inForce { // what was said of a party before another one became the same
		if e.ofNature() && e.lay(doc) && !slices.Contains(doc.Corrections, e.ID) {
			doc.Corrections = append(doc.Corrections, e.ID)
		}
	}
	return nil
}
