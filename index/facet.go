package index

import (
	"cmp"
	"fmt"
	"slices"
	"sort"

	"github.com/RoaringBitmap/roaring/v2"
)

// counted facets of one segment, waiting to be added up.
type tally struct {
	column *facetColumn
	counts []int
}

// topValues adds up the counts of the segments and gives the most frequent values, in
// order of count and then of value. It looks up only values that can be among them: one
// of the limit best has, in some segment, at least the least best count divided by the
// number of segments.
func topValues(tallies []tally, limit int) []FacetCount {
	total := map[string]int{}
	least := max(1, floor(tallies, limit)/max(1, len(tallies)))
	for _, t := range tallies {
		for i, n := range t.counts {
			if n >= least {
				total[t.column.terms[i]] = 0
			}
		}
	}
	out := make([]FacetCount, 0, len(total))
	for value := range total {
		out = append(out, FacetCount{value, sum(tallies, value)})
	}
	slices.SortFunc(out, func(a, b FacetCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out[:min(limit, len(out))]
}

// floor is a count that the limit best values reach: the limit-th of one segment.
func floor(tallies []tally, limit int) int {
	best := 0
	for _, t := range tallies {
		if len(t.counts) < limit {
			continue
		}
		counts := slices.Clone(t.counts)
		slices.Sort(counts)
		best = max(best, counts[len(counts)-limit])
	}
	return best
}

func sum(tallies []tally, value string) int {
	n := 0
	for _, t := range tallies {
		if i := sort.SearchStrings(t.column.terms, value); i < len(t.column.terms) && t.column.terms[i] == value {
			n += t.counts[i]
		}
	}
	return n
}

// countFacet counts one field over the documents of each segment.
func (q *question) countFacet(name string, docs []*roaring.Bitmap) ([]tally, error) {
	var out []tally
	for i, s := range q.view.segments {
		cols, err := q.columns.of(s)
		if err != nil {
			return nil, err
		}
		f, err := cols.facet(name)
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
	counts := map[days]int{}
	for i, s := range q.view.segments {
		cols, err := q.columns.of(s)
		if err != nil {
			return nil, err
		}
		var buffer [1024]uint32
		it := docs[i].ManyIterator()
		for n := it.NextMany(buffer[:]); n > 0; n = it.NextMany(buffer[:]) {
			for _, doc := range buffer[:n] {
				if cols.day[doc] != noDay {
					counts[days{cols.day[doc], cols.until[doc]}]++
				}
			}
		}
	}
	months := map[string]int{}
	for r, n := range counts {
		months[monthOf(r)] += n
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
