package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"averment/evidence"
	"averment/ingest/neardup"
	"averment/ingest/worker"
	"averment/store"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

func (a *app) reindexCommand() *cobra.Command {
	var facts bool
	cmd := &cobra.Command{
		Use:   "reindex",
		Short: "Build the index again, or all facts from the stored text",
		Long: `Build the search index again from the store. With --facts, all facts are first
derived again from the stored text, behind the wall; what people confirmed or corrected
stays. A document whose facts cannot be derived keeps those that it had; the exit code is
then 3.`,
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
	var left int
	if facts {
		var err error
		if left, err = a.deriveFacts(ctx, c); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(filepath.Join(c.Dir(), "index")); err != nil {
		return fmt.Errorf("remove the old index: %w", err)
	}
	if err := a.joined(c, func(s *session) error { return a.indexAgain(ctx, s) }); err != nil {
		return err
	}
	if left > 0 {
		return exitError(exitPartly)
	}
	return nil
}

func (a *app) indexAgain(ctx context.Context, s *session) error {
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
}

// deriveFacts runs the extractors again over the text that the store holds, behind the
// wall, several documents at once. It gives the number of those that kept the facts that
// they had, since the extractors did not come to an end.
func (a *app) deriveFacts(ctx context.Context, c *store.Case) (left int, err error) {
	total, _, err := c.Count()
	if err != nil {
		return 0, err
	}
	p := a.newProgress("reading facts")
	defer p.done()
	pool, err := a.newLightPool(p)
	if err != nil {
		return 0, err
	}
	defer pool.Close()
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0)) // as one waits for the disk
	err = c.Numbers(func(n uint64) error {
		group.Go(func() error {
			err := factsAgain(ctx, c, pool, n)
			mu.Lock()
			defer mu.Unlock()
			var refused *evidence.ReadError
			if errors.As(err, &refused) {
				left++
				fmt.Fprintln(a.err, "kept as they were:", err)
				err = nil
			}
			done++
			p.step(done, total, fmt.Sprintf("facts of %d of %d documents", done, total))
			return err
		})
		return ctx.Err()
	})
	err = cmp.Or(group.Wait(), err) // before left is read, which the readers count
	return left, err
}

// factsAgain derives the facts of one document.
func factsAgain(ctx context.Context, c *store.Case, pool *worker.Pool, n uint64) error {
	doc, err := c.ByNumber(n)
	if err != nil || doc.Error != nil {
		return err
	}
	if err := withLayout(c, doc); err != nil {
		return err
	}
	clearFacts(doc)
	if err := pool.Facts(ctx, doc); err != nil {
		return fmt.Errorf("facts of %s: %w", doc.ID, err)
	}
	doc.Signature = neardup.Signature(bodyText(doc)) // the store gives it to nobody
	return c.Replace(doc)
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
		d.Pages[i].Sentences, d.Pages[i].Carries = nil, 0
	}
}
