package index

import (
	"bytes"
	"cmp"
	"container/heap"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"time"

	"averment/evidence"
)

var noTime time.Time

// candidate is a document with what it is sorted by.
type candidate struct {
	Score float64
	Day   int32
	Title string
	ID    [32]byte
	seg   int
	doc   uint32
}

// order compares two candidates: negative when a comes first.
func (s Sort) order(a, b *candidate) int {
	var by int
	switch s {
	case Oldest:
		by = cmp.Compare(unknownLast(a.Day), unknownLast(b.Day))
		return cmp.Or(by, bytes.Compare(a.ID[:], b.ID[:]))
	case ByTitle:
		by = cmp.Compare(a.Title, b.Title)
	case ByRelevance, "":
		by = cmp.Compare(b.Score, a.Score)
	}
	return cmp.Or(by, cmp.Compare(b.Day, a.Day), bytes.Compare(a.ID[:], b.ID[:]))
}

func unknownLast(day int32) int32 {
	if day == noDay {
		return math.MaxInt32
	}
	return day
}

// best keeps the n first candidates; its root is the last of them.
type best struct {
	sort Sort
	list []candidate
}

func (h *best) Len() int           { return len(h.list) }
func (h *best) Less(i, j int) bool { return h.sort.order(&h.list[i], &h.list[j]) > 0 }
func (h *best) Swap(i, j int)      { h.list[i], h.list[j] = h.list[j], h.list[i] }
func (h *best) Push(x any)         { h.list = append(h.list, x.(candidate)) }
func (h *best) Pop() any {
	x := h.list[len(h.list)-1]
	h.list = h.list[:len(h.list)-1]
	return x
}

func (h *best) offer(c candidate, n int) {
	if len(h.list) < n {
		heap.Push(h, c)
	} else if h.sort.order(&c, &h.list[0]) < 0 {
		h.list[0] = c
		heap.Fix(h, 0)
	}
}

// beyond says, of a full heap, that a candidate comes after its last without a look at
// the rest of it.
func (h *best) beyond(score float64, day int32) bool {
	last := &h.list[0]
	switch h.sort {
	case ByRelevance, "":
		return score < last.Score
	case Newest:
		return day < last.Day
	case Oldest:
		return unknownLast(day) > unknownLast(last.Day)
	}
	return false
}

// rank gives the documents of the page that is asked for, in order.
func (q *question) rank() ([]candidate, error) {
	switch q.req.Sort {
	case "", ByRelevance, Oldest, Newest, ByTitle:
	default:
		return nil, invalid("unknown order %q; there are relevance, date, -date and title", q.req.Sort)
	}
	var last *candidate
	if q.req.After != "" {
		c, err := readCursor(q.req.After)
		if err != nil {
			return nil, err
		}
		last = &c
	}
	offset := max(q.req.Offset, 0)
	want := min(offset+q.req.Limit, q.total())
	if want <= 0 {
		return nil, nil
	}
	weights := q.weights()
	parts := make([]best, len(q.nodes))
	err := q.parallel(func(i int, r *run) error {
		parts[i].sort = q.req.Sort
		return q.rankSegment(i, r, weights, last, want, &parts[i])
	})
	if err != nil {
		return nil, err
	}
	var all []candidate
	for _, p := range parts {
		all = append(all, p.list...)
	}
	slices.SortFunc(all, func(a, b candidate) int { return q.req.Sort.order(&a, &b) })
	from := min(offset, len(all))
	return all[from:min(from+q.req.Limit, len(all))], nil
}

func (q *question) total() int {
	n := 0
	for _, b := range q.found {
		n += int(b.GetCardinality())
	}
	return n
}

func (q *question) rankSegment(i int, r *run, weights []weight, last *candidate, want int, top *best) error {
	cols, err := q.columns.of(q.view.segments[i])
	if err != nil {
		return err
	}
	docs := q.found[i].ToArray()
	scores := make([]float64, len(docs))
	if q.req.Sort == ByRelevance || q.req.Sort == "" {
		if scores, err = q.scores(i, r, weights, docs, cols); err != nil {
			return err
		}
	}
	var titles *facetColumn
	if q.req.Sort == ByTitle {
		if titles, err = cols.facet("titlekey"); err != nil {
			return err
		}
	}
	for k, doc := range docs {
		if len(top.list) == want && top.beyond(scores[k], cols.day[doc]) {
			continue
		}
		c := candidate{Score: scores[k], Day: cols.day[doc], ID: cols.ids[doc], seg: i, doc: doc}
		if titles != nil {
			c.Title = titles.first(doc)
		}
		if last == nil || q.req.Sort.order(last, &c) < 0 {
			top.offer(c, want)
		}
		if k&1023 == 1023 && r.stopped() {
			return r.err
		}
	}
	return nil
}

// cursor of a hit: what it was sorted by, so that the next page goes on after it even if
// documents came in between.
func (c *candidate) cursor() string {
	b, err := json.Marshal([]any{c.Score, c.Day, c.Title, hex.EncodeToString(c.ID[:])})
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func readCursor(s string) (candidate, error) {
	var c candidate
	var id string
	b, err := base64.RawURLEncoding.DecodeString(s)
	if err == nil {
		parts := []any{&c.Score, &c.Day, &c.Title, &id}
		err = json.Unmarshal(b, &parts)
	}
	if err == nil {
		_, err = hex.Decode(c.ID[:], []byte(cutRunes(id, 64)))
	}
	if err != nil {
		return c, fmt.Errorf("%w: the cursor of the page is damaged", evidence.ErrInvalid)
	}
	return c, nil
}
