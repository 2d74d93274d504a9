package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// TestNoFalseAlarm verifies cases of many shapes, closed and open, after all that a case
// sees: none of the runs may find anything.
func TestNoFalseAlarm(t *testing.T) {
	runs := 40
	if *long {
		runs = 1000
	}
	base := t.TempDir()
	dir, keys := filepath.Join(base, "case"), filepath.Join(base, "keys")
	for run := range runs {
		if run%50 == 0 { // a fresh case, so that a run does not take longer and longer
			base = t.TempDir()
			dir, keys = filepath.Join(base, "case"), filepath.Join(base, "keys")
		}
		c, err := openOrCreate(dir, Options{KeyDir: keys, CheckpointEvery: time.Millisecond})
		if err != nil {
			t.Fatal(err)
		}
		if err := importBatch(c, uint64(run/50), run, io.Discard); err != nil {
			t.Fatal(err)
		}
		var r Report
		if run%2 == 0 {
			r, err = c.Verify(VerifyOptions{ReadData: true})
		}
		if err := errors.Join(err, c.Close()); err != nil {
			t.Fatal(err)
		}
		if run%2 == 1 {
			r = mustVerify(t, dir, VerifyOptions{ReadData: true})
		}
		if r.Code != 0 || len(r.Findings) != 0 {
			t.Fatalf("run %d: false alarm: %+v", run, r)
		}
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
