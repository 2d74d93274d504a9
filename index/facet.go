package index

import (
	"cmp"
	"container/heap"
	"fmt"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
)

// tally is what one segment counted of a facet: the values that some document has, by
// ascending ordinal.
type tally struct {
	column *facetColumn
	counts []ordinalCount
}

type ordinalCount struct {
	ordinal uint32
	count   int
}

// of gives the count of a value.
func (t tally) of(value string) int {
	terms := t.column.terms
	i := sort.SearchStrings(terms, value)
	if i == len(terms) || terms[i] != value {
		return 0
	}
	at, ok := slices.BinarySearchFunc(t.counts, uint32(i), func(c ordinalCount, o uint32) int { return cmp.Compare(c.ordinal, o) })
	if !ok {
		return 0
	}
	return t.counts[at].count
}

// fewCounts is up to how many counts are simply added up.
const fewCounts = 1 << 14

// topValues adds up the counts of the segments and gives the most frequent values, in
// order of count and then of value.
func topValues(tallies []tally, limit int) []FacetCount {
	least, all := 1, 0
	for _, t := range tallies {
		all += len(t.counts)
	}
	if all > fewCounts {
		// One of the limit best has, in some segment, at least the least best count
		// divided by the number of segments; no other need be looked up.
		least = max(1, floor(tallies, limit)/len(tallies))
	}
	total := map[string]int{}
	for _, t := range tallies {
		for _, c := range t.counts {
			if c.count >= least {
				total[t.column.terms[c.ordinal]] += c.count
			}
		}
	}
	if least > 1 {
		for value := range total {
			total[value] = sum(tallies, value)
		}
	}
	return bestOf(total, limit)
}

func sum(tallies []tally, value string) int {
	n := 0
	for _, t := range tallies {
		n += t.of(value)
	}
	return n
}

// bestOf gives the limit most frequent values.
func bestOf(total map[string]int, limit int) []FacetCount {
	h := make(valueHeap, 0, min(limit, len(total)))
	for value, n := range total {
		c := FacetCount{value, n}
		if len(h) < limit {
			heap.Push(&h, c)
		} else if byCount(c, h[0]) < 0 {
			h[0] = c
			heap.Fix(&h, 0)
		}
	}
	slices.SortFunc(h, byCount)
	return h
}

func byCount(a, b FacetCount) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
}

// valueHeap has the least frequent value at its root.
type valueHeap []FacetCount

func (h valueHeap) Len() int           { return len(h) }
func (h valueHeap) Less(i, j int) bool { return byCount(h[i], h[j]) > 0 }
func (h valueHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *valueHeap) Push(x any)        { *h = append(*h, x.(FacetCount)) }
func (h *valueHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// floor is a count that the limit best values reach: the limit-th of one segment.
func floor(tallies []tally, limit int) int {
	best := 0
	for _, t := range tallies {
		if len(t.counts) < limit {
			continue
		}
		// Counts are small numbers mostly: how many values have each is enough.
		most := 0
		for _, c := range t.counts {
			most = max(most, c.count)
		}
		with := make([]int, most+1)
		for _, c := range t.counts {
			with[c.count]++
		}
		n, rest := most, limit
		for rest -= with[n]; rest > 0; rest -= with[n] {
			n--
		}
		best = max(best, n)
	}
	return best
}

// countFacet counts one field over the documents of each segment.
func (q *question) countFacet(name string, docs []*roaring.Bitmap) ([]tally, error) {
	var out []tally
	for i, s := range q.view.segments {
		cols, err := q.columns.of(s)
		if err != nil {
			return nil, err
		}
		f, err := cols.led(name, q.names.of(name))
		if err != nil {
			return nil, err
		}
		out = append(out, tally{f, f.count(docs[i])})
	}
	return out, nil
}

// histogram counts documents by the month of their own date; a date that does not lie
// in one month counts for its year.
func (q *question) histogram(docs []*roaring.Bitmap) ([]FacetCount, error) {
	months := map[string]int{}
	for i, s := range q.view.segments {
		cols, err := q.columns.of(s)
		if err != nil {
			return nil, err
		}
		column := cols.months()
		for _, c := range column.count(docs[i]) {
			months[column.terms[c.ordinal]] += c.count
		}
	}
	return ascending(months), nil
}

func monthOf(r days) string {
	first, last := timeOf(r.from), timeOf(r.to-1)
	if first.Year() == last.Year() && first.Month() != last.Month() || first.Year() != last.Year() {
		return fmt.Sprintf("%04d", first.Year())
	}
	return first.Format("2006-01")
}

func ascending(counts map[string]int) []FacetCount {
	out := make([]FacetCount, 0, len(counts))
	for v, n := range counts {
		out = append(out, FacetCount{v, n})
	}
	slices.SortFunc(out, func(a, b FacetCount) int { return cmp.Compare(a.Value, b.Value) })
	return out
}
