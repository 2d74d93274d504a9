package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSlowWriterIsTakenWhole(t *testing.T) {
	r := newRig(t)
	r.live(1, func() {
		f, err := os.Create(filepath.Join(r.dir, "slow.txt"))
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			fmt.Fprint(f, "a part; ")
			time.Sleep(15 * time.Millisecond)
		}
		f.Close()
	})
	if got := r.texts[filepath.Join(r.dir, "slow.txt")]; len(got) != 1 || len(got[0]) != 160 {
		t.Errorf("taken %d times, %d bytes", len(got), len(strings.Join(got, "")))
	}
}

func TestFoldersMadeWhileWatching(t *testing.T) {
	r := newRig(t)
	const rounds = 200
	r.live(rounds, func() {
		for i := range rounds {
			r.write(fmt.Sprintf("race%d/deep/f.txt", i), fmt.Sprint("text ", i))
		}
	})
	r.eachOnce(rounds)
}

func TestMovedInAndHardLinked(t *testing.T) {
	r := newRig(t)
	outside := filepath.Join(t.TempDir(), "x.txt")
	if err := os.WriteFile(outside, []byte("moved"), 0o644); err != nil {
		t.Fatal(err)
	}
	r.live(2, func() {
		if err := os.Link(outside, filepath.Join(r.dir, "linked.txt")); err != nil {
			t.Skip("no hard link between temporary folders here: ", err)
		}
		if err := os.Rename(outside, filepath.Join(r.dir, "moved.txt")); err != nil {
			t.Fatal(err)
		}
	})
	r.eachOnce(2)
}
