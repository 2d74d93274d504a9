package extract

import "averment/evidence"

// suing reads the frames in which news names who sues without the plain "Harbor sued": lists of those
// who sue, those who join a suit, whose suit it is, and for whom a court decides.
func (r *reader) suing(k int) {
	if !r.c.lawsuit {
		return
	}
	t := r.p.at(k)
	switch t.low {
	case "sued", "sues", "sue", "suing":
		r.suingToo(k)
	case "filed", "files", "filing", "brought", "lodged", "launched", "launch", "bring", "take", "takes", "took", "taken", "dragged", "lost", "won", "accuse", "accused", "accuses", "accusing":
		r.filesUnnamed(k)
	case "according":
		r.suitTells(k)
	case "joined", "joins", "joining", "join":
		if r.p.at(k+1).low == "by" && r.passive(k) && (r.p.at(k-2).low == "they" || r.sidedSubject(k)) {
			r.giveAll(r.phraseAt(k+2).who, "plaintiff", "joins the suit")
			return
		}
		if n := r.lawsuitNoun(k, 7); n > 0 && r.p.at(k+1).low != "by" && broughtNouns[r.p.at(n).low] {
			r.giveAll(r.suers(k), "plaintiff", "joins the suit")
		} else if r.wordAhead(k, "plaintiff", 7) || r.wordAhead(k, "plaintiffs", 7) || r.wordAhead(k, "co-plaintiff", 7) {
			r.giveAll(r.suers(k), "plaintiff", "joins as a plaintiff")
		}
	case "target":
		if r.p.at(k-1).low == "the" && r.p.at(k+1).is("is", "was") && k < r.s.first+3 {
			r.stand(r.phraseAt(k+2).who, "defendant", "target of the suit")
		}
	case "leading", "led", "spearheading":
		if r.p.at(k-1).is("was", "is") && r.p.at(k+1).low == "by" && (r.p.at(k-2).low == "it" && r.suitBeforeSentence() || r.p.at(k-2).is("coalition", "lawsuit", "suit", "states", "effort", "case") && r.sidesBefore()) {
			r.giveAll(r.phraseAt(k+2).who, "plaintiff", "leads the suit")
		}
		if r.p.at(k-1).is("who", "is") && !r.p.at(k+1).is("by") && (r.wordAhead(k+1, "lawsuit", 4) || r.wordAhead(k+1, "suit", 4) || r.wordAhead(k+1, "case", 3) || r.wordAhead(k+1, "coalition", 3)) {
			for _, w := range r.suers(k) {
				if !w.lawyer {
					r.give(w, "plaintiff", "leads the suit")
				}
			}
		}
	case "bringing":
		if r.p.at(k-1).is("is", "are") && broughtNouns[r.p.at(k+2).low] {
			for _, w := range r.suers(k) {
				if !w.lawyer && !w.lawFirm() {
					r.give(w, "plaintiff", "brings the suit")
				}
			}
		}
	case "through":
		if n := r.p.at(k - 1); n.is("sued", "sue", "suing", "sues") || n.low == "and" && r.p.at(k-2).low == "by" {
			r.giveAll(r.phraseAt(k+1).who, "plaintiff", "through whom a child sues")
		}
	case "find", "found", "finds":
		r.findsFor(k)
	case "whose":
		r.whoseSuit(k)
	case "pits":
		r.pits(k)
	case "did":
		if r.p.at(k-1).low == "so" && r.suedBefore() {
			r.giveAll(r.phraseAt(k+1).who, "plaintiff", "sues too")
		}
	case "pay", "compensate", "repay", "refund", "reimburse":
		r.paysTo(k)
	case "for", "with", "of":
		r.decidedFor(k)
	case "permission", "leave":
		r.permitted(k)
	case "say", "said", "says", "alleges", "alleged", "allege", "demand", "demands", "demanded", "argue", "contend", "claim", "claims", "claimed", "contends", "argues", "argued":
		if r.inComplaint(k) || r.accordingToSuit(k) {
			r.giveAll(r.claimants(k), "plaintiff", "alleges in the complaint")
		}
	case "want", "wants", "wanted", "asking", "ask", "asks", "asked", "urged", "urges":
		r.wants(k)
	case "challenge", "challenges", "review":
		r.challengeOf(k)
	default:
		if t.in(inBroughtNouns) {
			r.suitOf(k)
		}
	}
}

// broughtNouns are the nouns by which a suit can only be what somebody brings.
var broughtNouns = set("lawsuit", "suit", "complaint", "claim", "action", "case", "petition", "lawsuits", "suits", "class-action", "litigation", "legal", "claims")

