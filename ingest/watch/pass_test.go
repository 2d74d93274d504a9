package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"averment/ingest"
)

func TestOnceTakesEachFileOnceAcrossRestarts(t *testing.T) {
	r := newRig(t)
	for i := range 50 {
		r.write(fmt.Sprintf("d%d/f%d.txt", i%5, i), fmt.Sprint("text ", i))
	}
	r.once()
	r.once()
	r.eachOnce(50)
}

func TestChangedFileIsANewVersion(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "first")
	r.once()
	r.write("a.txt", "second, longer")
	r.once()
	if got := r.texts[filepath.Join(r.dir, "a.txt")]; len(got) != 2 || got[1] != "second, longer" {
		t.Errorf("taken %q", got)
	}
	if s := r.book.states["a.txt"]; s.Versions != 2 {
		t.Errorf("%d versions", s.Versions)
	}
}

func TestVanishedIsNotedOnce(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "one")
	r.write("b.txt", "two")
	r.once()
	os.Remove(filepath.Join(r.dir, "a.txt"))
	r.once()
	r.once()
	if len(r.book.vanished) != 1 || r.book.vanished[0] != "a.txt" {
		t.Errorf("vanished %q", r.book.vanished)
	}
}

func TestAnUnmountedFolderIsNoMassDeletion(t *testing.T) {
	r := newRig(t)
	r.write("a.txt", "one")
	r.once()
	for p, s := range r.book.states { // the files were on another disk
		s.Print.Device++
		r.book.states[p] = s
	}
	os.Remove(filepath.Join(r.dir, "a.txt"))
	r.once()
	os.RemoveAll(r.dir)
	found := make(chan ingest.Candidate)
	w, err := New(Folder{"", r.dir}, r.book, found, quick)
	if err == nil {
		err = w.Once(t.Context())
	}
	if err != nil || len(r.book.vanished) != 0 {
		t.Errorf("vanished %q, error %v", r.book.vanished, err)
	}
}

func TestOddNamesAndSpecialFiles(t *testing.T) {
	r := newRig(t)
	names := []string{"new\nline.txt", "bad\xff\xfeutf8.txt", "\u202ebidi.txt", strings.Repeat("n", 255), " space "}
	for _, n := range names {
		r.write(n, "text of "+n)
	}
	r.write("half.part", "x")
	if err := syscall.Mkfifo(filepath.Join(r.dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	for link, to := range map[string]string{"out": "/etc/passwd", "loop": ".", "gone": "nowhere"} {
		if err := os.Symlink(to, filepath.Join(r.dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	r.once()
	r.eachOnce(len(names))
	for _, special := range []string{"pipe", "out", "loop", "gone"} {
		if r.rules[special] != "not a regular file" {
			t.Errorf("%s: rule %q", special, r.rules[special])
		}
	}
	if r.rules["half.part"] != "temporary download" {
		t.Errorf("rules %v", r.rules)
	}
}
