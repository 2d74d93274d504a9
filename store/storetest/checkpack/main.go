// Command checkpack checks a custody pack with nothing but the Go standard library: it
// shares no code with the program that wrote the pack.
//
//	checkpack DIR
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
		fail("usage: checkpack DIR")
	}
	dir := os.Args[1]
	files := manifest(dir, "manifest-sha256.txt") + manifest(dir, "tagmanifest-sha256.txt")
	size, root := checkpoint(dir)
	proofs, err := filepath.Glob(filepath.Join(dir, "proofs", "*.txt"))
	if err != nil || len(proofs) == 0 {
		fail("no proofs")
	}
	for _, p := range proofs {
		inclusion(p, size, root)
	}
	fmt.Printf("ok: %d files, %d proofs, log of %d entries\n", files, len(proofs), size)
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

func manifest(dir, name string) (n int) {
	for line := range strings.Lines(string(read(filepath.Join(dir, name)))) {
		want, file, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		sum := sha256.Sum256(read(filepath.Join(dir, file)))
		if hex.EncodeToString(sum[:]) != want {
			fail("%s is not what %s says", file, name)
		}
		n++
	}
	return n
}

// checkpoint checks the signature of the note: a text, an empty line, and a line with
// the key's name and, in base64, four bytes of the key's hash and the signature.
func checkpoint(dir string) (size uint64, root []byte) {
	key, _, _ := strings.Cut(string(read(filepath.Join(dir, "public.keys"))), "\n")
	parts := strings.SplitN(key, "+", 3) // name, hash, algorithm and key in base64
	public, err := base64.StdEncoding.DecodeString(parts[len(parts)-1])
	if err != nil || len(public) != 1+ed25519.PublicKeySize || public[0] != 1 {
		fail("the key is not one of Ed25519")
	}
	text, signature, _ := strings.Cut(string(read(filepath.Join(dir, "checkpoint.note"))), "\n\n")
	fields := strings.Fields(signature)
	signed, err := base64.StdEncoding.DecodeString(fields[len(fields)-1])
	if err != nil || len(signed) != 4+ed25519.SignatureSize || !ed25519.Verify(public[1:], []byte(text+"\n"), signed[4:]) {
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
