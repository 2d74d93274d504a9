package search

import (
	"github.com/RoaringBitmap/roaring/v2/roaring64"
)

// families joins documents that hold one another: a mail and its attachments, an
// archive and its members, to any depth.
type families struct {
	leader map[uint64]uint64 // document → another of its family; the first has none
	sets   map[uint64]*roaring64.Bitmap
}

// families reads the families of the case.
func (e *Engine) families() (*families, error) {
	f := &families{leader: map[uint64]uint64{}, sets: map[uint64]*roaring64.Bitmap{}}
	groups, err := e.find.Families()
	if err != nil {
		return nil, err
	}
	for _, group := range groups {
		f.join(group)
	}
	for _, group := range groups {
		root := f.root(group[0])
		if f.sets[root] == nil {
			f.sets[root] = roaring64.New()
		}
		f.sets[root].AddMany(group)
	}
	return f, nil
}

func (f *families) root(n uint64) uint64 {
	for {
		next, ok := f.leader[n]
		if !ok {
			return n
		}
		if further, ok := f.leader[next]; ok {
			f.leader[n] = further
		}
		n = next
	}
}

func (f *families) join(group []uint64) {
	for _, n := range group {
		if a, b := f.root(group[0]), f.root(n); a != b {
			f.leader[b] = a
		}
	}
}

// size counts the documents with all of their families.
func (f *families) size(docs *roaring64.Bitmap) int {
	if len(f.sets) == 0 {
		return int(docs.GetCardinality())
	}
	all := docs.Clone()
	done := map[uint64]bool{}
	for it := docs.Iterator(); it.HasNext(); {
		root := f.root(it.Next())
		if set := f.sets[root]; set != nil && !done[root] {
			done[root] = true
			all.Or(set)
		}
	}
	return int(all.GetCardinality())
}
