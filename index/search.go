package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

// ErrDeadline is a search that did not end in time. It wraps the context's error.
var ErrDeadline = errors.New("the search took too long")

// Search finds documents. It works on one snapshot: what is indexed while it runs is
// not seen. A request that has no meaning answers evidence.ErrInvalid, one that runs out
// of time ErrDeadline.
func (x *Index) Search(ctx context.Context, req Request) (res *Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			res, err = nil, x.damaged(fmt.Errorf("search: %w: %v", errBroken, p))
		}
	}()
	v, columns, status, err := x.acquire()
	if err != nil {
		return nil, err
	}
	defer v.Close()
	q := &question{ctx: ctx, index: x, view: v, columns: columns, req: req}
	res, err = q.answer()
	switch {
	case errors.Is(err, errBroken):
		return nil, x.damaged(fmt.Errorf("search: %w", err))
	case err != nil && ctx.Err() != nil:
		return nil, fmt.Errorf("search: %w: %w", ErrDeadline, ctx.Err())
	case err != nil:
		return nil, fmt.Errorf("search: %w", err)
	}
	res.Status, res.Snapshot, res.Cut = status, status.Snapshot, q.expanded.cut
	return res, nil
}

// question is one request being answered.
type question struct {
	ctx      context.Context
	index    *Index
	view     *view
	columns  *columnCache
	req      Request
	expanded *expansions
	nodes    []node            // one for each segment
	matched  []*roaring.Bitmap // before facet filters
	names    *nameTables       // none where no names are asked for
	filters  map[string][]*roaring.Bitmap
	found    []*roaring.Bitmap // after all filters
}

func (q *question) answer() (*Result, error) {
	if err := q.match(); err != nil {
		return nil, err
	}
	res := &Result{}
	for _, b := range q.found {
		res.Total += int(b.GetCardinality())
	}
	if err := q.facets(res); err != nil {
		return nil, err
	}
	if q.req.Occurrences {
		n, err := q.occurrences()
		if err != nil {
			return nil, err
		}
		res.Occurrences = n
	}
	if q.req.Numbers {
		if err := q.numbers(res); err != nil {
			return nil, err
		}
	}
	if q.req.Limit <= 0 {
		return res, nil
	}
	top, err := q.rank()
	if err != nil {
		return nil, err
	}
	res.Hits, err = q.hits(top)
	return res, err
}

// match evaluates the query and the filters over all segments.
func (q *question) match() error {
	q.expanded = &expansions{ctx: q.ctx, view: q.view, fuzzy: &q.index.fuzzy, columns: q.columns, terms: map[wordKey][]string{}}
	n := len(q.view.segments)
	q.nodes, q.matched, q.found = make([]node, n), make([]*roaring.Bitmap, n), make([]*roaring.Bitmap, n)
	if err := q.readNames(); err != nil {
		return err
	}
	if err := q.readFilters(); err != nil {
		return err
	}
	for i, s := range q.view.segments {
		c := &compiler{ctx: q.ctx, from: &bound{q.ctx, s, q.expanded}, field: "body"}
		var err error
		if q.nodes[i], err = c.compile(q.req.Expr); err != nil {
			return err
		}
	}
	if n == 0 {
		return q.check()
	}
	return q.parallel(func(i int, r *run) error {
		within, err := q.within(i)
		if err != nil {
			return err
		}
		if q.matched[i], err = narrow(r, q.nodes[i], within); err != nil {
			return err
		}
		q.found[i] = q.filtered(i, "")
		return nil
	})
}

// check compiles the query against nothing, so that an empty index refuses what any
// other would.
func (q *question) check() error {
	_, err := (&compiler{ctx: q.ctx, from: nothing{}, field: "body"}).compile(q.req.Expr)
	return err
}

// within is where the query is to be evaluated in a segment: where only hits are
// wanted, the filters come first.
func (q *question) within(i int) (*roaring.Bitmap, error) {
	out := q.view.segments[i].live
	if q.req.Published != [2]string{} {
		want, err := publishedRange(q.req.Published)
		if err != nil {
			return nil, err
		}
		b := &bound{q.ctx, q.view.segments[i], q.expanded}
		bits, err := b.dated(dateLetters["own"], want)
		if err != nil {
			return nil, err
		}
		out = roaring.And(out, bits)
	}
	if len(q.req.Facets) == 0 {
		for _, f := range q.filters {
			out = roaring.And(out, f[i])
		}
	}
	return out, nil
}

