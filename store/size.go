package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// sizeName is a file outside of the database that says how long the database was when
// the last checkpoint was signed. The database never shrinks; one that did was cut or
// emptied, and bbolt would take an empty file for a new database.
const sizeName = "store.size"

// writeSize keeps the length of the database.
//
// The file holds the length in bytes and the SHA-256 of that number, a line each, so
// that a marker that is itself damaged is not taken for a damaged database.
func writeSize(dir string, bytes int64) error {
	return writeDurable(filepath.Join(dir, checkpointName, sizeName), sizeText(bytes), 0o600, "size")
}

func sizeText(bytes int64) []byte {
	n := strconv.FormatInt(bytes, 10)
	return []byte(n + "\n" + digest([]byte(n)) + "\n")
}

// readSize gives the length that the marker states, 0 when there is no marker.
func readSize(dir string) (int64, error) {
	raw, err := os.ReadFile(filepath.Join(dir, checkpointName, sizeName))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("size marker: %w", err)
	}
	first, _, _ := strings.Cut(string(raw), "\n")
	n, err := strconv.ParseInt(first, 10, 64)
	if err != nil || n <= 0 || string(raw) != string(sizeText(n)) {
		return 0, damaged("run verify; if all else is well, delete the file: it is written anew with the next checkpoint",
			"%s/%s does not hold the length of %s", checkpointName, sizeName, dbName)
	}
	return n, nil
}

// checkSize refuses a database that is empty or shorter than it was.
func checkSize(dir string) error {
	const advice = "do not start afresh: keep the folder as it is and restore the case from a backup into another folder"
	st, err := os.Stat(filepath.Join(dir, dbName))
	if err != nil {
		return fmt.Errorf("open case %s: %w", dir, err)
	}
	if st.Size() == 0 {
		return damaged(advice, "%s has no bytes", dbName)
	}
	want, err := readSize(dir)
	if err == nil && st.Size() < want {
		err = damaged(advice, "%s has %d bytes and had %d", dbName, st.Size(), want)
	}
	return err
}
