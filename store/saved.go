package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// SavedQuery is a search that somebody keeps.
type SavedQuery struct {
	ID        uint64 `json:"id"`
	Name      string `json:"name"`
	Query     string `json:"query"`
	Dialect   string `json:"dialect"`
	By        string `json:"by"`
	At        string `json:"at"`         // RFC 3339
	LastTotal int    `json:"last_total"` // what it found when it was last run
}

// SaveQuery keeps a search; one that has an ID takes the place of that one.
func (c *Case) SaveQuery(q SavedQuery) (SavedQuery, error) {
	if strings.TrimSpace(q.Query) == "" {
		return q, evidence.Invalid("an empty query")
	}
	if q.Name == "" {
		q.Name = q.Query
	}
	if q.At == "" {
		q.At = c.options.Now().UTC().Format(time.RFC3339)
	}
	err := c.update("save a query", func(tx *bolt.Tx) (err error) {
		b := tx.Bucket(bucketSaved)
		if q.ID == 0 {
			if q.ID, err = b.NextSequence(); err != nil {
				return err
			}
		} else if b.Get(key64(q.ID)) == nil {
			return notFound(fmt.Sprintf("saved query %d", q.ID))
		}
		raw, err := json.Marshal(q)
		if err != nil {
			return err
		}
		if err := b.Put(key64(q.ID), raw); err != nil {
			return err
		}
		return c.log(tx, Event{Action: "query saved", Actor: q.By, Object: q.Query, Detail: map[string]string{"name": q.Name}})
	})
	return q, err
}

// SavedQueries gives the kept searches in the order in which they were made.
func (c *Case) SavedQueries() ([]SavedQuery, error) {
	list := []SavedQuery{}
	err := c.each(walk{bucket: bucketSaved}, func(_, v []byte) error {
		var q SavedQuery
		if err := json.Unmarshal(v, &q); err != nil {
			return fmt.Errorf("%w: a saved query: %w", ErrDamaged, err)
		}
		list = append(list, q)
		return nil
	})
	return list, err
}

// DeleteQuery forgets a kept search.
func (c *Case) DeleteQuery(id uint64, by string) error {
	return c.update("delete a query", func(tx *bolt.Tx) error {
		b := tx.Bucket(bucketSaved)
		if b.Get(key64(id)) == nil {
			return notFound(fmt.Sprintf("saved query %d", id))
		}
		if err := b.Delete(key64(id)); err != nil {
			return err
		}
		return c.log(tx, Event{Action: "query deleted", Actor: by, Object: fmt.Sprint(id)})
	})
}
