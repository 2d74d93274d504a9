package crosscheck

import (
	_ "embed"
	"slices"
	"sync"
)

//go:embed data/opposites.txt
var oppositeText string

// opposites are the sides on which a folded word stands, of pairs of what cannot be said of one
// thing at once.
var opposites = sync.OnceValue(func() map[string][]side {
	return sides(oppositeText)
})

// gainsays says whether a headline says of the matter of the claim the opposite of a word of the
// claim, and not that word as well: "found alive" and "body found".
func (p *part) gainsays() bool {
	for i, w := range p.words {
		for _, mine := range opposites()[w.fold] {
			other := side{mine.pair, 1 - mine.half}
			if !p.negated(i) && !p.turned(i) && sideIn(p.claim.unit.words, other) && !sideIn(p.claim.unit.words, mine) && !sideIn(p.words, other) {
				return true
			}
		}
	}
	return false
}

// sideIn says whether a list has a word on one side of a pair.
func sideIn(list []word, s side) bool {
	return slices.ContainsFunc(list, func(w word) bool { return !w.negated && slices.Contains(opposites()[w.fold], s) })
}
