package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest/worker/hostile"
)

// TestHostileFilesWhileSearching lets a server import files made to do harm while it is
// searched fifty times a second: it goes on, its memory stays small, and every file ends
// in a state of the ledger. The short form takes every third file and the largest.
func TestHostileFilesWhileSearching(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: takes half a minute")
	}
	in, first, dir, keys := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	put(t, filepath.Join(first, "calm.txt"), "The harbour berth is calm.")
	put(t, filepath.Join(in, "zz-last.txt"), "The harbour berth is open.")
	files := 1
	for i, f := range hostile.Files() {
		if name := strings.ReplaceAll(f.Name, "/", "_"); *long || i%3 == 0 || len(f.Data) > 4<<20 {
			put(t, filepath.Join(in, name), string(f.Data))
			files++
		}
	}
	output(t, averment(t, keys, "add", "--quiet", "--case", dir, first))
	s := serve(t, dir, keys, "--watch", in)
	s.until("berth", 2, time.Minute)
	grown := s.watchMemory()
	took, failed := s.searchOn(func() { s.ledgerHas(in, files, time.Duration(size(4, 9))*time.Minute) })
	before, most := grown()
	searches := len(took)
	t.Logf("%d files, %d searches, %d failed, median %v, p95 %v; memory before %d, at most %d MiB",
		files, searches, failed, took[searches/2], took[searches*95/100], before>>10, most>>10)
	if failed > 0 {
		t.Errorf("%d of %d searches failed", failed, searches)
	}
	if !raced && before > 0 && most-before > 100<<10 {
		t.Errorf("the server grew by %d MiB", (most-before)>>10)
	}
	s.stop()
	output(t, averment(t, keys, "verify", "--read-data", "--index", "--case", dir))
}

// searchOn searches fifty times a second while do runs, and tells how long the answers
// took, ascending.
func (s *served) searchOn(do func()) (took []time.Duration, failed int64) {
	done := make(chan struct{})
	var running sync.WaitGroup
	var bad atomic.Int64
	var mu sync.Mutex
	running.Go(func() {
		tick := time.NewTicker(time.Second / 50)
		defer tick.Stop()
		for {
			select {
			case <-done:
				return
			case <-tick.C:
				running.Go(func() {
					began := time.Now()
					if n, err := s.total("berth"); err != nil || n < 2 {
						bad.Add(1)
					}
					mu.Lock()
					took = append(took, time.Since(began))
					mu.Unlock()
				})
			}
		}
	})
	do()
	close(done)
	running.Wait()
	slices.Sort(took)
	return took, bad.Load()
}

// ledgerHas waits until so many files directly in a folder have a row.
func (s *served) ledgerHas(in string, want int, patience time.Duration) {
	s.Helper()
	got := 0
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Second) {
		got = 0
		for _, r := range s.rows() {
			if filepath.Dir(r.Path) == in && r.Parent == "" {
				got++
			}
		}
		if got == want {
			return
		}
	}
	s.Errorf("%d of %d files have a row", got, want)
}

// rows is the whole ledger.
func (s *served) rows() []evidence.LedgerRow {
	s.Helper()
	answer, err := s.client.Get(s.base + "/api/v1/ledger?limit=100000")
	if err != nil {
		s.Error(err)
		return nil
	}
	defer answer.Body.Close()
	var sum evidence.Summary
	decodeFrom(s.T, answer.Body, &sum)
	return sum.Files
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
