package index

import (
	"maps"
	"slices"
	"sync"

	"github.com/RoaringBitmap/roaring/v2"
)

// facetColumn holds the values of one field: those of document d are
// ordinals[offsets[d]:offsets[d+1]], indexes into terms, which ascend.
type facetColumn struct {
	once     sync.Once
	err      error
	terms    []string
	bits     []*roaring.Bitmap // of each term, only where there are few terms
	offsets  []uint32
	ordinals []uint32
	counted  sync.Once
	all      []uint32 // of each term, over all documents
}

// fewTerms is up to how many values of a field are counted by bitmaps.
const fewTerms = 40

// facet gives the column of a field.
func (c *columns) facet(field string) (*facetColumn, error) {
	c.lock.Lock()
	f := c.facets[field]
	if f == nil {
		f = &facetColumn{}
		c.facets[field] = f
	}
	c.lock.Unlock()
	f.once.Do(func() { f.err = f.fill(c.seg, field) })
	return f, f.err
}

// docValue is a value of a document by its ordinal.
type docValue struct{ doc, ordinal uint32 }

func (f *facetColumn) fill(s *segment, field string) error {
	var pairs []docValue
	err := s.eachPosting(field, nil, nil, func(term string, doc uint32) {
		if n := len(f.terms); n == 0 || f.terms[n-1] != term {
			f.terms = append(f.terms, term)
		}
		pairs = append(pairs, docValue{doc, uint32(len(f.terms) - 1)})
	})
	if err == nil {
		f.lay(int(s.n), pairs)
	}
	return err
}

// lay lays out the values of n documents.
func (f *facetColumn) lay(n int, pairs []docValue) {
	f.offsets = make([]uint32, n+1)
	for _, p := range pairs {
		f.offsets[p.doc+1]++
	}
	if len(f.terms) <= fewTerms {
		f.bits = make([]*roaring.Bitmap, len(f.terms))
		for i := range f.bits {
			f.bits[i] = roaring.New()
		}
		for _, p := range pairs {
			f.bits[p.ordinal].Add(p.doc)
		}
	}
	for i := range n {
		f.offsets[i+1] += f.offsets[i]
	}
	f.ordinals = make([]uint32, len(pairs))
	next := slices.Clone(f.offsets[:n])
	for _, p := range pairs {
		f.ordinals[next[p.doc]] = p.ordinal
		next[p.doc]++
	}
}

// months gives the month of each document's own date as a column.
func (c *columns) months() *facetColumn {
	c.dated.Do(func() {
		labels := map[days]string{}
		months := map[string]uint32{}
		for doc, from := range c.day {
			if r := (days{from, c.until[doc]}); from != noDay && labels[r] == "" {
				labels[r] = monthOf(r)
				months[labels[r]] = 0
			}
		}
		c.month.terms = slices.Sorted(maps.Keys(months))
		for i, m := range c.month.terms {
			months[m] = uint32(i)
		}
		var pairs []docValue
		for doc, from := range c.day {
			if from != noDay {
				pairs = append(pairs, docValue{uint32(doc), months[labels[days{from, c.until[doc]}]]})
			}
		}
		c.month.lay(len(c.day), pairs)
	})
	return &c.month
}

// first gives the first value of a document, "" for none.
func (f *facetColumn) first(doc uint32) string {
	if f.offsets[doc] == f.offsets[doc+1] {
		return ""
	}
	return f.terms[f.ordinals[f.offsets[doc]]]
}

// count adds up the values over a set of documents. Where the documents are few the
// values are gathered, else every value gets a counter.
func (f *facetColumn) count(docs *roaring.Bitmap) []ordinalCount {
	if f.bits != nil {
		return f.countBits(docs)
	}
	if n := len(f.offsets) - 1; int(docs.GetCardinality())*len(f.ordinals) < n*len(f.terms)/sparseShare {
		return f.gather(docs)
	}
	if n := uint64(len(f.offsets) - 1); 2*docs.GetCardinality() > n {
		counts := slices.Clone(f.whole())
		f.step(roaring.Flip(docs, 0, n), counts, ^uint32(0))
		return counted32(counts)
	}
	counts := make([]uint32, len(f.terms))
	f.step(docs, counts, 1)
	return counted32(counts)
}

// whole counts the values over all documents of the segment, deleted ones included.
// Where most documents are found it is less work to take away the others.
func (f *facetColumn) whole() []uint32 {
	f.counted.Do(func() {
		f.all = make([]uint32, len(f.terms))
		for _, o := range f.ordinals {
			f.all[o]++
		}
	})
	return f.all
}

// step adds by, modulo 2³², to the counter of each value of each document.
func (f *facetColumn) step(docs *roaring.Bitmap, counts []uint32, by uint32) {
	var buffer [1024]uint32
	it := docs.ManyIterator()
	for n := it.NextMany(buffer[:]); n > 0; n = it.NextMany(buffer[:]) {
		for _, doc := range buffer[:n] {
			for _, o := range f.ordinals[f.offsets[doc]:f.offsets[doc+1]] {
				counts[o] += by
			}
		}
	}
}

// sparseShare is how many counters may be set to zero and read for the price of sorting
// one value.
const sparseShare = 16

func (f *facetColumn) countBits(docs *roaring.Bitmap) []ordinalCount {
	var out []ordinalCount
	for i, b := range f.bits {
		if n := int(b.AndCardinality(docs)); n > 0 {
			out = append(out, ordinalCount{uint32(i), n})
		}
	}
	return out
}

// gather counts the values of few documents by sorting them.
func (f *facetColumn) gather(docs *roaring.Bitmap) []ordinalCount {
	var found []uint32
	for it := docs.Iterator(); it.HasNext(); {
		doc := it.Next()
		found = append(found, f.ordinals[f.offsets[doc]:f.offsets[doc+1]]...)
	}
	slices.Sort(found)
	var out []ordinalCount
	for i, o := range found {
		if i == 0 || found[i-1] != o {
			out = append(out, ordinalCount{ordinal: o})
		}
		out[len(out)-1].count++
	}
	return out
}

// counted32 keeps the counts that are not zero.
func counted32(counts []uint32) []ordinalCount {
	n := 0
	for _, c := range counts {
		if c > 0 {
			n++
		}
	}
	out := make([]ordinalCount, 0, n)
	for o, c := range counts {
		if c > 0 {
			out = append(out, ordinalCount{uint32(o), int(c)})
		}
	}
	return out
}
