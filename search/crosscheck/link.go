package crosscheck

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
)

// pair is two statements with how alike they are.
type pair struct {
	a, b  int
	score float64
}

// link joins allegations with their answers, then the most alike statements first.
func (g *grouping) link(ctx context.Context) {
	for _, p := range g.answers() {
		g.join(p[0], p[1])
	}
	for _, v := range g.versions() {
		for _, p := range g.matched(v[0], v[1]) {
			g.join(p.a, p.b)
		}
	}
	pairs := g.pairs(ctx)
	slices.SortStableFunc(pairs, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	members := map[int][]int{}
	for i := range g.items {
		members[g.root(i)] = append(members[g.root(i)], i)
	}
	for _, p := range pairs {
		a, b := g.root(p.a), g.root(p.b)
		if a == b || g.size[a]+g.size[b] > groupCap || g.apart(members[a], members[b]) || !g.akin(members[a], members[b]) {
			continue
		}
		joined := append(members[a], members[b]...)
		delete(members, a)
		delete(members, b)
		g.join(a, b)
		members[g.root(a)] = joined
	}
}

// akin says whether two groups are alike on the average, so that chains do not form.
func (g *grouping) akin(a, b []int) bool {
	sum, n := 0.0, 0
	for _, i := range a {
		for _, j := range b {
			if g.items[i].st.Answers > 0 || g.items[j].st.Answers > 0 {
				continue
			}
			sum += g.alike(g.items[i], g.items[j])
			n++
		}
	}
	return n > 0 && sum/float64(n) >= 0.72*groupShare
}

// apart says whether two groups must not become one: they hold two clauses of one
// sentence, or two paragraphs of one pleading.
func (g *grouping) apart(a, b []int) bool {
	for _, i := range a {
		for _, j := range b {
			x, y := g.items[i], g.items[j]
			if x.source != y.source {
				continue
			}
			if x.unit == y.unit && !within(x.st.Spans, y.st.Spans) || x.st.Paragraph > 0 && y.st.Paragraph > 0 && x.st.Paragraph != y.st.Paragraph {
				return true
			}
		}
	}
	return false
}

// pairs gives the pairs that share two rare words or a slot, and are alike enough.
func (g *grouping) pairs(ctx context.Context) []pair {
	limit := max(12, int(rareShare*float64(len(g.items))))
	lists := map[string][]int{}
	for i, it := range g.items {
		for _, c := range it.classes {
			if g.common[c] <= limit {
				lists[c] = append(lists[c], i)
			}
		}
		for _, a := range it.amounts {
			key := "\x00" + NormalAmount(a)
			lists[key] = append(lists[key], i)
		}
	}
	var out []pair
	for i, it := range g.items {
		if ctx.Err() != nil {
			return nil
		}
		shared := map[int]int{}
		for _, c := range it.classes {
			for _, j := range lists[c] {
				shared[j]++
			}
		}
		for _, a := range it.amounts {
			for _, j := range lists["\x00"+NormalAmount(a)] {
				shared[j] += 2
			}
		}
		for _, j := range slices.Sorted(maps.Keys(shared)) {
			if j <= i || shared[j] < 2 {
				continue
			}
			if score := g.alike(it, g.items[j]); score >= groupShare {
				out = append(out, pair{i, j, score})
			}
		}
	}
	return out
}

// alike measures what two statements share: mostly against the shorter one.
func (g *grouping) alike(a, b *item) float64 {
	inter := 0.0
	for _, c := range a.classes {
		if b.has[c] {
			inter += g.classWeight(c)
		}
	}
	if inter == 0 {
		return 0
	}
	small, union := min(a.weight, b.weight), a.weight+b.weight-inter
	score := 0.55*inter/small + 0.45*inter/union
	for _, x := range a.amounts {
		for _, y := range b.amounts {
			if sameKind(x, y) && SameAmount(x, y) && sameHead(x, y) {
				score += 0.15
			}
		}
	}
	return score
}

func (g *grouping) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *grouping) join(a, b int) {
	a, b = g.root(a), g.root(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.size[a] += g.size[b]
}

// answers are the pairs of an allegation and what the answer of the same docket says to it.
func (g *grouping) answers() (out [][2]int) {
	alleged := map[string]int{}
	key := func(it *item, n int) string { return fmt.Sprint(it.source.doc.Docket.Core, " ", n) }
	for i, it := range g.items {
		if it.source.doc.Docket != nil && it.st.Paragraph > 0 && it.st.Answers == 0 {
			if _, seen := alleged[key(it, it.st.Paragraph)]; !seen {
				alleged[key(it, it.st.Paragraph)] = i
			}
		}
	}
	for i, it := range g.items {
		if it.source.doc.Docket != nil && it.st.Answers > 0 {
			if a, ok := alleged[key(it, it.st.Answers)]; ok && g.items[a].source != it.source {
				out = append(out, [2]int{a, i})
			}
		}
	}
	return out
}
