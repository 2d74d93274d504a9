// Command checkpack checks a custody pack with nothing but the Go standard library: it
// shares no code with the program that wrote the pack.
//
//	checkpack DIR [KEY]
//
// KEY is the public key as it is known from elsewhere.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) < 2 {
		fail("usage: checkpack DIR [KEY]")
	}
	dir := os.Args[1]
	listed := map[string]bool{"tagmanifest-sha256.txt": true}
	manifest(dir, "manifest-sha256.txt", listed)
	manifest(dir, "tagmanifest-sha256.txt", listed)
	complete(dir, listed)
	trusted := firstLine(dir, "public.keys")
	if len(os.Args) > 2 && os.Args[2] != trusted {
		fail("public.keys holds another key than the one that is trusted")
	}
	size, root := checkpoint(dir, trusted)
	added := map[string]bool{}
	proofs, err := filepath.Glob(filepath.Join(dir, "proofs", "*.txt"))
	if err != nil {
		fail("%v", err)
	}
	for _, p := range proofs {
		inclusion(p, size, root)
		entry := string(read(strings.TrimSuffix(p, ".txt") + ".entry"))
		if strings.Contains(entry, "\naction: added\n") {
			added[value(entry, "object")] = true
		}
	}
	originals := tied(dir, added)
	fmt.Printf("ok: %d files, %d originals, %d proofs, log of %d entries\n", len(listed), originals, len(proofs), size)
}

func fail(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "checkpack: "+format+"\n", args...)
	os.Exit(1)
}

func read(path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil {
		fail("%v", err)
	}
	return b
}

func firstLine(dir, name string) string {
	line, _, _ := strings.Cut(string(read(filepath.Join(dir, name))), "\n")
	return line
}

func value(entry, key string) string {
	_, rest, _ := strings.Cut(entry, "\n"+key+": ")
	v, _, _ := strings.Cut(rest, "\n")
	return v
}

func manifest(dir, name string, listed map[string]bool) {
	for line := range strings.Lines(string(read(filepath.Join(dir, name)))) {
		want, file, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		if hash(read(filepath.Join(dir, file))) != want {
			fail("%s is not what %s says", file, name)
		}
		listed[file] = true
	}
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// complete looks for files that no manifest lists.
func complete(dir string, listed map[string]bool) {
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if !listed[filepath.ToSlash(name)] {
			fail("%s is in no manifest", name)
		}
		return err
	})
	if err != nil {
		fail("%v", err)
	}
}

// tied looks whether each original is named by its hash and was added by a proven entry.
func tied(dir string, added map[string]bool) (n int) {
	originals, err := os.ReadDir(filepath.Join(dir, "data", "originals"))
	if err != nil || len(originals) == 0 {
		fail("no originals: %v", err)
	}
	for _, e := range originals {
		switch sha := hash(read(filepath.Join(dir, "data", "originals", e.Name()))); {
		case sha != e.Name():
			fail("original %s has the SHA-256 %s", e.Name(), sha)
		case !added[sha]:
			fail("no proven entry says that original %s was added", sha)
		}
	}
	return len(originals)
}

// checkpoint checks the signature of the note: a text, an empty line, and a line with
// the key's name and, in base64, four bytes of the key's hash and the signature.
func checkpoint(dir, key string) (size uint64, root []byte) {
	parts := strings.SplitN(key, "+", 3) // name, hash, algorithm and key in base64
	public, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(public) != 1+ed25519.PublicKeySize || public[0] != 1 {
		fail("the key is not one of Ed25519")
	}
	text, signature, _ := strings.Cut(string(read(filepath.Join(dir, "checkpoint.note"))), "\n\n")
	line, ours := strings.CutPrefix(signature, "\u2014 "+parts[0]+" ")
	signed, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(line, "\n"))
	id := sha256.Sum256(append([]byte(parts[0]+"\n"), public...))
	if !ours || err != nil || len(signed) != 4+ed25519.SignatureSize || !bytes.Equal(signed[:4], id[:4]) ||
		!strings.HasPrefix(text, parts[0]+"\n") || !ed25519.Verify(public[1:], []byte(text+"\n"), signed[4:]) {
		fail("the signature does not hold")
	}
	lines := strings.Split(text, "\n")
	size, err = strconv.ParseUint(lines[1], 10, 64)
	root, err2 := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || err2 != nil {
		fail("the checkpoint is not readable")
	}
	return size, root
}

// inclusion follows an audit path from a leaf to the root, as RFC 9162, 2.1.3.2 does.
func inclusion(path string, size uint64, root []byte) {
	lines := strings.Fields(string(read(path)))
	at, err := strconv.ParseUint(lines[0], 10, 64)
	if err != nil || lines[1] != fmt.Sprint(size) || at >= size {
		fail("%s is of another log", path)
	}
	leaf := sha256.Sum256(append([]byte{0}, read(strings.TrimSuffix(path, ".txt")+".entry")...))
	hash, last := leaf[:], size-1
	for _, line := range lines[2:] {
		other, err := base64.StdEncoding.DecodeString(line)
		if err != nil {
			fail("%s: %v", path, err)
		}
		if at%2 == 1 || at == last {
			hash = node(other, hash)
			for at%2 == 0 && at != 0 {
				at, last = at/2, last/2
			}
		} else {
			hash = node(hash, other)
		}
		at, last = at/2, last/2
	}
	if last != 0 || !bytes.Equal(hash, root) {
		fail("%s does not lead to the signed root", path)
	}
}

func node(left, right []byte) []byte {
	sum := sha256.Sum256(append(append([]byte{1}, left...), right...))
	return sum[:]
}
