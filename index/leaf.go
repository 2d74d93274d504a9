package index

import (
	"container/heap"

	"github.com/RoaringBitmap/roaring/v2"
	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// leaf is a word, or a group of words taken as one, or facts.
type leaf struct {
	field string
	facts bool // packed as facts
	terms []string
	lists []zap.PostingsList
	bits  *roaring.Bitmap
	id    int // of the word in the query, the same in all segments; -1 does not score
}

func (l *leaf) docs() *roaring.Bitmap { return l.bits }
func (l *leaf) exact() bool           { return true }
func (l *leaf) leaves(visit func(*leaf)) {
	if l.id >= 0 {
		visit(l)
	}
}

// key names one of the words of the leaf within a segment.
func (l *leaf) key(i int) string { return l.field + "\x00" + l.terms[i] }

func (l *leaf) open(r *run) cursor {
	c := &leafCursor{leaf: l, run: r}
	for _, list := range l.lists {
		c.queue = append(c.queue, &reading{it: list.Iterator(true, false, true, nil)})
	}
	return c
}

// newLeaf reads the postings of the terms.
func newLeaf(seg *segment, field string, terms []string, facts bool, id int) (*leaf, error) {
	l := &leaf{field: field, facts: facts, id: id, bits: roaring.New()}
	dict, err := seg.data.Dictionary(field)
	if err != nil {
		return nil, err
	}
	for _, t := range terms {
		list, err := dict.PostingsList([]byte(t), nil, nil)
		if err != nil {
			return nil, err
		}
		if list.Count() == 0 {
			continue
		}
		l.terms, l.lists = append(l.terms, t), append(l.lists, list)
		if err := addTo(l.bits, list); err != nil {
			return nil, err
		}
	}
	l.bits.And(seg.live)
	return l, nil
}

// reading is one postings list being read; posting is nil at its end.
type reading struct {
	it      zap.PostingsIterator
	posting zap.Posting
	doc     uint32
}

func (r *reading) advance(doc uint32) error {
	p, err := r.it.Advance(uint64(doc))
	r.posting = nil
	if err != nil || p == nil {
		return err
	}
	r.posting, r.doc = p, uint32(p.Number())
	return nil
}

// readings is a heap by document.
type readings []*reading

func (q readings) Len() int           { return len(q) }
func (q readings) Less(i, j int) bool { return q[i].doc < q[j].doc }
func (q readings) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *readings) Push(x any)        { *q = append(*q, x.(*reading)) }
func (q *readings) Pop() any          { o := *q; x := o[len(o)-1]; *q = o[:len(o)-1]; return x }

// leafCursor merges the positions of its terms.
type leafCursor struct {
	positional
	leaf    *leaf
	run     *run
	queue   readings
	started bool
}

func (c *leafCursor) matches(doc uint32) bool { return c.leaf.bits.Contains(doc) }

func (c *leafCursor) occurrences(doc uint32) int { return max(1, apart(c.spans(doc))) }

func (c *leafCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	if !c.leaf.bits.Contains(doc) {
		return nil
	}
	c.seek(doc)
	if c.gather(doc, 0) > 1 {
		c.found = tidy(c.found)
	}
	return c.found
}

// gather unpacks all lists that stand at doc, from the place i of the heap downwards,
// and counts them.
func (c *leafCursor) gather(doc uint32, i int) int {
	if i >= len(c.queue) || c.queue[i].doc != doc {
		return 0
	}
	c.found = appendSpans(c.found, c.queue[i].posting, c.leaf.facts)
	return 1 + c.gather(doc, 2*i+1) + c.gather(doc, 2*i+2)
}

// seek brings all lists to doc or beyond.
func (c *leafCursor) seek(doc uint32) {
	if !c.started {
		c.started = true
		kept := c.queue[:0]
		for _, r := range c.queue {
			if c.step(r, doc) {
				kept = append(kept, r)
			}
		}
		c.queue = kept
		heap.Init(&c.queue)
		return
	}
	for len(c.queue) > 0 && c.queue[0].doc < doc {
		if c.step(c.queue[0], doc) {
			heap.Fix(&c.queue, 0)
		} else {
			heap.Pop(&c.queue)
		}
	}
}

func (c *leafCursor) step(r *reading, doc uint32) bool {
	if err := r.advance(doc); err != nil && c.run.err == nil {
		c.run.err = err
	}
	return r.posting != nil
}

func (c *leafCursor) mark(doc uint32, keep []bool, out *[]span) {
	for i, s := range c.spans(doc) {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}

// appendSpans unpacks what pack and packFacts wrote.
func appendSpans(dst []span, p zap.Posting, facts bool) []span {
	if f := p.Frequency(); f&1 == 1 {
		if facts {
			at := uint32(f >> 9)
			return append(dst, span{at, at + uint32(f>>1&255)})
		}
		at := uint32(f >> 1)
		return append(dst, span{at, at + 1})
	}
	for _, l := range p.Locations() {
		at := uint32(l.Pos())
		if facts {
			dst = append(dst, span{at, at + uint32(l.Start())})
			more := l.ArrayPositions()
			for i := 0; i+1 < len(more); i += 2 {
				at += uint32(more[i])
				dst = append(dst, span{at, at + uint32(more[i+1])})
			}
			continue
		}
		dst = append(dst, span{at, at + 1})
		for _, delta := range [2]uint64{l.Start(), l.End()} {
			if delta > 0 {
				at += uint32(delta)
				dst = append(dst, span{at, at + 1})
			}
		}
		for _, delta := range l.ArrayPositions() {
			at += uint32(delta)
			dst = append(dst, span{at, at + 1})
		}
	}
	return dst
}
