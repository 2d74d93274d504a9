package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"averment/evidence"
	"averment/index"
)

// The work that suggestions may take.
const (
	maxUnknown = 3  // words of a query that are looked after
	maxLooked  = 10 // documents whose spellings are looked at
	maxOffered = 3  // suggestions
)

// Suggest offers queries in which a word that no document has is spelt as documents
// spell it, each with the number of documents, most first.
func (e *Engine) Suggest(ctx context.Context, q *Query) ([]Alternative, error) {
	var out []Alternative
	for _, w := range plainWords(q.Root, nil) {
		if len(out) >= maxUnknown {
			break
		}
		n, err := e.total(ctx, compile(w))
		if err != nil {
			return nil, e.explain(err)
		}
		if n > 0 {
			continue
		}
		found, err := e.spellings(ctx, q, w)
		if err != nil {
			return nil, e.explain(err)
		}
		out = append(out, found...)
	}
	slices.SortStableFunc(out, func(a, b Alternative) int { return b.Total - a.Total })
	return out[:min(len(out), maxOffered)], nil
}

// didYouMean is the warning of an answer without hits.
func (e *Engine) didYouMean(ctx context.Context, q *Query) ([]Warning, error) {
	list, err := e.Suggest(ctx, q)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return []Warning{{Message: fmt.Sprintf("no document has all of this; did you mean %s?", list[0].Query), Alternatives: list}}, nil
}

// allowedEdits is how differently a word may be spelt: a word of five letters has a
// great many others within two edits, none of them meant.
func allowedEdits(word string) int {
	switch n := len([]rune(word)); {
	case n < 3:
		return 0
	case n < 6:
		return 1
	}
	return 2
}

// textOf is the text of a Word or of Forms.
func textOf(n Node) string {
	if f, ok := n.(*Forms); ok {
		return f.Text
	}
	if w, ok := n.(*Word); ok {
		return w.Text
	}
	return ""
}

// likewise is another word in the way of n.
func likewise(n Node, word string) Node {
	if _, ok := n.(*Forms); ok {
		return &Forms{word}
	}
	return &Word{word}
}

// plainWords are the plain words of a tree, also with their forms, outside fields and
// NOT.
func plainWords(n Node, out []Node) []Node {
	switch n := n.(type) {
	case *Word, *Forms:
		return append(out, n)
	case *Not, *Field:
		return out
	}
	for _, c := range children(n) {
		out = plainWords(c, out)
	}
	return out
}

func (e *Engine) total(ctx context.Context, x index.Expr) (int, error) {
	found, err := e.find.Search(ctx, index.Request{Expr: x})
	if err != nil {
		return 0, err
	}
	return found.Total, nil
}

// spellings looks for words like w in the documents, and gives the query with each that
// makes it find something.
func (e *Engine) spellings(ctx context.Context, q *Query, w Node) ([]Alternative, error) {
	text := textOf(w)
	for edits := 1; edits <= allowedEdits(text); edits++ {
		words, err := e.near(ctx, text, edits)
		if err != nil {
			return nil, err
		}
		var out []Alternative
		for _, word := range words[:min(len(words), maxOffered)] {
			other := &Query{Dialect: q.Dialect, Root: replace(q.Root, w, likewise(w, word))}
			expr, err := e.compile(ctx, other.Root)
			if err != nil {
				return nil, err
			}
			n, err := e.total(ctx, expr)
			if err != nil {
				return nil, err
			}
			if n > 0 {
				out = append(out, Alternative{other.String(), n})
			}
		}
		if len(out) > 0 {
			return out, nil
		}
	}
	return nil, nil
}

// near gives the words of documents within some edits of a word, the most frequent in
// the documents looked at first.
func (e *Engine) near(ctx context.Context, word string, edits int) ([]string, error) {
	// The first letter is hardly ever wrong, and without it "near" is like "year".
	expr := index.Fuzzy{Text: index.Fold(word), Edits: edits, Prefix: 1}
	found, err := e.find.Search(ctx, index.Request{Expr: expr, Limit: maxLooked, Spots: true})
	if err != nil {
		return nil, err
	}
	counts := map[string]int{}
	for _, h := range found.Hits {
		doc, err := e.texts.Full(h.ID)
		if err != nil {
			return nil, fmt.Errorf("read document %s: %w", h.ID, err)
		}
		countSpots(doc, h.Spots, counts)
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return words, nil
}

func countSpots(doc *evidence.Document, spots []index.Spot, counts map[string]int) {
	for _, s := range bodySpots(doc, index.NewMap(doc).Locate(spots)) {
		counts[index.Fold(page(doc, s.Page).Text[s.ByteStart:s.ByteEnd])]++
	}
}
