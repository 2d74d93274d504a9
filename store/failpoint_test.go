//go:build failpoint

package store

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

// places are all failpoints that a first import passes.
var places = []string{"sync-dir:shelves", "sync-dir:create", "before-rename:create", "after-rename:create",
	"sync:key", "before-rename:key", "after-rename:key", "sync-dir:key", "sync:pin", "before-rename:pin", "after-rename:pin", "sync-dir:pin",
	"sync:original", "before-rename:original", "after-rename:original", "sync-dir:original", "commit", "committed",
	"sync:checkpoint", "before-rename:checkpoint", "after-rename:checkpoint", "sync-dir:checkpoint",
	"sync:size", "before-rename:size", "after-rename:size", "sync-dir:size"}

// TestCrashAtEveryPlace kills a first import at each place, and an import into a case
// that is there, and looks each time whether the case can be gone on with.
func TestCrashAtEveryPlace(t *testing.T) {
	for _, place := range places {
		for _, fresh := range []bool{true, false} {
			name := place + "/into a case"
			if fresh {
				name = place + "/first"
			}
			t.Run(name, func(t *testing.T) { crashAt(t, place, fresh) })
		}
	}
}

func crashAt(t *testing.T, place string, fresh bool) {
	base := t.TempDir()
	dir, keys := filepath.Join(base, "case"), filepath.Join(base, "keys")
	if !fresh {
		c, err := Create(dir, Options{KeyDir: keys})
		if err != nil {
			t.Fatal(err)
		}
		add(t, c, sample("there", "Text that was there."))
		c.Close()
	}
	cmd := childCommand(t, "script", dir, keys)
	cmd.Env = append(cmd.Env, "AVERMENT_FAILPOINT=kill:"+place)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	err := cmd.Run()
	if trouble.Len() > 0 {
		t.Fatalf("the child failed by itself: %s", trouble.String())
	}
	if err == nil && fresh {
		t.Fatal("the place was never passed")
	}
	again, err := openOrCreate(dir, Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	again.Close()
	checkAfterCrash(t, dir, keys, acks(out.String()), 0, true)
}

// TestFailedSyncMeansReadOnly lets each durable write of an import fail once.
func TestFailedSyncMeansReadOnly(t *testing.T) {
	for _, place := range []string{"sync:original", "sync-dir:original", "before-rename:original", "commit", "sync:checkpoint", "sync-dir:size"} {
		t.Run(place, func(t *testing.T) {
			c := newCase(t)
			d := sample("there", "Text that was there.")
			add(t, c, d)
			t.Setenv("AVERMENT_FAILPOINT", "error:"+place)
			_, _, err := c.Keep(strings.NewReader("new"))
			if err == nil {
				_, err = c.Commit([]evidence.Intake{{Row: evidence.LedgerRow{Path: "x", State: evidence.Ignored}}})
			}
			if err == nil {
				_, err = c.Checkpoint()
			}
			if !errors.Is(err, ErrReadOnly) || evidence.Hint(err) == "" {
				t.Fatalf("%v", err)
			}
			t.Setenv("AVERMENT_FAILPOINT", "")
			if _, _, err := c.Keep(strings.NewReader("new")); !errors.Is(err, ErrReadOnly) {
				t.Errorf("writing goes on: %v", err)
			}
			if err := c.Tag(d.ID, "x", "y"); !errors.Is(err, ErrReadOnly) {
				t.Errorf("writing goes on: %v", err)
			}
			if full, err := c.Full(d.ID); err != nil || full.Pages[0].Text != "Text that was there." {
				t.Errorf("reading does not go on: %v", err)
			}
		})
	}
}
