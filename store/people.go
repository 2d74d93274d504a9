package store

import (
	"fmt"
	"strings"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Kinds of records that the store keeps for the web pages without looking into them.
// Secrets in them are hashed by whoever hands them in.
const (
	Users    = "user"
	Tokens   = "token"
	Sessions = "session"
)

func recordKey(kind, key string) ([]byte, error) {
	if kind == "" || key == "" || strings.Contains(kind, "/") {
		return nil, fmt.Errorf("record %q/%q: %w", kind, key, evidence.ErrInvalid)
	}
	return []byte(kind + "/" + key), nil
}

// PutRecord keeps an opaque record under kind and key, with events for the log.
func (c *Case) PutRecord(kind, key string, value []byte, events ...Event) error {
	k, err := recordKey(kind, key)
	if err != nil {
		return err
	}
	return c.update("keep a "+kind, func(tx *bolt.Tx) error {
		if err := tx.Bucket(bucketRecord).Put(k, value); err != nil {
			return err
		}
		return c.log(tx, events...)
	})
}

// GetRecord gives a record; known is false when there is none.
func (c *Case) GetRecord(kind, key string) (value []byte, known bool, err error) {
	k, err := recordKey(kind, key)
	if err != nil {
		return nil, false, err
	}
	err = c.view(func(tx *bolt.Tx) error {
		v := tx.Bucket(bucketRecord).Get(k)
		known = v != nil
		value = append([]byte(nil), v...)
		return nil
	})
	return value, known, err
}

// DeleteRecord forgets a record, with events for the log; one that is not there is no error.
func (c *Case) DeleteRecord(kind, key string, events ...Event) error {
	k, err := recordKey(kind, key)
	if err != nil {
		return err
	}
	return c.update("delete a "+kind, func(tx *bolt.Tx) error {
		if err := tx.Bucket(bucketRecord).Delete(k); err != nil {
			return err
		}
		return c.log(tx, events...)
	})
}

// Records gives all records of a kind in the order of their keys.
func (c *Case) Records(kind string, yield func(key string, value []byte) error) error {
	prefix := kind + "/"
	return c.each(walk{bucket: bucketRecord, prefix: []byte(prefix)}, func(k, v []byte) error {
		return yield(strings.TrimPrefix(string(k), prefix), v)
	})
}
