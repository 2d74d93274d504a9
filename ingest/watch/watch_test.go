package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest"
)

// book keeps states in memory.
type book struct {
	mu       sync.Mutex
	states   map[string]State
	vanished []string
}

func (b *book) States(_ string, yield func(string, State) error) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for p, s := range b.states {
		if err := yield(p, s); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) SetStates(_ string, states map[string]State) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	maps.Copy(b.states, states)
	return nil
}

func (b *book) Vanished(_ string, gone []Gone) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, g := range gone {
		b.vanished = append(b.vanished, g.Path)
	}
	return nil
}

// taker takes candidates as an import would and counts what it got.
type taker struct {
	mu    sync.Mutex
	texts map[string][]string // by path
	rules map[string]string
	fails map[string]int // paths that fail that often first
}

func (k *taker) run(found <-chan ingest.Candidate) {
	for c := range found {
		c.Settled(k.take(c))
	}
}

func (k *taker) take(c ingest.Candidate) evidence.LedgerRow {
	row := evidence.LedgerRow{Path: c.Path, State: evidence.Indexed}
	k.mu.Lock()
	defer k.mu.Unlock()
	if c.Ignored != "" {
		k.rules[filepath.Base(c.Path)] = c.Ignored
		row.State = evidence.Ignored
		return row
	}
	if k.fails[filepath.Base(c.Path)] > 0 {
		k.fails[filepath.Base(c.Path)]--
		row.State, row.Reason = evidence.Exception, string(evidence.IO)
		return row
	}
	f, err := c.Open()
	if err != nil {
		row.State, row.Reason = evidence.Exception, string(evidence.IO)
		return row
	}
	defer f.Close()
	data, _ := io.ReadAll(f)
	k.texts[c.Path] = append(k.texts[c.Path], string(data))
	row.ID = string(data)
	return row
}

type rig struct {
	*testing.T
	dir  string
	book *book
	taker
}

func newRig(t *testing.T) *rig {
	return &rig{T: t, dir: t.TempDir(), book: &book{states: map[string]State{}},
		taker: taker{texts: map[string][]string{}, rules: map[string]string{}, fails: map[string]int{}}}
}

func (r *rig) write(name, text string) {
	r.Helper()
	path := filepath.Join(r.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
}

var quick = Options{Settle: 40 * time.Millisecond, Every: 150 * time.Millisecond}

// once makes one pass.
func (r *rig) once() {
	r.Helper()
	found := make(chan ingest.Candidate)
	done := make(chan struct{})
	go func() { r.run(found); close(done) }()
	w, err := New(Folder{"wire", r.dir}, r.book, found, quick)
	if err == nil {
		err = w.Once(r.Context())
	}
	close(found)
	<-done
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		r.Fatal(err)
	}
}

// live watches while do runs, until want files are taken or ten seconds have passed.
func (r *rig) live(want int, do func()) {
	r.Helper()
	ctx, stop := context.WithTimeout(r.Context(), 20*time.Second)
	defer stop()
	found := make(chan ingest.Candidate)
	done := make(chan struct{})
	go func() { r.run(found); close(done) }()
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err != nil {
		r.Fatal(err)
	}
	running := make(chan error, 1)
	go func() { running <- w.Run(ctx) }()
	do()
	for ctx.Err() == nil && r.taken() < want {
		time.Sleep(20 * time.Millisecond)
	}
	stop()
	<-running
	close(found)
	<-done
}

func (r *rig) taken() (n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range r.texts {
		n += len(t)
	}
	return n
}

func (r *rig) eachOnce(want int) {
	r.Helper()
	for path, texts := range r.texts {
		if len(texts) != 1 {
			r.Errorf("%q was taken %d times", path, len(texts))
		}
	}
	if len(r.texts) != want {
		r.Errorf("%d files taken, want %d", len(r.texts), want)
	}
}

func TestOnceTakesEachFileOnceAcrossRestarts(t *testing.T) {
	r := newRig(t)
	for i := range 50 {
		r.write(fmt.Sprintf("d%d/f%d.txt", i%5, i), fmt.Sprint("text ", i))
	}
	r.once()
	r.once()
	r.eachOnce(50)
}

