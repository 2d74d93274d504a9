package index

import "errors"

// occurrences adds up the matches of all documents found.
func (q *question) occurrences() (int, error) {
	counts := make([]int, len(q.nodes))
	err := q.parallel(func(i int, r *run) (err error) {
		if l, ok := q.nodes[i].(*leaf); ok && !l.facts && len(l.lists) == 1 {
			counts[i], err = q.countWord(i, r, l)
			return err
		}
		c := q.nodes[i].open(r)
		for it := q.found[i].Iterator(); it.HasNext() && !r.stopped(); {
			counts[i] += c.occurrences(it.Next())
		}
		return r.err
	})
	total := 0
	for _, n := range counts {
		total += n
	}
	return total, err
}

// countWord counts a single word, whose postings tell how often it stands in a document,
// up to maxCount.
func (q *question) countWord(i int, r *run, l *leaf) (total int, err error) {
	docs := q.found[i].ToArray()
	found, err := q.frequencies(q.view.segments[i], r, l, docs)
	var c cursor
	for k, f := range found {
		if f.n < maxCount {
			total += int(f.n)
			continue
		}
		if c == nil {
			c = l.open(r)
		}
		total += c.occurrences(docs[k])
	}
	return total, errors.Join(err, r.err)
}

// numbers gives the numbers of all documents found.
func (q *question) numbers(res *Result) error {
	res.Numbers = make([]uint64, 0, res.Total)
	for i, s := range q.view.segments {
		cols, err := q.columns.of(s)
		if err != nil {
			return err
		}
		for it := q.found[i].Iterator(); it.HasNext(); {
			res.Numbers = append(res.Numbers, cols.numbers[it.Next()])
		}
	}
	return nil
}
