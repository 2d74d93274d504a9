package ui

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
	"averment/index"
	"averment/search"
)

type facetView struct {
	Name, Label string
	Open        bool
	Values      []facetValue
	More        []facetValue
}

type facetValue struct {
	Value, URL string
	Count      int
	Chosen     bool
}

// facetLabels are the facets in the order of the page; the first ones stand open.
var facetLabels = [][2]string{{"kind", "Kind"}, {"speaker", "Speaker"}, {"stance", "Stance"}, {"cause", "Cause of action"}, {"party", "Party"},
	{"role", "Role"}, {"court", "Court"}, {"docket", "Docket"}, {"publisher", "Publisher"}, {"author", "Author"}, {"year", "Year"}, {"amount", "Amount"},
	{"citation", "Citation"}, {"custodian", "Custodian"}, {"collection", "Collection"}, {"tag", "Tag"}, {"state", "Text"}}

const (
	openFacets  = 4
	facetValues = 7  // shown at once
	facetMore   = 20 // behind "more"
)

func facetViews(a ask, answer *search.Answer) []facetView {
	var out []facetView
	for i, name := range facetLabels {
		counts := answer.Facets[name[0]]
		if len(counts) == 0 && len(a.Facets[name[0]]) == 0 {
			continue
		}
		v := facetView{Name: name[0], Label: name[1], Open: i < openFacets || len(a.Facets[name[0]]) > 0}
		all := facetLinks(a, name[0], counts, answer.Chosen[name[0]])
		n := min(facetValues, len(all))
		v.Values, v.More = all[:n], all[n:min(len(all), n+facetMore)]
		out = append(out, v)
	}
	return out
}

// led is the search with its chosen names of parties and speakers as the case knows them:
// those of the facets, whatever spelling the address has.
func (a ask) led(answer *search.Answer) ask {
	seen, leads := map[string]int{}, map[string]string{}
	for _, c := range a.Choices {
		name, value, _ := strings.Cut(c, "=")
		if i, known := seen[name], answer.Chosen[name]; i < len(known) {
			value = known[i].Value
		}
		seen[name]++
		leads[c] = name + "=" + value
	}
	b := a
	b.Choices, b.Facets = nil, map[string][]string{}
	for _, c := range a.Choices {
		if lead := leads[c]; !slices.Contains(b.Choices, lead) {
			name, value, _ := strings.Cut(lead, "=")
			b.Choices, b.Facets[name] = append(b.Choices, lead), append(b.Facets[name], value)
		}
	}
	return b
}

// facetLinks puts chosen values first, also those that no document has any more, or that
// are not among the most frequent.
func facetLinks(a ask, name string, counts, chosen []index.FacetCount) (out []facetValue) {
	link := func(c index.FacetCount, on bool) facetValue {
		return facetValue{c.Value, a.toggled(name + "=" + c.Value).link("/"), c.Count, on}
	}
	for _, value := range a.Facets[name] {
		c := index.FacetCount{Value: value}
		for _, known := range append(counts[:len(counts):len(counts)], chosen...) {
			if known.Value == value {
				c = known
			}
		}
		out = append(out, link(c, true))
	}
	for _, c := range counts {
		if !slices.Contains(a.Facets[name], c.Value) {
			out = append(out, link(c, false))
		}
	}
	return out
}

func chips(a ask) []chip {
	var out []chip
	for _, c := range a.Choices {
		name, value, _ := strings.Cut(c, "=")
		for _, l := range facetLabels {
			if l[0] == name {
				name = l[1]
			}
		}
		out = append(out, chip{name + ": " + value, a.toggled(c).link("/")})
	}
	if since, until := a.Published[0], a.Published[1]; since != "" || until != "" {
		label := "Dated " + dateWord(since) + " – " + dateWord(until)
		if since == until {
			label = "Dated " + dateWord(since)
		}
		out = append(out, chip{label, a.dated("", "").link("/")})
	}
	return out
}

// histView is a bar chart of documents by month or by year; each bar is a filter.
type histView struct {
	Bars    []bar
	Axis    []link
	Tallest int
	Unit    string
	Sel     *[2]int // x and width of what is chosen
	Since   string
	Until   string
}

type bar struct {
	X, W, InnerX, InnerW, Y, H int
	URL, Label                 string
	In                         bool
}

// The chart's drawing units.
const (
	histWidth  = 720
	histHeight = 60
	maxMonths  = 120 // more than ten years are shown by year
)

// histogram draws the months of the answer; nil when there is nothing to draw.
func histogram(a ask, months []index.FacetCount) *histView {
	counts, first, last := monthCounts(months)
	if len(counts) == 0 {
		return nil
	}
	h := &histView{Unit: "month", Since: a.Published[0], Until: a.Published[1]}
	start, span := first/12*12, (last/12-first/12+1)*12
	step := 1
	if span > maxMonths {
		step, h.Unit = 12, "year"
		grouped := map[int]int{}
		for m, n := range counts {
			grouped[m/12*12] += n
		}
		counts = grouped
	}
	for _, n := range counts {
		h.Tallest = max(h.Tallest, n)
	}
	from, to, chosen := bounds(a.Published)
	x := func(m int) int { return (m - start) * histWidth / span }
	for m := start; m < start+span; m += step {
		n := counts[m]
		if n == 0 {
			continue
		}
		value := monthValue(m, step)
		b := bar{X: x(m), W: max(1, x(m+step)-x(m)), URL: a.dated(value, value).link("/"), Label: dateWord(value) + ": " + plural(n, "document")}
		b.InnerX, b.InnerW = b.X+1, max(1, b.W-2)
		b.H = max(3, n*(histHeight-8)/h.Tallest)
		b.Y = histHeight - 1 - b.H
		b.In = !chosen || m >= from && m < to
		h.Bars = append(h.Bars, b)
	}
	if chosen {
		l, r := max(x(from), 0), min(x(to), histWidth)
		if r > l {
			h.Sel = &[2]int{l, r - l}
		}
	}
	every := max(1, span/12/10+1)
	for y := start / 12; y < (start+span)/12; y += every {
		value := strconv.Itoa(y)
		h.Axis = append(h.Axis, link{value, a.dated(value, value).link("/"), a.Published[0] == value && a.Published[1] == value})
	}
	return h
}

func monthCounts(list []index.FacetCount) (counts map[int]int, first, last int) {
	counts = map[int]int{}
	for _, c := range list {
		from, _, ok := evidence.ParseValue(c.Value)
		if !ok || c.Count == 0 {
			continue
		}
		m := from.Year()*12 + int(from.Month()) - 1
		if len(counts) == 0 {
			first, last = m, m
		}
		first, last = min(first, m), max(last, m)
		counts[m] += c.Count
	}
	return counts, first, last
}

func monthValue(m, step int) string {
	if step == 12 {
		return strconv.Itoa(m / 12)
	}
	return time.Date(m/12, time.Month(m%12+1), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}

// bounds gives the chosen months as numbers, to exclusive.
func bounds(published [2]string) (from, to int, chosen bool) {
	from, to = 0, 1<<30
	if f, _, ok := evidence.ParseValue(published[0]); ok {
		from, chosen = f.Year()*12+int(f.Month())-1, true
	}
	if _, t, ok := evidence.ParseValue(published[1]); ok {
		t = t.AddDate(0, 0, -1)
		to, chosen = t.Year()*12+int(t.Month()), true
	}
	return from, to, chosen
}
