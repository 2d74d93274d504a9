package index

import (
	"slices"
	"sync"
)

// ledColumn is the column of a field of names under the names that lead.
type ledColumn struct {
	lock   sync.Mutex
	names  *Names
	leads  []string // of each term of the field
	column *facetColumn
}

// led gives a column under the names that lead. It is laid out again only where names of
// its own segment have changed.
func (c *columns) led(field string, names *Names) (*facetColumn, error) {
	f, err := c.facet(field)
	if err != nil || names == nil {
		return f, err
	}
	c.lock.Lock()
	l := c.names[field]
	if l == nil {
		l = &ledColumn{}
		if c.names == nil {
			c.names = map[string]*ledColumn{}
		}
		c.names[field] = l
	}
	c.lock.Unlock()
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.names == names {
		return l.column, nil
	}
	leads := make([]string, len(f.terms))
	for i, term := range f.terms {
		leads[i] = names.Lead(term)
	}
	if l.column == nil || !slices.Equal(leads, l.leads) {
		l.leads, l.column = leads, f.under(leads)
	}
	l.names = names
	return l.column, nil
}

// under gives the column with each value in the place of another; a document counts
// once for values that become the same.
func (f *facetColumn) under(leads []string) *facetColumn {
	if slices.Equal(leads, f.terms) {
		return f
	}
	out := &facetColumn{terms: slices.Clone(leads)}
	slices.Sort(out.terms)
	out.terms = slices.Compact(out.terms)
	to := make([]uint32, len(leads))
	for i, lead := range leads {
		at, _ := slices.BinarySearch(out.terms, lead)
		to[i] = uint32(at)
	}
	n := len(f.offsets) - 1
	pairs := make([]docValue, 0, len(f.ordinals))
	last := make([]uint32, len(out.terms)) // document that had a value last, from 1
	for doc := range uint32(n) {
		for _, o := range f.ordinals[f.offsets[doc]:f.offsets[doc+1]] {
			if v := to[o]; last[v] != doc+1 {
				last[v] = doc + 1
				pairs = append(pairs, docValue{doc, v})
			}
		}
	}
	out.lay(n, pairs)
	return out
}
