package index

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"averment/evidence"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
)

// batchDocuments caps the documents of one batch.
const batchDocuments = 2000

// group is how many documents are read and analysed at a time.
const group = 64

// prepared is a document analysed for both parts. For a document that is gone both are
// nil.
type prepared struct {
	row        row
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
	send := func(l load) bool {
		select {
		case out <- l:
			return l.err == nil
		case <-ctx.Done():
			return false
		}
	}
	var l load
	for from := 0; from < len(rows); from += group {
		for _, p := range x.analyse(rows[from:min(from+group, len(rows))]) {
			if p.err != nil {
				send(load{err: p.err})
				return
			}
			l.items = append(l.items, p)
			l.bytes += p.bytes
			if l.bytes >= x.options.BatchBytes || len(l.items) >= batchDocuments {
				if !send(l) {
					return
				}
				l = load{}
			}
		}
		if ctx.Err() != nil {
			return
		}
	}
	if len(l.items) > 0 {
		send(l)
	}
}

// analyse reads and analyses a few documents on all processors.
func (x *Index) analyse(rows []row) []prepared {
	out := make([]prepared, len(rows))
	next := make(chan int, len(rows))
	for i := range rows {
		next <- i
	}
	close(next)
	var wait sync.WaitGroup
	for range min(len(rows), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				out[i] = x.prepareOne(rows[i])
			}
		})
	}
	wait.Wait()
	return out
}

func (x *Index) prepareOne(r row) (p prepared) {
	defer func() {
		if cause := recover(); cause != nil {
			p.err = fmt.Errorf("analyse document %d: %v", r.number, cause)
		}
	}()
	p.row = r
	doc, err := x.source.ByNumber(r.number)
	if errors.Is(err, evidence.ErrNotFound) {
		return p
	}
	if err != nil {
		p.err = fmt.Errorf("read document %d: %w", r.number, err)
		return p
	}
	d, err := analyse(r.number, doc)
	if err != nil {
		p.err = err
		return p
	}
	p.documents = []*document.Document{d}
	p.statements = sentenceUnits(r.number, doc)
	for _, page := range doc.Pages {
		p.bytes += len(page.Text)
	}
	return p
}

// write submits one batch to both parts at once. A part that already holds a row skips
// it.
func (x *Index) write(l load, rebuilding bool) error {
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
		if err := addItem(batch, i, item, stale); err != nil {
			return err
		}
	}
	p.setState(batch, s)
	return p.submit(batch, s)
}

// addItem adds the documents of one item for part i, and removes the units that a
// document had before.
func addItem(batch *bleve.Batch, i int, item prepared, stale *staleUnits) error {
	list := item.documents
	if i == statements {
		list = item.statements
		old, err := stale.of(item.row.number)
		if err != nil {
			return err
		}
		for _, id := range old {
			batch.Delete(id)
		}
	}
	for _, d := range list {
		if err := batch.IndexAdvanced(d); err != nil {
			return fmt.Errorf("index document %d: %w", item.row.number, err)
		}
	}
	return nil
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
