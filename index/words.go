package index

import (
	"strings"
	"unicode/utf8"
)

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
		if rest, ok := strings.CutPrefix(e.Text, "*"); ok && !strings.ContainsAny(rest, "*?#") {
			return word{func(f, _ string) bool { return strings.HasSuffix(f, rest) }, false, ""}, true
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
	i, j, star, mark := 0, 0, -1, 0
	for j < len(s) {
		_, size := utf8.DecodeRuneInString(s[j:])
		switch {
		case i < len(pattern) && pattern[i] == '*':
			star, mark = i, j
			i++
		case i < len(pattern) && (pattern[i] == '?' || pattern[i] == '#' && s[j] >= '0' && s[j] <= '9'):
			i++
			j += size
		case i < len(pattern) && strings.HasPrefix(pattern[i:], s[j:j+size]):
			i, j = i+size, j+size
		case star >= 0:
			_, step := utf8.DecodeRuneInString(s[mark:])
			mark += step
			i, j = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[i:], "*") == ""
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
