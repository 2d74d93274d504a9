package crosscheck

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"averment/evidence"
)

// clauseShare is how alike two clauses must be to be versions of one.
const clauseShare = 0.24

// Policies compares versions of a policy clause by clause, each with the one before it.
// Documents are versions of one policy when they have one title, no two issuers and
// different dates.
func (c *Checker) Policies(ctx context.Context, ids []string) ([]Change, error) {
	g := &grouping{common: map[string]int{}}
	err := c.finder.each(ctx, ids, func(s *source) error {
		if s.doc.Kind == evidence.Policy {
			g.take(s)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("compare policies: %w", err)
	}
	g.weigh()
	out := []Change{}
	for _, v := range g.versions() {
		out = append(out, g.changes(v[0], v[1])...)
	}
	return out, nil
}

// issued is a policy with who issued it and from when it holds.
type issued struct {
	title, issuer, from string
	number              int // of the source
}

// versions are the pairs of an older and the next newer version, by number of the source.
func (g *grouping) versions() (out [][2]int) {
	var list []issued
	for i, s := range g.sources {
		if from := effective(s); s.doc.Kind == evidence.Policy && from != "" {
			list = append(list, issued{foldText(s.doc.Title), issuer(s.doc), from, i})
		}
	}
	slices.SortStableFunc(list, func(a, b issued) int { return cmp.Or(cmp.Compare(a.title, b.title), cmp.Compare(a.from, b.from)) })
	for i := range list {
		for k := i - 1; k >= 0 && list[k].title == list[i].title; k-- {
			if list[k].from != list[i].from && sameName(list[k].issuer, list[i].issuer) {
				out = append(out, [2]int{list[k].number, list[i].number})
				break
			}
		}
	}
	return out
}

// issuer is who binds itself in a policy: its own "we", else who published or wrote it.
func issuer(d *evidence.Document) string {
	for i := range d.Statements {
		if st := &d.Statements[i]; st.Effective != "" && st.Speaker != "" {
			return foldText(st.Speaker)
		}
	}
	return foldText(cmp.Or(d.Publisher, d.Author))
}

// sameName says whether two folded names may be one: the same, one longer than the other, or
// one of them unknown.
func sameName(a, b string) bool {
	return a == b || a == "" || b == "" || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// effective is the date from which a policy holds, "" when it states none.
func effective(s *source) string {
	for i := range s.doc.Statements {
		if e := s.doc.Statements[i].Effective; e != "" {
			return e
		}
	}
	return ""
}

// clauses are the promises of a source and what it states beside them, long ones only.
func (g *grouping) clauses(number int) (out []int) {
	for i, it := range g.items {
		own := it.st.Stance == evidence.States && it.st.Rule == "own voice"
		if it.number == number && (it.st.Stance == evidence.Promises || it.st.Negated || own) {
			out = append(out, i)
		}
	}
	return out
}

// matched pairs the clauses of two versions, the most alike first, each once.
func (g *grouping) matched(older, newer int) []pair {
	var all, out []pair
	for _, i := range g.clauses(older) {
		for _, j := range g.clauses(newer) {
			if score := g.alike(g.items[i], g.items[j]); score >= clauseShare {
				all = append(all, pair{i, j, score})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y pair) int { return cmp.Compare(y.score, x.score) })
	used := map[int]bool{}
	for _, p := range all {
		if !used[p.a] && !used[p.b] {
			used[p.a], used[p.b] = true, true
			out = append(out, p)
		}
	}
	out = append(out, g.between(older, newer, out, used)...)
	slices.SortFunc(out, func(x, y pair) int { return cmp.Compare(x.a, y.a) })
	return out
}

// between pairs what is left of two versions where it follows the same clause in both
// and is on the same subject: a clause that was rewritten.
func (g *grouping) between(older, newer int, known []pair, used map[int]bool) (out []pair) {
	partner := map[int]int{}
	for _, p := range known {
		partner[p.a] = p.b
	}
	news := g.clauses(newer)
	after := -1
	for _, i := range g.clauses(older) {
		if used[i] {
			after = partner[i]
			continue
		}
		from := slices.Index(news, after) + 1
		for _, j := range news[from:] {
			if used[j] {
				break
			}
			if g.sharedWords(i, j) >= 2 {
				used[i], used[j] = true, true
				out = append(out, pair{i, j, g.alike(g.items[i], g.items[j])})
				after = j
				break
			}
		}
	}
	return out
}

func (g *grouping) sharedWords(i, j int) (n int) {
	for _, c := range g.items[i].classes {
		if g.items[j].has[c] {
			n++
		}
	}
	return n
}

func (g *grouping) changes(older, newer int) (out []Change) {
	a, b := g.sources[older], g.sources[newer]
	used := map[int]bool{}
	add := func(before, after *item) {
		c := Change{Kind: "policy", Policy: a.doc.Title, FromBefore: effective(a), FromAfter: effective(b), Before: clauseOf(before), After: clauseOf(after)}
		c.settle(factsOf(before), factsOf(after))
		out = append(out, c)
	}
	for _, p := range g.matched(older, newer) {
		used[p.a], used[p.b] = true, true
		add(g.items[p.a], g.items[p.b])
	}
	for _, i := range g.clauses(older) {
		if !used[i] {
			add(g.items[i], nil)
		}
	}
	for _, j := range g.clauses(newer) {
		if !used[j] {
			add(nil, g.items[j])
		}
	}
	return out
}

func clauseOf(it *item) *Clause {
	if it == nil {
		return nil
	}
	return &Clause{Document: it.source.doc.ID, Text: strings.TrimSpace(it.st.Text), Page: it.st.Spans[0].Page, Span: it.st.Spans[0]}
}

func factsOf(it *item) facts {
	if it == nil {
		return facts{}
	}
	return facts{amounts: it.amounts, dates: it.dates}
}

// diffWords compares two texts word by word.
func diffWords(a, b string) [][2]string {
	x, y := readQuote(a), readQuote(b)
	d := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: b}}}
	return hit{source: &source{doc: d}, tokens: y.plain, to: len(y.plain)}.diff(x)
}
