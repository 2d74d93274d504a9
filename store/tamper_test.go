package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// TestSeededChanges changes one byte at a time in originals, log, hashes and
// checkpoints, cuts files and appends to them: each must be found and named.
func TestSeededChanges(t *testing.T) {
	rounds := 300
	if *long {
		rounds = 10000
	}
	c := fullCase(t, 8)
	rng := rand.New(rand.NewPCG(2026, 11))
	places := tamperPlaces(t, c)
	for round := range rounds {
		p := places[rng.IntN(len(places))]
		raw, err := os.ReadFile(p.path)
		if err != nil {
			t.Fatal(err)
		}
		changed := p.spoil(rng, bytes.Clone(raw))
		os.Chmod(p.path, 0o600)
		if err := os.WriteFile(p.path, changed, 0o600); err != nil {
			t.Fatal(err)
		}
		r := mustVerify(t, c.dir, VerifyOptions{ReadData: true})
		if r.Code == 0 || !names(r, p.object) {
			t.Fatalf("round %d: %s was changed; found %+v", round, p.object, r)
		}
		if err := os.WriteFile(p.path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if r := mustVerify(t, c.dir, VerifyOptions{ReadData: true}); r.Code != 0 {
		t.Errorf("false alarm at the end: %+v", r)
	}
}

// tamperPlace is a file, or a value within the database, that a round changes.
type tamperPlace struct {
	path, object string
	at, size     int // within the file; size 0 is the whole file
}

func (p tamperPlace) spoil(rng *rand.Rand, raw []byte) []byte {
	flip := byte(1 + rng.IntN(255))
	if p.size > 0 {
		raw[p.at+rng.IntN(p.size)] ^= flip
		return raw
	}
	switch how := rng.IntN(3); {
	case how == 0 || len(raw) < 2:
		return append(raw, flip)
	case how == 1:
		return raw[:rng.IntN(len(raw))]
	}
	raw[rng.IntN(len(raw))] ^= flip
	return raw
}

// compact writes the database anew without the pages that are no longer in use, where a
// change would change nothing.
func compact(t *testing.T, dir string) {
	t.Helper()
	path := filepath.Join(dir, dbName)
	from, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	to, err := bolt.Open(path+".new", 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(bolt.Compact(to, from, 0), to.Close(), from.Close(), os.Rename(path+".new", path)); err != nil {
		t.Fatal(err)
	}
	st, err := os.Stat(path)
	if err == nil {
		err = writeSize(dir, st.Size())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// tamperPlaces finds the places: originals, notes and keys as files, and entries and
// hashes of the log by looking for their bytes in the database.
func tamperPlaces(t *testing.T, c *Case) []tamperPlace {
	t.Helper()
	var places []tamperPlace
	eachOriginal(c.dir, func(sha, name string) error {
		places = append(places, tamperPlace{path: originalPath(c.dir, sha), object: "original " + sha})
		return nil
	})
	notes, _ := noteFiles(c.dir)
	for _, name := range append(notes, keysName, sizeName) {
		object := filepath.Join(checkpointName, name)
		places = append(places, tamperPlace{path: filepath.Join(c.dir, object), object: object})
	}
	db := filepath.Join(c.dir, dbName)
	compact(t, c.dir)
	values := map[string][]byte{}
	reader, err := bolt.Open(db, 0o600, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	var all []byte
	reader.View(func(tx *bolt.Tx) error {
		all, err = os.ReadFile(db)
		return errors.Join(err, tx.Bucket(bucketCustody).ForEach(func(k, v []byte) error {
			values[fmt.Sprintf("log entry %d", num64(k))] = append(bytes.Clone(k), v...)
			return nil
		}), tx.Bucket(bucketLogHash).ForEach(func(k, v []byte) error {
			values[fmt.Sprintf("hash %d", binary.BigEndian.Uint64(k))] = append(bytes.Clone(k), v...)
			return nil
		}))
	})
	reader.Close()
	for object, value := range values {
		at := bytes.LastIndex(all, value)
		if strings.HasPrefix(object, "hash") {
			object = "log entry "
		}
		if at >= 0 && bytes.Count(all, value) == 1 {
			places = append(places, tamperPlace{db, object, at + 8, len(value) - 8})
		}
	}
	if len(places) < 60 {
		t.Fatalf("only %d places to tamper with", len(places))
	}
	return places
}
