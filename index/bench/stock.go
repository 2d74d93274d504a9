package bench

import (
	"context"
	"fmt"
	"time"

	"averment/evidence"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/standard"
)

// Stock is a Bleve index of the same documents, made and asked as Bleve's own
// documentation shows.
type Stock struct{ index bleve.Index }

// stockDocument is what Stock indexes of a document.
type stockDocument struct {
	Title, Body, Kind, Publisher, Author, Collection string
	Parties                                          []string
	Published                                        time.Time
}

// NewStock indexes the corpus under dir.
func NewStock(ctx context.Context, dir string, c *Corpus) (*Stock, error) {
	m := bleve.NewIndexMapping()
	m.DefaultAnalyzer = standard.Name
	for _, name := range []string{"Kind", "Publisher", "Author", "Collection", "Parties"} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = keyword.Name
		m.DefaultMapping.AddFieldMappingsAt(name, f)
	}
	body := bleve.NewTextFieldMapping()
	body.Store, body.DocValues, body.IncludeInAll = false, false, false
	m.DefaultMapping.AddFieldMappingsAt("Body", body)
	ix, err := bleve.New(dir, m)
	if err != nil {
		return nil, fmt.Errorf("create stock index: %w", err)
	}
	s := &Stock{ix}
	if err := s.fill(ctx, c); err != nil {
		ix.Close()
		return nil, err
	}
	return s, nil
}

// OpenStock opens an index that NewStock made.
func OpenStock(dir string) (*Stock, error) {
	ix, err := bleve.Open(dir)
	if err != nil {
		return nil, fmt.Errorf("open stock index: %w", err)
	}
	return &Stock{ix}, nil
}

func (s *Stock) fill(ctx context.Context, c *Corpus) error {
	batch := s.index.NewBatch()
	err := c.Numbers(func(n uint64) error {
		doc, err := c.ByNumber(n)
		if err != nil {
			return err
		}
		if err := batch.Index(doc.ID, stockOf(doc)); err != nil {
			return err
		}
		if batch.Size() < 1000 && n < uint64(c.Size) {
			return nil
		}
		err = s.index.Batch(batch)
		batch.Reset()
		if err == nil {
			err = ctx.Err()
		}
		return err
	})
	if err != nil {
		return fmt.Errorf("fill stock index: %w", err)
	}
	return nil
}

func stockOf(doc *evidence.Document) stockDocument {
	d := stockDocument{Title: doc.Title, Body: doc.Pages[0].Text, Kind: string(doc.Kind), Publisher: doc.Publisher, Author: doc.Author, Collection: doc.Collection}
	for _, p := range doc.Parties {
		d.Parties = append(d.Parties, p.Name)
	}
	if from, _, ok := doc.Published.Bounds(); ok {
		d.Published = from
	}
	return d
}

// Close closes the index.
func (s *Stock) Close() error { return s.index.Close() }

// Term searches a word with facets or without; Phrase likewise.
func (s *Stock) Term(ctx context.Context, word string, facets bool) (total int, err error) {
	q := bleve.NewMatchQuery(word)
	q.SetField("Body")
	return s.ask(ctx, bleve.NewSearchRequestOptions(q, 20, 0, false), facets)
}

// Phrase searches two or more words in a row.
func (s *Stock) Phrase(ctx context.Context, phrase string, facets bool) (total int, err error) {
	q := bleve.NewMatchPhraseQuery(phrase)
	q.SetField("Body")
	return s.ask(ctx, bleve.NewSearchRequestOptions(q, 20, 0, false), facets)
}

// ByDate searches a word, the newest first.
func (s *Stock) ByDate(ctx context.Context, word string) (total int, err error) {
	q := bleve.NewMatchQuery(word)
	q.SetField("Body")
	req := bleve.NewSearchRequestOptions(q, 20, 0, false)
	req.SortBy([]string{"-Published"})
	return s.ask(ctx, req, false)
}

func (s *Stock) ask(ctx context.Context, req *bleve.SearchRequest, facets bool) (int, error) {
	if facets {
		for _, name := range []string{"Kind", "Publisher", "Author", "Collection", "Parties"} {
			req.AddFacet(name, bleve.NewFacetRequest(name, 20))
		}
		dates := bleve.NewFacetRequest("Published", 40)
		for y := 2004; y < 2026; y++ {
			from := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
			dates.AddDateTimeRange(fmt.Sprint(y), from, from.AddDate(1, 0, 0))
		}
		req.AddFacet("year", dates)
	}
	res, err := s.index.SearchInContext(ctx, req)
	if err != nil {
		return 0, fmt.Errorf("stock search: %w", err)
	}
	return int(res.Total), nil
}
