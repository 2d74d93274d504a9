package store

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// writeFormat writes the tiny case of the current format; run it once when the version
// is raised, and never again for that version.
var writeFormat = flag.Bool("write-format", false, "write the tiny case of the current format into testdata")

func formatFile(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("format%d.tar.gz", version))
}

// TestEveryPastFormatOpens opens the tiny case of each version that there ever was.
func TestEveryPastFormatOpens(t *testing.T) {
	if *writeFormat {
		writeTinyCase(t)
	}
	for version := 1; version <= FormatVersion; version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "case")
			unpack(t, formatFile(version), dir)
			if r := mustVerify(t, dir, VerifyOptions{ReadData: true}); r.Code != 0 {
				t.Errorf("%+v", r)
			}
			c, err := Open(dir, testOptions(t.TempDir()))
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			checkTinyCase(t, c)
		})
	}
}

// tiny are the documents of the tiny case: a short and a long one, and one that could
// not be read.
func tiny() []*evidence.Document {
	short, long, bad := sample("short", "Whether a tiny case opens."), sample("long", strings.Repeat("A long text of many words. ", 900)), sample("bad")
	short.Parties = []evidence.Party{{Name: "Northlake", Roles: []string{"defendant"}}}
	short.Signature = []uint64{1, 2, 3, 4}
	long.Pages[0].Layout = &evidence.Layout{Width: 612, Height: 792, Boxes: []evidence.Box{{Start: 0, End: 1, X0: 1, Y0: 2, X1: 3, Y1: 4.5}}}
	bad.Error = &evidence.Failure{Code: evidence.Encrypted, Message: "needs a password"}
	return []*evidence.Document{short, long, bad}
}

func writeTinyCase(t *testing.T) {
	base := t.TempDir()
	o := testOptions(base)
	o.Now = func() time.Time { return time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC) }
	c, err := Create(filepath.Join(base, "case"), o)
	if err != nil {
		t.Fatal(err)
	}
	docs := tiny()
	add(t, c, docs...)
	_, err = c.SaveQuery(SavedQuery{Query: "tiny", By: "tester"})
	_, noteErr := c.AddNote(docs[0].ID, evidence.Note{Text: "A note."})
	_, editErr := c.EditParty(PartyEdit{Op: Rename, Name: "Northlake", To: "Northlake Inc."})
	err = errors.Join(err, noteErr, editErr, c.Tag(docs[0].ID, "hot", "tester"), c.PutRecord(Users, "okafor", []byte("x")),
		c.SetPathState("inbox", []byte("a"), PathState{Size: 3, State: "taken"}), c.Close())
	if err != nil {
		t.Fatal(err)
	}
	compact(t, c.dir)
	packUp(t, c.dir, formatFile(FormatVersion))
}

func checkTinyCase(t *testing.T, c *Case) {
	t.Helper()
	for _, want := range tiny() {
		got, err := c.Full(want.ID)
		if err != nil {
			t.Fatal(err)
		}
		if want.Error != nil {
			if got.Error == nil || *got.Error != *want.Error {
				t.Errorf("%+v", got.Error)
			}
			continue
		}
		if got.Pages[0].Text != want.Pages[0].Text || fmt.Sprint(got.Pages[0].Sentences) != fmt.Sprint(want.Pages[0].Sentences) {
			t.Errorf("%s: the text differs", want.Title)
		}
		page, err := c.Page(want.ID, 1)
		if err != nil || fmt.Sprint(page.Layout) != fmt.Sprint(want.Pages[0].Layout) {
			t.Errorf("%s: the boxes differ: %v", want.Title, err)
		}
	}
	short, _ := c.Document(tiny()[0].ID)
	if fmt.Sprint(short.Tags) != "[hot]" || len(short.Notes) != 1 || short.Parties[0].Name != "Northlake Inc." {
		t.Errorf("%v %v %v", short.Tags, short.Notes, short.Parties)
	}
	checkSums(t, c, evidence.Summary{Seen: 3, Indexed: 2, Exception: 1})
	queries, _ := c.SavedQueries()
	_, user, _ := c.GetRecord(Users, "okafor")
	path, _, _ := c.PathState("inbox", []byte("a"))
	if len(queries) != 1 || !user || path.Size != 3 {
		t.Errorf("%v %v %v", queries, user, path)
	}
}

// packUp writes a case into a compressed archive.
func packUp(t *testing.T, dir, to string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	zip := gzip.NewWriter(f)
	w := tar.NewWriter(zip)
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		raw, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if err := w.WriteHeader(&tar.Header{Name: filepath.ToSlash(name), Mode: 0o600, Size: int64(len(raw))}); err != nil {
			return err
		}
		_, err = w.Write(raw)
		return err
	})
	if err := errors.Join(err, w.Close(), zip.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func unpack(t *testing.T, from, dir string) {
	t.Helper()
	f, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	zip, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, checkpointName), 0o700), makeShelves(dir)); err != nil {
		t.Fatal(err)
	}
	r := tar.NewReader(zip)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		raw, err := io.ReadAll(r)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, h.Name), raw, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestNewerFormatIsRefused(t *testing.T) {
	c := newCase(t)
	err := c.update("raise the format", func(tx *bolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(metaFormat, []byte(fmt.Sprint(FormatVersion+1)))
	})
	if err := errors.Join(err, c.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(c.dir, c.options); !errors.Is(err, evidence.ErrUnsupported) || evidence.Hint(err) == "" {
		t.Errorf("%v", err)
	}
}