// suingToo reads "among those suing are Ana Ruiz and Ray Hall", "Ana Ruiz, one of 40 passengers suing
// Harbor", "is suing with her husband, Ray Hall" and "Harbor and Pipeco are suing each other".
func (r *reader) suingToo(k int) {
	next := r.p.at(k + 1)
	switch {
	case next.is("are", "is", "were", "include", "included") && r.p.at(k).low != "sues":
		r.giveAll(r.phraseAt(k+2).who, "plaintiff", "among those who sue")
		return
	case next.low == "each" && r.p.at(k+2).low == "other", next.low == "one" && r.p.at(k+2).low == "another":
		for _, w := range r.suers(k) {
			w.role("plaintiff", "sues the other")
			w.role("defendant", "sued by the other")
		}
		return
	case r.p.at(k).is("suing", "sue") && r.p.at(k-1).kind == word && !r.p.at(k-1).capital && !verbHelpers[r.p.at(k-1).low]:
		if w := r.oneOf(k); w != nil {
			r.give(w, "plaintiff", "among those who sue")
		}
	}
	doers := r.suers(k)
	if !r.passive(k) || r.p.at(k).low == "suing" {
		r.together(k)
		if len(doers) == 0 && !r.negated(k) {
			r.nameless(k)
		}
	} else {
		r.secondAgent(k)
	}
}

// filesUnnamed notes that who files a suit at k is only described, and reads "the brothers filed it".
func (r *reader) filesUnnamed(k int) {
	t := r.p.at(k)
	if r.passive(k) || t.is("filed", "brought", "lodged", "launched") && r.p.at(k+1).low == "by" {
		for f := k + 1; f < k+4; f++ {
			if r.p.at(f).low == "by" && r.suitBefore(k) && len(r.phraseAt(f+1).who) == 0 {
				r.c.nameless(r.page, f+1, r.p)
			}
		}
		return
	}
	if r.p.at(k+1).low == "it" && r.suitBeforeSentence() && t.is("filed", "brought", "lodged") {
		r.giveAll(r.suers(k), "plaintiff", "files a suit")
		return
	}
	suit := r.lawsuitNoun(k, 8) > 0
	if t.is("take", "takes", "took", "taken", "dragged") {
		suit = r.wordAhead(k, "to", 9) && r.courtAhead(k, 14)
	} else if t.is("accuse", "accused", "accuses", "accusing") {
		suit = r.suitInSentence() && t.low != "accusing"
	}
	if suit && !r.negated(k) && r.p.at(r.beforeVerb(k)).kind == word && len(r.suers(k)) == 0 {
		r.nameless(k)
	}
}

// suitTells reads "According to the lawsuit, Ana Ruiz was told": of whom a suit tells first may be who
// brings it.
func (r *reader) suitTells(k int) {
	if r.p.at(k+1).low != "to" || !r.p.at(k+2).is("the", "a") || k != r.s.first {
		return
	}
	for f := k + 3; f < k+6; f++ {
		if r.p.at(f).is("lawsuit", "suit", "complaint", "claim") && r.p.at(f+1).low == "," {
			r.c.unnamed = append(r.c.unnamed, nameless{page: r.page, at: f + 2})
		}
	}
}

// oneOf is who is "one of 40 passengers" before the participle at k, nil where nobody is.
func (r *reader) oneOf(k int) *player {
	for b := k - 1; b > k-8 && b >= r.s.first; b-- {
		if r.p.at(b).is("one", "among") {
			return r.modified(b)
		}
		if t := r.p.at(b); t.low == "," || isVerb(t) {
			return nil
		}
	}
	return nil
}

// together reads who sues "with her husband, Ray Hall" behind the verb at k.
func (r *reader) together(k int) {
	for f := k + 1; f < r.s.end && f < k+24; f++ {
		t := r.p.at(f)
		if t.is("that", "after", "because", ";", "said") {
			return
		}
		if t.is("with", "alongside") && (r.p.at(f+1).is("his", "her", "their", "its", "fellow") || r.p.at(f-1).is("along", "together") || t.low == "alongside") {
			if t.low == "with" && r.p.at(f-1).is("along", "together") && f > k+2 && len(r.phraseAt(k+1).who) > 0 {
				r.giveAll(r.phraseAt(f+1).who, "defendant", "sued with another")
				return
			}
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "sues with another")
			return
		}
	}
}

// secondAgent reads "was sued by Ana Ruiz in 2020 and by Ray Hall a year later".
func (r *reader) secondAgent(k int) {
	for f := k + 2; f < r.s.end && f < k+24; f++ {
		if r.p.at(f).low == "by" && r.p.at(f-1).low == "and" {
			r.giveAll(r.phraseAt(f+1).who, "plaintiff", "agent of the suit")
		}
	}
	if r.p.at(k+1).low == "by" && len(r.phraseAt(k+2).who) == 0 {
		r.c.nameless(r.page, k+2, r.p)
	}
}

