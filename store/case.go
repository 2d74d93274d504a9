package store

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// Options say how a case is opened. The zero value is right for a program that owns it.
type Options struct {
	Timeout  time.Duration // how long to wait for the lock; 0 is 2 s
	ReadOnly bool          // look, change nothing; shares the case with other readers
	KeyDir   string        // where signing keys live; "" is averment/keys in the user's configuration
	Actor    string        // who acts where an event does not say; "" is the name of the user
	// CheckpointEvery is the least time between two signed checkpoints; 0 is a minute.
	CheckpointEvery time.Duration
	// MinimumFree is the least free space in bytes; 0 is 1 GiB.
	MinimumFree uint64
	// Space tells free and total bytes of a disk; nil asks the system.
	Space func(dir string) (free, total uint64, err error)
	// Now tells the time; nil is the clock.
	Now func() time.Time

	anySize bool // verify opens a case whatever its size, to say what is wrong
}

func (o Options) filled() Options {
	if o.Timeout == 0 {
		o.Timeout = 2 * time.Second
	}
	if o.CheckpointEvery == 0 {
		o.CheckpointEvery = time.Minute
	}
	if o.MinimumFree == 0 {
		o.MinimumFree = minimumFree
	}
	if o.Space == nil {
		o.Space = FreeSpace
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Actor == "" {
		o.Actor = systemUser()
	}
	return o
}

// Case is an open case. Its methods may be used by several goroutines at once.
type Case struct {
	dir        string
	id         string
	options    Options
	db         *bolt.DB
	lock       *os.File
	codec      *codec
	broken     atomic.Pointer[error] // why nothing may be written any more
	notary     *notary
	flights    flights
	pending    sync.Map // originals that were kept and whose transaction is still to come
	caching    sync.Mutex
	edits      []PartyEdit // corrections as read; guarded by caching
	editsAt    uint64      // the sequence of their bucket
	editsRead  bool
	closedWell bool // the last owner closed the case
}

// Open opens the case in dir. It gives an ErrNoCase when there is none, an ErrLocked
// that names the holder's process, and an ErrDamaged when the database is shorter than
// it was: a damaged case is never started afresh.
func Open(dir string, o Options) (*Case, error) {
	o = o.filled()
	if err := present(dir); err != nil {
		return nil, err
	}
	lock, err := acquire(dir, o.Timeout/2, o.ReadOnly) // whoever waits is told in time
	if err != nil {
		return nil, err
	}
	c, err := openLocked(dir, o, lock)
	if err != nil {
		lock.Close()
		return nil, err
	}
	return c, nil
}

func openLocked(dir string, o Options, lock *os.File) (*Case, error) {
	if !o.anySize {
		if err := checkSize(dir); err != nil {
			return nil, err
		}
	}
	db, err := openDB(filepath.Join(dir, dbName), o)
	if err != nil {
		return nil, err
	}
	c := &Case{dir: dir, options: o, db: db, lock: lock, codec: newCodec()}
	if !o.ReadOnly {
		c.closedWell, err = sign(lock)
	}
	if err == nil {
		err = c.start()
	}
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open case %s: %w", dir, err)
	}
	return c, nil
}

// start reads what the case says of itself and puts in order what a crash left.
func (c *Case) start() error {
	if err := c.view(c.readMeta); err != nil {
		return err
	}
	if err := c.openNotary(); err != nil {
		return err
	}
	if c.options.ReadOnly {
		return nil
	}
	if err := c.sweep(); err != nil {
		return err
	}
	return c.openFlights()
}

func (c *Case) readMeta(tx *bolt.Tx) error {
	meta := tx.Bucket(bucketMeta)
	if meta == nil {
		return damaged("restore the case from a backup", "store.db holds no case")
	}
	version, err := strconv.Atoi(string(meta.Get(metaFormat)))
	if err != nil {
		return damaged("restore the case from a backup", "store.db does not say its format")
	}
	if version > FormatVersion {
		return evidence.WithHint(fmt.Errorf("the case has format %d, this program knows %d: %w", version, FormatVersion, evidence.ErrUnsupported),
			"use the newer program that wrote it")
	}
	c.id = string(meta.Get(metaID))
	return nil
}

// pageSize of a new database: a packed article takes half of the usual 4 KiB and more,
// so that a quarter of each page would stay empty; 16 KiB hold six.
const pageSize = 16 << 10

func openDB(path string, o Options) (*bolt.DB, error) {
	var db *bolt.DB
	err := steady(func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{Timeout: o.Timeout, FreelistType: bolt.FreelistMapType,
			ReadOnly: o.ReadOnly, PageSize: pageSize})
		return err
	})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, locked(filepath.Dir(path), 0)
	}
	if err != nil {
		return nil, evidence.WithHint(fmt.Errorf("open %s: %w", path, err),
			"if the file is damaged, keep it as it is and restore the case from a backup into another folder")
	}
	db.MaxBatchDelay = time.Millisecond
	return db, nil
}

// Close writes a last checkpoint and gives the case free.
func (c *Case) Close() error {
	err := errors.Join(c.closeNotary(), c.closeFlights())
	err = errors.Join(err, c.db.Close())
	unfinished := false // an import was stopped between an original and its row: sweep at the next start
	c.pending.Range(func(any, any) bool { unfinished = true; return false })
	if !c.options.ReadOnly && err == nil && !unfinished {
		err = c.lock.Truncate(0)
	}
	return errors.Join(err, c.lock.Close())
}

// ID is the random name of the store, made when the case was created.
func (c *Case) ID() string { return c.id }

// Dir is the directory of the case.
func (c *Case) Dir() string { return c.dir }

// Writable is nil, or the error that stopped all writing.
func (c *Case) Writable() error {
	if c.options.ReadOnly {
		return fmt.Errorf("%w: it was opened for reading", ErrReadOnly)
	}
	if p := c.broken.Load(); p != nil {
		return *p
	}
	return nil
}

func newID() string {
	var b [16]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}