func TestChangedFileIsANewVersion(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "first")
	r.once()
	r.write("a.txt", "second, longer")
	r.once()
	if got := r.texts[filepath.Join(r.dir, "a.txt")]; len(got) != 2 || got[1] != "second, longer" {
		t.Errorf("taken %q", got)
	}
	if s := r.book.states["a.txt"]; s.Versions != 2 {
		t.Errorf("%d versions", s.Versions)
	}
}

func TestVanishedIsNotedOnce(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "one")
	r.write("b.txt", "two")
	r.once()
	os.Remove(filepath.Join(r.dir, "a.txt"))
	r.once()
	r.once()
	if len(r.book.vanished) != 1 || r.book.vanished[0] != "a.txt" {
		t.Errorf("vanished %q", r.book.vanished)
	}
}

func TestAnUnmountedFolderIsNoMassDeletion(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "one")
	r.once()
	for p, s := range r.book.states { // the files were on another disk
		s.Print.Device++
		r.book.states[p] = s
	}
	os.Remove(filepath.Join(r.dir, "a.txt"))
	r.once()
	os.RemoveAll(r.dir)
	found := make(chan ingest.Candidate)
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err == nil {
		err = w.Once(t.Context())
	}
	if err != nil || len(r.book.vanished) != 0 {
		t.Errorf("vanished %q, error %v", r.book.vanished, err)
	}
}

