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

func (f *caseFinder) standing() (string, int, int) {
	st := f.Statements.Status()
	unread := 0
	if f.Unreadable != nil {
		unread = f.Unreadable()
	}
	return st.Snapshot, st.Searchable, st.Unsearchable + unread
}

// find asks for sentences and gathers them by document.
func (f *caseFinder) find(ctx context.Context, text string, limit int) ([]candidate, error) {
	hits, err := f.Statements.Statements(ctx, index.StatementRequest{Text: text, Weights: forms(text), Limit: 3 * limit})
	if err != nil {
		return nil, err
	}
	at := map[string]int{}
	var out []candidate
	var shares []float64
	for _, h := range hits {
		i, seen := at[h.Document]
		if !seen {
			if len(out) == limit {
				continue
			}
			s, err := f.load(h.Document)
			if errors.Is(err, evidence.ErrNotFound) {
				continue
			}
			if err != nil {
				return nil, fmt.Errorf("read document %s: %w", h.Document, err)
			}
			i = len(out)
			at[h.Document] = i
			out, shares = append(out, candidate{source: s}), append(shares, 1)
		}
		c := &out[i]
		c.score += shares[i] * h.Score
		shares[i] *= 0.3
		if u := c.source.index(h.Page, h.Start); u >= 0 && len(c.units) < bestUnits && !slices.Contains(c.units, u) {
			c.units = append(c.units, u)
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
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
