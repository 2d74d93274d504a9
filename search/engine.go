package search

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"time"

	"averment/evidence"
	"averment/index"

	"golang.org/x/sync/errgroup"
)

// Finder evaluates expressions; *index.Index does.
type Finder interface {
	Search(ctx context.Context, r index.Request) (*index.Result, error)
	Families() ([][]uint64, error) // numbers of documents that hold one another
	Status() index.Status
}

// Texts gives documents by their whole id; *store.Case does. Full has the text of all
// pages, Page the text and the layout of one. An unknown id is evidence.ErrNotFound.
type Texts interface {
	Full(id string) (*evidence.Document, error)
	Page(id string, number int) (evidence.Page, error)
}

// Options tune an Engine; the zero value is fit for use.
type Options struct {
	Deadline time.Duration // of one search; 0 is 10 s, negative is none
	// Exceptions counts files of the ledger that could not be read and have no document
	// in the index. They are part of what could not be searched. Nil is none.
	Exceptions func() (int, error)
}

// Engine answers queries over one case. It may be used by several goroutines.
type Engine struct {
	find       Finder
	texts      Texts
	deadline   time.Duration
	exceptions func() (int, error)
}

// New makes an engine.
func New(find Finder, texts Texts, o Options) *Engine {
	e := &Engine{find: find, texts: texts, deadline: o.Deadline, exceptions: o.Exceptions}
	if e.deadline == 0 {
		e.deadline = 10 * time.Second
	}
	if e.exceptions == nil {
		e.exceptions = func() (int, error) { return 0, nil }
	}
	return e
}

// The numbers of hits on a page.
const (
	DefaultLimit = 20
	MaxLimit     = 10000
)

// Search answers a query. The error is an *Error where the query is at fault or the
// deadline passed.
func (e *Engine) Search(ctx context.Context, r Request) (*Answer, error) {
	start := time.Now()
	q, err := r.parse()
	if err != nil {
		return nil, err
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	ctx, cancel := e.limit(ctx)
	defer cancel()
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return nil, e.explain(err)
	}
	ask := r.request(expr)
	ask.Spots = r.Excerpts > 0
	if !r.NoFacets {
		ask.Facets, ask.Histogram = index.FacetNames(), true
	}
	found, err := e.find.Search(ctx, ask)
	if err != nil {
		return nil, e.explain(err)
	}
	a, err := e.answer(ctx, &r, q, found)
	if err != nil {
		return nil, e.explain(err)
	}
	a.TookMS = float64(time.Since(start).Microseconds()) / 1000
	return a, nil
}

func (e *Engine) limit(ctx context.Context) (context.Context, context.CancelFunc) {
	if e.deadline < 0 {
		return context.WithCancel(ctx)
	}
	return context.WithTimeout(ctx, e.deadline)
}

// explain turns errors of the index into words about the query.
func (e *Engine) explain(err error) error {
	var own *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &own):
		return own
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Code: CodeTimeout, Message: fmt.Sprintf("the search was stopped after %s, so nothing is shown: a part of the hits would look like all of them", e.deadline), Hint: "Use fewer wildcards, or narrow the search by a field or a facet."}
	case errors.Is(err, evidence.ErrInvalid):
		return &Error{Code: CodeInvalid, Message: err.Error(), Hint: evidence.Hint(err)}
	}
	return fmt.Errorf("search: %w", err)
}

// answer shapes what the index found.
func (e *Engine) answer(ctx context.Context, r *Request, q *Query, found *index.Result) (*Answer, error) {
	a := &Answer{Version: 1, Total: found.Total, Facets: emptyFacets(), Chosen: found.Chosen, Histogram: found.Histogram, Snapshot: found.Snapshot}
	a.Query = Echo{Text: q.Text, Dialect: q.Dialect, Reads: q.Reads()}
	var err error
	if a.Query.Warnings, err = e.warnings(ctx, r, q, found); err != nil {
		return nil, err
	}
	if err := a.count(found.Status, e); err != nil {
		return nil, err
	}
	for name, values := range found.Facets {
		if len(values) > 0 {
			a.Facets[name] = values
		}
	}
	if a.Histogram == nil {
		a.Histogram = []index.FacetCount{}
	}
	if a.Hits, err = e.hits(ctx, found.Hits, r.Excerpts); err != nil {
		return nil, err
	}
	if n := len(found.Hits); n > 0 && n == r.Limit && (r.Cursor != "" || r.From+n < found.Total) {
		a.Cursor = found.Hits[n-1].Cursor
	}
	return a, nil
}

