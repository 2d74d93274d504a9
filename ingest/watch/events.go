package watch

import (
	"errors"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/fsnotify/fsnotify"
)

// events gathers where the system saw something happen. It may lose events, and says so
// when it knows; a nil watcher means that only walks find files.
type events struct {
	dir     string
	say     func(string)
	watcher *fsnotify.Watcher
	wake    chan struct{}

	mu    sync.Mutex
	paths map[string]bool // true for one that appeared and was not written to since
	lost  bool
	full  bool // no more folders can be watched
	off   bool // events cannot be relied upon
}

const maxDirty = 20000 // paths; past it a full walk is cheaper

func newEvents(dir string, say func(string)) *events {
	e := &events{dir: dir, say: say, wake: make(chan struct{}, 1), paths: map[string]bool{}}
	w, err := fsnotify.NewBufferedWatcher(4096)
	if err != nil {
		say("no events from the system (" + err.Error() + "); files are found by walks only")
		return e
	}
	e.watcher = w
	go e.gather(w)
	return e
}

// begin is told before each walk whether other machines may write to the folder.
func (e *events) begin(remote bool) {
	if remote && !e.off {
		e.say("events cannot be relied upon in " + e.dir + "; files are found by walks only")
	}
	e.off = remote
}

// watch adds a folder, named from the root. Each walk adds all again: a folder that was
// unmounted or replaced has lost its watch without a word.
func (e *events) watch(name string) {
	if e.watcher == nil || e.full || e.off {
		return
	}
	err := e.watcher.Add(filepath.Join(e.dir, name))
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) { // any other: walks find what is in it
		e.full = true
		e.say("no more folders can be watched for events (" + err.Error() + "); the others are found by walks")
	}
}

func (e *events) gather(w *fsnotify.Watcher) {
	for {
		select {
		case ev, open := <-w.Events:
			if !open {
				return
			}
			e.note(ev)
		case _, open := <-w.Errors:
			if !open {
				return
			}
			e.overflow()
		}
	}
}

func (e *events) note(ev fsnotify.Event) {
	name, err := filepath.Rel(e.dir, ev.Name)
	if err != nil {
		return
	}
	e.mu.Lock()
	e.paths[name] = ev.Has(fsnotify.Create) && !ev.Has(fsnotify.Write)
	if len(e.paths) > maxDirty {
		e.lost, e.paths = true, map[string]bool{}
	}
	e.mu.Unlock()
	e.ring()
}

func (e *events) overflow() {
	e.mu.Lock()
	e.lost = true
	e.mu.Unlock()
	e.ring()
}

func (e *events) ring() {
	select {
	case e.wake <- struct{}{}:
	default:
	}
}

func (e *events) woken() <-chan struct{} { return e.wake }

// take gives the paths since the last call, and whether events were lost.
func (e *events) take() (map[string]bool, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	paths, lost := e.paths, e.lost
	e.paths, e.lost = map[string]bool{}, false
	return paths, lost
}

func (e *events) close() {
	if e.watcher != nil {
		e.watcher.Close()
	}
}
