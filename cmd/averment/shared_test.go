package main

import (
	"path/filepath"
	"slices"
	"testing"

	"averment/evidence"
)

// hits is what these tests look at in the answer of a search.
type hits struct {
	Total, Searched int
	Hits            []struct {
		Path     string
		Excerpts []struct {
			Page  int
			Text  string
			Marks [][2]int
		}
	}
}

func (h hits) files() []string {
	var out []string
	for _, x := range h.Hits {
		out = append(out, filepath.Base(x.Path)[:3])
	}
	slices.Sort(out)
	return out
}

// TestRealMaterial imports the real reports and filings, twice, and asks what a
// researcher would.
func TestRealMaterial(t *testing.T) {
	shared := sharedFolder(t)
	if shared == "" {
		t.Skip("needs ../shared with the real reports and filings")
	}
	dir, keys := filepath.Join(t.TempDir(), "case"), t.TempDir()
	add := func() (sum evidence.Summary) {
		decode(t, output(t, averment(t, keys, "add", "--quiet", "--json", "--case", dir,
			filepath.Join(shared, "seeds"), filepath.Join(shared, "corpus", "filings"))), &sum)
		return sum
	}
	if sum := add(); sum.Seen != 19 || sum.Indexed != 19 {
		t.Errorf("first import: %d seen, %d indexed", sum.Seen, sum.Indexed)
	} else {
		checkScan(t, sum)
	}
	if sum := add(); sum.Seen != 19 || sum.Duplicate != 19 {
		t.Errorf("second import: %d seen, %d duplicate", sum.Seen, sum.Duplicate)
	}
	ask := func(query string) (h hits) {
		decode(t, output(t, averment(t, keys, "search", "--quiet", "--json", "--case", dir, query)), &h)
		return h
	}
	compareRanking(t, "ranking-shared", func(query string) (paths []string) {
		for _, h := range ask(query).Hits {
			paths = append(paths, h.Path)
		}
		return paths
	})
	act := ask(`"Stored Communications Act" AND party:LinkedIn`)
	if got, want := act.files(), []string{"000", "001", "002", "003"}; !slices.Equal(got, want) {
		t.Errorf("the act is named in %v, want %v", got, want)
	}
	for _, h := range act.Hits {
		if len(h.Excerpts) == 0 || h.Excerpts[0].Page != 1 || len(h.Excerpts[0].Marks) == 0 {
			t.Errorf("%s has no marked excerpt with its page", h.Path)
		}
	}
	if got := ask(`kind:filing AND court:ca9`); got.Total != 1 || got.files()[0] != "ca9" {
		t.Errorf("the Ninth Circuit's filings: %v", got.files())
	}
	checkReport(t, output(t, averment(t, keys, "show", "--json", "--case", dir, reportID(t, keys, dir))))
}

// checkScan wants the state of the scanned page said: read by OCR, or not searchable.
func checkScan(t *testing.T, sum evidence.Summary) {
	t.Helper()
	for _, r := range sum.Files {
		if filepath.Base(r.Path) == "scanned.pdf" && len(r.Warnings) == 0 && !hasOCR(t) {
			t.Errorf("nothing is said of the scan: %+v", r)
		}
	}
}

func reportID(t *testing.T, keys, dir string) string {
	t.Helper()
	var ledger evidence.Summary
	decode(t, output(t, averment(t, keys, "ledger", "--json", "--case", dir)), &ledger)
	for _, r := range ledger.Files {
		if filepath.Base(r.Path)[:3] == "001" {
			return r.ID[:10]
		}
	}
	t.Fatal("the report of 24 January 2025 is not in the ledger")
	return ""
}

// checkReport looks at the metadata of the report of 24 January 2025; the dates of its
// sidebar are of September 2025.
func checkReport(t *testing.T, data []byte) {
	t.Helper()
	var doc evidence.Document
	decode(t, data, &doc)
	if doc.Author != "Akinola Ajibola" || doc.Published == nil || doc.Published.Value != "2025-01-24" || len(doc.Title) < 20 {
		t.Errorf("title %q, author %q, published %+v", doc.Title, doc.Author, doc.Published)
	}
	for _, d := range doc.Dates {
		if len(d.Value) >= 7 && d.Value[:7] == "2025-09" {
			t.Errorf("a date of the sidebar is a fact: %+v", d)
		}
	}
	if len(doc.Pages) != 1 || len(doc.Pages[0].Furniture) == 0 {
		t.Error("no furniture is marked")
	}
}
