package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"time"

	"averment/evidence"
)

// walk looks at everything in the folder, and notes what is no longer there.
func (w *Watcher) walk(ctx context.Context) error {
	root, err := w.root()
	if err != nil {
		return w.error() // not there now: not a deletion, the next walk looks again
	}
	defer root.Close()
	t := &tour{w: w, ctx: ctx, root: root, seen: map[string]bool{}}
	w.remote = w.isRemote(root)
	if w.events != nil {
		w.events.begin(w.remote)
	}
	if err := t.dir("."); err != nil {
		return err
	}
	if err := t.send(); err != nil {
		return err
	}
	if t.whole {
		return w.vanished(t)
	}
	return w.error()
}

// isRemote says whether other machines may write to the folder.
func (w *Watcher) isRemote(root *os.Root) bool {
	f, err := root.Open(".")
	if err != nil {
		return true
	}
	defer f.Close()
	return onlyScans(f)
}

// lookAt looks at some paths only; true are those that appeared without being written to.
func (w *Watcher) lookAt(ctx context.Context, paths map[string]bool) error {
	if len(paths) == 0 {
		return w.error()
	}
	root, err := w.root()
	if err != nil {
		return w.error()
	}
	defer root.Close()
	t := &tour{w: w, ctx: ctx, root: root, seen: map[string]bool{}}
	for path, moved := range paths {
		t.moved = moved
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
	moved bool // the path being looked at was moved in
	depth int
	ready []ready
}

type ready struct {
	path  string
	print Print
	info  fs.FileInfo
	rank  float64
	err   error  // why the folder of this name cannot be looked into
	reads string // why a folder that could not be read needs no look any more
}

// What is nested deeper or has a longer path, in bytes, is a row and is not looked into.
const (
	maxFolderDepth = 256
	maxFolderPath  = 8 << 10
)

// dir looks at all in a folder. One that cannot be read is a row; its files are then not
// taken for gone.
func (t *tour) dir(name string) error {
	if t.depth == 0 {
		t.whole = true
	}
	if err := t.ctx.Err(); err != nil {
		return err
	}
	if len(name) > maxFolderPath {
		return t.refused(name, errLongPath)
	}
	f, err := t.root.Open(name)
	if err != nil {
		return t.refused(name, err)
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
		switch {
		case errors.Is(err, io.EOF):
			return t.readable(name)
		case err != nil:
			return t.refused(name, err)
		}
	}
}

// path looks at one name. Links are not followed.
func (t *tour) path(name string) error {
	info, err := t.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.w.drop(name, false)
		return nil
	case err != nil:
		t.w.options.Say("cannot look at " + name + ": " + err.Error())
		t.whole = false
		return nil
	}
	t.seen[name] = true
	if info.IsDir() && t.depth < maxFolderDepth && !t.w.isCase(info) {
		t.moved = false
		return t.dir(name)
	}
	if t.w.due(name, info, t.moved) {
		t.take(name, info)
	}
	if len(t.ready) >= maxReady {
		return t.send()
	}
	return nil
}

// maxReady bounds what waits for the import; when there is more, the walk waits.
const maxReady = 4096

// take puts a file among those that go to the import. Small files go first, but a file
// rises the longer it has waited.
func (t *tour) take(name string, info fs.FileInfo) {
	waited := t.w.options.Now().Sub(info.ModTime()).Seconds()
	rank := float64(info.Size()) / (1 + max(waited, 0))
	t.ready = append(t.ready, ready{path: name, print: printOf(info), info: info, rank: rank})
}

func (t *tour) send() error {
	sort.SliceStable(t.ready, func(i, j int) bool { return t.ready[i].rank < t.ready[j].rank })
	for _, r := range t.ready {
		select {
		case t.w.out <- t.w.candidate(r):
			t.w.taken(r.path)
		case <-t.ctx.Done():
			t.w.drop(r.path, true)
			return t.ctx.Err()
		}
	}
	t.ready = nil
	return t.w.error()
}

// due says whether a file must be imported now, and claims it if so. moved is a file that
// appeared with its bytes in it.
func (w *Watcher) due(name string, info fs.FileInfo, moved bool) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	p, now, leftOut := printOf(info), w.options.Now(), w.rule(name, info) != ""
	sent, flying := w.flying[name]
	if (flying && sent.print.same(p)) || (!flying && w.done(name, p, leftOut, now)) {
		delete(w.looks, name)
		return false
	}
	before, looked := w.looks[name]
	if !looked || (before.print != p && !leftOut) {
		before = look{p, now}
		w.looks[name] = before
	}
	if flying || (now.Sub(before.at) < w.options.Settle && !w.quiet(p, now, moved)) {
		return false
	}
	delete(w.looks, name)
	w.flying[name] = flight{print: p}
	return true
}

// done says whether nothing is left to do for a file as it is now. One that is back where
// it was, or on a disk with a new number, is noted as such.
func (w *Watcher) done(name string, p Print, leftOut bool, now time.Time) bool {
	s, known := w.states[name]
	switch {
	case !known, !s.NextTry.IsZero() && s.Print.same(p) && !now.Before(s.NextTry):
		return false
	case leftOut && s.State == evidence.Ignored: // one row is enough, however it changes
	case !s.Print.same(p):
		return false
	}
	if s.Gone || s.Print.Device != p.Device {
		s.Gone, s.Print.Device = false, p.Device
		w.put(name, s)
	}
	return true
}

// quiet says whether one look is enough: the file has not been touched for a while, or it
// was moved in and its bytes are older than that. Where another machine writes, its clock
// may be another, and only two looks tell.
func (w *Watcher) quiet(p Print, now time.Time, moved bool) bool {
	if w.remote {
		return false
	}
	return p.quietSince(now, w.options.Settle) || (moved && p.Modified <= now.Add(-w.options.Settle).UnixNano())
}

// drop forgets a file that went away; one that is on its way comes back by itself.
func (w *Watcher) drop(name string, unsent bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.looks, name)
	if unsent {
		delete(w.flying, name)
	}
}

// vanished notes the known files that a full walk did not see. Those whose disk is not
// there are not taken for gone.
func (w *Watcher) vanished(t *tour) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	devices := map[string]uint64{}
	away, gone, states := 0, []Gone(nil), map[string]State{}
	for path, s := range w.states {
		if _, flying := w.flying[path]; flying || s.Gone || t.seen[path] {
			continue
		}
		if here := t.device(filepath.Dir(path), devices); s.Print.Device != 0 && here != s.Print.Device {
			away++
			continue
		}
		s.Gone = true
		states[path] = s
		if s.SHA != "" {
			gone = append(gone, Gone{path, s.SHA})
		}
	}
	if away > 0 && away != w.away {
		w.options.Say(fmt.Sprintf("%d known files of %s were on another disk than is there now; taken for unmounted, not for gone", away, w.source))
	}
	w.away = away
	if err := w.store.Vanished(w.source, gone); err != nil {
		return err
	}
	for path, s := range states {
		w.put(path, s)
	}
	return w.failed
}

// device is that of a folder or, when it is gone, of the nearest one above it; 0 when it
// cannot be told.
func (t *tour) device(dir string, known map[string]uint64) uint64 {
	if d, ok := known[dir]; ok {
		return d
	}
	info, err := t.root.Lstat(dir)
	switch {
	case err == nil:
		known[dir] = printOf(info).Device
	case dir == "." || !errors.Is(err, fs.ErrNotExist):
		known[dir] = 0
	default:
		known[dir] = t.device(filepath.Dir(dir), known)
	}
	return known[dir]
}
