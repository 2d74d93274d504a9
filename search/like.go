package search

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"time"

	"averment/evidence"
	"averment/index"
)

// LikeRequest asks for documents like a document, like a passage of it, or like a text.
type LikeRequest struct {
	ID    string         // document; "" for a text
	Span  *evidence.Span // passage of the document; nil for the whole
	Text  string         // only without ID
	Limit int            // 0 is DefaultLimit
}

// The words that stand for a text: of the most frequent, those that are rare elsewhere.
const (
	likeTokens  = 20000
	likeWeighed = 300
	likeWords   = 25
)

// Like finds documents that share the telling words of a text, the nearest first. The
// document itself is left out.
func (e *Engine) Like(ctx context.Context, r LikeRequest) (*Answer, error) {
	start := time.Now()
	ctx, cancel := e.limit(ctx)
	defer cancel()
	tokens, self, reads, err := e.likeTokens(r)
	if err != nil {
		return nil, err
	}
	words, err := e.telling(ctx, tokens)
	if err != nil {
		return nil, e.explain(err)
	}
	expr := index.Expr(index.Or{Of: words})
	if self != "" {
		expr = index.And{Of: []index.Expr{expr, index.Not{X: index.IDPrefix{Hex: self}}}}
	}
	request := Request{Limit: r.Limit}
	if err := request.check(); err != nil {
		return nil, err
	}
	ask := request.request(expr)
	ask.Spots = true
	found, err := e.find.Search(ctx, ask)
	if err != nil {
		return nil, e.explain(err)
	}
	a, err := e.answer(ctx, &request, &Query{Root: &All{}, Dialect: Averment}, found)
	if err != nil {
		return nil, e.explain(err)
	}
	a.Query.Reads, a.TookMS = reads, float64(time.Since(start).Microseconds())/1000
	return a, nil
}

// likeTokens gives the folded words of the text asked about, the document that it is
// from, and what the request says in words.
func (e *Engine) likeTokens(r LikeRequest) (words []string, self, reads string, err error) {
	if r.ID == "" {
		return tokensOf(nil, r.Text), "", "documents like this text", nil
	}
	doc, err := e.texts.Full(r.ID)
	if err != nil {
		return nil, "", "", fmt.Errorf("read document %s: %w", r.ID, err)
	}
	if r.Span != nil {
		return tokensOf(nil, r.Span.Text(doc.Pages)), doc.ID, fmt.Sprintf("documents like this passage of page %d of %q", r.Span.Page, doc.Title), nil
	}
	for _, p := range doc.Pages {
		at := 0
		for _, f := range append(slices.Clone(p.Furniture), evidence.Range{Start: len(p.Text), End: len(p.Text)}) {
			if f.Start > at {
				words = tokensOf(words, p.Text[at:min(f.Start, len(p.Text))])
			}
			at = max(at, f.End)
		}
	}
	return words, doc.ID, fmt.Sprintf("documents like %q", doc.Title), nil
}

func tokensOf(words []string, text string) []string {
	if len(words) >= likeTokens {
		return words
	}
	for _, t := range index.Tokens(text) {
		if !t.Alt && len(t.Text) > 2 {
			words = append(words, t.Text)
		}
	}
	return words
}

// telling chooses the words by their number in the text and their rarity in the case.
func (e *Engine) telling(ctx context.Context, tokens []string) ([]index.Expr, error) {
	counts := map[string]int{}
	for _, t := range tokens {
		counts[t]++
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(counts[b]-counts[a], len(b)-len(a), cmp.Compare(a, b)) })
	words = words[:min(len(words), likeWeighed)]
	all := float64(e.find.Status().Searchable)
	weight := map[string]float64{}
	for _, w := range words {
		n, err := e.total(ctx, index.Term{Text: w})
		if err != nil {
			return nil, err
		}
		if n > 1 || len(counts) < likeWords {
			weight[w] = (1 + math.Log(float64(counts[w]))) * math.Log((all+1)/(float64(n)+0.5))
		}
	}
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(weight[b], weight[a]) })
	var out []index.Expr
	for _, w := range words[:min(len(words), likeWords)] {
		if weight[w] > 0 {
			out = append(out, index.Term{Text: w})
		}
	}
	return out, nil
}
