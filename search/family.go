package search

import (
	"context"
	"slices"

	"averment/index"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
)

// families joins documents that hold one another: a mail and its attachments, an
// archive and its members, to any depth.
type families struct {
	leader map[uint64]uint64 // document → another of its family; the first has none
	sets   map[uint64]*roaring64.Bitmap
}

// families reads the families of the case from the values of the field "parent".
func (e *Engine) families(ctx context.Context) (*families, error) {
	f := &families{leader: map[uint64]uint64{}, sets: map[uint64]*roaring64.Bitmap{}}
	parents, err := e.find.Search(ctx, index.Request{Facets: []string{"parent"}, FacetLimit: 1 << 30})
	if err != nil {
		return nil, err
	}
	var members [][]uint64
	for _, p := range parents.Facets["parent"] {
		group, err := e.family(ctx, p.Value, p.Count+1)
		if err != nil {
			return nil, err
		}
		members = append(members, group)
		f.join(group)
	}
	for _, group := range members {
		root := f.root(group[0])
		if f.sets[root] == nil {
			f.sets[root] = roaring64.New()
		}
		f.sets[root].AddMany(group)
	}
	return f, nil
}

// family is a document with those that it holds itself.
func (e *Engine) family(ctx context.Context, parent string, size int) ([]uint64, error) {
	expr := index.Or{Of: []index.Expr{index.Value{Field: "parent", Text: parent}, index.IDPrefix{Hex: parent}}}
	found, err := e.find.Search(ctx, index.Request{Expr: expr, Sort: index.Oldest, Limit: size})
	if err != nil {
		return nil, err
	}
	out := make([]uint64, len(found.Hits))
	for i, h := range found.Hits {
		out[i] = h.Number
	}
	slices.Sort(out)
	return out, nil
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
