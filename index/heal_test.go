package index

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// caseOf opens an index of n documents in dir and closes it again.
func caseOf(t *testing.T, dir string, m *memory, n int) {
	t.Helper()
	for i := range n {
		m.add(textDoc(fmt.Sprintf("document %d", i), fmt.Sprintf("Word%d and shared words. Another sentence.", i)))
	}
	x, err := Open(dir, m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
}

// segments lists the segment files of a part.
func segmentFiles(t *testing.T, dir, name string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, name, "store", "*.zap"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no segments: %v", err)
	}
	return files
}

func damage(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(b), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestHeals(t *testing.T) {
	flip := func(b []byte) []byte { b[len(b)/3] ^= 0x10; return b }
	cut := func(b []byte) []byte { return b[:len(b)/2] }
	empty := func([]byte) []byte { return nil }
	tests := []struct {
		name   string
		damage func(t *testing.T, dir string, m *memory)
		whole  bool // the index is not damaged
	}{
		{"untouched", func(*testing.T, string, *memory) {}, true},
		{"deleted", func(t *testing.T, dir string, _ *memory) { os.RemoveAll(dir) }, true},
		{"one part deleted", func(t *testing.T, dir string, _ *memory) { os.RemoveAll(filepath.Join(dir, "statements")) }, true},
		{"segment truncated", func(t *testing.T, dir string, _ *memory) { damage(t, segmentFiles(t, dir, "documents")[0], cut) }, false},
		{"segment emptied", func(t *testing.T, dir string, _ *memory) { damage(t, segmentFiles(t, dir, "documents")[0], empty) }, false},
		{"bit flipped", func(t *testing.T, dir string, _ *memory) { damage(t, segmentFiles(t, dir, "documents")[0], flip) }, false},
		{"bit flipped in statements", func(t *testing.T, dir string, _ *memory) { damage(t, segmentFiles(t, dir, "statements")[0], flip) }, false},
		{"segment missing", func(t *testing.T, dir string, _ *memory) { os.Remove(segmentFiles(t, dir, "documents")[0]) }, false},
		{"root emptied", func(t *testing.T, dir string, _ *memory) {
			damage(t, filepath.Join(dir, "documents", "store", "root.bolt"), empty)
		}, false},
		{"root torn", func(t *testing.T, dir string, _ *memory) {
			damage(t, filepath.Join(dir, "documents", "store", "root.bolt"), func(b []byte) []byte { return b[:5*4096] })
		}, false},
		{"description lost", func(t *testing.T, dir string, _ *memory) {
			os.Remove(filepath.Join(dir, "documents", "index_meta.json"))
		}, false},
		{"another case", func(t *testing.T, dir string, m *memory) { m.id = "case-2" }, false},
		{"cursor ahead", func(t *testing.T, dir string, m *memory) { m.last = 1 }, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir, m := filepath.Join(t.TempDir(), "index"), newMemory("case-1")
			caseOf(t, dir, m, 12)
			tt.damage(t, dir, m)
			x, err := Open(dir, m, Options{Manual: true})
			if err != nil {
				t.Fatal(err)
			}
			defer x.Close()
			if s := x.Status(); (s.Damage == "") != tt.whole {
				t.Errorf("damage %q", s.Damage)
			}
			if err := x.Sync(context.Background()); err != nil {
				t.Fatal(err)
			}
			if got := found(t, x, phrase("shared", "words")); len(got) != 12 {
				t.Errorf("found %v", got)
			}
			if s := x.Status(); s.Pending != 0 || s.Rebuilding || s.Searchable != 12 {
				t.Errorf("status %+v", s)
			}
			if err := x.Verify(context.Background()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSearchWhileRebuilding(t *testing.T) {
	m := newMemory("case-1")
	for i := range 5 {
		m.add(textDoc(fmt.Sprint(i), "words"))
	}
	x, err := Open(t.TempDir(), m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	res, err := x.Search(context.Background(), Request{Expr: Term{"words"}})
	if err != nil || !res.Status.Rebuilding || res.Status.Pending != 5 || res.Total != 0 {
		t.Fatalf("%+v %v", res, err)
	}
}

func TestUncleanStartsForceRebuild(t *testing.T) {
	dir, m := filepath.Join(t.TempDir(), "index"), newMemory("case-1")
	caseOf(t, dir, m, 3)
	for range uncleanStarts {
		if _, err := (&Index{dir: dir}).noteStart(time.Now()); err != nil {
			t.Fatal(err)
		}
	}
	x, err := Open(dir, m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if s := x.Status(); !s.Rebuilding || s.Damage == "" {
		t.Errorf("status %+v", s)
	}
}

func TestBackground(t *testing.T) {
	m := newMemory("case-1")
	x, err := Open(t.TempDir(), m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	m.add(textDoc("one", "words"))
	x.Notify()
	for deadline := time.Now().Add(20 * time.Second); x.Status().Searchable != 1; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("never indexed: %+v", x.Status())
		}
	}
}

func TestHeldByAnother(t *testing.T) {
	dir, m := t.TempDir(), newMemory("case-1")
	x, err := Open(dir, m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if y, err := Open(dir, m, Options{Manual: true, Timeout: 50 * time.Millisecond}); err == nil {
		y.Close()
		t.Error("opened twice")
	}
}

// TestKill stops an indexing process at random moments; whatever it leaves behind, the
// next start finds every document.
func TestKill(t *testing.T) {
	if dir := os.Getenv("AVERMENT_INDEX_KILL"); dir != "" {
		m := killCase()
		x, err := Open(dir, m, Options{Manual: true, BatchBytes: 4 << 10})
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Sync(context.Background()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
	}
	rounds := 6
	if testing.Short() {
		rounds = 1
	}
	for round := range rounds {
		dir := filepath.Join(t.TempDir(), "index")
		cmd := exec.Command(os.Args[0], "-test.run=^TestKill$")
		cmd.Env = append(os.Environ(), "AVERMENT_INDEX_KILL="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(30+60*round) * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		m := killCase()
		x, err := Open(dir, m, Options{Manual: true})
		if err != nil {
			t.Fatal(err)
		}
		if err := x.Sync(context.Background()); err != nil {
			t.Fatal(err)
		}
		if got := found(t, x, phrase("shared", "words")); len(got) != len(m.docs) {
			t.Errorf("round %d: found %d of %d", round, len(got), len(m.docs))
		}
		if err := x.Verify(context.Background()); err != nil {
			t.Error(err)
		}
		x.Close()
	}
}

func killCase() *memory {
	m := newMemory("case-kill")
	for i := range 600 {
		m.add(textDoc(fmt.Sprint(i), fmt.Sprintf("Word%d and shared words. More of them follow here.", i)))
	}
	return m
}
