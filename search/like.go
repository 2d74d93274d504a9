package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"

	"averment/evidence"
	"averment/index"
)

// The words that stand for a text: of the most frequent, those that are rare elsewhere.
const (
	likeTokens  = 20000
	likeWeighed = 300
	likeWords   = 25
	likeFew     = 3 // documents that may have a word in the smallest case
)

// likeForm is the value of the field like: an id, its page, and bytes of that page.
var likeForm = regexp.MustCompile(`^([0-9a-f]{8,64})(?::([1-9]\d{0,8})(?::(\d{1,9})-(\d{1,9}))?)?$`)

// parseLike reads ID, ID:PAGE or ID:PAGE:START-END.
func parseLike(text string) (*Like, error) {
	m := likeForm.FindStringSubmatch(text)
	if m == nil {
		return nil, fmt.Errorf("%q is no document; expected at least 8 digits of its id, and after colons a page and the first and last byte of a passage", text)
	}
	n := &Like{ID: m[1]}
	for i, into := range []*int{&n.Page, &n.Start, &n.End} {
		if m[i+2] == "" {
			break
		}
		var err error
		if *into, err = strconv.Atoi(m[i+2]); err != nil {
			return nil, err
		}
	}
	if m[3] != "" && n.Start >= n.End {
		return nil, errors.New("the passage ends before it begins")
	}
	return n, nil
}

// text is the value as parseLike reads it.
func (n *Like) text() string {
	s := n.ID
	if n.Page > 0 {
		s += ":" + strconv.Itoa(n.Page)
	}
	if n.End > 0 {
		s += fmt.Sprintf(":%d-%d", n.Start, n.End)
	}
	return s
}

// reads says what the documents are like.
func (n *Like) reads() string {
	s := "telling words of the document " + n.ID[:min(len(n.ID), 12)]
	switch {
	case n.End > 0:
		s = fmt.Sprintf("telling words of a passage on page %d of the document %s", n.Page, n.ID[:min(len(n.ID), 12)])
	case n.Page > 0:
		s = fmt.Sprintf("telling words of page %d of the document %s", n.Page, n.ID[:min(len(n.ID), 12)])
	}
	return s
}

// compile makes the expression of a query; what is like a document is looked up first.
func (e *Engine) compile(ctx context.Context, root Node) (index.Expr, error) {
	for _, like := range likes(root, nil) {
		known, err := e.lookUp(ctx, like)
		if err != nil {
			return nil, err
		}
		root = replace(root, like, known)
	}
	return compile(root), nil
}

func likes(n Node, out []*Like) []*Like {
	if l, ok := n.(*Like); ok {
		return append(out, l)
	}
	for _, c := range children(n) {
		out = likes(c, out)
	}
	return out
}

// lookUp gives the node with its words. The document itself is left out.
func (e *Engine) lookUp(ctx context.Context, n *Like) (*Like, error) {
	found, err := e.find.Search(ctx, index.Request{Expr: index.IDPrefix{Hex: n.ID}, Limit: 2})
	if err != nil {
		return nil, err
	}
	if len(found.Hits) != 1 {
		message := fmt.Sprintf("no document has an id that begins with %s", n.ID)
		if len(found.Hits) > 1 {
			message = fmt.Sprintf("more than one document has an id that begins with %s", n.ID)
		}
		return nil, &Error{Code: CodeInvalid, Message: message, Hint: "Give more digits of the id, as the hits of a search print it.", Suggestion: "*"}
	}
	id := found.Hits[0].ID
	doc, err := e.texts.Full(id)
	if err != nil {
		return nil, fmt.Errorf("read document %s: %w", id, err)
	}
	words, err := e.telling(ctx, n.words(doc))
	if err != nil {
		return nil, err
	}
	known := *n
	known.expr = index.And{Of: []index.Expr{index.Or{Of: words}, index.Not{X: index.IDPrefix{Hex: id}}}}
	if len(words) == 0 {
		known.expr = index.None{}
	}
	return &known, nil
}

// words gives the folded words of the document, page or passage, furniture left out.
func (n *Like) words(doc *evidence.Document) (words []string) {
	for _, p := range doc.Pages {
		if n.Page > 0 && p.Number != n.Page {
			continue
		}
		if n.End > 0 {
			span := evidence.Span{Page: p.Number, Start: n.Start, End: min(n.End, len(p.Text))}
			return tokensOf(nil, span.Text(doc.Pages))
		}
		at := 0
		for _, f := range append(slices.Clone(p.Furniture), evidence.Range{Start: len(p.Text), End: len(p.Text)}) {
			if f.Start > at {
				words = tokensOf(words, p.Text[at:min(f.Start, len(p.Text))])
			}
			at = max(at, f.End)
		}
	}
	return words
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
		if float64(n) > max(all/2, likeFew) {
			continue // tells nothing
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
