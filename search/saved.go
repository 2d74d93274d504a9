package search

import (
	"context"
	"errors"

	"averment/index"
)

// Saved is a saved query; it keeps the dialect that it was written in.
type Saved struct {
	Name      string  `json:"name"`
	Query     string  `json:"query"`
	Dialect   Dialect `json:"dialect"`
	LastTotal int     `json:"last_total"`
}

// SavedResult is what a saved query finds now.
type SavedResult struct {
	Saved
	Total int     `json:"total"`
	New   int     `json:"new"` // more than LastTotal, never negative
	Error *string `json:"error"`
}

// RunSaved counts what saved queries find now, in order. A query that no longer parses
// has its error and does not stop the others.
func (e *Engine) RunSaved(ctx context.Context, list []Saved) ([]SavedResult, error) {
	out := make([]SavedResult, len(list))
	for i, s := range list {
		out[i] = SavedResult{Saved: s}
		total, err := e.Count(ctx, s.Query, s.Dialect)
		var own *Error
		if errors.As(err, &own) {
			out[i].Error = &own.Message
			continue
		}
		if err != nil {
			return nil, err
		}
		out[i].Total, out[i].New = total, max(0, total-s.LastTotal)
	}
	return out, nil
}

// Count gives the number of documents that a query finds.
func (e *Engine) Count(ctx context.Context, query string, d Dialect) (int, error) {
	q, err := Parse(query, d)
	if err != nil {
		return 0, err
	}
	ctx, cancel := e.limit(ctx)
	defer cancel()
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return 0, e.explain(err)
	}
	found, err := e.find.Search(ctx, index.Request{Expr: expr})
	if err != nil {
		return 0, e.explain(err)
	}
	return found.Total, nil
}
