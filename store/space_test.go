package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"averment/evidence"
)

func TestSpaceGuard(t *testing.T) {
	c := newCase(t)
	d := sample("there", "Text that was there.")
	add(t, c, d)
	const gib = 1 << 30
	tests := []struct {
		free, total uint64
		refused     bool
	}{
		{2 * gib, 40 * gib, false},
		{gib - 1, 40 * gib, true},
		{15 * gib, 1000 * gib, true},
		{21 * gib, 1000 * gib, false},
	}
	for _, tt := range tests {
		c.options.Space = func(string) (uint64, uint64, error) { return tt.free, tt.total, nil }
		_, _, keep := c.Keep(strings.NewReader("new"))
		_, commit := c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: "x", State: evidence.Ignored}}})
		if errors.Is(keep, ErrNoSpace) != tt.refused || errors.Is(commit, ErrNoSpace) != tt.refused {
			t.Errorf("%d of %d GiB free: keep %v, commit %v", tt.free/gib, tt.total/gib, keep, commit)
		}
		if _, err := c.Full(d.ID); err != nil {
			t.Errorf("reading does not go on: %v", err)
		}
	}
}

// TestFullDisk fills a small disk at each step: what was acknowledged stays, the case
// can be read on, and goes on when there is room again.
func TestFullDisk(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("mounting a small disk needs root")
	}
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=12m"); err != nil {
		t.Skipf("a small disk cannot be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, syscall.MNT_DETACH) })
	dir := filepath.Join(disk, "case")
	o := testOptions(t.TempDir())
	o.MinimumFree = 1
	o.Space = func(string) (uint64, uint64, error) { return 1 << 40, 1 << 40, nil }
	c, err := Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	acknowledged := fillDisk(t, c, 0)
	c.Close() // the last checkpoint may not find room either
	ballast := filepath.Join(disk, "ballast")
	for round := range 5 {
		if round == 2 { // room again
			if err := syscall.Mount("tmpfs", disk, "tmpfs", syscall.MS_REMOUNT, "size=40m"); err != nil {
				t.Fatal(err)
			}
		}
		if c, err = Open(dir, o); err != nil {
			t.Fatalf("round %d: %v", round, err)
		}
		for id := range acknowledged {
			if _, err := c.Full(id); err != nil {
				t.Fatalf("round %d: acknowledged and lost: %v", round, err)
			}
		}
		if r, err := c.Verify(VerifyOptions{ReadData: true}); err != nil || r.Code != 0 {
			t.Fatalf("round %d: %+v %v", round, r, err)
		}
		if round >= 2 {
			os.WriteFile(ballast, make([]byte, (round-1)<<20), 0o600)
			for id := range fillDisk(t, c, uint64(round)) {
				acknowledged[id] = true
			}
		}
		c.Close()
	}
	t.Logf("%d documents acknowledged on a disk that was full four times", len(acknowledged))
}

// fillDisk takes documents in until there is no room, and gives what was acknowledged.
func fillDisk(t *testing.T, c *Case, seed uint64) map[string]bool {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, 0))
	ids := map[string]bool{}
	for i := range 5000 {
		noise := make([]byte, 1000+rng.IntN(60000))
		for j := range noise {
			noise[j] = byte('a' + rng.IntN(26))
		}
		original := fmt.Sprintf("%d %d %s", seed, i, noise)
		d := sample(original, string(noise))
		d.Source.Path = "noise"
		_, _, err := c.Keep(strings.NewReader(original))
		if err == nil {
			_, err = c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: "noise"}, Document: d}})
		}
		if err != nil {
			if !errors.Is(err, ErrNoSpace) || c.Writable() != nil {
				t.Fatalf("a full disk gives %v", err)
			}
			return ids
		}
		ids[d.ID] = true
	}
	t.Fatal("the disk is never full")
	return nil
}
