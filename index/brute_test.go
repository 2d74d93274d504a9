package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// flat is a document as the brute-force evaluator sees it: words with the numbers of
// their sentence, paragraph and page.
type flat struct {
	number uint64
	words  []flatWord
}

type flatWord struct {
	printed            string
	sentence, para, pg int
}

// match is one way in which a query holds: its extent and the words that take part.
type match struct {
	start, end int
	marks      []span
}

// plain evaluates by the definitions of the query language, trying all combinations.
func (f flat) plain(e Expr) (matches []match, holds bool) {
	switch e := e.(type) {
	case Term, Exact, Pattern, Fuzzy:
		for i, w := range f.words {
			if plainWord(e, w.printed) {
				matches = append(matches, match{i + 1, i + 2, []span{{uint32(i + 1), uint32(i + 2)}}})
			}
		}
	case Edge:
		if n := len(f.words); n > 0 {
			at := 1
			if e.Last {
				at = n
			}
			matches = append(matches, match{at, at + 1, []span{{uint32(at), uint32(at + 1)}}})
		}
	case Phrase:
		matches, _ = f.plain(e.Parts[0])
		for _, p := range e.Parts[1:] {
			next, _ := f.plain(p)
			matches = combine(matches, next, func(a, b match) bool { return a.end == b.start })
		}
	case Near:
		matches, _ = f.plain(e.Operands[0])
		for _, p := range e.Operands[1:] {
			next, _ := f.plain(p)
			matches = combine(matches, next, func(a, b match) bool { return f.close(a, b, e.N, e.Ordered, e.Unit) })
		}
	case NotNear:
		as, _ := f.plain(e.A)
		bs, _ := f.plain(e.B)
		for _, a := range as {
			if !slices.ContainsFunc(bs, func(b match) bool { return f.close(a, b, e.N, e.Ordered, e.Unit) }) {
				matches = append(matches, a)
			}
		}
	case Or:
		for _, x := range e.Of {
			m, ok := f.plain(x)
			matches, holds = append(matches, m...), holds || ok
		}
		return matches, holds
	case And:
		holds = true
		for _, x := range e.Of {
			m, ok := f.plain(x)
			matches, holds = append(matches, m...), holds && ok
		}
		if !holds {
			return nil, false
		}
		return matches, true
	case Not:
		_, ok := f.plain(e.X)
		return nil, !ok
	case AtLeast:
		m, _ := f.plain(e.X)
		if disjoint(m) < e.N {
			return nil, false
		}
		return m, true
	}
	return matches, len(matches) > 0
}

func plainWord(e Expr, printed string) bool {
	folded := strings.ToLower(printed)
	switch e := e.(type) {
	case Term:
		return folded == e.Text
	case Exact:
		return printed == e.Text
	case Pattern: // the test makes only those with one * at an end
		if rest, ok := strings.CutPrefix(e.Text, "*"); ok {
			return strings.HasSuffix(folded, rest)
		}
		return strings.HasPrefix(folded, strings.TrimSuffix(e.Text, "*"))
	case Fuzzy:
		return plainEdits(folded, e.Text) <= e.Edits
	}
	return false
}

// plainEdits is the edit distance with swaps, by its recursive definition.
func plainEdits(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	if a[0] == b[0] {
		return plainEdits(a[1:], b[1:])
	}
	n := 1 + min(plainEdits(a[1:], b), plainEdits(a, b[1:]), plainEdits(a[1:], b[1:]))
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, 1+plainEdits(a[2:], b[2:]))
	}
	return n
}

func combine(as, bs []match, ok func(a, b match) bool) []match {
	var out []match
	for _, a := range as {
		for _, b := range bs {
			if ok(a, b) {
				out = append(out, match{min(a.start, b.start), max(a.end, b.end), slices.Concat(a.marks, b.marks)})
			}
		}
	}
	return out
}

func (f flat) close(a, b match, n int, ordered bool, u Unit) bool {
	if b.end <= a.start && !ordered {
		a, b = b, a
	}
	if a.end > b.start {
		return false
	}
	first, last := f.words[a.start-1], f.words[b.end-2]
	switch u {
	case Sentence:
		return first.sentence == last.sentence
	case Paragraph:
		return first.para == last.para
	case PageUnit:
		return first.pg == last.pg
	}
	return b.start-(a.end-1) <= n
}

// disjoint is the most matches that do not overlap, by trying the one that ends first.
func disjoint(list []match) int {
	n, free := 0, 0
	for {
		best := match{}
		for _, m := range list {
			if m.start >= free && (best.end == 0 || m.end < best.end) {
				best = m
			}
		}
		if best.end == 0 {
			return n
		}
		n, free = n+1, best.end
	}
}

