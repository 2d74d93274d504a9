package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Statement is what one machine hands another to witness: the newest checkpoint, the
// keys that sign it, and a proof that the log only grew since an earlier size.
type Statement struct {
	Version int         `json:"version"`
	Note    string      `json:"note"`
	Keys    []string    `json:"keys"`
	Since   int64       `json:"since"` // size that the proof begins at, 0 for none
	Proof   []tlog.Hash `json:"proof"` // RFC 6962 consistency proof, hashes in base64
}

// Statement makes a statement for a witness who has seen the log at size since.
func (c *Case) Statement(since int64) (Statement, error) {
	s := Statement{Version: 1, Since: since}
	var err error
	if s.Note, err = c.Checkpoint(); err != nil {
		return s, err
	}
	if s.Keys, err = c.PublicKeys(); err != nil {
		return s, err
	}
	_, size, _, err := parseHead(s.Note)
	if err != nil || since <= 0 || since > size {
		return s, err
	}
	err = c.view(func(tx *bolt.Tx) error {
		proof, err := tlog.ProveTree(size, since, storedHashes(tx))
		s.Proof = proof
		return err
	})
	return s, err
}

// ErrInconsistent: a log does not go on from what was witnessed before.
var ErrInconsistent = errors.New("the log is not the one that was witnessed")

// Witnessed is what a witness keeps of a log.
type Witnessed struct {
	Note        string
	Size        int64
	Fingerprint string
	First       bool // nothing was known of the log before
}

// Witness compares a statement, or a bare signed note, with what folder holds of the
// same log and keeps the newer one. The first key that is seen of a log is pinned. It
// gives ErrInconsistent for a log that forgot or changed what was witnessed, and
// ErrInvalid when a newer note comes without the proof that it needs; the hint then
// says the size to ask a statement for.
func Witness(folder string, data []byte) (Witnessed, error) {
	s, err := parseStatement(data)
	if err != nil {
		return Witnessed{}, err
	}
	name, size, root, err := parseHead(s.Note)
	if err != nil {
		return Witnessed{}, fmt.Errorf("witness: %w: %w", evidence.ErrInvalid, err)
	}
	place := filepath.Join(folder, strings.ReplaceAll(name, "/", "-")+".json")
	old, err := readWitnessed(place)
	if err != nil {
		return Witnessed{}, err
	}
	if old != nil {
		s.Keys = old.Keys
	}
	if err := checkNote(s); err != nil {
		return Witnessed{}, err
	}
	w := Witnessed{Note: s.Note, Size: size, Fingerprint: Fingerprint(s.Keys[0]), First: old == nil}
	if old != nil {
		if newer, err := goesOn(old, s, size, root); err != nil || !newer {
			return w, err
		}
	}
	return w, keepWitnessed(place, s)
}

// parseStatement reads the JSON of a Statement, or a bare note followed by its keys.
func parseStatement(data []byte) (Statement, error) {
	var s Statement
	if strings.HasPrefix(strings.TrimSpace(string(data)), "{") {
		if err := json.Unmarshal(data, &s); err != nil {
			return s, fmt.Errorf("witness: %w: %w", evidence.ErrInvalid, err)
		}
		return s, nil
	}
	s.Note = string(data)
	return s, nil
}

func readWitnessed(place string) (*Statement, error) {
	raw, err := os.ReadFile(place)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("witness: %w", err)
	}
	s, err := parseStatement(raw)
	return &s, err
}

func checkNote(s Statement) error {
	if len(s.Keys) == 0 {
		return evidence.WithHint(evidence.Invalid("witness: the first note of a log needs its public key"),
			"use the output of checkpoint --json, which carries it")
	}
	keys, err := verifiers(s.Keys)
	if err != nil {
		return fmt.Errorf("witness: %w: %w", evidence.ErrInvalid, err)
	}
	if _, err := note.Open([]byte(s.Note), keys); err != nil {
		return fmt.Errorf("witness: the signature does not hold: %w: %w", ErrInconsistent, err)
	}
	return nil
}

// goesOn checks that the log of s contains the log of old as its beginning. newer is
// false when s is not the one to keep.
func goesOn(old *Statement, s Statement, size int64, root tlog.Hash) (newer bool, err error) {
	_, oldSize, oldRoot, err := parseHead(old.Note)
	if err != nil {
		return false, fmt.Errorf("witness: what was kept is damaged: %w", err)
	}
	const advice = "do not use the case before it is known who changed it; the note that was kept proves what it was"
	switch {
	case size < oldSize:
		return false, evidence.WithHint(fmt.Errorf("witness: %d entries, %d were witnessed: %w", size, oldSize, ErrInconsistent), advice)
	case size == oldSize && root != oldRoot:
		return false, evidence.WithHint(fmt.Errorf("witness: two logs of %d entries: %w", size, ErrInconsistent), advice)
	case size == oldSize:
		return false, nil
	case s.Since != oldSize:
		return false, evidence.WithHint(evidence.Invalid("witness: a proof since %d entries is needed", oldSize),
			fmt.Sprintf("ask for a statement since %d", oldSize))
	}
	if oldSize > 0 {
		if err := tlog.CheckTree(s.Proof, size, root, oldSize, oldRoot); err != nil {
			return false, evidence.WithHint(fmt.Errorf("witness: %w: %w", ErrInconsistent, err), advice)
		}
	}
	return true, nil
}

func keepWitnessed(place string, s Statement) error {
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return fmt.Errorf("witness: %w", err)
	}
	raw, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return fmt.Errorf("witness: %w", err)
	}
	return writeDurable(place, append(raw, '\n'), 0o600, "witness")
}
