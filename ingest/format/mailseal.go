package format

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/jhillyerd/enmime/v2"

	"averment/evidence"
)

// MediaPGP is a text that is encrypted with PGP (RFC 3156, RFC 9580).
const MediaPGP = "application/pgp-encrypted"

const (
	pgpMark   = "-----BEGIN PGP MESSAGE-----"
	pgpSealed = "encrypted with PGP: decrypt it with the key, and add what comes out"
)

func looksLikePGP(data []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(head(data, 256), "\xEF\xBB\xBF \t\r\n"), []byte(pgpMark))
}

// readPGP refuses a file that is encrypted.
func readPGP(context.Context, string, []byte, Options) (*Result, error) {
	return nil, fail(evidence.Encrypted, pgpSealed)
}

// openSeal looks whether a message is sealed or signed as a whole. Of a signed one it gives
// the message with what was signed in place of the signature, nil for any other. The error
// is that of a sealed one.
func openSeal(env *enmime.Envelope, data []byte) (signed []byte, err error) {
	switch root := env.Root; {
	case root == nil:
		return nil, nil
	case strings.EqualFold(root.ContentType, "multipart/encrypted"), strings.HasPrefix(strings.TrimSpace(env.Text), pgpMark):
		return nil, fail(evidence.Encrypted, pgpSealed)
	case strings.EqualFold(root.ContentType, MediaSigned), strings.EqualFold(root.ContentType, "application/x-pkcs7-mime"):
		content, err := signedContent(root.Content)
		if errors.Is(err, errSealed) {
			return nil, err
		}
		if err != nil || len(content) == 0 {
			return nil, nil // its parts are listed as they are
		}
		return append(outerFields(data), content...), nil
	}
	return nil, nil
}

// outerFields are the header fields of a message without those that tell of its content.
func outerFields(data []byte) []byte {
	var out []byte
	keep := true
	for at := 0; at < len(data); {
		end := lineEnd(data, at)
		line := data[at:end]
		at = end
		if len(bytes.TrimSpace(line)) == 0 {
			break
		}
		if line[0] != ' ' && line[0] != '\t' {
			name := bytes.ToLower(line)
			keep = !bytes.HasPrefix(name, []byte("content-")) && !bytes.HasPrefix(name, []byte("mime-version"))
		}
		if keep {
			out = append(out, line...)
		}
	}
	return out
}

// sealedMail is a message of which only the header can be read.
func sealedMail(d *evidence.Document, err error) *Result {
	var why *evidence.ReadError
	if errors.As(err, &why) {
		d.Error = &evidence.Failure{Code: why.Code, Message: why.Detail}
	}
	return &Result{Document: d}
}

// emlx takes the message out of a file of Apple Mail: a line with its length in bytes, the
// message, and a list of properties. Other files are given as they are.
func emlx(data []byte) []byte {
	line, rest, found := bytes.Cut(head(data, 32), []byte("\n"))
	size := 0
	for _, c := range bytes.TrimSpace(line) {
		if c < '0' || c > '9' || size > len(data) { // a number that long is none of this file
			return data
		}
		size = size*10 + int(c-'0')
	}
	if !found || size == 0 || len(rest) == 0 || size > len(data)-len(line)-1 {
		return data
	}
	return data[len(line)+1 : len(line)+1+size]
}
