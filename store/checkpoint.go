package store

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A checkpoint is a C2SP signed note over the head of the log: the origin, the number
// of entries and the RFC 6962 root in base64, a line each. One file per signed head.
const noteSuffix = ".note"

func noteName(size int64) string { return fmt.Sprintf("%020d%s", size, noteSuffix) }

// noteFiles lists the checkpoints of a case, oldest first.
func noteFiles(dir string) ([]string, error) {
	entries, err := os.ReadDir(filepath.Join(dir, checkpointName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("checkpoints: %w", err)
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), noteSuffix) {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return names, nil
}

// sign writes a checkpoint of the log as it is, unless there is one. The caller holds n.mu.
func (n *notary) sign(c *Case) (string, error) {
	var size int64
	var root tlog.Hash
	var bytes int64
	err := c.view(func(tx *bolt.Tx) (err error) {
		size, root, err = logHead(tx)
		bytes = tx.Size()
		return err
	})
	if err != nil {
		return "", fmt.Errorf("checkpoint: %w", err)
	}
	path := filepath.Join(c.dir, checkpointName, noteName(size))
	if old, err := os.ReadFile(path); err == nil {
		return string(old), nil
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", origin(c.id), size, root)
	signed, err := note.Sign(&note.Note{Text: text}, n.signer)
	if err != nil {
		return "", fmt.Errorf("sign a checkpoint: %w", err)
	}
	if err := writeSize(c.dir, bytes); err != nil {
		return "", c.stopWriting("the size of the database", err)
	}
	if err := writeDurable(path, signed, 0o600, "checkpoint"); err != nil {
		return "", c.stopWriting("a checkpoint", err)
	}
	n.signed = time.Now()
	return string(signed), nil
}

// Checkpoint signs the log as it is now and gives the note. A case that was opened for
// reading gives the newest note there is.
func (c *Case) Checkpoint() (string, error) {
	if c.notary.signer != nil && c.Writable() == nil {
		c.notary.mu.Lock()
		defer c.notary.mu.Unlock()
		return c.notary.sign(c)
	}
	names, err := noteFiles(c.dir)
	if err != nil {
		return "", err
	}
	if len(names) == 0 {
		return "", notFound("checkpoint")
	}
	raw, err := os.ReadFile(filepath.Join(c.dir, checkpointName, names[len(names)-1]))
	return string(raw), err
}

// PublicKeys gives the verifier keys that are pinned in the case, the first one first.
func (c *Case) PublicKeys() ([]string, error) { return pinnedKeys(c.dir) }

// LogSize is the number of entries of the custody log.
func (c *Case) LogSize() (n uint64, err error) {
	err = c.view(func(tx *bolt.Tx) error { n = tx.Bucket(bucketCustody).Sequence(); return nil })
	return n, err
}

// parseHead reads the text of a checkpoint.
func parseHead(text string) (name string, size int64, root tlog.Hash, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) < 4 {
		return "", 0, root, errors.New("a checkpoint has three lines")
	}
	size, err = strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 {
		return "", 0, root, fmt.Errorf("size %q is no number", lines[1])
	}
	raw, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(raw) != tlog.HashSize {
		return "", 0, root, fmt.Errorf("root %q is no hash", lines[2])
	}
	copy(root[:], raw)
	return lines[0], size, root, nil
}
