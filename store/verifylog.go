package store

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"sync"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/tlog"
)

// logFacts is what the other checks need of the log.
type logFacts struct {
	size   uint64
	parsed map[uint64]uint64 // first 8 bytes of a document's hash → newest entry about reading it
	rows   [][16]byte        // by row number from 1: what the newest entry says of its SHA-256
	keys   map[string]uint64 // public keys that entries name → the entry
}

// entryFacts is what one entry says that other checks need.
type entryFacts struct {
	leaf   tlog.Hash
	parsed uint64
	row    uint64
	print  [16]byte
	key    string
	broken bool
}

// chunkSize is how many entries are hashed at a time, on all cores.
const chunkSize = 4096

// checkLog recomputes the whole log and compares it with the kept hashes and with the
// checkpoints.
func (v *verifier) checkLog() error {
	v.log = logFacts{parsed: map[uint64]uint64{}, keys: map[string]uint64{}}
	heads, err := v.readNotes()
	if err != nil {
		return err
	}
	err = v.c.view(func(tx *bolt.Tx) error {
		s := &logScan{v: v, heads: heads, stored: tx.Bucket(bucketLogHash).Cursor()}
		return s.run(tx.Bucket(bucketCustody))
	})
	if err != nil {
		return fmt.Errorf("verify the log: %w", err)
	}
	v.checkKeys()
	return nil
}

// logScan goes once through the log.
type logScan struct {
	v      *verifier
	heads  []signedHead // ascending by size
	stored *bolt.Cursor
	begun  bool
	at     uint64 // next kept hash
	tree   tree
	broken int // entries that do not fit their hash
	wrong  int // checkpoints that do not fit
}

func (s *logScan) run(entries *bolt.Bucket) error {
	s.v.log.size = entries.Sequence()
	s.v.log.rows = make([][16]byte, 1, s.v.log.size/2+2)
	s.compare()
	var data [][]byte
	next := uint64(0)
	cur := entries.Cursor()
	for k, value := cur.First(); k != nil; k, value = cur.Next() {
		if n := num64(k); n != next {
			s.v.find(Tampering, fmt.Sprintf("log entry %d", next), adviceLog, "it is missing; the next one is %d", n)
			return nil
		}
		data = append(data, value)
		if next++; len(data) == chunkSize {
			s.chunk(next-chunkSize, data)
			data = data[:0]
			s.v.progress("log", int(next), int(s.v.log.size))
		}
	}
	s.chunk(next-uint64(len(data)), data)
	s.v.report.Entries = next
	if next != s.v.log.size {
		s.v.find(Tampering, fmt.Sprintf("log entry %d", next), adviceLog, "the log ends here and says it has %d entries", s.v.log.size)
	}
	s.end()
	return nil
}

const adviceLog = "compare with a checkpoint that somebody else holds; go back to a backup from before the change"

// chunk hashes entries in parallel and adds them to the tree in order.
func (s *logScan) chunk(from uint64, data [][]byte) {
	facts := make([]entryFacts, len(data))
	var group sync.WaitGroup
	const workers = 4
	for w := range workers {
		group.Go(func() {
			for i := len(data) * w / workers; i < len(data)*(w+1)/workers; i++ {
				facts[i] = readEntry(data[i])
			}
		})
	}
	group.Wait()
	for i := range facts {
		s.add(from+uint64(i), &facts[i])
	}
}

func (s *logScan) add(n uint64, f *entryFacts) {
	whole := true
	s.tree.add(f.leaf, func(h tlog.Hash) {
		if !s.keptIs(h) {
			whole = false
		}
		s.at++
	})
	if !whole {
		if s.broken++; s.broken <= 100 {
			s.v.find(Tampering, fmt.Sprintf("log entry %d", n), adviceLog, "the entry and the hashes that were kept of it differ")
		}
	}
	s.note(n, f)
	s.compare()
}

// keptIs compares the next kept hash.
func (s *logScan) keptIs(h tlog.Hash) bool {
	var k, v []byte
	if !s.begun {
		k, v = s.stored.First()
		s.begun = true
	} else {
		k, v = s.stored.Next()
	}
	for k != nil && num64(k) < s.at {
		k, v = s.stored.Next()
	}
	if k != nil && num64(k) > s.at {
		s.stored.Prev()
		return false
	}
	return k != nil && bytes.Equal(v, h[:])
}

// note keeps what the entry says for the other checks.
func (s *logScan) note(n uint64, f *entryFacts) {
	log := &s.v.log
	if f.broken {
		s.v.find(Damage, fmt.Sprintf("log entry %d", n), adviceLog, "it is not readable")
	}
	if f.parsed != 0 {
		log.parsed[f.parsed] = n
	}
	if f.key != "" {
		log.keys[f.key] = n
	}
	if f.row == 0 || f.row > s.v.log.size {
		return
	}
	for uint64(len(log.rows)) <= f.row {
		log.rows = append(log.rows, [16]byte{})
	}
	log.rows[f.row] = f.print
}

// readEntry takes from an entry what the checks need, without decoding all of it.
func readEntry(data []byte) entryFacts {
	f := entryFacts{leaf: tlog.RecordHash(data)}
	if !bytes.HasPrefix(data, []byte(eventHeader)) {
		f.broken = true
		return f
	}
	if string(field(data, "action")) == "parsed" {
		f.parsed = shaPrefix(field(data, "object"))
	}
	if row := field(data, "detail row"); row != nil {
		f.row, _ = strconv.ParseUint(string(row), 10, 64)
		_, err := hex.Decode(f.print[:], firstBytes(field(data, "detail row sha256"), 32))
		f.broken = err != nil
	}
	if string(field(data, "action")) == "configured" {
		f.key = string(field(data, "detail key"))
	}
	return f
}

// field gives the value of a line that needs no unescaping.
func field(data []byte, key string) []byte {
	_, rest, ok := bytes.Cut(data, []byte("\n"+key+": "))
	if !ok {
		return nil
	}
	value, _, _ := bytes.Cut(rest, []byte("\n"))
	return value
}

func firstBytes(b []byte, n int) []byte { return b[:min(n, len(b))] }

// shaPrefix is the number that the first 16 hex digits of a hash make.
func shaPrefix(sha []byte) uint64 {
	n, err := strconv.ParseUint(string(firstBytes(sha, 16)), 16, 64)
	if err != nil {
		return 0
	}
	return n
}

// tree is the right edge of an RFC 6962 tree: the roots of its full subtrees.
type tree struct {
	roots []tlog.Hash
	count uint64
}

// add appends a leaf and calls made for each hash that becomes fixed, the leaf first,
// in the order in which tlog stores them.
func (t *tree) add(leaf tlog.Hash, made func(tlog.Hash)) {
	made(leaf)
	t.roots = append(t.roots, leaf)
	t.count++
	for n := t.count; n%2 == 0; n /= 2 {
		last := len(t.roots) - 1
		h := tlog.NodeHash(t.roots[last-1], t.roots[last])
		t.roots = append(t.roots[:last-1], h)
		made(h)
	}
}

// root is the hash over all leaves.
func (t *tree) root() tlog.Hash {
	if len(t.roots) == 0 {
		h, _ := tlog.TreeHash(0, nil)
		return h
	}
	h := t.roots[len(t.roots)-1]
	for i := len(t.roots) - 2; i >= 0; i-- {
		h = tlog.NodeHash(t.roots[i], h)
	}
	return h
}
