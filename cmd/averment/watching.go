package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"averment/evidence"
	"averment/ingest"
	"averment/ingest/watch"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) watchCommand() *cobra.Command {
	var f importFlags
	var once bool
	cmd := &cobra.Command{
		Use:   "watch [LABEL=]DIR...",
		Short: "Import whatever appears in folders, until stopped",
		Long: `Import whatever appears in the folders. The label is the collection of what is found
there. The folders are only read. A file that is still being written is left until it has
settled. On a full disk nothing more is taken in until there is room. With --once, one
pass is made: it ends when everything that was there is in the case.`,
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
	v := watching{folders: folders, labels: o.Labels, once: once, say: p.say}
	sum, err := v.run(ctx, s, ingest.New(shelf{s.store}, pool, o))
	for !once && v.roomAgain(ctx, s, err) {
		var more evidence.Summary
		more, err = v.run(ctx, s, ingest.New(shelf{s.store}, pool, o))
		sum = added(sum, more)
	}
	if errors.Is(err, context.Canceled) {
		err = nil // a watch ends so
	}
	return a.endImport(sum, errors.Join(err, s.index.Sync(context.WithoutCancel(ctx))))
}

// watching is what a run over some folders needs.
type watching struct {
	folders []watch.Folder
	labels  ingest.Labels
	once    bool                   // one pass only
	say     func(string)           // takes remarks
	begun   func([]*watch.Watcher) // told the watchers before they run; may be nil
}

// run runs a watcher for each folder and one import for all.
func (v watching) run(ctx context.Context, s *session, imports *ingest.Importer) (evidence.Summary, error) {
	found := make(chan ingest.Candidate)
	watchers, err := v.watchers(s, found)
	if err != nil {
		return evidence.Summary{}, err
	}
	if v.begun != nil {
		v.begun(watchers)
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var running sync.WaitGroup
	for _, w := range watchers {
		run := w.Run
		if v.once {
			run = w.Once
		}
		running.Go(func() {
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

// added are the sums of two runs, without their rows.
func added(a, b evidence.Summary) evidence.Summary {
	a.Seen, a.Indexed, a.Duplicate = a.Seen+b.Seen, a.Indexed+b.Indexed, a.Duplicate+b.Duplicate
	a.Exception, a.Ignored = a.Exception+b.Exception, a.Ignored+b.Ignored
	return a
}

// roomEvery is how often a full disk is looked at.
const roomEvery = 5 * time.Second

// roomAgain says whether a run ended for want of space, once there is some again. Searching
// goes on meanwhile.
func (v watching) roomAgain(ctx context.Context, s *session, err error) bool {
	if !errors.Is(err, store.ErrNoSpace) {
		return false
	}
	v.say(fmt.Sprintf("nothing more is taken in: %v; it goes on by itself when there is room", err))
	for again := true; again; again = s.store.CheckSpace(0) != nil {
		select { // first, since the disk may be full for a quota that CheckSpace does not see
		case <-ctx.Done():
			return false
		case <-time.After(roomEvery):
		}
	}
	v.say("there is room again; the folders are watched again")
	return true
}

func (v watching) watchers(s *session, found chan<- ingest.Candidate) ([]*watch.Watcher, error) {
	var out []*watch.Watcher
	for _, folder := range v.folders {
		w, err := watch.New(folder, pathBook{s.store}, found, watch.Options{Labels: v.labels, Skip: s.store.Dir(), Say: v.say})
		if err != nil {
			return nil, fmt.Errorf("watch %s: %w", folder.Dir, err)
		}
		out = append(out, w)
	}
	return out, nil
}
