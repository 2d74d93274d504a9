package crosscheck

import (
	"math"
	"slices"
	"strings"
)

// contrary says whether a headline that does not tell the deed of the claim tells the contrary
// of it: somebody stays who is said to leave, a fine is escaped, a sale called off.
func (p *part) contrary() bool {
	if p.touch.deed || p.claim.event == "" && slices.ContainsFunc(p.words, p.claim.verbal) {
		return false
	}
	for i := range p.words {
		if p.opposes(i) && !(p.touch.content == 0 && p.claim.hasObject() && p.objectAfter(i)) {
			return true
		}
	}
	return false
}

// undone says whether a part tells that what the claim says is coming has been called off, or
// that all stays as it was.
func (p *part) undone() bool {
	return !p.asks() && slices.ContainsFunc(p.cues, func(q cue) bool { return !p.open(q) && !p.held(q) && p.undoes(q) })
}

// undoes says whether a turn tells the contrary of a claim of this kind.
func (p *part) undoes(q cue) bool {
	c := p.claim
	switch q.kind {
	case cueUndo:
		return c.ahead() && (!c.ends() || p.ofPlan(q))
	case cueVoid:
		return !c.ends()
	case cueLast:
		return c.ends()
	case cueClear:
		return p.touch.content+p.touch.figures > 0
	case cueKeep:
		return !p.touch.deed && c.changes()
	}
	return false
}

// ofPlan says whether what is called off is called a plan: "shelves plan to close plant".
func (p *part) ofPlan(q cue) bool {
	return slices.ContainsFunc(p.words[q.from:min(q.to+3, len(p.words))], func(w word) bool { return planned[w.fold] })
}

// planned are words for what is meant to be done.
var planned = map[string]bool{"plan": true, "plans": true, "proposal": true, "proposals": true, "idea": true, "bid": true, "scheme": true, "decision": true, "move": true, "closure": true, "threat": true}

// held says whether a turn of doubt stands right before another: "considers scrapping".
func (p *part) held(q cue) bool {
	return slices.ContainsFunc(p.cues, func(d cue) bool {
		return (d.kind == cueHedge || d.kind == cueOpen) && d.to <= q.from && q.from-d.to < 3
	})
}

// ahead says whether a claim tells of what is coming or under way: "will close", "is buying",
// "agreed to raise".
func (c *claim) ahead() bool {
	for i, w := range c.unit.words {
		if i == 0 {
			continue
		}
		before := c.unit.words[i-1].fold
		ing := strings.HasSuffix(w.fold, "ing")
		if before == "will" || before == "to" && c.deed(w) || ing && (before == "is" || before == "are") || before == "to" && settledOn[c.unit.words[max(0, i-2)].fold] {
			return true
		}
	}
	return false
}

// endings are the stems of verbs that tell that something ends, so that to scrap it is to do
// what the claim says.
var endings = map[string]bool{"stop": true, "end": true, "drop": true, "clos": true, "close": true, "shut": true, "quit": true, "leav": true, "leave": true, "cancel": true, "ceas": true, "cease": true, "ban": true, "cut": true, "kill": true, "scrap": true, "abolish": true, "remov": true, "remove": true, "withdraw": true, "ditch": true, "abandon": true, "axe": true, "dump": true, "phas": true, "phase": true, "eliminat": true, "lift": true, "repeal": true, "delet": true, "delete": true, "discontinu": true, "retir": true, "retire": true, "resign": true, "los": true, "lose": true, "lost": true, "strip": true}

// ends says whether the deed of a claim is that something ends.
func (c *claim) ends() bool {
	return slices.ContainsFunc(c.terms, func(t term) bool { return c.isDeed(t) && (endings[stem(t.fold)] || t.pair == "laying_off") })
}

// changes says whether a claim tells of a change: of what is to come, or of a deed of which a
// contrary is known.
func (c *claim) changes() bool {
	return c.ahead() || slices.ContainsFunc(c.terms, func(t term) bool {
		return c.isDeed(t) && slices.ContainsFunc(kin().classes[t.fold], kin().opposable)
	})
}

