package extract

import "averment/evidence"

// paysTo reads "Harbor must pay Ana Ruiz $4 million, a jury decided" and "ordered Harbor to compensate
// Ana Ruiz".
func (r *reader) paysTo(k int) {
	ordered := r.p.at(k-1).low == "must" || r.p.at(k-1).low == "to" && (r.p.at(k-2).is("has", "have", "had", "ordered", "told", "liable") || r.orderedBefore(k))
	if !ordered || !r.courtInSentence() && !r.suitInSentence() {
		return
	}
	payees := r.phraseAt(k + 1)
	if len(payees.who) == 0 {
		return
	}
	for _, w := range payees.who {
		if w.kind != evidence.Agency {
			r.stand([]*player{w}, "plaintiff", "is to be paid")
		}
	}
	if r.p.at(k-1).low == "must" {
		r.stand(r.suers(k), "defendant", "is to pay")
	}
}

// orderedBefore says whether "ordered" stands among the words before k.
func (r *reader) orderedBefore(k int) bool {
	for b := k - 1; b > k-12 && b >= r.s.first; b-- {
		if r.p.at(b).is("ordered", "orders", "told", "directed", "required") {
			return true
		}
	}
	return false
}

// decidedFor reads "ruled for Ana Ruiz", "sided with her", "in favour of Ana Ruiz", where nobody is
// known to sue yet.
func (r *reader) decidedFor(k int) {
	t, prev := r.p.at(k), r.p.at(k-1)
	switch {
	case t.low == "for" && prev.is("ruled", "found", "decided") && r.courtInSentence():
	case t.low == "with" && prev.is("sided", "sides", "siding", "agreed") && prev.low != "agreed" && r.courtInSentence():
	case t.low == "of" && prev.is("favour", "favor") && r.courtInSentence():
	default:
		return
	}
	if r.c.hasSide("plaintiff") {
		return
	}
	for _, w := range r.phraseAt(k + 1).who {
		if w.kind == evidence.Person {
			r.stand([]*player{w}, "plaintiff", "the court decides for")
		}
	}
}

// findsFor reads "a jury took an hour to find for Harbor in a suit brought by Ana Ruiz".
func (r *reader) findsFor(k int) {
	if r.p.at(k+1).low != "for" || !r.courtRoom() {
		return
	}
	object := r.phraseAt(k + 2)
	if n := object.end; r.p.at(n).low == "in" && r.lawsuitNoun(n, 5) > 0 && r.p.at(r.lawsuitNoun(n, 5)+1).is("brought", "filed", "by") {
		r.stand(object.who, "defendant", "the court decides for")
	}
}

// permitted reads "Harbor was given permission for a judicial review", "won leave to challenge".
func (r *reader) permitted(k int) {
	for b := k - 1; b > k-4 && b >= r.s.first; b-- {
		if !r.p.at(b).is("given", "granted", "won", "wins", "secured", "gained", "sought", "seeking", "obtained", "refused", "denied") {
			continue
		}
		if r.wordAhead(k, "review", 8) || r.wordAhead(k, "challenge", 5) || r.wordAhead(k, "sue", 4) {
			r.giveAll(r.suers(b), "plaintiff", "permitted to sue")
		}
		return
	}
}

// wants reads "Harbor wants Pipeco to pay", "Ana Ruiz wants a judge to order", "asked the tribunal for".
func (r *reader) wants(k int) {
	court := false
	for f := k + 1; f < k+5; f++ {
		court = court || r.p.at(f).is("court", "judge", "tribunal", "jury", "courts", "judges")
	}
	object := r.phraseAt(k + 1)
	switch {
	case court && r.wordAhead(k, "to", 9) && !r.p.at(k+1).is("to", "for"):
		if r.p.at(k).is("want", "wants", "wanted") {
			r.stand(r.suers(k), "plaintiff", "wants a court to act")
		}
	case r.p.at(k).is("want", "wants", "wanted") && len(object.who) > 0 && r.p.at(object.end).low == "to" && (r.p.at(object.end+1).is("pay", "compensate", "refund", "repay", "stop", "return") && r.suitInSentence() || r.p.at(k).is("want", "wants", "wanted") && len(object.who) > 0 && object.who[0].has("defendant") && r.p.at(object.end).is("removed", "ousted", "barred", "out", "punished", "stopped", "held", "fired")):
		doers := r.suers(k)
		r.stand(doers, "plaintiff", "wants to be paid")
		if len(doers) > 0 {
			r.stand(object.who, "defendant", "is to pay")
		}
	}
}

