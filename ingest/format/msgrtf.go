package format

import (
	"encoding/binary"
	"errors"
)

// rtfDictionary fills the window before the first byte ([MS-OXRTFCP] 2.1.2.1).
const rtfDictionary = "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"

const (
	rtfCompressed   = 0x75465A4C // "LZFu"
	rtfUncompressed = 0x414C454D // "MELA"
	rtfWindow       = 4096
	rtfCap          = 64 << 20
)

var errRTFStream = errors.New("damaged compressed RTF")

// expandRTF expands the compressed RTF of an Outlook message: a header of four little-endian
// words (size, expanded size, kind, checksum), then runs of eight tokens behind a byte of
// flags, a token being a byte or a reference into a window of 4096 bytes.
func expandRTF(data []byte) ([]byte, error) {
	if len(data) < 16 {
		return nil, errRTFStream
	}
	switch size := binary.LittleEndian.Uint32(data[4:]); binary.LittleEndian.Uint32(data[8:]) {
	case rtfUncompressed:
		return data[16:min(len(data), 16+int(size))], nil
	case rtfCompressed:
		return expandRuns(data[16:], int(size))
	}
	return nil, errRTFStream
}

func expandRuns(in []byte, size int) ([]byte, error) {
	if size > rtfCap {
		return nil, errRTFStream
	}
	w := &rtfRuns{}
	w.pos = copy(w.window[:], rtfDictionary)
	for at := 0; at < len(in); {
		flags := in[at]
		at++
		for bit := 0; bit < 8 && at < len(in); bit++ {
			if flags&(1<<bit) == 0 {
				w.put(in[at])
				at++
				continue
			}
			if at+1 >= len(in) {
				return w.out, errRTFStream
			}
			if end := w.reference(in[at], in[at+1]); end || len(w.out) > size+rtfWindow {
				return w.out, nil
			}
			at += 2
		}
	}
	return w.out, nil
}

type rtfRuns struct {
	window [rtfWindow]byte
	pos    int
	out    []byte
}

func (w *rtfRuns) put(c byte) {
	w.window[w.pos] = c
	w.pos = (w.pos + 1) % rtfWindow
	w.out = append(w.out, c)
}

// reference copies 2 to 17 bytes from the window; a reference to the writing place itself
// ends the stream.
func (w *rtfRuns) reference(hi, lo byte) (end bool) {
	offset := int(hi)<<4 | int(lo)>>4
	if offset == w.pos {
		return true
	}
	for i := range int(lo&0xf) + 2 {
		w.put(w.window[(offset+i)%rtfWindow])
	}
	return false
}
