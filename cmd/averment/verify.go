package main

import (
	"context"
	"fmt"

	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) verifyCommand() *cobra.Command {
	var o store.VerifyOptions
	var withIndex bool
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Prove the case whole and untampered, or name what is not",
		Long: `Recompute the custody log, check all signed checkpoints against it, and check that no
original is missing or extra. With --read-data every original is hashed again; with
--index the index is compared with the store. Exit code 0: fine, 1: damaged, 2: tampered.

What it proves: change, deletion and reordering since the documents came in; rewriting by
the holder of the key only up to a checkpoint that somebody else keeps ("averment
witness"). It proves nothing about a document before it came in.`,
		Args:    cobra.NoArgs,
		Example: "  averment verify --read-data --index",
		RunE: func(cmd *cobra.Command, _ []string) error {
			if withIndex {
				o.Index = a.compareIndex(cmd.Context())
			}
			return a.verify(o)
		},
	}
	cmd.Flags().BoolVar(&o.ReadData, "read-data", false, "hash every original again")
	cmd.Flags().BoolVar(&withIndex, "index", false, "compare the index with the store")
	cmd.Flags().StringSliceVar(&o.Trust, "trust", nil, "a public `key` known from elsewhere that must have signed")
	return cmd
}

func (a *app) verify(o store.VerifyOptions) error {
	p := a.newProgress("verifying")
	o.Progress = func(stage string, done, total int) {
		p.step(done, total, fmt.Sprintf("%s: %d of %d", stage, done, total))
	}
	report, err := store.VerifyDir(a.caseDir, a.storeOptions(), o)
	p.done()
	if err != nil {
		return a.caseHint(err)
	}
	if a.json {
		err = a.printJSON(report)
	} else {
		a.printReport(report)
	}
	if err == nil && report.Code != 0 {
		return exitError(report.Code)
	}
	return err
}

func (a *app) printReport(r store.Report) {
	for _, f := range r.Findings {
		fmt.Fprintf(a.out, "%s: %s: %s\n  %s\n", f.Level, line(f.Object), line(f.Problem), line(f.Advice))
	}
	fmt.Fprintln(a.out, line(r.Summary()))
	fmt.Fprintf(a.out, "trusted key %s\n", r.Fingerprint)
}

// lookOnly is a store that is read and not changed: its queue is not trimmed.
type lookOnly struct{ *store.Case }

// TrimQueue leaves the queue as it is.
func (lookOnly) TrimQueue(uint64) error { return nil }

// compareIndex looks for documents that the store has and the index has not.
func (a *app) compareIndex(ctx context.Context) func(*store.Case) ([]store.Finding, error) {
	return func(c *store.Case) ([]store.Finding, error) {
		s, err := joinSource(c, lookOnly{c})
		if err != nil {
			return nil, err
		}
		defer s.index.Close()
		if err := s.index.Sync(ctx); err != nil {
			return nil, err
		}
		if err := s.index.Verify(ctx); err != nil {
			return []store.Finding{{Object: "index", Problem: err.Error(), Advice: "build it again: averment reindex", Level: store.Damage}}, nil
		}
		return nil, nil
	}
}
