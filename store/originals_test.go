package store

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"averment/evidence"
)

func TestKeep(t *testing.T) {
	c := newCase(t)
	body := strings.Repeat("bytes of an original\n", 5000)
	sha, size, err := c.Keep(strings.NewReader(body))
	if err != nil || sha != sample(body).ID || size != int64(len(body)) {
		t.Fatalf("%s %d %v", sha, size, err)
	}
	if again, _, err := c.Keep(strings.NewReader(body)); again != sha || err != nil {
		t.Errorf("kept twice: %s %v", again, err)
	}
	st, err := os.Stat(originalPath(c.dir, sha))
	if err != nil || st.Mode().Perm() != 0o400 {
		t.Errorf("%v %v", st.Mode(), err)
	}
	f, err := c.Original(sha)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, _ := io.ReadAll(f); string(got) != body {
		t.Error("the original differs")
	}
	if _, err := c.Original(sample("other").ID); !errors.Is(err, evidence.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if _, err := c.Original("../../etc/passwd"); !errors.Is(err, evidence.ErrInvalid) {
		t.Errorf("%v", err)
	}
}

func TestKeepLeavesNothingOfAFailedCopy(t *testing.T) {
	c := newCase(t)
	if _, _, err := c.Keep(io.MultiReader(strings.NewReader("half"), iotest.ErrReader(io.ErrUnexpectedEOF))); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%v", err)
	}
	entries, _ := os.ReadDir(c.dir + "/originals")
	if len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestKeepAll(t *testing.T) {
	c := newCase(t)
	var all [][]byte
	for i := range 70 {
		all = append(all, fmt.Append(nil, "line ", i%60))
	}
	shas, err := c.KeepAll(all)
	if err != nil {
		t.Fatal(err)
	}
	for i, sha := range shas {
		got, err := os.ReadFile(originalPath(c.dir, sha))
		if err != nil || !bytes.Equal(got, all[i]) {
			t.Errorf("%d: %q %v", i, got, err)
		}
	}
}
