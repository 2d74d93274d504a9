package index

import (
	"encoding/hex"
	"fmt"
	"slices"
)

// hits turns candidates into hits, with spans where they are asked for.
func (q *question) hits(top []candidate) ([]Hit, error) {
	out := make([]Hit, len(top))
	order := make([]int, len(top)) // cursors want ascending documents
	for i, c := range top {
		cols, err := q.columns.of(q.view.segments[c.seg])
		if err != nil {
			return nil, err
		}
		out[i] = Hit{Number: cols.numbers[c.doc], ID: hex.EncodeToString(c.ID[:]), Score: c.Score}
		order[i] = i
	}
	if n := len(top); n > 0 {
		out[n-1].Cursor = top[n-1].cursor()
	}
	slices.SortFunc(order, func(a, b int) int {
		if top[a].seg != top[b].seg {
			return top[a].seg - top[b].seg
		}
		return int(top[a].doc) - int(top[b].doc)
	})
	open := make([]cursor, len(q.nodes))
	r := &run{ctx: q.ctx}
	for _, i := range order {
		c := top[i]
		if w := q.keptWord(c.seg); w != nil {
			if out[i].Occurrences = w.of(c.doc); out[i].Occurrences < maxCount {
				continue
			}
		}
		if open[c.seg] == nil {
			open[c.seg] = q.nodes[c.seg].open(r)
		}
		out[i].Occurrences = open[c.seg].occurrences(c.doc)
		if q.req.Spots || q.req.Places {
			out[i].Spots = spots(open[c.seg], c.doc)
		}
		if r.err != nil {
			return nil, r.err
		}
	}
	return out, q.places(out)
}

// keptWord gives the counts of a query that is a single word, where they are kept and no
// place of the word is wanted; nil otherwise.
func (q *question) keptWord(seg int) *wordCounts {
	l, ok := q.nodes[seg].(*leaf)
	if !ok || l.facts || len(l.lists) != 1 || q.req.Spots || q.req.Places {
		return nil
	}
	return q.columns.frequent.peek(q.view.segments[seg], l.key(0))
}

// spots are the words that take part in a match, ascending, overlaps joined.
func spots(c cursor, doc uint32) []Spot {
	var marked []span
	c.mark(doc, nil, &marked)
	marked = tidy(marked)
	out := make([]Spot, 0, len(marked))
	for _, s := range marked {
		if n := len(out); n > 0 && int(s.start) < out[n-1].End {
			out[n-1].End = max(out[n-1].End, int(s.end))
			continue
		}
		out = append(out, Spot{Start: int(s.start), End: int(s.end)})
	}
	return out
}

// places reads the texts of the hits to tell where their spots are printed.
func (q *question) places(hits []Hit) error {
	if !q.req.Places {
		return nil
	}
	for i := range hits {
		doc, err := q.index.source.ByNumber(hits[i].Number)
		if err != nil {
			return fmt.Errorf("read document %d for its places: %w", hits[i].Number, err)
		}
		hits[i].Spots = NewMap(doc).Locate(hits[i].Spots)
	}
	return nil
}
