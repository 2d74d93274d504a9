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
	// shortText is up to how many words every mark of a text is kept, not every fourth.
	shortText = 400
	// twinShare is the share of marks in common from which texts are near-duplicates.
	twinShare = 0.5
)

// independence numbers the sources so that near-duplicates, and reports that credit one
// origin, have the same number, also where one leads to the other by a third. A report
// also belongs with the outlet that it credits.
func independence(sources []*source) map[*source]int {
	kin := newKin(len(sources))
	marks := make([]map[uint64]bool, len(sources))
	holders := map[uint64][]int{}
	origins, publishers := map[string]int{}, publishersOf(sources)
	for i, s := range sources {
		marks[i] = shingles(s.doc)
		shared := map[int]int{}
		for v := range marks[i] {
			for _, j := range holders[v] {
				shared[j]++
			}
			holders[v] = append(holders[v], i)
		}
		for j, n := range shared {
			if twins(n, len(marks[i]), len(marks[j])) {
				kin.join(i, j)
			}
		}
		for _, o := range originsOf(s.doc, publishers) {
			if j, seen := origins[o]; seen {
				kin.join(i, j)
			} else {
				origins[o] = i
			}
		}
	}
	number := map[*source]int{}
	for i, s := range sources {
		number[s] = kin.root(i)
	}
	return number
}

// kinship joins numbers into families; the lowest number of a family stands for it.
type kinship []int

func newKin(n int) kinship {
	k := make(kinship, n)
	for i := range k {
		k[i] = i
	}
	return k
}

func (k kinship) root(i int) int {
	for k[i] != i {
		k[i] = k[k[i]]
		i = k[i]
	}
	return i
}

func (k kinship) join(a, b int) {
	a, b = k.root(a), k.root(b)
	k[max(a, b)] = min(a, b)
}

// originsOf are the outlets that a report credits, and its own. A speaker who is the
// publisher of another document is credited too: "the Courier reported".
func originsOf(d *evidence.Document, publishers map[string]bool) []string {
	if d.Kind != evidence.Article {
		return nil
	}
	var out []string
	for _, o := range append(slices.Clone(d.Origin), d.Publisher) {
		if o = bare(o); o != "" {
			out = append(out, o)
		}
	}
	for i := range d.Statements {
		if o := bare(d.Statements[i].Speaker); publishers[o] {
			out = append(out, o)
		}
	}
	return out
}

// publishersOf are the outlets that published one of the documents.
func publishersOf(sources []*source) map[string]bool {
	out := map[string]bool{}
	for _, s := range sources {
		if o := bare(s.doc.Publisher); o != "" {
			out[o] = true
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
		if v := h.Sum64(); v%4 == 0 || len(list) < shortText {
			out[v] = true
		}
	}
	return out
}

// twins says whether two texts are near-duplicates by how many marks they share.
func twins(shared, a, b int) bool {
	small := min(a, b)
	return small >= 3 && float64(shared) >= twinShare*float64(small)
}

// oneLine puts a passage on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
