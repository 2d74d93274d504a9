package watch

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"averment/ingest"
)

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
