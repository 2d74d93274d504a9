package ingest

import (
	"context"
	"sync"

	"averment/evidence"
)

// Limits of one transaction; the committer takes what is waiting and never lingers.
const (
	batchRows  = 512
	batchBytes = 8 << 20
)

// parcel is what one item gives the store.
type parcel struct {
	intakes   []evidence.Intake
	candidate Candidate
	done      func() // called once the parcel is durable or has failed
}

func (p parcel) bytes() (n int64) {
	for _, in := range p.intakes {
		if in.Document == nil {
			continue
		}
		for _, page := range in.Document.Pages {
			n += int64(len(page.Text))
		}
	}
	return n
}

// committer stores parcels in order, several to a transaction.
type committer struct {
	store    Store
	progress func(Progress)
	forget   bool
	parcels  chan parcel
	ended    chan struct{}
	mu       sync.Mutex
	state    Progress
	files    []evidence.LedgerRow
	err      error
}

func newCommitter(store Store, o Options) *committer {
	if o.Progress == nil {
		o.Progress = func(Progress) {}
	}
	return &committer{store: store, progress: o.Progress, forget: o.Forget, parcels: make(chan parcel, 64), ended: make(chan struct{})}
}

func (c *committer) found(n int) {
	c.mu.Lock()
	c.state.Found += n
	c.mu.Unlock()
}

// fail keeps the first error; later parcels are refused.
func (c *committer) fail(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.err == nil {
		c.err = err
	}
}

func (c *committer) failed() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

// send queues a parcel. After a failure nothing more is taken.
func (c *committer) send(p parcel) error {
	if err := c.failed(); err != nil {
		p.settle()
		return err
	}
	c.parcels <- p
	return nil
}

func (p parcel) settle() {
	if p.done != nil {
		p.done()
	}
}

// finish waits until everything sent is stored and gives the sums.
func (c *committer) finish() evidence.Summary {
	close(c.parcels)
	<-c.ended
	sum := c.state.Sums
	sum.Version, sum.Files = 1, c.files
	if sum.Files == nil {
		sum.Files = []evidence.LedgerRow{}
	}
	return sum
}

func (c *committer) run(cancel context.CancelCauseFunc) {
	defer close(c.ended)
	for p := range c.parcels {
		batch := c.gather(p)
		if err := c.failed(); err != nil {
			cancel(err)
		} else if err := c.commit(batch); err != nil {
			c.fail(err)
			cancel(err)
		}
		for _, p := range batch {
			p.settle()
		}
	}
	if err := c.failed(); err != nil {
		cancel(err)
	}
}

// gather takes what is waiting, up to the limits of one transaction.
func (c *committer) gather(p parcel) []parcel {
	batch, size := []parcel{p}, p.bytes()
	for len(batch) < batchRows && size < batchBytes {
		select {
		case next, open := <-c.parcels:
			if !open {
				return batch
			}
			batch = append(batch, next)
			size += next.bytes()
		default:
			return batch
		}
	}
	return batch
}

func (c *committer) commit(batch []parcel) error {
	var intakes []evidence.Intake
	for _, p := range batch {
		intakes = append(intakes, p.intakes...)
	}
	rows, err := c.store.Commit(intakes)
	if err != nil {
		return err
	}
	for _, p := range batch {
		for range p.intakes {
			c.count(p, rows[0])
			rows = rows[1:]
		}
	}
	return nil
}

func (c *committer) count(p parcel, row evidence.LedgerRow) {
	if p.candidate.Settled != nil {
		p.candidate.Settled(row)
	}
	c.mu.Lock()
	if !c.forget {
		c.files = append(c.files, row)
	}
	c.state.Sums.Tally(row.State)
	c.state.Done++
	c.state.Bytes += row.Size
	c.state.Row = row
	now := c.state
	c.mu.Unlock()
	c.progress(now)
}
