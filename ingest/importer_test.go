package ingest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"
)

// shelf is a store in memory.
type shelf struct {
	mu       sync.Mutex
	kept     map[string][]byte
	docs     map[string]*evidence.Document
	attempts map[string]int
	suspects map[string]bool
	rows     uint64
	fail     error
}

func newShelf() *shelf {
	return &shelf{kept: map[string][]byte{}, docs: map[string]*evidence.Document{}, attempts: map[string]int{}}
}

func (s *shelf) Keep(r io.Reader) (string, int64, error) {
	data, err := io.ReadAll(r)
	sum := sha256.Sum256(data)
	sha := hex.EncodeToString(sum[:])
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept[sha] = data
	return sha, int64(len(data)), err
}

func (s *shelf) KeepAll(originals [][]byte) ([]string, error) {
	var shas []string
	for _, data := range originals {
		sha, _, err := s.Keep(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		shas = append(shas, sha)
	}
	return shas, nil
}

func (s *shelf) Kept(sha string) (Original, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return keptBytes{bytes.NewReader(s.kept[sha]), io.NopCloser(nil)}, nil
}

// keptBytes is an original in memory.
type keptBytes struct {
	io.ReaderAt
	io.Closer
}

func (s *shelf) Known(sha string) (*evidence.Document, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.docs[sha], nil
}

func (s *shelf) CheckSpace(int64) error { return nil }

func (s *shelf) Attempts(sha string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.attempts[sha], nil
}

func (s *shelf) BeginAttempt(sha string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.attempts[sha]++
	return s.attempts[sha], nil
}

func (s *shelf) Reading(string) (func(), error) { return func() {}, nil }

func (s *shelf) Suspect(sha string) (bool, error) { return s.suspects[sha], nil }

func (s *shelf) Commit(batch []evidence.Intake) ([]evidence.LedgerRow, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail != nil {
		return nil, s.fail
	}
	var rows []evidence.LedgerRow
	for _, in := range batch {
		if in.Document != nil {
			if old := s.docs[in.Document.ID]; old != nil && old.Error == nil {
				return nil, fmt.Errorf("%s was read twice", in.Row.Path)
			}
			s.docs[in.Document.ID] = in.Document
		}
		if in.Row.Number == 0 {
			s.rows++
			in.Row.Number = s.rows
		}
		rows = append(rows, in.Row)
	}
	return rows, nil
}

// readFunc reads as a function says.
type readFunc func(worker.Job) (*worker.Output, error)

func (f readFunc) Read(_ context.Context, j worker.Job) (*worker.Output, error) {
	var err error
	if j.Data, err = io.ReadAll(io.NewSectionReader(j.Source, 0, j.Source.Size())); err != nil {
		return nil, err
	}
	return f(j)
}

// simple reads text as one page; "zip:a,b" holds files with the contents a and b; "bad"
// is damaged; "kill" kills its worker.
func simple(j worker.Job) (*worker.Output, error) {
	text := string(j.Data)
	switch {
	case strings.HasPrefix(text, "bad"):
		return nil, &evidence.ReadError{Code: evidence.Damaged, Detail: "no text in it"}
	case strings.HasPrefix(text, "kill"):
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: "signal 9"}
	}
	out := &worker.Output{Document: &evidence.Document{Kind: evidence.Other, Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}}
	if members, ok := strings.CutPrefix(text, "zip:"); ok {
		out.Document.Pages = nil
		for i, m := range strings.Split(members, ",") {
			_ = j.Part(format.Child{Name: fmt.Sprintf("m%d.txt", i)}, strings.NewReader(m))
		}
	}
	return out, nil
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func states(sum evidence.Summary, dir string) []string {
	var out []string
	for _, r := range sum.Files {
		path, _ := filepath.Rel(dir, r.Path)
		out = append(out, path+" "+string(r.State)+" "+r.Reason)
	}
	slices.Sort(out)
	return out
}

func TestEveryFileEndsInOneRow(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "one", "sub/b.txt": "one", "c.txt": "bad", "d.part": "half",
		"e.zip": "zip:one,two,zip", "f.txt": "kill"})
	if err := os.Symlink("/etc/passwd", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	s := newShelf()
	sum, err := New(s, readFunc(simple), Options{Labels: Labels{Custodian: "Ann"}}).Paths(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	if sum.Seen != 10 || sum.Seen != sum.Indexed+sum.Duplicate+sum.Exception+sum.Ignored || len(sum.Files) != sum.Seen {
		t.Errorf("sums do not add up: %+v", sum)
	}
	got := states(sum, dir)
	for _, want := range []string{"c.txt exception damaged", "f.txt exception crashed", "d.part ignored temporary download",
		"link ignored not a regular file", "e.zip indexed ", "e.zip/m1.txt indexed "} {
		if !slices.Contains(got, want) {
			t.Errorf("no row %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
	if sum.Duplicate != 2 {
		t.Errorf("%d duplicates, want 2 of the three copies of one text", sum.Duplicate)
	}
	for _, d := range s.docs {
		if d.Custodian != "Ann" {
			t.Errorf("%s has custodian %q", d.Source.Path, d.Custodian)
		}
	}
}

func TestSecondImportChangesNothing(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "one", "b.txt": "two", "c.txt": "bad"})
	s := newShelf()
	m := New(s, readFunc(simple), Options{})
	for round, want := range []evidence.Summary{{Seen: 3, Indexed: 2, Exception: 1}, {Seen: 3, Duplicate: 2, Exception: 1}} {
		sum, err := m.Paths(t.Context(), []string{dir})
		if err != nil {
			t.Fatal(err)
		}
		if sum.Seen != want.Seen || sum.Indexed != want.Indexed || sum.Duplicate != want.Duplicate || sum.Exception != want.Exception {
			t.Errorf("round %d: %+v", round, sum)
		}
	}
}

func TestPoisonIsQuarantined(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "kill"})
	s, reads := newShelf(), 0
	m := New(s, readFunc(func(j worker.Job) (*worker.Output, error) { reads++; return simple(j) }), Options{Attempts: 2})
	var last evidence.Summary
	for range 5 {
		sum, err := m.Paths(t.Context(), []string{dir})
		if err != nil {
			t.Fatal(err)
		}
		last = sum
	}
	if reads != 2 {
		t.Errorf("read %d times, want 2", reads)
	}
	if r := last.Files[0]; r.State != evidence.Exception || !strings.Contains(r.Detail, "quarantined after 2 attempts") {
		t.Errorf("row is %+v", r)
	}
	if _, err := m.Retry(t.Context(), last.Files[0], []byte("kill")); err != nil || reads != 3 {
		t.Errorf("a retry that a person asks for is made: %d reads, %v", reads, err)
	}
}