func publishedRange(p [2]string) (days, error) {
	out := between(noTime, noTime)
	for i, v := range p {
		if v == "" {
			continue
		}
		d, err := evidence.ParseDate(v)
		if err != nil {
			return out, err
		}
		if r, ok := daysOf(&d); ok && i == 0 {
			out.from = r.from
		} else if ok {
			out.to = r.to
		}
	}
	return out, nil
}

// readFilters finds the documents of the chosen facet values.
func (q *question) readFilters() error {
	q.filters = map[string][]*roaring.Bitmap{}
	for name, chosen := range q.req.Filters {
		if !slices.Contains(valueFields, name) {
			return invalid("unknown facet %s", name)
		}
		if len(chosen) == 0 {
			continue
		}
		chosen = q.spellings(name, chosen)
		for _, s := range q.view.segments {
			l, err := newLeaf(s, name, chosen, false, -1)
			if err != nil {
				return err
			}
			q.filters[name] = append(q.filters[name], l.bits)
		}
	}
	return nil
}

// readNames gathers the names of parties, where the request asks for some.
func (q *question) readNames() (err error) {
	q.names = &nameTables{}
	for _, field := range namedFields {
		if slices.Contains(q.req.Facets, field) || len(q.req.Filters[field]) > 0 {
			q.names, err = q.columns.names(q.view)
			return err
		}
	}
	return nil
}

// spellings adds to the chosen values of a field of names all names that mean the same.
func (q *question) spellings(field string, chosen []string) []string {
	names := q.names.of(field)
	if names == nil {
		return chosen
	}
	var out []string
	for _, name := range chosen {
		out = append(out, names.All(q.names.lead(field, name))...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// chosen counts the chosen values of a facet, in their order, under the names that lead.
func (q *question) chosen(field string, tallies []tally) (out []FacetCount) {
	for _, value := range q.req.Filters[field] {
		lead := q.names.lead(field, value)
		out = append(out, FacetCount{lead, sum(tallies, lead)})
	}
	return out
}

// filtered applies the filters of all facets but one.
func (q *question) filtered(i int, except string) *roaring.Bitmap {
	out := q.matched[i]
	for name, f := range q.filters {
		if name != except {
			out = roaring.And(out, f[i])
		}
	}
	return out
}

// facets counts what is asked for; the count of a facet leaves its own filter out.
func (q *question) facets(res *Result) error {
	limit := q.req.FacetLimit
	if limit <= 0 {
		limit = 20
	}
	res.Facets, res.Chosen = make(map[string][]FacetCount, len(q.req.Facets)), map[string][]FacetCount{}
	var lock sync.Mutex
	err := q.tasks(len(q.req.Facets), func(k int) error {
		name := q.req.Facets[k]
		if !slices.Contains(valueFields, name) {
			return invalid("unknown facet %s", name)
		}
		docs := q.found
		if q.filters[name] != nil {
			docs = make([]*roaring.Bitmap, len(q.found))
			for i := range docs {
				docs[i] = q.filtered(i, name)
			}
		}
		tallies, err := q.countFacet(name, docs)
		if err != nil {
			return err
		}
		best, chosen := topValues(tallies, limit), q.chosen(name, tallies)
		lock.Lock()
		defer lock.Unlock()
		res.Facets[name] = best
		if chosen != nil {
			res.Chosen[name] = chosen
		}
		return nil
	})
	if err != nil || !q.req.Histogram {
		return err
	}
	res.Histogram, err = q.histogram(q.found)
	return err
}

// parallel works on the segments with as many goroutines as there are processors, the
// large ones first, so that none is left to the end alone.
func (q *question) parallel(work func(segment int, r *run) error) error {
	order := make([]int, len(q.view.segments))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(q.view.segments[b].n, q.view.segments[a].n)
	})
	return q.tasks(len(order), func(k int) error {
		return work(order[k], &run{ctx: q.ctx})
	})
}

func (q *question) tasks(n int, work func(k int) error) error {
	if n < 2 {
		for k := range n {
			if err := work(k); err != nil {
				return err
			}
		}
		return nil
	}
	next := make(chan int, n)
	for k := range n {
		next <- k
	}
	close(next)
	errs := make([]error, n)
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for k := range next {
				errs[k] = guarded(work, k)
			}
		})
	}
	wait.Wait()
	return errors.Join(slices.DeleteFunc(errs, func(e error) bool { return e == nil })...)
}

// errBroken is a panic inside Bleve, which happens when a segment is damaged.
var errBroken = errors.New("the index broke")

// guarded turns a panic of a worker into an error.
func guarded(work func(int) error, k int) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errBroken, p)
		}
	}()
	return work(k)
}
