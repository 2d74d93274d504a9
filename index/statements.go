package index

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"

	"averment/evidence"

	"github.com/RoaringBitmap/roaring/v2"
)

// Parameters of retrieving statements.
const (
	// enoughUnits is how many units the rare words of a text may bring in; once there
	// are so many, its frequent words only add to their scores.
	enoughUnits = 50_000
	// commonShare is the share of all units from which on a word is frequent.
	commonShare = 0.05
	// neighbourShare is what the better of the two sentences beside adds to a score.
	neighbourShare = 0.2
)

// Statements finds the sentences nearest to a text by BM25, the best first. The sentences
// just before and after count a little, since a claim is often told in two.
func (x *Index) Statements(ctx context.Context, req StatementRequest) (hits []StatementHit, err error) {
	defer func() {
		if p := recover(); p != nil {
			hits, err = nil, x.damaged(fmt.Errorf("find statements: %w: %v", errBroken, p))
		}
	}()
	v, columns, err := x.acquireStatements()
	if err != nil {
		return nil, err
	}
	defer v.Close()
	if req.Limit <= 0 {
		req.Limit = 50
	}
	q := &retrieval{ctx: ctx, index: x, view: v, columns: columns, req: req}
	hits, err = q.answer()
	if err != nil {
		return nil, fmt.Errorf("find statements: %w", err)
	}
	return hits, nil
}

func (x *Index) acquireStatements() (*view, *columnCache, error) {
	x.lock.RLock()
	defer x.lock.RUnlock()
	if x.closed {
		return nil, nil, errClosed
	}
	v, err := openView(x.parts[statements].bleve)
	if err != nil {
		return nil, nil, err
	}
	x.spoken.forget(v)
	return v, x.spoken, nil
}

// retrieval is one StatementRequest being answered.
type retrieval struct {
	ctx     context.Context
	index   *Index
	view    *view
	columns *columnCache
	req     StatementRequest
	total   int
	mean    float64
	words   []queryWord
}

// queryWord is a word of the text: how much it counts and how many units have it.
type queryWord struct {
	term   string
	factor float64
	idf    float64
	units  int
	leaves []*leaf // one for each segment
}

func (q *retrieval) answer() ([]StatementHit, error) {
	q.total = q.view.count()
	if err := q.readWords(); err != nil {
		return nil, err
	}
	var all []scoredUnit
	for i, s := range q.view.segments {
		found, err := q.segment(i, s)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b scoredUnit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.number, b.number), cmp.Compare(a.order, b.order))
	})
	q.neighbours(all[:min(len(all), 8*q.req.Limit)])
	all = all[:min(len(all), 8*q.req.Limit)]
	slices.SortStableFunc(all, func(a, b scoredUnit) int { return cmp.Compare(b.score, a.score) })
	return q.hits(all[:min(len(all), q.req.Limit)])
}

// readWords finds the words of the request in the index, the rarest first.
func (q *retrieval) readWords() error {
	factors := map[string]float64{}
	for _, t := range Tokens(q.req.Text) {
		factors[t.Text] = 1
	}
	for w, f := range q.req.Weights {
		factors[w] = f
	}
	length := 0.0
	for _, s := range q.view.segments {
		u, err := q.columns.units(s)
		if err != nil {
			return err
		}
		length += u.words
	}
	q.mean = max(1, length/max(1, float64(q.total)))
	for term, factor := range factors {
		w := queryWord{term: term, factor: factor}
		for _, s := range q.view.segments {
			l, err := newLeaf(s, "text", []string{term}, false, -1)
			if err != nil {
				return err
			}
			w.leaves = append(w.leaves, l)
			w.units += int(l.bits.GetCardinality())
		}
		if w.units > 0 && factor > 0 {
			w.idf = idf(q.total, w.units)
			q.words = append(q.words, w)
		}
	}
	slices.SortFunc(q.words, func(a, b queryWord) int {
		return cmp.Or(cmp.Compare(a.units, b.units), cmp.Compare(a.term, b.term))
	})
	return nil
}

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

func (q *retrieval) hits(list []scoredUnit) ([]StatementHit, error) {
	out := make([]StatementHit, len(list))
	ids := map[uint64]string{}
	for i, u := range list {
		cols := q.columns.raw(q.view.segments[u.seg])
		stance, err := cols.facet("stance")
		if err != nil {
			return nil, err
		}
		speaker, err := cols.facet("speaker")
		if err != nil {
			return nil, err
		}
		out[i] = StatementHit{Number: u.number, Page: u.page, Start: u.start, End: u.end, Order: u.order, Score: u.score,
			Speaker: speaker.first(u.doc), Stance: evidence.Stance(stance.first(u.doc))}
		if _, ok := ids[u.number]; !ok {
			if ids[u.number], err = q.index.documentID(u.number); err != nil {
				return nil, err
			}
		}
		out[i].Document = ids[u.number]
	}
	return out, nil
}

// documentID finds the hash of a document by its number, "" when the documents index
// does not hold it yet.
func (x *Index) documentID(number uint64) (string, error) {
	x.lock.RLock()
	v, err := openView(x.parts[documents].bleve)
	x.lock.RUnlock()
	if err != nil {
		return "", err
	}
	defer v.Close()
	id := ""
	start := binary.BigEndian.AppendUint64(nil, number)
	for _, s := range v.segments {
		err := s.eachPosting("_id", start, after(start), func(term string, doc uint32) {
			if len(term) == 40 && s.live.Contains(doc) {
				id = hex.EncodeToString([]byte(term[8:]))
			}
		})
		if err != nil || id != "" {
			return id, err
		}
	}
	return "", nil
}
