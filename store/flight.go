package store

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	bolt "go.etcd.io/bbolt"
)

// A file that kills the worker that reads it is counted at once. One that ends the program
// itself cannot be: what was being read then is found in the file of flights, which is not
// synced, since the end of a process loses nothing that it wrote. A slot holds a SHA-256 in
// hex, or spaces, and a line break.
const (
	flightName = "store.flight"
	slotSize   = 65
)

// crashName takes the last words of a program that ends by an error of its own, lastCrash
// keeps those of the end before. Without such words the program was killed, by a person or
// for want of memory, and the files that were being read are likely innocent: only
// killsPerAttempt such ends count as much as one with words.
const (
	crashName       = "store.crash"
	lastCrash       = "store.crash.last"
	killsPerAttempt = 5
)

// flights are the files that are being read now.
type flights struct {
	mu    sync.Mutex
	file  *os.File
	crash *os.File
	slots int
	free  []int
}

// Reading notes that these bytes are about to be read. end takes the note back, once the
// row is stored; bytes whose note is still there when the case is opened next are counted
// as attempts.
func (c *Case) Reading(sha string) (end func(), err error) {
	if !validSHA(sha) {
		return nil, fmt.Errorf("reading %q: %w", sha, errNoSHA)
	}
	f := &c.flights
	f.mu.Lock()
	defer f.mu.Unlock()
	slot := f.slots
	if n := len(f.free); n > 0 {
		slot, f.free = f.free[n-1], f.free[:n-1]
	} else {
		f.slots++
	}
	if err := f.write(slot, sha); err != nil {
		return nil, fmt.Errorf("note what is read: %w", noSpace(err))
	}
	if err := failpoint("reading:" + sha); err != nil {
		return nil, err
	}
	return func() { f.end(slot) }, nil
}

func (f *flights) write(slot int, text string) error {
	_, err := f.file.WriteAt(append([]byte(text), '\n'), int64(slot)*slotSize)
	return err
}

// end gives a slot free. A note that cannot be taken back costs its file, at the worst, to
// be read alone after a crash.
func (f *flights) end(slot int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.write(slot, strings.Repeat(" ", slotSize-1)) == nil {
		f.free = append(f.free, slot)
	}
}

// Suspect says whether the program, or a worker, ended while these bytes were read. They
// are then to be read alone: another end tells that they were the cause.
func (c *Case) Suspect(sha string) (suspect bool, err error) {
	err = c.view(func(tx *bolt.Tx) error {
		raw, err := hex.DecodeString(sha)
		suspect = err == nil && tx.Bucket(bucketAttempt).Get(raw) != nil
		return err
	})
	return suspect, err
}

// CrashReport is the file for the last words of the program (debug.SetCrashOutput).
func (c *Case) CrashReport() *os.File { return c.flights.crash }

// openFlights counts what was being read when the last owner ended without closing the
// case, and begins anew.
func (c *Case) openFlights() error {
	words, err := c.lastWords()
	if err != nil {
		return err
	}
	path := filepath.Join(c.dir, flightName)
	left, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("what was being read: %w", err)
	}
	if shas := flying(left); len(shas) > 0 {
		if err := c.countFlights(shas, words); err != nil {
			return err
		}
	}
	c.flights.file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err == nil {
		c.flights.crash, err = os.OpenFile(filepath.Join(c.dir, crashName), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	}
	if err != nil {
		return fmt.Errorf("note what is read: %w", err)
	}
	return nil
}

// lastWords says whether the last owner ended by an error of its own, and keeps its words.
func (c *Case) lastWords() (bool, error) {
	words, err := os.ReadFile(filepath.Join(c.dir, crashName))
	if len(words) == 0 {
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
		}
		return false, err
	}
	return true, os.WriteFile(filepath.Join(c.dir, lastCrash), words, 0o600)
}

// flying are the hashes in the file of flights.
func flying(file []byte) (shas []string) {
	for slot := range slices.Chunk(file, slotSize) {
		if sha := strings.TrimSpace(string(slot)); validSHA(sha) {
			shas = append(shas, sha)
		}
	}
	return shas
}

// countFlights counts an attempt, or a part of one, for each file that was being read, and
// writes into the log what happened.
func (c *Case) countFlights(shas []string, words bool) error {
	e := Event{Action: "interrupted", Object: "the program", Outcome: "killed",
		Detail: map[string]string{"being read": strings.Join(shas, " ")}}
	if words {
		e.Outcome = "crashed"
	}
	return c.update("count what was being read", func(tx *bolt.Tx) error {
		for _, sha := range shas {
			t := readTries(tx, sha)
			if words {
				t.ends++
			} else {
				t.kills++
			}
			if err := t.write(tx, sha); err != nil {
				return err
			}
		}
		return c.log(tx, e)
	})
}

func (c *Case) closeFlights() error {
	var err error
	for _, f := range []*os.File{c.flights.file, c.flights.crash} {
		if f != nil {
			err = errors.Join(err, f.Close())
		}
	}
	return err
}

// tries are the readings of some bytes that ended badly: by a dead worker or by words of
// the program, and by a kill of the program.
type tries struct{ ends, kills uint64 }

func readTries(tx *bolt.Tx, sha string) (t tries) {
	raw, err := hex.DecodeString(sha)
	if err != nil {
		return t
	}
	v := tx.Bucket(bucketAttempt).Get(raw)
	if t.ends = num64(v); len(v) > 8 {
		t.kills = num64(v[8:])
	}
	return t
}

// count is what tries amount to.
func (t tries) count() int { return int(t.ends + t.kills/killsPerAttempt) }

func (t tries) write(tx *bolt.Tx, sha string) error {
	raw, err := hex.DecodeString(sha)
	if err != nil || !validSHA(sha) {
		return fmt.Errorf("%q: %w", sha, errNoSHA)
	}
	v := key64(t.ends)
	if t.kills > 0 { // cases of before have the first number only
		v = binary.BigEndian.AppendUint64(v, t.kills)
	}
	return tx.Bucket(bucketAttempt).Put(raw, v)
}
