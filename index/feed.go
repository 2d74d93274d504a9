package index

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"averment/evidence"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
)

// batchDocuments caps the documents of one batch.
const batchDocuments = 2000

// group is how many documents are read and analysed at a time, unless their text fills a
// batch before.
const group = 64

// bigDocument is the text in bytes from which a document is a batch of its own, analysed
// only when its turn to be written has come: analysed it takes several times its text.
const bigDocument = 2 << 20

// prepared is a document analysed for both parts. For a document that is gone both are
// nil. A big one is kept as it is, and its statements are made while they are written.
type prepared struct {
	row        row
	later      *evidence.Document
	documents  []*document.Document
	statements []*document.Document
	bytes      int
	err        error
}

// load is one batch for both parts.
type load struct {
	items []prepared
	bytes int
	err   error
}

// feed indexes rows, ascending, in batches. While one batch is written the next is read
// and analysed.
func (x *Index) feed(ctx context.Context, rows []row, rebuilding bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	loads := make(chan load)
	var wait sync.WaitGroup
	wait.Go(func() { x.prepare(ctx, rows, loads) })
	defer wait.Wait()
	defer cancel()
	for l := range loads {
		if l.err != nil {
			return l.err
		}
		if err := x.write(l, rebuilding); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// prepare cuts rows into batches.
func (x *Index) prepare(ctx context.Context, rows []row, out chan<- load) {
	defer close(out)
	c := cutter{ctx: ctx, out: out, most: x.options.BatchBytes}
	for len(rows) > 0 && ctx.Err() == nil {
		done := x.analyse(rows[:min(group, len(rows))])
		rows = rows[len(done):]
		for _, p := range done {
			if !c.take(p) {
				return
			}
		}
	}
	c.flush()
}

// cutter gathers documents to batches.
type cutter struct {
	ctx  context.Context
	out  chan<- load
	most int // bytes of text in a batch
	load load
}

// take adds a document, and sends the batch when it is full. It says whether to go on.
func (c *cutter) take(p prepared) bool {
	if p.err != nil {
		c.send(load{err: p.err})
		return false
	}
	if p.later != nil && !c.flush() {
		return false
	}
	c.load.items = append(c.load.items, p)
	c.load.bytes += p.bytes
	if p.later != nil || c.load.bytes >= c.most || len(c.load.items) >= batchDocuments {
		return c.flush()
	}
	return true
}

func (c *cutter) flush() bool {
	l := c.load
	c.load = load{}
	return len(l.items) == 0 || c.send(l)
}

func (c *cutter) send(l load) bool {
	select {
	case c.out <- l:
		return true
	case <-c.ctx.Done():
		return false
	}
}

// analyse reads and analyses documents on all processors, up to the text of one batch. It
// gives those that it came to, the first of rows.
func (x *Index) analyse(rows []row) []prepared {
	out := make([]prepared, len(rows))
	var next, text atomic.Int64
	var wait sync.WaitGroup
	for range min(len(rows), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for text.Load() < int64(x.options.BatchBytes) {
				i := int(next.Add(1)) - 1
				if i >= len(rows) {
					return
				}
				out[i] = x.prepareOne(rows[i])
				text.Add(int64(out[i].bytes))
			}
		})
	}
	wait.Wait()
	return out[:min(len(rows), int(next.Load()))]
}

// prepareOne reads a document, and analyses it unless it is big.
func (x *Index) prepareOne(r row) (p prepared) {
	p.row = r
	defer guard(r.number, &p.err)
	doc, err := x.source.ByNumber(r.number)
	if errors.Is(err, evidence.ErrNotFound) {
		return p
	}
	if err != nil {
		p.err = fmt.Errorf("read document %d: %w", r.number, err)
		return p
	}
	for _, page := range doc.Pages {
		p.bytes += len(page.Text)
	}
	if p.bytes >= bigDocument {
		p.later = doc
		return p
	}
	if p.err = p.analyse(doc); p.err == nil {
		p.err = eachUnit(r.number, doc, func(d *document.Document, _ int) error {
			p.statements = append(p.statements, d)
			return nil
		})
	}
	return p
}

