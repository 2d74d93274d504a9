package extract

// names reads "the complaint names Harbor and Pipeco as defendants", "Harbor was named in a
// lawsuit", "also named in the suit are Harbor and Pipeco", "it names Harbor".
func (r *reader) names(k int) {
	t, next := r.p.at(k), r.p.at(k+1)
	if r.negated(k) {
		return
	}
	if t.low == "named" && r.p.at(k-1).is("also", "separately") && next.is("is", "are", "was", "were") {
		r.giveAll(r.behindWasNamed(k+2), "defendant", "named in the suit")
		return
	}
	if t.low == "named" && r.passive(k) {
		if r.p.at(k+1).is("as", "in") && r.namesSide(k) || r.p.at(k+1).is("too", "personally", "individually") || r.p.at(k+1).low == "." && r.p.at(k-1).low == "also" && (r.suitBeforeSentence() || r.sidesBefore()) || r.p.at(k+1).low == "as" && r.p.at(k+2).low == "well" {
			r.giveAll(r.suers(k), "defendant", "named in the suit")
			r.agentOf(k, "plaintiff")
		}
		return
	}
	if prev := r.p.at(k - 1); t.low == "named" && next.is("in", "as") && (prev.low == "," || prev.low == "also") { // "Harbor, named as a co-defendant,"
		b := k
		if prev.low == "also" {
			b--
		}
		if who, m := r.who(b - 2); who != nil && m.end == b-1 && r.p.at(b-1).low == "," && r.namesSide(k) {
			r.give(who, "defendant", "named in the suit")
			return
		}
	}
	if t.low == "named" && next.is("in", "as") && (r.suitAfter(k, 6) || r.wordAhead(k, "defendant", 5) || r.wordAhead(k, "defendants", 5)) { // "also named in the suit are X"
		for f := k + 2; f < k+9 && f < r.s.end; f++ {
			if r.p.at(f).is("are", "is", "were", "was") {
				r.giveAll(r.behindWasNamed(f+1), "defendant", "named in the suit")
				return
			}
		}
	}
	if !r.suitSubject(k) && !r.defendantsAhead(k) && !(t.low == "naming" && r.suitAmong(r.s.first, k)) {
		return
	}
	object := r.phraseAt(k + 1)
	if len(object.who) == 0 {
		if object = r.phraseAt(r.behindNoun(k + 1)); len(object.who) == 0 {
			object.who = r.apposedObject(k + 1)
		}
	}
	role := "defendant"
	if r.p.at(object.end).low == "as" {
		if w := partyWords[r.p.at(object.end+1).low]; w != "" {
			role = w
		}
	}
	r.giveAll(object.who, role, "named in the suit")
	for f := max(object.end, k+1); f < k+24 && f < r.s.end; f++ {
		if r.p.at(f).low == "including" || r.p.at(f).low == "them" && r.p.at(f-1).low == "among" {
			r.giveAll(r.phraseAt(f+1).who, role, "named in the suit")
			break
		} else if isVerb(r.p.at(f)) || r.p.at(f).is("who", "which", ";") {
			break
		}
	}
	r.suedByNumber(k + 1)
}

// behindWasNamed are those whom "Also named is" at k names, who may be described first: "his new company, Harbor Labs",
// "Kestrel's parent, Reno-based Harbor Group".
func (r *reader) behindWasNamed(k int) []*player {
	if list := r.phraseAt(k); len(list.who) > 0 {
		return list.who
	}
	for f := k + 1; f < k+9 && f < r.s.end; f++ {
		if t := r.p.at(f); t.low == "," {
			return r.phraseAt(f + 1).who
		} else if isVerb(t) || t.is("who", "which") {
			return nil
		}
	}
	return nil
}

// suitAmong says whether the noun of a suit stands among the tokens first to end.
func (r *reader) suitAmong(first, end int) bool {
	for k := first; k < end; k++ {
		if legalActions[r.p.at(k).low] {
			return true
		}
	}
	return false
}

// behindNoun is the position behind "the rink and" at k, of which nobody knows whom it means; else k.
func (r *reader) behindNoun(k int) int {
	if !r.p.at(k).is("the", "its", "her", "his", "their", "a") {
		return k
	}
	for n := k + 1; n < k+8 && (r.p.at(n).kind == word || r.p.at(n).kind == clitic) && !r.p.at(n).capital; n++ {
		if r.p.at(n+1).low == "and" && !joinWord[r.p.at(n).low] {
			return n + 2
		}
		if r.p.at(n+1).low == "," && r.p.at(n+2).is("its", "his", "her", "their") && !joinWord[r.p.at(n).low] {
			return n + 2
		}
	}
	return k
}

// namesSide says whether the words behind "named" at k make those named defendants.
func (r *reader) namesSide(k int) bool {
	for f := k + 1; f < r.s.end && f < k+6; f++ {
		if side := partyWords[r.p.at(f).low]; side == "defendant" || side == "respondent" || r.p.at(f).low == "co" && partyWords[r.p.at(f+2).low] == "defendant" {
			return true
		}
	}
	return r.suitAfter(k, 8)
}

// defendantsAhead says whether "as defendants" follows in the sentence.
func (r *reader) defendantsAhead(k int) bool {
	for f := k + 1; f+1 < r.s.end && f < k+30; f++ {
		if r.p.at(f).low == "as" && partyWords[r.p.at(f+1).low] != "" {
			return true
		}
	}
	return false
}

// suitSubject says whether the verb at k has a suit, or what stands for it, as its subject.
func (r *reader) suitSubject(k int) bool {
	b := k - 1
	for r.p.at(b).is("also", "only", "now", "further") && b > r.s.first {
		b--
	}
	t := r.p.at(b)
	if legalActions[t.low] || t.low == "it" && r.suitBeforeSentence() {
		return true
	}
	if t.is("that", "which") { // "a lawsuit in Suffolk Superior Court that also names"
		for n := b - 1; n > r.s.first && n > b-9; n-- {
			if legalActions[r.p.at(n).low] {
				return true
			} else if isVerb(r.p.at(n)) {
				return false
			}
		}
	}
	if t.low != "," {
		return false
	}
	for n := b - 1; n > r.s.first && n > b-30; n-- { // "the complaint, filed by Irving Glazer, names"
		if r.p.at(n).low == "," && legalActions[r.p.at(n-1).low] && r.p.at(n+1).is("brought", "filed", "lodged") {
			return true
		}
		if r.p.at(n).low == "," && n > b-20 && !r.listComma(n, b) {
			return legalActions[r.p.at(n-1).low] || r.p.at(n-1).is("second", "third", "another", "other", "one", "newest", "latest", "first") && r.p.at(n+1).is("filed", "brought", "lodged")
		}
	}
	return false
}

// listComma says whether the comma at n parts the names of a list that goes on to b.
func (r *reader) listComma(n, b int) bool {
	who, m := r.who(n - 1)
	next, nm := r.who(n + 1)
	return who != nil && m.end == n && next != nil && nm.first == n+1 && nm.end < b
}
