package store

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"strings"

	"averment/evidence"

	"golang.org/x/mod/sumdb/note"
)

// bare takes a signed note apart: the text that was signed, the signature of 64 bytes, and
// the key, among those given, that made it.
func bare(signed string, keys []string) (text string, signature []byte, key string, err error) {
	for _, key = range keys {
		v, err := note.NewVerifier(key)
		if err != nil {
			return "", nil, "", fmt.Errorf("public key %q: %w", key, err)
		}
		n, err := note.Open([]byte(signed), note.VerifierList(v))
		if err != nil {
			continue
		}
		raw, err := base64.StdEncoding.DecodeString(n.Sigs[0].Base64)
		if err != nil || len(raw) <= 4 {
			break
		}
		return n.Text, raw[4:], key, nil // four bytes of the key's hash come first
	}
	return "", nil, "", damaged("run verify", "the newest checkpoint is not signed by a key of the case")
}

// publicPEM gives a verifier key of sumdb/note, NAME+HASH+BASE64, as PEM (RFC 8410).
func publicPEM(key string) (string, error) {
	public, err := publicKeyOf(key)
	if err != nil {
		return "", err
	}
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return "", fmt.Errorf("public key: %w", err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})), nil
}

func publicKeyOf(key string) (ed25519.PublicKey, error) {
	fields := strings.SplitN(key, "+", 3)
	if len(fields) < 3 {
		return nil, fmt.Errorf("public key %q: %w", key, evidence.ErrInvalid)
	}
	raw, err := base64.StdEncoding.DecodeString(fields[2])
	if err != nil || len(raw) != 1+ed25519.PublicKeySize {
		return nil, fmt.Errorf("public key %q: %w", key, evidence.ErrInvalid)
	}
	return raw[1:], nil
}

// packReadme takes the id of the case and the fingerprint of its key.
const packReadme = `CUSTODY PACK of case %[1]s

WHAT IS IN IT
  data/contents.txt  the documents: SHA-256, size in bytes, file
  data/originals     the files as they came in, each named by its SHA-256
  data/sheets        a fact sheet for each of them
  proofs             what the custody log says of them, entry by entry, each with the
                     proof that it is in the log
  checkpoint.note    the signed head of the log (C2SP signed note, Ed25519)
  public.keys        the public key of the case
  checkpoint.txt, checkpoint.sig, public.pem   the same, as OpenSSL takes them

HOW TO CHECK IT, without the program that made it

  1. Nothing in the pack was changed since it was made:
       sha256sum -c manifest-sha256.txt
       sha256sum -c tagmanifest-sha256.txt
     The name of each file in data/originals must be its SHA-256. Any program for
     BagIt bags (RFC 8493) checks the same.

  2. The key is the one of the case. Its fingerprint is
       %[2]s
     (the first 32 digits of the SHA-256 of the first line of public.keys, without the
     line break). Compare it with what was printed when the case was created, or with what a
     witness holds. A key that you have only from this pack proves nothing.

  3. The key signed the head of the log (OpenSSL 3 or newer):
       openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in checkpoint.txt -sigfile checkpoint.sig
     checkpoint.txt has three lines: the name of the log, the number of its entries,
     and the root hash over all of them in base64.

  4. Each entry is in that log. proofs/N.entry has the bytes of entry N, in words.
     proofs/N.txt has a line each: N, the number of entries, and the hashes of the
     audit path in base64. The first hash is SHA-256(0x00 || N.entry). Follow the path
     as RFC 9162, section 2.1.3.2 says (a pair of hashes becomes SHA-256(0x01 || left
     || right)); it must end in the root hash of checkpoint.txt.

  5. Each original has an entry whose action is "added" and whose object is its SHA-256.

WHAT IT PROVES
  The bytes in data/originals are the bytes that came into the case, at the times and
  with the outcomes that the entries state. Nobody changed them or these entries, or
  put them in another order, after the checkpoint was signed: all of it would show.

WHAT IT DOES NOT PROVE
  - Anything about a document before it came into the case: who wrote it, whether it is
    genuine, whether it had been changed by then.
  - The true time. The times are those of the clock of the machine, which its owner sets.
  - That whoever holds the signing key did not write another history. Against that
    stands only a checkpoint that somebody else holds and that is not younger than the
    matter in dispute: ask the witness for it and compare.
  - That these are all entries about the documents, or all documents of the case. The
    whole log shows that; it is in the case.
  - That what a fact sheet says of title, author or date is right. A program read it;
    the original counts.
  - That a court admits it. A qualified person certifies how the copies were made (in the
    United States under Federal Rules of Evidence 902(13) and (14)); this pack supplies
    the hashes, the times, the log and the way to check them.
`
