package format

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

const mailTop = "From: Ada <ada@quay.example>\nTo: noel@quay.example\nSubject: Berth\nDate: Tue, 05 Mar 2024 09:30:00 -0500\nMIME-Version: 1.0\n"

// der writes an element of a definite length.
func der(tag byte, parts ...string) string {
	body := strings.Join(parts, "")
	if len(body) < 0x80 {
		return string([]byte{tag, byte(len(body))}) + body
	}
	return string([]byte{tag, 0x82, byte(len(body) >> 8), byte(len(body))}) + body
}

// oid writes an object identifier from its bytes in hex.
func oid(digits string) string {
	raw, _ := hex.DecodeString(digits)
	return der(6, string(raw))
}

// signedMessage is SignedData around a content; "" for a detached signature.
func signedMessage(content string) string {
	held := der(0x30, oid("2a864886f70d010701"))
	if content != "" { // in pieces, of indefinite length, as programs that stream write it
		half := len(content) / 2
		held = "\x30\x80" + oid("2a864886f70d010701") + "\xa0\x80\x24\x80" + der(4, content[:half]) + der(4, content[half:]) + strings.Repeat("\x00\x00", 3)
	}
	return der(0x30, oid(cmsSigned), der(0xa0, der(0x30, der(2, "\x01"), der(0x31), held, der(0x31))))
}

func packedMail(media, data string) string {
	return fmt.Sprintf("%sContent-Type: %s; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n%s\n", mailTop, media, base64.StdEncoding.EncodeToString([]byte(data)))
}

func TestSignedMail(t *testing.T) {
	content := "Content-Type: text/plain; charset=utf-8\r\n\r\nThe signed words, " + strings.Repeat("and more of them, ", 20) + "end.\r\n"
	res := read(t, "x.eml", packedMail(MediaSigned, signedMessage(content)), Options{})
	d := res.Document
	if len(res.Children) != 0 || d.Title != "Berth" || d.Published == nil || !strings.HasPrefix(d.Pages[0].Text, "The signed words") || !strings.HasSuffix(d.Pages[0].Text, "end.") {
		t.Errorf("%q, %q, children %q", d.Title, d.Pages[0].Text, names(res))
	}
	res = read(t, "contract.txt.p7m", signedMessage("The whole contract."), Options{MediaType: MediaSigned})
	if names(res) != "contract.txt" || string(res.Children[0].Data) != "The whole contract." {
		t.Errorf("children %q", names(res))
	}
	if _, err := Read(t.Context(), "x.p7s", []byte(signedMessage("")), Options{}); codeOf(err) != evidence.Unsupported || !strings.Contains(err.Error(), "detached") {
		t.Errorf("detached: %v", err)
	}
}

// TestSealedMail reads messages that cannot be opened: what their headers say is kept.
func TestSealedMail(t *testing.T) {
	sealed := der(0x30, oid(cmsSealed), der(0xa0, der(0x30, der(2, "\x00"))))
	tests := map[string]string{
		"S/MIME":   packedMail(MediaSigned, sealed),
		"PGP/MIME": mailTop + "Content-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\n" + pgpMark + "\n\nabc\n--b--\n",
		"inline":   mailTop + "Content-Type: text/plain\n\n" + pgpMark + "\n\nabcdef\n-----END PGP MESSAGE-----\n",
	}
	for name, source := range tests {
		res := read(t, "x.eml", source, Options{})
		d := res.Document
		if d.Error == nil || d.Error.Code != evidence.Encrypted || d.Title != "Berth" || d.Mail == nil || d.Published == nil || len(d.Pages) != 0 || len(res.Children) != 0 {
			t.Errorf("%s: %+v, children %q", name, d, names(res))
		}
	}
	if _, err := Read(t.Context(), "x.asc", []byte("\n"+pgpMark+"\n\nabc\n"), Options{}); codeOf(err) != evidence.Encrypted {
		t.Errorf("file: %v", err)
	}
	signed := read(t, "x.eml", mailTop+"Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\n\n--b\nContent-Type: text/plain\n\nThe words that were signed.\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\nxyz\n--b--\n", Options{})
	if signed.Document.Error != nil || signed.Document.Pages[0].Text != "The words that were signed." || signed.Children[0].MediaType != "application/pgp-signature" {
		t.Errorf("signed: %+v", signed.Document)
	}
}

func TestAppleMail(t *testing.T) {
	message := mailTop + "Content-Type: text/plain\n\nThe message of the quay.\n"
	file := fmt.Sprintf("%d      \n%s<?xml version=\"1.0\"?><plist><dict/></plist>\n", len(message), message)
	d := read(t, "77.emlx", file, Options{}).Document
	if d.Kind != evidence.Mail || d.Title != "Berth" || d.Pages[0].Text != "The message of the quay." {
		t.Errorf("%s %q %+v", d.Kind, d.Title, d.Pages)
	}
	if d := read(t, "x.txt", "12\nA list of numbers follows, and no message.\n", Options{}).Document; d.Kind == evidence.Mail {
		t.Error("a list is a message")
	}
}

func FuzzCMS(f *testing.F) {
	f.Add([]byte(signedMessage("content")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x.p7m", data, readCMS) })
}

func TestANumberTooLongForALengthIsText(t *testing.T) {
	for _, digits := range []string{"9999999999999999999", "18446744073709551617", "400"} {
		text := digits + "\nThe plaintiff paid the invoice in March and heard nothing more."
		if got := emlx([]byte(text)); string(got) != text {
			t.Errorf("%s: cut to %q", digits, got)
		}
		d := read(t, "a.txt", text, Options{}).Document
		if len(d.Pages) != 1 || !strings.Contains(d.Pages[0].Text, "heard nothing") {
			t.Errorf("%s: %+v", digits, d.Pages)
		}
	}
}
