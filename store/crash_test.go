package store

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"averment/evidence"
)

// TestKillLoop kills a process that takes documents in, at random moments, and looks
// each time whether all is there that was acknowledged.
func TestKillLoop(t *testing.T) {
	rounds := 80 // with the 20 of an import by the program, a hundred
	if *long {
		rounds = 1000
	}
	var dir, keys string
	acknowledged, total := map[string]bool{}, 0
	for round := range rounds {
		if round%40 == 0 { // a fresh case, so that looking does not take longer and longer
			base := t.TempDir()
			dir, keys = filepath.Join(base, "case"), filepath.Join(base, "keys")
			total += len(acknowledged)
			clear(acknowledged)
		}
		cmd := childCommand(t, "import", dir, keys, strconv.Itoa(round))
		var out, trouble bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &trouble
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(15+round*37%150) * time.Millisecond)
		cmd.Process.Kill()
		cmd.Wait()
		if trouble.Len() > 0 {
			t.Fatalf("round %d: the child failed by itself: %s", round, trouble.String())
		}
		fresh := acks(out.String())
		for id := range fresh {
			acknowledged[id] = true
		}
		if len(acknowledged) > 0 {
			checkAfterCrash(t, dir, keys, fresh, len(acknowledged), round%8 == 7)
		}
	}
	if total += len(acknowledged); total < rounds {
		t.Errorf("only %d documents were acknowledged in %d rounds", total, rounds)
	}
	t.Logf("%d rounds, %d documents acknowledged, none lost", rounds, total)
}

// acks reads the whole lines that say what was acknowledged.
func acks(out string) map[string]bool {
	ids := map[string]bool{}
	sc := bufio.NewScanner(strings.NewReader(out))
	for sc.Scan() {
		if f := strings.Fields(sc.Text()); len(f) == 3 && f[0] == "ack" && len(f[1]) == 64 {
			ids[f[1]] = true
		}
	}
	return ids
}

// checkAfterCrash opens a case whose owner was killed: what was acknowledged is there,
// the sums add up, every document is queued for the index, and verify finds nothing.
func checkAfterCrash(t *testing.T, dir, keys string, fresh map[string]bool, least int, data bool) {
	t.Helper()
	c, err := Open(dir, Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for id := range fresh {
		if _, err := c.Full(id); err != nil {
			t.Errorf("acknowledged and lost: %v", err)
		}
		f, err := c.Original(id)
		if err != nil {
			t.Errorf("acknowledged, and its original is lost: %v", err)
			continue
		}
		f.Close()
	}
	rows := 0
	var summary evidence.Summary
	c.Ledger(LedgerFilter{}, func(r evidence.LedgerRow) error { rows++; summary.Tally(r.State); return nil })
	sums, _ := c.LedgerSums()
	if summary.Files = sums.Files; sums.Seen != rows || fmt.Sprint(sums) != fmt.Sprint(withVersion(summary)) || rows < least {
		t.Errorf("sums %+v, rows %d %+v, acknowledged %d", sums, rows, summary, least)
	}
	if r, err := c.Verify(VerifyOptions{ReadData: data}); err != nil || r.Code != 0 || len(r.Findings) != 0 {
		t.Fatalf("after a crash: %+v %v", r, err)
	}
}

func withVersion(s evidence.Summary) evidence.Summary { s.Version = 1; return s }

func TestSweepAfterCrash(t *testing.T) {
	c := newCase(t)
	add(t, c, sample("kept", "Text."))
	if _, _, err := c.Keep(strings.NewReader("kept, and the transaction never came")); err != nil {
		t.Fatal(err)
	}
	half := filepath.Join(c.dir, originalsName, temporaryPrefix+"half")
	if err := os.WriteFile(half, []byte("half an orig"), 0o600); err != nil {
		t.Fatal(err)
	}
	orphan := originalPath(c.dir, sample("kept, and the transaction never came").ID)
	if r, err := c.Verify(VerifyOptions{}); err != nil || r.Code != 0 {
		t.Errorf("an original on its way in is an alarm: %+v %v", r, err)
	}
	if err := errors.Join(c.db.Close(), c.lock.Close()); err != nil { // as a crash would
		t.Fatal(err)
	}
	if r := mustVerify(t, c.dir, VerifyOptions{}); r.Code != 0 {
		t.Errorf("a leaving of a crash is an alarm: %+v", r)
	}
	again, err := Open(c.dir, c.options)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	for _, path := range []string{half, orphan} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s was not swept", path)
		}
	}
	if r, err := again.Verify(VerifyOptions{ReadData: true}); err != nil || r.Code != 0 || r.Originals != 1 {
		t.Errorf("%+v %v", r, err)
	}
}
