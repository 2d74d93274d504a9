package format

import (
	"archive/zip"
	"bytes"
	"crypto/aes"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha1"
	"encoding/binary"
	"strings"
	"testing"

	"averment/evidence"
)

// aesZip is an archive with one stored member, encrypted as WinZip does with a key of so
// many bits.
func aesZip(t *testing.T, bits int, password, text string) []byte {
	t.Helper()
	size := bits / 8
	salt := bytes.Repeat([]byte{7}, size/2)
	keys, err := pbkdf2.Key(sha1.New, password, salt, 1000, 2*size+2)
	if err != nil {
		t.Fatal(err)
	}
	block, err := aes.NewCipher(keys[:size])
	if err != nil {
		t.Fatal(err)
	}
	sealed, pad := []byte(text), make([]byte, 16)
	for i := range sealed {
		if i%16 == 0 {
			counter := make([]byte, 16)
			binary.LittleEndian.PutUint32(counter, uint32(i/16)+1)
			block.Encrypt(pad, counter)
		}
		sealed[i] ^= pad[i%16]
	}
	mac := hmac.New(sha1.New, keys[size:2*size])
	mac.Write(sealed)
	packed := bytes.Join([][]byte{salt, keys[2*size:], sealed, mac.Sum(nil)[:10]}, nil)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.CreateRaw(&zip.FileHeader{Name: "secret.txt", Flags: 1, Method: 99, CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(len(text)),
		Extra: []byte{0x01, 0x99, 7, 0, 2, 0, 'A', 'E', byte(bits/64 - 1), 0, 0}})
	if err == nil {
		_, err = f.Write(packed)
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestZipWithAES(t *testing.T) {
	text := "The berth list of the quay has nine names, and none of them is free.\n"
	for _, bits := range []int{128, 192, 256} {
		data := aesZip(t, bits, "heron", text)
		res := read(t, "x.zip", string(data), Options{Password: []string{"wrong", "heron"}})
		if c := res.Children[0]; string(c.Data) != text || c.Document != nil {
			t.Errorf("%d bits: %q %+v", bits, c.Data, c.Document)
		}
		for _, passwords := range [][]string{nil, {"wrong"}} {
			c := read(t, "x.zip", string(data), Options{Password: passwords}).Children[0]
			if c.Document == nil || c.Document.Error == nil || c.Document.Error.Code != evidence.Encrypted {
				t.Errorf("%d bits, passwords %q: %+v", bits, passwords, c.Document)
			}
		}
		broken := strings.Replace(string(data), "\x07\x07\x07\x07\x07\x07\x07\x07", "\x07\x07\x07\x07\x07\x07\x07\x08", 1)
		if c := read(t, "x.zip", broken, Options{Password: []string{"heron"}}).Children[0]; c.Document == nil {
			t.Errorf("%d bits: a changed member was opened", bits)
		}
	}
}
