package index

import (
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
)

// phraseNode matches its parts one directly after the other.
type phraseNode struct {
	parts []node
	bits  *roaring.Bitmap
}

func (n *phraseNode) docs() *roaring.Bitmap { return n.bits }
func (n *phraseNode) exact() bool           { return false }

func (n *phraseNode) leaves(visit func(*leaf)) {
	for _, p := range n.parts {
		p.leaves(visit)
	}
}

func (n *phraseNode) open(r *run) cursor {
	c := &phraseCursor{node: n, run: r}
	for _, p := range n.parts {
		c.parts = append(c.parts, p.open(r))
	}
	return c
}

type phraseCursor struct {
	positional
	node  *phraseNode
	run   *run
	parts []cursor
	spare []span
}

func (c *phraseCursor) matches(doc uint32) bool { return len(c.spans(doc)) > 0 }

func (c *phraseCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	if !c.node.bits.Contains(doc) {
		return nil
	}
	c.found = append(c.found, c.parts[0].spans(doc)...)
	for _, p := range c.parts[1:] {
		if len(c.found) == 0 || c.run.stopped() {
			break
		}
		c.spare = follow(c.spare[:0], c.found, p.spans(doc))
		c.found, c.spare = c.spare, c.found
	}
	c.found = tidy(c.found)
	return c.found
}

// follow joins each span with those that begin where it ends.
func follow(dst, spans, next []span) []span {
	j := 0
	for _, s := range spans {
		if j > 0 && next[j-1].start >= s.end {
			j = sort.Search(j, func(i int) bool { return next[i].start >= s.end })
		}
		for j < len(next) && next[j].start < s.end {
			j++
		}
		for k := j; k < len(next) && next[k].start == s.end; k++ {
			dst = append(dst, span{s.start, next[k].end})
		}
	}
	return dst
}

func (c *phraseCursor) occurrences(doc uint32) int { return apart(c.spans(doc)) }

// mark marks the whole phrase, since all its words take part (see allWords).
func (c *phraseCursor) mark(doc uint32, keep []bool, out *[]span) {
	for i, s := range c.spans(doc) {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}
