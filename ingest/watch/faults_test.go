package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest"
)

// TestOverflowIsTold stops the reader of events while more of them come in than the system
// keeps: the loss must be told.
func TestOverflowIsTold(t *testing.T) {
	kept, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	if err != nil {
		t.Skip("needs inotify: ", err)
	}
	if n, _ := strconv.Atoi(strings.TrimSpace(string(kept))); n > 20000 {
		t.Skipf("the system keeps %d events; too many to overflow it here", n)
	}
	dir := t.TempDir()
	e := newEvents(dir, func(s string) { t.Log(s) })
	defer e.close()
	e.watch(".")
	e.mu.Lock() // the reader stops at the first event
	const files = 16000
	for i := range files { // each makes two events at least
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), []byte("x"), 0o600); err != nil {
			e.mu.Unlock()
			t.Fatal(err)
		}
	}
	e.mu.Unlock()
	for end := time.After(30 * time.Second); ; {
		select {
		case <-e.woken():
			if _, lost := e.take(); lost {
				return
			}
		case <-end:
			t.Fatal("the loss of events was not told")
		}
	}
}

// TestLostEventsMakeAWalk takes the events away from a running watcher: what came in
// meanwhile is found when it is told that it lost some, and not later.
func TestLostEventsMakeAWalk(t *testing.T) {
	r := newRig(t)
	r.write("first.txt", "there at the start")
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	found := make(chan ingest.Candidate)
	done := make(chan struct{})
	go func() { r.run(found); close(done) }()
	o := quick
	o.Every = time.Hour
	w, err := New(Folder{"", r.dir}, r.book, found, o)
	if err != nil {
		t.Fatal(err)
	}
	e := newEvents(r.dir, func(string) {})
	running := make(chan error, 1)
	go func() { running <- w.run(ctx, e) }()
	wait := func(want int) {
		for ctx.Err() == nil && r.taken() < want {
			time.Sleep(5 * time.Millisecond)
		}
	}
	wait(1)
	e.close() // no event comes any more
	const files = 300
	for i := range files {
		r.write(fmt.Sprintf("d%d/%d.txt", i%7, i), fmt.Sprint("text ", i))
	}
	time.Sleep(5 * quick.Settle)
	if n := r.taken(); n != 1 {
		t.Fatalf("%d files were taken without an event", n)
	}
	e.overflow()
	wait(1 + files)
	stop()
	<-running
	close(found)
	<-done
	r.eachOnce(1 + files)
}

// TestFileChangesWhileItIsRead writes to a file while the import reads it: what is taken in
// the end is the file as it settled, and nothing else.
func TestFileChangesWhileItIsRead(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "half of it")
	found := make(chan ingest.Candidate)
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err != nil {
		t.Fatal(err)
	}
	once := make(chan error, 1)
	go func() { once <- w.Once(t.Context()) }()
	var taken []string
	for rounds := 0; len(once) == 0 && rounds < 20; rounds++ {
		select {
		case c := <-found:
			taken = append(taken, r.readWhile(c, rounds)...)
		case err := <-once:
			if err != nil {
				t.Fatal(err)
			}
			if len(taken) != 1 || taken[0] != "half of it, and the rest" {
				t.Errorf("taken: %q", taken)
			}
			return
		}
	}
	t.Fatalf("no end; taken %q", taken)
}

// readWhile reads as the import does. In the first round the file grows meanwhile.
func (r *rig) readWhile(c ingest.Candidate, round int) []string {
	r.Helper()
	f, err := c.Open()
	if errors.Is(err, ingest.ErrChanged) {
		c.Later()
		return nil
	}
	if err != nil {
		r.Fatal(err)
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		r.Fatal(err)
	}
	if round == 0 {
		r.write("a.txt", "half of it, and the rest")
	}
	if f.(interface{ Changed() bool }).Changed() {
		c.Later()
		return nil
	}
	c.Settled(evidence.LedgerRow{State: evidence.Indexed, ID: string(data)})
	return []string{string(data)}
}

