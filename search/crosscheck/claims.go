package crosscheck

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"averment/evidence"
)

// Parameters of grouping.
const (
	// groupShare is how alike two statements must be to say the same.
	groupShare = 0.42
	// groupCap is the most statements of one group.
	groupCap = 40
	// rareShare is the share of all statements up to which a word is rare.
	rareShare = 0.08
	// fewWords is the fewest words of content that a statement must have.
	fewWords = 3
)

// item is one statement on its way into a group.
type item struct {
	source  *source
	number  int // of the source
	st      *evidence.Statement
	unit    *unit
	has     map[string]bool
	classes []string // sorted
	weight  float64
	amounts []*evidence.Amount
	dates   []*evidence.DateFact
	causes  []string
}

// Claims groups the statements of documents; ids nil takes all. Documents are taken by
// their own date, then by their hash, so that the order in which they came in changes
// nothing: neither the groups nor their ids.
func (c *Checker) Claims(ctx context.Context, ids []string) (*Groups, error) {
	var sources []*source
	err := c.finder.each(ctx, ids, func(s *source) error {
		sources = append(sources, s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("group claims: %w", err)
	}
	slices.SortStableFunc(sources, func(a, b *source) int {
		return cmp.Or(cmp.Compare(dayOf(a.doc), dayOf(b.doc)), cmp.Compare(a.doc.ID, b.doc.ID))
	})
	g := &grouping{common: map[string]int{}}
	for _, s := range sources {
		g.take(s)
	}
	g.weigh()
	g.link(ctx)
	state, err := c.finder.standing()
	if err != nil {
		return nil, err
	}
	out := &Groups{Version: 1, Snapshot: state.snapshot, Groups: []Group{}}
	kin := independence(g.sources)
	for _, members := range g.groups() {
		if group, ok := g.describe(members, kin); ok {
			out.Groups = append(out.Groups, group)
		}
	}
	slices.SortStableFunc(out.Groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(len(b.Differences), len(a.Differences)), cmp.Compare(a.ID, b.ID))
	})
	return out, ctx.Err()
}

// grouping gathers statements, links those that say the same, and describes the groups.
type grouping struct {
	sources []*source
	items   []*item
	common  map[string]int // class → statements that have it
	parent  []int
	size    []int
}

func (g *grouping) take(s *source) {
	n := len(g.sources)
	g.sources = append(g.sources, s)
	for i := range s.units {
		u := &s.units[i]
		for _, st := range u.statements {
			if it := newItem(s, n, u, st); it != nil {
				g.items = append(g.items, it)
				for _, c := range it.classes {
					g.common[c]++
				}
			}
		}
	}
}

func newItem(s *source, n int, u *unit, st *evidence.Statement) *item {
	it := &item{source: s, number: n, st: st, unit: u, has: map[string]bool{}}
	for _, w := range split(st.Text) {
		if !w.stop && !w.number {
			it.has[w.class] = true
		}
	}
	if st.Answers == 0 && (len(it.has) < fewWords || quiet(st.Stance)) {
		return nil
	}
	for c := range it.has {
		it.classes = append(it.classes, c)
	}
	slices.Sort(it.classes)
	for _, a := range u.amounts {
		if within(st.Spans, a.Spans) {
			it.amounts = append(it.amounts, a)
		}
	}
	for _, d := range u.dates {
		if d.Resolved && (within(st.Spans, d.Spans) || len(u.statements) == 1) {
			it.dates = append(it.dates, d)
		}
	}
	it.causes = u.causes
	return it
}

func within(outer, inner []evidence.Span) bool {
	for _, o := range outer {
		for _, i := range inner {
			if o.Overlaps(i) {
				return true
			}
		}
	}
	return false
}

// classWeight weighs a class by how rare it is among all statements.
func (g *grouping) classWeight(c string) float64 {
	w := math.Log(1 + float64(len(g.items))/float64(g.common[c]))
	if words().generic[c] {
		w *= 0.4
	}
	return w
}

func (g *grouping) weigh() {
	g.parent, g.size = make([]int, len(g.items)), make([]int, len(g.items))
	for i, it := range g.items {
		g.parent[i], g.size[i] = i, 1
		for _, c := range it.classes {
			it.weight += g.classWeight(c)
		}
	}
}

// groups are the members of each group, in the order of their first.
func (g *grouping) groups() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range g.items {
		r := g.root(i)
		k, seen := at[r]
		if !seen {
			k = len(out)
			at[r] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}
