package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"averment/evidence"
)

var agreeWords = strings.Fields("alpha beta gamma delta epsilon zeta eta theta contract contracts breach breached")

// randomCase is a case of documents of few different words.
func randomCase(r *rand.Rand, n int) *memory {
	m := &memory{}
	for i := range n {
		var b strings.Builder
		for range 5 + r.IntN(60) {
			b.WriteString(agreeWords[r.IntN(len(agreeWords))])
			b.WriteString([]string{" ", " ", " ", ". ", "\n\n"}[r.IntN(5)])
		}
		d := &evidence.Document{Title: fmt.Sprintf("Document %d", i%7), Kind: []evidence.Kind{evidence.Filing, evidence.Article, evidence.Other}[i%3], Pages: text(b.String(), agreeWords[i%len(agreeWords)])}
		if i%2 == 0 {
			d.Published = day(fmt.Sprintf("20%02d-%02d", 10+i%14, 1+i%12))
		}
		if i%10 == 9 {
			d.Parent = m.docs[i-1].ID
		}
		m.add(fmt.Sprint("d", i), d)
	}
	return m
}

// grown is a random query that is well formed.
func grown(r *rand.Rand, depth int) string {
	word := func() string {
		w := agreeWords[r.IntN(len(agreeWords))]
		switch r.IntN(8) {
		case 0:
			return w[:3] + "*"
		case 1:
			return w + "~"
		case 2:
			return w + "~1"
		case 3:
			return `"` + w + " " + agreeWords[r.IntN(len(agreeWords))] + `"`
		}
		return w
	}
	if depth == 0 {
		return word()
	}
	a, b := grown(r, depth-1), grown(r, depth-1)
	switch r.IntN(9) {
	case 0:
		return "(" + a + ") AND (" + b + ")"
	case 1:
		return "(" + a + ") OR (" + b + ")"
	case 2:
		return "(" + a + ") AND NOT (" + b + ")"
	case 3:
		return fmt.Sprintf("%s w/%d %s", word(), 1+r.IntN(9), word())
	case 4:
		return fmt.Sprintf("%s not w/%d %s", word(), 1+r.IntN(9), word())
	case 5:
		return fmt.Sprintf("(%s OR %s) %s %s", word(), word(), []string{"w/s", "w/p", "pre/3", "+s"}[r.IntN(4)], word())
	case 6:
		return fmt.Sprintf("atleast%d(%s)", 1+r.IntN(4), word())
	case 7:
		return []string{"kind:filing", "published:2012..2018", "title:4", "date:2024"}[r.IntN(4)] + " (" + a + ")"
	}
	return a + " " + b
}

// TestAgreement: the search page, the export, the term report and paging find the same
// number of documents.
func TestAgreement(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	m := randomCase(r, 90)
	e := m.engine(t)
	ctx := context.Background()
	var queries []string
	for range 220 {
		queries = append(queries, grown(r, r.IntN(3)))
	}
	report, err := e.Terms(ctx, queries, Averment)
	if err != nil {
		t.Fatal(err)
	}
	some := 0
	for i, query := range queries {
		a, err := e.Search(ctx, Request{Query: query})
		if err != nil {
			t.Errorf("%s: %v", query, err)
			continue
		}
		exported, occurrences := 0, 0
		if err := e.All(ctx, Request{Query: query, Excerpts: -1}, func(h Hit) error { exported++; occurrences += h.Occurrences; return nil }); err != nil {
			t.Errorf("%s: %v", query, err)
		}
		paged := pagesOf(t, e, query)
		term := report.Terms[i]
		if a.Total != exported || a.Total != term.Documents || a.Total != paged || occurrences != term.Occurrences || term.WithFamily < term.Documents || term.Unique > term.Documents {
			t.Errorf("%s: search %d, export %d, pages %d, report %+v", query, a.Total, exported, paged, term)
		}
		if a.Total > 0 && a.Total < len(m.docs) {
			some++
		}
	}
	if some < 100 {
		t.Errorf("only %d of %d queries tell documents apart", some, len(queries))
	}
}

func pagesOf(t *testing.T, e *Engine, query string) int {
	t.Helper()
	seen := map[string]bool{}
	r := Request{Query: query, Limit: 13, NoFacets: true, Excerpts: -1}
	for {
		a, err := e.Search(context.Background(), r)
		if err != nil {
			t.Errorf("%s: %v", query, err)
			return -1
		}
		for _, h := range a.Hits {
			if seen[h.ID] {
				t.Errorf("%s: %s is on two pages", query, h.ID)
			}
			seen[h.ID] = true
		}
		if r.Cursor = a.Cursor; r.Cursor == "" {
			return len(seen)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	m := randomCase(rand.New(rand.NewPCG(3, 3)), 2000)
	e := m.engine(b)
	for name, query := range map[string]string{"word": "alpha", "and": "alpha beta", "phrase": `"alpha beta"`, "near": "alpha w/5 beta", "wildcard": "contr*", "facets": "kind:filing"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Search(context.Background(), Request{Query: query}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
