package crosscheck

import (
	"cmp"
	"math"
	"slices"
)

// alignParagraphs gives for each paragraph of the newer version that of the older one
// which it goes back to, -1 for none. The most alike are paired first; among equals,
// those that stand at the same place.
func alignParagraphs(before, after []paragraph) []int {
	weight := rarity(before, after)
	var all []pair
	for i := range before {
		for j := range after {
			if score := alikeParagraphs(&before[i], &after[j], weight); score >= paragraphShare {
				drift := math.Abs(float64(i)/float64(len(before)) - float64(j)/float64(len(after)))
				all = append(all, pair{i, j, score - 0.05*drift})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y pair) int { return cmp.Compare(y.score, x.score) })
	partner := make([]int, len(after))
	for j := range partner {
		partner[j] = -1
	}
	used := map[int]bool{}
	for _, p := range all {
		if partner[p.b] < 0 && !used[p.a] {
			partner[p.b], used[p.a] = p.a, true
		}
	}
	return partner
}

// rarity weighs classes by how few paragraphs have them.
func rarity(lists ...[]paragraph) map[string]float64 {
	counts, n := map[string]float64{}, 0.0
	for _, list := range lists {
		for _, p := range list {
			n++
			for _, c := range p.classes {
				counts[c]++
			}
		}
	}
	for c, k := range counts {
		counts[c] = math.Log(1 + n/k)
	}
	return counts
}

// alikeParagraphs is the share of weight that two paragraphs have in common.
func alikeParagraphs(a, b *paragraph, weight map[string]float64) float64 {
	both, all := 0.0, 0.0
	for _, c := range a.classes {
		all += weight[c]
		if _, ok := slices.BinarySearch(b.classes, c); ok {
			both += weight[c]
		}
	}
	for _, c := range b.classes {
		all += weight[c]
	}
	if all == 0 {
		return 0
	}
	return 2 * both / all
}
