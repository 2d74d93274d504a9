package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	zap "github.com/blevesearch/zapx/v17"

	"averment/evidence"
)

// Options of Open.
type Options struct {
	// Timeout to wait for another process that has the index open; 0 is 2 s.
	Timeout time.Duration
	// BatchBytes caps the text of one batch; 0 is 4 MiB.
	BatchBytes int
	// Manual leaves the queue alone until Sync is called; otherwise it is applied in the
	// background.
	Manual bool
}

// Index is the two indexes of a case. Its methods may be called from several goroutines.
type Index struct {
	dir     string
	source  Source
	options Options
	fuzzy   fuzzyBuilders

	lock            sync.RWMutex // of what follows; never held while searching
	parts           [2]*part     // documents, statements
	columns, spoken *columnCache // of the documents, of the statements
	closed          bool
	damage          string
	failed          error

	applying chan struct{} // holds one token while somebody applies the queue
	wake     chan struct{}
	stop     context.CancelFunc
	done     sync.WaitGroup
}

// Places of the parts in Index.parts.
const (
	documents  = 0
	statements = 1
)

var partNames = [2]string{"documents", "statements"}

// Open opens the indexes of a case under dir, which is created when missing. An index
// that is damaged, of another case, of another schema or ahead of its source is moved
// aside and built again in the background. Open fails only where the index is held by
// another process, may not be read, or cannot be created.
func Open(dir string, src Source, o Options) (*Index, error) {
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Second
	}
	if o.BatchBytes == 0 {
		o.BatchBytes = 4 << 20
	}
	plainBuffers()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("create index folder: %w", err)
	}
	x := &Index{dir: dir, source: src, options: o, columns: newColumnCache(), spoken: newColumnCache()}
	x.applying, x.wake = make(chan struct{}, 1), make(chan struct{}, 1)
	looping, err := x.noteStart(time.Now())
	if err != nil {
		return nil, err
	}
	for i := range x.parts {
		why := ""
		if looping {
			why = "three unclean starts in ten minutes"
		}
		if x.parts[i], err = x.openPart(i, why); err != nil {
			x.closeParts()
			return nil, err
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	x.stop = stop
	if !o.Manual {
		x.done.Go(func() { x.background(ctx) })
		x.done.Go(func() { x.inspect(ctx) })
		x.Notify()
	}
	return x, nil
}

// plainBuffers switches off a guess of the segment writer, once for the process. It takes
// the bytes for each document of the last batch, times the documents of this one: after a
// book, two thousand short letters would ask for gigabytes.
var plainBuffers = sync.OnceFunc(func() { zap.NewSegmentBufferNumResultsFactor = 0 })

// openPart opens one index, or moves it aside and starts it anew; why forces that.
func (x *Index) openPart(i int, why string) (*part, error) {
	path := filepath.Join(x.dir, partNames[i])
	if why == "" {
		p, reason, err := openPart(path, x.source, x.options.Timeout)
		if err != nil {
			return nil, err
		}
		if reason == "" {
			return p, nil
		}
		why = reason
	}
	if why != absent {
		x.damage = partNames[i] + ": " + why
	}
	if err := moveAside(path); err != nil {
		return nil, err
	}
	return createPart(path, x.source, x.options.Timeout)
}

// moveAside keeps the newest discarded index beside the new one, for a look at what
// happened.
func moveAside(path string) error {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	aside := path + ".damaged"
	if err := os.RemoveAll(aside); err != nil {
		return fmt.Errorf("remove old damaged index: %w", err)
	}
	if err := os.Rename(path, aside); err != nil {
		return fmt.Errorf("move damaged index aside: %w", err)
	}
	return nil
}

// Close ends the background work and closes the indexes. What has been applied is
// durable.
func (x *Index) Close() error {
	x.stop()
	x.done.Wait()
	x.applying <- struct{}{}
	defer func() { <-x.applying }()
	x.lock.Lock()
	defer x.lock.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	err := x.closeParts()
	if err == nil {
		err = x.noteStop()
	}
	return err
}

func (x *Index) closeParts() error {
	var errs []error
	for _, p := range x.parts {
		if p != nil {
			errs = append(errs, p.close())
		}
	}
	return errors.Join(errs...)
}

var errClosed = evidence.WithHint(errors.New("the index is closed"), "open the case again")

// acquire gives a snapshot of the documents with its columns and the status that belongs
// to it. The snapshot stays whole while the index goes on, or is exchanged.
func (x *Index) acquire() (*view, *columnCache, Status, error) {
	x.lock.RLock()
	defer x.lock.RUnlock()
	if x.closed {
		return nil, nil, Status{}, errClosed
	}
	v, err := openView(x.parts[documents].bleve)
	if err != nil {
		return nil, nil, Status{}, err
	}
	x.columns.forget(v)
	status, err := x.status(v)
	if err != nil {
		v.Close()
		return nil, nil, Status{}, err
	}
	return v, x.columns, status, nil
}

// Status says how much of the case a search sees.
func (x *Index) Status() Status {
	v, _, status, err := x.acquire()
	if err != nil {
		return Status{Err: err}
	}
	v.Close()
	return status
}

// status of a snapshot. Pending counts what is stored but not in both indexes.
func (x *Index) status(v *view) (Status, error) {
	d, s := x.parts[documents].state(), x.parts[statements].state()
	out := Status{Damage: x.damage, Err: x.failed, Rebuilding: d.rebuilding || s.rebuilding}
	total := v.count()
	var err error
	if out.Searchable, err = searchable(v); err != nil {
		return out, err
	}
	out.Unsearchable = total - out.Searchable
	out.Pending = x.pending(total, d)
	out.Snapshot = fmt.Sprintf("%.8s-%d", x.source.ID(), d.cursor)
	if d.rebuilding {
		out.Snapshot = fmt.Sprintf("%.8s-rebuilding-%d", x.source.ID(), total)
	}
	return out, nil
}
