package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

// newCase makes a case in a temporary folder, with its key beside it.
func newCase(t testing.TB) *Case {
	t.Helper()
	base := t.TempDir()
	c, err := Create(filepath.Join(base, "case"), testOptions(base))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func testOptions(base string) Options {
	return Options{KeyDir: filepath.Join(base, "keys"), Actor: "tester"}
}

// reopen closes a case and opens it again.
func reopen(t testing.TB, c *Case) *Case {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(c.Dir(), c.options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

// sample makes a document whose original is original.
func sample(original string, pages ...string) *evidence.Document {
	sum := sha256.Sum256([]byte(original))
	d := &evidence.Document{Version: 1, ID: hex.EncodeToString(sum[:]), Kind: evidence.Article, Title: "About " + original, Reader: "text/1"}
	d.Source = evidence.Source{Path: original + ".txt", Size: int64(len(original)), SHA256: d.ID}
	for i, text := range pages {
		d.Pages = append(d.Pages, evidence.Page{Number: i + 1, Text: text, State: evidence.PageText,
			Paragraphs: []int{0}, Sentences: []evidence.Range{{Start: 0, End: len(text)}}})
	}
	return d
}

// add keeps and commits documents, as an import would.
func add(t testing.TB, c *Case, docs ...*evidence.Document) []evidence.LedgerRow {
	t.Helper()
	var batch []evidence.Intake
	for _, d := range docs {
		original := strings.TrimSuffix(d.Source.Path, ".txt")
		if sha, _, err := c.Keep(strings.NewReader(original)); err != nil || sha != d.ID {
			t.Fatalf("keep: %s %v", sha, err)
		}
		batch = append(batch, evidence.Intake{Row: evidence.LedgerRow{Path: d.Source.Path}, Document: d})
	}
	rows, err := c.Commit(batch)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCommitAndReadBack(t *testing.T) {
	c := newCase(t)
	long := strings.Repeat("Ünïcode words of some length, ", 4000)
	d := sample("first", "Page one.", long, "")
	d.Pages[1].Layout = &evidence.Layout{Width: 612, Height: 792, Boxes: []evidence.Box{{Start: 0, End: 9, X0: 72, Y0: 100.25, X1: 110, Y1: 112}}}
	d.Pages[0].Carries = 1
	over := evidence.Span{Page: 1, Start: 5, End: 9, Continues: &evidence.Span{Page: 2, Start: 0, End: 8}}
	d.Parties = []evidence.Party{{Name: "Northlake", Roles: []string{"defendant"}, Spans: []evidence.Span{over}}}
	rows := add(t, c, d)
	if rows[0].State != evidence.Indexed || rows[0].Number != 1 || rows[0].Pages != 3 {
		t.Errorf("row %+v", rows[0])
	}
	c = reopen(t, c)
	full, err := c.Full(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	if full.Pages[1].Text != long || full.Pages[0].Text != "Page one." || full.Pages[2].Text != "" {
		t.Error("text differs")
	}
	if fmt.Sprint(full.Pages[1].Sentences) != fmt.Sprint(d.Pages[1].Sentences) || full.Pages[1].Layout != nil {
		t.Errorf("sentences %v layout %v", full.Pages[1].Sentences, full.Pages[1].Layout)
	}
	if s := full.Parties[0].Spans[0]; full.Pages[0].Carries != 1 || s.Continues == nil || *s.Continues != *over.Continues {
		t.Errorf("carries %d, span %+v", full.Pages[0].Carries, s)
	}
	page, err := c.Page(d.ID, 2)
	if err != nil || page.Text != long || fmt.Sprint(page.Layout) != fmt.Sprint(d.Pages[1].Layout) {
		t.Errorf("page: %v %v", page.Layout, err)
	}
	meta, err := c.Document(d.ID[:])
	if err != nil || meta.Pages[1].Text != "" || meta.PageCount != 3 || meta.Parties[0].Name != "Northlake" {
		t.Errorf("metadata %+v %v", meta, err)
	}
	if sha, err := c.Resolve(d.ID[:9]); sha != d.ID || err != nil {
		t.Errorf("resolve: %s %v", sha, err)
	}
}

func TestSumsAlwaysAddUp(t *testing.T) {
	c := newCase(t)
	a := sample("a", "Text of a.")
	add(t, c, a, sample("b", "Text of b."))
	add(t, c, a)
	bad := sample("c")
	bad.Error = &evidence.Failure{Code: evidence.Encrypted, Message: "needs a password"}
	row := add(t, c, bad)[0]
	again := add(t, c, bad)[0]
	if row.State != evidence.Exception || again.State != evidence.Exception {
		t.Errorf("a failed file is an exception each time: %s, %s", row.State, again.State)
	}
	_, err := c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: "x.part", State: evidence.Ignored, Reason: "temporary"}}})
	if err != nil {
		t.Fatal(err)
	}
	checkSums(t, c, evidence.Summary{Seen: 6, Indexed: 2, Duplicate: 1, Exception: 2, Ignored: 1})

	good := sample("c", "Opened with a password.")
	if _, err := c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Number: row.Number, Path: row.Path}, Document: good}}); err != nil {
		t.Fatal(err)
	}
	checkSums(t, c, evidence.Summary{Seen: 6, Indexed: 3, Duplicate: 1, Exception: 1, Ignored: 1})
	if documents, searchable, _ := c.Count(); documents != 3 || searchable != 3 {
		t.Errorf("count %d, %d", documents, searchable)
	}
}

// checkSums compares the live sums with what is wanted and with the rows themselves.
func checkSums(t *testing.T, c *Case, want evidence.Summary) {
	t.Helper()
	got, err := c.LedgerSums()
	if err != nil {
		t.Fatal(err)
	}
	var counted evidence.Summary
	if err := c.Ledger(LedgerFilter{}, func(r evidence.LedgerRow) error { counted.Tally(r.State); return nil }); err != nil {
		t.Fatal(err)
	}
	for _, s := range []evidence.Summary{got, counted} {
		if s.Seen != want.Seen || s.Indexed != want.Indexed || s.Duplicate != want.Duplicate || s.Exception != want.Exception || s.Ignored != want.Ignored {
			t.Errorf("sums %+v, want %+v", s, want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(db string) error
		want  error
	}{
		{"zero length", func(db string) error { return os.Truncate(db, 0) }, ErrDamaged},
		{"shrunken", func(db string) error { return os.Truncate(db, 8192) }, ErrDamaged},
		{"missing", os.Remove, ErrDamaged},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newCase(t)
			c.Close()
			if err := tt.spoil(filepath.Join(c.Dir(), dbName)); err != nil {
				t.Fatal(err)
			}
			_, err := Open(c.Dir(), c.options)
			if !errors.Is(err, tt.want) || errors.Is(err, ErrNoCase) || evidence.Hint(err) == "" {
				t.Errorf("got %v with hint %q", err, evidence.Hint(err))
			}
		})
	}
}
