package crosscheck

import (
	"slices"
)

// titled says whether a report has a headline, and not only a first sentence.
func (r *report) titled() bool {
	return len(r.lead) > 0 && len(r.head.words) <= headlineWords && !r.head.stopped() && (r.in.doc.Title != "" || r.in.firstLine() > 0)
}

// named says whether the headline or the opening speaks of each one whom the claim names.
func (r *report) named() bool {
	all := slices.Clone(r.head.words)
	for i := range r.lead {
		all = append(all, r.lead[i].words...)
	}
	return !slices.ContainsFunc(r.claim.terms, func(t term) bool {
		return t.name && !demonym(t.fold) && !slices.ContainsFunc(r.claim.terms, func(k term) bool {
			return k.run == t.run && (slices.ContainsFunc(all, func(w word) bool { return kindred(k, w) }) || initialled(r.claim, k, all))
		})
	})
}

// sets says whether the claim gives a figure or a date that the headline does not give, or is of
// another stage of an affair: an indictment is no conviction. Such claims are decided by the
// sentence that gives what they give.
func (r *report) sets() bool {
	c := r.claim
	if c.money() || len(c.unit.amounts)+len(c.unit.dates) > 0 && r.head.touch.figures == 0 {
		return true
	}
	stage := words().stage[c.event]
	return stage > 0 && !slices.ContainsFunc(r.head.words, func(w word) bool { return words().stage[w.class] == stage || words().stage[w.fold] == stage })
}

// overturns says whether the headline of a report tells the contrary of the claim: what was
// coming is called off, all stays as it was, another outcome.
func (r *report) overturns() bool {
	p := &r.head
	if r.titled() && r.lead[0].undone() && r.claim.ahead() && r.lead[0].touch.close() && !r.lead[0].has(cueKeep) {
		return true
	}
	if !r.titled() || r.claim.money() || !p.touch.near() && (r.claim.event != "" || !p.recovers()) || !r.carriedOn() || !r.named() {
		return false
	}
	if slices.ContainsFunc(p.words, func(w word) bool { return reversals[stem(w.fold)] }) && !r.claim.ahead() {
		return false
	}
	return p.undone() && p.aims() || p.prevented() || p.renames() || p.relabels() || p.insists() || p.disclaims() || p.recovers() || (p.contrary() || p.gainsays() && p.aims()) && !p.reserved()
}

// reversals are the stems of verbs by which a court undoes later what was done: it was done all
// the same.
var reversals = map[string]bool{"overturn": true, "revers": true, "lift": true, "vacat": true, "struck": true, "strik": true, "quash": true, "void": true, "annul": true, "free": true, "releas": true}

// anaphora are words by which a sentence takes up the one before.
var anaphora = map[string]bool{"it": true, "that": true, "this": true, "they": true, "these": true, "none": true, "nothing": true, "he": true, "she": true, "but": true, "in": true, "the": true, "both": true, "all": true}

// takenUp is the sentence that takes back what the one before it tells as a tale: "It did no
// such thing." -1 for none.
func (r *report) takenUp() int {
	list := make([]part, 0, len(r.lead)+2)
	list = append(list, r.lead...)
	for _, i := range r.rest[:min(2, len(r.rest))] {
		u := &r.in.units[i]
		list = append(list, r.claim.part(r.in, i, u.text, u.words, false))
	}
	for i := 1; i < len(list); i++ {
		before, p := &list[i-1], &list[i]
		if before.touch.close() && (before.has(cueHedge) || before.tale()) && len(p.words) > 2 && anaphora[p.words[0].fold] && p.debunks() && !p.has(cueDeny) && !p.asks() {
			return p.unit
		}
	}
	return -1
}

// tale says whether a part speaks of a tale as such.
func (p *part) tale() bool {
	return slices.ContainsFunc(p.words, func(w word) bool { return tales[w.fold] })
}

// toldDeed says whether the headline or the opening tells of the deed of the claim, where it has
// one.
func (r *report) toldDeed() bool {
	return r.head.touch.event || slices.ContainsFunc(r.lead, func(p part) bool { return p.touch.event })
}

// gathered says whether the headline and the opening together tell nearly all of the claim,
// without reserve.
func (r *report) gathered() bool {
	if !r.titled() || r.sets() || !r.named() {
		return false
	}
	all := slices.Clone(r.head.words)
	told := false
	for i := range r.lead {
		p := &r.lead[i]
		if p.against() || p.reserved() || p.undone() || p.superseded() {
			return false
		}
		told = told || p.touch.content > 1 || p.touch.content > 0 && p.touch.runs > 0
		all = append(all, p.words...)
	}
	if r.head.against() || r.head.hedged() || r.head.undone() || !told && r.head.touch.content < 2 {
		return false
	}
	t := r.claim.touches(all, r.in.proper, kin().close)
	return t.whole >= 0.6 && t.event && t.content > 1
}

// superseded says whether a part tells what somebody had said before: "had declared it lost".
func (p *part) superseded() bool {
	for i := 0; i+1 < len(p.words); i++ {
		if p.words[i].fold == "had" && (speech[p.words[i+1].fold] || p.words[i+1].fold == "been" || p.words[i+1].fold == "insisted") {
			return true
		}
	}
	return false
}

// tellsShort says whether a headline tells the claim as one without a report may do it, and
// nothing in the opening leaves it open.
func (r *report) tellsShort(s *source) bool {
	if !r.titled() || r.sets() || !r.named() || !r.carriedOn() || !r.toldDeed() || !r.head.suffices() || r.head.against() || r.head.hedged() || !r.fitsBare(s) {
		return false
	}
	return !slices.ContainsFunc(r.lead, func(p part) bool { return p.against() || p.reserved() && p.touch.about() || p.superseded() })
}
