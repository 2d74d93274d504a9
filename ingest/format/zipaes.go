package format

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/aes"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

// Parts of a member encrypted by the AES extension of ZIP (WinZip, "AES Encryption
// Information: Encryption Specification AE-1 and AE-2").
const (
	aesMethod = 99
	aesExtra  = 0x9901
	aesRounds = 1000
	aesCheck  = 2  // bytes that tell a wrong password
	aesMAC    = 10 // bytes of the authentication code
)

var errWrongPassword = errors.New("wrong password")

// decryptAES opens a member that is encrypted with AES.
func decryptAES(f *zip.File, packed []byte, password string, b *budget) ([]byte, error) {
	size, method, err := aesSettings(f.Extra)
	if err != nil {
		return nil, err
	}
	salt := size / 2
	if len(packed) < salt+aesCheck+aesMAC {
		return nil, errors.New("a member is cut short")
	}
	keys, err := pbkdf2.Key(sha1.New, password, packed[:salt], aesRounds, 2*size+aesCheck)
	if err != nil {
		return nil, err
	}
	sealed, mac := packed[salt+aesCheck:len(packed)-aesMAC], packed[len(packed)-aesMAC:]
	if subtle.ConstantTimeCompare(keys[2*size:], packed[salt:salt+aesCheck]) == 0 {
		return nil, errWrongPassword
	}
	h := hmac.New(sha1.New, keys[size:2*size])
	h.Write(sealed)
	if !hmac.Equal(h.Sum(nil)[:aesMAC], mac) {
		return nil, errWrongPassword
	}
	plain, err := aesPlain(keys[:size], sealed)
	if err != nil {
		return nil, err
	}
	var r io.Reader = bytes.NewReader(plain)
	if method == zip.Deflate {
		r = flate.NewReader(r)
	}
	data, err := b.read(r)
	if err == nil && f.CRC32 != 0 && crc32.ChecksumIEEE(data) != f.CRC32 { // AE-2 has none
		err = errors.New("the checksum is another")
	}
	return data, err
}

// aesSettings reads the length of the key in bytes, and how the member is compressed.
func aesSettings(extra []byte) (key int, method uint16, err error) {
	for len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if size > len(extra)-4 {
			break
		}
		if id == aesExtra && size >= 7 && extra[8] >= 1 && extra[8] <= 3 {
			return 8 + 8*int(extra[8]), binary.LittleEndian.Uint16(extra[9:]), nil
		}
		extra = extra[4+size:]
	}
	return 0, 0, errors.New("encrypted in a way that is not known; unpack it first")
}

// aesPlain undoes the counter mode, whose counter is little endian and begins with 1.
func aesPlain(key, sealed []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	out := make([]byte, len(sealed))
	var counter, pad [aes.BlockSize]byte
	for at := 0; at < len(sealed); at += aes.BlockSize {
		binary.LittleEndian.PutUint64(counter[:], uint64(at/aes.BlockSize)+1)
		block.Encrypt(pad[:], counter[:])
		end := min(at+aes.BlockSize, len(sealed))
		subtle.XORBytes(out[at:end], sealed[at:end], pad[:])
	}
	return out, nil
}