func TestRetryKeepsTheRow(t *testing.T) {
	s := newShelf()
	dir := folder(t, map[string]string{"a.txt": "locked"})
	open := false
	read := readFunc(func(j worker.Job) (*worker.Output, error) {
		if !open {
			return nil, &evidence.ReadError{Code: evidence.Encrypted, Detail: "needs a password", Retryable: true}
		}
		return simple(j)
	})
	m := New(s, read, Options{})
	sum, err := m.Paths(t.Context(), []string{dir})
	if err != nil {
		t.Fatal(err)
	}
	open = true
	row, err := m.Retry(t.Context(), sum.Files[0], []byte("locked"))
	if err != nil || row.State != evidence.Indexed || row.Number != sum.Files[0].Number {
		t.Errorf("row %+v, error %v", row, err)
	}
	if _, err := m.Retry(t.Context(), row, []byte("locked")); !errors.Is(err, evidence.ErrInvalid) {
		t.Errorf("an indexed row was tried again: %v", err)
	}
}

func TestStoreFailureEndsTheImport(t *testing.T) {
	files := map[string]string{}
	for i := range 300 {
		files[fmt.Sprintf("%d.txt", i)] = fmt.Sprint("text ", i)
	}
	s := newShelf()
	s.fail = errors.New("disk full")
	sum, err := New(s, readFunc(simple), Options{}).Paths(t.Context(), []string{folder(t, files)})
	if !errors.Is(err, s.fail) || sum.Seen != 0 {
		t.Errorf("error %v, %d rows", err, sum.Seen)
	}
}

func TestFileThatChangesIsNotTaken(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "before"})
	path := filepath.Join(dir, "a.txt")
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	c := fromFile(path, info, Labels{})
	inner := c.Open
	c.Open = func() (io.ReadCloser, error) {
		f, err := inner()
		if err == nil {
			err = os.WriteFile(path, []byte("after, and longer"), 0o644)
		}
		return f, err
	}
	queue := make(chan Candidate, 1)
	queue <- c
	close(queue)
	sum, err := New(newShelf(), readFunc(simple), Options{}).Import(t.Context(), queue)
	if err != nil || sum.Exception != 1 || sum.Files[0].Reason != string(evidence.IO) || !sum.Files[0].Retryable {
		t.Errorf("%+v, %v", sum, err)
	}
}

func TestTooLargeIsKept(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": strings.Repeat("x", 100)})
	s := newShelf()
	sum, err := New(s, readFunc(simple), Options{MaxFile: 10}).Paths(t.Context(), []string{dir})
	if err != nil || sum.Files[0].Reason != string(evidence.TooLarge) {
		t.Fatalf("%+v, %v", sum, err)
	}
	if got := s.kept[sum.Files[0].ID]; !bytes.Equal(got, bytes.Repeat([]byte("x"), 100)) {
		t.Errorf("kept %d bytes", len(got))
	}
}

func TestIgnoreRule(t *testing.T) {
	for name, ignored := range map[string]bool{
		"a.part": true, "x.crdownload": true, "~$report.docx": true, ".~lock.a.odt#": true, ".syncthing.a.tmp": true,
		".a.pdf.Xy12Zz": true, ".DS_Store": true, "Thumbs.db": true, "._a.pdf": true, "draft.txt~": true,
		"a.pdf": false, ".profile": false, "part.txt": false, "~notes.txt": false, "a.tmpl": false,
	} {
		if got := IgnoreRule(name) != ""; got != ignored {
			t.Errorf("%s: ignored %v, want %v", name, got, ignored)
		}
	}
}
