package main

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ranking is a list of queries, each with the file that a person would want first, and
// the ranks that a search gives those files.
type ranking struct {
	lines                   []string
	first, five, reciprocal float64
}

// rank looks for the wanted file among those found, the best first. Files that can only be
// read with OCR do not count, since not every machine has it.
func (r *ranking) rank(query, wanted string, found []string) {
	rank, at := 0, 0
	for _, path := range found {
		name := filepath.Base(path)
		if strings.Contains(name, "scanned") {
			continue
		}
		if at++; name == wanted && rank == 0 {
			rank = at
		}
	}
	if rank == 1 {
		r.first++
	}
	if rank > 0 && rank <= 5 {
		r.five++
	}
	if rank > 0 {
		r.reciprocal += 1 / float64(rank)
	}
	r.lines = append(r.lines, fmt.Sprintf("%d\t%s\t%s", rank, query, wanted))
}

func (r *ranking) String() string {
	n := float64(len(r.lines))
	return fmt.Sprintf("%s\nrecall@1 %.3f\nrecall@5 %.3f\nMRR %.3f\n", strings.Join(r.lines, "\n"), r.first/n, r.five/n, r.reciprocal/n)
}

// compareRanking asks the queries of testdata/NAME.tsv and compares the ranks with
// NAME.golden, so that a change of the ranking shows in the diff. UPDATE_GOLDEN=1 writes
// the file anew.
func compareRanking(t *testing.T, name string, search func(query string) []string) {
	t.Helper()
	table, err := os.ReadFile(filepath.Join("testdata", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var r ranking
	for line := range strings.Lines(string(table)) {
		query, wanted, _ := strings.Cut(strings.TrimSpace(line), "\t")
		r.rank(query, wanted, search(query))
	}
	golden := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(golden, []byte(r.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if r.String() != string(want) {
		t.Errorf("the ranking changed:\n%s\nwas\n%s", r.String(), want)
	}
}

// pathsFound searches through the API.
func pathsFound(t *testing.T, client *http.Client, base, query string) (paths []string) {
	t.Helper()
	var answer hits
	fetch(t, client, base+"/api/v1/search?limit=60&q="+url.QueryEscape(query), &answer)
	for _, h := range answer.Hits {
		paths = append(paths, h.Path)
	}
	return paths
}

// TestRanking ranks the sample case.
func TestRanking(t *testing.T) {
	client, base := startDemo(t)
	compareRanking(t, "ranking", func(query string) []string { return pathsFound(t, client, base, query) })
}
