package index

import (
	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// unitLengths is the total of words of a segment of statements.
type unitLengths struct{ words float64 }

// lengthOf is the length of a field that a posting carries.
func lengthOf(p zap.Posting) float64 {
	if n, ok := p.(interface{ NormUint64() uint64 }); ok {
		return float64(n.NormUint64())
	}
	return 1
}

// raw gives the columns of a segment without the basic ones, which units do not have.
func (k *columnCache) raw(s *segment) *columns {
	k.lock.Lock()
	defer k.lock.Unlock()
	c := k.kept[s.id]
	if c == nil {
		c = &columns{seg: s, facets: map[string]*facetColumn{}}
		k.kept[s.id] = c
	}
	return c
}

// units gives the total length of the units of a segment.
func (k *columnCache) units(s *segment) (unitLengths, error) {
	c := k.raw(s)
	c.once.Do(func() { c.err = c.fillUnits() })
	return c.lengths, c.err
}

// fillUnits adds up the lengths of the units: the frequency of the term that tells it.
func (c *columns) fillUnits() error {
	list, err := c.seg.postings("text", lengthTerm)
	if err != nil || list == nil {
		return err
	}
	it := list.Iterator(true, true, false, nil)
	for {
		p, err := it.Next()
		if err != nil || p == nil {
			return err
		}
		c.lengths.words += float64(p.Frequency())
	}
}
