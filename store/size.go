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

func writeSize(dir string, bytes int64) error {
	text := strconv.FormatInt(bytes, 10) + "\n"
	return writeDurable(filepath.Join(dir, checkpointName, sizeName), []byte(text), 0o600, "size")
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
	raw, err := os.ReadFile(filepath.Join(dir, checkpointName, sizeName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open case %s: %w", dir, err)
	}
	want, err := strconv.ParseInt(strings.TrimSpace(string(raw)), 10, 64)
	if err != nil {
		return damaged("run verify on a copy; write the length of store.db in bytes into the file if all else is well",
			"%s/%s does not hold a number", checkpointName, sizeName)
	}
	if st.Size() < want {
		return damaged(advice, "%s has %d bytes and had %d", dbName, st.Size(), want)
	}
	return nil
}
