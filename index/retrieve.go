package index

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// scoredUnit is a unit that matched, with the segment that holds it.
type scoredUnit struct {
	unit
	score float64
	seg   int
	doc   uint32
}

// segment scores the units of one segment and keeps the best.
func (q *retrieval) segment(i int, s *segment) ([]scoredUnit, error) {
	docs, err := q.candidates(i, s)
	if err != nil || docs.IsEmpty() {
		return nil, err
	}
	list := docs.ToArray()
	scores := make([]float64, len(list))
	r := &run{ctx: q.ctx}
	for _, w := range q.words {
		if err := q.add(r, w, i, list, scores); err != nil {
			return nil, err
		}
	}
	return q.keep(i, s, list, scores)
}

// candidates are the units with one of the rarer words that pass the filters.
func (q *retrieval) candidates(i int, s *segment) (*roaring.Bitmap, error) {
	out := roaring.New()
	seen := 0
	for n, w := range q.words {
		common := float64(w.units) > commonShare*float64(q.total)
		if n > 0 && (seen > enoughUnits || common && seen >= 20*q.req.Limit) {
			break
		}
		out.Or(w.leaves[i].bits)
		seen += w.units
	}
	return out, q.filter(s, out)
}

// filter drops units that the request does not ask for.
func (q *retrieval) filter(s *segment, docs *roaring.Bitmap) error {
	if q.req.Stances != nil {
		var names []string
		for _, st := range q.req.Stances {
			names = append(names, string(st))
		}
		l, err := newLeaf(s, "stance", names, false, -1)
		if err != nil {
			return err
		}
		docs.And(l.bits)
	}
	if q.req.Speaker != "" {
		if err := q.filterSpeaker(s, docs); err != nil {
			return err
		}
	}
	if q.req.Documents == nil {
		return nil
	}
	ours := roaring.New()
	for _, number := range q.req.Documents {
		start := binary.BigEndian.AppendUint64(nil, number)
		if err := s.eachPosting("_id", start, after(start), func(_ string, doc uint32) { ours.Add(doc) }); err != nil {
			return err
		}
	}
	docs.And(ours)
	return nil
}

func (q *retrieval) filterSpeaker(s *segment, docs *roaring.Bitmap) error {
	var p Phrase
	for _, t := range Tokens(q.req.Speaker) {
		if !t.Alt {
			p.Parts = append(p.Parts, Term{t.Text})
		}
	}
	x := &expansions{ctx: q.ctx, view: q.view, fuzzy: &q.index.fuzzy, terms: map[wordKey][]string{}}
	n, err := (&bound{q.ctx, s, x}).valuesOf(In{"speaker", p})
	if err == nil {
		docs.And(n.docs())
	}
	return err
}

// add adds BM25 of one word. Sentences differ little in length, so it counts half.
func (q *retrieval) add(r *run, w queryWord, i int, docs []uint32, scores []float64) error {
	k := 0
	for _, list := range w.leaves[i].lists {
		it := list.Iterator(true, true, false, nil)
		for k < len(docs) && !r.stopped() {
			p, err := it.Advance(uint64(docs[k]))
			if err != nil {
				return err
			}
			if p == nil {
				break
			}
			at := uint32(p.Number())
			for k < len(docs) && docs[k] < at {
				k++
			}
			if k == len(docs) || docs[k] != at {
				continue
			}
			tf := float64(p.Frequency())
			norm := bm25K1 * (1 - bm25B/2 + bm25B/2*lengthOf(p)/q.mean)
			scores[k] += w.factor * w.idf * tf * (bm25K1 + 1) / (tf + norm)
			k++
		}
	}
	return r.err
}

// keep reads the places of the best units of a segment.
func (q *retrieval) keep(i int, s *segment, docs []uint32, scores []float64) ([]scoredUnit, error) {
	order := make([]int, len(docs))
	for k := range order {
		order[k] = k
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(scores[b], scores[a]) })
	order = order[:min(len(order), 8*q.req.Limit)]
	var out []scoredUnit
	for _, k := range order {
		key, err := s.data.DocID(uint64(docs[k]))
		if err != nil {
			return nil, err
		}
		if u, ok := unitFrom(key); ok {
			out = append(out, scoredUnit{u, scores[k], i, docs[k]})
		}
	}
	return out, nil
}

// neighbours adds a share of the score of the better sentence beside.
func (q *retrieval) neighbours(list []scoredUnit) {
	type place struct {
		number uint64
		order  int
	}
	scores := make(map[place]float64, len(list))
	for _, u := range list {
		scores[place{u.number, u.order}] = u.score
	}
	for i := range list {
		u := &list[i]
		beside := max(scores[place{u.number, u.order - 1}], scores[place{u.number, u.order + 1}])
		u.score += neighbourShare * beside
	}
}
