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
	dated    sync.Once
	month    facetColumn // of the own date
	names    map[string]*ledColumn

	namings []naming   // of the terms of the field "naming"; under the lock of the names
	spelled []spellKey // of the speakers; likewise
}

// columnCache keeps columns by segment.
type columnCache struct {
	lock sync.Mutex
	kept map[uint64]*columns

	frequent frequentWords
	naming   nameCache
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
			k.frequent.forget(id)
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

// inOrder gives the documents by their ids.
func (c *columns) inOrder() []uint32 {
	c.sorted.Do(func() {
		c.byID = make([]uint32, len(c.ids))
		for i := range c.byID {
			c.byID[i] = uint32(i)
		}
		slices.SortFunc(c.byID, func(a, b uint32) int { return bytes.Compare(c.ids[a][:], c.ids[b][:]) })
	})
	return c.byID
}

// withPrefix gives the documents whose ids begin with hexadecimal digits.
func (c *columns) withPrefix(digits string) []uint32 {
	c.inOrder()
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
