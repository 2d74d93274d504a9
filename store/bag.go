package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"averment/evidence"
)

// bag is a BagIt bag being written.
type bag struct {
	dir   string
	files map[string]string // path with slashes → SHA-256
	bytes int64             // of the payload
	count int
}

func newBag(dir string) (*bag, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	if len(entries) > 0 {
		return nil, evidence.Invalid("the folder %s is not empty", dir)
	}
	b := &bag{dir: dir, files: map[string]string{}}
	for _, folder := range []string{"data/originals", "data/sheets", "proofs"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o700); err != nil {
			return nil, err
		}
	}
	return b, b.write("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
}

func (b *bag) write(name, text string) error {
	if err := os.WriteFile(filepath.Join(b.dir, name), []byte(text), 0o600); err != nil {
		return err
	}
	b.note(name, digest([]byte(text)), int64(len(text)))
	return nil
}

func (b *bag) copy(from, name, sha string) error {
	to := filepath.Join(b.dir, name)
	got, err := copyFile(from, to, 0o400)
	if errors.Is(err, fs.ErrNotExist) {
		return notFound("original " + sha)
	}
	if err != nil {
		return err
	}
	if got != sha {
		return damaged("run verify --read-data", "original %s has now the SHA-256 %s", sha, got)
	}
	st, err := os.Stat(to)
	if err == nil {
		b.note(name, got, st.Size())
	}
	return err
}

func (b *bag) note(name, sha string, size int64) {
	name = filepath.ToSlash(name)
	b.files[name] = sha
	if strings.HasPrefix(name, "data/") {
		b.bytes += size
		b.count++
	}
}

// finish writes bag-info and the manifests, the manifest of tags last.
func (b *bag) finish(now time.Time, id string) error {
	info := fmt.Sprintf("Bag-Software-Agent: averment\nBagging-Date: %s\nExternal-Identifier: case %s\nPayload-Oxum: %d.%d\n", now.UTC().Format("2006-01-02"), id, b.bytes, b.count)
	if err := b.write("bag-info.txt", info); err != nil {
		return err
	}
	if err := b.write("manifest-sha256.txt", b.manifest(true)); err != nil {
		return err
	}
	return b.write("tagmanifest-sha256.txt", b.manifest(false))
}

func (b *bag) manifest(payload bool) string {
	var lines []string
	for name, sha := range b.files {
		if strings.HasPrefix(name, "data/") == payload {
			lines = append(lines, sha+"  "+name+"\n")
		}
	}
	slices.SortFunc(lines, func(x, y string) int { return strings.Compare(x[66:], y[66:]) })
	return strings.Join(lines, "")
}
