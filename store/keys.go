package store

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"slices"
	"strings"

	"averment/evidence"

	"golang.org/x/mod/sumdb/note"
)

// keysName is the file in checkpoints that pins the public keys of the case, one a line.
const keysName = "public.keys"

// systemUser names who runs the program.
func systemUser() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return fmt.Sprintf("uid %d", os.Getuid())
}

// keyFolder is where signing keys live: outside of the case and its backups.
func (o Options) keyFolder() (string, error) {
	if o.KeyDir != "" {
		return o.KeyDir, nil
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return "", evidence.WithHint(fmt.Errorf("find the folder of the signing key: %w", err), "set HOME or XDG_CONFIG_HOME")
	}
	return filepath.Join(config, "averment", "keys"), nil
}

// origin is the name of the log and of its keys: the first line of each checkpoint.
func origin(id string) string { return "averment/" + id }

// loadKey reads the private key of a case; it is "" when this user has none.
func loadKey(folder, id string) (string, error) {
	path := filepath.Join(folder, id+".key")
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("signing key: %w", err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", evidence.WithHint(evidence.Invalid("signing key %s can be read by others", path), "chmod 600 "+path)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("signing key: %w", err)
	}
	return strings.TrimSpace(string(raw)), nil
}

// makeKey makes and keeps a new private key for a case.
func makeKey(folder, id string) (private string, err error) {
	private, _, err = note.GenerateKey(rand.Reader, origin(id))
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err == nil {
		err = writeDurable(filepath.Join(folder, id+".key"), []byte(private+"\n"), 0o600, "key")
	}
	if err != nil {
		return "", fmt.Errorf("make a signing key: %w", err)
	}
	return private, nil
}

// publicOf derives the public key from a private key of sumdb/note:
// PRIVATE+KEY+NAME+HASH+BASE64, the decoded end being an algorithm byte and a seed.
func publicOf(private string) (string, error) {
	fields := strings.SplitN(private, "+", 5)
	if len(fields) < 5 {
		return "", evidence.Invalid("the signing key is damaged")
	}
	raw, err := base64.StdEncoding.DecodeString(fields[4])
	if err != nil || len(raw) != 1+ed25519.SeedSize {
		return "", evidence.Invalid("the signing key is damaged")
	}
	public := ed25519.NewKeyFromSeed(raw[1:]).Public().(ed25519.PublicKey)
	return note.NewEd25519VerifierKey(fields[2], public)
}

// pinnedKeys reads the public keys of a case, the first one first.
func pinnedKeys(dir string) ([]string, error) {
	raw, err := os.ReadFile(filepath.Join(dir, checkpointName, keysName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("public keys: %w", err)
	}
	return strings.Fields(string(raw)), nil
}

// pin adds a public key to those of the case.
func pin(dir, public string) error {
	keys, err := pinnedKeys(dir)
	if err != nil || slices.Contains(keys, public) {
		return err
	}
	text := strings.Join(append(keys, public), "\n") + "\n"
	return writeDurable(filepath.Join(dir, checkpointName, keysName), []byte(text), 0o600, "pin")
}

func verifiers(keys []string) (note.Verifiers, error) {
	var list []note.Verifier
	for _, key := range keys {
		v, err := note.NewVerifier(key)
		if err != nil {
			return nil, fmt.Errorf("public key %q: %w", key, err)
		}
		list = append(list, v)
	}
	return note.VerifierList(list...), nil
}

// Fingerprint is what people compare: the SHA-256 of a public key in groups of four.
func Fingerprint(public string) string {
	sum := digest([]byte(public))
	var groups []string
	for i := 0; i < 32; i += 4 {
		groups = append(groups, sum[i:i+4])
	}
	return strings.Join(groups, " ")
}
