package crosscheck

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"averment/evidence"
	"averment/index"
)

// caseFinder finds passages through the statements index of a case.
type caseFinder struct {
	Options
	cache *cache
}

func (f *caseFinder) standing() (standing, error) {
	st := f.Statements.Status()
	out := standing{st.Snapshot, st.Searchable, st.Unsearchable}
	if f.Unreadable == nil {
		return out, nil
	}
	n, err := f.Unreadable()
	if err != nil {
		return out, fmt.Errorf("count what could not be searched: %w", err)
	}
	out.unsearchable += n
	return out, nil
}

// wholeLimit is how many documents are looked at for their whole text alone, beside those
// that have the nearest sentences.
const wholeLimit = 20

// find asks for documents and for sentences, and gathers the sentences by document. The
// score is that of the whole document and a share of that of its best sentences.
func (f *caseFinder) find(ctx context.Context, text string, limit int) ([]candidate, error) {
	whole, err := f.nearDocuments(ctx, text, 2*limit)
	if err != nil {
		return nil, err
	}
	hits, err := f.Statements.Statements(ctx, index.StatementRequest{Text: text, Weights: forms(text), Limit: 3 * limit})
	if err != nil {
		return nil, err
	}
	g := gathered{at: map[string]int{}}
	for _, h := range hits {
		if _, seen := g.at[h.Document]; seen || len(g.list) < limit {
			g.sentence(h)
		}
	}
	for i, h := range whole {
		if _, seen := g.at[h.ID]; seen || i < wholeLimit {
			g.document(h.ID).score += h.Score
		}
	}
	return f.candidates(g.sorted(), text)
}

// gathered is what was found of each document.
type gathered struct {
	at   map[string]int
	list []foundDocument
}

// foundDocument is a document with the places of its nearest sentences.
type foundDocument struct {
	id     string
	score  float64
	share  float64 // what its next sentence counts
	places []evidence.Span
}

func (g *gathered) document(id string) *foundDocument {
	i, seen := g.at[id]
	if !seen {
		i = len(g.list)
		g.at[id], g.list = i, append(g.list, foundDocument{id: id, share: unitShare})
	}
	return &g.list[i]
}

func (g *gathered) sentence(h index.StatementHit) {
	d := g.document(h.Document)
	d.score += d.share * h.Score
	d.share *= 0.3
	d.places = append(d.places, evidence.Span{Page: h.Page, Start: h.Start, End: h.End})
}

// sorted gives the documents, the best first.
func (g *gathered) sorted() []foundDocument {
	slices.SortFunc(g.list, func(a, b foundDocument) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.id, b.id)) })
	return g.list
}

// candidates opens the documents that were found.
func (f *caseFinder) candidates(list []foundDocument, text string) ([]candidate, error) {
	out := make([]candidate, 0, len(list))
	for _, d := range list {
		s, err := f.load(d.id)
		if errors.Is(err, evidence.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read document %s: %w", d.id, err)
		}
		c := candidate{source: s, score: d.score}
		for _, p := range d.places {
			if u := s.index(p.Page, p.Start); u >= 0 && len(c.units) < bestUnits && !slices.Contains(c.units, u) {
				c.units = append(c.units, u)
			}
		}
		if u := s.nearest(text); len(c.units) == 0 && u >= 0 {
			c.units = append(c.units, u)
		}
		out = append(out, c)
	}
	return out, nil
}

// forms are the words of the same class as those of a text, with a small weight.
func forms(text string) map[string]float64 {
	x := words()
	_, classes := vocabulary(text)
	out := map[string]float64{}
	for _, c := range classes {
		for _, w := range x.members[c] {
			out[w] = formShare
		}
	}
	for _, w := range split(text) {
		if x.stop[w.fold] {
			continue
		}
		for _, v := range inflect(w.fold) {
			if _, known := out[v]; !known {
				out[v] = formShare
			}
		}
	}
	for _, w := range split(text) {
		out[w.fold] = 1
	}
	return out
}

// inflect guesses the other forms of a word; those that no document has cost nothing.
func inflect(w string) []string {
	root := stem(w)
	if len(root) < 3 {
		return nil
	}
	var out []string
	for _, e := range []string{"", "s", "e", "es", "ed", "ing", "ion", "ions", "ure"} {
		if root+e != w {
			out = append(out, root+e)
		}
	}
	return out
}

func (f *caseFinder) load(id string) (*source, error) {
	return f.cache.get(id, func() (*source, error) {
		d, err := f.Documents.Full(id)
		if err != nil {
			return nil, err
		}
		if f.Facts != nil && d.Statements == nil {
			f.Facts(d)
		}
		return prepare(d), nil
	})
}

func (f *caseFinder) each(ctx context.Context, ids []string, yield func(*source) error) error {
	if ids == nil {
		err := f.Documents.Documents(func(d *evidence.Document) error {
			if d.Error == nil {
				ids = append(ids, d.ID)
			}
			return ctx.Err()
		})
		if err != nil {
			return err
		}
	}
	for _, id := range ids {
		s, err := f.load(id)
		if errors.Is(err, evidence.ErrNotFound) {
			continue
		}
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = yield(s)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// cache keeps prepared documents; when full it forgets the one that was put in first.
type cache struct {
	lock  sync.Mutex
	size  int
	items map[string]*source
	order []string
}

func newCache(size int) *cache { return &cache{size: size, items: map[string]*source{}} }

func (c *cache) get(id string, load func() (*source, error)) (*source, error) {
	c.lock.Lock()
	s := c.items[id]
	c.lock.Unlock()
	if s != nil {
		return s, nil
	}
	s, err := load()
	if err != nil {
		return nil, err
	}
	c.lock.Lock()
	defer c.lock.Unlock()
	if c.items[id] == nil {
		c.items[id], c.order = s, append(c.order, id)
	}
	for len(c.order) > c.size {
		delete(c.items, c.order[0])
		c.order = c.order[1:]
	}
	return s, nil
}
