package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"
)

// one imports a single candidate.
func one(t *testing.T, s *shelf, c Candidate, o Options) evidence.Summary {
	t.Helper()
	queue := make(chan Candidate, 1)
	queue <- c
	close(queue)
	sum, err := New(s, readFunc(simple), o).Import(t.Context(), queue)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// TestCutOffContainerIsCompleted imports a container again of which a crash left the row
// and only some of the parts.
func TestCutOffContainerIsCompleted(t *testing.T) {
	s, zip := newShelf(), FromBytes("a.zip", []byte("zip:one,two,three"), Labels{})
	first := one(t, s, zip, Options{})
	if again := one(t, s, zip, Options{}); again.Seen != 1 || again.Duplicate != 1 {
		t.Errorf("whole: %+v", again)
	}
	for _, r := range first.Files {
		if strings.HasSuffix(r.Path, "m1.txt") {
			delete(s.docs, r.ID)
		}
	}
	if again := one(t, s, zip, Options{}); again.Indexed != 1 || again.Duplicate != 3 {
		t.Errorf("cut off: %+v", again)
	}
}

// TestChangedFileWaitsWhereItCan makes no row for a file that changed under an import
// that will see it again.
func TestChangedFileWaitsWhereItCan(t *testing.T) {
	later := 0
	c := Candidate{Path: "a.txt", Later: func() { later++ }, Open: func() (io.ReadCloser, error) { return nil, ErrChanged }}
	if sum := one(t, newShelf(), c, Options{}); sum.Seen != 0 || later != 1 {
		t.Errorf("%+v, put off %d times", sum, later)
	}
}

func TestVeryLargeIsNotCopied(t *testing.T) {
	s := newShelf()
	c := FromBytes("big.bin", bytes.Repeat([]byte("x"), 100), Labels{})
	sum := one(t, s, c, Options{MaxFile: 10, MaxKeep: 50})
	if r := sum.Files[0]; r.Reason != string(evidence.TooLarge) || r.ID != "" || r.Size != 100 || len(s.kept) != 0 {
		t.Errorf("%+v, %d kept", r, len(s.kept))
	}
}

func TestShownPaths(t *testing.T) {
	for raw, want := range map[string]string{"a/b.txt": "a/b.txt", "a\xff.txt": `a\xff.txt`, "é\xc3.txt": `é\xc3.txt`, "\uFFFD": "\uFFFD"} {
		got := Shown(raw)
		if got != want || hidden(got) != raw {
			t.Errorf("%q is shown as %q and back %q", raw, got, hidden(got))
		}
	}
}

func TestSpoolGivesBackWhatItHolds(t *testing.T) {
	s := &spool{}
	defer s.close()
	var want [][]byte
	for i := range 6 {
		data := bytes.Repeat([]byte{byte('a' + i)}, i*(spoolMemory/5))
		want = append(want, data)
		if err := s.add(format.Child{Name: fmt.Sprint(i)}, bytes.NewReader(data)); err != nil {
			t.Fatal(err)
		}
	}
	got := 0
	for got < len(want) {
		some, err := s.next(got)
		if err != nil || len(some) == 0 {
			t.Fatal(len(some), err)
		}
		for _, c := range some {
			data, err := io.ReadAll(io.NewSectionReader(c.src, 0, c.src.Size()))
			if err != nil || !bytes.Equal(data, want[got]) {
				t.Errorf("part %d came back as %d bytes: %v", got, len(data), err)
			}
			if len(c.Data) > partMemory {
				t.Errorf("part %d of %d bytes is held in memory", got, len(c.Data))
			}
			got++
		}
	}
	if s.held > spoolMemory || s.file == nil {
		t.Errorf("%d bytes in memory", s.held)
	}
}

// TestLargeFilesPassInPieces takes a file and a part of a container that are too large to
// be held: the reader gets them whole, but not in memory, and both are kept.
func TestLargeFilesPassInPieces(t *testing.T) {
	large := strings.Repeat("the quay is long. ", 1<<20/8)
	s, held := newShelf(), 0
	read := readFunc(func(j worker.Job) (*worker.Output, error) {
		if _, inMemory := j.Source.(*bytes.Reader); inMemory {
			held++
		}
		return simple(j)
	})
	sum, err := New(s, read, Options{}).Paths(t.Context(), []string{folder(t, map[string]string{"large.txt": large, "parts": "zip:" + large + "x"})})
	if err != nil || sum.Indexed != 3 || held != 0 {
		t.Errorf("%+v, %d held in memory: %v", sum, held, err)
	}
	for _, text := range []string{large, large + "x"} {
		hash := sha256.Sum256([]byte(text))
		if got := s.kept[hex.EncodeToString(hash[:])]; string(got) != text {
			t.Errorf("%d bytes kept of %d", len(got), len(text))
		}
	}
}

// TestSystemFilesOfArchivesAreListed leaves out what systems put into archives, and
// signatures: each has its row, and the container is whole without them.
func TestSystemFilesOfArchivesAreListed(t *testing.T) {
	s := newShelf()
	read := readFunc(func(j worker.Job) (*worker.Output, error) {
		if !strings.HasPrefix(string(j.Data), "parts") {
			return simple(j)
		}
		for _, c := range []format.Child{{Name: "a.txt"}, {Name: "__MACOSX/._a.txt"}, {Name: "x/.DS_Store"}, {Name: "smime.p7s", MediaType: format.MediaSignature}, {Name: "._b.txt", MediaType: "text/plain"}} {
			if err := j.Part(c, strings.NewReader("words of "+c.Name)); err != nil {
				return nil, err
			}
		}
		return &worker.Output{Document: &evidence.Document{Kind: evidence.Other}}, nil
	})
	dir := folder(t, map[string]string{"box.zip": "parts"})
	sum, err := New(s, read, Options{}).Paths(t.Context(), []string{dir})
	if err != nil || sum.Seen != 6 || sum.Ignored != 3 || sum.Indexed != 3 {
		t.Fatalf("%+v: %v", sum, err)
	}
	for _, r := range sum.Files {
		if r.State == evidence.Ignored && (r.Parent == "" || r.Reason == "" || r.Size == 0) {
			t.Errorf("%+v", r)
		}
	}
	if again, err := New(s, read, Options{}).Paths(t.Context(), []string{dir}); err != nil || again.Duplicate != 1 || again.Seen != 1 {
		t.Errorf("again: %+v, %v", again, err)
	}
}

// growing is a source that is another file at its end than at its start.
type growing struct{ io.Reader }

func (growing) Close() error  { return nil }
func (growing) Changed() bool { return true }

func TestLargeFileThatChangesIsNotKept(t *testing.T) {
	later := false
	c := Candidate{Path: "large.txt", Size: 2 * wholeFile, Later: func() { later = true },
		Open: func() (io.ReadCloser, error) {
			return growing{strings.NewReader(strings.Repeat("x", 2*wholeFile))}, nil
		}}
	if sum := one(t, newShelf(), c, Options{}); !later || sum.Seen != 0 {
		t.Errorf("taken all the same: %+v", sum)
	}
}

// TestUnreadableIsARow imports a file that may not be opened.
func TestUnreadableIsARow(t *testing.T) {
	c := Candidate{Path: "a.txt", Open: func() (io.ReadCloser, error) { return nil, errors.New("input/output error") }}
	if sum := one(t, newShelf(), c, Options{}); sum.Exception != 1 || sum.Files[0].Reason != string(evidence.IO) || !sum.Files[0].Retryable {
		t.Errorf("%+v", sum)
	}
}

// TestSuspectIsReadAlone: a file that was being read when the program ended shares its next
// reading with no other, so that another end can be laid to it.
func TestSuspectIsReadAlone(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprint(i, ".txt")] = fmt.Sprint("text ", i)
	}
	s := newShelf()
	sum := sha256.Sum256([]byte("text 7"))
	s.suspects = map[string]bool{hex.EncodeToString(sum[:]): true}
	var now, most, beside atomic.Int32
	m := New(s, readFunc(func(j worker.Job) (*worker.Output, error) {
		n := now.Add(1)
		defer now.Add(-1)
		most.Store(max(most.Load(), n))
		if string(j.Data) == "text 7" {
			beside.Store(n - 1)
		}
		time.Sleep(2 * time.Millisecond)
		if string(j.Data) == "text 7" {
			beside.Add(now.Load() - 1)
		}
		return simple(j)
	}), Options{Jobs: 4})
	if got, err := m.Paths(t.Context(), []string{folder(t, files)}); err != nil || got.Indexed != len(files) {
		t.Fatalf("%+v %v", got, err)
	}
	if beside.Load() != 0 || most.Load() < 2 {
		t.Errorf("%d files were read beside the suspect; %d at a time at most", beside.Load(), most.Load())
	}
}

// fullShelf has no room for originals.
type fullShelf struct{ *shelf }

func (fullShelf) Keep(io.Reader) (string, int64, error) { return "", 0, errors.New("no room") }

// TestStoreFailureEndsAnImportWithoutEnd: one file that cannot be kept ends the import of a
// watched folder, though no other file comes.
func TestStoreFailureEndsAnImportWithoutEnd(t *testing.T) {
	queue := make(chan Candidate, 1)
	queue <- FromBytes("a.txt", []byte("text"), Labels{})
	ended := make(chan error, 1)
	go func() {
		_, err := New(fullShelf{newShelf()}, readFunc(simple), Options{Jobs: 4}).Import(t.Context(), queue)
		ended <- err
	}()
	select {
	case err := <-ended:
		if err == nil || err.Error() != "no room" {
			t.Errorf("%v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the import waits on")
	}
}
