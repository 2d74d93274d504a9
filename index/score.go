package index

import (
	"math"

	"github.com/RoaringBitmap/roaring/v2"
	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// Parameters of BM25, and what a word in the lead or the title adds.
const (
	bm25K1     = 1.2
	bm25B      = 0.75
	leadBonus  = 0.25
	titleBonus = 0.6
)

// weight is what a word of the query counts over the whole index.
type weight struct {
	idf  float64
	mean float64 // words in a document
}

// weights reckons the inverse document frequency of each word from all segments.
func (q *question) weights() []weight {
	var counts []int
	for _, n := range q.nodes {
		n.leaves(func(l *leaf) {
			for len(counts) <= l.id {
				counts = append(counts, 0)
			}
			counts[l.id] += int(l.bits.GetCardinality())
		})
	}
	docs, words := 0, 0.0
	for _, s := range q.view.segments {
		docs += int(s.live.GetCardinality())
		if cols, err := q.columns.of(s); err == nil {
			words += cols.sum
		}
	}
	out := make([]weight, len(counts))
	for i, n := range counts {
		out[i] = weight{idf(docs, n), math.Max(1, words/math.Max(1, float64(docs)))}
	}
	return out
}

func idf(docs, with int) float64 {
	return math.Log(1 + (float64(docs-with)+0.5)/(float64(with)+0.5))
}

// scores adds up BM25 over the words of the query for ascending documents.
func (q *question) scores(i int, r *run, weights []weight, docs []uint32, cols *columns) ([]float64, error) {
	scores := make([]float64, len(docs))
	seen := map[int]bool{}
	var err error
	q.nodes[i].leaves(func(l *leaf) {
		if err == nil && !seen[l.id] {
			seen[l.id] = true
			err = q.scoreLeaf(q.view.segments[i], r, l, weights[l.id], docs, cols, scores)
		}
	})
	return scores, err
}

func (q *question) scoreLeaf(s *segment, r *run, l *leaf, w weight, docs []uint32, cols *columns, scores []float64) error {
	freqs, err := q.frequencies(s, r, l, docs)
	if err != nil {
		return err
	}
	title, err := inTitle(s, l)
	if err != nil {
		return err
	}
	titles := title.Iterator()
	for k, f := range freqs {
		if f.n == 0 {
			continue
		}
		tf := float64(f.n)
		norm := bm25K1 * (1 - bm25B + bm25B*float64(cols.words[docs[k]])/w.mean)
		gain := tf * (bm25K1 + 1) / (tf + norm)
		if f.lead {
			gain += leadBonus
		}
		if titles.AdvanceIfNeeded(docs[k]); titles.HasNext() && titles.PeekNext() == docs[k] {
			gain += titleBonus
		}
		scores[k] += w.idf * gain
	}
	return nil
}

// frequency is how often a word stands in a document, and whether in its lead.
type frequency struct {
	n    uint32
	lead bool
}

// frequencies reads how often the terms of a leaf stand in each of the documents.
func (q *question) frequencies(s *segment, r *run, l *leaf, docs []uint32) ([]frequency, error) {
	out := make([]frequency, len(docs))
	for i, list := range l.lists {
		if r.stopped() {
			return nil, r.err
		}
		w, err := q.columns.frequent.of(s, l.key(i), list, len(docs))
		if err != nil {
			return nil, err
		}
		if w != nil {
			w.at(docs, out)
		} else if err := sought(r, list, docs, out); err != nil {
			return nil, err
		}
	}
	return out, r.err
}

// sought reads the frequencies of a few documents out of a list.
func sought(r *run, list zap.PostingsList, docs []uint32, out []frequency) error {
	it := list.Iterator(true, false, false, nil)
	for k := 0; k < len(docs) && !r.stopped(); {
		p, err := it.Advance(uint64(docs[k]))
		if err != nil || p == nil {
			return err
		}
		at := uint32(p.Number())
		for k < len(docs) && docs[k] < at {
			k++
		}
		if k < len(docs) && docs[k] == at {
			n, lead := occurs(p.Frequency())
			out[k].n += n
			out[k].lead = out[k].lead || lead
			k++
		}
	}
	return nil
}

// fewForms is up to how many terms of a leaf are looked up in the title.
const fewForms = 64

// inTitle gives the documents with the word in the title.
func inTitle(s *segment, l *leaf) (*roaring.Bitmap, error) {
	out := roaring.New()
	if l.field != "body" || len(l.terms) > fewForms {
		return out, nil
	}
	titles, err := newLeaf(s, "title", l.terms, false, -1)
	if err != nil {
		return nil, err
	}
	return titles.bits, nil
}
