package crosscheck_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"averment/evidence"
	"averment/index"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// shelf is a case in memory: what the index reads from and what the checker opens.
type shelf struct{ docs []*evidence.Document }

func (s shelf) ID() string             { return "shelf" }
func (s shelf) LastQueue() uint64      { return uint64(len(s.docs)) }
func (s shelf) TrimQueue(uint64) error { return nil }

func (s shelf) ByNumber(n uint64) (*evidence.Document, error) {
	if n < 1 || n > uint64(len(s.docs)) {
		return nil, evidence.ErrNotFound
	}
	return s.docs[n-1], nil
}

func (s shelf) Queue(after uint64, limit int, yield func(seq, number uint64) error) error {
	for n := after + 1; n <= s.LastQueue() && limit > 0; n, limit = n+1, limit-1 {
		if err := yield(n, n); err != nil {
			return err
		}
	}
	return nil
}

func (s shelf) Numbers(yield func(uint64) error) error {
	for i := range s.docs {
		if err := yield(uint64(i + 1)); err != nil {
			return err
		}
	}
	return nil
}

func (s shelf) Full(id string) (*evidence.Document, error) {
	for _, d := range s.docs {
		if d.ID == id {
			return d, nil
		}
	}
	return nil, evidence.ErrNotFound
}

func (s shelf) Document(id string) (*evidence.Document, error) { return s.Full(id) }

func (s shelf) Documents(yield func(*evidence.Document) error) error {
	for _, d := range s.docs {
		if err := yield(d); err != nil {
			return err
		}
	}
	return nil
}

// opened indexes documents whose ids are made hashes, as those of a case are.
func opened(t testing.TB, docs []*evidence.Document) (*crosscheck.Checker, []string) {
	t.Helper()
	var ids []string
	for i, d := range docs {
		d.ID = hex.EncodeToString(bytes.Repeat([]byte{byte(i >> 8), byte(i)}, 16))
		ids = append(ids, d.ID)
		extract.Facts(d)
	}
	s := shelf{docs}
	x, err := index.Open(t.TempDir(), s, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	if err := x.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	return crosscheck.New(crosscheck.Options{Statements: x, Documents: s, Facts: extract.Facts, Unreadable: func() (int, error) { return 2, nil }}), ids
}

func newswire() (docs []*evidence.Document) {
	for i, w := range wire {
		docs = append(docs, report(fmt.Sprintf("wire%d", i), w.title, w.text, "1987-06-05"))
	}
	return docs
}

// TestCase checks the same claims through the index of a case.
func TestCase(t *testing.T) {
	c, ids := opened(t, newswire())
	documents, kinds, slots := measure(t, c, ids, wireGold)
	t.Logf("documents %v", documents)
	t.Logf("verdicts  %v", kinds)
	t.Logf("slots     %v", slots)
	if documents.f1() < 0.75 || slots.precision() < 0.85 {
		t.Error("below the aims of the page")
	}
	a, err := c.Draft(context.Background(), "Trident said it would appeal. It rained in Oslo on Friday.", crosscheck.CheckOptions{ID: "n1"})
	if err != nil {
		t.Fatal(err)
	}
	if a.ID != "n1" || a.Searched != len(wire) || a.Unsearchable != 2 || a.Snapshot == "" || len(a.Sentences) != 2 || a.Sentences[1].Summary != "not-found" {
		t.Errorf("got %+v", a)
	}
}

// TestAnswersRepeat asks twice, with a new checker each time.
func TestAnswersRepeat(t *testing.T) {
	var first []byte
	for range 3 {
		c := crosscheck.Against(newswire(), extract.Facts)
		var all []any
		for _, g := range wireGold {
			a, err := c.Claim(context.Background(), g.claim, crosscheck.CheckOptions{})
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, a)
		}
		g, err := c.Claims(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(append(all, g))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		} else if !bytes.Equal(first, b) {
			t.Fatal("another answer to the same question")
		}
	}
	for _, w := range []string{`"true"`, "verified", "admissible"} {
		if bytes.Contains(first, []byte(w)) {
			t.Errorf("an answer says %s", w)
		}
	}
	if bytes.Contains(first, []byte(":null")) && !bytes.Contains(first, []byte(`yours_value":null`)) {
		t.Error("a list is null")
	}
}

func TestTables(t *testing.T) {
	c := crosscheck.Against(newswire(), extract.Facts)
	a, err := c.Draft(context.Background(), "Kelso would settle the dispute with Trident for 3.5 billion dollars. =SUM(A1) was paid by no one at all.", crosscheck.CheckOptions{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := c.Claims(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, write := range []func() error{
		func() error { return crosscheck.WriteCheckCSV(&b, a) }, func() error { return crosscheck.WriteCheckMarkdown(&b, a, false) },
		func() error { return crosscheck.WriteClaimsCSV(&b, g) }, func() error { return crosscheck.WriteClaimsMarkdown(&b, g) },
	} {
		if err := write(); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"wire1", "p. 1, `wire1`", "differs", "2.5 billion dlrs", "nothing in 9 searchable documents of 9"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the tables lack %q", want)
		}
	}
	if strings.Contains(b.String(), "\n=") || strings.Contains(b.String(), ",=") {
		t.Error("a cell begins with =")
	}
}

// many repeats the newswire with other names, to fill a case.
func many(n int) (docs []*evidence.Document) {
	for i := range n {
		w := wire[i%len(wire)]
		text := strings.NewReplacer("Trident", fmt.Sprintf("Trident%d", i%97), "Sorel", fmt.Sprintf("Sorel%d", i%89), "Pavel", fmt.Sprintf("Pavel%d", i%83)).Replace(w.text)
		docs = append(docs, report("", w.title, text, "1987-06-05"))
	}
	return docs
}

// size is how many documents a benchmark has: 2,000, or what CROSSCHECK_BENCH says.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("CROSSCHECK_BENCH")); err == nil {
		return n
	}
	return 2000
}

func BenchmarkClaimInCase(b *testing.B) {
	c, _ := opened(b, many(size()))
	b.ResetTimer()
	for b.Loop() {
		if _, err := c.Claim(context.Background(), "Peter Sorel5 was indicted on 12 counts of securities fraud.", crosscheck.CheckOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDraft(b *testing.B) {
	c, _ := opened(b, many(size()))
	var draft strings.Builder
	for i := 0; len(strings.Fields(draft.String())) < 1000; i++ {
		draft.WriteString(wireGold[i%len(wireGold)].claim + " ")
	}
	b.ResetTimer()
	for b.Loop() {
		if _, err := c.Draft(context.Background(), draft.String(), crosscheck.CheckOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAgainst(b *testing.B) {
	for b.Loop() {
		c := crosscheck.Against(newswire(), extract.Facts)
		if _, err := c.Claim(context.Background(), wireGold[0].claim, crosscheck.CheckOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
