package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
)

// newPack makes a custody pack of two of the documents of a case, and the second program
// that checks it and shares no code with the first.
func newPack(t *testing.T) (c *Case, dir, checker string, ids []string) {
	t.Helper()
	c = newCase(t)
	a, b := sample("a", "Text of a."), sample("in/\x1b[31m\u202eb\n", "Text of b.")
	add(t, c, a, b, sample("c", "Text of c."))
	dir = filepath.Join(t.TempDir(), "pack")
	if err := c.CustodyPack(dir, []string{a.ID, b.ID}, "Rivera"); err != nil {
		t.Fatal(err)
	}
	checker = filepath.Join(t.TempDir(), "checkpack")
	if out, err := exec.Command("go", "build", "-o", checker, "./storetest/checkpack").CombinedOutput(); err != nil {
		t.Fatalf("build the checker: %v %s", err, out)
	}
	return c, dir, checker, []string{a.ID, b.ID}
}

func TestCustodyPack(t *testing.T) {
	c, dir, checker, ids := newPack(t)
	keys, err := c.PublicKeys()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(checker, dir, keys[0]).CombinedOutput(); err != nil || !strings.Contains(string(out), "2 originals, 4 proofs") {
		t.Fatalf("%s %v", out, err)
	}
	info, _ := os.ReadFile(filepath.Join(dir, "bag-info.txt"))
	if !strings.Contains(string(info), "Payload-Oxum: ") || !strings.Contains(string(info), ".5\n") {
		t.Errorf("bag-info: %s", info)
	}
	sheet, err := os.ReadFile(filepath.Join(dir, "data", "sheets", ids[1]+".txt"))
	if err != nil || bytes.ContainsAny(sheet, "\x1b\u202e") || !bytes.Contains(sheet, []byte(`in/\u001b[31m\u202eb\n.txt`)) {
		t.Errorf("%v: the sheet says %q", err, sheet)
	}
	if !bytes.Contains(sheet, []byte("taken in from")) {
		t.Errorf("the sheet does not say where the file came from: %q", sheet)
	}
}

// TestCustodyPackWithPlainTools checks a pack as the page in it says, with the tools of
// others: sha256sum and openssl.
func TestCustodyPackWithPlainTools(t *testing.T) {
	_, dir, _, _ := newPack(t)
	for _, command := range [][]string{
		{"sha256sum", "-c", "manifest-sha256.txt"},
		{"sha256sum", "-c", "tagmanifest-sha256.txt"},
		{"openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "public.pem", "-rawin", "-in", "checkpoint.txt", "-sigfile", "checkpoint.sig"},
	} {
		if _, err := exec.LookPath(command[0]); err != nil {
			t.Skip("needs ", command[0])
		}
		readme, err := os.ReadFile(filepath.Join(dir, "README.txt"))
		if err != nil || !strings.Contains(string(readme), strings.Join(command, " ")) {
			t.Errorf("%v: the page does not name the command %q", err, command)
		}
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%q: %v %s", command, err, out)
		}
	}
}

// TestCustodyPackForged changes each file of a pack: by itself, and with the manifests
// made to fit again, as somebody would who wants to deceive.
func TestCustodyPackForged(t *testing.T) {
	c, dir, checker, ids := newPack(t)
	keys, err := c.PublicKeys()
	if err != nil {
		t.Fatal(err)
	}
	found := func(what, dir string) {
		t.Helper()
		if out, err := exec.Command(checker, dir, keys[0]).CombinedOutput(); err == nil {
			t.Errorf("%s: nobody noticed: %s", what, out)
		}
	}
	for _, name := range packFiles(t, dir) {
		forged := copyPack(t, dir)
		change(t, filepath.Join(forged, name))
		found(name+" changed", forged)
		// A sheet is what a program read, and the bag's own papers prove nothing: with
		// fitting manifests these may say anything.
		if strings.HasPrefix(name, "data/sheets/") || strings.HasPrefix(name, "data/contents") || !strings.Contains(name, "/") && !strings.HasPrefix(name, "checkpoint.note") && name != "public.keys" {
			continue
		}
		seal(t, forged)
		found(name+" changed, manifests made to fit", forged)
	}
	swapped := copyPack(t, dir)
	old := filepath.Join(swapped, "data", "originals", ids[0])
	change(t, old)
	raw, err := os.ReadFile(old)
	if err == nil {
		err = os.Rename(old, filepath.Join(swapped, "data", "originals", digest(raw)))
	}
	if err != nil {
		t.Fatal(err)
	}
	seal(t, swapped)
	found("an original exchanged and named by its own hash", swapped)
	extra := copyPack(t, dir)
	if err := os.WriteFile(filepath.Join(extra, "data", "originals", ids[0]+"x"), []byte("slipped in"), 0o600); err != nil {
		t.Fatal(err)
	}
	found("a file slipped in", extra)
	fewer := copyPack(t, dir)
	if err := os.Remove(filepath.Join(fewer, "proofs", "1.entry")); err != nil {
		t.Fatal(err)
	}
	found("a proof taken out", fewer)
	found("a pack of another case", otherPack(t))
}

// otherPack is a whole pack, of a case with another key.
func otherPack(t *testing.T) string {
	t.Helper()
	_, dir, _, _ := newPack(t)
	return dir
}

func packFiles(t *testing.T, dir string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			name, _ := filepath.Rel(dir, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil || len(names) < 15 {
		t.Fatalf("%v: files %q", err, names)
	}
	return names
}

func copyPack(t *testing.T, dir string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "forged")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

func change(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	raw[len(raw)/2] ^= 1
	if err := errors.Join(os.Chmod(path, 0o600), os.WriteFile(path, raw, 0o600)); err != nil {
		t.Fatal(err)
	}
}

// seal writes the manifests of a pack anew.
func seal(t *testing.T, dir string) {
	t.Helper()
	b := &bag{dir: dir, files: map[string]string{}}
	for _, name := range packFiles(t, dir) {
		if strings.HasSuffix(name, "manifest-sha256.txt") {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		b.note(name, digest(raw), int64(len(raw)))
	}
	if err := b.write("manifest-sha256.txt", b.manifest(true)); err != nil {
		t.Fatal(err)
	}
	if err := b.write("tagmanifest-sha256.txt", b.manifest(false)); err != nil {
		t.Fatal(err)
	}
}

func TestCustodyPackOfNothing(t *testing.T) {
	if err := newCase(t).CustodyPack(filepath.Join(t.TempDir(), "p"), nil, ""); !errors.Is(err, evidence.ErrInvalid) {
		t.Errorf("%v", err)
	}
}
