package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"averment/evidence"
	"averment/index"
	"averment/index/bench"
	"averment/search"

	"github.com/spf13/cobra"
)

// searchBench is what the flags of bench search ask for.
type searchBench struct {
	options bench.Options
	sizes   []int
	from    string
	plot    string
}

func (a *app) benchSearchCommand() *cobra.Command {
	b := &searchBench{}
	cmd := &cobra.Command{
		Use:   "search",
		Short: "Search generated cases, beside stock Bleve",
		Long: `Generate a case, index it, and measure counting, facets, sorting, phrases and proximity,
whole answers with their excerpts, a search term report, memory and the start, beside
stock Bleve over the same documents in the same run. The case is generated: words follow
Zipf's law, and sentences resampled from the texts in --from are mixed in. With several
sizes the growth of each cost can be drawn as SVG.`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.benchSearch(cmd.Context(), b) },
	}
	f := cmd.Flags()
	f.IntSliceVar(&b.sizes, "documents", []int{100_000}, "documents of the generated case; several make several cases")
	f.Uint64Var(&b.options.Seed, "seed", 1, "another seed is another case")
	f.BoolVar(&b.options.Stock, "stock", true, "measure stock Bleve beside it")
	f.IntVar(&b.options.Rounds, "rounds", 100, "times that each query is asked")
	f.StringVar(&b.options.Dir, "dir", "", "keep the indexes in a `folder` and use those that are there")
	f.StringVar(&b.from, "from", "", "a `folder` of texts whose sentences are resampled")
	f.StringVar(&b.plot, "plot", "", "draw the growth to an SVG `file`")
	return cmd
}

func (a *app) benchSearch(ctx context.Context, b *searchBench) error {
	var err error
	if b.options.Sentences, err = sentencesOf(b.from); err != nil {
		return err
	}
	b.options.Asks = wholeAnswers
	out := a.out
	if a.json {
		out = a.err
	}
	var reports []*bench.Report
	for _, n := range b.sizes {
		if n < 1 {
			return usageError{fmt.Errorf("--documents %d: a case has at least one document", n)}
		}
		b.options.Documents = n
		report, err := bench.Run(ctx, out, b.options)
		if err != nil {
			return err
		}
		reports = append(reports, report)
	}
	if err := draw(b.plot, reports); err != nil {
		return err
	}
	switch {
	case !a.json:
		return nil
	case len(reports) == 1:
		return a.printJSON(reports[0])
	}
	return a.printJSON(struct {
		Version int             `json:"version"`
		Reports []*bench.Report `json:"reports"`
	}{1, reports})
}

// draw writes the plot, "" for none.
func draw(path string, reports []*bench.Report) error {
	if path == "" {
		return nil
	}
	f, err := os.Create(path)
	if err != nil {
		return evidence.WithHint(err, "give --plot a file that can be written")
	}
	err = bench.Plot(f, reports)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// generated gives the texts of a generated case by their ids.
type generated struct {
	index  *index.Index
	corpus *bench.Corpus
}

func (g generated) Full(id string) (*evidence.Document, error) {
	numbers, err := g.index.Numbers([]string{id})
	if err != nil {
		return nil, err
	}
	return g.corpus.ByNumber(numbers[id])
}

func (g generated) Page(id string, number int) (evidence.Page, error) {
	doc, err := g.Full(id)
	if err != nil {
		return evidence.Page{}, err
	}
	for _, p := range doc.Pages {
		if p.Number == number {
			return p, nil
		}
	}
	return evidence.Page{}, evidence.ErrNotFound
}

// wholeAnswers measures what a person gets: twenty hits with their excerpts and all
// facets, and a search term report. The texts are generated anew each time, which costs
// about what reading them costs.
func wholeAnswers(ix *index.Index, corpus *bench.Corpus) []bench.Ask {
	engine := search.New(ix, generated{ix, corpus}, search.Options{})
	var out []bench.Ask
	for _, q := range [][2]string{{"word", "court"}, {"AND", "breach contract"}, {"phrase", `"company data"`}, {"w/5", "breach w/5 contract"}} {
		out = append(out, bench.Ask{Name: "answer with excerpts, " + q[0], Do: func(ctx context.Context) (int, error) {
			answer, err := engine.Search(ctx, search.Request{Query: q[1]})
			if err != nil {
				return 0, err
			}
			return answer.Total, nil
		}})
	}
	return append(out, bench.Ask{Name: "search term report of 10 queries", Do: func(ctx context.Context) (int, error) {
		report, err := engine.Terms(ctx, reported, search.Averment)
		if err != nil {
			return 0, err
		}
		return report.Terms[0].Documents, nil
	}})
}

// reported are the queries of the report.
var reported = []string{
	"breach w/5 contract", `"company data"`, "priva* w/s polic*", "claim OR law", "court AND NOT user",
	"action pre/3 evidence", "agreement~", "public AND policy", "atleast2(privacy)", "date:2015",
}

var sentenceEnd = regexp.MustCompile(`[.!?]\s+|\n`)

// sentencesOf cuts the texts of a folder; rough is good enough for material of a benchmark.
func sentencesOf(dir string) ([]string, error) {
	if dir == "" {
		return nil, nil
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, usageError{fmt.Errorf("--from %s: no .txt files there", dir)}
	}
	var out []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		for _, s := range sentenceEnd.Split(string(data), -1) {
			if s = strings.TrimSpace(s); len(strings.Fields(s)) >= 6 {
				out = append(out, s+".")
			}
		}
	}
	return out, nil
}
