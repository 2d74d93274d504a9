package ui

import (
	"context"
	"slices"
	"strings"

	"averment/evidence"
	"averment/index"
	"averment/search"
)

// spots are the places of the words of a query in a document.
func spots(d *evidence.Document, query string) []evidence.Span {
	var out []evidence.Span
	for _, p := range d.Pages {
		low := strings.ToLower(p.Text)
		for _, w := range strings.Fields(strings.ToLower(query)) {
			for at := 0; ; {
				i := strings.Index(low[at:], w)
				if i < 0 {
					break
				}
				out = append(out, evidence.Span{Page: p.Number, Start: at + i, End: at + i + len(w)})
				at += i + len(w)
			}
		}
	}
	slices.SortFunc(out, func(a, b evidence.Span) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	return out
}

func (s *sample) Search(_ context.Context, r search.Request) (*search.Answer, error) {
	if i := strings.Index(r.Query, "("); i >= 0 && !strings.Contains(r.Query, ")") {
		return nil, &search.Error{Code: search.CodeInvalid, Message: "a bracket is not closed", Hint: "Write ) at the end.", At: i, Suggestion: r.Query + ")"}
	}
	a := &search.Answer{Version: 1, Query: search.Echo{Text: r.Query, Reads: "documents with " + r.Query, Warnings: []search.Warning{}}, Searched: 3, Unsearchable: 1, Snapshot: "5nap5hot5nap5hot", TookMS: 1.2, Hits: []search.Hit{}, Facets: map[string][]index.FacetCount{}, Histogram: []index.FacetCount{}}
	for _, d := range s.docs {
		found := spots(d, r.Query)
		if r.Query != "" && len(found) == 0 || len(r.Facets["kind"]) > 0 && !slices.Contains(r.Facets["kind"], string(d.Kind)) {
			continue
		}
		a.Total++
		h := search.Hit{ID: d.ID, Title: d.Title, Kind: d.Kind, Publisher: d.Publisher, Author: d.Author, Published: d.Date(), Path: d.Source.Path, Score: 1, Occurrences: len(found), Excerpts: []search.Excerpt{}, TitleMarks: [][2]int{}}
		if len(found) > 0 {
			p := d.Pages[found[0].Page-1]
			h.Excerpts = append(h.Excerpts, search.Excerpt{Page: p.Number, End: len(p.Text), Text: p.Text, Marks: [][2]int{{found[0].Start, found[0].End}}})
		}
		if r.Limit >= 0 {
			a.Hits = append(a.Hits, h)
		}
		a.Facets["kind"] = count(a.Facets["kind"], string(d.Kind))
		a.Facets["publisher"] = count(a.Facets["publisher"], d.Publisher)
		a.Histogram = count(a.Histogram, d.Date().Value[:7])
	}
	if strings.Contains(r.Query, " ") {
		a.Query.Warnings = append(a.Query.Warnings, search.Warning{Message: "two readings", Alternatives: []search.Alternative{{Query: `"` + r.Query + `"`, Total: 1}}})
	}
	return a, nil
}

func count(list []index.FacetCount, value string) []index.FacetCount {
	for i := range list {
		if list[i].Value == value {
			list[i].Count++
			return list
		}
	}
	if value == "" {
		return list
	}
	return append(list, index.FacetCount{Value: value, Count: 1})
}

func (s *sample) All(ctx context.Context, r search.Request, yield func(search.Hit) error) error {
	a, err := s.Search(ctx, r)
	if err != nil {
		return err
	}
	for _, h := range a.Hits {
		if err := yield(h); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Places(_ context.Context, q string, _ search.Dialect, id string) ([]search.Place, error) {
	d, err := s.Full(id)
	if err != nil {
		return nil, err
	}
	var out []search.Place
	for i, sp := range spots(d, q) {
		out = append(out, search.Place{Number: i + 1, Span: sp, Text: sp.Text(d.Pages)})
	}
	return out, nil
}

func (s *sample) Terms(_ context.Context, queries []string, _ search.Dialect) (*search.TermReport, error) {
	r := &search.TermReport{Version: 1, Searchable: 3, Unsearchable: 1, Terms: []search.Term{}}
	for _, q := range queries {
		r.Terms = append(r.Terms, search.Term{Query: q, Reads: "documents with " + q, Documents: 2, WithFamily: 2, Unique: 1, Occurrences: 5, Warnings: []search.Warning{}})
	}
	return r, nil
}

func (s *sample) RunSaved(_ context.Context, list []search.Saved) ([]search.SavedResult, error) {
	out := []search.SavedResult{}
	for _, one := range list {
		out = append(out, search.SavedResult{Saved: one, Total: one.LastTotal + 2, New: 2})
	}
	return out, nil
}
