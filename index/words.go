package index

import "strings"

// word is how one node of word level decides on a token.
type word struct {
	match   func(folded, printed string) bool
	printed bool   // printed is needed
	prefix  string // folded forms begin with it
}

// wordOf gives the test of a node of word level, ok false for other nodes.
func wordOf(e Expr) (w word, ok bool) {
	switch e := e.(type) {
	case Term:
		return word{func(f, _ string) bool { return f == e.Text }, false, e.Text}, true
	case Exact:
		want, folded := Surface(e.Text), foldToken(e.Text)
		return word{func(_, p string) bool { return Surface(p) == want }, true, folded}, true
	case Pattern:
		lit := e.Text
		if i := strings.IndexAny(lit, "*?#"); i >= 0 {
			lit = lit[:i]
		}
		return word{func(f, _ string) bool { return glob(e.Text, f) }, false, lit}, true
	case Forms:
		return formsWord(e.Text), true
	case Fuzzy:
		w := []rune(e.Text)
		keep := min(e.Prefix, len(w))
		return word{func(f, _ string) bool { return withinEdits(w, []rune(f), e.Edits) }, false, string(w[:keep])}, true
	}
	return word{}, false
}

// foldToken folds a printed token as the scanner does.
func foldToken(printed string) string {
	for _, t := range Tokens(printed) {
		return t.Text
	}
	return Fold(printed)
}

// glob matches * for any run, ? for one character and # for one digit. It goes back
// only to the last *, so its time is at most the product of the two lengths.
func glob(pattern, s string) bool {
	p, t := []rune(pattern), []rune(s)
	i, j, star, mark := 0, 0, -1, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, mark = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j] || p[i] == '#' && t[j] >= '0' && t[j] <= '9'):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	for i < len(p) && p[i] == '*' {
		i++
	}
	return i == len(p)
}

// withinEdits says whether b can be made from a by at most n insertions, deletions,
// substitutions or swaps of neighbours (no character being edited twice).
func withinEdits(a, b []rune, n int) bool {
	if len(a)-len(b) > n || len(b)-len(a) > n {
		return false
	}
	before, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
			least = min(least, cur[j])
		}
		if least > n {
			return false
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(b)] <= n
}
