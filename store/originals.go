package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"averment/evidence"
)

// originalPath is where the original with this hash stands.
func originalPath(dir, sha string) string {
	return filepath.Join(dir, originalsName, "sha256", sha[:2], sha[2:])
}

func validSHA(sha string) bool {
	if len(sha) != 2*sha256.Size {
		return false
	}
	return strings.Trim(sha, "0123456789abcdef") == ""
}

// Keep copies an original into the case and gives its SHA-256 in hex and its size in
// bytes. The bytes and the name are durable when it returns. Bytes that are there
// already are left as they are.
func (c *Case) Keep(r io.Reader) (sha string, size int64, err error) {
	if err = c.Writable(); err == nil {
		err = c.CheckSpace(0)
	}
	if err != nil {
		return "", 0, fmt.Errorf("keep an original: %w", err)
	}
	sha, size, err = c.keep(r)
	if err != nil {
		return "", 0, fmt.Errorf("keep an original: %w", noSpace(err))
	}
	return sha, size, nil
}

// keepers is how many originals are made durable at a time: the disk settles writes that
// wait together in one go.
const keepers = 16

// KeepAll keeps many small originals, as Keep does, and gives their hashes in order.
func (c *Case) KeepAll(originals [][]byte) ([]string, error) {
	shas := make([]string, len(originals))
	errs := make([]error, keepers)
	var group sync.WaitGroup
	for w := range keepers {
		group.Go(func() {
			for i := w; i < len(originals) && errs[w] == nil; i += keepers {
				shas[i], _, errs[w] = c.Keep(bytes.NewReader(originals[i]))
			}
		})
	}
	group.Wait()
	return shas, errors.Join(errs...)
}

func (c *Case) keep(r io.Reader) (string, int64, error) {
	f, err := os.CreateTemp(filepath.Join(c.dir, originalsName), temporaryPrefix+"*")
	if err != nil {
		return "", 0, err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	h := sha256.New()
	size, err := io.Copy(io.MultiWriter(f, h), r)
	if err != nil {
		return "", 0, err
	}
	sha := hex.EncodeToString(h.Sum(nil))
	c.pending.Store(sha, true)
	final := originalPath(c.dir, sha)
	if st, err := os.Stat(final); err == nil && st.Size() == size {
		return sha, size, nil
	}
	if err := f.Chmod(0o400); err != nil {
		return "", 0, err
	}
	return sha, size, c.settle(f, final)
}

// settle makes a written original durable under its final name.
func (c *Case) settle(f *os.File, final string) error {
	if err := syncFile(f, "original"); err != nil {
		return c.stopWriting("an original", err)
	}
	if err := rename(f.Name(), final, "original"); err != nil {
		return c.stopWriting("an original", err)
	}
	return nil
}

// isPending says whether an original was kept and its transaction is still to come.
func (c *Case) isPending(sha string) bool {
	_, pending := c.pending.Load(sha)
	return pending
}

// Original opens the original bytes of a document. The caller closes the file.
func (c *Case) Original(sha string) (*os.File, error) {
	if !validSHA(sha) {
		return nil, fmt.Errorf("original %q: %w", sha, evidence.ErrInvalid)
	}
	f, err := os.Open(originalPath(c.dir, sha))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, evidence.WithHint(notFound("original "+sha), "run verify; put the original back from a backup or from where it came")
	}
	if err != nil {
		return nil, fmt.Errorf("original: %w", err)
	}
	return f, nil
}
