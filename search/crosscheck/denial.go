package crosscheck

import "strings"

// refuses says whether somebody in the part denies the matter or turns it down.
func (p *part) refuses() bool {
	for _, q := range p.cues {
		if q.kind == cueDeny && !p.open(q) && p.meant(q) {
			return true
		}
	}
	return false
}

// disowns says whether a sentence of the opening says plainly that the deed of the claim
// was not done, or tells that somebody denies it.
func (p *part) disowns() bool {
	if !p.touch.close() || p.asks() || p.hedged() && !p.has(cueDeny) {
		return false
	}
	return p.refuses() || p.deniesAtOnce() || p.notDone()
}

// notDone says whether a plain "not" or "no" stands right before the deed of the claim.
func (p *part) notDone() bool {
	for i, w := range p.words {
		if !plainNegator(w.fold) || p.within(i, cueOpen) || p.within(i, cueIdle) || fixed(p.words, i) {
			continue
		}
		for k := i + 1; k < min(i+5, len(p.words)); k++ {
			if p.claim.deed(p.words[k]) || p.claim.event == "" && p.claim.content(p.words[k]) {
				return true
			}
		}
	}
	return false
}

// meant says whether what follows a denial is the matter of the claim: at least two of its
// words, in a headline also the tale as such and any of them.
func (p *part) meant(q cue) bool {
	hits, deed, tale := 0, false, false
	for k := p.aimedFrom(q); k < min(q.to+14, len(p.words)); k++ {
		w := p.words[k]
		tale = tale || tales[w.fold] || w.fold == "plan" || w.fold == "plans"
		deed = deed || p.claim.deed(w) && !relative(p.words, k)
		if p.claim.content(w) || p.claim.named(w) {
			hits++
		}
	}
	if !p.headline {
		return hits >= 2 && deed
	}
	return hits >= 2 || hits == 1 && p.touch.runs >= 2 || hits == 1 && (deed || p.claim.event == "") || tale && p.touch.about() && (deed || hits > 0 || p.touch.event)
}

// aimedFrom is the first word of what a denial is of: the denial itself, or, where it stands in
// the passive, "bird strike ruled out in crash", what stands before it.
func (p *part) aimedFrom(q cue) int {
	last := p.words[q.to-1].fold
	passive := strings.HasSuffix(last, "ed") || strings.HasSuffix(p.words[q.from].fold, "ed") || last == "out" || last == "down"
	if !p.headline || !passive || q.to < len(p.words) && !prepositions[p.words[q.to].fold] && p.words[q.to].fold != "as" {
		return q.from
	}
	return max(0, q.from-6)
}

// relative says whether word k begins a clause about a noun: "a dam that burst".
func relative(list []word, k int) bool {
	if k < 2 {
		return false
	}
	switch list[k-1].fold {
	case "that", "which", "who":
		return true
	}
	return false
}