// recovers says whether a headline tells the contrary right behind a name of the claim, "Roe is
// alive", and does not leave it open.
func (p *part) recovers() bool {
	if p.hedged() || p.touch.deed || p.claim.event == "" && slices.ContainsFunc(p.words, p.claim.verbal) {
		return false
	}
	for i, w := range p.words {
		if p.claim.opposed(w) && !p.claim.content(w) && !p.negated(i) && !p.objectAfter(i) && slices.ContainsFunc(p.words[max(0, i-4):i], p.claim.named) {
			return true
		}
	}
	return false
}

// objectAfter says whether a word stands behind word i to which its deed is done, and which the
// claim does not have: "opens museum" does not tell the contrary of closing a plant.
func (p *part) objectAfter(i int) bool {
	for k := i + 1; k < min(i+3, len(p.words)); k++ {
		if w := p.words[k]; prepositions[w.fold] {
			return false
		} else if !w.stop && !p.claim.opposed(w) {
			return !p.claim.named(w) && !p.claim.content(w)
		}
	}
	return false
}

// hasObject says whether the claim has a word that is no name behind its deed, "will close its
// plant", by which alone a headline shows that it is on the same matter.
func (c *claim) hasObject() bool {
	deed := slices.IndexFunc(c.terms, c.isDeed)
	return deed >= 0 && slices.ContainsFunc(c.terms[deed+1:], func(t term) bool { return !t.name && t.weight == contentWeight && !c.isDeed(t) })
}

// prevented says whether the contrary of the deed stands right before the deed: "refuses to
// drop", "escapes a fine".
func (p *part) prevented() bool {
	for i := range p.words {
		if p.opposes(i) && p.deedAfter(i) {
			return true
		}
	}
	return false
}

// opposes says whether word i tells the contrary of the deed of the claim, and is not negated.
func (p *part) opposes(i int) bool {
	w := p.words[i]
	return p.claim.opposed(w) && !p.claim.content(w) && !p.turned(i) && !p.negated(i)
}

// turned says whether word i belongs to a turn that tells of something else than what becomes
// of the matter.
func (p *part) turned(i int) bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool {
		return q.from <= i && i < q.to && q.kind != cueUndo && q.kind != cueKeep
	})
}

// opposed says whether a word tells the contrary of what the claim tells.
func (c *claim) opposed(w word) bool {
	if c.ends() && endings[stem(w.fold)] {
		return false
	}
	return !c.lifts() && slices.ContainsFunc(c.terms, func(t term) bool {
		return !t.name && (c.isDeed(t) || c.event == "") && share(kin().classes, kin().contraries, t, w, math.MaxInt)
	})
}

// bars are the stems of nouns for what forbids, so that to stop them is to lift them.
var bars = map[string]bool{"restrict": true, "ban": true, "curb": true, "limit": true, "sanct": true, "embargo": true, "tariff": true, "prohibit": true, "moratorium": true}

// lifts says whether the claim tells what was done to something that forbids.
func (c *claim) lifts() bool {
	return slices.ContainsFunc(c.terms, func(t term) bool { return bars[stem(t.fold)] && !c.isDeed(t) })
}

// verbal says whether a word stands for a word of the claim of which a contrary is known.
func (c *claim) verbal(w word) bool {
	return slices.ContainsFunc(c.terms, func(t term) bool {
		return !t.name && kindred(t, w) && slices.ContainsFunc(kin().classes[t.fold], kin().opposable)
	})
}

// deedAfter says whether the deed of the claim stands in the four words after word i.
func (p *part) deedAfter(i int) bool {
	for k := i + 1; k < min(i+5, len(p.words)); k++ {
		if p.claim.deed(p.words[k]) || p.claim.event == "" && p.claim.verbal(p.words[k]) {
			return true
		}
	}
	return false
}

// negated says whether a negation stands in the three words before word i.
func (p *part) negated(i int) bool {
	return slices.ContainsFunc(p.words[max(0, i-3):i], func(w word) bool { return plainNegator(w.fold) })
}
