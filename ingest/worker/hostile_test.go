package worker

import (
	"context"
	"errors"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker/hostile"
)

// TestHostileFiles reads every hostile file, and a few of the files inside it: each ends
// in a document or in an error with a code, within its time, and the memory of the
// parent stays small.
func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	files := hostile.Files()
	if len(files) < 60 {
		t.Fatalf("only %d hostile files", len(files))
	}
	p := newPool(t, PoolOptions{NoOCR: true, Times: Times{Idle: 3 * time.Second, Total: 15 * time.Second}})
	grown := watchMemory(t)
	for _, f := range files {
		t.Run(f.Name, func(t *testing.T) { readHostile(t, p, f.Name, f.Data, 0) })
	}
	if most := grown(); !raced && most > 100<<20 {
		t.Errorf("the parent grew by %d MiB", most>>20)
	}
}

// readHostile reads a file and the first of its children, some levels down.
func readHostile(t *testing.T, p *Pool, name string, data []byte, depth int) {
	began := time.Now()
	children := 0
	out, err := p.Read(context.Background(), Job{Name: name, Data: data, Depth: depth, Child: func(c format.Child) error {
		if children++; children <= 3 && depth < 10 && c.Document == nil {
			readInner(t, p, name+"/"+c.Name, c.Data, depth+1)
		}
		return nil
	}})
	var refused *evidence.ReadError
	switch {
	case err == nil && out.Document == nil:
		t.Errorf("%s: neither a document nor an error", name)
	case err != nil && (!errors.As(err, &refused) || refused.Code == "" || refused.Detail == ""):
		t.Errorf("%s: an error without code and words: %v", name, err)
	}
	if testing.Verbose() {
		t.Logf("%s: %v, %d children, %.1f s", name, err, children, time.Since(began).Seconds())
	}
}

// readInner reads a child while its container is still being read, which needs a second
// worker.
func readInner(t *testing.T, p *Pool, name string, data []byte, depth int) {
	if depth > 1 {
		return
	}
	readHostile(t, p, name, data, depth)
}

// watchMemory samples the resident memory of this process; the function it gives stops
// that and tells by how much it grew at most.
func watchMemory(t *testing.T) func() int64 {
	t.Helper()
	runtime.GC()
	base := resident(t)
	if base == 0 {
		t.Log("no /proc: memory is not watched")
	}
	var most atomic.Int64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(20 * time.Millisecond):
				most.Store(max(most.Load(), resident(t)-base))
			}
		}
	}()
	return func() int64 {
		close(stop)
		<-done
		return most.Load()
	}
}

// resident is the resident memory of this process in bytes, 0 where it cannot be told.
func resident(t *testing.T) int64 {
	b, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(b))
	pages, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil {
		t.Errorf("read /proc/self/statm: %v", err)
	}
	return pages * int64(os.Getpagesize())
}
