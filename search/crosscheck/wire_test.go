package crosscheck_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// readWire reads the reports and the claims of a file of testdata.
func readWire(t testing.TB, name string) (docs []*evidence.Document, gold []goldClaim) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	var body strings.Builder
	end := func() {
		if n := len(docs); n > 0 && docs[n-1].Pages[0].Text == "" {
			docs[n-1].Pages[0].Text = body.String()
		}
		body.Reset()
	}
	claimed := false
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		head, isHead := strings.CutPrefix(line, "== ")
		claim, isClaim := strings.CutPrefix(line, "?? ")
		switch {
		case strings.HasPrefix(line, "#"):
		case isHead:
			end()
			f := strings.Split(head, " | ")
			docs = append(docs, report("wire"+f[0], f[2], "", f[1]))
		case isClaim:
			end()
			gold, claimed = append(gold, goldClaim{claim: claim}), true
		case claimed:
			letters, slot, _ := strings.Cut(strings.TrimSpace(line), " ")
			gold[len(gold)-1].gold, gold[len(gold)-1].slot = letters, slot
			if len(letters) != len(docs) {
				t.Fatalf("%s: %d letters for %d reports: %s", name, len(letters), len(docs), gold[len(gold)-1].claim)
			}
			claimed = false
		default:
			body.WriteString(line + "\n")
		}
	}
	return docs, gold
}

// TestEvaluationWire pastes claims into invented newswire, hard-wrapped as an agency
// printed it, in which reports differ, follow and correct one another.
func TestEvaluationWire(t *testing.T) {
	files, err := filepath.Glob("testdata/wire*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no newswire", err)
	}
	for _, f := range files {
		t.Run(filepath.Base(f), func(t *testing.T) {
			docs, gold := readWire(t, filepath.Base(f))
			documents, kinds, slots := measure(t, crosscheck.Against(docs, extract.Facts), idsOf(docs), gold)
			t.Logf("documents per claim: %v", documents)
			t.Logf("with the same verdict: %v", kinds)
			t.Logf("slot differences:    %v", slots)
			if documents.f1() < 0.75 || slots.precision() < 0.85 {
				t.Error("below the aims of the page")
			}
		})
	}
}
