package search

import (
	"context"
	"errors"

	"averment/index"

	"github.com/RoaringBitmap/roaring/v2/roaring64"
)

// TermReport is the search term report: what each of a list of queries finds.
type TermReport struct {
	Version      int    `json:"version"`
	Searchable   int    `json:"searchable"`
	Unsearchable int    `json:"unsearchable"`
	Pending      int    `json:"pending"`
	Snapshot     string `json:"snapshot"`
	Terms        []Term `json:"terms"`
}

// Term is one query of a report. Error says why it could not be run; the numbers are
// then 0.
type Term struct {
	Query       string    `json:"query"`
	Reads       string    `json:"reads"`
	Documents   int       `json:"documents"`
	WithFamily  int       `json:"with_family"` // with attachments, members and what holds them
	Unique      int       `json:"unique"`      // found by no other query of the report
	Occurrences int       `json:"occurrences"`
	Error       *string   `json:"error"`
	Warnings    []Warning `json:"warnings"`
}

// Terms runs a list of queries, in order. Each has the deadline of a search.
func (e *Engine) Terms(ctx context.Context, queries []string, d Dialect) (*TermReport, error) {
	report := &TermReport{Version: 1, Terms: make([]Term, len(queries))}
	found := make([]*roaring64.Bitmap, len(queries))
	families, err := e.families()
	if err != nil {
		return nil, e.explain(err)
	}
	for i, query := range queries {
		report.Terms[i], found[i], err = e.term(ctx, query, d, families)
		if err != nil {
			return nil, err
		}
	}
	uniques(report.Terms, found)
	s := e.find.Status()
	lost, err := e.exceptions()
	if err != nil {
		return nil, err
	}
	report.Searchable, report.Unsearchable, report.Pending, report.Snapshot = s.Searchable, s.Unsearchable+lost, s.Pending, s.Snapshot
	return report, nil
}

// term runs one query. Only errors that are not the query's own end the report.
func (e *Engine) term(ctx context.Context, query string, d Dialect, families *families) (Term, *roaring64.Bitmap, error) {
	ctx, cancel := e.limit(ctx)
	defer cancel()
	t := Term{Query: query, Warnings: []Warning{}}
	docs := roaring64.New()
	q, err := Parse(query, d)
	if err == nil {
		t.Reads = q.Reads()
		if t.Warnings, err = e.counted(ctx, &Request{Dialect: d}, q.Warnings); err == nil {
			t.Occurrences, err = e.collect(ctx, q, docs)
		}
	}
	var own *Error
	if err = e.explain(err); errors.As(err, &own) {
		message := own.Message
		if advice := own.Advice(); advice != "" {
			message += ". " + advice
		}
		t.Error = &message
		t.Occurrences = 0
		return t, roaring64.New(), nil
	}
	if err != nil {
		return t, docs, err
	}
	t.Documents = int(docs.GetCardinality())
	t.WithFamily = families.size(docs)
	return t, docs, nil
}

// collect gathers the documents of a query and counts its occurrences.
func (e *Engine) collect(ctx context.Context, q *Query, docs *roaring64.Bitmap) (occurrences int, err error) {
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return 0, err
	}
	found, err := e.find.Search(ctx, index.Request{Expr: expr, Occurrences: true, Numbers: true})
	if err != nil {
		return 0, err
	}
	docs.AddMany(found.Numbers)
	return found.Occurrences, nil
}

// uniques counts for each query the documents that no other finds.
func uniques(terms []Term, found []*roaring64.Bitmap) {
	once, twice := roaring64.New(), roaring64.New()
	for _, docs := range found {
		twice.Or(roaring64.And(once, docs))
		once.Or(docs)
	}
	once.AndNot(twice)
	for i, docs := range found {
		terms[i].Unique = int(roaring64.And(once, docs).GetCardinality())
	}
}