// challengeOf reads "a legal challenge against Harbor Council", "a judicial review of the council's
// decision" and "is challenging Harbor Council's approval".
func (r *reader) challengeOf(k int) {
	if !r.p.at(k-1).is("legal", "court", "judicial", "constitutional") || !r.p.at(k+1).is("against", "to", "of", "by", "from") {
		return
	}
	n := k + 2
	if r.p.at(k+1).is("by", "from") {
		r.giveAll(r.phraseAt(n).who, "plaintiff", "suit by")
		return
	}
	if w, m := r.who(r.skipDescription(n)); w != nil && (r.p.at(m.end).kind == clitic || r.p.at(k+1).low == "against") {
		r.decides(w)
	} else if w, end := r.definiteUpTo(n, nil); w != nil && r.p.at(end).kind == clitic {
		r.decides(w) // "a legal challenge to the county's decision"
	}
}

// judged reads "ordered Harbor to pay", "found Ana Ruiz guilty", "Harbor was ordered to pay",
// "convicted Ana Ruiz": who is judged is a defendant.
func (r *reader) judged(k int) {
	t := r.p.at(k)
	if t.low == "found" && !r.wordAhead(k, "guilty", 8) && !r.wordAhead(k, "liable", 8) && !r.wordAhead(k, "negligent", 14) && !r.wordAhead(k, "responsible", 8) {
		if object := r.phraseAt(k + 1); r.courtRoom() && r.p.at(object.end).kind == number && r.wordAhead(object.end, "fault", 6) {
			r.stand(object.who, "defendant", "is blamed")
		}
		return
	}
	if t.low == "ordered" && !r.wordAhead(k, "to", 10) {
		return
	}
	if r.passive(k) && t.is("convicted", "sentenced", "acquitted") {
		r.c.convicted = append(r.c.convicted, r.suers(k)...) // who may be the one who sues, years later
		return
	}
	if r.passive(k) {
		if t.low != "ordered" || r.p.at(k+1).low == "to" && r.p.at(k+2).is("pay", "stop", "compensate", "reinstate", "refund") {
			r.giveAll(r.suers(k), "defendant", "is judged")
		}
		return
	}
	object := r.phraseAt(k + 1)
	if len(object.who) == 0 {
		for f := k + 2; f < k+9 && t.low == "ordered" && r.courtInSentence(); f++ { // "ordered a ladder maker to pay $7 million to a painter"
			if r.p.at(f).low == "to" && r.p.at(f+1).low == "pay" {
				r.payee(f + 1)
				break
			}
		}
		return
	}
	after, verb := r.p.at(object.end), r.p.at(object.end+1)
	switch {
	case t.low == "ordered" && after.low == "to" && !verb.is("stand", "appear", "testify", "rule", "decide", "hear", "reconsider", "mediate") && r.courtInSentence():
		r.giveAll(object.who, "defendant", "is judged")
		if verb.is("pay", "refund", "compensate", "return", "repay") {
			r.payee(object.end + 1)
		}
	case t.low == "found" && (after.is("guilty", "liable", "negligent", "responsible") || after.low == "," && verb.is("guilty", "liable")), t.is("convicted", "sentenced", "acquitted"):
		r.giveAll(object.who, "defendant", "is judged")
	}
}
