package search

import (
	"context"

	"averment/index"
)

// batch is how many hits All asks the index for at a time.
const batch = 5000

// All yields every hit in order, for exports. Limit, From and Cursor are not looked at;
// there is no deadline beside that of ctx. Each hit has its best passage, or as many as
// Excerpts says. An error of yield ends it.
func (e *Engine) All(ctx context.Context, r Request, yield func(Hit) error) error {
	q, err := r.parse()
	if err != nil {
		return err
	}
	if r.Excerpts == 0 {
		r.Excerpts = 1
	}
	if err := r.check(); err != nil {
		return err
	}
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return e.explain(err)
	}
	ask := index.Request{Expr: expr, Sort: index.Sort(r.Sort), Limit: batch, Filters: r.Facets, Published: r.Published, Spots: r.Excerpts > 0}
	for {
		found, err := e.find.Search(ctx, ask)
		if err != nil {
			return e.explain(err)
		}
		for _, f := range found.Hits {
			h, err := e.hit(f, r.Excerpts)
			if err != nil {
				return err
			}
			if err := yield(h); err != nil {
				return err
			}
		}
		if len(found.Hits) < batch {
			return nil
		}
		ask.After = found.Hits[len(found.Hits)-1].Cursor
	}
}
