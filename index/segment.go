package index

import (
	"context"
	"fmt"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"
	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// segment is one immutable segment as one snapshot sees it.
type segment struct {
	id   uint64
	data zap.Segment
	n    uint32          // documents, deleted ones included
	live *roaring.Bitmap // documents that are not deleted; read only
}

// view is a snapshot of one of the indexes. Close it.
type view struct {
	reader   bleveindex.IndexReader
	segments []*segment
}

func openView(b bleve.Index) (*view, error) {
	advanced, err := b.Advanced()
	if err != nil {
		return nil, fmt.Errorf("open index snapshot: %w", err)
	}
	reader, err := advanced.Reader()
	if err != nil {
		return nil, fmt.Errorf("open index snapshot: %w", err)
	}
	snapshot, ok := reader.(*scorch.IndexSnapshot)
	if !ok {
		reader.Close()
		return nil, fmt.Errorf("open index snapshot: unexpected index type %T", reader)
	}
	v := &view{reader: reader}
	for _, s := range snapshot.Segments() {
		seg := &segment{id: s.Id(), data: s.Segment(), n: uint32(s.Segment().Count())}
		seg.live = s.DocNumbersLive()
		v.segments = append(v.segments, seg)
	}
	return v, nil
}

func (v *view) Close() error { return v.reader.Close() }

// count is the number of documents that are not deleted.
func (v *view) count() int {
	n := 0
	for _, s := range v.segments {
		n += int(s.live.GetCardinality())
	}
	return n
}

// orInto is what zap's postings lists offer beyond their interface.
type orInto interface{ OrInto(*roaring.Bitmap) }

// postings gives the documents of a term, nil when there are none.
func (s *segment) postings(field, term string) (zap.PostingsList, error) {
	dict, err := s.data.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("read dictionary of %s: %w", field, err)
	}
	list, err := dict.PostingsList([]byte(term), nil, nil)
	if err != nil {
		return nil, fmt.Errorf("read postings of %s: %w", field, err)
	}
	if list.Count() == 0 {
		return nil, nil
	}
	return list, nil
}

// addTo adds the documents of a postings list to a bitmap.
func addTo(to *roaring.Bitmap, list zap.PostingsList) error {
	if o, ok := list.(orInto); ok {
		o.OrInto(to)
		return nil
	}
	it := list.Iterator(false, false, false, nil)
	for {
		p, err := it.Next()
		if err != nil || p == nil {
			return err
		}
		to.Add(uint32(p.Number()))
	}
}

// bitmap gives the documents of a term.
func (s *segment) bitmap(field, term string) (*roaring.Bitmap, error) {
	out := roaring.New()
	list, err := s.postings(field, term)
	if err != nil || list == nil {
		return out, err
	}
	return out, addTo(out, list)
}

// terms yields the terms of a field from start to before end (nil is open), ascending,
// with their postings, until yield says false.
func (s *segment) terms(ctx context.Context, field string, start, end []byte, yield func(term string) bool) error {
	dict, err := s.data.Dictionary(field)
	if err != nil {
		return fmt.Errorf("read dictionary of %s: %w", field, err)
	}
	it := dict.AutomatonIterator(nil, start, end)
	return drain(ctx, it, yield)
}

func drain(ctx context.Context, it zap.DictionaryIterator, yield func(term string) bool) error {
	for n := 0; ; n++ {
		if n&1023 == 1023 && ctx.Err() != nil {
			return ctx.Err()
		}
		e, err := it.Next()
		if err != nil {
			return fmt.Errorf("walk dictionary: %w", err)
		}
		if e == nil || !yield(e.Term) {
			return nil
		}
	}
}

// after is the least key above all that begin with prefix, nil when there is none.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for len(end) > 0 {
		end[len(end)-1]++
		if end[len(end)-1] != 0 {
			return end
		}
		end = end[:len(end)-1]
	}
	return nil
}
