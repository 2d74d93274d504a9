package index

import (
	"slices"
	"sort"
)

// span is a match as token positions, end excluded.
type span struct{ start, end uint32 }

func compareSpans(a, b span) int {
	if a.start != b.start {
		return int(a.start) - int(b.start)
	}
	return int(a.end) - int(b.end)
}

// tidy sorts spans and drops repeats, in place.
func tidy(list []span) []span {
	if !slices.IsSortedFunc(list, compareSpans) {
		slices.SortFunc(list, compareSpans)
	}
	return slices.Compact(list)
}

// apart counts the most spans that can be chosen without an overlap.
func apart(list []span) int {
	ends := list
	if !slices.IsSortedFunc(list, byEnd) {
		ends = slices.Clone(list)
		slices.SortFunc(ends, byEnd)
	}
	n, free := 0, uint32(0)
	for _, s := range ends {
		if s.start >= free {
			n++
			free = s.end
		}
	}
	return n
}

func byEnd(a, b span) int {
	if a.end != b.end {
		return int(a.end) - int(b.end)
	}
	return int(a.start) - int(b.start)
}

// units says in which sentence, paragraph or page a position lies. An empty list is one
// single unit.
type units []uint32

func (u units) of(pos uint32) int {
	return sort.Search(len(u), func(i int) bool { return u[i] > pos })
}

// distance says which spans count as near.
type distance struct {
	n       uint32
	ordered bool
	words   bool // else the same unit
}

// near says whether a and b pair.
func (d distance) near(a, b span, u units) bool {
	switch {
	case a.end <= b.start:
	case b.end <= a.start && !d.ordered:
		a, b = b, a
	default:
		return false
	}
	if d.words {
		return b.start-a.end+1 <= d.n
	}
	return u.of(a.start) == u.of(b.end-1)
}

// window gives the range of the starts of spans that may pair with a. longest is the
// length of the longest of them.
func (d distance) window(a span, longest uint32, u units) (from, to uint32) {
	if d.words {
		from, to = sub(a.start, d.n+longest), a.end+d.n
	} else {
		i := u.of(a.start)
		if i > 0 {
			from = u[i-1]
		}
		to = ^uint32(0)
		if i < len(u) {
			to = u[i]
		}
	}
	if d.ordered {
		from = a.end
	}
	return from, to
}

func sub(a, b uint32) uint32 {
	if b > a {
		return 0
	}
	return a - b
}

// pairs calls yield for all pairs of a span of as and one of bs that are near, until it
// says false. Both lists are ascending.
func (d distance) pairs(as, bs []span, u units, yield func(i, j int) bool) {
	longest := uint32(0)
	for _, b := range bs {
		longest = max(longest, b.end-b.start)
	}
	low := 0
	for i, a := range as {
		from, to := d.window(a, longest, u)
		if low > 0 && bs[low-1].start >= from {
			low = 0
		}
		for low < len(bs) && bs[low].start < from {
			low++
		}
		for j := low; j < len(bs) && bs[j].start < to; j++ {
			if d.near(a, bs[j], u) && !yield(i, j) {
				return
			}
		}
	}
}

// around is the span that holds both.
func around(a, b span) span { return span{min(a.start, b.start), max(a.end, b.end)} }
