package index

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// minusNode has the spans of a leaf that another leaf does not have.
type minusNode struct{ from, less *leaf }

func (n *minusNode) docs() *roaring.Bitmap    { return n.from.bits }
func (n *minusNode) exact() bool              { return false }
func (n *minusNode) leaves(visit func(*leaf)) { n.from.leaves(visit) }
func (n *minusNode) open(r *run) cursor {
	return &minusCursor{from: n.from.open(r), less: n.less.open(r)}
}

type minusCursor struct {
	positional
	from, less cursor
}

func (c *minusCursor) matches(doc uint32) bool { return len(c.spans(doc)) > 0 }

func (c *minusCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	less := c.less.spans(doc)
	for _, s := range c.from.spans(doc) {
		if _, found := slices.BinarySearchFunc(less, s, compareSpans); !found {
			c.found = append(c.found, s)
		}
	}
	return c.found
}

func (c *minusCursor) occurrences(doc uint32) int { return apart(c.spans(doc)) }

func (c *minusCursor) mark(doc uint32, keep []bool, out *[]span) {
	for i, s := range c.spans(doc) {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}

// firstNode is the first word of the documents that have a last one.
type firstNode struct{ last *leaf }

func (n *firstNode) docs() *roaring.Bitmap { return n.last.bits }
func (n *firstNode) exact() bool           { return true }
func (n *firstNode) leaves(func(*leaf))    {}
func (n *firstNode) open(*run) cursor      { return n }

func (n *firstNode) matches(doc uint32) bool { return n.last.bits.Contains(doc) }

func (n *firstNode) spans(doc uint32) []span {
	if !n.matches(doc) {
		return nil
	}
	return []span{{1, 2}}
}

func (n *firstNode) occurrences(uint32) int { return 1 }

func (n *firstNode) mark(doc uint32, keep []bool, out *[]span) {
	if keep == nil || keep[0] {
		*out = append(*out, span{1, 2})
	}
}
