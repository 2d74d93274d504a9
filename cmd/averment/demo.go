package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"averment/fixtures"
	"averment/ingest"
	"averment/store"

	"github.com/spf13/cobra"
)

// collections are the folders of the sample case with the names of what is in them.
var collections = map[string]string{
	"linkedin":  "De La Torre v. LinkedIn, retold",
	"northlake": "Okafor v. Northlake Networks (invented)",
}

func (a *app) demoCommand() *cobra.Command {
	v := serving{name: "Sample case", notice: "Sample case: the Northlake papers are invented, every person, court and company in them; the reports on LinkedIn are retold under invented outlets."}
	var importOnly bool
	cmd := &cobra.Command{
		Use:     "demo",
		Short:   "Load the embedded sample case into a temporary case and serve it",
		Args:    cobra.NoArgs,
		Example: "  averment demo",
		RunE: func(cmd *cobra.Command, _ []string) error {
			dir, err := os.MkdirTemp("", "averment-demo-")
			if err != nil {
				return fmt.Errorf("make a folder for the demo: %w", err)
			}
			defer os.RemoveAll(dir)
			a.caseDir, a.keyDir = filepath.Join(dir, "case"), filepath.Join(dir, "keys")
			return a.demo(cmd.Context(), v, importOnly)
		},
	}
	cmd.Flags().StringVar(&v.addr, "addr", "127.0.0.1:8480", "address to listen on")
	cmd.Flags().BoolVar(&importOnly, "import-only", false, "import the sample, print the sums and stop")
	return cmd
}

func (a *app) demo(ctx context.Context, v serving, importOnly bool) (err error) {
	c, err := store.Create(a.caseDir, a.storeOptions())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return a.joined(c, func(s *session) error {
		if err := a.loadSample(ctx, s); err != nil || importOnly {
			return err
		}
		return a.serve(ctx, s, v)
	})
}

// loadSample imports the embedded files.
func (a *app) loadSample(ctx context.Context, s *session) error {
	p := a.newProgress("importing the sample case")
	defer p.done()
	p.say("importing the sample case; the first time on a machine the PDF reader is compiled, which takes a few seconds")
	pool, err := a.newPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	files, err := sampleFiles()
	if err != nil {
		return err
	}
	queue := make(chan ingest.Candidate, len(files))
	for _, f := range files {
		queue <- f
	}
	close(queue)
	sum, err := ingest.New(shelf{s.store}, pool, ingest.Options{Progress: p.imported}).Import(ctx, queue)
	if err != nil {
		return err
	}
	if err := s.index.Sync(ctx); err != nil {
		return err
	}
	if a.json {
		return a.printJSON(complete(sum))
	}
	a.printSums(sum)
	return nil
}

func sampleFiles() ([]ingest.Candidate, error) {
	var out []ingest.Candidate
	sample := fixtures.Files()
	err := fs.WalkDir(sample, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := sample.ReadFile(path)
		if err != nil {
			return err
		}
		out = append(out, ingest.FromBytes("sample/"+path, data, ingest.Labels{Collection: collections[filepath.Dir(path)]}))
		return nil
	})
	return out, err
}
