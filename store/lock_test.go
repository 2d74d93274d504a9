package store

import (
	"bufio"
	"errors"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"averment/evidence"
)

// TestSecondProcess opens a case that another process holds.
func TestSecondProcess(t *testing.T) {
	base := t.TempDir()
	dir, keys := filepath.Join(base, "case"), filepath.Join(base, "keys")
	pid, release := hold(t, dir, keys)
	for _, readOnly := range []bool{false, true} {
		_, err := Open(dir, Options{KeyDir: keys, ReadOnly: readOnly, Timeout: 100 * time.Millisecond})
		var locked *LockedError
		if !errors.Is(err, ErrLocked) || !errors.As(err, &locked) || locked.PID != pid || evidence.Hint(err) == "" {
			t.Errorf("readOnly %v: %v, want process %d named", readOnly, err, pid)
		}
	}
	if _, err := VerifyDir(dir, Options{Timeout: 100 * time.Millisecond}, VerifyOptions{}); !errors.Is(err, ErrLocked) {
		t.Errorf("verify: %v", err)
	}
	release()
	c, err := Open(dir, Options{KeyDir: keys})
	if err != nil {
		t.Fatal(err)
	}
	c.Close()
}

// hold starts a process that has a case open.
func hold(t *testing.T, dir, keys string) (pid int, release func()) {
	t.Helper()
	cmd := childCommand(t, "hold", dir, keys)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kill(cmd) })
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "open\n" {
		t.Fatalf("the holder says %q, %v", line, err)
	}
	return cmd.Process.Pid, func() { in.Close(); cmd.Wait() }
}

func kill(cmd *exec.Cmd) {
	cmd.Process.Kill()
	cmd.Wait()
}

func TestReadersShare(t *testing.T) {
	c := fullCase(t, 2)
	o := Options{ReadOnly: true}
	a, err := Open(c.dir, o)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := Open(c.dir, o)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if err := b.Tag(sample("original 1").ID, "x", "y"); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a reader wrote: %v", err)
	}
}
