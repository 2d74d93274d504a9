package crosscheck

import (
	"context"
	"fmt"
	"slices"

	"averment/index"
)

// nearDocuments scores whole documents, titles too, by BM25: by document hash.
func (f *caseFinder) nearDocuments(ctx context.Context, text string, limit int) ([]index.Hit, error) {
	var words []index.Expr
	for _, w := range rankingWords(text) {
		words = append(words, index.Term{Text: w})
	}
	if len(words) == 0 {
		return nil, nil
	}
	found, err := f.Statements.Search(ctx, index.Request{Expr: index.Or{Of: words}, Limit: limit})
	if err != nil {
		return nil, fmt.Errorf("rank documents: %w", err)
	}
	return found.Hits, nil
}

// rankingWords are the distinct words of a text that say something, all of them where
// none does, in the order of the alphabet.
func rankingWords(text string) []string {
	var all, content []string
	for _, w := range split(text) {
		all = append(all, w.fold)
		if !words().stop[w.fold] {
			content = append(content, w.fold)
		}
	}
	if len(content) == 0 {
		content = all
	}
	slices.Sort(content)
	return slices.Compact(content)
}

// nearest is a unit of a document that has most of the words of a text, for a document
// of which no sentence was found. -1 where it has no units.
func (s *source) nearest(text string) int {
	list := rankingWords(text)
	best, most := -1, -1
	for i := range s.units {
		n := 0
		for _, w := range s.units[i].words {
			if _, ok := slices.BinarySearch(list, w.fold); ok {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}
