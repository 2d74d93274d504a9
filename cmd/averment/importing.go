package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"

	"averment/evidence"
	"averment/ingest"
	"averment/ingest/worker"
	"averment/store"
)

// shelf is the store as an import sees it.
type shelf struct{ *store.Case }

// Known gives the document without its text, or nil.
func (s shelf) Known(sha string) (*evidence.Document, error) {
	doc, err := s.Document(sha)
	if errors.Is(err, evidence.ErrNotFound) {
		return nil, nil
	}
	return doc, err
}

// Kept opens an original.
func (s shelf) Kept(sha string) (ingest.Original, error) { return s.Original(sha) }

func (s shelf) Commit(batch []evidence.Intake) ([]evidence.LedgerRow, error) {
	return s.Case.Commit(batch)
}

// newPool starts the readers behind their wall; words of progress go to p.
func (a *app) newPool(p *progress) (*worker.Pool, error) { return a.startPool(p, worker.PoolOptions{}) }

// newLightPool starts readers for work that may meet no PDF.
func (a *app) newLightPool(p *progress) (*worker.Pool, error) {
	return a.startPool(p, worker.PoolOptions{Light: true})
}

func (a *app) startPool(p *progress, o worker.PoolOptions) (*worker.Pool, error) {
	o.AllowUnsandboxed, o.CacheDir = a.allowNoSandbox, os.Getenv("AVERMENT_CACHE")
	o.OnWarm = func(state worker.WarmState) {
		if state == worker.Compiling {
			p.say(string(state))
		}
	}
	pool, err := worker.NewPool(o)
	if err != nil {
		return nil, fmt.Errorf("start the readers: %w", err)
	}
	return pool, nil
}

// importGC lets the heap grow further between collections while importing: a case is
// read once, and memory is given back at the end.
const importGC = 250

// importPaths imports into a session and waits until everything stored can be found.
func (a *app) importPaths(ctx context.Context, s *session, paths []string, o ingest.Options) (evidence.Summary, error) {
	if err := ingest.CheckPaths(paths); err != nil {
		return evidence.Summary{}, err
	}
	p := a.newProgress("importing")
	defer p.done()
	pool, err := a.newPool(p)
	if err != nil {
		return evidence.Summary{}, err
	}
	defer pool.Close()
	defer debug.SetGCPercent(debug.SetGCPercent(importGC))
	bounded, stop := context.WithCancel(ctx)
	defer stop()
	go boundMemory(bounded, importMemory)
	o.Progress, o.Skip = p.imported, s.store.Dir()
	// The index follows in one go at the end: full batches make few segments to merge.
	sum, err := ingest.New(shelf{s.store}, pool, o).Paths(ctx, paths)
	if err != nil {
		return sum, err
	}
	p.say("indexing")
	return sum, s.index.Sync(ctx)
}
