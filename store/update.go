package store

import (
	"errors"
	"fmt"
	"runtime/debug"
	"syscall"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// update runs one writing transaction. When the database could not make it durable,
// the case is read-only from then on: after a failed fsync nobody knows what the disk
// holds, and trying again would only hide it.
func (c *Case) update(op string, change func(*bolt.Tx) error) error {
	if err := c.Writable(); err != nil {
		return fmt.Errorf("%s: %w", op, err)
	}
	var own error
	err := c.db.Update(func(tx *bolt.Tx) error {
		if own = steady(func() error { return change(tx) }); own != nil {
			return own
		}
		return failpoint("commit")
	})
	if err == nil {
		err = failpoint("committed")
	}
	switch {
	case err == nil:
		return nil
	case own != nil:
		return fmt.Errorf("%s: %w", op, own)
	}
	return c.stopWriting(op, err)
}

// view runs a reading transaction. Damage that it meets says what to do about it.
func (c *Case) view(read func(*bolt.Tx) error) error {
	err := c.db.View(func(tx *bolt.Tx) error { return steady(func() error { return read(tx) }) })
	if errors.Is(err, ErrDamaged) && evidence.Hint(err) == "" {
		return evidence.WithHint(err, "run verify; "+adviceDocument)
	}
	return err
}

// steady makes an error of what bolt does on a damaged page: it has no errors for that
// and panics, or reaches behind the file. A program that serves others must not end so.
func steady(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			err = damaged("run verify, and restore the case from a backup into another folder", "reading %s ended in: %v", dbName, r)
		}
	}()
	return work()
}

// stopWriting makes the case read-only and says so. A full disk is no reason for it:
// nothing was acknowledged, and there may be room again.
func (c *Case) stopWriting(op string, cause error) error {
	if errors.Is(cause, syscall.ENOSPC) || errors.Is(cause, syscall.EDQUOT) {
		return evidence.WithHint(fmt.Errorf("%s: %w: %w", op, ErrNoSpace, cause),
			"free some space on the disk of the case, then add the files again; searching goes on")
	}
	err := evidence.WithHint(fmt.Errorf("%w since %s could not be made durable: %w", ErrReadOnly, op, cause),
		"look after the disk, then start again; what was acknowledged before is safe")
	c.broken.CompareAndSwap(nil, &err)
	return err
}
