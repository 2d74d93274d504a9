package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

const (
	dbName         = "store.db"
	originalsName  = "originals"
	checkpointName = "checkpoints"
)

// present says whether there is a case in dir. A directory with checkpoints and no
// database has lost it, which is damage and not an empty place.
func present(dir string) error {
	_, err := os.Stat(filepath.Join(dir, dbName))
	if err == nil {
		return nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("open case %s: %w", dir, err)
	}
	if notes, _ := noteFiles(dir); len(notes) > 0 {
		return damaged("put store.db back from a backup; the checkpoints say that it was there", "%s is missing in %s", dbName, dir)
	}
	return ErrNoCase
}

// Create makes a case in dir, which is made where missing and must be empty otherwise.
func Create(dir string, o Options) (*Case, error) {
	o = o.filled()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create case: %w", err)
	}
	if err := os.Chmod(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create case: %w", err)
	}
	lock, err := acquire(dir, o.Timeout, false)
	if err != nil {
		return nil, err
	}
	if err = build(dir, o); err != nil {
		lock.Close()
		return nil, fmt.Errorf("create case %s: %w", dir, err)
	}
	c, err := openLocked(dir, o, lock)
	if err != nil {
		lock.Close()
		return nil, err
	}
	if _, err := c.Checkpoint(); err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

// build makes the files of a case; the database comes last, because its name is what
// says that the case is there.
func build(dir string, o Options) error {
	if err := vacant(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(dir, checkpointName), 0o700); err != nil {
		return err
	}
	if err := makeShelves(dir); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(dir, ".creating-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temporary)
	fresh := filepath.Join(temporary, dbName)
	if err := buildDB(fresh, o); err != nil {
		return err
	}
	if err := syncDir(temporary, "create"); err != nil {
		return err
	}
	return rename(fresh, filepath.Join(dir, dbName), "create")
}

// makeShelves makes the 256 folders of originals at once, so that keeping an original
// never has to make a folder durable.
func makeShelves(dir string) error {
	shelves := filepath.Join(dir, originalsName, "sha256")
	for i := range 256 {
		if err := os.MkdirAll(filepath.Join(shelves, fmt.Sprintf("%02x", i)), 0o700); err != nil {
			return err
		}
	}
	if err := syncDir(shelves, "shelves"); err != nil {
		return err
	}
	return syncDir(filepath.Dir(shelves), "shelves")
}

func buildDB(path string, o Options) error {
	db, err := openDB(path, o)
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bolt.Tx) error { return initialise(tx, newID()) })
	return errors.Join(err, db.Close())
}

// vacant says whether a case may be made in dir: only leavings of an interrupted
// creation may be there.
func vacant(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	if err := present(dir); !errors.Is(err, ErrNoCase) {
		if err != nil {
			return err
		}
		return evidence.Invalid("there is a case already")
	}
	for _, e := range entries {
		name := e.Name()
		if name == lockName || name == originalsName || name == checkpointName {
			continue
		}
		if ok, _ := filepath.Match(".creating-*", name); ok {
			os.RemoveAll(filepath.Join(dir, name))
			continue
		}
		return evidence.WithHint(evidence.Invalid("the folder is not empty (%s)", name), "name an empty or a new folder")
	}
	return nil
}
