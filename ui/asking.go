package ui

import (
	"net/url"
	"slices"
	"strconv"

	"averment/search"
)

// ask is a search as its address says it: q, dialect, sort, limit, from, since, until and
// facet=NAME=VALUE as often as wanted. Pages and the API read the same names.
type ask struct {
	search.Request
	Choices []string // the facets as NAME=VALUE, in the order of the address
}

func readAsk(v url.Values) (ask, error) {
	a := ask{Choices: v["facet"]}
	dialect, err := search.ParseDialect(v.Get("dialect"))
	if err != nil {
		return a, err
	}
	facets, err := search.ParseFacets(a.Choices)
	if err != nil {
		return a, err
	}
	a.Request = search.Request{Query: v.Get("q"), Dialect: dialect, Sort: v.Get("sort"), Cursor: v.Get("cursor"),
		Facets: facets, Published: [2]string{v.Get("since"), v.Get("until")}}
	for name, into := range map[string]*int{"limit": &a.Limit, "from": &a.From} {
		if text := v.Get(name); text != "" {
			if *into, err = strconv.Atoi(text); err != nil || *into < 0 {
				return a, invalid(name+" must be a number from 0", "")
			}
		}
	}
	return a, nil
}

// address is the query string that says this search; what is as usual is left out.
func (a ask) address() url.Values {
	v := url.Values{}
	set := func(name, value string) {
		if value != "" {
			v.Set(name, value)
		}
	}
	set("q", a.Query)
	if a.Dialect != search.Averment {
		set("dialect", string(a.Dialect))
	}
	if a.Sort != "relevance" {
		set("sort", a.Sort)
	}
	set("since", a.Published[0])
	set("until", a.Published[1])
	for _, c := range a.Choices {
		v.Add("facet", c)
	}
	if a.From > 0 {
		v.Set("from", strconv.Itoa(a.From))
	}
	return v
}

func (a ask) link(page string) string {
	if q := a.address().Encode(); q != "" {
		return page + "?" + q
	}
	return page
}

// with toggles a facet value and begins at the first hit again.
func (a ask) toggled(choice string) ask {
	b := a
	b.From, b.Cursor = 0, ""
	if i := slices.Index(a.Choices, choice); i >= 0 {
		b.Choices = slices.Delete(slices.Clone(a.Choices), i, i+1)
	} else {
		b.Choices = append(slices.Clone(a.Choices), choice)
	}
	return b
}

func (a ask) asked(query string) ask { a.Query, a.From, a.Cursor = query, 0, ""; return a }
func (a ask) sorted(sort string) ask { a.Sort, a.From, a.Cursor = sort, 0, ""; return a }
func (a ask) starting(from int) ask  { a.From, a.Cursor = from, ""; return a }
func (a ask) dated(s, u string) ask  { a.Published, a.From, a.Cursor = [2]string{s, u}, 0, ""; return a }
func (a ask) chosen() bool           { return len(a.Choices) > 0 || a.Published != [2]string{} }
func (a ask) empty() bool            { return a.Query == "" && !a.chosen() }