// TestRenamedWhileSettling renames a file before it has settled: it comes in once, under
// the name that it has then.
func TestRenamedWhileSettling(t *testing.T) {
	r := newRig(t)
	r.options.Settle = 2 * time.Second // renamed in time on a busy machine too
	r.live(1, func() {
		r.write("draft.txt", "text")
		for _, name := range []string{"draft2.txt", "sub.txt", "final.txt"} {
			old, err := filepath.Glob(filepath.Join(r.dir, "*.txt"))
			if err != nil || len(old) != 1 {
				t.Fatalf("%q %v", old, err)
			}
			time.Sleep(quick.Settle)
			if err := os.Rename(old[0], filepath.Join(r.dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	})
	r.eachOnce(1)
	for path := range r.texts {
		if filepath.Base(path) != "final.txt" {
			t.Errorf("taken as %s", path)
		}
	}
}

// TestPathTooLong nests folders deeper than any path can say: what is too deep has a row,
// and the rest comes in.
func TestPathTooLong(t *testing.T) {
	r := newRig(t)
	r.write("near.txt", "near")
	root, err := os.OpenRoot(r.dir)
	if err != nil {
		t.Fatal(err)
	}
	deep := root
	for range 80 { // 80 × 201 bytes
		name := strings.Repeat("d", 200)
		if err := deep.Mkdir(name, 0o755); err != nil {
			t.Fatal(err)
		}
		next, err := deep.OpenRoot(name)
		if err != nil {
			t.Fatal(err)
		}
		defer next.Close()
		deep = next
	}
	if err := deep.WriteFile("deep.txt", []byte("deep"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.RemoveAll(strings.Repeat("d", 200)); root.Close() })
	refused := 0
	found := make(chan ingest.Candidate)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for c := range found {
			if errors.Is(c.Err, errLongPath) {
				refused++
				c.Settled(evidence.LedgerRow{Number: 1, State: evidence.Exception, Reason: string(evidence.IO)})
				continue
			}
			c.Settled(r.take(c))
		}
	}()
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err == nil {
		err = w.Once(t.Context())
	}
	close(found)
	<-done
	if err != nil {
		t.Fatal(err)
	}
	if refused != 1 {
		t.Errorf("%d rows for what is too deep", refused)
	}
	r.eachOnce(1)
}

// TestSmallFilesFirst sends what a walk finds: small files before large ones, but a large
// one that has waited for long before all.
func TestSmallFilesFirst(t *testing.T) {
	r := newRig(t)
	for name, f := range map[string]struct {
		size int64
		age  time.Duration
	}{"large.txt": {1 << 20, time.Minute}, "small.txt": {100, time.Minute}, "middle.txt": {10000, time.Minute}, "waited.txt": {1 << 20, 900 * time.Hour}} {
		r.write(name, "")
		path, then := filepath.Join(r.dir, name), time.Now().Add(-f.age)
		if err := errors.Join(os.Truncate(path, f.size), os.Chtimes(path, then, then)); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(2 * quick.Settle)
	found := make(chan ingest.Candidate, 9)
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err == nil {
		err = w.walk(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	close(found)
	var order []string
	for c := range found {
		order = append(order, filepath.Base(c.Path))
	}
	if want := []string{"waited.txt", "small.txt", "middle.txt", "large.txt"}; !slices.Equal(order, want) {
		t.Errorf("sent %q, want %q", order, want)
	}
}

// TestFullQueueHoldsTheScan takes nothing: the walk waits with the next file, and ends when
// it is told to, without losing what it had in hand.
func TestFullQueueHoldsTheScan(t *testing.T) {
	r := newRig(t)
	for i := range 20 {
		r.write(fmt.Sprint(i, ".txt"), fmt.Sprint("text ", i))
	}
	time.Sleep(2 * quick.Settle)
	ctx, stop := context.WithCancel(t.Context())
	found := make(chan ingest.Candidate, 3)
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- w.walk(ctx) }()
	for len(found) < cap(found) {
		time.Sleep(time.Millisecond)
	}
	select {
	case err := <-ended:
		t.Fatalf("the walk did not wait: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	stop()
	if err := <-ended; !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	r.once() // another watcher finds all: nothing has a row yet
	r.eachOnce(20)
}
