package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

// BenchmarkNames gathers the names of a case anew, as the first search after a change
// does: with nothing read of its segments, and with all.
func BenchmarkNames(b *testing.B) {
	x, m := indexed(b)
	r := rand.New(rand.NewPCG(3, 4))
	documents := 4000
	if n, err := strconv.Atoi(os.Getenv("AVERMENT_BENCH_DOCUMENTS")); err == nil {
		documents = n
	}
	for i := range documents {
		d := textDoc(fmt.Sprint("paper ", i), "A few words.")
		for range 8 {
			n := int(60000 * r.Float64() * r.Float64())
			name := fmt.Sprintf("Firm %d%s", n, []string{"", ", Inc.", " LLC", " Inc"}[r.IntN(4)])
			d.Parties = append(d.Parties, evidence.Party{Name: name, Type: evidence.Organisation, Aliases: []string{fmt.Sprint("Firm ", n)}})
			d.Statements = append(d.Statements, evidence.Statement{Speaker: name, Stance: evidence.States})
			d.Statements = append(d.Statements, evidence.Statement{Speaker: fmt.Sprint("the witness ", n), Stance: evidence.States})
		}
		m.add(d)
	}
	if err := x.Sync(context.Background()); err != nil {
		b.Fatal(err)
	}
	v, columns, _, err := x.acquire()
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			cold := newColumnCache()
			if _, err := cold.names(v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("changed", func(b *testing.B) {
		for b.Loop() {
			columns.naming.tables = nil
			if _, err := columns.names(v); err != nil {
				b.Fatal(err)
			}
		}
	})
	names, err := columns.names(v)
	if err != nil {
		b.Fatal(err)
	}
	for _, way := range []struct {
		name   string
		tables *nameTables
	}{{"count as printed", &nameTables{}}, {"count under one name", names}} {
		q := &question{view: v, columns: columns, names: way.tables}
		b.Run(way.name, func(b *testing.B) {
			for b.Loop() {
				countNames(b, q)
			}
		})
	}
}

// countNames counts both facets of names over every third document.
func countNames(b *testing.B, q *question) {
	var docs []*roaring.Bitmap
	for _, s := range q.view.segments {
		some := roaring.New()
		for i := uint32(0); i < s.n; i += 3 {
			some.Add(i)
		}
		docs = append(docs, some)
	}
	for _, field := range namedFields {
		tallies, err := q.countFacet(field, docs)
		if err != nil || len(topValues(tallies, 20)) != 20 {
			b.Fatal(err)
		}
	}
}
