package extract

import "averment/evidence"

// movesCourt reads the Indian "Harbor moved the High Court".
func (r *reader) movesCourt(k int) {
	if r.p.at(k+1).low == "the" && r.courtAhead(k, 5) || r.courtAhead(k, 2) {
		r.stand(r.suers(k), "plaintiff", "moves the court")
	}
}

// awardTo reads "restored a $240,000 award to Ana Ruiz", "a verdict for Harbor", "judgment against
// Harbor".
func (r *reader) awardTo(k int) {
	n := k + 1
	switch {
	case r.p.at(n).is("to"):
		n++
	case r.p.at(n).low == "for" && r.p.at(k).low != "damages":
		n++
	case r.p.at(n).low == "in" && r.p.at(n+1).is("favor", "favour") && r.p.at(n+2).low == "of":
		n += 3
	default:
		return
	}
	who := r.phraseAt(n).who
	if r.p.at(k).low == "award" || r.p.at(k).low == "payout" || !r.c.hasSide("plaintiff") {
		r.stand(who, "plaintiff", "is awarded")
	}
}

// bid reads "Harbor lost its bid to overturn the decision" and "a plea by Harbor": who wants a court
// to undo something sues.
func (r *reader) bid(k int) {
	n := k + 1
	if r.p.at(n).low == "by" && r.p.at(k).is("challenge", "plea", "bid") && r.p.at(k-1).low != "guilty" && r.courtInSentence() {
		by := r.phraseAt(n + 1)
		r.stand(by.who, "plaintiff", "suit by")
		if len(by.who) > 0 {
			r.decides(r.ownedDecision(by.end - 1))
		}
		return
	}
	if r.p.at(n).low == "to" && r.p.at(n+1).is("overturn", "block", "stop", "quash", "halt", "revive", "reinstate", "prevent", "annul", "scrap", "strike") && r.courtish() {
		if w := r.possessor(k); w != nil && w.kind != evidence.Agency {
			r.stand([]*player{w}, "plaintiff", "wants a court to undo")
		}
	}
}

// courtish says whether the sentence speaks of courts or rulings.
func (r *reader) courtish() bool {
	return r.courtInSentence() || r.wordAhead(r.s.first, "lost", r.s.end-r.s.first) || r.wordAhead(r.s.first, "ruled", r.s.end-r.s.first) || r.wordAhead(r.s.first, "rejected", r.s.end-r.s.first)
}

// alongside reads "named alongside Harbor is its ticketing arm, Seatly".
func (r *reader) alongside(k int) {
	if !r.p.at(k-1).is("named", "sued") || r.negated(k) {
		return
	}
	first := r.phraseAt(k + 1)
	r.stand(first.who, "defendant", "named in the suit")
	if r.p.at(first.end).is("is", "are", "was", "were") {
		r.giveAll(r.phraseAt(first.end+1).who, "defendant", "named in the suit")
	} else {
		r.giveAll(r.suers(k-1), "defendant", "named in the suit")
	}
}

// goesAfter reads "Harbor went after Pipeco", which in a report of a suit is to sue it.
func (r *reader) goesAfter(k int) {
	doers := r.suers(k)
	object := r.phraseAt(k+2, doers...)
	if len(doers) == 1 && (doers[0].kind == evidence.Organisation || doers[0].has("plaintiff")) && len(object.who) > 0 {
		r.stand(doers, "plaintiff", "goes after")
		r.stand(object.who, "defendant", "goes after")
	}
}
