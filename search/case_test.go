package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/index"
)

// memory is a case in memory, the source of an index and the texts of an engine.
type memory struct {
	docs  []*evidence.Document // number is place + 1
	names map[string]string    // id → name of the document in the tests
}

func (m *memory) ID() string { return "test-case" }

func (m *memory) ByNumber(n uint64) (*evidence.Document, error) {
	if n < 1 || n > uint64(len(m.docs)) {
		return nil, evidence.ErrNotFound
	}
	return m.docs[n-1], nil
}

func (m *memory) Queue(after uint64, limit int, yield func(seq, number uint64) error) error {
	for n := after + 1; n <= uint64(len(m.docs)) && limit > 0; n++ {
		if err := yield(n, n); err != nil {
			return err
		}
		limit--
	}
	return nil
}

func (m *memory) LastQueue() uint64      { return uint64(len(m.docs)) }
func (m *memory) TrimQueue(uint64) error { return nil }
func (m *memory) Numbers(yield func(n uint64) error) error {
	for i := range m.docs {
		if err := yield(uint64(i + 1)); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) Full(id string) (*evidence.Document, error) {
	for _, d := range m.docs {
		if strings.HasPrefix(d.ID, id) {
			return d, nil
		}
	}
	return nil, evidence.ErrNotFound
}

func (m *memory) Page(id string, number int) (evidence.Page, error) {
	d, err := m.Full(id)
	if err != nil || number < 1 || number > len(d.Pages) {
		return evidence.Page{}, evidence.ErrNotFound
	}
	return d.Pages[number-1], nil
}

// add puts a document into the case and gives it its id and the bounds of its text.
func (m *memory) add(name string, d *evidence.Document) *evidence.Document {
	sum := sha256.Sum256([]byte(name))
	d.ID = hex.EncodeToString(sum[:])
	if d.Kind == "" {
		d.Kind = evidence.Other
	}
	for i := range d.Pages {
		bound(&d.Pages[i], i+1)
	}
	d.Normalize()
	if m.names == nil {
		m.names = map[string]string{}
	}
	m.names[d.ID] = name
	m.docs = append(m.docs, d)
	return d
}

// bound numbers a page and finds its sentences (a full stop and a space) and paragraphs
// (an empty line).
func bound(p *evidence.Page, number int) {
	p.Number = number
	if p.State == "" {
		p.State = evidence.PageText
	}
	start, paragraph := 0, true
	for i := 0; i <= len(p.Text); i++ {
		if paragraph && i < len(p.Text) && p.Text[i] != '\n' {
			p.Paragraphs, paragraph = append(p.Paragraphs, i), false
		}
		blank := strings.HasPrefix(p.Text[i:], "\n\n")
		if i == len(p.Text) || blank || i > 0 && p.Text[i-1] == '.' && p.Text[i] == ' ' {
			if r := (evidence.Range{Start: start, End: i}); strings.TrimSpace(p.Text[start:i]) != "" && !p.InFurniture(r) {
				p.Sentences = append(p.Sentences, r)
			}
			start = i
			for start < len(p.Text) && (p.Text[start] == ' ' || p.Text[start] == '\n') {
				start++
			}
		}
		paragraph = paragraph || blank
	}
}

// at is the span of a text on a page, which must have it.
func at(d *evidence.Document, page int, text string) []evidence.Span {
	i := strings.Index(d.Pages[page-1].Text, text)
	if i < 0 {
		panic(fmt.Sprintf("no %q on page %d", text, page))
	}
	return []evidence.Span{{Page: page, Start: i, End: i + len(text)}}
}

func text(pages ...string) []evidence.Page {
	out := make([]evidence.Page, len(pages))
	for i, t := range pages {
		out[i].Text = t
	}
	return out
}

func day(value string) *evidence.Date {
	d, err := evidence.ParseDate(value)
	if err != nil {
		panic(err)
	}
	return &d
}

// engine indexes the case and gives an engine over it.
func (m *memory) engine(t testing.TB) *Engine {
	t.Helper()
	ix, err := index.Open(t.TempDir(), m, index.Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	if err := ix.Sync(context.Background()); err != nil {
		t.Fatal(err)
	}
	return New(ix, m, Options{})
}

// found gives the names of the documents that a query finds, sorted.
func (m *memory) found(t testing.TB, e *Engine, r Request) []string {
	t.Helper()
	r.Limit = MaxLimit
	a, err := e.Search(context.Background(), r)
	if err != nil {
		t.Errorf("%s: %v", r.Query, err)
		return nil
	}
	var names []string
	for _, h := range a.Hits {
		names = append(names, m.names[h.ID])
	}
	if len(names) != a.Total {
		t.Errorf("%s: total %d, %d hits", r.Query, a.Total, len(names))
	}
	slices.Sort(names)
	return names
}

// words is n filler words.
func words(n int) string { return strings.TrimSpace(strings.Repeat("filler ", n)) }