// guard turns a panic over a document into an error.
func guard(number uint64, err *error) {
	if cause := recover(); cause != nil {
		*err = fmt.Errorf("analyse document %d: %v", number, cause)
	}
}

// analyse makes the Bleve document of a document.
func (p *prepared) analyse(doc *evidence.Document) (err error) {
	defer guard(p.row.number, &err)
	d, err := analyse(p.row.number, doc)
	p.documents = []*document.Document{d}
	return err
}

// write submits one batch to both parts at once. A part that already holds a row skips
// it.
func (x *Index) write(l load, rebuilding bool) error {
	for i := range l.items {
		if l.items[i].later == nil {
			continue
		}
		runtime.GC() // what read it is garbage, and would stay beside what follows
		if err := l.items[i].analyse(l.items[i].later); err != nil {
			return err
		}
	}
	var errs [2]error
	var wait sync.WaitGroup
	for i, p := range x.parts {
		wait.Go(func() { errs[i] = x.writePart(i, p, l.items, rebuilding) })
	}
	wait.Wait()
	return errors.Join(errs[0], errs[1])
}

func (x *Index) writePart(i int, p *part, items []prepared, rebuilding bool) error {
	s := p.state()
	if rebuilding && !s.rebuilding {
		return nil
	}
	batch := p.bleve.NewBatch()
	var stale *staleUnits
	var err error
	if i == statements {
		v, err := openView(p.bleve)
		if err != nil {
			return err
		}
		defer v.Close()
		stale = &staleUnits{v}
	}
	for _, item := range items {
		if rebuilding && item.row.number <= s.progress || !rebuilding && item.row.seq <= s.cursor {
			continue
		}
		if rebuilding {
			s.progress = item.row.number
		} else {
			s.cursor = item.row.seq
		}
		if i == documents {
			err = addDocuments(batch, item)
		} else {
			batch, err = p.addUnits(batch, item, stale)
		}
		if err != nil {
			return fmt.Errorf("index document %d: %w", item.row.number, err)
		}
	}
	p.setState(batch, s)
	return p.submit(batch, s)
}

func addDocuments(batch *bleve.Batch, item prepared) error {
	for _, d := range item.documents {
		if err := batch.IndexAdvanced(d); err != nil {
			return err
		}
	}
	return nil
}

// unitsBytes is the text of a big document whose units go into one batch.
const unitsBytes = 1 << 20

// addUnits adds the units of one item, and removes those that it had before. A big one
// takes several batches; what was interrupted between them is removed when the item comes
// again, since the cursor goes with the last.
func (p *part) addUnits(batch *bleve.Batch, item prepared, stale *staleUnits) (_ *bleve.Batch, err error) {
	defer guard(item.row.number, &err)
	old, err := stale.of(item.row.number)
	if err != nil {
		return nil, err
	}
	for _, id := range old {
		batch.Delete(id)
	}
	for _, d := range item.statements {
		if err := batch.IndexAdvanced(d); err != nil {
			return nil, err
		}
	}
	if item.later == nil {
		return batch, nil
	}
	size := 0
	err = eachUnit(item.row.number, item.later, func(d *document.Document, bytes int) error {
		if size += bytes; size > unitsBytes {
			if err := p.submit(batch, p.state()); err != nil {
				return err
			}
			batch, size = p.bleve.NewBatch(), bytes
		}
		return batch.IndexAdvanced(d)
	})
	return batch, err
}

// submit makes a batch durable and takes over its state.
func (p *part) submit(batch *bleve.Batch, s partState) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("write index %s: %w: %v", p.path, errBroken, r)
		}
	}()
	if err := p.bleve.Batch(batch); err != nil {
		return fmt.Errorf("write index %s: %w", p.path, err)
	}
	p.set(s)
	return nil
}
