package index

import (
	"context"

	"github.com/RoaringBitmap/roaring/v2"
)

// node is an Expr bound to one segment. Nodes are read only and may be opened often.
type node interface {
	// docs holds all documents that may match; read only.
	docs() *roaring.Bitmap
	// exact says that docs holds no other documents.
	exact() bool
	open(r *run) cursor
	// leaves visits the words that count for the score.
	leaves(visit func(*leaf))
}

// cursor examines single documents, which must be asked for in ascending order; asking
// again for the same one is free. What spans returns is valid until the next document.
type cursor interface {
	matches(doc uint32) bool
	// spans are the matches in the body, ascending and distinct; none for nodes that
	// are not positional.
	spans(doc uint32) []span
	// occurrences counts matches that do not overlap, in a document that matches.
	occurrences(doc uint32) int
	// mark adds the words that take part in the spans for which keep is true, or in
	// any where keep is nil.
	mark(doc uint32, keep []bool, out *[]span)
}

// run is one evaluation over one segment; it holds the first error and the deadline.
type run struct {
	ctx   context.Context
	err   error
	ticks int
}

// stopped says whether to give up; it looks at the clock now and then only.
func (r *run) stopped() bool {
	r.ticks++
	if r.err == nil && r.ticks&255 == 0 {
		r.err = r.ctx.Err()
	}
	return r.err != nil
}

// narrow gives the documents of within that match.
func narrow(r *run, n node, within *roaring.Bitmap) (*roaring.Bitmap, error) {
	found := roaring.And(n.docs(), within)
	if n.exact() || found.IsEmpty() {
		return found, nil
	}
	c := n.open(r)
	out := roaring.New()
	for it := found.Iterator(); it.HasNext() && !r.stopped(); {
		if doc := it.Next(); c.matches(doc) {
			out.Add(doc)
		}
	}
	return out, r.err
}

// positional is embedded by cursors whose matches are spans.
type positional struct {
	doc   uint32
	ready bool
	found []span
}

// at says whether doc is the document at hand, and makes it so.
func (p *positional) at(doc uint32) bool {
	if p.ready && p.doc == doc {
		return true
	}
	p.ready, p.doc, p.found = true, doc, p.found[:0]
	return false
}
