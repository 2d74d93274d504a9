package crosscheck

import (
	"hash/fnv"
	"slices"
	"strings"

	"averment/evidence"
)

const (
	// shingle is how many words running make one mark of a text.
	shingle = 5
	// twinShare is the share of marks in common from which texts are near-duplicates.
	twinShare = 0.5
)

// independence numbers the sources so that near-duplicates, and reports that credit one
// origin, have the same number. A report also belongs with the outlet that it credits.
func independence(sources []*source) map[*source]int {
	number := map[*source]int{}
	origins := map[string]int{}
	marks := make([]map[uint64]bool, len(sources))
	next := 0
	for i, s := range sources {
		marks[i] = shingles(s.doc)
		n := -1
		for j := range i {
			if twins(marks[i], marks[j]) {
				n = number[sources[j]]
				break
			}
		}
		names := originsOf(s.doc)
		for _, o := range names {
			if k, seen := origins[o]; seen && n < 0 {
				n = k
			}
		}
		if n < 0 {
			n = next
			next++
		}
		number[s] = n
		for _, o := range names {
			if _, seen := origins[o]; !seen {
				origins[o] = n
			}
		}
	}
	return number
}

// originsOf are the outlets that a document credits, and its own.
func originsOf(d *evidence.Document) []string {
	var out []string
	for _, o := range append(slices.Clone(d.Origin), d.Publisher) {
		if o = foldText(o); o != "" && d.Kind == evidence.Article {
			out = append(out, o)
		}
	}
	return out
}

func shingles(d *evidence.Document) map[uint64]bool {
	list := stream(d, true)
	out := map[uint64]bool{}
	for i := 0; i+shingle <= len(list); i++ {
		h := fnv.New64a()
		for _, t := range list[i : i+shingle] {
			h.Write([]byte(t.norm))
			h.Write([]byte{' '})
		}
		if v := h.Sum64(); v%4 == 0 {
			out[v] = true
		}
	}
	return out
}

func twins(a, b map[uint64]bool) bool {
	small, large := a, b
	if len(small) > len(large) {
		small, large = large, small
	}
	if len(small) < 3 {
		return false
	}
	n := 0
	for v := range small {
		if large[v] {
			n++
		}
	}
	return float64(n) >= twinShare*float64(len(small))
}

// oneLine puts a passage on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
