package crosscheck

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

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

// Claims groups the statements of documents; ids nil takes all. The order of ids, or
// that in which documents came in, settles ties and ids of groups.
func (c *Checker) Claims(ctx context.Context, ids []string) (*Groups, error) {
	g := &grouping{common: map[string]int{}}
	err := c.finder.each(ctx, ids, func(s *source) error {
		g.take(s)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("group claims: %w", err)
	}
	g.weigh()
	g.link(ctx)
	out := &Groups{Version: 1, Groups: []Group{}}
	out.Snapshot, _, _ = c.finder.standing()
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

// describe makes a group of statements of at least two documents.
func (g *grouping) describe(members []int, kin map[*source]int) (Group, bool) {
	docs, kinds := map[string]bool{}, map[int]bool{}
	for _, i := range members {
		docs[g.items[i].source.doc.ID] = true
		kinds[kin[g.items[i].source]] = true
	}
	if len(docs) < 2 {
		return Group{}, false
	}
	head := g.items[members[0]]
	out := Group{ID: groupID(head), Claim: strings.TrimSpace(g.items[g.middle(members)].st.Text), Documents: len(docs), Independent: len(kinds), Cells: []Cell{}}
	var items []*item
	for _, i := range members {
		items = append(items, g.items[i])
		out.Cells = append(out.Cells, cellOf(g.items[i]))
	}
	out.First = firstOf(items)
	out.Undenied = undenied(items)
	out.Differences = differences(items)
	return out, true
}

func groupID(it *item) string {
	at := it.st.Spans[0]
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %d", it.source.doc.ID, at.Page, at.Start))
	return hex.EncodeToString(sum[:6])
}

// middle is the statement that is most like all others, the shortest where several are.
func (g *grouping) middle(members []int) int {
	best, most := members[0], -1.0
	for _, i := range members {
		sum := 0.0
		if g.items[i].st.Answers > 0 {
			sum = -1
		}
		for _, j := range members {
			if i != j {
				sum += g.alike(g.items[i], g.items[j])
			}
		}
		if sum > most+1e-9 || sum > most-1e-9 && len(g.items[i].st.Text) < len(g.items[best].st.Text) {
			best, most = i, sum
		}
	}
	return best
}

func cellOf(it *item) Cell {
	d := it.source.doc
	c := Cell{Document: d.ID, SourceID: d.SourceID, Stance: string(it.st.Stance), Speaker: it.st.Speaker, Text: strings.TrimSpace(it.st.Text),
		Page: it.st.Spans[0].Page, Span: it.st.Spans[0], Paragraph: it.st.Paragraph, Effective: it.st.Effective, Values: []CellValue{}}
	for _, a := range it.amounts {
		c.Values = append(c.Values, CellValue{slotOf(a), a.Surface, NormalAmount(a)})
	}
	for _, t := range it.dates {
		c.Values = append(c.Values, CellValue{"date", t.Surface, t.Value})
	}
	return c
}

func slotOf(a *evidence.Amount) string {
	switch {
	case a.Currency == "%":
		return "percentage"
	case a.Money():
		return "amount"
	}
	return "count"
}

// firstOf is the document with the earliest date of its own, "" where none has one.
func firstOf(items []*item) string {
	first, day := "", ""
	for _, it := range items {
		d := it.source.doc.Date()
		if d == nil || !d.Resolved {
			continue
		}
		if from, _, ok := d.Bounds(); ok {
			if s := from.Format("2006-01-02"); day == "" || s < day {
				first, day = it.source.doc.ID, s
			}
		}
	}
	return first
}

// undenied says whether a group holds an allegation that the answer admits or leaves
// undenied: Fed. R. Civ. P. 8(b)(6). A lack of knowledge has the effect of a denial, and
// where no response is required the allegation counts as denied.
func undenied(items []*item) bool {
	alleged, answered := false, false
	for _, it := range items {
		if it.st.Answers == 0 {
			alleged = alleged || it.st.Paragraph > 0
			continue
		}
		answered = true
		if it.st.Stance == evidence.Denies || it.st.Stance == evidence.LacksKnowledge || strings.Contains(foldText(it.unit.text), "no response is required") {
			return false
		}
	}
	return alleged && answered
}
