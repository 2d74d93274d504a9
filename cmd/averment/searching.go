package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"averment/search"

	"github.com/spf13/cobra"
)

// query is what the flags of search and export ask for.
type query struct {
	request search.Request
	facets  []string
	dialect string
}

func (q *query) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringArrayVar(&q.facets, "facet", nil, "narrow to a facet value, `NAME=VALUE`; several of one name mean any of them")
	f.StringVar(&q.dialect, "dialect", "averment", "query language: averment or dtsearch")
	f.StringVar(&q.request.Sort, "sort", "relevance", "relevance, date, -date or title")
}

// build checks the flags.
func (q *query) build(words []string) error {
	q.request.Query = strings.Join(words, " ")
	dialect, err := search.ParseDialect(q.dialect)
	if err != nil {
		return usageError{err}
	}
	q.request.Dialect = dialect
	if q.request.Limit < 0 || q.request.From < 0 {
		return usageError{errors.New("--limit and --from cannot be below 0")}
	}
	switch q.request.Sort {
	case "relevance", "date", "-date", "title":
	default:
		return usageError{fmt.Errorf("cannot sort by %q; the orders are relevance, date, -date and title", q.request.Sort)}
	}
	if q.request.Facets, err = search.ParseFacets(q.facets); err != nil {
		return usageError{err}
	}
	return nil
}

func (a *app) searchCommand() *cobra.Command {
	var q query
	var asCSV bool
	var like string
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search the case",
		Long: `Search the case and print page-cited excerpts. The answer says how the query was
understood, how many documents were searched and how many could not be. Where lines are
numbered, as in testimony, a passage is cited as page:line.

  w/5  pre/5  w/s  w/p  w/page                 near, in this order, in one sentence, paragraph, page
  "a phrase"  contract~  defendent~1  =Apple   in a row, all forms of a word, near spellings, exact case
  date:  amount:  party:  says(WHO, denies)    what was read in the text
  published:  filed:  year:  added:  kind:     what is known of the document
  like:ID[:PAGE]                               more like a document, or like a page of it

All signs are on the help page of "averment serve".`,
		Args: func(cmd *cobra.Command, args []string) error {
			if like != "" {
				return nil
			}
			return cobra.MinimumNArgs(1)(cmd, args)
		},
		Example: `  averment search 'breach w/5 contract'
  averment search '"Stored Communications Act" AND party:LinkedIn' --json
  averment search 'kind:filing AND court:ca9' --facet year=2020
  averment search --csv 'privacy w/s polic*' > hits.csv
  averment search --like 5250ac84a25a:2   (more like page 2 of a document)`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := q.build(likeThis(like, args)); err != nil {
				return err
			}
			a.query = q.request.Query
			if asCSV {
				return a.searchCSV(cmd.Context(), q.request)
			}
			return a.withCase(func(s *session) error { return a.search(cmd.Context(), s, q.request) })
		},
	}
	q.flags(cmd)
	cmd.Flags().IntVar(&q.request.Limit, "limit", 20, "hits to print")
	cmd.Flags().IntVar(&q.request.From, "from", 0, "hits to leave out before the first")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "write all hits as CSV")
	cmd.Flags().StringVar(&like, "like", "", "more like the document `ID[:PAGE[:START-END]]`, its page, or bytes of that page; a QUERY narrows it")
	return cmd
}

// likeThis puts what is wanted to be alike before the words of a query, as the field like.
func likeThis(like string, words []string) []string {
	switch {
	case like == "":
		return words
	case len(words) == 0:
		return []string{"like:" + like}
	}
	return []string{"like:" + like, "AND", "(" + strings.Join(words, " ") + ")"}
}

func (a *app) search(ctx context.Context, s *session, r search.Request) error {
	if err := s.upToDate(ctx, a); err != nil {
		return err
	}
	answer, err := s.engine.Search(ctx, r)
	if err != nil {
		return err
	}
	if err := s.searched(r.Query, answer.Total); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(answer)
	}
	a.printAnswer(answer)
	return nil
}

func (a *app) printAnswer(x *search.Answer) {
	fmt.Fprintf(a.out, "%s: %s\n", count(x.Total, "document"), line(x.Query.Reads))
	for _, w := range x.Query.Warnings {
		fmt.Fprintf(a.out, "note: %s\n", line(w.Message))
		for _, alt := range w.Alternatives {
			fmt.Fprintf(a.out, "      %6d  %s\n", alt.Total, line(alt.Query))
		}
	}
	for i, h := range x.Hits {
		fmt.Fprintf(a.out, "\n%d. %s\n   %s\n", i+1, line(cmp.Or(h.Title, h.Path)), line(strings.Join(nonEmpty(string(h.Kind), h.Publisher, dateWords(h.Published), short(h.ID)), ", ")))
		for _, e := range h.Excerpts {
			fmt.Fprintf(a.out, "   %s: %s\n", cmp.Or(e.Place, fmt.Sprintf("p. %d", e.Page)), line(bracket(e)))
		}
	}
	fmt.Fprintf(a.out, "\n%d searched, %d not searchable, %d waiting\n", x.Searched, x.Unsearchable, x.Pending)
}

// bracket marks the hits of an excerpt for a terminal.
func bracket(e search.Excerpt) string {
	var b strings.Builder
	at := 0
	for _, m := range e.Marks {
		b.WriteString(e.Text[at:m[0]] + "[" + e.Text[m[0]:m[1]] + "]")
		at = m[1]
	}
	return b.String() + e.Text[at:]
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// explainQuery points at the character where a query stopped making sense.
func (a *app) explainQuery(e *search.Error) {
	if a.json {
		_ = a.printJSON(e) // the error itself is on its way out
		return
	}
	fmt.Fprintln(a.err, "averment: the query:", plain(e.Message))
	if a.query != "" && e.At >= 0 && e.At <= len(a.query) {
		fmt.Fprintf(a.err, "  %s\n  %s^\n", plain(a.query), strings.Repeat(" ", len([]rune(a.query[:e.At]))))
	}
	if advice := e.Advice(); advice != "" {
		fmt.Fprintln(a.err, "  hint:", plain(advice))
	}
}
