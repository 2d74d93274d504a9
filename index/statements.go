package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"averment/evidence"
)

// Parameters of retrieving statements.
const (
	// enoughUnits is how many units the rare words of a text may bring in; once there
	// are so many, its frequent words only add to their scores.
	enoughUnits = 50_000
	// commonShare is the share of all units from which on a word is frequent.
	commonShare = 0.05
	// neighbourShare is what the better of the two sentences beside adds to a score.
	neighbourShare = 0.2
)

// Statements finds the sentences nearest to a text by BM25, the best first. The sentences
// just before and after count a little, since a claim is often told in two.
func (x *Index) Statements(ctx context.Context, req StatementRequest) (hits []StatementHit, err error) {
	defer func() {
		if p := recover(); p != nil {
			hits, err = nil, x.damaged(fmt.Errorf("find statements: %w: %v", errBroken, p))
		}
	}()
	v, columns, err := x.snapshot(statements)
	if err != nil {
		return nil, err
	}
	defer v.Close()
	if req.Limit <= 0 {
		req.Limit = 50
	}
	q := &retrieval{ctx: ctx, index: x, view: v, columns: columns, req: req}
	hits, err = q.answer()
	if err != nil {
		return nil, fmt.Errorf("find statements: %w", err)
	}
	return hits, nil
}

// snapshot gives a snapshot of one of the indexes with its columns.
func (x *Index) snapshot(part int) (*view, *columnCache, error) {
	x.lock.RLock()
	defer x.lock.RUnlock()
	if x.closed {
		return nil, nil, errClosed
	}
	v, err := openView(x.parts[part].bleve)
	if err != nil {
		return nil, nil, err
	}
	kept := [2]*columnCache{documents: x.columns, statements: x.spoken}[part]
	kept.forget(v)
	return v, kept, nil
}

// retrieval is one StatementRequest being answered.
type retrieval struct {
	ctx     context.Context
	index   *Index
	view    *view
	columns *columnCache
	req     StatementRequest
	total   int
	mean    float64
	words   []queryWord
}

// queryWord is a word of the text: how much it counts and how many units have it.
type queryWord struct {
	term   string
	factor float64
	idf    float64
	units  int
	leaves []*leaf // one for each segment
}

func (q *retrieval) answer() ([]StatementHit, error) {
	q.total = q.view.count()
	if err := q.readWords(); err != nil {
		return nil, err
	}
	var all []scoredUnit
	for i, s := range q.view.segments {
		found, err := q.segment(i, s)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b scoredUnit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number), cmp.Compare(a.order, b.order))
	})
	q.neighbours(all[:min(len(all), 8*q.req.Limit)])
	all = all[:min(len(all), 8*q.req.Limit)]
	slices.SortStableFunc(all, func(a, b scoredUnit) int { return cmp.Compare(b.score, a.score) })
	return q.hits(all[:min(len(all), q.req.Limit)])
}

// readWords finds the words of the request in the index, the rarest first.
func (q *retrieval) readWords() error {
	factors := map[string]float64{}
	for _, t := range Tokens(q.req.Text) {
		factors[t.Text] = 1
	}
	for w, f := range q.req.Weights {
		factors[w] = f
	}
	length := 0.0
	for _, s := range q.view.segments {
		u, err := q.columns.units(s)
		if err != nil {
			return err
		}
		length += u.words
	}
	q.mean = max(1, length/max(1, float64(q.total)))
	for term, factor := range factors {
		w := queryWord{term: term, factor: factor}
		for _, s := range q.view.segments {
			l, err := newLeaf(s, "text", []string{term}, false, -1)
			if err != nil {
				return err
			}
			w.leaves = append(w.leaves, l)
			w.units += int(l.bits.GetCardinality())
		}
		if w.units > 0 && factor > 0 {
			w.idf = idf(q.total, w.units)
			q.words = append(q.words, w)
		}
	}
	slices.SortFunc(q.words, func(a, b queryWord) int {
		return cmp.Or(cmp.Compare(a.units, b.units), cmp.Compare(a.term, b.term))
	})
	return nil
}

func (q *retrieval) hits(list []scoredUnit) ([]StatementHit, error) {
	numbers := make([]uint64, len(list))
	for i, u := range list {
		numbers[i] = u.number
	}
	ids, err := q.index.IDs(slices.Compact(slices.Sorted(slices.Values(numbers))))
	if err != nil {
		return nil, err
	}
	out := make([]StatementHit, len(list))
	for i, u := range list {
		cols := q.columns.raw(q.view.segments[u.seg])
		stance, err := cols.facet("stance")
		if err != nil {
			return nil, err
		}
		speaker, err := cols.facet("speaker")
		if err != nil {
			return nil, err
		}
		out[i] = StatementHit{Number: u.number, Document: ids[u.number], Page: u.page, Start: u.start, End: u.end, Order: u.order, Score: u.score,
			Speaker: speaker.first(u.doc), Stance: evidence.Stance(stance.first(u.doc))}
	}
	return out, nil
}
