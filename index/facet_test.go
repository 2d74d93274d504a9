package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

// faceted makes a document with random values of several facets and few words.
func faceted(r *rand.Rand, i int) *evidence.Document {
	words := ""
	for _, w := range []string{"alpha", "beta", "gamma"} {
		if r.IntN(3) > 0 {
			words += w + " "
		}
	}
	d := textDoc(fmt.Sprint("paper ", i), words+"end.")
	d.ID = textDoc(fmt.Sprint("paper ", i)).ID // the same whenever it is read again
	d.Kind = []evidence.Kind{evidence.Article, evidence.Filing, evidence.Mail}[r.IntN(3)]
	d.Publisher = fmt.Sprint("Gazette ", r.IntN(6))
	if r.IntN(4) > 0 {
		date, err := evidence.ParseDate(fmt.Sprintf("20%02d-%02d", 15+r.IntN(4), 1+r.IntN(12)))
		if err != nil {
			panic(err)
		}
		d.Published = &date
	}
	for range r.IntN(4) {
		d.Parties = append(d.Parties, evidence.Party{Name: fmt.Sprint("Party ", r.IntN(300)), Roles: []string{[]string{"plaintiff", "defendant"}[r.IntN(2)]}})
	}
	for range r.IntN(3) {
		d.Tags = append(d.Tags, fmt.Sprint("tag", r.IntN(60)))
	}
	return d
}

// valuesIn gives the values that a document counts for.
func valuesIn(d *evidence.Document, facet string) []string {
	seen := map[string]bool{}
	for v := range documentValues(d)[facet] {
		seen[v] = true
	}
	return slices.Sorted(keysOf(seen))
}

func keysOf(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// TestFacetsAgainstBruteForce counts the facets of random documents for random words,
// chosen values and limits, over several segments with deletions, and compares them with
// counts made document by document.
func TestFacetsAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 5))
	x, m := indexed(t)
	var docs []*evidence.Document
	for i := range 400 {
		docs = append(docs, faceted(r, i))
		m.add(docs[i])
		if i%90 == 89 {
			for range 7 { // leaves deleted documents behind in older segments
				at := r.IntN(len(docs))
				docs[at] = faceted(r, at)
				m.replace(uint64(at+1), docs[at])
			}
			if err := x.Sync(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := x.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	facets := []string{"kind", "publisher", "year", "party", "role", "tag"}
	for range 150 {
		word := []string{"alpha", "beta", "gamma", "end"}[r.IntN(4)]
		req := Request{Expr: Term{word}, Facets: facets, FacetLimit: []int{1, 3, 20, 1000}[r.IntN(4)], Filters: map[string][]string{}, Histogram: true}
		for _, f := range []string{"kind", "publisher", "tag"} {
			for range r.IntN(3) {
				if v := valuesIn(docs[r.IntN(len(docs))], f); len(v) > 0 {
					req.Filters[f] = append(req.Filters[f], v[r.IntN(len(v))])
				}
			}
		}
		res, err := x.Search(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		compareFacets(t, docs, word, req, res)
	}
}

// compareFacets checks a result against the documents. A facet leaves its own chosen
// values out; several values of one facet mean any of them.
func compareFacets(t *testing.T, docs []*evidence.Document, word string, req Request, res *Result) {
	t.Helper()
	chosen := func(d *evidence.Document, except string) bool {
		for f, values := range req.Filters {
			if f == except || len(values) == 0 {
				continue
			}
			if !slices.ContainsFunc(valuesIn(d, f), func(v string) bool { return slices.Contains(values, v) }) {
				return false
			}
		}
		return slices.ContainsFunc(Tokens(d.Pages[0].Text), func(t Token) bool { return t.Text == word })
	}
	total, months := 0, map[string]int{}
	for _, d := range docs {
		if !chosen(d, "") {
			continue
		}
		total++
		if d.Published != nil {
			months[d.Published.Value]++
		}
	}
	if res.Total != total || fmt.Sprint(res.Histogram) != fmt.Sprint(ascending(months)) {
		t.Errorf("%s %v: total %d, want %d; histogram %v, want %v", word, req.Filters, res.Total, total, res.Histogram, months)
	}
	for _, f := range req.Facets {
		counts := map[string]int{}
		for _, d := range docs {
			if chosen(d, f) {
				for _, v := range valuesIn(d, f) {
					counts[v]++
				}
			}
		}
		want := ascending(counts)
		slices.SortStableFunc(want, byCount)
		if want = want[:min(len(want), req.FacetLimit)]; fmt.Sprint(res.Facets[f]) != fmt.Sprint(want) {
			t.Errorf("%s %v, facet %s: %v, want %v", word, req.Filters, f, res.Facets[f], want)
		}
	}
}

// TestTopValuesOfMany: where counts are too many to add up all, those that can be among
// the best still come out exactly.
func TestTopValuesOfMany(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	var tallies []tally
	total := map[string]int{}
	for range 4 {
		column := &facetColumn{}
		var counts []ordinalCount
		for v := range 9000 {
			if r.IntN(4) == 0 {
				continue
			}
			value := fmt.Sprintf("value %05d", v)
			n := 1 + int(2000/float64(1+r.IntN(2000)))
			column.terms = append(column.terms, value)
			counts = append(counts, ordinalCount{uint32(len(column.terms) - 1), n})
			total[value] += n
		}
		tallies = append(tallies, tally{column, counts})
	}
	want := ascending(total)
	slices.SortStableFunc(want, byCount)
	for _, limit := range []int{1, 20, 500, 1 << 30} {
		if got := topValues(tallies, limit); fmt.Sprint(got) != fmt.Sprint(want[:min(limit, len(want))]) {
			t.Errorf("the best %d differ", limit)
		}
	}
}

// TestColumnCounts: gathering the values of few documents counts what the counters do.
func TestColumnCounts(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	f := &facetColumn{}
	for v := range 500 {
		f.terms = append(f.terms, fmt.Sprint(v))
	}
	var pairs []docValue
	for o := range 500 {
		for range 1 + r.IntN(9) {
			pairs = append(pairs, docValue{uint32(r.IntN(1000)), uint32(o)})
		}
	}
	f.lay(1000, pairs)
	for _, n := range []int{0, 30, 400, 1500, 20000} {
		docs := roaring.New()
		for range n {
			docs.Add(uint32(r.IntN(1000)))
		}
		compareCounts(t, f, pairs, docs)
	}
}

func compareCounts(t *testing.T, f *facetColumn, pairs []docValue, docs *roaring.Bitmap) {
	t.Helper()
	want := map[uint32]int{}
	for _, p := range pairs {
		if docs.Contains(p.doc) {
			want[p.ordinal]++
		}
	}
	for name, got := range map[string][]ordinalCount{"few": f.gather(docs), "any": f.count(docs)} {
		if len(got) != len(want) || !slices.IsSortedFunc(got, func(a, b ordinalCount) int { return int(a.ordinal) - int(b.ordinal) }) {
			t.Errorf("%s of %d documents: %d values, want %d, ascending", name, docs.GetCardinality(), len(got), len(want))
		}
		for _, c := range got {
			if want[c.ordinal] != c.count {
				t.Errorf("%s: value %d counts %d, want %d", name, c.ordinal, c.count, want[c.ordinal])
			}
		}
	}
}
