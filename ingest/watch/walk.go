package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
)

// walk looks at everything in the folder, and notes what is no longer there.
func (w *Watcher) walk(ctx context.Context) error {
	root, err := w.root()
	if err != nil {
		return w.error() // not there now: not a deletion, the next walk looks again
	}
	defer root.Close()
	t := &tour{w: w, ctx: ctx, root: root, seen: map[string]bool{}}
	if w.events != nil {
		w.events.begin(root)
	}
	if err := t.dir("."); err != nil {
		return err
	}
	if err := t.send(); err != nil {
		return err
	}
	if t.whole && w.mounted(t) {
		return w.vanished(t.seen)
	}
	return w.error()
}

// lookAt looks at some paths only.
func (w *Watcher) lookAt(ctx context.Context, paths []string) error {
	if len(paths) == 0 {
		return w.error()
	}
	root, err := w.root()
	if err != nil {
		return w.error()
	}
	defer root.Close()
	t := &tour{w: w, ctx: ctx, root: root, seen: map[string]bool{}}
	for _, path := range paths {
		if err := t.path(path); err != nil {
			return err
		}
	}
	return t.send()
}

// tour is one look at the folder or at a part of it.
type tour struct {
	w     *Watcher
	ctx   context.Context
	root  *os.Root
	seen  map[string]bool
	whole bool // no folder in it failed to be read
	depth int
	ready []ready
}

type ready struct {
	path  string
	print Print
	info  fs.FileInfo
	rank  float64
}

const maxFolderDepth = 256

// dir looks at all in a folder. One that cannot be read is a remark; its files are then
// not taken for gone.
func (t *tour) dir(name string) error {
	if t.depth == 0 {
		t.whole = true
	}
	if err := t.ctx.Err(); err != nil {
		return err
	}
	f, err := t.root.Open(name)
	if err != nil {
		t.w.options.Say("cannot read the folder " + name + ": " + err.Error())
		t.whole = false
		return nil
	}
	defer f.Close()
	if t.w.events != nil {
		t.w.events.watch(name)
	}
	t.depth++
	defer func() { t.depth-- }()
	for {
		entries, err := f.ReadDir(1024)
		for _, e := range entries {
			if err := t.path(filepath.Join(name, e.Name())); err != nil {
				return err
			}
		}
		if err != nil || len(entries) == 0 {
			return nil
		}
	}
}

// path looks at one name. Links are not followed.
func (t *tour) path(name string) error {
	info, err := t.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.w.drop(name)
		return nil
	case err != nil:
		t.w.options.Say("cannot look at " + name + ": " + err.Error())
		t.whole = false
		return nil
	case info.IsDir() && t.depth < maxFolderDepth:
		return t.dir(name)
	}
	t.seen[name] = true
	if t.w.due(name, printOf(info)) {
		t.take(name, info)
	}
	return nil
}

// take puts a file among those that go to the import. Small files go first, but a file
// rises the longer it has waited.
func (t *tour) take(name string, info fs.FileInfo) {
	waited := t.w.options.Now().Sub(info.ModTime()).Seconds()
	rank := float64(info.Size()) / (1 + max(waited, 0))
	t.ready = append(t.ready, ready{name, printOf(info), info, rank})
}

func (t *tour) send() error {
	sort.SliceStable(t.ready, func(i, j int) bool { return t.ready[i].rank < t.ready[j].rank })
	for _, r := range t.ready {
		select {
		case t.w.out <- t.w.candidate(r):
		case <-t.ctx.Done():
			t.w.drop(r.path)
			return t.ctx.Err()
		}
	}
	t.ready = nil
	return t.w.error()
}

// due says whether a file must be imported now, and claims it if so.
func (w *Watcher) due(name string, p Print) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	s, known := w.states[name]
	now := w.options.Now()
	if w.flying[name] || (known && s.Print == p && (s.NextTry.IsZero() || now.Before(s.NextTry))) {
		delete(w.looks, name)
		return false
	}
	before, looked := w.looks[name]
	if !looked || before.print != p {
		w.looks[name] = look{p, now}
		before = w.looks[name]
	}
	if !p.quietSince(now, w.options.Settle) && now.Sub(before.at) < w.options.Settle {
		return false
	}
	delete(w.looks, name)
	w.flying[name] = true
	return true
}

// drop forgets a file that went away before it was taken.
func (w *Watcher) drop(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.looks, name)
	delete(w.flying, name)
}

// mounted tells an emptied folder from one whose disk is not there: the disk is another
// one, or nothing at all is left of many files.
func (w *Watcher) mounted(t *tour) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(t.seen) > 0 || len(w.states) == 0 {
		return true
	}
	info, err := t.root.Stat(".")
	if err != nil {
		return false
	}
	here := printOf(info).Device
	for _, s := range w.states {
		if s.Print.Device != here {
			w.options.Say("the watched folder " + w.source + " is on another disk than before; taken for unmounted")
			return false
		}
	}
	return true
}

// vanished notes the known files that a full walk did not see.
func (w *Watcher) vanished(seen map[string]bool) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for path, s := range w.states {
		if s.Gone || seen[path] || w.flying[path] {
			continue
		}
		s.Gone = true
		if err := w.store.Vanished(w.source, path, s.SHA); err != nil {
			return err
		}
		if err := w.store.SetState(w.source, path, s); err != nil {
			return err
		}
		w.states[path] = s
	}
	return w.failed
}
