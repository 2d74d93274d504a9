package store

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// TestDamageWhileInUse flips bits in the database of an open case, under its feet, and reads
// everything each time: what is read is right, or it is an error that says what to do. It
// never is another text, and the program never ends.
func TestDamageWhileInUse(t *testing.T) {
	rounds := 150
	if *long {
		rounds = 3000
	}
	closed := fullCase(t, 12)
	compact(t, closed.dir)
	path := filepath.Join(closed.dir, dbName)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c, err := Open(closed.dir, closed.options)
	if err != nil {
		t.Fatal(err)
	}
	defer c.db.Close() // as it was left; closing well would write
	right := readAll(t, c)
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rng := rand.New(rand.NewPCG(9, 9))
	refused, used := 0, len(bytes.TrimRight(whole, "\x00"))
	for round := range rounds {
		at, bit := 2*pageSize+rng.IntN(used-2*pageSize), byte(1)<<rng.IntN(8)
		if _, err := file.WriteAt([]byte{whole[at] ^ bit}, int64(at)); err != nil {
			t.Fatal(err)
		}
		for id, want := range right {
			got, err := readOne(c, id)
			switch {
			case err == nil && got != want:
				t.Fatalf("round %d: byte %d was changed, and %s is read as %.200q", round, at, id, got)
			case err != nil:
				if refused++; !errors.Is(err, ErrDamaged) && !errors.Is(err, evidence.ErrNotFound) {
					t.Fatalf("round %d: byte %d: %v", round, at, err)
				}
			}
		}
		if _, err := file.WriteAt(whole[at:at+1], int64(at)); err != nil {
			t.Fatal(err)
		}
	}
	if again := readAll(t, c); len(again) != len(right) || refused == 0 {
		t.Errorf("%d documents of %d; %d readings were refused", len(again), len(right), refused)
	}
	t.Logf("%d flips, %d readings refused, none wrong", rounds, refused)
}

// TestMisplacedRowsAreDamage puts rows of one document where another's belong, or takes
// them away: reading that document is an error, never a reading without the row.
func TestMisplacedRowsAreDamage(t *testing.T) {
	long, other := uint64(11), uint64(12)
	swap := func(b []byte, one, two []byte) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			bucket := tx.Bucket(b)
			first, second := bytes.Clone(bucket.Get(one)), bytes.Clone(bucket.Get(two))
			return errors.Join(bucket.Put(one, second), bucket.Put(two, first))
		}
	}
	lose := func(block uint32) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket(bucketText).Delete(blockKey(long, block)) }
	}
	raw := func(n int) []byte { return unhex(t, sample(fmt.Sprint("original ", n)).ID) }
	for name, change := range map[string]func(*bolt.Tx) error{
		"no text":          lose(0),
		"no sentences":     lose(unitsBlock),
		"no boxes":         lose(boxesBlock | 1),
		"another's text":   swap(bucketText, blockKey(long, 0), blockKey(other, 0)),
		"its own disorder": swap(bucketText, blockKey(long, 0), blockKey(long, 1)),
		"another's table":  swap(bucketText, blockKey(long, unitsBlock), blockKey(other, unitsBlock)),
		"another's record": swap(bucketDocument, key64(long), key64(other)),
		"another's place":  swap(bucketHash, raw(10), raw(11)),
	} {
		t.Run(name, func(t *testing.T) {
			closed := fullCase(t, 12)
			edit(t, closed.dir, change)
			c, err := Open(closed.dir, closed.options)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			if text, err := readOne(c, sample("original 10").ID); !errors.Is(err, ErrDamaged) || evidence.Hint(err) == "" {
				t.Errorf("read as %.100q, %v", text, err)
			}
			if _, err := readOne(c, sample("original 3").ID); err != nil {
				t.Errorf("a document beside it: %v", err)
			}
		})
	}
}

func unhex(t *testing.T, sha string) []byte {
	t.Helper()
	raw, err := hex.DecodeString(sha)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// readAll gives the text of every document.
func readAll(t *testing.T, c *Case) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := c.Documents(func(d *evidence.Document) (err error) {
		all[d.ID], err = readOne(c, d.ID)
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatal(err)
	}
	return all
}

func readOne(c *Case, id string) (string, error) {
	d, err := c.Full(id)
	if err != nil {
		return "", err
	}
	text := d.ID + d.Title
	for _, p := range d.Pages {
		text += fmt.Sprint(p.Number, p.Text, p.Sentences)
		shown, err := c.Page(id, p.Number)
		if err != nil {
			return "", err
		}
		text += fmt.Sprint(shown.Text, shown.Sentences, shown.Layout != nil && len(shown.Layout.Boxes) > 0)
	}
	return text, nil
}

// TestOriginalDamagedWhileInUse changes an original of an open case: verify, which the
// server can do, names it.
func TestOriginalDamagedWhileInUse(t *testing.T) {
	c := newCase(t)
	d := sample("original", "Text.")
	add(t, c, d)
	path := originalPath(c.dir, d.ID)
	if err := errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, []byte("Original"), 0o400)); err != nil {
		t.Fatal(err)
	}
	r, err := c.Verify(VerifyOptions{ReadData: true})
	if err != nil || r.Code != 2 || !names(r, "original "+d.ID) {
		t.Errorf("%+v %v", r, err)
	}
}
