package extract

import "averment/evidence"

// frames reads sides from verbs and nouns of litigation that leave a party's side open where
// another rule named it: "countersued Harbor", "sought $2 million from Harbor", "drops its suit",
// "a settlement with Harbor".
func (r *reader) frames(k int) {
	if !r.c.lawsuit {
		return
	}
	switch r.p.at(k).low {
	case "countersued", "countersues", "countersuing", "counter-sued":
		r.countersues(k)
	case "seeks", "seeking", "sought", "seek", "wants", "demands", "demanded", "claiming", "demanding":
		r.seeksFrom(k)
	case "drops", "dropped", "withdrew", "withdraws", "withdrawn", "abandoned", "abandons", "dropping", "refiled", "amended", "pursues", "pursuing":
		r.drops(k)
	case "prosecuting", "prosecuted", "prosecutes":
		r.prosecutes(k)
	case "cleared", "clears", "exonerated", "acquits", "absolved":
		if o := r.phraseAt(k + 1); !r.passive(k) && (r.courtInSentence() && r.p.at(o.end).is("of", "in", "on") || r.courtRoom() && r.p.at(o.end).is(".", ",", "of")) {
			r.stand(o.who, "defendant", "is cleared")
		} else if r.passive(k) && r.p.at(k+1).low == "of" {
			r.stand(r.suers(k), "defendant", "is cleared")
		}
	case "defending":
		if r.accusation(k, 6) > 0 || r.wordAhead(k, "itself", 3) || r.wordAhead(k, "case", 5) {
			r.stand(r.suers(k), "defendant", "defends the suit")
		}
	case "brought", "joined", "added", "dragged", "drawn", "pulled", "impleaded", "roped":
		r.broughtIn(k)
	case "challenged", "challenges", "challenging", "contesting":
		if r.passive(k) && (r.courtInSentence() || r.suitBeforeSentence() || r.c.hasSide("defendant") || r.lawsAhead(k)) {
			r.agentOf(k, "plaintiff")
			return
		}
		r.challenges(k)
	case "quashed", "overturned", "annulled", "quashes", "annuls":
		r.quashes(k)
	case "chaired", "headed", "presided":
		r.chairs(k)
	case "action":
		if r.p.at(k+1).low == "against" && (r.p.at(k-1).is("taking", "take", "took", "takes", "taken", "begun", "began") || r.p.at(k-1).low == "legal" && r.p.at(k-2).is("taking", "take", "took", "takes", "taken", "begun", "began", "threatened")) {
			b := k - 1
			if r.p.at(b).low == "legal" {
				b--
			}
			if !r.p.at(b).is("threatened") && len(r.phraseAt(k+2).who) > 0 {
				r.stand(r.suers(b), "plaintiff", "takes action")
			}
		}
	case "named", "names":
		if doers := r.suers(k); len(doers) == 1 && doers[0].has("plaintiff") && !r.passive(k) && !r.negated(k) {
			r.stand(r.phraseAt(k+1, doers...).who, "defendant", "named by the plaintiff")
		}
	case "moved", "approached", "moves", "approaches":
		r.movesCourt(k)
	case "award", "verdict", "damages", "judgment", "judgement", "payout":
		r.awardTo(k)
	case "bid", "attempt", "effort", "challenge", "fight", "battle", "campaign", "plea":
		r.bid(k)
	case "alongside":
		r.alongside(k)
	case "went", "goes", "going", "gone":
		if r.p.at(k+1).low == "after" {
			r.goesAfter(k)
		}
		r.toCourt(k)
	case "argument", "arguments", "allegation", "allegations", "claim", "claims", "complaint", "suit", "lawsuit", "contention":
		r.claimThat(k)
	}
}

// lawsAhead says whether a law or a decision is what is challenged at k.
func (r *reader) lawsAhead(k int) bool {
	return r.p.at(r.beforeVerb(k)).is("law", "laws", "move", "policy", "decision", "rule", "rules", "ban", "order", "permit", "ordinance", "map", "maps", "measure", "statute", "program", "plan", "approval", "changes", "restrictions")
}

// countersues reads "Harbor countersued Pipeco" and "Harbor countersued": who does was sued.
func (r *reader) countersues(k int) {
	doers := r.suers(k)
	r.stand(doers, "defendant", "countersues")
	r.stand(r.phraseAt(k+1, doers...).who, "plaintiff", "is countersued")
}

// seeksFrom reads "seeks $2 million from Harbor".
func (r *reader) seeksFrom(k int) {
	if !r.relief(k, 7) && !r.p.at(k+1).is("back") {
		return
	}
	for f := k + 1; f < k+16 && f < r.s.end; f++ {
		if t := r.p.at(f); t.low == "from" {
			doers := r.suers(k)
			if object := r.phraseAt(f+1, doers...); len(object.who) > 0 && len(doers) > 0 {
				r.stand(doers, "plaintiff", "seeks relief")
				r.stand(object.who, "defendant", "relief is sought from it")
				for n := object.end; n < object.end+12 && n < r.s.end; n++ {
					if r.p.at(n).low == "and" && r.p.at(n+1).low == "from" {
						r.stand(r.phraseAt(n+2, doers...).who, "defendant", "relief is sought from it")
					}
				}
			}
			return
		} else if t.is("for", "over", ";", "after", "that") {
			return
		}
	}
}

