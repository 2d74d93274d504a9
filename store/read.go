package store

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"unsafe"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// shortestPrefix is the least number of hex digits that may name a document.
const shortestPrefix = 8

// Number gives the number of a document; known is false when the case has none such.
func (c *Case) Number(id string) (n uint64, known bool, err error) {
	err = c.view(func(tx *bolt.Tx) error { n = numberOf(tx, id); return nil })
	return n, n != 0, err
}

// Resolve gives the whole hash of the one document whose hash begins with prefix.
func (c *Case) Resolve(prefix string) (string, error) {
	prefix = strings.ToLower(prefix)
	whole := prefix
	if len(whole)%2 == 1 {
		whole = whole[:len(whole)-1]
	}
	raw, err := hex.DecodeString(whole)
	if err != nil || len(prefix) < shortestPrefix || len(prefix) > 64 {
		return "", evidence.Invalid("%q is no document: give at least %d of the hex digits of its SHA-256", prefix, shortestPrefix)
	}
	var found []string
	err = c.view(func(tx *bolt.Tx) error {
		return eachPrefix(tx.Bucket(bucketHash), raw, func(k, v []byte) error {
			if sha := hex.EncodeToString(k); num64(v) != 0 && strings.HasPrefix(sha, prefix) {
				found = append(found, sha)
			}
			return nil
		})
	})
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", notFound("document " + prefix)
	case len(found) > 1:
		return "", evidence.Invalid("%q begins %d documents, give more digits", prefix, len(found))
	}
	return found[0], nil
}

// stored is a document's record as read.
type stored struct {
	number uint64
	head   head
	value  value
	record record
}

func (c *Case) record(tx *bolt.Tx, n uint64) (*stored, error) {
	value := tx.Bucket(bucketDocument).Get(key64(n))
	if value == nil {
		return nil, notFound(fmt.Sprintf("document number %d", n))
	}
	h, packed, err := decodeHead(value)
	if err != nil {
		return nil, err
	}
	s, err := c.unpackRecord(n, packed)
	if err != nil {
		return nil, fmt.Errorf("document number %d: %w", n, err)
	}
	if s.head = h; s.record.Document.ID != h.id() {
		return nil, fmt.Errorf("%w: the record of document number %d is another's", ErrDamaged, n)
	}
	return s, nil
}

func (c *Case) unpackRecord(n uint64, packed []byte) (*stored, error) {
	raw, err := c.codec.unpack(packed, nil)
	if err != nil {
		return nil, err
	}
	s := &stored{number: n}
	if s.value, err = decodeValue(raw); err != nil {
		return nil, err
	}
	if err := json.Unmarshal(s.value.json, &s.record); err != nil {
		return nil, fmt.Errorf("%w: the record is not readable: %w", ErrDamaged, err)
	}
	if len(s.record.Lengths) != len(s.record.Document.Pages) {
		return nil, fmt.Errorf("%w: there are pages without length", ErrDamaged)
	}
	return s, nil
}

// text reads raw bytes from to to of the document's text.
func (c *Case) text(tx *bolt.Tx, s *stored, from, to int) ([]byte, error) {
	switch {
	case from >= to:
		return nil, nil
	case to <= len(s.value.text):
		return s.value.text[from:to], nil
	}
	n := s.number
	first, last := from/blockSize, (to-1)/blockSize
	out := make([]byte, 0, (last-first+1)*blockSize)
	for i := first; i <= last; i++ {
		packed, err := block(tx, n, uint32(i))
		if err == nil {
			out, err = c.codec.unpack(packed, out)
		}
		if err != nil {
			return nil, fmt.Errorf("text of document number %d: %w", n, err)
		}
	}
	if len(out) < to-first*blockSize {
		return nil, fmt.Errorf("%w: the text of document number %d is cut short", ErrDamaged, n)
	}
	return out[from-first*blockSize : to-first*blockSize], nil
}

// fillText reads the text, paragraphs and sentences of all pages.
func (c *Case) fillText(tx *bolt.Tx, s *stored) error {
	total := 0
	for _, n := range s.record.Lengths {
		if n < 0 || total > math.MaxInt32-n {
			return fmt.Errorf("%w: document number %d states lengths out of range", ErrDamaged, s.number)
		}
		total += n
	}
	raw, err := c.text(tx, s, 0, total)
	if err != nil {
		return err
	}
	// The buffer is never written again, so the pages may share it as strings.
	all := unsafe.String(unsafe.SliceData(raw), len(raw))
	pages := s.record.Document.Pages
	for i, n := range s.record.Lengths {
		pages[i].Text, all = all[:n], all[n:]
	}
	return c.fillUnits(tx, s)
}

// fillUnits reads paragraphs and sentences: they are where the text is, in the record or
// in a block that must then be there.
func (c *Case) fillUnits(tx *bolt.Tx, s *stored) error {
	if s.inBlocks() {
		packed, err := block(tx, s.number, unitsBlock)
		if err == nil && packed == nil {
			err = fmt.Errorf("%w: they are missing", ErrDamaged)
		}
		if err == nil {
			s.value.units, err = c.codec.unpack(packed, nil)
		}
		if err != nil {
			return fmt.Errorf("sentences of document number %d: %w", s.number, err)
		}
	}
	if len(s.value.units) == 0 {
		return nil
	}
	return decodeUnits(s.value.units, s.record.Document.Pages)
}

// fillVouched is fillText for those who pass the document on: a text that is not the one
// which the log says was read, or whose facts are not, is an error.
func (c *Case) fillVouched(tx *bolt.Tx, s *stored) error {
	if err := c.fillText(tx, s); err != nil {
		return err
	}
	said, err := decodeEvent(s.head.parsed, tx.Bucket(bucketCustody).Get(key64(s.head.parsed)))
	if err != nil {
		return fmt.Errorf("document number %d: %w", s.number, err)
	}
	if said.Detail["text"] != textPrint(s.record.Document.Pages) || said.Detail["facts"] != digest(s.value.json, s.value.units) {
		return damaged("run verify; "+adviceDocument, "document %s is not what log entry %d says was read", s.head.id(), said.Seq)
	}
	return nil
}

// inBlocks reports whether the text is too long to lie in the record.
func (s *stored) inBlocks() bool {
	return len(s.value.text) == 0 && slices.ContainsFunc(s.record.Lengths, func(n int) bool { return n > 0 })
}

// fillBoxes reads the boxes of a page, if it has some.
func (c *Case) fillBoxes(tx *bolt.Tx, s *stored, number int, page *evidence.Page) error {
	packed, err := block(tx, s.number, boxesBlock|uint32(number))
	if err == nil && packed == nil && slices.Contains(s.record.Boxed, number) {
		err = fmt.Errorf("%w: they are missing", ErrDamaged)
	}
	var raw []byte
	if err == nil && packed != nil {
		if raw, err = c.codec.unpack(packed, nil); err == nil {
			page.Layout, err = decodeBoxes(raw)
		}
	}
	if err != nil {
		return fmt.Errorf("boxes of page %d: %w", number, err)
	}
	return nil
}
