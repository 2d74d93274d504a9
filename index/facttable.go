package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
)

// manyFacts is from how many terms on facts are looked up in a table instead of in their
// postings, which cost something for each term.
const manyFacts = 64

// factTable holds all facts of one kind in a segment. Those of document d are
// entries[offsets[d]:offsets[d+1]].
type factTable struct {
	terms   []string
	offsets []uint32
	entries []factEntry
}

// factEntry is a fact at a span; one without a place in the body has no length.
type factEntry struct{ term, start, length uint32 }

// factTable gives the table of a kind, built when first asked for.
func (c *columns) factTable(kind byte) (*factTable, error) {
	c.lock.Lock()
	slot := c.facts[kind]
	if slot == nil {
		slot = &factSlot{}
		if c.facts == nil {
			c.facts = map[byte]*factSlot{}
		}
		c.facts[kind] = slot
	}
	c.lock.Unlock()
	slot.once.Do(func() { slot.table, slot.err = readFacts(c.seg, kind) })
	return slot.table, slot.err
}

// readFacts reads the postings of all facts of a kind.
func readFacts(s *segment, kind byte) (*factTable, error) {
	type placed struct {
		doc uint32
		factEntry
	}
	t := &factTable{offsets: make([]uint32, s.n+1)}
	var all []placed
	put := func(doc uint32, at span) {
		all = append(all, placed{doc, factEntry{uint32(len(t.terms) - 1), at.start, at.end - at.start}})
		t.offsets[doc+1]++
	}
	var spans []span
	dict, err := s.data.Dictionary("fact")
	if err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	var failed error
	err = drain(context.Background(), dict.AutomatonIterator(nil, []byte{kind}, []byte{kind + 1}), func(term string) bool {
		list, err := dict.PostingsList([]byte(term), nil, nil)
		if err != nil {
			failed = err
			return false
		}
		t.terms = append(t.terms, term)
		it := list.Iterator(true, false, true, nil)
		for {
			p, err := it.Next()
			if err != nil || p == nil {
				failed = err
				return err == nil
			}
			spans = appendSpans(spans[:0], p, true)
			for _, at := range spans {
				put(uint32(p.Number()), at)
			}
			if len(spans) == 0 {
				put(uint32(p.Number()), span{})
			}
		}
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, fmt.Errorf("read facts: %w", err)
	}
	for i := range s.n {
		t.offsets[i+1] += t.offsets[i]
	}
	t.entries = make([]factEntry, len(all))
	next := append([]uint32(nil), t.offsets[:s.n]...)
	for _, p := range all {
		t.entries[next[p.doc]] = p.factEntry
		next[p.doc]++
	}
	return t, nil
}

// factNode are the facts of a table that passed a test.
type factNode struct {
	table  *factTable
	chosen []bool // by term
	bits   *roaring.Bitmap
}

func newFactNode(s *segment, t *factTable, chosen []bool) *factNode {
	n := &factNode{table: t, chosen: chosen, bits: roaring.New()}
	for doc := range s.n {
		for _, e := range t.entries[t.offsets[doc]:t.offsets[doc+1]] {
			if chosen[e.term] {
				n.bits.Add(doc)
				break
			}
		}
	}
	n.bits.And(s.live)
	return n
}

func (n *factNode) docs() *roaring.Bitmap { return n.bits }
func (n *factNode) exact() bool           { return true }
func (n *factNode) leaves(func(*leaf))    {}
func (n *factNode) open(*run) cursor      { return &factCursor{node: n} }

type factCursor struct {
	positional
	node *factNode
}

func (c *factCursor) matches(doc uint32) bool { return c.node.bits.Contains(doc) }

func (c *factCursor) spans(doc uint32) []span {
	if c.at(doc) {
		return c.found
	}
	t := c.node.table
	for _, e := range t.entries[t.offsets[doc]:t.offsets[doc+1]] {
		if c.node.chosen[e.term] && e.length > 0 {
			c.found = append(c.found, span{e.start, e.start + e.length})
		}
	}
	c.found = tidy(c.found)
	return c.found
}

func (c *factCursor) occurrences(doc uint32) int { return max(1, apart(c.spans(doc))) }

func (c *factCursor) mark(doc uint32, keep []bool, out *[]span) {
	for i, s := range c.spans(doc) {
		if keep == nil || keep[i] {
			*out = append(*out, s)
		}
	}
}