// drops reads "Harbor has dropped its lawsuit": whose suit it is sues.
func (r *reader) drops(k int) {
	if r.passive(k) {
		r.agentOf(k, "plaintiff")
		return
	}
	if n := r.lawsuitNoun(k, 8); n > 0 && r.p.at(n).is("lawsuit", "suit", "claims", "claim", "action", "case", "complaint", "lawsuits", "suits", "petition") {
		doers := r.suers(k)
		if len(doers) == 1 && doers[0].kind == evidence.Agency && r.p.at(n).low == "case" {
			return
		}
		r.stand(doers, "plaintiff", "drops or pursues its suit")
	}
}

// prosecutes reads "the agency is prosecuting Harbor".
func (r *reader) prosecutes(k int) {
	if r.passive(k) {
		r.stand(r.suers(k), "defendant", "is prosecuted")
		return
	}
	doers := r.suers(k)
	if len(doers) == 1 && doers[0].kind == evidence.Agency {
		r.stand(r.phraseAt(k+1, doers...).who, "defendant", "is prosecuted")
	}
}

// broughtIn reads "Harbor, brought into the case by Pipeco," and "was added as a defendant".
func (r *reader) broughtIn(k int) {
	n := k + 1
	if !r.p.at(n).is("into", "to", "in", "as") {
		return
	}
	if r.p.at(n).low == "as" && !r.wordAhead(n, "party", 4) && !r.wordAhead(n, "parties", 4) && !r.wordAhead(n, "defendant", 4) && !r.wordAhead(n, "defendants", 4) {
		return
	}
	if r.p.at(n).low != "as" && !(r.p.at(n+1).is("the", "a", "an", "this", "proceedings") && r.suitAfter(n, 4)) {
		return
	}
	if !r.passive(k) && r.p.at(k-1).low != "," && !r.p.at(k-1).is("who", "which") {
		return
	}
	b := k - 1
	if who := r.theNoun(b - 1); r.p.at(b).low == "," && who != nil {
		r.stand([]*player{who}, "defendant", "brought into the suit")
		return
	}
	if who := r.modified(k); who != nil && !r.passive(k) {
		r.stand([]*player{who}, "defendant", "brought into the suit")
		return
	}
	r.stand(r.suers(k), "defendant", "brought into the suit")
}

// claimThat reads "claims by Ana Ruiz that Harbor's powder …": of whom something is claimed is a
// defendant.
func (r *reader) claimThat(k int) {
	n := k + 1
	if r.p.at(n).low != "by" {
		return
	}
	by := r.phraseAt(n + 1)
	if len(by.who) == 0 || r.p.at(by.end).low != "that" || r.c.hasSide("defendant") && !by.who[0].has("plaintiff") {
		return
	}
	if w, m := r.who(by.end + 1); w != nil && m.first == by.end+1 && w.kind != evidence.Person {
		r.stand([]*player{w}, "defendant", "what the suit alleges")
	}
}

// chairs reads "the tribunal, chaired by Ana Ruiz": who chairs a court is a judge.
func (r *reader) chairs(k int) {
	if r.p.at(k+1).low != "by" {
		return
	}
	bench := false
	for b := k - 1; b > k-5 && b >= r.s.first; b-- {
		who, _ := r.who(b)
		bench = bench || r.p.at(b).is("tribunal", "panel", "bench", "court") || who != nil && who.kind == evidence.Court
	}
	n := r.skipDescription(k + 2)
	if w, m := r.who(n); bench && w != nil && m.first == n && (w.kind == evidence.Person || w.kind == "" && len(w.tokens) > 1) {
		w.kind = evidence.Judge
		w.role("judge", "chairs the court")
	}
}

// wins reads "Harbor won a $74 million jury verdict against Pipeco": who wins money from the other sued
// it.
func (r *reader) wins(k int) {
	if r.c.lawsuit && r.sumAhead(k) && r.courtAhead(k, 14) { // "has won £48,000 at a tribunal"
		if doers := r.suers(k); len(doers) > 0 {
			r.stand(doers, "plaintiff", "wins at court")
		} else {
			r.nameless(k)
		}
		return
	}
	noun := false
	for f := k + 1; f < k+12 && f < r.s.end; f++ {
		t := r.p.at(f)
		if t.is("verdict", "award", "judgment", "judgement", "damages", "injunction", "right", "payout", "compensation", "case", "lawsuit") {
			noun = true
		} else if t.is("against", "from") && noun {
			doers := r.suers(k)
			if object := r.phraseAt(f+1, doers...); len(object.who) > 0 {
				r.giveAll(doers, "plaintiff", "wins against")
				r.giveAll(object.who, "defendant", "loses to")
			}
			return
		} else if t.is(",", ";", "for", "on", "in") && !noun {
			return
		}
	}
}

// sumAhead says whether a sum of money stands right behind the verb at k.
func (r *reader) sumAhead(k int) bool {
	for f := k + 1; f < k+5; f++ {
		t := r.p.at(f)
		if currencySigns[t.low] != "" {
			return true
		}
		if t.kind == word && !t.is("a", "about", "nearly", "almost", "more", "than", "over", "up", "to", "some", "just") {
			return false
		}
	}
	return false
}

// toCourt reads "the unions have gone to court to stop Harbor": who goes to court sues.
func (r *reader) toCourt(k int) {
	if r.p.at(k+1).low != "to" || !r.p.at(k+2).is("court", "arbitration", "tribunal") || r.negated(k) {
		return
	}
	doers := r.suers(k)
	r.stand(doers, "plaintiff", "goes to court")
	if r.p.at(k+3).low == "to" {
		r.blocked(k+4, doers)
	}
}
