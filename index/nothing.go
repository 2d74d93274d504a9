package index

import "github.com/RoaringBitmap/roaring/v2"

// nothing is the vocabulary of an index without documents.
type nothing struct{}

func (nothing) all() *roaring.Bitmap                  { return roaring.New() }
func (nothing) bounds(Unit) (*leaf, error)            { return &leaf{id: -1, bits: roaring.New()}, nil }
func (nothing) special(*compiler, Expr) (node, error) { return bitNode{roaring.New()}, nil }
func (nothing) word(string, Expr, int) (node, error)  { return bitNode{roaring.New()}, nil }
