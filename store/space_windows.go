package store

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// FreeSpace tells the bytes that are free for us and the size of the disk of dir.
func FreeSpace(dir string) (free, total uint64, err error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err == nil {
		err = windows.GetDiskFreeSpaceEx(path, &free, &total, nil)
	}
	if err != nil {
		return 0, 0, fmt.Errorf("free space of %s: %w", dir, err)
	}
	return free, total, nil
}
