package worker

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

// TestMain lets the test binary be its own worker, as the program is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		os.Exit(Main(Reader{Read: misbehave, Facts: someFacts}))
	}
	os.Exit(m.Run())
}

// poison is a text over which the extractor of these tests dies.
const poison = "poison"

// faulty is a text over which it panics.
const faulty = "faulty"

// someFacts finds one sentence and one amount at the head of each document; an amount
// outside the text must not come through.
func someFacts(d *evidence.Document) {
	if len(d.Pages) == 0 || d.Pages[0].Text != poison && d.Pages[0].Text != faulty && !strings.HasPrefix(d.Pages[0].Text, "The port") {
		return
	}
	switch d.Pages[0].Text {
	case poison:
		os.Exit(3)
	case faulty:
		panic("an index out of range")
	}
	d.Pages[0].Sentences = []evidence.Range{{Start: 0, End: 5}}
	d.Kind, d.Author = evidence.Article, "Ada Brice"
	d.Amounts = []evidence.Amount{{Surface: "good", Spans: []evidence.Span{{Page: 1, Start: 0, End: 3}}},
		{Surface: "bad", Spans: []evidence.Span{{Page: 1, Start: 0, End: 1 << 40}}}}
}

// newPool starts a pool that ends with the test.
func newPool(t testing.TB, o PoolOptions) *Pool {
	t.Helper()
	p, err := NewPool(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return p
}

// filings finds the court PDFs beside the project.
func filings(t testing.TB) []string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "..", "shared", "corpus", "filings", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("needs ../shared/corpus/filings")
		}
		t.Skip("needs ../shared/corpus/filings")
	}
	return files
}
