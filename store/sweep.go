package store

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	bolt "go.etcd.io/bbolt"
)

// temporaryPrefix begins the name of an original that is still being written.
const temporaryPrefix = ".new-"

// eachOriginal visits the originals by the hash that their names state; name is the
// path below originals/sha256. A file that is named otherwise has sha "".
func eachOriginal(dir string, visit func(sha, name string) error) error {
	root := filepath.Join(dir, originalsName, "sha256")
	shelves, err := os.ReadDir(root)
	if err != nil {
		return fmt.Errorf("originals: %w", err)
	}
	for _, shelf := range shelves {
		files, err := os.ReadDir(filepath.Join(root, shelf.Name()))
		if err != nil {
			return fmt.Errorf("originals: %w", err)
		}
		for _, f := range files {
			sha := shelf.Name() + f.Name()
			if !validSHA(sha) || !f.Type().IsRegular() {
				sha = ""
			}
			if err := visit(sha, filepath.Join(shelf.Name(), f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// sweep removes what a crash left: half-written originals, and originals whose
// transaction never happened. They were never acknowledged, and whoever handed them in
// still has them. It only looks when the last owner did not close the case.
func (c *Case) sweep() error {
	if c.closedWell {
		return nil
	}
	if err := c.sweepTemporary(); err != nil {
		return err
	}
	var orphans []string
	err := eachOriginal(c.dir, func(sha, _ string) error {
		known := sha == ""
		if !known {
			known = c.hasRow(sha)
		}
		if !known {
			orphans = append(orphans, sha)
		}
		return nil
	})
	if err != nil || len(orphans) == 0 {
		return err
	}
	for _, sha := range orphans {
		if err := os.Remove(originalPath(c.dir, sha)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweep originals: %w", err)
		}
	}
	return c.Record(Event{Action: "swept", Object: "originals", Outcome: fmt.Sprintf("%d without a row", len(orphans)),
		Detail: map[string]string{"originals": strings.Join(orphans, " ")}})
}

func (c *Case) sweepTemporary() error {
	left, err := filepath.Glob(filepath.Join(c.dir, originalsName, temporaryPrefix+"*"))
	if err != nil {
		return err
	}
	for _, name := range left {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweep originals: %w", err)
		}
	}
	return nil
}

// hasRow says whether an original belongs to a row.
func (c *Case) hasRow(sha string) (known bool) {
	raw, err := hex.DecodeString(sha)
	if err != nil {
		return false
	}
	_ = c.view(func(tx *bolt.Tx) error { known = tx.Bucket(bucketHash).Get(raw) != nil; return nil })
	return known
}
