package store

import (
	"encoding/json"
	"fmt"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// counts are the live sums of the case, kept in meta within each transaction, so that
// asking for them costs the same in a case of any size.
type counts struct {
	States     map[evidence.State]int `json:"states"` // rows of the ledger
	Documents  int                    `json:"documents"`
	Searchable int                    `json:"searchable"`
	Failed     int                    `json:"failed"` // documents that could not be read
}

func readCounts(tx *bolt.Tx) counts {
	c := counts{States: map[evidence.State]int{}}
	// A value that cannot be read leaves zeros; verify counts again and tells.
	if err := json.Unmarshal(tx.Bucket(bucketMeta).Get(metaCounts), &c); err != nil || c.States == nil {
		c.States = map[evidence.State]int{}
	}
	return c
}

func (c counts) write(tx *bolt.Tx) error {
	raw, err := json.Marshal(c)
	if err != nil {
		return err
	}
	return tx.Bucket(bucketMeta).Put(metaCounts, raw)
}

// document adds a document with these flags, by is 1 or -1.
func (c *counts) document(flags byte, by int) {
	if flags&flagFailed != 0 {
		c.Failed += by
		return
	}
	c.Documents += by
	if flags&flagSearchable != 0 {
		c.Searchable += by
	}
}

// Count gives the number of documents that were read and how many of them have text.
// Files that could not be read are exceptions of the ledger and not counted here.
func (c *Case) Count() (documents, searchable int, err error) {
	err = c.view(func(tx *bolt.Tx) error {
		n := readCounts(tx)
		documents, searchable = n.Documents, n.Searchable
		return nil
	})
	return documents, searchable, err
}

// LedgerSums gives how many rows of the ledger there are in each state, without files.
// Rows still on their way are in no sum.
func (c *Case) LedgerSums() (evidence.Summary, error) {
	s := evidence.Summary{Version: 1, Files: []evidence.LedgerRow{}}
	err := c.view(func(tx *bolt.Tx) error {
		n := readCounts(tx).States
		s.Indexed, s.Duplicate = n[evidence.Indexed], n[evidence.Duplicate]
		s.Exception, s.Ignored = n[evidence.Exception], n[evidence.Ignored]
		s.Seen = s.Indexed + s.Duplicate + s.Exception + s.Ignored
		return nil
	})
	if err != nil {
		return s, fmt.Errorf("ledger: %w", err)
	}
	return s, nil
}
