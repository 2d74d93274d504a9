package store

import (
	_ "embed"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds what a damaged block may claim to hold: a document has at most
// 64 MiB of text, and its facts are less.
const maxUnpacked = 256 << 20

// dictionary1 is text as records and pages have it: the keys of the JSON with common
// values, and words of law and news. Small blocks that are packed with it as history
// take a third less. It belongs to format 1 and must never change; other words would be
// another file with another number.
//
//go:embed dictionary1.txt
var dictionary1 []byte

const dictionaryNumber = 1

// codec packs blocks with zstd. It may be used by several goroutines at once.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

func newCodec() *codec {
	// Both calls only fail on options out of range, and these are constants.
	enc, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithLowerEncoderMem(true),
		zstd.WithEncoderDictRaw(dictionaryNumber, dictionary1))
	dec, _ := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked),
		zstd.WithDecoderDictRaw(dictionaryNumber, dictionary1))
	return &codec{enc, dec}
}

func (z *codec) pack(raw []byte) []byte { return z.enc.EncodeAll(raw, nil) }

func (z *codec) unpack(packed, into []byte) ([]byte, error) {
	raw, err := z.dec.DecodeAll(packed, into)
	if err != nil {
		return nil, fmt.Errorf("%w: unpack a block: %w", ErrDamaged, err)
	}
	return raw, nil
}
