package store

import (
	"encoding/json"
	"fmt"
	"strings"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// PathState is what the watcher knows of a path: the file as it was when it was taken in.
type PathState struct {
	Device   uint64 `json:"device,omitempty"`
	Inode    uint64 `json:"inode,omitempty"`
	Versions int    `json:"versions,omitempty"` // different contents seen at this path
	Size     int64  `json:"size"`
	MTime    int64  `json:"mtime"` // nanoseconds since 1970
	CTime    int64  `json:"ctime,omitempty"`
	SHA      string `json:"sha,omitempty"`
	State    string `json:"state"` // the watcher's own word: taken, ignored, failed, vanished
	// Tries and Next are for files that could not be read yet: how often it was tried,
	// and when next, in seconds since 1970.
	Tries int   `json:"tries,omitempty"`
	Next  int64 `json:"next,omitempty"`
	// Row is the ledger row of the last try, which the next one takes the place of.
	Row uint64 `json:"row,omitempty"`
}

// WatchedPath is a path below a source with its state. Path holds the raw bytes of the
// file system, which need not be UTF-8.
type WatchedPath struct {
	Path  []byte
	State PathState
}

func pathKey(source string, raw []byte) ([]byte, error) {
	if source == "" || strings.ContainsRune(source, 0) || len(raw) == 0 || len(source)+len(raw) > bolt.MaxKeySize-1 {
		return nil, fmt.Errorf("watched path %q of %q: %w", raw, source, evidence.ErrInvalid)
	}
	return append([]byte(source+"\x00"), raw...), nil
}

// PathState gives the state of one path; known is false when it was never seen.
func (c *Case) PathState(source string, rawPath []byte) (state PathState, known bool, err error) {
	key, err := pathKey(source, rawPath)
	if err != nil {
		return state, false, err
	}
	err = c.view(func(tx *bolt.Tx) error {
		v := tx.Bucket(bucketPath).Get(key)
		if known = v != nil; !known {
			return nil
		}
		state, err = decodePath(v)
		return err
	})
	return state, known, err
}

func decodePath(v []byte) (s PathState, err error) {
	if err = json.Unmarshal(v, &s); err != nil {
		err = fmt.Errorf("%w: state of a watched path: %w", ErrDamaged, err)
	}
	return s, err
}

// SetPathState keeps the state of one path.
func (c *Case) SetPathState(source string, rawPath []byte, state PathState) error {
	return c.SetPathStates(source, []WatchedPath{{rawPath, state}})
}

// SetPathStates keeps the states of many paths in one transaction.
func (c *Case) SetPathStates(source string, paths []WatchedPath) error {
	return c.update("keep watched paths", func(tx *bolt.Tx) error {
		for _, p := range paths {
			key, err := pathKey(source, p.Path)
			if err != nil {
				return err
			}
			raw, err := json.Marshal(p.State)
			if err != nil {
				return err
			}
			if err := tx.Bucket(bucketPath).Put(key, raw); err != nil {
				return err
			}
		}
		return nil
	})
}

// PathStates gives all known paths of a source, in the order of their bytes.
func (c *Case) PathStates(source string, yield func(rawPath []byte, state PathState) error) error {
	prefix := []byte(source + "\x00")
	return c.each(walk{bucket: bucketPath, prefix: prefix}, func(k, v []byte) error {
		state, err := decodePath(v)
		if err != nil {
			return err
		}
		return yield(k[len(prefix):], state)
	})
}
