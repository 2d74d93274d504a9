package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/blevesearch/vellum/levenshtein"
)

// maxExpansion is how many terms one word of a query may stand for.
const maxExpansion = 16384

// wordKey names a word of a query in a field.
type wordKey struct {
	field string
	e     Expr
}

// expansions holds the terms that the words of one query stand for, the same for all
// segments, and the words that were cut.
type expansions struct {
	ctx     context.Context
	view    *view
	fuzzy   *fuzzyBuilders
	columns *columnCache
	terms   map[wordKey][]string
	cut     []string
}

// of gives the terms for a word of a query.
func (x *expansions) of(field string, e Expr) ([]string, error) {
	if t, ok := e.(Term); ok {
		return []string{t.Text}, nil
	}
	key := wordKey{field, e}
	if list, ok := x.terms[key]; ok {
		return list, nil
	}
	w, ok := wordOf(e)
	if !ok {
		return nil, invalid("%T is no word", e)
	}
	found := map[string]bool{}
	for _, s := range x.view.segments {
		if err := x.scan(s, field, e, w, found); err != nil {
			return nil, err
		}
	}
	list := make([]string, 0, len(found))
	for t := range found {
		list = append(list, t)
	}
	slices.Sort(list)
	if len(list) > maxExpansion {
		list = list[:maxExpansion]
		x.cut = append(x.cut, display(e))
	}
	x.terms[key] = list
	return list, nil
}

// scan collects the matching terms of one segment.
func (x *expansions) scan(s *segment, field string, e Expr, w word, found map[string]bool) error {
	take := func(term string) bool {
		if w.match(term, term) {
			found[term] = true
		}
		return true
	}
	start, end := []byte(w.prefix), after([]byte(w.prefix))
	if f, ok := e.(Fuzzy); ok {
		return x.scanFuzzy(s, field, f, start, end, take)
	}
	if p, ok := e.(Pattern); ok && w.prefix == "" && field == "body" {
		list, err := x.columns.raw(s).wordList()
		if err != nil {
			return err
		}
		return scanWords(x.ctx, list, p.Text, take)
	}
	return s.terms(x.ctx, field, start, end, take)
}

// scanFuzzy walks only the part of the dictionary that an automaton reaches. The
// automaton counts runes as the test does, and the test has the last word.
func (x *expansions) scanFuzzy(s *segment, field string, f Fuzzy, start, end []byte, take func(string) bool) error {
	dfa, err := x.fuzzy.automaton(f.Text, f.Edits)
	if err != nil {
		return err
	}
	dict, err := s.data.Dictionary(field)
	if err != nil {
		return fmt.Errorf("read dictionary of %s: %w", field, err)
	}
	return drain(x.ctx, dict.AutomatonIterator(dfa, start, end), take)
}

// fuzzyBuilders makes the tables behind Levenshtein automata once, when first needed.
type fuzzyBuilders struct {
	once     [2]sync.Once
	builders [2]*levenshtein.LevenshteinAutomatonBuilder
	errs     [2]error
}

func (b *fuzzyBuilders) automaton(text string, edits int) (*levenshtein.DFA, error) {
	if edits < 1 || edits > 2 {
		return nil, invalid("spelling within %d edits; 1 or 2 are possible", edits)
	}
	i := edits - 1
	b.once[i].Do(func() {
		b.builders[i], b.errs[i] = levenshtein.NewLevenshteinAutomatonBuilder(uint8(edits), true)
	})
	if b.errs[i] != nil {
		return nil, fmt.Errorf("prepare fuzzy search: %w", b.errs[i])
	}
	dfa, err := b.builders[i].BuildDfa(text, uint8(edits))
	if err != nil {
		return nil, invalid("spelling of %q: %v", text, err)
	}
	return dfa, nil
}

// display is a word of a query as people write it.
func display(e Expr) string {
	switch e := e.(type) {
	case Pattern:
		return strings.ReplaceAll(e.Text, "#", "=")
	case Forms:
		return e.Text + "~"
	case Fuzzy:
		return fmt.Sprintf("%s~%d", e.Text, e.Edits)
	case Exact:
		return "=" + e.Text
	case Term:
		return e.Text
	}
	return fmt.Sprintf("%T", e)
}
