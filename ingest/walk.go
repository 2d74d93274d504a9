package ingest

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"averment/evidence"
)

// Walk sends a candidate for every file under the paths. A path that does not exist is an
// error at once, before anything is imported; what cannot be read further down is a
// candidate with Err, so that it ends in the ledger. The folder skip is left out: a case
// that lies in what is imported must not import itself.
func Walk(ctx context.Context, paths []string, labels Labels, skip string, out chan<- Candidate) error {
	send := func(c Candidate) error {
		select {
		case out <- c:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	for _, root := range paths {
		if err := walkOne(root, labels, skip, send); err != nil {
			return err
		}
	}
	return nil
}

// CheckPaths says which of the paths do not exist.
func CheckPaths(paths []string) error {
	for _, p := range paths {
		if _, err := os.Stat(p); err != nil {
			return evidence.WithHint(fmt.Errorf("add %s: %w", p, err), "check the spelling of the path; nothing was imported")
		}
	}
	return nil
}

func walkOne(root string, labels Labels, skip string, send func(Candidate) error) error {
	if info, err := os.Stat(root); err == nil && !info.IsDir() {
		return send(fromFile(root, info, labels))
	}
	if !strings.HasSuffix(root, string(filepath.Separator)) {
		root += string(filepath.Separator) // so that a folder behind a link is walked
	}
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return send(Candidate{Path: path, Labels: labels, Err: err})
		}
		info, err := entry.Info()
		switch {
		case err != nil:
			return send(Candidate{Path: path, Labels: labels, Err: err})
		case entry.IsDir() && IsFolder(info, skip):
			return errors.Join(send(Candidate{Path: path, Labels: labels, Ignored: CaseItself}), fs.SkipDir)
		case entry.IsDir():
			return nil
		}
		return send(fromFile(path, info, labels))
	})
}

// CaseItself is the rule that leaves out the case when it lies in what is imported.
const CaseItself = "the case itself"

// IsFolder says whether info is of the folder dir, by whatever way it was reached.
func IsFolder(info fs.FileInfo, dir string) bool {
	if dir == "" {
		return false
	}
	other, err := os.Stat(dir)
	return err == nil && os.SameFile(info, other)
}

// systemFile is the rule for what systems leave in folders and archives.
const systemFile = "system file"

var ignored = []struct {
	rule string
	name *regexp.Regexp
}{
	{"temporary download", regexp.MustCompile(`(?i)\.(part|partial|crdownload|download|tmp|filepart|opdownload)$`)},
	{"office lock file", regexp.MustCompile(`^(~\$|\.~lock\.)`)},
	{"sync in progress", regexp.MustCompile(`^(\.syncthing\.|~syncthing~|\.sync-conflict)`)},
	{"rsync in progress", regexp.MustCompile(`^\..+\.[A-Za-z0-9]{6}$`)},
	{systemFile, regexp.MustCompile(`(?i)^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.directory|\.gitkeep|\.gitignore|\.nfs[0-9a-f]+|\.averment-.*)$`)},
	{"editor back-up", regexp.MustCompile(`(~|\.sw[op])$`)},
}

// IgnoreRule names the rule by which a file of this name is left out, "" for none.
func IgnoreRule(name string) string {
	for _, i := range ignored {
		if i.name.MatchString(name) {
			return i.rule
		}
	}
	return ""
}
