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

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// fullCase makes a closed case with documents, an exception, a duplicate and a few
// checkpoints, and gives its folder.
func fullCase(t testing.TB, documents int) *Case {
	t.Helper()
	c := newCase(t)
	for i := range documents {
		d := sample(fmt.Sprint("original ", i), fmt.Sprintf("The text of document %d says little.", i), strings.Repeat("More words follow. ", 1+i*240))
		d.Statements = []evidence.Statement{{Text: "The text says little", Stance: evidence.States}}
		d.Pages[0].Layout = &evidence.Layout{Width: 612, Height: 792, Boxes: []evidence.Box{{Start: 0, End: 3, X1: 20, Y1: 10}}}
		add(t, c, d)
		if i%5 == 4 {
			if _, err := c.Checkpoint(); err != nil {
				t.Fatal(err)
			}
		}
	}
	bad := sample("broken")
	bad.Error = &evidence.Failure{Code: evidence.Damaged, Message: "cut short"}
	add(t, c, bad)
	add(t, c, sample("original 0", "The text of document 0 says little."))
	if err := c.Record(Event{Action: "searched", Object: "breach w/5 contract", Outcome: "3 documents"}); err != nil {
		t.Fatal(err)
	}
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	return c
}

func mustVerify(t testing.TB, dir string, o VerifyOptions) Report {
	t.Helper()
	r, err := VerifyDir(dir, Options{}, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVerifyFindsNothingInAWholeCase(t *testing.T) {
	c := fullCase(t, 20)
	r := mustVerify(t, c.Dir(), VerifyOptions{ReadData: true})
	if r.Code != 0 || len(r.Findings) != 0 {
		t.Errorf("false alarm: %+v", r)
	}
	if r.Documents != 21 || r.Originals != 21 || r.Rows != 22 || r.Checkpoints < 5 || r.Fingerprint == "" {
		t.Errorf("report %+v", r)
	}
	open, err := Open(c.Dir(), c.options)
	if err != nil {
		t.Fatal(err)
	}
	defer open.Close()
	if r, err := open.Verify(VerifyOptions{ReadData: true}); err != nil || r.Code != 0 || len(r.Findings) != 0 {
		t.Errorf("false alarm on an open case: %+v %v", r, err)
	}
}

// TestVerifyWhileDocumentsComeIn looks at a case that others write to.
func TestVerifyWhileDocumentsComeIn(t *testing.T) {
	c := newCase(t)
	done := make(chan bool)
	go func() {
		defer close(done)
		for i := range 150 {
			d := sample(fmt.Sprint("meanwhile ", i), strings.Repeat("Text that comes in. ", i*20))
			if _, _, err := c.Keep(strings.NewReader(fmt.Sprint("meanwhile ", i))); err != nil {
				t.Error(err)
			}
			_, err := c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: d.Source.Path}, Document: d}})
			if err == nil && i%3 == 0 {
				err = c.Replace(d)
			}
			if err != nil {
				t.Error(err)
			}
		}
	}()
	for runs := 0; ; runs++ {
		r, err := c.Verify(VerifyOptions{ReadData: true})
		if err != nil || r.Code != 0 || len(r.Findings) != 0 {
			t.Fatalf("run %d: %+v %v", runs, r, err)
		}
		select {
		case <-done:
			return
		default:
		}
	}
}

