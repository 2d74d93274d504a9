package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"averment/evidence"
	"averment/search"

	"github.com/spf13/cobra"
)

func (a *app) termsCommand() *cobra.Command {
	var asCSV bool
	var dialect string
	cmd := &cobra.Command{
		Use:   "terms FILE",
		Short: "Search term report for one query per line",
		Long: `Search term report: for each line of FILE (- for standard input) the documents it
finds, with their families, those that no other line finds, and the occurrences. The
numbers are those of the search. Lines that begin with # are remarks.`,
		Args:    cobra.ExactArgs(1),
		Example: "  averment terms queries.txt --csv > report.csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			d, err := search.ParseDialect(dialect)
			if err != nil {
				return usageError{err}
			}
			queries, err := a.readLines(args[0])
			if err != nil {
				return err
			}
			return a.withCase(func(s *session) error { return a.terms(cmd.Context(), s, queries, d, asCSV) })
		},
	}
	cmd.Flags().BoolVar(&asCSV, "csv", false, "write CSV")
	cmd.Flags().StringVar(&dialect, "dialect", "averment", "query language: averment or dtsearch")
	return cmd
}

// openInput opens a file, or standard input for "-".
func (a *app) openInput(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(a.in), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, evidence.WithHint(err, "give a file that can be read, or - for standard input")
	}
	return f, nil
}

func (a *app) readLines(name string) ([]string, error) {
	f, err := a.openInput(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []string
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if s := strings.TrimSpace(strings.TrimPrefix(in.Text(), "\uFEFF")); s != "" && !strings.HasPrefix(s, "#") {
			out = append(out, s)
		}
	}
	return out, in.Err()
}

func (a *app) terms(ctx context.Context, s *session, queries []string, d search.Dialect, asCSV bool) error {
	if err := s.upToDate(ctx, a); err != nil {
		return err
	}
	report, err := s.engine.Terms(ctx, queries, d)
	switch {
	case err != nil:
		return err
	case a.json:
		return a.printJSON(report)
	case asCSV:
		return report.WriteCSV(a.out)
	}
	fmt.Fprintf(a.out, "%9s %9s %9s %11s  query\n", "documents", "+ family", "unique", "occurrences")
	for _, t := range report.Terms {
		if t.Error != nil {
			fmt.Fprintf(a.out, "%41s  %s: %s\n", "error", line(t.Query), line(*t.Error))
			continue
		}
		fmt.Fprintf(a.out, "%9d %9d %9d %11d  %s\n", t.Documents, t.WithFamily, t.Unique, t.Occurrences, line(t.Query))
	}
	fmt.Fprintf(a.out, "%d documents searchable, %d not\n", report.Searchable, report.Unsearchable)
	return nil
}
