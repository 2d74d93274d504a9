package index

import (
	"github.com/RoaringBitmap/roaring/v2"
)

// nearNode is a w/n b, or, with not, a not w/n b.
type nearNode struct {
	a, b  node
	how   distance
	not   bool
	units *leaf // starts of the units, nil for words
	bits  *roaring.Bitmap
}

func (n *nearNode) docs() *roaring.Bitmap { return n.bits }
func (n *nearNode) exact() bool           { return false }

func (n *nearNode) leaves(visit func(*leaf)) {
	n.a.leaves(visit)
	if !n.not {
		n.b.leaves(visit)
	}
}

func (n *nearNode) open(r *run) cursor {
	base := nearCursor{node: n, run: r, a: n.a.open(r), b: n.b.open(r)}
	if n.units != nil {
		base.bounds = n.units.open(r)
	}
	if n.not {
		return &notNearCursor{base}
	}
	return &base
}

type nearCursor struct {
	positional
	node   *nearNode
	run    *run
	a, b   cursor
	bounds cursor
	starts units
}

// unitsOf reads the bounds of a document.
func (c *nearCursor) unitsOf(doc uint32) units {
	c.starts = c.starts[:0]
	if c.bounds == nil {
		return nil
	}
	for _, s := range c.bounds.spans(doc) {
		c.starts = append(c.starts, s.start)
	}
	return c.starts
}

func (c *nearCursor) matches(doc uint32) bool {
	found := false
	c.each(doc, func(_, _ int) bool {
		found = true
		return false
	})
	return found
}

// each calls yield for the pairs of a document until it says false or time is up.
func (c *nearCursor) each(doc uint32, yield func(i, j int) bool) {
	if !c.node.bits.Contains(doc) {
		return
	}
	as := c.a.spans(doc)
	if len(as) == 0 {
		return
	}
	if bs := c.b.spans(doc); len(bs) > 0 {
		c.node.how.pairs(as, bs, c.unitsOf(doc), func(i, j int) bool {
			return yield(i, j) && !c.run.stopped()
		})
	}
}

func (c *nearCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	as, bs := c.a.spans(doc), c.b.spans(doc)
	c.each(doc, func(i, j int) bool {
		c.found = append(c.found, around(as[i], bs[j]))
		if len(c.found) >= 1<<16 && len(c.found)&(len(c.found)-1) == 0 {
			c.found = tidy(c.found)
		}
		return true
	})
	c.found = tidy(c.found)
	return c.found
}

func (c *nearCursor) occurrences(doc uint32) int { return apart(c.spans(doc)) }

func (c *nearCursor) mark(doc uint32, keep []bool, out *[]span) {
	kept := map[span]bool{}
	if keep != nil {
		for i, s := range c.spans(doc) {
			kept[s] = keep[i]
		}
	}
	as, bs := c.a.spans(doc), c.b.spans(doc)
	keepA, keepB := make([]bool, len(as)), make([]bool, len(bs))
	c.each(doc, func(i, j int) bool {
		if keep == nil || kept[around(as[i], bs[j])] {
			keepA[i], keepB[j] = true, true
		}
		return true
	})
	c.a.mark(doc, keepA, out)
	c.b.mark(doc, keepB, out)
}

// notNearCursor keeps the spans of a that have no b near.
type notNearCursor struct{ nearCursor }

func (c *notNearCursor) matches(doc uint32) bool { return len(c.spans(doc)) > 0 }

func (c *notNearCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	for i, near := range c.beside(doc) {
		if !near {
			c.found = append(c.found, c.a.spans(doc)[i])
		}
	}
	return c.found
}

// beside says for each span of a whether a b is near.
func (c *notNearCursor) beside(doc uint32) []bool {
	near := make([]bool, len(c.a.spans(doc)))
	c.each(doc, func(i, _ int) bool {
		near[i] = true
		return true
	})
	return near
}

func (c *notNearCursor) occurrences(doc uint32) int { return apart(c.spans(doc)) }

func (c *notNearCursor) mark(doc uint32, keep []bool, out *[]span) {
	near := c.beside(doc)
	keepA := make([]bool, len(near))
	n := 0
	for i := range near {
		if !near[i] {
			keepA[i] = keep == nil || keep[n]
			n++
		}
	}
	c.a.mark(doc, keepA, out)
}