// marked are the positions of all words that take part.
func marked(list []match) []int {
	set := map[int]bool{}
	for _, m := range list {
		for _, s := range m.marks {
			for p := s.start; p < s.end; p++ {
				set[int(p)] = true
			}
		}
	}
	var out []int
	for p := range set {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// randomDocument prints words in sentences, paragraphs and pages, and remembers where.
func randomDocument(r *rand.Rand, n int) (*evidence.Document, flat) {
	vocabulary := []string{"a", "b", "c", "d", "ab", "abc", "bcd", "A", "Ab"}
	var f flat
	var pages []string
	sentence, para := 0, 0
	var b strings.Builder
	for range r.IntN(n) {
		w := vocabulary[r.IntN(len(vocabulary))]
		b.WriteString(w)
		f.words = append(f.words, flatWord{w, sentence, para, len(pages)})
		switch r.IntN(12) {
		case 0, 1:
			b.WriteString(". ")
			sentence++
		case 2:
			b.WriteString(".\n\n")
			sentence++
			para++
		case 3:
			b.WriteString(".")
			pages = append(pages, b.String())
			b.Reset()
			sentence++
		default:
			b.WriteString(" ")
		}
	}
	pages = append(pages, b.String())
	d := textDoc("", pages...)
	d.ID = fmt.Sprintf("%064x", r.Uint64())
	return d, f
}

// randomWords makes an operand with spans.
func randomWords(r *rand.Rand, depth int) Expr {
	words := []string{"a", "b", "c", "d", "ab", "abc", "bcd"}
	w := words[r.IntN(len(words))]
	if depth == 0 {
		switch r.IntN(12) {
		case 0:
			if r.IntN(2) == 0 {
				return Pattern{"*" + w[len(w)-1:]}
			}
			return Pattern{w[:1] + "*"}
		case 1:
			return Fuzzy{Text: w, Edits: 1}
		case 2:
			return Exact{[]string{"a", "A", "ab", "Ab"}[r.IntN(4)]}
		case 3:
			return Edge{Last: r.IntN(2) == 0}
		}
		return Term{w}
	}
	sub := func() Expr { return randomWords(r, r.IntN(depth)) }
	unit := Unit(max(0, r.IntN(8)-4))
	switch r.IntN(6) {
	case 0:
		return Phrase{[]Expr{sub(), sub()}}
	case 1:
		return Or{[]Expr{sub(), sub()}}
	case 2:
		return NotNear{A: sub(), B: sub(), N: r.IntN(6), Ordered: r.IntN(2) == 0, Unit: unit}
	case 3:
		return Near{Operands: []Expr{sub(), sub(), sub()}, N: r.IntN(5), Unit: unit}
	}
	return Near{Operands: []Expr{sub(), sub()}, N: r.IntN(6), Ordered: r.IntN(2) == 0, Unit: unit}
}

func randomQuery(r *rand.Rand, depth int) Expr {
	if depth == 0 {
		return randomWords(r, r.IntN(4))
	}
	sub := func() Expr { return randomQuery(r, depth-1) }
	switch r.IntN(5) {
	case 0:
		return And{[]Expr{sub(), sub()}}
	case 1:
		return Or{[]Expr{sub(), sub()}}
	case 2:
		return And{[]Expr{sub(), Not{sub()}}}
	case 3:
		return AtLeast{1 + r.IntN(4), randomWords(r, r.IntN(3))}
	}
	return sub()
}

func TestAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	m := newMemory("brute")
	x, err := Open(t.TempDir(), m, Options{Manual: true})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	var flats []flat
	for len(flats) < 24 {
		d, f := randomDocument(r, 30)
		f.number = m.add(d)
		flats = append(flats, f)
		if len(flats)%8 == 0 { // several segments
			if err := x.Sync(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	}
	queries := 10_000
	if testing.Short() {
		queries = 500
	}
	for range queries {
		compareBrute(t, x, flats, randomQuery(r, r.IntN(3)))
		if t.Failed() {
			return
		}
	}
}

func compareBrute(t *testing.T, x *Index, flats []flat, e Expr) {
	t.Helper()
	res, err := x.Search(context.Background(), Request{Expr: e, Limit: 100, Spots: true})
	if err != nil {
		t.Fatalf("%#v: %v", e, err)
	}
	hits := map[uint64]Hit{}
	for _, h := range res.Hits {
		hits[h.Number] = h
	}
	for _, f := range flats {
		matches, holds := f.plain(e)
		h, ok := hits[f.number]
		if ok != holds {
			t.Fatalf("%#v\ndocument %d %v: found %v, want %v", e, f.number, f.words, ok, holds)
		}
		if !ok {
			continue
		}
		var got []int
		for _, s := range h.Spots {
			for p := s.Start; p < s.End; p++ {
				got = append(got, p)
			}
		}
		if fmt.Sprint(got) != fmt.Sprint(marked(matches)) {
			t.Fatalf("%#v\ndocument %d %v: marked %v, want %v", e, f.number, f.words, got, marked(matches))
		}
		if Positional(e) && h.Occurrences != disjoint(matches) {
			t.Fatalf("%#v\ndocument %d: %d occurrences, want %d", e, f.number, h.Occurrences, disjoint(matches))
		}
	}
}
