package crosscheck

import (
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// sameCounts says whether a part has the figures of the claim, which count nothing else in
// another way.
func (p *part) sameCounts() bool {
	for _, a := range p.claim.unit.amounts {
		if a.Money() || !slices.ContainsFunc(p.words, func(w word) bool { return figure(w.fold) == a.Value }) {
			return false
		}
	}
	return true
}

// uncounted says whether the claim gives no sum and no exact count: "thousands of jobs".
func (c *claim) uncounted() bool {
	return !slices.ContainsFunc(c.unit.amounts, func(a *evidence.Amount) bool { return a.Money() || !vague(a.Surface) })
}

// figure is the value of a numeral or a small number in words, -1 for none.
func figure(fold string) float64 {
	for n, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == fold {
			return float64(n)
		}
	}
	if v, err := strconv.ParseFloat(strings.ReplaceAll(fold, ",", ""), 64); err == nil {
		return v
	}
	return -1
}

// countsOf says whether a unit counts so many of a greater number: "120 of its 400 branches".
func (u *unit) countsOf(value float64) bool {
	for i, w := range u.words {
		if figure(w.fold) == value && i+3 < len(u.words) && u.words[i+1].fold == "of" && (figure(u.words[i+2].fold) > value || figure(u.words[i+3].fold) > value) {
			return true
		}
	}
	return false
}
