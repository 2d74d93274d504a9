package search

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"averment/evidence"
)

// TestRelevance ranks a small case for a list of queries and compares the ranks with
// the golden file, so that a change of the ranking shows in the diff. Run it with
// UPDATE_GOLDEN=1 to write the file anew.
func TestRelevance(t *testing.T) {
	m := &memory{}
	for _, row := range rows(t, "testdata/relevance.tsv") {
		m.add(row[0], &evidence.Document{Title: row[1], Pages: text(row[2])})
	}
	got := ranks(t, m, rows(t, "testdata/queries.tsv"))
	const golden = "testdata/relevance.golden"
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the ranking changed:\n%s\nwas\n%s", got, want)
	}
}

// rows reads a table of tab-separated cells.
func rows(t *testing.T, path string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(raw)) {
		out = append(out, strings.Split(strings.TrimSpace(line), "\t"))
	}
	return out
}

// ranks gives the rank of the wanted document for each query, 0 for none, and below it
// recall in the first 1 and 5 and the mean reciprocal rank.
func ranks(t *testing.T, m *memory, queries [][]string) string {
	t.Helper()
	e := m.engine(t)
	var b strings.Builder
	var first, five, reciprocal float64
	for _, q := range queries {
		a, err := e.Search(context.Background(), Request{Query: q[0]})
		if err != nil {
			t.Fatalf("%s: %v", q[0], err)
		}
		rank := 0
		for i, h := range a.Hits {
			if m.names[h.ID] == q[1] {
				rank = i + 1
			}
		}
		if rank == 1 {
			first++
		}
		if rank > 0 {
			reciprocal += 1 / float64(rank)
			if rank <= 5 {
				five++
			}
		}
		fmt.Fprintf(&b, "%d of %d\t%s\t%s\n", rank, a.Total, q[0], q[1])
	}
	n := float64(len(queries))
	fmt.Fprintf(&b, "recall@1 %.3f\nrecall@5 %.3f\nMRR %.3f\n", first/n, five/n, reciprocal/n)
	return b.String()
}
