package main

import (
	"context"
	"fmt"
	"strings"

	"averment/search"
	"averment/search/crosscheck"

	"github.com/spf13/cobra"
)

func (a *app) claimsCommand() *cobra.Command {
	var k checking
	var changes bool
	cmd := &cobra.Command{
		Use:   "claims [QUERY]",
		Short: "Claims across documents: who asserts, alleges, denies, and what differs",
		Long: `Group the statements that say the same, of all documents or of those that QUERY finds.

With --changes, the versions of policies and of pleadings among them are compared instead,
each with the one before it: clauses and paragraphs that were added, dropped or changed,
with the amounts, dates and names that changed in them.`,
		Example: `  averment claims
  averment claims --changes 'kind:policy'
  averment claims 'collection:linkedin' --markdown > matrix.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.query = strings.Join(args, " ")
			return a.withCase(func(s *session) error {
				if err := s.upToDate(cmd.Context(), a); err != nil {
					return err
				}
				if changes {
					return a.changes(cmd.Context(), s, k)
				}
				groups, err := s.claims(cmd.Context(), a.query)
				if err != nil {
					return err
				}
				return a.printClaims(groups, k)
			})
		},
	}
	cmd.Flags().BoolVar(&k.markdown, "markdown", false, "write Markdown, for a file")
	cmd.Flags().BoolVar(&k.csv, "csv", false, "write CSV")
	cmd.Flags().BoolVar(&changes, "changes", false, "compare versions of policies and of pleadings")
	return cmd
}

// found gives the ids of what a query finds, nil for all of the case.
func (s *session) found(ctx context.Context, query string) ([]string, error) {
	if strings.TrimSpace(query) == "" {
		return nil, nil
	}
	ids := []string{}
	err := s.engine.All(ctx, search.Request{Query: query, Excerpts: -1}, func(h search.Hit) error {
		ids = append(ids, h.ID)
		return nil
	})
	return ids, err
}

// claims groups the statements of what a query finds, of everything for "".
func (s *session) claims(ctx context.Context, query string) (*crosscheck.Groups, error) {
	ids, err := s.found(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.checker(nil).Claims(ctx, ids)
}

// versions compares the versions of policies and pleadings among what a query finds.
func (s *session) versions(ctx context.Context, query string) (*crosscheck.Changes, error) {
	ids, err := s.found(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.checker(nil).Changes(ctx, ids)
}

// changes prints what versions change; what stays the same is in the JSON and CSV only.
func (a *app) changes(ctx context.Context, s *session, k checking) error {
	list, err := s.versions(ctx, a.query)
	if err != nil {
		return err
	}
	switch {
	case a.json:
		return a.printJSON(list)
	case k.markdown:
		return crosscheck.WriteChangesMarkdown(a.out, list)
	case k.csv:
		return crosscheck.WriteChangesCSV(a.out, list)
	}
	for _, c := range list.Changes {
		if c.Changed {
			a.printChange(c)
		}
	}
	return nil
}

func (a *app) printChange(c crosscheck.Change) {
	fmt.Fprintf(a.out, "%s: %s %s\n", strings.ToUpper(c.Change), c.Kind, line(strings.Join(nonEmpty(c.Policy, c.Docket), ", ")))
	for _, side := range []struct {
		sign, from string
		clause     *crosscheck.Clause
	}{{"-", c.FromBefore, c.Before}, {"+", c.FromAfter, c.After}} {
		if side.clause == nil {
			continue
		}
		at := fmt.Sprintf("p. %d", side.clause.Page)
		if side.clause.Paragraph > 0 {
			at = fmt.Sprintf("\u00b6 %d, %s", side.clause.Paragraph, at)
		}
		fmt.Fprintf(a.out, "  %s %s (%s)\n", side.sign, line(side.clause.Text), line(strings.Join(nonEmpty(side.from, at, short(side.clause.Document)), ", ")))
	}
	for _, v := range c.Values {
		fmt.Fprintf(a.out, "  \u2260 %s: %s \u2192 %s\n", v.Slot, line(orNone(v.Before)), line(orNone(v.After)))
	}
	fmt.Fprintln(a.out)
}

func orNone(s string) string {
	if s == "" {
		return "none"
	}
	return s
}

func (a *app) printClaims(g *crosscheck.Groups, k checking) error {
	switch {
	case a.json:
		return a.printJSON(g)
	case k.markdown:
		return crosscheck.WriteClaimsMarkdown(a.out, g)
	case k.csv:
		return crosscheck.WriteClaimsCSV(a.out, g)
	}
	for _, one := range g.Groups {
		fmt.Fprintf(a.out, "%s\n  %s, %d independent\n", line(one.Claim), count(one.Documents, "document"), one.Independent)
		for _, c := range one.Cells {
			fmt.Fprintf(a.out, "  - %s %s: %s (p. %d, %s)\n", line(c.Speaker), c.Stance, line(c.Text), c.Page, short(c.Document))
		}
		for _, d := range one.Differences {
			words := "soft"
			if d.Hard {
				words = "hard"
			}
			var values []string
			for _, v := range d.Values {
				values = append(values, line(v.Value))
			}
			fmt.Fprintf(a.out, "  \u2260 %s (%s): %s\n", d.Slot, words, strings.Join(values, " / "))
		}
		fmt.Fprintln(a.out)
	}
	return nil
}