// count says how much of the case was searched.
func (a *Answer) count(s index.Status, e *Engine) error {
	lost, err := e.exceptions()
	if err != nil {
		return fmt.Errorf("count exceptions: %w", err)
	}
	a.Searched, a.Unsearchable, a.Pending = s.Searchable, s.Unsearchable+lost, s.Pending
	return nil
}

// maxCounted is how many warnings of a query get the totals of their readings.
const maxCounted = 4

// warnings are those of the parser, with totals, and those of the index.
func (e *Engine) warnings(ctx context.Context, r *Request, q *Query, found *index.Result) ([]Warning, error) {
	out, err := e.counted(ctx, r, q.Warnings)
	if err != nil {
		return nil, err
	}
	if found.Total == 0 && r.From == 0 && r.Cursor == "" {
		more, err := e.didYouMean(ctx, q)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	for _, word := range found.Cut {
		out = append(out, Warning{Message: word + " stands for more words than can be searched at once; only a part of them was", Alternatives: []Alternative{}})
	}
	if found.Status.Rebuilding {
		out = append(out, Warning{Message: fmt.Sprintf("the index is being built again; %d documents are not searched yet", found.Status.Pending), Alternatives: []Alternative{}})
	}
	return out, nil
}

// counted gives warnings with the totals of their readings, which only some of a great
// many get.
func (e *Engine) counted(ctx context.Context, r *Request, warnings []Warning) ([]Warning, error) {
	out := append([]Warning{}, warnings...)
	for i := range out {
		alternatives := slices.Clone(out[i].Alternatives)
		if i >= maxCounted {
			alternatives = []Alternative{}
		}
		for j := range alternatives {
			n, err := e.countReading(ctx, r, alternatives[j].Query)
			if err != nil {
				return nil, err
			}
			alternatives[j].Total = n
		}
		out[i].Alternatives = alternatives
	}
	return out, nil
}

func (e *Engine) countReading(ctx context.Context, r *Request, query string) (int, error) {
	q, err := Parse(query, r.Dialect)
	if err != nil {
		return 0, err
	}
	expr, err := e.compile(ctx, q.Root)
	if err != nil {
		return 0, err
	}
	ask := index.Request{Expr: expr, Filters: r.Facets, Published: r.Published}
	found, err := e.find.Search(ctx, ask)
	if err != nil {
		return 0, err
	}
	return found.Total, nil
}

// hits reads the documents of the hits, several at a time, and cuts their excerpts.
func (e *Engine) hits(ctx context.Context, found []index.Hit, excerpts int) ([]Hit, error) {
	out := make([]Hit, len(found))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(min(4, runtime.GOMAXPROCS(0)))
	for i, f := range found {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			h, err := e.hit(f, excerpts)
			out[i] = h
			return err
		})
	}
	return out, g.Wait()
}

func (e *Engine) hit(f index.Hit, excerpts int) (Hit, error) {
	h := Hit{ID: f.ID, Number: f.Number, Score: f.Score, Occurrences: f.Occurrences, Excerpts: []Excerpt{}, TitleMarks: [][2]int{}}
	doc, err := e.texts.Full(f.ID)
	if err != nil {
		return h, fmt.Errorf("read document %s: %w", f.ID, err)
	}
	h.describe(doc)
	if excerpts > 0 {
		words := index.NewMap(doc)
		spots := words.Locate(f.Spots[:min(len(f.Spots), maxSpots)])
		h.Excerpts = cutExcerpts(doc, spots, excerpts)
		h.TitleMarks = titleMarks(doc.Title, spots, words.Words())
	}
	return h, nil
}
