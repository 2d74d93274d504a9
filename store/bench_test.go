package store

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// article makes a document of news length with facts in the number that reading one
// gives.
func article(rng *rand.Rand, i int) *evidence.Document {
	d := sample(fmt.Sprint("article ", i), prose(rng, 5000))
	d.Title, d.Publisher, d.Author = prose(rng, 60), "The Daily Sample", "Ana Okafor"
	d.Published = &evidence.Date{Value: "2026-03-04", Precision: evidence.Day, Surface: "March 4, 2026", Resolved: true}
	d.Sandbox = "process rlimits landlock seccomp"
	page := &d.Pages[0]
	page.Sentences, page.Paragraphs = nil, nil
	for at := 0; at+100 < len(page.Text); at += 100 {
		page.Sentences = append(page.Sentences, evidence.Range{Start: at, End: at + 99})
		if at%500 == 0 {
			page.Paragraphs = append(page.Paragraphs, at)
		}
	}
	span := func(at, n int) []evidence.Span { return []evidence.Span{{Page: 1, Start: at, End: at + n}} }
	for k := range 12 {
		at := k * 300
		d.Parties = append(d.Parties, evidence.Party{Name: prose(rng, 14), Type: evidence.Person, Roles: []string{"mentioned"}, Basis: "capitalised name", Spans: span(at, 14)})
		d.Dates = append(d.Dates, evidence.DateFact{Date: *d.Published, Event: "said", Rule: "month day year", Spans: span(at+20, 13)})
		text := page.Text[at : at+99]
		d.Statements = append(d.Statements, evidence.Statement{Text: text, Speaker: "the company", Stance: evidence.States, Cue: "said", Rule: "subject cue clause", Spans: span(at, 99)})
	}
	for range 128 {
		d.Signature = append(d.Signature, rng.Uint64())
	}
	return d
}

func prose(rng *rand.Rand, size int) string {
	const letters = "etaoinshrdlucmfwypvbgk"
	var b strings.Builder
	for b.Len() < size {
		word := rng.ExpFloat64() * 400 // few words are most of the text
		w := rand.New(rand.NewPCG(uint64(word), 7))
		for range 2 + w.IntN(8) {
			b.WriteByte(letters[min(w.IntN(22), w.IntN(22))])
		}
		b.WriteByte(' ')
	}
	return b.String()[:size]
}

// BenchmarkCommit takes 500 documents of news length in as one batch: keep originals,
// pack, log, and one transaction.
func BenchmarkCommit(b *testing.B) {
	c := newCase(b)
	rng := rand.New(rand.NewPCG(1, 1))
	n := 0
	const batchSize = 500
	var raw int64
	for b.Loop() {
		b.StopTimer()
		var batch []evidence.Intake
		for range batchSize {
			d := article(rng, n)
			n++
			raw += int64(len(d.Pages[0].Text))
			batch = append(batch, evidence.Intake{Row: evidence.LedgerRow{Path: fmt.Sprintf("news/2026/%06d.html", n)}, Document: d})
		}
		b.StartTimer()
		if _, err := c.Commit(batch); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "docs/s")
	st, err := os.Stat(filepath.Join(c.dir, dbName))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(used(b, c))/float64(raw), "used/raw")
	b.ReportMetric(float64(st.Size())/float64(raw), "file/raw")
}

// used is the number of bytes of the database that are in use.
func used(b *testing.B, c *Case) (bytes int64) {
	c.db.View(func(tx *bolt.Tx) error {
		for _, name := range allBuckets() {
			s := tx.Bucket(name).Stats()
			n := int64(s.LeafAlloc + s.BranchAlloc)
			bytes += n
			if testing.Verbose() {
				b.Logf("%-13s %8d KiB in use %8d keys", name, n>>10, s.KeyN)
			}
		}
		return nil
	})
	return bytes
}

// BenchmarkKeep makes one original of 5 kB durable.
func BenchmarkKeep(b *testing.B) {
	c := newCase(b)
	body := strings.Repeat("x", 5000)
	for i := 0; b.Loop(); i++ {
		if _, _, err := c.Keep(strings.NewReader(fmt.Sprint(i, body))); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkKeepAll makes 500 originals of 5 kB durable.
func BenchmarkKeepAll(b *testing.B) {
	c := newCase(b)
	body := strings.Repeat("x", 5000)
	n := 0
	for b.Loop() {
		var all [][]byte
		for range 500 {
			n++
			all = append(all, []byte(fmt.Sprint(n, body)))
		}
		if _, err := c.KeepAll(all); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "originals/s")
}

// BenchmarkFull reads one document with its text, BenchmarkDocument without.
func BenchmarkFull(b *testing.B) {
	benchmarkRead(b, (*Case).Full)
}

func BenchmarkDocument(b *testing.B) {
	benchmarkRead(b, (*Case).Document)
}

func benchmarkRead(b *testing.B, read func(*Case, string) (*evidence.Document, error)) {
	c := newCase(b)
	d := article(rand.New(rand.NewPCG(1, 1)), 1)
	add1(b, c, d)
	for b.Loop() {
		if _, err := read(c, d.ID); err != nil {
			b.Fatal(err)
		}
	}
}

func add1(b *testing.B, c *Case, d *evidence.Document) {
	if _, err := c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: "x"}, Document: d}}); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkVerifyLog recomputes a log of a million entries.
func BenchmarkVerifyLog(b *testing.B) {
	c := newCase(b)
	const entries = 1_000_000
	for done := 0; done < entries; done += 20_000 {
		err := c.update("fill", func(tx *bolt.Tx) error {
			for i := range 20_000 {
				e := Event{Action: "viewed", Object: fmt.Sprintf("%064x", done+i), Detail: map[string]string{"page": "3", "address": "127.0.0.1"}}
				if err := c.log(tx, e); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if r, err := c.Verify(VerifyOptions{}); err != nil || r.Code != 0 || r.Entries < entries {
			b.Fatalf("%+v %v", r, err)
		}
	}
}

// BenchmarkSimilar looks for near-duplicates among 20,000 signatures.
func BenchmarkSimilar(b *testing.B) {
	c := newCase(b)
	rng := rand.New(rand.NewPCG(1, 1))
	d := article(rng, 1)
	add1(b, c, d)
	err := c.update("fill", func(tx *bolt.Tx) error {
		for n := uint64(2); n < 20_000; n++ {
			for i := range d.Signature {
				d.Signature[i] = rng.Uint64()
			}
			if err := sequential(tx, bucketSignature).Put(key64(n), encodeSignature(d.Signature)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := c.Similar(d.ID); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadData hashes the originals of a case again, 256 MiB in 64 files.
func BenchmarkReadData(b *testing.B) {
	c := newCase(b)
	const each, files = 4 << 20, 64
	data := make([]byte, each)
	var batch []evidence.Intake
	for i := range files {
		data[0] = byte(i)
		sha, _, err := c.Keep(bytes.NewReader(data))
		if err != nil {
			b.Fatal(err)
		}
		batch = append(batch, evidence.Intake{Row: evidence.LedgerRow{Path: sha, ID: sha, State: evidence.Ignored}})
	}
	if _, err := c.Commit(batch); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(each * files)
	for b.Loop() {
		r, err := c.Verify(VerifyOptions{ReadData: true})
		if err != nil || r.Code != 0 || r.Originals != files {
			b.Fatalf("%+v %v", r, err)
		}
	}
}
