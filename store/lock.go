package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

const lockName = "store.lock"

// errHeld: somebody else has the lock now.
var errHeld = errors.New("the lock is held")

// acquire takes the lock of the case, waiting at most wait. A reader shares the lock
// with other readers.
func acquire(dir string, wait time.Duration, shared bool) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, lockName), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open the lock of case %s: %w", dir, err)
	}
	for until := time.Now().Add(wait); ; time.Sleep(25 * time.Millisecond) {
		err = tryLock(f, shared)
		if err == nil {
			return f, nil
		}
		if !errors.Is(err, errHeld) {
			f.Close()
			return nil, fmt.Errorf("lock case %s: %w", dir, err)
		}
		if time.Now().After(until) {
			pid := holder(dir)
			f.Close()
			return nil, locked(dir, pid)
		}
	}
}

// sign writes our process id for those who will ask who holds the case. closedWell is
// false when the last owner left its own there: it did not close the case.
func sign(f *os.File) (closedWell bool, err error) {
	st, err := f.Stat()
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	}
	if err != nil {
		return false, fmt.Errorf("sign the lock: %w", err)
	}
	return st.Size() == 0, nil
}

func holder(dir string) int {
	data, err := os.ReadFile(filepath.Join(dir, lockName))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		return 0
	}
	return pid
}

func locked(dir string, pid int) error {
	return evidence.WithHint(&LockedError{dir, pid},
		"wait until it has finished, or use the web pages of the server that has the case open")
}
