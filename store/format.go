package store

import (
	"encoding/binary"
	"fmt"
	"strconv"

	bolt "go.etcd.io/bbolt"
)

// FormatVersion is the version of the layout of store.db.
//
//	1  first layout
const FormatVersion = 1

// The buckets. A bucket marked sequential is written in key order, so that its pages
// can be filled nearly whole.
var (
	bucketMeta      = []byte("meta")
	bucketDocument  = []byte("document")
	bucketText      = []byte("text")
	bucketHash      = []byte("hash")
	bucketFamily    = []byte("family")
	bucketParent    = []byte("parent")
	bucketSighting  = []byte("sighting")
	bucketLedger    = []byte("ledger")
	bucketAttempt   = []byte("attempt")
	bucketQueue     = []byte("queue")
	bucketPath      = []byte("path")
	bucketTag       = []byte("tag")
	bucketTagged    = []byte("tagged")
	bucketNote      = []byte("note")
	bucketSaved     = []byte("saved")
	bucketParty     = []byte("party")
	bucketRecord    = []byte("record")
	bucketSignature = []byte("signature")
	bucketURL       = []byte("url")
	bucketCustody   = []byte("custody")
	bucketLogHash   = []byte("custody.hash")
)

func allBuckets() [][]byte {
	return [][]byte{bucketMeta, bucketDocument, bucketText, bucketHash, bucketFamily, bucketParent,
		bucketSighting, bucketLedger, bucketAttempt, bucketQueue, bucketPath, bucketTag, bucketTagged,
		bucketNote, bucketSaved, bucketParty, bucketRecord, bucketSignature, bucketURL,
		bucketCustody, bucketLogHash}
}

// sequential gives a bucket whose keys only grow, with pages filled to 95 %.
func sequential(tx *bolt.Tx, name []byte) *bolt.Bucket {
	b := tx.Bucket(name)
	b.FillPercent = 0.95
	return b
}

var (
	metaFormat = []byte("format")
	metaID     = []byte("id")
	metaCounts = []byte("counts")
	metaKeys   = []byte("keys")
)

// initialise makes the buckets of an empty database.
func initialise(tx *bolt.Tx, id string) error {
	for _, name := range allBuckets() {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return fmt.Errorf("make bucket %s: %w", name, err)
		}
	}
	meta := tx.Bucket(bucketMeta)
	if err := meta.Put(metaFormat, []byte(strconv.Itoa(FormatVersion))); err != nil {
		return err
	}
	return meta.Put(metaID, []byte(id))
}

func key64(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func num64(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b)
}

// pair is the key of two numbers.
func pair(a, b uint64) []byte { return binary.BigEndian.AppendUint64(key64(a), b) }
