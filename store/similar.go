package store

import (
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// NearDuplicate is the least similarity of two documents that count as copies of one
// text, as a share of equal MinHash values, which estimates the share of shingles that
// both have.
const NearDuplicate = 0.8

// Similar is a document that is a copy or another version of one.
type Similar struct {
	ID         string
	Similarity float64 // 0 to 1
	Version    bool    // it states the same canonical URL
}

// Signatures are kept in one bucket in the order of documents, 8 bits a value: by chance
// one value in 256 is equal, which does not matter near the limit. A question reads them
// all: at 128 bytes a document that is quicker than it sounds, and tables of bands would
// cost eight writes at random places for every document.
func encodeSignature(values []uint64) []byte {
	b := make([]byte, len(values))
	for i, v := range values {
		b[i] = byte((v * 0x9E3779B97F4A7C15) >> 56)
	}
	return b
}

// sign keeps the signature and the URL of a document.
func (w *writer) sign(n uint64, p *parts) error {
	if url := p.doc.URL; url != "" && len(url) < 4096 {
		if err := w.tx.Bucket(bucketURL).Put(urlKey(url, n), nil); err != nil {
			return err
		}
	}
	if len(p.signature) == 0 {
		return nil
	}
	return sequential(w.tx, bucketSignature).Put(key64(n), encodeSignature(p.signature))
}

// unsign forgets what sign kept of a document that is written anew.
func (w *writer) unsign(n uint64) error {
	s, err := w.c.record(w.tx, n)
	if err != nil {
		return err
	}
	if url := s.record.Document.URL; url != "" && len(url) < 4096 {
		if err := w.tx.Bucket(bucketURL).Delete(urlKey(url, n)); err != nil {
			return err
		}
	}
	return w.tx.Bucket(bucketSignature).Delete(key64(n))
}

func urlKey(url string, n uint64) []byte { return append([]byte(url+"\x00"), key64(n)...) }

// similarity is the share of equal values of two signatures of one length.
func similarity(a, b []byte) float64 {
	if len(a) != len(b) || len(a) == 0 {
		return 0
	}
	equal := 0
	for i := range a {
		if a[i] == b[i] {
			equal++
		}
		if i == 15 && equal < 6 && len(a) >= 64 {
			return 0 // so few in the first 16 cannot be a near-duplicate
		}
	}
	return float64(equal) / float64(len(a))
}

// Similar gives the documents that are near-duplicates of one, and those that state the
// same canonical URL, the most similar first.
func (c *Case) Similar(sha string) ([]Similar, error) {
	found := map[uint64]*Similar{}
	err := c.view(func(tx *bolt.Tx) error {
		n := numberOf(tx, sha)
		if n == 0 {
			return notFound("document " + sha)
		}
		own := tx.Bucket(bucketSignature).Get(key64(n))
		if err := nearest(tx, own, found); err != nil {
			return err
		}
		if err := c.versions(tx, n, own, found); err != nil {
			return err
		}
		delete(found, n)
		for other, s := range found {
			h, _, err := decodeHead(tx.Bucket(bucketDocument).Get(key64(other)))
			if err != nil {
				return err
			}
			s.ID = h.id()
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("similar documents: %w", err)
	}
	return bySimilarity(found), nil
}

// nearest finds the signatures that are near to own.
func nearest(tx *bolt.Tx, own []byte, found map[uint64]*Similar) error {
	if own == nil {
		return nil
	}
	return tx.Bucket(bucketSignature).ForEach(func(k, v []byte) error {
		if s := similarity(own, v); s >= NearDuplicate {
			found[num64(k)] = &Similar{Similarity: s}
		}
		return nil
	})
}

// versions finds the documents that state the same canonical URL.
func (c *Case) versions(tx *bolt.Tx, n uint64, own []byte, found map[uint64]*Similar) error {
	s, err := c.record(tx, n)
	if err != nil || s.record.Document.URL == "" {
		return err
	}
	prefix := []byte(s.record.Document.URL + "\x00")
	return eachPrefix(tx.Bucket(bucketURL), prefix, func(k, _ []byte) error {
		other := num64(k[len(prefix):])
		if found[other] == nil {
			found[other] = &Similar{Similarity: similarity(own, tx.Bucket(bucketSignature).Get(key64(other)))}
		}
		found[other].Version = true
		return nil
	})
}

func bySimilarity(found map[uint64]*Similar) []Similar {
	out := make([]Similar, 0, len(found))
	for _, s := range found {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Similar) int {
		if a.Similarity != b.Similarity {
			if a.Similarity > b.Similarity {
				return -1
			}
			return 1
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return out
}