// sidedSubject says whether a plaintiff is the subject of the verb at k.
func (r *reader) sidedSubject(k int) bool {
	doers := r.suers(k)
	return len(doers) > 0 && doers[0].has("plaintiff")
}

// whoseSuit reads "Ana Ruiz, whose lawsuit seeks".
func (r *reader) whoseSuit(k int) {
	if n := r.lawsuitNoun(k, 4); n > 0 && broughtNouns[r.p.at(n).low] && !r.p.at(n).is("legal", "action", "claims") && !r.p.at(n+1).is("to", "landed") {
		r.give(r.modified(k), "plaintiff", "possessor of the suit")
	}
}

// pits reads "the case pits Ana Ruiz against Harbor".
func (r *reader) pits(k int) {
	first := r.phraseAt(k + 1)
	if len(first.who) == 0 || r.p.at(first.end).low != "against" && !(r.p.at(first.end).low == "," && r.p.at(first.end+1).low == "against") {
		return
	}
	n := first.end + 1
	if r.p.at(n).low == "against" {
		n++
	}
	r.stand(first.who, "plaintiff", "pitted against")
	r.stand(r.phraseAt(n, first.who...).who, "defendant", "pitted against")
}

// suedBefore says whether the sentence before is about somebody who sues.
func (r *reader) suedBefore() bool {
	i := r.p.sentenceAt(r.s.Start)
	if i <= 0 {
		return false
	}
	for _, t := range r.p.sentenceTokens(r.p.sentences[i-1]) {
		if t.is("sued", "sues", "suing", "filed") {
			return true
		}
	}
	return false
}

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

// claimants are who speaks at k: the subject of the verb, or the name behind "In a complaint filed on
// Monday,".
func (r *reader) claimants(k int) []*player {
	var out []*player
	for _, w := range r.suers(k) {
		if w.kind != evidence.Judge && w.kind != evidence.Court && !w.lawyer && !w.counsels() && !w.has("defendant") {
			out = append(out, w)
		}
	}
	return out
}

// accordingToSuit says whether "according to his lawsuit" stands in the sentence of the verb at k.
func (r *reader) accordingToSuit(k int) bool {
	for f := r.s.first; f+2 < r.s.end; f++ {
		if r.p.at(f).low == "according" && r.p.at(f+1).low == "to" && r.p.at(f+2).is("his", "her", "their", "its") && r.p.at(f+3).is("lawsuit", "suit", "complaint", "claim", "petition") {
			return true
		}
	}
	return false
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

// suitOf reads whose suit the noun at k is: "a lawsuit from Ana Ruiz", "her lawsuit", "Ana Ruiz's wage
// complaint".
func (r *reader) suitOf(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if next.low == "from" && t.is("lawsuit", "suit", "complaint", "claim", "action", "lawsuits", "suits", "claims", "petition") {
		if list := r.phraseAt(k + 2); len(list.who) > 0 {
			r.giveAll(list.who, "plaintiff", "suit by")
		} else {
			r.c.nameless(r.page, k+2, r.p)
		}
	}
	if next.low == "by" && len(r.phraseAt(k+2).who) == 0 {
		r.c.nameless(r.page, k+2, r.p)
	}
	if !t.is("lawsuit", "suit", "complaint", "claim", "petition", "action") || r.counter(k) {
		return
	}
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		switch a := r.p.at(b); {
		case a.is("his", "her") && !t.is("complaint", "action"):
			r.ofPronoun(b)
			return
		case a.kind == clitic && t.is("lawsuit", "suit"):
			r.give(r.lastBefore(b), "plaintiff", "possessor of the suit")
			return
		case a.kind != word || a.capital || joinWord[a.low] || isVerb(a) || a.is("a", "an", "the"):
			return
		}
	}
}

// ofPronoun gives the suit to the person whom "his" or "her" at b means.
func (r *reader) ofPronoun(b int) {
	if w := r.personBefore(b, true); w != nil && !w.sided() && !r.spokesman(w) {
		r.give(w, "plaintiff", "possessor of the suit")
	}
}

// spokesman says whether the text makes the person one who speaks for others.
func (r *reader) spokesman(w *player) bool {
	for _, m := range r.c.mentions {
		if m.who != w {
			continue
		}
		p := &r.c.v.pages[m.page]
		for f := m.end; f < m.end+7; f++ {
			if p.at(f).is("spokesman", "spokeswoman", "spokesperson", "prosecutor", "analyst") {
				return true
			}
		}
		if p.at(m.first-1).is("spokesman", "spokeswoman", "spokesperson", "prosecutor", "analyst", "minister", "senator", "mayor") {
			return true
		}
	}
	return false
}
