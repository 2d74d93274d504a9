package crosscheck

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"math"
	"slices"

	"averment/evidence"
)

// Parameters of BM25, those of the index.
const (
	k1 = 1.2
	b  = 0.75
	// titleBonus is what a word of the title adds, as in the index.
	titleBonus = 0.6
	// formShare is what a word of the same class adds beside the word itself.
	formShare = 0.3
	// unitShare is what the best sentences add to the score of the whole document: little,
	// since they are in it. More of it put claims told in titles or in two sentences last.
	unitShare = 0.02
	// besideShare is what the better neighbour adds to a sentence.
	besideShare = 0.2
)

// memory finds passages in documents that are given, without an index.
type memory struct {
	sources      []*source
	byID         map[string]int
	words        map[string][]place // folded word → units that have it
	classes      map[string][]place // class → units that have it in another form
	documents    map[string][]place // folded word → documents that have it, the title included
	lengths      [][]int
	sizes        []int // words of each document
	size         float64
	mean         float64
	units        int
	unsearchable int
	snapshot     string
}

// place is a unit, or a document, with how often it has a word. titled is 1 where a
// document has it in its title.
type place struct{ source, unit, count, titled int }

func newMemory(docs []*evidence.Document, facts Facts) *memory {
	m := &memory{byID: map[string]int{}, words: map[string][]place{}, classes: map[string][]place{}, documents: map[string][]place{}}
	sum := sha256.New()
	for _, d := range docs {
		sum.Write([]byte(d.ID + "\x00" + d.SourceID + "\x00"))
		for _, p := range d.Pages {
			sum.Write([]byte(p.Text))
		}
		if !d.Searchable() {
			m.unsearchable++
			continue
		}
		if facts != nil && d.Statements == nil && d.Parties == nil {
			facts(d)
		}
		m.add(prepare(d))
	}
	m.snapshot = hex.EncodeToString(sum.Sum(nil)[:8])
	m.mean = max(1, m.mean/max(1, float64(m.units)))
	for _, n := range m.sizes {
		m.size += float64(n) / float64(len(m.sizes))
	}
	return m
}

// addWhole counts the words of a document as a whole.
func (m *memory) addWhole(s *source, n int) {
	counts, titled := map[string]int{}, map[string]int{}
	size := 0
	for _, w := range split(s.doc.Title) {
		counts[w.fold]++
		titled[w.fold] = 1
		size++
	}
	for i := range s.units {
		for _, w := range s.units[i].words {
			counts[w.fold]++
			size++
		}
	}
	for w, c := range counts {
		m.documents[w] = append(m.documents[w], place{source: n, count: c, titled: titled[w]})
	}
	m.sizes = append(m.sizes, size)
}

// wholes scores the documents by BM25 over their whole text.
func (m *memory) wholes(folds []string) []float64 {
	scores := make([]float64, len(m.sources))
	n := float64(len(m.sources))
	for _, w := range folds {
		list := m.documents[w]
		df := float64(len(list))
		for _, p := range list {
			tf := float64(p.count)
			gain := tf*(k1+1)/(tf+k1*(1-b+b*float64(m.sizes[p.source])/m.size)) + titleBonus*float64(p.titled)
			scores[p.source] += math.Log(1+(n-df+0.5)/(df+0.5)) * gain
		}
	}
	return scores
}

func (m *memory) add(s *source) {
	n := len(m.sources)
	m.sources = append(m.sources, s)
	if _, seen := m.byID[s.doc.ID]; !seen {
		m.byID[s.doc.ID] = n
	}
	m.addWhole(s, n)
	lengths := make([]int, len(s.units))
	for i := range s.units {
		counts, classes := map[string]int{}, map[string]int{}
		for _, w := range s.units[i].words {
			counts[w.fold]++
			if w.class != "" {
				classes[w.class]++
			}
		}
		for w, c := range counts {
			m.words[w] = append(m.words[w], place{source: n, unit: i, count: c})
		}
		for w, c := range classes {
			m.classes[w] = append(m.classes[w], place{source: n, unit: i, count: c})
		}
		lengths[i] = len(s.units[i].words)
		m.mean += float64(lengths[i])
		m.units++
	}
	m.lengths = append(m.lengths, lengths)
}

func (m *memory) standing() (standing, error) {
	return standing{m.snapshot, len(m.sources), m.unsearchable}, nil
}

func (m *memory) each(ctx context.Context, ids []string, yield func(*source) error) error {
	for _, s := range m.sources {
		if ids != nil && !slices.Contains(ids, s.doc.ID) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := yield(s); err != nil {
			return err
		}
	}
	return nil
}

// find scores every unit that shares a word with the text. The words of the text are
// taken in the order of the alphabet, so that sums are the same on every run.
func (m *memory) find(ctx context.Context, text string, limit int) ([]candidate, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	scores := make([][]float64, len(m.sources))
	add := func(list []place, factor float64) {
		w := factor * m.idf(len(list))
		for _, p := range list {
			if scores[p.source] == nil {
				scores[p.source] = make([]float64, len(m.lengths[p.source]))
			}
			norm := k1 * (1 - b/2 + b/2*float64(m.lengths[p.source][p.unit])/m.mean)
			scores[p.source][p.unit] += w * float64(p.count) * (k1 + 1) / (float64(p.count) + norm)
		}
	}
	folds, classes := vocabulary(text)
	for _, w := range folds {
		add(m.words[w], 1)
	}
	for _, c := range classes {
		add(m.classes[c], formShare)
	}
	var out []candidate
	whole := m.wholes(folds)
	for i, list := range scores {
		if list == nil && whole[i] == 0 {
			continue
		}
		c := rankUnits(m.sources[i], list)
		c.score = whole[i] + unitShare*c.score
		if u := c.source.nearest(text); len(c.units) == 0 && u >= 0 {
			c.units = append(c.units, u)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return out[:min(len(out), limit)], nil
}

func (m *memory) idf(units int) float64 {
	return math.Log(1 + (float64(m.units)-float64(units)+0.5)/(float64(units)+0.5))
}

// vocabulary gives the distinct words of a text and their classes, sorted.
func vocabulary(text string) (folds, classes []string) {
	for _, w := range split(text) {
		folds = append(folds, w.fold)
		if w.class != "" {
			classes = append(classes, w.class)
		}
	}
	slices.Sort(folds)
	slices.Sort(classes)
	return slices.Compact(folds), slices.Compact(classes)
}

// bestUnits is how many units of a document are looked at closely.
const bestUnits = 8

// rankUnits orders the units of a document. Its score is that of the best unit, and a
// falling share of those after it.
func rankUnits(s *source, scores []float64) candidate {
	c := candidate{source: s}
	full := make([]float64, len(scores))
	for i := range scores {
		if scores[i] == 0 {
			continue
		}
		beside := 0.0
		if i > 0 {
			beside = scores[i-1]
		}
		if i+1 < len(scores) {
			beside = max(beside, scores[i+1])
		}
		full[i] = scores[i] + besideShare*beside
		c.units = append(c.units, i)
	}
	slices.SortStableFunc(c.units, func(a, b int) int { return cmp.Compare(full[b], full[a]) })
	c.units = c.units[:min(len(c.units), bestUnits)]
	share := 1.0
	for _, i := range c.units {
		c.score += share * full[i]
		share *= 0.3
	}
	return c
}
