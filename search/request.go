package search

import (
	"fmt"
	"slices"
	"strings"

	"averment/evidence"
	"averment/index"
)

// Request is a search.
type Request struct {
	Query   string  // "" is every document, to be narrowed by facets
	Dialect Dialect // "" is averment
	Sort    string  // relevance, date, -date or title; "" is relevance
	Limit   int     // hits on the page; 0 is DefaultLimit, negative none, at most MaxLimit
	From    int     // hits to leave out before the page
	Cursor  string  // Cursor of the answer before; for deep pages
	// Facets are the chosen values: any of the values of one facet, and all the facets.
	Facets    map[string][]string
	Published [2]string // first and last date of the document's own date, "" is open
	NoFacets  bool      // leaves the counts of facets and the histogram out
	Excerpts  int       // passages of a hit; 0 is 3, negative none
}

// ParseFacets reads NAME=VALUE choices.
func ParseFacets(choices []string) (map[string][]string, error) {
	out := map[string][]string{}
	for _, c := range choices {
		name, value, ok := strings.Cut(c, "=")
		if !ok || value == "" {
			return nil, &Error{Code: CodeInvalid, Message: fmt.Sprintf("%q is no chosen facet; expected NAME=VALUE", c), Hint: "Write --facet kind=filing."}
		}
		out[name] = append(out[name], value)
	}
	return out, nil
}

// parse reads the query.
func (r *Request) parse() (*Query, error) {
	if strings.TrimSpace(r.Query) != "" {
		return Parse(r.Query, r.Dialect)
	}
	d, err := ParseDialect(string(r.Dialect))
	return &Query{Dialect: d, Root: &All{}}, err
}

// check refuses what no search can do and fills in what was left out.
func (r *Request) check() error {
	for name := range r.Facets {
		if !slices.Contains(index.FacetNames(), name) {
			return &Error{Code: CodeInvalid, Message: fmt.Sprintf("there is no facet %q", name), Hint: "The facets are " + strings.Join(index.FacetNames(), ", ") + "."}
		}
	}
	switch index.Sort(r.Sort) {
	case "", index.ByRelevance, index.Oldest, index.Newest, index.ByTitle:
	default:
		return &Error{Code: CodeInvalid, Message: fmt.Sprintf("cannot sort by %q", r.Sort), Hint: "Sort by relevance, date, -date or title."}
	}
	for _, d := range r.Published {
		if d == "" {
			continue
		}
		if _, err := evidence.ParseDate(d); err != nil {
			return &Error{Code: CodeInvalid, Message: err.Error(), Hint: "Write a date such as 2024-08."}
		}
	}
	if r.Limit > MaxLimit {
		return &Error{Code: CodeInvalid, Message: fmt.Sprintf("at most %d hits can be shown at a time", MaxLimit), Hint: "Go on with the cursor of the answer, or export all hits as CSV."}
	}
	if r.Limit == 0 {
		r.Limit = DefaultLimit
	}
	r.Limit, r.From = max(0, r.Limit), max(0, r.From)
	if r.Excerpts == 0 {
		r.Excerpts = 3
	}
	return nil
}

// request is the part of the search that the index does.
func (r *Request) request(e index.Expr) index.Request {
	return index.Request{Expr: e, Sort: index.Sort(r.Sort), Limit: r.Limit, Offset: r.From, After: r.Cursor, Filters: r.Facets, Published: r.Published}
}
