package store

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// TestAnyByteOfTheDatabase changes bytes anywhere in the database, also in the pages
// that bolt itself trusts. Verify must always come to an end, and when it finds nothing
// then nothing that the log vouches for has changed.
func TestAnyByteOfTheDatabase(t *testing.T) {
	rounds := 250
	if *long {
		rounds = 5000
	}
	c := fullCase(t, 8)
	compact(t, c.dir)
	path := filepath.Join(c.dir, dbName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, err := contents(path)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(7, 7))
	used := len(bytes.TrimRight(whole, "\x00"))
	found := 0
	for round := range rounds {
		at, flip := rng.IntN(used), byte(1+rng.IntN(255))
		spoiled := bytes.Clone(whole)
		spoiled[at] ^= flip
		if err := os.WriteFile(path, spoiled, 0o600); err != nil {
			t.Fatal(err)
		}
		r := mustVerify(t, c.dir, VerifyOptions{})
		if r.Code != 0 {
			found++
			continue
		}
		after, err := contents(path)
		if err != nil || after != before {
			t.Fatalf("round %d: byte %d was changed by %#x, and verify is content (%v)", round, at, flip, err)
		}
	}
	t.Logf("%d of %d changes touched something that is in use; all of them were found", found, rounds)
}

// contents is a hash over all that the log vouches for.
func contents(path string) (sum [32]byte, err error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return sum, err
	}
	defer db.Close()
	h := sha256.New()
	err = db.View(func(tx *bolt.Tx) error {
		var err error
		for _, name := range [][]byte{bucketDocument, bucketText, bucketHash, bucketLedger, bucketCustody, bucketLogHash} {
			fmt.Fprintf(h, "%s\n", name)
			err = errors.Join(err, tx.Bucket(name).ForEach(func(k, v []byte) error {
				fmt.Fprintf(h, "%x=%x\n", k, v)
				return nil
			}))
		}
		return err
	})
	return [32]byte(h.Sum(nil)), err
}
