package watch

import (
	"errors"
	"os"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest"
)

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
