package crosscheck

import (
	"context"

	"averment/evidence"
	"averment/index"
)

// Statements finds sentences near a text, and documents; *index.Index is one.
type Statements interface {
	Search(ctx context.Context, req index.Request) (*index.Result, error)
	Statements(ctx context.Context, req index.StatementRequest) ([]index.StatementHit, error)
	Status() index.Status
}

// Documents gives documents by their hash; *store.Case is one. Full has the text.
type Documents interface {
	Full(id string) (*evidence.Document, error)
	Document(id string) (*evidence.Document, error)
	Documents(yield func(*evidence.Document) error) error
}

// Facts fills in the facts of a document whose pages have text.
type Facts func(*evidence.Document)

// Reading is Facts for a text that is pasted or claimed, where it may fail: it is done
// elsewhere, since the text may come from anybody.
type Reading func(context.Context, *evidence.Document) error

// Options join a Checker to a case. Unreadable counts files that are in no index; nil is none.
type Options struct {
	Statements Statements
	Documents  Documents
	Facts      Facts
	Reading    Reading // of the texts to check; nil uses Facts
	Unreadable func() (int, error)
	Cache      int // prepared documents kept in memory; 0 is 256
}

// CheckOptions narrow a check. Limit is the most verdicts per sentence, 0 for 20.
type CheckOptions struct {
	ID    string // echoed in the Answer
	Limit int
}

func (o CheckOptions) limit() int {
	if o.Limit <= 0 {
		return 20
	}
	return o.Limit
}

// Checker compares claims with documents. It is safe for use by many goroutines.
type Checker struct {
	reading Reading
	finder  finder
}

// finder is where passages come from: a case or documents in memory.
type finder interface {
	// find gives documents near the text, best first, with their nearest units.
	find(ctx context.Context, text string, limit int) ([]candidate, error)
	each(ctx context.Context, ids []string, yield func(*source) error) error
	standing() (standing, error)
}

// standing is the state of what is searched.
type standing struct {
	snapshot               string
	searched, unsearchable int
}

// candidate is a document with the units of it that are nearest to a claim.
type candidate struct {
	source *source
	units  []int
	score  float64
}

// New gives a Checker over a case.
func New(o Options) *Checker {
	size := o.Cache
	if size <= 0 {
		size = 256
	}
	reading := o.Reading
	if reading == nil {
		reading = o.Facts.reading()
	}
	return &Checker{reading: reading, finder: &caseFinder{Options: o, cache: newCache(size)}}
}

// reading is Facts that cannot fail.
func (f Facts) reading() Reading {
	return func(_ context.Context, d *evidence.Document) error {
		if f != nil {
			f(d)
		}
		return nil
	}
}

// Against gives a Checker over documents in memory. Documents without facts have them read.
func Against(docs []*evidence.Document, facts Facts) *Checker {
	return &Checker{reading: facts.reading(), finder: newMemory(docs, facts)}
}

// Read gives a Checker that reads the texts to check with r.
func (c *Checker) Read(r Reading) *Checker { return &Checker{reading: r, finder: c.finder} }
