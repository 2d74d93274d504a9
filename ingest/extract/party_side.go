package extract

import (
	"slices"

	"averment/evidence"
)

// fined reads "the board fined Harbor", "Harbor was fined by the board" and "Harbor was fined, the
// board said".
func (r *reader) fined(k int) {
	fining := func(who []*player) {
		for _, w := range who {
			if w.kind == evidence.Agency {
				w.role("regulator", "fines or investigates")
			}
		}
	}
	if !r.passive(k) && !r.headline() {
		fining(r.suers(k))
		return
	}
	for f := k + 1; f < r.s.end; f++ {
		if t := r.p.at(f); t.low == "by" {
			fining(r.phraseAt(f + 1).who)
		} else if t.is("said", "announced", "ruled") {
			fining(r.doers(f))
		}
	}
}

// moves reads "Harbor's motion to dismiss": who wants a suit dismissed is a defendant.
func (r *reader) moves(k int) {
	n := k + 1
	switch {
	case r.p.at(n).low == "to" && (r.p.at(n+1).is("dismiss", "toss") || r.p.at(n+1).low == "throw" && r.p.at(n+2).low == "out"):
	case r.p.at(n).low == "for" && (r.p.at(n+1).low == "dismissal" || r.p.at(n+1).low == "summary" && r.p.at(n+2).low == "judgment"):
	default:
		return
	}
	if w := r.possessor(k); w != nil {
		r.stand([]*player{w}, "defendant", "moves to dismiss")
		return
	}
	if r.p.at(k-1).kind == clitic {
		if w, _ := r.definite(k-3, nil); w != nil {
			r.stand([]*player{w}, "defendant", "moves to dismiss")
		}
	}
}

// disputes reads "Biggs in his patent fight with Harbor": whose fight it is sues the other, where
// nothing else is said.
func (r *reader) disputes(k int) {
	if !r.p.at(k+1).is("with", "against") {
		return
	}
	doer := r.possessor(k)
	if doer == nil || doer.sided() {
		return
	}
	for _, w := range r.phraseAt(k+2, doer).who {
		if !w.sided() {
			r.stand([]*player{doer}, "plaintiff", "in a dispute with")
			r.stand([]*player{w}, "defendant", "in a dispute with")
		}
	}
}

// suitBy reads "the suit by Harbor", "Harbor's lawsuit", "an appeal by Harbor".
func (r *reader) suitBy(k int) {
	t := r.p.at(k)
	role := "plaintiff"
	switch t.low {
	case "appeal":
		role = "appellant"
	case "petition":
		role = "petitioner"
	}
	if r.p.at(k+1).low == "by" && !r.wordAhead(k-3, "into", 3) && !r.p.at(k-2).is("bringing", "funding", "supporting", "backing") {
		by := r.phraseAt(k + 2)
		for _, w := range by.who {
			if w.kind != evidence.Court && w.kind != evidence.Judge {
				r.give(w, role, "suit by")
			}
		}
		if r.p.at(by.end).low == "to" && len(by.who) > 0 {
			r.blocked(by.end+1, by.who)
		}
	}
	if r.p.at(k-1).kind == clitic && !t.is("case", "bid", "challenge", "claim", "claims", "appeal", "application") {
		r.give(r.lastBefore(k-1), role, "possessor of the suit")
	}
}

// petitions is the role of who petitions a court: that of a plaintiff where the text does not speak of
// petitioners.
func (r *reader) petitions() string {
	if r.c.writes("petitioner") || r.c.writes("petitioners") {
		return "petitioner"
	}
	return "plaintiff"
}

// accuses reads "X accuses Y of", "Y is accused of", "Y accused of" in a headline.
func (r *reader) accuses(k int) {
	next := r.p.at(k + 1)
	if r.p.at(k).low == "accused" && (next.is("of", "by") || r.passive(k)) {
		if r.negated(k) {
			return
		}
		r.giveAll(r.doers(k), "defendant", "is accused")
		if r.suitInSentence() {
			r.agentOf(k, "plaintiff")
		}
		return
	}
	doers := r.suers(k)
	object := r.phraseAt(k+1, doers...)
	if r.p.at(r.beforeVerb(k)).is("critics", "democrats", "republicans", "opponents", "protesters", "activists", "lawmakers", "politicians", "some", "many") && !r.suitInSentence() {
		return
	}
	if len(object.who) == 0 || !r.wordAhead(object.end, "of", 10) {
		return
	}
	if r.counterBefore(k) { // "filed a counterclaim accusing Pipeco of"
		r.stand(object.who, "plaintiff", "accused in a counterclaim")
		return
	}
	r.giveAll(object.who, "defendant", "object of accusing")
	r.suedByNumber(k + 1)
	if r.suitInSentence() || r.sidesBefore() || len(doers) > 0 && doers[0].kind == evidence.Agency {
		r.giveAll(doers, "plaintiff", "accuses")
	}
}

// sidesBefore says whether the sentence before speaks of a side of a suit, or of suing.
func (r *reader) sidesBefore() bool {
	return slices.ContainsFunc(r.tokensBefore(), func(t token) bool { return partyWords[t.low] != "" || t.is("sued", "sues") })
}

// counterBefore says whether a counterclaim stands among the six words before k.
func (r *reader) counterBefore(k int) bool {
	for b := k - 1; b > k-7 && b >= r.s.first; b-- {
		if r.counter(b) {
			return true
		}
	}
	return false
}
