package index

import (
	"github.com/RoaringBitmap/roaring/v2"
)

// setNode is And, Or and Not over documents; an Or of positional nodes has spans.
type setNode struct {
	op   byte // '&', '|' or '!'
	of   []node
	bits *roaring.Bitmap
	sure bool
}

func newAnd(of []node, all *roaring.Bitmap) *setNode {
	n := &setNode{op: '&', of: of, bits: all, sure: true}
	for _, x := range of {
		n.bits = roaring.And(n.bits, x.docs())
		n.sure = n.sure && x.exact()
	}
	return n
}

func newOr(of []node) *setNode {
	n := &setNode{op: '|', of: of, bits: roaring.New(), sure: true}
	for _, x := range of {
		n.bits.Or(x.docs())
		n.sure = n.sure && x.exact()
	}
	return n
}

func newNot(x node, all *roaring.Bitmap) *setNode {
	n := &setNode{op: '!', of: []node{x}, bits: all, sure: x.exact()}
	if n.sure {
		n.bits = roaring.AndNot(all, x.docs())
	}
	return n
}

func (n *setNode) docs() *roaring.Bitmap { return n.bits }
func (n *setNode) exact() bool           { return n.sure }

func (n *setNode) leaves(visit func(*leaf)) {
	if n.op == '!' {
		return
	}
	for _, x := range n.of {
		x.leaves(visit)
	}
}

func (n *setNode) open(r *run) cursor {
	c := &setCursor{node: n}
	for _, x := range n.of {
		c.of = append(c.of, x.open(r))
	}
	return c
}

type setCursor struct {
	positional
	node *setNode
	of   []cursor
}

func (c *setCursor) matches(doc uint32) bool {
	if !c.node.bits.Contains(doc) {
		return false
	}
	if c.node.sure {
		return true
	}
	switch c.node.op {
	case '&':
		for i, x := range c.of {
			if !c.node.of[i].exact() && !x.matches(doc) {
				return false
			}
		}
		return true
	case '!':
		return !c.of[0].matches(doc)
	}
	for _, x := range c.of {
		if x.matches(doc) {
			return true
		}
	}
	return false
}

func (c *setCursor) spans(doc uint32) []span {
	if c.node.op != '|' {
		return nil
	}
	if c.at(doc) {
		return c.found
	}
	for _, x := range c.of {
		c.found = append(c.found, x.spans(doc)...)
	}
	c.found = tidy(c.found)
	return c.found
}

// occurrences of an And are those of all its parts; of an Or with spans, matches that
// do not overlap.
func (c *setCursor) occurrences(doc uint32) int {
	if c.node.op == '!' {
		return 0
	}
	if list := c.spans(doc); len(list) > 0 {
		return apart(list)
	}
	n := 0
	for _, x := range c.of {
		if x.matches(doc) {
			n += x.occurrences(doc)
		}
	}
	return n
}

func (c *setCursor) mark(doc uint32, keep []bool, out *[]span) {
	if c.node.op == '!' {
		return
	}
	if keep == nil {
		for _, x := range c.of {
			if x.matches(doc) {
				x.mark(doc, nil, out)
			}
		}
		return
	}
	kept := map[span]bool{}
	for i, s := range c.spans(doc) {
		kept[s] = keep[i]
	}
	for _, x := range c.of {
		list := x.spans(doc)
		own := make([]bool, len(list))
		for i, s := range list {
			own[i] = kept[s]
		}
		x.mark(doc, own, out)
	}
}

// bitNode matches a set of documents and marks nothing.
type bitNode struct{ bits *roaring.Bitmap }

func (n bitNode) docs() *roaring.Bitmap        { return n.bits }
func (n bitNode) exact() bool                  { return true }
func (n bitNode) leaves(func(*leaf))           {}
func (n bitNode) open(*run) cursor             { return n }
func (n bitNode) matches(doc uint32) bool      { return n.bits.Contains(doc) }
func (n bitNode) spans(uint32) []span          { return nil }
func (n bitNode) occurrences(uint32) int       { return 0 }
func (n bitNode) mark(uint32, []bool, *[]span) {}

// quietNode matches as its node does but marks and counts nothing, for fields whose
// positions are not those of the body.
type quietNode struct{ node }

func (n quietNode) open(r *run) cursor { return quietCursor{n.node.open(r)} }

type quietCursor struct{ cursor }

func (quietCursor) spans(uint32) []span          { return nil }
func (quietCursor) occurrences(uint32) int       { return 0 }
func (quietCursor) mark(uint32, []bool, *[]span) {}

// atLeastNode matches documents with enough occurrences.
type atLeastNode struct {
	node
	n int
}

func (n atLeastNode) exact() bool        { return false }
func (n atLeastNode) open(r *run) cursor { return atLeastCursor{n.node.open(r), n.n} }

type atLeastCursor struct {
	cursor
	n int
}

func (c atLeastCursor) matches(doc uint32) bool { return apart(c.spans(doc)) >= c.n }

// insideNode keeps the spans of outer that hold a span of inner.
type insideNode struct {
	outer, inner node
	bits         *roaring.Bitmap
}

func (n *insideNode) docs() *roaring.Bitmap { return n.bits }
func (n *insideNode) exact() bool           { return false }
func (n *insideNode) leaves(visit func(*leaf)) {
	n.outer.leaves(visit)
	n.inner.leaves(visit)
}
func (n *insideNode) open(r *run) cursor {
	return &insideCursor{node: n, outer: n.outer.open(r), inner: n.inner.open(r)}
}

type insideCursor struct {
	positional
	node         *insideNode
	outer, inner cursor
}

func (c *insideCursor) matches(doc uint32) bool { return len(c.spans(doc)) > 0 }

func (c *insideCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	if !c.node.bits.Contains(doc) {
		return nil
	}
	inner := c.inner.spans(doc)
	for _, o := range c.outer.spans(doc) {
		for _, i := range inner {
			if o.start <= i.start && i.end <= o.end {
				c.found = append(c.found, o)
				break
			}
		}
	}
	return c.found
}

func (c *insideCursor) occurrences(doc uint32) int { return apart(c.spans(doc)) }

func (c *insideCursor) mark(doc uint32, keep []bool, out *[]span) {
	for i, s := range c.spans(doc) {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}
