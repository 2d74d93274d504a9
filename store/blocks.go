package store

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// The second number of a key in the bucket text says what the block holds.
const (
	blockSize  = 16 << 10   // raw bytes of text in each block but the last
	unitsBlock = 0x40000000 // paragraphs and sentences of all pages
	boxesBlock = 0x80000000 // plus the page number: boxes of that page
)

func blockKey(n uint64, block uint32) []byte { return binary.BigEndian.AppendUint32(key64(n), block) }

// block gives a block as packed, nil when there is none. Bolt would also give a block
// whose key was damaged into the one asked for; such a key stands out of order.
func block(tx *bolt.Tx, n uint64, number uint32) ([]byte, error) {
	key, cur := blockKey(n, number), tx.Bucket(bucketText).Cursor()
	found, packed := cur.Seek(key)
	if !bytes.Equal(found, key) {
		return nil, nil
	}
	before, _ := cur.Prev()
	if before != nil {
		cur.Next()
	} else {
		cur.Seek(key)
	}
	after, _ := cur.Next()
	if bytes.Compare(before, key) >= 0 || (after != nil && bytes.Compare(key, after) >= 0) {
		return nil, fmt.Errorf("%w: the blocks of document number %d are out of order", ErrDamaged, n)
	}
	return packed, nil
}

// cut splits a text into raw blocks.
func cut(text []byte) [][]byte {
	var out [][]byte
	for len(text) > blockSize {
		out, text = append(out, text[:blockSize]), text[blockSize:]
	}
	if len(text) > 0 {
		out = append(out, text)
	}
	return out
}

// encodeUnits writes paragraphs and sentences of all pages as varints: for each page
// the number of paragraphs and their distances, the number of sentences and for each
// the distance from the last end and the length.
func encodeUnits(pages []evidence.Page) []byte {
	var b []byte
	for _, p := range pages {
		b = binary.AppendUvarint(b, uint64(len(p.Paragraphs)))
		last := 0
		for _, at := range p.Paragraphs {
			b = binary.AppendVarint(b, int64(at-last))
			last = at
		}
		b = binary.AppendUvarint(b, uint64(len(p.Sentences)))
		last = 0
		for _, s := range p.Sentences {
			b = binary.AppendVarint(b, int64(s.Start-last))
			b = binary.AppendVarint(b, int64(s.End-s.Start))
			last = s.End
		}
	}
	return b
}

// varints reads numbers from a block until the first that is not whole.
type varints struct {
	b   []byte
	bad bool
}

func (v *varints) next() int {
	n, size := binary.Varint(v.b)
	if size <= 0 || n > math.MaxInt32 || n < math.MinInt32 {
		v.bad = true
		return 0
	}
	v.b = v.b[size:]
	return int(n)
}

// count reads the length of a list, whose entries take at least one byte each.
func (v *varints) count() int {
	n, size := binary.Uvarint(v.b)
	if size <= 0 || n > uint64(len(v.b)-size) {
		v.bad = true
		return 0
	}
	v.b = v.b[size:]
	return int(n)
}

func decodeUnits(b []byte, pages []evidence.Page) error {
	v := &varints{b: b}
	for i := range pages {
		pages[i].Paragraphs = v.paragraphs()
		pages[i].Sentences = v.sentences()
	}
	if v.bad {
		return fmt.Errorf("%w: the sentence table is not whole", ErrDamaged)
	}
	return nil
}

func (v *varints) paragraphs() []int {
	n := v.count()
	if n == 0 {
		return nil
	}
	out, last := make([]int, n), 0
	for i := range out {
		last += v.next()
		out[i] = last
	}
	return out
}

func (v *varints) sentences() []evidence.Range {
	n := v.count()
	if n == 0 {
		return nil
	}
	out, last := make([]evidence.Range, n), 0
	for i := range out {
		start := last + v.next()
		last = start + v.next()
		out[i] = evidence.Range{Start: start, End: last}
	}
	return out
}
