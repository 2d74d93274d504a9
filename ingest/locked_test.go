package ingest

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"
)

// lockedZip reads an archive with the open member a.txt and the member in/b.txt, which
// opens with the password sesame. Locked, the bytes of b are noise.
func lockedZip(j worker.Job) (*worker.Output, error) {
	if string(j.Data) != "archive" {
		return simple(j)
	}
	_ = j.Part(format.Child{Name: "a.txt"}, strings.NewReader("open"))
	if slices.Contains(j.Passwords, "sesame") {
		_ = j.Part(format.Child{Name: "in/b.txt"}, strings.NewReader("secret"))
	} else {
		locked := &evidence.Document{Error: &evidence.Failure{Code: evidence.Encrypted, Message: "needs a password"}}
		_ = j.Part(format.Child{Name: "in/b.txt", Document: locked}, strings.NewReader("bad noise"))
	}
	return &worker.Output{Document: &evidence.Document{Kind: evidence.Other}}, nil
}

// archived imports the archive with passwords.
func archived(t *testing.T, s *shelf, passwords ...string) evidence.Summary {
	t.Helper()
	queue := make(chan Candidate, 1)
	queue <- FromBytes("z.zip", []byte("archive"), Labels{})
	close(queue)
	sum, err := New(s, readFunc(lockedZip), Options{Passwords: passwords}).Import(t.Context(), queue)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

func locked(t *testing.T, sum evidence.Summary) evidence.LedgerRow {
	t.Helper()
	i := slices.IndexFunc(sum.Files, func(r evidence.LedgerRow) bool { return r.Path == "z.zip/in/b.txt" })
	if i < 0 || sum.Files[i].Reason != string(evidence.Encrypted) {
		t.Fatalf("no locked member in %+v", sum.Files)
	}
	return sum.Files[i]
}

func TestRetryOpensALockedMember(t *testing.T) {
	s := newShelf()
	row := locked(t, archived(t, s))
	noise := []byte("bad noise")
	wrong, err := New(s, readFunc(lockedZip), Options{Passwords: []string{"guess"}}).Retry(t.Context(), row, noise)
	if err != nil || wrong.State != evidence.Exception || wrong.Reason != string(evidence.Encrypted) || !wrong.Retryable {
		t.Errorf("with a wrong password: %+v, %v", wrong, err)
	}
	now, err := New(s, readFunc(lockedZip), Options{Passwords: []string{"sesame"}}).Retry(t.Context(), wrong, noise)
	if err != nil || now.State != evidence.Indexed || now.Number != row.Number || now.Parent != row.Parent || now.Path != row.Path {
		t.Fatalf("with the password: %+v, %v", now, err)
	}
	if !bytes.Equal(s.kept[now.ID], []byte("secret")) {
		t.Errorf("kept %q", s.kept[now.ID])
	}
}

func TestAPasswordOpensWhatCameInLocked(t *testing.T) {
	s := newShelf()
	locked(t, archived(t, s))
	if again := archived(t, s); again.Seen != 1 || again.Duplicate != 1 {
		t.Errorf("without a password: %+v", again)
	}
	locked(t, archived(t, s, "guess"))
	if opened := archived(t, s, "guess", "sesame"); opened.Indexed != 1 || opened.Duplicate != 2 {
		t.Errorf("with the password: %+v", opened)
	}
}

func TestRetryTakesTheMemberOfTheRow(t *testing.T) {
	// The open b.txt has the end of the name of in/b.txt, which breaks off at first.
	read := func(broken bool) readFunc {
		return func(j worker.Job) (*worker.Output, error) {
			if string(j.Data) != "archive" {
				return simple(j)
			}
			_ = j.Part(format.Child{Name: "b.txt"}, strings.NewReader("another"))
			if !slices.Contains(j.Passwords, "sesame") {
				locked := &evidence.Document{Error: &evidence.Failure{Code: evidence.Encrypted, Message: "needs a password"}}
				_ = j.Part(format.Child{Name: "in/b.txt", Document: locked}, strings.NewReader("bad noise"))
				return &worker.Output{Document: &evidence.Document{Kind: evidence.Other}}, nil
			}
			if broken {
				_ = j.Part(format.Child{Name: "in/b.txt"}, io.MultiReader(strings.NewReader("sec"), iotest.ErrReader(io.ErrUnexpectedEOF)))
			}
			_ = j.Part(format.Child{Name: "in/b.txt"}, strings.NewReader("secret"))
			return &worker.Output{Document: &evidence.Document{Kind: evidence.Other}}, nil
		}
	}
	for _, broken := range []bool{false, true} {
		s := newShelf()
		queue := make(chan Candidate, 1)
		queue <- FromBytes("z.zip", []byte("archive"), Labels{})
		close(queue)
		sum, err := New(s, read(broken), Options{}).Import(t.Context(), queue)
		if err != nil {
			t.Fatal(err)
		}
		row := locked(t, sum)
		wrong, err := New(s, read(broken), Options{Passwords: []string{"guess"}}).Retry(t.Context(), row, []byte("bad noise"))
		if err != nil || wrong.State != evidence.Exception {
			t.Errorf("with a wrong password: %+v, %v", wrong, err)
		}
		now, err := New(s, read(broken), Options{Passwords: []string{"sesame"}}).Retry(t.Context(), wrong, []byte("bad noise"))
		if err != nil || !bytes.Equal(s.kept[now.ID], []byte("secret")) {
			t.Errorf("broken %v: kept %q, %v", broken, s.kept[now.ID], err)
		}
	}
}

func TestAPartLeftOutThatBreaksOffIsListedOnce(t *testing.T) {
	s := &spool{}
	c := format.Child{Name: "__MACOSX/.DS_Store"}
	if err := s.add(c, io.MultiReader(strings.NewReader("ab"), iotest.ErrReader(io.ErrUnexpectedEOF))); err == nil {
		t.Error("no error")
	}
	if err := s.add(c, strings.NewReader("abc")); err != nil || len(s.left) != 1 || s.left[0].size != 3 {
		t.Errorf("%+v, %v", s.left, err)
	}
}
