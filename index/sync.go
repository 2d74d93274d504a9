package index

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// queueRows is how many rows of the queue are read at once.
const queueRows = 2048

// Notify wakes the background work: something was stored.
func (x *Index) Notify() {
	select {
	case x.wake <- struct{}{}:
	default:
	}
}

// calm is how long nothing must come before the names of parties are gathered ahead of the
// search that asks for them: an import would have them gathered again and again.
const calm = time.Second

// background applies the queue whenever it is woken. A failure is tried again after a
// pause that doubles up to a minute.
func (x *Index) background(ctx context.Context) {
	pause := time.Second
	var again, quiet <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return
		case <-quiet:
			quiet = nil
			x.warmNames(ctx)
			continue
		case <-x.wake:
		case <-again:
		}
		again, quiet = nil, nil
		if err := x.Sync(ctx); err != nil && ctx.Err() == nil {
			again = time.After(pause)
			pause = min(2*pause, time.Minute)
			continue
		}
		pause = time.Second
		x.warm(ctx)
		quiet = time.After(calm)
	}
}

// warm builds the columns that the next search would have to wait for.
func (x *Index) warm(ctx context.Context) {
	v, cols, _, err := x.acquire()
	if err != nil {
		return // the next search tells
	}
	defer v.Close()
	for _, s := range v.segments {
		c, err := cols.of(s)
		if err != nil {
			return
		}
		for _, name := range FacetNames() {
			if _, err := c.facet(name); err != nil || ctx.Err() != nil {
				return
			}
		}
		c.months()
	}
}

// warmNames gathers the names of parties, and lays out their columns.
func (x *Index) warmNames(ctx context.Context) {
	v, cols, _, err := x.acquire()
	if err != nil {
		return // the next search tells
	}
	defer v.Close()
	names, err := cols.names(v)
	if err != nil {
		return
	}
	for _, s := range v.segments {
		c, err := cols.of(s)
		if err != nil {
			return
		}
		for _, field := range namedFields {
			if _, err := c.led(field, names.of(field)); err != nil || ctx.Err() != nil {
				return
			}
		}
	}
}

// Sync applies the queue until it is empty, and finishes a rebuild. When it returns nil,
// all that was stored before the call can be found.
func (x *Index) Sync(ctx context.Context) error {
	select {
	case x.applying <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { <-x.applying }()
	err := x.apply(ctx)
	if errors.Is(err, errBroken) {
		if err = x.discard(err.Error()); err == nil {
			err = x.apply(ctx)
		}
	}
	x.lock.Lock()
	x.failed = err
	if ctx.Err() != nil {
		x.failed = nil
	}
	x.lock.Unlock()
	if err != nil {
		return fmt.Errorf("bring the index up to date: %w", err)
	}
	return nil
}

// apply runs under the token of applying, so that nobody exchanges the parts.
func (x *Index) apply(ctx context.Context) error {
	if x.closed {
		return errClosed
	}
	if err := x.rebuild(ctx); err != nil {
		return err
	}
	for {
		rows, err := x.queued()
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return nil
		}
		if err := x.feed(ctx, rows, false); err != nil {
			return err
		}
		if err := x.source.TrimQueue(x.applied()); err != nil {
			return fmt.Errorf("trim queue: %w", err)
		}
	}
}

// row is a document to be indexed: seq of the queue, or 0 in a rebuild.
type row struct{ seq, number uint64 }

// applied is the last row that both parts hold.
func (x *Index) applied() uint64 {
	return min(x.parts[documents].state().cursor, x.parts[statements].state().cursor)
}

// queued reads the next rows. A document that stands in the queue several times is
// indexed once, for its last row.
func (x *Index) queued() ([]row, error) {
	var rows []row
	err := x.source.Queue(x.applied(), queueRows, func(seq, number uint64) error {
		rows = append(rows, row{seq, number})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read queue: %w", err)
	}
	last := map[uint64]uint64{}
	for _, r := range rows {
		last[r.number] = r.seq
	}
	kept := rows[:0]
	for _, r := range rows {
		if last[r.number] == r.seq {
			kept = append(kept, r)
		}
	}
	return kept, nil
}

// errEnough ends a walk over numbers early.
var errEnough = errors.New("enough")

// rebuild fills parts that are being built from the whole source. Where it was
// interrupted it goes on.
func (x *Index) rebuild(ctx context.Context) error {
	for {
		d, s := x.parts[documents].state(), x.parts[statements].state()
		if !d.rebuilding && !s.rebuilding {
			return nil
		}
		from := ^uint64(0)
		for _, p := range []partState{d, s} {
			if p.rebuilding {
				from = min(from, p.progress)
			}
		}
		rows, err := x.numbersAfter(from)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return x.rebuilt()
		}
		if err := x.feed(ctx, rows, true); err != nil {
			return err
		}
	}
}

// numbersAfter gives documents beyond a number, ascending; a great many at a time,
// since each call walks the numbers from the start.
func (x *Index) numbersAfter(from uint64) ([]row, error) {
	var rows []row
	err := x.source.Numbers(func(n uint64) error {
		if n <= from {
			return nil
		}
		if rows = append(rows, row{0, n}); len(rows) == 1<<20 {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return nil, fmt.Errorf("list documents: %w", err)
	}
	return rows, nil
}

// rebuilt marks the parts as complete.
func (x *Index) rebuilt() error {
	for _, p := range x.parts {
		s := p.state()
		if !s.rebuilding {
			continue
		}
		s.rebuilding, s.progress = false, 0
		batch := p.bleve.NewBatch()
		p.setState(batch, s)
		if err := p.submit(batch, s); err != nil {
			return err
		}
	}
	return nil
}

// Rebuild discards both indexes and builds them again from the source.
func (x *Index) Rebuild(ctx context.Context) error {
	select {
	case x.applying <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	err := x.discard("a rebuild was asked for")
	<-x.applying
	if err != nil {
		return err
	}
	return x.Sync(ctx)
}

// discard moves both indexes aside and puts empty ones in their place, which the next
// Sync fills. It runs under the token of applying.
func (x *Index) discard(why string) error {
	x.lock.Lock()
	defer x.lock.Unlock()
	if x.closed {
		return errClosed
	}
	for i, p := range x.parts {
		_ = p.close() // damaged; it is moved aside all the same
		fresh, err := x.openPart(i, why)
		if err != nil {
			return err
		}
		x.parts[i] = fresh
	}
	x.columns, x.spoken = newColumnCache(), newColumnCache()
	return nil
}

// damaged notes that a search met a damaged index and has it built again. The search
// itself fails with the error.
func (x *Index) damaged(err error) error {
	go func() {
		x.applying <- struct{}{}
		defer func() { <-x.applying }()
		if x.discard(err.Error()) == nil {
			x.Notify()
		}
	}()
	return err
}
