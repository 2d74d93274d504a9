package store

import (
	"fmt"
	"syscall"

	"averment/evidence"
)

// minimumFree is the least free space in bytes below which nothing more is taken in;
// a disk of more than 50 GiB must keep 2 % free.
const minimumFree = 1 << 30

// FreeSpace tells the bytes that are free for us and the size of the disk of dir.
func FreeSpace(dir string) (free, total uint64, err error) {
	var st syscall.Statfs_t
	if err := syscall.Statfs(dir, &st); err != nil {
		return 0, 0, fmt.Errorf("free space of %s: %w", dir, err)
	}
	unit := uint64(st.Bsize)
	return st.Bavail * unit, st.Blocks * unit, nil
}

// CheckSpace gives an ErrNoSpace when taking in need more bytes would leave less than
// max(1 GiB, 2 %) of the disk free. Searching goes on regardless.
func (c *Case) CheckSpace(need int64) error {
	free, total, err := c.options.Space(c.dir)
	if err != nil {
		return err
	}
	keep := max(c.options.MinimumFree, total/50)
	if free >= keep+uint64(max(need, 0)) {
		return nil
	}
	return evidence.WithHint(
		fmt.Errorf("%w: %d MiB free, %d MiB must stay free", ErrNoSpace, free>>20, keep>>20),
		"free some space on the disk of the case, then add the files again; searching goes on")
}
