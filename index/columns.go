package index

import (
	"bytes"
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// columns are what a segment says of each of its documents, by local number. They are
// built from the postings when first needed and shared by all snapshots, since segments
// never change.
type columns struct {
	seg     *segment
	once    sync.Once
	err     error
	numbers []uint64
	ids     [][32]byte
	day     []int32 // first day of the own date, noDay where unknown
	until   []int32 // day after the last of the own date
	words   []uint32
	sum     float64     // of words; deleted documents count until they are merged away
	lengths unitLengths // of a segment of statements

	lock     sync.Mutex
	facets   map[string]*facetColumn
	sorted   sync.Once
	byID     []uint32 // documents by their ids
	ranked   sync.Once
	byNumber []uint32 // documents by their numbers; nil where they are in that order
	facts    map[byte]*factSlot
	listed   wordSlot
}

// columnCache keeps columns by segment.
type columnCache struct {
	lock sync.Mutex
	kept map[uint64]*columns
}

func newColumnCache() *columnCache { return &columnCache{kept: map[uint64]*columns{}} }

// of gives the columns of a segment, its basic ones filled.
func (k *columnCache) of(s *segment) (*columns, error) {
	k.lock.Lock()
	c := k.kept[s.id]
	if c == nil {
		c = &columns{seg: s, facets: map[string]*facetColumn{}}
		k.kept[s.id] = c
	}
	k.lock.Unlock()
	c.once.Do(func() { c.err = c.fill() })
	return c, c.err
}

// forget drops the columns of segments that the view no longer has.
func (k *columnCache) forget(v *view) {
	k.lock.Lock()
	defer k.lock.Unlock()
	seen := map[uint64]bool{}
	for _, s := range v.segments {
		seen[s.id] = true
	}
	for id := range k.kept {
		if !seen[id] {
			delete(k.kept, id)
		}
	}
}

func (c *columns) fill() error {
	n := c.seg.n
	c.numbers, c.ids = make([]uint64, n), make([][32]byte, n)
	c.day, c.until, c.words = make([]int32, n), make([]int32, n), make([]uint32, n)
	for i := range c.day {
		c.day[i] = noDay
	}
	err := c.seg.eachPosting("_id", nil, nil, func(term string, doc uint32) {
		if len(term) == 40 {
			c.numbers[doc], _, _ = splitKey([]byte(term))
			copy(c.ids[doc][:], term[8:])
		}
	})
	if err != nil {
		return err
	}
	own := []byte{dateLetters["own"]}
	err = c.seg.eachPosting("docdate", own, after(own), func(term string, doc uint32) {
		if r, ok := daysFrom([]byte(term[1:])); ok {
			c.day[doc], c.until[doc] = r.from, r.to
		}
	})
	if err != nil {
		return err
	}
	err = c.seg.lengths(c.words)
	for _, w := range c.words {
		c.sum += float64(w)
	}
	return err
}

// withPrefix gives the documents whose ids begin with hexadecimal digits.
func (c *columns) withPrefix(digits string) []uint32 {
	c.sorted.Do(func() {
		c.byID = make([]uint32, len(c.ids))
		for i := range c.byID {
			c.byID[i] = uint32(i)
		}
		slices.SortFunc(c.byID, func(a, b uint32) int { return bytes.Compare(c.ids[a][:], c.ids[b][:]) })
	})
	begin := sort.Search(len(c.byID), func(i int) bool { return hex.EncodeToString(c.ids[c.byID[i]][:]) >= digits })
	end := begin
	for end < len(c.byID) && strings.HasPrefix(hex.EncodeToString(c.ids[c.byID[end]][:]), digits) {
		end++
	}
	return c.byID[begin:end]
}

// eachPosting yields every term of a range with each of its documents, deleted ones too.
func (s *segment) eachPosting(field string, start, end []byte, yield func(term string, doc uint32)) error {
	dict, err := s.data.Dictionary(field)
	if err != nil {
		return fmt.Errorf("read dictionary of %s: %w", field, err)
	}
	var failed error
	bits := roaring.New()
	err = drain(context.Background(), dict.AutomatonIterator(nil, start, end), func(term string) bool {
		list, err := dict.PostingsList([]byte(term), nil, nil)
		if err != nil {
			failed = fmt.Errorf("read postings of %s: %w", field, err)
			return false
		}
		bits.Clear()
		if failed = addTo(bits, list); failed != nil {
			return false
		}
		for it := bits.Iterator(); it.HasNext(); {
			yield(term, it.Next())
		}
		return true
	})
	if failed != nil {
		return failed
	}
	return err
}

// lengths reads the number of words of each document's body: the position of its last.
func (s *segment) lengths(to []uint32) error {
	list, err := s.postings("bounds", "z")
	if err != nil || list == nil {
		return err
	}
	it := list.Iterator(true, true, true, nil)
	for {
		p, err := it.Next()
		if err != nil || p == nil {
			return err
		}
		to[p.Number()] = uint32(p.Frequency() >> 1) // a single position
	}
}

// facetColumn holds the values of one field: those of document d are
// ordinals[offsets[d]:offsets[d+1]], indexes into terms, which ascend.
type facetColumn struct {
	once     sync.Once
	err      error
	terms    []string
	bits     []*roaring.Bitmap // of each term, only where there are few terms
	offsets  []uint32
	ordinals []uint32
}

// fewTerms is up to how many values of a field are counted by bitmaps.
const fewTerms = 40

// facet gives the column of a field.
func (c *columns) facet(field string) (*facetColumn, error) {
	c.lock.Lock()
	f := c.facets[field]
	if f == nil {
		f = &facetColumn{}
		c.facets[field] = f
	}
	c.lock.Unlock()
	f.once.Do(func() { f.err = f.fill(c.seg, field) })
	return f, f.err
}

func (f *facetColumn) fill(s *segment, field string) error {
	type pair struct{ doc, ordinal uint32 }
	var pairs []pair
	f.offsets = make([]uint32, s.n+1)
	err := s.eachPosting(field, nil, nil, func(term string, doc uint32) {
		if n := len(f.terms); n == 0 || f.terms[n-1] != term {
			f.terms = append(f.terms, term)
		}
		pairs = append(pairs, pair{doc, uint32(len(f.terms) - 1)})
		f.offsets[doc+1]++
	})
	if err != nil {
		return err
	}
	if len(f.terms) <= fewTerms {
		f.bits = make([]*roaring.Bitmap, len(f.terms))
		for i := range f.bits {
			f.bits[i] = roaring.New()
		}
		for _, p := range pairs {
			f.bits[p.ordinal].Add(p.doc)
		}
	}
	for i := range s.n {
		f.offsets[i+1] += f.offsets[i]
	}
	f.ordinals = make([]uint32, len(pairs))
	next := append([]uint32(nil), f.offsets[:s.n]...)
	for _, p := range pairs {
		f.ordinals[next[p.doc]] = p.ordinal
		next[p.doc]++
	}
	return nil
}

// first gives the first value of a document, "" for none.
func (f *facetColumn) first(doc uint32) string {
	if f.offsets[doc] == f.offsets[doc+1] {
		return ""
	}
	return f.terms[f.ordinals[f.offsets[doc]]]
}

// count adds up the values over a set of documents.
func (f *facetColumn) count(docs *roaring.Bitmap) []int {
	counts := make([]int, len(f.terms))
	if f.bits != nil {
		for i, b := range f.bits {
			counts[i] = int(b.AndCardinality(docs))
		}
		return counts
	}
	var buffer [1024]uint32
	it := docs.ManyIterator()
	for {
		n := it.NextMany(buffer[:])
		if n == 0 {
			return counts
		}
		for _, doc := range buffer[:n] {
			for _, o := range f.ordinals[f.offsets[doc]:f.offsets[doc+1]] {
				counts[o]++
			}
		}
	}
}
