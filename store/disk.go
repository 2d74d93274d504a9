package store

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// syncDir makes the names in a directory durable.
func syncDir(dir, place string) error {
	if err := failpoint("sync-dir:" + place); err != nil {
		return err
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("sync folder %s: %w", dir, err)
	}
	return nil
}

// syncFile makes the bytes of an open file durable.
func syncFile(f *os.File, place string) error {
	if err := failpoint("sync:" + place); err != nil {
		return err
	}
	return f.Sync()
}

// rename moves a finished file to its place and makes the name durable.
func rename(from, to, place string) error {
	if err := failpoint("before-rename:" + place); err != nil {
		return err
	}
	if err := os.Rename(from, to); err != nil {
		return err
	}
	if err := failpoint("after-rename:" + place); err != nil {
		return err
	}
	return syncDir(filepath.Dir(to), place)
}

// writeDurable replaces a small file so that a crash leaves the old or the new one.
func writeDurable(path string, data []byte, mode fs.FileMode, place string) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err = f.Write(data); err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = syncFile(f, place)
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return rename(f.Name(), path, place)
}