func TestOddNamesAndSpecialFiles(t *testing.T) {
	r := newRig(t)
	names := []string{"new\nline.txt", "bad\xff\xfeutf8.txt", "\u202ebidi.txt", strings.Repeat("n", 255), " space "}
	for _, n := range names {
		r.write(n, "text of "+n)
	}
	r.write("half.part", "x")
	if err := syscall.Mkfifo(filepath.Join(r.dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"out": "/etc/passwd", "loop": ".", "gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(r.dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	r.once()
	r.eachOnce(len(names))
	for _, special := range []string{"pipe", "out", "loop", "gone"} {
		if r.rules[special] != "not a regular file" {
			t.Errorf("%s: rule %q", special, r.rules[special])
		}
	}
	if r.rules["half.part"] != "temporary download" {
		t.Errorf("rules %v", r.rules)
	}
}

func TestSlowWriterIsTakenWhole(t *testing.T) {
	r := newRig(t)
	r.live(1, func() {
		f, err := os.Create(filepath.Join(r.dir, "slow.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			fmt.Fprint(f, "a part; ")
			time.Sleep(15 * time.Millisecond)
		}
		f.Close()
	})
	if got := r.texts[filepath.Join(r.dir, "slow.txt")]; len(got) != 1 || len(got[0]) != 160 {
		t.Errorf("taken %d times, %d bytes", len(got), len(strings.Join(got, "")))
	}
}

func TestFoldersMadeWhileWatching(t *testing.T) {
	r := newRig(t)
	const rounds = 200
	r.live(rounds, func() {
		for i := range rounds {
			r.write(fmt.Sprintf("race%d/deep/f.txt", i), fmt.Sprint("text ", i))
		}
	})
	r.eachOnce(rounds)
}

func TestMovedInAndHardLinked(t *testing.T) {
	r := newRig(t)
	outside := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(outside, []byte("moved"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.live(2, func() {
		if err := os.Link(outside, filepath.Join(r.dir, "linked.txt")); err != nil {
			t.Skip("no hard link between temporary folders here: ", err)
		}
		if err := os.Rename(outside, filepath.Join(r.dir, "moved.txt")); err != nil {
			t.Fatal(err)
		}
	})
	r.eachOnce(2)
}

func TestReadErrorsBackOff(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "text")
	r.fails["a.txt"] = 1
	r.once()
	s := r.book.states["a.txt"]
	if s.State != evidence.Exception || s.NextTry.IsZero() || time.Until(s.NextTry) > time.Minute {
		t.Fatalf("state %+v", s)
	}
	r.once()
	if r.taken() != 0 {
		t.Error("tried again before its time")
	}
	s.NextTry = time.Now().Add(-time.Second)
	r.book.states["a.txt"] = s
	r.once()
	r.eachOnce(1)
	if d := backOff(30); d != time.Hour {
		t.Errorf("backs off %v at most, want an hour", d)
	}
}

// TestUnderWay looks at what is on its way while an import holds one file and another is
// still being written to.
func TestUnderWay(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "text")
	found := make(chan ingest.Candidate)
	o := quick
	o.Settle = 300 * time.Millisecond
	w, err := New(Folder{"", r.dir}, r.book, found, o)
	if err != nil {
		t.Fatal(err)
	}
	once := make(chan error, 1)
	go func() { once <- w.Once(t.Context()) }()
	c := <-found
	r.write("b.txt", "other text")
	if err := w.lookAt(t.Context(), map[string]bool{"b.txt": false}); err != nil {
		t.Fatal(err)
	}
	for until := time.Now().Add(10 * time.Second); time.Now().Before(until); time.Sleep(time.Millisecond) {
		if _, some := w.UnderWay(9); some[0].Step == Reading {
			break
		}
	}
	want := []UnderWay{{filepath.Join(r.dir, "a.txt"), Reading, 4}, {filepath.Join(r.dir, "b.txt"), Settling, 10}}
	if total, some := w.UnderWay(9); total != 2 || !slices.Equal(some, want) {
		t.Errorf("%d under way: %+v, want %+v", total, some, want)
	}
	if total, some := w.UnderWay(1); total != 2 || !slices.Equal(some, want[:1]) {
		t.Errorf("one of %d under way: %+v", total, some)
	}
	c.Settled(r.take(c))
	c = <-found
	c.Settled(r.take(c))
	if err := <-once; err != nil {
		t.Error(err)
	}
	if total, some := w.UnderWay(9); total != 0 {
		t.Errorf("at the end: %+v", some)
	}
}

// TestFolderThatCannotBeRead has one row, whatever becomes of the folder.
func TestFolderThatCannotBeRead(t *testing.T) {
	r := newRig(t)
	r.write("sub/a.txt", "text")
	found := make(chan ingest.Candidate, 9)
	clock := time.Now()
	o := quick
	o.Now = func() time.Time { return clock }
	w, err := New(Folder{"", r.dir}, r.book, found, o)
	if err != nil {
		t.Fatal(err)
	}
	root, err := w.root()
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	look := func(do func(*tour) error) []ingest.Candidate {
		t.Helper()
		tr := &tour{w: w, ctx: t.Context(), root: root, seen: map[string]bool{}}
		if err := errors.Join(do(tr), tr.send()); err != nil {
			t.Fatal(err)
		}
		var got []ingest.Candidate
		for len(found) > 0 {
			got = append(got, <-found)
		}
		return got
	}
	refuse := func(tr *tour) error { return tr.refused("sub", os.ErrPermission) }
	heal := func(tr *tour) error { return tr.readable("sub") }
	if got := look(heal); len(got) != 0 {
		t.Errorf("a folder like any other: %+v", got)
	}
	first := look(refuse)
	if len(first) != 1 || !errors.Is(first[0].Err, os.ErrPermission) {
		t.Fatalf("%+v", first)
	}
	if got := look(refuse); len(got) != 0 {
		t.Errorf("sent twice: %+v", got)
	}
	first[0].Settled(evidence.LedgerRow{Number: 7, State: evidence.Exception, Reason: string(evidence.IO)})
	if got := look(refuse); len(got) != 0 {
		t.Errorf("tried again before its time: %+v", got)
	}
	clock = clock.Add(2 * time.Minute)
	again := look(refuse)
	if len(again) != 1 || again[0].Row != 7 {
		t.Fatalf("%+v", again)
	}
	again[0].Settled(evidence.LedgerRow{Number: 7, State: evidence.Exception, Reason: string(evidence.IO)})
	now := look(heal)
	if len(now) != 1 || now[0].Row != 7 || now[0].Ignored != readAgain {
		t.Fatalf("%+v", now)
	}
	now[0].Settled(evidence.LedgerRow{Number: 7, State: evidence.Ignored})
	if got := look(heal); len(got) != 0 {
		t.Errorf("the row is settled: %+v", got)
	}
	if got := look(refuse); len(got) != 1 || got[0].Err == nil {
		t.Errorf("refused once more: %+v", got)
	}
}
