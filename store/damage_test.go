package store

import (
	"bytes"
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
		if what := difference(before, after); err != nil || what != "" {
			t.Fatalf("round %d: byte %d was changed by %#x, and verify is content: %s %v", round, at, flip, what, err)
		}
	}
	t.Logf("%d of %d changes touched something that is in use; all of them were found", found, rounds)
}

// contents lists all that the log vouches for. Packed blocks are unpacked: a bit that the
// unpacker does not look at changes nothing.
func contents(path string) (map[string]string, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	defer db.Close()
	all := map[string]string{}
	err = db.View(func(tx *bolt.Tx) error {
		var err error
		for _, name := range [][]byte{bucketDocument, bucketText, bucketHash, bucketLedger, bucketCustody, bucketLogHash} {
			err = errors.Join(err, tx.Bucket(name).ForEach(func(k, v []byte) error {
				v, err := plain(name, v)
				all[fmt.Sprintf("%s %x", name, k)] = string(v)
				return err
			}))
		}
		return err
	})
	return all, err
}

func plain(bucket, v []byte) ([]byte, error) {
	switch string(bucket) {
	case string(bucketText):
		return newCodec().unpack(v, nil)
	case string(bucketDocument):
		raw, err := newCodec().unpack(v[headSize:], nil)
		return append(bytes.Clone(v[:headSize]), raw...), err
	}
	return v, nil
}

// difference names the first key whose value is another.
func difference(before, after map[string]string) string {
	for k, v := range before {
		if after[k] != v {
			return fmt.Sprintf("%s: %q became %q", k, v, after[k])
		}
	}
	for k := range after {
		if _, known := before[k]; !known {
			return k + " is new"
		}
	}
	return ""
}
