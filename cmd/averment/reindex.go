package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) reindexCommand() *cobra.Command {
	var facts bool
	cmd := &cobra.Command{
		Use:   "reindex",
		Short: "Build the index again, or all facts from the stored text",
		Long: `Build the search index again from the store. With --facts, all facts are first
derived again from the stored text; what people confirmed or corrected stays.`,
		Args:    cobra.NoArgs,
		Example: "  averment reindex --facts",
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(func(c *store.Case) error { return a.reindex(cmd.Context(), c, facts) })
		},
	}
	cmd.Flags().BoolVar(&facts, "facts", false, "derive all facts again first")
	return cmd
}

func (a *app) reindex(ctx context.Context, c *store.Case, facts bool) error {
	if facts {
		if err := a.deriveFacts(ctx, c); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(filepath.Join(c.Dir(), "index")); err != nil {
		return fmt.Errorf("remove the old index: %w", err)
	}
	return a.joined(c, func(s *session) error {
		p := a.newProgress("indexing")
		defer p.done()
		if err := s.index.Sync(ctx); err != nil {
			return err
		}
		st := s.index.Status()
		if a.json {
			return a.printJSON(map[string]int{"version": 1, "searchable": st.Searchable, "unsearchable": st.Unsearchable, "pending": st.Pending})
		}
		fmt.Fprintf(a.out, "%s searchable, %d not\n", count(st.Searchable, "document"), st.Unsearchable)
		return nil
	})
}

// deriveFacts runs the extractors again over the text that the store holds.
func (a *app) deriveFacts(ctx context.Context, c *store.Case) error {
	total, _, err := c.Count()
	if err != nil {
		return err
	}
	p := a.newProgress("reading facts")
	defer p.done()
	done := 0
	return c.Numbers(func(n uint64) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		doc, err := c.ByNumber(n)
		if err != nil {
			return err
		}
		if doc.Error == nil {
			if err := withLayout(c, doc); err != nil {
				return err
			}
			clearFacts(doc)
			extract.Facts(doc)
			if err := c.Replace(doc); err != nil {
				return err
			}
		}
		done++
		p.step(done, total, fmt.Sprintf("facts of %d of %d documents", done, total))
		return nil
	})
}

// withLayout adds where the words stand, which the store keeps apart and would otherwise
// lose when the document is written again.
func withLayout(c *store.Case, doc *evidence.Document) error {
	for i := range doc.Pages {
		page, err := c.Page(doc.ID, doc.Pages[i].Number)
		if err != nil {
			return err
		}
		doc.Pages[i].Layout = page.Layout
	}
	return nil
}

func clearFacts(d *evidence.Document) {
	d.Parties, d.Dates, d.Causes, d.Citations = nil, nil, nil, nil
	d.Amounts, d.Quotations, d.Statements = nil, nil, nil
	for i := range d.Pages {
		d.Pages[i].Sentences = nil
	}
}
