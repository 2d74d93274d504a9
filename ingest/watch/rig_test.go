package watch

import (
	"context"
	"io"
	"maps"
	"os"
	"path/filepath"
	"sync"
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
	dir     string
	book    *book
	options Options
	taker
}

func newRig(t *testing.T) *rig {
	return &rig{T: t, dir: t.TempDir(), book: &book{states: map[string]State{}}, options: quick,
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
	w, err := New(Folder{"wire", r.dir}, r.book, found, r.options)
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
	w, err := New(Folder{"", r.dir}, r.book, found, r.options)
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
