package main

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWatchOnceForCron checks what a job of cron goes by: the exit code of each pass.
func TestWatchOnceForCron(t *testing.T) {
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	pass := func(want int, args ...string) (said string) {
		t.Helper()
		cmd := averment(t, keys, append([]string{"watch", "--once", "--case", dir}, args...)...)
		out, _ := cmd.CombinedOutput()
		if code := cmd.ProcessState.ExitCode(); code != want {
			t.Errorf("watch %q: exit %d, want %d: %s", args, code, want, out)
		}
		return string(out)
	}
	pass(exitDone, in)
	put(t, filepath.Join(in, "good.txt"), "The berth is open.")
	pass(exitDone, in)
	put(t, filepath.Join(in, "bad.pdf"), "%PDF-1.7\nno more of it")
	pass(exitPartly, in)
	pass(exitDone, in) // an exception is told once
	pass(exitFailed, filepath.Join(in, "nowhere"))
	pass(exitUsage)
	if said := pass(exitDone, in); !strings.Contains(said, "0 files seen = 0 indexed") {
		t.Errorf("said %q", said)
	}
}

// TestLabelsOfFolders watches several folders: label and custodian of each can be searched
// and are facets.
func TestLabelsOfFolders(t *testing.T) {
	dir, keys := filepath.Join(t.TempDir(), "case"), t.TempDir()
	wire, court := t.TempDir(), t.TempDir()
	put(t, filepath.Join(wire, "a.txt"), "The wire said that the berth is open.")
	put(t, filepath.Join(wire, "b.txt"), "The wire said that the berth is shut.")
	put(t, filepath.Join(court, "=1+1.txt"), "The court said that the berth is somebody's.")
	output(t, averment(t, keys, "watch", "--once", "--quiet", "--case", dir, "--custodian", "J. Rivera", "wire="+wire, "court="+court))
	for query, want := range map[string]int{`custodian:"J. Rivera"`: 3, "custodian:rivera": 3, "collection:wire": 2, "collection:court": 1, "collection:press": 0, "berth NOT collection:court": 2} {
		var found struct {
			Total  int
			Facets map[string][]struct {
				Value string
				Count int
			}
		}
		decode(t, output(t, averment(t, keys, "search", "--json", "--case", dir, query)), &found)
		if found.Total != want {
			t.Errorf("%s finds %d, want %d", query, found.Total, want)
		}
		if c := found.Facets["custodian"]; want == 3 && (len(c) != 1 || c[0].Value != "J. Rivera" || c[0].Count != 3) {
			t.Errorf("%s: custodians %+v", query, c)
		}
		if c := found.Facets["collection"]; want == 3 && len(c) != 2 {
			t.Errorf("%s: collections %+v", query, c)
		}
	}
	checkLedgerCSV(t, output(t, averment(t, keys, "ledger", "--csv", "--case", dir)))
}

// checkLedgerCSV reads the ledger as a spreadsheet does: whole rows, and no formula.
func checkLedgerCSV(t *testing.T, data []byte) {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
	if err != nil || len(rows) != 4 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
				t.Errorf("a spreadsheet takes %q for a formula", cell)
			}
		}
	}
}

// TestRelativeFormulaInLedger names a file so that its relative path begins a formula.
func TestRelativeFormulaInLedger(t *testing.T) {
	base, keys := t.TempDir(), t.TempDir()
	for _, name := range []string{"=HYPERLINK(1).txt", "@sum.txt", "+1.txt"} {
		put(t, filepath.Join(base, name), "A berth of "+name)
	}
	cmd := averment(t, keys, "add", "--quiet", "--case", "c", "=HYPERLINK(1).txt", "@sum.txt", "+1.txt")
	cmd.Dir = base
	output(t, cmd)
	cmd = averment(t, keys, "ledger", "--csv", "--case", "c")
	cmd.Dir = base
	checkLedgerCSV(t, output(t, cmd))
	if _, err := os.Stat(filepath.Join(base, "c", "store.db")); err != nil {
		t.Error(err)
	}
}
