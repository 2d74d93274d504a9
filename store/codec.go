package store

import (
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// maxUnpacked bounds what a damaged block may claim to hold: a document has at most
// 64 MiB of text, and its facts are less.
const maxUnpacked = 256 << 20

// codec packs blocks with zstd. It may be used by several goroutines at once.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

func newCodec() *codec {
	// Both calls only fail on options out of range, and these are constants.
	enc, _ := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithLowerEncoderMem(true))
	dec, _ := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
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
