package format

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"

	"averment/evidence"
)

// encryptedMember tries the passwords on a member that is encrypted with AES, or in the
// traditional way (PKWARE APPNOTE 6.1). Without the right one the member is listed as encrypted.
func encryptedMember(f *zip.File, name string, b *budget, o Options) (Child, error) {
	packed := rawMember(f)
	decrypt := decryptMember
	if f.Method == aesMethod {
		decrypt = decryptAES
	}
	locked := brokenChild(name, packed, evidence.Encrypted, errors.New("needs a password"))
	if len(packed) < 12 {
		return locked, nil
	}
	for _, password := range o.Password {
		data, err := decrypt(f, packed, password, b)
		var known *evidence.ReadError
		if errors.As(err, &known) {
			return Child{}, err
		}
		if err == nil {
			return Child{Name: name, Data: data}, nil
		}
	}
	return locked, nil
}

func decryptMember(f *zip.File, packed []byte, password string, b *budget) ([]byte, error) {
	plain := newZipKeys(password).decrypt(packed)
	check := byte(f.CRC32 >> 24)
	if f.Flags&8 != 0 {
		check = byte(f.ModifiedTime >> 8) // the raw MS-DOS field is what the cipher checks
	}
	if plain[11] != check {
		return nil, errWrongPassword
	}
	var r io.Reader = bytes.NewReader(plain[12:])
	if f.Method == zip.Deflate {
		r = flate.NewReader(r)
	}
	trial := *b
	data, err := trial.read(r)
	if err == nil && crc32.ChecksumIEEE(data) != f.CRC32 {
		err = errWrongPassword
	}
	if err == nil {
		*b = trial
	}
	return data, err
}

// zipKeys is the state of the traditional ZIP cipher.
type zipKeys [3]uint32

func newZipKeys(password string) *zipKeys {
	k := &zipKeys{0x12345678, 0x23456789, 0x34567890}
	for i := range len(password) {
		k.update(password[i])
	}
	return k
}

func (k *zipKeys) update(c byte) {
	k[0] = crc32.IEEETable[byte(k[0])^c] ^ k[0]>>8
	k[1] = (k[1]+k[0]&0xff)*134775813 + 1
	k[2] = crc32.IEEETable[byte(k[2])^byte(k[1]>>24)] ^ k[2]>>8
}

func (k *zipKeys) decrypt(data []byte) []byte {
	out := make([]byte, len(data))
	for i, c := range data {
		t := uint16(k[2]) | 2
		out[i] = c ^ byte(t*(t^1)>>8)
		k.update(out[i])
	}
	return out
}
