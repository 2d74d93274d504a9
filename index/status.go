package index

import (
	"errors"

	"github.com/RoaringBitmap/roaring/v2"
)

// searchable counts the live documents with text.
func searchable(v *view) (int, error) {
	n := 0
	for _, s := range v.segments {
		bits, err := s.bitmap("bounds", "text")
		if err != nil {
			return 0, err
		}
		n += int(roaring.And(bits, s.live).GetCardinality())
	}
	return n, nil
}

// pending counts what is stored and not yet in the documents index.
func (x *Index) pending(indexed int, d partState) int {
	if d.rebuilding {
		total := 0
		if err := x.source.Numbers(func(uint64) error { total++; return nil }); err == nil {
			return max(0, total-indexed)
		}
	}
	n := 0
	err := x.source.Queue(d.cursor, 1<<30, func(uint64, uint64) error {
		if n++; n == 1<<20 {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return 0
	}
	return n
}
