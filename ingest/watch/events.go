package watch

import (
	"os"
	"path/filepath"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// events gathers where the system saw something happen. It may lose events, and says so
// when it knows; a nil watcher means that only walks find files.
type events struct {
	dir     string
	say     func(string)
	watcher *fsnotify.Watcher
	wake    chan struct{}

	mu      sync.Mutex
	paths   map[string]bool
	lost    bool
	full    bool // no more folders can be watched
	watched map[string]bool
}

const maxDirty = 20000 // paths; past it a full walk is cheaper

func newEvents(dir string, say func(string)) *events {
	e := &events{dir: dir, say: say, wake: make(chan struct{}, 1), paths: map[string]bool{}, watched: map[string]bool{}}
	w, err := fsnotify.NewBufferedWatcher(4096)
	if err != nil {
		say("no events from the system (" + err.Error() + "); files are found by walks only")
		return e
	}
	e.watcher = w
	go e.gather()
	return e
}

// begin says whether events can be had in the root at all.
func (e *events) begin(root *os.Root) {
	f, err := root.Open(".")
	if err != nil {
		return
	}
	defer f.Close()
	if e.watcher != nil && onlyScans(f) {
		e.say("events cannot be relied upon in " + e.dir + "; files are found by walks only")
		e.watcher.Close()
		e.watcher = nil
	}
}

// watch adds a folder, named from the root.
func (e *events) watch(name string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.watcher == nil || e.full || e.watched[name] {
		return
	}
	if err := e.watcher.Add(filepath.Join(e.dir, name)); err != nil {
		e.full = true
		e.say("no more folders can be watched for events (" + err.Error() + "); the others are found by walks")
		return
	}
	e.watched[name] = true
}

func (e *events) gather() {
	for {
		select {
		case ev, open := <-e.watcher.Events:
			if !open {
				return
			}
			e.note(ev)
		case _, open := <-e.watcher.Errors:
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
	if ev.Has(fsnotify.Remove) || ev.Has(fsnotify.Rename) {
		delete(e.watched, name)
	}
	e.paths[name] = true
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
func (e *events) take() ([]string, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	paths := make([]string, 0, len(e.paths))
	for p := range e.paths {
		paths = append(paths, p)
	}
	lost := e.lost
	e.paths, e.lost = map[string]bool{}, false
	return paths, lost
}

func (e *events) close() {
	if e.watcher != nil {
		e.watcher.Close()
	}
}
