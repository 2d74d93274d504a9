package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"averment/evidence"
	"averment/ingest"
)

// Folder is a folder to watch. Label is the collection of what appears in it; the states
// of its paths are kept under its absolute path.
type Folder struct{ Label, Dir string }

// Options of a Watcher. Zero values take the defaults in the comments.
type Options struct {
	Every  time.Duration // between two full walks; a minute
	Settle time.Duration // without change before a file is taken; two seconds
	Skip   string        // a folder that is never walked: that of the case
	Labels ingest.Labels // of what is found; the folder's label goes before Collection
	// Say takes remarks for the operator, such as a folder that is not there. May be nil.
	Say func(string)
	Now func() time.Time // nil is the clock
}

func (o Options) filled() Options {
	if o.Every <= 0 {
		o.Every = time.Minute
	}
	if o.Settle <= 0 {
		o.Settle = 2 * time.Second
	}
	if o.Say == nil {
		o.Say = func(string) {}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return o
}

// Watcher finds files in one folder and sends them on.
type Watcher struct {
	folder  Folder
	source  string // absolute path
	store   Store
	options Options
	out     chan<- ingest.Candidate

	mu      sync.Mutex
	states  map[string]State
	looks   map[string]look   // files that have not settled
	flying  map[string]flight // ready or sent, row not yet stored
	dirty   map[string]State  // not yet kept
	saving  bool
	failed  error // of the store
	remote  bool  // another machine may write to the folder, by another clock
	away    int   // known files on disks that are not mounted, at the last walk
	events  *events
	absent  bool // said that the folder is not there
	settled chan struct{}
	saves   sync.WaitGroup
}

// look is what a file was like when it was first seen so.
type look struct {
	print Print
	at    time.Time
}

// New makes a watcher that sends what it finds to out. Sending waits while out is full.
func New(folder Folder, store Store, out chan<- ingest.Candidate, o Options) (*Watcher, error) {
	abs, err := filepath.Abs(folder.Dir)
	if err != nil {
		return nil, err
	}
	w := &Watcher{folder: folder, source: abs, store: store, options: o.filled(), out: out,
		states: map[string]State{}, looks: map[string]look{}, flying: map[string]flight{}, dirty: map[string]State{}, settled: make(chan struct{}, 1)}
	err = store.States(abs, func(path string, s State) error {
		w.states[path] = s
		return nil
	})
	return w, err
}

// patience is how many times the time of settling one pass waits for a file that somebody
// keeps writing to.
const patience = 30

// Once walks, waits until every file that is there has settled, sends them, and waits for
// their rows. A file that does not settle is left to the next pass.
func (w *Watcher) Once(ctx context.Context) error {
	if err := w.walk(ctx); err != nil {
		return err
	}
	until := time.Now().Add(patience * w.options.Settle)
	for {
		left, flying := w.unsettled()
		if left == 0 && !flying {
			return w.drained(ctx)
		}
		if time.Now().After(until) && !flying {
			w.options.Say(fmt.Sprintf("%d files in %s are still being written to; the next pass looks at them again", left, w.source))
			return w.drained(ctx)
		}
		if err := sleep(ctx, w.options.Settle/4); err != nil {
			return err
		}
		if err := w.lookAt(ctx, w.restless()); err != nil {
			return err
		}
	}
}

// Close waits until all that is known of the paths is kept. It is called once nothing
// that was sent is outstanding.
func (w *Watcher) Close() error {
	w.saves.Wait()
	return w.error()
}

// Run watches until ctx ends, whose error it gives.
func (w *Watcher) Run(ctx context.Context) error {
	return w.run(ctx, newEvents(w.source, w.options.Say))
}

func (w *Watcher) run(ctx context.Context, e *events) error {
	w.events = e
	defer e.close()
	for {
		if err := w.walk(ctx); err != nil {
			return err
		}
		if err := w.untilNextWalk(ctx); err != nil {
			return err
		}
	}
}

// untilNextWalk looks where events point and at what has not settled, until it is time
// for a full walk or the system lost events.
func (w *Watcher) untilNextWalk(ctx context.Context) error {
	next := time.NewTimer(w.options.Every)
	defer next.Stop()
	tick := time.NewTicker(w.options.Settle / 2)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-next.C:
			return w.error()
		case <-w.events.woken():
			paths, lost := w.events.take()
			if lost {
				return w.error()
			}
			if err := w.lookAt(ctx, paths); err != nil {
				return err
			}
		case <-tick.C:
			if err := w.lookAt(ctx, w.restless()); err != nil {
				return err
			}
		}
	}
}

// unsettled counts the files that have not settled, and says whether any is on its way:
// it may have changed meanwhile.
func (w *Watcher) unsettled() (left int, flying bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.looks), len(w.flying) > 0
}

// restless are the files that have not settled.
func (w *Watcher) restless() map[string]bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	paths := make(map[string]bool, len(w.looks))
	for p := range w.looks {
		paths[p] = false
	}
	return paths
}

// drained waits until no row is outstanding.
func (w *Watcher) drained(ctx context.Context) error {
	for {
		w.mu.Lock()
		left, err := len(w.flying), w.failed
		if w.saving {
			left++
		}
		w.mu.Unlock()
		if left == 0 || err != nil {
			return err
		}
		select {
		case <-w.settled:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (w *Watcher) error() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.failed
}

// stored keeps how the import of a path ended.
func (w *Watcher) stored(path string, p Print, row evidence.LedgerRow) {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.states[path]
	if row.ID != "" && row.ID != s.SHA {
		s.SHA, s.Versions = row.ID, s.Versions+1
	}
	s.Print, s.State, s.Gone, s.Row = p, row.State, false, 0
	s.NextTry, s.Failures = time.Time{}, s.Failures+1
	if row.State == evidence.Exception && row.Reason == string(evidence.IO) {
		s.NextTry, s.Row = w.options.Now().Add(backOff(s.Failures)), row.Number
	} else {
		s.Failures = 0
	}
	delete(w.flying, path)
	w.put(path, s)
	w.ring()
}

// later takes a file back that changed while it was read: it has to settle anew.
func (w *Watcher) later(path string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.flying, path)
	w.looks[path] = look{at: w.options.Now()}
	w.ring()
}

func (w *Watcher) ring() {
	select {
	case w.settled <- struct{}{}:
	default:
	}
}

// put changes the state of a path; it is kept soon, together with others. A crash before
// that costs a second reading, whose row is a duplicate. The caller holds mu.
func (w *Watcher) put(path string, s State) {
	w.states[path], w.dirty[path] = s, s
	if !w.saving {
		w.saving = true
		w.saves.Go(w.save)
	}
}

func (w *Watcher) save() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for len(w.dirty) > 0 && w.failed == nil {
		batch := w.dirty
		w.dirty = map[string]State{}
		w.mu.Unlock()
		err := w.store.SetStates(w.source, batch)
		w.mu.Lock()
		if w.failed == nil {
			w.failed = err
		}
	}
	w.saving = false
	w.ring()
}

// backOff doubles from a minute to an hour.
func backOff(failures int) time.Duration {
	return min(time.Minute<<min(failures-1, 6), time.Hour)
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *Watcher) root() (*os.Root, error) {
	root, err := os.OpenRoot(w.source)
	if err != nil && !w.absent {
		w.options.Say("the watched folder " + w.source + " cannot be opened now: " + err.Error())
	}
	w.absent = err != nil
	return root, err
}
