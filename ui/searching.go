package ui

import (
	"errors"
	"net/http"
	"strings"

	"averment/search"
)

type searchPage struct {
	Chrome
	Ask      ask
	Answer   *search.Answer
	Fault    *faultView // the query is at fault; Answer is nil
	Chips    []chip
	ClearURL string
	Facets   []facetView
	Hist     *histView
	Hits     []hitView
	Notes    []noteView
	Sorts    []link
	Pager    []pageLink
	First    int
	Last     int
	Saved    []savedView
	Tags     []string
	CSV      string
	Claims   string
	Said     string // what was just done
}

type link struct {
	Text, URL string
	Current   bool
}

type chip struct{ Label, URL string }

type noteView struct {
	Message      string
	Alternatives []readingView
}

type readingView struct {
	Query, URL string
	Total      int
}

type savedView struct {
	ID         uint64
	Name, URL  string
	Total, New int
	Error      string
}

// faultView shows a query with the place of its error.
type faultView struct {
	Before, At, After string
	Message, Hint     string
	Position          int // character, from 1; 0 when the error has no place
	Suggestion, URL   string
}

// searchPage answers a query, or says how to begin.
func (s *Server) searchPage(q *request) error {
	a, err := readAsk(q.Request.URL.Query())
	if err != nil {
		return err
	}
	level := s.Status.Level()
	if a.empty() && level.Searchable+level.Unsearchable+level.Pending == 0 {
		return s.firstRun(q)
	}
	page := &searchPage{Chrome: Chrome{Title: titleOf(a), Section: "search"}, Ask: a, Said: q.Query("said")}
	a.Limit = 20
	if a.Query == "" {
		a.Excerpts = -1
	}
	answer, err := s.Search.Search(q.Request.Context(), a.Request)
	var fault *search.Error
	status := http.StatusOK
	switch {
	case errors.As(err, &fault):
		page.Fault, status = showFault(fault, a), http.StatusBadRequest
	case err != nil:
		return err
	default:
		page.fill(a, answer)
		if err := s.searched(q, a, answer.Total); err != nil {
			return err
		}
	}
	if err := s.besides(q, page); err != nil {
		return err
	}
	return s.render(q, status, "search", page)
}

// searched writes a search to the log; looking at the front page is none.
func (s *Server) searched(q *request, a ask, total int) error {
	if a.empty() {
		return nil
	}
	detail := map[string]string{}
	if a.chosen() {
		detail["narrowed"] = strings.Join(append(a.Choices, strings.Trim(a.Published[0]+".."+a.Published[1], ".")), "; ")
	}
	return s.record(q, "searched", a.Query, plural(total, "document"), detail)
}

func titleOf(a ask) string {
	if a.Query == "" {
		return "Search"
	}
	return clip(a.Query, 60) + " · Search"
}

func (p *searchPage) fill(a ask, answer *search.Answer) {
	a = a.led(answer)
	p.Ask, p.Answer = a, answer
	p.Chips, p.ClearURL = chips(a), ask{Request: search.Request{Query: a.Query, Dialect: a.Dialect, Sort: a.Sort}}.link("/")
	p.Facets, p.Hist = facetViews(a, answer), histogram(a, answer.Histogram)
	for i, h := range answer.Hits {
		p.Hits = append(p.Hits, viewHit(a, h, a.From+i+1))
	}
	for _, w := range answer.Query.Warnings {
		n := noteView{Message: w.Message}
		for _, alt := range w.Alternatives {
			n.Alternatives = append(n.Alternatives, readingView{alt.Query, a.asked(alt.Query).link("/"), alt.Total})
		}
		p.Notes = append(p.Notes, n)
	}
	for _, sort := range [][2]string{{"relevance", "relevance"}, {"-date", "newest"}, {"date", "oldest"}, {"title", "title"}} {
		current := a.Sort == sort[0] || a.Sort == "" && sort[0] == "relevance"
		p.Sorts = append(p.Sorts, link{sort[1], a.sorted(sort[0]).link("/"), current})
	}
	p.First, p.Last = a.From+1, a.From+len(answer.Hits)
	p.Pager = pager(a, answer.Total, 20)
	p.CSV, p.Claims = a.starting(0).link("/search.csv"), "/claims?q="+escapeQuery(a.Query)
}

// besides adds what stands beside the hits: saved searches and tags.
func (s *Server) besides(q *request, p *searchPage) error {
	if s.Marks != nil {
		tags, err := s.Marks.Tags()
		if err != nil {
			return err
		}
		p.Tags = sortedKeys(tags)
	}
	if s.Keeper == nil {
		return nil
	}
	kept, err := s.Keeper.SavedQueries()
	if err != nil {
		return err
	}
	list := make([]search.Saved, len(kept))
	for i, k := range kept {
		list[i] = search.Saved{Name: k.Name, Query: k.Query, Dialect: search.Dialect(k.Dialect), LastTotal: k.LastTotal}
	}
	found, err := s.Search.RunSaved(q.Request.Context(), list)
	if err != nil {
		return err
	}
	for i, f := range found {
		v := savedView{ID: kept[i].ID, Name: f.Name, Total: f.Total, New: f.New, URL: ask{Request: search.Request{Query: f.Query, Dialect: f.Dialect}}.link("/")}
		if f.Error != nil {
			v.Error = *f.Error
		}
		p.Saved = append(p.Saved, v)
	}
	return nil
}

// showFault cuts the query at the place of the error.
func showFault(e *search.Error, a ask) *faultView {
	f := &faultView{Message: e.Message, Hint: e.Hint, Before: a.Query}
	if e.At >= 0 && e.At <= len(a.Query) {
		f.Before, f.At = a.Query[:e.At], a.Query[e.At:]
		if i := strings.IndexAny(f.At[min(1, len(f.At)):], " ()"); i >= 0 {
			f.At, f.After = f.At[:i+1], f.At[i+1:]
		}
		f.Position = len([]rune(f.Before)) + 1
		if f.At == "" {
			f.At = " "
		}
	}
	if e.Suggestion != "" {
		f.Suggestion, f.URL = e.Suggestion, a.asked(e.Suggestion).link("/")
	}
	return f
}

type pageLink struct {
	Number  int
	URL     string
	Current bool
	Next    bool
	Prev    bool
}

// pager gives the first, the last and the pages around the current one.
func pager(a ask, total, size int) []pageLink {
	last, now := (total+size-1)/size, a.From/size+1
	if last < 2 {
		return nil
	}
	var out []pageLink
	if now > 1 {
		out = append(out, pageLink{URL: a.starting((now - 2) * size).link("/"), Prev: true})
	}
	for n := 1; n <= last; n++ {
		if n == 1 || n == last || n >= now-2 && n <= now+2 {
			out = append(out, pageLink{Number: n, URL: a.starting((n - 1) * size).link("/"), Current: n == now})
		}
	}
	if now < last {
		out = append(out, pageLink{URL: a.starting(now * size).link("/"), Next: true})
	}
	return out
}
