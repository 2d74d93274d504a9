package ui

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"

	"averment/search"
)

type hitView struct {
	Number      int
	ID          string
	Title       string
	URL         string
	Kind        string
	Where       string // publisher or docket
	Author      string
	Date        string // value
	Occurrences int
	Excerpts    []excerptView
}

type excerptView struct {
	Page  int
	Cite  string
	URL   string
	Parts []part
	Cut   bool // there is text before it
}

// part is a piece of text, marked or not.
type part struct {
	Text string
	Mark bool
}

func viewHit(a ask, h search.Hit, number int) hitView {
	base := "/documents/" + h.ID[:min(16, len(h.ID))]
	v := hitView{Number: number, ID: h.ID, Title: nameOf(h.Title, h.Path, h.ID), Kind: string(h.Kind), Author: h.Author,
		Where: h.Publisher, Date: isoDate(h.Published), Occurrences: h.Occurrences, URL: hitURL(base, a, 0, 0)}
	if v.Where == "" {
		v.Where = h.Docket
	}
	for _, e := range h.Excerpts {
		v.Excerpts = append(v.Excerpts, excerptView{Page: e.Page, Cite: cmp.Or(e.Place, "page "+strconv.Itoa(e.Page)), URL: hitURL(base, a, e.Page, e.Start), Parts: cutMarks(e.Text, e.Marks), Cut: e.Start > 0})
	}
	return v
}

// hitURL opens a document with the hits of the search marked.
func hitURL(base string, a ask, page, at int) string {
	v := url.Values{}
	if a.Query != "" {
		v.Set("q", a.Query)
	}
	if a.Dialect != search.Averment {
		v.Set("dialect", string(a.Dialect))
	}
	if page > 0 {
		v.Set("page", strconv.Itoa(page))
		v.Set("at", strconv.Itoa(at))
	}
	if len(v) == 0 {
		return base
	}
	return base + "?" + v.Encode()
}

// cutMarks splits a text at its marks, which may be out of order or out of bounds.
func cutMarks(text string, marks [][2]int) []part {
	marks = slices.Clone(marks)
	slices.SortFunc(marks, func(a, b [2]int) int { return a[0] - b[0] })
	var out []part
	done := 0
	for _, m := range marks {
		if m[0] < done || m[1] > len(text) || m[0] >= m[1] {
			continue
		}
		if m[0] > done {
			out = append(out, part{text[done:m[0]], false})
		}
		out = append(out, part{text[m[0]:m[1]], true})
		done = m[1]
	}
	if done < len(text) {
		out = append(out, part{text[done:], false})
	}
	return out
}

func escapeQuery(s string) string { return url.QueryEscape(s) }

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// passageURL opens a document at a place.
func passageURL(doc string, page, start int) string {
	return fmt.Sprintf("/documents/%s?page=%d&at=%d#at", doc[:min(16, len(doc))], page, start)
}
