package format

import (
	"context"
	"encoding/hex"
	"errors"
	"path"
	"strings"

	"averment/evidence"
)

// The types of signed and sealed parts (RFC 8551, RFC 5652).
const (
	MediaSigned    = "application/pkcs7-mime"
	MediaSignature = "application/pkcs7-signature"
	cmsReader      = "cms/1"
)

// Object identifiers of what a message of the Cryptographic Message Syntax holds, their
// bytes in hex (RFC 5652, RFC 5083).
const (
	cmsSigned   = "2a864886f70d010702"
	cmsSealed   = "2a864886f70d010703"
	cmsAuthSeal = "2a864886f70d0109100117"
)

var (
	errNoCMS    = errors.New("no signed message")
	errSealed   = fail(evidence.Encrypted, "encrypted with S/MIME: open it in the mail program that has the key, save it decrypted and add that")
	errDetached = fail(evidence.Unsupported, "a detached signature: it signs another file, and has no text of its own")
)

// looksLikeCMS says whether a file begins as a signed or sealed message does.
func looksLikeCMS(data []byte) bool {
	digits := hex.EncodeToString(head(data, 24))
	return strings.HasPrefix(digits, "30") && (strings.Contains(digits, "0609"+cmsSigned) || strings.Contains(digits, "0609"+cmsSealed) || strings.Contains(digits, "060b"+cmsAuthSeal))
}

// readCMS reads a file that is signed with its content inside, such as contract.pdf.p7m:
// the content is a child. A sealed one is encrypted.
func readCMS(_ context.Context, name string, data []byte, o Options) (*Result, error) {
	content, err := signedContent(data)
	if err != nil {
		return nil, err
	}
	res := &Result{Document: &evidence.Document{Reader: cmsReader, Kind: evidence.Other}}
	base := path.Base(name)
	inner := strings.TrimSuffix(strings.TrimSuffix(base, ".p7m"), ".P7M")
	if inner == base {
		inner += ".content"
	}
	return res, res.give(Child{Name: memberName(inner), Data: content}, o)
}

// signedContent takes what was signed out of a signed message. The errors are errSealed,
// errDetached, or a damaged file.
func signedContent(data []byte) ([]byte, error) {
	p := berParser{}
	outer, _, err := p.element(data, 0)
	if err != nil || len(outer.parts) < 2 {
		return nil, fail(evidence.Damaged, "read the signed message: %v", errors.Join(err, errNoCMS))
	}
	switch hex.EncodeToString(outer.parts[0].body) {
	case cmsSealed, cmsAuthSeal:
		return nil, errSealed
	case cmsSigned:
	default:
		return nil, fail(evidence.Unsupported, "a file of the Cryptographic Message Syntax that is neither signed nor sealed")
	}
	// SignedData is version, digests, content { type, [0] bytes }, certificates, signers.
	signed := outer.at(1, 0)
	held := signed.at(2, 1)
	if held == nil {
		return nil, errDetached
	}
	return held.bytes(), nil
}

// ber is an element of ASN.1 in the basic encoding (X.690).
type ber struct {
	body  []byte // of a primitive
	parts []*ber // of a constructed one
}

// at follows places into parts, nil where there is none.
func (e *ber) at(places ...int) *ber {
	for _, i := range places {
		if e == nil || i >= len(e.parts) {
			return nil
		}
		e = e.parts[i]
	}
	return e
}

// bytes joins the pieces of a string.
func (e *ber) bytes() []byte {
	if len(e.parts) == 0 {
		return e.body
	}
	var out []byte
	for _, p := range e.parts {
		out = append(out, p.bytes()...)
	}
	return out
}

const (
	berDepth    = 32
	berElements = 1 << 20
)

// berParser reads elements within caps on their depth and number.
type berParser struct{ count int }

// element reads one element, and gives the bytes behind it; nil for the mark that ends
// an element of indefinite length.
func (p *berParser) element(data []byte, depth int) (*ber, []byte, error) {
	if p.count++; p.count > berElements || depth > berDepth || len(data) < 2 {
		return nil, nil, errNoCMS
	}
	tag, length, rest := data[0], int(data[1]), data[2:]
	if tag&0x1f == 0x1f { // numbers over 30 are not used
		return nil, nil, errNoCMS
	}
	constructed := tag&0x20 != 0
	switch {
	case tag == 0 && length == 0:
		return nil, rest, nil
	case length == 0x80:
		if !constructed {
			return nil, nil, errNoCMS
		}
		e := &ber{}
		rest, err := p.parts(e, rest, depth)
		return e, rest, err
	case length > 0x80:
		n := length & 0x7f
		if n > 4 || len(rest) < n {
			return nil, nil, errNoCMS
		}
		length = 0
		for _, b := range rest[:n] {
			length = length<<8 | int(b)
		}
		rest = rest[n:]
	}
	if length > len(rest) {
		return nil, nil, errNoCMS
	}
	e := &ber{body: rest[:length]}
	if constructed {
		if _, err := p.parts(e, e.body, depth); err != nil {
			return nil, nil, err
		}
	}
	return e, rest[length:], nil
}

// parts reads elements to the end of data, or to the mark of the end.
func (p *berParser) parts(e *ber, data []byte, depth int) (rest []byte, err error) {
	for len(data) > 0 {
		part, rest, err := p.element(data, depth+1)
		if err != nil {
			return nil, err
		}
		data = rest
		if part == nil {
			return data, nil
		}
		e.parts = append(e.parts, part)
	}
	return nil, nil
}
