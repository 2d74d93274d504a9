package search

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
)

// families joins documents that hold one another: a mail and its attachments, an
// archive and its members, to any depth.
type families struct {
	leader map[uint64]uint64   // document → another of its family; the first has none
	sets   map[uint64][]uint64 // all of a family, by its first
}

// families reads the families of the case.
func (e *Engine) families() (*families, error) {
	groups, err := e.find.Families()
	if err != nil {
		return nil, err
	}
	f := &families{leader: make(map[uint64]uint64, 2*len(groups)), sets: make(map[uint64][]uint64, len(groups))}
	for _, group := range groups {
		f.join(group)
	}
	for _, group := range groups {
		root := f.root(group[0])
		f.sets[root] = append(f.sets[root], group...)
	}
	for root, set := range f.sets {
		slices.Sort(set)
		f.sets[root] = slices.Compact(set)
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
	n := int(docs.GetCardinality())
	done := map[uint64]bool{}
	for it := docs.Iterator(); it.HasNext() && len(f.sets) > 0; {
		root := f.root(it.Next())
		set := f.sets[root]
		if set == nil || done[root] {
			continue
		}
		done[root] = true
		for _, member := range set {
			if !docs.Contains(member) {
				n++
			}
		}
	}
	return n
}
