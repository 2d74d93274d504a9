package index

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
)

// IDs gives the ids of documents, SHA-256 in hex, by their numbers. A number that the
// index does not hold is left out. It costs a binary search for each number, so ask for
// many at once rather than for one at a time.
func (x *Index) IDs(numbers []uint64) (map[uint64]string, error) {
	out := make(map[uint64]string, len(numbers))
	err := x.eachColumns(func(s *segment, cols *columns) {
		for _, n := range numbers {
			if doc, ok := cols.withNumber(n, s.live); ok {
				out[n] = hex.EncodeToString(cols.ids[doc][:])
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("ids of documents: %w", err)
	}
	return out, nil
}

// Numbers gives the numbers of documents by their whole ids. An id that the index does
// not hold is left out.
func (x *Index) Numbers(ids []string) (map[string]uint64, error) {
	out := make(map[string]uint64, len(ids))
	keys := make([][32]byte, len(ids))
	for i, id := range ids {
		if n, err := hex.Decode(keys[i][:], []byte(cutRunes(id, 64))); err != nil || n != len(keys[i]) || len(id) != 64 {
			keys[i] = [32]byte{} // no document has it
		}
	}
	err := x.eachColumns(func(s *segment, cols *columns) {
		for i, id := range ids {
			if doc, ok := cols.withID(keys[i], s.live); ok {
				out[id] = cols.numbers[doc]
			}
		}
	})
	if err != nil {
		return nil, fmt.Errorf("numbers of documents: %w", err)
	}
	return out, nil
}

// withID finds the document with an id among the live ones.
func (c *columns) withID(id [32]byte, live *roaring.Bitmap) (doc uint32, ok bool) {
	order := c.inOrder()
	i := sort.Search(len(order), func(i int) bool { return bytes.Compare(c.ids[order[i]][:], id[:]) >= 0 })
	for ; i < len(order) && c.ids[order[i]] == id; i++ {
		if doc = order[i]; live.Contains(doc) {
			return doc, true
		}
	}
	return 0, false
}

// Families gives each document that holds others, by attachment or as an archive, with
// those that it holds itself, as numbers. One that is held by a file outside the index
// has its siblings in the group, without the holder.
func (x *Index) Families() ([][]uint64, error) {
	held := map[string][]uint64{}
	var failed error
	err := x.eachColumns(func(s *segment, cols *columns) {
		parents, err := cols.facet("parent")
		if err != nil {
			failed = err
			return
		}
		if len(parents.terms) == 0 {
			return
		}
		for it := s.live.Iterator(); it.HasNext(); {
			doc := it.Next()
			if parent := parents.first(doc); parent != "" {
				held[parent] = append(held[parent], cols.numbers[doc])
			}
		}
	})
	if err := errors.Join(err, failed); err != nil {
		return nil, fmt.Errorf("families of documents: %w", err)
	}
	holders, err := x.Numbers(slices.Sorted(maps.Keys(held)))
	if err != nil {
		return nil, err
	}
	out := make([][]uint64, 0, len(held))
	for parent, group := range held {
		if n, ok := holders[parent]; ok {
			group = append(group, n)
		}
		slices.Sort(group)
		out = append(out, group)
	}
	return out, nil
}

// eachColumns visits the segments of the documents that hold any.
func (x *Index) eachColumns(visit func(s *segment, cols *columns)) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = x.damaged(fmt.Errorf("%w: %v", errBroken, p))
		}
	}()
	v, kept, err := x.snapshot(documents)
	if err != nil {
		return err
	}
	defer v.Close()
	for _, s := range v.segments {
		if s.n == 0 {
			continue
		}
		cols, err := kept.of(s)
		if err != nil {
			return err
		}
		visit(s, cols)
	}
	return nil
}

// withNumber finds the document with a number among the live ones, which are those of a
// snapshot, while columns are shared by all.
func (c *columns) withNumber(number uint64, live *roaring.Bitmap) (doc uint32, ok bool) {
	c.ranked.Do(c.rankNumbers)
	at := func(i int) uint32 {
		if c.byNumber == nil {
			return uint32(i)
		}
		return c.byNumber[i]
	}
	i := sort.Search(len(c.numbers), func(i int) bool { return c.numbers[at(i)] >= number })
	for ; i < len(c.numbers) && c.numbers[at(i)] == number; i++ {
		if doc = at(i); live.Contains(doc) {
			return doc, true
		}
	}
	return 0, false
}

// rankNumbers orders the documents by number. Mostly they are in order already, since
// the queue is applied in order, and no list is kept.
func (c *columns) rankNumbers() {
	if slices.IsSorted(c.numbers) {
		return
	}
	c.byNumber = make([]uint32, len(c.numbers))
	for i := range c.byNumber {
		c.byNumber[i] = uint32(i)
	}
	slices.SortFunc(c.byNumber, func(a, b uint32) int { return cmp.Compare(c.numbers[a], c.numbers[b]) })
}
