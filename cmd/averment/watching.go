package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"averment/evidence"
	"averment/ingest"
	"averment/ingest/watch"

	"github.com/spf13/cobra"
)

func (a *app) watchCommand() *cobra.Command {
	var f importFlags
	var once bool
	cmd := &cobra.Command{
		Use:   "watch [LABEL=]DIR...",
		Short: "Import whatever appears in folders, until stopped",
		Long: `Import whatever appears in the folders. The label is the collection of what is found
there. The folders are only read. With --once, one pass is made: it ends when everything
that was there is in the case.`,
		Args: cobra.MinimumNArgs(1),
		Example: `  averment watch --case smith wire=/srv/incoming
  averment watch --case smith --once /srv/incoming      from cron`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.build(); err != nil {
				return err
			}
			folders := parseFolders(args)
			if err := checkFolders(folders); err != nil {
				return err
			}
			return a.withNewCase(func(s *session) error { return a.watch(cmd.Context(), s, folders, f.options, once) })
		},
	}
	f.flags(cmd)
	cmd.Flags().BoolVar(&once, "once", false, "one pass, for cron")
	return cmd
}

func parseFolders(args []string) []watch.Folder {
	var out []watch.Folder
	for _, arg := range args {
		label, dir, labelled := strings.Cut(arg, "=")
		if !labelled || strings.ContainsAny(label, `/\`) {
			label, dir = "", arg
		}
		out = append(out, watch.Folder{Label: label, Dir: dir})
	}
	return out
}

func checkFolders(folders []watch.Folder) error {
	for _, f := range folders {
		if err := ingest.CheckPaths([]string{f.Dir}); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) watch(ctx context.Context, s *session, folders []watch.Folder, o ingest.Options, once bool) error {
	p := a.newProgress("watching")
	defer p.done()
	pool, err := a.newPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	o.Progress = func(now ingest.Progress) {
		p.imported(now)
		s.index.Notify()
	}
	o.Forget = !once
	sum, err := watchFolders(ctx, s, folders, ingest.New(shelf{s.store}, pool, o), o.Labels, once, p.say)
	if err != nil && !errors.Is(err, context.Canceled) {
		return err
	}
	if err := s.index.Sync(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	if err := a.printImport(sum); err != nil || sum.Exception == 0 {
		return err
	}
	return exitError(exitPartly)
}

// watchFolders runs a watcher for each folder and one import for all.
func watchFolders(ctx context.Context, s *session, folders []watch.Folder, imports *ingest.Importer, labels ingest.Labels, once bool, say func(string)) (evidence.Summary, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	found := make(chan ingest.Candidate)
	var running sync.WaitGroup
	var watchers []*watch.Watcher
	for _, folder := range folders {
		w, err := watch.New(folder, pathBook{s.store}, found, watch.Options{Labels: labels, Skip: s.store.Dir(), Say: say})
		if err != nil {
			return evidence.Summary{}, fmt.Errorf("watch %s: %w", folder.Dir, err)
		}
		watchers = append(watchers, w)
		running.Go(func() {
			run := w.Run
			if once {
				run = w.Once
			}
			if err := run(ctx); err != nil {
				cancel(err)
			}
		})
	}
	go func() { running.Wait(); close(found) }()
	sum, err := imports.Import(ctx, found)
	cancel(nil)
	running.Wait()
	for _, w := range watchers {
		err = errors.Join(err, w.Close())
	}
	return sum, err
}
