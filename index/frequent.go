package index

import (
	"sync"

	zap "github.com/blevesearch/scorch_segment_api/v2"
)

// Reading how often a word stands in its documents costs far more than reckoning with
// it, and the same words come again and again: a person turns pages, chooses facets,
// sorts anew. What was read of frequent words is therefore kept, within bounds.
const (
	frequentFrom = 512     // documents of a segment from which on a word is kept
	frequentMost = 8 << 20 // documents of all words kept; each takes 8 bytes
	worthReading = 8       // a whole list is read where one in so many documents is wanted
)

// wordCounts is how often a word stands in each document of a segment, deleted ones
// included, by ascending document.
type wordCounts struct {
	docs   []uint32
	counts []uint32 // occurrences << 1, plus 1 where the first is in the lead
}

// at gives the counts of ascending documents; those without the word count nothing.
func (w *wordCounts) at(docs []uint32, out []frequency) {
	i := 0
	for k, doc := range docs {
		i += gallop(w.docs[i:], doc)
		if i == len(w.docs) {
			return
		}
		if w.docs[i] == doc {
			out[k].n += w.counts[i] >> 1
			out[k].lead = out[k].lead || w.counts[i]&1 == 1
		}
	}
}

// of gives how often the word stands in one document.
func (w *wordCounts) of(doc uint32) int {
	var out [1]frequency
	w.at([]uint32{doc}, out[:])
	return int(out[0].n)
}

// gallop is the place of the first element that is not below doc.
func gallop(list []uint32, doc uint32) int {
	high := 1
	for high <= len(list) && list[high-1] < doc {
		high *= 2
	}
	low := high / 2
	high = min(high, len(list))
	for low < high {
		if mid := (low + high) / 2; list[mid] < doc {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// frequentWords keeps what was read, by segment and word. It is shared by all searches.
type frequentWords struct {
	lock sync.Mutex
	kept map[uint64]map[string]*wordCounts
	size int // documents kept
}

// of gives the counts of a word, from the list of its postings where they are not kept.
// It gives nil where the word is rare, or where reading all of it is not worth it for as
// few documents as are wanted.
func (f *frequentWords) of(s *segment, key string, list zap.PostingsList, wanted int) (*wordCounts, error) {
	w := f.peek(s, key)
	n := int(list.Count())
	if w != nil || n < frequentFrom || n > frequentMost || wanted < n/worthReading {
		return w, nil
	}
	w, err := readCounts(list)
	if err != nil {
		return nil, err
	}
	f.lock.Lock()
	defer f.lock.Unlock()
	if f.size+len(w.docs) > frequentMost || f.kept == nil {
		f.kept, f.size = map[uint64]map[string]*wordCounts{}, 0
	}
	if f.kept[s.id] == nil {
		f.kept[s.id] = map[string]*wordCounts{}
	}
	if f.kept[s.id][key] == nil {
		f.kept[s.id][key] = w
		f.size += len(w.docs)
	}
	return w, nil
}

// peek gives the counts of a word where they are kept, else nil.
func (f *frequentWords) peek(s *segment, key string) *wordCounts {
	f.lock.Lock()
	defer f.lock.Unlock()
	return f.kept[s.id][key]
}

// forget drops the words of a segment that is gone.
func (f *frequentWords) forget(segment uint64) {
	f.lock.Lock()
	defer f.lock.Unlock()
	for _, w := range f.kept[segment] {
		f.size -= len(w.docs)
	}
	delete(f.kept, segment)
}

func readCounts(list zap.PostingsList) (*wordCounts, error) {
	n := list.Count()
	w := &wordCounts{docs: make([]uint32, 0, n), counts: make([]uint32, 0, n)}
	it := list.Iterator(true, false, false, nil)
	for {
		p, err := it.Next()
		if err != nil || p == nil {
			return w, err
		}
		count, lead := occurs(p.Frequency())
		count <<= 1
		if lead {
			count |= 1
		}
		w.docs, w.counts = append(w.docs, uint32(p.Number())), append(w.counts, count)
	}
}