// edit changes a closed database as somebody with a bolt tool would.
func edit(t testing.TB, dir string, change func(tx *bolt.Tx) error) {
	t.Helper()
	db, err := bolt.Open(filepath.Join(dir, dbName), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if err := db.Update(change); err != nil {
		t.Fatal(err)
	}
}

func TestVerifyNamesWhatWasDone(t *testing.T) {
	tests := []struct {
		name   string
		do     func(t *testing.T, c *Case) error
		code   int
		object string
	}{
		{"an original changed", func(t *testing.T, c *Case) error {
			path := originalPath(c.dir, sample("original 3").ID)
			os.Chmod(path, 0o600)
			return os.WriteFile(path, []byte("forged"), 0o600)
		}, 2, "original " + sample("original 3").ID},
		{"an original lost", func(t *testing.T, c *Case) error {
			return os.Remove(originalPath(c.dir, sample("original 3").ID))
		}, 1, "original " + sample("original 3").ID},
		{"an original too many", func(t *testing.T, c *Case) error {
			return os.WriteFile(originalPath(c.dir, sample("planted").ID), []byte("planted"), 0o400)
		}, 1, "originals/sha256/" + sample("planted").ID[:2] + "/" + sample("planted").ID[2:]},
		{"a not taken out of the text", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				h, packed, _ := decodeHead(tx.Bucket(bucketDocument).Get(key64(1)))
				raw, _ := c.codec.unpack(packed, nil)
				raw = bytes.Replace(raw, []byte("says little"), []byte("says plenty"), 1)
				return tx.Bucket(bucketDocument).Put(key64(1), append(h.encode(), c.codec.pack(raw)...))
			})
			return nil
		}, 2, "document " + sample("original 0").ID},
		{"a block of a long text changed", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				raw, _ := c.codec.unpack(tx.Bucket(bucketText).Get(blockKey(6, 1)), nil)
				return tx.Bucket(bucketText).Put(blockKey(6, 1), c.codec.pack(bytes.Replace(raw, []byte("More"), []byte("Less"), 1)))
			})
			return nil
		}, 2, "document " + sample("original 5").ID},
		{"boxes moved", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				return tx.Bucket(bucketText).Put(blockKey(2, boxesBlock|1), c.codec.pack(encodeBoxes(&evidence.Layout{Width: 1})))
			})
			return nil
		}, 2, "document " + sample("original 1").ID},
		{"an older reading put back", func(t *testing.T, c *Case) error { return putBack(t, c) }, 2, "document " + sample("original 2").ID},
		{"a log entry changed", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				return tx.Bucket(bucketCustody).Put(key64(7), Event{Action: "viewed", Time: "2026-01-01T00:00:00Z"}.encode())
			})
			return nil
		}, 2, "log entry 7"},
		{"the end of the log cut off", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				b := tx.Bucket(bucketCustody)
				n := b.Sequence() - 1
				h := tx.Bucket(bucketLogHash).Cursor()
				h.Last()
				if err := h.Delete(); err != nil {
					return err
				}
				return errors.Join(b.Delete(key64(n)), b.SetSequence(n))
			})
			return nil
		}, 2, "checkpoints/"},
		{"a ledger row changed", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error {
				row, _ := c.rowAt(tx, 2)
				row.Path = "elsewhere.txt"
				v, _ := c.codec.encodeRow(row)
				return tx.Bucket(bucketLedger).Put(key64(2), v)
			})
			return nil
		}, 2, "ledger row 2"},
		{"a document deleted", func(t *testing.T, c *Case) error {
			edit(t, c.dir, func(tx *bolt.Tx) error { return tx.Bucket(bucketDocument).Delete(key64(4)) })
			return nil
		}, 2, "document number 4"},
		{"a checkpoint changed", func(t *testing.T, c *Case) error {
			names, _ := noteFiles(c.dir)
			path := filepath.Join(c.dir, checkpointName, names[1])
			raw, _ := os.ReadFile(path)
			return os.WriteFile(path, bytes.Replace(raw, []byte("averment"), []byte("avermemt"), 1), 0o600)
		}, 2, "checkpoints/"},
		{"the public key replaced", func(t *testing.T, c *Case) error {
			private, err := makeKey(t.TempDir(), c.id)
			if err != nil {
				return err
			}
			public, err := publicOf(private)
			return errors.Join(err, os.WriteFile(filepath.Join(c.dir, checkpointName, keysName), []byte(public+"\n"), 0o600))
		}, 2, "checkpoints/" + keysName},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := fullCase(t, 6)
			if err := tt.do(t, c); err != nil {
				t.Fatal(err)
			}
			r := mustVerify(t, c.Dir(), VerifyOptions{ReadData: true})
			if r.Code != tt.code || !names(r, tt.object) {
				t.Errorf("code %d, findings %+v; want %d naming %s", r.Code, r.Findings, tt.code, tt.object)
			}
		})
	}
}

// names says whether a finding that is no remark names the object.
func names(r Report, object string) bool {
	for _, f := range r.Findings {
		if f.Level != Remark && strings.HasPrefix(f.Object, object) && f.Advice != "" {
			return true
		}
	}
	return false
}

// putBack reads a document anew and then puts the old reading back into the database.
func putBack(t *testing.T, c *Case) error {
	keep := map[string][]byte{}
	n := key64(3)
	copyOut := func(tx *bolt.Tx) error {
		keep["record"] = bytes.Clone(tx.Bucket(bucketDocument).Get(n))
		return eachPrefix(tx.Bucket(bucketText), n, func(k, v []byte) error { keep[string(k)] = bytes.Clone(v); return nil })
	}
	edit(t, c.dir, copyOut)
	again, err := Open(c.dir, c.options)
	if err != nil {
		return err
	}
	err = again.Replace(sample("original 2", "A better reading of the same bytes."))
	if err := errors.Join(err, again.Close()); err != nil {
		return err
	}
	edit(t, c.dir, func(tx *bolt.Tx) error {
		for k, v := range keep {
			if k == "record" {
				err = errors.Join(err, tx.Bucket(bucketDocument).Put(n, v))
			} else {
				err = errors.Join(err, tx.Bucket(bucketText).Put([]byte(k), v))
			}
		}
		return err
	})
	return nil
}

// TestOldCopyUnderNewCheckpoints puts an earlier database under the checkpoints of today.
func TestOldCopyUnderNewCheckpoints(t *testing.T) {
	c := fullCase(t, 5)
	old, err := os.ReadFile(filepath.Join(c.dir, dbName))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(c.dir, c.options)
	if err != nil {
		t.Fatal(err)
	}
	add(t, again, sample("later", "This came later."))
	again.Close()
	if err := os.WriteFile(filepath.Join(c.dir, dbName), old, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := mustVerify(t, c.dir, VerifyOptions{}); r.Code != 2 || !names(r, "checkpoints/") {
		t.Errorf("%+v", r)
	}
}

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
