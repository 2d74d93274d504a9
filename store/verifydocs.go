package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

const adviceDocument = "go back to a backup from before the change (averment restore); its original is kept, and can be added to another case"

// docCheck is the check of all documents, shared by its workers.
type docCheck struct {
	v     *verifier
	next  atomic.Uint64
	last  uint64
	known atomic.Int64
}

func (d *docCheck) find(level Level, object, advice, problem string, args ...any) {
	d.v.findLocked(level, object, advice, problem, args...)
}

// checkDocuments computes text and facts of every document again and compares them with
// the log, on all cores.
func (v *verifier) checkDocuments() error {
	d := &docCheck{v: v}
	var kept counts
	var had, found int
	err := v.c.view(func(tx *bolt.Tx) error {
		d.last, kept = tx.Bucket(bucketDocument).Sequence(), readCounts(tx)
		had = kept.Documents + kept.Failed
		return nil
	})
	if err != nil {
		return err
	}
	errs := make([]error, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i := range errs {
		group.Go(func() { errs[i] = d.work() })
	}
	group.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("verify documents: %w", err)
		}
	}
	if found = int(d.known.Load()); found != had {
		v.find(Damage, "counters of documents", "run reindex; if documents are missing, go back to a backup", "they say %d documents, there are %d", had, found)
	}
	v.report.Documents = found
	return v.lostDocuments()
}

// work checks documents a few at a time, each few within one transaction.
func (d *docCheck) work() error {
	const few = 64
	for {
		end := d.next.Add(few)
		if end-few >= d.last {
			return nil
		}
		err := d.guard(func() error {
			return d.v.c.view(func(tx *bolt.Tx) error {
				for n := end - few + 1; n <= min(end, d.last); n++ {
					d.one(tx, n)
				}
				return nil
			})
		})
		if err != nil {
			return err
		}
		d.v.mu.Lock()
		d.v.progress("documents", int(min(end, d.last)), int(d.last))
		d.v.mu.Unlock()
	}
}

// guard is verifier.guarded for a goroutine of its own.
func (d *docCheck) guard(check func() error) (err error) {
	own := &verifier{}
	err = own.guarded(dbName, check)
	for _, f := range own.report.Findings {
		d.find(f.Level, f.Object, f.Advice, "%s", f.Problem)
	}
	return err
}

func (d *docCheck) one(tx *bolt.Tx, n uint64) {
	object := fmt.Sprintf("document number %d", n)
	value := tx.Bucket(bucketDocument).Get(key64(n))
	if value == nil {
		d.find(Tampering, object, adviceDocument, "it is missing")
		return
	}
	d.known.Add(1)
	h, packed, err := decodeHead(value)
	if err != nil {
		d.find(Damage, object, adviceDocument, "%v", err)
		return
	}
	object = "document " + h.id()
	if numberOf(tx, h.id()) != n {
		d.find(Tampering, object, adviceDocument, "its hash does not lead to it")
	}
	said, ok := d.said(tx, h, object)
	if !ok {
		return
	}
	got, err := d.v.c.prints(tx, n, packed)
	if err != nil {
		d.find(Damage, object, adviceDocument, "%v", err)
		return
	}
	d.compare(object, h, said, got)
}

// said gives the entry of the log about how the document was read, which must be the
// newest such entry.
func (d *docCheck) said(tx *bolt.Tx, h head, object string) (Event, bool) {
	e, err := decodeEvent(h.parsed, tx.Bucket(bucketCustody).Get(key64(h.parsed)))
	if err != nil || e.Action != "parsed" || e.Object != h.id() {
		d.find(Tampering, object, adviceDocument, "log entry %d does not say how it was read", h.parsed)
		return e, false
	}
	newest, known := d.v.log.parsed[shaPrefix([]byte(h.id()))]
	if h.parsed < d.v.log.size && (!known || newest != h.parsed) {
		d.find(Tampering, object, adviceDocument, "it is an older reading than the one of log entry %d", newest)
	}
	return e, true
}

// checked is what prints found in the store.
type checked struct {
	prints
	flags byte
	id    string
}

func (d *docCheck) compare(object string, h head, said Event, got checked) {
	differs := func(what, want, have string) {
		if want != have {
			d.find(Tampering, object, adviceDocument, "its %s is not what log entry %d says was read", what, said.Seq)
		}
	}
	differs("text", said.Detail["text"], got.Text)
	differs("record of facts", said.Detail["facts"], got.Facts)
	differs("table of boxes", said.Detail["boxes"], got.Boxes)
	if got.id != h.id() || got.flags != h.flags {
		d.find(Tampering, object, adviceDocument, "the head of its record does not fit the record")
	}
}

// prints computes the hashes of a document from what is stored.
func (c *Case) prints(tx *bolt.Tx, n uint64, packed []byte) (checked, error) {
	s, err := c.unpackRecord(n, packed)
	if err != nil {
		return checked{}, err
	}
	if err := c.fillText(tx, s); err != nil {
		return checked{}, err
	}
	boxes, err := c.boxesPrint(tx, n)
	doc := &s.record.Document
	return checked{prints{textPrint(doc.Pages), digest(s.value.json, s.value.units), boxes}, flagsOf(doc), doc.ID}, err
}

// boxesPrint gives the hash over the boxes of a document.
func (c *Case) boxesPrint(tx *bolt.Tx, n uint64) (string, error) {
	h, some := sha256.New(), false
	err := eachPrefix(tx.Bucket(bucketText), key64(n), func(k, v []byte) error {
		if binary.BigEndian.Uint32(k[8:]) <= unitsBlock {
			return nil
		}
		raw, err := c.codec.unpack(v, nil)
		some = true
		h.Write(append(slices.Clone(k[8:]), raw...))
		return err
	})
	if err != nil || !some {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func flagsOf(doc *evidence.Document) (flags byte) {
	if doc.Searchable() {
		flags |= flagSearchable
	}
	if doc.Error != nil {
		flags |= flagFailed
	}
	return flags
}

// lostDocuments names documents that the log speaks of and the store does not have.
func (v *verifier) lostDocuments() error {
	if len(v.log.parsed) <= v.report.Documents {
		return nil
	}
	return v.c.view(func(tx *bolt.Tx) error {
		for _, seq := range v.log.parsed {
			e, err := decodeEvent(seq, tx.Bucket(bucketCustody).Get(key64(seq)))
			if err == nil && numberOf(tx, e.Object) == 0 {
				v.find(Tampering, "document "+strings.TrimSpace(e.Object), adviceDocument, "log entry %d says that it was read, and it is missing", seq)
			}
		}
		return nil
	})
}
