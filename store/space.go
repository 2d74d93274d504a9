package store

import (
	"fmt"

	"averment/evidence"
)

// minimumFree is the least free space in bytes below which nothing more is taken in;
// a disk of more than 50 GiB must keep 2 % free.
const minimumFree = 1 << 30

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
