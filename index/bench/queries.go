package bench

import (
	"context"

	"averment/index"
)

// queries are the searches of the performance page, with all facets and twenty hits.
func queries() []query {
	word := func(w string) index.Expr { return index.Term{Text: w} }
	near := func(a, b string, n int) index.Expr {
		return index.Near{Operands: []index.Expr{word(a), word(b)}, N: n}
	}
	phrase := func(words ...string) index.Expr {
		var p index.Phrase
		for _, w := range words {
			p.Parts = append(p.Parts, word(w))
		}
		return p
	}
	page := func(e index.Expr) index.Request {
		return index.Request{Expr: e, Limit: 20, Facets: index.FacetNames(), Histogram: true, Spots: true}
	}
	term := func(w string, facets bool) func(context.Context, *Stock) (int, error) {
		return func(ctx context.Context, s *Stock) (int, error) { return s.Term(ctx, w, facets) }
	}
	pair := func(p string, facets bool) func(context.Context, *Stock) (int, error) {
		return func(ctx context.Context, s *Stock) (int, error) { return s.Phrase(ctx, p, facets) }
	}
	mid := Word(2000)
	return []query{
		{"count, common word", index.Request{Expr: word("court")}, nil},
		{"common word, 20 hits", index.Request{Expr: word("court"), Limit: 20}, term("court", false)},
		{"common word, all facets", page(word("court")), term("court", true)},
		{"mid word, all facets", page(word(mid)), term(mid, true)},
		{"every document, all facets", page(index.All{}), nil},
		{"two words, all facets", page(index.And{Of: []index.Expr{word("breach"), word("contract")}}), nil},
		{"phrase, 20 hits", index.Request{Expr: phrase("state", "court"), Limit: 20}, pair("state court", false)},
		{"phrase of common words, 20 hits", index.Request{Expr: phrase("of", "the"), Limit: 20}, nil},
		{"phrase, all facets", page(phrase("company", "data")), pair("company data", true)},
		{"w/5, all facets", page(near("breach", "contract", 5)), nil},
		{"same sentence, all facets", page(index.Near{Operands: []index.Expr{word("breach"), word("contract")}, Unit: index.Sentence}), nil},
		{"prefix w/10, all facets", page(index.Near{Operands: []index.Expr{index.Pattern{Text: "contr*"}, word("court")}, N: 10}), nil},
		{"leading wildcard", page(index.Pattern{Text: "*tract"}), nil},
		{"spelling within 2", page(index.Fuzzy{Text: "contrakt", Edits: 2}), nil},
		{"by date, common word", index.Request{Expr: word("court"), Limit: 20, Sort: index.Newest},
			func(ctx context.Context, s *Stock) (int, error) { return s.ByDate(ctx, "court") }},
		{"by title, common word", index.Request{Expr: word("court"), Limit: 20, Sort: index.ByTitle}, nil},
		{"amount in the text, all facets", page(index.AmountIn{Min: 1e6, Max: 1e9}), nil},
	}
}
