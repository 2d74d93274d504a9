package crosscheck

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed data/tenor.txt
var tenorText string

// The kinds of turns by which a report takes what it tells.
const (
	cueDebunk = "debunk" // it is not so
	cueTwist  = "twist"  // it is not so, in a headline
	cueDeny   = "deny"   // somebody says that it is not so
	cueOpen   = "open"   // it is not known
	cueIdle   = "idle"   // a negation that denies nothing
	cueHedge  = "hedge"  // somebody else says so, or it may be so
	cueSure   = "sure"   // it is settled
	cueUndo   = "undo"   // what was coming will not come
	cueKeep   = "keep"   // all stays as it was
	cueVoid   = "void"   // what was done is made void
	cueClear  = "clear"  // somebody did not do it
	cueLast   = "last"   // it goes on
	cueVow    = "vow"    // somebody means to do it
)

// turn is a phrase that tells how a report takes its matter.
type turn struct {
	kind  string
	words []string // a star ends the beginning of a word; a tilde stands for up to four words; a bar stands between words for one place
}

// turns are the phrases by the first letter of their first word.
var turns = sync.OnceValue(func() map[byte][]turn {
	out := map[byte][]turn{}
	for _, line := range lines(tenorText) {
		for _, w := range strings.Split(line[1], "|") {
			out[w[0]] = append(out[w[0]], turn{line[0], append([]string{w}, line[2:]...)})
		}
	}
	return out
})

// cue is a turn that stands in a sentence, from word from to before word to.
type cue struct {
	kind     string
	from, to int
}

// cuesOf finds the turns in a list of words. Of turns at one place the longest counts, so
// that "not yet" is no denial.
func cuesOf(list []word) (out []cue) {
	for i := 0; i < len(list); i++ {
		best := cue{}
		for _, t := range turns()[list[i].fold[0]] {
			if n := t.length(list[i:]); n > best.to-best.from {
				best = cue{t.kind, i, i + n}
			}
		}
		if best.kind != "" && !month(list, best) {
			out = append(out, best)
			if best.to-best.from > 1 && best.kind != cueDeny {
				i = best.to - 1
			}
		}
	}
	return out
}

// month tells the month of May, and the first word of a name, from the modal verb.
func month(list []word, c cue) bool {
	w := list[c.from]
	return c.to == c.from+1 && w.fold == "may" && w.capital && c.from > 0 && (c.to == len(list) || list[c.to].number || !list[c.to].capital)
}

// length is how many words the turn takes at the head of a list, 0 where it is not there.
func (t turn) length(list []word) int {
	at := 0
	for k := 0; k < len(t.words); k++ {
		if t.words[k] == "~" {
			k++
			end := min(at+5, len(list))
			for at < end && !meets(t.words[k], list[at].fold) {
				at++
			}
			if at == end {
				return 0
			}
			at++
			continue
		}
		if at >= len(list) || !meets(t.words[k], list[at].fold) {
			return 0
		}
		at++
	}
	return at
}

// meets says whether a word is one of those that a turn has at a place.
func meets(pattern, fold string) bool {
	if first, rest, more := strings.Cut(pattern, "|"); more {
		return meets(first, fold) || meets(rest, fold)
	}
	if head, open := strings.CutSuffix(pattern, "*"); open {
		return strings.HasPrefix(fold, head)
	}
	return pattern == fold
}

// debunked says whether a list of words has a turn that takes a tale back.
func debunked(list []word) bool {
	return slices.ContainsFunc(cuesOf(list), func(q cue) bool { return q.kind == cueDebunk })
}
