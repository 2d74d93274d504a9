package format

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// decodeText turns bytes of unknown encoding into valid UTF-8 without NUL and with \n
// line ends: by byte order mark, by the shape of UTF-16, as UTF-8, by the charset that
// the file declares, and else as Windows-1252, of which Latin-1 is a part.
func decodeText(data []byte, declared string) string {
	switch {
	case bytes.HasPrefix(data, []byte{0xEF, 0xBB, 0xBF}):
		return clean(string(data[3:]))
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		return clean(fromUTF16(data[2:], false))
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return clean(fromUTF16(data[2:], true))
	case utf16Text(data):
		return clean(fromUTF16(data, data[0] == 0))
	case mostlyUTF8(data):
		return clean(string(data))
	}
	if enc, err := htmlindex.Get(declared); declared != "" && err == nil {
		if out, err := enc.NewDecoder().Bytes(data); err == nil {
			return clean(string(out))
		}
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return clean(string(data))
	}
	return clean(string(out))
}

// mostlyUTF8 allows a stray bad byte in a thousand; text in another encoding has far more.
func mostlyUTF8(data []byte) bool {
	if utf8.Valid(data) {
		return true
	}
	bad, multi := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			multi++
		}
		i += n
	}
	return bad*10 < multi && bad*1000 < len(data)
}

// utf16Text sees UTF-16 without a byte order mark: nearly every second byte is NUL.
func utf16Text(data []byte) bool {
	h := head(data, 512)
	if len(h) < 4 {
		return false
	}
	if h[0] == 0xFF && h[1] == 0xFE || h[0] == 0xFE && h[1] == 0xFF {
		return true
	}
	var nul [2]int
	for i, b := range h {
		if b == 0 {
			nul[i%2]++
		}
	}
	half := len(h) / 2
	return nul[0]*10 > half*8 && nul[1]*20 < half || nul[1]*10 > half*8 && nul[0]*20 < half
}

func fromUTF16(data []byte, big bool) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		if big {
			units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
		} else {
			units = append(units, uint16(data[i+1])<<8|uint16(data[i]))
		}
	}
	return string(utf16.Decode(units))
}

// clean repairs UTF-8, strips NUL and other controls that no text needs, and makes all
// line ends \n. Form feed stays: it parts pages.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !strings.ContainsFunc(s, unwanted) {
		return s
	}
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v':
			return '\n'
		case unwanted(r):
			return -1
		}
		return r
	}, s)
}

func unwanted(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\f' || r == 0x7f || r == '\uFEFF' ||
		r == '\u2028' || r == '\u2029' || r == '\u0085'
}
