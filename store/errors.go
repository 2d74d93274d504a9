package store

import (
	"errors"
	"fmt"
	"syscall"

	"averment/evidence"
)

// The errors a caller may want to tell apart.
var (
	// ErrLocked: another process has the case open. See LockedError.
	ErrLocked = errors.New("the case is in use")
	// ErrNoSpace: too little room on the disk to take in more.
	ErrNoSpace = errors.New("not enough free space")
	// ErrReadOnly: writing stopped, because a write could not be made durable.
	ErrReadOnly = errors.New("the case is read-only")
	// ErrDamaged: the files of the case are not what they must be.
	ErrDamaged = errors.New("the case is damaged")
	// ErrNoCase: there is no case in the directory.
	ErrNoCase = fmt.Errorf("no case here: %w", evidence.ErrNotFound)
)

// LockedError names the process that holds a case; it is an ErrLocked.
type LockedError struct {
	Dir string
	PID int // 0 when the holder left no number
}

func (e *LockedError) Error() string {
	if e.PID == 0 {
		return fmt.Sprintf("case %s is in use by another process", e.Dir)
	}
	return fmt.Sprintf("case %s is in use by process %d", e.Dir, e.PID)
}

// Is makes errors.Is(err, ErrLocked) true.
func (e *LockedError) Is(target error) bool { return target == ErrLocked }

// errNoSHA: what names bytes is no SHA-256 in lower-case hex.
var errNoSHA = evidence.Invalid("it is no SHA-256")

// noSpace makes an ErrNoSpace of what the system says of a full disk.
func noSpace(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fmt.Errorf("%w: %w", ErrNoSpace, err)
	}
	return err
}

func damaged(advice, format string, args ...any) error {
	return evidence.WithHint(fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...)), advice)
}

func notFound(what string) error { return fmt.Errorf("%s: %w", what, evidence.ErrNotFound) }
