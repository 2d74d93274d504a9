package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"averment/evidence"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func TestEventRoundTrip(t *testing.T) {
	tests := []Event{
		{Time: "2026-11-22T14:00:00Z", Actor: "u", Action: "viewed", Object: "x", Outcome: "ok"},
		{Time: "2026-11-22T14:00:00Z", Actor: "a: b", Action: "searched", Object: "line\nbreak \\ and \r", Outcome: ""},
		{Time: "t", Actor: "", Action: "parsed", Object: `\n`, Outcome: "ok", Detail: map[string]string{"text": "1", "facts": "2\n3", "key": "averment+1+2"}},
	}
	for _, e := range tests {
		got, err := decodeEvent(0, e.encode())
		if err != nil || fmt.Sprint(got) != fmt.Sprint(e) {
			t.Errorf("%+v became %+v, %v", e, got, err)
		}
	}
}

func FuzzEvent(f *testing.F) {
	f.Add("actor", "object", "detail\nvalue")
	f.Fuzz(func(t *testing.T, actor, object, detail string) {
		e := Event{Time: "t", Actor: actor, Action: "a", Object: object, Outcome: "ok", Detail: map[string]string{"k": detail}}
		got, err := decodeEvent(0, e.encode())
		if err != nil || fmt.Sprint(got) != fmt.Sprint(e) {
			t.Errorf("%+v became %+v, %v", e, got, err)
		}
	})
}

// TestNotesOpenWithPlainTools opens a checkpoint with sumdb/note and checks inclusion
// and consistency with tlog alone.
func TestNotesOpenWithPlainTools(t *testing.T) {
	c := newCase(t)
	early, err := c.Statement(0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 9 {
		if err := c.Record(Event{Action: "viewed", Object: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	oldSize, oldRoot := plainOpen(t, early)
	late, err := c.Statement(oldSize)
	if err != nil {
		t.Fatal(err)
	}
	size, root := plainOpen(t, late)
	if size != oldSize+9 {
		t.Errorf("%d entries, then %d", oldSize, size)
	}
	if err := tlog.CheckTree(late.Proof, size, root, oldSize, oldRoot); err != nil {
		t.Error(err)
	}
}

func plainOpen(t *testing.T, s Statement) (int64, tlog.Hash) {
	t.Helper()
	v, err := note.NewVerifier(s.Keys[0])
	if err != nil {
		t.Fatal(err)
	}
	n, err := note.Open([]byte(s.Note), note.VerifierList(v))
	if err != nil {
		t.Fatal(err)
	}
	var name string
	var size int64
	var root string
	if _, err := fmt.Sscanf(n.Text, "%s\n%d\n%s\n", &name, &size, &root); err != nil {
		t.Fatal(err)
	}
	h, err := tlog.ParseHash(root)
	if err != nil {
		t.Fatal(err)
	}
	return size, h
}

func TestWitness(t *testing.T) {
	folder := t.TempDir()
	c := newCase(t)
	statement := func(c *Case, since int64) []byte {
		s, err := c.Statement(since)
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := json.Marshal(s)
		return raw
	}
	first, err := Witness(folder, statement(c, 0))
	if err != nil || !first.First {
		t.Fatalf("%+v %v", first, err)
	}
	db, _ := os.ReadFile(filepath.Join(c.dir, dbName))
	c.Record(Event{Action: "viewed"})
	if _, err := Witness(folder, statement(c, 0)); !errors.Is(err, evidence.ErrInvalid) || evidence.Hint(err) == "" {
		t.Errorf("without proof: %v", err)
	}
	next, err := Witness(folder, statement(c, first.Size))
	if err != nil || next.Size != first.Size+1 || next.First {
		t.Errorf("%+v %v", next, err)
	}
	// The same key signs another history from the same beginning.
	c.Close()
	forked := forkOf(t, c, db)
	for range 3 {
		forked.Record(Event{Action: "refused"})
	}
	if _, err := Witness(folder, statement(forked, next.Size)); !errors.Is(err, ErrInconsistent) {
		t.Errorf("a forked log: %v", err)
	}
	if _, err := Witness(folder, statement(newCase(t), 0)); err != nil {
		t.Errorf("another case: %v", err)
	}
}

// forkOf opens an old database as a case of its own with the same key.
func forkOf(t *testing.T, c *Case, db []byte) *Case {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "fork")
	keys, _ := os.ReadFile(filepath.Join(c.dir, checkpointName, keysName))
	err := errors.Join(os.MkdirAll(filepath.Join(dir, checkpointName), 0o700), makeShelves(dir),
		os.WriteFile(filepath.Join(dir, dbName), db, 0o600), os.WriteFile(filepath.Join(dir, checkpointName, keysName), keys, 0o600))
	if err != nil {
		t.Fatal(err)
	}
	fork, err := Open(dir, c.options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { fork.Close() })
	return fork
}

func TestAudit(t *testing.T) {
	c := newCase(t)
	add(t, c, sample("a", "Text."))
	var events []Event
	for i := range 2500 {
		if i%500 == 0 {
			events = append(events, Event{Actor: "Rivera", Action: "viewed", Object: fmt.Sprint("d", i)})
		}
		events = append(events, Event{Actor: "Okafor", Action: "searched", Object: fmt.Sprint("q", i)})
	}
	if err := c.Record(events...); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		filter AuditFilter
		count  int
		first  string
	}{
		{AuditFilter{Action: "searched"}, 2500, "q0"},
		{AuditFilter{Actor: "Rivera"}, 5, "d0"},
		{AuditFilter{Actor: "Rivera", Newest: true, Limit: 2}, 2, "d2000"},
		{AuditFilter{Object: "q249"}, 11, "q249"},
		{AuditFilter{Until: "2000"}, 0, ""},
	}
	for _, tt := range tests {
		var got []string
		if err := c.Audit(tt.filter, func(e Event) error { got = append(got, e.Object); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(got) != tt.count || (tt.count > 0 && got[0] != tt.first) {
			t.Errorf("%+v: %d entries, first %v", tt.filter, len(got), got[:min(1, len(got))])
		}
	}
}
