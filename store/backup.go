package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Backup copies the case into dir, which must be empty or new, while the case is in
// use. The database is copied as one transaction sees it; originals are hard links
// where the disk allows it, since they never change, and copies elsewhere: a backup on
// the same disk saves from mistakes, one on another disk also from the disk. The signing
// key is not part of a backup.
func (c *Case) Backup(dir string) error {
	if err := c.backup(dir, os.Link); err != nil {
		return fmt.Errorf("back up to %s: %w", dir, err)
	}
	if c.Writable() != nil {
		return nil
	}
	return c.Record(Event{Action: "backed up", Object: dir})
}

// linker makes a second name of a file, or fails, so that it is copied.
type linker func(from, to string) error

func noLinks(string, string) error { return errors.ErrUnsupported }

func (c *Case) backup(dir string, link linker) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		return errors.Join(err, evidence.Invalid("the folder is not empty"))
	}
	if err := makeShelves(dir); err != nil {
		return err
	}
	// Notes first: the database that is copied next holds at least what they sign.
	if _, err := c.Checkpoint(); err != nil {
		return err
	}
	if err := copyFolder(filepath.Join(c.dir, checkpointName), filepath.Join(dir, checkpointName)); err != nil {
		return err
	}
	size, err := c.copyDB(dir)
	if err != nil {
		return err
	}
	if err := c.copyOriginals(dir, link); err != nil {
		return err
	}
	if err := writeSize(dir, size); err != nil {
		return err
	}
	// The database gets its name last: a backup that was interrupted is no case.
	return rename(filepath.Join(dir, ".copying"), filepath.Join(dir, dbName), "backup")
}

// copyDB writes the database as it is now.
func (c *Case) copyDB(dir string) (size int64, err error) {
	f, err := os.OpenFile(filepath.Join(dir, ".copying"), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return 0, err
	}
	err = c.view(func(tx *bolt.Tx) error {
		size, err = tx.WriteTo(f)
		return err
	})
	if err == nil {
		err = syncFile(f, "backup")
	}
	return size, errors.Join(err, f.Close())
}

// copyOriginals links or copies the originals that have a row. Those that came in after
// the database was copied are left out.
func (c *Case) copyOriginals(dir string, link linker) error {
	db, err := bolt.Open(filepath.Join(dir, ".copying"), 0o600, &bolt.Options{ReadOnly: true, Timeout: c.options.Timeout})
	if err != nil {
		return err
	}
	defer db.Close()
	err = db.View(func(tx *bolt.Tx) error {
		return tx.Bucket(bucketHash).ForEach(func(k, _ []byte) error {
			sha := hex.EncodeToString(k)
			return linkOrCopy(originalPath(c.dir, sha), originalPath(dir, sha), sha, link)
		})
	})
	if err != nil {
		return err
	}
	return eachShelf(dir, func(shelf string) error { return syncDir(shelf, "backup-shelf") })
}

func eachShelf(dir string, visit func(string) error) error {
	shelves, err := os.ReadDir(filepath.Join(dir, originalsName, "sha256"))
	for _, s := range shelves {
		err = errors.Join(err, visit(filepath.Join(dir, originalsName, "sha256", s.Name())))
	}
	return err
}

// linkOrCopy puts an original into another folder; a copy is hashed on the way.
func linkOrCopy(from, to, sha string, link linker) error {
	err := link(from, to)
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return evidence.WithHint(err, "run verify: an original is missing")
	}
	got, err := copyFile(from, to, 0o400)
	if err == nil && got != sha {
		err = damaged("run verify --read-data", "original %s has now the SHA-256 %s", sha, got)
	}
	return err
}

// copyFile copies a file durably and gives the SHA-256 of its bytes.
func copyFile(from, to string, mode fs.FileMode) (string, error) {
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, h), in)
	if err == nil {
		err = syncFile(out, "copy")
	}
	return hex.EncodeToString(h.Sum(nil)), errors.Join(err, out.Close())
}

// copyFolder copies the files of a folder that has no folders in it.
func copyFolder(from, to string) error {
	if err := os.MkdirAll(to, 0o700); err != nil {
		return err
	}
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || e.Name() == sizeName || e.Name()[0] == '.' {
			continue
		}
		if _, err := copyFile(filepath.Join(from, e.Name()), filepath.Join(to, e.Name()), 0o600); err != nil {
			return err
		}
	}
	return syncDir(to, "copy-folder")
}

// Restore checks the backup in dir, every byte of it, copies it into the folder into,
// and checks the copy. It gives the report on the backup where that is not whole, and
// copies nothing then.
func Restore(dir, into string, o Options) (Report, error) {
	report, err := VerifyDir(dir, o, VerifyOptions{ReadData: true})
	if err != nil {
		return report, fmt.Errorf("restore %s: %w", dir, err)
	}
	if report.Code != 0 {
		return report, evidence.WithHint(fmt.Errorf("restore %s: %s: %w", dir, report.Summary(), ErrDamaged), "use another backup; nothing was copied")
	}
	if _, err := os.Stat(filepath.Join(into, dbName)); err == nil {
		return report, evidence.Invalid("restore into %s: there is a case already", into)
	}
	o.ReadOnly = true
	from, err := Open(dir, o)
	if err != nil {
		return report, fmt.Errorf("restore %s: %w", dir, err)
	}
	err = from.backup(into, noLinks)
	if err = errors.Join(err, from.Close()); err != nil {
		return report, fmt.Errorf("restore into %s: %w", into, err)
	}
	return VerifyDir(into, o, VerifyOptions{ReadData: true})
}
