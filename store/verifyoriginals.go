package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	bolt "go.etcd.io/bbolt"
)

const adviceOriginal = "put the original back from a backup or from where it came; its name is the SHA-256 of what belongs there"

// checkOriginals compares the files with the hashes that the store knows, both in the
// order of the hashes, and reads the files again where that was asked for.
func (v *verifier) checkOriginals() error {
	known, err := v.knownOriginals()
	if err != nil {
		return err
	}
	work := make(chan string, 64)
	readers := v.readers(work)
	next := 0
	err = eachOriginal(v.c.dir, func(sha, name string) error {
		object := filepath.Join(originalsName, "sha256", name)
		if sha == "" {
			v.findLocked(Damage, object, "move it elsewhere", "it is no original: its name is no SHA-256")
			return nil
		}
		raw, _ := hex.DecodeString(sha)
		for next < len(known) && bytes.Compare(known[next][:], raw) < 0 {
			v.missing(known[next][:])
			next++
		}
		if next == len(known) || !bytes.Equal(known[next][:], raw) {
			v.extra(object, sha)
			return nil
		}
		next++
		v.report.Originals++
		if v.o.ReadData {
			work <- sha
		}
		return nil
	})
	close(work)
	readers.Wait()
	for ; err == nil && next < len(known); next++ {
		v.missing(known[next][:])
	}
	return err
}

// knownOriginals gives the hashes that have a row, ascending.
func (v *verifier) knownOriginals() (known [][32]byte, err error) {
	err = v.c.view(func(tx *bolt.Tx) error {
		return tx.Bucket(bucketHash).ForEach(func(k, _ []byte) error {
			if len(k) != 32 {
				v.find(Damage, fmt.Sprintf("hash %x", k), adviceDocument, "it is no SHA-256")
				return nil
			}
			known = append(known, [32]byte(k))
			return nil
		})
	})
	return known, err
}

func (v *verifier) findLocked(level Level, object, advice, problem string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.find(level, object, advice, problem, args...)
}

func (v *verifier) missing(raw []byte) {
	sha := hex.EncodeToString(raw)
	v.findLocked(Damage, "original "+sha, adviceOriginal, "it is missing")
}

// extra judges an original that the store did not know a moment ago. One that is being
// taken in, or that a crash left, is no alarm.
func (v *verifier) extra(object, sha string) {
	if v.c.hasRow(sha) || v.c.isPending(sha) {
		return
	}
	if v.c.options.ReadOnly && holder(v.c.dir) != 0 {
		v.findLocked(Remark, object, "it goes when the case is opened next", "a crash left it; it belongs to no row")
		return
	}
	v.findLocked(Damage, object, "find out who put it there, and move it elsewhere", "it belongs to no row")
}

// readers hash originals again, one goroutine a core.
func (v *verifier) readers(work <-chan string) *sync.WaitGroup {
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			buffer := make([]byte, 256<<10)
			for sha := range work {
				v.readAgain(sha, buffer)
			}
		})
	}
	return &group
}

func (v *verifier) readAgain(sha string, buffer []byte) {
	got, err := hashFile(originalPath(v.c.dir, sha), buffer)
	object := "original " + sha
	switch {
	case err != nil:
		v.findLocked(Damage, object, adviceOriginal, "it cannot be read: %v", err)
	case got != sha:
		v.findLocked(Tampering, object, adviceOriginal, "it is not what was taken in: its SHA-256 is now %s", got)
	}
}

func hashFile(path string, buffer []byte) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.CopyBuffer(h, struct{ io.Reader }{f}, buffer); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
