package ingest

import (
	"context"
	"io"
	"runtime"
	"sync"

	"averment/evidence"
	"averment/ingest/worker"
)

// Store is where an import keeps what it read.
type Store interface {
	// Keep makes the bytes of r durable and names them by their SHA-256.
	Keep(r io.Reader) (sha string, size int64, err error)
	// KeepAll does the same for many small originals at once, in order.
	KeepAll(originals [][]byte) ([]string, error)
	// Kept opens an original that is durable.
	Kept(sha string) (Original, error)
	// Known gives the document of these bytes, or nil. Its text may be left out.
	Known(sha string) (*evidence.Document, error)
	// Attempts tells how many readings of these bytes ended with a dead worker, or with
	// the end of the program, and BeginAttempt counts one more, durably.
	Attempts(sha string) (int, error)
	BeginAttempt(sha string) (int, error)
	// Reading notes that these bytes are about to be read; end takes the note back. After
	// the end of the program they are Suspect, and are read while nothing else is.
	Reading(sha string) (end func(), err error)
	Suspect(sha string) (bool, error)
	// Commit stores the intakes in one transaction and gives their rows, numbered.
	Commit(batch []evidence.Intake) ([]evidence.LedgerRow, error)
	// CheckSpace refuses when so many more bytes would leave too little of the disk free.
	CheckSpace(need int64) error
}

// Original is the bytes of a file that the store keeps.
type Original interface {
	io.ReaderAt
	io.Closer
}

// Reader reads one file behind the wall.
type Reader interface {
	Read(ctx context.Context, job worker.Job) (*worker.Output, error)
}

// Labels say where material came from.
type Labels struct {
	Custodian  string
	Collection string
	Note       string
}

// Options of an Importer. Zero values take the defaults in the comments.
type Options struct {
	Labels    Labels
	Passwords []string      // tried on encrypted files
	Compare   bool          // have PDFs read by a second reader too, and say where the two differ
	Kind      evidence.Kind // given by the person, wins over what is found
	Jobs      int           // files under way at once; two for each core, as one waits for the disk
	MaxFile   int64         // bytes; larger files are listed as too-large and not read; 1 GiB
	MaxKeep   int64         // bytes; of larger files not even the original is kept; 16 GiB
	Attempts  int           // readings of one file that may crash before it is quarantined; 2
	Skip      string        // a folder that is never walked: that of the case
	Forget    bool          // keep no rows for the summary, for an import without end
	// Progress is called from one goroutine after each row.
	Progress func(Progress)
}

// Progress is how far an import has come.
type Progress struct {
	Found int   // candidates so far; grows while folders are walked
	Done  int   // candidates whose rows are stored
	Bytes int64 // of the candidates done
	Row   evidence.LedgerRow
	Sums  evidence.Summary // without Files
}

// Importer imports candidates into one store.
type Importer struct {
	store   Store
	reader  Reader
	options Options
	busy    *inFlight
	alone   *sync.RWMutex // held for writing while a suspect is read
	load    *load
}

// New makes an importer.
func New(store Store, reader Reader, o Options) *Importer {
	if o.Jobs <= 0 {
		o.Jobs = 2 * runtime.GOMAXPROCS(0)
	}
	if o.MaxFile <= 0 {
		o.MaxFile = 1 << 30
	}
	if o.MaxKeep <= 0 {
		o.MaxKeep = 16 << 30
	}
	if o.Attempts <= 0 {
		o.Attempts = 2
	}
	return &Importer{store, reader, o, &inFlight{keys: map[string]chan struct{}{}}, &sync.RWMutex{}, newLoad(o.Jobs)}
}

// Paths imports files and folders and gives the reconciled summary, rows in the order
// in which they were committed. An error means that the store failed or ctx ended; the
// summary then holds what had been committed.
func (m *Importer) Paths(ctx context.Context, paths []string) (evidence.Summary, error) {
	found := make(chan Candidate, 256)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var walkErr error
	go func() {
		defer close(found)
		walkErr = Walk(ctx, paths, m.options.Labels, m.options.Skip, found)
	}()
	sum, err := m.Import(ctx, found)
	if err == nil {
		err = walkErr
	}
	return sum, err
}

// Import takes candidates until the channel closes.
func (m *Importer) Import(ctx context.Context, found <-chan Candidate) (evidence.Summary, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	commits := newCommitter(m.store, m.options)
	go commits.run(cancel)
	var readers sync.WaitGroup
	for range m.options.Jobs {
		readers.Go(func() {
			if err := m.readAll(ctx, found, commits); err != nil {
				commits.fail(err)
				cancel(err) // the other readers may be waiting for a file that does not come
			}
		})
	}
	readers.Wait()
	sum := commits.finish()
	return sum, context.Cause(ctx)
}

// readAll takes candidates until there are no more, ctx ends or the store fails.
func (m *Importer) readAll(ctx context.Context, found <-chan Candidate, commits *committer) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case c, open := <-found:
			if !open {
				return nil
			}
			commits.found(1)
			if err := m.take(ctx, c, commits); err != nil {
				return err
			}
		}
	}
}

// inFlight keeps two copies of one file, found at the same time, from being read twice.
type inFlight struct {
	mu   sync.Mutex
	keys map[string]chan struct{}
}

// claim waits until nobody else reads the bytes, then claims them.
func (f *inFlight) claim(ctx context.Context, sha string) error {
	for {
		f.mu.Lock()
		held, taken := f.keys[sha]
		if !taken {
			f.keys[sha] = make(chan struct{})
			f.mu.Unlock()
			return nil
		}
		f.mu.Unlock()
		select {
		case <-held:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

func (f *inFlight) release(sha string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	close(f.keys[sha])
	delete(f.keys, sha)
}
